// SPDX-License-Identifier: Apache-2.0
/* The framework for digital interoperability as results of a run show that it was used: the role,
 * the four layers, and the waivers. Looks at documents of kind results, a results.json each. */
#include "plugins/organisational/organisational.h"

#include "engines/base/date.h"
#include "plugins/describe/openapi.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

static const char *text(const json_t *object, const char *member)
{
  const char *s = json_string_value(json_object_get(object, member));
  return s ? s : "";
}

/* The results that the endpoint at hand gives. NULL with *OUTCOME: there are none. */
static json_t *read_results(struct sv_ctx *ctx, const struct sv_artifact **a,
                            enum sv_outcome *outcome)
{
  json_t *document = sv_own_document(ctx, a, outcome);
  if (!document || json_is_array(json_object_get(document, "requirements")))
    return document;
  json_decref(document);
  *outcome = SV_CANT_TELL;
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TARGET,
          .message = N_("The document has no requirements to look at."), .where.url = (*a)->url,
          .evidence = (*a)->evidence, .hint = N_("Hand over results.json as samsvar wrote it."));
  return NULL;
}

/* How many requirements of LAYER (NULL: any) came to something, and how many did not concern the
 * target. */
struct executed {
  size_t judged, inapplicable;
};

static struct executed count(const json_t *results, const char *layer)
{
  const json_t *list = json_object_get(results, "requirements");
  struct executed n = { 0 };
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *q = json_array_get(list, i);
    const char *outcome = text(q, "outcome");
    if (layer && strcmp(text(q, "layer"), layer) != 0)
      continue;
    n.judged += strcmp(outcome, "passed") == 0 || strcmp(outcome, "failed") == 0;
    n.inapplicable += strcmp(outcome, "inapplicable") == 0;
  }
  return n;
}

/* --- the role (ORG-024) --- */

static bool is_role(const char *role)
{
  return strcmp(role, "provider") == 0 || strcmp(role, "consumer") == 0 ||
         strcmp(role, "rule-setter") == 0;
}

enum sv_outcome sv_org_role(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *results = read_results(ctx, &a, &outcome);
  if (!results)
    return outcome;
  const json_t *target = json_object_get(results, "target");
  const char *role = text(target, "role");
  const bool is_assumed = json_is_true(json_object_get(target, "roleAssumed"));
  outcome = is_role(role) && !is_assumed ? SV_PASSED : SV_FAILED;
  if (outcome == SV_FAILED)
    sv_find(ctx, .outcome = SV_FAILED,
            .message = is_assumed ? N_("Nobody stated in which role the body was judged; it was "
                                       "taken to be the one shown.")
                                  : N_("The results do not say in which role the body was "
                                       "judged."),
            .where = { .url = a->url, .json_pointer = "/target/role" },
            .expected = "provider, consumer, rule-setter", .actual = role, .evidence = a->evidence,
            .hint = N_("State role in the target file, and judge again."));
  json_decref(results);
  return outcome;
}

enum sv_outcome sv_org_role_judged(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *results = read_results(ctx, &a, &outcome);
  if (!results)
    return outcome;
  const char *role = text(json_object_get(results, "target"), "role");
  outcome = !is_role(role) ? SV_INAPPLICABLE : count(results, NULL).judged ? SV_PASSED : SV_FAILED;
  if (outcome == SV_FAILED)
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("Nothing was judged in the role that the results state."),
            .where = { .url = a->url, .json_pointer = "/requirements" }, .actual = role,
            .expected = N_("a requirement that passed or failed"), .evidence = a->evidence,
            .hint = N_("Name the endpoints and documents of that role in the target file."));
  json_decref(results);
  return outcome;
}

/* --- the four layers (ORG-044) --- */

static const char *const layers[] = { "legal", "organisational", "semantic", "technical" };

/* Tells of each layer of which nothing was judged: those that are MISSING, or those in which
 * nothing was relevant. */
static enum sv_outcome judge_layers(struct sv_ctx *ctx, bool missing)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *results = read_results(ctx, &a, &outcome);
  if (!results)
    return outcome;
  outcome = SV_PASSED;
  for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++) {
    const struct executed n = count(results, layers[i]);
    if (n.judged || (n.inapplicable > 0) == missing)
      continue;
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = missing ? N_("Nothing of this layer was judged.")
                               : N_("Nothing of this layer was relevant, so nothing was judged."),
            .where = { .url = a->url, .json_pointer = "/requirements" },
            .expected = N_("a requirement that passed or failed"), .actual = layers[i],
            .evidence = a->evidence,
            .hint = N_("Judge the service by a profile with requirements of all four layers, and "
                       "name what they look at in the target file."));
  }
  json_decref(results);
  return outcome;
}

enum sv_outcome sv_org_layers(struct sv_ctx *ctx)
{
  return judge_layers(ctx, true);
}

enum sv_outcome sv_org_layers_relevant(struct sv_ctx *ctx)
{
  return judge_layers(ctx, false);
}

/* --- waivers (ORG-045) --- */

struct waivers {
  struct sv_ctx *ctx;
  const struct sv_artifact *a;
  size_t found, wrong;
};

static void find_waiver(struct waivers *w, const char *pointer, const char *requirement,
                        const char *message, const char *actual)
{
  json_t *args = json_pack("{s:s}", "requirement", requirement);
  w->wrong++;
  sv_find(w->ctx, .outcome = SV_FAILED, .message = message, .args = args,
          .where = { .url = w->a->url, .json_pointer = pointer },
          .expected = N_("a reason, an owner and a date to come"), .actual = actual,
          .evidence = w->a->evidence,
          .hint = N_("Say in the waivers file why, who answers for it and until when; mend what it "
                     "is about before that day."));
  json_decref(args);
}

/* Whether DATE ("2027-01-31") is a day that has ended at NOW. */
static bool is_past(const char *date, int64_t now)
{
  char today[21];
  sv_date_time_write(now, today);
  return strncmp(date, today, 10) < 0;
}

static void judge_waiver(struct waivers *w, const json_t *waiver, const char *requirement,
                         const char *pointer)
{
  const char *expires = text(waiver, "expires");
  const bool is_whole = text(waiver, "reason")[0] && text(waiver, "owner")[0] && expires[0];
  w->found++;
  if (!is_whole)
    find_waiver(w, pointer, requirement,
                N_("The waiver of {requirement} lacks a reason, an owner or a date."), NULL);
  else if (json_is_true(json_object_get(waiver, "expired")) ||
           is_past(expires, w->ctx->sv->now(w->ctx)))
    find_waiver(w, pointer, requirement, N_("The waiver of {requirement} has expired."), expires);
}

static void judge_list(struct waivers *w, const json_t *results, const char *list,
                       const char *member, const char *id)
{
  const json_t *items = json_object_get(results, list);
  for (size_t i = 0; i < json_array_size(items); i++) {
    const json_t *item = json_array_get(items, i);
    const json_t *waiver = member ? json_object_get(item, member) : item;
    if (json_is_object(waiver))
      judge_waiver(w, waiver, text(item, id),
                   w->ctx->sv->format(w->ctx, "/%s/%zu%s%s", list, i, member ? "/" : "",
                                      member ? member : ""));
  }
}

enum sv_outcome sv_org_waivers(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct waivers w = { .ctx = ctx };
  json_t *results = read_results(ctx, &w.a, &outcome);
  if (!results)
    return outcome;
  judge_list(&w, results, "requirements", "waiver", "id");
  judge_list(&w, results, "unusedWaivers", NULL, "requirement");
  json_decref(results);
  return w.wrong ? SV_FAILED : w.found ? SV_PASSED : SV_INAPPLICABLE;
}
