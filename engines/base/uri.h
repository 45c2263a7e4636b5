// SPDX-License-Identifier: Apache-2.0
/* URI and IRI references: split, resolve (RFC 3986 section 5, strict), normalise dot segments,
 * percent-encode and back. */
#ifndef SV_BASE_URI_H
#define SV_BASE_URI_H

#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>

struct sv_span {
  const char *data; /* NULL: the component is absent, which is not the same as empty */
  size_t size;
};

/* Whether both have the same bytes but for the case of ASCII letters, as schemes and hosts are
 * compared (RFC 3986 6.2.2.1). */
bool sv_span_equal_nocase(struct sv_span a, struct sv_span b);

/* The components as RFC 3986 appendix B splits them. Borrowed from the text. */
struct sv_uri {
  struct sv_span scheme;
  struct sv_span authority;
  struct sv_span path; /* never absent */
  struct sv_span query;
  struct sv_span fragment;
};

/* Splits SIZE bytes; every text splits, nothing is checked. */
struct sv_uri sv_uri_split(const char *text, size_t size);

/* Appends the target of reference REF against BASE to OUT (RFC 3986 5.2.2). Linear in the input.
 * SV_INVALID when BASE has no scheme and REF neither. */
enum sv_status sv_uri_resolve(const char *base, size_t base_size, const char *ref, size_t ref_size,
                              struct sv_buf *out) SV_MUST_USE;

/* Appends TEXT with %XX for every byte but the unreserved (RFC 3986 2.3) and those in KEPT. */
enum sv_status sv_uri_encode(const char *text, size_t size, const char *kept, struct sv_buf *out);

/* Appends TEXT with each %XX undone (RFC 3986 2.1); a percent sign without two digits stays. */
enum sv_status sv_uri_decode(const char *text, size_t size, struct sv_buf *out);

/* The same of application/x-www-form-urlencoded, where + is a space. */
enum sv_status sv_form_decode(const char *text, size_t size, struct sv_buf *out);

/* Whether the text is an absolute or relative reference by the grammar of RFC 3986 (URI) or 3987
 * (IRI). */
bool sv_uri_is_reference(const char *text, size_t size, bool iri);

/* The same, and it has a scheme. */
bool sv_uri_is_absolute(const char *text, size_t size, bool iri);

#endif
