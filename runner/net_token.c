// SPDX-License-Identifier: Apache-2.0
/* What a credential of the target says: header and claims of a token, and whether a key verifies
 * it. The token itself, and its signature, never leave this process. */
#include "runner/net_probe.h"

#include "engines/jose/base64url.h"
#include "engines/jose/certificate.h"
#include "engines/jose/jws.h"
#include "engines/tls/lines.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { PART_MOST = 32 << 10, LINES_MOST = 4 };

static const char *const words[] = {
  [SV_SIGNATURE_GOOD] = "good", [SV_SIGNATURE_BAD] = "bad", [SV_SIGNATURE_UNCHECKED] = "unchecked"
};

/* The JSON object in PART, on one line, in T's arena; NULL when it is none. */
static const char *object(struct sv_transfer *t, struct sv_span part, json_t **out)
{
  struct sv_buf text = SV_BUF(PART_MOST);
  const char *line = NULL;
  *out = sv_base64url_decode(part.data, part.size, &text) == SV_OK
             ? json_loadb(sv_buf_text(&text), text.size, JSON_REJECT_DUPLICATES, NULL)
             : NULL;
  char *dump = json_is_object(*out) ? json_dumps(*out, JSON_COMPACT | JSON_SORT_KEYS) : NULL;
  if (dump)
    line = sv_arena_strdup(&t->arena, dump);
  free(dump);
  if (text.data)
    explicit_bzero(text.data, text.room);
  sv_buf_free(&text);
  return line;
}

/* The key that the lines of the request hold; it comes from a check, which had it from the issuer.
 */
static struct sv_jwk key_of(const struct sv_ask *ask)
{
  const char *const *l = ask->headers;
  const size_t n = ask->header_count;
  return (struct sv_jwk){ .kty = sv_line_value(l, n, "Kty"),
                          .crv = sv_line_value(l, n, "Crv"),
                          .n = sv_line_value(l, n, "N"),
                          .e = sv_line_value(l, n, "E"),
                          .x = sv_line_value(l, n, "X"),
                          .y = sv_line_value(l, n, "Y") };
}

/* "none": there is nothing after the last dot. */
static const char *signature_word(const struct sv_jws *j, const json_t *header,
                                  const struct sv_jwk *key)
{
  const char *alg = json_string_value(json_object_get(header, "alg"));
  return j->signature.size == 0 ? "none" : words[sv_jws_verify(j, alg, key)];
}

static size_t token_lines(struct sv_transfer *t, const struct sv_secret *secret,
                          const char *lines[LINES_MOST])
{
  const struct sv_jwk key = key_of(&t->ask);
  struct sv_jws j;
  json_t *header = NULL;
  json_t *claims = NULL;
  size_t n = 0;
  lines[n++] = "Form: opaque";
  if (!sv_jws_split(secret->value.data, secret->value.size, &j))
    return n;
  const char *head = object(t, j.header, &header);
  const char *body = object(t, j.claims, &claims);
  if (head && body) {
    lines[0] = "Form: jws";
    lines[n++] = sv_arena_printf(&t->arena, "Header: %s", head);
    lines[n++] = sv_arena_printf(&t->arena, "Claims: %s", body);
    lines[n++] = sv_arena_printf(&t->arena, "Signature: %s", signature_word(&j, header, &key));
  }
  json_decref(header);
  json_decref(claims);
  return n;
}

static size_t certificate_lines(struct sv_transfer *t, const struct sv_secret *secret,
                                const char *lines[LINES_MOST])
{
  struct sv_buf text = SV_BUF(256);
  size_t n = 0;
  lines[n++] = "Form: certificate";
  if (sv_pem_thumbprint(secret->certificate.data, secret->certificate.size, &text) == SV_OK)
    lines[n++] = sv_arena_printf(&t->arena, "Thumbprint: %s", sv_buf_text(&text));
  sv_buf_free(&text);
  return n;
}

void sv_token_tell(struct sv_transfer *t)
{
  const char *lines[LINES_MOST] = { "Form: opaque" };
  size_t n = 1;
  const char *name = t->ask.credential ? t->ask.credential : "";
  const struct sv_secret *secret = sv_secrets_find(t->net->options->secrets, name);
  if (secret && secret->type == SV_BEARER)
    n = token_lines(t, secret, lines);
  else if (secret && secret->type == SV_MTLS)
    n = certificate_lines(t, secret, lines);
  for (size_t i = 0; i < n; i++)
    if (!lines[i])
      secret = NULL;
  if (secret)
    sv_probe_end(t, NULL, NULL, lines, n);
  else
    sv_probe_end(t, "credential", "The target has no credential of that name.", NULL, 0);
}
