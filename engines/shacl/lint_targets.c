// SPDX-License-Identifier: Apache-2.0
/* Shapes that judge nothing: without a target and unused, without a constraint, or named and never
 * described. */
#include "engines/shacl/lint_state.h"

#include <string.h>

/* --- which shapes are reached from a target --- */

static void reach(struct lint *l, const struct sv_triple *t, sv_term shape)
{
  (void)t;
  uint8_t *mark = lint_mark(l, shape);
  if (*mark & MARK_REACHED || sv_term_kind(shape) == SV_TERM_LITERAL)
    return;
  *mark |= MARK_REACHED;
  l->stack[0]++; /* the number of shapes on the stack */
  l->stack[l->stack[0]] = shape;
}

static void reach_from(struct lint *l, sv_term root)
{
  l->stack[0] = 0;
  reach(l, NULL, root);
  while (l->stack[0] > 0) {
    size_t n = 0;
    const struct sv_triple *row = sv_graph_row(l->g, l->stack[l->stack[0]--], &n);
    for (size_t i = 0; i < n; i++)
      lint_uses(l, &row[i], reach);
  }
}

/* --- the rules --- */

static void untargeted(struct lint *l, sv_term s)
{
  if (!(*lint_mark(l, s) & MARK_DEACTIVATED)) {
    const struct sv_shacl_lint_finding f = {
      .rule = "untargeted",
      .msgid = N_("{shape} has no target, and no shape that has one uses it: it never judges "
                  "anything."),
      .line = lint_line(l, s),
      .node = s,
    };
    lint_say(l, &f, "shape", lint_show(l, s), NULL);
  }
  reach_from(l, s); /* what it uses is never judged either; said once */
}

static void no_constraint(struct lint *l, sv_term s)
{
  size_t n = 0;
  const struct sv_triple *row = sv_graph_row(l->g, s, &n);
  bool says = false; /* a class may be a shape with nothing to say */
  for (size_t i = 0; i < n; i++)
    says |= lint_word_of(l, row[i].p)->flags & LINT_TARGET ||
            strcmp(lint_word_of(l, row[i].p)->name, "message") == 0;
  if (!says)
    return;
  const struct sv_shacl_lint_finding f = {
    .rule = "no-constraint",
    .msgid = N_("{shape} has no constraint: everything conforms to it."),
    .line = lint_line(l, s),
    .node = s,
  };
  lint_say(l, &f, "shape", lint_show(l, s), NULL);
}

static void undescribed(struct lint *l, const struct sv_triple *t, sv_term shape)
{
  size_t n = 0;
  (void)sv_graph_row(l->g, shape, &n);
  if (n > 0 || sv_term_kind(shape) == SV_TERM_LITERAL || *lint_mark(l, shape) & MARK_SHACL)
    return;
  const struct sv_shacl_lint_finding f = {
    .rule = "undescribed",
    .msgid = N_("{term} names the shape {shape}, which is not described here: everything conforms "
                "to it."),
    .is_error = true,
    .line = t->line,
    .node = shape,
  };
  lint_say(l, &f, "term", lint_show(l, t->p), "shape", lint_show(l, shape), NULL);
}

/* What stands under sh:property must have a path, and what stands under sh:node none (SHACL 2.3,
 * 4.7). */
static void path_or_none(struct lint *l, const struct sv_triple *t)
{
  const char *name = lint_word_of(l, t->p)->name;
  size_t n = 0;
  const bool path = *lint_mark(l, t->o) & MARK_WITH_PATH;
  struct sv_shacl_lint_finding f = { .is_error = true, .line = t->line, .node = t->o };
  (void)sv_graph_row(l->g, t->o, &n);
  if (n == 0)
    return;
  if (strcmp(name, "property") == 0 && !path) {
    f.rule = "no-path";
    f.msgid = N_("{shape} stands under sh:property but has no sh:path.");
  } else if (strcmp(name, "node") == 0 && path) {
    f.rule = "path-in-node";
    f.msgid = N_("{shape} stands under sh:node but has a sh:path; a property shape stands under "
                 "sh:property.");
  } else {
    return;
  }
  lint_say(l, &f, "shape", lint_show(l, t->o), NULL);
}

static void type_and_path(struct lint *l, const struct sv_triple *t)
{
  const char *class = lint_word_of(l, t->o)->name;
  const bool path = *lint_mark(l, t->s) & MARK_WITH_PATH;
  struct sv_shacl_lint_finding f = { .is_error = true, .line = t->line, .node = t->s };
  if (t->p != SV_RDF_TYPE)
    return;
  if (strcmp(class, "PropertyShape") == 0 && !path) {
    f.rule = "no-path";
    f.msgid = N_("{shape} is a sh:PropertyShape but has no sh:path.");
  } else if (strcmp(class, "NodeShape") == 0 && path) {
    f.rule = "path-in-node";
    f.msgid = N_("{shape} is a sh:NodeShape but has a sh:path.");
  } else {
    return;
  }
  lint_say(l, &f, "shape", lint_show(l, t->s), NULL);
}

/* The whole: nothing here can judge. */
static void nothing(struct lint *l, bool shapes)
{
  const struct sv_triple *t = sv_graph_triples(l->g);
  const struct sv_shacl_lint_finding f = {
    .rule = shapes ? "no-target" : "no-shape",
    .msgid = shapes ? N_("No shape here has a target: nothing is ever judged.")
                    : N_("There is no SHACL shape here."),
    .is_error = true,
    .line = sv_graph_size(l->g) > 0 ? t->line : 0,
  };
  lint_say(l, &f, NULL);
}

static void each_triple(struct lint *l)
{
  const size_t size = sv_graph_size(l->g);
  const struct sv_triple *t = sv_graph_triples(l->g);
  for (size_t i = 0; i < size; i++) {
    if (*lint_mark(l, t[i].s) & MARK_SHACL)
      continue;
    lint_uses(l, &t[i], undescribed);
    path_or_none(l, &t[i]);
    type_and_path(l, &t[i]);
  }
}

void lint_targets(struct lint *l)
{
  const uint32_t count = sv_graph_term_count(l->g);
  bool shapes = false, targets = false;
  for (uint32_t i = 1; i <= count; i++) {
    shapes |= l->marks[i] & MARK_SHAPE;
    targets |= l->marks[i] & MARK_TARGETED;
    if (l->marks[i] & MARK_TARGETED)
      reach_from(l, sv_graph_term(l->g, i));
  }
  each_triple(l);
  if (!shapes || !targets) {
    nothing(l, shapes);
    return;
  }
  for (uint32_t i = 1; i <= count; i++)
    if ((l->marks[i] & (MARK_SHAPE | MARK_JUDGES | MARK_SHACL)) == MARK_SHAPE)
      no_constraint(l, sv_graph_term(l->g, i));
  /* Those that no other uses first; what is left then uses itself in a ring. */
  for (unsigned ring = 0; ring < 2; ring++)
    for (uint32_t i = 1; i <= count; i++) {
      const uint8_t mark = l->marks[i];
      if (mark & MARK_SHAPE && !(mark & (MARK_REACHED | MARK_SHACL)) &&
          (ring || !(mark & MARK_USED)))
        untargeted(l, sv_graph_term(l->g, i));
    }
}
