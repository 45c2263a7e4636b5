// SPDX-License-Identifier: Apache-2.0
/* Life events in descriptions of services, and the chains that events and services make. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

#define LIFE_EVENT_TYPE "https://data.norge.no/vocabulary/life-event-type#"

static const char *const life_events[] = { CV "LifeEvent", NULL };
static const char *const events[] = { CV "LifeEvent", CV "BusinessEvent", NULL };

static enum sv_outcome judge_rules(struct sv_ctx *ctx, const struct sv_property_rule *rules,
                                   size_t count)
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  for (size_t i = 0; i < count; i++)
    sv_apply_rule(ctx, d, &rules[i], &tally);
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

enum sv_outcome sv_org_life_event_named(struct sv_ctx *ctx)
{
  static const char hint[] = N_("Give the event one identifier, and a title in each language with "
                                "its tag.");
  const struct sv_property_rule rules[] = {
    { .classes = life_events, .property = DCT "identifier", .min = 1, .max = 1, .hint = hint },
    { .classes = life_events,
      .property = DCT "title",
      .min = 1,
      .kinds = SV_VALUE_TAGGED,
      .hint = hint },
  };
  return judge_rules(ctx, rules, 2);
}

enum sv_outcome sv_org_life_event_type(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = life_events,
                                                            .property = DCT "type",
                                                            .kinds = SV_VALUE_IRI,
                                                            .hint = N_("Name the type of the event "
                                                                       "by its address in the "
                                                                       "national list.") });
}

enum sv_outcome sv_org_life_event_national(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_of(d->graph, CV "LifeEvent");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n, known = 0;
    const struct sv_triple *values = sv_values_of(d->graph, node, DCT "type", &n);
    for (size_t i = 0; i < n; i++)
      known += sv_is_iri(values[i].o) &&
               sv_starts_with(sv_graph_text(d->graph, values[i].o, NULL), LIFE_EVENT_TYPE);
    tally.looked_at++;
    if (n > 0 && known == n)
      continue;
    tally.faults++;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .predicate = DCT "type",
                                          .line = n ? values : NULL,
                                          .value = n ? values->o : 0,
                                          .message = N_("The life event has no type of the "
                                                        "national list."),
                                          .expected = LIFE_EVENT_TYPE "…",
                                          .hint = N_("Name the type of the event by its address in "
                                                     "the national list.") });
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

enum sv_outcome sv_org_event_services(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = events,
                                                            .property = CPSVNO "mayTriggerNeedFor",
                                                            .min = 1,
                                                            .kinds = SV_VALUE_NODE,
                                                            .hint = N_("Name the services that the "
                                                                       "event may call for, in "
                                                                       "cpsvno:"
                                                                       "mayTriggerNeedFor.") });
}

/* Whether two IRIs have scheme and authority in common: then the document ought to describe both.
 */
static bool same_place(const struct sv_graph *g, sv_term a, sv_term b)
{
  if (!sv_is_iri(a) || !sv_is_iri(b))
    return sv_term_kind(b) == SV_TERM_BLANK;
  const char *x = sv_graph_text(g, a, NULL), *y = sv_graph_text(g, b, NULL);
  const struct sv_uri u = sv_uri_split(x, strlen(x)), v = sv_uri_split(y, strlen(y));
  return u.authority.data && v.authority.data && u.authority.size == v.authority.size &&
         u.scheme.size == v.scheme.size &&
         memcmp(u.authority.data, v.authority.data, u.authority.size) == 0 &&
         memcmp(u.scheme.data, v.scheme.data, u.scheme.size) == 0;
}

enum sv_outcome sv_org_chain(struct sv_ctx *ctx)
{
  static const char *const links[] = { CPSVNO "mayTriggerNeedFor", CPSVNO "mayTrigger",
                                       CV "isGroupedBy", CPSVNO "hasPossibleOutput",
                                       XKOS "causes" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  for (size_t k = 0; d && k < sizeof links / sizeof links[0]; k++) {
    const sv_term p = sv_graph_find_iris(d->graph, links[k]);
    size_t n = 0;
    const uint32_t *at = p ? sv_graph_subjects(d->graph, p, 0, &n) : NULL;
    for (size_t i = 0; i < n; i++) {
      const struct sv_triple *t = &sv_graph_triples(d->graph)[at[i]];
      if (!same_place(d->graph, t->s, t->o))
        continue;
      tally.looked_at++;
      if (sv_is_described(d->graph, t->o))
        continue;
      tally.faults++;
      sv_node_find(ctx, d,
                   &(struct sv_node_fault){ .node = t->s,
                                            .predicate = links[k],
                                            .line = t,
                                            .value = t->o,
                                            .message = N_("The chain of events and services breaks "
                                                          "here: nothing describes what comes "
                                                          "next."),
                                            .hint = N_("Describe it, or correct the address.") });
    }
  }
  return d ? sv_describe_outcome(tally.looked_at, tally.faults) : outcome;
}
