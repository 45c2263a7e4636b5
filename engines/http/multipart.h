// SPDX-License-Identifier: Apache-2.0
/* Content in several parts (RFC 2046 5.1, RFC 7578): the parts one after another, their fields and
 * content borrowed from the body. Parts in parts are content; they are not taken apart. */
#ifndef SV_HTTP_MULTIPART_H
#define SV_HTTP_MULTIPART_H

#include "engines/base/buf.h"
#include "engines/http/media_type.h"

enum {
  SV_MULTIPART_BOUNDARY_MOST = 70, /* RFC 2046 5.1.1 */
  SV_MULTIPART_PARTS_MOST = 1000,
  SV_MULTIPART_FIELDS_MOST = 32,     /* of a part */
  SV_MULTIPART_HEAD_MOST = 16 << 10, /* bytes of a part's fields */
};

struct sv_multipart_field {
  struct sv_span name, value; /* without the blanks around */
};

struct sv_multipart_part {
  struct sv_multipart_field fields[SV_MULTIPART_FIELDS_MOST];
  size_t field_count;
  struct sv_span content;
};

/* Where in a body its reader is. */
struct sv_multipart {
  const char *p, *end;
  char delimiter[SV_MULTIPART_BOUNDARY_MOST + 5]; /* CRLF "--" and the boundary */
  size_t delimiter_size;
  size_t count; /* parts that were given */
  bool closed;  /* the last delimiter was the final one */
};

/* Begins at the first part of BODY, which TYPE says how to part. SV_INVALID when TYPE has no
 * boundary or BODY no part. */
enum sv_status sv_multipart_begin(struct sv_multipart *m, const struct sv_media_type *type,
                                  const char *body, size_t size, struct sv_error *err) SV_MUST_USE;

/* The next part; SV_NOT_FOUND behind the final boundary. SV_INVALID with a reason, SV_LIMIT. */
enum sv_status sv_multipart_next(struct sv_multipart *m, struct sv_multipart_part *out,
                                 struct sv_error *err) SV_MUST_USE;

/* The value of the first field NAME, or NULL; borrowed. */
const struct sv_span *sv_multipart_field(const struct sv_multipart_part *part, const char *name);

/* Adds the name that Content-Disposition gives the part to OUT: nothing when it has none.
 * *DISPOSITION (may be NULL) is its kind, "form-data". SV_INVALID when the field is malformed or
 * the name no text. */
enum sv_status sv_multipart_name(const struct sv_multipart_part *part, struct sv_span *disposition,
                                 struct sv_buf *out, struct sv_error *err) SV_MUST_USE;

#endif
