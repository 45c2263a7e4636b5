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
      const bool is_gone = !r->error && (r->status == 404 || r->status == 410);
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

static void judge_reference(struct sv_ctx *ctx, const struct sv_description *d,
                            const struct sv_triple *t, struct dangling *x)
{
  const char *iri = sv_graph_text(d->graph, t->o, NULL);
  x->looked_at++;
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
    else if (is_own_name(&own, sv_graph_text(g, t[i].o, NULL)))
      judge_reference(ctx, d, &t[i], &x);
  }
  free(seen);
  return sv_describe_outcome(x.looked_at - x.unknown, x.faults);
}

/* --- SEM-085 --- */
/* What variants of one IRI share: no scheme, no www., host in small letters, no slash at the end,
 * unreserved letters written out. */
static const char *essence(struct sv_ctx *ctx, const char *iri)
{
  const char *p = strstr(iri, "://");
  if (!p || !sv_starts_with(iri, "http"))
    return NULL;
  p += 3;
  if (strncasecmp(p, "www.", 4) == 0)
    p += 4;
  char *out = ctx->sv->format(ctx, "%s", p);
  size_t n = 0;
  bool in_host = true;
  for (; *p; p++) {
    const int high = *p == '%' && p[1] ? sv_hex((unsigned char)p[1]) : -1;
    const int low = high >= 0 && p[2] ? sv_hex((unsigned char)p[2]) : -1;
    const int code = low >= 0 ? high * 16 + low : -1;
    const bool is_unreserved = code >= 0 && (sv_is_alnum(code) || (code && strchr("-._~", code)));
    in_host = in_host && *p != '/';
    if (is_unreserved || code >= 0x80) {
      out[n++] = (char)code;
      p += 2;
    } else {
      out[n++] = in_host ? (char)sv_lower((unsigned char)*p) : *p;
    }
  }
  while (n && out[n - 1] == '/')
    n--;
  out[n] = '\0';
  return out;
}

struct name {
  const char *iri;
  bool is_typed;
};

struct same {
  struct sv_map map; /* essence to struct name */
  size_t looked_at, faults;
};

static void say_two_names(struct sv_ctx *ctx, const struct sv_description *d,
                          const struct sv_triple *t, const char *iri, const char *other)
{
  json_t *args = json_pack("{s:s,s:s}", "name", iri, "other", other);
  sv_node_find(ctx, d,
               &(struct sv_node_fault){ .node = t->s,
                                        .line = t,
                                        .message = N_("The same thing is called {name} here and "
                                                      "{other} elsewhere."),
                                        .args = args,
                                        .expected = other,
                                        .actual = iri,
                                        .hint = N_("Write one IRI everywhere, to the letter: "
                                                   "machines compare them sign by sign.") });
  json_decref(args);
}

/* Keeps the name of NODE; when IS_OWN, says that another form of it is in use. */
static void compare(struct sv_ctx *ctx, struct same *x, const struct sv_description *d,
                    const struct sv_triple *t, sv_term node, bool is_own)
{
  size_t types = 0;
  const char *iri = sv_graph_text(d->graph, node, NULL);
  const char *key = essence(ctx, iri);
  if (!key)
    return;
  (void)sv_graph_objects(d->graph, node, SV_RDF_TYPE, &types);
  struct name *known = sv_map_gets(&x->map, key);
  x->looked_at += is_own;
  if (!known) {
    known = ctx->sv->alloc(ctx, sizeof *known);
    *known = (struct name){ iri, types > 0 };
    (void)!sv_map_set(&x->map, key, strlen(key), known);
  } else if (strcmp(known->iri, iri) == 0) {
    known->is_typed = known->is_typed || types > 0;
  } else if (is_own && (known->is_typed || types) && x->faults++ < TOLD_MAX) {
    say_two_names(ctx, d, t, iri, known->iri);
  }
}

static void take_names(struct sv_ctx *ctx, struct same *x, const struct sv_description *d,
                       bool is_own)
{
  const struct sv_triple *t = sv_graph_triples(d->graph);
  bool *seen = calloc((size_t)sv_graph_term_count(d->graph) + 1, sizeof *seen);
  for (size_t i = 0; seen && i < sv_graph_size(d->graph); i++) {
    const sv_term nodes[] = { t[i].s, t[i].p == SV_RDF_TYPE ? 0 : t[i].o };
    for (size_t k = 0; k < 2; k++) {
      if (!sv_is_iri(nodes[k]) || seen[sv_term_index(nodes[k])])
        continue;
      seen[sv_term_index(nodes[k])] = true;
      compare(ctx, x, d, &t[i], nodes[k], is_own);
    }
  }
  free(seen);
}

/* Names of the document at hand, held against those of the target's other documents. */
enum sv_outcome sv_sem_one_name(struct sv_ctx *ctx)
{
  static const char *const kinds[] = { "dcat", "cpsv", "skos", "modelldcat" };
  enum sv_outcome outcome;
  struct same x = { .faults = 0 };
  const struct sv_description *own = sv_describe(ctx, &outcome), *d;
  if (!own)
    return outcome;
  for (size_t k = 0; k < 4; k++)
    for (size_t n = 0; (d = sv_describe_nth(ctx, kinds[k], n)); n++)
      if (d->graph && d != own)
        take_names(ctx, &x, d, false);
  take_names(ctx, &x, own, true);
  sv_map_free(&x.map);
  return sv_describe_outcome(x.looked_at, x.faults);
}
