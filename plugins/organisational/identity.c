// SPDX-License-Identifier: Apache-2.0
/* Who the service belongs to: organisation numbers. */
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/openapi.h"
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/html/page.h"
#include "engines/sample/sample.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

enum judged { CHECK_DIGIT, FIRST_DIGIT };

struct numbers {
  enum judged what;
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

/* What is said of a number that is wrong. */
static const struct {
  const char *message, *expected, *hint;
} words[] = {
  [CHECK_DIGIT] = { N_("{number} is not an organisation number."),
                    N_("nine digits, the last one the modulus 11 check digit"),
                    N_("Look the number up in Enhetsregisteret and correct it.") },
  [FIRST_DIGIT] = { N_("{number} begins otherwise than organisation numbers that are given today."),
                    N_("8 or 9 as the first digit"),
                    N_("Look the number up in Enhetsregisteret; numbers of test organisations belong in test "
                       "environments.") },
};

/* Counts NUMBER; whether it is wrong. What is no number at all is not judged by its first digit. */
static bool is_wrong(struct numbers *s, const char *number)
{
  const bool is_valid = sv_orgnr_valid(number);
  if (s->what == FIRST_DIGIT && !is_valid)
    return false;
  s->found++;
  const bool wrong = s->what == FIRST_DIGIT ? number[0] != '8' && number[0] != '9' : !is_valid;
  s->wrong += wrong;
  return wrong;
}

static void judge(struct numbers *s, const char *text, const char *pointer)
{
  char number[32];
  bare(text, number);
  if (!is_wrong(s, number))
    return;
  json_t *args = json_pack("{s:s}", "number", number);
  sv_find(s->ctx, .outcome = SV_FAILED, .message = words[s->what].message, .args = args,
          .where = { .url = s->url, .json_pointer = pointer }, .expected = words[s->what].expected, .actual = number,
          .evidence = s->evidence, .hint = words[s->what].hint);
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

static void judge_number(struct sv_judging *j, const struct sv_triple *t, const char *number)
{
  struct numbers *s = j->own;
  if (!is_wrong(s, number))
    return;
  json_t *args = json_pack("{s:s}", "number", number);
  sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                        (struct sv_node_fault){ .message = words[s->what].message,
                                                .args = args,
                                                .expected = words[s->what].expected,
                                                .hint = words[s->what].hint });
  json_decref(args);
}

/* The number that the address of an organisation ends in, once. */
static void judge_address(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_iri_of(j->g, t->o);
  const char *number = iri && sv_is_first_of(j->g, t) ? sv_org_number_tail(iri) : NULL;
  if (number)
    judge_number(j, t, number);
}

/* Identifiers that are digits and no more: others are no numbers, of which other checks tell. */
static void judge_identified(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DCT "identifier", &n);
  for (size_t i = 0; i < n; i++) {
    char number[32] = "";
    if (sv_term_kind(values[i].o) == SV_TERM_LITERAL)
      bare(sv_graph_text(j->g, values[i].o, NULL), number);
    if (number[0] && number[strspn(number, "0123456789")] == '\0')
      judge_number(j, &values[i], number);
  }
}

static enum sv_outcome judge_description(struct sv_ctx *ctx, struct numbers *s)
{
  static const char *const properties[] = { DCT "publisher", CV "hasCompetentAuthority", CV "ownedBy", NULL };
  static const char *const classes[] = { FOAF "Agent", CV "PublicOrganisation", NULL };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, s, &outcome))
    return outcome;
  sv_judging_values(&j, properties, judge_address);
  sv_judging_nodes(&j, classes, judge_identified);
  j.looked_at = s->found;
  return sv_judging_end(&j);
}

static enum sv_outcome judge_numbers(struct sv_ctx *ctx, enum judged what)
{
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  struct numbers s = { .what = what, .ctx = ctx };
  const bool page = kind && strcmp(kind, "web") == 0, api = kind && strcmp(kind, "openapi") == 0;
  if (!page && !api)
    return judge_description(ctx, &s);
  const enum sv_outcome outcome = page ? judge_page(ctx, &s) : judge_document(ctx, &s);
  if (outcome != SV_PASSED)
    return outcome;
  if (s.wrong)
    return SV_FAILED;
  return s.found ? SV_PASSED : SV_INAPPLICABLE;
}

enum sv_outcome sv_org_number(struct sv_ctx *ctx)
{
  return judge_numbers(ctx, CHECK_DIGIT);
}

/* Test environments have organisations of their own, with other numbers. */
enum sv_outcome sv_org_number_begins(struct sv_ctx *ctx)
{
  return sv_org_in_production(ctx) ? judge_numbers(ctx, FIRST_DIGIT) : SV_INAPPLICABLE;
}
