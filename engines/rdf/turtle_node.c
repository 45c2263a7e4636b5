// SPDX-License-Identifier: Apache-2.0
/* What may stand as a subject, an object or a list's item. */
#include "engines/rdf/turtle.h"

#include "engines/base/ascii.h"

#include <string.h>

sv_term turtle_iri(struct turtle *t)
{
  struct sv_scan *s = &t->scan;
  return s->p < s->end && *s->p == '<' ? sv_scan_iri(s) : sv_scan_prefixed(s);
}

sv_term turtle_anon(struct turtle *t)
{
  struct sv_scan *s = &t->scan;
  const char *const from = s->p;
  const char *const line_start = s->line_start;
  const size_t line = s->line;
  s->p++;
  if (!sv_scan_space(s))
    return 0;
  if (sv_scan_take(s, "]"))
    return sv_graph_blank(s->graph, "", 0);
  s->p = from;
  s->line = line;
  s->line_start = line_start;
  return 0;
}

/* Which kinds of nodes the frame takes at its stage. */
static bool takes_literal(const struct frame *f)
{
  return f->stage == STAGE_OBJECT || f->stage == STAGE_ITEM;
}

static bool takes_bracket(const struct frame *f)
{
  return f->kind != FRAME_REIFIED && f->kind != FRAME_TRIPLE;
}

static bool properties(struct turtle *t, struct frame *f)
{
  struct sv_scan *s = &t->scan;
  const sv_term anon = turtle_anon(t);
  if (anon)
    return turtle_deliver(t, anon);
  if (s->status != SV_OK)
    return false;
  if (!takes_bracket(f))
    return sv_scan_fault(s, s->p, N_("Only an empty \"[]\" may stand inside a quoted triple."));
  s->p++;
  if (!turtle_push(t, FRAME_PROPERTIES, STAGE_VERB))
    return false;
  turtle_top(t)->s = sv_graph_blank(s->graph, "", 0);
  return true;
}

static bool angle(struct turtle *t, struct frame *f)
{
  struct sv_scan *s = &t->scan;
  if (!sv_scan_is(s, "<<"))
    return turtle_deliver(t, sv_scan_iri(s));
  const bool term = sv_scan_is(s, "<<(");
  if (term && !takes_literal(f))
    return sv_scan_fault(s, s->p, N_("A triple term may only be an object."));
  if (f->kind == FRAME_TRIPLE && !term)
    return sv_scan_fault(s, s->p,
                         N_("Inside a triple term only another triple term \"<<( )>>\" "
                            "may stand."));
  s->p += term ? 3 : 2;
  return turtle_push(t, term ? FRAME_TRIPLE : FRAME_REIFIED, STAGE_SUBJECT);
}

static bool list(struct turtle *t, struct frame *f)
{
  struct sv_scan *s = &t->scan;
  if (!takes_bracket(f))
    return sv_scan_fault(s, s->p, N_("A list cannot stand inside a quoted triple."));
  s->p++;
  return turtle_push(t, FRAME_LIST, STAGE_ITEM);
}

static sv_term literal(struct turtle *t)
{
  struct sv_scan *s = &t->scan;
  struct sv_span text, lang;
  enum sv_direction direction;
  if (!sv_scan_string(s, true, &text))
    return 0;
  if (s->p < s->end && sv_is_space((unsigned char)*s->p) && !sv_scan_space(s))
    return 0;
  if (sv_scan_take(s, "@"))
    return sv_scan_lang(s, &lang, &direction)
               ? sv_graph_lang_literal(s->graph, text.data, text.size, lang.data, lang.size,
                                       direction)
               : 0;
  if (!sv_scan_take(s, "^^"))
    return sv_graph_literal(s->graph, text.data, text.size, SV_XSD_STRING);
  /* The datatype may use the same buffer as the text. */
  struct sv_buf kept = s->text;
  s->text = SV_BUF(kept.limit);
  const sv_term type = sv_scan_space(s) ? turtle_iri(t) : 0;
  sv_term term = 0;
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

/* A prefixed name, true or false. */
static sv_term word(struct turtle *t, const struct frame *f)
{
  struct sv_scan *s = &t->scan;
  bool colon;
  const char *const at = s->p;
  const size_t n = sv_scan_prefix_name(s, &colon);
  if (colon)
    return sv_scan_prefixed(s);
  const bool truth = n == 4 && memcmp(at, "true", 4) == 0;
  if (takes_literal(f) && (truth || (n == 5 && memcmp(at, "false", 5) == 0))) {
    s->p += n;
    return sv_graph_literal(s->graph, at, n, SV_XSD_BOOLEAN);
  }
  return (sv_term)sv_scan_fault(s, at,
                                takes_literal(f) ? N_("An IRI, a prefixed name, a blank node or a "
                                                      "literal was expected here, not {found}.")
                                                 : N_("An IRI, a prefixed name or a blank node was "
                                                      "expected here, not {found}."));
}

bool turtle_node(struct turtle *t)
{
  struct sv_scan *s = &t->scan;
  struct frame *f = turtle_top(t);
  const char c = s->p < s->end ? *s->p : '\0';
  switch (c) {
  case '<':
    return angle(t, f);
  case '[':
    return properties(t, f);
  case '(':
    return list(t, f);
  case '_':
    if (sv_scan_is(s, "_:"))
      return turtle_deliver(t, sv_scan_blank(s));
    break;
  case '"':
  case '\'':
    if (takes_literal(f))
      return turtle_deliver(t, literal(t));
    return sv_scan_fault(s, s->p,
                         N_("A literal cannot be a subject or a predicate; it may only "
                            "be an object."));
  default:
    if (takes_literal(f) && (sv_is_digit((unsigned char)c) || c == '+' || c == '-' || c == '.'))
      return turtle_deliver(t, sv_scan_number(s));
    break;
  }
  return turtle_deliver(t, word(t, f));
}
