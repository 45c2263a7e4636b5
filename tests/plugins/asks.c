// SPDX-License-Identifier: Apache-2.0
/* A good plugin that uses every service, against the small server of test_session.c. */
#include <samsvar/helpers.h>

#include <stdio.h>

enum { MANY = 1000 };

static enum sv_outcome one(struct sv_ctx *ctx);
static enum sv_outcome many(struct sv_ctx *ctx);
static enum sv_outcome coded(struct sv_ctx *ctx);
static enum sv_outcome cut(struct sv_ctx *ctx);
static enum sv_outcome dense(struct sv_ctx *ctx);
static enum sv_outcome moved(struct sv_ctx *ctx);
static enum sv_outcome nowhere(struct sv_ctx *ctx);
static enum sv_outcome accuse(struct sv_ctx *ctx);
static enum sv_outcome document(struct sv_ctx *ctx);
static enum sv_outcome lost(struct sv_ctx *ctx);
static enum sv_outcome tell(struct sv_ctx *ctx);
static enum sv_outcome compare(struct sv_ctx *ctx);
static enum sv_outcome ask_all(struct sv_ctx *ctx);
static enum sv_outcome unsafe(struct sv_ctx *ctx);
static enum sv_outcome offline(struct sv_ctx *ctx);

#define ROW(name, kind, function)                                                                  \
  {                                                                                                \
    .id = "technical.asks." name, .title = "A check", .requirements = "TEC-TST-01", .kinds = kind, \
    .layer = SV_TECHNICAL, .level = SV_MUST, .run = function                                       \
  }

static const struct sv_check checks[] = {
  ROW("one", "web", one),
  ROW("many", "web", many),
  ROW("coded", "web", coded),
  ROW("cut", "web", cut),
  ROW("dense", "web", dense),
  ROW("moved", "web", moved),
  ROW("nowhere", "web", nowhere),
  ROW("accuse", "web", accuse),
  ROW("document", "openapi", document),
  ROW("again", "openapi", document),
  ROW("lost", "dcat", lost),
  ROW("tell", "web", tell),
  ROW("services", "web", ask_all),
  ROW("events", "events", one),
  ROW("jwks", "jwks", one),
  { .id = "technical.asks.unsafe",
    .title = "A check",
    .requirements = "TEC-TST-01",
    .kinds = "web",
    .layer = SV_TECHNICAL,
    .level = SV_MUST,
    .flags = SV_WRITES,
    .run = unsafe },
  { .id = "technical.asks.offline",
    .title = "A check",
    .requirements = "TEC-TST-01",
    .kinds = "web",
    .layer = SV_TECHNICAL,
    .level = SV_MUST,
    .flags = SV_OFFLINE,
    .run = offline },
  { .id = "cross.asks.compare",
    .title = "A check",
    .requirements = "TEC-TST-01",
    .kinds = "",
    .layer = SV_CROSS_LAYER,
    .level = SV_MUST,
    .flags = SV_CROSS,
    .run = compare },
};

static enum sv_outcome prepare(struct sv_ctx *ctx)
{
  static const char word[] = "prepared";
  const struct sv_response *r = sv_http(ctx, .url = "http://127.0.0.1:9/");
  ctx->state = (void *)(uintptr_t)word;
  return r->error && strcmp(r->error, "refused") == 0 ? SV_PASSED : SV_FAILED;
}

SV_PLUGIN(asks, checks, .version = "1.2.3", .summary = "A good plugin", .open = prepare);

/* A failure that the test prints. */
static enum sv_outcome wrong(struct sv_ctx *ctx, const char *what)
{
  sv_find(ctx, .outcome = SV_FAILED, .message = "It was not so", .actual = what);
  return SV_FAILED;
}

static enum sv_outcome one(struct sv_ctx *ctx)
{
  const struct sv_response *r = sv_http(ctx, .url = NULL);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (!ctx->state || strcmp(ctx->state, "prepared") != 0)
    return wrong(ctx, "open() left nothing");
  if (r->status != 200 || r->body_size != 5 || strcmp(r->body, "hello") != 0 ||
      !sv_header(r, "X-Test"))
    return wrong(ctx, r->body);
  return r->evidence && !r->tls && !r->redirected_from ? SV_PASSED : wrong(ctx, "members");
}

static enum sv_outcome many(struct sv_ctx *ctx)
{
  struct sv_request *requests = ctx->sv->alloc(ctx, MANY * sizeof *requests);
  const struct sv_response **answers = ctx->sv->alloc(ctx, MANY * sizeof *answers);
  for (size_t i = 0; i < MANY; i++)
    requests[i] =
        (struct sv_request){ .size = sizeof *requests, .url = ctx->sv->format(ctx, "/n/%zu", i) };
  ctx->sv->http_all(ctx, requests, MANY, answers);
  for (size_t i = 0; i < MANY; i++) {
    if (answers[i]->error)
      return sv_no_answer(ctx, answers[i]);
    if (strcmp(answers[i]->body, requests[i].url) != 0)
      return wrong(ctx, answers[i]->body);
  }
  return SV_PASSED;
}

static enum sv_outcome coded(struct sv_ctx *ctx)
{
  const struct sv_response *r = sv_http(ctx, .url = "/gzip");
  if (r->error || r->marks || r->body_size != 3000)
    return wrong(ctx, r->detail ? r->detail : "size");
  for (size_t i = 0; i < r->body_size; i++)
    if (((const char *)r->body)[i] != 'g')
      return wrong(ctx, "text");
  return SV_PASSED;
}

/* Both say that all is well, which main must not believe. */
static enum sv_outcome cut(struct sv_ctx *ctx)
{
  return sv_http(ctx, .url = "/gzip-cut")->marks & SV_MARK_TRUNCATED ? SV_PASSED
                                                                     : wrong(ctx, "no mark");
}

static enum sv_outcome dense(struct sv_ctx *ctx)
{
  return sv_http(ctx, .url = "/gzip-bomb")->marks & SV_MARK_LIMITED ? SV_PASSED
                                                                    : wrong(ctx, "no mark");
}

static enum sv_outcome moved(struct sv_ctx *ctx)
{
  const struct sv_response *r = sv_http(ctx, .url = "/moved", .follow = 2);
  const struct sv_response *from = r->redirected_from;
  if (r->status != 200 || !from || from->status != 302 || !sv_header(from, "Location"))
    return wrong(ctx, "hops");
  return sv_http(ctx, .url = "/moved")->status == 302 ? SV_PASSED : wrong(ctx, "followed unasked");
}

static enum sv_outcome nowhere(struct sv_ctx *ctx)
{
  const struct sv_response *r = sv_http(ctx, .url = json_string_value(ctx->sv->param(ctx, "nowher"
                                                                                          "e")));
  return r->error ? sv_no_answer(ctx, r) : wrong(ctx, "somebody is there");
}

static enum sv_outcome accuse(struct sv_ctx *ctx)
{
  const struct sv_response *r = sv_http(ctx, .url = "/n/accuse");
  const sv_evidence kept = ctx->sv->evidence(ctx, "note", "text/plain", "a note", 6);
  json_t *args = json_pack("{s:s,s:i}", "name", "Ola \x1b[31m", "count", 3);
  sv_find(ctx, .outcome = SV_FAILED, .message = "{name} has {count} faults", .args = args,
          .where.url = r->url, .where.line = 7, .expected = "none",
          .actual = "born 13097248022 \xff", .hint = "Mend it.", .evidence = r->evidence);
  sv_find(ctx, .outcome = SV_FAILED, .message = "One more", .evidence = kept);
  sv_find(ctx, .outcome = SV_FAILED, .message = "Of an exchange of others", .evidence = 100000);
  json_decref(args);
  return SV_FAILED;
}

static enum sv_outcome document(struct sv_ctx *ctx)
{
  const struct sv_artifact *d = ctx->sv->artifact(ctx, "openapi", 0);
  if (!d)
    return wrong(ctx, "no document");
  if (strcmp(d->name, "description") != 0 || d->size != 17 ||
      strcmp(d->data, "{\"openapi\":\"3.1\"}") != 0)
    return wrong(ctx, d->data);
  if (!d->media_type || strcmp(d->media_type, "application/json") != 0 || !d->evidence)
    return wrong(ctx, "media type");
  const struct sv_artifact *file = ctx->sv->artifact(ctx, "skos", 0);
  if (!file || strcmp(file->data, "a file") != 0 || !file->evidence)
    return wrong(ctx, "file");
  return ctx->sv->artifact(ctx, "openapi", 1) ? wrong(ctx, "too many") : SV_PASSED;
}

/* The document is not to be had; whatever the check makes of that is not believed. */
static enum sv_outcome lost(struct sv_ctx *ctx)
{
  return ctx->sv->artifact(ctx, "dcat", 0) ? SV_PASSED : SV_INAPPLICABLE;
}

static enum sv_outcome tell(struct sv_ctx *ctx)
{
  (void)ctx->sv->endpoint(ctx);
  sv_tell(ctx, .subject = "service", .predicate = "licence", .value = "CC BY 4.0", .where.line = 3);
  sv_tell(ctx, .subject = "service", .predicate = "contact", .value = "post@example.org");
  ctx->sv->log(ctx, SV_INFO, "told %d facts", 2);
  return SV_PASSED;
}

static enum sv_outcome compare(struct sv_ctx *ctx)
{
  const json_t *facts = ctx->sv->facts(ctx);
  const json_t *first = json_array_get(facts, 0);
  if (json_array_size(facts) != 2)
    return wrong(ctx, "number");
  const char *value = json_string_value(json_object_get(first, "value"));
  return value && strcmp(value, "post@example.org") == 0 ? SV_PASSED : wrong(ctx, value);
}

static enum sv_outcome ask_all(struct sv_ctx *ctx)
{
  const json_t *e = ctx->sv->endpoint(ctx);
  const json_t *t = ctx->sv->target(ctx);
  if (strcmp(json_string_value(json_object_get(e, "id")), "site") != 0)
    return wrong(ctx, "endpoint");
  if (strcmp(json_string_value(json_object_get(t, "name")), "Bench") != 0 ||
      json_object_get(t, "credentials"))
    return wrong(ctx, "target");
  if (json_integer_value(ctx->sv->param(ctx, "most")) != 7 || ctx->sv->param(ctx, "absent"))
    return wrong(ctx, "param");
  if (ctx->sv->now(ctx) < 1700000000 || strncmp(ctx->sv->probe(ctx), "samsvar-", 8) != 0)
    return wrong(ctx, "now");
  return json_array_size(ctx->sv->facts(ctx)) == 0 ? SV_PASSED : wrong(ctx, "facts");
}

static enum sv_outcome unsafe(struct sv_ctx *ctx)
{
  const struct sv_response *r =
      sv_http(ctx, .method = "POST", .url = "/n/post", .body = "x", .body_size = 1);
  return r->error ? sv_no_answer(ctx, r) : SV_PASSED;
}

static enum sv_outcome offline(struct sv_ctx *ctx)
{
  (void)ctx->sv->endpoint(ctx);
  const struct sv_response *r = sv_http(ctx, .url = "/");
  return r->error && strcmp(r->error, "refused") == 0 ? SV_PASSED : wrong(ctx, "it sent something");
}
