// SPDX-License-Identifier: Apache-2.0
/* Content-Digest and Repr-Digest (RFC 9530): whether they are the digest of a content. */
#ifndef SV_HTTP_DIGEST_H
#define SV_HTTP_DIGEST_H

#include "engines/base/uri.h"

enum sv_digest_verdict {
  SV_DIGEST_GOOD = 1, /* every digest that is known here fits */
  SV_DIGEST_BAD,
  SV_DIGEST_MALFORMED, /* no dictionary of byte sequences */
  SV_DIGEST_NONE       /* neither sha-256 nor sha-512 is there */
};

struct sv_digest {
  const char *algorithm; /* of the digest that is bad; "sha-256" when none is */
  char own[96];          /* what it should be, in base64 */
};

/* Compares FIELD, its lines joined by commas, with the CONTENT of SIZE bytes. */
enum sv_digest_verdict sv_digest_check(struct sv_span field, const void *content, size_t size,
                                       struct sv_digest *out);

#endif
