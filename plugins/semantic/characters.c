// SPDX-License-Identifier: Apache-2.0
/* Characters: forskrift om IT-standarder i offentlig forvaltning asks for UTF-8 in all exchange. */
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/base/utf8.h"
#include "engines/http/media_type.h"
#include "engines/rdf/accept.h"
#include "plugins/describe/samples.h"

#include <samsvar/helpers.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#define SAMI                                                                                       \
  "\xC4\x8C\xC4\x8D\xC4\x90\xC4\x91\xC5\x8A\xC5\x8B\xC5\xA0\xC5\xA1\xC5\xA6\xC5\xA7\xC5\xBD\xC5"   \
  "\xBE"
#define NORSE "\xC3\x86\xC3\x98\xC3\x85\xC3\xA6\xC3\xB8\xC3\xA5"

/* What text looks like when UTF-8 was read as ISO 8859-1 and written as UTF-8 again. */
static const char *const mojibake[] = { "\xC3\x83\xC2\xA5", "\xC3\x83\xC2\xB8", "\xC3\x83\xC2\xA6",
                                        "\xC3\x83\xE2\x80", "\xEF\xBF\xBD" };

static bool names_other_charset(const char *type)
{
  struct sv_media_type m;
  if (!type || sv_media_type_parse(type, strlen(type), &m) != SV_OK)
    return false;
  const struct sv_param *charset = sv_params_find(&m.params, "charset");
  return charset && !sv_param_is(charset, "utf-8");
}

static bool has_mark(const struct sv_response *r)
{
  return r->body_size >= 3 && memcmp(r->body, "\xEF\xBB\xBF", 3) == 0;
}

/* Whether the XML declaration names another encoding than UTF-8 (XML 1.0, 4.3.3). */
static bool declares_other_encoding(const struct sv_response *r)
{
  const char *body = r->body;
  const size_t most = r->body_size < 200 ? r->body_size : 200;
  const char *end = most > 5 && memcmp(body, "<?xml", 5) == 0 ? memchr(body, '>', most) : NULL;
  if (!end)
    return false;
  const char *at = memmem(body, (size_t)(end - body), "encoding", 8);
  const char *quote = at ? memchr(at, '=', (size_t)(end - at)) : NULL;
  while (quote && quote < end && *quote != '"' && *quote != '\'')
    quote++;
  return quote && quote < end && (end - quote < 6 || strncasecmp(quote + 1, "utf-8", 5) != 0);
}

static bool is_json(const struct sv_response *r)
{
  struct sv_media_type m;
  const char *type = sv_header(r, "Content-Type");
  return type && sv_media_type_parse(type, strlen(type), &m) == SV_OK && sv_media_type_is_json(&m);
}

/* What is wrong with the characters of R, a msgid, or NULL; *WHERE is a byte offset. */
typedef const char *fault_finder(const struct sv_response *r, size_t *where);

static const char *fault_of_text(const struct sv_response *r, size_t *where)
{
  *where = sv_utf8_check(r->body, r->body_size);
  if (*where < r->body_size)
    return N_("The answer is not UTF-8: byte {offset} fits nowhere.");
  *where = 0;
  return names_other_charset(sv_header(r, "Content-Type")) ? N_("The answer is UTF-8, but "
                                                                "Content-Type names another "
                                                                "character set.")
                                                           : NULL;
}

static const char *fault_of_payload(const struct sv_response *r, size_t *where)
{
  const char *fault = fault_of_text(r, where);
  if (fault)
    return fault;
  if (has_mark(r) && is_json(r))
    return N_("The answer begins with a byte order mark.");
  return declares_other_encoding(r) ? N_("The XML declaration names another character set than "
                                         "UTF-8.")
                                    : NULL;
}

/* What readers get past, and should not have to. */
static const char *blemish_of(const struct sv_response *r, size_t *where)
{
  *where = 0;
  if (has_mark(r))
    return N_("The answer begins with a byte order mark.");
  for (size_t i = 0; i < sizeof mojibake / sizeof mojibake[0]; i++) {
    const char *at = memmem(r->body, r->body_size, mojibake[i], strlen(mojibake[i]));
    *where = at ? (size_t)(at - (const char *)r->body) : 0;
    if (at)
      return N_("Letters were damaged before they were sent: look at byte {offset}.");
  }
  return NULL;
}

static bool judge(struct sv_ctx *ctx, const struct sv_response *r, fault_finder *find)
{
  size_t where = 0;
  const char *fault = find(r, &where);
  if (!fault)
    return true;
  const char *type = sv_header(r, "Content-Type");
  json_t *args = json_pack("{s:I}", "offset", (json_int_t)where);
  sv_find(ctx, .outcome = SV_FAILED, .message = fault, .args = args,
          .where = { .url = r->url, .header = "Content-Type" },
          .expected = N_("UTF-8 all through, without a byte order mark"),
          .actual = type ? type : "", .evidence = r->evidence,
          .hint = N_("Read, keep and send text as UTF-8 in every step, the database connection "
                     "included."));
  json_decref(args);
  return false;
}

static enum sv_outcome judge_description(struct sv_ctx *ctx, fault_finder *find)
{
  static const char *const accept[] = { SV_RDF_ACCEPT, NULL };
  const struct sv_response *r = sv_http(ctx, .headers = accept, .follow = 5);
  enum sv_outcome outcome;
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  if (r->status != 200 || r->body_size == 0)
    return SV_INAPPLICABLE;
  return judge(ctx, r, find) ? SV_PASSED : SV_FAILED;
}

enum sv_outcome sv_sem_rdf_utf8(struct sv_ctx *ctx)
{
  return judge_description(ctx, fault_of_text);
}

enum sv_outcome sv_sem_rdf_letters(struct sv_ctx *ctx)
{
  return judge_description(ctx, blemish_of);
}

static bool is_text(const struct sv_response *r)
{
  struct sv_media_type m;
  const char *type = sv_header(r, "Content-Type");
  if (!type || sv_media_type_parse(type, strlen(type), &m) != SV_OK)
    return false;
  return sv_media_type_is_json(&m) || sv_media_type_is_xml(&m) || sv_span_is(m.type, "text");
}

static enum sv_outcome judge_payload(struct sv_ctx *ctx, fault_finder *find)
{
  const struct sv_response *answers[SV_SAMPLES_MAX + 1];
  const size_t count = sv_samples_ask(ctx, &(struct sv_request){ .follow = 5 }, answers);
  size_t judged = 0;
  bool clean = true;
  for (size_t i = 0; i < count; i++) {
    if (answers[i]->error || answers[i]->body_size == 0 || !is_text(answers[i]))
      continue;
    judged += answers[i]->status >= 200 && answers[i]->status <= 299; /* an error is no payload */
    clean = judge(ctx, answers[i], find) && clean;
  }
  enum sv_outcome outcome;
  if (!clean)
    return SV_FAILED;
  if (judged == 0 && sv_is_no_verdict(ctx, answers[0], &outcome))
    return outcome;
  return judged ? SV_PASSED : SV_INAPPLICABLE;
}

enum sv_outcome sv_sem_payload_utf8(struct sv_ctx *ctx)
{
  return judge_payload(ctx, fault_of_payload);
}

enum sv_outcome sv_sem_payload_letters(struct sv_ctx *ctx)
{
  return judge_payload(ctx, blemish_of);
}

/* TEMPLATE with {text} replaced by TEXT, percent-encoded. */
static const char *expand(struct sv_ctx *ctx, const char *template, const char *text)
{
  const char *place = strstr(template, "{text}");
  struct sv_buf encoded = SV_BUF(1024);
  (void)sv_uri_encode(text, strlen(text), "", &encoded);
  const char *url = ctx->sv->format(ctx, "%.*s%s%s", (int)(place - template), template,
                                    sv_buf_text(&encoded), place + 6);
  sv_buf_free(&encoded);
  return url;
}

/* JSON text may write letters as \uXXXX: compare what a reader gets. */
static bool echoes(const struct sv_response *r, const char *text)
{
  if (memmem(r->body, r->body_size, text, strlen(text)))
    return true;
  json_t *value = json_loadb(r->body, r->body_size, JSON_DECODE_ANY, NULL);
  char *dump = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
  const bool found = dump && strstr(dump, text);
  free(dump);
  json_decref(value);
  return found;
}

enum sv_outcome sv_sem_sami_letters(struct sv_ctx *ctx)
{
  const char *search =
      json_string_value(json_object_get(json_object_get(ctx->sv->target(ctx), "samples"), "searc"
                                                                                          "h"));
  const char *base = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "url"));
  if (!search || !strstr(search, "{text}") || !base)
    return SV_INAPPLICABLE;
  struct sv_arena arena = SV_ARENA(1 << 16);
  const struct sv_response *r = sv_http(
      ctx, .url = sv_sample_url(&arena, base, expand(ctx, search, SAMI NORSE)), .follow = 5);
  sv_arena_free(&arena);
  enum sv_outcome outcome;
  if (r->error && sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  if (r->status < 500 && r->body_size && echoes(r, SAMI NORSE))
    return SV_PASSED;
  const bool damaged =
      r->status >= 500 || r->status == 400 || (r->body_size && memchr(r->body, '?', r->body_size));
  if (!damaged && r->status == 200)
    return SV_INAPPLICABLE;
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("The Sámi letters did not come back as they were sent."),
          .where.url = r->url, .expected = SAMI NORSE,
          .actual = r->status == 200 ? N_("other letters in their place")
                                     : ctx->sv->format(ctx, "%d", r->status),
          .evidence = r->evidence,
          .hint = N_("Decode the query as UTF-8, and keep the text in a column that holds all of "
                     "Unicode."));
  return SV_FAILED;
}
