// SPDX-License-Identifier: Apache-2.0
/* Hosts in descriptions: those that belong to tests, and those of everybody. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"

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

static bool is_own_domain(struct sv_ctx *ctx, const char *host);

/* Whether HOST is the target's, or that of the node which names it. */
static bool is_of_the_same(struct sv_judging *j, const struct sv_triple *t, const char *host)
{
  char own[256] = "";
  if (sv_is_iri(t->s))
    host_of(sv_graph_text(j->g, t->s, NULL), own);
  return strcmp(own, host) == 0 || is_own_domain(j->ctx, host);
}

static void judge_host(struct sv_judging *j, const struct sv_triple *t)
{
  char host[256];
  const bool *spares_own = j->own;
  if (!sv_is_iri(t->o) || !sv_is_first_of(j->g, t))
    return;
  host_of(sv_graph_text(j->g, t->o, NULL), host);
  j->looked_at++;
  if (is_test_host(host) && !(*spares_own && is_of_the_same(j, t, host)))
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                          (struct sv_node_fault){ .message = N_("The description names a host that "
                                                                "is for tests."),
                                                  .expected = N_("a host that is for use"),
                                                  .hint = N_("Make the description from the data "
                                                             "of the production "
                                                             "environment.") });
}

bool sv_org_in_production(struct sv_ctx *ctx)
{
  const char *where = json_string_value(json_object_get(ctx->sv->target(ctx), "environment"));
  return !where || strcmp(where, "production") == 0;
}

static enum sv_outcome judge_hosts(struct sv_ctx *ctx, bool spares_own)
{
  static const char *const all[] = { DCT "publisher",  DCAT "contactPoint", CV "contactPoint",
                                     DCAT "accessURL", DCAT "endpointURL",  NULL };
  return sv_judge_values(ctx, all, judge_host, &spares_own);
}

enum sv_outcome sv_org_environment(struct sv_ctx *ctx)
{
  return sv_org_in_production(ctx) ? judge_hosts(ctx, false) : SV_INAPPLICABLE;
}

/* A test environment describes itself: its own hosts are what they ought to be, and so is the host
 * at which the description gives names. */
enum sv_outcome sv_org_environment_else(struct sv_ctx *ctx)
{
  return sv_org_in_production(ctx) ? SV_INAPPLICABLE : judge_hosts(ctx, true);
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

static void judge_domain(struct sv_judging *j, const struct sv_triple *t)
{
  char host[256];
  host_of(sv_term_kind(t->o) == SV_TERM_BLANK ? "" : sv_graph_text(j->g, t->o, NULL), host);
  const bool is_free = is_for_everybody(host);
  j->looked_at += is_free || is_own_domain(j->ctx, host);
  if (is_free)
    sv_judging_find(j, (struct sv_node_fault){ .node = t->s,
                                               .predicate = sv_graph_text(j->g, t->p, NULL),
                                               .line = t,
                                               .message = N_("The contact point has its address at "
                                                             "a service that is "
                                                             "open to all."),
                                               .actual = j->ctx->sv->format(j->ctx, "%s", host),
                                               .expected = N_("a domain of the organisation"),
                                               .hint = N_("Use an address in the organisation's "
                                                          "own domain.") });
}

enum sv_outcome sv_org_contact_domain(struct sv_ctx *ctx)
{
  static const char *const properties[] = { VCARD "hasEmail", VCARD "hasURL", NULL };
  return sv_judge_values(ctx, properties, judge_domain, NULL);
}
