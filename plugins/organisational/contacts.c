// SPDX-License-Identifier: Apache-2.0
/* Contact points in descriptions of data: that they are there, can be used, and are no person. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"
#include "plugins/describe/shapes.h"

#include <string.h>

static const char *const contact_classes[] = { VCARD "Kind", VCARD "Organization", VCARD "Group",
                                               VCARD "Individual", NULL };

enum sv_outcome sv_org_dataset_contact(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-008", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_catalogue_contact(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-009", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_service_contact(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-010", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_contact_reachable(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-012", SV_SHACL_VIOLATION);
}

enum sv_outcome sv_org_contact_email(struct sv_ctx *ctx)
{
  return sv_judge_by_shapes(ctx, "ORG-013", SV_SHACL_VIOLATION);
}

/* Whether the address, up to ?, has percent-encoding that is no use: of what may stand as it is, of
 * white space, or without two hexadecimal digits. */
static bool is_oddly_encoded(const char *p)
{
  for (; *p && *p != '?'; p++) {
    if (*p != '%')
      continue;
    const int high = sv_hex((unsigned char)p[1]), low = high < 0 ? -1 : sv_hex((unsigned char)p[2]);
    const int c = high * 16 + low;
    if (low < 0 || c <= ' ' || c == 0x7f || sv_is_alnum(c) || strchr("-._~@", c))
      return true;
    p += 2;
  }
  return false;
}

static void judge_encoding(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_iri_of(j->g, t->o);
  if (!iri || !sv_starts_with(iri, "mailto:"))
    return;
  j->looked_at++;
  if (is_oddly_encoded(iri))
    sv_judging_find_value(j, t, VCARD "hasEmail",
                          (struct sv_node_fault){ .message = N_("The e-mail address is encoded in "
                                                                "an odd way."),
                                                  .expected = "mailto:post@etat.no",
                                                  .hint = N_("Write the address as it is, without "
                                                             "percent-encoding.") });
}

enum sv_outcome sv_org_contact_email_encoding(struct sv_ctx *ctx)
{
  static const char *const properties[] = { VCARD "hasEmail", NULL };
  return sv_judge_values(ctx, properties, judge_encoding, NULL);
}

/* What DCAT-AP-NO 2.2 recommends, and 3 demands. */
enum sv_outcome sv_org_recommended_before(struct sv_ctx *ctx, const struct sv_property_rule *rule)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  if (!sv_follows_version_2(&j))
    return SV_INAPPLICABLE;
  sv_judging_rule(&j, rule);
  return sv_judging_end(&j);
}

#define HINT_CONTACT N_("Name a contact point in dcat:contactPoint; DCAT-AP-NO 3 demands it.")

enum sv_outcome sv_org_dataset_contact_stated(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", NULL };
  return sv_org_recommended_before(ctx, &(struct sv_property_rule){ .classes = classes,
                                                                    .property = DCAT "contactPoint",
                                                                    .min = 1,
                                                                    .hint = HINT_CONTACT });
}

enum sv_outcome sv_org_service_contact_stated(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "DataService", NULL };
  return sv_org_recommended_before(ctx, &(struct sv_property_rule){ .classes = classes,
                                                                    .property = DCAT "contactPoint",
                                                                    .min = 1,
                                                                    .hint = HINT_CONTACT });
}

#define HINT_NAME N_("Give the contact point a name in vcard:fn.")

static bool is_blank(const char *text)
{
  while (sv_is_space((unsigned char)*text))
    text++;
  return *text == '\0';
}

static void judge_name(struct sv_judging *j, const struct sv_triple *t)
{
  if (sv_term_kind(t->o) == SV_TERM_LITERAL && is_blank(sv_graph_text(j->g, t->o, NULL)))
    sv_judging_find(j, (struct sv_node_fault){ .node = t->s,
                                               .predicate = VCARD "fn",
                                               .line = t,
                                               .message = N_("The name of the contact point is "
                                                             "empty."),
                                               .hint = HINT_NAME });
}

enum sv_outcome sv_org_contact_name(struct sv_ctx *ctx)
{
  static const char *const properties[] = { VCARD "fn", NULL };
  static const struct sv_property_rule named = { .classes = contact_classes,
                                                 .property = VCARD "fn",
                                                 .min = 1,
                                                 .kinds = SV_VALUE_LITERAL,
                                                 .hint = HINT_NAME };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_rule(&j, &named);
  sv_judging_values(&j, properties, judge_name);
  return sv_judging_end(&j);
}

/* Whether TEXT (SIZE bytes) is letters, also those outside ASCII. */
static bool is_word(const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!sv_is_alpha((unsigned char)text[i]) && (unsigned char)text[i] < 0x80 && text[i] != '-')
      return false;
  return size > 1;
}

/* Whether ADDRESS is mailto:first.last@ and NAME is "First … Last". Teams have such addresses too,
 * so both must say the same, and the first word must not be that of a team. */
static bool is_person(const char *address, const char *name)
{
  static const char *const teams[] = { "team",    "avdeling",   "seksjon", "post",
                                       "kontakt", "support",    "data",    "brukerstotte",
                                       "service", "forvaltning" };
  const char *local = sv_starts_with(address, "mailto:") ? address + 7 : address;
  const size_t all = strcspn(local, "@"), first = strcspn(local, ".@");
  if (local[all] != '@' || first >= all)
    return false;
  const char *last = local + first + 1;
  const size_t last_size = all - first - 1, first_word = strcspn(name, " ");
  const char *last_word = strrchr(name, ' ');
  if (!is_word(local, first) || !is_word(last, last_size) || !last_word)
    return false;
  for (size_t i = 0; i < sizeof teams / sizeof teams[0]; i++)
    if (sv_equal_nocase_n(local, first, teams[i]))
      return false;
  return first_word == first && strncasecmp(name, local, first) == 0 &&
         sv_equal_nocase_n(last, last_size, last_word + 1);
}

static bool looks_like_person(const struct sv_graph *g, sv_term node)
{
  size_t names, addresses;
  const struct sv_triple *name = sv_values_of(g, node, VCARD "fn", &names);
  const struct sv_triple *address = sv_values_of(g, node, VCARD "hasEmail", &addresses);
  for (size_t i = 0; i < addresses; i++)
    for (size_t k = 0; k < names; k++)
      if (sv_term_kind(address[i].o) != SV_TERM_BLANK &&
          sv_term_kind(name[k].o) == SV_TERM_LITERAL &&
          is_person(sv_graph_text(g, address[i].o, NULL), sv_graph_text(g, name[k].o, NULL)))
        return true;
  return false;
}

static void judge_person(struct sv_judging *j, sv_term node)
{
  const bool is_individual = sv_is_a(j->g, node, VCARD "Individual");
  j->looked_at++;
  if (is_individual || looks_like_person(j->g, node))
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .message = is_individual ? N_("The contact point is "
                                                                             "of the class for a "
                                                                             "single person.")
                                                                        : N_("The contact point "
                                                                             "seems to be a single "
                                                                             "person."),
                                               .expected = "vcard:Organization, vcard:Group",
                                               .hint = N_("Name a team or a unit, which stays when "
                                                          "people leave.") });
}

enum sv_outcome sv_org_contact_person(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, contact_classes, judge_person, NULL);
}
