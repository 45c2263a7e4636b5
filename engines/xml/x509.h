// SPDX-License-Identifier: Apache-2.0
/* X.509 certificates as XML documents carry them: base64 of DER, folded as the writer likes. */
#ifndef SV_XML_X509_H
#define SV_XML_X509_H

#include "engines/base/buf.h"

#include <stdint.h>

struct sv_x509 {
  struct x509_st *certificate;   /* owned */
  char subject[200];             /* RFC 2253 text, cut */
  int64_t not_before, not_after; /* seconds since 1970 */
  bool is_rsa, is_ec;
  unsigned bits;
  bool is_strong; /* RSA of 2048 bits or more, EC of 256 or more */
};

/* Reads SIZE characters: base64 with any white space, in PEM's frame or without it. To be freed
 * with sv_x509_free(), also after a failure. SV_INVALID when it is no certificate. */
enum sv_status sv_x509_read(const char *text, size_t size, struct sv_x509 *out) SV_MUST_USE;
void sv_x509_free(struct sv_x509 *c);

/* Whether C was issued, directly or not, by one of the certificates in the PEM text, all of which
 * are trusted, and the chain is valid at WHEN. SV_DENIED when it was not, with OpenSSL's reason in
 * REASON; SV_INVALID when the text has no certificate; SV_LIMIT over 64 of them. RFC 5280 6. */
enum sv_status sv_x509_is_issued(const struct sv_x509 *c, const char *pem, size_t size,
                                 int64_t when, char reason[200]) SV_MUST_USE;

#endif
