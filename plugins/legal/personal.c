// SPDX-License-Identifier: Apache-2.0
/* Identity numbers in what anybody may read. The numbers themselves never reach a plugin: the network process hides
 * them and counts. */
#include "plugins/legal/legal.h"

#include "engines/rdf/accept.h"
#include "plugins/describe/samples.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

/* What the numbers of one sort are called. */
struct sort {
  const char *message, *expected, *hint;
  uint32_t (*count)(const struct sv_response *r);
};

static uint32_t of_people(const struct sv_response *r)
{
  return r->identity_numbers - r->synthetic_numbers;
}

static uint32_t synthetic(const struct sv_response *r)
{
  return r->synthetic_numbers;
}

static const struct sort people = {
  .message = N_("An answer that anybody can fetch holds national identity numbers ({count})."),
  .expected = N_("no national identity number"),
  .hint = N_("Take the numbers out, or require sign-in and a legal basis for this address."),
  .count = of_people,
};

static const struct sort made_up = {
  .message = N_("An answer that anybody can fetch holds synthetic identity numbers ({count})."),
  .expected = N_("no identity number, not even a synthetic one"),
  .hint = N_("See that they are test data, and say so where the data is described; help numbers, which people do "
             "have, can look the same (month + 40)."),
  .count = synthetic,
};

static bool judge(struct sv_ctx *ctx, const struct sv_response *r, const struct sort *sort)
{
  const uint32_t count = sort->count(r);
  if (count == 0)
    return true;
  json_t *args = json_pack("{s:i}", "count", (int)count);
  sv_find(ctx, .outcome = SV_FAILED, .message = sort->message, .args = args, .where.url = r->url,
          .expected = sort->expected, .actual = N_("the numbers are hidden here; look at the answer itself"),
          .evidence = r->evidence, .hint = sort->hint);
  json_decref(args);
  return false;
}

/* How the endpoint's own address is asked: a description as what reads RDF asks for it. */
static struct sv_request own_request(struct sv_ctx *ctx)
{
  static const char *const accept[] = { SV_RDF_ACCEPT, NULL };
  static const char *const described[] = { "dcat", "cpsv", "skos" };
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  struct sv_request own = { .credential = "", .follow = 5 };
  for (size_t i = 0; kind && i < sizeof described / sizeof described[0]; i++)
    if (strcmp(described[i], kind) == 0)
      own.headers = accept;
  return own;
}

/* Whether digits can be seen in the content: text has none of the control characters that archives,
 * images and compressed files begin with. UTF-16 and UTF-32 with their mark are read. */
static bool is_legible(const struct sv_response *r)
{
  enum { LOOKED_AT = 4096 };
  const unsigned char *at = r->body;
  const size_t size = r->body_size < LOOKED_AT ? r->body_size : LOOKED_AT;
  if (size > 1 && ((at[0] == 0xFF && at[1] == 0xFE) || (at[0] == 0xFE && at[1] == 0xFF)))
    return true;
  for (size_t i = 0; i < size; i++)
    if (at[i] < 0x09 || (at[i] > 0x0D && at[i] < 0x20 && at[i] != 0x1B))
      return false;
  return true;
}

static enum sv_outcome say_illegible(struct sv_ctx *ctx, const struct sv_response *r)
{
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TOOL,
          .message = N_("The content is no text, so that numbers in it could not be looked for."),
          .where.url = r->url, .actual = sv_header(r, "Content-Type"), .evidence = r->evidence,
          .hint = N_("Look in the file itself; when it is meant to be text, see how it is coded."));
  return SV_CANT_TELL;
}

static enum sv_outcome judge_answers(struct sv_ctx *ctx, const struct sort *sort)
{
  const struct sv_response *answers[SV_SAMPLES_MAX + 1];
  const struct sv_request own = own_request(ctx);
  const size_t count = sv_samples_ask(ctx, &own, answers);
  const struct sv_response *lost = NULL, *illegible = NULL;
  size_t judged = 0;
  bool clean = true;
  for (size_t i = 0; i < count; i++) {
    if (answers[i]->error) {
      lost = answers[i];
      continue;
    }
    clean = judge(ctx, answers[i], sort) && clean;
    if (answers[i]->status != 200 || answers[i]->body_size == 0)
      continue;
    judged++;
    if (!is_legible(answers[i]))
      illegible = answers[i];
  }
  if (!clean)
    return SV_FAILED;
  if (lost)
    return sv_no_answer(ctx, lost);
  if (illegible)
    return say_illegible(ctx, illegible);
  return judged ? SV_PASSED : SV_INAPPLICABLE;
}

enum sv_outcome sv_legal_identity_numbers(struct sv_ctx *ctx)
{
  return judge_answers(ctx, &people);
}

enum sv_outcome sv_legal_synthetic_numbers(struct sv_ctx *ctx)
{
  return judge_answers(ctx, &made_up);
}
