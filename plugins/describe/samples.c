// SPDX-License-Identifier: Apache-2.0
/* The samples of an endpoint, found in the target file or the API description. */
#include "plugins/describe/samples.h"

size_t sv_samples_ask(struct sv_ctx *ctx, const struct sv_request *own,
                      const struct sv_response **answers)
{
  struct sv_request requests[SV_SAMPLES_MAX + 1] = { *own };
  struct sv_arena arena = SV_ARENA(1 << 20);
  const json_t *endpoint = ctx->sv->endpoint(ctx), *target = ctx->sv->target(ctx);
  const struct sv_artifact *a =
      sv_sample_needs_description(endpoint, target) ? ctx->sv->artifact(ctx, "openapi", 0) : NULL;
  const struct sv_sample_source source = {
    .endpoint = endpoint,
    .target = target,
    .description = a ? a->data : NULL,
    .size = a ? a->size : 0,
    .signed_in = !own->credential && json_object_get(endpoint, "credential") != NULL
  };
  size_t samples = 0;
  const char *const *urls = sv_sample_urls(&arena, &source, &samples);
  requests[0].size = sizeof requests[0];
  for (size_t i = 0; i < samples; i++)
    requests[i + 1] = (struct sv_request){ .size = sizeof requests[0],
                                           .url = urls[i],
                                           .credential = own->credential,
                                           .follow = own->follow };
  ctx->sv->http_all(ctx, requests, samples + 1, answers);
  sv_arena_free(&arena);
  return samples + 1;
}
