// SPDX-License-Identifier: Apache-2.0
/* Who answers for it, whom people ask, and what it is about: catalogue, description, services and
 * target file. */
#include "plugins/cross/cross.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "plugins/cross/compare.h"
#include "plugins/cross/services.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"

#include <string.h>

/* --- publisher --- */

static const struct sv_triple *publisher_of(struct sv_cross_pair *p, const char **number)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(p->g, p->service, DCT "publisher", &n);
  *number = n == 1 ? sv_cross_number(p->ctx, sv_iri_of(p->g, values->o)) : NULL;
  return values;
}

static void judge_publisher(struct sv_cross_pair *p)
{
  const char *number;
  const struct sv_triple *publisher = publisher_of(p, &number);
  const sv_value at = sv_cross_api_number(p->api);
  const char *described = at == SV_DOC_NONE ? "" : sv_api_text(p->ctx, p->api, at);
  const json_t *organisation = json_object_get(p->ctx->sv->target(p->ctx), "organisation");
  const char *own = sv_cross_text(organisation, "orgnr");
  if (!number || !(described[0] || own[0]))
    return;
  p->looked_at++;
  const struct sv_side said = sv_side_of_triple(p->ctx, p->d, publisher);
  if (described[0] && strcmp(described, number) != 0) {
    const struct sv_side other = sv_side_of_value(p->ctx, p->api, at, NULL);
    p->faults++;
    sv_cross_contradiction(p->ctx,
                           N_("The API description names another organisation than the catalogue "
                              "does."),
                           &said, &other,
                           N_("Let both carry the number of the body that answers for the API."));
  }
  if (own[0] && strcmp(own, number) != 0) {
    const struct sv_side first = sv_side_of_target("organisation.orgnr", own);
    p->faults++;
    sv_cross_contradiction(p->ctx,
                           N_("The catalogue says that another organisation publishes the API "
                              "that is tested."),
                           &first, &said,
                           N_("Correct dct:publisher, or the organisation in the target file."));
  }
}

enum sv_outcome sv_cross_publisher(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge_publisher);
}

/* --- contact --- */

/* The host or the domain of an e-mail address; size 0: neither. */
static struct sv_span domain_of(const char *text)
{
  const char *at = strchr(text, '@');
  if (at && strchr(at + 1, '/') == NULL)
    return (struct sv_span){ at + 1, strcspn(at + 1, "?") };
  return (struct sv_span){ 0 };
}

/* The last two labels: an agency has many names below one. */
static struct sv_span end_of(struct sv_span domain)
{
  size_t dots = 0;
  for (size_t i = domain.size; i > 0; i--)
    if (domain.data[i - 1] == '.' && ++dots == 2)
      return (struct sv_span){ domain.data + i, domain.size - i };
  return domain;
}

static void judge_contact(struct sv_cross_pair *p)
{
  const sv_value at = sv_api_at(p->api, "/info/contact/email");
  const char *described = at == SV_DOC_NONE ? "" : sv_api_text(p->ctx, p->api, at);
  const struct sv_span own = end_of(domain_of(described));
  const struct sv_triple *other = NULL;
  size_t n, m;
  const struct sv_triple *points = sv_values_of(p->g, p->service, DCAT "contactPoint", &n);
  for (size_t i = 0; own.size && i < n; i++) {
    const struct sv_triple *mails = sv_values_of(p->g, points[i].o, VCARD "hasEmail", &m);
    for (size_t k = 0; k < m; k++) {
      const char *mail = sv_iri_of(p->g, mails[k].o);
      const struct sv_span domain = end_of(domain_of(mail ? mail : ""));
      if (sv_span_equal_nocase(domain, own)) {
        p->looked_at++;
        return;
      }
      other = domain.size ? &mails[k] : other;
    }
  }
  if (!other)
    return;
  const struct sv_side first = sv_side_of_triple(p->ctx, p->d, other);
  const struct sv_side second = sv_side_of_value(p->ctx, p->api, at, NULL);
  p->looked_at++;
  p->faults++;
  sv_cross_contradiction(p->ctx,
                         N_("Catalogue and API description send questions to different "
                            "organisations."),
                         &first, &second, N_("Give the same point of contact in both."));
}

enum sv_outcome sv_cross_contact(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge_contact);
}

/* --- concepts --- */

/* The part of an IRI that names the collection: up to the last '/' or '#'. */
static size_t space_size(const char *iri)
{
  size_t n = strlen(iri);
  while (n && iri[n - 1] != '/' && iri[n - 1] != '#')
    n--;
  return n;
}

/* Whether the concepts of a description of ours begin like IRI; *KNOWN: whether it is one of them.
 */
static bool is_of_ours(struct sv_ctx *ctx, const char *iri, const struct sv_triple **example,
                       const struct sv_description **where, bool *known)
{
  const size_t n = space_size(iri);
  *known = false;
  *example = NULL;
  for (size_t i = 0; (*where = sv_describe_nth(ctx, "skos", i)); i++) {
    const struct sv_graph *g = (*where)->graph;
    size_t count = 0;
    const sv_term t = g ? sv_graph_find_iris(g, iri) : 0;
    if (t && sv_is_a(g, t, SKOS "Concept")) {
      *known = true;
      return true;
    }
    struct sv_nodes nodes = sv_nodes_of(g, SKOS "Concept");
    for (sv_term c; g && (c = sv_nodes_next(&nodes));) {
      const char *other = sv_iri_of(g, c);
      if (!other || space_size(other) != n || strncmp(iri, other, n) != 0)
        continue;
      *example = sv_graph_objects(g, c, SV_RDF_TYPE, &count);
      return count > 0;
    }
  }
  return false;
}

static void judge_subjects(struct sv_cross_services *s)
{
  struct sv_nodes nodes = sv_nodes_with(s->g, DCT "subject");
  sv_term before = 0;
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n;
    const struct sv_triple *values = sv_values_of(s->g, node, DCT "subject", &n);
    if (node == before)
      continue;
    before = node;
    for (size_t i = 0; i < n; i++) {
      const struct sv_triple *example;
      const struct sv_description *where;
      bool known;
      const char *iri = sv_iri_of(s->g, values[i].o);
      if (!iri || !is_of_ours(s->ctx, iri, &example, &where, &known))
        continue;
      s->looked_at++;
      if (known)
        continue;
      struct sv_side first = sv_side_of_triple(s->ctx, where, example);
      first.value = first.place.focus_node;
      const struct sv_side second = sv_side_of_triple(s->ctx, s->d, &values[i]);
      if (s->faults++ < 20)
        sv_cross_contradiction(s->ctx,
                               N_("A concept is used that the description of the concepts does "
                                  "not have."),
                               &first, &second,
                               N_("Describe the concept, or use one that is described."));
    }
  }
}

enum sv_outcome sv_cross_concepts(struct sv_ctx *ctx)
{
  static const char *const kinds[] = { "dcat", "cpsv", "modelldcat" };
  struct sv_cross_services s = { .ctx = ctx };
  if (!sv_describe_nth(ctx, "skos", 0))
    return SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    for (size_t n = 0; (s.d = sv_describe_nth(ctx, kinds[i], n)); n++)
      if ((s.g = s.d->graph))
        judge_subjects(&s);
  return sv_describe_outcome(s.looked_at, s.faults);
}
