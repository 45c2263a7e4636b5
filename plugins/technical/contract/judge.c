// SPDX-License-Identifier: Apache-2.0
/* Answers held against the description, and what a check concludes from many of them. */
#include "plugins/technical/contract/run.h"

#include "engines/base/ascii.h"
#include "plugins/technical/document.h"

#include <stdlib.h>
#include <string.h>

enum { NAMES_MAX = 600, LINE_MAX = 4000 };

/* R as the engine takes it; headers in the check's memory. */
static struct sv_exchange_message message_of(struct sv_ctx *ctx, const struct sv_response *r)
{
  size_t count = 0, n = 0;
  while (r->headers[count])
    count++;
  struct sv_exchange_header *list = ctx->sv->alloc(ctx, (count + 1) * sizeof *list);
  for (size_t i = 0; i < count; i++) {
    const char *colon = strchr(r->headers[i], ':');
    if (!colon)
      continue;
    const struct sv_span name = { r->headers[i], (size_t)(colon - r->headers[i]) };
    list[n++] =
        (struct sv_exchange_header){ tec_copy(ctx, name), colon + 1 + strspn(colon + 1, " \t") };
  }
  return (struct sv_exchange_message){ .headers = list,
                                       .header_count = n,
                                       .body = r->body_size > 0 ? r->body : NULL,
                                       .body_size = r->body_size };
}

/* A copy of the judge's findings that lives as long as the run. */
static void keep(struct con_run *run, struct con_judged *j)
{
  size_t gaps;
  const struct sv_exchange_finding *f = sv_exchange_findings(run->judge, &j->count);
  const struct sv_exchange_gap *g = sv_exchange_gaps(run->judge, &gaps);
  struct sv_exchange_finding *own = sv_arena_calloc(&run->arena, j->count + 1, sizeof *own);
  j->gaps = gaps;
  j->gap = gaps > 0 ? sv_arena_strdup(&run->arena, g[0].sentence) : NULL;
  for (size_t i = 0; own && i < j->count; i++) {
    own[i] = f[i];
    own[i].name = sv_arena_strdup(&run->arena, f[i].name);
    own[i].pointer = sv_arena_strdup(&run->arena, f[i].pointer);
    own[i].keyword = sv_arena_strdup(&run->arena, f[i].keyword);
    own[i].document_pointer = sv_arena_strdup(&run->arena, f[i].document_pointer);
    for (size_t k = 0; k < own[i].message.count; k++)
      own[i].message.args[k].text = sv_arena_strdup(&run->arena, f[i].message.args[k].text);
  }
  j->findings = own;
  j->count = own ? j->count : 0;
}

const struct con_judged *con_judge(struct con_run *run, const struct con_answer *a)
{
  static const struct con_judged none = { .done = true };
  const size_t number = a->trial->number;
  struct sv_error err = { .line = 0 };
  if (number >= run->judged_room) {
    const size_t room = sv_trials_count(run->trials) + 64;
    struct con_judged *more = realloc(run->judged, room * sizeof *more);
    if (!more)
      return &none;
    memset(more + run->judged_room, 0, (room - run->judged_room) * sizeof *more);
    run->judged = more;
    run->judged_room = room;
  }
  struct con_judged *j = &run->judged[number];
  /* What is not sent again is the same answer. */
  if (j->done && !a->trial->writes)
    return j;
  const struct sv_exchange_message message = message_of(run->ctx, a->response);
  sv_exchange_clear(run->judge);
  if (sv_exchange_response(run->judge, a->trial->operation, a->trial->method, a->response->status,
                           &message, &err) != SV_OK)
    return &none;
  keep(run, j);
  j->done = true;
  return j;
}

bool con_is_verdict(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
                    struct con_tally *tally)
{
  const struct sv_response *r = a->response;
  (void)ctx;
  (void)run;
  size_t *count = NULL;
  if (r->error || (r->marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED | SV_MARK_AMBIGUOUS)) ||
      r->status == 429 || r->status == 503)
    count = &tally->unseen;
  else if (r->status >= 500)
    count = &tally->broken;
  else if ((r->status == 401 || r->status == 403) && a->trial->secured && !a->trial->anonymous)
    count = &tally->refused;
  if (!count)
    return true;
  (*count)++;
  if (!tally->example)
    tally->example = a;
  return false;
}

bool con_want_positive(const struct sv_trial *t, void *closure)
{
  (void)closure;
  return sv_trial_is_positive(t->kind);
}

const char *con_name(struct sv_ctx *ctx, const struct sv_trial *t)
{
  const char *id = t->operation->id;
  const char *open = id ? " (" : "";
  return ctx->sv->format(ctx, "%s %s%s%s%s", t->method, t->operation->declared->path, open,
                         id ? id : "", id ? ")" : "");
}

const char *con_what(struct sv_ctx *ctx, const struct sv_trial *t)
{
  if (t->name && t->value)
    return ctx->sv->format(ctx, "%s=%s", t->name, t->value);
  const bool asks = t->kind == SV_TRIAL_MEDIA || t->kind == SV_TRIAL_NOT_ACCEPTABLE;
  for (size_t i = 0; asks && t->headers[i]; i++)
    if (strncmp(t->headers[i], "Accept:", 7) == 0)
      return t->headers[i];
  return ctx->sv->format(ctx, "%s %s", t->method, t->target);
}

const char *con_curl(struct sv_ctx *ctx, struct con_run *run, const struct sv_trial *trial)
{
  struct sv_buf line = SV_BUF(LINE_MAX);
  (void)sv_trial_curl(trial, run->base, &line);
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&line));
  sv_buf_free(&line);
  return copy;
}

/* Whether the same was told already; remembers it. */
static bool is_told(struct con_tally *tally, const struct con_answer *a, const struct sv_finding *f)
{
  const void *const what = f->message;
  const char *const name = f->where.header ? f->where.header
                           : f->where.text ? f->where.text
                                           : a->trial->name;
  for (size_t i = 0; i < tally->told_count; i++) {
    const struct con_told *const t = &tally->told[i];
    if (t->operation == a->trial->operation && t->what == what &&
        (t->name == name || (t->name && name && strcmp(t->name, name) == 0)))
      return true;
  }
  if (tally->told_count == CON_TOLD_MAX)
    return true;
  tally->told[tally->told_count++] = (struct con_told){ a->trial->operation, what, name };
  return false;
}

void con_fail(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
              struct con_tally *tally, json_t *args, const struct sv_finding *f)
{
  struct sv_finding copy = *f;
  const struct sv_openapi_node at = a->trial->where;
  tally->failed++;
  if (is_told(tally, a, f)) {
    json_decref(args);
    return;
  }
  copy.outcome = SV_FAILED;
  if (!copy.where.operation)
    copy.where.operation = con_name(ctx, a->trial);
  if (!copy.where.line && at.doc) {
    size_t line, column;
    sv_openapi_position(at, &line, &column);
    copy.where.line = (uint32_t)line;
    copy.where.column = (uint32_t)column;
    copy.where.file = sv_openapi_file_name(run->api, at.file);
    if (!copy.where.text)
      copy.where.text = tec_pointer(ctx, at);
  }
  (void)tec_find(ctx, a->response, args, &copy);
}

static enum sv_outcome unsure(struct sv_ctx *ctx, const struct con_tally *tally)
{
  const struct con_answer *a = tally->example;
  const struct sv_response *r = a ? a->response : NULL;
  const char *operation = a ? con_name(ctx, a->trial) : NULL;
  if (r && r->error)
    return sv_no_answer(ctx, r);
  if (tally->refused > 0)
    return tec_unsure(ctx, r, SV_CREDENTIALS, tec_arg_number("count", (int64_t)tally->refused),
                      .message = N_("The service did not let us in ({count} requests), so this was "
                                    "not seen."),
                      .where.operation = operation,
                      .hint = N_("Give the endpoint a credential in the target file, with the "
                                 "scopes that its operations ask for."));
  if (tally->broken > 0)
    return tec_unsure(ctx, r, SV_TARGET, tec_arg_number("count", (int64_t)tally->broken),
                      .message = N_("The service failed (5xx) where this was to be judged: {count} "
                                    "requests."),
                      .where.operation = operation,
                      .hint = N_("Mend what technical.contract.server-error tells of first."));
  return tec_unsure(ctx, r, SV_NETWORK, tec_arg_number("count", (int64_t)tally->unseen),
                    .message = N_("{count} answers were missing or not whole, so this was not "
                                  "seen."),
                    .where.operation = operation,
                    .hint = N_("Run again later, or with a lower rate."));
}

enum sv_outcome con_outcome(struct sv_ctx *ctx, struct con_run *run, const struct con_tally *tally)
{
  (void)run;
  if (tally->failed > 0)
    return SV_FAILED;
  if (tally->judged > 0)
    return SV_PASSED;
  return tally->example ? unsure(ctx, tally) : SV_INAPPLICABLE;
}

/* "GET /a/{id}, GET /b/{nr}" */
static json_t *untried_args(const struct con_run *run)
{
  struct sv_buf names = SV_BUF(NAMES_MAX);
  for (size_t i = 0; i < run->untried_count; i++) {
    const char *path = run->untried[i]->declared->path;
    if (names.size + strlen(path) + strlen(run->lacks[i]) + 16 > NAMES_MAX) {
      (void)sv_buf_adds(&names, " …");
      break;
    }
    (void)sv_buf_addf(&names, "%s%s (%s)", i > 0 ? ", " : "", path,
                      run->lacks[i][0] ? run->lacks[i] : "…");
  }
  json_t *args = json_pack("{s:I, s:s}", "count", (json_int_t)run->untried_count, "operations",
                           sv_buf_text(&names));
  sv_buf_free(&names);
  return args;
}

enum sv_outcome con_outcome_of_all(struct sv_ctx *ctx, struct con_run *run,
                                   const struct con_tally *tally)
{
  const enum sv_outcome o = con_outcome(ctx, run, tally);
  if (o != SV_PASSED && o != SV_INAPPLICABLE)
    return o;
  if (tally->refused > 0 || tally->unseen > 0)
    return unsure(ctx, tally);
  if (run->untried_count == 0)
    return o;
  return tec_unsure(ctx, NULL, SV_CONFIGURATION, untried_args(run),
                    .message = N_("{count} of the operations could not be tried, for want of a "
                                  "value: {operations}."),
                    .where.url = run->base,
                    .hint = N_("Give the parameters examples in the description, or values in the "
                               "target file under samples, parameters."));
}
