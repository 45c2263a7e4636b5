// SPDX-License-Identifier: Apache-2.0
/* The words of the namespace of SHACL: what each is, what it takes; and the likely word. */
#ifndef SV_SHACL_LINT_TERMS_H
#define SV_SHACL_LINT_TERMS_H

#include <stddef.h>
#include <stdint.h>

#define SV_SH "http://www.w3.org/ns/shacl#"

enum lint_kind {
  LINT_CLASS,
  LINT_VALUE,
  LINT_PROPERTY,
  LINT_ELSEWHERE /* a property of SHACL-SPARQL, SHACL-AF, SHACL-JS or the 1.2 drafts */
};

/* What the values of a property must be. */
enum lint_takes {
  TAKES_ANYTHING,
  TAKES_IRI,
  TAKES_SHAPE,
  TAKES_SHAPES, /* a list of them */
  TAKES_LIST,
  TAKES_COUNT,
  TAKES_BOOLEAN,
  TAKES_STRING,
  TAKES_TEXT,
  TAKES_LITERAL,
  TAKES_NODE_KIND,
  TAKES_PATH
};

enum {
  LINT_ONE = 1,        /* at most one value */
  LINT_WITH_PATH = 2,  /* only in property shapes */
  LINT_CONSTRAINT = 4, /* makes a shape judge something */
  LINT_TARGET = 8,
  LINT_PATH = 16,     /* a path operator */
  LINT_SHAPE = 32,    /* its subject is a shape */
  LINT_SAYS = 64,     /* says something about a constraint: message, severity */
  LINT_UNJUDGED = 128 /* samsvar does not run it */
};

struct lint_word {
  const char *name; /* without the namespace */
  uint8_t kind, takes, flags;
};

/* The word of number I; 0 is no word. */
const struct lint_word *lint_word_at(size_t i);
/* The number of the word NAME, 0 when SHACL has none. */
uint16_t lint_word_find(const char *name, size_t size);
/* A word, with its prefix, that somebody who wrote NAME may have meant; NULL when none is near. */
const char *lint_word_near(const char *name, size_t size, char *out, size_t room);

#endif
