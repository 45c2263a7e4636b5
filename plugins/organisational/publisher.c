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

enum sv_outcome sv_org_service_publisher_stated(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "DataService", NULL };
  return sv_org_recommended_before(ctx, &(struct sv_property_rule){ .classes = classes,
                                                                    .property = DCT "publisher",
                                                                    .min = 1,
                                                                    .hint = N_("Name the "
                                                                               "organisation that "
                                                                               "answers for the "
                                                                               "service; "
                                                                               "DCAT-AP-NO 3 "
                                                                               "demands it.") });
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
    return NULL; /* a fault, and another check's */
  if (!pattern)
    return N_("The address of the organisation follows none of the known patterns.");
  if (strcmp(pattern->code, "fdk-alt") == 0)
    return N_("The address of the organisation is an older one.");
  return NULL;
}

/* Each organisation that is named, once. */
static void judge_named(struct sv_judging *j, const struct sv_triple *t)
{
  if (!sv_is_iri(t->o) || !sv_is_first_of(j->g, t))
    return;
  const char *iri = sv_graph_text(j->g, t->o, NULL), *number = sv_org_number_tail(iri);
  const char *message = judge_address(sv_code_list(j->ctx, "no-organisation-uri"), iri);
  j->looked_at++;
  if (message)
    sv_judging_find_value(
        j, t, sv_graph_text(j->g, t->p, NULL),
        (struct sv_node_fault){ .message = message,
                                .expected =
                                    number && sv_orgnr_valid(number)
                                        ? j->ctx->sv->format(j->ctx, ORGANISATION "%s", number)
                                        : ORGANISATION "nnnnnnnnn",
                                .hint = HINT_NUMBER });
}

static const char *const named_by[] = { DCT "publisher", CV "hasCompetentAuthority", CV "ownedBy",
                                        NULL };

static void judge_digit(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_is_first_of(j->g, t) ? sv_iri_of(j->g, t->o) : NULL;
  const char *number = iri ? sv_org_number_tail(iri) : NULL;
  if (!number)
    return;
  j->looked_at++;
  if (!sv_orgnr_valid(number))
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                          (struct sv_node_fault){ .message = N_("The organisation number in the "
                                                                "address has a wrong "
                                                                "check digit."),
                                                  .expected = ORGANISATION "nnnnnnnnn",
                                                  .hint = HINT_NUMBER });
}

enum sv_outcome sv_org_publisher_digit(struct sv_ctx *ctx)
{
  return sv_judge_values(ctx, named_by, judge_digit, NULL);
}

enum sv_outcome sv_org_publisher_number(struct sv_ctx *ctx)
{
  if (!sv_code_list(ctx, "no-organisation-uri"))
    return SV_CANT_TELL;
  return sv_judge_values(ctx, named_by, judge_named, NULL);
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

static void judge_agent(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DCT "identifier", &n);
  const char *message =
      n == 1 ? judge_identifier(sv_graph_text(j->g, values->o, NULL), sv_iri_of(j->g, node)) : NULL;
  if (message)
    sv_judging_find_value(j, values, DCT "identifier",
                          (struct sv_node_fault){ .message = message,
                                                  .expected = N_("the organisation number, nine "
                                                                 "digits"),
                                                  .hint = N_("Look the number up in "
                                                             "Enhetsregisteret and correct "
                                                             "it.") });
}

enum sv_outcome sv_org_agent_number(struct sv_ctx *ctx)
{
  static const char *const agents[] = { FOAF "Agent", NULL };
  static const struct sv_property_rule one = {
    .classes = agents, .property = DCT "identifier", .min = 1, .max = 1, .hint = HINT_NUMBER
  };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_rule(&j, &one);
  sv_judging_nodes(&j, agents, judge_agent);
  return sv_judging_end(&j);
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
