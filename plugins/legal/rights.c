// SPDX-License-Identifier: Apache-2.0
/* Rights statements (ODRS), policies (ODRL) and fees in descriptions. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

#define PLACES "http://publications.europa.eu/resource/authority/"

static const char *const resources[] = { DCAT "Distribution", DCAT "DataService", DCAT "Catalog",
                                         NULL };

enum sv_outcome sv_legal_rights_statement(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = resources,
                                                            .property = DCT "rights",
                                                            .max = 1,
                                                            .kinds = SV_VALUE_NODE,
                                                            .value_class = ODRS "RightsStatement",
                                                            .class_of = SV_CLASS_WHEN_TYPED,
                                                            .hint = N_("Describe the rights in one "
                                                                       "node of the class "
                                                                       "odrs:RightsStatement.") });
}

/* Node at hand: values that are IRIs ought to have a class in the description. */
static void judge_typed(struct sv_judging *j, const struct sv_triple *t)
{
  const char *class = j->own;
  if (!sv_is_iri(t->o))
    return; /* the check of the property itself judges it */
  j->looked_at++;
  if (!sv_has_class(j->g, t->o))
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                          (struct sv_node_fault){ .message = N_("Nothing in the description says "
                                                                "what this address stands for."),
                                                  .expected = class,
                                                  .hint = N_("Describe it in the document, with "
                                                             "its class.") });
}

static bool is_resource(struct sv_judging *j, sv_term node)
{
  for (const char *const *class = resources; *class; class ++)
    if (sv_is_a(j->g, node, *class))
      return true;
  return false;
}

static void judge_typed_rights(struct sv_judging *j, const struct sv_triple *t)
{
  if (is_resource(j, t->s))
    judge_typed(j, t);
}

enum sv_outcome sv_legal_rights_described(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCT "rights", NULL };
  static char class[] = ODRS "RightsStatement";
  return sv_judge_values(ctx, properties, judge_typed_rights, class);
}

enum sv_outcome sv_legal_policy_described(struct sv_ctx *ctx)
{
  static const char *const properties[] = { ODRL "hasPolicy", NULL };
  static char class[] = ODRL "Policy";
  return sv_judge_values(ctx, properties, judge_typed, class);
}

enum sv_outcome sv_legal_attribution(struct sv_ctx *ctx)
{
  static const char *const properties[] = { ODRS "attributionText", ODRS "copyrightNotice", NULL };
  return sv_judge_texts(ctx, NULL, properties);
}

struct judging_values {
  bool (*judge)(const struct sv_graph *g, sv_term value);
  const struct sv_node_fault *what;
};

static void judge_one(struct sv_judging *j, const struct sv_triple *t)
{
  const struct judging_values *v = j->own;
  j->looked_at++;
  if (!v->judge(j->g, t->o))
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL), *v->what);
}

/* Each triple with PROPERTY whose object JUDGE refuses is a fault, said as WHAT. */
static enum sv_outcome judge_values(struct sv_ctx *ctx, const char *property,
                                    bool (*judge)(const struct sv_graph *g, sv_term value),
                                    const struct sv_node_fault *what)
{
  const char *const properties[] = { property, NULL };
  return sv_judge_values(ctx, properties, judge_one, &(struct judging_values){ judge, what });
}

static bool is_place(const struct sv_graph *g, sv_term value)
{
  const char *iri = sv_is_iri(value) ? sv_graph_text(g, value, NULL) : "";
  return sv_starts_with(iri, PLACES "country/") || sv_starts_with(iri, PLACES "continent/");
}

enum sv_outcome sv_legal_jurisdiction(struct sv_ctx *ctx)
{
  return judge_values(ctx, ODRS "jurisdiction", is_place,
                      &(struct sv_node_fault){ .message = N_("The jurisdiction is not a place of "
                                                             "the EU lists."),
                                               .expected = PLACES "country/NOR",
                                               .hint = N_("Use a country or continent of the EU "
                                                          "authority lists.") });
}

static bool is_year(const struct sv_graph *g, sv_term value)
{
  size_t size;
  const char *text = sv_graph_text(g, value, &size);
  for (size_t i = 0; i < size; i++)
    if (!sv_is_digit((unsigned char)text[i]))
      return false;
  return size == 4 && sv_term_kind(value) == SV_TERM_LITERAL;
}

enum sv_outcome sv_legal_copyright_year(struct sv_ctx *ctx)
{
  const struct sv_property_rule once = { .property = ODRS "copyrightYear",
                                         .max = 1,
                                         .hint = N_("State one year with four digits.") };
  return sv_judge_property(ctx, &once);
}

enum sv_outcome sv_legal_copyright_year_form(struct sv_ctx *ctx)
{
  return judge_values(ctx, ODRS "copyrightYear", is_year,
                      &(struct sv_node_fault){ .message = N_("The copyright year is not a year."),
                                               .expected = N_("four digits"),
                                               .hint = N_("State one year with four digits.") });
}

enum sv_outcome sv_legal_policy(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .property = ODRL "hasPolicy",
                                                            .max = 1,
                                                            .kinds = SV_VALUE_NODE,
                                                            .value_class = ODRL "Policy",
                                                            .class_of = SV_CLASS_WHEN_TYPED,
                                                            .hint = N_("Refer to one policy of the "
                                                                       "class odrl:Policy.") });
}

/* --- fees --- */

static bool is_currency(const struct sv_graph *g, sv_term value)
{
  return sv_is_iri(value) && sv_starts_with(sv_graph_text(g, value, NULL), PLACES "currency/");
}

static const char *fault_of_cost(const struct sv_graph *g, sv_term cost)
{
  size_t values, pages, currencies;
  const struct sv_triple *value = sv_values_of(g, cost, CV "hasValue", &values);
  const struct sv_triple *currency = sv_values_of(g, cost, CV "currency", &currencies);
  (void)sv_values_of(g, cost, FOAF "page", &pages);
  if (values == 0)
    return pages ? NULL : N_("The cost has neither a value nor a page that explains it.");
  const sv_term type = sv_graph_datatype(g, value->o);
  if (values > 1 || type != SV_XSD_DOUBLE)
    return N_("The value of the cost is not one number of the type xsd:double.");
  if (currencies == 0 || !is_currency(g, currency->o))
    return N_("The cost has a value without a currency of the EU list.");
  return NULL;
}

static void judge_cost(struct sv_judging *j, const struct sv_triple *t)
{
  const char *fault = fault_of_cost(j->g, t->o);
  j->looked_at++;
  if (fault)
    sv_judging_find(j, (struct sv_node_fault){ .node = t->s,
                                               .predicate = CV "hasCost",
                                               .line = t,
                                               .message = fault,
                                               .expected = N_("cv:hasValue as xsd:double with "
                                                              "cv:currency, or "
                                                              "foaf:page"),
                                               .hint = N_("State the amount and its currency, or "
                                                          "link to the page "
                                                          "that explains the fee.") });
}

enum sv_outcome sv_legal_cost(struct sv_ctx *ctx)
{
  static const char *const properties[] = { CV "hasCost", NULL };
  return sv_judge_values(ctx, properties, judge_cost, NULL);
}
