// SPDX-License-Identifier: Apache-2.0
/* The same graph in JSON-LD (compacted with prefixes, one object a subject) and RDF/XML. */
#include "reference/graph.h"
#include "reference/text.h"

#include <stdbool.h>
#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* The prefix that IRI begins with, and in *LOCAL what follows; NULL when none. The longest wins. */
static const struct sv_graph_prefix *shorten(const struct sv_graph_doc *g, const char *iri,
                                             const char **local)
{
  const struct sv_graph_prefix *best = NULL;
  for (size_t i = 0; i < g->prefix_count; i++) {
    const size_t size = strlen(g->prefixes[i].iri);
    if (strncmp(iri, g->prefixes[i].iri, size) != 0 || (best && strlen(best->iri) >= size))
      continue;
    best = &g->prefixes[i];
    *local = iri + size;
  }
  return best;
}

static void json_name(const struct sv_graph_doc *g, const char *iri, struct sv_buf *out)
{
  const char *local = NULL;
  const struct sv_graph_prefix *p = shorten(g, iri, &local);
  struct sv_buf name = SV_BUF(2048);
  if (p)
    sv_buf_addf(&name, "%s:%s", p->name, local);
  else
    sv_buf_adds(&name, iri);
  sv_text_json(out, sv_buf_text(&name));
  sv_buf_free(&name);
}

static void json_object(const struct sv_graph_doc *g, const struct sv_graph_triple *t,
                        struct sv_buf *out)
{
  const struct sv_graph_term *o = &t->object;
  if (strcmp(t->predicate, RDF "type") == 0) {
    json_name(g, o->text, out);
    return;
  }
  sv_buf_adds(out, o->kind == SV_GRAPH_IRI ? "{ \"@id\": " : "{ \"@value\": ");
  sv_text_json(out, o->text);
  if (o->language) {
    sv_buf_adds(out, ", \"@language\": ");
    sv_text_json(out, o->language);
  } else if (o->datatype) {
    sv_buf_adds(out, ", \"@type\": ");
    json_name(g, o->datatype, out);
  }
  sv_buf_adds(out, " }");
}

/* The end of the run of triples from I that have its subject (and its predicate). */
static size_t run_end(const struct sv_graph_doc *g, size_t i, bool predicate)
{
  size_t j = i;
  while (j < g->count && strcmp(g->triples[j].subject, g->triples[i].subject) == 0 &&
         (!predicate || strcmp(g->triples[j].predicate, g->triples[i].predicate) == 0))
    j++;
  return j;
}

static void json_subject(const struct sv_graph_doc *g, size_t i, size_t end, struct sv_buf *out)
{
  sv_buf_adds(out, "    {\n      \"@id\": ");
  sv_text_json(out, g->triples[i].subject);
  while (i < end) {
    const size_t stop = run_end(g, i, true);
    sv_buf_adds(out, ",\n      ");
    if (strcmp(g->triples[i].predicate, RDF "type") == 0)
      sv_buf_adds(out, "\"@type\"");
    else
      json_name(g, g->triples[i].predicate, out);
    sv_buf_adds(out, ": [ ");
    for (; i < stop; i++) {
      json_object(g, &g->triples[i], out);
      if (i + 1 < stop)
        sv_buf_adds(out, ", ");
    }
    sv_buf_adds(out, " ]");
  }
  sv_buf_adds(out, "\n    }");
}

void sv_graph_doc_jsonld(const struct sv_graph_doc *g, struct sv_buf *out)
{
  sv_buf_adds(out, "{\n  \"@context\": {");
  for (size_t i = 0; i < g->prefix_count; i++) {
    sv_buf_adds(out, i ? ",\n    " : "\n    ");
    sv_text_json(out, g->prefixes[i].name);
    sv_buf_adds(out, ": ");
    sv_text_json(out, g->prefixes[i].iri);
  }
  sv_buf_adds(out, "\n  },\n  \"@graph\": [\n");
  for (size_t i = 0; i < g->count;) {
    const size_t end = run_end(g, i, false);
    json_subject(g, i, end, out);
    sv_buf_adds(out, end < g->count ? ",\n" : "\n");
    i = end;
  }
  sv_buf_adds(out, "  ]\n}\n");
}

static void xml_property(const struct sv_graph_doc *g, const struct sv_graph_triple *t,
                         struct sv_buf *out)
{
  const char *local = NULL;
  const struct sv_graph_prefix *p = shorten(g, t->predicate, &local);
  const char *name = p ? p->name : "rdf";
  if (!p && strcmp(t->predicate, RDF "type") != 0) {
    out->failed = SV_INVALID; /* RDF/XML has no other way to write a property */
    return;
  }
  if (!p)
    local = "type";
  sv_buf_addf(out, "    <%s:%s", name, local);
  if (t->object.kind == SV_GRAPH_IRI) {
    sv_buf_adds(out, " rdf:resource=\"");
    sv_text_html(out, t->object.text);
    sv_buf_adds(out, "\"/>\n");
    return;
  }
  if (t->object.language)
    sv_buf_addf(out, " xml:lang=\"%s\"", t->object.language);
  else if (t->object.datatype)
    sv_buf_addf(out, " rdf:datatype=\"%s\"", t->object.datatype);
  sv_buf_adds(out, ">");
  sv_text_html(out, t->object.text);
  sv_buf_addf(out, "</%s:%s>\n", name, local);
}

void sv_graph_doc_rdfxml(const struct sv_graph_doc *g, struct sv_buf *out)
{
  sv_buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns:rdf=\"" RDF "\"");
  for (size_t i = 0; i < g->prefix_count; i++)
    if (strcmp(g->prefixes[i].name, "rdf") != 0)
      sv_buf_addf(out, "\n    xmlns:%s=\"%s\"", g->prefixes[i].name, g->prefixes[i].iri);
  sv_buf_adds(out, ">\n");
  for (size_t i = 0; i < g->count;) {
    sv_buf_adds(out, "  <rdf:Description rdf:about=\"");
    sv_text_html(out, g->triples[i].subject);
    sv_buf_adds(out, "\">\n");
    for (const size_t end = run_end(g, i, false); i < end; i++)
      xml_property(g, &g->triples[i], out);
    sv_buf_adds(out, "  </rdf:Description>\n");
  }
  sv_buf_adds(out, "</rdf:RDF>\n");
}
