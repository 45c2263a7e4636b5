// SPDX-License-Identifier: Apache-2.0
/* Structured field values (RFC 9651, which obsoletes RFC 8941): items, lists, dictionaries,
 * parameters. Strict as section 4.2 has it: what does not parse is no value at all. Borrows the
 * text. */
#ifndef SV_HTTP_SF_H
#define SV_HTTP_SF_H

#include "engines/http/scan.h"

#include <stdint.h>

enum sv_sf_type {
  SV_SF_INTEGER = 1,
  SV_SF_DECIMAL, /* .number is in thousandths */
  SV_SF_STRING,  /* .text is between the quotes, still escaped */
  SV_SF_TOKEN,
  SV_SF_BYTES,   /* .text is base64 */
  SV_SF_BOOLEAN, /* .number is 0 or 1 */
  SV_SF_DATE,    /* .number is seconds since 1970 */
  SV_SF_DISPLAY  /* .text is between the quotes, still percent-encoded */
};

struct sv_sf_bare {
  enum sv_sf_type type;
  int64_t number;
  struct sv_span text;
};

struct sv_sf_param {
  struct sv_span key;
  struct sv_sf_bare value;
};

enum { SV_SF_PARAMS_MAX = 16, SV_SF_INNER_MAX = 64 };

struct sv_sf_item {
  struct sv_sf_bare bare;
  struct sv_sf_param params[SV_SF_PARAMS_MAX];
  size_t param_count;
};

/* A member of a list or a dictionary: an item, or an inner list whose own parameters are in ITEM.
 */
struct sv_sf_member {
  struct sv_span key; /* of a dictionary; data NULL in a list */
  struct sv_sf_item item;
  bool is_inner;
  struct sv_sf_bare
      inner[SV_SF_INNER_MAX]; /* parameters of the inner items are checked and not kept here */
  size_t inner_count;
  struct sv_span inner_text; /* between the parentheses: sv_sf_inner_next() has the items whole */
};

/* The whole TEXT as an item. SV_INVALID, or SV_LIMIT above the numbers above. */
enum sv_status sv_sf_item_parse(const char *text, size_t size, struct sv_sf_item *out) SV_MUST_USE;

/* The next member of a list or dictionary; SV_NOT_FOUND at the end. FIRST begins true and belongs
 * to the caller's loop: a comma must stand between members and none after the last. A key that
 * comes twice is given twice; the last counts. */
enum sv_status sv_sf_list_next(struct sv_scan *s, bool *first, struct sv_sf_member *out);
enum sv_status sv_sf_dictionary_next(struct sv_scan *s, bool *first, struct sv_sf_member *out);

/* The next item of an inner list that was read: S begins at its inner_text. SV_NOT_FOUND at the
 * end.
 */
enum sv_status sv_sf_inner_next(struct sv_scan *s, struct sv_sf_item *out);

/* The parameter KEY of ITEM (the last one when it is repeated), or NULL. */
const struct sv_sf_bare *sv_sf_param_find(const struct sv_sf_item *item, const char *key);

#endif
