// SPDX-License-Identifier: Apache-2.0
/* What answers have that the description does not name: members, methods. */
#include "plugins/technical/checks.h"
#include "plugins/technical/contract/run.h"

#include "engines/base/ascii.h"
#include "engines/openapi/value.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 16, STEPS_MAX = 500000, POINTER_MAX = 500, ITEMS_MAX = 2000, METHODS_MAX = 200 };

struct walk {
  struct sv_openapi *api;
  struct sv_buf pointer;
  unsigned steps;
  const char *name; /* of the first member that nothing names; its pointer is in POINTER then */
};

/* What the schema at N says of the member NAME. */
enum said { NOTHING, OPEN, NAMED };

static bool is_false(struct sv_openapi_node n)
{
  return n.doc && sv_doc_type(n.doc, n.value) == SV_DOC_FALSE;
}

/* A schema that lets more members through by its own word names them all; one without any
 * properties says nothing of members. *PROPERTY is the schema of the member where it is named.
 * *ANY: something here has properties. */
static enum said look(struct walk *w, struct sv_openapi_node n, const char *name,
                      struct sv_openapi_node *property, bool *any, int depth)
{
  static const char *const more[] = { "additionalProperties", "unevaluatedProperties",
                                      "patternProperties" };
  static const char *const lists[] = { "allOf", "oneOf", "anyOf" };
  n = sv_openapi_follow(w->api, n);
  if (!n.doc || depth > DEPTH_MAX || w->steps == 0)
    return w->steps == 0 ? OPEN : NOTHING;
  w->steps--;
  for (size_t i = 0; i < sizeof more / sizeof more[0]; i++) {
    const struct sv_openapi_node m = sv_openapi_get(n, more[i]);
    if (m.doc && !is_false(m))
      return OPEN;
  }
  const struct sv_openapi_node properties = sv_openapi_get(n, "properties");
  *any |= properties.doc != NULL;
  const struct sv_openapi_node own = sv_openapi_get(properties, name);
  if (own.doc) {
    *property = own;
    return NAMED;
  }
  enum said best = NOTHING;
  for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
    const struct sv_openapi_node list = sv_openapi_get(n, lists[i]);
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc && best == NOTHING;
         e = sv_openapi_next(list, e))
      best = look(w, e, name, property, any, depth + 1);
  }
  return best;
}

static bool is_closed(struct walk *w, struct sv_openapi_node n)
{
  return is_false(sv_value_keyword(w->api, n, "additionalProperties")) ||
         is_false(sv_value_keyword(w->api, n, "unevaluatedProperties"));
}

static void add_token(struct sv_buf *pointer, const char *name)
{
  (void)sv_buf_addc(pointer, '/');
  for (const char *p = name; *p; p++)
    (void)sv_buf_adds(pointer, *p == '~' ? "~0" : *p == '/' ? "~1" : (char[]){ *p, '\0' });
}

/* Walks VALUE by the schema at N; false when a member was found that nothing names. */
static bool walk(struct walk *w, struct sv_openapi_node n, json_t *value, int depth)
{
  if (!n.doc || depth > DEPTH_MAX || w->steps == 0)
    return true;
  const size_t before = w->pointer.size;
  const struct sv_openapi_node items = sv_value_keyword(w->api, n, "items");
  for (size_t i = 0; i < json_array_size(value) && i < ITEMS_MAX; i++) {
    (void)sv_buf_addf(&w->pointer, "/%zu", i);
    if (!walk(w, items, json_array_get(value, i), depth + 1))
      return false;
    sv_buf_cut(&w->pointer, before);
  }
  if (json_array_size(value) > ITEMS_MAX)
    w->steps = 0; /* not all of it was seen */
  const char *name;
  json_t *member;
  json_object_foreach(value, name, member)
  {
    struct sv_openapi_node property = SV_OPENAPI_NONE;
    bool any = false;
    add_token(&w->pointer, name);
    const enum said said = look(w, n, name, &property, &any, 0);
    /* A closed schema is broken then, which is TEC-CON-04's. */
    if (said == NOTHING && any && !is_closed(w, n)) {
      w->name = name;
      return false;
    }
    if (said == NAMED && !walk(w, property, member, depth + 1))
      return false;
    sv_buf_cut(&w->pointer, before);
  }
  return true;
}

/* TEC-CON-09 */
enum sv_outcome con_undocumented(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  if (!run)
    return outcome;
  for (const struct con_answer *a = con_ask_all(ctx, run, con_want_positive, NULL); a;
       a = con_next(a)) {
    if (!con_is_verdict(ctx, run, a, &tally))
      continue;
    const struct sv_openapi_response *declared =
        sv_operation_response(a->trial->operation, a->response->status);
    const char *type = sv_header(a->response, "Content-Type");
    const struct sv_openapi_media *media =
        declared && type
            ? sv_operation_media(declared->media, declared->media_count, type, strlen(type))
            : NULL;
    json_t *body = media && media->schema.doc ? con_json(a->response) : NULL;
    struct walk w = { .api = run->api, .pointer = SV_BUF(POINTER_MAX), .steps = STEPS_MAX };
    tally.judged += body != NULL;
    const bool good = !body || walk(&w, media->schema, body, 0);
    /* The tally remembers the name after the body is gone. */
    const char *name = good ? "" : ctx->sv->format(ctx, "%s", w.name);
    if (!good)
      con_fail(ctx, run, a, &tally, tec_arg("name", name),
               &(struct sv_finding){ .message = N_("The answer has the member '{name}', which the "
                                                   "description does "
                                                   "not name."),
                                     .where.json_pointer = sv_buf_text(&w.pointer),
                                     .where.text = name,
                                     .expected = N_("members that the schema names"),
                                     .actual = name,
                                     .hint = N_("Describe the member, or leave it out: what nobody "
                                                "described, nobody "
                                                "has agreed to give away.") });
    if (good && w.steps == 0) {
      tally.unseen++;
      tally.example = a;
    }
    sv_buf_free(&w.pointer);
    json_decref(body);
  }
  return con_outcome_of_all(ctx, run, &tally);
}

/* Whether the path of O declares METHOD (SIZE letters). */
static bool declares(struct con_run *run, const struct sv_operation *o, const char *method,
                     size_t size)
{
  for (size_t i = 0; i < sv_operations_count(run->operations); i++) {
    const struct sv_operation *other = sv_operations_at(run->operations, i);
    if (strcmp(other->declared->path, o->declared->path) == 0 &&
        strlen(other->declared->method) == size &&
        strncasecmp(other->declared->method, method, size) == 0)
      return true;
  }
  return false;
}

/* The methods of ALLOW that O's path does not declare, and those it declares that are not there. */
static const char *difference(struct sv_ctx *ctx, struct con_run *run, const struct sv_operation *o,
                              const char *allow)
{
  struct sv_buf out = SV_BUF(METHODS_MAX);
  for (const char *p = allow; *p;) {
    p += strspn(p, ", \t");
    const size_t size = strcspn(p, ", \t");
    if (size > 0 && !sv_equal_nocase_n(p, size, "HEAD") && !sv_equal_nocase_n(p, size, "OPTIONS") &&
        !declares(run, o, p, size))
      (void)sv_buf_addf(&out, "%s+%.*s", out.size ? " " : "", (int)size, p);
    p += size;
  }
  for (size_t i = 0; i < sv_operations_count(run->operations); i++) {
    const struct sv_operation *other = sv_operations_at(run->operations, i);
    const char *method = other->declared->method;
    if (strcmp(other->declared->path, o->declared->path) != 0 || sv_equal_nocase(method, "head") ||
        sv_equal_nocase(method, "options"))
      continue;
    bool found = false;
    for (const char *p = allow; *p && !found;) {
      p += strspn(p, ", \t");
      const size_t size = strcspn(p, ", \t");
      found = size == strlen(method) && strncasecmp(p, method, size) == 0;
      p += size;
    }
    if (!found)
      (void)sv_buf_addf(&out, "%s-%s", out.size ? " " : "", method);
  }
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&out));
  sv_buf_free(&out);
  return copy;
}

/* The first operation of its path that was tried. */
static bool is_first(struct con_run *run, const struct sv_operation *o)
{
  for (size_t i = 0; i < o->number; i++) {
    const struct sv_operation *before = sv_operations_at(run->operations, i);
    if (strcmp(before->declared->path, o->declared->path) == 0 &&
        sv_trials_concern(run->trials, before))
      return false;
  }
  return true;
}

/* TEC-CON-11 */
enum sv_outcome con_allow(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  if (!run)
    return outcome;
  for (size_t i = 0; i < sv_operations_count(run->operations); i++) {
    const struct sv_operation *o = sv_operations_at(run->operations, i);
    const struct sv_trial *plain = sv_trials_concern(run->trials, o) && is_first(run, o)
                                       ? sv_trials_plain(run->trials, o, NULL)
                                       : NULL;
    if (!plain)
      continue;
    struct con_answer *a = ctx->sv->alloc(ctx, sizeof *a);
    a->trial = plain;
    a->response = sv_http(ctx, .method = "OPTIONS",
                          .url = ctx->sv->format(ctx, "%s%.*s", run->base,
                                                 (int)strcspn(plain->target, "?"), plain->target),
                          .credential = plain->secured ? run->credential : NULL);
    const char *allow = a->response->error ? NULL : sv_header(a->response, "Allow");
    if (!con_is_verdict(ctx, run, a, &tally) || !allow)
      continue;
    tally.judged++;
    const char *wrong = difference(ctx, run, o, allow);
    if (*wrong)
      con_fail(ctx, run, a, &tally, tec_arg("methods", wrong),
               &(struct sv_finding){
                   .message = N_("Allow does not name the methods that the description has: "
                                 "{methods}."),
                   .where.operation = ctx->sv->format(ctx, "OPTIONS %s", o->declared->path),
                   .where.header = "Allow",
                   .expected = N_("the methods of the path in the description"),
                   .actual = allow,
                   .hint = N_("Describe what + stands before, offer what - stands before, or mend "
                              "Allow.") });
  }
  return con_outcome(ctx, run, &tally);
}
