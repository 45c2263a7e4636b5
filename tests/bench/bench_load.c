// SPDX-License-Identifier: Apache-2.0
/* A plugin for the benchmark: one check that asks many addresses and makes three assertions on each answer. */
#include <samsvar/helpers.h>

#include <stdbool.h>

enum { BATCH = 500, COUNT_MAX = 100000 };

static enum sv_outcome load(struct sv_ctx *ctx);

static const struct sv_check checks[] = {
  { .id = "technical.bench.load",
    .title = "Every answer is JSON with the right name",
    .requirements = "TEC-HTP-01",
    .kinds = "api",
    .layer = SV_TECHNICAL,
    .level = SV_MUST,
    .timeout_ms = 120000,
    .run = load },
};

SV_PLUGIN(bench_load, checks, .version = "1.0.0", .licence = "Apache-2.0", .summary = "Load for the benchmark");

static bool holds(const struct sv_response *r)
{
  const char *type = r->error ? NULL : sv_header(r, "Content-Type");
  if (r->error || r->status != 200 || !type || strncmp(type, "application/json", 16) != 0)
    return false;
  json_t *value = json_loadb(r->body, r->body_size, 0, NULL);
  const char *name = json_string_value(json_object_get(value, "navn"));
  const bool ok = name && strcmp(name, "Testtjeneste") == 0;
  json_decref(value);
  return ok;
}

static enum sv_outcome load(struct sv_ctx *ctx)
{
  static struct sv_request requests[BATCH];
  static const struct sv_response *answers[BATCH];
  const json_int_t count = json_integer_value(ctx->sv->param(ctx, "bench-count"));
  if (count < 1 || count > COUNT_MAX)
    return SV_INAPPLICABLE;
  for (json_int_t at = 0; at < count; at += BATCH) {
    const size_t n = count - at < BATCH ? (size_t)(count - at) : BATCH;
    for (size_t i = 0; i < n; i++)
      requests[i] = (struct sv_request){ .size = sizeof requests[i],
                                         .url = ctx->sv->format(ctx, "/api/%d", (int)(at + (json_int_t)i)) };
    ctx->sv->http_all(ctx, requests, n, answers);
    for (size_t i = 0; i < n; i++) {
      if (holds(answers[i]))
        continue;
      sv_find(ctx, .outcome = SV_FAILED, .message = "An answer is wrong.", .where.url = answers[i]->url,
              .expected = "200, application/json, navn", .actual = answers[i]->error ? answers[i]->error : "else",
              .evidence = answers[i]->evidence, .hint = "Look at the server of the benchmark.");
      return SV_FAILED;
    }
  }
  return SV_PASSED;
}
