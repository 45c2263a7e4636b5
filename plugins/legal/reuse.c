// SPDX-License-Identifier: Apache-2.0
/* Public data as the rules of reuse ask for it: open, described, in both written forms, with its
 * hiding rules named. */
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/legal/legal.h"

#include <samsvar/helpers.h>
#include <string.h>

#define NATIONAL "http://purl.org/adms/publishertype/NationalAuthority"

static const char *const datasets[] = { DCAT "Dataset", NULL };

/* --- state bodies --- */

/* Whether the publisher is a state body: the profile's "state-body", else what the description says
 * of the type of an organisation in it. */
static bool is_state_body(struct sv_judging *j)
{
  const json_t *said = j->ctx->sv->param(j->ctx, "state-body");
  const sv_term p = sv_graph_find_iris(j->g, DCT "type"), o = sv_graph_find_iris(j->g, NATIONAL);
  size_t n = 0;
  if (json_is_boolean(said))
    return json_is_true(said);
  if (p && o)
    (void)sv_graph_subjects(j->g, p, o, &n);
  return n > 0;
}

static bool catalogue_has_publisher(struct sv_judging *j)
{
  struct sv_nodes catalogues = sv_nodes_of(j->g, DCAT "Catalog");
  for (sv_term node; (node = sv_nodes_next(&catalogues));) {
    size_t n;
    const struct sv_triple *values = sv_values_of(j->g, node, DCT "publisher", &n);
    if (n != 1 || !sv_is_iri(values->o))
      return false;
  }
  return true;
}

/* What an open data set must have, of what the guidelines ask. */
static void judge_available(struct sv_judging *j, sv_term node)
{
  const bool *owned = j->own;
  if (!sv_dataset_is_public(j->g, node))
    return;
  const char *lacks[4];
  size_t n = 0;
  if (!sv_legal_has_open_licence(j, node))
    lacks[n++] = "dct:license (LEG-006)";
  if (sv_dataset_form(j, node) < SV_FORM_CLOSED)
    lacks[n++] = "dct:format (SEM-071)";
  if (!*owned)
    lacks[n++] = "dct:publisher (ORG-001)";
  if (!sv_count_of(j->g, node, DCAT "contactPoint"))
    lacks[n++] = "dcat:contactPoint (ORG-008)";
  j->looked_at++;
  for (size_t i = 0; i < n; i++)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .message = N_("The data set is open to all and "
                                                             "lacks something that the "
                                                             "rules of reuse ask for."),
                                               .expected = lacks[i],
                                               .hint = N_("Open data needs an open licence, a "
                                                          "format that programs "
                                                          "read, a publisher and a contact "
                                                          "point.") });
}

static enum sv_outcome judge_availability(struct sv_ctx *ctx, bool of_state)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  bool owned = false;
  if (!sv_judging_begin(&j, ctx, &owned, &outcome))
    return outcome;
  if (is_state_body(&j) != of_state)
    return SV_INAPPLICABLE;
  owned = catalogue_has_publisher(&j);
  sv_judging_nodes(&j, datasets, judge_available);
  return sv_judging_end(&j);
}

enum sv_outcome sv_legal_available_state(struct sv_ctx *ctx)
{
  return judge_availability(ctx, true);
}

enum sv_outcome sv_legal_available(struct sv_ctx *ctx)
{
  return judge_availability(ctx, false);
}

/* --- how the data may be used, and how it is fetched --- */

/* How many of the two halves NODE states, as bits: 1 law, 2 technique. */
static unsigned halves_of(struct sv_judging *j, sv_term node, bool is_service)
{
  const struct sv_graph *g = j->g;
  const bool law = sv_count_of(g, node, DCT "license") || sv_count_of(g, node, DCT "rights");
  const bool form =
      is_service ? sv_count_of(g, node, DCAT "endpointDescription") ||
                       sv_count_of(g, node, DCT "conformsTo")
                 : sv_count_of(g, node, DCT "format") || sv_count_of(g, node, DCAT "mediaType");
  return (law ? 1U : 0U) | (form ? 2U : 0U);
}

static void judge_described(struct sv_judging *j, sv_term node)
{
  const sv_term serves = sv_graph_find_iris(j->g, DCAT "servesDataset");
  size_t n, services = 0;
  if (!sv_dataset_is_public(j->g, node))
    return;
  const struct sv_triple *parts = sv_values_of(j->g, node, DCAT "distribution", &n);
  const uint32_t *at = serves ? sv_graph_subjects(j->g, serves, node, &services) : NULL;
  unsigned halves = halves_of(j, node, false) & 1U;
  for (size_t i = 0; i < n; i++)
    halves |= halves_of(j, parts[i].o, false);
  for (size_t i = 0; i < services; i++)
    halves |= halves_of(j, sv_graph_triples(j->g)[at[i]].s, true);
  j->looked_at++;
  if (halves != 3)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .message = halves == 0   ? N_("Nothing says how the "
                                                                               "data may be used, "
                                                                               "nor how it is fetched.")
                                                          : halves == 1 ? N_("Nothing says in what "
                                                                             "form the data is "
                                                                             "fetched.")
                                                                        : N_("Nothing says what "
                                                                             "the data may be used "
                                                                             "for."),
                                               .expected = "dct:license, dct:rights; dct:format, "
                                                           "dcat:mediaType, "
                                                           "dcat:endpointDescription",
                                               .hint = N_("State licence or rights, and format or "
                                                          "a description of the "
                                                          "service.") });
}

enum sv_outcome sv_legal_described(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, datasets, judge_described, NULL);
}

/* --- both written forms (språklova § 13) --- */

enum { RESOURCES_MIN = 4 };

static bool has_text_in(const struct sv_graph *g, sv_term node, const char *tag)
{
  static const char *const properties[] = { DCT "title", DCT "description" };
  for (size_t p = 0; p < 2; p++) {
    size_t n;
    const struct sv_triple *values = sv_values_of(g, node, properties[p], &n);
    for (size_t i = 0; i < n; i++) {
      const char *lang = sv_graph_lang(g, values[i].o);
      if (lang && strncmp(lang, tag, 2) == 0)
        return true;
    }
  }
  return false;
}

enum sv_outcome sv_legal_described_in_both(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  size_t all = 0, nb = 0, nn = 0;
  sv_term before = 0;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  struct sv_nodes nodes = sv_nodes_with(j.g, DCT "title");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    if (node == before || sv_is_a(j.g, node, ELI "LegalResource"))
      continue;
    before = node;
    all++;
    nb += has_text_in(j.g, node, "nb");
    nn += has_text_in(j.g, node, "nn");
  }
  if (all < RESOURCES_MIN || !is_state_body(&j))
    return SV_INAPPLICABLE;
  if (nb * 4 >= all && nn * 4 >= all)
    return SV_PASSED;
  json_t *args = json_pack("{s:I,s:I,s:I}", "count", (json_int_t)all, "nb", (json_int_t)nb, "nn",
                           (json_int_t)nn);
  const char *url = j.d->artifact->url;
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("Of {count} descriptions {nb} are in bokmål and {nn} in nynorsk; each form "
                        "should have a quarter or more."),
          .args = args, .where = { .url = url, .text = url ? NULL : "description" },
          .expected = "25 %", .evidence = j.d->artifact->evidence,
          .hint = N_("Give titles and descriptions in both forms."));
  json_decref(args);
  return SV_FAILED;
}

/* --- rules of hiding and disclosure (DCAT-AP-NO 2.2) --- */

static void judge_rule(struct sv_judging *j, const struct sv_triple *t)
{
  static const char *const types[] = { CPSVNO "ruleForNonDisclosure", CPSVNO "ruleForDisclosure",
                                       CPSVNO "ruleForDataProcessing" };
  bool known = false;
  for (size_t i = 0; i < 3; i++)
    known = known || sv_has_iri(j->g, t->o, DCT "type", types[i]);
  if (!known || !sv_count_of(j->g, t->o, CPSV "implements"))
    sv_judging_find_value(j, t, CPSV "follows",
                          (struct sv_node_fault){ .message = known ? N_("The rule names no law "
                                                                        "that it implements.")
                                                                   : N_("The rule is not typed as "
                                                                        "one of hiding, disclosure "
                                                                        "or "
                                                                        "processing."),
                                                  .expected = known ? "cpsv:implements"
                                                                    : "cpsvno:ruleForNonDisclosure,"
                                                                      " cpsvno:ruleForDisclosure, "
                                                                      "cpsvno:"
                                                                      "ruleForDataProcessing",
                                                  .hint = N_("Give the rule its dct:type and "
                                                             "cpsv:implements.") });
}

static void judge_hidden(struct sv_judging *j, sv_term node)
{
  size_t n, rights;
  const struct sv_triple *right = sv_values_of(j->g, node, DCT "accessRights", &rights);
  const struct sv_triple *rules = sv_values_of(j->g, node, CPSV "follows", &n);
  if (rights == 0 || sv_dataset_is_public(j->g, node))
    return;
  j->looked_at++;
  for (size_t i = 0; i < n; i++)
    judge_rule(j, &rules[i]);
  if (n == 0)
    sv_judging_find_value(j, right, DCT "accessRights",
                          (struct sv_node_fault){ .message = N_("The data set is not open to all "
                                                                "and follows no rule "
                                                                "that says why."),
                                                  .expected = "cpsv:follows",
                                                  .hint = N_("Refer with cpsv:follows to the rule "
                                                             "of hiding or "
                                                             "disclosure.") });
}

enum sv_outcome sv_legal_hiding_rules(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  if (!sv_follows_version_2(&j))
    return SV_INAPPLICABLE;
  sv_judging_nodes(&j, datasets, judge_hidden);
  return sv_judging_end(&j);
}

/* --- legislation that can be found --- */

static bool is_at(const char *url, const char *host)
{
  const char *own = strstr(url, "://");
  const size_t size = host ? strlen(host) : 0;
  return own && size && strncmp(own + 3, host, size) == 0 && strchr("/:?#", own[3 + size]);
}

/* Registers of laws are somebody else's: they are asked only when the profile says so. */
static bool is_register(const char *url)
{
  static const char *const known[] = { "lovdata.no", "data.europa.eu", "eur-lex.europa.eu" };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    if (is_at(url, known[i]))
      return true;
  return false;
}

static bool may_ask(struct sv_ctx *ctx, const char *url)
{
  const json_t *hosts = ctx->sv->param(ctx, "legislation-hosts");
  for (size_t i = 0; i < json_array_size(hosts); i++)
    if (is_at(url, json_string_value(json_array_get(hosts, i))))
      return true;
  return false;
}

static void judge_law(struct sv_judging *j, const struct sv_triple *t)
{
  const char *url = sv_iri_of(j->g, t->o);
  if (!url || !sv_is_first_of(j->g, t))
    return;
  const bool may = may_ask(j->ctx, url);
  if (!may && is_register(url))
    return;
  const struct sv_response *r = sv_judging_ask(j, url, may ? SV_ASK_ANYWHERE : SV_ASK_WHETHER);
  if (!r)
    return;
  j->looked_at += r->status < 400;
  if (r->status >= 400 && !sv_is_gone(r))
    sv_judging_find_value(
        j, t, DCATAP "applicableLegislation",
        (struct sv_node_fault){ .outcome = SV_CANT_TELL,
                                .attribution = SV_DEPENDENCY,
                                .message = N_("The address of the law answered so that it cannot "
                                              "be told whether the law is there."),
                                .actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, url),
                                .hint = N_("Open the address and look.") });
  if (sv_is_gone(r))
    sv_judging_find_value(
        j, t, DCATAP "applicableLegislation",
        (struct sv_node_fault){ .message = N_("The law that is cited is not found at its address."),
                                .actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, url),
                                .hint = N_("Mend the address; ELI addresses at lovdata.no do not "
                                           "change.") });
}

enum sv_outcome sv_legal_law_is_found(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCATAP "applicableLegislation", NULL };
  return sv_judge_values(ctx, properties, judge_law, NULL);
}
