// SPDX-License-Identifier: Apache-2.0
/* The fixed words of profile and target files: endpoint kinds (contract section 5) and roles. */
#ifndef SV_RUNNER_KINDS_H
#define SV_RUNNER_KINDS_H

#include <stdbool.h>
#include <stddef.h>

extern const char *const sv_kind_names[];
extern const size_t sv_kind_count;

extern const char *const sv_role_names[];
extern const size_t sv_role_count;

/* Whether WORD is one of COUNT NAMES. */
bool sv_word_in(const char *word, const char *const *names, size_t count);

#endif
