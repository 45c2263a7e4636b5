// SPDX-License-Identifier: Apache-2.0
/* Concepts: languages of terms and definitions, relations from both ends. */
#include "plugins/describe/circle.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#include <string.h>

#define EUVOC "http://publications.europa.eu/ontology/euvoc#"

static const char *const concepts[] = { SKOS "Concept", NULL };

/* --- one language for term and definition --- */

static bool has_lang(const struct sv_graph *g, const struct sv_triple *values, size_t n,
                     const char *lang)
{
  for (size_t i = 0; i < n; i++) {
    const char *other = sv_graph_lang(g, values[i].o);
    if (other && strcmp(other, lang) == 0)
      return true;
  }
  return false;
}

/* Whether a definition is in LANG: given directly, or as the text of a definition's own node. */
static bool has_definition(const struct sv_graph *g, sv_term node, const char *lang)
{
  size_t n, texts;
  const struct sv_triple *direct = sv_values_of(g, node, SKOS "definition", &n);
  if (has_lang(g, direct, n, lang))
    return true;
  const struct sv_triple *nodes = sv_values_of(g, node, EUVOC "xlDefinition", &n);
  for (size_t i = 0; i < n; i++) {
    const struct sv_triple *text = sv_graph_objects(g, nodes[i].o, SV_RDF_VALUE, &texts);
    if (has_lang(g, text, texts, lang))
      return true;
  }
  return false;
}

static void judge_language(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *terms = sv_values_of(j->g, node, SKOS "prefLabel", &n);
  const size_t definitions =
      sv_count_of(j->g, node, SKOS "definition") + sv_count_of(j->g, node, EUVOC "xlDefinition");
  if (n == 0 || definitions == 0)
    return; /* what is missing is another check's business */
  j->looked_at++;
  for (size_t i = 0; i < n; i++) {
    const char *lang = sv_graph_lang(j->g, terms[i].o);
    if (lang && has_definition(j->g, node, lang))
      return;
  }
  const char *lang = sv_graph_lang(j->g, terms->o);
  sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                             .predicate = SKOS "definition",
                                             .message = N_("No language has both a term and a "
                                                           "definition."),
                                             .expected = lang ? lang : "nb, nn",
                                             .hint = N_("Give the definition in a language that "
                                                        "the term is given "
                                                        "in.") });
}

enum sv_outcome sv_sem_concept_language(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, concepts, judge_language, NULL);
}

/* --- relations that are known from both ends --- */

static const struct {
  const char *property, *inverse;
} relations[] = {
  { XKOS "specializes", XKOS "generalizes" },
  { XKOS "isPartOf", XKOS "hasPart" },
  { DCT "isReplacedBy", DCT "replaces" },
};

enum { RELATIONS = sizeof relations / sizeof relations[0] };

static const char *other_end(const char *property)
{
  for (size_t i = 0; i < RELATIONS; i++) {
    if (strcmp(relations[i].property, property) == 0)
      return relations[i].inverse;
    if (strcmp(relations[i].inverse, property) == 0)
      return relations[i].property;
  }
  return NULL;
}

static void judge_relation(struct sv_judging *j, const struct sv_triple *t)
{
  const char *property = sv_graph_text(j->g, t->p, NULL);
  const char *inverse = other_end(property);
  const sv_term p = inverse ? sv_graph_find_iris(j->g, inverse) : 0;
  if (!sv_is_a(j->g, t->s, SKOS "Concept") || !sv_is_a(j->g, t->o, SKOS "Concept"))
    return;
  j->looked_at++;
  if (t->s != t->o && (!p || !sv_graph_find(j->g, t->o, p, t->s)))
    sv_judging_find_value(j, t, property,
                          (struct sv_node_fault){ .message = N_("The relation is stated from one "
                                                                "concept and not "
                                                                "from the other."),
                                                  .expected = inverse,
                                                  .hint = N_("State it from both, so that readers "
                                                             "of either "
                                                             "concept find it.") });
}

static void find_circle(struct sv_judging *j, const struct sv_triple *t)
{
  sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                        (struct sv_node_fault){ .message = N_("The relation leads back to the "
                                                              "concept where it "
                                                              "began."),
                                                .hint = N_("A concept is neither more general than "
                                                           "itself nor part "
                                                           "of itself; take one of the relations "
                                                           "away.") });
}

enum sv_outcome sv_sem_concept_relations(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  const char *properties[2 * RELATIONS + 1] = { 0 };
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  for (size_t i = 0; i < RELATIONS; i++) {
    properties[2 * i] = relations[i].property;
    properties[2 * i + 1] = relations[i].inverse;
  }
  sv_judging_values(&j, properties, judge_relation);
  for (size_t i = 0; i < RELATIONS; i++)
    if (!sv_judging_circles(&j, relations[i].property, relations[i].inverse, find_circle))
      return SV_CANT_TELL;
  return sv_judging_end(&j);
}
