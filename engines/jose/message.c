// SPDX-License-Identifier: Apache-2.0
/* The algorithms of RFC 9421 3.3 by their names in JOSE. */
#include "engines/jose/message.h"

#include "engines/jose/base64url.h"
#include "engines/jose/jws.h"

#include <string.h>

enum { SIGNATURE_MOST = 4096 };

/* RFC 9421 6.2.2: HMAC has a secret that nobody publishes, and is not here. */
static const struct algorithm {
  const char *name, *jose, *kty, *crv;
} algorithms[] = {
  { "ecdsa-p256-sha256", "ES256", "EC", "P-256" }, { "ecdsa-p384-sha384", "ES384", "EC", "P-384" },
  { "ed25519", "EdDSA", "OKP", "Ed25519" },        { "rsa-pss-sha512", "PS512", "RSA", NULL },
  { "rsa-v1_5-sha256", "RS256", "RSA", NULL },
};

static bool is_of(const struct algorithm *a, const struct sv_jwk *key)
{
  return key->kty && strcmp(key->kty, a->kty) == 0 &&
         (!a->crv || (key->crv && strcmp(key->crv, a->crv) == 0));
}

static const struct algorithm *find(const char *name)
{
  for (size_t i = 0; i < sizeof algorithms / sizeof algorithms[0]; i++)
    if (strcmp(algorithms[i].name, name) == 0)
      return &algorithms[i];
  return NULL;
}

/* RFC 9864 gave Ed25519 a name of its own in JOSE. */
static const char *usual(const char *jose)
{
  return strcmp(jose, "Ed25519") == 0 || strcmp(jose, "Ed448") == 0 ? "EdDSA" : jose;
}

static enum sv_message_verdict verify(const char *jose, const struct sv_jwk *key,
                                      struct sv_span base, struct sv_span signature)
{
  static const enum sv_message_verdict verdicts[] = {
    [SV_SIGNATURE_GOOD] = SV_MESSAGE_GOOD,
    [SV_SIGNATURE_BAD] = SV_MESSAGE_BAD,
    [SV_SIGNATURE_UNCHECKED] = SV_MESSAGE_UNCHECKED,
  };
  struct sv_buf bytes = SV_BUF(SIGNATURE_MOST);
  const bool read = sv_base64_decode(signature.data, signature.size, &bytes) == SV_OK;
  if (!read)
    sv_buf_free(&bytes);
  enum sv_message_verdict v = verdicts[sv_signed_verify(jose, key, base, &bytes)];
  sv_buf_free(&bytes);
  return !read && v == SV_MESSAGE_GOOD ? SV_MESSAGE_BAD : v;
}

/* Neither the signature nor the key names an algorithm: every one for this kind of key is tried. */
static enum sv_message_verdict try_all(const struct sv_jwk *key, struct sv_span base,
                                       struct sv_span signature)
{
  enum sv_message_verdict v = SV_MESSAGE_UNCHECKED;
  for (size_t i = 0; v != SV_MESSAGE_GOOD && i < sizeof algorithms / sizeof algorithms[0]; i++)
    if (is_of(&algorithms[i], key))
      v = verify(algorithms[i].jose, key, base, signature);
  return v;
}

enum sv_message_verdict sv_message_verify(const char *alg, const char *key_alg,
                                          const struct sv_jwk *key, struct sv_span base,
                                          struct sv_span signature)
{
  if (!alg && !key_alg)
    return try_all(key, base, signature);
  if (!alg) /* 3.3.7: the algorithm is that of the key */
    return verify(usual(key_alg), key, base, signature);
  const struct algorithm *a = find(alg);
  if (!a)
    return SV_MESSAGE_UNCHECKED;
  if (!is_of(a, key) || (key_alg && strcmp(usual(key_alg), a->jose) != 0))
    return SV_MESSAGE_OTHER_KEY;
  return verify(a->jose, key, base, signature);
}
