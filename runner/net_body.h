// SPDX-License-Identifier: Apache-2.0
/* Decoding a gzip body within limits. Pure. */
#ifndef SV_RUNNER_NET_BODY_H
#define SV_RUNNER_NET_BODY_H

#include "engines/base/buf.h"

#include <stdint.h>

enum {
  SV_BODY_MAX = 10 << 20,         /* bytes on the wire */
  SV_BODY_DECODED_MAX = 20 << 20, /* bytes after decoding */
  SV_DOCUMENT_MAX = 64 << 20,     /* bytes of a document of the target, both ways */
  SV_BODY_RATIO_FROM = 1 << 20,   /* bytes decoded before the ratio counts */
  SV_BODY_RATIO_MAX = 100,        /* bytes decoded for each on the wire */
};

/* Appends what the gzip members at DATA decode to, MOST bytes (SV_BODY_DECODED_MAX or
 * SV_DOCUMENT_MAX) of it. Returns 0, or the marks that tell why OUT is not the whole, with one
 * sentence in *DETAIL. */
uint32_t sv_body_gunzip(const char *data, size_t size, size_t most, struct sv_buf *out,
                        const char **detail);

#endif
