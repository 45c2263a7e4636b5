// SPDX-License-Identifier: Apache-2.0
/* Identity numbers in what anybody may read. The numbers themselves never reach a plugin: the network process hides
 * them and counts. */
#include "plugins/legal/legal.h"

#include "engines/rdf/accept.h"
#include "engines/sample/sample.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

static bool judge(struct sv_ctx *ctx, const struct sv_response *r)
{
  if (r->identity_numbers == 0)
    return true;
  json_t *args = json_pack("{s:i}", "count", (int)r->identity_numbers);
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("An answer that anybody can fetch holds national identity numbers ({count})."), .args = args,
          .where.url = r->url, .expected = N_("no national identity number"),
          .actual = N_("the numbers are hidden here; look at the answer itself"), .evidence = r->evidence,
          .hint = N_("Take the numbers out, or require sign-in and a legal basis for this address."));
  json_decref(args);
  return false;
}

/* The addresses to look at: the endpoint's own and, of an API, its samples. */
static size_t collect(struct sv_ctx *ctx, struct sv_request *requests, struct sv_arena *arena)
{
  size_t count = 0;
  static const char *const accept[] = { SV_RDF_ACCEPT, NULL };
  static const char *const described[] = { "dcat", "cpsv", "skos" };
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  struct sv_request own = { .size = sizeof *requests, .credential = "", .follow = 5 };
  for (size_t i = 0; kind && i < sizeof described / sizeof described[0]; i++)
    if (strcmp(described[i], kind) == 0)
      own.headers = accept;
  requests[count++] = own;
  const struct sv_artifact *a =
      sv_sample_needs_description(ctx->sv->endpoint(ctx), ctx->sv->target(ctx))
          ? ctx->sv->artifact(ctx, "openapi", 0)
          : NULL;
  const struct sv_sample_source source = { .endpoint = ctx->sv->endpoint(ctx),
                                           .target = ctx->sv->target(ctx),
                                           .description = a ? a->data : NULL,
                                           .size = a ? a->size : 0 };
  size_t samples;
  const char *const *urls = sv_sample_urls(arena, &source, &samples);
  for (size_t i = 0; i < samples; i++)
    requests[count++] = (struct sv_request){
      .size = sizeof *requests, .url = urls[i], .credential = "", .follow = 5
    };
  return count;
}

enum sv_outcome sv_legal_identity_numbers(struct sv_ctx *ctx)
{
  struct sv_request requests[SV_SAMPLES_MAX + 1];
  const struct sv_response *answers[SV_SAMPLES_MAX + 1];
  struct sv_arena arena = SV_ARENA(1 << 20);
  const size_t count = collect(ctx, requests, &arena);
  ctx->sv->http_all(ctx, requests, count, answers);
  size_t judged = 0;
  bool clean = true;
  const struct sv_response *lost = NULL;
  for (size_t i = 0; i < count; i++) {
    if (answers[i]->error)
      lost = answers[i];
    else if (answers[i]->status == 200 && answers[i]->body_size > 0)
      judged++;
    if (!answers[i]->error)
      clean = judge(ctx, answers[i]) && clean;
  }
  sv_arena_free(&arena);
  if (!clean)
    return SV_FAILED;
  if (lost)
    return sv_no_answer(ctx, lost);
  return judged ? SV_PASSED : SV_INAPPLICABLE;
}
