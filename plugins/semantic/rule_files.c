// SPDX-License-Identifier: Apache-2.0
/* What rule-setters and receivers hand over: SHACL rule files, what a receiver passes on of what it
 * was given, and results that others are to be able to repeat. */
#include "engines/base/message.h"
#include "engines/shacl/lint.h"
#include "engines/shacl/national.h"
#include "engines/shacl/shacl.h"
#include "plugins/describe/describe.h"
#include "plugins/semantic/handed.h"
#include "plugins/semantic/semantic.h"

#include <samsvar/helpers.h>
#include <stdlib.h>
#include <string.h>

enum { TOLD_MAX = 30 };

/* The document at hand as a graph, to be freed; NULL with *OUTCOME, after a finding when SAYS. */
static struct sv_graph *read_own(struct sv_ctx *ctx, struct sv_handed_bytes *own, bool says,
                                 enum sv_outcome *outcome)
{
  *outcome = SV_INAPPLICABLE;
  if (!sv_handed_own(ctx, own))
    return NULL;
  struct sv_rdf_reading r = {
    .data = own->data, .size = own->size, .name = own->url, .base = own->url
  };
  sv_describe_read(ctx, &r);
  if (r.graph || !says)
    return r.graph;
  *outcome = r.status == SV_INVALID && !r.lacks_context ? SV_FAILED : SV_CANT_TELL;
  sv_find(ctx, .outcome = *outcome, .attribution = *outcome == SV_FAILED ? SV_TARGET : SV_TOOL,
          .message = N_("The document breaks the syntax of RDF, or is larger than is read."),
          .where = { .url = own->url, .line = (uint32_t)r.fault.line }, .actual = r.fault.text,
          .evidence = own->evidence,
          .hint = N_("Mend the line; samsvar validate rdf tries a mended file."));
  return NULL;
}

/* --- SEM-020 --- */
struct linting {
  struct sv_ctx *ctx;
  const struct sv_graph *g;
  const struct sv_handed_bytes *own;
  bool is_error; /* which of the faults are told */
  size_t count;
};

static void say_lint(void *context, const struct sv_shacl_lint_finding *f)
{
  struct linting *l = context;
  const char *name;
  size_t line = 0;
  struct sv_buf text = SV_BUF(4096);
  if (f->is_error != l->is_error || l->count++ >= TOLD_MAX)
    return;
  (void)sv_message_render(f->msgid, f->args, f->arg_count, &text);
  (void)sv_graph_place(l->g, f->line, &name, &line);
  json_t *args = json_pack("{s:s}", "rule", f->rule);
  sv_find(l->ctx, .outcome = SV_FAILED,
          .message = f->is_error ? N_("A rule in the file judges less than it says ({rule}).")
                                 : N_("A rule in the file may not judge what it is meant to "
                                      "({rule})."),
          .args = args, .where = { .url = l->own->url, .line = (uint32_t)line },
          .actual = sv_buf_text(&text), .evidence = l->own->evidence,
          .hint = N_("Mend the term; samsvar validate shacl --shapes FILE tells the same of a "
                     "mended file."));
  json_decref(args);
  sv_buf_free(&text);
}

static enum sv_outcome lint(struct sv_ctx *ctx, bool is_error)
{
  enum sv_outcome outcome;
  struct sv_handed_bytes own;
  struct sv_error err = { 0 };
  struct sv_graph *g = read_own(ctx, &own, is_error, &outcome);
  struct linting l = { .ctx = ctx, .g = g, .own = &own, .is_error = is_error };
  if (!g)
    return outcome;
  const enum sv_status status = sv_shacl_lint(g, say_lint, &l, NULL, &err);
  const bool has_shapes = sv_nodes_of(g, SV_SHACL_NS "NodeShape").left ||
                          sv_nodes_of(g, SV_SHACL_NS "PropertyShape").left ||
                          sv_nodes_with(g, SV_SHACL_NS "targetClass").left ||
                          sv_nodes_with(g, SV_SHACL_NS "property").left;
  sv_graph_free(g);
  if (status != SV_OK)
    return SV_CANT_TELL;
  return sv_describe_outcome(has_shapes, l.count);
}

enum sv_outcome sv_sem_shapes(struct sv_ctx *ctx)
{
  return lint(ctx, true);
}

enum sv_outcome sv_sem_shapes_doubts(struct sv_ctx *ctx)
{
  return lint(ctx, false);
}

/* --- SEM-021 --- */
/* How many pairs of class and property DCAT-AP-NO has, and how many of them G does not use; the
 * first of these goes to *FIRST. */
struct coverage {
  size_t pairs, unused;
  const char *class, *property;
};

static bool uses(const struct sv_graph *g, const char *class, const char *property)
{
  struct sv_nodes nodes = sv_nodes_of(g, class);
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n = 0;
    (void)sv_values_of(g, node, property, &n);
    if (n)
      return true;
  }
  return false;
}

static void cover_shape(const struct sv_graph *shapes, const struct sv_graph *g, sv_term shape,
                        const char *class, struct coverage *out)
{
  size_t n = 0;
  const sv_term path = sv_graph_find_iris(shapes, SV_SHACL_NS "path");
  const struct sv_triple *t = sv_values_of(shapes, shape, SV_SHACL_NS "property", &n);
  for (size_t i = 0; path && i < n; i++) {
    const sv_term p = sv_graph_object(shapes, t[i].o, path);
    const char *property = sv_is_iri(p) ? sv_graph_text(shapes, p, NULL) : NULL;
    if (!property)
      continue;
    out->pairs++;
    if (uses(g, class, property))
      continue;
    if (out->unused++ == 0) {
      out->class = class;
      out->property = property;
    }
  }
}

static void cover(const struct sv_graph *shapes, const struct sv_graph *g, struct coverage *out)
{
  struct sv_nodes nodes = sv_nodes_with(shapes, SV_SHACL_NS "targetClass");
  for (sv_term shape; (shape = sv_nodes_next(&nodes));) {
    size_t n = 0;
    const struct sv_triple *t = sv_values_of(shapes, shape, SV_SHACL_NS "targetClass", &n);
    for (size_t i = 0; i < n; i++)
      cover_shape(shapes, g, shape, sv_graph_text(shapes, t[i].o, NULL), out);
  }
}

static struct sv_graph *national_shapes(void)
{
  struct sv_graph *g = sv_graph_new(NULL);
  if (g && sv_shacl_national_read(g, "dcat-ap-no-3", NULL) == SV_OK &&
      sv_graph_sort(g, NULL) == SV_OK && sv_graph_index_objects(g, NULL) == SV_OK)
    return g;
  sv_graph_free(g);
  return NULL;
}

/* What PASSED lacks of GIVEN; triples with blank nodes are looked for by their other ends. */
static size_t say_lost(struct sv_ctx *ctx, const struct sv_graph *given,
                       const struct sv_graph *passed, const struct sv_handed_bytes *own,
                       const char *url)
{
  size_t lost = 0;
  const struct sv_triple *t = sv_graph_triples(given);
  for (size_t i = 0; i < sv_graph_size(given); i++) {
    const sv_term s = sv_graph_lookup(passed, given, t[i].s);
    const sv_term p = sv_graph_lookup(passed, given, t[i].p);
    const sv_term o = sv_graph_lookup(passed, given, t[i].o);
    const bool blank_s = sv_term_kind(t[i].s) == SV_TERM_BLANK;
    const bool blank_o = sv_term_kind(t[i].o) == SV_TERM_BLANK;
    size_t n = 0;
    if (p && blank_s && (o || blank_o))
      (void)sv_graph_subjects(passed, p, blank_o ? 0 : o, &n);
    else if (p && s && blank_o)
      (void)sv_graph_objects(passed, s, p, &n);
    else if (p && s && o)
      n = sv_graph_find(passed, s, p, o) != NULL;
    if (n || lost++ >= TOLD_MAX)
      continue;
    json_t *args = json_pack("{s:s}", "property", sv_graph_text(given, t[i].p, NULL));
    sv_find(
        ctx, .outcome = SV_FAILED,
        .message = N_("{property} was given, and is not passed on as it was."), .args = args,
        .where = { .url = url, .focus_node = blank_s ? NULL : sv_graph_text(given, t[i].s, NULL) },
        .expected = sv_graph_text(given, t[i].o, NULL), .evidence = own->evidence,
        .hint = N_("Keep every class and property of the standard, and pass them on unharmed."));
    json_decref(args);
  }
  return lost;
}

static enum sv_outcome say_uncovered(struct sv_ctx *ctx, const struct coverage *c,
                                     const struct sv_handed_bytes *own)
{
  json_t *args = json_pack("{s:I,s:I,s:s,s:s}", "count", (json_int_t)c->unused, "total",
                           (json_int_t)c->pairs, "class", c->class, "property", c->property);
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
          .message = N_("What was given does not use {count} of the {total} properties of the "
                        "standard; {property} of {class} is the first."),
          .args = args, .where.url = own->url, .evidence = own->evidence,
          .hint = N_("Give a document that uses every class and property, and hand it over here."));
  json_decref(args);
  return SV_CANT_TELL;
}

enum sv_outcome sv_sem_passes_on(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_handed_bytes own, back;
  struct coverage c = { .pairs = 0 };
  const char *address =
      json_string_value(json_object_get(json_object_get(ctx->sv->target(ctx), "samples"), "passed-"
                                                                                          "on"));
  struct sv_graph *given = address ? read_own(ctx, &own, true, &outcome) : NULL;
  if (!given)
    return address ? outcome : SV_INAPPLICABLE;
  const struct sv_response *r = NULL;
  if (!sv_handed_fetch(ctx, own.url, address, &back, &r)) {
    sv_graph_free(given);
    if (r && !sv_is_no_verdict(ctx, r, &outcome))
      return sv_no_answer(ctx, r);
    return r ? outcome : SV_INAPPLICABLE;
  }
  struct sv_rdf_reading passed = { .data = back.data,
                                   .size = back.size,
                                   .media_type = sv_header(r, "Content-Type"),
                                   .name = back.url,
                                   .base = own.url };
  sv_describe_read(ctx, &passed);
  struct sv_graph *shapes = national_shapes();
  size_t lost = 0;
  outcome = SV_CANT_TELL;
  if (passed.graph && shapes) {
    lost = say_lost(ctx, given, passed.graph, &own, back.url);
    cover(shapes, given, &c);
    outcome = lost ? SV_FAILED : c.unused ? say_uncovered(ctx, &c, &own) : SV_PASSED;
  } else {
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TARGET,
            .message = N_("What is passed on could not be read as RDF."), .where.url = back.url,
            .actual = passed.fault.text, .evidence = back.evidence,
            .hint = N_("Name in samples.passed-on an address that gives the same description as "
                       "RDF."));
  }
  sv_graph_free(shapes);
  sv_graph_free(passed.graph);
  sv_graph_free(given);
  return outcome;
}
