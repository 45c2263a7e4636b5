// SPDX-License-Identifier: Apache-2.0
/* The keys of the authorisation server: one RSA, one EC, made at start. Tokens are signed with the
 * RSA key. Beside them a key and certificate of a client. */
#ifndef SV_REFERENCE_KEYS_H
#define SV_REFERENCE_KEYS_H

#include "reference/service.h"

enum { SV_TOKEN_MAX = 8192 };

/* The issuer of the national test environment, whose tokens have no place in production. */
#define SV_TEST_ISSUER_URL "https://test.maskinporten.no/"

/* The client that is registered, with base/logg-inn/svar as its address. */
#define SV_CLIENT_ID "referanse-web"

/* Synthetic persons (month + 80): nobody has these numbers. */
#define SV_PERSON "05819030164"
#define SV_OTHER_PERSON "17859240259"

/* Makes the keys of S. */
enum sv_status sv_keys_make(struct sv_keys **out, const struct sv_service *s,
                            struct sv_error *err) SV_MUST_USE;
void sv_keys_free(struct sv_keys *k);

/* The JSON Web Key Set with the public halves (RFC 7517). Borrowed. */
const char *sv_keys_jwks(const struct sv_keys *k);

/* The certificates as PEM, and as one element of x5c. SV_INTERNAL when GnuTLS cannot. */
enum sv_status sv_keys_client_pem(const struct sv_keys *k, struct sv_buf *certificate,
                                  struct sv_buf *key, struct sv_error *err) SV_MUST_USE;
enum sv_status sv_keys_x5c(const struct sv_keys *k, struct sv_buf *out,
                           struct sv_error *err) SV_MUST_USE;

/* Appends the thumbprint of the client's certificate, as in x5t#S256 (RFC 8705 3.1). */
enum sv_status sv_keys_thumbprint(const struct sv_keys *k, struct sv_buf *out,
                                  struct sv_error *err) SV_MUST_USE;

/* The public half of the RSA key as PEM. */
enum sv_status sv_keys_pem(const struct sv_keys *k, struct sv_buf *out,
                           struct sv_error *err) SV_MUST_USE;

/* A token to be made. What is NULL is as the service wants it, or left out. */
struct sv_token_wish {
  const char *scope;
  time_t expires;
  const char *issuer, *audience;
  const char *more;  /* members of the claims, each with a comma before it */
  const char *edits; /* the name by which breaks change the claims; NULL: none may */
};

/* Appends the token W of S. */
enum sv_status sv_token_make(const struct sv_service *s, const struct sv_token_wish *w,
                             struct sv_buf *out, struct sv_error *err) SV_MUST_USE;

/* Appends HEADER and CLAIMS as a JWS, signed with the RSA key. */
enum sv_status sv_jws_make(const struct sv_keys *k, const char *header, const char *claims,
                           struct sv_buf *out, struct sv_error *err) SV_MUST_USE;

enum sv_token_verdict {
  SV_TOKEN_GOOD,
  SV_TOKEN_INVALID,
  SV_TOKEN_EXPIRED,
  SV_TOKEN_NO_SCOPE,
  SV_TOKEN_NO_PERSON, /* not, or not the right one */
  SV_TOKEN_BOUND      /* of use with a proof of the key only (RFC 9449) */
};

/* What TOKEN is worth for SCOPE at NOW, and for PERSON when it is not NULL. */
enum sv_token_verdict sv_token_judge(const struct sv_service *s, const char *token,
                                     const char *scope, const char *person, time_t now);

#endif
