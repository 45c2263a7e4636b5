// SPDX-License-Identifier: Apache-2.0
/* Lists and paths: their form (SHACL 2.3.1, 4.6), and the shapes that a value of a property uses.
 */
#include "engines/shacl/lint_state.h"

#include <string.h>

static bool takes_list(const struct lint_word *w)
{
  return w->takes == TAKES_SHAPES || w->takes == TAKES_LIST;
}

void lint_uses(struct lint *l, const struct sv_triple *t,
               void (*use)(struct lint *l, const struct sv_triple *t, sv_term shape))
{
  const struct lint_word *w = lint_word_of(l, t->p);
  if (w->takes == TAKES_SHAPE)
    use(l, t, t->o);
  if (w->takes != TAKES_SHAPES)
    return;
  struct sv_list_walk walk;
  for (sv_list_begin(&walk, l->g, t->o); sv_list_next(&walk);)
    use(l, t, walk.item);
}

static const char *const faults[] = {
  [SV_LIST_CYCLE] = N_("The list of {term} comes back to itself."),
  [SV_LIST_NO_REST] = N_("The list of {term} does not end with rdf:nil."),
  [SV_LIST_MANY] = N_("The list of {term} is malformed: each of its cells must have one rdf:first "
                      "and one rdf:rest."),
};

static void member(struct lint *l, const struct sv_triple *t, const struct sv_list_walk *walk)
{
  const bool literal = sv_term_kind(walk->item) == SV_TERM_LITERAL;
  if (!literal && !(*lint_mark(l, walk->item) & MARK_SHACL))
    return;
  const struct sv_shacl_lint_finding f = {
    .rule = "list-member",
    .msgid = N_("The list of {term} must hold shapes; {value} is none. A list within a list needs "
                "a shape around it: [ sh:or ( … ) ]."),
    .is_error = true,
    .line = walk->line ? walk->line : t->line,
    .node = t->s,
  };
  lint_say(l, &f, "term", lint_show(l, t->p), "value", lint_show(l, walk->item), NULL);
}

static void list(struct lint *l, const struct sv_triple *t)
{
  const struct lint_word *w = lint_word_of(l, t->p);
  struct sv_list_walk walk;
  size_t length = 0;
  struct sv_shacl_lint_finding f = { .line = t->line, .node = t->s };
  for (sv_list_begin(&walk, l->g, t->o); sv_list_next(&walk); length++)
    if (w->takes == TAKES_SHAPES)
      member(l, t, &walk);
  if (walk.fault != SV_LIST_OK) {
    f.rule = "list";
    f.is_error = true;
    f.msgid = faults[walk.fault];
    lint_say(l, &f, "term", lint_show(l, t->p), NULL);
  } else if (length == 0 && strcmp(w->name, "ignoredProperties") != 0) {
    f.rule = "empty-list";
    f.msgid = N_("The list of {term} is empty.");
    lint_say(l, &f, "term", lint_show(l, t->p), NULL);
  }
}

static bool has_rest(const struct lint *l, sv_term t)
{
  return t == SV_RDF_NIL || sv_graph_object(l->g, t, SV_RDF_REST) != 0;
}

/* The operator's triple when T is a path of one operator; its number of operators in *COUNT. */
static const struct sv_triple *operator_of(const struct lint *l, sv_term t, size_t *count)
{
  size_t n = 0;
  const struct sv_triple *row = sv_graph_row(l->g, t, &n), *found = NULL;
  *count = 0;
  for (size_t i = 0; i < n; i++)
    if (lint_word_of(l, row[i].p)->flags & LINT_PATH) {
      found = &row[i];
      (*count)++;
    }
  return found;
}

/* One step of a path. The parts of it go on the stack; false when PART is no path. */
static bool path_part(struct lint *l, sv_term part, size_t *depth)
{
  if (sv_term_kind(part) == SV_TERM_IRI)
    return part != SV_RDF_NIL;
  if (sv_term_kind(part) != SV_TERM_BLANK)
    return false;
  size_t count = 0;
  sv_term head = part;
  const struct sv_triple *op = operator_of(l, part, &count);
  if (count > 1 || (count == 1 && has_rest(l, part)))
    return false;
  if (op && strcmp(lint_word_of(l, op->p)->name, "alternativePath") != 0) {
    l->stack[(*depth)++] = op->o;
    return true;
  }
  if (op)
    head = op->o;
  if (!has_rest(l, head))
    return false;
  struct sv_list_walk walk;
  size_t length = 0;
  const size_t most = sv_graph_term_count(l->g);
  for (sv_list_begin(&walk, l->g, head); sv_list_next(&walk); length++)
    if (*depth < most)
      l->stack[(*depth)++] = walk.item;
  return walk.fault == SV_LIST_OK && length >= 2;
}

static void path(struct lint *l, const struct sv_triple *t)
{
  size_t depth = 0, steps = 0;
  const size_t most = sv_graph_term_count(l->g);
  bool fine = true;
  l->stack[depth++] = t->o;
  /* A path that comes back to itself never ends: it has more parts than the graph has terms. */
  while (fine && depth > 0 && depth < most && steps++ < most)
    fine = path_part(l, l->stack[--depth], &depth);
  if (fine && depth == 0)
    return;
  const struct sv_shacl_lint_finding f = {
    .rule = "path",
    .msgid = N_("The path of {shape} is malformed: a path is an IRI, a list of at least two paths, "
                "or one of sh:inversePath, sh:alternativePath, sh:zeroOrMorePath, sh:oneOrMorePath "
                "and sh:zeroOrOnePath."),
    .is_error = true,
    .line = t->line,
    .node = t->s,
  };
  lint_say(l, &f, "shape", lint_show(l, t->s), NULL);
}

void lint_lists(struct lint *l)
{
  const size_t size = sv_graph_size(l->g);
  const struct sv_triple *t = sv_graph_triples(l->g);
  for (size_t i = 0; i < size; i++) {
    const struct lint_word *w = lint_word_of(l, t[i].p);
    if (takes_list(w) && has_rest(l, t[i].o))
      list(l, &t[i]);
    if (w->takes == TAKES_PATH)
      path(l, &t[i]);
  }
}
