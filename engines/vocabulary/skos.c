// SPDX-License-Identifier: Apache-2.0
/* A SKOS concept scheme as a code list: skos:inScheme or skos:topConceptOf, labels by language,
 * notation or identifier as code, owl:versionInfo and dates. */
#include "engines/vocabulary/skos.h"

#include "engines/base/date.h"

#include <stdlib.h>
#include <string.h>

#ifndef N_
#define N_(text) text
#endif

#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define DCT "http://purl.org/dc/terms/"
#define DC "http://purl.org/dc/elements/1.1/"
#define OWL "http://www.w3.org/2002/07/owl#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"

static const char *const label_words[] = { SKOS "prefLabel", DCT "title", RDFS "label" };
static const char *const code_words[] = { SKOS "notation", DC "identifier", DCT "identifier" };
static const char *const date_words[] = { DCT "issued", DCT "modified", DCT "created" };
static const char *const version_words[] = { OWL "versionInfo", DCT "hasVersion" };

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct import {
  const struct sv_graph *g;
  const struct sv_skos_import *how;
  const struct sv_vocabulary *known; /* the list of this scheme so far; NULL: none */
  sv_term scheme;
  struct sv_buf *out;
  struct sv_error *err;
};

static sv_term word(const struct sv_graph *g, const char *iri)
{
  return sv_graph_find_iris(g, iri);
}

/* Adds a text for one cell: a tab or end of line becomes a space. */
static void add_cell(struct sv_buf *out, const char *text)
{
  for (; *text; text++)
    (void)sv_buf_addc(out, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
}

static void add_key(struct sv_buf *out, const char *key, const char *value)
{
  if (!value || !*value)
    return;
  (void)sv_buf_addf(out, "%s\t", key);
  add_cell(out, value);
  (void)sv_buf_addc(out, '\n');
}

static bool in_language(const struct sv_graph *g, sv_term o, const char *lang)
{
  const char *own = sv_graph_lang(g, o);
  if (sv_term_kind(o) != SV_TERM_LITERAL)
    return false;
  if (!lang)
    return !own;
  return own && (strcmp(own, lang) == 0 || (strcmp(lang, "nb") == 0 && strcmp(own, "no") == 0));
}

/* The text of S in LANG (NULL: without one) under the first of WORDS that has it, or "". */
static const char *text_in(const struct sv_graph *g, sv_term s, const char *const *words,
                           size_t count, const char *lang)
{
  for (size_t i = 0; i < count; i++) {
    size_t n = 0;
    const sv_term p = word(g, words[i]);
    const struct sv_triple *t = p ? sv_graph_objects(g, s, p, &n) : NULL;
    for (size_t j = 0; t && j < n; j++)
      if (in_language(g, t[j].o, lang))
        return sv_graph_text(g, t[j].o, NULL);
  }
  return "";
}

static const char *last_part(const char *iri)
{
  const char *last = iri;
  for (const char *p = iri; *p; p++)
    if ((*p == '/' || *p == '#') && p[1])
      last = p + 1;
  return last;
}

static bool is_retired(const struct sv_graph *g, sv_term s)
{
  const sv_term p = word(g, OWL "deprecated");
  const sv_term o = p ? sv_graph_object(g, s, p) : 0;
  return o && strcmp(sv_graph_text(g, o, NULL), "true") == 0;
}

static bool is_of_scheme(const struct import *m, sv_term s)
{
  static const char *const ties[] = { SKOS "inScheme", SKOS "topConceptOf" };
  for (size_t i = 0; i < COUNT(ties); i++) {
    const sv_term p = word(m->g, ties[i]);
    if (p && sv_graph_find(m->g, s, p, m->scheme))
      return true;
  }
  const sv_term top = word(m->g, SKOS "hasTopConcept");
  return top && sv_graph_find(m->g, m->scheme, top, s);
}

static void add_concept(const struct import *m, sv_term s)
{
  const struct sv_graph *g = m->g;
  const char *iri = sv_graph_text(g, s, NULL);
  const char *code = text_in(g, s, code_words, COUNT(code_words), NULL);
  const char *nb = text_in(g, s, label_words, COUNT(label_words), "nb");
  const char *en = text_in(g, s, label_words, COUNT(label_words), "en");
  const char *bare = text_in(g, s, label_words, COUNT(label_words), NULL);
  add_cell(m->out, iri);
  (void)sv_buf_addc(m->out, '\t');
  add_cell(m->out, *code ? code : last_part(iri));
  (void)sv_buf_addc(m->out, '\t');
  add_cell(m->out, nb);
  (void)sv_buf_addc(m->out, '\t');
  add_cell(m->out, text_in(g, s, label_words, COUNT(label_words), "nn"));
  (void)sv_buf_addc(m->out, '\t');
  add_cell(m->out, *en ? en : bare);
  (void)sv_buf_adds(m->out, "\t\n");
}

/* The concepts' rows, in order of IRI. */
static int by_text(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum sv_status add_concepts(const struct import *m)
{
  size_t n = 0, count = 0;
  const sv_term concept = word(m->g, SKOS "Concept");
  const uint32_t *at = concept ? sv_graph_subjects(m->g, SV_RDF_TYPE, concept, &n) : NULL;
  const char **iris = calloc(n + 1, sizeof *iris);
  if (!iris)
    return sv_fail(m->err, SV_NO_MEMORY, N_("memory ran out"));
  for (size_t i = 0; i < n; i++) {
    const sv_term s = sv_graph_triples(m->g)[at[i]].s;
    if (sv_term_kind(s) == SV_TERM_IRI && !is_retired(m->g, s) && is_of_scheme(m, s))
      iris[count++] = sv_graph_text(m->g, s, NULL);
  }
  qsort(iris, count, sizeof *iris, by_text);
  for (size_t i = 0; i < count; i++)
    add_concept(m, sv_graph_find_iris(m->g, iris[i]));
  free(iris);
  if (count == 0)
    return sv_fail(m->err, SV_INVALID, N_("the scheme has no concepts in this file"));
  return m->out->failed != SV_OK ? sv_fail_limit(m->err, "vocabulary-bytes",
                                                 N_("the code list is larger than the limit "
                                                    "allows"))
                                 : SV_OK;
}

static enum sv_status find_scheme(struct import *m)
{
  if (m->how->scheme) {
    m->scheme = sv_graph_find_iris(m->g, m->how->scheme);
    return m->scheme ? SV_OK
                     : sv_fail(m->err, SV_INVALID, N_("the scheme %s is not in this file"),
                               m->how->scheme);
  }
  size_t n = 0;
  const sv_term class = word(m->g, SKOS "ConceptScheme");
  const uint32_t *at = class ? sv_graph_subjects(m->g, SV_RDF_TYPE, class, &n) : NULL;
  if (n == 0)
    return sv_fail(m->err, SV_INVALID, N_("there is no skos:ConceptScheme in this file"));
  if (n > 1)
    return sv_fail(m->err, SV_INVALID,
                   N_("there is more than one skos:ConceptScheme in this file; choose one with "
                      "--scheme IRI"));
  m->scheme = sv_graph_triples(m->g)[at[0]].s;
  return SV_OK;
}

static const struct sv_vocabulary *list_of(const struct sv_vocabularies *old, const char *scheme)
{
  for (size_t i = 0; old && i < sv_vocabularies_count(old); i++)
    if (strcmp(sv_vocabularies_at(old, i)->scheme, scheme) == 0)
      return sv_vocabularies_at(old, i);
  return NULL;
}

static const char *or_else(const char *text, const char *other)
{
  return text && *text ? text : other;
}

/* The date that a literal such as 2024-12-11 or 2024-12-11T00:00:00 begins with, or "". */
static void date_of(const char *text, char out[11])
{
  out[0] = '\0';
  if (strlen(text) < 10 || !sv_date_parse(text, 10, NULL))
    return;
  memcpy(out, text, 10);
  out[10] = '\0';
}

static void add_keys(const struct import *m, const char *id)
{
  const struct sv_graph *g = m->g;
  const char *scheme = sv_graph_text(g, m->scheme, NULL);
  const char *nb = text_in(g, m->scheme, label_words, COUNT(label_words), "nb");
  const char *nn = text_in(g, m->scheme, label_words, COUNT(label_words), "nn");
  const char *en = text_in(g, m->scheme, label_words, COUNT(label_words), "en");
  const char *bare = text_in(g, m->scheme, label_words, COUNT(label_words), NULL);
  en = or_else(en, or_else(bare, or_else(nb, id)));
  char issued[11];
  date_of(text_in(g, m->scheme, date_words, COUNT(date_words), NULL), issued);
  add_key(m->out, "id", id);
  add_key(m->out, "title_nb", m->known ? m->known->title_nb : or_else(nb, en));
  add_key(m->out, "title_nn", m->known ? m->known->title_nn : or_else(nn, or_else(nb, en)));
  add_key(m->out, "title_en", m->known ? m->known->title_en : en);
  add_key(m->out, "scheme", scheme);
  add_key(m->out, "version", text_in(g, m->scheme, version_words, COUNT(version_words), NULL));
  add_key(m->out, "issued", issued);
  add_key(m->out, "taken", m->how->taken);
  add_key(m->out, "source", m->how->source);
  add_key(m->out, "complete", "yes");
  (void)sv_buf_adds(m->out, "\nuri\tcode\tlabel_nb\tlabel_nn\tlabel_en\textra\n");
}

enum sv_status sv_vocabulary_from_skos(const struct sv_graph *g, const struct sv_skos_import *how,
                                       struct sv_buf *out, struct sv_error *err)
{
  struct import m = { .g = g, .how = how, .out = out, .err = err };
  SV_TRY(find_scheme(&m));
  m.known = list_of(how->old, sv_graph_text(g, m.scheme, NULL));
  const char *id = how->id ? how->id : m.known ? m.known->id : NULL;
  if (!id)
    return sv_fail(err, SV_INVALID,
                   N_("no code list has the scheme %s yet; give it a name with --id, such as "
                      "our-list"),
                   sv_graph_text(g, m.scheme, NULL));
  add_keys(&m, id);
  return add_concepts(&m);
}
