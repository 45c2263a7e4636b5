// SPDX-License-Identifier: Apache-2.0
/* The words that every report uses for the same thing. All of them are msgids. */
#ifndef SV_REPORTS_WORDS_H
#define SV_REPORTS_WORDS_H

#include "engines/result/run.h"

/* How a display status looks. */
struct sv_display_words {
  const char *word;   /* "Deviation" */
  const char *many;   /* "Deviations" */
  const char *lower;  /* "deviation": in a line of counts */
  const char *lowers; /* the same of several */
  const char *symbol; /* one column of UTF-8 */
  const char *ascii;  /* "[DEVIATION]" */
  const char *key;    /* in class names and addresses of the page; never translated */
  const char *legend; /* what it means, a sentence */
};
const struct sv_display_words *sv_display_words(enum sv_display d);

const char *sv_change_word(enum sv_change c);           /* "new", "still there" */
const char *sv_verdict_word(enum sv_verdict_value v);   /* "Conforms" */
const char *sv_maturity_word(enum sv_maturity_level m); /* "essential"; NULL for 0 */
const char *sv_life_event_word(const char *code);       /* "Having a child"; CODE when unknown */
const char *sv_level_word(enum sv_level l);             /* "must" */
const char *sv_layer_word(enum sv_layer l);             /* "Legal" */
const char *sv_layer_lower(enum sv_layer l);            /* "legal" */
const char *sv_attribution_word(enum sv_attribution a); /* "the target"; NULL for 0 */
const char *sv_assertor_word(const char *assertor); /* "self-test"; the word itself when unknown */
const char *
sv_family_word(const char *family); /* "Transport and certificates"; NULL when unknown */

/* "Test", "Production"; the word itself when unknown. */
const char *sv_environment_word(const char *environment);

/* The boxes of the capability model, v1.2. */
struct sv_capability_words {
  const char *id;
  const char *name;
  const char *note;  /* NULL: none */
  const char *place; /* class of its place in the map */
};
extern const struct sv_capability_words sv_capabilities[];
extern const size_t sv_capability_count;

/* ONE when N is 1, else MANY: in the language in use. All our languages have these two forms. */
const char *sv_plural(uint64_t n, const char *one, const char *many);

#endif
