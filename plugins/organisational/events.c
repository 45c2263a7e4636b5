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
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  for (size_t i = 0; i < count; i++)
    sv_judging_rule(&j, &rules[i]);
  return sv_judging_end(&j);
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

static void judge_national(struct sv_judging *j, sv_term node)
{
  size_t n, known = 0;
  const struct sv_triple *values = sv_values_of(j->g, node, DCT "type", &n);
  for (size_t i = 0; i < n; i++)
    known += sv_is_iri(values[i].o) &&
             sv_starts_with(sv_graph_text(j->g, values[i].o, NULL), LIFE_EVENT_TYPE);
  j->looked_at++;
  if (n == 0 || known < n)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .predicate = DCT "type",
                                               .line = n ? values : NULL,
                                               .value = n ? values->o : 0,
                                               .message = N_("The life event has no type of the "
                                                             "national list."),
                                               .expected = LIFE_EVENT_TYPE "…",
                                               .hint = N_("Name the type of the event by its "
                                                          "address in the national "
                                                          "list.") });
}

enum sv_outcome sv_org_life_event_national(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, life_events, judge_national, NULL);
}

/* The life event of the national strategy that a title names, letter case aside; NULL: none. */
static const struct sv_code *national_event(struct sv_ctx *ctx, const char *title)
{
  const struct sv_vocabulary *list = sv_code_list(ctx, "no-life-event");
  for (size_t i = 0; list && i < list->count; i++)
    for (int nn = 0; nn < 2; nn++) {
      const char *label = nn ? list->codes[i].label_nn : list->codes[i].label_nb;
      const size_t size = strlen(label);
      if (size && strlen(title) == size && sv_equal_nocase_n(title, size, label))
        return &list->codes[i];
    }
  return NULL;
}

/* Results are counted for each of the seven life events that a description is about. */
static void tell_events(struct sv_ctx *ctx, const struct sv_description *d)
{
  for (size_t c = 0; events[c]; c++) {
    struct sv_nodes nodes = sv_nodes_of(d->graph, events[c]);
    for (sv_term node; (node = sv_nodes_next(&nodes));) {
      size_t n;
      const struct sv_code *code = NULL;
      const struct sv_triple *titles = sv_values_of(d->graph, node, DCT "title", &n);
      for (size_t i = 0; i < n && !code; i++)
        code = national_event(ctx, sv_graph_text(d->graph, titles[i].o, NULL));
      if (code)
        sv_tell(ctx, .subject = sv_is_iri(node) ? sv_graph_text(d->graph, node, NULL) : "service",
                .predicate = "life-event", .value = code->code, .where.url = d->artifact->url,
                .evidence = d->artifact->evidence);
    }
  }
}

/* The national life event that TYPE of the national list is of: its code is the English name. */
static const struct sv_code *event_of_type(struct sv_ctx *ctx, const char *type)
{
  const struct sv_vocabulary *list = sv_code_list(ctx, "no-life-event");
  const char *code = sv_starts_with(type, LIFE_EVENT_TYPE) ? type + strlen(LIFE_EVENT_TYPE) : "";
  for (size_t i = 0; list && code[0] && i < list->count; i++) {
    const char *name = list->codes[i].label_en;
    size_t k = 0;
    while (name[k] && (name[k] == ' ' ? '-' : sv_lower((unsigned char)name[k])) == code[k])
      k++;
    if (!name[k] && !code[k])
      return &list->codes[i];
  }
  return NULL;
}

/* What is one of the prioritised events by its title must not be another by its type. */
static void judge_prioritised(struct sv_judging *j, sv_term node)
{
  size_t titles, types;
  const struct sv_triple *title = sv_values_of(j->g, node, DCT "title", &titles);
  const struct sv_triple *type = sv_values_of(j->g, node, DCT "type", &types);
  const struct sv_code *named = NULL, *typed = NULL;
  for (size_t i = 0; i < titles && !named; i++)
    if (sv_term_kind(title[i].o) == SV_TERM_LITERAL)
      named = national_event(j->ctx, sv_graph_text(j->g, title[i].o, NULL));
  for (size_t i = 0; i < types && !typed; i++)
    if (sv_is_iri(type[i].o))
      typed = event_of_type(j->ctx, sv_graph_text(j->g, type[i].o, NULL));
  j->looked_at += named || typed;
  if (named && typed && named != typed)
    sv_judging_find_value(j, type, DCT "type",
                          (struct sv_node_fault){ .message = N_("The event is one of the national "
                                                                "life events by its title, and "
                                                                "another by its type."),
                                                  .expected = named->code,
                                                  .actual = typed->code,
                                                  .hint = N_("Let title and type name the same "
                                                             "event: results are counted by "
                                                             "it.") });
}

enum sv_outcome sv_org_life_event_prioritised(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, events, judge_prioritised, NULL);
}

enum sv_outcome sv_org_event_services(struct sv_ctx *ctx)
{
  const struct sv_description *d = sv_describe_own(ctx);
  if (d && d->graph)
    tell_events(ctx, d);
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

/* What comes next is described by others: its address ought to answer. */
static void judge_elsewhere(struct sv_judging *j, const struct sv_triple *t)
{
  if (!sv_is_iri(t->o) || sv_is_described(j->g, t->o) || !sv_is_first_of(j->g, t))
    return;
  (void)sv_judging_alive(j, t, sv_iri_of(j->g, t->o), SV_ASK_WHETHER,
                         (struct sv_node_fault){ .predicate = sv_graph_text(j->g, t->p, NULL),
                                                 .message = N_("The chain of events and services "
                                                               "leads to an address where "
                                                               "nothing is."),
                                                 .hint = N_("Describe it, or correct the "
                                                            "address.") });
}

static void judge_link(struct sv_judging *j, const struct sv_triple *t)
{
  if (!same_place(j->g, t->s, t->o)) {
    judge_elsewhere(j, t);
    return;
  }
  j->looked_at++;
  if (!sv_is_described(j->g, t->o))
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                          (struct sv_node_fault){ .message = N_("The chain of events and services "
                                                                "breaks here: "
                                                                "nothing describes what comes "
                                                                "next."),
                                                  .hint = N_("Describe it, or correct the "
                                                             "address.") });
}

enum sv_outcome sv_org_chain(struct sv_ctx *ctx)
{
  static const char *const links[] = {
    CPSVNO "mayTriggerNeedFor", CPSVNO "mayTrigger", CV "isGroupedBy",
    CPSVNO "hasPossibleOutput", XKOS "causes",       NULL
  };
  return sv_judge_values(ctx, links, judge_link, NULL);
}
