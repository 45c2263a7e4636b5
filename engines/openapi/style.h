// SPDX-License-Identifier: Apache-2.0
/* Parameters on the wire: the styles of OAS 3 (4.7.12, RFC 6570) and the collection formats of 2.0,
 * both ways. Values are JSON. */
#ifndef SV_OPENAPI_STYLE_H
#define SV_OPENAPI_STYLE_H

#include "engines/openapi/openapi.h"

#include <jansson.h>

enum sv_style_kind {
  SV_STYLE_SIMPLE,
  SV_STYLE_LABEL,
  SV_STYLE_MATRIX,
  SV_STYLE_FORM,
  SV_STYLE_SPACE, /* spaceDelimited */
  SV_STYLE_PIPE,  /* pipeDelimited */
  SV_STYLE_TAB,   /* tsv of 2.0 */
  SV_STYLE_DEEP,  /* deepObject */
  SV_STYLE_CONTENT
};

/* How a parameter or a response header is written. */
struct sv_style {
  const char *name;
  enum sv_openapi_in in;
  enum sv_style_kind kind;
  bool explode;
  bool allow_reserved;
  bool raw;                      /* style cookie of 3.2: nothing is percent-encoded */
  bool as_text;                  /* decoding makes a text of it, whatever the schema says */
  const char *media;             /* of SV_STYLE_CONTENT */
  struct sv_openapi_node schema; /* none: any text */
};

/* How P is written, defaults filled in. */
struct sv_style sv_style_of_parameter(struct sv_openapi *api, const struct sv_openapi_parameter *p);

/* The same of a response header. */
struct sv_style sv_style_of_header(struct sv_openapi *api, const struct sv_openapi_header *h);

/* The value of the parameter in TEXT as a new reference in *OUT, NULL when it is not there. TEXT is
 * what stands in the path for a path parameter, the query without its ?, the field Cookie, the
 * value of a header; percent-encoded as on the wire. Texts become what the schema asks for where
 * they can, else they stay texts. SV_INVALID when it cannot be taken apart, with a reason. */
enum sv_status sv_style_decode(struct sv_openapi *api, const struct sv_style *s, const char *text,
                               size_t size, json_t **out, struct sv_error *err) SV_MUST_USE;

/* Adds TEXT of a query or form to OUT without its percent-encoding. SV_INVALID as above, also for a
 * NUL in it. */
enum sv_status sv_style_unescape(const char *text, size_t size, struct sv_buf *out,
                                 struct sv_error *err) SV_MUST_USE;

/* How the member NAME of a form is written, whose Encoding Object is ENCODING (none: as such
 * members are, objects as JSON). */
struct sv_style sv_style_of_member(struct sv_openapi *api, const char *name,
                                   struct sv_openapi_node schema, struct sv_openapi_node encoding);

/* Adds VALUE as it goes on the wire to OUT: what stands in the path; name=value pairs with & for a
 * query, with "; " for Cookie; the value of a header. Nothing for an empty array or object in a
 * query. SV_INVALID for a value that the style cannot carry. */
enum sv_status sv_style_encode(const struct sv_style *s, const json_t *value, struct sv_buf *out,
                               struct sv_error *err) SV_MUST_USE;

/* Whether the query TEXT has a pair whose name belongs to S. */
bool sv_style_takes(struct sv_openapi *api, const struct sv_style *s, const char *name,
                    size_t size);

/* The types that the schema at N allows, as bits 1 << enum sv_style_type; all when it says none. */
enum sv_style_type {
  SV_TYPE_IS_NULL,
  SV_TYPE_IS_BOOLEAN,
  SV_TYPE_IS_INTEGER,
  SV_TYPE_IS_NUMBER,
  SV_TYPE_IS_STRING,
  SV_TYPE_IS_ARRAY,
  SV_TYPE_IS_OBJECT
};
#define SV_TYPE_IS_ANY 0x7Fu
unsigned sv_style_types(struct sv_openapi *api, struct sv_openapi_node n);

/* The schema of the property NAME, or of the items (NAME NULL), as far as it can be told without a
 * value; none when it cannot. */
struct sv_openapi_node sv_style_part(struct sv_openapi *api, struct sv_openapi_node n,
                                     const char *name);

/* TEXT as the JSON value that TYPES ask for: a number, a truth value, null, or a text. A new
 * reference, NULL when memory ran out. */
json_t *sv_style_scalar(unsigned types, const char *text, size_t size);

#endif
