// SPDX-License-Identifier: Apache-2.0
/* Who the service belongs to: organisation numbers. */
#include "plugins/describe/openapi.h"
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/html/page.h"
#include "engines/sample/sample.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

struct numbers {
  struct sv_ctx *ctx;
  const char *url;
  sv_evidence evidence;
  size_t found, wrong;
};

/* Takes away what people put into a number: spaces, no-break spaces, and MVA after it. */
static void bare(const char *text, char out[32])
{
  size_t n = 0;
  for (const char *p = text; *p && n < 31; p++) {
    if ((unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xA0)
      p++;
    else if (*p != ' ')
      out[n++] = *p;
  }
  out[n] = '\0';
  if (n > 3 && sv_equal_nocase(out + n - 3, "MVA"))
    out[n - 3] = '\0';
}

static void judge(struct numbers *s, const char *text, const char *pointer)
{
  char number[32];
  bare(text, number);
  s->found++;
  if (sv_orgnr_valid(number))
    return;
  s->wrong++;
  json_t *args = json_pack("{s:s}", "number", number);
  sv_find(s->ctx, .outcome = SV_FAILED, .message = N_("{number} is not an organisation number."), .args = args,
          .where = { .url = s->url, .json_pointer = pointer },
          .expected = N_("nine digits, the last one the modulus 11 check digit"), .actual = number,
          .evidence = s->evidence, .hint = N_("Look the number up in Enhetsregisteret and correct it."));
  json_decref(args);
}

static void visit(void *closure, const char *pointer, const char *name, const json_t *member)
{
  (void)name;
  struct numbers *s = closure;
  if (json_is_string(member))
    judge(s, json_string_value(member), pointer);
  else if (json_is_integer(member))
    judge(s, s->ctx->sv->format(s->ctx, "%" JSON_INTEGER_FORMAT, json_integer_value(member)), pointer);
}

static enum sv_outcome judge_document(struct sv_ctx *ctx, struct numbers *s)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *document = sv_own_document(ctx, &a, &outcome);
  if (!document)
    return outcome;
  s->url = a->url;
  s->evidence = a->evidence;
  sv_sample_members(document, "orgnr orgno organisasjonsnummer organizationnumber xorgnr xorganisasjonsnummer",
                    visit, s);
  json_decref(document);
  return SV_PASSED;
}

/* The number after "org.nr." and the like: at most nine digits and the spaces between them. */
static const char *after_label(const char *text, char out[32])
{
  static const char *const labels[] = { "org.nr", "org. nr", "orgnr", "organisasjonsnummer", "organization number" };
  for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
    const char *at = strcasestr(text, labels[i]);
    if (!at)
      continue;
    const char *p = at + strlen(labels[i]);
    while (*p == '.' || *p == ':' || *p == ' ')
      p++;
    size_t n = 0;
    const char *digits = p;
    while ((sv_is_digit((unsigned char)*p) || (*p == ' ' && sv_is_digit((unsigned char)p[1]))) && n < 31)
      out[n++] = *p++;
    out[n] = '\0';
    if (p > digits)
      return p;
  }
  return NULL;
}

static enum sv_outcome judge_page(struct sv_ctx *ctx, struct numbers *s)
{
  const struct sv_response *r = sv_http(ctx, .follow = 5);
  if (r->error)
    return sv_no_answer(ctx, r);
  struct sv_page page;
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (r->status == 200 && sv_page_read(r->body, r->body_size, &page, NULL) == SV_OK) {
    s->url = r->url;
    s->evidence = r->evidence;
    char number[32];
    for (const char *p = page.text; (p = after_label(p, number)) && s->found < 20;)
      judge(s, number, NULL);
    outcome = SV_PASSED;
  }
  if (r->status == 200)
    sv_page_free(&page);
  return outcome;
}

enum sv_outcome sv_org_number(struct sv_ctx *ctx)
{
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  struct numbers s = { .ctx = ctx };
  const bool page = kind && strcmp(kind, "web") == 0;
  const enum sv_outcome outcome = page ? judge_page(ctx, &s) : judge_document(ctx, &s);
  if (outcome != SV_PASSED)
    return outcome;
  if (s.wrong)
    return SV_FAILED;
  return s.found ? SV_PASSED : SV_INAPPLICABLE;
}
