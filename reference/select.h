// SPDX-License-Identifier: Apache-2.0
/* Choosing organisations by the parameters of a request: filter, order, page. */
#ifndef SV_REFERENCE_SELECT_H
#define SV_REFERENCE_SELECT_H

#include "reference/api.h"
#include "reference/units.h"

struct sv_selection {
  const struct sv_unit **units; /* all that fit, in order */
  size_t count;
  unsigned page; /* from 1 */
  unsigned size; /* of a page */
  size_t from;   /* first of the page in units */
  size_t to;     /* past the last */
};

/* Reads the parameters and fills SEL, which lives as long as the exchange; false when the answer is
 * a refusal. */
bool sv_selection_make(const struct sv_service *s, struct sv_exchange *x, struct sv_selection *sel);

/* The URL of page PAGE of the same selection under PATH. */
const char *sv_selection_url(const struct sv_service *s, struct sv_exchange *x,
                             const struct sv_selection *sel, const char *path, unsigned page);

/* The number of pages, at least 1. */
unsigned sv_selection_pages(const struct sv_selection *sel);

/* Whether TEXT has PART in it, whatever the case of the letters of Norwegian and the Sámi
 * languages. */
bool sv_text_has(const char *text, const char *part);

/* TEXT as it is shown again: as it came, unless a break makes it what a service shows that never
 * heard of UTF-8. */
const char *sv_mangle(const struct sv_service *s, struct sv_exchange *x, const char *text);

#endif
