// SPDX-License-Identifier: Apache-2.0
/* N-Triples and N-Quads: one statement a line, IRIs in full. */
#include "engines/rdf/scan.h"

#include <string.h>

/* Triple terms that are open, from the outside in. */
#define OPEN_MAX 1000

struct open {
  sv_term s, p;
};

struct lines {
  struct sv_scan *scan;
  struct open open[OPEN_MAX];
};

static void skip_blanks(struct sv_scan *s)
{
  while (s->p < s->end && (*s->p == ' ' || *s->p == '\t'))
    s->p++;
}

static sv_term node(struct sv_scan *s, const char *msgid)
{
  skip_blanks(s);
  if (sv_scan_is(s, "<") && !sv_scan_is(s, "<<"))
    return sv_scan_absolute_iri(s);
  if (sv_scan_is(s, "_:"))
    return sv_scan_blank(s);
  return (sv_term)sv_scan_fault(s, s->p, msgid);
}

static sv_term predicate(struct sv_scan *s)
{
  skip_blanks(s);
  if (sv_scan_is(s, "<"))
    return sv_scan_absolute_iri(s);
  if (s->opt->generalized && sv_scan_is(s, "_:"))
    return sv_scan_blank(s);
  return (sv_term)sv_scan_fault(s, s->p, N_("An IRI was expected as predicate, not {found}."));
}

static sv_term literal(struct sv_scan *s)
{
  struct sv_span text, lang;
  enum sv_direction direction;
  if (!sv_scan_string(s, false, &text))
    return 0;
  skip_blanks(s);
  if (sv_scan_take(s, "@"))
    return sv_scan_lang(s, &lang, &direction)
               ? sv_graph_lang_literal(s->graph, text.data, text.size, lang.data, lang.size,
                                       direction)
               : 0;
  if (!sv_scan_take(s, "^^"))
    return sv_graph_literal(s->graph, text.data, text.size, SV_XSD_STRING);
  struct sv_buf kept = s->text;
  s->text = SV_BUF(kept.limit);
  skip_blanks(s);
  sv_term term = 0;
  const sv_term type = sv_scan_is(s, "<") ? sv_scan_absolute_iri(s)
                                          : (sv_term)sv_scan_fault(s, s->p,
                                                                   N_("A datatype IRI was expected "
                                                                      "after \"^^\", not "
                                                                      "{found}."));
  if (type == SV_RDF_LANG_STRING || type == SV_RDF_DIR_LANG_STRING)
    (void)sv_scan_fault(s, s->p,
                        N_("A language-tagged string is written with \"@\" and its "
                           "language, not with this datatype."));
  else if (type)
    term = sv_graph_literal(s->graph, text.data, text.size, type);
  sv_buf_free(&s->text);
  s->text = kept;
  return term;
}

/* An object; triple terms inside triple terms are kept in L->open, not on the stack. */
static sv_term object(struct lines *l)
{
  struct sv_scan *s = l->scan;
  size_t depth = 0;
  for (;;) {
    skip_blanks(s);
    if (sv_scan_take(s, "<<(")) {
      if (depth == OPEN_MAX)
        return (sv_term)sv_scan_limit(s, "rdf-nesting",
                                      N_("triple terms are nested deeper than the limit allows"));
      struct open *o = &l->open[depth++];
      o->s = node(s, N_("An IRI or a blank node was expected as subject, not {found}."));
      o->p = o->s ? predicate(s) : 0;
      if (!o->p)
        return 0;
      continue;
    }
    sv_term t = sv_scan_is(s, "\"") ? literal(s)
                                    : node(s, N_("An IRI, a blank node or a literal in double "
                                                 "quotes was expected "
                                                 "as object, not {found}."));
    while (t && depth > 0) {
      skip_blanks(s);
      if (!sv_scan_take(s, ")>>"))
        return (sv_term)sv_scan_fault(s, s->p, N_("\")>>\" was expected here, not {found}."));
      depth--;
      t = sv_graph_triple_term(s->graph, l->open[depth].s, l->open[depth].p, t);
    }
    return t;
  }
}

static bool statement(struct lines *l, bool quads)
{
  struct sv_scan *s = l->scan;
  struct sv_triple t = { .line = sv_graph_line(s->graph, s->line) };
  t.s = node(s, N_("An IRI or a blank node was expected as subject, not {found}."));
  t.p = t.s ? predicate(s) : 0;
  t.o = t.p ? object(l) : 0;
  if (!t.o)
    return false;
  skip_blanks(s);
  sv_term graph = 0;
  if (quads && !sv_scan_is(s, ".")) {
    graph = node(s, N_("A \".\" or the name of a graph was expected here, not {found}."));
    if (!graph)
      return false;
    skip_blanks(s);
  }
  if (!sv_scan_take(s, "."))
    return sv_scan_fault(s, s->p,
                         N_("A \".\" was expected at the end of the statement, not "
                            "{found}."));
  sv_graph_add(s->graph, &t, graph);
  return true;
}

/* RDF 1.2: VERSION "1.2" on a line of its own. */
static bool version(struct sv_scan *s)
{
  struct sv_span text;
  skip_blanks(s);
  return sv_scan_is(s, "\"") ? sv_scan_string(s, false, &text)
                             : sv_scan_fault(s, s->p,
                                             N_("A version in quotes was expected here, "
                                                "not {found}."));
}

/* What follows a statement on its line: nothing, or a comment. */
static bool line_end(struct sv_scan *s)
{
  skip_blanks(s);
  if (s->p == s->end || *s->p == '\n' || *s->p == '\r' || *s->p == '#')
    return true;
  return sv_scan_fault(s, s->p,
                       N_("A line end was expected after the statement, not {found}; "
                          "each statement has a line of its own."));
}

bool sv_rdf_read_lines(struct sv_scan *s, bool quads)
{
  struct lines l = { .scan = s };
  while (sv_scan_space(s)) {
    if (s->p == s->end)
      return true;
    if (s->opt->release && s->p - s->released > 1 << 20) {
      s->released = s->p;
      s->opt->release(s->opt->context, (size_t)(s->line_start - s->start));
    }
    if (!(sv_scan_take(s, "VERSION") ? version(s) : statement(&l, quads)) || !line_end(s)) {
      if (s->status == SV_OK)
        s->status = s->graph->status;
      return false;
    }
    if (s->graph->status != SV_OK) {
      s->status = s->graph->status;
      return false;
    }
  }
  return false;
}
