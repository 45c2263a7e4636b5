// SPDX-License-Identifier: Apache-2.0
/* Feeds of CloudEvents 1.0 in JSON: one event, a batch, or an object that has an array of events.
 */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/date.h"
#include "engines/base/map.h"
#include "engines/http/media_type.h"

#include <stdlib.h>
#include <string.h>

enum { EVENTS_MAX = 1000, NAME_ADVISED = 20 };

static bool is_event(const json_t *j)
{
  return json_is_object(j) && (json_object_get(j, "specversion") ||
                               (json_object_get(j, "source") && json_object_get(j, "type")));
}

/* The array of events in document J: itself, or the first member that is an array of events; NULL
 * when it has none. */
static const json_t *events_of(const json_t *j)
{
  if (json_is_array(j))
    return is_event(json_array_get(j, 0)) ? j : NULL;
  const char *key;
  json_t *v;
  json_object_foreach((json_t *)(uintptr_t)j, key, v)
  {
    if (json_is_array(v) && is_event(json_array_get(v, 0)))
      return v;
  }
  return NULL;
}

/* Judges the events of the feed; NUMBER counts from 0. The judge says its own findings. */
typedef enum sv_outcome judge_event(struct sv_ctx *, const struct sv_response *, const json_t *,
                                    size_t number);

static enum sv_outcome judge_feed(struct sv_ctx *ctx, judge_event *judge)
{
  const struct sv_response *r = tec_get(ctx);
  enum sv_outcome outcome;
  json_t *j = tec_json_document(ctx, r, &outcome);
  if (!j)
    return outcome;
  const json_t *list = events_of(j);
  outcome = SV_INAPPLICABLE;
  if (is_event(j))
    outcome = judge(ctx, r, j, 0);
  for (size_t i = 0; list && i < json_array_size(list) && i < EVENTS_MAX && outcome != SV_FAILED;
       i++) {
    const enum sv_outcome one = judge(ctx, r, json_array_get(list, i), i);
    outcome = one == SV_INAPPLICABLE ? outcome : one;
  }
  json_decref(j);
  return outcome;
}

static const char *text_of(const json_t *event, const char *name)
{
  return json_string_value(json_object_get(event, name));
}

#define EVENT_PLACE(name) ctx->sv->format(ctx, "/%zu/%s", number, (name))

/* TEC-EVT-01 */
enum sv_outcome tec_event_type(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  enum sv_outcome outcome;
  json_t *j = tec_json_document(ctx, r, &outcome);
  if (!j)
    return outcome;
  /* Only a body that is itself an event or a batch has a media type of its own; a page of events is
   * the API's. */
  const bool batch = json_is_array(j) && is_event(json_array_get(j, 0));
  const bool single = is_event(j);
  json_decref(j);
  if (!batch && !single)
    return SV_INAPPLICABLE;
  const char *wanted =
      batch ? "application/cloudevents-batch+json" : "application/cloudevents+json";
  const char *type = sv_header(r, "Content-Type");
  struct sv_media_type m;
  /* No media type at all is technical.http.content-type's. */
  if (!type || sv_media_type_parse(type, strlen(type), &m) != SV_OK)
    return SV_INAPPLICABLE;
  if (sv_media_type_is(&m, wanted))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The events are not sent with the media type of CloudEvents."),
                  .where.header = "Content-Type", .expected = wanted, .actual = type,
                  .hint = N_("Send one event as application/cloudevents+json, several as "
                             "application/cloudevents-batch+json."));
}

static enum sv_outcome judge_required(struct sv_ctx *ctx, const struct sv_response *r,
                                      const json_t *e, size_t number)
{
  static const char *const names[] = { "id", "source", "specversion", "type" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    const char *v = text_of(e, names[i]);
    if (!v || !*v)
      return tec_fail(
          ctx, r, json_pack("{s:s, s:I}", "attribute", names[i], "number", (json_int_t)number + 1),
          .message = N_("Event number {number} has no {attribute}."),
          .where.json_pointer = EVENT_PLACE(names[i]), .expected = "id, source, specversion, type",
          .actual = "",
          .hint = N_("Give every event id, source, specversion and type as texts that are not "
                     "empty."));
  }
  return SV_PASSED;
}

/* TEC-EVT-02 */
enum sv_outcome tec_event_attributes(struct sv_ctx *ctx)
{
  return judge_feed(ctx, judge_required);
}

static enum sv_outcome judge_specversion(struct sv_ctx *ctx, const struct sv_response *r,
                                         const json_t *e, size_t number)
{
  const char *v = text_of(e, "specversion");
  if (!v)
    return SV_INAPPLICABLE;
  if (strcmp(v, "1.0") == 0)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("version", v),
                  .message = N_("An event is of CloudEvents version '{version}'."),
                  .where.json_pointer = EVENT_PLACE("specversion"), .expected = "1.0", .actual = v,
                  .hint = N_("Write specversion 1.0, and follow CloudEvents 1.0."));
}

/* TEC-EVT-03 */
enum sv_outcome tec_event_version(struct sv_ctx *ctx)
{
  return judge_feed(ctx, judge_specversion);
}

static enum sv_outcome judge_names(struct sv_ctx *ctx, const struct sv_response *r, const json_t *e,
                                   size_t number)
{
  const char *name;
  json_t *v;
  json_object_foreach((json_t *)(uintptr_t)e, name, v)
  {
    size_t n = 0;
    while (sv_is_digit(name[n]) || (name[n] >= 'a' && name[n] <= 'z'))
      n++;
    if (strcmp(name, "data_base64") != 0 && (n == 0 || name[n]))
      return tec_fail(ctx, r, tec_arg("attribute", name),
                      .message = N_("The attribute '{attribute}' is not named as CloudEvents has "
                                    "it."),
                      .where.json_pointer = EVENT_PLACE(name),
                      .expected = N_("lower-case letters and digits only"), .actual = name,
                      .hint = N_("Name extension attributes with a to z and 0 to 9, and put "
                                 "everything else under data."));
  }
  return SV_PASSED;
}

/* TEC-EVT-04 */
enum sv_outcome tec_event_names(struct sv_ctx *ctx)
{
  return judge_feed(ctx, judge_names);
}

static enum sv_outcome judge_lengths(struct sv_ctx *ctx, const struct sv_response *r,
                                     const json_t *e, size_t number)
{
  const char *name;
  json_t *v;
  json_object_foreach((json_t *)(uintptr_t)e, name,
                      v) if (strlen(name) >
                             NAME_ADVISED) return tec_fail(ctx, r, tec_arg("attribute", name),
                                                           .message = N_("The name of the "
                                                                         "attribute '{attribute}' "
                                                                         "is longer than 20 "
                                                                         "characters."),
                                                           .where.json_pointer = EVENT_PLACE(name),
                                                           .expected = N_("at most 20 characters"),
                                                           .actual = name,
                                                           .hint = N_("Choose shorter names: some "
                                                                      "carriers of events cut long "
                                                                      "ones."));
  return SV_PASSED;
}

/* TEC-EVT-04: CloudEvents 1.0, Attribute Naming Convention, SHOULD NOT */
enum sv_outcome tec_event_name_lengths(struct sv_ctx *ctx)
{
  return judge_feed(ctx, judge_lengths);
}

static enum sv_outcome judge_source(struct sv_ctx *ctx, const struct sv_response *r,
                                    const json_t *e, size_t number)
{
  const char *v = text_of(e, "source");
  if (!v || !*v)
    return SV_INAPPLICABLE;
  if (sv_uri_is_reference(v, strlen(v), false))
    return SV_PASSED;
  return tec_fail(
      ctx, r, tec_arg("source", v), .message = N_("The source '{source}' is no URI reference."),
      .where.json_pointer = EVENT_PLACE("source"), .expected = N_("a URI, preferably absolute"),
      .actual = v, .hint = N_("Write source as an absolute URI without spaces."));
}

/* TEC-EVT-05 */
enum sv_outcome tec_event_source(struct sv_ctx *ctx)
{
  return judge_feed(ctx, judge_source);
}

static enum sv_outcome judge_absolute(struct sv_ctx *ctx, const struct sv_response *r,
                                      const json_t *e, size_t number)
{
  const char *v = text_of(e, "source");
  if (!v || !*v || !sv_uri_is_reference(v, strlen(v), false))
    return SV_INAPPLICABLE;
  if (sv_uri_is_absolute(v, strlen(v), false))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("source", v),
                  .message = N_("The source '{source}' does not say where it is relative to."),
                  .where.json_pointer = EVENT_PLACE("source"), .expected = N_("an absolute URI"),
                  .actual = v, .hint = N_("Write source as an absolute URI without spaces."));
}

/* TEC-EVT-05: CloudEvents 1.0, source, RECOMMENDED */
enum sv_outcome tec_event_source_absolute(struct sv_ctx *ctx)
{
  return judge_feed(ctx, judge_absolute);
}

static enum sv_outcome judge_time(struct sv_ctx *ctx, const struct sv_response *r, const json_t *e,
                                  size_t number)
{
  const json_t *time = json_object_get(e, "time");
  const char *v = json_string_value(time);
  if (!time)
    return SV_INAPPLICABLE;
  if (v && sv_date_time_parse(v, strlen(v), NULL))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("value", v ? v : ""),
                  .message = N_("'{value}' is no moment that readers agree on."),
                  .where.json_pointer = EVENT_PLACE("time"),
                  .expected = N_("RFC 3339 with offset, such as 2026-01-31T12:00:00Z"),
                  .actual = v ? v : "",
                  .hint = N_("Write date and time with T between and with Z or an offset at the "
                             "end."));
}

/* TEC-EVT-06 */
enum sv_outcome tec_event_time(struct sv_ctx *ctx)
{
  return judge_feed(ctx, judge_time);
}

/* TEC-EVT-08 */
enum sv_outcome tec_event_ids(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  enum sv_outcome outcome;
  json_t *j = tec_json_document(ctx, r, &outcome);
  if (!j)
    return outcome;
  const json_t *list = events_of(j);
  struct sv_map seen = { 0 };
  outcome = json_array_size(list) > 1 ? SV_PASSED : SV_INAPPLICABLE;
  for (size_t i = 0; i < json_array_size(list) && outcome == SV_PASSED; i++) {
    json_t *e = json_array_get(list, i);
    const char *id = text_of(e, "id");
    const char *source = text_of(e, "source");
    if (!id || !source)
      continue;
    const char *key = ctx->sv->format(ctx, "%s\n%s", source, id);
    const json_t *earlier = sv_map_gets(&seen, key);
    if (earlier && !json_equal(earlier, e))
      outcome = tec_fail(ctx, r, tec_arg("id", id),
                         .message = N_("Two different events have the same source and the id "
                                       "'{id}'."),
                         .where.json_pointer = ctx->sv->format(ctx, "/%zu/id", i),
                         .expected = N_("an id of its own for each event"), .actual = id,
                         .hint = N_("Give every event an id that its source never uses again."));
    else if (!earlier && sv_map_set(&seen, key, strlen(key), e) != SV_OK)
      abort();
  }
  sv_map_free(&seen);
  json_decref(j);
  return outcome;
}
