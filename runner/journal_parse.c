// SPDX-License-Identifier: Apache-2.0
/* From the JSON of a line to an exchange or a handshake. */
#include "runner/journal_read.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

static const char *from_hex(struct sv_reader *r, const json_t *value)
{
  const char *hex = json_string_value(value);
  const size_t size = json_string_length(value);
  if (!hex || size % 2)
    return NULL;
  char *out = sv_arena_alloc(&r->out->arena, size / 2 + 1);
  for (size_t i = 0; out && i < size / 2; i++) {
    const int high = sv_hex((unsigned char)hex[2 * i]);
    const int low = sv_hex((unsigned char)hex[2 * i + 1]);
    if (high < 0 || low < 0 || (high == 0 && low == 0))
      return NULL;
    out[i] = (char)(unsigned char)(high << 4 | low);
  }
  if (out)
    out[size / 2] = '\0';
  return out;
}

static const char *text_value(struct sv_reader *r, const json_t *value)
{
  if (json_is_object(value))
    return from_hex(r, json_object_get(value, "hex"));
  const char *text = json_string_value(value);
  if (!text || strlen(text) != json_string_length(value))
    return NULL;
  return sv_arena_strdup(&r->out->arena, text);
}

const char *sv_reader_text(struct sv_reader *r, const json_t *object, const char *member)
{
  return text_value(r, json_object_get(object, member));
}

/* An optional list of texts. False when it is there and something else. */
static bool texts(struct sv_reader *r, const json_t *list, const char *const **out, size_t *count)
{
  const size_t size = json_array_size(list);
  const char **items = sv_arena_calloc(&r->out->arena, size + 1, sizeof *items);
  if (!items || (list && !json_is_array(list)))
    return false;
  for (size_t i = 0; i < size; i++) {
    items[i] = text_value(r, json_array_get(list, i));
    if (!items[i])
      return false;
  }
  *out = items;
  if (count)
    *count = size;
  return true;
}

/* An optional number of 0 to MOST. */
static uint64_t number(const json_t *object, const char *member, uint64_t most, bool *ok)
{
  const json_t *value = json_object_get(object, member);
  if (!value)
    return 0;
  const json_int_t n = json_integer_value(value);
  if (!json_is_integer(value) || n < 0 || (uint64_t)n > most) {
    *ok = false;
    return 0;
  }
  return (uint64_t)n;
}

static bool certificate(struct sv_reader *r, const json_t *object, struct sv_certificate *c)
{
  bool ok = json_is_object(object);
  c->subject = sv_reader_text(r, object, "subject");
  c->issuer = sv_reader_text(r, object, "issuer");
  c->serial = sv_reader_text(r, object, "serial");
  c->sha256 = sv_reader_text(r, object, "sha256");
  c->key_type = sv_reader_text(r, object, "keyType");
  c->signature_algorithm = sv_reader_text(r, object, "signatureAlgorithm");
  c->key_bits = (uint32_t)number(object, "keyBits", UINT32_MAX, &ok);
  c->not_before = json_integer_value(json_object_get(object, "notBefore"));
  c->not_after = json_integer_value(json_object_get(object, "notAfter"));
  return texts(r, json_object_get(object, "names"), &c->names, NULL) && ok && c->subject &&
         c->issuer && c->serial && c->sha256 && c->key_type && c->signature_algorithm;
}

enum sv_status sv_reader_tls(struct sv_reader *r, const json_t *object)
{
  struct sv_arena *a = &r->out->arena;
  const json_t *chain = json_object_get(object, "chain");
  const size_t count = json_array_size(chain);
  struct sv_tls *tls = sv_arena_calloc(a, 1, sizeof *tls);
  struct sv_certificate *list = sv_arena_calloc(a, count + 1, sizeof *list);
  const struct sv_tls **all = realloc(r->tls, (r->tls_count + 1) * sizeof *all);
  if (all)
    r->tls = all;
  if (!tls || !list || !all)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < count; i++)
    if (!certificate(r, json_array_get(chain, i), &list[i]))
      return SV_INVALID;
  tls->version = sv_reader_text(r, object, "version");
  tls->cipher = sv_reader_text(r, object, "cipher");
  tls->alpn = sv_reader_text(r, object, "alpn");
  tls->verify = sv_reader_text(r, object, "verify");
  tls->chain = list;
  tls->chain_count = count;
  tls->name_matches = json_is_true(json_object_get(object, "nameMatches"));
  if (json_integer_value(json_object_get(object, "n")) != (json_int_t)r->tls_count + 1 ||
      !json_is_array(chain))
    return SV_INVALID;
  r->tls[r->tls_count++] = tls;
  return SV_OK;
}

static enum sv_status read_ask(struct sv_reader *r, const json_t *object, struct sv_ask *ask)
{
  bool ok = true;
  ask->method = sv_reader_text(r, object, "method");
  ask->url = sv_reader_text(r, object, "url");
  ask->credential = sv_reader_text(r, object, "credential");
  ask->address = sv_reader_text(r, object, "address");
  ask->http_1 = json_is_true(json_object_get(object, "http1"));
  ask->document = json_is_true(json_object_get(object, "document"));
  ask->timeout_ms = (uint32_t)number(object, "timeoutMs", UINT32_MAX, &ok);
  ok = texts(r, json_object_get(object, "headers"), &ask->headers, &ask->header_count) && ok;
  return ok && ask->method && ask->url ? SV_OK : SV_INVALID;
}

static bool read_numbers(const json_t *object, struct sv_answer *a)
{
  bool ok = true;
  a->status = (int)number(object, "status", 9999, &ok);
  a->marks = (uint32_t)number(object, "marks", UINT32_MAX, &ok);
  a->started_ms = (int64_t)number(object, "startedMs", INT64_MAX, &ok);
  a->duration_ms = (uint32_t)number(object, "durationMs", UINT32_MAX, &ok);
  a->attempts = (uint32_t)number(object, "attempts", UINT32_MAX, &ok);
  a->masked = (uint32_t)number(object, "masked", UINT32_MAX, &ok);
  a->identity_numbers = (uint32_t)number(object, "identityNumbers", UINT32_MAX, &ok);
  a->synthetic_numbers = (uint32_t)number(object, "syntheticNumbers", a->identity_numbers, &ok);
  a->wire_size = number(object, "wireSize", INT64_MAX, &ok);
  a->location_hidden = json_is_true(json_object_get(object, "locationHidden"));
  return ok;
}

static enum sv_status read_answer(struct sv_reader *r, const json_t *object, struct sv_answer *a)
{
  bool ok = read_numbers(object, a);
  const json_t *body = json_object_get(object, "body");
  const uint64_t tls = number(object, "tls", r->tls_count, &ok);
  a->error = sv_reader_text(r, object, "error");
  a->detail = sv_reader_text(r, object, "detail");
  a->http_version = sv_reader_text(r, object, "httpVersion");
  a->address = sv_reader_text(r, object, "address");
  ok = texts(r, json_object_get(object, "headers"), &a->headers, &a->header_count) && ok;
  ok = texts(r, json_object_get(object, "sent"), &a->sent_headers, &a->sent_header_count) && ok;
  if (!ok || (!a->error && a->status == 0))
    return SV_INVALID;
  if (tls) {
    a->tls = *r->tls[tls - 1];
    a->has_tls = true;
  }
  return body ? sv_reader_stored(r, body, &a->body, &a->body_size, a->body_sha256) : SV_OK;
}

enum sv_status sv_reader_exchange(struct sv_reader *r, const json_t *object, struct sv_exchange *x)
{
  bool ok = true;
  x->n = (uint32_t)number(object, "n", 1 << 20, &ok);
  x->refused_from = (uint32_t)number(object, "refusedFrom", 1 << 20, &ok);
  x->superseded = json_is_true(json_object_get(object, "superseded"));
  if (!ok || x->n == 0)
    return SV_INVALID;
  SV_TRY(read_ask(r, json_object_get(object, "ask"), &x->ask));
  return read_answer(r, json_object_get(object, "answer"), &x->answer);
}
