// SPDX-License-Identifier: Apache-2.0
/* Controlled vocabularies: lists of codes with their IRIs and labels, each with its version, date
 * and source, so that every answer can name what it was judged by. Read from bytes; the lists of
 * the product are part of the library. Nothing is ever fetched. */
#ifndef SV_VOCABULARY_VOCABULARY_H
#define SV_VOCABULARY_VOCABULARY_H

#include "engines/base/lang.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>

struct sv_code {
  const char *iri; /* "": it has none */
  const char *code;
  const char *label_nb, *label_nn, *label_en; /* "": not known */
  const char *extra;                          /* as the list's note says; "": nothing */
};

struct sv_vocabulary {
  const char *id; /* "eu-access-right" */
  const char *title_nb, *title_nn, *title_en;
  const char *scheme;  /* IRI of the scheme; "": none is known */
  const char *version; /* as its publisher names it; "": not known */
  const char *issued;  /* date of that version; "": not known */
  const char *taken;   /* date when samsvar took it in */
  const char *source;  /* where it was read */
  const char *note;
  bool complete; /* false: a code that is not here may be right all the same */
  const struct sv_code *codes;
  size_t count;
  struct sv_vocabulary_index *index;
};

/* What is to be said of an IRI. */
enum sv_code_answer {
  SV_CODE_KNOWN,
  SV_CODE_MISSPELT, /* not in the list, but one that differs by scheme, slash or case is */
  SV_CODE_UNKNOWN,  /* not in this list, which is complete for its version */
  SV_CODE_UNSURE    /* not in this list, which is partial: never a fault */
};

/* Reads a list in the form of profiles/vocabularies (lines "key<TAB>value", an empty line, a table)
 * into *OUT, to be freed. NAME is for messages. SV_INVALID with the place; SV_LIMIT over 16 MB or
 * 200 000 codes; SV_NO_MEMORY. */
enum sv_status sv_vocabulary_read(const char *text, size_t size, const char *name,
                                  struct sv_vocabulary **out, struct sv_error *err) SV_MUST_USE;
void sv_vocabulary_free(struct sv_vocabulary *v);

/* The code with this IRI, or with this code; NULL when there is none. An IRI in a list of patterns
 * (nnnnnnnnn) matches with any nine digits. */
const struct sv_code *sv_vocabulary_find(const struct sv_vocabulary *v, const char *iri);
const struct sv_code *sv_vocabulary_find_code(const struct sv_vocabulary *v, const char *code);

/* What V says of IRI; *CODE (may be NULL) is the code found, or the one that may be meant. */
enum sv_code_answer sv_vocabulary_judge(const struct sv_vocabulary *v, const char *iri,
                                        const struct sv_code **code);

/* The title of V and the label of C in LANG: nb and nn stand in for each other, then English, then
 * the id or code. Never NULL. */
const char *sv_vocabulary_title(const struct sv_vocabulary *v, enum sv_lang lang);
const char *sv_code_label(const struct sv_code *c, enum sv_lang lang);

/* --- sets (set.c) --- */
struct sv_vocabularies;

/* The lists of the product, in order of id. NULL when memory is out. To be freed. */
struct sv_vocabularies *sv_vocabularies_new(void) SV_MUST_USE;
void sv_vocabularies_free(struct sv_vocabularies *s);

/* Adds a list, in place of the one with the same id; S owns it then, also after a failure. */
enum sv_status sv_vocabularies_add(struct sv_vocabularies *s, struct sv_vocabulary *v,
                                   struct sv_error *err) SV_MUST_USE;

/* Between lists that are handed on as one text. */
#define SV_VOCABULARY_BREAK "\n\f\n"
/* Adds the lists in such a text. As sv_vocabulary_read(). */
enum sv_status sv_vocabularies_add_packed(struct sv_vocabularies *s, const char *text, size_t size,
                                          struct sv_error *err) SV_MUST_USE;

size_t sv_vocabularies_count(const struct sv_vocabularies *s);
/* List I in order of id; borrowed. */
const struct sv_vocabulary *sv_vocabularies_at(const struct sv_vocabularies *s, size_t i);
const struct sv_vocabulary *sv_vocabularies_find(const struct sv_vocabularies *s, const char *id);
/* The list whose scheme IRI is, or begins, IRI (the longest); NULL when there is none. */
const struct sv_vocabulary *sv_vocabularies_of(const struct sv_vocabularies *s, const char *iri);

#endif
