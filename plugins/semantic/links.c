// SPDX-License-Identifier: Apache-2.0
/* Whether names lead somewhere, and whether one thing has one name. */
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"
#include "plugins/semantic/resource.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/map.h"
#include "engines/base/uri.h"

#include <samsvar/helpers.h>

#include <stdlib.h>
#include <string.h>

enum { TOLD_MAX = 30 };

static const char *const classes[] = { DCAT "Catalog",       DCAT "Dataset",
                                       DCAT "DataService",   DCAT "DatasetSeries",
                                       SKOS "Concept",       MODELLDCATNO "InformationModel",
                                       CPSV "PublicService", CPSVNO "Service" };
enum { CLASSES = sizeof classes / sizeof classes[0] };

static void say(struct sv_ctx *ctx, const struct sv_description *d, const struct sv_node_fault *f,
                const char *name)
{
  struct sv_node_fault fault = *f;
  json_t *args = json_pack("{s:s}", "name", name);
  fault.args = args;
  sv_node_find(ctx, d, &fault);
  json_decref(args);
}

/* SEM-011: addresses on hosts of the target only, and few of them. */
enum sv_outcome sv_sem_names_lead(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t asked = 0, faults = 0, lost = 0;
  const struct sv_response *silent = NULL;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  for (size_t c = 0; c < CLASSES; c++) {
    struct sv_nodes nodes = sv_nodes_of(d->graph, classes[c]);
    for (sv_term node; asked < SV_RESOURCES_ASKED && (node = sv_nodes_next(&nodes));) {
      const char *iri = sv_is_iri(node) ? sv_graph_text(d->graph, node, NULL) : "";
      if (!sv_is_own_url(ctx, iri))
        continue;
      asked++;
      const char *url = ctx->sv->format(ctx, "%.*s", (int)strcspn(iri, "#"), iri);
      const struct sv_response *r = sv_http(ctx, .url = url);
      const bool is_gone = sv_is_gone(r);
      if (r->error || (!is_gone && r->status >= 400)) {
        lost++;
        silent = r;
      }
      if (!is_gone)
        continue;
      faults++;
      say(ctx, d,
          &(struct sv_node_fault){ .node = node,
                                   .message = N_("{name} leads nowhere."),
                                   .expected = "2xx, 3xx",
                                   .actual = ctx->sv->format(ctx, "%d", r->status),
                                   .hint = N_("Let the IRI redirect to the description, so that "
                                              "who meets it can read "
                                              "on.") },
          iri);
    }
  }
  if (faults == 0 && lost) {
    if (silent->error)
      return sv_no_answer(ctx, silent);
    (void)sv_is_no_verdict(ctx, silent, &outcome);
    return SV_INAPPLICABLE;
  }
  return sv_describe_outcome(asked, faults);
}

/* --- SEM-086 --- */
/* Scheme and authority of the things that a document describes. */
struct own_names {
  const char *authority[16];
  size_t count;
};

static size_t origin_size(const char *iri)
{
  const struct sv_uri u = sv_uri_split(iri, strlen(iri));
  return u.authority.data ? (size_t)(u.authority.data + u.authority.size - iri) : 0;
}

static bool is_own_name(const struct own_names *own, const char *iri)
{
  for (size_t i = 0; i < own->count; i++) {
    const size_t n = strlen(own->authority[i]);
    if (strncmp(iri, own->authority[i], n) == 0 && iri[n] == '/')
      return true;
  }
  return false;
}

static void own_names_of(struct sv_ctx *ctx, const struct sv_graph *g, struct own_names *out)
{
  for (size_t c = 0; c < CLASSES; c++) {
    struct sv_nodes nodes = sv_nodes_of(g, classes[c]);
    for (sv_term node; out->count < 16 && (node = sv_nodes_next(&nodes));) {
      const char *iri = sv_is_iri(node) ? sv_graph_text(g, node, NULL) : "";
      const size_t n = origin_size(iri);
      if (n && !is_own_name(out, iri))
        out->authority[out->count++] = ctx->sv->format(ctx, "%.*s", (int)n, iri);
    }
  }
}

struct dangling {
  struct sv_lookup lookup;
  size_t looked_at, faults, unknown;
};

/* Properties that lead to pages, files and endpoints: these answer, and need no description. */
static bool leads_to_page(const char *property)
{
  static const char *const pages[] = { FOAF "page",
                                       FOAF "homepage",
                                       DCAT "landingPage",
                                       DCAT "accessURL",
                                       DCAT "downloadURL",
                                       DCAT "endpointURL",
                                       DCAT "endpointDescription",
                                       DCATNO "accessRequestURL",
                                       VCARD "hasURL",
                                       CV "contactPage",
                                       DCT "hasFormat",
                                       DCT "isReferencedBy",
                                       RDFS "seeAlso" };
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
    if (strcmp(pages[i], property) == 0)
      return true;
  return false;
}

static void judge_reference(struct sv_ctx *ctx, const struct sv_description *d,
                            const struct sv_triple *t, struct dangling *x)
{
  const char *iri = sv_graph_text(d->graph, t->o, NULL);
  x->looked_at++;
  if (leads_to_page(sv_graph_text(d->graph, t->p, NULL)) && !sv_is_own_url(ctx, iri)) {
    x->unknown++;
    return;
  }
  switch (sv_resource_find(ctx, &x->lookup, iri, NULL)) {
  case SV_RESOURCE_DESCRIBED:
  case SV_RESOURCE_ANSWERS:
    return;
  case SV_RESOURCE_ELSEWHERE:
    x->unknown++;
    return;
  case SV_RESOURCE_GONE:
    break;
  }
  if (x->faults++ >= TOLD_MAX)
    return;
  say(ctx, d,
      &(struct sv_node_fault){ .node = t->s,
                               .line = t,
                               .message = N_("{name} is referred to, but described nowhere."),
                               .expected = N_("a description in a document of the target, or an "
                                              "address that answers"),
                               .actual = iri,
                               .hint = N_("Describe it, or take the reference away; a name that is "
                                          "spelt otherwise where it is described is the most "
                                          "common reason.") },
      iri);
}

enum sv_outcome sv_sem_references(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct dangling x = { .faults = 0 };
  struct own_names own = { .count = 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  const struct sv_graph *g = d->graph;
  const struct sv_triple *t = sv_graph_triples(g);
  bool *seen = calloc((size_t)sv_graph_term_count(g) + 1, sizeof *seen);
  own_names_of(ctx, g, &own);
  for (size_t i = 0; seen && i < sv_graph_size(g); i++) {
    if (t[i].p == SV_RDF_TYPE || !sv_is_iri(t[i].o) || seen[sv_term_index(t[i].o)])
      continue;
    seen[sv_term_index(t[i].o)] = true;
    if (sv_is_described(g, t[i].o))
      x.looked_at++;
    else if (x.faults < TOLD_MAX && is_own_name(&own, sv_graph_text(g, t[i].o, NULL)))
      judge_reference(ctx, d, &t[i], &x);
  }
  free(seen);
  return sv_describe_outcome(x.looked_at - x.unknown, x.faults);
}

/* --- SEM-085 --- */
enum { ESSENCE_MAX = 2048 };

/* A hash of what variants of one IRI share: no scheme, no www., host in small letters, no slash at
 * the end, unreserved letters written out. False for what is no web address. */
static bool essence(const char *iri, uint64_t *out)
{
  char text[ESSENCE_MAX];
  size_t n = 0;
  bool in_host = true;
  const char *p = sv_starts_with(iri, "http") ? strstr(iri, "://") : NULL;
  if (!p)
    return false;
  p += 3;
  if (strncasecmp(p, "www.", 4) == 0)
    p += 4;
  for (; *p && n < ESSENCE_MAX; p++) {
    const int high = *p == '%' && p[1] ? sv_hex((unsigned char)p[1]) : -1;
    const int low = high >= 0 && p[2] ? sv_hex((unsigned char)p[2]) : -1;
    const int code = low >= 0 ? high * 16 + low : -1;
    const bool is_plain =
        code >= 0x80 || (code >= 0 && (sv_is_alnum(code) || (code && strchr("-._~", code))));
    in_host = in_host && *p != '/';
    text[n++] = is_plain ? (char)code : in_host ? (char)sv_lower((unsigned char)*p) : *p;
    p += is_plain ? 2 : 0;
  }
  while (n && text[n - 1] == '/')
    n--;
  *out = sv_hash(text, n);
  return *p == '\0';
}

/* A name, and the first triple that has it. */
struct name {
  uint64_t essence;
  const char *iri;
  const struct sv_triple *triple;
  bool is_typed;
};

struct names {
  struct name *list;
  size_t count, room, own; /* the document at hand has OWN of them, the first */
};

static void add_name(struct names *x, const struct sv_graph *g, const struct sv_triple *t,
                     sv_term node)
{
  size_t types = 0;
  struct name name = { .iri = sv_graph_text(g, node, NULL), .triple = t };
  if (!essence(name.iri, &name.essence))
    return;
  if (x->count == x->room) {
    const size_t room = x->room ? x->room * 2 : 1024;
    struct name *list = realloc(x->list, room * sizeof *list);
    if (!list)
      return;
    x->list = list;
    x->room = room;
  }
  (void)sv_graph_objects(g, node, SV_RDF_TYPE, &types);
  name.is_typed = types > 0;
  x->list[x->count++] = name;
}

static void take_names(struct names *x, const struct sv_graph *g)
{
  const struct sv_triple *t = sv_graph_triples(g);
  bool *seen = calloc((size_t)sv_graph_term_count(g) + 1, sizeof *seen);
  for (size_t i = 0; seen && i < sv_graph_size(g); i++) {
    const sv_term nodes[] = { t[i].s, t[i].p == SV_RDF_TYPE ? 0 : t[i].o };
    for (size_t k = 0; k < 2; k++) {
      if (!sv_is_iri(nodes[k]) || seen[sv_term_index(nodes[k])])
        continue;
      seen[sv_term_index(nodes[k])] = true;
      add_name(x, g, &t[i], nodes[k]);
    }
  }
  free(seen);
}

static int by_essence(const void *a, const void *b)
{
  const struct name *const *x = a, *const *y = b;
  if ((*x)->essence != (*y)->essence)
    return (*x)->essence < (*y)->essence ? -1 : 1;
  return strcmp((*x)->iri, (*y)->iri);
}

/* Another form of NAME among SORTED, one of the two described; the first in order of letters. */
static const struct name *other_form(const struct name *const *sorted, size_t count,
                                     const struct name *name)
{
  size_t low = 0, high = count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (sorted[middle]->essence < name->essence)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < count && sorted[low]->essence == name->essence; low++)
    if (strcmp(sorted[low]->iri, name->iri) != 0 && (name->is_typed || sorted[low]->is_typed))
      return sorted[low];
  return NULL;
}

static void say_two_names(struct sv_ctx *ctx, const struct sv_description *d,
                          const struct name *name, const struct name *other)
{
  json_t *args = json_pack("{s:s,s:s}", "name", name->iri, "other", other->iri);
  sv_node_find(ctx, d,
               &(struct sv_node_fault){ .node = name->triple->s,
                                        .line = name->triple,
                                        .message = N_("The same thing is called {name} here and "
                                                      "{other} elsewhere."),
                                        .args = args,
                                        .expected = other->iri,
                                        .actual = name->iri,
                                        .hint = N_("Write one IRI everywhere, to the letter: "
                                                   "machines compare them sign by sign.") });
  json_decref(args);
}

/* Names of the document at hand, held against those of all documents of the target. */
enum sv_outcome sv_sem_one_name(struct sv_ctx *ctx)
{
  static const char *const kinds[] = { "dcat", "cpsv", "skos", "modelldcat" };
  enum sv_outcome outcome;
  size_t faults = 0;
  struct names x = { .count = 0 };
  const struct sv_description *own = sv_describe(ctx, &outcome), *d;
  if (!own)
    return outcome;
  take_names(&x, own->graph);
  x.own = x.count;
  for (size_t k = 0; k < 4; k++)
    for (size_t n = 0; (d = sv_describe_nth(ctx, kinds[k], n)); n++)
      if (d->graph && d != own)
        take_names(&x, d->graph);
  const struct name **sorted = calloc(x.count ? x.count : 1, sizeof *sorted);
  for (size_t i = 0; sorted && i < x.count; i++)
    sorted[i] = &x.list[i];
  if (sorted && x.count)
    qsort(sorted, x.count, sizeof *sorted, by_essence);
  for (size_t i = 0; sorted && i < x.own && faults < TOLD_MAX; i++) {
    const struct name *other = other_form(sorted, x.count, &x.list[i]);
    if (other) {
      faults++;
      say_two_names(ctx, own, &x.list[i], other);
    }
  }
  const bool is_judged = sorted != NULL;
  free(sorted);
  free(x.list);
  return is_judged ? sv_describe_outcome(x.own, faults) : SV_CANT_TELL;
}
