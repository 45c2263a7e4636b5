// SPDX-License-Identifier: Apache-2.0
/* Events as they are: the values of their attributes, and how a captured message carries them. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/base/utf8.h"
#include "engines/http/media_type.h"

#include <string.h>

/* What is wrong with an attribute of an event: a message, or NULL. */
typedef const char *judge_attribute(const char *name, const json_t *value);

struct attribute_fault {
  const char *expected, *hint;
};

/* Judges the context attributes of all events: everything but the data. */
static enum sv_outcome judge_attributes(struct sv_ctx *ctx, judge_attribute *judge,
                                        const struct attribute_fault *f)
{
  struct msg_source s;
  enum sv_outcome outcome;
  if (!msg_source_read(ctx, &s, &outcome)) {
    msg_source_free(&s);
    return outcome;
  }
  outcome = json_array_size(s.events) > 0 ? SV_PASSED : SV_INAPPLICABLE;
  for (size_t i = 0; i < json_array_size(s.events) && outcome == SV_PASSED; i++) {
    const char *name;
    json_t *value;
    json_object_foreach(json_array_get(s.events, i), name, value)
    {
      const bool is_data = strcmp(name, "data") == 0 || strcmp(name, "data_base64") == 0;
      const char *fault = outcome == SV_PASSED && !is_data ? judge(name, value) : NULL;
      if (fault)
        outcome = msg_source_fail(ctx, &s, tec_arg("attribute", name), .message = fault,
                                  .where.json_pointer = msg_event_place(ctx, &s, i, name),
                                  .expected = f->expected, .actual = "", .hint = f->hint);
    }
  }
  msg_source_free(&s);
  return outcome;
}

/* Control characters, noncharacters and surrogates are no part of a String of CloudEvents. */
static bool is_refused(uint32_t c)
{
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0xD800 && c <= 0xDFFF) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

static const char *judge_value(const char *name, const json_t *value)
{
  (void)name;
  if (json_is_array(value) || json_is_object(value) || json_is_real(value))
    return N_("The attribute {attribute} has a type that CloudEvents does not have.");
  if (json_is_integer(value) &&
      (json_integer_value(value) > INT32_MAX || json_integer_value(value) < INT32_MIN))
    return N_("The attribute {attribute} is an integer of more than 32 bits.");
  const char *p = json_string_value(value);
  const char *const end = p ? p + json_string_length(value) : NULL;
  while (p && p < end) {
    uint32_t code;
    const size_t n = sv_utf8_decode(p, end, &code);
    if (n == 0 || is_refused(code))
      return N_("The attribute {attribute} has a character that CloudEvents does not allow.");
    p += n;
  }
  return NULL;
}

/* TEC-EVT-07 */
enum sv_outcome msg_attribute_values(struct sv_ctx *ctx)
{
  static const struct attribute_fault f = { .expected = N_("texts without control characters, "
                                                           "booleans, integers of 32 bits"),
                                            .hint = N_("Write attributes as plain texts, and put "
                                                       "everything with a structure under data.") };
  return judge_attributes(ctx, judge_value, &f);
}

static const char *judge_number(const char *name, const json_t *value)
{
  (void)name;
  const char *text = json_string_value(value);
  size_t run = 0;
  for (const char *p = text; p && *p; p++) {
    run = sv_is_digit(*p) ? run + 1 : 0;
    const char *const start = p + 1 - run;
    if (run == 11 && !sv_is_digit(p[1]) &&
        (sv_idnumber_valid(start) || strncmp(start, SV_IDNUMBER_HIDDEN, 11) == 0 ||
         strncmp(start, SV_IDNUMBER_HIDDEN_SYNTHETIC, 11) == 0))
      return N_("The attribute {attribute} has what looks like a birth number.");
  }
  return NULL;
}

/* TEC-EVT-20 */
enum sv_outcome msg_no_numbers(struct sv_ctx *ctx)
{
  static const struct attribute_fault f = { .expected = N_("no birth numbers outside data"),
                                            .hint = N_("Name the subject by an identifier that "
                                                       "says nothing of a person: attributes are "
                                                       "logged and routed by all on the way.") };
  return judge_attributes(ctx, judge_number, &f);
}

/* --- captured messages --- */

/* The captured message in MODE; false when there is none, *OUTCOME being the check's. */
static bool take_capture(struct sv_ctx *ctx, enum msg_mode mode, struct msg_source *s,
                         enum sv_outcome *outcome)
{
  if (!msg_source_read(ctx, s, outcome))
    return false;
  *outcome = SV_INAPPLICABLE;
  return s->is_captured && s->mode == mode;
}

/* TEC-EVT-09 */
enum sv_outcome msg_binary_headers(struct sv_ctx *ctx)
{
  static const char *const names[] = { "ce-id", "ce-source", "ce-specversion", "ce-type" };
  struct msg_source s;
  enum sv_outcome outcome;
  if (take_capture(ctx, MSG_BINARY, &s, &outcome))
    outcome = SV_PASSED;
  const struct msg_capture *c = &s.capture;
  for (size_t i = 0; i < 4 && outcome == SV_PASSED; i++) {
    const char *value = msg_capture_header(c, names[i]);
    if (!value || !*value)
      outcome = msg_source_fail(
          ctx, &s, tec_arg("header", names[i]),
          .message = N_("The message has no header field {header}."), .where.header = names[i],
          .expected = "ce-id, ce-source, ce-specversion, ce-type", .actual = "",
          .hint = N_("Send every attribute as a header field that begins "
                     "with ce-."));
  }
  if (outcome == SV_PASSED && msg_capture_header(c, "ce-datacontenttype"))
    outcome = msg_source_fail(ctx, &s, NULL,
                              .message = N_("The message tells the type of its data in a field of "
                                            "its own."),
                              .where.header = "ce-datacontenttype", .expected = "Content-Type",
                              .actual = "ce-datacontenttype",
                              .hint = N_("Send datacontenttype as Content-Type only."));
  msg_source_free(&s);
  return outcome;
}

/* Whether VALUE is written as CloudEvents HTTP 3.1.3.2 has it; what it decodes to must be UTF-8. */
static bool is_encoded(const char *value)
{
  struct sv_buf text = SV_BUF(8192);
  bool good = true;
  for (const char *p = value; *p && good; p++) {
    const bool coded = *p == '%' && sv_hex(p[1]) >= 0 && sv_hex(p[2]) >= 0;
    good = coded || (*p > ' ' && *p < 0x7F && *p != '"' && *p != '%');
    sv_buf_addc(&text, coded ? (char)(sv_hex(p[1]) * 16 + sv_hex(p[2])) : *p);
    p += coded ? 2 : 0;
  }
  good = good && (text.size == 0 || sv_utf8_check(sv_buf_text(&text), text.size) == text.size);
  sv_buf_free(&text);
  return good;
}

/* TEC-EVT-10, the producer's half */
enum sv_outcome msg_binary_encoding(struct sv_ctx *ctx)
{
  struct msg_source s;
  enum sv_outcome outcome;
  if (take_capture(ctx, MSG_BINARY, &s, &outcome))
    outcome = SV_PASSED;
  for (size_t i = 0; i < s.capture.count && outcome == SV_PASSED; i++) {
    const char *name = s.capture.names[i];
    if (sv_equal_nocase_n(name, strnlen(name, 3), "ce-") && !is_encoded(s.capture.values[i]))
      outcome = msg_source_fail(ctx, &s, tec_arg("header", name),
                                .message = N_("The value of {header} is not percent-encoded as "
                                              "receivers expect."),
                                .where.header = name,
                                .expected = N_("%20 for a space, and UTF-8 in percent-encoding"),
                                .actual = s.capture.values[i],
                                .hint = N_("Encode space, double quote, percent and all outside "
                                           "ASCII as the percent-encoded bytes of UTF-8."));
  }
  msg_source_free(&s);
  return outcome;
}

static enum sv_outcome judge_batch(struct sv_ctx *ctx, const struct msg_source *s)
{
  if (!tec_param_is_true(ctx, "batch"))
    return msg_source_fail(ctx, s, NULL,
                           .message = N_("The events came in a batch that nobody asked for."),
                           .where.header = "Content-Type", .expected = N_("one event a message"),
                           .actual = "application/cloudevents-batch+json",
                           .hint = N_("Send batches to receivers that have asked for them; the "
                                      "profile says so with the parameter batch."));
  const char *first = NULL;
  for (size_t i = 0; i < json_array_size(s->events); i++) {
    const char *version = json_string_value(json_object_get(json_array_get(s->events, i), "specvers"
                                                                                          "ion"));
    if (i == 0)
      first = version;
    if (!version || !first || strcmp(version, first) != 0)
      return msg_source_fail(ctx, s, NULL,
                             .message = N_("The events of the batch are not of one version."),
                             .where.json_pointer = msg_event_place(ctx, s, i, "specversion"),
                             .expected = first ? first : "1.0", .actual = version ? version : "",
                             .hint = N_("Put events of one specversion in a batch."));
  }
  return first ? SV_PASSED : SV_INAPPLICABLE;
}

/* TEC-EVT-11 */
enum sv_outcome msg_batch(struct sv_ctx *ctx)
{
  struct msg_source s;
  enum sv_outcome outcome;
  if (take_capture(ctx, MSG_BATCH, &s, &outcome))
    outcome = judge_batch(ctx, &s);
  msg_source_free(&s);
  return outcome;
}

/* --- Altinn --- */

/* Whether the events are on their way to Altinn: the profile says so, they were sent there, or they
 * have what only Altinn asks for. */
static bool is_for_altinn(struct sv_ctx *ctx, const struct msg_source *s)
{
  const char *channel = msg_param_text(ctx, "event_channel");
  const char *host = s->is_captured ? msg_capture_header(&s->capture, "Host") : NULL;
  const json_t *first = json_array_get(s->events, 0);
  return (channel && strcmp(channel, "altinn") == 0) || (host && strstr(host, "altinn")) ||
         json_object_get(first, "resourceinstance") || json_object_get(first, "alternativesubject");
}

static bool is_resource(const char *text)
{
  static const char prefix[] = "urn:altinn:resource:";
  if (!text || !sv_starts_with(text, prefix) || !text[sizeof prefix - 1])
    return false;
  for (const char *p = text + sizeof prefix - 1; *p; p++)
    if (!sv_is_alnum(*p) && *p != '_' && *p != '.' && *p != '-')
      return false;
  return true;
}

static enum sv_outcome judge_altinn(struct sv_ctx *ctx, const struct msg_source *s, size_t i)
{
  const json_t *e = json_array_get(s->events, i);
  const char *resource = json_string_value(json_object_get(e, "resource"));
  const char *source = json_string_value(json_object_get(e, "source"));
  if (!is_resource(resource))
    return msg_source_fail(ctx, s, NULL,
                           .message = N_("The event does not name the Altinn resource it is "
                                         "about."),
                           .where.json_pointer = msg_event_place(ctx, s, i, "resource"),
                           .expected = "urn:altinn:resource:...",
                           .actual = resource ? resource : "",
                           .hint = N_("Register the resource in the resource registry, and name it "
                                      "in the attribute resource."));
  if (source && sv_uri_is_absolute(source, strlen(source), false))
    return SV_PASSED;
  return msg_source_fail(ctx, s, NULL,
                         .message = N_("The source of the event is no absolute URI, which Altinn "
                                       "asks for."),
                         .where.json_pointer = msg_event_place(ctx, s, i, "source"),
                         .expected = N_("an absolute URI"), .actual = source ? source : "",
                         .hint = N_("Write source as an absolute URI without spaces."));
}

/* TEC-EVT-13 */
enum sv_outcome msg_altinn_resource(struct sv_ctx *ctx)
{
  struct msg_source s;
  enum sv_outcome outcome;
  const bool there = msg_source_read(ctx, &s, &outcome);
  if (there)
    outcome = is_for_altinn(ctx, &s) && json_array_size(s.events) > 0 ? SV_PASSED : SV_INAPPLICABLE;
  for (size_t i = 0; i < json_array_size(s.events) && there && outcome == SV_PASSED; i++)
    outcome = judge_altinn(ctx, &s, i);
  msg_source_free(&s);
  return outcome;
}

/* TEC-EVT-16 */
enum sv_outcome msg_subscription(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  json_t *j = msg_own_json(ctx, &a, &outcome);
  if (!j)
    return outcome;
  static const char *const filters[] = { "subjectFilter", "typeFilter", "resourceFilter",
                                         "sourceFilter" };
  const char *fault = NULL;
  const char *where = "";
  const char *end = json_string_value(json_object_get(j, "endPoint"));
  for (size_t i = 0; i < 4 && !fault; i++) {
    const char *text = json_string_value(json_object_get(j, filters[i]));
    if (text && !*text) {
      fault = N_("The subscription has an empty {filter}, so that no event will come.");
      where = filters[i];
    }
  }
  if (!fault && !json_object_get(j, "resourceFilter") && !json_object_get(j, "sourceFilter")) {
    fault = N_("The subscription has neither resourceFilter nor sourceFilter.");
    where = "resourceFilter";
  }
  if (!fault && (!end || !sv_starts_with(end, "https://"))) {
    fault = N_("The subscription has no https address to send events to.");
    where = "endPoint";
  }
  outcome = SV_PASSED;
  if (fault)
    outcome = msg_fail(ctx, a, tec_arg("filter", where), .message = fault,
                       .where.json_pointer = ctx->sv->format(ctx, "/%s", where),
                       .expected = N_("filters that are not empty, and an https address"),
                       .actual = strcmp(where, "endPoint") == 0 && end ? end : "",
                       .hint = N_("Leave out filters that are not used, name the resource, and "
                                  "give an https endPoint."));
  json_decref(j);
  return outcome;
}
