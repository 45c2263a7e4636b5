// SPDX-License-Identifier: Apache-2.0
/* A public key as a JSON Web Key has it (RFC 7518 6, RFC 8037 2). */
#ifndef SV_ENGINES_JOSE_JWK_H
#define SV_ENGINES_JOSE_JWK_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"

#include <openssl/types.h>

struct sv_jwk {
  const char *kty;   /* "RSA", "EC", "OKP" */
  const char *crv;   /* EC and OKP */
  const char *n, *e; /* RSA; numbers are in base64url */
  const char *x, *y; /* EC; OKP has no y */
};

/* The key for OpenSSL, to be freed with EVP_PKEY_free(); NULL when it is no key that signs. */
EVP_PKEY *sv_jwk_open(const struct sv_jwk *key) SV_MUST_USE;

/* Appends the key as a PEM block of SubjectPublicKeyInfo. SV_INVALID when it is none. */
enum sv_status sv_jwk_pem(const struct sv_jwk *key, struct sv_buf *out) SV_MUST_USE;

/* The other way: KEY's members, made in A. SV_INVALID for a kind of key that JOSE does not have. */
enum sv_status sv_jwk_from(const EVP_PKEY *key, struct sv_arena *a, struct sv_jwk *out) SV_MUST_USE;

#endif
