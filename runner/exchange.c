// SPDX-License-Identifier: Apache-2.0
/* Exchanges as frame fields, and the key under which two safe requests are one. */
#include "runner/exchange.h"

#include <string.h>

void sv_pack_strings(struct sv_buf *b, const char *const *list, size_t count)
{
  sv_pack_u32(b, (uint32_t)count);
  for (size_t i = 0; i < count; i++)
    sv_pack_string(b, list[i]);
}

/* A count the rest of the frame has room for: every element takes a byte at least. */
static size_t unpack_count(struct sv_unpack *u)
{
  const size_t count = sv_unpack_u32(u);
  if (!u->failed && count <= (size_t)(u->end - u->p))
    return count;
  u->failed = true;
  return 0;
}

const char *const *sv_unpack_strings(struct sv_unpack *u, struct sv_arena *a, size_t *count)
{
  *count = unpack_count(u);
  const char **list = sv_arena_calloc(a, *count + 1, sizeof *list);
  if (!list) {
    u->failed = true;
    *count = 0;
    return NULL;
  }
  for (size_t i = 0; i < *count; i++) {
    list[i] = sv_unpack_string(u);
    if (!list[i])
      u->failed = true;
  }
  if (u->failed)
    *count = 0;
  return list;
}

void sv_pack_ask(struct sv_buf *b, const struct sv_ask *ask)
{
  sv_pack_string(b, ask->method);
  sv_pack_string(b, ask->url);
  sv_pack_strings(b, ask->headers, ask->header_count);
  sv_pack_bytes(b, ask->body, ask->body_size);
  sv_pack_string(b, ask->credential);
  sv_pack_u32(b, ask->timeout_ms);
  sv_pack_u32(b, ask->document);
  sv_pack_u32(b, ask->http_1);
  sv_pack_string(b, ask->address);
}

void sv_unpack_ask(struct sv_unpack *u, struct sv_arena *a, struct sv_ask *ask)
{
  memset(ask, 0, sizeof *ask);
  ask->method = sv_unpack_string(u);
  ask->url = sv_unpack_string(u);
  ask->headers = sv_unpack_strings(u, a, &ask->header_count);
  ask->body = sv_unpack_bytes(u, &ask->body_size);
  ask->credential = sv_unpack_string(u);
  ask->timeout_ms = sv_unpack_u32(u);
  ask->document = sv_unpack_u32(u) != 0;
  ask->http_1 = sv_unpack_u32(u) != 0;
  ask->address = sv_unpack_string(u);
  if (!ask->method || !ask->url)
    u->failed = true;
}

static void pack_certificate(struct sv_buf *b, const struct sv_certificate *c)
{
  sv_pack_string(b, c->subject);
  sv_pack_string(b, c->issuer);
  sv_pack_string(b, c->serial);
  sv_pack_string(b, c->sha256);
  sv_pack_string(b, c->key_type);
  sv_pack_string(b, c->signature_algorithm);
  size_t count = 0;
  while (c->names && c->names[count])
    count++;
  sv_pack_strings(b, c->names, count);
  sv_pack_i64(b, c->not_before);
  sv_pack_i64(b, c->not_after);
  sv_pack_u32(b, c->key_bits);
}

static void unpack_certificate(struct sv_unpack *u, struct sv_arena *a, struct sv_certificate *c)
{
  size_t count;
  c->subject = sv_unpack_string(u);
  c->issuer = sv_unpack_string(u);
  c->serial = sv_unpack_string(u);
  c->sha256 = sv_unpack_string(u);
  c->key_type = sv_unpack_string(u);
  c->signature_algorithm = sv_unpack_string(u);
  c->names = sv_unpack_strings(u, a, &count);
  c->not_before = sv_unpack_i64(u);
  c->not_after = sv_unpack_i64(u);
  c->key_bits = sv_unpack_u32(u);
}

void sv_pack_tls(struct sv_buf *b, const struct sv_tls *tls)
{
  sv_pack_string(b, tls->version);
  sv_pack_string(b, tls->cipher);
  sv_pack_string(b, tls->alpn);
  sv_pack_string(b, tls->verify);
  sv_pack_u32(b, tls->name_matches != 0);
  sv_pack_u32(b, (uint32_t)tls->chain_count);
  for (size_t i = 0; i < tls->chain_count; i++)
    pack_certificate(b, &tls->chain[i]);
}

void sv_unpack_tls(struct sv_unpack *u, struct sv_arena *a, struct sv_tls *tls)
{
  memset(tls, 0, sizeof *tls);
  tls->version = sv_unpack_string(u);
  tls->cipher = sv_unpack_string(u);
  tls->alpn = sv_unpack_string(u);
  tls->verify = sv_unpack_string(u);
  tls->name_matches = sv_unpack_u32(u) != 0;
  const size_t count = unpack_count(u);
  struct sv_certificate *chain = sv_arena_calloc(a, count + 1, sizeof *chain);
  if (!chain) {
    u->failed = true;
    return;
  }
  for (size_t i = 0; i < count && !u->failed; i++)
    unpack_certificate(u, a, &chain[i]);
  tls->chain = chain;
  tls->chain_count = u->failed ? 0 : count;
}

/* The handshake travels as a field of its own, so that equal ones are kept once. */
static void pack_handshake(struct sv_buf *b, const struct sv_answer *answer)
{
  sv_pack_u32(b, answer->has_tls);
  if (!answer->has_tls)
    return;
  if (answer->tls_packed) {
    sv_pack_bytes(b, answer->tls_packed, answer->tls_packed_size);
    return;
  }
  struct sv_buf packed = SV_BUF(b->limit);
  sv_pack_tls(&packed, &answer->tls);
  sv_pack_bytes(b, sv_buf_text(&packed), packed.size);
  sv_buf_free(&packed);
}

static void unpack_handshake(struct sv_unpack *u, struct sv_arena *a, struct sv_answer *answer)
{
  answer->has_tls = sv_unpack_u32(u) != 0;
  if (!answer->has_tls)
    return;
  answer->tls_packed = sv_unpack_bytes(u, &answer->tls_packed_size);
  if (!answer->tls_packed) {
    u->failed = true;
    return;
  }
  struct sv_unpack inner = { .p = answer->tls_packed };
  inner.end = inner.p + answer->tls_packed_size;
  sv_unpack_tls(&inner, a, &answer->tls);
  if (!sv_unpack_ok(&inner))
    u->failed = true;
}

void sv_pack_answer(struct sv_buf *b, const struct sv_answer *answer)
{
  sv_pack_string(b, answer->error);
  sv_pack_string(b, answer->detail);
  sv_pack_u32(b, (uint32_t)answer->status);
  sv_pack_u32(b, answer->marks);
  sv_pack_string(b, answer->http_version);
  sv_pack_strings(b, answer->headers, answer->header_count);
  sv_pack_strings(b, answer->sent_headers, answer->sent_header_count);
  sv_pack_bytes(b, answer->body, answer->body_size);
  sv_pack_u64(b, answer->wire_size);
  sv_pack_string(b, answer->body_sha256);
  sv_pack_i64(b, answer->started_ms);
  sv_pack_u32(b, answer->duration_ms);
  sv_pack_u32(b, answer->attempts);
  sv_pack_u32(b, answer->masked);
  sv_pack_u32(b, answer->identity_numbers);
  sv_pack_u32(b, answer->synthetic_numbers);
  sv_pack_u32(b, answer->location_hidden);
  sv_pack_string(b, answer->address);
  pack_handshake(b, answer);
}

void sv_unpack_answer(struct sv_unpack *u, struct sv_arena *a, struct sv_answer *answer)
{
  memset(answer, 0, sizeof *answer);
  answer->error = sv_unpack_string(u);
  answer->detail = sv_unpack_string(u);
  answer->status = (int)(sv_unpack_u32(u) & 0xffff);
  answer->marks = sv_unpack_u32(u);
  answer->http_version = sv_unpack_string(u);
  answer->headers = sv_unpack_strings(u, a, &answer->header_count);
  answer->sent_headers = sv_unpack_strings(u, a, &answer->sent_header_count);
  answer->body = sv_unpack_bytes(u, &answer->body_size);
  answer->wire_size = sv_unpack_u64(u);
  const char *sha256 = sv_unpack_string(u);
  if (sha256 && strlen(sha256) < sizeof answer->body_sha256)
    memcpy(answer->body_sha256, sha256, strlen(sha256) + 1);
  else
    u->failed = true;
  answer->started_ms = sv_unpack_i64(u);
  answer->duration_ms = sv_unpack_u32(u);
  answer->attempts = sv_unpack_u32(u);
  answer->masked = sv_unpack_u32(u);
  answer->identity_numbers = sv_unpack_u32(u);
  answer->synthetic_numbers = sv_unpack_u32(u);
  answer->location_hidden = sv_unpack_u32(u) != 0;
  answer->address = sv_unpack_string(u);
  unpack_handshake(u, a, answer);
}

/* Fields end with a NUL, which none of them can have inside, so that no two asks give one key. */
static void add_field(struct sv_buf *out, const char *text, size_t size)
{
  sv_buf_add(out, text, size);
  sv_buf_addc(out, '\0');
}

enum sv_status sv_ask_key(const struct sv_ask *ask, struct sv_buf *out)
{
  add_field(out, ask->method, strlen(ask->method));
  add_field(out, ask->url, strcspn(ask->url, "#"));
  for (size_t i = 0; i < ask->header_count; i++)
    add_field(out, ask->headers[i], strlen(ask->headers[i]));
  const char *credential = ask->credential ? ask->credential : "";
  add_field(out, "", 0);
  add_field(out, credential, strlen(credential));
  if (ask->http_1)
    add_field(out, "1", 1);
  if (ask->address)
    add_field(out, ask->address, strlen(ask->address));
  return out->failed;
}
