// SPDX-License-Identifier: Apache-2.0
/* Responses and places in frames. */
#include "runner/wire.h"

#include <string.h>

enum { HOPS_MOST = 8, HOP_BODIES_MOST = 16 << 20, TAIL_LEAST = 64 << 10 };

/* The answer's own body follows everything else. The bodies of redirects are left out, and the
 * answer marked, when they would make the frame too large. */
static void pack_hop(struct sv_buf *b, const struct sv_exchange *x, bool is_answer, size_t *bodies)
{
  const struct sv_answer *w = &x->answer;
  const bool fits = is_answer || *bodies + w->body_size <= HOP_BODIES_MOST;
  sv_pack_u32(b, x->n);
  sv_pack_string(b, w->error);
  sv_pack_string(b, w->detail);
  sv_pack_u32(b, (uint32_t)w->status);
  sv_pack_u32(b, w->marks | (fits ? 0 : SV_MARK_LIMITED));
  sv_pack_u32(b, w->identity_numbers);
  sv_pack_u32(b, w->synthetic_numbers);
  sv_pack_string(b, x->ask.url);
  sv_pack_string(b, w->http_version);
  sv_pack_u32(b, w->duration_ms);
  sv_pack_strings(b, w->headers, w->header_count);
  if (!is_answer)
    sv_pack_bytes(b, w->body, fits ? w->body_size : 0);
  sv_pack_u32(b, w->has_tls);
  if (w->has_tls)
    sv_pack_tls(b, &w->tls);
  *bodies += is_answer ? 0 : w->body_size;
}

void sv_wire_pack_last(struct sv_buf *b, const void *data, size_t size, struct sv_wire_tail *tail)
{
  *tail = (struct sv_wire_tail){ 0 };
  if (size < TAIL_LEAST) {
    sv_pack_bytes(b, data, size);
    return;
  }
  sv_pack_u32(b, (uint32_t)size);
  *tail = (struct sv_wire_tail){ .data = data, .size = size };
}

void sv_wire_pack_response(struct sv_buf *b, const struct sv_exchange *x, uint32_t known,
                           struct sv_wire_tail *tail)
{
  const struct sv_answer *answer = &x->answer;
  const struct sv_exchange *hops[HOPS_MOST];
  size_t count = 0;
  for (; x && count < HOPS_MOST; x = x->redirected_from)
    hops[count++] = x;
  sv_pack_u32(b, (uint32_t)count);
  size_t bodies = 0;
  for (size_t i = 0; i < count; i++)
    pack_hop(b, hops[i], i == 0, &bodies);
  sv_pack_u32(b, known);
  *tail = (struct sv_wire_tail){ 0 };
  if (!known)
    sv_wire_pack_last(b, answer->body, answer->body_size, tail);
}

static void unpack_hop(struct sv_unpack *u, struct sv_arena *a, bool is_answer,
                       struct sv_response *r)
{
  r->evidence = sv_unpack_u32(u);
  r->error = sv_unpack_string(u);
  r->detail = sv_unpack_string(u);
  r->status = (int)sv_unpack_u32(u);
  r->marks = sv_unpack_u32(u);
  r->identity_numbers = sv_unpack_u32(u);
  r->synthetic_numbers = sv_unpack_u32(u);
  r->url = sv_unpack_string(u);
  r->http_version = sv_unpack_string(u);
  r->duration_ms = sv_unpack_u32(u);
  size_t count;
  r->headers = sv_unpack_strings(u, a, &count);
  if (!is_answer)
    r->body = sv_unpack_bytes(u, &r->body_size);
  if (!sv_unpack_u32(u))
    return;
  struct sv_tls *tls = sv_arena_calloc(a, 1, sizeof *tls);
  r->tls = tls;
  if (tls)
    sv_unpack_tls(u, a, tls);
  else
    u->failed = true;
}

struct sv_response *sv_wire_unpack_response(struct sv_unpack *u, struct sv_arena *a,
                                            uint32_t *known)
{
  const uint32_t n = sv_unpack_u32(u);
  struct sv_response *hops = n >= 1 && n <= HOPS_MOST ? sv_arena_calloc(a, n, sizeof *hops) : NULL;
  if (!hops)
    return NULL;
  for (uint32_t i = 0; i < n && !u->failed; i++) {
    unpack_hop(u, a, i == 0, &hops[i]);
    if (i > 0)
      hops[i - 1].redirected_from = &hops[i];
  }
  *known = sv_unpack_u32(u);
  if (!*known)
    hops->body = sv_unpack_bytes(u, &hops->body_size);
  return u->failed ? NULL : hops;
}

void sv_wire_pack_place(struct sv_buf *b, const struct sv_place *p)
{
  const char *const texts[] = { p->text,   p->url,       p->file,       p->json_pointer, p->xpath,
                                p->header, p->operation, p->focus_node, p->path };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    sv_pack_string(b, texts[i]);
  sv_pack_u32(b, p->line);
  sv_pack_u32(b, p->column);
}

void sv_wire_unpack_place(struct sv_unpack *u, struct sv_place *p)
{
  const char **const texts[] = { &p->text,         &p->url,        &p->file,
                                 &p->json_pointer, &p->xpath,      &p->header,
                                 &p->operation,    &p->focus_node, &p->path };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    *texts[i] = sv_unpack_string(u);
  p->line = sv_unpack_u32(u);
  p->column = sv_unpack_u32(u);
}
