// SPDX-License-Identifier: Apache-2.0
/* Comma-separated values as RFC 4180 has them, with any separator, read row by row from bytes at
 * hand. Nothing is copied; CRLF and LF both end a row. */
#ifndef SV_DOC_CSV_H
#define SV_DOC_CSV_H

#include <stdbool.h>
#include <stddef.h>

enum sv_csv_fault {
  SV_CSV_OK,
  SV_CSV_QUOTE_IN_TEXT, /* a quote inside a field that does not begin with one */
  SV_CSV_AFTER_QUOTE,   /* something between a closing quote and the separator */
  SV_CSV_OPEN_QUOTE     /* a quote that is never closed */
};

/* A field, without the quotes around it; quotes inside stand twice when IS_QUOTED. */
struct sv_csv_field {
  const char *data;
  size_t size;
  bool is_quoted;
};

struct sv_csv {
  const char *at, *end;
  char separator;
  size_t row;  /* of the row read last, from 1 */
  size_t line; /* on which it began, from 1 */
  size_t next; /* on which the next begins */
  enum sv_csv_fault fault;
};

/* A reader of SIZE bytes. */
struct sv_csv sv_csv_begin(const char *data, size_t size, char separator);

/* Reads a row: up to MOST fields go to OUT, their number (which may be higher) to *COUNT. False at
 * the end, and at a fault. An empty line is no row. */
bool sv_csv_next(struct sv_csv *c, struct sv_csv_field *out, size_t most, size_t *count);

/* The separator of those in ",;\t" that gives the first row most fields; "," when none gives two.
 */
char sv_csv_guess(const char *data, size_t size);

#endif
