// SPDX-License-Identifier: Apache-2.0
/* given: paths, aliases of the rule set, and the aliases that we bring. */
#include "engines/openapi/rule_set.h"

#include <string.h>

enum { GIVENS_MAX = 200, DEPTH_MAX = 16 };

#define TEXT_MAX ((size_t)16 << 10)

/* Objects by their meaning, which no path can tell: what a set does not define itself. */
static const struct {
  const char *name;
  enum sv_rule_base base;
  enum sv_openapi_kind kind;
} bases[] = {
  { "Operation", SV_BASE_PATH_OPERATION, SV_OPENAPI_K_OPERATION },
  { "AnyOperation", SV_BASE_KIND, SV_OPENAPI_K_OPERATION },
  { "PathItem", SV_BASE_KIND, SV_OPENAPI_K_ITEM },
  { "Parameter", SV_BASE_KIND, SV_OPENAPI_K_PARAMETER },
  { "RequestBody", SV_BASE_KIND, SV_OPENAPI_K_BODY },
  { "MediaType", SV_BASE_KIND, SV_OPENAPI_K_MEDIA },
  { "Response", SV_BASE_KIND, SV_OPENAPI_K_RESPONSE },
  { "Header", SV_BASE_KIND, SV_OPENAPI_K_HEADER },
  { "Schema", SV_BASE_KIND, SV_OPENAPI_K_SCHEMA },
  { "RequestSchema", SV_BASE_REQUEST, SV_OPENAPI_K_SCHEMA },
  { "ResponseSchema", SV_BASE_RESPONSE, SV_OPENAPI_K_SCHEMA },
  { "Server", SV_BASE_KIND, SV_OPENAPI_K_SERVER },
  { "SecurityScheme", SV_BASE_KIND, SV_OPENAPI_K_SCHEME },
  { "Flow", SV_BASE_KIND, SV_OPENAPI_K_FLOW },
};

/* What a path is, once aliases are gone. */
struct wanted {
  const char *text; /* begins with $, seen from each node of the base */
  enum sv_rule_base base;
  enum sv_openapi_kind kind;
  unsigned formats;
};

/* A list of givens as it grows. */
struct collect {
  struct sv_rules_reader *reader;
  struct sv_rule *rule;
};

static enum sv_status expand(struct collect *c, struct sv_rules_value v, const char *rest,
                             unsigned formats, int depth);

static void release_path(void *data)
{
  sv_match_path_free(data);
}

/* The given that W and RESOLVED say, made when no rule has had it. */
static enum sv_status shared(struct sv_rules_reader *r, struct sv_rules_value v,
                             const struct wanted *w, bool resolved, struct sv_rule_given **out)
{
  struct sv_rules *set = r->set;
  const char *key = sv_arena_printf(&set->arena, "%d %d %d %u %s", resolved, (int)w->base,
                                    (int)w->kind, w->formats, w->text);
  if (!key)
    return SV_NO_MEMORY;
  *out = sv_map_gets(&set->givens, key);
  if (*out)
    return SV_OK;
  struct sv_rule_given *g = sv_arena_calloc(&set->arena, 1, sizeof *g);
  if (!g)
    return SV_NO_MEMORY;
  struct sv_error err = { .column = 0 };
  const enum sv_status status =
      sv_match_compile(&set->arena, w->text, strlen(w->text), &g->path, &err);
  if (status == SV_INVALID)
    return sv_rules_fault(r, v, N_("the path '%s' cannot be read at character %zu: %s"), w->text,
                          err.column, err.text);
  if (status != SV_OK)
    return status;
  SV_TRY(sv_rules_own(set, g->path, release_path));
  g->text = w->text;
  g->resolved = resolved;
  g->base = w->base;
  g->kind = w->kind;
  g->formats = w->formats;
  g->number = set->given_count++;
  *out = g;
  return sv_map_set(&set->givens, key, strlen(key), g);
}

static enum sv_status add(struct collect *c, struct sv_rules_value v, const struct wanted *w)
{
  struct sv_rules_reader *const r = c->reader;
  struct sv_rule *const rule = c->rule;
  struct sv_rule_given *g;
  if (rule->given_count == GIVENS_MAX)
    return sv_rules_fault(r, v, N_("the rule '%s' has too many paths"), r->rule);
  SV_TRY(shared(r, v, w, rule->resolved, &g));
  for (size_t i = 0; i < rule->given_count; i++)
    if (rule->givens[i] == g)
      return SV_OK;
  rule->givens[rule->given_count++] = g;
  return SV_OK;
}

/* The alias NAME as FILE sees it: its own, then those of what it extends. */
static struct sv_rules_value find_alias(const struct sv_rules_file *file, const char *name,
                                        size_t size, int depth)
{
  struct sv_rules_value none = { file->doc, SV_DOC_NONE };
  if (sv_rules_has(file->aliases)) {
    const sv_value v = sv_doc_get(file->doc, file->aliases.v, name, size);
    if (v != SV_DOC_NONE)
      return (struct sv_rules_value){ file->doc, v };
  }
  for (size_t i = file->parent_count; i > 0 && depth < DEPTH_MAX; i--) {
    const struct sv_rules_value v = find_alias(file->parents[i - 1], name, size, depth + 1);
    if (sv_rules_has(v))
      return v;
  }
  return none;
}

/* An alias as Spectral 6.3 has it: { targets: [{ formats, given }] }. */
static enum sv_status targets(struct collect *c, struct sv_rules_value v, const char *rest,
                              unsigned formats, int depth)
{
  const struct sv_rules_value list = sv_rules_get(v, "targets");
  if (sv_rules_type(list) != SV_DOC_ARRAY)
    return sv_rules_fault(c->reader, v, N_("an alias must be a text, a list or have targets"));
  for (struct sv_rules_value e = { v.doc, sv_doc_first(list.doc, list.v) }; sv_rules_has(e);
       e.v = sv_doc_next(list.doc, list.v, e.v)) {
    unsigned mask = SV_FORMAT_ALL;
    const struct sv_rules_value given = sv_rules_get(e, "given");
    if (sv_rules_has(sv_rules_get(e, "formats")))
      SV_TRY(sv_rules_formats(c->reader, sv_rules_get(e, "formats"), &mask));
    if (!sv_rules_has(given))
      return sv_rules_fault(c->reader, e, N_("a target of an alias must have given"));
    SV_TRY(expand(c, given, rest, formats & mask, depth + 1));
  }
  return SV_OK;
}

static enum sv_status base(struct collect *c, struct sv_rules_value v, const char *name,
                           size_t size, struct wanted *w)
{
  for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++) {
    if (size != strlen(bases[i].name) || memcmp(name, bases[i].name, size) != 0)
      continue;
    w->base = bases[i].base;
    w->kind = bases[i].kind;
    return add(c, v, w);
  }
  return sv_rules_fault(c->reader, v, N_("the alias '#%.*s' of the rule '%s' is not defined"),
                        (int)(size < 80 ? size : 80), name, c->reader->rule);
}

/* One path or alias as text. */
static enum sv_status expand_text(struct collect *c, struct sv_rules_value v, const char *rest,
                                  unsigned formats, int depth)
{
  struct sv_arena *const arena = &c->reader->set->arena;
  const char *text;
  SV_TRY(sv_rules_text(c->reader, v, "given", &text));
  if (depth > DEPTH_MAX)
    return sv_rules_fault(c->reader, v, N_("the alias of the rule '%s' leads back to itself"),
                          c->reader->rule);
  if (strlen(text) + strlen(rest) > TEXT_MAX)
    return sv_rules_fault(c->reader, v, N_("the path of the rule '%s' is too long"),
                          c->reader->rule);
  struct wanted w = { .formats = formats };
  if (*text != '#') {
    w.text = sv_arena_printf(arena, "%s%s", text, rest);
    return w.text ? add(c, v, &w) : SV_NO_MEMORY;
  }
  const size_t size = strcspn(text + 1, ".[^~");
  w.text = sv_arena_printf(arena, "$%s%s", text + 1 + size, rest);
  if (!w.text)
    return SV_NO_MEMORY;
  const struct sv_rules_value alias = find_alias(c->rule->file, text + 1, size, 0);
  return sv_rules_has(alias) ? expand(c, alias, w.text + 1, formats, depth + 1)
                             : base(c, v, text + 1, size, &w);
}

static enum sv_status expand(struct collect *c, struct sv_rules_value v, const char *rest,
                             unsigned formats, int depth)
{
  if (sv_rules_type(v) == SV_DOC_OBJECT)
    return targets(c, v, rest, formats, depth);
  if (sv_rules_type(v) != SV_DOC_ARRAY)
    return expand_text(c, v, rest, formats, depth);
  for (struct sv_rules_value e = { v.doc, sv_doc_first(v.doc, v.v) }; sv_rules_has(e);
       e.v = sv_doc_next(v.doc, v.v, e.v))
    SV_TRY(expand_text(c, e, rest, formats, depth));
  return SV_OK;
}

enum sv_status sv_rules_givens(struct sv_rules_reader *r, struct sv_rule *rule)
{
  struct collect c = { .reader = r, .rule = rule };
  rule->givens = sv_arena_calloc(&r->set->arena, GIVENS_MAX, sizeof *rule->givens);
  if (!rule->givens)
    return SV_NO_MEMORY;
  if (sv_rules_type(rule->given_value) == SV_DOC_OBJECT)
    return sv_rules_fault(r, rule->given_value,
                          N_("given of the rule '%s' must be a text or a "
                             "list of texts"),
                          r->rule);
  SV_TRY(expand(&c, rule->given_value, "", SV_FORMAT_ALL, 0));
  if (rule->given_count == 0)
    return sv_rules_fault(r, rule->given_value, N_("given of the rule '%s' is empty"), r->rule);
  return SV_OK;
}
