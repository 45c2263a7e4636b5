// SPDX-License-Identifier: Apache-2.0
/* Two versions of a value: its types, enumeration, bounds, pattern and format. */
#include "engines/openapi/compare_parts.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

enum { VALUES_MAX = 2000 };

/* --- types --- */

static const struct type {
  const char *name;
  unsigned bits;
} types[] = {
  { "null", 1 },    { "boolean", 2 }, { "integer", 4 }, { "number", 12 },
  { "string", 16 }, { "array", 32 },  { "object", 64 }, { "file", 16 }, /* OpenAPI 2.0 */
};
#define ANY_TYPE 127u

static unsigned bits_of(struct sv_openapi_node word)
{
  for (size_t i = 0; i < COUNT(types); i++)
    if (sv_doc_is_text(word.doc, word.value, types[i].name))
      return types[i].bits;
  return 0;
}

static unsigned types_of(const struct sv_view *v)
{
  const struct sv_openapi_node type = sv_view_get(v, "type");
  unsigned bits = 0;
  if (sv_openapi_is(type, SV_DOC_STRING))
    bits = bits_of(type);
  for (struct sv_openapi_node t = sv_openapi_first(type);
       t.doc && sv_openapi_is(type, SV_DOC_ARRAY); t = sv_openapi_next(type, t))
    bits |= bits_of(t);
  if (!bits)
    return ANY_TYPE;
  const bool nullable = sv_openapi_is_true(sv_view_get(v, "nullable")) ||
                        sv_openapi_is_true(sv_view_get(v, "x-nullable"));
  return nullable ? bits | 1u : bits;
}

static const char *show_types(struct sv_comparing *c, unsigned bits)
{
  struct sv_buf text = SV_BUF(128);
  if (bits == ANY_TYPE)
    sv_buf_adds(&text, "*");
  for (size_t i = 0; i + 1 < COUNT(types) && bits != ANY_TYPE; i++) {
    const bool is_within_number = types[i].bits == 4 && (bits & 8);
    if ((bits & types[i].bits) == types[i].bits && !is_within_number)
      sv_buf_addf(&text, "%s%s", text.size ? "|" : "", types[i].name);
  }
  const char *copy = sv_arena_strdup(&c->out->arena, sv_buf_text(&text));
  sv_buf_free(&text);
  return copy ? copy : "";
}

static void compare_types(struct sv_comparing *c, const struct sv_view *before,
                          const struct sv_view *after, struct sv_pair at)
{
  const unsigned was = types_of(before);
  const unsigned is = types_of(after);
  const bool narrowed = (was & ~is) != 0;
  const bool widened = (is & ~was) != 0;
  if ((c->use & SV_COMPARE_SENT && narrowed) || (c->use & SV_COMPARE_GIVEN && widened))
    sv_compare_say(c, "type-changed", N_("The type of {name} was {before} and is {after}."), at,
                   SV_TWO_ARGS("before", show_types(c, was), "after", show_types(c, is)));
}

/* --- enumerations --- */

struct values {
  struct sv_openapi_node list; /* an array, or the one value of const */
  bool is_const;
};

static struct values values_of(const struct sv_view *v)
{
  const struct sv_openapi_node list = sv_view_get(v, "enum");
  if (sv_openapi_is(list, SV_DOC_ARRAY))
    return (struct values){ .list = list };
  return (struct values){ .list = sv_view_get(v, "const"), .is_const = true };
}

static struct sv_openapi_node first_value(const struct values *v)
{
  return v->is_const ? v->list : sv_openapi_first(v->list);
}

static struct sv_openapi_node next_value(const struct values *v, struct sv_openapi_node n)
{
  return v->is_const ? SV_OPENAPI_NONE : sv_openapi_next(v->list, n);
}

static bool has_value(const struct values *v, struct sv_openapi_node wanted)
{
  size_t n = 0;
  for (struct sv_openapi_node e = first_value(v); e.doc && n < VALUES_MAX;
       e = next_value(v, e), n++)
    if (sv_doc_equal(e.doc, e.value, wanted.doc, wanted.value))
      return true;
  return false;
}

/* Each of FROM must be among TO. */
static void cover(struct sv_comparing *c, const struct values *from, const struct values *to,
                  struct sv_pair at, bool sent)
{
  size_t n = 0;
  for (struct sv_openapi_node e = first_value(from); e.doc; e = next_value(from, e)) {
    if (++n > VALUES_MAX) {
      c->status = SV_LIMIT;
      return;
    }
    if (has_value(to, e))
      continue;
    const struct sv_pair p = { sent ? e : at.before, sent ? at.after : e };
    if (sent)
      sv_compare_say(c, "value-removed", N_("{name} no longer takes the value {value}."), p,
                     SV_ONE_ARG("value", sv_compare_excerpt(c, e)));
    else
      sv_compare_say(c, "value-added", N_("{name} may now have the value {value}."), p,
                     SV_ONE_ARG("value", sv_compare_excerpt(c, e)));
  }
}

static void compare_enumerations(struct sv_comparing *c, const struct sv_view *before,
                                 const struct sv_view *after, struct sv_pair at)
{
  const struct values was = values_of(before);
  const struct values is = values_of(after);
  const bool had = was.list.doc != NULL;
  const bool has = is.list.doc != NULL;
  if (had && has) {
    if (c->use & SV_COMPARE_SENT)
      cover(c, &was, &is, at, true);
    if (c->use & SV_COMPARE_GIVEN)
      cover(c, &is, &was, at, false);
    return;
  }
  if (has && c->use & SV_COMPARE_SENT)
    sv_compare_say(c, "values-limited", N_("{name} now takes certain values only."),
                   (struct sv_pair){ at.before, is.list }, SV_NO_ARGS);
  if (had && c->use & SV_COMPARE_GIVEN)
    sv_compare_say(c, "values-opened", N_("{name} may now have other values than those listed."),
                   (struct sv_pair){ was.list, at.after }, SV_NO_ARGS);
}

/* --- bounds --- */

static const struct bound {
  const char *name;
  int sense; /* 1: the higher, the stricter */
  bool from_zero;
} bounds[] = {
  { "minimum", 1, false },           { "maximum", -1, false },    { "exclusiveMinimum", 1, false },
  { "exclusiveMaximum", -1, false }, { "minLength", 1, true },    { "maxLength", -1, false },
  { "minItems", 1, true },           { "maxItems", -1, false },   { "minProperties", 1, true },
  { "maxProperties", -1, false },    { "uniqueItems", 1, false },
};

/* The bound NAME when it says something: 0 does not of a length, false not of anything. */
static struct sv_openapi_node bound_of(const struct sv_view *v, const struct bound *b)
{
  const struct sv_openapi_node n = sv_view_get(v, b->name);
  int64_t number;
  if (!n.doc || sv_openapi_is(n, SV_DOC_FALSE) ||
      (b->from_zero && sv_doc_int64(n.doc, n.value, &number) && number == 0))
    return SV_OPENAPI_NONE;
  return sv_openapi_is(n, SV_DOC_NUMBER) || sv_openapi_is(n, SV_DOC_TRUE) ? n : SV_OPENAPI_NONE;
}

/* Positive when AFTER is stricter than BEFORE, negative when looser. */
static int strictness(const struct bound *b, struct sv_pair p)
{
  if (!p.before.doc || !p.after.doc)
    return (p.after.doc != NULL) - (p.before.doc != NULL);
  if (!sv_openapi_is(p.before, SV_DOC_NUMBER) || !sv_openapi_is(p.after, SV_DOC_NUMBER))
    return 0;
  const int order = sv_doc_compare(p.after.doc, p.after.value, p.before.doc, p.before.value);
  return order > 0 ? b->sense : order < 0 ? -b->sense : 0;
}

static void compare_bounds(struct sv_comparing *c, const struct sv_view *before,
                           const struct sv_view *after, struct sv_pair at)
{
  for (size_t i = 0; i < COUNT(bounds); i++) {
    const struct sv_pair p = { bound_of(before, &bounds[i]), bound_of(after, &bounds[i]) };
    const struct sv_pair shown = { p.before.doc ? p.before : at.before,
                                   p.after.doc ? p.after : at.after };
    const int stricter = strictness(&bounds[i], p);
    if (stricter > 0 && c->use & SV_COMPARE_SENT)
      sv_compare_say(c, "bound-narrowed", N_("{keyword} of {name} is stricter than before."), shown,
                     SV_ONE_ARG("keyword", bounds[i].name));
    if (stricter < 0 && c->use & SV_COMPARE_GIVEN)
      sv_compare_say(c, "bound-widened", N_("{keyword} of {name} is looser than before."), shown,
                     SV_ONE_ARG("keyword", bounds[i].name));
  }
}

/* --- pattern, format, multipleOf --- */

/* A number of 32 bits is one of 64. */
static bool is_wider_format(struct sv_openapi_node small, struct sv_openapi_node large)
{
  return (sv_doc_is_text(small.doc, small.value, "int32") &&
          sv_doc_is_text(large.doc, large.value, "int64")) ||
         (sv_doc_is_text(small.doc, small.value, "float") &&
          sv_doc_is_text(large.doc, large.value, "double"));
}

static void compare_form(struct sv_comparing *c, const char *keyword, struct sv_pair p,
                         struct sv_pair at)
{
  const struct sv_pair shown = { p.before.doc ? p.before : at.before,
                                 p.after.doc ? p.after : at.after };
  const struct sv_arg *const args = SV_ONE_ARG("keyword", keyword);
  if ((!p.before.doc && !p.after.doc) ||
      (p.before.doc && p.after.doc &&
       sv_doc_equal(p.before.doc, p.before.value, p.after.doc, p.after.value)))
    return;
  if (p.before.doc && p.after.doc) {
    if ((c->use == SV_COMPARE_SENT && is_wider_format(p.before, p.after)) ||
        (c->use == SV_COMPARE_GIVEN && is_wider_format(p.after, p.before)))
      return;
    if (strcmp(keyword, "format") == 0)
      sv_compare_say(c, "format-changed", N_("{keyword} of {name} is another than before."), shown,
                     args);
    else
      sv_compare_doubt(c, "keyword-changed",
                       N_("{keyword} of {name} has changed; whether that breaks anything cannot be "
                          "told."),
                       shown, args);
  } else if (p.after.doc && c->use & SV_COMPARE_SENT)
    sv_compare_say(c, "bound-narrowed", N_("{keyword} of {name} is stricter than before."), shown,
                   args);
  else if (p.before.doc && c->use & SV_COMPARE_GIVEN)
    sv_compare_say(c, "bound-widened", N_("{keyword} of {name} is looser than before."), shown,
                   args);
}

void sv_compare_values(struct sv_comparing *c, const struct sv_view *before,
                       const struct sv_view *after, struct sv_pair at)
{
  static const char *const forms[] = { "pattern", "format", "multipleOf" };
  compare_types(c, before, after, at);
  compare_enumerations(c, before, after, at);
  compare_bounds(c, before, after, at);
  for (size_t i = 0; i < COUNT(forms); i++)
    compare_form(c, forms[i],
                 (struct sv_pair){ sv_view_get(before, forms[i]), sv_view_get(after, forms[i]) },
                 at);
}
