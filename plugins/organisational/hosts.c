// SPDX-License-Identifier: Apache-2.0
/* Hosts in descriptions: those that belong to tests, and those of everybody. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"
#include "plugins/describe/rule.h"

#include <string.h>

/* Host of an IRI or an e-mail address in lower case, cut to fit. "" for those without. */
static void host_of(const char *iri, char out[256])
{
  const struct sv_uri u = sv_uri_split(iri, strlen(iri));
  struct sv_span host = u.authority.data ? u.authority : u.path;
  const char *at = host.data ? memrchr(host.data, '@', host.size) : NULL;
  if (at) {
    host.size -= (size_t)(at + 1 - host.data);
    host.data = at + 1;
  } else if (!u.authority.data) {
    host.size = 0;
  }
  size_t n = 0;
  for (; n < host.size && n < 255 && host.data[n] != ':' && host.data[n] != '?'; n++)
    out[n] = (char)sv_lower((unsigned char)host.data[n]);
  out[n] = '\0';
}

static bool is_label(const char *label, size_t size)
{
  static const char *const labels[] = { "staging", "demo", "test", "localhost" };
  for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
    if (strlen(labels[i]) == size && memcmp(labels[i], label, size) == 0)
      return true;
  return false;
}

static bool is_test_host(const char *host)
{
  static const char *const examples[] = { "example.com", "example.org", "example.no" };
  for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
    const size_t size = strlen(host), n = strlen(examples[i]);
    if (sv_ends_with(host, examples[i]) && (size == n || host[size - n - 1] == '.'))
      return true;
  }
  for (const char *label = host; *label;) {
    const size_t n = strcspn(label, ".");
    if (is_label(label, n))
      return true;
    label += n + (label[n] == '.');
  }
  return false;
}

static void judge_hosts(struct sv_ctx *ctx, const struct sv_description *d, const char *predicate,
                        struct sv_tally *tally)
{
  const struct sv_graph *g = d->graph;
  const sv_term p = sv_graph_find_iris(g, predicate);
  size_t n = 0, same;
  const uint32_t *at = p ? sv_graph_subjects(g, p, 0, &n) : NULL;
  for (size_t i = 0; i < n; i++) {
    char host[256];
    const struct sv_triple *t = &sv_graph_triples(g)[at[i]];
    if (!sv_is_iri(t->o) || sv_graph_subjects(g, p, t->o, &same)[0] != at[i])
      continue;
    host_of(sv_graph_text(g, t->o, NULL), host);
    tally->looked_at++;
    if (!is_test_host(host))
      continue;
    tally->faults++;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = t->s,
                                          .predicate = predicate,
                                          .line = t,
                                          .value = t->o,
                                          .message = N_("The description names a host that is for "
                                                        "tests."),
                                          .expected = N_("a host that is for use"),
                                          .hint = N_("Make the description from the data of the "
                                                     "production environment.") });
  }
}

enum sv_outcome sv_org_environment(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCT "publisher", DCAT "contactPoint", CV "contactPoint",
                                            DCAT "accessURL", DCAT "endpointURL" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  const char *where = json_string_value(json_object_get(ctx->sv->target(ctx), "environment"));
  const bool in_production = !where || strcmp(where, "production") == 0;
  const size_t count = in_production ? sizeof properties / sizeof properties[0] : 1;
  for (size_t i = 0; i < count; i++)
    judge_hosts(ctx, d, properties[i], &tally);
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

static bool is_for_everybody(const char *host)
{
  static const char *const hosts[] = { "gmail.com",   "googlemail.com", "hotmail.com", "hotmail.no",
                                       "outlook.com", "live.no",        "live.com",    "yahoo.com",
                                       "yahoo.no",    "icloud.com",     "online.no",   "msn.com",
                                       "proton.me",   "protonmail.com" };
  for (size_t i = 0; i < sizeof hosts / sizeof hosts[0]; i++)
    if (strcmp(host, hosts[i]) == 0)
      return true;
  return false;
}

/* Whether HOST is that of an endpoint, or a domain above or below it with two labels at least. */
static bool is_own_domain(struct sv_ctx *ctx, const char *host)
{
  size_t i;
  const json_t *endpoint;
  json_array_foreach(json_object_get(ctx->sv->target(ctx), "endpoints"), i, endpoint)
  {
    char own[256];
    const char *url = json_string_value(json_object_get(endpoint, "url"));
    host_of(url ? url : "", own);
    const size_t a = strlen(host), b = strlen(own);
    const char *longer = a > b ? host : own, *shorter = a > b ? own : host;
    const size_t more = a > b ? a - b : b - a;
    if (b && a && strcmp(longer + more, shorter) == 0 &&
        (more == 0 || (longer[more - 1] == '.' && strchr(shorter, '.'))))
      return true;
  }
  return false;
}

enum sv_outcome sv_org_contact_domain(struct sv_ctx *ctx)
{
  static const char *const properties[] = { VCARD "hasEmail", VCARD "hasURL" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  for (size_t k = 0; d && k < 2; k++) {
    const sv_term p = sv_graph_find_iris(d->graph, properties[k]);
    size_t n = 0;
    const uint32_t *at = p ? sv_graph_subjects(d->graph, p, 0, &n) : NULL;
    for (size_t i = 0; i < n; i++) {
      char host[256];
      const struct sv_triple *t = &sv_graph_triples(d->graph)[at[i]];
      host_of(sv_term_kind(t->o) == SV_TERM_BLANK ? "" : sv_graph_text(d->graph, t->o, NULL), host);
      const bool is_free = is_for_everybody(host);
      tally.looked_at += is_free || is_own_domain(ctx, host);
      tally.faults += is_free;
      if (is_free)
        sv_node_find(ctx, d,
                     &(struct sv_node_fault){ .node = t->s,
                                              .predicate = properties[k],
                                              .line = t,
                                              .message = N_("The contact point has its address at "
                                                            "a service that is open to all."),
                                              .actual = ctx->sv->format(ctx, "%s", host),
                                              .expected = N_("a domain of the organisation"),
                                              .hint = N_("Use an address in the organisation's own "
                                                         "domain.") });
    }
  }
  return d ? sv_describe_outcome(tally.looked_at, tally.faults) : outcome;
}
