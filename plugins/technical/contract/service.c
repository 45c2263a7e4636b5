// SPDX-License-Identifier: Apache-2.0
/* The service as a whole: how soon it answers, versions beside it, and its XML. */
#include "plugins/technical/checks.h"
#include "plugins/technical/contract/collection.h"

#include "engines/base/ascii.h"
#include "engines/xml/xsd.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VERSION_MAX = 999, DETAIL_MAX = 300, TIMED_MIN = 20 };

static bool want_reads(const struct sv_trial *t, void *closure)
{
  (void)closure;
  return strcmp(t->method, "GET") == 0;
}

static int by_number(const void *a, const void *b)
{
  const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* How long each answer that counts took, shortest first. */
struct times {
  uint32_t *ms;
  size_t count;
  const struct con_answer *slowest;
};

static void read_times(struct sv_ctx *ctx, struct con_run *run, struct con_tally *tally, struct times *out)
{
  *out = (struct times){ .ms = ctx->sv->alloc(ctx, (sv_trials_count(run->trials) + 1) * sizeof *out->ms) };
  for (const struct con_answer *a = con_ask(ctx, run, want_reads, NULL); a; a = con_next(a)) {
    if (!con_is_verdict(ctx, run, a, tally))
      continue;
    tally->judged++;
    out->ms[out->count++] = a->response->duration_ms;
    if (!out->slowest || a->response->duration_ms > out->slowest->response->duration_ms)
      out->slowest = a;
  }
  qsort(out->ms, out->count, sizeof *out->ms, by_number);
}

/* ORG-043 */
enum sv_outcome con_usual_time(struct sv_ctx *ctx)
{
  const json_int_t most = json_integer_value(ctx->sv->param(ctx, "max_response_ms"));
  enum sv_outcome outcome;
  struct con_run *run = most > 0 ? con_open(ctx, &outcome) : NULL;
  struct con_tally tally = { 0 };
  struct times times;
  if (most <= 0)
    return SV_INAPPLICABLE;
  if (!run)
    return outcome;
  read_times(ctx, run, &tally, &times);
  if (times.count == 0)
    return con_outcome_of_all(ctx, run, &tally);
  const uint32_t usual = times.ms[(times.count - 1) * 95 / 100];
  const bool is_few = times.count < TIMED_MIN;
  if (!is_few && usual <= (uint32_t)most)
    return SV_PASSED;
  json_t *args = json_pack("{s:I, s:I, s:I}", "count", (json_int_t)times.count, "usual", (json_int_t)usual, "most",
                           most);
  sv_find(ctx, .outcome = is_few ? SV_CANT_TELL : SV_FAILED, .attribution = is_few ? SV_CONFIGURATION : SV_TARGET,
          .message = is_few ? N_("Only {count} answers were timed; it takes 20 to say what is usual.")
                            : N_("95 of 100 answers took no more than {usual} ms, where {most} ms are agreed."),
          .args = args, .where.url = times.slowest->response->url,
          .expected = ctx->sv->format(ctx, "<= %lld ms", (long long)most),
          .actual = ctx->sv->format(ctx, "%u ms", usual), .evidence = times.slowest->response->evidence,
          .hint = is_few ? N_("Describe more operations with examples, or raise the parameter contract_requests.")
                         : N_("Find out what the operations wait for, or agree on another limit "
                              "(max_response_ms)."));
  json_decref(args);
  return is_few ? SV_CANT_TELL : SV_FAILED;
}

/* TEC-CON-23 */
enum sv_outcome con_in_time(struct sv_ctx *ctx)
{
  const json_t *limit = ctx->sv->param(ctx, "max_response_ms");
  const json_int_t most = json_integer_value(limit);
  enum sv_outcome outcome;
  struct con_run *run = most > 0 ? con_open(ctx, &outcome) : NULL;
  struct con_tally tally = { 0 };
  if (most <= 0)
    return SV_INAPPLICABLE;
  if (!run)
    return outcome;
  struct times times;
  read_times(ctx, run, &tally, &times);
  const struct con_answer *slowest = times.slowest;
  if (slowest && slowest->response->duration_ms > (uint32_t)most)
    con_fail(ctx, run, slowest, &tally,
             json_pack("{s:I, s:I, s:I}", "ms", (json_int_t)slowest->response->duration_ms, "most",
                       most, "usual", (json_int_t)times.ms[(times.count - 1) * 95 / 100]),
             &(struct sv_finding){
                 .message = N_("The slowest answer took {ms} ms, where {most} ms are agreed; 95 of "
                               "100 took no more than {usual} ms."),
                 .expected = ctx->sv->format(ctx, "<= %lld ms", (long long)most),
                 .actual = ctx->sv->format(ctx, "%u ms", slowest->response->duration_ms),
                 .hint = N_("Find out what this operation waits for, or agree on another limit "
                            "(max_response_ms).") });
  return con_outcome_of_all(ctx, run, &tally);
}

/* The number of the first segment /vN of URL's path, its place in *AT; -1: there is none. */
static int version_of(const char *url, const char **at, size_t *size)
{
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  for (size_t i = 0; u.path.data && i + 2 < u.path.size + 1; i++) {
    const char *p = u.path.data + i;
    const char *end = u.path.data + u.path.size;
    if (p + 2 > end || p[0] != '/' || p[1] != 'v')
      continue;
    size_t digits = 0;
    while (p + 2 + digits < end && sv_is_digit((unsigned char)p[2 + digits]))
      digits++;
    unsigned long long number;
    if (digits == 0 || (p + 2 + digits < end && p[2 + digits] != '/') ||
        !sv_parse_uint(p + 2, digits, VERSION_MAX, &number))
      continue;
    *at = p + 2;
    *size = digits;
    return (int)number;
  }
  return -1;
}

/* Whether the description names URL as a server, or the target as an endpoint. */
static bool is_named(struct sv_ctx *ctx, struct con_run *run, const char *url)
{
  size_t count, i;
  json_t *e;
  const struct sv_openapi_server *s = sv_openapi_servers(run->api, NULL, &count);
  for (size_t k = 0; k < count; k++) {
    const char *at = tec_resolve(ctx, run->url, s[k].url);
    if (at && sv_starts_with(at, url))
      return true;
  }
  json_array_foreach(json_object_get(ctx->sv->target(ctx), "endpoints"), i, e)
  {
    const char *at = json_string_value(json_object_get(e, "url"));
    if (at && sv_starts_with(at, url))
      return true;
  }
  return false;
}

/* TEC-CON-24 */
enum sv_outcome con_siblings(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  const char *url = tec_endpoint_url(ctx);
  const char *at;
  size_t size;
  const int version = version_of(url, &at, &size);
  if (!run)
    return outcome;
  for (int step = -1; version >= 0 && step <= 1; step += 2) {
    if (version + step < 0)
      continue;
    const char *sibling = ctx->sv->format(ctx, "%.*s%d", (int)(at - url), url, version + step);
    if (is_named(ctx, run, sibling))
      continue;
    const struct sv_response *r =
        sv_http(ctx, .url = ctx->sv->format(ctx, "%s%s", sibling, at + size), .credential = "");
    if (r->error || r->status >= 500 || r->status == 429) {
      tally.unseen++;
      continue;
    }
    tally.judged++;
    if (r->status / 100 != 2 || sv_header(r, "Deprecation"))
      continue;
    tally.failed++;
    (void)tec_fail(ctx, r, tec_arg_number("status", r->status),
                   .message = N_("A version that nothing describes answers with status {status}."),
                   .expected = N_("404, 410, 401 or 403"),
                   .actual = ctx->sv->format(ctx, "%d", r->status),
                   .hint = N_("Close versions that nobody should use, or describe them and say "
                              "when they end (Deprecation, Sunset)."));
  }
  return con_outcome(ctx, run, &tally);
}

/* --- XML --- */
struct schema {
  struct sv_ctx *ctx;
  const char *url;
  struct sv_xml *document;
  struct sv_xsd *xsd;
};

/* Parts of the schema on its own host. */
static enum sv_status fetch_part(void *context, const char *iri, struct sv_buf *out,
                                 struct sv_error *err)
{
  struct schema *s = context;
  (void)err;
  if (!sv_equal_nocase(tec_origin(s->ctx, iri), tec_origin(s->ctx, s->url)))
    return SV_DENIED;
  const struct sv_response *r = sv_http(s->ctx, .url = iri, .follow = 5);
  if (r->error || r->marks || r->status != 200)
    return SV_NOT_FOUND;
  return sv_buf_add(out, r->body, r->body_size);
}

/* The schema at S->url; the outcome when it cannot be had. */
static enum sv_outcome read_schema(struct schema *s)
{
  struct sv_ctx *ctx = s->ctx;
  struct sv_error err = { .text = "" };
  struct sv_doc_finding fault = { .msgid = NULL };
  const struct sv_xml_source source = { .fetch = fetch_part, .context = s };
  const struct sv_response *r = sv_http(ctx, .url = s->url, .follow = 5);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  if (sv_xml_read(r->body, r->body_size, s->url, s->url, &s->document, &fault, &err) == SV_OK &&
      sv_xsd_compile(s->document, &source, &s->xsd, &err) == SV_OK)
    return TEC_READY;
  return tec_unsure(ctx, r, SV_CONFIGURATION, tec_arg("reason", err.text),
                    .message = N_("The XML schema cannot be used: {reason}."),
                    .where.line = (uint32_t)err.line,
                    .hint = N_("Name a schema in the target file, under samples, xsd, that "
                               "samsvar validate xsd takes."));
}

struct first_fault {
  char detail[DETAIL_MAX];
  char path[DETAIL_MAX];
  size_t line;
};

static void hear(void *context, const struct sv_xsd_finding *f)
{
  struct first_fault *first = context;
  if (first->detail[0])
    return;
  (void)snprintf(first->detail, sizeof first->detail, "%s", f->detail ? f->detail : f->rule);
  (void)snprintf(first->path, sizeof first->path, "%s", f->path ? f->path : "");
  first->line = f->line;
}

static void judge_xml(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
                      const struct schema *s, struct con_tally *tally)
{
  struct sv_xml *document = NULL;
  struct sv_error err = { .text = "" };
  struct sv_doc_finding fault = { .msgid = NULL };
  struct first_fault first = { .detail = "" };
  size_t errors = 0;
  const struct sv_response *r = a->response;
  const char *type = sv_header(r, "Content-Type");
  if (!con_is_verdict(ctx, run, a, tally) || r->status / 100 != 2 || !type || !strstr(type, "xml"))
    return;
  tally->judged++;
  const bool read =
      sv_xml_read(r->body, r->body_size, r->url, r->url, &document, &fault, &err) == SV_OK;
  if (!read || sv_xsd_validate(s->xsd, document, hear, &first, &errors, &err) != SV_OK)
    errors += !read;
  if (errors > 0)
    con_fail(ctx, run, a, tally, tec_arg("reason", read ? first.detail : err.text),
             &(struct sv_finding){ .message = N_("The answer is not valid by its XML schema: "
                                                 "{reason}"),
                                   .where.xpath = first.path,
                                   .expected = s->url,
                                   .actual = first.detail,
                                   .hint = N_("Answer as the schema says, or change the "
                                              "schema.") });
  sv_xml_free(document);
}

/* Asks O for the XML it declares; NULL: it declares none. */
static const struct con_answer *ask_xml(struct sv_ctx *ctx, struct con_run *run,
                                        const struct sv_operation *o)
{
  const char *type = NULL;
  for (size_t i = 0; i < o->response_count; i++)
    for (size_t k = 0; o->responses[i].status[0] == '2' && k < o->responses[i].media_count; k++)
      if (strstr(o->responses[i].media[k].type, "xml") && !type)
        type = o->responses[i].media[k].type;
  const struct sv_trial *t =
      type && sv_trials_concern(run->trials, o) ? sv_trials_plain(run->trials, o, NULL) : NULL;
  if (!t || t->writes)
    return NULL;
  const char *headers[SV_TRIAL_HEADERS_MAX + 2] = { NULL };
  size_t n = 0;
  for (; t->headers[n]; n++)
    headers[n] = t->headers[n];
  headers[n] = ctx->sv->format(ctx, "Accept: %s", type);
  struct con_answer *a = ctx->sv->alloc(ctx, sizeof *a);
  a->trial = t;
  a->response = con_send(ctx, run, t, NULL, headers);
  return a;
}

/* TEC-CON-25 */
enum sv_outcome con_xml(struct sv_ctx *ctx)
{
  struct schema s = { .ctx = ctx, .url = tec_sample_text(ctx, "xsd") };
  enum sv_outcome outcome;
  struct con_tally tally = { 0 };
  if (!s.url)
    return SV_INAPPLICABLE;
  struct con_run *run = con_open(ctx, &outcome);
  if (!run)
    return outcome;
  s.url = tec_resolve(ctx, run->base, s.url);
  outcome = TEC_READY;
  for (size_t i = 0; s.url && outcome == TEC_READY && i < sv_operations_count(run->operations);
       i++) {
    const struct con_answer *a = ask_xml(ctx, run, sv_operations_at(run->operations, i));
    if (a && !s.xsd)
      outcome = read_schema(&s);
    if (a && s.xsd)
      judge_xml(ctx, run, a, &s, &tally);
  }
  sv_xsd_free(s.xsd);
  sv_xml_free(s.document);
  return outcome != TEC_READY ? outcome : con_outcome(ctx, run, &tally);
}
