// SPDX-License-Identifier: Apache-2.0
/* Content made by hand: what no plan from a description would send. One fault in the content of a
 * request that is otherwise right; with leave only, where something may be changed. These requests
 * are not the contract run's, so that a service that fails on them is told of here. */
#include "plugins/technical/checks.h"
#include "plugins/technical/negative.h"

#include "engines/base/ascii.h"
#include "engines/openapi/value.h"

#include <stdlib.h>
#include <string.h>

/* Numbers as they were written. */
#define COMPACT (JSON_COMPACT | JSON_REAL_PRECISION(15))

enum {
  OPERATIONS_MAX = 5,
  DEEP = 2000,
  NAMES_MAX = 8,
  ANNOUNCED = 100 << 20,
  DOCUMENT_MAX = 65536
};

/* One way to spoil content. */
struct craft {
  struct neg_rule rule; /* message, expected, hint */
  const char *broken;   /* message: it gave 5xx */
  /* Spoils OWN, a copy of a plain trial whose content is BODY; *HEADERS in place of its own, NULL:
   * those. False: it cannot be spoilt in this way. */
  bool (*spoil)(struct sv_ctx *ctx, struct con_run *run, struct neg_own *own, const json_t *body,
                const char *const **headers);
  enum neg_verdict (*judge)(struct sv_ctx *ctx, const struct con_answer *a);
};

static bool is_json_type(const struct sv_trial *t)
{
  for (size_t i = 0; t->headers[i]; i++)
    if (sv_equal_nocase_n(t->headers[i], strcspn(t->headers[i], ":"), "content-type"))
      return strstr(t->headers[i], "json") != NULL;
  return false;
}

/* The plain trial of the next operation from *I on that changes something with a JSON object; NULL:
 * there is none. *BODY is a new reference. */
static const struct sv_trial *next_plain(struct con_run *run, size_t *i, json_t **body)
{
  const struct sv_operations *all = con_operations(run);
  while (*i < sv_operations_count(all)) {
    const struct sv_operation *o = sv_operations_at(all, (*i)++);
    const struct sv_trial *t = sv_trials_plain(con_trials(run), o, NULL);
    if (!t || !t->writes || !t->body || !is_json_type(t))
      continue;
    *body = json_loadb(t->body, t->body_size, 0, NULL);
    if (json_is_object(*body))
      return t;
    json_decref(*body);
  }
  return NULL;
}

static void try_one(struct sv_ctx *ctx, struct con_run *run, const struct sv_trial *t,
                    const json_t *body, const struct craft *c, struct con_tally *tally)
{
  const char *const *headers = NULL;
  struct neg_own *own = ctx->sv->alloc(ctx, sizeof *own);
  own->trial = *t;
  own->trial.name = NULL;
  own->trial.pointer = NULL;
  own->trial.where = t->operation->body.node;
  if (!c->spoil(ctx, run, own, body, &headers))
    return;
  const struct sv_response *r = neg_send(ctx, run, own, headers);
  if (!r->error && r->status >= 500 && r->status != 503) {
    struct neg_rule failed = c->rule;
    failed.message = c->broken;
    tally->judged++;
    neg_tell(ctx, run, &own->answer, tally, &failed);
    return;
  }
  if (!con_is_verdict(ctx, run, &own->answer, tally))
    return;
  const enum neg_verdict v = c->judge(ctx, &own->answer);
  tally->judged += v != NEG_ASIDE;
  if (v == NEG_TAKEN)
    neg_tell(ctx, run, &own->answer, tally, &c->rule);
}

static enum sv_outcome try_all(struct sv_ctx *ctx, const struct craft *c)
{
  enum sv_outcome outcome;
  struct con_tally tally = { 0 };
  const struct sv_trial *t;
  json_t *body;
  size_t at = 0;
  if (!tec_may_write(ctx))
    return SV_INAPPLICABLE;
  struct con_run *run = con_open(ctx, &outcome);
  if (!run)
    return outcome;
  for (size_t n = 0; n < OPERATIONS_MAX && (t = next_plain(run, &at, &body)) != NULL; n++) {
    try_one(ctx, run, t, body, c, &tally);
    json_decref(body);
  }
  return con_outcome(ctx, run, &tally);
}

/* 2xx takes it, 4xx refuses it; what comes before the content is looked at says nothing. */
static enum neg_verdict judge_content(struct sv_ctx *ctx, const struct con_answer *a)
{
  static const int before[] = { 401, 403, 404, 405, 412, 428, 0 };
  const int status = a->response->status;
  (void)ctx;
  if (status >= 200 && status <= 299)
    return NEG_TAKEN;
  return status >= 400 && !neg_is_one_of(status, before) ? NEG_REFUSED : NEG_ASIDE;
}

/* The headers of T but Content-Type, which is TYPE (NULL: left out). */
static const char *const *with_type(struct sv_ctx *ctx, const struct sv_trial *t, const char *type)
{
  const char **list = ctx->sv->alloc(ctx, (SV_TRIAL_HEADERS_MAX + 2) * sizeof *list);
  size_t n = 0;
  for (size_t i = 0; t->headers[i]; i++)
    if (!sv_equal_nocase_n(t->headers[i], strcspn(t->headers[i], ":"), "content-type"))
      list[n++] = t->headers[i];
  if (type)
    list[n++] = ctx->sv->format(ctx, "Content-Type: %s", type);
  return list;
}

static bool put_body(struct neg_own *own, const char *text, size_t size)
{
  own->trial.body = text;
  own->trial.body_size = size;
  return text != NULL;
}

/* --- no media type --- */
static bool drop_type(struct sv_ctx *ctx, struct con_run *run, struct neg_own *own,
                      const json_t *body, const char *const **headers)
{
  (void)run;
  (void)body;
  *headers = with_type(ctx, &own->trial, NULL);
  own->untyped = true;
  return true;
}

/* TEC-NEG-16 */
enum sv_outcome tec_body_untyped(struct sv_ctx *ctx)
{
  static const struct craft c = {
    .rule = { .message = N_("Content without Content-Type is taken (status {status})."),
              .expected = "415",
              .hint = N_("Answer 415 to content that does not say what it is.") },
    .broken = N_("Content without Content-Type makes the service fail (status {status})."),
    .spoil = drop_type,
    .judge = judge_content,
  };
  return try_all(ctx, &c);
}

/* --- depth --- */
static bool nest(struct sv_ctx *ctx, struct con_run *run, struct neg_own *own, const json_t *body,
                 const char *const **headers)
{
  (void)run;
  (void)body;
  (void)headers;
  const size_t depth = DEEP;
  char *text = ctx->sv->alloc(ctx, 2 * depth + 1);
  memset(text, '[', depth);
  memset(text + depth, ']', depth);
  return put_body(own, text, 2 * depth);
}

/* TEC-NEG-29 */
enum sv_outcome tec_body_deep(struct sv_ctx *ctx)
{
  static const struct craft c = {
    .rule = { .message = N_("2000 arrays within one another are taken (status {status})."),
              .expected = "400",
              .hint = N_("Set a limit for how deep content may be, and answer 400 beyond it.") },
    .broken = N_("2000 arrays within one another make the service fail (status {status})."),
    .spoil = nest,
    .judge = judge_content,
  };
  return try_all(ctx, &c);
}

/* --- names that stand twice --- */
static bool repeat_name(struct sv_ctx *ctx, struct con_run *run, struct neg_own *own,
                        const json_t *body, const char *const **headers)
{
  (void)run;
  (void)headers;
  const char *name = json_object_iter_key(json_object_iter((json_t *)(uintptr_t)body));
  json_t *one = name ? json_pack("{s:O}", name, json_object_get(body, name)) : NULL;
  char *first = one ? json_dumps(one, COMPACT) : NULL;
  char *all = first ? json_dumps(body, COMPACT) : NULL;
  char *text = all ? ctx->sv->format(ctx, "%.*s,%s", (int)strlen(first) - 1, first, all + 1) : NULL;
  json_decref(one);
  free(first);
  free(all);
  return text && put_body(own, text, strlen(text));
}

/* TEC-NEG-30: RFC 8259 4 */
enum sv_outcome tec_body_repeats(struct sv_ctx *ctx)
{
  static const struct craft c = {
    .rule = { .message = N_("An object in which one name stands twice is taken (status {status})."),
              .expected = "400",
              .hint = N_("Let the reader of JSON refuse names that stand twice.") },
    .broken = N_("An object in which one name stands twice makes the service fail (status "
                 "{status})."),
    .spoil = repeat_name,
    .judge = judge_content,
  };
  return try_all(ctx, &c);
}

/* --- bytes that are no UTF-8 --- */
static bool break_text(struct sv_ctx *ctx, struct con_run *run, struct neg_own *own,
                       const json_t *body, const char *const **headers)
{
  static const char marker[] = "samsvar-xx", bytes[] = "samsvar-\xc3\x28";
  (void)run;
  (void)headers;
  json_t *copy = json_copy((json_t *)(uintptr_t)body);
  const char *name;
  json_t *value;
  bool found = false;
  json_object_foreach(copy, name, value)
  {
    if (!found && json_is_string(value)) {
      found = json_object_set_new(copy, name, json_string(marker)) == 0;
      break;
    }
  }
  char *dump = found ? json_dumps(copy, COMPACT) : NULL;
  char *text = dump ? ctx->sv->format(ctx, "%s", dump) : NULL;
  char *at = text ? strstr(text, marker) : NULL;
  if (at)
    memcpy(at, bytes, sizeof bytes - 1);
  free(dump);
  json_decref(copy);
  return at && put_body(own, text, strlen(text));
}

/* TEC-NEG-31: RFC 8259 8.1 */
enum sv_outcome tec_body_bytes(struct sv_ctx *ctx)
{
  static const struct craft c = {
    .rule = { .message = N_("JSON with bytes that are no UTF-8 is taken (status {status})."),
              .expected = "400",
              .hint = N_("Answer 400 to text that is no UTF-8; do not mend it.") },
    .broken = N_("JSON with bytes that are no UTF-8 makes the service fail (status {status})."),
    .spoil = break_text,
    .judge = judge_content,
  };
  return try_all(ctx, &c);
}

/* --- entities --- */

/* The name of the element that holds the content: what `xml` says, else a word. */
static const char *root_name(struct con_run *run, const struct sv_openapi_media *media)
{
  struct sv_openapi *api = con_api(run);
  const struct sv_openapi_node xml = sv_value_keyword(api, media->schema, "xml");
  const char *name = xml.doc ? sv_openapi_text(api, sv_openapi_get(xml, "name")) : NULL;
  return name ? name : "root";
}

static const struct sv_openapi_media *xml_media(const struct sv_operation *o)
{
  for (size_t i = 0; i < o->body.media_count; i++)
    if (strstr(o->body.media[i].type, "xml") && !strchr(o->body.media[i].type, '*'))
      return &o->body.media[i];
  return NULL;
}

/* A document with a DOCTYPE whose entity is used once. Its value is written with a character
 * reference, so that it stands in an answer only when it was put in. */
static bool add_entity(struct sv_ctx *ctx, struct con_run *run, struct neg_own *own,
                       const json_t *body, const char *const **headers)
{
  const struct sv_openapi_media *media = xml_media(own->trial.operation);
  const char *root = media ? root_name(run, media) : NULL;
  struct sv_buf text = SV_BUF(DOCUMENT_MAX);
  const char *name;
  json_t *value;
  bool used = false;
  if (!media)
    return false;
  sv_buf_addf(&text,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE %s [<!ENTITY samsvar "
              "\"&#115;%s\">]>\n<%s>",
              root, ctx->sv->probe(ctx) + 1, root);
  json_object_foreach((json_t *)(uintptr_t)body, name, value)
  {
    if (json_is_string(value) && !used)
      sv_buf_addf(&text, "<%s>&samsvar;</%s>", name, name);
    else if (json_is_string(value) && !strpbrk(json_string_value(value), "<&"))
      sv_buf_addf(&text, "<%s>%s</%s>", name, json_string_value(value), name);
    used |= json_is_string(value);
  }
  sv_buf_addf(&text, "</%s>\n", root);
  const char *copy = used && !text.failed ? ctx->sv->format(ctx, "%s", sv_buf_text(&text)) : NULL;
  sv_buf_free(&text);
  *headers = with_type(ctx, &own->trial, media->type);
  return copy && put_body(own, copy, strlen(copy));
}

static enum neg_verdict judge_entity(struct sv_ctx *ctx, const struct con_answer *a)
{
  const struct sv_response *r = a->response;
  const char *word = ctx->sv->probe(ctx);
  if (memmem(r->body, r->body_size, word, strlen(word)))
    return NEG_TAKEN;
  const enum neg_verdict v = judge_content(ctx, a);
  return v == NEG_TAKEN ? NEG_REFUSED : v;
}

/* TEC-NEG-32: nothing outside the document is ever named in it. */
enum sv_outcome tec_xml_entities(struct sv_ctx *ctx)
{
  static const struct craft c = {
    .rule = { .message = N_("An entity that the sender declared was put in (status {status}): the "
                            "reader of XML resolves what it is told to."),
              .expected = "400",
              .hint = N_("Refuse documents with a DOCTYPE, and turn entities off in the reader of "
                         "XML.") },
    .broken = N_("A document with a DOCTYPE makes the service fail (status {status})."),
    .spoil = add_entity,
    .judge = judge_entity,
  };
  return try_all(ctx, &c);
}

/* --- content that is too large --- */

/* TEC-NEG-22: RFC 9110 15.5.14. Nothing is sent but the announcement. */
enum sv_outcome tec_body_large(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  if (!tec_may_write(ctx))
    return SV_INAPPLICABLE;
  struct con_run *run = con_open(ctx, &outcome);
  if (!run)
    return outcome;
  const struct sv_operations *all = con_operations(run);
  const struct sv_trial *t = NULL;
  for (size_t i = 0; !t && i < sv_operations_count(all); i++) {
    const struct sv_operation *o = sv_operations_at(all, i);
    if (sv_equal_nocase(o->declared->method, "post"))
      t = sv_trials_plain(con_trials(run), o, NULL);
  }
  if (!t)
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .method = "POST", .url = ctx->sv->format(ctx, "%s%s", con_base(run), t->target),
              .announce = ANNOUNCED);
  if (r->error && strcmp(r->error, "closed") == 0)
    return SV_PASSED;
  if (r->error || r->status == 429 || r->status == 503)
    return r->error ? sv_no_answer(ctx, r) : tec_judge_answer(ctx, r);
  if (r->status >= 400 && r->status <= 499)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("100 MiB of content were announced, and the answer was {status} "
                                "before any of it was sent."),
                  .where.operation = con_name(ctx, t), .expected = "413",
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Set a limit for the size of content, and answer 413 above it before "
                             "asking for more."));
}

/* --- all faults at once --- */

/* Names of what O must have: members of the content, or parameters of the query. */
struct required {
  const char *names[NAMES_MAX];
  size_t count;
};

static struct required required_of(struct con_run *run, const struct sv_operation *o,
                                   enum sv_openapi_in in)
{
  struct required r = { .count = 0 };
  for (size_t i = 0; i < sv_trials_count(con_trials(run)) && r.count < NAMES_MAX; i++) {
    const struct sv_trial *t = sv_trials_at(con_trials(run), i);
    if (t->operation == o && t->kind == SV_TRIAL_MISSING && t->in == in && t->name)
      r.names[r.count++] = t->name;
  }
  return r;
}

/* Whether an error names the first two of what is required. */
static enum neg_verdict judge_names(const struct sv_response *r, const struct required *names)
{
  static const int good[] = { 400, 422, 0 };
  if (!neg_is_one_of(r->status, good))
    return NEG_ASIDE;
  for (size_t i = 0; i < 2; i++)
    if (!memmem(r->body, r->body_size, names->names[i], strlen(names->names[i])))
      return NEG_TAKEN;
  return NEG_REFUSED;
}

/* The trial with nothing of what is required in the query or the content; false: it has less than
 * two such. */
static bool leave_out(struct sv_ctx *ctx, struct con_run *run, const struct sv_operation *o,
                      struct neg_own *own, struct required *names)
{
  const struct sv_trial *plain = sv_trials_plain(con_trials(run), o, NULL);
  if (!plain || (plain->writes && !tec_may_write(ctx)))
    return false;
  own->trial = *plain;
  *names = required_of(run, o, SV_OPENAPI_QUERY);
  if (names->count >= 2) {
    own->trial.target =
        tec_copy(ctx, (struct sv_span){ plain->target, strcspn(plain->target, "?") });
    return true;
  }
  *names = required_of(run, o, SV_OPENAPI_BODY);
  return names->count >= 2 && is_json_type(plain) && put_body(own, "{}", 2);
}

/* TEC-NEG-21 */
enum sv_outcome tec_all_faults(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .message = N_("Two required inputs were left out ({name}, {value}), and the error (status "
                  "{status}) does not name both."),
    .expected = "400",
    .hint = N_("Gather all faults of a request before you answer, and name them in the error."),
  };
  enum sv_outcome outcome;
  struct con_tally tally = { 0 };
  size_t asked = 0;
  struct con_run *run = con_open(ctx, &outcome);
  if (!run)
    return outcome;
  const struct sv_operations *all = con_operations(run);
  for (size_t i = 0; i < sv_operations_count(all) && asked < OPERATIONS_MAX; i++) {
    const struct sv_operation *o = sv_operations_at(all, i);
    struct neg_own *own = ctx->sv->alloc(ctx, sizeof *own);
    struct required names;
    if (!con_covers(run, o) || !leave_out(ctx, run, o, own, &names))
      continue;
    own->trial.name = names.names[0];
    own->trial.value = names.names[1];
    asked++;
    (void)neg_send(ctx, run, own, NULL);
    if (!con_is_verdict(ctx, run, &own->answer, &tally))
      continue;
    const enum neg_verdict v = judge_names(own->answer.response, &names);
    tally.judged += v != NEG_ASIDE;
    if (v == NEG_TAKEN)
      neg_tell(ctx, run, &own->answer, &tally, &rule);
  }
  return con_outcome(ctx, run, &tally);
}
