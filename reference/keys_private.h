// SPDX-License-Identifier: Apache-2.0
/* What keys.c and token.c share. */
#ifndef SV_REFERENCE_KEYS_PRIVATE_H
#define SV_REFERENCE_KEYS_PRIVATE_H

#include "engines/base/buf.h"

#include <gnutls/x509.h>

#define SV_KEY_ID_RSA "referanse-rsa-1"
#define SV_KEY_ID_EC "referanse-ec-1"

struct sv_keys {
  gnutls_x509_privkey_t rsa;
  gnutls_x509_privkey_t ec;
  gnutls_x509_privkey_t client;
  gnutls_x509_crt_t signer_crt; /* of RSA, for x5c */
  gnutls_x509_crt_t client_crt;
  char *jwks;
};

/* Appends SIZE bytes in base64url without padding (RFC 4648 section 5). */
void sv_base64url(struct sv_buf *out, const unsigned char *data, size_t size);

#endif
