// SPDX-License-Identifier: Apache-2.0
/* Bodies: characters, and what is in the JSON of the samples. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/base/utf8.h"
#include "engines/http/media_type.h"

#include <stdio.h>
#include <string.h>

enum { SAMPLES = 5 };

static bool read_type(const struct sv_response *r, struct sv_media_type *m)
{
  const char *type = sv_header(r, "Content-Type");
  return type && sv_media_type_parse(type, strlen(type), m) == SV_OK;
}

/* SV_FAILED after a finding when the body of R is not UTF-8. */
static enum sv_outcome judge_utf8(struct sv_ctx *ctx, const struct sv_response *r)
{
  const size_t bad = sv_utf8_check(r->body, r->body_size);
  if (bad == r->body_size)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("offset", (int64_t)bad),
                  .message = N_("The body is not UTF-8: byte number {offset} fits no character."),
                  .expected = "UTF-8",
                  .actual = ctx->sv->format(ctx, "0x%02x", ((const unsigned char *)r->body)[bad]),
                  .hint = N_("Write the body as UTF-8 all the way from the database, and test with "
                             "æøå and Sámi letters."));
}

static enum sv_outcome judge_charset(struct sv_ctx *ctx, const struct sv_response *r,
                                     const struct sv_media_type *m)
{
  const struct sv_param *charset = sv_params_find(&m->params, "charset");
  if (!charset || sv_param_is(charset, "utf-8"))
    return judge_utf8(ctx, r);
  return tec_fail(ctx, r, tec_arg_span("charset", charset->value),
                  .message = N_("The body is declared as {charset}, not as UTF-8."),
                  .where.header = "Content-Type", .expected = "charset=utf-8",
                  .actual = sv_header(r, "Content-Type"),
                  .hint = N_("Write the body as UTF-8 and declare it so."));
}

/* TEC-HTP-08 */
enum sv_outcome tec_json_utf8(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  struct sv_media_type m;
  if (!read_type(r, &m) || !sv_media_type_is_json(&m))
    return SV_INAPPLICABLE;
  return judge_charset(ctx, r, &m);
}

/* TEC-HTP-09 */
enum sv_outcome tec_json_bom(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (!tec_is_json(r))
    return SV_INAPPLICABLE;
  if (r->body_size < 3 || memcmp(r->body, "\xEF\xBB\xBF", 3) != 0)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The JSON begins with a byte order mark."),
                  .expected = N_("no byte order mark"), .actual = "EF BB BF",
                  .hint = N_("Write JSON as UTF-8 without a byte order mark."));
}

/* The encoding that an XML declaration names, in OUT; false without one. */
static bool xml_encoding(const struct sv_response *r, struct sv_span *out)
{
  const char *body = r->body;
  if (!sv_starts_with(body, "<?xml"))
    return false;
  const char *end = strstr(body, "?>");
  const char *p = strstr(body, "encoding");
  if (!end || !p || p > end)
    return false;
  p += strcspn(p, "\"'");
  if (p >= end)
    return false;
  const char quote = *p++;
  const char *close = strchr(p, quote);
  if (!close || close > end)
    return false;
  *out = (struct sv_span){ .data = p, .size = (size_t)(close - p) };
  return true;
}

/* TEC-HTP-10 */
enum sv_outcome tec_text_utf8(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  struct sv_media_type m;
  if (!read_type(r, &m) || (!sv_span_is(m.type, "text") && !sv_media_type_is_xml(&m)))
    return SV_INAPPLICABLE;
  struct sv_span encoding;
  if (!sv_params_find(&m.params, "charset") && sv_media_type_is_xml(&m) &&
      xml_encoding(r, &encoding) && !sv_span_is(encoding, "utf-8"))
    return tec_fail(ctx, r, tec_arg_span("charset", encoding),
                    .message = N_("The body is declared as {charset}, not as UTF-8."),
                    .where.text = "<?xml", .where.url = r->url, .expected = "UTF-8",
                    .actual = tec_copy(ctx, encoding),
                    .hint = N_("Write the body as UTF-8 and declare it so."));
  return judge_charset(ctx, r, &m);
}

/* TEC-HTP-12 and TEC-HTP-13: what a strict parse says of the N-th sample. JUDGED tells whether it
 * was JSON at all. */
static enum sv_outcome parse_sample(struct sv_ctx *ctx, size_t n, size_t flags, json_error_t *error,
                                    const struct sv_response **r, json_t **json)
{
  *json = NULL;
  *r = tec_sample(ctx, n);
  if (!*r)
    return SV_INAPPLICABLE;
  const enum sv_outcome o = tec_judge_ready(ctx, *r);
  if (o != TEC_READY)
    return o;
  if (!tec_is_json(*r))
    return SV_INAPPLICABLE;
  *json = tec_json(*r, flags, error);
  return TEC_READY;
}

/* The worse of two outcomes of one check. */
static enum sv_outcome worse(enum sv_outcome a, enum sv_outcome b)
{
  static const int rank[] = {
    [SV_PASSED] = 1, [SV_FAILED] = 3, [SV_INAPPLICABLE] = 0, [SV_CANT_TELL] = 2
  };
  return rank[a] >= rank[b] ? a : b;
}

/* Applies JUDGE to every sample. */
static enum sv_outcome each_sample(struct sv_ctx *ctx, size_t flags,
                                   enum sv_outcome (*judge)(struct sv_ctx *,
                                                            const struct sv_response *,
                                                            const json_t *, const json_error_t *))
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t n = 0; n < SAMPLES; n++) {
    const struct sv_response *r;
    json_t *json;
    json_error_t error = { .line = 0 };
    enum sv_outcome one = parse_sample(ctx, n, flags, &error, &r, &json);
    if (!r)
      break;
    if (one == TEC_READY)
      one = judge(ctx, r, json, &error);
    json_decref(json);
    outcome = worse(outcome, one);
    if (outcome == SV_FAILED)
      break;
  }
  return outcome;
}

static enum sv_outcome judge_parse(struct sv_ctx *ctx, const struct sv_response *r,
                                   const json_t *json, const json_error_t *error)
{
  if (json || json_error_code(error) == json_error_numeric_overflow)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("fault", error->text),
                  .message = N_("The body says that it is JSON, and is not: {fault}."),
                  .where.url = r->url, .where.line = error->line > 0 ? (uint32_t)error->line : 0,
                  .where.column = error->column > 0 ? (uint32_t)error->column : 0,
                  .expected = "JSON (RFC 8259)", .actual = error->text,
                  .hint = N_("Write JSON with a library, never by joining strings."));
}

/* TEC-HTP-08, whose norm is that of JSON text */
enum sv_outcome tec_json_syntax(struct sv_ctx *ctx)
{
  return each_sample(ctx, 0, judge_parse);
}

static enum sv_outcome judge_duplicates(struct sv_ctx *ctx, const struct sv_response *r,
                                        const json_t *json, const json_error_t *error)
{
  if (json)
    return SV_PASSED;
  if (json_error_code(error) != json_error_duplicate_key)
    return SV_INAPPLICABLE;
  return tec_fail(ctx, r, tec_arg("fault", error->text),
                  .message = N_("A JSON object has a name twice: {fault}."), .where.url = r->url,
                  .where.line = error->line > 0 ? (uint32_t)error->line : 0,
                  .where.column = error->column > 0 ? (uint32_t)error->column : 0,
                  .expected = N_("every name once in an object"), .actual = error->text,
                  .hint = N_("Make names unique: readers differ in which of the two they "
                             "believe."));
}

/* TEC-HTP-12 */
enum sv_outcome tec_unique_names(struct sv_ctx *ctx)
{
  return each_sample(ctx, JSON_REJECT_DUPLICATES, judge_duplicates);
}

struct search {
  const char *pointer; /* of what was found, copied by the visitor */
  char text[160];
  char place[512];
  size_t seen; /* values that the rule is about */
};

static void keep(struct search *s, const char *pointer, const char *text)
{
  s->pointer = s->place;
  (void)snprintf(s->place, sizeof s->place, "%s", pointer);
  (void)snprintf(s->text, sizeof s->text, "%s", text);
}

static bool find_big(void *closure, const char *pointer, const char *name, const json_t *v)
{
  struct search *s = closure;
  (void)name;
  const json_int_t most = ((json_int_t)1 << 53) - 1;
  if (json_is_number(v))
    s->seen++;
  if (!json_is_integer(v) || (json_integer_value(v) <= most && json_integer_value(v) >= -most))
    return true;
  char text[32];
  (void)snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
  keep(s, pointer, text);
  return false;
}

/* PASSED, or INAPPLICABLE without anything the rule is about; cantTell when not all was seen. */
static enum sv_outcome conclude(struct sv_ctx *ctx, const struct sv_response *r,
                                const struct search *s, bool whole)
{
  if (!whole)
    return tec_unsure(ctx, r, SV_TOOL, NULL,
                      .message = N_("The document is larger than this check reads."),
                      .hint = N_("Name a smaller resource among the samples of the target file."));
  return s->seen > 0 ? SV_PASSED : SV_INAPPLICABLE;
}

static enum sv_outcome judge_numbers(struct sv_ctx *ctx, const struct sv_response *r,
                                     const json_t *json, const json_error_t *error)
{
  struct search s = { .pointer = NULL };
  if (!json && json_error_code(error) != json_error_numeric_overflow)
    return SV_INAPPLICABLE;
  if (!json)
    keep(&s, "", error->text);
  const bool whole = !json || tec_walk(json, find_big, &s);
  if (!s.pointer)
    return conclude(ctx, r, &s, whole);
  return tec_fail(ctx, r, tec_arg("number", s.text),
                  .message = N_("The number {number} is larger than readers keep exactly."),
                  .where.json_pointer = s.pointer,
                  .where.line = !json && error->line > 0 ? (uint32_t)error->line : 0,
                  .expected = N_("integers between -(2^53)+1 and (2^53)-1"), .actual = s.text,
                  .hint = N_("Send identifiers and large numbers as strings."));
}

/* TEC-HTP-13 */
enum sv_outcome tec_numbers(struct sv_ctx *ctx)
{
  return each_sample(ctx, 0, judge_numbers);
}

/* Whether TEXT looks like a moment: a date, then T or a space, then two digits. */
static bool looks_like_moment(const char *t)
{
  static const char shape[] = "0000-00-00T00:00";
  for (size_t i = 0; shape[i]; i++) {
    if (shape[i] == '0' ? !sv_is_digit(t[i])
                        : t[i] != shape[i] && !(shape[i] == 'T' && (t[i] == ' ' || t[i] == 't')))
      return false;
  }
  return true;
}

static bool find_moment(void *closure, const char *pointer, const char *name, const json_t *v)
{
  struct search *s = closure;
  (void)name;
  if (!json_is_string(v) || !looks_like_moment(json_string_value(v)))
    return true;
  s->seen++;
  if (sv_date_time_parse(json_string_value(v), json_string_length(v), NULL))
    return true;
  keep(s, pointer, json_string_value(v));
  return false;
}

static enum sv_outcome judge_moments(struct sv_ctx *ctx, const struct sv_response *r,
                                     const json_t *json, const json_error_t *error)
{
  (void)error;
  struct search s = { .pointer = NULL };
  if (!json)
    return SV_INAPPLICABLE;
  const bool whole = tec_walk(json, find_moment, &s);
  if (!s.pointer)
    return conclude(ctx, r, &s, whole);
  return tec_fail(ctx, r, tec_arg("value", s.text),
                  .message = N_("'{value}' is no moment that readers agree on."),
                  .where.json_pointer = s.pointer,
                  .expected = N_("RFC 3339 with offset, such as 2026-01-31T12:00:00Z"),
                  .actual = s.text,
                  .hint = N_("Write date and time with T between and with Z or an offset at the "
                             "end."));
}

/* TEC-HTP-14 */
enum sv_outcome tec_date_time(struct sv_ctx *ctx)
{
  return each_sample(ctx, 0, judge_moments);
}

/* Whether the name of a member says that it holds a day: "dato" or "date" alone or at the end. */
static bool is_day_name(const char *name)
{
  const size_t n = strlen(name);
  return n >= 4 &&
         (sv_equal_nocase(name + n - 4, "dato") || sv_equal_nocase(name + n - 4, "date")) &&
         !sv_equal_nocase(name, "update") && !sv_equal_nocase(name, "mandato");
}

static bool find_day(void *closure, const char *pointer, const char *name, const json_t *v)
{
  struct search *s = closure;
  if (!json_is_string(v) || json_string_length(v) == 0 || !is_day_name(name) ||
      looks_like_moment(json_string_value(v)))
    return true;
  s->seen++;
  if (sv_date_parse(json_string_value(v), json_string_length(v), NULL))
    return true;
  keep(s, pointer, json_string_value(v));
  return false;
}

static enum sv_outcome judge_days(struct sv_ctx *ctx, const struct sv_response *r,
                                  const json_t *json, const json_error_t *error)
{
  (void)error;
  struct search s = { .pointer = NULL };
  if (!json)
    return SV_INAPPLICABLE;
  const bool whole = tec_walk(json, find_day, &s);
  if (!s.pointer)
    return conclude(ctx, r, &s, whole);
  return tec_fail(ctx, r, tec_arg("value", s.text),
                  .message = N_("'{value}' is no date of the calendar in the form that is "
                                "exchanged."),
                  .where.json_pointer = s.pointer,
                  .expected = N_("year, month and day such as 2026-01-31"), .actual = s.text,
                  .hint = N_("Write dates as YYYY-MM-DD."));
}

/* TEC-HTP-15 */
enum sv_outcome tec_full_date(struct sv_ctx *ctx)
{
  return each_sample(ctx, 0, judge_days);
}
