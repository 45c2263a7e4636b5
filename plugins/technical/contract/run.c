// SPDX-License-Identifier: Apache-2.0
/* The run: planned once an endpoint, asked as often as checks like. */
#include "plugins/technical/contract/life.h"

#include "engines/base/ascii.h"
#include "plugins/technical/state.h"

#include <stdlib.h>
#include <string.h>

enum { ROUNDS_MAX = 4, SEED = 1, REQUESTS = 300 };
#define ARENA_MAX ((size_t)64 << 20)

static void free_run(struct con_run *run)
{
  sv_exchange_free(run->judge);
  sv_trials_free(run->trials);
  sv_operations_free(run->operations);
  sv_openapi_free(run->api);
  sv_arena_free(&run->arena);
  free(run->judged);
  free(run->untried);
  free(run->lacks);
  free(run->bytes);
  free(run->url);
  free(run->id);
  free(run);
}

static void close_runs(struct con_run *runs)
{
  while (runs) {
    struct con_run *next = runs->next;
    free_run(runs);
    runs = next;
  }
}

struct sv_trials *con_trials(struct con_run *run)
{
  return run->trials;
}

const struct sv_operations *con_operations(struct con_run *run)
{
  return run->operations;
}

struct sv_openapi *con_api(struct con_run *run)
{
  return run->api;
}

const char *con_base(struct con_run *run)
{
  return run->base;
}

/* Operations at or below the endpoint, on the description's common servers. */
bool con_covers(struct con_run *run, const struct sv_operation *o)
{
  const struct sv_uri base = sv_uri_split(run->base, strlen(run->base));
  const size_t scope = strlen(run->scope);
  struct sv_buf path = SV_BUF(8192);
  if (sv_openapi_get(o->declared->node, "servers").doc ||
      sv_openapi_get(o->declared->item, "servers").doc)
    return false;
  (void)sv_buf_addf(&path, "%.*s%s", (int)base.path.size, base.path.data ? base.path.data : "",
                    o->declared->path);
  const char *text = sv_buf_text(&path);
  const bool covered =
      strncmp(text, run->scope, scope) == 0 && (scope == 0 || !text[scope] || text[scope] == '/');
  sv_buf_free(&path);
  return covered;
}

static bool concerns(const struct sv_operation *o, void *closure)
{
  return con_covers(closure, o);
}

static unsigned long number_param(struct sv_ctx *ctx, const char *name, unsigned long otherwise)
{
  const json_t *value = ctx->sv->param(ctx, name);
  return json_is_integer(value) && json_integer_value(value) >= 0
             ? (unsigned long)json_integer_value(value)
             : otherwise;
}

/* What the target's owner says of parameters: "samples": {"parameters": {"orgnr": "..."}}. */
static void know(struct sv_ctx *ctx, struct con_run *run)
{
  const json_t *samples = json_object_get(ctx->sv->target(ctx), "samples");
  const char *name;
  json_t *value;
  json_object_foreach(json_object_get(samples, "parameters"), name, value)
  {
    if (json_is_string(value))
      (void)sv_trials_know(run->trials, name, json_string_value(value));
    else if (json_is_integer(value))
      (void)sv_trials_know(run->trials, name,
                           ctx->sv->format(ctx, "%lld", (long long)json_integer_value(value)));
  }
}

static struct sv_request request_of(struct con_run *run, const struct sv_trial *t,
                                    struct sv_ctx *ctx)
{
  return (struct sv_request){
    .size = sizeof(struct sv_request),
    .method = t->method,
    .url = ctx->sv->format(ctx, "%s%s", run->base, t->target),
    .headers = t->headers,
    .body = t->body,
    .body_size = t->body_size,
    .credential = t->anonymous ? ""
                  : t->secured ? run->credential
                               : NULL,
  };
}

/* Whether R is a whole answer of status 2xx. */
static bool is_good(const struct sv_response *r)
{
  return !r->error && r->status / 100 == 2 &&
         !(r->marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED | SV_MARK_AMBIGUOUS));
}

/* Asks the plain trials from FROM on that read, and learns from what comes. */
static void learn(struct sv_ctx *ctx, struct con_run *run, size_t from)
{
  const size_t count = sv_trials_count(run->trials);
  struct sv_request *requests = ctx->sv->alloc(ctx, (count - from) * sizeof *requests);
  const struct sv_response **answers = ctx->sv->alloc(ctx, (count - from) * sizeof *answers);
  const struct sv_trial **asked = ctx->sv->alloc(ctx, (count - from) * sizeof *asked);
  size_t n = 0;
  for (size_t i = from; i < count; i++) {
    const struct sv_trial *t = sv_trials_at(run->trials, i);
    if (!t->writes) {
      asked[n] = t;
      requests[n++] = request_of(run, t, ctx);
    }
  }
  if (n > 0)
    ctx->sv->http_all(ctx, requests, n, answers);
  for (size_t i = 0; i < n; i++) {
    json_t *body = is_good(answers[i]) ? con_json(answers[i]) : NULL;
    if (body)
      (void)sv_trials_learn(run->trials, asked[i], body);
    json_decref(body);
  }
}

/* Plain trials, round by round: what one answer shows makes the next possible. */
static void plan(struct sv_ctx *ctx, struct con_run *run)
{
  const size_t count = sv_operations_count(run->operations);
  for (int round = 0; round < ROUNDS_MAX; round++) {
    const size_t from = sv_trials_count(run->trials);
    for (size_t i = 0; i < count; i++)
      (void)sv_trials_plain(run->trials, sv_operations_at(run->operations, i), NULL);
    if (sv_trials_count(run->trials) == from)
      break;
    learn(ctx, run, from);
  }
  run->untried = calloc(count + 1, sizeof *run->untried);
  run->lacks = calloc(count + 1, sizeof *run->lacks);
  for (size_t i = 0; run->untried && run->lacks && i < count; i++) {
    const struct sv_operation *o = sv_operations_at(run->operations, i);
    const char *lacks;
    /* What changes something is tried by checks that look for it themselves. */
    if (!sv_trials_concern(run->trials, o) || !sv_equal_nocase(o->declared->method, "get") ||
        sv_trials_plain(run->trials, o, &lacks))
      continue;
    run->untried[run->untried_count] = o;
    run->lacks[run->untried_count++] = lacks;
  }
  sv_trials_vary(run->trials, &run->left_out);
}

static bool begin(struct sv_ctx *ctx, struct con_run *run)
{
  struct sv_error err = { .line = 0 };
  const json_t *samples = json_object_get(ctx->sv->target(ctx), "samples");
  const char *credential = json_string_value(json_object_get(samples, "credential"));
  const bool has_own = json_object_get(ctx->sv->endpoint(ctx), "credential") != NULL;
  run->credential = credential && !has_own ? sv_arena_strdup(&run->arena, credential) : NULL;
  run->seed = number_param(ctx, "seed", SEED);
  if (sv_operations_new(run->api, &run->base, 1, &run->operations, &err) != SV_OK)
    return false;
  run->judge = sv_exchange_new(run->operations);
  run->trials = sv_trials_new(
      run->operations, &(struct sv_trial_options){
                           .base = run->base,
                           .seed = run->seed,
                           .writes = json_is_true(json_object_get(ctx->sv->target(ctx), "unsafe")),
                           .most = number_param(ctx, "contract_requests", REQUESTS),
                           .concerns = concerns,
                           .closure = run });
  if (!run->judge || !run->trials)
    return false;
  know(ctx, run);
  plan(ctx, run);
  sv_tell(ctx, .subject = run->base, .predicate = "contract-seed",
          .value = ctx->sv->format(ctx, "%lu", run->seed), .where.url = run->base);
  return true;
}

static struct con_run *make(struct sv_ctx *ctx, const char *id)
{
  struct tec_state *state = ctx->state;
  struct con_run *run = calloc(1, sizeof *run);
  if (!run)
    return NULL;
  run->arena = SV_ARENA(ARENA_MAX);
  run->id = strdup(id);
  run->ctx = ctx;
  run->next = state->runs;
  state->runs = run;
  state->close_runs = close_runs;
  con_read(ctx, run);
  if (!run->closed && !begin(ctx, run)) {
    run->closed = SV_CANT_TELL;
    run->who = SV_TOOL;
    run->message = N_("The description is larger than the contract run reads.");
    run->hint = N_("Give an endpoint with fewer operations, or raise the worker's memory.");
  }
  return run;
}

struct con_run *con_open(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const struct tec_state *state = ctx->state;
  const char *id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  const char *key = ctx->sv->format(ctx, "%s %s", id ? id : "", tec_endpoint_url(ctx));
  struct con_run *run = state->runs;
  while (run && strcmp(run->id, key) != 0)
    run = run->next;
  if (!run)
    run = make(ctx, key);
  *outcome = SV_CANT_TELL;
  if (!run)
    return NULL;
  run->ctx = ctx;
  if (!run->closed)
    return run;
  *outcome = run->closed;
  if (run->closed == SV_CANT_TELL)
    (void)tec_unsure(ctx, NULL, run->who, NULL, .message = run->message,
                     .where.url = tec_endpoint_url(ctx), .hint = run->hint);
  return NULL;
}

/* --- asking --- */
static int by_weight(const void *a, const void *b)
{
  const struct con_answer *x = a;
  const struct con_answer *y = b;
  const size_t wx = sv_trial_weight(x->trial), wy = sv_trial_weight(y->trial);
  if (wx != wy)
    return wx < wy ? -1 : 1;
  return (x->trial->number > y->trial->number) - (x->trial->number < y->trial->number);
}

/* Answers as they come in. */
struct list {
  struct con_answer *answers;
  size_t count, room;
};

static struct con_answer *put(struct sv_ctx *ctx, struct list *l)
{
  if (l->count == l->room) {
    l->room = l->room ? l->room * 2 : 64;
    struct con_answer *more = ctx->sv->alloc(ctx, l->room * sizeof *more);
    if (l->count > 0)
      memcpy(more, l->answers, l->count * sizeof *more);
    l->answers = more;
  }
  return &l->answers[l->count++];
}

/* The list from the smallest to read on; NULL when there is none. */
static const struct con_answer *sorted(struct list *l)
{
  if (l->count == 0)
    return NULL;
  qsort(l->answers, l->count, sizeof *l->answers, by_weight);
  for (size_t i = 0; i < l->count; i++)
    l->answers[i].next = i + 1 < l->count ? &l->answers[i + 1] : NULL;
  return l->answers;
}

static void ask_planned(struct sv_ctx *ctx, struct con_run *run, con_want *want, void *closure,
                        bool writes, struct list *l)
{
  const size_t count = sv_trials_count(run->trials), before = l->count;
  struct sv_request *requests = ctx->sv->alloc(ctx, (count + 1) * sizeof *requests);
  const struct sv_response **answers = ctx->sv->alloc(ctx, (count + 1) * sizeof *answers);
  size_t n = 0;
  for (size_t i = 0; i < count; i++) {
    const struct sv_trial *t = sv_trials_at(run->trials, i);
    if (!t->own && t->writes == writes && want(t, closure)) {
      put(ctx, l)->trial = t;
      requests[n] = request_of(run, t, ctx);
      requests[n++].once = writes;
    }
  }
  if (writes)
    for (size_t i = 0; i < n; i++)
      answers[i] = ctx->sv->http(ctx, &requests[i]);
  else if (n > 0)
    ctx->sv->http_all(ctx, requests, n, answers);
  for (size_t i = 0; i < n; i++)
    l->answers[before + i].response = answers[i];
}

const struct con_answer *con_ask(struct sv_ctx *ctx, struct con_run *run, con_want *want,
                                 void *closure)
{
  struct list l = { NULL, 0, 0 };
  ask_planned(ctx, run, want, closure, false, &l);
  return sorted(&l);
}

const struct con_answer *con_ask_writes(struct sv_ctx *ctx, struct con_run *run, con_want *want,
                                        void *closure)
{
  struct list l = { NULL, 0, 0 };
  ask_planned(ctx, run, want, closure, true, &l);
  return sorted(&l);
}

/* --- what changes something --- */

struct wanted {
  con_want *want;
  void *closure;
};

/* Trials that leave things as they are where the service keeps its description, and that checks of
 * technical.negative send as well: a fault in the content, no condition, an undeclared method. */
static bool want_fault(const struct sv_trial *t, void *closure)
{
  const struct wanted *w = closure;
  const bool is_content = t->in == SV_OPENAPI_BODY && !sv_trial_is_positive(t->kind);
  const bool is_condition = t->kind == SV_TRIAL_MISSING && t->in == SV_OPENAPI_HEADER && t->name &&
                            sv_equal_nocase(t->name, "If-Match");
  return (is_content || is_condition || t->kind == SV_TRIAL_METHOD) && w->want(t, w->closure);
}

static void keep(struct sv_ctx *ctx, struct list *l, const struct con_answer *a)
{
  if (a)
    *put(ctx, l) = *a;
}

/* One thing of F from its making to its end. */
static void live(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                 struct list *l)
{
  struct con_made m = { .word = "life", .once = true };
  struct con_tally ignored = { 0 };
  const bool made = con_create(ctx, run, f, NULL, &ignored, &m);
  keep(ctx, l, m.answer);
  if (made) {
    const struct sv_operation *const turns[] = { f->read, f->replace, f->change, f->drop };
    for (size_t i = 0; i < sizeof turns / sizeof turns[0]; i++)
      keep(ctx, l, con_about(ctx, run, turns[i], &m));
  }
  json_decref(m.path);
}

const struct con_answer *con_ask_all(struct sv_ctx *ctx, struct con_run *run, con_want *want,
                                     void *closure)
{
  struct con_family families[CON_FAMILIES_MAX];
  struct wanted faults = { want, closure };
  struct list all = { NULL, 0, 0 }, lives = { NULL, 0, 0 };
  ask_planned(ctx, run, want, closure, false, &all);
  if (tec_may_write(ctx)) {
    const size_t count = con_families(ctx, run, families);
    ask_planned(ctx, run, want_fault, &faults, true, &all);
    for (size_t i = 0; i < count; i++)
      live(ctx, run, &families[i], &lives);
  }
  for (size_t i = 0; i < lives.count; i++)
    if (want(lives.answers[i].trial, closure))
      keep(ctx, &all, &lives.answers[i]);
  return sorted(&all);
}

const struct sv_response *con_send_once(struct sv_ctx *ctx, struct con_run *run,
                                        const struct sv_trial *trial, const char *const *headers)
{
  struct sv_request r = request_of(run, trial, ctx);
  r.headers = headers;
  r.once = 1;
  return ctx->sv->http(ctx, &r);
}

const struct sv_response *con_send(struct sv_ctx *ctx, struct con_run *run,
                                   const struct sv_trial *trial, const char *method,
                                   const char *const *headers)
{
  struct sv_request r = request_of(run, trial, ctx);
  r.method = method ? method : r.method;
  r.headers = headers ? headers : r.headers;
  return ctx->sv->http(ctx, &r);
}

const struct sv_response *con_get(struct sv_ctx *ctx, struct con_run *run, const char *url,
                                  const char *const *headers)
{
  if (!sv_equal_nocase(tec_origin(ctx, url), tec_origin(ctx, run->base)))
    return NULL;
  return sv_http(ctx, .url = url, .headers = headers, .follow = 0);
}

const struct con_answer *con_plain(struct sv_ctx *ctx, struct con_run *run,
                                   const struct sv_operation *o)
{
  if (!sv_trials_concern(run->trials, o))
    return NULL;
  const struct sv_trial *t = sv_trials_plain(run->trials, o, NULL);
  if (!t || t->writes)
    return NULL;
  struct con_answer *a = ctx->sv->alloc(ctx, sizeof *a);
  a->trial = t;
  a->response = con_send(ctx, run, t, NULL, NULL);
  return is_good(a->response) ? a : NULL;
}

json_t *con_json(const struct sv_response *r)
{
  return r->body_size > 0 ? json_loadb(r->body, r->body_size, JSON_DECODE_ANY, NULL) : NULL;
}
