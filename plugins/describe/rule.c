// SPDX-License-Identifier: Apache-2.0
/* Rules about properties, applied. */
#include "plugins/describe/rule.h"

#include "plugins/describe/describer.h"

#include <string.h>

/* The lists of the product, and the newer ones of this run in their place. */
static struct sv_vocabularies *open_lists(struct sv_ctx *ctx)
{
  struct sv_vocabularies *s = sv_vocabularies_new();
  const struct sv_artifact *newer = s ? ctx->sv->artifact(ctx, "vocabularies", 0) : NULL;
  struct sv_error ignored = { 0 };
  if (newer && newer->data &&
      sv_vocabularies_add_packed(s, newer->data, newer->size, &ignored) != SV_OK) {
    sv_vocabularies_free(s);
    return NULL; /* main has checked them: only memory can have run out */
  }
  return s;
}

/* Which lists judged stands among the facts, once a worker: id, and version or the day it was taken
 * in. */
void sv_tell_list(struct sv_ctx *ctx, const struct sv_vocabulary *v)
{
  struct sv_describer *x = ctx->state;
  for (size_t i = 0; i < x->told_count; i++)
    if (x->told[i] == v)
      return;
  if (x->told_count == SV_LISTS_TOLD)
    return;
  x->told[x->told_count++] = v;
  sv_tell(ctx, .subject = v->id, .predicate = "vocabulary",
          .value = v->version[0] ? v->version : v->taken);
}

const struct sv_vocabulary *sv_code_list(struct sv_ctx *ctx, const char *id)
{
  struct sv_describer *x = ctx->state;
  if (x && !x->vocabularies)
    x->vocabularies = open_lists(ctx);
  const struct sv_vocabulary *v =
      x && x->vocabularies ? sv_vocabularies_find(x->vocabularies, id) : NULL;
  if (v)
    sv_tell_list(ctx, v);
  return v;
}

static unsigned kind_of(const struct sv_graph *g, sv_term t)
{
  switch (sv_term_kind(t)) {
  case SV_TERM_IRI:
    return SV_VALUE_IRI;
  case SV_TERM_LITERAL:
    return sv_graph_lang(g, t) ? SV_VALUE_TAGGED : SV_VALUE_UNTAGGED;
  default:
    return SV_VALUE_BLANK;
  }
}

static const char *name_kinds(unsigned kinds)
{
  static const struct {
    unsigned kinds;
    const char *name;
  } names[] = {
    { SV_VALUE_IRI, N_("an IRI") },
    { SV_VALUE_NODE, N_("an IRI or a node that is described") },
    { SV_VALUE_TAGGED, N_("a text with a language") },
    { SV_VALUE_UNTAGGED, N_("a literal without a language") },
    { SV_VALUE_LITERAL, N_("a literal") },
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (names[i].kinds == kinds)
      return names[i].name;
  return N_("an IRI or a literal");
}

/* {"property": "dct:license", "count": 2} as the document writes it; to be freed. */
static json_t *args_of(const struct sv_graph *g, const char *property, size_t count)
{
  struct sv_buf name = SV_BUF(600);
  const sv_term p = sv_graph_find_iris(g, property);
  if (p)
    (void)sv_graph_show(g, p, &name);
  else
    (void)sv_buf_addf(&name, "<%s>", property);
  json_t *args = json_object();
  if (args) {
    (void)json_object_set_new(args, "property", json_string(sv_buf_text(&name)));
    (void)json_object_set_new(args, "count", json_integer((json_int_t)count));
  }
  sv_buf_free(&name);
  return args;
}

struct applying {
  struct sv_ctx *ctx;
  const struct sv_description *d;
  const struct sv_property_rule *rule;
  struct sv_tally *tally;
};

static void find(struct applying *a, struct sv_node_fault f, size_t count)
{
  json_t *args = args_of(a->d->graph, a->rule->property, count);
  f.predicate = a->rule->property;
  f.args = args;
  if (!f.hint)
    f.hint = a->rule->hint;
  a->tally->faults++;
  sv_node_find(a->ctx, a->d, &f);
  json_decref(args);
}

bool sv_check_code(struct sv_ctx *ctx, const struct sv_description *d, const struct sv_triple *t,
                   const char *property, const struct sv_vocabulary *list, const char *hint)
{
  const struct sv_code *meant = NULL;
  const char *iri = sv_is_iri(t->o) ? sv_graph_text(d->graph, t->o, NULL) : NULL;
  const enum sv_code_answer answer = iri ? sv_vocabulary_judge(list, iri, &meant) : SV_CODE_UNKNOWN;
  if (answer == SV_CODE_KNOWN || answer == SV_CODE_UNSURE)
    return true;
  json_t *args = args_of(d->graph, property, 0);
  if (args) {
    (void)json_object_set_new(args, "list", json_string(list->id));
    (void)json_object_set_new(args, "version",
                              json_string(list->version[0] ? list->version : list->taken));
  }
  sv_node_find(ctx, d,
               &(struct sv_node_fault){ .node = t->s,
                                        .predicate = property,
                                        .line = t,
                                        .value = t->o,
                                        .message = N_("{property} has a value that the code list "
                                                      "{list} ({version}) "
                                                      "does not have."),
                                        .expected = meant ? meant->iri : NULL,
                                        .args = args,
                                        .hint = hint });
  json_decref(args);
  return false;
}

static bool same_language_before(const struct sv_graph *g, const struct sv_triple *values, size_t i)
{
  const char *lang = sv_graph_lang(g, values[i].o);
  for (size_t k = 0; lang && k < i; k++) {
    const char *other = sv_graph_lang(g, values[k].o);
    if (other && strcmp(other, lang) == 0)
      return true;
  }
  return false;
}

static bool lacks_class(const struct sv_graph *g, const struct sv_property_rule *r, sv_term value)
{
  const bool counts = !sv_is_iri(value)                    ? sv_is_described(g, value)
                      : r->class_of == SV_CLASS_WHEN_BLANK ? false
                      : r->class_of == SV_CLASS_WHEN_TYPED ? sv_has_class(g, value)
                                                           : sv_is_described(g, value);
  return r->value_class && counts && !sv_is_a(g, value, r->value_class);
}

static void judge_value(struct applying *a, sv_term node, const struct sv_triple *values, size_t i)
{
  const struct sv_property_rule *r = a->rule;
  const struct sv_graph *g = a->d->graph;
  const struct sv_triple *t = &values[i];
  if (r->kinds && !(kind_of(g, t->o) & r->kinds)) {
    find(a,
         (struct sv_node_fault){ .node = node,
                                 .line = t,
                                 .value = t->o,
                                 .expected = name_kinds(r->kinds),
                                 .message = N_("{property} has the wrong kind of value.") },
         0);
    return;
  }
  if (r->one_each_language && same_language_before(g, values, i))
    find(a,
         (struct sv_node_fault){ .node = node,
                                 .line = t,
                                 .value = t->o,
                                 .message = N_("{property} is given twice in the same language.") },
         0);
  if (lacks_class(g, r, t->o))
    find(a,
         (struct sv_node_fault){ .node = node,
                                 .line = t,
                                 .value = t->o,
                                 .expected = r->value_class,
                                 .message = N_("{property} leads to a node of another class.") },
         0);
  const struct sv_vocabulary *list = r->vocabulary ? sv_code_list(a->ctx, r->vocabulary) : NULL;
  if (list && !sv_check_code(a->ctx, a->d, t, r->property, list, r->hint))
    a->tally->faults++;
}

static void judge_node(struct applying *a, sv_term node)
{
  size_t n;
  const struct sv_property_rule *r = a->rule;
  const struct sv_triple *values = sv_values_of(a->d->graph, node, r->property, &n);
  if (n == 0 && r->min == 0)
    return;
  a->tally->looked_at++;
  if (n < r->min)
    find(a,
         (struct sv_node_fault){ .node = node,
                                 .hint = r->missing_hint,
                                 .message = n ? N_("{property} is given {count} times, which is "
                                                   "too few.")
                                              : N_("{property} is missing.") },
         n);
  if (r->max && n > r->max)
    find(a,
         (struct sv_node_fault){ .node = node,
                                 .line = &values[n - 1],
                                 .message = N_("{property} is given {count} times, which is too "
                                               "often.") },
         n);
  for (size_t i = 0; i < n; i++)
    judge_value(a, node, values, i);
}

static void apply_rule(struct sv_ctx *ctx, const struct sv_description *d,
                       const struct sv_property_rule *rule, struct sv_tally *t)
{
  struct applying a = { ctx, d, rule, t };
  sv_term node, before = 0;
  if (!rule->classes) {
    struct sv_nodes nodes = sv_nodes_with(d->graph, rule->property);
    while ((node = sv_nodes_next(&nodes))) {
      if (node != before)
        judge_node(&a, node);
      before = node;
    }
    return;
  }
  for (const char *const *class = rule->classes; *class; class ++) {
    struct sv_nodes nodes = sv_nodes_of(d->graph, *class);
    while ((node = sv_nodes_next(&nodes)))
      judge_node(&a, node);
  }
}

void sv_judging_rule(struct sv_judging *j, const struct sv_property_rule *rule)
{
  struct sv_tally tally = { 0 };
  apply_rule(j->ctx, j->d, rule, &tally);
  j->looked_at += tally.looked_at;
  j->faults += tally.faults;
}

enum sv_outcome sv_judge_property(struct sv_ctx *ctx, const struct sv_property_rule *rule)
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  if (rule->vocabulary && !sv_code_list(ctx, rule->vocabulary))
    return SV_CANT_TELL;
  apply_rule(ctx, d, rule, &tally);
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

enum sv_outcome sv_judge_texts(struct sv_ctx *ctx, const char *const *classes,
                               const char *const *properties)
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  for (; *properties; properties++)
    apply_rule(ctx, d,
               &(struct sv_property_rule){ .classes = classes,
                                           .property = *properties,
                                           .kinds = SV_VALUE_TAGGED,
                                           .one_each_language = true,
                                           .hint = N_("Give the text once in each language, "
                                                      "with its language "
                                                      "tag.") },
               &tally);
  return sv_describe_outcome(tally.looked_at, tally.faults);
}
