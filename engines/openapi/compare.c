// SPDX-License-Identifier: Apache-2.0
/* Two versions of an API: operations, parameters, bodies, answers and what lets a client in. */
#include "engines/openapi/compare_parts.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

enum { ARENA_MAX = 64 << 20, PATH_MAX_SIZE = 4096, TEMPLATE_MAX = 2048, KEEP_FIRST = 64 };

/* --- telling --- */

static const char *compare_text(struct sv_comparing *c, struct sv_openapi_node n)
{
  size_t size;
  const char *text = sv_openapi_bytes(n, &size);
  const char *copy = text ? sv_arena_copy(&c->out->arena, text, size > 200 ? 200 : size) : NULL;
  return copy ? copy : "";
}

const char *sv_compare_excerpt(struct sv_comparing *c, struct sv_openapi_node n)
{
  struct sv_buf text = SV_BUF(256);
  (void)sv_doc_excerpt(n.doc, n.value, 60, &text);
  const char *copy = sv_arena_strdup(&c->out->arena, sv_buf_text(&text));
  sv_buf_free(&text);
  return copy ? copy : "";
}

/* Room for one more, or NULL when enough were kept. */
static struct sv_change *add(struct sv_comparing *c)
{
  struct sv_comparison *o = c->out;
  o->total++;
  if (o->count >= SV_CHANGES_MAX)
    return NULL;
  if (o->count % KEEP_FIRST == 0) {
    struct sv_change *more = realloc(o->changes, (o->count + KEEP_FIRST) * sizeof *more);
    if (!more) {
      c->status = SV_NO_MEMORY;
      return NULL;
    }
    o->changes = more;
  }
  return &o->changes[o->count++];
}

static void tell(struct sv_comparing *c, const struct sv_change *what, const struct sv_arg *args)
{
  c->misses++;
  struct sv_change *change = c->is_trial ? NULL : add(c);
  if (!change)
    return;
  *change = *what;
  change->operation = c->operation;
  struct sv_message *m = &change->message;
  const char *name = sv_arena_strdup(&c->out->arena, sv_buf_text(&c->path));
  m->args[m->count++] = (struct sv_arg){ .name = "name", .text = name ? name : "" };
  if (c->operation)
    m->args[m->count++] = (struct sv_arg){ .name = "operation", .text = c->operation };
  for (; args->name && m->count < SV_MESSAGE_ARGS_MAX; args++)
    m->args[m->count++] = *args;
}

void sv_compare_say(struct sv_comparing *c, const char *rule, const char *msgid, struct sv_pair at,
                    const struct sv_arg *args)
{
  tell(c,
       &(struct sv_change){ .rule = rule,
                            .is_sure = true,
                            .message.msgid = msgid,
                            .before = at.before,
                            .after = at.after },
       args);
}

void sv_compare_doubt(struct sv_comparing *c, const char *rule, const char *msgid,
                      struct sv_pair at, const struct sv_arg *args)
{
  tell(c,
       &(struct sv_change){
           .rule = rule, .message.msgid = msgid, .before = at.before, .after = at.after },
       args);
}

bool sv_change_place(const struct sv_comparison *all, const struct sv_change *c, bool after,
                     const char **file, size_t *line, size_t *column)
{
  const struct sv_openapi_node n = after ? c->after : c->before;
  if (!n.doc)
    return false;
  *file = sv_openapi_file_name(after ? all->after : all->before, n.file);
  sv_doc_position(n.doc, n.value, line, column);
  return true;
}

/* --- schemas in their use --- */

/* PATH is where the schema stands: $ for the root of a body, else the parameter's name. */
static void compare_use(struct sv_comparing *c, enum sv_compare_use use, const char *path,
                        struct sv_pair at)
{
  sv_buf_cut(&c->path, 0);
  sv_buf_adds(&c->path, path);
  c->use = use;
  sv_compare_schema(c, at, 0);
  sv_buf_cut(&c->path, 0);
}

/* Both versions of one operation. */
struct both {
  const struct sv_openapi_operation *before, *after;
};

/* --- parameters --- */

/* The number of the path parameter NAME in TEMPLATE from 0, or -1. */
static int place_in(const char *template, const char *name)
{
  const size_t size = strlen(name);
  int n = 0;
  for (const char *p = strchr(template, '{'); p; p = strchr(p + 1, '{'), n++)
    if (strncmp(p + 1, name, size) == 0 && p[size + 1] == '}')
      return n;
  return -1;
}

static bool same_parameter(const struct both *o, const struct sv_openapi_parameter *a,
                           const struct sv_openapi_parameter *b)
{
  if (a->in != b->in)
    return false;
  if (a->in == SV_OPENAPI_PATH)
    return place_in(o->before->path, a->name) == place_in(o->after->path, b->name);
  return a->in == SV_OPENAPI_HEADER ? sv_equal_nocase(a->name, b->name)
                                    : strcmp(a->name, b->name) == 0;
}

/* How the value is written, as declared. */
static void compare_style(struct sv_comparing *c, struct sv_pair at, const char *name)
{
  static const char *const words[] = { "style", "explode", "collectionFormat" };
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    const struct sv_openapi_node a = sv_openapi_get(at.before, words[i]);
    const struct sv_openapi_node b = sv_openapi_get(at.after, words[i]);
    if (a.doc && b.doc && !sv_doc_equal(a.doc, a.value, b.doc, b.value))
      sv_compare_say(c, "parameter-style",
                     N_("{operation}: the parameter {parameter} is written in another way."),
                     (struct sv_pair){ a, b }, SV_ONE_ARG("parameter", name));
  }
}

static void new_parameter(struct sv_comparing *c, const struct both *o,
                          const struct sv_openapi_parameter *p)
{
  const struct sv_openapi_parameter *old = NULL;
  for (size_t i = 0; i < o->before->parameter_count && !old; i++)
    if (same_parameter(o, &o->before->parameters[i], p))
      old = &o->before->parameters[i];
  if (p->in == SV_OPENAPI_NOWHERE || p->in == SV_OPENAPI_BODY)
    return;
  const struct sv_arg *const args =
      SV_ONE_ARG("parameter", compare_text(c, sv_openapi_get(p->node, "name")));
  if (!old) {
    if (p->required && p->in != SV_OPENAPI_PATH)
      sv_compare_say(c, "parameter-new-required",
                     N_("{operation}: the parameter {parameter} is new and must be given."),
                     (struct sv_pair){ o->before->node, p->from }, args);
    return;
  }
  if (p->required && !old->required)
    sv_compare_say(c, "parameter-required",
                   N_("{operation}: the parameter {parameter} must now be given."),
                   (struct sv_pair){ old->from, p->from }, args);
  compare_style(c, (struct sv_pair){ old->node, p->node }, args[0].text);
  compare_use(c, SV_COMPARE_SENT, args[0].text, (struct sv_pair){ old->schema, p->schema });
}

/* --- bodies and answers --- */

static const struct sv_openapi_media *media_of(const struct sv_openapi_media *list, size_t count,
                                               const char *type)
{
  for (size_t i = 0; i < count; i++)
    if (sv_equal_nocase(list[i].type, type))
      return &list[i];
  return NULL;
}

static void compare_body(struct sv_comparing *c, const struct both *o)
{
  const struct sv_openapi_body old = sv_openapi_request(c->api[CHANGE_BEFORE], o->before);
  const struct sv_openapi_body now = sv_openapi_request(c->api[CHANGE_AFTER], o->after);
  const struct sv_pair at = { old.node.doc ? old.node : o->before->node,
                              now.node.doc ? now.node : o->after->node };
  if (now.required && !old.required)
    sv_compare_say(c, "body-required", N_("{operation}: a body must now be sent."), at, SV_NO_ARGS);
  for (size_t i = 0; i < old.media_count; i++) {
    const struct sv_openapi_media *m = media_of(now.media, now.media_count, old.media[i].type);
    if (m)
      compare_use(c, SV_COMPARE_SENT, "$", (struct sv_pair){ old.media[i].schema, m->schema });
    else
      sv_compare_say(
          c, "media-type-refused", N_("{operation}: a body is no longer taken as {type}."),
          (struct sv_pair){ old.media[i].node, at.after }, SV_ONE_ARG("type", old.media[i].type));
  }
}

static bool is_success(const char *status)
{
  return status[0] == '2';
}

static void compare_response(struct sv_comparing *c, const struct sv_openapi_response *old,
                             const struct sv_openapi_response *now)
{
  for (size_t i = 0; i < old->media_count; i++) {
    const struct sv_openapi_media *m = media_of(now->media, now->media_count, old->media[i].type);
    if (m)
      compare_use(c, SV_COMPARE_GIVEN, "$", (struct sv_pair){ old->media[i].schema, m->schema });
    else
      sv_compare_say(c, "media-type-removed",
                     N_("{operation}: the answer {status} is no longer given as {type}."),
                     (struct sv_pair){ old->media[i].node, now->node },
                     SV_TWO_ARGS("status", old->status, "type", old->media[i].type));
  }
  for (size_t i = 0; i < old->header_count; i++) {
    bool found = false;
    for (size_t k = 0; k < now->header_count; k++)
      found |= sv_equal_nocase(old->headers[i].name, now->headers[k].name);
    if (!found)
      sv_compare_say(c, "header-removed",
                     N_("{operation}: the answer {status} no longer has the header {header}."),
                     (struct sv_pair){ old->headers[i].node, now->node },
                     SV_TWO_ARGS("status", old->status, "header", old->headers[i].name));
  }
}

static void compare_responses(struct sv_comparing *c, const struct both *o)
{
  size_t old_count;
  size_t count;
  const struct sv_openapi_response *old =
      sv_openapi_responses(c->api[CHANGE_BEFORE], o->before, &old_count);
  const struct sv_openapi_response *now =
      sv_openapi_responses(c->api[CHANGE_AFTER], o->after, &count);
  for (size_t i = 0; i < old_count; i++) {
    const struct sv_openapi_response *found = NULL;
    for (size_t k = 0; k < count && !found; k++)
      if (sv_equal_nocase(now[k].status, old[i].status))
        found = &now[k];
    if (found)
      compare_response(c, &old[i], found);
    else if (is_success(old[i].status))
      sv_compare_say(c, "response-removed", N_("{operation}: the answer {status} is gone."),
                     (struct sv_pair){ old[i].node, o->after->node },
                     SV_ONE_ARG("status", old[i].status));
  }
}

/* --- what lets a client in --- */

/* Whether every word of list A is in list B. */
static bool is_among(struct sv_openapi_node a, struct sv_openapi_node b)
{
  for (struct sv_openapi_node x = sv_openapi_first(a); x.doc; x = sv_openapi_next(a, x)) {
    bool found = false;
    for (struct sv_openapi_node y = sv_openapi_first(b); y.doc && !found; y = sv_openapi_next(b, y))
      found = sv_doc_equal(x.doc, x.value, y.doc, y.value);
    if (!found)
      return false;
  }
  return true;
}

static bool same_scheme(struct sv_comparing *c, const char *name)
{
  static const char *const words[] = { "type", "scheme", "in", "name", "openIdConnectUrl" };
  const struct sv_openapi_node a = sv_openapi_scheme(c->api[CHANGE_BEFORE], name);
  const struct sv_openapi_node b = sv_openapi_scheme(c->api[CHANGE_AFTER], name);
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    const struct sv_openapi_node x = sv_openapi_get(a, words[i]);
    const struct sv_openapi_node y = sv_openapi_get(b, words[i]);
    if ((x.doc != NULL) != (y.doc != NULL) ||
        (x.doc && !sv_doc_equal(x.doc, x.value, y.doc, y.value)))
      return false;
  }
  return true;
}

/* Whether who could show what OLD asks for is let in by NOW: one alternative of each. */
static bool lets_in(struct sv_comparing *c, struct sv_openapi_node old, struct sv_openapi_node now)
{
  for (struct sv_openapi_node s = sv_openapi_first(now); s.doc; s = sv_openapi_next(now, s)) {
    const char *name = sv_openapi_name(c->api[CHANGE_AFTER], s);
    const struct sv_openapi_node had = name ? sv_openapi_get(old, name) : SV_OPENAPI_NONE;
    if (!had.doc || !is_among(s, had) || !same_scheme(c, name))
      return false;
  }
  return true;
}

static bool any_lets_in(struct sv_comparing *c, struct sv_openapi_node old,
                        struct sv_openapi_node list)
{
  if (!list.doc || sv_doc_count(list.doc, list.value) == 0)
    return true;
  for (struct sv_openapi_node now = sv_openapi_first(list); now.doc;
       now = sv_openapi_next(list, now))
    if (lets_in(c, old, now))
      return true;
  return false;
}

static void compare_security(struct sv_comparing *c, const struct both *o)
{
  const struct sv_openapi_node old = sv_openapi_security(c->api[CHANGE_BEFORE], o->before);
  const struct sv_openapi_node now = sv_openapi_security(c->api[CHANGE_AFTER], o->after);
  bool good = true;
  if (!old.doc || sv_doc_count(old.doc, old.value) == 0)
    good = any_lets_in(c, SV_OPENAPI_NONE, now);
  for (struct sv_openapi_node a = sv_openapi_first(old); a.doc && good; a = sv_openapi_next(old, a))
    good = any_lets_in(c, a, now);
  if (!good)
    sv_compare_say(
        c, "security-changed", N_("{operation}: what let a client in before no longer does."),
        (struct sv_pair){ old.doc ? old : o->before->node, now.doc ? now : o->after->node },
        SV_NO_ARGS);
}

/* --- operations --- */

/* METHOD and PATH with the names of parameters left out, for those may change. */
static const char *key_of(struct sv_comparing *c, const struct sv_openapi_operation *o)
{
  struct sv_buf key = SV_BUF(TEMPLATE_MAX);
  sv_buf_addf(&key, "%s ", o->method);
  for (const char *p = o->path; *p; p++) {
    const char *end = *p == '{' ? strchr(p, '}') : NULL;
    sv_buf_addc(&key, *p);
    if (end)
      p = end - 1;
  }
  const char *copy =
      key.failed ? o->path : sv_arena_copy(&c->out->arena, sv_buf_text(&key), key.size);
  sv_buf_free(&key);
  return copy ? copy : "";
}

static const char *title_of(struct sv_comparing *c, const struct sv_openapi_operation *o)
{
  char method[32];
  size_t n = 0;
  for (; n < sizeof method - 1 && o->method[n]; n++)
    method[n] =
        o->method[n] >= 'a' && o->method[n] <= 'z' ? (char)(o->method[n] - 32) : o->method[n];
  method[n] = '\0';
  const char *title = sv_arena_printf(&c->out->arena, "%s %s", method, o->path);
  return title ? title : o->path;
}

static void compare_operation(struct sv_comparing *c, const struct both *o)
{
  for (size_t i = 0; i < o->after->parameter_count; i++)
    new_parameter(c, o, &o->after->parameters[i]);
  compare_body(c, o);
  compare_responses(c, o);
  compare_security(c, o);
}

static void compare_operations(struct sv_comparing *c)
{
  size_t old_count;
  size_t count;
  struct sv_map by_key = { 0 };
  const struct sv_openapi_operation *old = sv_openapi_operations(c->api[CHANGE_BEFORE], &old_count);
  const struct sv_openapi_operation *now = sv_openapi_operations(c->api[CHANGE_AFTER], &count);
  for (size_t i = 0; i < count && c->status == SV_OK; i++) {
    const char *key = key_of(c, &now[i]);
    if (now[i].place == SV_OPENAPI_PATHS)
      c->status = sv_map_set(&by_key, key, strlen(key), (void *)(uintptr_t)&now[i]);
  }
  for (size_t i = 0; i < old_count && c->status == SV_OK; i++) {
    if (old[i].place != SV_OPENAPI_PATHS)
      continue;
    const struct both o = { &old[i], sv_map_gets(&by_key, key_of(c, &old[i])) };
    c->operation = title_of(c, &old[i]);
    if (o.after)
      compare_operation(c, &o);
    else
      sv_compare_say(c, "operation-removed", N_("The operation {operation} is gone."),
                     (struct sv_pair){ old[i].node, SV_OPENAPI_NONE }, SV_NO_ARGS);
  }
  sv_map_free(&by_key);
}

/* --- beginning and end --- */

static enum sv_status end(struct sv_comparing *c, struct sv_error *err)
{
  sv_buf_free(&c->path);
  sv_map_free(c->seen);
  if (c->status == SV_LIMIT)
    return sv_fail_limit(err, "compared-schemas",
                         N_("the schemas are larger or more tangled than are compared"));
  return c->status == SV_OK ? SV_OK : sv_fail(err, c->status, N_("memory ran out"));
}

static struct sv_comparing begin(struct sv_openapi *before, struct sv_openapi *after,
                                 struct sv_comparison *out, struct sv_map *seen)
{
  *out = (struct sv_comparison){ .arena = SV_ARENA(ARENA_MAX), .before = before, .after = after };
  return (struct sv_comparing){
    .out = out, .api = { before, after }, .seen = seen, .path = SV_BUF(PATH_MAX_SIZE)
  };
}

enum sv_status sv_openapi_compare(struct sv_openapi *before, struct sv_openapi *after,
                                  struct sv_comparison *out, struct sv_error *err)
{
  struct sv_map seen = { 0 };
  struct sv_comparing c = begin(before, after, out, &seen);
  compare_operations(&c);
  return end(&c, err);
}

enum sv_status sv_openapi_compare_schemas(struct sv_openapi *before, struct sv_openapi_node old,
                                          struct sv_openapi *after, struct sv_openapi_node new_one,
                                          enum sv_compare_use use, struct sv_comparison *out,
                                          struct sv_error *err)
{
  struct sv_map seen = { 0 };
  struct sv_comparing c = begin(before, after, out, &seen);
  compare_use(&c, use, "$", (struct sv_pair){ old, new_one });
  return end(&c, err);
}

void sv_comparison_free(struct sv_comparison *c)
{
  if (!c)
    return;
  free(c->changes);
  sv_arena_free(&c->arena);
  c->changes = NULL;
  c->count = 0;
}
