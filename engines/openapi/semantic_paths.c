// SPDX-License-Identifier: Apache-2.0
/* Paths: what their templates say against each other and against the parameters declared. */
#include "engines/openapi/check.h"

#include "engines/base/uri.h"

#include <stdlib.h>
#include <string.h>

#define SEGMENTS_MAX 64
#define LOOK_BACK 2000 /* paths compared with each one for ambiguity */

/* A path template: its text with every {name} made {}. */
struct template
{
  const char *path, *shape;
  struct sv_openapi_node at;
};

/* The template expressions of PATH, one after the other: sets *NAME and *SIZE, gives what follows,
 * NULL at the end. An opening brace without a closing one ends it. */
static const char *next_name(const char *path, const char **name, size_t *size)
{
  const char *open = strchr(path, '{');
  const char *close = open ? strchr(open, '}') : NULL;
  if (!close)
    return NULL;
  *name = open + 1;
  *size = (size_t)(close - open - 1);
  return close + 1;
}

static bool uses(const char *path, const char *name)
{
  const char *found = NULL;
  size_t size = 0;
  for (const char *p = path; (p = next_name(p, &found, &size));)
    if (strlen(name) == size && memcmp(found, name, size) == 0)
      return true;
  return false;
}

static bool declares(const struct sv_openapi_operation *o, const char *name, size_t size)
{
  for (size_t i = 0; i < o->parameter_count; i++)
    if (o->parameters[i].in == SV_OPENAPI_PATH && strlen(o->parameters[i].name) == size &&
        memcmp(o->parameters[i].name, name, size) == 0)
      return true;
  return false;
}

static void say_name(struct sv_openapi *api, const struct sv_openapi_said *said, const char *name)
{
  sv_openapi_say(api, said, SV_OPENAPI_ARGS({ "name", name, 0 }));
}

/* Template and path parameters name each other (OAS 3.1 4.8.8.2, 4.8.12). From 3.1 on a warning:
 * the OpenAPI Initiative's own documents that must pass have paths and parameters that do not
 * match. What stands after ? or # is no path, and told of as such. */
static void judge_parameters(struct sv_openapi *api, const struct sv_openapi_operation *o)
{
  const char *name = NULL;
  size_t size = 0;
  const bool warning = api->version >= SV_OPENAPI_3_1;
  const char *end = o->path + strcspn(o->path, "?#");
  for (const char *p = o->path; !o->unread && (p = next_name(p, &name, &size)) && name < end;) {
    const struct sv_openapi_said said = { .rule = "path-parameter-undeclared",
                                          .msgid = N_("the path has \"{name}\" in braces, which no "
                                                      "parameter in path declares"),
                                          .where = o->node,
                                          .warning = warning,
                                          .at_name = true };
    if (!declares(o, name, size))
      say_name(api, &said, sv_openapi_cut(api, name, size));
  }
  for (size_t i = 0; i < o->parameter_count; i++) {
    const struct sv_openapi_parameter *p = &o->parameters[i];
    const struct sv_openapi_said said = { .rule = "path-parameter-unused",
                                          .msgid = N_("the parameter \"{name}\" is not in the "
                                                      "path"),
                                          .where = p->from,
                                          .warning = warning };
    if (p->in == SV_OPENAPI_PATH && p->name[0] && !uses(o->path, p->name))
      say_name(api, &said, p->name);
  }
}

static void judge_template(struct sv_openapi *api, const struct template *t)
{
  struct sv_openapi_said said = { .where = t->at, .at_name = true };
  size_t depth = 0;
  bool broken = false;
  for (const char *p = t->path; *p; p++) {
    depth += *p == '{';
    broken |= depth > 1 || (*p == '}' && depth == 0);
    depth -= *p == '}' && depth > 0;
  }
  said.rule = "path-template";
  said.msgid = N_("the braces of the path \"{name}\" do not match");
  if (broken || depth > 0)
    say_name(api, &said, t->path);
  said.rule = "path-query";
  said.warning = true;
  said.msgid = N_("the path \"{name}\" has a query or fragment; declare parameters in \"query\"");
  if (strpbrk(t->path, "?#"))
    say_name(api, &said, t->path);
  const char *name = NULL, *other = NULL;
  size_t size = 0, other_size = 0;
  for (const char *p = t->path; (p = next_name(p, &name, &size));)
    for (const char *q = p; (q = next_name(q, &other, &other_size));)
      if (size == other_size && memcmp(name, other, size) == 0) {
        said.rule = "path-parameter-twice";
        said.warning = api->version < SV_OPENAPI_3_2; /* which is the first to say so */
        said.msgid = N_("the path has \"{name}\" in braces more than once");
        say_name(api, &said, sv_openapi_cut(api, name, size));
        return;
      }
}

/* PATH with the names of its expressions left out. */
static const char *shape_of(struct sv_openapi *api, const char *path)
{
  char *shape = sv_arena_strdup(&api->arena, path);
  if (!shape)
    return NULL;
  char *to = shape;
  for (const char *p = path; *p; p++) {
    *to++ = *p;
    const char *close = *p == '{' ? strchr(p, '}') : NULL;
    if (close)
      p = close - 1;
  }
  *to = '\0';
  return shape;
}

/* Splits PATH at its slashes; how many there are, 0 when too many. */
static size_t split(const char *path, struct sv_span *segments)
{
  size_t count = 0;
  for (const char *p = path; *p == '/';) {
    const char *end = strchr(p + 1, '/');
    if (count == SEGMENTS_MAX)
      return 0;
    segments[count++] = (struct sv_span){ p + 1, end ? (size_t)(end - p - 1) : strlen(p + 1) };
    p = end ? end : "";
  }
  return count;
}

static bool is_variable(struct sv_span s)
{
  return s.size > 1 && s.data[0] == '{' && s.data[s.size - 1] == '}';
}

/* Whether some address could be meant by either, and neither is the more concrete one. */
static bool are_ambiguous(const char *a, const char *b)
{
  struct sv_span x[SEGMENTS_MAX], y[SEGMENTS_MAX];
  const size_t count = split(a, x);
  bool only_a = false, only_b = false;
  if (count == 0 || count != split(b, y))
    return false;
  for (size_t i = 0; i < count; i++) {
    const bool va = is_variable(x[i]), vb = is_variable(y[i]);
    if (memchr(x[i].data, '{', x[i].size) && !va)
      return false;
    if (memchr(y[i].data, '{', y[i].size) && !vb)
      return false;
    if (!va && !vb && (x[i].size != y[i].size || memcmp(x[i].data, y[i].data, x[i].size) != 0))
      return false;
    only_a |= va && !vb;
    only_b |= vb && !va;
  }
  return only_a && only_b;
}

static bool share_method(struct sv_openapi_node a, struct sv_openapi_node b)
{
  static const char *const methods[] = { "get",  "put",   "post",  "delete", "options",
                                         "head", "patch", "trace", "query" };
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
    if (sv_openapi_get(a, methods[i]).doc && sv_openapi_get(b, methods[i]).doc)
      return true;
  return false;
}

static void judge_others(struct sv_openapi *api, const struct template *t, size_t i)
{
  for (size_t j = i > LOOK_BACK ? i - LOOK_BACK : 0; j < i; j++) {
    const struct sv_openapi_said said = { .rule = "path-ambiguous",
                                          .msgid = N_("the paths \"{name}\" and \"{other}\" can "
                                                      "mean the same address"),
                                          .where = t[i].at,
                                          .warning = true,
                                          .at_name = true };
    if (strchr(t[i].path, '{') && strchr(t[j].path, '{') && are_ambiguous(t[i].path, t[j].path) &&
        share_method(sv_openapi_follow(api, t[i].at), sv_openapi_follow(api, t[j].at)))
      sv_openapi_say(api, &said,
                     SV_OPENAPI_ARGS({ "name", t[i].path, 0 }, { "other", t[j].path, 0 }));
  }
}

/* The paths of the document; *COUNT of them, to be freed. */
static struct template *list_paths(struct sv_openapi *api, size_t *count)
{
  const struct sv_openapi_node paths = sv_openapi_get(sv_openapi_root(api), "paths");
  *count = 0;
  if (!sv_openapi_is(paths, SV_DOC_OBJECT))
    return NULL;
  struct template *t = calloc(sv_doc_count(paths.doc, paths.value) + 1, sizeof *t);
  if (!t)
    api->check_status = SV_NO_MEMORY;
  for (struct sv_openapi_node p = sv_openapi_first(paths); t && p.doc;
       p = sv_openapi_next(paths, p)) {
    const char *path = sv_openapi_name(api, p);
    const char *shape = path && *path == '/' ? shape_of(api, path) : NULL;
    if (shape)
      t[(*count)++] = (struct template){ path, shape, p };
  }
  return t;
}

enum sv_status sv_openapi_check_paths(struct sv_openapi *api)
{
  size_t count;
  struct template *t = list_paths(api, &count);
  struct sv_map shapes = { .slots = NULL };
  enum sv_status status = api->check_status;
  for (size_t i = 0; i < count && status == SV_OK; i++) {
    judge_template(api, &t[i]);
    const struct template *same = sv_map_gets(&shapes, t[i].shape);
    const struct sv_openapi_said said = { .rule = "path-duplicate",
                                          .msgid = N_("the path \"{name}\" is the same as "
                                                      "\"{other}\" but for the names of its "
                                                      "parameters"),
                                          .where = t[i].at,
                                          /* forbidden, and yet every tool reads such documents */
                                          .warning = true,
                                          .at_name = true };
    if (same && strcmp(same->path, t[i].path) != 0)
      sv_openapi_say(api, &said,
                     SV_OPENAPI_ARGS({ "name", t[i].path, 0 }, { "other", same->path, 0 }));
    else
      judge_others(api, t, i);
    status = sv_map_set(&shapes, t[i].shape, strlen(t[i].shape), &t[i]);
  }
  sv_map_free(&shapes);
  free(t);
  size_t operations;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &operations);
  for (size_t i = 0; i < operations && status == SV_OK; i++)
    if (o[i].place == SV_OPENAPI_PATHS)
      judge_parameters(api, &o[i]);
  return status;
}
