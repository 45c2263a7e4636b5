// SPDX-License-Identifier: Apache-2.0
/* The services of plugin.h on tables. What checks get lives as long as the fake. */
#include "tests/fake/fake_services.h"

#include "tests/fake/fits.h"
#include "tests/unit/unit.h"

#include "engines/base/arena.h"
#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/message.h"
#include "engines/base/uri.h"
#include "engines/http/odd.h"
#include "engines/tls/lines.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 512, ARTIFACTS_MAX = 16, REQUESTS_MAX = 512, NOW = 1795327200, HEADERS_MAX = 64 };

struct inner {
  struct sv_fake outer; /* first: the public part */
  struct sv_services services;
  struct sv_arena arena;
  json_t *endpoint, *target, *params, *facts;
  const struct sv_fake_row *rows[ROWS_MAX];
  size_t row_count;
  const struct sv_artifact *artifacts[ARTIFACTS_MAX];
  size_t artifact_count;
  const char *asked[REQUESTS_MAX]; /* to count requests as the runner would share them */
};

static struct inner *inner_of(struct sv_ctx *ctx)
{
  return (struct inner *)(void *)((char *)ctx - offsetof(struct inner, outer.ctx));
}

static const struct sv_fake_row *find(const struct inner *f, const char *method, const char *url,
                                      const struct sv_request *r)
{
  for (size_t i = f->row_count; i > 0; i--)
    if (sv_fake_fits(f->rows[i - 1]->request, method, url, r))
      return f->rows[i - 1];
  return NULL;
}

/* The answer in TEXT; the body is left out for a HEAD that borrows GET's row. */
static struct sv_response *read_answer(struct inner *f, const char *text, bool with_body)
{
  struct sv_response *r = sv_arena_calloc(&f->arena, 1, sizeof *r);
  const char **headers = sv_arena_calloc(&f->arena, HEADERS_MAX + 1, sizeof *headers);
  assert_non_null(r);
  assert_non_null(headers);
  r->headers = headers;
  r->body = "";
  r->http_version = "1.1";
  if (*text == '!') {
    const size_t n = strcspn(text + 1, " ");
    r->error = sv_arena_copy(&f->arena, text + 1, n);
    r->detail = text[1 + n] ? text + 2 + n : NULL;
    return r;
  }
  unsigned long long status = 0;
  if (sv_starts_with(text, "HTTP/")) {
    const char *version = text + strlen("HTTP/");
    r->http_version = sv_arena_copy(&f->arena, version, strcspn(version, " "));
    text = version + strcspn(version, " ") + 1;
  }
  assert_true(sv_parse_uint(text, strspn(text, "0123456789"), 999, &status));
  r->status = (int)status;
  size_t count = 0;
  const char *p = text + strcspn(text, "\n");
  while (*p == '\n' && p[1] != '\n' && p[1]) {
    const size_t n = strcspn(++p, "\n");
    assert_true(count < HEADERS_MAX);
    headers[count++] = sv_arena_copy(&f->arena, p, n);
    if (sv_starts_with(headers[count - 1], "X-Fake-Duration: "))
      r->duration_ms = (uint32_t)strtoul(headers[count - 1] + 17, NULL, 10);
    p += n;
  }
  if (with_body && p[0] == '\n' && p[1] == '\n') {
    r->body = p + 2;
    r->body_size = strlen(p + 2);
  }
  return r;
}

/* The request with what is odd about it among its headers, as it travels. */
static struct sv_request with_odd(struct inner *f, const struct sv_request *r)
{
  const char *const *odd = sv_odd_lines(&f->arena, r);
  const char **list = sv_arena_calloc(&f->arena, HEADERS_MAX + 1, sizeof *list);
  struct sv_request out = *r;
  size_t n = 0;
  assert_non_null(odd);
  assert_non_null(list);
  for (size_t k = 0; r->headers && r->headers[k] && n < HEADERS_MAX; k++)
    list[n++] = r->headers[k];
  for (size_t k = 0; odd[k] && n < HEADERS_MAX; k++)
    list[n++] = odd[k];
  out.headers = list;
  if (odd[0])
    out.follow = 0;
  return out;
}

static void count_request(struct inner *f, const char *method, const char *url,
                          const struct sv_request *r)
{
  struct sv_buf key = SV_BUF(1 << 20);
  sv_buf_addf(&key, "%s %s %s", method, url, r->credential ? r->credential : "*");
  for (const char *const *h = r->headers; h && *h; h++)
    sv_buf_addf(&key, "\n%s", *h);
  sv_buf_add(&key, r->body, r->body_size);
  for (size_t i = 0; i < f->outer.request_count; i++) {
    if (strcmp(f->asked[i], sv_buf_text(&key)) == 0) {
      sv_buf_free(&key);
      return;
    }
  }
  assert_true(f->outer.request_count < REQUESTS_MAX);
  f->asked[f->outer.request_count++] = sv_arena_strdup(&f->arena, sv_buf_text(&key));
  sv_buf_free(&key);
}

static char *absolute(struct inner *f, const char *base, const char *url)
{
  struct sv_buf out = SV_BUF(1 << 20);
  if (!url)
    url = base;
  if (sv_uri_resolve(base, strlen(base), url, strlen(url), &out) != SV_OK)
    sv_buf_adds(&out, url);
  char *copy = sv_arena_strdup(&f->arena, sv_buf_text(&out));
  sv_buf_free(&out);
  return copy;
}

static const char *location(const struct sv_response *r)
{
  for (const char *const *h = r->headers; *h; h++)
    if (sv_equal_nocase_n(*h, 9, "location:"))
      return *h + 9 + strspn(*h + 9, " ");
  return NULL;
}

static const struct sv_response *http(struct sv_ctx *ctx, const struct sv_request *request)
{
  struct inner *f = inner_of(ctx);
  const struct sv_request as_sent = with_odd(f, request);
  const struct sv_request *const r = &as_sent;
  const char *const method = r->method ? r->method : "GET";
  const char *url = absolute(f, json_string_value(json_object_get(f->endpoint, "url")), r->url);
  const struct sv_response *from = NULL;
  for (uint32_t hop = 0;; hop++) {
    count_request(f, method, url, r);
    const struct sv_fake_row *row = find(f, method, url, r);
    const bool is_head = strcmp(method, "HEAD") == 0;
    const bool borrowed = !row && is_head;
    if (borrowed)
      row = find(f, "GET", url, r);
    struct sv_response *answer =
        read_answer(f, row ? row->answer : "!not-recorded no row", !borrowed);
    answer->url = url;
    if (r->http_1 && strcmp(answer->http_version, "2") == 0)
      answer->http_version = "1.1";
    answer->tls = row ? row->tls : NULL;
    answer->marks = row ? row->marks : 0;
    answer->identity_numbers = row ? row->identity_numbers : 0;
    answer->synthetic_numbers = row ? row->synthetic_numbers : 0;
    answer->evidence = answer->error ? 0 : (sv_evidence)f->outer.request_count;
    answer->redirected_from = from;
    const char *next = location(answer);
    if (answer->status < 301 || answer->status > 308 || answer->status == 304 || !next ||
        hop == r->follow)
      return answer;
    from = answer;
    url = absolute(f, url, next);
  }
}

static const struct sv_response *ask_probe(struct sv_ctx *ctx, const char *method, const char *url,
                                           const char *address, const char *const *lines)
{
  struct inner *f = inner_of(ctx);
  url = url ? url : json_string_value(json_object_get(f->endpoint, "url"));
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  const size_t size = u.authority.data ? (size_t)(u.authority.data + u.authority.size - url) : 0;
  url = sv_arena_printf(&f->arena, "%.*s/", (int)size, url);
  return http(ctx, &(struct sv_request){
                       .method = method, .url = url, .headers = lines, .address = address });
}

static const struct sv_answered *handshake(struct sv_ctx *ctx, const struct sv_offer *o)
{
  struct sv_arena *a = &inner_of(ctx)->arena;
  struct sv_answered *out = sv_arena_calloc(a, 1, sizeof *out);
  sv_answered_read(ask_probe(ctx, SV_METHOD_TLS, o->url, o->address, sv_offer_lines(a, o)), out);
  return out;
}

static const struct sv_named *lookup(struct sv_ctx *ctx, const struct sv_question *q)
{
  struct sv_arena *a = &inner_of(ctx)->arena;
  struct sv_named *out = sv_arena_calloc(a, 1, sizeof *out);
  assert_true(
      sv_named_read(a, ask_probe(ctx, SV_METHOD_DNS, q->url, NULL, sv_question_lines(a, q)), out));
  return out;
}

static void http_all(struct sv_ctx *ctx, const struct sv_request *r, size_t n,
                     const struct sv_response **out)
{
  for (size_t i = 0; i < n; i++)
    out[i] = http(ctx, &r[i]);
}

static char *keep(struct inner *f, const char *text)
{
  return text ? sv_arena_strdup(&f->arena, text) : NULL;
}

static char *place(struct inner *f, const struct sv_place *w)
{
  const char *const members[] = { w->header,    w->json_pointer, w->xpath, w->focus_node,
                                  w->operation, w->text,         w->file,  w->url };
  for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
    if (members[i])
      return keep(f, members[i]);
  return NULL;
}

static void finding(struct sv_ctx *ctx, const struct sv_finding *in)
{
  struct inner *f = inner_of(ctx);
  assert_true(f->outer.finding_count < SV_FAKE_FINDINGS_MAX);
  assert_int_equal(in->size, sizeof *in);
  struct sv_fake_finding *out = &f->outer.findings[f->outer.finding_count++];
  struct sv_buf text = SV_BUF(1 << 16);
  size_t count = 0;
  const struct sv_arg *args = sv_args_from_json(&f->arena, in->args, &count);
  assert_int_equal(sv_message_render(in->message, args, count, &text), SV_OK);
  for (const char *p = strchr(in->message, '{'); p; p = strchr(p + 1, '{')) {
    const char *const name = sv_arena_copy(&f->arena, p + 1, strcspn(p + 1, "}"));
    if (!json_object_get(in->args, name))
      fail_msg("'%s' has no value for {%s}", in->message, name);
  }
  *out = (struct sv_fake_finding){
    .outcome = in->outcome,
    .attribution = in->attribution            ? in->attribution
                   : in->outcome == SV_FAILED ? SV_TARGET
                                              : SV_TOOL,
    .message = in->message,
    .text = keep(f, sv_buf_text(&text)),
    .where = place(f, &in->where),
    .actual = keep(f, in->actual),
    .expected = in->expected,
    .hint = in->hint,
    .line = in->where.line,
    .column = in->where.column,
  };
  sv_buf_free(&text);
}

static void fact(struct sv_ctx *ctx, const struct sv_fact *in)
{
  struct inner *f = inner_of(ctx);
  assert_true(f->outer.fact_count < SV_FAKE_FACTS_MAX);
  assert_true(in->subject && in->predicate && in->value);
  f->outer.facts[f->outer.fact_count++] =
      (struct sv_fake_fact){ .subject = keep(f, in->subject),
                             .predicate = keep(f, in->predicate),
                             .value = keep(f, in->value) };
}

static const json_t *endpoint(struct sv_ctx *ctx)
{
  return inner_of(ctx)->endpoint;
}

static const json_t *target(struct sv_ctx *ctx)
{
  return inner_of(ctx)->target;
}

static const json_t *param(struct sv_ctx *ctx, const char *name)
{
  return json_object_get(inner_of(ctx)->params, name);
}

static const struct sv_artifact *artifact(struct sv_ctx *ctx, const char *kind, size_t n)
{
  const struct inner *f = inner_of(ctx);
  for (size_t i = 0; i < f->artifact_count; i++)
    if (strcmp(f->artifacts[i]->kind, kind) == 0 && n-- == 0)
      return f->artifacts[i];
  return NULL;
}

static sv_evidence evidence(struct sv_ctx *ctx, const char *label, const char *media_type,
                            const void *data, size_t size)
{
  assert_true(label && media_type && (data || size == 0));
  return (sv_evidence)(inner_of(ctx)->outer.request_count + 1000);
}

static const json_t *facts(struct sv_ctx *ctx)
{
  return inner_of(ctx)->facts;
}

SV_PRINTF(2, 3) static char *format(struct sv_ctx *ctx, const char *fmt, ...)
{
  char *text = NULL;
  va_list args;
  va_start(args, fmt);
  const int n = vasprintf(&text, fmt, args);
  va_end(args);
  assert_true(n >= 0);
  char *copy = keep(inner_of(ctx), text);
  free(text);
  return copy;
}

static void *alloc(struct sv_ctx *ctx, size_t size)
{
  return sv_arena_calloc(&inner_of(ctx)->arena, 1, size ? size : 1);
}

static int64_t now(struct sv_ctx *ctx)
{
  (void)ctx;
  return NOW;
}

static const char *probe(struct sv_ctx *ctx)
{
  (void)ctx;
  return "samsvar-0badcafe";
}

static void say(struct sv_ctx *ctx, enum sv_log level, const char *fmt, ...)
{
  (void)ctx;
  (void)level;
  (void)fmt;
}

struct sv_fake *sv_fake_new(const char *kind, const char *url)
{
  struct inner *f = calloc(1, sizeof *f);
  assert_non_null(f);
  f->arena = SV_ARENA(256 << 20);
  f->services = (struct sv_services){
    .size = sizeof f->services,
    .log = say,
    .endpoint = endpoint,
    .target = target,
    .param = param,
    .artifact = artifact,
    .http = http,
    .http_all = http_all,
    .evidence = evidence,
    .finding = finding,
    .fact = fact,
    .facts = facts,
    .format = format,
    .alloc = alloc,
    .now = now,
    .probe = probe,
    .handshake = handshake,
    .lookup = lookup,
  };
  f->outer.ctx.sv = &f->services;
  f->endpoint = json_pack("{s:s, s:s, s:s}", "id", kind, "kind", kind, "url", url);
  f->target =
      json_pack("{s:s, s:[O], s:{}}", "name", "A service", "endpoints", f->endpoint, "samples");
  f->params = json_object();
  f->facts = json_array();
  return &f->outer;
}

void sv_fake_free(struct sv_fake *fake)
{
  struct inner *f = inner_of(&fake->ctx);
  json_decref(f->endpoint);
  json_decref(f->target);
  json_decref(f->params);
  json_decref(f->facts);
  sv_arena_free(&f->arena);
  free(f);
}

void sv_fake_rows(struct sv_fake *fake, const struct sv_fake_row *rows, size_t count)
{
  struct inner *f = inner_of(&fake->ctx);
  for (size_t i = 0; i < count; i++) {
    assert_true(f->row_count < ROWS_MAX);
    f->rows[f->row_count++] = &rows[i];
  }
}

static void put(json_t *into, const char *text)
{
  json_error_t error;
  json_t *j = json_loads(text, 0, &error);
  if (!j)
    fail_msg("%s: %s", text, error.text);
  assert_int_equal(json_object_update(into, j), 0);
  json_decref(j);
}

void sv_fake_endpoint(struct sv_fake *fake, const char *json)
{
  put(inner_of(&fake->ctx)->endpoint, json);
}

void sv_fake_target(struct sv_fake *fake, const char *json)
{
  put(inner_of(&fake->ctx)->target, json);
}

void sv_fake_params(struct sv_fake *fake, const char *json)
{
  put(inner_of(&fake->ctx)->params, json);
}

void sv_fake_known_facts(struct sv_fake *fake, const char *json)
{
  struct inner *f = inner_of(&fake->ctx);
  json_decref(f->facts);
  f->facts = json_loads(json, 0, NULL);
  assert_true(json_is_array(f->facts));
}

void sv_fake_artifact(struct sv_fake *fake, const struct sv_artifact *a)
{
  struct inner *f = inner_of(&fake->ctx);
  assert_true(f->artifact_count < ARTIFACTS_MAX);
  f->artifacts[f->artifact_count++] = a;
}

enum sv_outcome sv_fake_run(struct sv_fake *f, const struct sv_check *check)
{
  f->finding_count = 0;
  const enum sv_outcome outcome = check->run(&f->ctx);
  size_t failed = 0;
  for (size_t i = 0; i < f->finding_count; i++) {
    const struct sv_fake_finding *one = &f->findings[i];
    failed += one->outcome == SV_FAILED;
    if (one->outcome != SV_FAILED && one->outcome != SV_CANT_TELL)
      fail_msg("%s: a finding has outcome %d", check->id, (int)one->outcome);
    if (!one->hint || !one->where || !*one->text)
      fail_msg("%s: the finding '%s' lacks a hint or a place", check->id, one->text);
  }
  const bool agrees = outcome == SV_FAILED      ? failed > 0
                      : outcome == SV_CANT_TELL ? f->finding_count > 0 && failed == 0
                                                : failed == 0;
  if (outcome < SV_PASSED || outcome > SV_CANT_TELL || !agrees)
    fail_msg("%s: outcome %d with %zu findings, %zu failed", check->id, (int)outcome,
             f->finding_count, failed);
  return outcome;
}

const struct sv_check *sv_fake_find_check(const struct sv_plugin *p, const char *id)
{
  for (uint32_t i = 0; i < p->check_count; i++)
    if (strcmp(p->checks[i].id, id) == 0)
      return &p->checks[i];
  fail_msg("there is no check %s", id);
  return NULL;
}

void sv_fake_judge_table(const struct sv_plugin *p, const char *layer)
{
  for (uint32_t i = 0; i < p->check_count; i++) {
    const struct sv_check *c = &p->checks[i];
    const size_t n = strlen(layer);
    if (strncmp(c->id, layer, n) != 0 || c->id[n] != '.')
      fail_msg("%s is not of layer %s", c->id, layer);
    if (!c->title || !*c->title || !c->requirements || !*c->requirements || !c->kinds ||
        !*c->kinds || !c->run || c->level < SV_MUST || c->level > SV_MAY)
      fail_msg("the row of %s is not whole", c->id);
    for (uint32_t j = 0; j < i; j++)
      if (strcmp(p->checks[j].id, c->id) == 0)
        fail_msg("%s stands twice", c->id);
  }
}
