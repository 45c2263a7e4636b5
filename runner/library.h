// SPDX-License-Identifier: Apache-2.0
/* What list, explain and coverage look things up in: the catalogue, the plugins' checks, the
 * shipped profiles. */
#ifndef SV_RUNNER_LIBRARY_H
#define SV_RUNNER_LIBRARY_H

#include "runner/catalogue.h"
#include "runner/describe.h"
#include "runner/options.h"

#include <jansson.h>

struct sv_library {
  struct sv_catalogue catalogue;
  struct sv_plugins plugins;
};

/* Reads both; PLUGIN_DIRS may be NULL. What is wrong with single plugins goes to standard error. To
 * be closed also after a failure. */
enum sv_status sv_library_open(const struct sv_list *plugin_dirs, struct sv_library *l,
                               struct sv_error *err) SV_MUST_USE;
void sv_library_close(struct sv_library *l);

/* The ids of the checks that judge requirement ID, sorted, as a new array. */
json_t *sv_library_checks_of(const struct sv_library *l, const char *id);

/* Whether any check judges requirement ID. */
bool sv_library_is_checked(const struct sv_library *l, const char *id);

/* Whether a person judges R: the catalogue says why, and no check does. */
bool sv_library_is_manual(const struct sv_library *l, const struct sv_requirement *r);

/* The text in the language in use; nn falls back on nb and nb on nn before English. Never NULL when
 * English is there. */
const char *sv_text_used(const struct sv_text *text);

#endif
