// SPDX-License-Identifier: Apache-2.0
/* Resolving credentials: where they come from is in credential_source.c, here is what becomes of
 * them. */
#include "runner/credential.h"

#include "runner/credential_source.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

static enum sv_status add_origin(struct sv_secret *s, const char *url, const char *name,
                                 struct sv_error *err)
{
  struct sv_weburl origin;
  const char *fault = sv_weburl_read(url, &origin);
  if (fault)
    return sv_fail(err, SV_INVALID, "credential '%s' is for an address that cannot be used: %s",
                   name, fault);
  for (size_t i = 0; i < s->origin_count; i++)
    if (sv_weburl_same_origin(&s->origins[i], &origin))
      return SV_OK;
  struct sv_weburl *origins = realloc(s->origins, (s->origin_count + 1) * sizeof *origins);
  if (!origins)
    return SV_NO_MEMORY;
  s->origins = origins;
  s->origins[s->origin_count++] = origin;
  return SV_OK;
}

static enum sv_status bind_origins(const struct sv_target *t, const struct sv_credential *c,
                                   struct sv_secret *s, struct sv_error *err)
{
  if (c->origin)
    return add_origin(s, c->origin, c->name, err);
  for (size_t i = 0; i < t->endpoint_count; i++) {
    const struct sv_endpoint *e = &t->endpoints[i];
    if (c->purpose && e->url && strcmp(e->kind, "api") == 0)
      SV_TRY(add_origin(s, e->url, c->name, err));
    if (e->credential && e->url && strcmp(e->credential, c->name) == 0)
      SV_TRY(add_origin(s, e->url, c->name, err));
  }
  return SV_OK;
}

/* A header line of PREFIX and VALUE; neither may have a line end inside. */
static enum sv_status make_header(struct sv_secret *s, const char *name, const char *prefix,
                                  const char *value, struct sv_error *err)
{
  if (strpbrk(value, "\r\n"))
    return sv_fail(err, SV_INVALID,
                   "credential '%s' has a line end inside; it cannot be sent in a header", s->name);
  s->header.size = strlen(name) + 2 + strlen(prefix) + strlen(value);
  s->header.data = malloc(s->header.size + 1);
  if (!s->header.data)
    return SV_NO_MEMORY;
  char *p = s->header.data;
  p = stpcpy(p, name);
  p = stpcpy(p, ": ");
  p = stpcpy(p, prefix);
  (void)stpcpy(p, value);
  return SV_OK;
}

/* RFC 7617 2. */
static enum sv_status make_basic(struct sv_secret *s, struct sv_error *err)
{
  const size_t size = s->user.size + 1 + s->value.size;
  unsigned char *pair = malloc(size);
  char *coded = malloc(size / 3 * 4 + 5);
  enum sv_status status = SV_NO_MEMORY;
  if (pair && coded && size < 1 << 20) {
    memcpy(pair, s->user.data, s->user.size);
    pair[s->user.size] = ':';
    memcpy(pair + s->user.size + 1, s->value.data, s->value.size);
    (void)EVP_EncodeBlock((unsigned char *)coded, pair, (int)size);
    status = make_header(s, "Authorization", "Basic ", coded, err);
  }
  if (pair)
    explicit_bzero(pair, size);
  if (coded)
    explicit_bzero(coded, size / 3 * 4 + 5);
  free(pair);
  free(coded);
  return status;
}

static enum sv_status resolve(const struct sv_target *t, const struct sv_credential *c,
                              struct sv_secret *s, struct sv_error *err)
{
  s->name = c->name;
  s->type = c->type;
  SV_TRY(bind_origins(t, c, s, err));
  SV_TRY(sv_source_read(t, c->name, c->secret, c->type == SV_MTLS, &s->value, err));
  if (s->value.size < SV_SECRET_MIN)
    return sv_fail(err, SV_INVALID,
                   "credential '%s' is shorter than %d characters; it could not be hidden in what "
                   "is stored",
                   c->name, SV_SECRET_MIN);
  switch (c->type) {
  case SV_BEARER:
    return make_header(s, "Authorization", "Bearer ", s->value.data, err);
  case SV_API_KEY:
    return make_header(s, c->header ? c->header : "X-API-Key", "", s->value.data, err);
  case SV_BASIC:
    if (!c->user)
      return sv_fail(err, SV_INVALID, "credential '%s' has no user", c->name);
    SV_TRY(sv_source_read_user(t, c->name, c->user, &s->user, err));
    return make_basic(s, err);
  case SV_MTLS:
    if (!c->certificate)
      return sv_fail(err, SV_INVALID, "credential '%s' has no certificate", c->name);
    return sv_source_read_certificate(t, c->name, c->certificate, &s->certificate, err);
  }
  return sv_fail(err, SV_INTERNAL, "credential '%s' is of an unknown type", c->name);
}

enum sv_status sv_secrets_resolve(const struct sv_target *t, struct sv_secrets *out,
                                  struct sv_error *err)
{
  *out = (struct sv_secrets){ 0 };
  if (t->credential_count == 0)
    return SV_OK;
  out->items = calloc(t->credential_count, sizeof *out->items);
  if (!out->items)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < t->credential_count; i++) {
    out->count++;
    const enum sv_status status = resolve(t, &t->credentials[i], &out->items[i], err);
    if (status == SV_OK)
      continue;
    sv_secrets_free(out);
    return status;
  }
  return SV_OK;
}
