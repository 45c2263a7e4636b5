// SPDX-License-Identifier: Apache-2.0
/* What a result says to people: the shape's own words, or ours. */
#include "engines/base/ascii.h"
#include "engines/base/message.h"
#include "engines/shacl/run.h"
#include "engines/shacl/say.h"

#include <string.h>

#define ITEMS_MAX 8 /* members of a list that are said */

static const char *const sentences[OPS] = {
  [OP_MIN_COUNT] = N_("at least {expected} values are required here; found {found}"),
  [OP_MAX_COUNT] = N_("at most {expected} values are allowed here; found {found}"),
  [OP_NODE_KIND] = NULL,
  [OP_DATATYPE] = N_("{value} must be a literal with datatype {expected}"),
  [OP_IN] = N_("{value} is not among the allowed values: {expected}"),
  [OP_HAS_VALUE] = N_("the value {expected} is required here"),
  [OP_MIN_LENGTH] = N_("{value} must have at least {expected} characters"),
  [OP_MAX_LENGTH] = N_("{value} must have at most {expected} characters"),
  [OP_LANGUAGE_IN] = N_("{value} must be a text in one of these languages: {expected}"),
  [OP_UNIQUE_LANG] = N_("there is more than one text in the language {expected}"),
  [OP_MIN_EXCLUSIVE] = N_("{value} must be greater than {expected}"),
  [OP_MIN_INCLUSIVE] = N_("{value} must be {expected} or greater"),
  [OP_MAX_EXCLUSIVE] = N_("{value} must be less than {expected}"),
  [OP_MAX_INCLUSIVE] = N_("{value} must be {expected} or less"),
  [OP_CLASS] = N_("{value} must be of class {expected}, and the data does not say that it is"),
  [OP_PATTERN] = N_("{value} does not match the pattern {expected}"),
  [OP_CLOSED] = N_("the property {path} is not allowed here"),
  [OP_EQUALS] =
      N_("the values must be the same as those of {expected}; {value} is only in one of the two"),
  [OP_DISJOINT] = N_("{value} must not be a value of {expected} as well"),
  [OP_LESS_THAN] = N_("{value} must be less than every value of {expected}"),
  [OP_LESS_THAN_OR_EQUALS] = N_("{value} must not be greater than any value of {expected}"),
  [OP_NOT] = N_("{value} meets the shape {expected}, which it must not"),
  [OP_AND] = N_("{value} does not meet all of the shapes that it must meet"),
  [OP_OR] = N_("{value} meets none of the shapes of which it must meet at least one"),
  [OP_XONE] = N_("{value} must meet exactly one of several shapes, and meets none or more"),
  [OP_NODE] = N_("{value} does not meet the shape {expected}"),
  [OP_QUALIFIED_MIN] = N_("at least {number} values must meet the shape {expected}; found {found}"),
  [OP_QUALIFIED_MAX] = N_("at most {number} values may meet the shape {expected}; found {found}"),
};

/* By bits: IRI 1, blank node 2, literal 4. */
static const char *const kind_sentences[8] = {
  [0] = N_("{value} cannot be of the node kind {expected}: SHACL knows no such kind"),
  [1] = N_("{value} must be an IRI"),
  [2] = N_("{value} must be a blank node"),
  [3] = N_("{value} must be an IRI or a blank node, not a literal"),
  [4] = N_("{value} must be a literal"),
  [5] = N_("{value} must be an IRI or a literal, not a blank node"),
  [6] = N_("{value} must be a blank node or a literal, not an IRI"),
};

static const char *sentence(const struct sv_shacl_report *r, const struct shacl_kept *k,
                            const struct shacl_constraint *c)
{
  switch (c->op) {
  case OP_MIN_COUNT:
    if (k->value == 0)
      return c->number == 1 ? N_("a value is required here, and there is none")
                            : N_("at least {expected} values are required here, and there is none");
    break;
  case OP_MAX_COUNT:
    if (c->number == 0)
      return N_("no value is allowed here; found {found}");
    if (c->number == 1)
      return N_("only one value is allowed here; found {found}");
    break;
  case OP_NODE_KIND:
    return kind_sentences[c->value];
  case OP_DATATYPE:
    if (sv_shacl_is_ill_typed(r->g, k->value) &&
        sv_graph_datatype(r->g, k->value) == r->terms[c->value])
      return N_("{value} is not written the way its datatype {expected} asks for");
    break;
  default:
    break;
  }
  return sentences[c->op];
}

static void add_items(const struct sv_shacl *s, const struct shacl_constraint *c,
                      struct sv_buf *out)
{
  const sv_term *constants = s->constants.data;
  for (uint32_t i = 0; i < c->count; i++) {
    if (i == ITEMS_MAX) {
      (void)sv_buf_adds(out, ", \xE2\x80\xA6");
      break;
    }
    if (i > 0)
      (void)sv_buf_adds(out, ", ");
    (void)sv_shacl_say_node(s->graph, constants[shacl_item(s, c->first + i)], SV_SHACL_FOR_PEOPLE,
                            out);
  }
}

/* What the constraint asks for. */
static void add_expected(const struct sv_shacl_report *r, const struct shacl_kept *k,
                         const struct shacl_constraint *c, struct sv_buf *out)
{
  const struct sv_shacl *s = r->s;
  sv_term t = 0;
  switch (c->op) {
  case OP_MIN_COUNT:
  case OP_MAX_COUNT:
  case OP_MIN_LENGTH:
  case OP_MAX_LENGTH:
    (void)sv_buf_addf(out, "%u", c->number);
    return;
  case OP_IN:
  case OP_LANGUAGE_IN:
    add_items(s, c, out);
    return;
  case OP_UNIQUE_LANG:
    (void)sv_buf_adds(out, sv_graph_lang(r->g, k->value));
    return;
  case OP_PATTERN:
    t = ((const struct shacl_pattern *)s->patterns.data)[c->value].text;
    break;
  case OP_NOT:
  case OP_NODE:
  case OP_QUALIFIED_MIN:
  case OP_QUALIFIED_MAX:
    t = shacl_shape(s, c->value)->node;
    break;
  case OP_NODE_KIND:
    t = c->number ? ((const sv_term *)s->constants.data)[c->number - 1] : 0;
    break;
  default:
    if (c->value != SHACL_NONE)
      t = ((const sv_term *)s->constants.data)[c->value];
  }
  if (t)
    (void)sv_shacl_say_node(s->graph, t, SV_SHACL_FOR_PEOPLE, out);
}

static void say_ours(const struct sv_shacl_report *r, size_t i, struct sv_buf *out)
{
  const struct shacl_kept *k = (const struct shacl_kept *)r->results.data + i;
  const struct shacl_constraint *c = shacl_constraint(r->s, k->constraint);
  const struct sv_shacl_result result = sv_shacl_report_at(r, i);
  struct sv_buf value = SV_BUF((size_t)64 << 10), expected = SV_BUF((size_t)64 << 10);
  struct sv_buf path = SV_BUF((size_t)64 << 10);
  if (result.value)
    (void)sv_shacl_say_node(r->g, result.value, SV_SHACL_FOR_PEOPLE, &value);
  add_expected(r, k, c, &expected);
  (void)sv_shacl_say_path(r, i, SV_SHACL_FOR_PEOPLE, &path);
  const struct sv_arg args[] = { { "value", sv_buf_text(&value), 0 },
                                 { "expected", sv_buf_text(&expected), 0 },
                                 { "path", sv_buf_text(&path), 0 },
                                 { "number", NULL, c->number },
                                 { "found", NULL, k->value } };
  (void)sv_message_render(sv_tr(sentence(r, k, c)), args, sizeof args / sizeof args[0], out);
  sv_buf_free(&value);
  sv_buf_free(&expected);
  sv_buf_free(&path);
}

/* Whether TAG is LANGUAGE or one of its variants. */
static bool is_language(const char *tag, const char *language)
{
  const size_t n = strlen(language);
  return tag && strncmp(tag, language, n) == 0 && (tag[n] == '\0' || tag[n] == '-');
}

/* The message among the N triples that people who read LANG get; 0: none. */
static sv_term choose(const struct sv_graph *g, const struct sv_triple *t, size_t n,
                      enum sv_lang lang)
{
  static const char *const wanted[][3] = {
    [SV_NB] = { "nb", "no", "nn" }, [SV_NN] = { "nn", "nb", "no" }, [SV_EN] = { "en", "en", "en" }
  };
  for (size_t w = 0; w < 3; w++)
    for (size_t i = 0; i < n; i++)
      if (is_language(sv_graph_lang(g, t[i].o), wanted[lang][w]))
        return t[i].o;
  for (size_t i = 0; i < n; i++)
    if (!sv_graph_lang(g, t[i].o))
      return t[i].o;
  return 0;
}

enum sv_status sv_shacl_say_message(const struct sv_shacl_report *r, size_t i, enum sv_lang lang,
                                    struct sv_buf *out)
{
  size_t n = 0, size;
  const struct shacl_kept *k = (const struct shacl_kept *)r->results.data + i;
  const struct sv_graph *shapes = r->s->graph;
  const sv_term p = r->s->names[SH_MESSAGE];
  const struct sv_triple *t =
      p ? sv_graph_objects(shapes, shacl_shape(r->s, k->shape)->node, p, &n) : NULL;
  const sv_term own = n ? choose(shapes, t, n, lang) : 0;
  if (own) {
    const size_t from = out->size;
    const char *text = sv_graph_text(shapes, own, &size);
    (void)sv_buf_add(out, text, size);
    shacl_hide(out, from);
  } else {
    say_ours(r, i, out);
  }
  return out->failed;
}
