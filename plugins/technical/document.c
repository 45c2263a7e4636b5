// SPDX-License-Identifier: Apache-2.0
/* The OpenAPI document of an endpoint, read once a worker and kept in the plugin's state together
 * with the national rules. */
#include "plugins/technical/checks.h"
#include "plugins/technical/document.h"
#include "plugins/technical/state.h"
#include "plugins/technical/technical.h"

#include "engines/doc/bridge.h"
#include "engines/sample/sample.h"

#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 30, VALUES_MAX = 1000000, SAMPLES_SIZE = 1 << 20 };

/* What is kept from check to check: the document of one answer. */
struct document {
  struct sv_ctx *ctx; /* of the check at hand, for references to other files */
  char *url;
  char *bytes;
  size_t size;
  struct sv_openapi *api;
  struct sv_rules *rules;
  struct sv_arena arena; /* of the samples of one endpoint */
  const char *sampled;   /* its URL; NULL: none yet */
  const char *const *samples;
  size_t sample_count;
};

static void forget(struct document *d)
{
  sv_openapi_free(d->api);
  free(d->url);
  free(d->bytes);
  d->api = NULL;
  d->url = d->bytes = NULL;
}

enum sv_outcome tec_open(struct sv_ctx *ctx)
{
  struct tec_state *state = calloc(1, sizeof *state);
  ctx->state = state;
  if (state)
    state->document = calloc(1, sizeof *state->document);
  return state && state->document ? SV_PASSED : SV_CANT_TELL;
}

static struct document *document_of(const struct sv_ctx *ctx)
{
  return ((const struct tec_state *)ctx->state)->document;
}

void tec_close(struct sv_ctx *ctx)
{
  struct tec_state *state = ctx->state;
  struct document *d = state ? state->document : NULL;
  if (d) {
    forget(d);
    sv_rules_free(d->rules);
    sv_arena_free(&d->arena);
  }
  if (state && state->close_runs)
    state->close_runs(state->runs);
  free(d);
  free(state);
  ctx->state = NULL;
}

enum sv_status tec_fetch(struct sv_ctx *ctx, const char *from, const char *iri,
                         struct sv_openapi_text *out)
{
  if (strcmp(tec_origin(ctx, iri), tec_origin(ctx, from)) != 0)
    return SV_DENIED;
  const struct sv_response *r = sv_http(ctx, .url = iri, .follow = 5);
  if (r->error || (r->marks & SV_MARKS_NOT_WHOLE) || r->status / 100 != 2)
    return sv_is_gone(r) ? SV_NOT_FOUND : SV_IO;
  out->bytes = malloc(r->body_size + 1);
  out->name = strdup(iri);
  if (!out->bytes || !out->name)
    return SV_NO_MEMORY;
  memcpy(out->bytes, r->body, r->body_size);
  out->size = r->body_size;
  return SV_OK;
}

static enum sv_status fetch(void *context, const char *iri, struct sv_openapi_text *out,
                            struct sv_error *err)
{
  const struct document *d = context;
  (void)err;
  return tec_fetch(d->ctx, d->url, iri, out);
}

static enum sv_status read_document(struct document *d, const struct sv_response *r,
                                    struct sv_error *err)
{
  struct sv_openapi_limits limits = SV_OPENAPI_LIMITS;
  limits.files = FILES_MAX;
  forget(d);
  d->url = strdup(r->url);
  d->bytes = malloc(r->body_size + 1);
  if (!d->url || !d->bytes)
    return SV_NO_MEMORY;
  memcpy(d->bytes, r->body, r->body_size);
  d->size = r->body_size;
  const struct sv_openapi_options opt = {
    .iri = d->url, .borrowed = true, .fetch = fetch, .context = d, .limits = &limits
  };
  SV_TRY(sv_openapi_load(d->bytes, d->size, &opt, &d->api, err));
  return d->rules ? SV_OK : sv_rules_national(&d->rules, err);
}

/* Also a version that nobody knows is one. */
static bool tells_version(const struct sv_openapi *api)
{
  const struct sv_openapi_node root = sv_openapi_root(api);
  return sv_openapi_get(root, "openapi").doc || sv_openapi_get(root, "swagger").doc;
}

/* The document that the target file names by path, as if it were an answer; NULL: it cannot be had,
 * which the runner tells. */
static const struct sv_response *read_file(struct sv_ctx *ctx)
{
  const char *id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  const struct sv_artifact *a = NULL;
  for (size_t i = 0; id && (a = ctx->sv->artifact(ctx, "openapi", i)); i++)
    if (strcmp(a->name, id) == 0)
      break;
  struct sv_response *r = a ? ctx->sv->alloc(ctx, sizeof *r) : NULL;
  if (r)
    *r = (struct sv_response){ .status = 200,
                               .url = a->url,
                               .marks = a->marks,
                               .body = a->data,
                               .body_size = a->size,
                               .evidence = a->evidence };
  return r;
}

/* TEC_READY when there are bytes to read in *R. */
static enum sv_outcome look(struct sv_ctx *ctx, const struct sv_response **r)
{
  if (*tec_endpoint_url(ctx)) {
    *r = tec_get(ctx);
    return tec_judge_ready(ctx, *r);
  }
  *r = read_file(ctx);
  if (!*r)
    return SV_INAPPLICABLE;
  return (*r)->marks & SV_MARKS_NOT_WHOLE ? tec_too_large(ctx, *r) : TEC_READY;
}

struct sv_openapi *tec_any_description(struct sv_ctx *ctx, const struct sv_response **r,
                                       enum sv_outcome *outcome)
{
  struct document *d = document_of(ctx);
  struct sv_error err = { .text = "" };
  *outcome = look(ctx, r);
  if (*outcome != TEC_READY)
    return NULL;
  d->ctx = ctx;
  enum sv_status status = SV_OK;
  if (!d->api || strcmp(d->url, (*r)->url) != 0 || d->size != (*r)->body_size ||
      memcmp(d->bytes, (*r)->body, d->size) != 0)
    status = read_document(d, *r, &err);
  *outcome = SV_INAPPLICABLE;
  if (status == SV_OK && tells_version(d->api))
    return d->api;
  if (status != SV_OK && status != SV_INVALID)
    *outcome = tec_too_large(ctx, *r);
  return NULL;
}

struct sv_openapi *tec_description(struct sv_ctx *ctx, const struct sv_response **r,
                                   enum sv_outcome *outcome)
{
  struct sv_openapi *api = tec_any_description(ctx, r, outcome);
  if (!api && *outcome == SV_INAPPLICABLE)
    *outcome = tec_unsure(ctx, *r, SV_TARGET, NULL,
                          .message = N_("What is at the address is no OpenAPI document."),
                          .hint = N_("Publish the OpenAPI document where the target file says, as "
                                     "JSON or YAML."));
  return api;
}

enum sv_outcome tec_too_large(struct sv_ctx *ctx, const struct sv_response *r)
{
  return tec_unsure(ctx, r, SV_TOOL, NULL,
                    .message = N_("The document is larger than this check reads."),
                    .hint = N_("Judge the document with samsvar validate openapi."));
}

const char *const *tec_sample_urls(struct sv_ctx *ctx, size_t *count)
{
  struct document *d = document_of(ctx);
  const char *url = tec_endpoint_url(ctx);
  /* Asked for each time: a check that lacks it must be known to. */
  const struct sv_artifact *a =
      sv_sample_needs_description(ctx->sv->endpoint(ctx), ctx->sv->target(ctx))
          ? ctx->sv->artifact(ctx, "openapi", 0)
          : NULL;
  if (!d->sampled || strcmp(d->sampled, url) != 0) {
    const struct sv_sample_source source = { .endpoint = ctx->sv->endpoint(ctx),
                                             .target = ctx->sv->target(ctx),
                                             .description = a ? a->data : NULL,
                                             .size = a ? a->size : 0,
                                             .signed_in = json_object_get(ctx->sv->endpoint(ctx),
                                                                          "credential") != NULL };
    sv_arena_free(&d->arena);
    d->arena = SV_ARENA(SAMPLES_SIZE);
    d->samples = sv_sample_urls(&d->arena, &source, &d->sample_count);
    d->sampled = sv_arena_strdup(&d->arena, url);
  }
  *count = d->sample_count;
  return d->samples;
}

const struct sv_rules *tec_national_rules(struct sv_ctx *ctx)
{
  struct document *d = document_of(ctx);
  return d->rules;
}
