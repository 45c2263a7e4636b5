// SPDX-License-Identifier: Apache-2.0
/* Public services in descriptions: who answers for them, how they are reached, who takes part. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"
#include "plugins/describe/shapes.h"

#include <string.h>

static const char *const participations[] = { CV "Participation", NULL };
static const char *const channels[] = { CV "Channel", NULL };

enum sv_outcome sv_org_authority(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-019", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_public_service_contact(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-020", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_participation(struct sv_ctx *ctx)
{
  static const char *const paths[] = { CV "hasParticipant", CV "role", NULL };
  return sv_judge_paths_by_shapes(ctx, "ORG-023", paths);
}

enum sv_outcome sv_org_participation_role(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = participations,
                                                            .property = CV "role",
                                                            .vocabulary = "no-role-type",
                                                            .hint = N_("Use a role of the national "
                                                                       "list, where one fits.") });
}

enum sv_outcome sv_org_contained_services(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-025", SV_SHACL_VIOLATION);
}

static void judge_contained(struct sv_judging *j, const struct sv_triple *t)
{
  if (!sv_is_iri(t->o))
    return; /* the check of the catalogue itself judges it */
  j->looked_at++;
  if (!sv_has_class(j->g, t->o))
    sv_judging_find_value(j, t, DCATNO "containsService",
                          (struct sv_node_fault){ .message = N_("The catalogue lists a service "
                                                                "that the document does not "
                                                                "describe."),
                                                  .expected = "cpsv:PublicService, cpsvno:Service",
                                                  .hint = N_("Describe the service in the same "
                                                             "document, or take it off the "
                                                             "list.") });
}

enum sv_outcome sv_org_contained_described(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCATNO "containsService", NULL };
  return sv_judge_values(ctx, properties, judge_contained, NULL);
}

enum sv_outcome sv_org_processing_time(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-051", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_channel(struct sv_ctx *ctx)
{
  static const char *const paths[] = { DCT "identifier", DCT "type", NULL };
  return sv_judge_paths_by_shapes(ctx, "ORG-052", paths);
}

enum sv_outcome sv_org_channel_type(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = channels,
                                                            .property = DCT "type",
                                                            .min = 1,
                                                            .vocabulary = "no-service-channel-type",
                                                            .hint = N_("Use a channel type of the "
                                                                       "national list.") });
}

/* Shapes say how often and what; a wrong check digit they cannot see. */
enum sv_outcome sv_org_public_organisation(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t wrong = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  static const char *const paths[] = { DCT "identifier", SKOS "prefLabel", DCT "spatial", NULL };
  outcome = sv_judge_paths_by_shapes(ctx, "ORG-022", paths);
  struct sv_nodes nodes = sv_nodes_of(d->graph, CV "PublicOrganisation");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n;
    const struct sv_triple *values = sv_values_of(d->graph, node, DCT "identifier", &n);
    for (size_t i = 0; i < n; i++) {
      const char *number = sv_term_kind(values[i].o) == SV_TERM_BLANK
                               ? NULL
                               : sv_org_number_tail(sv_graph_text(d->graph, values[i].o, NULL));
      if (!number || sv_orgnr_valid(number))
        continue;
      wrong++;
      sv_node_find(ctx, d,
                   &(struct sv_node_fault){ .node = node,
                                            .predicate = DCT "identifier",
                                            .line = &values[i],
                                            .value = values[i].o,
                                            .message = N_("The organisation number has a wrong "
                                                          "check digit."),
                                            .hint = N_("Look the number up in Enhetsregisteret and "
                                                       "correct it.") });
    }
  }
  return wrong && outcome != SV_CANT_TELL ? SV_FAILED : outcome;
}

/* local@domain with a dot in the domain, with or without mailto. */
static bool is_email(const char *text)
{
  if (sv_starts_with(text, "mailto:"))
    text += 7;
  const char *at = strchr(text, '@');
  const char *dot = at ? strrchr(at, '.') : NULL;
  return at && at > text && dot && dot > at + 1 && dot[1] && !strchr(at + 1, '@') &&
         !strpbrk(text, " \t\r\n");
}

/* + and eight digits or more, or eight digits; spaces between are nothing. */
static bool is_telephone(const char *text)
{
  size_t digits = 0;
  if (sv_starts_with(text, "tel:"))
    text += 4;
  const bool is_international = *text == '+';
  for (const char *p = text + is_international; *p; p++) {
    if (!sv_is_digit((unsigned char)*p) && *p != ' ')
      return false;
    digits += *p != ' ';
  }
  return is_international ? digits >= 8 && digits <= 15 : digits == 8;
}

struct form {
  const char *property;
  bool (*is_right)(const char *text);
  const char *message, *expected;
};

static const struct form forms[] = {
  { CV "email", is_email, N_("The e-mail address is not one."), "post@etat.no" },
  { CV "telephone", is_telephone, N_("The telephone number is not one."),
    N_("+47 and eight digits, or eight digits") },
};

static void judge_forms(struct sv_judging *j, sv_term node)
{
  for (size_t k = 0; k < sizeof forms / sizeof forms[0]; k++) {
    size_t n;
    const struct sv_triple *values = sv_values_of(j->g, node, forms[k].property, &n);
    for (size_t i = 0; i < n; i++)
      if (sv_term_kind(values[i].o) == SV_TERM_BLANK ||
          !forms[k].is_right(sv_graph_text(j->g, values[i].o, NULL)))
        sv_judging_find_value(j, &values[i], forms[k].property,
                              (struct sv_node_fault){ .message = forms[k].message,
                                                      .expected = forms[k].expected,
                                                      .hint = N_("Correct it, so that machines can "
                                                                 "use it too.") });
  }
}

static void judge_reachable(struct sv_judging *j, sv_term node)
{
  static const char *const ways[] = { CV "email", CV "telephone", CV "contactPage", NULL };
  j->looked_at++;
  judge_forms(j, node);
  if (sv_count_of_all(j->g, node, ways) == 0)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .message = N_("The contact point of the service "
                                                             "cannot be reached."),
                                               .expected = "cv:email, cv:telephone, cv:contactPage",
                                               .hint = N_("Give one of them at least.") });
}

enum sv_outcome sv_org_public_service_reachable(struct sv_ctx *ctx)
{
  static const char *const points[] = { CV "ContactPoint", NULL };
  return sv_judge_nodes(ctx, points, judge_reachable, NULL);
}
