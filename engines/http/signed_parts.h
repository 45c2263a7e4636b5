// SPDX-License-Identifier: Apache-2.0
/* The parts of a request that a message signature may cover (RFC 9421 2.2). */
#ifndef SV_HTTP_SIGNED_PARTS_H
#define SV_HTTP_SIGNED_PARTS_H

#include "engines/base/buf.h"
#include "engines/base/uri.h"

#include <stdbool.h>

struct sv_request_parts {
  const char *method;
  const char *url; /* absolute, of http or https */
};

/* Whether NAME is one of them: "@method", "@target-uri" ... */
bool sv_request_part_is_known(struct sv_span name);

/* Appends the part NAME; of "@query-param" the value of the parameter PARAM, which is written as in
 * the component identifier. SV_NOT_FOUND when the query does not have it just once, or the URL has
 * no host. */
enum sv_status sv_request_part_add(const struct sv_request_parts *r, struct sv_span name,
                                   struct sv_span param, struct sv_buf *out) SV_MUST_USE;

#endif
