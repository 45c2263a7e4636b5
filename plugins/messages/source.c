// SPDX-License-Identifier: Apache-2.0
/* Events of CloudEvents 1.0, wherever they come from: a feed, a file, a message that was captured.
 */
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/http/media_type.h"

#include <string.h>

enum { EVENTS_MAX = 1000, VALUE_MAX = 4096 };

static bool is_event(const json_t *j)
{
  return json_is_object(j) && (json_object_get(j, "specversion") ||
                               (json_object_get(j, "source") && json_object_get(j, "type")));
}

/* Adds at most EVENTS_MAX events of document J: itself, its elements, or those of its first member
 * that is an array of events. */
static void collect(const json_t *j, json_t *events)
{
  const json_t *list = json_is_array(j) ? j : NULL;
  if (is_event(j))
    (void)json_array_append(events, (json_t *)(uintptr_t)j);
  const char *key;
  json_t *v;
  if (json_is_object(j) && !is_event(j))
    json_object_foreach((json_t *)(uintptr_t)j, key, v)
    {
      if (!list && json_is_array(v) && is_event(json_array_get(v, 0)))
        list = v;
    }
  for (size_t i = 0; i < json_array_size(list) && i < EVENTS_MAX; i++)
    if (is_event(json_array_get(list, i)))
      (void)json_array_append(events, json_array_get(list, i));
}

/* Undoes percent-encoding; what is no encoding stays. */
static json_t *decoded(const char *value)
{
  struct sv_buf text = SV_BUF(VALUE_MAX);
  (void)sv_uri_decode(value, strlen(value), &text);
  json_t *j = json_stringn(sv_buf_text(&text), text.size);
  sv_buf_free(&text);
  return j;
}

/* The event whose attributes are header fields (CloudEvents HTTP 3.1). A value that is no UTF-8 is
 * left out; events.binary-encoding is about it. */
static void collect_binary(const struct msg_capture *c, json_t *events)
{
  json_t *event = json_object();
  const char *type = msg_capture_header(c, "Content-Type");
  for (size_t i = 0; i < c->count; i++) {
    json_t *value = sv_equal_nocase_n(c->names[i], strnlen(c->names[i], 3), "ce-")
                        ? decoded(c->values[i])
                        : NULL;
    if (value)
      (void)json_object_set_new(event, c->names[i] + 3, value);
  }
  if (type)
    (void)json_object_set_new(event, "datacontenttype", json_string(type));
  json_t *data = json_loadb(c->body, c->body_size, JSON_DECODE_ANY, NULL);
  if (data)
    (void)json_object_set_new(event, "data", data);
  (void)json_array_append_new(events, event);
}

static bool is_type(const struct msg_capture *c, const char *wanted)
{
  return sv_content_type_is(msg_capture_header(c, "Content-Type"), wanted);
}

/* Content-Type tells the mode: CloudEvents HTTP 3. */
static enum msg_mode mode_of(const struct msg_capture *c)
{
  if (is_type(c, "application/cloudevents-batch+json"))
    return MSG_BATCH;
  const char *type = msg_capture_header(c, "Content-Type");
  return type && sv_equal_nocase_n(type, strnlen(type, 23), "application/cloudevents")
             ? MSG_STRUCTURED
             : MSG_BINARY;
}

static bool not_readable(struct sv_ctx *ctx, const struct sv_artifact *a, enum sv_outcome *outcome)
{
  *outcome = msg_unsure(ctx, a, SV_CONFIGURATION, NULL,
                        .message = N_("The file is neither an event in JSON nor a captured "
                                      "message."),
                        .hint = N_("Hand over an event as JSON, or the whole HTTP request: request "
                                   "line, header fields, an empty line and the content."));
  return false;
}

static bool read_file(struct sv_ctx *ctx, struct msg_source *s, enum sv_outcome *outcome)
{
  s->a = msg_own(ctx, outcome);
  if (!s->a)
    return false;
  s->is_captured = msg_is_capture(s->a->data, s->a->size);
  if (s->is_captured && !msg_capture_read(ctx, s->a->data, s->a->size, &s->capture))
    return not_readable(ctx, s->a, outcome);
  s->mode = s->is_captured ? mode_of(&s->capture) : MSG_STRUCTURED;
  if (s->mode == MSG_BINARY) {
    collect_binary(&s->capture, s->events);
    return true;
  }
  json_t *j = s->is_captured ? json_loadb(s->capture.body, s->capture.body_size, 0, NULL)
                             : json_loadb(s->a->data, s->a->size, 0, NULL);
  if (!j)
    return not_readable(ctx, s->a, outcome);
  if (!s->is_captured && json_is_array(j))
    s->mode = MSG_BATCH;
  collect(j, s->events);
  json_decref(j);
  return true;
}

bool msg_source_read(struct sv_ctx *ctx, struct msg_source *s, enum sv_outcome *outcome)
{
  *s = (struct msg_source){ .mode = MSG_FEED, .events = json_array() };
  if (strcmp(tec_kind(ctx), "event") == 0)
    return read_file(ctx, s, outcome);
  s->r = tec_get(ctx);
  json_t *j = tec_json_document(ctx, s->r, outcome);
  if (!j)
    return false;
  collect(j, s->events);
  json_decref(j);
  *outcome = SV_INAPPLICABLE;
  return json_array_size(s->events) > 0;
}

void msg_source_free(struct msg_source *s)
{
  json_decref(s->events);
  s->events = NULL;
}

enum sv_outcome msg_source_find(struct sv_ctx *ctx, const struct msg_source *s, json_t *args,
                                const struct sv_finding *f)
{
  return s->r ? tec_find(ctx, s->r, args, f) : msg_find(ctx, s->a, args, f);
}

const char *msg_event_place(struct sv_ctx *ctx, const struct msg_source *s, size_t index,
                            const char *name)
{
  return json_array_size(s->events) == 1 && s->mode != MSG_BATCH
             ? ctx->sv->format(ctx, "/%s", name)
             : ctx->sv->format(ctx, "/%zu/%s", index, name);
}
