// SPDX-License-Identifier: Apache-2.0
/* Handshakes and names for a check: requests of their own kinds, asked like any other. */
#include "engines/base/uri.h"
#include "engines/tls/lines.h"
#include "runner/worker_state.h"

#include <string.h>

/* The address that stands for the host and port of URL. */
static const char *host_url(struct sv_worker *w, const char *url)
{
  if (!url)
    url = w->subject->url ? w->subject->url : "";
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  if (!u.scheme.data || !u.authority.data)
    return url;
  const size_t size = (size_t)(u.authority.data + u.authority.size - url);
  return sv_worker_need((void *)(uintptr_t)sv_arena_printf(&w->check, "%.*s/", (int)size, url));
}

static const struct sv_response *ask(struct sv_ctx *ctx, const char *method, const char *url,
                                     const char *address, const char *const *lines)
{
  struct sv_worker *w = (struct sv_worker *)ctx;
  (void)sv_worker_need((void *)(uintptr_t)lines);
  return sv_service_http(ctx, &(struct sv_request){ .size = sizeof(struct sv_request),
                                                    .method = method,
                                                    .url = host_url(w, url),
                                                    .headers = lines,
                                                    .credential = "",
                                                    .address = address });
}

/* As much of the plugin's OFFERED bytes as both sides know of. */
static void own(void *out, size_t room, const void *offered, uint32_t size)
{
  memcpy(out, offered, size && size < room ? size : room);
}

const struct sv_answered *sv_service_handshake(struct sv_ctx *ctx, const struct sv_offer *offer)
{
  struct sv_worker *w = (struct sv_worker *)ctx;
  struct sv_offer o = { 0 };
  own(&o, sizeof o, offer, offer->size);
  struct sv_answered *out = sv_worker_need(sv_arena_calloc(&w->check, 1, sizeof *out));
  sv_answered_read(ask(ctx, SV_METHOD_TLS, o.url, o.address, sv_offer_lines(&w->check, &o)), out);
  return out;
}

const struct sv_named *sv_service_lookup(struct sv_ctx *ctx, const struct sv_question *question)
{
  struct sv_worker *w = (struct sv_worker *)ctx;
  struct sv_question q = { 0 };
  own(&q, sizeof q, question, question->size);
  struct sv_named *out = sv_worker_need(sv_arena_calloc(&w->check, 1, sizeof *out));
  const struct sv_response *r = ask(ctx, SV_METHOD_DNS, q.url, NULL, sv_question_lines(&w->check, &q));
  if (!sv_named_read(&w->check, r, out))
    sv_worker_die("memory ran out");
  return out;
}
