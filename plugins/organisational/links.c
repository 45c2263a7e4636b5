// SPDX-License-Identifier: Apache-2.0
/* What descriptions promise, tried: that they can be harvested, and that their addresses answer.
 * Only hosts of the target are asked, and not many times. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/rdf/accept.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/shapes.h"

#include <samsvar/helpers.h>
#include <string.h>

#define STATUS "http://publications.europa.eu/resource/authority/distribution-status/"
#define AVAILABILITY "http://publications.europa.eu/resource/authority/planned-availability/"

static void find(struct sv_judging *j, const struct sv_triple *t, const char *predicate,
                 const struct sv_response *r, struct sv_node_fault f)
{
  if (r)
    f.actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, r->url ? r->url : "");
  sv_judging_find_value(j, t, predicate, f);
}

/* Text of an IRI or of a literal that holds one. */
static const char *address_of(const struct sv_graph *g, sv_term t)
{
  return sv_term_kind(t) == SV_TERM_IRI || sv_term_kind(t) == SV_TERM_LITERAL
             ? sv_graph_text(g, t, NULL)
             : NULL;
}

static const struct sv_response *judge_alive(struct sv_judging *j, const struct sv_triple *t,
                                             const char *predicate, enum sv_asking how)
{
  return sv_judging_alive(j, t, address_of(j->g, t->o), how,
                          (struct sv_node_fault){ .predicate = predicate,
                                                  .message = N_("The address leads nowhere."),
                                                  .expected = N_("an answer with status 2xx"),
                                                  .hint = N_("Mend the address in the "
                                                             "description, or what it leads "
                                                             "to.") });
}

static void judge_channel(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, VCARD "hasURL", &n);
  for (size_t i = 0; i < n; i++) {
    const char *url = address_of(j->g, values[i].o);
    if (!url || !sv_starts_with(url, "http://")) {
      (void)judge_alive(j, &values[i], VCARD "hasURL", SV_ASK_WHETHER);
      continue;
    }
    j->looked_at++;
    find(j, &values[i], VCARD "hasURL", NULL,
         (struct sv_node_fault){ .message = N_("The channel is not reached by https."),
                                 .expected = "https://",
                                 .hint = N_("Offer the service by https, and say so.") });
  }
}

enum sv_outcome sv_org_channel_answers(struct sv_ctx *ctx)
{
  static const char *const channels[] = { CV "Channel", NULL };
  const enum sv_outcome kind = sv_judge_by_shapes(ctx, "ORG-053", SV_SHACL_VIOLATION);
  const enum sv_outcome answers = sv_judge_nodes(ctx, channels, judge_channel, NULL);
  return kind == SV_FAILED || kind == SV_CANT_TELL ? sv_both(kind, answers) : answers;
}

/* Whether a data set that has DISTRIBUTION says who may have it: then sign-in is no surprise, or
 * the checks of access rights tell of it. */
static bool has_right(const struct sv_graph *g, sv_term distribution)
{
  const sv_term p = sv_graph_find_iris(g, DCAT "distribution");
  size_t n = 0;
  const uint32_t *at = p ? sv_graph_subjects(g, p, distribution, &n) : NULL;
  for (size_t i = 0; i < n; i++)
    if (sv_count_of(g, sv_graph_triples(g)[at[i]].s, DCT "accessRights"))
      return true;
  return false;
}

/* Each address once, however many distributions have it. */
static void judge_data(struct sv_judging *j, const struct sv_triple *t)
{
  if (!sv_is_iri(t->o) || !sv_is_first_of(j->g, t))
    return;
  const char *predicate = sv_graph_text(j->g, t->p, NULL);
  const struct sv_response *r = judge_alive(j, t, predicate, SV_ASK_BEGIN);
  const bool is_closed = r && (r->status == 401 || r->status == 403) && !has_right(j->g, t->s);
  const bool is_unsure = r && (r->marks & SV_MARK_UNVERIFIED) && r->status < 400;
  j->looked_at += is_closed;
  if (is_closed)
    find(j, t, predicate, r,
         (struct sv_node_fault){ .message = N_("The data is behind sign-in, and no access right "
                                               "says so."),
                                 .expected = N_("an answer with status 2xx"),
                                 .hint = N_("State in dct:accessRights who may have the data.") });
  if (is_unsure)
    find(j, t, predicate, NULL,
         (struct sv_node_fault){ .message = N_("The data is at an address whose certificate does "
                                               "not verify."),
                                 .hint = N_("Renew or mend the certificate of the host.") });
}

enum sv_outcome sv_org_data_answers(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCAT "accessURL", DCAT "downloadURL", NULL };
  return sv_judge_values(ctx, properties, judge_data, NULL);
}

static void judge_promise(struct sv_judging *j, sv_term node, const struct sv_triple *t)
{
  const bool withdrawn = sv_has_iri(j->g, node, ADMS "status", STATUS "WITHDRAWN");
  const bool in_use =
      !withdrawn && (sv_has_iri(j->g, node, ADMS "status", STATUS "COMPLETED") ||
                     sv_has_iri(j->g, node, DCATAP "availability", AVAILABILITY "STABLE") ||
                     sv_has_iri(j->g, node, DCATAP "availability", AVAILABILITY "AVAILABLE"));
  bool is_unknown = false;
  const struct sv_response *r =
      withdrawn || in_use ? sv_judging_ask_name(j, sv_iri_of(j->g, t->o), &is_unknown) : NULL;
  if (!r)
    return;
  if (is_unknown && in_use)
    find(j, t, DCAT "endpointURL", NULL,
         (struct sv_node_fault){ .message = N_("The service is said to be in use, and the name of "
                                               "its address does not exist."),
                                 .expected = N_("a name that leads to an address"),
                                 .hint = N_("Mend the address, or give the service the status it "
                                            "has.") });
  const bool is_gone = sv_is_gone(r);
  j->looked_at++;
  if (in_use && is_gone)
    find(j, t, DCAT "endpointURL", r,
         (struct sv_node_fault){ .message = N_("The service is said to be in use, and its address "
                                               "leads nowhere."),
                                 .expected = N_("an answer other than 404 and 410"),
                                 .hint = N_("Mend the address, or give the service the status it "
                                            "has.") });
  if (withdrawn && r->status >= 200 && r->status < 300)
    find(j, t, DCAT "endpointURL", r,
         (struct sv_node_fault){ .message = N_("The service is said to be withdrawn, and answers "
                                               "as before."),
                                 .expected = "404, 410",
                                 .hint = N_("Close it, or give the service the status it has.") });
}

static void judge_promises(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DCAT "endpointURL", &n);
  for (size_t i = 0; i < n; i++)
    judge_promise(j, node, &values[i]);
}

enum sv_outcome sv_org_status_holds(struct sv_ctx *ctx)
{
  static const char *const services[] = { DCAT "DataService", NULL };
  return sv_judge_nodes(ctx, services, judge_promises, NULL);
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
  static const char *const accept[] = { SV_RDF_ACCEPT, NULL };
  const struct sv_response *r = sv_http(ctx, .headers = accept, .follow = 5);
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
  const struct sv_description *d = sv_describe_own(ctx);
  if (!d || (!d->graph && (d->status != SV_INVALID || d->lacks_context)))
    return sv_describe(ctx, &outcome) ? SV_CANT_TELL : outcome;
  if (d->graph && sv_graph_size(d->graph) == 0)
    return find_harvest(ctx, r, d, N_("The description holds no statement to harvest."));
  if (!d->graph)
    return find_harvest(ctx, r, d, N_("The description cannot be read, so nobody can harvest it."));
  return SV_PASSED;
}

enum sv_outcome sv_org_harvest_form(struct sv_ctx *ctx)
{
  static const char *const forms[] = { "text/turtle", "application/rdf+xml", "application/ld+json",
                                       "application/n-triples", "application/rdf+json" };
  static const char *const accept[] = { SV_RDF_ACCEPT, NULL };
  const char *url = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "url"));
  if (!url || !sv_starts_with(url, "http"))
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .headers = accept, .follow = 5);
  const struct sv_description *d = r->error || r->status != 200 ? NULL : sv_describe_own(ctx);
  if (!d || !d->graph || sv_graph_size(d->graph) == 0)
    return SV_INAPPLICABLE; /* the check of the harvest itself says so */
  const char *type = sv_header(r, "Content-Type");
  const size_t size = type ? strcspn(type, "; \t") : 0;
  for (size_t i = 0; type && i < sizeof forms / sizeof forms[0]; i++)
    if (strlen(forms[i]) == size && strncasecmp(forms[i], type, size) == 0)
      return SV_PASSED;
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("The description can be read, but its media type is none of RDF."),
          .where = { .url = r->url, .header = "Content-Type" },
          .expected = "text/turtle, application/rdf+xml, application/ld+json, "
                      "application/n-triples",
          .actual = type ? type : "-", .evidence = r->evidence,
          .hint = N_("Send the media type of the form: not every harvester guesses."));
  return SV_FAILED;
}
