// SPDX-License-Identifier: Apache-2.0
/* The tokens that Turtle, TriG, N-Triples and N-Quads share. Each function begins at s->p and
 * leaves it behind the token; 0 or false means that the fault is recorded. */
#ifndef SV_RDF_SCAN_H
#define SV_RDF_SCAN_H

#include "engines/base/map.h"
#include "engines/base/uri.h"
#include "engines/rdf/read.h"
#include "engines/rdf/store.h"

struct sv_scan_prefix {
  const char *name;
  size_t size;
  const char *iri;
  size_t iri_size;
};

struct sv_scan {
  struct sv_graph *graph;
  const struct sv_rdf_options *opt;
  const char *start, *p, *end;
  const char *line_start; /* of line LINE */
  size_t line;
  const char *released;
  enum sv_status status;
  struct sv_doc_finding fault;
  struct sv_buf text;  /* a token whose bytes are not those of the source */
  struct sv_buf whole; /* an IRI in full */
  const char *base;
  size_t base_size;
  struct sv_map prefixes;
  const struct sv_scan_prefix *recent[64];
};

bool sv_scan_begin(struct sv_scan *s, struct sv_graph *g, const char *data, size_t size,
                   const struct sv_rdf_options *opt);
void sv_scan_end(struct sv_scan *s);

/* Ends the reading: MSGID may hold {found}, which becomes the character at P. Returns 0. */
int sv_scan_fault(struct sv_scan *s, const char *p, const char *msgid);
int sv_scan_encoding(struct sv_scan *s, const char *p);
int sv_scan_limit(struct sv_scan *s, const char *name, const char *msgid);

/* Skips white space and comments; false after a fault. */
bool sv_scan_space(struct sv_scan *s);

/* Whether the next bytes are WORD; then they are skipped. */
bool sv_scan_take(struct sv_scan *s, const char *word);
bool sv_scan_is(const struct sv_scan *s, const char *word);

/* "<...>" in *IRI, unescaped, borrowed until the next token; not resolved. */
bool sv_scan_iriref(struct sv_scan *s, struct sv_span *iri);
/* The term for it, resolved against the base (Turtle) or as it is, with a scheme (N-Triples). */
sv_term sv_scan_iri(struct sv_scan *s);
sv_term sv_scan_absolute_iri(struct sv_scan *s);
bool sv_scan_set_base(struct sv_scan *s, const char *at, struct sv_span iri);

/* Length of the prefix name before a colon at P, and whether a colon follows. */
size_t sv_scan_prefix_name(struct sv_scan *s, bool *colon);
/* "prefix:local". */
sv_term sv_scan_prefixed(struct sv_scan *s);
bool sv_scan_set_prefix(struct sv_scan *s, const char *name, size_t size, sv_term namespace);

/* "_:label". */
sv_term sv_scan_blank(struct sv_scan *s);

/* A quoted string in *TEXT, unescaped, borrowed; LONG_TOO: also with other quotes than ". */
bool sv_scan_string(struct sv_scan *s, bool long_too, struct sv_span *text);
/* "en", "en--ltr" after "@". */
bool sv_scan_lang(struct sv_scan *s, struct sv_span *lang, enum sv_direction *direction);
sv_term sv_scan_number(struct sv_scan *s);

/* The code point at P when it may stand in a name (PN_CHARS), its length in *N; *BASE: it may stand
 * first. */
bool sv_scan_name_char(const char *p, const char *end, size_t *n, bool *base);
/* "\u1234" or "\U00012345" at P; its value, false when it is none or no Unicode scalar value. */
bool sv_scan_escape(const char *p, const char *end, size_t *n, uint32_t *code);

bool sv_rdf_read_turtle(struct sv_scan *s, bool trig);
bool sv_rdf_read_lines(struct sv_scan *s, bool quads);

#endif
