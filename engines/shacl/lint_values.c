// SPDX-License-Identifier: Apache-2.0
/* Values: of the right kind, no more than may be, and none that contradict one another. */
#include "engines/shacl/lint_state.h"

#include "engines/base/ascii.h"

#include <stdio.h>
#include <string.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"

static const char *const wrong_kind[] = {
  [TAKES_IRI] = N_("The value of {term} must be an IRI; {value} is none."),
  [TAKES_SHAPE] = N_("The value of {term} must be a shape; {value} is none."),
  [TAKES_SHAPES] = N_("The value of {term} must be a list of shapes; {value} is none."),
  [TAKES_LIST] = N_("The value of {term} must be a list; {value} is none."),
  [TAKES_COUNT] = N_("The value of {term} must be a whole number (xsd:integer); {value} is none."),
  [TAKES_BOOLEAN] = N_("The value of {term} must be true or false (xsd:boolean); {value} is "
                       "neither."),
  [TAKES_STRING] = N_("The value of {term} must be a text without a language (xsd:string); {value} "
                      "is none."),
  [TAKES_TEXT] = N_("The value of {term} must be a text; {value} is none."),
  [TAKES_LITERAL] = N_("The value of {term} must be a literal; {value} is none."),
  [TAKES_NODE_KIND] = N_("The value of {term} must be one of sh:IRI, sh:BlankNode, sh:Literal, "
                         "sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral and sh:IRIOrLiteral; {value} is "
                         "none."),
};

/* Pairs that no value can satisfy when the first is above the second. */
static const struct {
  const char *low, *high;
} bounds[] = {
  { "minCount", "maxCount" },
  { "minLength", "maxLength" },
  { "qualifiedMinCount", "qualifiedMaxCount" },
};

/* What only literals can satisfy, and what no literal can. */
static const char *const of_literals[] = { "datatype", "languageIn", "uniqueLang" };

static bool is_whole(const char *text)
{
  if (*text == '-' || *text == '+')
    text++;
  if (!*text)
    return false;
  while (sv_is_digit(*text))
    text++;
  return !*text;
}

static bool is_node_kind(const struct lint *l, sv_term t)
{
  const char *name = lint_word_of(l, t)->name;
  return strncmp(name, "BlankNode", 9) == 0 || strncmp(name, "IRI", 3) == 0 ||
         strcmp(name, "Literal") == 0;
}

static bool is_list(const struct lint *l, sv_term t)
{
  return t == SV_RDF_NIL || sv_graph_object(l->g, t, SV_RDF_REST) != 0 ||
         sv_graph_object(l->g, t, SV_RDF_FIRST) != 0;
}

static bool is_right(const struct lint *l, enum lint_takes takes, sv_term o)
{
  const bool literal = sv_term_kind(o) == SV_TERM_LITERAL;
  const sv_term type = sv_graph_datatype(l->g, o);
  const char *text = sv_graph_text(l->g, o, NULL);
  switch (takes) {
  case TAKES_IRI:
    return sv_term_kind(o) == SV_TERM_IRI;
  case TAKES_SHAPE:
    return !literal && sv_term_kind(o) != SV_TERM_TRIPLE;
  case TAKES_SHAPES:
  case TAKES_LIST:
    return is_list(l, o);
  case TAKES_COUNT:
    return type == SV_XSD_INTEGER && is_whole(text);
  case TAKES_BOOLEAN:
    return type == SV_XSD_BOOLEAN;
  case TAKES_STRING:
    return type == SV_XSD_STRING;
  case TAKES_TEXT:
    return type == SV_XSD_STRING || type == SV_RDF_LANG_STRING || type == SV_RDF_DIR_LANG_STRING;
  case TAKES_LITERAL:
    return literal;
  case TAKES_NODE_KIND:
    return is_node_kind(l, o);
  case TAKES_ANYTHING:
  case TAKES_PATH:
    break;
  }
  return true;
}

static void kind_of_value(struct lint *l, const struct sv_triple *t)
{
  const enum lint_takes takes = lint_word_of(l, t->p)->takes;
  /* A misspelt word is said as such. */
  const bool misspelt = *lint_mark(l, t->o) & MARK_SHACL && !l->words[sv_term_index(t->o)];
  if (is_right(l, takes, t->o) || (takes == TAKES_NODE_KIND && misspelt))
    return;
  const struct sv_shacl_lint_finding f = {
    .rule = "value",
    .msgid = wrong_kind[takes],
    .is_error = true,
    .line = t->line,
    .node = t->s,
  };
  lint_say(l, &f, "term", lint_show(l, t->p), "value", lint_show(l, t->o), NULL);
}

static bool begins(const char *text, const char *with)
{
  return strncmp(text, with, strlen(with)) == 0;
}

/* Of the datatypes in the namespaces of XML Schema and RDF, and rdfs:Literal, which is their class.
 */
static bool is_datatype(const char *iri)
{
  return begins(iri, XSD) || strcmp(iri, RDF "langString") == 0 || strcmp(iri, RDF "HTML") == 0 ||
         strcmp(iri, RDF "XMLLiteral") == 0 || strcmp(iri, RDF "JSON") == 0 ||
         strcmp(iri, RDF "dirLangString") == 0;
}

static void class_or_datatype(struct lint *l, const struct sv_triple *t)
{
  const char *name = lint_word_of(l, t->p)->name, *iri = sv_graph_text(l->g, t->o, NULL);
  const bool literal_class = strcmp(iri, RDFS "Literal") == 0;
  struct sv_shacl_lint_finding f = { .is_error = true, .line = t->line, .node = t->s };
  if (sv_term_kind(t->o) != SV_TERM_IRI)
    return;
  if (strcmp(name, "class") == 0 && (literal_class || is_datatype(iri))) {
    f.rule = "class";
    f.msgid = N_("{value} is a class of literals, and no literal is ever an instance in the graph: "
                 "sh:class fails for every value. Use sh:datatype or sh:nodeKind sh:Literal.");
  } else if (strcmp(name, "datatype") == 0 && (literal_class || *lint_mark(l, t->o) & MARK_SHACL ||
                                               strcmp(iri, RDFS "Resource") == 0)) {
    f.rule = "datatype";
    f.msgid = N_("{value} is no datatype: sh:datatype fails for every value. Use sh:nodeKind.");
  } else {
    return;
  }
  lint_say(l, &f, "value", lint_show(l, t->o), NULL);
}

/* --- what stands in one shape --- */

static void too_many(struct lint *l, const struct sv_triple *t, size_t n)
{
  char count[24];
  const struct sv_shacl_lint_finding f = {
    .rule = "too-many",
    .msgid = N_("{shape} has {count} values of {term}, which may have one; the shape is "
                "ill-formed. "
                "Is it defined twice?"),
    .is_error = true,
    .line = t[n - 1].line > t->line ? t[n - 1].line : t->line,
    .node = t->s,
  };
  (void)snprintf(count, sizeof count, "%zu", n);
  lint_say(l, &f, "shape", lint_show(l, t->s), "count", count, "term", lint_show(l, t->p), NULL);
}

/* Two messages in one language: only one can be said (SHACL 2.1.5). */
static void same_language(struct lint *l, const struct sv_triple *t, size_t n)
{
  for (size_t i = 1; i < n; i++)
    for (size_t j = 0; j < i && n <= 64; j++) {
      const char *a = sv_graph_lang(l->g, t[i].o), *b = sv_graph_lang(l->g, t[j].o);
      if (strcmp(a ? a : "", b ? b : "") != 0 || sv_term_kind(t[i].o) != SV_TERM_LITERAL)
        continue;
      const struct sv_shacl_lint_finding f = {
        .rule = "same-language",
        .msgid = N_("{shape} has two values of {term} in the same language ({language})."),
        .line = t[i].line > t[j].line ? t[i].line : t[j].line,
        .node = t->s,
      };
      lint_say(l, &f, "shape", lint_show(l, t->s), "term", lint_show(l, t->p), "language",
               a ? a : "-", NULL);
      return;
    }
}

static const struct sv_triple *only(const struct lint *l, sv_term s, const char *name)
{
  const sv_term p = lint_term(l, name);
  size_t n = 0;
  const struct sv_triple *t = p ? sv_graph_objects(l->g, s, p, &n) : NULL;
  return n == 1 ? t : NULL;
}

/* The value of a count that fits, -1 for others. */
static long long count_of(const struct lint *l, const struct sv_triple *t)
{
  long long value = 0;
  const char *text = t ? sv_graph_text(l->g, t->o, NULL) : "";
  if (!is_whole(text) || *text == '-' || strlen(text) > 15)
    return -1;
  for (text += *text == '+'; *text; text++)
    value = value * 10 + (*text - '0');
  return value;
}

static void bounds_of(struct lint *l, sv_term s)
{
  for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
    const struct sv_triple *low = only(l, s, bounds[i].low), *high = only(l, s, bounds[i].high);
    if (!low || !high || count_of(l, high) < 0 || count_of(l, low) <= count_of(l, high))
      continue;
    const struct sv_shacl_lint_finding f = {
      .rule = "bounds",
      .msgid = N_("{low} is above {high} in {shape}: nothing can satisfy both."),
      .is_error = true,
      .line = low->line,
      .node = s,
    };
    lint_say(l, &f, "low", lint_show(l, low->p), "high", lint_show(l, high->p), "shape",
             lint_show(l, s), NULL);
  }
}

static void contradiction(struct lint *l, const struct sv_triple *a, const struct sv_triple *b)
{
  const struct sv_shacl_lint_finding f = {
    .rule = "contradiction",
    .msgid = N_("{first} and {second} contradict each other in {shape}: no value can satisfy "
                "both."),
    .is_error = true,
    .line = a->line > b->line ? a->line : b->line,
    .node = a->s,
  };
  lint_say(l, &f, "first", lint_show(l, a->p), "second", lint_show(l, b->p), "shape",
           lint_show(l, a->s), NULL);
}

static void contradictions(struct lint *l, sv_term s)
{
  const struct sv_triple *kind = only(l, s, "nodeKind"), *class = only(l, s, "class");
  const char *name = kind ? lint_word_of(l, kind->o)->name : "";
  if (class && kind && strcmp(name, "Literal") == 0)
    contradiction(l, class, kind);
  for (size_t i = 0; i < sizeof of_literals / sizeof of_literals[0]; i++) {
    const struct sv_triple *t = only(l, s, of_literals[i]);
    const bool nodes = strcmp(name, "IRI") == 0 || strcmp(name, "BlankNode") == 0 ||
                       strcmp(name, "BlankNodeOrIRI") == 0;
    if (t && kind && nodes && strcmp(of_literals[i], "uniqueLang") != 0)
      contradiction(l, t, kind);
    if (t && class && strcmp(of_literals[i], "datatype") == 0)
      contradiction(l, t, class);
  }
}

static void one_subject(struct lint *l, const struct sv_triple *row, size_t n)
{
  for (size_t i = 0, run; i < n; i += run) {
    const struct lint_word *w = lint_word_of(l, row[i].p);
    for (run = 1; i + run < n && row[i + run].p == row[i].p; run++)
      continue;
    if (run > 1 && w->flags & LINT_ONE)
      too_many(l, &row[i], run);
    if (run > 1 && strcmp(w->name, "message") == 0)
      same_language(l, &row[i], run);
  }
  if (*lint_mark(l, row->s) & MARK_SHAPE) {
    bounds_of(l, row->s);
    contradictions(l, row->s);
  }
}

void lint_values(struct lint *l)
{
  const size_t size = sv_graph_size(l->g);
  const struct sv_triple *t = sv_graph_triples(l->g);
  for (size_t i = 0, run; i < size; i += run) {
    for (run = 1; i + run < size && t[i + run].s == t[i].s; run++)
      continue;
    if (*lint_mark(l, t[i].s) & MARK_SHACL)
      continue;
    for (size_t j = i; j < i + run; j++) {
      kind_of_value(l, &t[j]);
      class_or_datatype(l, &t[j]);
    }
    one_subject(l, &t[i], run);
  }
}
