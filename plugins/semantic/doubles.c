// SPDX-License-Identifier: Apache-2.0
/* What may be said only once: identifiers, definitions, codes; and identifiers that are the name of
 * what they identify. */
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/shapes.h"
#include "plugins/semantic/semantic.h"

#include <string.h>

#define EUVOC "http://publications.europa.eu/ontology/euvoc#"
#define IDENTIFIER DCT "identifier"
#define NOTATION SKOS "notation"

enum { OTHERS_MAX = 500, NOTES_MAX = 100 };

static const char *const concepts[] = { SKOS "Concept", NULL };

/* What makes two nodes with the same value of a property a fault. */
struct pair_rule {
  const char *property;
  bool (*is_pair)(const struct sv_graph *g, sv_term a, sv_term b);
  const char *message, *hint;
};

/* The first other node that has the property and value of T, and is of a pair with its own. */
static sv_term other_with(const struct sv_graph *g, const struct sv_triple *t,
                          const struct pair_rule *rule)
{
  size_t n = 0;
  const uint32_t *at = sv_graph_subjects(g, t->p, t->o, &n);
  for (size_t i = 0; i < n && i < OTHERS_MAX; i++) {
    const sv_term other = sv_graph_triples(g)[at[i]].s;
    if (other != t->s && rule->is_pair(g, t->s, other))
      return other;
  }
  return 0;
}

static void judge_pairs(struct sv_judging *j, sv_term node)
{
  const struct pair_rule *rule = j->own;
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, rule->property, &n);
  j->looked_at += n > 0;
  for (size_t i = 0; i < n; i++) {
    const sv_term other = other_with(j->g, &values[i], rule);
    if (other)
      sv_judging_find_value(j, &values[i], rule->property,
                            (struct sv_node_fault){ .message = rule->message,
                                                    .expected = N_("a value of its own"),
                                                    .hint = rule->hint });
  }
}

static enum sv_outcome judge_doubles(struct sv_ctx *ctx, const char *const *classes,
                                     const struct pair_rule *rule)
{
  struct pair_rule own = *rule;
  return sv_judge_nodes(ctx, classes, judge_pairs, &own);
}

/* --- identifiers (SEM-050, SEM-101) --- */

static const char *const resources[] = { DCAT "Catalog", DCAT "DatasetSeries", DCAT "Dataset",
                                         DCAT "DataService", NULL };

static bool is_same_class(const struct sv_graph *g, sv_term a, sv_term b)
{
  for (size_t i = 0; resources[i]; i++)
    if (sv_is_a(g, a, resources[i]) && sv_is_a(g, b, resources[i]))
      return true;
  return false;
}

static bool are_concepts(const struct sv_graph *g, sv_term a, sv_term b)
{
  return sv_is_a(g, a, SKOS "Concept") && sv_is_a(g, b, SKOS "Concept");
}

#define HINT_IDENTIFIER                                                                            \
  N_("Give each its own identifier; harvesters take two with the same for one.")

enum sv_outcome sv_sem_identifiers_apart(struct sv_ctx *ctx)
{
  return judge_doubles(ctx, resources,
                       &(struct pair_rule){ IDENTIFIER, is_same_class,
                                            N_("Another of the same class has this identifier."),
                                            HINT_IDENTIFIER });
}

enum sv_outcome sv_sem_101(struct sv_ctx *ctx)
{
  return sv_both(sv_judge_by_shapes(ctx, "SEM-101", SV_SHACL_VIOLATION),
                 judge_doubles(ctx, concepts,
                               &(struct pair_rule){ IDENTIFIER, are_concepts,
                                                    N_("Another concept has this identifier."),
                                                    HINT_IDENTIFIER }));
}

static void judge_own_name(struct sv_judging *j, sv_term node)
{
  const char *iri = sv_iri_of(j->g, node);
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, IDENTIFIER, &n);
  j->looked_at += iri && n;
  for (size_t i = 0; iri && i < n; i++)
    if (strcmp(sv_graph_text(j->g, values[i].o, NULL), iri) != 0)
      sv_judging_find_value(j, &values[i], IDENTIFIER,
                            (struct sv_node_fault){ .message = N_("The identifier is another than "
                                                                  "the concept's IRI."),
                                                    .expected = iri,
                                                    .hint = N_("Give the IRI of the concept as its "
                                                               "identifier, so "
                                                               "that it has one name.") });
}

enum sv_outcome sv_sem_concept_own_name(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, concepts, judge_own_name, NULL);
}

/* --- codes (SEM-119, SEM-127) --- */

/* Whether both have one value of PROPERTY in common. */
static bool share(const struct sv_graph *g, sv_term a, sv_term b, const char *property)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(g, a, property, &n);
  for (size_t i = 0; i < n; i++)
    if (sv_graph_find(g, b, values[i].p, values[i].o))
      return true;
  return false;
}

static bool are_of_one_list(const struct sv_graph *g, sv_term a, sv_term b)
{
  return share(g, a, b, SKOS "inScheme");
}

/* How many levels have A as a member; *BOTH of them B too. */
static size_t levels_of(const struct sv_graph *g, sv_term a, sv_term b, size_t *both)
{
  const sv_term member = sv_graph_find_iris(g, SKOS "member");
  size_t n = 0, levels = 0;
  const uint32_t *at = member ? sv_graph_subjects(g, member, a, &n) : NULL;
  for (size_t i = 0; i < n; i++) {
    const sv_term level = sv_graph_triples(g)[at[i]].s;
    if (!sv_is_a(g, level, XKOS "ClassificationLevel"))
      continue;
    levels++;
    *both += sv_graph_find(g, level, member, b) != NULL;
  }
  return levels;
}

static bool are_of_one_level(const struct sv_graph *g, sv_term a, sv_term b)
{
  size_t both = 0, none = 0;
  const size_t levels = levels_of(g, a, b, &both);
  return are_concepts(g, a, b) && are_of_one_list(g, a, b) &&
         (both || (levels == 0 && levels_of(g, b, a, &none) == 0));
}

#define HINT_CODE N_("Give each its own code; who reads a code must find one meaning.")

enum sv_outcome sv_sem_119(struct sv_ctx *ctx)
{
  static const char *const elements[] = { MODELLDCATNO "CodeElement", NULL };
  return sv_both(sv_judge_by_shapes(ctx, "SEM-119", SV_SHACL_VIOLATION),
                 judge_doubles(ctx, elements,
                               &(struct pair_rule){ NOTATION, are_of_one_list,
                                                    N_("Another element of the list has this "
                                                       "code."),
                                                    HINT_CODE }));
}

enum sv_outcome sv_sem_category_codes(struct sv_ctx *ctx)
{
  return judge_doubles(ctx, concepts,
                       &(struct pair_rule){ NOTATION, are_of_one_level,
                                            N_("Another category of the same level has this code."),
                                            HINT_CODE });
}

/* --- definitions (SEM-098) --- */

/* Whether two definitions say the same to the same people: a language in common, and audience. */
static bool is_double(const struct sv_graph *g, sv_term a, sv_term b)
{
  size_t n, m;
  const struct sv_triple *texts = sv_graph_objects(g, a, SV_RDF_VALUE, &n);
  const struct sv_triple *others = sv_graph_objects(g, b, SV_RDF_VALUE, &m);
  const size_t audiences = sv_count_of(g, a, DCT "audience");
  if (audiences ? !share(g, a, b, DCT "audience") : sv_count_of(g, b, DCT "audience") > 0)
    return false;
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < m; k++) {
      const char *one = sv_graph_lang(g, texts[i].o), *other = sv_graph_lang(g, others[k].o);
      if (one && other && strcmp(one, other) == 0)
        return true;
    }
  return false;
}

static void judge_definitions(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *notes = sv_values_of(j->g, node, EUVOC "xlDefinition", &n);
  j->looked_at += n > 0;
  for (size_t i = 1; i < n && i < NOTES_MAX; i++)
    for (size_t k = 0; k < i; k++)
      if (is_double(j->g, notes[i].o, notes[k].o)) {
        sv_judging_find_value(j, &notes[i], EUVOC "xlDefinition",
                              (struct sv_node_fault){ .message = N_("The concept has two "
                                                                    "definitions in one language "
                                                                    "for the same audience."),
                                                      .hint = N_("Keep one of them, or say which "
                                                                 "audience each is "
                                                                 "for.") });
        break;
      }
}

enum sv_outcome sv_sem_098(struct sv_ctx *ctx)
{
  return sv_both(sv_judge_by_shapes(ctx, "SEM-098", SV_SHACL_VIOLATION),
                 sv_judge_nodes(ctx, concepts, judge_definitions, NULL));
}
