// SPDX-License-Identifier: Apache-2.0
/* Words that choose requirements, in profiles and on the command line:
 *
 *   TEC-TRA-01          one requirement
 *   TEC-TRA-*           all whose id begins so
 *   SEM-023..SEM-035    a range of ids of one family of ids, both ends included
 *   technical           a layer
 *   technical/transport a family: a file of the catalogue */
#ifndef SV_RUNNER_SELECTOR_H
#define SV_RUNNER_SELECTOR_H

#include "runner/catalogue.h"

#include <stdbool.h>

/* Whether WORD has the form of a check's id, layer.family.name, which chooses no requirement. */
bool sv_selector_is_check(const char *word);

/* Whether WORD chooses R. */
bool sv_selector_matches(const char *word, const struct sv_requirement *r);

/* How many requirements of C WORD chooses. */
size_t sv_selector_count(const char *word, const struct sv_catalogue *c);

/* The word nearest to WORD that does choose something: an id, a layer or a family; NULL when none
 * is near. In A. */
const char *sv_selector_suggest(const char *word, const struct sv_catalogue *c, struct sv_arena *a);

#endif
