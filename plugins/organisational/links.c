// SPDX-License-Identifier: Apache-2.0
/* What descriptions promise, tried: that they can be harvested, and that their addresses answer.
 * Only hosts of the target are asked, and not many times. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"
#include "plugins/describe/rule.h"

#include <samsvar/helpers.h>
#include <string.h>

#define STATUS "http://publications.europa.eu/resource/authority/distribution-status/"
#define AVAILABILITY "http://publications.europa.eu/resource/authority/planned-availability/"

enum { ASKED_MAX = 12 };

struct asking {
  struct sv_ctx *ctx;
  const struct sv_description *d;
  size_t asked, judged, faults, unknown;
};

static enum sv_outcome outcome_of(const struct asking *a)
{
  if (a->faults == 0 && a->unknown > 0)
    return SV_CANT_TELL;
  return sv_describe_outcome(a->judged, a->faults);
}

/* The answer of URL; NULL when it may not be asked, or there is none to judge (counted, and said).
 */
static const struct sv_response *ask(struct asking *a, const char *url)
{
  if (!url || a->asked >= ASKED_MAX || !sv_is_own_url(a->ctx, url))
    return NULL;
  a->asked++;
  const struct sv_response *r =
      sv_http(a->ctx, .method = "HEAD", .url = url, .credential = "", .follow = 5);
  if (!r->error && (r->status == 405 || r->status == 501))
    r = sv_http(a->ctx, .url = url, .credential = "", .follow = 5);
  if (!r->error && r->status != 429 && r->status < 500)
    return r;
  a->unknown++;
  (void)sv_no_answer(a->ctx, r);
  return NULL;
}

static void find(struct asking *a, const struct sv_triple *t, const char *predicate,
                 const struct sv_response *r, struct sv_node_fault f)
{
  f.node = t->s;
  f.predicate = predicate;
  f.line = t;
  f.actual = r ? a->ctx->sv->format(a->ctx, "%d %s", r->status, r->url ? r->url : "") : f.actual;
  a->faults++;
  sv_node_find(a->ctx, a->d, &f);
}

/* Text of an IRI or of a literal that holds one. */
static const char *address_of(const struct sv_graph *g, sv_term t)
{
  return sv_term_kind(t) == SV_TERM_IRI || sv_term_kind(t) == SV_TERM_LITERAL
             ? sv_graph_text(g, t, NULL)
             : NULL;
}

/* 404 and 410 are dead; sign-in is another check's business; other 4xx tell nothing. */
static void judge_alive(struct asking *a, const struct sv_triple *t, const char *predicate)
{
  const struct sv_response *r = ask(a, address_of(a->d->graph, t->o));
  if (!r)
    return;
  a->judged += r->status < 400 || r->status == 404 || r->status == 410;
  if (r->status == 404 || r->status == 410)
    find(a, t, predicate, r,
         (struct sv_node_fault){ .message = N_("The address leads nowhere."),
                                 .expected = N_("an answer with status 2xx"),
                                 .hint = N_("Mend the address in the description, or what it leads "
                                            "to.") });
}

enum sv_outcome sv_org_channel_answers(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct asking a = { .ctx = ctx, .d = sv_describe(ctx, &outcome) };
  if (!a.d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_of(a.d->graph, CV "Channel");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n;
    const struct sv_triple *values = sv_values_of(a.d->graph, node, VCARD "hasURL", &n);
    for (size_t i = 0; i < n; i++) {
      const char *url = address_of(a.d->graph, values[i].o);
      if (url && sv_starts_with(url, "http://")) {
        a.judged++;
        find(&a, &values[i], VCARD "hasURL", NULL,
             (struct sv_node_fault){ .message = N_("The channel is not reached by https."),
                                     .value = values[i].o,
                                     .expected = "https://",
                                     .hint = N_("Offer the service by https, and say so.") });
      } else {
        judge_alive(&a, &values[i], VCARD "hasURL");
      }
    }
  }
  return outcome_of(&a);
}

enum sv_outcome sv_org_data_answers(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCAT "accessURL", DCAT "downloadURL" };
  enum sv_outcome outcome;
  struct asking a = { .ctx = ctx, .d = sv_describe(ctx, &outcome) };
  if (!a.d)
    return outcome;
  for (size_t k = 0; k < 2; k++) {
    const sv_term p = sv_graph_find_iris(a.d->graph, properties[k]);
    size_t n = 0, same;
    const uint32_t *at = p ? sv_graph_subjects(a.d->graph, p, 0, &n) : NULL;
    for (size_t i = 0; i < n; i++) {
      const struct sv_triple *t = &sv_graph_triples(a.d->graph)[at[i]];
      if (sv_is_iri(t->o) && sv_graph_subjects(a.d->graph, p, t->o, &same)[0] == at[i])
        judge_alive(&a, t, properties[k]);
    }
  }
  return outcome_of(&a);
}

static bool has(const struct sv_graph *g, sv_term node, const char *predicate, const char *value)
{
  const sv_term p = sv_graph_find_iris(g, predicate), o = sv_graph_find_iris(g, value);
  return p && o && sv_graph_find(g, node, p, o);
}

static void judge_promise(struct asking *a, sv_term node, const struct sv_triple *t)
{
  const struct sv_graph *g = a->d->graph;
  const bool withdrawn = has(g, node, ADMS "status", STATUS "WITHDRAWN");
  const bool in_use = !withdrawn && (has(g, node, ADMS "status", STATUS "COMPLETED") ||
                                     has(g, node, DCATAP "availability", AVAILABILITY "STABLE") ||
                                     has(g, node, DCATAP "availability", AVAILABILITY "AVAILABLE"));
  const struct sv_response *r =
      (withdrawn || in_use) && sv_is_iri(t->o) ? ask(a, sv_graph_text(g, t->o, NULL)) : NULL;
  if (!r)
    return;
  const bool is_gone = r->status == 404 || r->status == 410;
  a->judged++;
  if (in_use && is_gone)
    find(a, t, DCAT "endpointURL", r,
         (struct sv_node_fault){ .message = N_("The service is said to be in use, and its address "
                                               "leads nowhere."),
                                 .expected = N_("an answer other than 404 and 410"),
                                 .hint = N_("Mend the address, or give the service the status it "
                                            "has.") });
  if (withdrawn && r->status >= 200 && r->status < 300)
    find(a, t, DCAT "endpointURL", r,
         (struct sv_node_fault){ .message = N_("The service is said to be withdrawn, and answers "
                                               "as before."),
                                 .expected = "404, 410",
                                 .hint = N_("Close it, or give the service the status it has.") });
}

enum sv_outcome sv_org_status_holds(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct asking a = { .ctx = ctx, .d = sv_describe(ctx, &outcome) };
  if (!a.d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_of(a.d->graph, DCAT "DataService");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n;
    const struct sv_triple *values = sv_values_of(a.d->graph, node, DCAT "endpointURL", &n);
    for (size_t i = 0; i < n; i++)
      judge_promise(&a, node, &values[i]);
  }
  return outcome_of(&a);
}

/* The endpoint's own description as it was read, also when it could not be. */
static const struct sv_description *own_description(struct sv_ctx *ctx)
{
  const json_t *endpoint = ctx->sv->endpoint(ctx);
  const char *kind = json_string_value(json_object_get(endpoint, "kind"));
  const char *id = json_string_value(json_object_get(endpoint, "id"));
  const struct sv_description *d;
  for (size_t i = 0; kind && id && (d = sv_describe_nth(ctx, kind, i)); i++)
    if (d->artifact->name && strcmp(d->artifact->name, id) == 0)
      return d;
  return NULL;
}

static enum sv_outcome find_harvest(struct sv_ctx *ctx, const struct sv_response *r,
                                    const struct sv_description *d, const char *message)
{
  sv_find(ctx, .outcome = SV_FAILED, .message = message,
          .where = { .url = r->url,
                     .line = d ? (uint32_t)d->fault.line : 0,
                     .column = d ? (uint32_t)d->fault.column : 0 },
          .expected = N_("200 with Turtle, RDF/XML, JSON-LD or N-Triples"),
          .actual = d ? d->fault.text : ctx->sv->format(ctx, "%d", r->status),
          .evidence = r->evidence,
          .hint = N_("Publish the description where the national catalogue can fetch it, in a form "
                     "that it reads."));
  return SV_FAILED;
}

enum sv_outcome sv_org_harvest(struct sv_ctx *ctx)
{
  const json_t *endpoint = ctx->sv->endpoint(ctx);
  const char *url = json_string_value(json_object_get(endpoint, "url"));
  if (!url || !sv_starts_with(url, "http"))
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .follow = 5);
  const bool has_key = json_object_get(endpoint, "credential") != NULL;
  const bool is_closed = !r->error && (r->status == 401 || r->status == 403) && !has_key;
  enum sv_outcome outcome;
  if (is_closed)
    return find_harvest(ctx, r, NULL,
                        N_("The description asks for sign-in, so nobody can harvest it."));
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  if (r->status != 200)
    return find_harvest(ctx, r, NULL, N_("There is no description at the address."));
  const struct sv_description *d = own_description(ctx);
  if (!d || (!d->graph && d->status != SV_INVALID))
    return sv_describe(ctx, &outcome) ? SV_CANT_TELL : outcome;
  if (!d->graph)
    return find_harvest(ctx, r, d, N_("The description cannot be read, so nobody can harvest it."));
  return SV_PASSED;
}
