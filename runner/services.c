// SPDX-License-Identifier: Apache-2.0
/* The table of services behind plugin.h, and those that need nobody else: logs, texts, memory, what
 * the target and the profile say. */
#include "runner/worker_state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOG_MOST = 2048 };

static struct sv_worker *worker_of(struct sv_ctx *ctx)
{
  return (struct sv_worker *)ctx;
}

const char *sv_worker_cut(struct sv_worker *w, const char *text)
{
  if (!text)
    return NULL;
  const size_t size = strnlen(text, SV_WIRE_TEXT_MOST);
  return size < SV_WIRE_TEXT_MOST ? text : sv_worker_need(sv_arena_copy(&w->check, text, size - 1));
}

static void log_line(struct sv_ctx *ctx, enum sv_log level, const char *fmt, ...) SV_FORMAT(3, 4);

static void log_line(struct sv_ctx *ctx, enum sv_log level, const char *fmt, ...)
{
  struct sv_worker *w = worker_of(ctx);
  if (w->logs++ >= SV_WIRE_LOGS_MOST)
    return;
  char text[LOG_MOST];
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(text, sizeof text, fmt, args);
  va_end(args);
  const size_t begin = sv_worker_begin(w, SV_WIRE_LOG);
  sv_pack_u32(&w->out, (uint32_t)level);
  sv_pack_string(&w->out, text);
  sv_worker_end(w, begin);
}

static const json_t *endpoint(struct sv_ctx *ctx)
{
  struct sv_worker *w = worker_of(ctx);
  if (w->opening)
    return NULL;
  w->looked |= SV_LOOKED_ENDPOINT;
  return w->subject->json;
}

static const json_t *target(struct sv_ctx *ctx)
{
  struct sv_worker *w = worker_of(ctx);
  w->looked |= SV_LOOKED_TARGET;
  return w->setup->target;
}

/* A parameter for this check stands under the check's id; one for all stands by itself. */
static const json_t *param(struct sv_ctx *ctx, const char *name)
{
  struct sv_worker *w = worker_of(ctx);
  const json_t *of_check = json_object_get(w->setup->parameters, w->row->id);
  const json_t *value = json_object_get(of_check, name);
  if (!value)
    value = json_object_get(w->setup->parameters, name);
  if (value)
    w->looked |= SV_LOOKED_PARAM;
  return value;
}

static const json_t *facts(struct sv_ctx *ctx)
{
  struct sv_worker *w = worker_of(ctx);
  if (w->known)
    return w->known;
  if (w->opening || !(w->row->flags & SV_CROSS)) {
    w->known = sv_worker_need(json_array());
    return w->known;
  }
  sv_worker_end(w, sv_worker_begin(w, SV_WIRE_FACTS));
  uint8_t type;
  struct sv_unpack u;
  sv_worker_receive(w, &type, &u);
  size_t size;
  const char *text = sv_unpack_bytes(&u, &size);
  w->known = type == SV_WIRE_KNOWN && text ? json_loadb(text, size, 0, NULL) : NULL;
  if (!w->known)
    sv_worker_die("the facts cannot be read");
  w->looked |= SV_LOOKED_FACTS;
  return w->known;
}

static char *format(struct sv_ctx *ctx, const char *fmt, ...) SV_FORMAT(2, 3);

static char *format(struct sv_ctx *ctx, const char *fmt, ...)
{
  struct sv_worker *w = worker_of(ctx);
  va_list args;
  va_start(args, fmt);
  va_list again;
  va_copy(again, args);
  const int size = vsnprintf(NULL, 0, fmt, args);
  va_end(args);
  char *text = size < 0 ? NULL : sv_arena_alloc(&w->check, (size_t)size + 1);
  (void)vsnprintf(sv_worker_need(text), (size_t)size + 1, fmt, again);
  va_end(again);
  return text;
}

static void *alloc(struct sv_ctx *ctx, size_t size)
{
  return sv_worker_need(sv_arena_calloc(&worker_of(ctx)->check, size ? size : 1, 1));
}

static int64_t now(struct sv_ctx *ctx)
{
  return worker_of(ctx)->setup->now;
}

static const char *probe(struct sv_ctx *ctx)
{
  return worker_of(ctx)->setup->probe;
}

const struct sv_services sv_worker_services = {
  .size = sizeof(struct sv_services),
  .log = log_line,
  .endpoint = endpoint,
  .target = target,
  .param = param,
  .artifact = sv_service_artifact,
  .http = sv_service_http,
  .http_all = sv_service_http_all,
  .evidence = sv_service_evidence,
  .finding = sv_service_finding,
  .fact = sv_service_fact,
  .facts = facts,
  .format = format,
  .alloc = alloc,
  .now = now,
  .probe = probe,
  .handshake = sv_service_handshake,
  .lookup = sv_service_lookup,
};
