// SPDX-License-Identifier: Apache-2.0
/* Sentences about plugins that people should hear before a run. */
#ifndef SV_RUNNER_WARN_H
#define SV_RUNNER_WARN_H

#include "engines/result/run.h"
#include "runner/describe.h"
#include "runner/load.h"

/* One sentence for each plugin that stands twice or cannot be used, in the language in use; in A.
 */
enum sv_status sv_plugin_warnings(const struct sv_plugin_files *files,
                                  const struct sv_plugin_info *plugins, struct sv_arena *a,
                                  const char *const **out, size_t *count) SV_MUST_USE;

/* A result that stands for a plugin that cannot be used: "technical.plugin.NAME", cantTell,
 * attribution tool. In A; NULL without memory. */
struct sv_result *sv_plugin_lost(struct sv_arena *a, const struct sv_plugin_info *p);

#endif
