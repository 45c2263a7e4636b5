// SPDX-License-Identifier: Apache-2.0
/* The sh:ValidationReport (SHACL 3.6) as a graph of its own. */
#include "engines/shacl/run.h"
#include "engines/shacl/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct writer {
  const struct sv_shacl_report *r;
  struct sv_graph *out;
  struct shacl_budget budget;
  sv_term *data, *shapes; /* by term: the report's term */
};

static sv_term name(struct writer *w, const char *after)
{
  char iri[128];
  (void)snprintf(iri, sizeof iri, "%s%s", SV_SHACL_NS, after);
  return sv_graph_iri(w->out, iri, strlen(iri));
}

static void add(struct writer *w, sv_term s, const char *property, sv_term o)
{
  const struct sv_triple t = { .s = s, .p = name(w, property), .o = o };
  if (s && o)
    sv_graph_add(w->out, &t, 0);
}

/* Identity numbers do not get into reports: a term that holds one is written with stars. */
static sv_term hidden(struct writer *w, const struct sv_graph *g, sv_term t)
{
  size_t size;
  const char *text = sv_graph_text(g, t, &size);
  struct sv_buf copy = SV_BUF(size + 1);
  (void)sv_buf_add(&copy, text, size);
  shacl_hide(&copy, 0);
  sv_term new = 0;
  if (copy.failed == SV_OK && copy.size == size &&
      (size == 0 || memcmp(copy.data, text, size) == 0))
    new = sv_graph_import(w->out, g, t);
  else if (copy.failed == SV_OK && sv_term_kind(t) == SV_TERM_IRI)
    new = sv_graph_iri(w->out, copy.data, size);
  else if (copy.failed == SV_OK && sv_graph_lang(g, t))
    new = sv_graph_lang_literal(w->out, copy.data, size, sv_graph_lang(g, t),
                                strlen(sv_graph_lang(g, t)), sv_graph_direction(g, t));
  else if (copy.failed == SV_OK)
    new = sv_graph_literal(w->out, copy.data, size,
                           sv_graph_import(w->out, g, sv_graph_datatype(g, t)));
  sv_buf_free(&copy);
  return new;
}

/* The report's term for T of G; blank nodes stay the same node. */
static sv_term term(struct writer *w, const struct sv_graph *g, sv_term *known, sv_term t)
{
  sv_term *at = &known[sv_term_index(t)];
  if (*at == 0)
    *at = sv_term_kind(t) == SV_TERM_IRI || sv_term_kind(t) == SV_TERM_LITERAL
              ? hidden(w, g, t)
              : sv_graph_import(w->out, g, t);
  return *at;
}

/* The triples that make a path, with its blank nodes; once for each path node. */
static void add_path(struct writer *w, sv_term node, unsigned depth)
{
  size_t n;
  const struct sv_graph *g = w->r->s->graph;
  const struct sv_triple *row = sv_graph_row(g, node, &n);
  if (sv_term_kind(node) != SV_TERM_BLANK || w->shapes[sv_term_index(node)] || depth > 5000)
    return;
  const sv_term s = term(w, g, w->shapes, node);
  for (size_t i = 0; i < n; i++) {
    const sv_term p = row[i].p;
    const bool part =
        p == SV_RDF_FIRST || p == SV_RDF_REST || p == w->r->s->names[SH_ALTERNATIVE_PATH] ||
        p == w->r->s->names[SH_INVERSE_PATH] || p == w->r->s->names[SH_ZERO_OR_MORE_PATH] ||
        p == w->r->s->names[SH_ONE_OR_MORE_PATH] || p == w->r->s->names[SH_ZERO_OR_ONE_PATH];
    if (!part)
      continue;
    add_path(w, row[i].o, depth + 1);
    const struct sv_triple t = { .s = s,
                                 .p = term(w, g, w->shapes, p),
                                 .o = term(w, g, w->shapes, row[i].o) };
    sv_graph_add(w->out, &t, 0);
  }
}

static void add_messages(struct writer *w, sv_term result, size_t i, sv_term shape)
{
  size_t n = 0;
  const struct sv_graph *g = w->r->s->graph;
  const sv_term p = w->r->s->names[SH_MESSAGE];
  const struct sv_triple *t = p ? sv_graph_objects(g, shape, p, &n) : NULL;
  for (size_t k = 0; k < n; k++)
    add(w, result, "resultMessage", term(w, g, w->shapes, t[k].o));
  if (n > 0)
    return;
  struct sv_buf text = SV_BUF((size_t)256 << 10);
  const char *lang = sv_lang_name(sv_lang_used());
  if (sv_shacl_say_message(w->r, i, sv_lang_used(), &text) == SV_OK)
    add(w, result, "resultMessage",
        sv_graph_lang_literal(w->out, sv_buf_text(&text), text.size, lang, strlen(lang),
                              SV_NO_DIRECTION));
  sv_buf_free(&text);
}

static const char *const severities[] = { "Violation", "Warning", "Info" };

static void add_result(struct writer *w, sv_term report, size_t i)
{
  const struct sv_shacl_report *r = w->r;
  const struct sv_shacl_result k = sv_shacl_report_at(r, i);
  const sv_term node = sv_graph_blank(w->out, "", 0);
  const struct sv_triple type = { .s = node, .p = SV_RDF_TYPE, .o = name(w, "ValidationResult") };
  sv_graph_add(w->out, &type, 0);
  add(w, report, "result", node);
  add(w, node, "focusNode", term(w, r->g, w->data, k.focus));
  if (k.value)
    add(w, node, "value", term(w, r->g, w->data, k.value));
  if (k.predicate)
    add(w, node, "resultPath", term(w, r->g, w->data, k.predicate));
  else if (k.path) {
    add_path(w, k.path, 0);
    add(w, node, "resultPath", term(w, r->s->graph, w->shapes, k.path));
  }
  add(w, node, "resultSeverity",
      k.severity_term ? term(w, r->s->graph, w->shapes, k.severity_term)
                      : name(w, severities[k.severity]));
  add(w, node, "sourceConstraintComponent", name(w, k.component));
  add(w, node, "sourceShape", term(w, r->s->graph, w->shapes, k.shape));
  add_messages(w, node, i, k.shape);
}

static void add_prefixes(struct writer *w, const struct sv_graph *g, sv_term *known)
{
  sv_term namespace;
  for (size_t i = 0;; i++) {
    const char *prefix = sv_graph_prefix_at(g, i, &namespace);
    if (!prefix)
      return;
    sv_graph_prefix(w->out, prefix, strlen(prefix), term(w, g, known, namespace));
  }
}

static void write_all(struct writer *w)
{
  const struct sv_shacl_report *r = w->r;
  const sv_term report = sv_graph_blank(w->out, "", 0);
  const struct sv_triple type = { .s = report, .p = SV_RDF_TYPE, .o = name(w, "ValidationReport") };
  const char *conforms = sv_shacl_report_total(r) == 0 ? "true" : "false";
  sv_graph_prefix(w->out, "sh", 2, name(w, ""));
  sv_graph_prefix(w->out, "xsd", 3,
                  sv_graph_iri(w->out, "http://www.w3.org/2001/XMLSchema#",
                               strlen("http://www.w3.org/2001/XMLSchema#")));
  add_prefixes(w, r->g, w->data);
  add_prefixes(w, r->s->graph, w->shapes);
  sv_graph_add(w->out, &type, 0);
  add(w, report, "conforms", sv_graph_literal(w->out, conforms, strlen(conforms), SV_XSD_BOOLEAN));
  for (size_t i = 0; i < r->results.count && sv_graph_status(w->out, NULL) == SV_OK; i++)
    add_result(w, report, i);
}

enum sv_status sv_shacl_report_graph(const struct sv_shacl_report *r, struct sv_graph **out,
                                     struct sv_error *err)
{
  struct writer w = { .r = r, .out = sv_graph_new(NULL), .budget = r->budget };
  *out = NULL;
  w.data = shacl_array(&w.budget, (size_t)sv_graph_term_count(r->g) + 1, sizeof *w.data);
  w.shapes = shacl_array(&w.budget, (size_t)sv_graph_term_count(r->s->graph) + 1, sizeof *w.shapes);
  enum sv_status status = SV_OK;
  if (w.out && w.data && w.shapes) {
    write_all(&w);
    status = sv_graph_sort(w.out, err);
  } else {
    status = sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  }
  free(w.data);
  free(w.shapes);
  if (status == SV_OK)
    *out = w.out;
  else
    sv_graph_free(w.out);
  return status;
}
