// SPDX-License-Identifier: Apache-2.0
/* Two versions of a schema: its parts, properties, items and alternatives. */
#include "engines/openapi/compare_parts.h"

#include <string.h>

enum { DEPTH_MAX = 60, STEPS_MAX = 200000, GATHER_DEPTH = 24, ALTERNATIVES_MAX = 100 };

/* --- a schema and what applies with it --- */

static void gather(struct sv_openapi *api, struct sv_openapi_node n, struct sv_view *v,
                   unsigned depth)
{
  if (!n.doc)
    return;
  if (v->count == SV_VIEW_MAX || depth > GATHER_DEPTH) {
    v->is_whole = false;
    return;
  }
  for (size_t i = 0; i < v->count; i++)
    if (v->part[i].doc == n.doc && v->part[i].value == n.value)
      return;
  v->part[v->count++] = n;
  if (sv_openapi_reference(n).doc) {
    struct sv_openapi_node target;
    if (sv_openapi_resolve(api, n, &target, NULL) == SV_OK)
      gather(api, target, v, depth + 1);
    else
      v->is_whole = false;
  }
  const struct sv_openapi_node all = sv_openapi_get(n, "allOf");
  for (struct sv_openapi_node s = sv_openapi_first(all); s.doc; s = sv_openapi_next(all, s))
    gather(api, s, v, depth + 1);
}

static struct sv_view view_of(struct sv_openapi *api, struct sv_openapi_node schema)
{
  struct sv_view v = { .is_whole = true };
  gather(api, schema, &v, 0);
  return v;
}

struct sv_openapi_node sv_view_get(const struct sv_view *v, const char *name)
{
  struct sv_openapi_node found = SV_OPENAPI_NONE;
  for (size_t i = 0; i < v->count && !found.doc; i++)
    found = sv_openapi_get(v->part[i], name);
  return found;
}

/* The property NAME (SIZE bytes) of the first part that has it, or none. */
static struct sv_openapi_node view_property(const struct sv_view *v, const char *name, size_t size)
{
  struct sv_openapi_node found = SV_OPENAPI_NONE;
  for (size_t i = 0; i < v->count && !found.doc; i++) {
    const struct sv_openapi_node all = sv_openapi_get(v->part[i], "properties");
    if (all.doc && sv_doc_type(all.doc, all.value) == SV_DOC_OBJECT)
      found = sv_openapi_at(all, sv_doc_get(all.doc, all.value, name, size));
  }
  return found;
}

/* Whether NAME is required by some part. */
static bool view_requires(const struct sv_view *v, const char *name, size_t size)
{
  for (size_t i = 0; i < v->count; i++) {
    const struct sv_openapi_node list = sv_openapi_get(v->part[i], "required");
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
      size_t length;
      const char *text = sv_openapi_bytes(e, &length);
      if (text && length == size && memcmp(text, name, size) == 0)
        return true;
    }
  }
  return false;
}

/* --- properties --- */

/* Whether properties that are not described are refused. */
static bool is_closed(const struct sv_view *v)
{
  const struct sv_openapi_node more = sv_view_get(v, "additionalProperties");
  return sv_openapi_is(more, SV_DOC_FALSE);
}

/* A property that the use at hand does not see: what is only read is not sent, what is only written
 * is not given. */
static bool is_hidden(const struct sv_comparing *c, struct sv_openapi_node property)
{
  return (c->use == SV_COMPARE_SENT && sv_openapi_is_true(sv_openapi_get(property, "readOnly"))) ||
         (c->use == SV_COMPARE_GIVEN && sv_openapi_is_true(sv_openapi_get(property, "writeOnly")));
}

/* Both versions of one schema, as they are carried along. */
struct versions {
  const struct sv_view *before, *after;
  struct sv_pair at;
};

static void kept_property(struct sv_comparing *c, const struct versions *v, struct sv_pair p,
                          const char *name, size_t size, unsigned depth)
{
  const bool needed_before = view_requires(v->before, name, size);
  const bool needed_after = view_requires(v->after, name, size);
  if (c->use & SV_COMPARE_SENT && needed_after && !needed_before && !is_hidden(c, p.after))
    sv_compare_say(c, "property-required", N_("The property {name} must now be given."), p,
                   SV_NO_ARGS);
  if (c->use & SV_COMPARE_GIVEN && needed_before && !needed_after && !is_hidden(c, p.before))
    sv_compare_say(c, "property-optional", N_("The property {name} may now be missing."), p,
                   SV_NO_ARGS);
  sv_compare_schema(c, p, depth + 1);
}

static void old_property(struct sv_comparing *c, const struct versions *v,
                         struct sv_openapi_node old, const char *name, size_t size, unsigned depth)
{
  const struct sv_openapi_node now = view_property(v->after, name, size);
  const struct sv_pair p = { old, now.doc ? now : v->at.after };
  if (is_hidden(c, old))
    return;
  if (now.doc)
    kept_property(c, v, p, name, size, depth);
  else if (c->use & SV_COMPARE_GIVEN)
    sv_compare_say(c, "property-removed", N_("The property {name} is gone."), p, SV_NO_ARGS);
  else if (is_closed(v->after))
    sv_compare_say(c, "property-refused", N_("The property {name} is no longer taken."), p,
                   SV_NO_ARGS);
}

static void new_property(struct sv_comparing *c, const struct versions *v,
                         struct sv_openapi_node now, const char *name, size_t size)
{
  const struct sv_pair p = { v->at.before, now };
  if (is_hidden(c, now) || view_property(v->before, name, size).doc)
    return;
  if (c->use & SV_COMPARE_SENT && view_requires(v->after, name, size))
    sv_compare_say(c, "property-new-required", N_("The property {name} is new and must be given."),
                   p, SV_NO_ARGS);
  else if (c->use & SV_COMPARE_GIVEN && is_closed(v->before))
    sv_compare_say(c, "property-unexpected",
                   N_("The property {name} is new where no others were allowed."), p, SV_NO_ARGS);
}

static void properties_of(struct sv_comparing *c, const struct versions *v, bool old,
                          unsigned depth)
{
  const struct sv_view *view = old ? v->before : v->after;
  for (size_t i = 0; i < view->count; i++) {
    const struct sv_openapi_node all = sv_openapi_get(view->part[i], "properties");
    if (!all.doc || sv_doc_type(all.doc, all.value) != SV_DOC_OBJECT)
      continue;
    for (struct sv_openapi_node p = sv_openapi_first(all); p.doc; p = sv_openapi_next(all, p)) {
      size_t size = 0;
      const char *name = sv_doc_string(p.doc, sv_doc_key(p.doc, p.value), &size);
      const size_t here = c->path.size;
      if (!name || size > 200)
        continue;
      sv_buf_addf(&c->path, ".%.*s", (int)size, name);
      if (old)
        old_property(c, v, p, name, size, depth);
      else
        new_property(c, v, p, name, size);
      sv_buf_cut(&c->path, here);
    }
  }
}

static void compare_properties(struct sv_comparing *c, const struct versions *v, unsigned depth)
{
  properties_of(c, v, true, depth);
  properties_of(c, v, false, depth);
  const bool was = is_closed(v->before);
  const bool is = is_closed(v->after);
  const struct sv_pair p = v->at;
  if (c->use & SV_COMPARE_SENT && is && !was)
    sv_compare_say(c, "properties-closed",
                   N_("{name} no longer takes properties that are not described."), p, SV_NO_ARGS);
  const struct sv_openapi_node more[2] = { sv_view_get(v->before, "additionalProperties"),
                                           sv_view_get(v->after, "additionalProperties") };
  const size_t here = c->path.size;
  if (!sv_openapi_is(more[0], SV_DOC_OBJECT) || !sv_openapi_is(more[1], SV_DOC_OBJECT))
    return;
  sv_buf_adds(&c->path, ".*");
  sv_compare_schema(c, (struct sv_pair){ more[0], more[1] }, depth + 1);
  sv_buf_cut(&c->path, here);
}

static void compare_items(struct sv_comparing *c, const struct versions *v, unsigned depth)
{
  const struct sv_pair p = { sv_view_get(v->before, "items"), sv_view_get(v->after, "items") };
  const size_t here = c->path.size;
  if (!p.before.doc && !p.after.doc)
    return;
  sv_buf_adds(&c->path, "[*]");
  sv_compare_schema(c, p, depth + 1);
  sv_buf_cut(&c->path, here);
}

/* --- alternatives --- */

struct choices {
  struct sv_openapi_node items[ALTERNATIVES_MAX];
  size_t count;
  bool is_choice; /* false: the schema itself is the one alternative */
};

static void choices_of(const struct sv_view *v, struct sv_openapi_node whole, struct choices *out)
{
  *out = (struct choices){ .is_choice = true };
  for (int k = 0; k < 2; k++) {
    const struct sv_openapi_node list = sv_view_get(v, k ? "anyOf" : "oneOf");
    for (struct sv_openapi_node s = sv_openapi_first(list); s.doc && out->count < ALTERNATIVES_MAX;
         s = sv_openapi_next(list, s))
      out->items[out->count++] = s;
  }
  if (out->count > 0)
    return;
  *out = (struct choices){ .items = { whole }, .count = 1 };
}

/* Whether the two can be compared without a word. */
static bool fits(struct sv_comparing *c, struct sv_pair p, enum sv_compare_use use, unsigned depth)
{
  struct sv_comparing trial = *c;
  struct sv_map seen = { 0 };
  trial.seen = &seen;
  trial.path = (struct sv_buf)SV_BUF(c->path.limit);
  trial.is_trial = true;
  trial.misses = 0;
  trial.use = use;
  sv_compare_schema(&trial, p, depth + 1);
  sv_buf_free(&trial.path);
  sv_map_free(&seen);
  c->steps = trial.steps;
  c->status = trial.status;
  return trial.misses == 0;
}

/* Each of FROM must have a counterpart in TO: those of old in new when sent, of new in old when
 * given. */
static void cover(struct sv_comparing *c, const struct choices *list[2], enum sv_compare_use use,
                  const struct versions *v, unsigned depth)
{
  const int from = use == SV_COMPARE_SENT ? CHANGE_BEFORE : CHANGE_AFTER;
  const struct choices *other = list[1 - from];
  for (size_t i = 0; i < list[from]->count && c->status == SV_OK; i++) {
    const struct sv_openapi_node one = list[from]->items[i];
    bool found = false;
    for (size_t k = 0; k < other->count && !found; k++) {
      const size_t at = (i + k) % other->count; /* the same place is the likely one */
      const struct sv_openapi_node two = other->items[at];
      found = fits(
          c, from == CHANGE_BEFORE ? (struct sv_pair){ one, two } : (struct sv_pair){ two, one },
          use, depth);
    }
    if (found)
      continue;
    const struct sv_pair p = { from == CHANGE_BEFORE ? one : v->at.before,
                               from == CHANGE_BEFORE ? v->at.after : one };
    if (from == CHANGE_BEFORE)
      sv_compare_say(c, "alternative-removed",
                     N_("One of the alternatives of {name} is no longer taken."), p, SV_NO_ARGS);
    else
      sv_compare_say(c, "alternative-added", N_("{name} may now have a form that it did not have."),
                     p, SV_NO_ARGS);
  }
}

/* Keywords that say more of a value than which alternative it is. */
static bool says_more(const struct sv_view *v)
{
  static const char *const words[] = { "properties", "required", "items",
                                       "enum",       "const",    "additionalProperties" };
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (sv_view_get(v, words[i]).doc)
      return true;
  return false;
}

/* True when only one of the two is a choice, so that nothing else is there to compare. */
static bool compare_choices(struct sv_comparing *c, const struct versions *v, unsigned depth)
{
  struct choices before;
  struct choices after;
  choices_of(v->before, v->at.before, &before);
  choices_of(v->after, v->at.after, &after);
  if (!before.is_choice && !after.is_choice)
    return false;
  const struct choices *list[2] = { &before, &after };
  if (c->use & SV_COMPARE_SENT)
    cover(c, list, SV_COMPARE_SENT, v, depth);
  if (c->use & SV_COMPARE_GIVEN)
    cover(c, list, SV_COMPARE_GIVEN, v, depth);
  if (before.is_choice == after.is_choice)
    return false;
  if (says_more(before.is_choice ? v->before : v->after))
    sv_compare_doubt(c, "form-changed",
                     N_("{name} is described in another way; whether that breaks anything cannot "
                        "be told."),
                     v->at, SV_NO_ARGS);
  return true;
}

/* --- the whole --- */

/* Keywords whose meaning is not weighed: the same, or nobody knows. */
static const char *const opaque[] = {
  "not",
  "if",
  "then",
  "else",
  "propertyNames",
  "contains",
  "minContains",
  "maxContains",
  "prefixItems",
  "dependencies",
  "dependentRequired",
  "dependentSchemas",
  "patternProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "additionalItems",
};

static void compare_opaque(struct sv_comparing *c, const struct versions *v)
{
  for (size_t i = 0; i < sizeof opaque / sizeof opaque[0]; i++) {
    const struct sv_pair p = { sv_view_get(v->before, opaque[i]),
                               sv_view_get(v->after, opaque[i]) };
    if (!p.before.doc && !p.after.doc)
      continue;
    if (!p.before.doc || !p.after.doc ||
        !sv_doc_equal(p.before.doc, p.before.value, p.after.doc, p.after.value))
      sv_compare_doubt(c, "keyword-changed",
                       N_("{keyword} of {name} has changed; whether that breaks anything cannot be "
                          "told."),
                       (struct sv_pair){ p.before.doc ? p.before : v->at.before,
                                         p.after.doc ? p.after : v->at.after },
                       SV_ONE_ARG("keyword", opaque[i]));
  }
}

/* Notes the pair; false when it was met before with the same use, so that circles end. */
static bool is_new(struct sv_comparing *c, struct sv_pair p)
{
  const struct {
    const void *a, *b;
    uint32_t x, y, use, zero;
  } key = { p.before.doc, p.after.doc, p.before.value, p.after.value, (uint32_t)c->use, 0 };
  if (sv_map_get(c->seen, (const char *)&key, sizeof key))
    return false;
  char *kept = sv_arena_copy(&c->out->arena, &key, sizeof key);
  if (!kept || sv_map_set(c->seen, kept, sizeof key, kept) != SV_OK)
    c->status = SV_NO_MEMORY;
  return true;
}

/* true and {} allow everything, as no schema does. */
static bool is_open(struct sv_openapi_node n)
{
  return !n.doc || sv_openapi_is(n, SV_DOC_TRUE) ||
         (sv_openapi_is(n, SV_DOC_OBJECT) && sv_doc_count(n.doc, n.value) == 0);
}

/* One of the two allows everything, or nothing. True when that says it all. */
static bool compare_trivial(struct sv_comparing *c, struct sv_pair p)
{
  const bool open[2] = { is_open(p.before), is_open(p.after) };
  const bool shut[2] = { sv_openapi_is(p.before, SV_DOC_FALSE),
                         sv_openapi_is(p.after, SV_DOC_FALSE) };
  if (open[0] && open[1])
    return true;
  if (c->use & SV_COMPARE_SENT && shut[1] && !shut[0])
    sv_compare_say(c, "schema-closed", N_("{name} no longer takes any value."), p, SV_NO_ARGS);
  if (c->use & SV_COMPARE_GIVEN && open[1] && !open[0])
    sv_compare_say(c, "schema-opened", N_("{name} may now have any value."), p, SV_NO_ARGS);
  return shut[0] || shut[1] || (open[1] && c->use == SV_COMPARE_GIVEN) ||
         (open[0] && c->use == SV_COMPARE_GIVEN) || (open[1] && c->use == SV_COMPARE_SENT);
}

void sv_compare_schema(struct sv_comparing *c, struct sv_pair p, unsigned depth)
{
  if (c->status != SV_OK)
    return;
  if (++c->steps > STEPS_MAX || depth > DEPTH_MAX) {
    c->status = SV_LIMIT;
    return;
  }
  if (!is_new(c, p) || compare_trivial(c, p))
    return;
  const struct sv_view before = view_of(c->api[CHANGE_BEFORE], p.before);
  const struct sv_view after = view_of(c->api[CHANGE_AFTER], p.after);
  const struct versions v = { .before = &before, .after = &after, .at = p };
  if (!before.is_whole || !after.is_whole)
    sv_compare_doubt(c, "not-followed",
                     N_("A reference in {name} leads nowhere, so that it was not compared."), p,
                     SV_NO_ARGS);
  if (!compare_choices(c, &v, depth)) {
    sv_compare_values(c, &before, &after, p);
    compare_properties(c, &v, depth);
    compare_items(c, &v, depth);
  }
  compare_opaque(c, &v);
}
