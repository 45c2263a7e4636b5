// SPDX-License-Identifier: Apache-2.0
/* Requests and documents of a check, asked of main. */
#include "engines/base/uri.h"
#include "engines/http/odd.h"
#include "runner/worker_state.h"

#include <stdlib.h>
#include <string.h>

enum {
  URL_MOST = 16 << 10,
  HEADERS_MOST = 100,
  REQUEST_BODY_MOST = 4 << 20,
  REFILL = SV_WIRE_WINDOW / 2
};

static const char *const no_headers[] = { NULL };

/* An answer that was never asked for: the request cannot be made. */
static const struct sv_response *refused(struct sv_worker *w, const char *error, const char *detail,
                                         const char *url)
{
  struct sv_response *r = sv_worker_need(sv_arena_calloc(&w->check, 1, sizeof *r));
  r->error = error;
  r->detail = detail;
  r->url = url ? url : "";
  r->headers = no_headers;
  r->body = "";
  return r;
}

/* REQUEST in our own size, whatever the plugin's header knew. */
static struct sv_request own(const struct sv_request *request)
{
  struct sv_request r = { 0 };
  const size_t size = request->size ? request->size : sizeof r;
  memcpy(&r, request, size < sizeof r ? size : sizeof r);
  return r;
}

/* The absolute URL of REQUEST, or NULL when there is nothing it could be relative to. */
static const char *absolute(struct sv_worker *w, const char *url)
{
  const char *base = w->subject->url;
  if (!url)
    return base;
  const size_t size = strnlen(url, URL_MOST);
  struct sv_buf out = SV_BUF(2 * URL_MOST);
  const char *found = NULL;
  if (size < URL_MOST &&
      sv_uri_resolve(base ? base : "", base ? strlen(base) : 0, url, size, &out) == SV_OK)
    found = sv_worker_need(sv_arena_copy(&w->check, sv_buf_text(&out), out.size));
  sv_buf_free(&out);
  return found;
}

static size_t header_count(const struct sv_request *r)
{
  size_t n = 0;
  while (r->headers && r->headers[n] && n < HEADERS_MOST - SV_ODD_LINES_MOST)
    n++;
  return n;
}

static size_t line_count(const char *const *lines)
{
  size_t n = 0;
  while (lines[n])
    n++;
  return n;
}

/* The endpoint's own credential when none is named; "" is anonymous. */
static const char *credential(const struct sv_worker *w, const struct sv_request *r)
{
  if (!r->credential)
    return w->subject->credential;
  return r->credential[0] ? r->credential : NULL;
}

/* Asks main; NULL, or the answer when the request cannot be made. */
static const struct sv_response *ask(struct sv_worker *w, uint32_t id,
                                     const struct sv_request *request)
{
  const struct sv_request r = own(request);
  if (w->opening)
    return refused(w, "refused", "A plugin's open() may not ask for anything.", r.url);
  if (w->row->flags & SV_OFFLINE)
    return refused(w, "refused", "The check says that it sends nothing.", r.url);
  const char *url = absolute(w, r.url);
  if (!url)
    return refused(w, "address-refused", "The request has no absolute URL.", r.url);
  if (r.body_size > REQUEST_BODY_MOST)
    return refused(w, "limit", "The body of the request is longer than 4 MiB.", url);
  const char *const *odd = sv_odd_lines(&w->check, &r);
  const size_t odd_count = odd ? line_count(odd) : 0;
  struct sv_odd what;
  if (!odd)
    return refused(w, "refused", "The request has more than two hosts.", url);
  if (sv_odd_read(odd, odd_count, &what))
    return refused(w, "refused", "What is odd about the request is beyond its bounds.", url);
  const size_t begin = sv_worker_begin(w, SV_WIRE_ASK);
  sv_pack_u32(&w->out, id);
  sv_pack_u32(&w->out, odd_count ? 0 : r.follow > 5 ? 5 : r.follow);
  sv_pack_string(&w->out, r.method ? r.method : "GET");
  sv_pack_string(&w->out, url);
  const size_t headers = header_count(&r);
  sv_pack_u32(&w->out, (uint32_t)(headers + odd_count));
  for (size_t i = 0; i < headers; i++)
    sv_pack_string(&w->out, sv_worker_cut(w, r.headers[i]));
  for (size_t i = 0; i < odd_count; i++)
    sv_pack_string(&w->out, sv_worker_cut(w, odd[i]));
  sv_pack_bytes(&w->out, r.body, r.body ? r.body_size : 0);
  sv_pack_string(&w->out, what.is_anonymous ? NULL : credential(w, &r));
  sv_pack_u32(&w->out, r.timeout_ms);
  sv_pack_u32(&w->out, r.http_1 != 0 || odd_count);
  sv_pack_string(&w->out, sv_worker_cut(w, r.address));
  sv_pack_u32(&w->out, r.once != 0);
  sv_worker_end(w, begin);
  return NULL;
}

/* A copy of the frame's rest in A: everything unpacked from it then lives as long as A. The frame
 * is gone. */
static struct sv_unpack keep(struct sv_worker *w, const struct sv_unpack *u, struct sv_arena *a)
{
  const size_t size = (size_t)(u->end - u->p);
  const char *copy = sv_worker_need(sv_arena_copy(a, u->p, size));
  sv_frames_trim(&w->in);
  return (struct sv_unpack){ .p = copy, .end = copy + size };
}

/* The next answer, put in its place; the rest of the window goes on meanwhile. */
static void take_answer(struct sv_worker *w, const struct sv_response **out, size_t n)
{
  uint8_t type;
  struct sv_unpack frame;
  sv_worker_receive(w, &type, &frame);
  if (type != SV_WIRE_ANSWER)
    sv_worker_die("main says something at the wrong time");
  struct sv_unpack u = keep(w, &frame, &w->check);
  const uint32_t id = sv_unpack_u32(&u);
  uint32_t known = 0;
  struct sv_response *r = sv_wire_unpack_response(&u, &w->check, &known);
  if (!r || !sv_unpack_ok(&u) || id >= n || out[id] || known > SV_HELD_DOCUMENTS)
    sv_worker_die("an answer cannot be read");
  if (known) {
    r->body = w->documents[known - 1].artifact.data;
    r->body_size = w->documents[known - 1].artifact.size;
  }
  out[id] = r;
}

void sv_service_http_all(struct sv_ctx *ctx, const struct sv_request *requests, size_t n,
                         const struct sv_response **out)
{
  struct sv_worker *w = (struct sv_worker *)ctx;
  const char *request = (const char *)requests;
  const size_t step = n && requests->size ? requests->size : sizeof *requests;
  size_t waiting = 0;
  memset(out, 0, n * sizeof *out);
  for (size_t i = 0; i < n; i++, request += step) {
    /* The rows of the plugin's array are as large as its header made them. */
    out[i] = ask(w, (uint32_t)i, (const struct sv_request *)(const void *)request);
    waiting += !out[i];
    while (waiting >= SV_WIRE_WINDOW || (waiting && i + 1 == n)) {
      const size_t until = i + 1 == n ? 0 : REFILL;
      for (; waiting > until; waiting--)
        take_answer(w, out, n);
    }
  }
}

const struct sv_response *sv_service_http(struct sv_ctx *ctx, const struct sv_request *request)
{
  const struct sv_response *r = NULL;
  sv_service_http_all(ctx, request, 1, &r);
  return r;
}

/* What main gives of a document the first time; afterwards it is held. */
static void hold(struct sv_worker *w, struct sv_held_document *held, const struct sv_unpack *frame)
{
  struct sv_unpack u = keep(w, frame, &w->life);
  struct sv_artifact *d = &held->artifact;
  d->name = sv_unpack_string(&u);
  d->kind = sv_unpack_string(&u);
  d->media_type = sv_unpack_string(&u);
  d->url = sv_unpack_string(&u);
  d->evidence = sv_unpack_u32(&u);
  if (sv_unpack_u32(&u)) {
    uint32_t known = 0;
    const struct sv_response *r = sv_wire_unpack_response(&u, &w->life, &known);
    if (!r || known)
      sv_worker_die("a document cannot be read");
    d->data = r->body;
    d->size = r->body_size;
    d->marks = r->marks;
  } else {
    d->data = sv_unpack_bytes(&u, &d->size);
  }
  if (!sv_unpack_ok(&u))
    sv_worker_die("a document cannot be read");
  held->known = true;
}

const struct sv_artifact *sv_service_artifact(struct sv_ctx *ctx, const char *kind, size_t n)
{
  struct sv_worker *w = (struct sv_worker *)ctx;
  if (w->opening || !kind || n >= SV_HELD_DOCUMENTS)
    return NULL;
  const size_t begin = sv_worker_begin(w, SV_WIRE_DOCUMENT);
  sv_pack_string(&w->out, sv_worker_cut(w, kind));
  sv_pack_u32(&w->out, (uint32_t)n);
  sv_worker_end(w, begin);
  uint8_t type;
  struct sv_unpack u;
  sv_worker_receive(w, &type, &u);
  const uint32_t found = type == SV_WIRE_GIVEN ? sv_unpack_u32(&u) : 0;
  const uint32_t index = sv_unpack_u32(&u);
  if (u.failed || (found && index >= SV_HELD_DOCUMENTS))
    sv_worker_die("a document cannot be read");
  if (!found)
    return NULL;
  struct sv_held_document *held = &w->documents[index];
  if (!held->known)
    hold(w, held, &u);
  return &held->artifact;
}
