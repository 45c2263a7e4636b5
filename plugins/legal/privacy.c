// SPDX-License-Identifier: Apache-2.0
/* Privacy: the statement that a service with sign-in has, and traces of persons in open data.
 * Nothing of what is found about persons is kept: numbers of places only. */
#include "engines/base/ascii.h"
#include "engines/html/page.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/describe/samples.h"
#include "plugins/legal/legal.h"

#include <samsvar/helpers.h>
#include <string.h>

enum { WORDS_MIN = 200, TRACES_DEFAULT = 5 };

/* --- the statement --- */

/* Whether the service has sign-in: the profile says that it handles personal data, the target names
 * an authorisation server, or its API description has a scheme with one. */
static bool signs_in(struct sv_ctx *ctx)
{
  static const char *const words[] = { "\"openIdConnect\"", "\"oauth2\"", "type: openIdConnect",
                                       "type: oauth2" };
  const json_t *said = ctx->sv->param(ctx, "personal-data");
  const struct sv_artifact *a;
  if (json_is_boolean(said))
    return json_is_true(said);
  if (ctx->sv->artifact(ctx, "oidc", 0))
    return true;
  for (size_t i = 0; (a = ctx->sv->artifact(ctx, "openapi", i)); i++)
    for (size_t w = 0; a->data && w < sizeof words / sizeof words[0]; w++)
      if (memmem(a->data, a->size, words[w], strlen(words[w])))
        return true;
  return false;
}

static bool is_page(const struct sv_response *r)
{
  const char *type = sv_header(r, "Content-Type");
  return r->status == 200 && type && strcasestr(type, "html");
}

/* The privacy statement that the front page links to. */
struct statement {
  const struct sv_response *front;
  const char *url; /* NULL: no link */
  const struct sv_response *answer;
  struct sv_page page; /* read when answer is a page */
  bool is_read;
};

/* SV_PASSED when there is something to judge: a page that belongs to a service with sign-in. */
static enum sv_outcome fetch_statement(struct sv_ctx *ctx, struct statement *s)
{
  static const char *const words[] = { "personvern", "privacy" };
  struct sv_page front = { 0 };
  if (!signs_in(ctx))
    return SV_INAPPLICABLE;
  s->front = sv_http(ctx, .follow = 5);
  if (s->front->error)
    return sv_no_answer(ctx, s->front);
  if (!is_page(s->front))
    return SV_INAPPLICABLE;
  if (sv_page_read(s->front->body, s->front->body_size, &front, NULL) == SV_OK)
    for (size_t i = 0; i < front.link_count && !s->url; i++)
      for (size_t w = 0; w < 2; w++)
        if (front.links[i].text && strcasestr(front.links[i].text, words[w]))
          s->url = sv_legal_absolute(ctx, s->front->url, front.links[i].href);
  const bool is_shell = front.is_shell;
  sv_page_free(&front);
  if (is_shell)
    return sv_no_content(ctx, s->front);
  if (!s->url)
    return SV_PASSED;
  s->answer = sv_http(ctx, .url = s->url, .follow = 5, .credential = "");
  enum sv_outcome outcome;
  if (sv_is_no_verdict(ctx, s->answer, &outcome))
    return outcome;
  s->is_read = is_page(s->answer) &&
               sv_page_read(s->answer->body, s->answer->body_size, &s->page, NULL) == SV_OK;
  return s->is_read && s->page.is_shell ? sv_no_content(ctx, s->answer) : SV_PASSED;
}

enum sv_outcome sv_legal_privacy_statement(struct sv_ctx *ctx)
{
  struct statement s = { 0 };
  enum sv_outcome outcome = fetch_statement(ctx, &s);
  const bool is_there = s.is_read && s.page.words >= WORDS_MIN;
  if (outcome == SV_PASSED && !is_there) {
    const struct sv_response *r = s.answer ? s.answer : s.front;
    const char *actual = !s.url       ? N_("no such link")
                         : !s.is_read ? ctx->sv->format(ctx, "%d", r->status)
                                      : ctx->sv->format(ctx, "%zu", s.page.words);
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = !s.url       ? N_("The service has sign-in, and its front page links to no "
                                               "privacy statement.")
                       : !s.is_read ? N_("The link to the privacy statement does not lead to it.")
                                    : N_("The privacy statement is too short to inform anybody."),
            .where.url = r->url,
            .expected = N_("a link called privacy statement, to a page of 200 words or more"),
            .actual = actual, .evidence = r->evidence,
            .hint = N_("Tell who handles what about whom, why, and what rights people have; link "
                       "to it from the foot of every page."));
  }
  sv_page_free(&s.page);
  return outcome;
}

/* What a statement must tell (GDPR articles 13 and 14), by words for it in the two written forms
 * and in English. */
static const struct {
  const char *what;
  const char *words[6];
} groups[] = {
  { N_("the controller"), { "behandlingsansvarlig", "handsamingsansvarleg", "controller" } },
  { N_("the purpose"), { "formål", "føremål", "purpose" } },
  { N_("the legal basis"),
    { "rettslig grunnlag", "rettslege grunnlag", "rettsleg grunnlag", "behandlingsgrunnlag",
      "rettslige grunnlag", "legal basis" } },
  { N_("the rights to access, correction and erasure"),
    { "innsyn", "right of access", "right to access", "access to" } },
  { N_("the data protection officer or a contact"),
    { "personvernombud", "data protection officer", "kontakt oss", "contact us" } },
  { N_("where to complain"), { "datatilsynet", "data protection authority" } },
};

static bool tells(const char *text, size_t group)
{
  for (size_t i = 0; i < 6 && groups[group].words[i]; i++)
    if (strcasestr(text, groups[group].words[i]))
      return true;
  return false;
}

enum sv_outcome sv_legal_privacy_content(struct sv_ctx *ctx)
{
  struct statement s = { 0 };
  enum sv_outcome outcome = fetch_statement(ctx, &s);
  if (outcome == SV_PASSED && !s.is_read)
    outcome = SV_INAPPLICABLE; /* the check of the statement itself says so */
  for (size_t i = 0; s.is_read && i < sizeof groups / sizeof groups[0]; i++) {
    if (tells(s.page.text, i))
      continue;
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The privacy statement does not tell all that people have a right to "
                          "know."),
            .where.url = s.answer->url, .expected = groups[i].what, .actual = N_("no word of it"),
            .evidence = s.answer->evidence,
            .hint = N_("Tell it in plain words, under a heading of its own."));
  }
  sv_page_free(&s.page);
  return outcome;
}

/* --- persons in open data --- */

/* Runs JUDGE on the beginning of each distribution that anybody may have. */
static void visit_open(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *parts = sv_values_of(j->g, node, DCAT "distribution", &n);
  sv_judge_distribution *const *judge = j->own;
  for (size_t i = 0; i < n && sv_dataset_is_public(j->g, node); i++)
    sv_distribution_each(j, parts[i].o, *judge);
}

static enum sv_outcome judge_open(struct sv_ctx *ctx, sv_judge_distribution *judge)
{
  static const char *const datasets[] = { DCAT "Dataset", NULL };
  return sv_judge_nodes(ctx, datasets, visit_open, &judge);
}

static const struct sv_response *beginning(struct sv_judging *j, const struct sv_distribution *x)
{
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_BEGIN);
  if (!r || r->status < 200 || r->status >= 300)
    return NULL;
  j->looked_at++;
  return r;
}

static void say_numbers(struct sv_judging *j, const struct sv_distribution *x, uint32_t count,
                        struct sv_node_fault fault)
{
  if (count == 0)
    return;
  json_t *args = json_pack("{s:i}", "count", (int)count);
  fault.args = args;
  sv_judging_find_value(j, x->address, x->property, fault);
  json_decref(args);
}

static void judge_identity(struct sv_judging *j, const struct sv_distribution *x)
{
  const struct sv_response *r = beginning(j, x);
  if (r)
    say_numbers(j, x, r->identity_numbers - r->synthetic_numbers,
                (struct sv_node_fault){ .message = N_("Data that anybody can fetch holds national "
                                                      "identity numbers "
                                                      "({count})."),
                                        .expected = N_("no national identity number"),
                                        .hint = N_("Take the numbers out, or close the address "
                                                   "until it is settled "
                                                   "whether they may be there.") });
}

static void judge_synthetic(struct sv_judging *j, const struct sv_distribution *x)
{
  const struct sv_response *r = beginning(j, x);
  if (r)
    say_numbers(j, x, r->synthetic_numbers,
                (struct sv_node_fault){ .message = N_("Data that anybody can fetch holds synthetic "
                                                      "identity numbers "
                                                      "({count})."),
                                        .expected = N_("no identity number, not even a synthetic "
                                                       "one"),
                                        .hint = N_("See that they are test data, and say so where "
                                                   "the data is "
                                                   "described; help numbers, which people do have, "
                                                   "can look the same "
                                                   "(month + 40).") });
}

enum sv_outcome sv_legal_open_identity(struct sv_ctx *ctx)
{
  return judge_open(ctx, judge_identity);
}

enum sv_outcome sv_legal_open_synthetic(struct sv_ctx *ctx)
{
  return judge_open(ctx, judge_synthetic);
}

/* Domains where people have mail of their own. */
static const char *const private_mail[] = { "@gmail.com",   "@hotmail.com", "@hotmail.no",
                                            "@outlook.com", "@live.no",     "@online.no",
                                            "@yahoo.no",    "@yahoo.com",   "@icloud.com",
                                            "@getmail.no",  "@broadpark.no" };

static bool is_account(const char *p)
{
  static const int weights[] = { 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 };
  int sum = 0, digits[11] = { 0 };
  size_t n = 0;
  for (size_t i = 0; i < 13; i++) {
    if (i == 4 || i == 7) {
      if (p[i] != '.')
        return false;
    } else if (!sv_is_digit((unsigned char)p[i])) {
      return false;
    } else {
      digits[n++] = p[i] - '0';
    }
  }
  for (size_t i = 0; i < 10; i++)
    sum += weights[i] * digits[i];
  return (11 - sum % 11) % 11 == digits[10];
}

/* +47 and eight digits, the first 4 or 9: mobile telephones belong to persons. */
static bool is_mobile(const char *p)
{
  size_t n = 0;
  if (p[0] != '+' || p[1] != '4' || p[2] != '7')
    return false;
  p += 3 + (p[3] == ' ');
  if (*p != '4' && *p != '9')
    return false;
  for (; n < 8 && (sv_is_digit((unsigned char)*p) || *p == ' '); p++)
    n += *p != ' ';
  return n == 8;
}

/* Places in TEXT (with a NUL after it) that look like a person's mail, account or telephone. */
static size_t count_traces(const char *text, size_t size)
{
  size_t n = 0;
  for (size_t i = 0; i < size; i++) {
    bool hit = text[i] == '+' && is_mobile(text + i);
    for (size_t m = 0; text[i] == '@' && m < sizeof private_mail / sizeof private_mail[0]; m++)
      hit = hit || strncasecmp(text + i, private_mail[m], strlen(private_mail[m])) == 0;
    if (sv_is_digit((unsigned char)text[i]) &&
        (i == 0 || !sv_is_digit((unsigned char)text[i - 1])) && size - i >= 13)
      hit = hit || is_account(text + i);
    n += hit;
  }
  return n;
}

/* How many traces are too many. */
static size_t threshold_of(struct sv_ctx *ctx)
{
  const json_t *most = ctx->sv->param(ctx, "personal-traces");
  return json_is_integer(most) ? (size_t)json_integer_value(most) : TRACES_DEFAULT;
}

static void judge_traces(struct sv_judging *j, const struct sv_distribution *x)
{
  const size_t threshold = threshold_of(j->ctx);
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_BEGIN);
  if (!r || r->status < 200 || r->status >= 300)
    return;
  const size_t n = count_traces(r->body, r->body_size);
  j->looked_at++;
  if (n < threshold)
    return;
  json_t *args = json_pack("{s:I}", "count", (json_int_t)n);
  sv_judging_find_value(
      j, x->address, x->property,
      (struct sv_node_fault){ .message = N_("Data that anybody can fetch has {count} places that "
                                            "look like a person's mail address, account or mobile "
                                            "telephone."),
                              .args = args,
                              .expected = j->ctx->sv->format(j->ctx, "< %zu", threshold),
                              .actual = N_("they are not shown here; look at the data itself"),
                              .hint = N_("Settle whether there is a legal basis for giving them "
                                         "out; else take them out.") });
  json_decref(args);
}

/* Whether the answer, which anybody may have, has few traces. */
static bool judge_answer(struct sv_ctx *ctx, const struct sv_response *r)
{
  const size_t n = count_traces(r->body, r->body_size), threshold = threshold_of(ctx);
  if (n < threshold)
    return true;
  json_t *args = json_pack("{s:I}", "count", (json_int_t)n);
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("Data that anybody can fetch has {count} places that look like a person's "
                        "mail address, account or mobile telephone."),
          .args = args, .where.url = r->url, .expected = ctx->sv->format(ctx, "< %zu", threshold),
          .actual = N_("they are not shown here; look at the data itself"), .evidence = r->evidence,
          .hint = N_("Settle whether there is a legal basis for giving them out; else take them "
                     "out."));
  json_decref(args);
  return false;
}

/* The anonymous samples of an API. */
static enum sv_outcome judge_samples(struct sv_ctx *ctx)
{
  const struct sv_response *answers[SV_SAMPLES_MAX + 1], *lost = NULL;
  const struct sv_request own = { .size = sizeof own, .credential = "", .follow = 5 };
  const size_t count = sv_samples_ask(ctx, &own, answers);
  size_t judged = 0, wrong = 0;
  for (size_t i = 0; i < count; i++) {
    if (answers[i]->error)
      lost = answers[i];
    if (answers[i]->error || answers[i]->status != 200 || answers[i]->body_size == 0)
      continue;
    judged++;
    wrong += !judge_answer(ctx, answers[i]);
  }
  if (wrong)
    return SV_FAILED;
  if (lost)
    return sv_no_answer(ctx, lost);
  return judged ? SV_PASSED : SV_INAPPLICABLE;
}

enum sv_outcome sv_legal_open_traces(struct sv_ctx *ctx)
{
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  const bool is_description = kind && strcmp(kind, "dcat") == 0;
  return is_description ? judge_open(ctx, judge_traces) : judge_samples(ctx);
}
