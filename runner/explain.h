// SPDX-License-Identifier: Apache-2.0
/* The explanations of `samsvar explain`. */
#ifndef SV_RUNNER_EXPLAIN_H
#define SV_RUNNER_EXPLAIN_H

#include "runner/library.h"
#include "runner/profile.h"

#include <stdio.h>

/* Each prints to OUT and returns the exit code; ERR says what went wrong when it is not 0. */
int sv_explain_requirement(FILE *out, const struct sv_requirement *r, const struct sv_library *l,
                           const char *const *profiles, struct sv_error *err);
int sv_explain_check(FILE *out, const struct sv_check_info *c, const struct sv_plugin_info *plugin,
                     const struct sv_library *l);
int sv_explain_profile(FILE *out, const char *name, const struct sv_library *l,
                       struct sv_error *err);

/* The words of layers, levels and roles in the language in use. */
const char *sv_word_layer(enum sv_layer layer);
const char *sv_word_role(const char *role);

#endif
