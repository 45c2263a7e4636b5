// SPDX-License-Identifier: Apache-2.0
/* The signature base, line by line, and the signature over it. */
#include "reference/seal.h"

#include "engines/base/ascii.h"
#include "reference/keys.h"
#include "reference/keys_private.h"
#include "reference/sign.h"
#include "reference/state.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <string.h>

enum { BASE_MAX = 16384, DIGEST = 32, LIFE = 300 };

#define ALGORITHM "ecdsa-p256-sha256"

/* What is signed: the list of components beside their lines. */
struct text {
  struct sv_buf list, base;
};

static void cover(struct text *t, const char *component, const char *value)
{
  sv_buf_addf(&t->list, "%s%s", t->list.size > 0 ? " " : "", component);
  sv_buf_addf(&t->base, "%s: %s\n", component, value);
}

/* All lines of the field, as far as there are any. */
static void cover_field(struct text *t, struct sv_exchange *x, const char *name)
{
  const struct sv_pairs *p = &x->answer.headers;
  const char *all = NULL;
  for (size_t i = 0; i < p->count; i++)
    if (sv_equal_nocase(p->list[i].name, name))
      all = sv_exchange_printf(x, "%s%s%s", all ? all : "", all ? ", " : "", p->list[i].value);
  if (all)
    cover(t, sv_exchange_printf(x, "\"%s\"", name), all);
}

/* SIZE bytes in base64. Lives as long as the exchange. */
static const char *base64(struct sv_exchange *x, const void *data, size_t size)
{
  const gnutls_datum_t bytes = { (unsigned char *)(uintptr_t)data, (unsigned)size };
  gnutls_datum_t text = { NULL, 0 };
  const char *copy = "";
  if (gnutls_base64_encode2(&bytes, &text) >= 0)
    copy = sv_exchange_printf(x, "%.*s", (int)text.size, (const char *)text.data);
  gnutls_free(text.data);
  return copy;
}

static void add_digest(struct sv_exchange *x)
{
  unsigned char digest[DIGEST] = { 0 };
  (void)gnutls_hash_fast(GNUTLS_DIG_SHA256, sv_buf_text(&x->answer.body), x->answer.body.size,
                         digest);
  sv_answer_set(x, "Content-Digest", "sha-256=:%s:", base64(x, digest, sizeof digest));
}

static const char *sign(struct sv_exchange *x, gnutls_x509_privkey_t key, const struct sv_buf *base)
{
  const gnutls_datum_t text = { (unsigned char *)(uintptr_t)sv_buf_text(base),
                                (unsigned)base->size };
  gnutls_privkey_t signer = NULL;
  gnutls_datum_t made = { NULL, 0 };
  unsigned char raw[SV_RAW_SIGNATURE];
  const char *value = "";
  if (gnutls_privkey_init(&signer) >= 0 && gnutls_privkey_import_x509(signer, key, 0) >= 0 &&
      gnutls_privkey_sign_data2(signer, GNUTLS_SIGN_ECDSA_SECP256R1_SHA256, 0, &text, &made) >= 0 &&
      sv_sign_raw(&made, raw))
    value = base64(x, raw, sizeof raw);
  gnutls_free(made.data);
  if (signer)
    gnutls_privkey_deinit(signer);
  return value;
}

static const char *parameters(const struct sv_service *s, struct sv_exchange *x)
{
  const long long now = (long long)sv_state_now(s);
  const long long from = sv_service_quirk(s, SV_SEAL_EXPIRED) ? now - 2 * LIFE : now;
  const char *alg = sv_service_quirk(s, SV_SEAL_OTHER_ALGORITHM) ? "ed25519" : ALGORITHM;
  return sv_exchange_printf(x, ";created=%lld;expires=%lld;keyid=\"%s\";alg=\"%s\"", from,
                            from + LIFE, SV_KEY_ID_EC, alg);
}

void sv_seal(const struct sv_service *s, struct sv_exchange *x)
{
  const char *path = x->request.path ? x->request.path : "";
  if (x->answer.status != 200 || !x->request.tls || strcmp(x->request.method, "GET") != 0 ||
      strcmp(path, "/v1/hendelser") != 0)
    return;
  struct text t = { .list = SV_BUF(BASE_MAX), .base = SV_BUF(BASE_MAX) };
  const char *query = strchr(x->request.target, '?');
  add_digest(x);
  cover(&t, "\"@status\"", "200");
  cover(&t, "\"@method\";req", x->request.method);
  cover(&t, "\"@path\";req", sv_service_quirk(s, SV_SEAL_INSIDE) ? "/intern/hendelser" : path);
  cover(&t, "\"@query\";req", query ? query : "?");
  cover_field(&t, x, "content-type");
  cover_field(&t, x, "content-digest");
  if (sv_service_quirk(s, SV_SEAL_MISSING))
    cover(&t, "\"x-sporing\"", "1");
  const char *params = parameters(s, x);
  sv_buf_addf(&t.base, "\"@signature-params\": (%s)%s", sv_buf_text(&t.list), params);
  sv_answer_set(x, "Signature-Input", "referanse=(%s)%s", sv_buf_text(&t.list), params);
  sv_answer_set(
      x, "Signature", "referanse=:%s:",
      sign(x, sv_service_quirk(s, SV_SEAL_OTHER_KEY) ? s->keys->client : s->keys->ec, &t.base));
  sv_buf_free(&t.list);
  sv_buf_free(&t.base);
  /* White space after the array: what the digest is of, and no longer the same content. */
  if (sv_service_quirk(s, SV_SEAL_CHANGED) && !sv_pairs_get(&x->answer.headers, "Content-Encoding"))
    sv_buf_addc(&x->answer.body, '\n');
}
