// SPDX-License-Identifier: Apache-2.0
/* Words that SHACL does not know, words where they have no meaning, and what samsvar does not run.
 */
#include "engines/shacl/lint_state.h"

#include <stdio.h>
#include <string.h>

/* What has no effect unless the other word stands beside it (SHACL 4). */
static const struct {
  const char *word, *needs, *or_needs;
} companions[] = {
  { "flags", "pattern", NULL },
  { "ignoredProperties", "closed", NULL },
  { "qualifiedMaxCount", "qualifiedValueShape", NULL },
  { "qualifiedMinCount", "qualifiedValueShape", NULL },
  { "qualifiedValueShape", "qualifiedMinCount", "qualifiedMaxCount" },
  { "qualifiedValueShapesDisjoint", "qualifiedValueShape", NULL },
};

static void unknown(struct lint *l, const struct sv_triple *t, sv_term term)
{
  char near[64];
  size_t size = 0;
  const char *text = sv_graph_text(l->g, term, &size) + strlen(SV_SH);
  const char *meant = lint_word_near(text, size - strlen(SV_SH), near, sizeof near);
  const struct sv_shacl_lint_finding f = {
    .rule = "unknown-term",
    .msgid = meant ? N_("SHACL has no term {term}, so this has no effect; did you mean {near}?")
                   : N_("SHACL has no term {term}, so this has no effect."),
    .is_error = true,
    .line = t->line,
    .node = term,
  };
  const char *shown = lint_show(l, term);
  if (meant)
    lint_say(l, &f, "term", shown, "near", meant, NULL);
  else
    lint_say(l, &f, "term", shown, NULL);
}

static void predicate(struct lint *l, const struct sv_triple *t)
{
  const struct lint_word *w = lint_word_of(l, t->p);
  struct sv_shacl_lint_finding f = { .line = t->line, .node = t->p };
  if (!l->words[sv_term_index(t->p)]) {
    unknown(l, t, t->p);
  } else if (w->kind == LINT_CLASS || w->kind == LINT_VALUE) {
    f.rule = "misplaced-term";
    f.is_error = true;
    f.msgid = N_("{term} is no property, so this has no effect.");
    lint_say(l, &f, "term", lint_show(l, t->p), NULL);
  } else if (w->flags & LINT_UNJUDGED) {
    f.rule = "not-run";
    f.msgid = N_("{term} is not in SHACL Core; samsvar does not run it.");
    lint_say(l, &f, "term", lint_show(l, t->p), NULL);
  } else if (w->flags & LINT_WITH_PATH && !(*lint_mark(l, t->s) & MARK_WITH_PATH)) {
    f.rule = "misplaced-term";
    f.is_error = true;
    f.msgid = N_("{term} is about the values of a path, but the shape here has no sh:path.");
    lint_say(l, &f, "term", lint_show(l, t->p), NULL);
  } else if (w->flags & LINT_SAYS && !(*lint_mark(l, t->s) & (MARK_SHAPE | MARK_JUDGES))) {
    f.rule = "misplaced-term";
    f.msgid = N_("{term} says something about a shape, but {shape} is none.");
    lint_say(l, &f, "term", lint_show(l, t->p), "shape", lint_show(l, t->s), NULL);
  }
}

/* Where a property may be named as a value. */
static bool may_name_property(const struct lint *l, const struct sv_triple *t)
{
  const struct lint_word *w = lint_word_of(l, t->p);
  return w->takes == TAKES_PATH || w->takes == TAKES_LIST || w->takes == TAKES_ANYTHING ||
         w->flags & LINT_TARGET;
}

static void object(struct lint *l, const struct sv_triple *t)
{
  const struct lint_word *w = lint_word_of(l, t->o);
  if (!l->words[sv_term_index(t->o)]) {
    unknown(l, t, t->o);
    return;
  }
  const bool in_shape = *lint_mark(l, t->p) & MARK_SHACL;
  if (w->kind != LINT_PROPERTY && w->kind != LINT_ELSEWHERE)
    return;
  if (!in_shape || may_name_property(l, t))
    return;
  const struct sv_shacl_lint_finding f = {
    .rule = "misplaced-term",
    .msgid = N_("{term} is a property and can be no value of {predicate}."),
    .is_error = true,
    .line = t->line,
    .node = t->o,
  };
  lint_say(l, &f, "term", lint_show(l, t->o), "predicate", lint_show(l, t->p), NULL);
}

static void companion(struct lint *l, const struct sv_triple *t)
{
  const char *name = lint_word_of(l, t->p)->name;
  for (size_t i = 0; i < sizeof companions / sizeof companions[0]; i++) {
    if (strcmp(companions[i].word, name) != 0)
      continue;
    const char *const either[] = { companions[i].needs, companions[i].or_needs };
    bool there = false;
    for (size_t j = 0; j < 2 && either[j]; j++) {
      const sv_term other = lint_term(l, either[j]);
      there |= other && sv_graph_object(l->g, t->s, other);
    }
    if (there)
      return;
    char needs[64];
    const struct sv_shacl_lint_finding f = {
      .rule = "companion",
      .msgid = N_("{term} has no effect without {other} in the same shape."),
      .is_error = true,
      .line = t->line,
      .node = t->p,
    };
    (void)snprintf(needs, sizeof needs, "sh:%s", either[0]); /* words are short */
    lint_say(l, &f, "term", lint_show(l, t->p), "other", needs, NULL);
  }
}

void lint_words(struct lint *l)
{
  const size_t size = sv_graph_size(l->g);
  const struct sv_triple *t = sv_graph_triples(l->g);
  for (size_t i = 0; i < size; i++) {
    /* What is said of SHACL's own words is the vocabulary, no shape. */
    if (*lint_mark(l, t[i].s) & MARK_SHACL)
      continue;
    if (*lint_mark(l, t[i].p) & MARK_SHACL) {
      predicate(l, &t[i]);
      companion(l, &t[i]);
    }
    if (*lint_mark(l, t[i].o) & MARK_SHACL)
      object(l, &t[i]);
  }
}
