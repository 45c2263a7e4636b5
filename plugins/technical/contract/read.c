// SPDX-License-Identifier: Apache-2.0
/* Which document describes the endpoint, and where its operations are. */
#include "plugins/technical/contract/run.h"

#include "engines/base/ascii.h"
#include "plugins/technical/document.h"

#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 30, ARTIFACTS_MAX = 16 };

static void close_run(struct con_run *run, enum sv_outcome outcome, enum sv_attribution who,
                      const char *message, const char *hint)
{
  run->closed = outcome;
  run->who = who;
  run->message = message;
  run->hint = hint;
}

static enum sv_status fetch(void *context, const char *iri, struct sv_openapi_text *out,
                            struct sv_error *err)
{
  const struct con_run *run = context;
  (void)err;
  return tec_fetch(run->ctx, run->url, iri, out);
}

static void forget(struct con_run *run)
{
  sv_openapi_free(run->api);
  free(run->bytes);
  free(run->url);
  run->api = NULL;
  run->bytes = run->url = NULL;
}

/* Reads document A; false when it is none. */
static bool load(struct con_run *run, const struct sv_artifact *a)
{
  struct sv_openapi_limits limits = SV_OPENAPI_LIMITS;
  struct sv_error err = { .line = 0 };
  forget(run);
  if (!a->data || a->size == 0 ||
      (a->marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED | SV_MARK_AMBIGUOUS)))
    return false;
  limits.files = FILES_MAX;
  run->bytes = malloc(a->size);
  run->url = strdup(a->url ? a->url : "");
  if (!run->bytes || !run->url)
    return false;
  memcpy(run->bytes, a->data, a->size);
  const struct sv_openapi_options opt = { .iri = strchr(run->url, ':') ? run->url : NULL,
                                          .name = run->url,
                                          .borrowed = true,
                                          .fetch = fetch,
                                          .context = run,
                                          .limits = &limits };
  return sv_openapi_load(run->bytes, a->size, &opt, &run->api, &err) == SV_OK &&
         sv_openapi_version(run->api) != SV_OPENAPI_UNKNOWN;
}

/* The path of an absolute URL without the slash at its end. */
static struct sv_span path_of(const char *url)
{
  struct sv_span path = sv_uri_split(url, strlen(url)).path;
  while (path.size > 0 && path.data[path.size - 1] == '/')
    path.size--;
  return path;
}

/* Whether path A is B or lies below it. */
static bool is_within(struct sv_span a, struct sv_span b)
{
  return b.size == 0 || (a.size >= b.size && memcmp(a.data, b.data, b.size) == 0 &&
                         (a.size == b.size || a.data[b.size] == '/'));
}

static const char *trimmed(struct con_run *run, const char *url)
{
  size_t size = strcspn(url, "?#");
  while (size > 0 && url[size - 1] == '/')
    size--;
  return sv_arena_copy(&run->arena, url, size);
}

/* The server of the document on the origin of URL whose paths go with it. */
static const char *server_for(struct sv_ctx *ctx, struct con_run *run, const char *url)
{
  size_t count;
  const struct sv_openapi_server *s = sv_openapi_servers(run->api, NULL, &count);
  const char *best = NULL;
  for (size_t i = 0; i < count; i++) {
    const char *at = tec_resolve(ctx, strchr(run->url, ':') ? run->url : url, s[i].url);
    if (!at || !sv_equal_nocase(tec_origin(ctx, at), tec_origin(ctx, url)))
      continue;
    const struct sv_span own = path_of(at), asked = path_of(url);
    if (is_within(asked, own) || is_within(own, asked)) {
      if (!best || path_of(best).size < own.size)
        best = at;
    }
  }
  return best ? trimmed(run, best) : NULL;
}

/* Where the operations are when no server of the document is on the endpoint's origin, as when a
 * test environment is tried by the description of the real one. */
static const char *moved(struct sv_ctx *ctx, struct con_run *run, const char *url)
{
  size_t count;
  const struct sv_openapi_server *s = sv_openapi_servers(run->api, NULL, &count);
  const char *at = count > 0 ? tec_resolve(ctx, url, s[0].url) : NULL;
  const struct sv_span path = at ? path_of(at) : (struct sv_span){ "", 0 };
  if (!at || !is_within(path_of(url), path))
    return trimmed(run, url);
  return sv_arena_printf(&run->arena, "%s%.*s", tec_origin(ctx, url), (int)path.size, path.data);
}

/* An `openapi` endpoint alone: the servers on its own host, unless an API is named there. A
 * document that was handed over describes the API that is named. */
static void read_own(struct sv_ctx *ctx, struct con_run *run)
{
  const char *url = tec_endpoint_url(ctx);
  const char *id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  const struct sv_artifact *a;
  size_t i;
  json_t *e;
  json_array_foreach(json_object_get(ctx->sv->target(ctx), "endpoints"), i, e)
  {
    const char *kind = json_string_value(json_object_get(e, "kind"));
    const char *at = json_string_value(json_object_get(e, "url"));
    if (kind && at && strcmp(kind, "api") == 0 &&
        (!*url || sv_equal_nocase(tec_origin(ctx, at), tec_origin(ctx, url)))) {
      close_run(run, SV_INAPPLICABLE, 0, NULL, NULL); /* judged there */
      return;
    }
  }
  for (size_t n = 0; n < ARTIFACTS_MAX && (a = ctx->sv->artifact(ctx, "openapi", n)); n++) {
    if (!id || !a->name || strcmp(a->name, id) != 0)
      continue;
    if (!load(run, a))
      break;
    size_t count;
    const struct sv_openapi_server *s = sv_openapi_servers(run->api, NULL, &count);
    for (size_t k = 0; k < count && !run->base; k++) {
      const char *at = tec_resolve(ctx, run->url, s[k].url);
      if (at && sv_equal_nocase(tec_origin(ctx, at), tec_origin(ctx, url)))
        run->base = trimmed(run, at);
    }
    if (!run->base)
      close_run(run, SV_CANT_TELL, SV_CONFIGURATION,
                N_("The description's servers are on another host, which the target does not "
                   "name."),
                N_("Name the API in the target file, as an endpoint of kind api."));
    return;
  }
  close_run(run, SV_INAPPLICABLE, 0, NULL, NULL);
}

/* Whether any operation lies at or below the endpoint. */
static bool covers_any(struct con_run *run)
{
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(run->api, &count);
  const struct sv_span base = path_of(run->base);
  for (size_t i = 0; i < count; i++) {
    struct sv_buf path = SV_BUF(8192);
    bool found = false;
    if (o[i].place == SV_OPENAPI_PATHS && o[i].path &&
        sv_buf_addf(&path, "%.*s%s", (int)base.size, base.data, o[i].path) == SV_OK)
      found = is_within((struct sv_span){ sv_buf_text(&path), path.size },
                        (struct sv_span){ run->scope, strlen(run->scope) });
    sv_buf_free(&path);
    if (found)
      return true;
  }
  return false;
}

void con_read(struct sv_ctx *ctx, struct con_run *run)
{
  const char *url = tec_endpoint_url(ctx);
  const struct sv_artifact *a;
  run->scope = "";
  if (strcmp(tec_kind(ctx), "openapi") == 0) {
    read_own(ctx, run);
    return;
  }
  const struct sv_span path = path_of(url);
  const char *scope = sv_arena_copy(&run->arena, path.data ? path.data : "", path.size);
  run->scope = scope ? scope : "";
  for (int pass = 0; pass < 2; pass++) {
    for (size_t n = 0; n < ARTIFACTS_MAX && (a = ctx->sv->artifact(ctx, "openapi", n)); n++) {
      /* A second document may be about something else: only the first is taken on trust. */
      if ((pass == 1 && n > 0) || !load(run, a))
        continue;
      run->base = pass == 0 ? server_for(ctx, run, url) : moved(ctx, run, url);
      if (run->base && covers_any(run))
        return;
    }
  }
  forget(run);
  close_run(run, SV_INAPPLICABLE, 0, NULL, NULL);
}
