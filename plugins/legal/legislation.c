// SPDX-License-Identifier: Apache-2.0
/* The law behind data and services, as descriptions name it. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

#define LEGISLATION DCATAP "applicableLegislation"
#define OLD_DCATNO "http://difi.no/dcatno#"

static const char *const datasets[] = { DCAT "Dataset", NULL };
static const char *const services[] = { DCAT "DataService", NULL };
static const char *const series[] = { DCAT "DatasetSeries", NULL };
static const char *const resources[] = { ELI "LegalResource", NULL };
static const char *const public_services[] = { CPSV "PublicService", NULL };
static const char *const rules[] = { CPSV "Rule", NULL };
static const char *const concessions[] = { CV "ServiceConcessionContract", NULL };

#define HINT_LAW N_("Name the law by its ELI address in dcatap:applicableLegislation.")

static enum sv_outcome names_law(struct sv_ctx *ctx, const char *const *classes)
{
  return sv_judge_property(
      ctx, &(struct sv_property_rule){
               .classes = classes, .property = LEGISLATION, .min = 1, .hint = HINT_LAW });
}

enum sv_outcome sv_legal_dataset_law(struct sv_ctx *ctx)
{
  return names_law(ctx, datasets);
}

enum sv_outcome sv_legal_service_law(struct sv_ctx *ctx)
{
  return names_law(ctx, services);
}

enum sv_outcome sv_legal_series_law(struct sv_ctx *ctx)
{
  return names_law(ctx, series);
}

enum sv_outcome sv_legal_law_as_iri(struct sv_ctx *ctx)
{
  static const struct sv_property_rule both[] = {
    { .property = LEGISLATION, .kinds = SV_VALUE_IRI, .hint = HINT_LAW },
    { .property = CV "hasLegalResource",
      .kinds = SV_VALUE_NODE,
      .value_class = ELI "LegalResource",
      .class_of = SV_CLASS_WHEN_BLANK,
      .hint = N_("Refer to the law by its address, or describe it as an eli:LegalResource.") },
  };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_rule(&j, &both[0]);
  sv_judging_rule(&j, &both[1]);
  return sv_judging_end(&j);
}

/* lov|forskrift / YYYY / MM / DD / number, with a date that exists. */
static bool is_eli_path(const char *p)
{
  if (sv_starts_with(p, "lov/"))
    p += 4;
  else if (sv_starts_with(p, "forskrift/"))
    p += 10;
  else
    return false;
  static const size_t digits[] = { 4, 2, 2 };
  int part[3] = { 0 };
  for (size_t i = 0; i < 3; i++) {
    for (size_t k = 0; k < digits[i]; k++, p++) {
      if (!sv_is_digit((unsigned char)*p))
        return false;
      part[i] = part[i] * 10 + (*p - '0');
    }
    if (*p++ != '/')
      return false;
  }
  static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  const bool leap = part[0] % 4 == 0 && (part[0] % 100 != 0 || part[0] % 400 == 0);
  if (part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > days[part[1] - 1] ||
      (part[1] == 2 && part[2] == 29 && !leap) || !sv_is_digit((unsigned char)*p))
    return false;
  while (sv_is_digit((unsigned char)*p))
    p++;
  return *p == '\0' || *p == '/';
}

/* The path behind lovdata.no, NULL for other hosts. */
static const char *lovdata_path(const char *iri)
{
  static const char *const heads[] = { "https://lovdata.no/", "http://lovdata.no/",
                                       "https://www.lovdata.no/", "http://www.lovdata.no/" };
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
    if (sv_starts_with(iri, heads[i]))
      return iri + strlen(heads[i]);
  return NULL;
}

static void judge_eli(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_iri_of(j->g, t->o);
  const char *path = iri ? lovdata_path(iri) : NULL;
  j->looked_at += path != NULL;
  if (path && !(sv_starts_with(path, "eli/") && is_eli_path(path + 4)))
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                          (struct sv_node_fault){ .message = N_("Norwegian law is referred to by "
                                                                "another address than ELI."),
                                                  .expected = "https://lovdata.no/eli/lov/1994/06/"
                                                              "03/15",
                                                  .hint = N_("Use the ELI address, which does not "
                                                             "change: lovdata.no/eli/lov or "
                                                             "forskrift, the date, the number.") });
}

enum sv_outcome sv_legal_eli(struct sv_ctx *ctx)
{
  return sv_judge_triples(ctx, judge_eli, NULL);
}

#define HINT_TYPE N_("Use a type of the national list, for example #act or #regulation.")

enum sv_outcome sv_legal_resource_type(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = resources,
                                                            .property = DCT "type",
                                                            .max = 1,
                                                            .kinds = SV_VALUE_IRI,
                                                            .hint = HINT_TYPE });
}

enum sv_outcome sv_legal_resource_type_listed(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = resources,
                                                            .property = DCT "type",
                                                            .min = 1,
                                                            .vocabulary = "no-legal-resource-type",
                                                            .hint = HINT_TYPE });
}

enum sv_outcome sv_legal_resource_title(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCT "title", DCT "description", NULL };
  return sv_judge_texts(ctx, resources, properties);
}

static void judge_resource_text(struct sv_judging *j, sv_term node)
{
  size_t n;
  const char *iri = sv_iri_of(j->g, node);
  const char *path = iri ? lovdata_path(iri) : NULL;
  const struct sv_triple *values = sv_values_of(j->g, node, RDFS "seeAlso", &n);
  if (path ||
      (iri && (sv_starts_with(iri, "http://data.europa.eu/eli/") || sv_starts_with(iri, "https://"
                                                                                        "data."
                                                                                        "europa.eu/"
                                                                                        "eli/"))))
    return; /* the address leads to the text itself */
  j->looked_at++;
  if (n == 0 || !sv_is_iri(values->o))
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .predicate = RDFS "seeAlso",
                                               .line = n ? values : NULL,
                                               .value = n ? values->o : 0,
                                               .message = N_("The law is described without a link "
                                                             "to its text."),
                                               .expected = N_("rdfs:seeAlso with an address"),
                                               .hint = N_("Link to the text at lovdata.no, or name "
                                                          "the law by its ELI "
                                                          "address.") });
}

enum sv_outcome sv_legal_resource_text(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, resources, judge_resource_text, NULL);
}

/* A text in place of a law or rule. */
static void judge_references(struct sv_judging *j, sv_term node, const char *property)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, property, &n);
  for (size_t i = 0; i < n; i++)
    if (sv_term_kind(values[i].o) == SV_TERM_LITERAL)
      sv_judging_find_value(j, &values[i], property,
                            (struct sv_node_fault){ .message = N_("The law or rule is a text, not "
                                                                  "an address."),
                                                    .expected = N_("an IRI or a node that is "
                                                                   "described"),
                                                    .hint = N_("Name the law that the service "
                                                               "rests on.") });
}

static void judge_public_service(struct sv_judging *j, sv_term node)
{
  static const char *const laws[] = { CV "hasLegalResource", CPSV "follows", NULL };
  j->looked_at++;
  for (const char *const *property = laws; *property; property++)
    judge_references(j, node, *property);
  if (sv_count_of_all(j->g, node, laws) == 0)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .message = N_("The service names neither a law nor "
                                                             "a rule behind it."),
                                               .expected = "cv:hasLegalResource, cpsv:follows",
                                               .hint = N_("Name the law that the service rests "
                                                          "on.") });
}

enum sv_outcome sv_legal_public_service_law(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, public_services, judge_public_service, NULL);
}

enum sv_outcome sv_legal_rule_law(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = rules,
                                                            .property = CPSV "implements",
                                                            .min = 1,
                                                            .kinds = SV_VALUE_NODE,
                                                            .value_class = ELI "LegalResource",
                                                            .class_of = SV_CLASS_WHEN_BLANK,
                                                            .hint = N_("Name the law that the rule "
                                                                       "implements.") });
}

enum sv_outcome sv_legal_concession(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = concessions,
                                                            .property = CV "establishedUnder",
                                                            .kinds = SV_VALUE_NODE,
                                                            .value_class = ELI "LegalResource",
                                                            .class_of = SV_CLASS_WHEN_BLANK,
                                                            .hint = N_("Refer to the legal ground "
                                                                       "by its address, or "
                                                                       "describe it as an "
                                                                       "eli:LegalResource.") });
}

static void judge_old_term(struct sv_judging *j, const struct sv_triple *t)
{
  const char *p = sv_graph_text(j->g, t->p, NULL);
  const char *local = sv_starts_with(p, DCATNO) ? p + strlen(DCATNO) : "";
  j->looked_at++;
  if (sv_starts_with(p, OLD_DCATNO) || strcmp(local, "accessRightsComment") == 0 ||
      sv_starts_with(local, "legalBasisFor"))
    sv_judging_find(j, (struct sv_node_fault){ .node = t->s,
                                               .predicate = p,
                                               .line = t,
                                               .message = N_("The description uses a property of "
                                                             "the old profile."),
                                               .hint = N_("Name the law in "
                                                          "dcatap:applicableLegislation, and rules "
                                                          "for disclosure as cpsv:Rule.") });
}

enum sv_outcome sv_legal_old_terms(struct sv_ctx *ctx)
{
  return sv_judge_triples(ctx, judge_old_term, NULL);
}
