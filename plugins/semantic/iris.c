// SPDX-License-Identifier: Apache-2.0
/* The names of things in descriptions: that they are IRIs, well formed, and of a form that lasts.
 */
#include "plugins/describe/describe.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <string.h>

enum { TOLD_MAX = 30 };

/* What others must be able to point to. A concept counts where a collection has it. */
static const char *const described[] = { DCAT "Catalog",       DCAT "Dataset",
                                         DCAT "DataService",   DCAT "DatasetSeries",
                                         DCAT "CatalogRecord", MODELLDCATNO "InformationModel",
                                         SKOS "Concept" };
enum { DESCRIBED = sizeof described / sizeof described[0] };

static bool is_member(const struct sv_graph *g, sv_term node)
{
  size_t n = 0;
  const sv_term member = sv_graph_find_iris(g, SKOS "member");
  if (member)
    (void)sv_graph_subjects(g, member, node, &n);
  return n > 0;
}

/* The nodes of the described classes in order, NULL graph at the end. */
struct walk {
  const struct sv_graph *graph;
  struct sv_nodes nodes;
  size_t class;
};

static sv_term next(struct walk *w)
{
  for (;;) {
    const sv_term node = sv_nodes_next(&w->nodes);
    const bool is_concept = w->class == DESCRIBED;
    if (node && (!is_concept || sv_is_iri(node) || is_member(w->graph, node)))
      return node;
    if (node)
      continue;
    if (w->class == DESCRIBED)
      return 0;
    w->nodes = sv_nodes_of(w->graph, described[w->class ++]);
  }
}

enum sv_outcome sv_sem_named(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t looked_at = 0, faults = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct walk w = { .graph = d->graph };
  for (sv_term node; (node = next(&w)); looked_at++) {
    if (sv_is_iri(node) || faults++ >= TOLD_MAX)
      continue;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .message = N_("What is described here has no name that "
                                                        "others could point to."),
                                          .expected = N_("an IRI"),
                                          .actual = N_("a blank node"),
                                          .hint = N_("Give it an IRI in your own domain.") });
  }
  return sv_describe_outcome(looked_at, faults);
}

/* --- form --- */
static bool host_has_version(struct sv_span host)
{
  for (const char *p = host.data, *end = p + host.size; p < end; p++) {
    const char *dot = memchr(p, '.', (size_t)(end - p));
    const size_t n = (size_t)((dot ? dot : end) - p);
    size_t digits = 0;
    while (1 + digits < n && sv_is_digit(p[1 + digits]))
      digits++;
    if (sv_lower(*p) == 'v' && digits && digits + 1 == n)
      return true;
    p += n;
  }
  return false;
}

static bool has_extension(struct sv_span path)
{
  static const char *const endings[] = { ".php", ".asp",  ".aspx", ".jsp",  ".do",     ".cgi",
                                         ".ttl", ".rdf",  ".xml",  ".json", ".jsonld", ".nt",
                                         ".htm", ".html", ".csv",  ".xls",  ".xlsx",   ".pdf" };
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    const size_t n = strlen(endings[i]);
    if (path.size > n && sv_equal_nocase_n(path.data + path.size - n, n, endings[i]))
      return true;
  }
  return false;
}

/* Host and port of an authority. */
static struct sv_span host_of(struct sv_span authority, bool *has_port)
{
  const char *at = memchr(authority.data, '@', authority.size);
  struct sv_span host = authority;
  if (at) {
    host.data = at + 1;
    host.size = authority.size - (size_t)(at + 1 - authority.data);
  }
  const char *colon = host.size && host.data[0] != '[' ? memchr(host.data, ':', host.size) : NULL;
  *has_port = colon != NULL;
  if (colon)
    host.size = (size_t)(colon - host.data);
  return host;
}

/* What is wrong with the form of IRI, as a sentence about {name}; NULL: nothing. */
static const char *fault_of_form(const char *iri)
{
  const struct sv_uri u = sv_uri_split(iri, strlen(iri));
  bool has_port = false;
  if (!u.scheme.data || (!sv_equal_nocase_n(u.scheme.data, u.scheme.size, "http") &&
                         !sv_equal_nocase_n(u.scheme.data, u.scheme.size, "https")))
    return N_("{name} cannot be looked up: it does not begin with http:// or https://.");
  const struct sv_span host =
      u.authority.data ? host_of(u.authority, &has_port) : (struct sv_span){ "", 0 };
  if (!memchr(host.data, '.', host.size) && !memchr(host.data, ':', host.size))
    return N_("{name} has no domain that others can find.");
  if (has_port)
    return N_("{name} has a port number, which changes with the machines.");
  if (u.query.data)
    return N_("{name} has a query, which changes with the software behind it.");
  if (has_extension(u.path))
    return N_("{name} ends as a file does, which changes with the software behind it.");
  if (host_has_version(host))
    return N_("{name} has a version in its domain, so that every version is another thing.");
  if (memmem(u.path.data, u.path.size, ";jsessionid=", 12))
    return N_("{name} has the number of a session in it.");
  return NULL;
}

enum sv_outcome sv_sem_lasting_names(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t looked_at = 0, faults = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct walk w = { .graph = d->graph };
  for (sv_term node; (node = next(&w));) {
    const char *iri = sv_is_iri(node) ? sv_graph_text(d->graph, node, NULL) : NULL;
    const char *fault = iri ? fault_of_form(iri) : NULL;
    looked_at += iri != NULL;
    if (!fault || faults++ >= TOLD_MAX)
      continue;
    json_t *args = json_pack("{s:s}", "name", iri);
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .message = fault,
                                          .args = args,
                                          .expected = "https://{domain}/{type}/{concept}/{object}",
                                          .actual = iri,
                                          .hint = N_("Name things by IRIs that can stay as they "
                                                     "are "
                                                     "when systems are replaced, and redirect to "
                                                     "where the description is today.") });
    json_decref(args);
  }
  return sv_describe_outcome(looked_at, faults);
}

/* --- grammar --- */
/* The first triple that has TERM anywhere. */
static const struct sv_triple *first_use(const struct sv_graph *g, sv_term term)
{
  const struct sv_triple *t = sv_graph_triples(g);
  for (size_t i = 0; i < sv_graph_size(g); i++)
    if (t[i].s == term || t[i].p == term || t[i].o == term)
      return &t[i];
  return NULL;
}

/* The offset of what breaks the grammar: the longest beginning that it allows. */
static size_t fault_offset(const char *iri, size_t size)
{
  for (size_t n = size; n > 0; n--)
    if (sv_uri_is_reference(iri, n, true))
      return n;
  return 0;
}

enum sv_outcome sv_sem_well_formed_names(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t looked_at = 0, faults = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  for (uint32_t i = SV_TERM_KNOWN + 1; i <= sv_graph_term_count(d->graph); i++) {
    const sv_term term = sv_graph_term(d->graph, i);
    size_t size = 0;
    const char *iri = sv_is_iri(term) ? sv_graph_text(d->graph, term, &size) : NULL;
    looked_at += iri != NULL;
    if (!iri || sv_uri_is_absolute(iri, size, true))
      continue;
    if (faults++ >= TOLD_MAX)
      break;
    const struct sv_triple *t = first_use(d->graph, term);
    if (!t) {
      faults--;
      continue;
    }
    json_t *args = json_pack("{s:I}", "offset", (json_int_t)fault_offset(iri, size) + 1);
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = t->s,
                                          .line = t,
                                          .message = N_("The IRI breaks the grammar at sign number "
                                                        "{offset}."),
                                          .args = args,
                                          .expected = N_("an IRI by RFC 3987"),
                                          .actual = iri,
                                          .hint = N_("Write a space as %20, and a % that is no "
                                                     "escape as %25.") });
    json_decref(args);
  }
  return sv_describe_outcome(sv_graph_size(d->graph) ? looked_at : 0, faults);
}
