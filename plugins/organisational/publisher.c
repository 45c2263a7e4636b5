// SPDX-License-Identifier: Apache-2.0
/* Who descriptions say is responsible: publishers, and what is said of them. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"
#include "plugins/describe/shapes.h"

#include <string.h>

#define CORPORATE_BODY "http://publications.europa.eu/resource/authority/corporate-body/"
#define ORGANISATION "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/"

enum { NUMBER_SIZE = 9 };

#define HINT_NUMBER N_("Name the organisation by the address that ends in its organisation number.")

enum sv_outcome sv_org_catalogue_publisher(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-001", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_dataset_publisher(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-006", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_service_publisher(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-007", SV_SHACL_VIOLATION);
}

const char *sv_org_number_tail(const char *text)
{
  const size_t size = strlen(text);
  if (size < NUMBER_SIZE)
    return NULL;
  const char *tail = text + size - NUMBER_SIZE;
  for (size_t i = 0; i < NUMBER_SIZE; i++)
    if (!sv_is_digit((unsigned char)tail[i]))
      return NULL;
  return tail > text && sv_is_digit((unsigned char)tail[-1]) ? NULL : tail;
}

/* What is wrong with the address of an organisation, as a msgid; NULL: nothing. */
static const char *judge_address(const struct sv_vocabulary *patterns, const char *iri)
{
  const struct sv_code *pattern = sv_vocabulary_find(patterns, iri);
  const char *number = sv_org_number_tail(iri);
  if (sv_starts_with(iri, CORPORATE_BODY))
    return NULL;
  if (!number)
    return N_("The address of the organisation does not end in an organisation number.");
  if (!sv_orgnr_valid(number))
    return N_("The organisation number in the address has a wrong check digit.");
  if (!pattern)
    return N_("The address of the organisation follows none of the known patterns.");
  if (strcmp(pattern->code, "fdk-alt") == 0)
    return N_("The address of the organisation is an older one.");
  return NULL;
}

/* Each organisation that PREDICATE names, once. */
static void judge_named(struct sv_ctx *ctx, const struct sv_description *d, const char *predicate,
                        const struct sv_vocabulary *patterns, struct sv_tally *tally)
{
  const struct sv_graph *g = d->graph;
  const sv_term p = sv_graph_find_iris(g, predicate);
  size_t n = 0, same;
  const uint32_t *at = p ? sv_graph_subjects(g, p, 0, &n) : NULL;
  for (size_t i = 0; i < n; i++) {
    const struct sv_triple *t = &sv_graph_triples(g)[at[i]];
    if (!sv_is_iri(t->o) || sv_graph_subjects(g, p, t->o, &same)[0] != at[i])
      continue;
    const char *iri = sv_graph_text(g, t->o, NULL), *number = sv_org_number_tail(iri);
    const char *message = judge_address(patterns, iri);
    tally->looked_at++;
    tally->faults += message != NULL;
    if (message)
      sv_node_find(
          ctx, d,
          &(struct sv_node_fault){ .node = t->s,
                                   .predicate = predicate,
                                   .line = t,
                                   .value = t->o,
                                   .message = message,
                                   .expected = number && sv_orgnr_valid(number)
                                                   ? ctx->sv->format(ctx, ORGANISATION "%s", number)
                                                   : ORGANISATION "nnnnnnnnn",
                                   .hint = HINT_NUMBER });
  }
}

enum sv_outcome sv_org_publisher_number(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCT "publisher", CV "hasCompetentAuthority",
                                            CV "ownedBy" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  const struct sv_vocabulary *patterns = sv_code_list(ctx, "no-organisation-uri");
  if (!d || !patterns)
    return d ? SV_CANT_TELL : outcome;
  for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++)
    judge_named(ctx, d, properties[i], patterns, &tally);
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

enum sv_outcome sv_org_agent_name(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-016", SV_SHACL_VIOLATION);
}

/* What is wrong with IDENTIFIER of the agent IRI (NULL: it has none), as a msgid. */
static const char *judge_identifier(const char *identifier, const char *iri)
{
  const char *number = sv_org_number_tail(identifier);
  const char *own = iri ? sv_org_number_tail(iri) : NULL;
  if (!number || !sv_orgnr_valid(number))
    return N_("The identifier of the organisation is not its organisation number.");
  if (own && strcmp(own, number) != 0)
    return N_("The organisation has another number in its identifier than in its address.");
  return NULL;
}

enum sv_outcome sv_org_agent_number(struct sv_ctx *ctx)
{
  static const char *const agents[] = { FOAF "Agent", NULL };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  const struct sv_property_rule one = {
    .classes = agents, .property = DCT "identifier", .min = 1, .max = 1, .hint = HINT_NUMBER
  };
  sv_apply_rule(ctx, d, &one, &tally);
  struct sv_nodes nodes = sv_nodes_of(d->graph, FOAF "Agent");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n;
    const struct sv_triple *values = sv_values_of(d->graph, node, DCT "identifier", &n);
    const char *iri = sv_is_iri(node) ? sv_graph_text(d->graph, node, NULL) : NULL;
    const char *message =
        n == 1 ? judge_identifier(sv_graph_text(d->graph, values->o, NULL), iri) : NULL;
    tally.faults += message != NULL;
    if (message)
      sv_node_find(ctx, d,
                   &(struct sv_node_fault){ .node = node,
                                            .predicate = DCT "identifier",
                                            .line = values,
                                            .value = values->o,
                                            .message = message,
                                            .expected = N_("the organisation number, nine digits"),
                                            .hint = N_("Look the number up in Enhetsregisteret and "
                                                       "correct it.") });
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

enum sv_outcome sv_org_agent_type(struct sv_ctx *ctx)
{
  static const char *const agents[] = { FOAF "Agent", NULL };
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = agents,
                                                            .property = DCT "type",
                                                            .max = 1,
                                                            .kinds = SV_VALUE_IRI,
                                                            .vocabulary = "adms-publisher-type",
                                                            .hint = N_("Use one publisher type of "
                                                                       "ADMS, for example "
                                                                       "NationalAuthority.") });
}
