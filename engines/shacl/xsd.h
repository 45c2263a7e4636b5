// SPDX-License-Identifier: Apache-2.0
/* XML Schema 1.1 part 2: lexical forms, numbers and times; for the files of engines/shacl only. */
#ifndef SV_SHACL_XSD_H
#define SV_SHACL_XSD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What values of a type can be compared with. */
enum xsd_kind {
  XSD_OTHER,
  XSD_STRING,
  XSD_BOOLEAN,
  XSD_DECIMAL,
  XSD_FLOAT,
  XSD_DOUBLE,
  XSD_DATE_TIME,
  XSD_DATE,
  XSD_TIME,
  XSD_YEAR,
  XSD_YEAR_MONTH,
  XSD_MONTH_DAY,
  XSD_MONTH,
  XSD_DAY,
  XSD_DURATION
};

struct xsd_type {
  const char *name; /* after the namespace */
  enum xsd_kind kind;
  bool (*form)(const struct xsd_type *type, const char *p, const char *end);
  const char *least, *most; /* of whole numbers; NULL: no bound */
};

/* The type with this IRI, NULL when it is none of XML Schema's that can stand in RDF. */
const struct xsd_type *xsd_type(const char *iri, size_t size);

/* Whether the text has the type's lexical form; no white space is taken away (RDF 1.1 5.1). */
bool xsd_has_form(const struct xsd_type *type, const char *text, size_t size);

/* A decimal number taken apart: no leading zeros in WHOLE, no trailing ones in PART. */
struct xsd_number {
  bool negative;
  const char *whole, *part;
  size_t whole_size, part_size;
};
bool xsd_number(const char *p, const char *end, struct xsd_number *out);
int xsd_number_compare(const struct xsd_number *a, const struct xsd_number *b);

/* A moment, or the part of one that a type has; the rest is 1972-12-31T00:00:00. */
struct xsd_moment {
  int64_t seconds;  /* since 1970 of UTC, or of local time when there is no time zone */
  const char *part; /* of a second: digits, no trailing zeros */
  size_t part_size;
  bool zoned;
  bool huge; /* the year is beyond what is counted */
};
bool xsd_moment(enum xsd_kind kind, const char *p, const char *end, struct xsd_moment *out);

/* A duration: months, and seconds. */
struct xsd_span {
  int64_t months, seconds;
  const char *part;
  size_t part_size;
  bool negative;
  bool huge;
};
enum { XSD_SPAN_YEARS = 1, XSD_SPAN_DAYS = 2 };
/* WHICH: the parts that may stand in it. */
bool xsd_span(int which, const char *p, const char *end, struct xsd_span *out);

/* Days since 1970-01-01 of the first of MONTH (from 1) of YEAR, any year. */
int64_t xsd_days(int64_t year, int64_t month);

#endif
