// SPDX-License-Identifier: Apache-2.0
/* Norwegian and Sámi letters on the way through the service. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/base/buf.h"

#include <stdio.h>
#include <string.h>

struct place {
  bool found;
  char pointer[512];
  char text[160];
};

static void keep(struct place *s, const char *pointer, const char *text)
{
  s->found = true;
  (void)snprintf(s->pointer, sizeof s->pointer, "%s", pointer);
  (void)snprintf(s->text, sizeof s->text, "%s", text);
}

#define LETTERS "ÆØÅæøåČčĐđŊŋŠšŦŧŽž"

/* The start of what is sent: where it comes back with another end, letters were lost on the way. */
#define HEAD_LETTERS "\xC3\x86\xC3\x98\xC3\x85\xC3\xA6\xC3\xB8\xC3\xA5"
/* The first two letters, read as Latin-1 and written as UTF-8 again. */
#define TWICE_ENCODED "\xC3\x83\xC2\x86\xC3\x83\xC2\x98"

static bool is_spoilt(const char *text)
{
  if (strstr(text, TWICE_ENCODED) || strstr(text, "??????") ||
      strstr(text, "\xC6\xD8\xC5\xE6\xF8\xE5") ||
      strstr(text, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"))
    return true;
  const char *head = strstr(text, HEAD_LETTERS);
  return head && !sv_starts_with(head, LETTERS);
}

static bool find_spoilt(void *closure, const char *pointer, const char *name, const json_t *v)
{
  struct place *s = closure;
  (void)name;
  if (!json_is_string(v))
    return true;
  struct sv_buf b = SV_BUF(8192);
  (void)sv_uri_decode(json_string_value(v), json_string_length(v), &b); /* letters in links too */
  const bool spoilt = is_spoilt(sv_buf_text(&b));
  if (spoilt)
    keep(s, pointer, json_string_value(v));
  sv_buf_free(&b);
  return !spoilt;
}

/* The target's sample "search" with the letters, percent-encoded, in place of {text}; NULL without
 * one. */
static const char *search_url(struct sv_ctx *ctx)
{
  const char *search = tec_sample_text(ctx, "search");
  const char *hole = search ? strstr(search, "{text}") : NULL;
  if (!hole)
    return NULL;
  struct sv_buf b = SV_BUF(8192);
  sv_buf_add(&b, search, (size_t)(hole - search));
  (void)sv_uri_encode(LETTERS, sizeof LETTERS - 1, "", &b);
  sv_buf_adds(&b, hole + 6);
  const char *url = ctx->sv->format(ctx, "%s", sv_buf_text(&b));
  sv_buf_free(&b);
  return tec_resolve(ctx, tec_endpoint_url(ctx), url);
}

/* TEC-HTP-11 */
enum sv_outcome tec_letters(struct sv_ctx *ctx)
{
  const char *url = search_url(ctx);
  if (!url)
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5);
  const char *const hint = N_("Treat input and output as UTF-8 in every part, and test with all "
                              "Norwegian and Sámi letters.");
  if (!r->error && r->status >= 500 && r->status != 503)
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("Norwegian and Sámi letters in a search give status {status}."),
                    .expected = N_("an answer below status 500"),
                    .actual = ctx->sv->format(ctx, "%d", r->status), .hint = hint);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  struct place s = { .found = false };
  json_t *json = tec_json(r, 0, NULL);
  if (json)
    (void)tec_walk(json, find_spoilt, &s);
  else if (is_spoilt(r->body))
    keep(&s, "", LETTERS);
  json_decref(json);
  if (!s.found)
    return SV_PASSED;
  return tec_fail(
      ctx, r, NULL, .message = N_("Norwegian and Sámi letters come back as others than were sent."),
      .where.json_pointer = s.pointer, .expected = LETTERS, .actual = s.text, .hint = hint);
}
