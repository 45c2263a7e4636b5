// SPDX-License-Identifier: Apache-2.0
/* Media types and the fields that negotiate (RFC 9110 sections 8.3 and 12.5). */
#ifndef SV_HTTP_MEDIA_TYPE_H
#define SV_HTTP_MEDIA_TYPE_H

#include "engines/http/scan.h"

/* Borrowed from the text it was read from. */
struct sv_media_type {
  struct sv_span type;
  struct sv_span subtype;
  struct sv_params params;
};

/* The whole TEXT as one media type. SV_INVALID or SV_LIMIT. */
enum sv_status sv_media_type_parse(const char *text, size_t size,
                                   struct sv_media_type *out) SV_MUST_USE;

/* Whether M is NAME ("application/json"), parameters aside. */
bool sv_media_type_is(const struct sv_media_type *m, const char *name);

/* The same of the field value VALUE, which may be NULL or no media type: then it is not. */
bool sv_content_type_is(const char *value, const char *name);

/* Whether M is application/json or has the suffix +json (RFC 6839); likewise XML. */
bool sv_media_type_is_json(const struct sv_media_type *m);
bool sv_media_type_is_xml(const struct sv_media_type *m);

/* The next element of Accept: RANGE may have wildcards, *Q is the weight in thousandths.
 * SV_NOT_FOUND at the end. */
enum sv_status sv_accept_next(struct sv_scan *s, struct sv_media_type *range, unsigned *q);

/* The next element of Accept-Language, Accept-Encoding or Accept-Charset with its weight.
 * SV_NOT_FOUND at the end. */
enum sv_status sv_weighted_next(struct sv_scan *s, struct sv_span *value, unsigned *q);

#endif
