// SPDX-License-Identifier: Apache-2.0
/* Results that are published: that they name all they were made from, and come out alike again. */
#include "plugins/semantic/handed.h"
#include "plugins/semantic/semantic.h"

#include <samsvar/helpers.h>
#include <string.h>

enum { TOLD_MAX = 30 };

static const char *text(const json_t *object, const char *member)
{
  return json_string_value(json_object_get(object, member));
}

/* What a result must say of its making; the first that is missing, or NULL. */
static const char *missing(const json_t *r)
{
  const json_t *run = json_object_get(r, "run");
  if (!text(json_object_get(run, "tool"), "version"))
    return "run.tool.version";
  if (!text(json_object_get(r, "profile"), "sha256"))
    return "profile.sha256";
  if (json_array_size(json_object_get(run, "plugins")) == 0)
    return "run.plugins";
  const json_t *plugins = json_object_get(run, "plugins");
  const json_t *exchanges = json_object_get(r, "exchanges");
  for (size_t i = 0; i < json_array_size(plugins); i++)
    if (!text(json_array_get(plugins, i), "sha256"))
      return "run.plugins[].sha256";
  for (size_t i = 0; i < json_array_size(exchanges); i++) {
    const json_t *one = json_array_get(exchanges, i);
    if (json_object_get(one, "status") && !json_object_get(one, "bodySha256"))
      return "exchanges[].bodySha256";
  }
  return NULL;
}

/* Whether both have the member alike, or neither has it. */
static bool alike(const json_t *a, const json_t *b, const char *member)
{
  const json_t *x = json_object_get(a, member), *y = json_object_get(b, member);
  return (!x && !y) || json_equal(x, y);
}

/* Whether A and B were made by the same tool and rules from the same bytes. */
static bool same_input(const json_t *a, const json_t *b)
{
  static const char *const of_run[] = { "tool", "plugins", "asOf" };
  const json_t *one = json_object_get(a, "exchanges"), *other = json_object_get(b, "exchanges");
  for (size_t i = 0; i < 3; i++)
    if (!alike(json_object_get(a, "run"), json_object_get(b, "run"), of_run[i]))
      return false;
  if (!alike(json_object_get(a, "profile"), json_object_get(b, "profile"), "sha256") ||
      json_array_size(one) != json_array_size(other))
    return false;
  for (size_t i = 0; i < json_array_size(one); i++) {
    static const char *const members[] = { "method", "url", "status", "bodySha256" };
    for (size_t k = 0; k < 4; k++)
      if (!alike(json_array_get(one, i), json_array_get(other, i), members[k]))
        return false;
  }
  return true;
}

/* A result without what time does to it. */
static json_t *timeless(const json_t *result)
{
  json_t *copy = json_copy((json_t *)(uintptr_t)result);
  (void)json_object_del(copy, "durationMs");
  return copy;
}

static size_t compare(struct sv_ctx *ctx, const json_t *a, const json_t *b,
                      const struct sv_handed_bytes *own)
{
  const json_t *one = json_object_get(a, "results"), *other = json_object_get(b, "results");
  size_t wrong = 0;
  const size_t n =
      json_array_size(one) > json_array_size(other) ? json_array_size(one) : json_array_size(other);
  for (size_t i = 0; i < n; i++) {
    json_t *x = timeless(json_array_get(one, i)), *y = timeless(json_array_get(other, i));
    const bool same = x && y && json_equal(x, y);
    const char *check = text(x ? x : y, "check");
    if (!same && wrong++ < TOLD_MAX) {
      json_t *args = json_pack("{s:s}", "check", check ? check : "");
      sv_find(ctx, .outcome = SV_FAILED,
              .message = N_("{check} came out otherwise when the same was judged again."),
              .args = args,
              .where = { .url = own->url, .json_pointer = ctx->sv->format(ctx, "/results/%zu", i) },
              .expected = y ? text(y, "outcome") : NULL, .actual = x ? text(x, "outcome") : NULL,
              .evidence = own->evidence,
              .hint = N_("Find what differs: the order of what is judged, the clock, or a list "
                         "that "
                         "was changed without a version."));
      json_decref(args);
    }
    json_decref(x);
    json_decref(y);
  }
  return wrong;
}

static enum sv_outcome judge(struct sv_ctx *ctx, const json_t *mine,
                             const struct sv_handed_bytes *own)
{
  size_t wrong = 0, compared = 0;
  const struct sv_artifact *a;
  const char *lacks = missing(mine);
  if (lacks) {
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The result does not name all that it was made from."),
            .where.url = own->url, .expected = lacks, .evidence = own->evidence,
            .hint = N_("Publish results.json as it was written: it has the digests of profile, "
                       "plugins and every answer."));
    return SV_FAILED;
  }
  for (size_t i = 0; (a = ctx->sv->artifact(ctx, "results", i)); i++) {
    json_t *other = a->data && a->data != own->data ? json_loadb(a->data, a->size, 0, NULL) : NULL;
    if (other && same_input(mine, other)) {
      compared++;
      wrong += compare(ctx, mine, other, own);
    }
    json_decref(other);
  }
  if (wrong)
    return SV_FAILED;
  if (compared)
    return SV_PASSED;
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
          .message = N_("There is no second result from the same input to compare with."),
          .where.url = own->url, .evidence = own->evidence,
          .hint = N_("Judge the recording again with samsvar replay, and hand over its "
                     "results.json "
                     "as a document of kind results too."));
  return SV_CANT_TELL;
}

enum sv_outcome sv_sem_repeatable(struct sv_ctx *ctx)
{
  struct sv_handed_bytes own;
  if (!sv_handed_own(ctx, &own))
    return SV_INAPPLICABLE;
  json_t *mine = json_loadb(own.data, own.size, JSON_REJECT_DUPLICATES, NULL);
  if (!json_is_array(json_object_get(mine, "results"))) {
    json_decref(mine);
    sv_find(ctx, .outcome = SV_FAILED, .message = N_("The document is no results.json."),
            .where.url = own.url, .evidence = own.evidence,
            .hint = N_("Hand over results.json as samsvar wrote it."));
    return SV_FAILED;
  }
  const enum sv_outcome outcome = judge(ctx, mine, &own);
  json_decref(mine);
  return outcome;
}
