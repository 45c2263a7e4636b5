// SPDX-License-Identifier: Apache-2.0
/* The shapes lint: what is known of each term, then rule after rule, then the findings in order. */
#include "engines/shacl/lint_state.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define MEMORY_MAX ((size_t)1 << 30)
#define SHOWN_MAX 600

/* Steps from a blank node up to one with a name, cells of lists included. */
enum { CLIMB_MAX = 512 };

/* --- saying --- */

/* The triple through which T is used: the one on the lowest line. */
static const struct sv_triple *used_by(const struct lint *l, sv_term t)
{
  size_t n = 0;
  const uint32_t *at = sv_graph_incoming(l->g, t, &n);
  const struct sv_triple *all = sv_graph_triples(l->g), *best = NULL;
  for (size_t i = 0; i < n; i++)
    if (!best || all[at[i]].line < best->line)
      best = &all[at[i]];
  return best;
}

/* ":Agent sh:property [dct:title]": the way to the blank node T, without cells of lists. */
static void show_way(struct lint *l, sv_term t, struct sv_buf *out)
{
  sv_term steps[8], root = t;
  size_t count = 0;
  for (unsigned climbed = 0; climbed < CLIMB_MAX && sv_term_kind(root) == SV_TERM_BLANK;
       climbed++) {
    const struct sv_triple *up = used_by(l, root);
    if (!up)
      break;
    if (up->p != SV_RDF_FIRST && up->p != SV_RDF_REST) {
      if (count == sizeof steps / sizeof steps[0])
        break;
      steps[count++] = up->p;
    }
    root = up->s;
  }
  const bool named = sv_term_kind(root) == SV_TERM_IRI;
  if (named)
    (void)sv_graph_show(l->g, root, out);
  for (; named && count > 0; count--) {
    (void)sv_buf_addc(out, ' ');
    (void)sv_graph_show(l->g, steps[count - 1], out);
  }
  const sv_term path = lint_term(l, "path") ? sv_graph_object(l->g, t, lint_term(l, "path")) : 0;
  if (path && sv_term_kind(path) == SV_TERM_IRI) {
    (void)sv_buf_adds(out, named ? " [" : "[");
    (void)sv_graph_show(l->g, path, out);
    (void)sv_buf_addc(out, ']');
  } else if (!named) {
    (void)sv_buf_adds(out, "[]");
  }
}

const char *lint_show(struct lint *l, sv_term t)
{
  struct sv_buf text = SV_BUF(SHOWN_MAX);
  if (sv_term_kind(t) == SV_TERM_BLANK)
    show_way(l, t, &text);
  else
    (void)sv_graph_show(l->g, t, &text);
  /* Too long to be shown: nothing would be worse than an ellipsis. */
  char *copy = sv_arena_strdup(&l->arena, text.failed ? "…" : sv_buf_text(&text));
  sv_buf_free(&text);
  if (!copy)
    l->failed = true;
  return copy ? copy : "";
}

void lint_say(struct lint *l, const struct sv_shacl_lint_finding *f, ...)
{
  l->total++;
  if (l->count == SV_SHACL_LINT_MOST || l->failed)
    return;
  struct sv_shacl_lint_finding *new = &l->found[l->count++];
  *new = *f;
  va_list list;
  va_start(list, f);
  const char *name;
  while (new->arg_count < 3 && (name = va_arg(list, const char *))) {
    const char *text = sv_arena_strdup(&l->arena, va_arg(list, const char *));
    l->failed |= !text;
    new->args[new->arg_count++] = (struct sv_arg){ .name = name, .text = text ? text : "" };
  }
  va_end(list);
}

uint32_t lint_line(const struct lint *l, sv_term s)
{
  size_t n = 0;
  const struct sv_triple *row = sv_graph_row(l->g, s, &n);
  uint32_t line = 0;
  for (size_t i = 0; i < n; i++)
    if (line == 0 || row[i].line < line)
      line = row[i].line;
  return line;
}

sv_term lint_term(const struct lint *l, const char *name)
{
  struct sv_buf iri = SV_BUF(256);
  (void)sv_buf_adds(&iri, SV_SH);
  (void)sv_buf_adds(&iri, name);
  const sv_term t = sv_graph_find_iri(l->g, sv_buf_text(&iri), iri.size);
  sv_buf_free(&iri);
  return t;
}

/* --- what is known of the terms --- */

static void find_words(struct lint *l)
{
  const size_t own = strlen(SV_SH);
  const uint32_t count = sv_graph_term_count(l->g);
  for (uint32_t i = 1; i <= count; i++) {
    const sv_term t = sv_graph_term(l->g, i);
    size_t size = 0;
    const char *text = sv_graph_text(l->g, t, &size);
    if (sv_term_kind(t) != SV_TERM_IRI || size < own || memcmp(text, SV_SH, own) != 0)
      continue;
    l->marks[i] |= MARK_SHACL;
    l->words[i] = lint_word_find(text + own, size - own);
  }
}

static bool is_shape_class(const struct lint *l, sv_term t)
{
  const char *name = lint_word_of(l, t)->name;
  return strcmp(name, "NodeShape") == 0 || strcmp(name, "PropertyShape") == 0 ||
         strcmp(name, "Shape") == 0;
}

static bool is_true(const struct lint *l, sv_term t)
{
  const char *text = sv_graph_text(l->g, t, NULL);
  return sv_term_kind(t) == SV_TERM_LITERAL &&
         (strcmp(text, "true") == 0 || strcmp(text, "1") == 0);
}

static void use_shape(struct lint *l, const struct sv_triple *t, sv_term shape)
{
  if (sv_term_kind(shape) == SV_TERM_LITERAL || *lint_mark(l, shape) & MARK_SHACL)
    return;
  *lint_mark(l, shape) |= MARK_SHAPE | (shape == t->s ? 0 : MARK_USED);
}

static void mark_subject(struct lint *l, const struct sv_triple *t)
{
  const struct lint_word *w = lint_word_of(l, t->p);
  uint8_t *mark = lint_mark(l, t->s);
  if (w->flags & LINT_SHAPE)
    *mark |= MARK_SHAPE;
  if (w->flags & LINT_CONSTRAINT)
    *mark |= MARK_JUDGES;
  if (w->flags & LINT_TARGET)
    *mark |= MARK_TARGETED;
  if (w->takes == TAKES_PATH)
    *mark |= MARK_WITH_PATH;
  if (t->p == SV_RDF_TYPE && is_shape_class(l, t->o))
    *mark |= MARK_SHAPE;
  if (strcmp(w->name, "deactivated") == 0 && is_true(l, t->o))
    *mark |= MARK_DEACTIVATED;
}

/* Implicit class targets: a shape that is a class itself (SHACL 2.1.3.3). */
static void mark_classes(struct lint *l)
{
  const sv_term owl = sv_graph_find_iris(l->g, "http://www.w3.org/2002/07/owl#Class");
  const size_t size = sv_graph_size(l->g);
  const struct sv_triple *t = sv_graph_triples(l->g);
  for (size_t i = 0; i < size; i++)
    if (t[i].p == SV_RDF_TYPE && (t[i].o == SV_RDFS_CLASS || (owl && t[i].o == owl)) &&
        *lint_mark(l, t[i].s) & MARK_SHAPE)
      *lint_mark(l, t[i].s) |= MARK_TARGETED;
}

static void mark_all(struct lint *l)
{
  const size_t size = sv_graph_size(l->g);
  const struct sv_triple *t = sv_graph_triples(l->g);
  find_words(l);
  for (size_t i = 0; i < size; i++) {
    mark_subject(l, &t[i]);
    lint_uses(l, &t[i], use_shape);
  }
  mark_classes(l);
}

/* --- the whole --- */

static int by_place(const void *a, const void *b)
{
  const struct sv_shacl_lint_finding *x = a, *y = b;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  const int rule = strcmp(x->rule, y->rule);
  if (rule != 0)
    return rule;
  for (size_t i = 0; i < x->arg_count && i < y->arg_count; i++) {
    const int text = strcmp(x->args[i].text, y->args[i].text);
    if (text != 0)
      return text;
  }
  return x->node < y->node ? -1 : x->node > y->node;
}

static void lint_all(struct lint *l)
{
  mark_all(l);
  lint_words(l);
  lint_values(l);
  lint_lists(l);
  lint_targets(l);
  lint_namespaces(l);
}

enum sv_status sv_shacl_lint(struct sv_graph *g, sv_shacl_lint_say say, void *context,
                             size_t *total, struct sv_error *err)
{
  SV_TRY(sv_graph_sort(g, err));
  SV_TRY(sv_graph_index_objects(g, err));
  SV_TRY(sv_graph_index_incoming(g, err));
  const size_t terms = (size_t)sv_graph_term_count(g) + 1;
  struct lint l = { .g = g, .arena = SV_ARENA(MEMORY_MAX) };
  l.words = calloc(terms, sizeof *l.words);
  l.marks = calloc(terms, sizeof *l.marks);
  l.stack = calloc(terms, sizeof *l.stack);
  l.found = calloc(SV_SHACL_LINT_MOST, sizeof *l.found);
  l.failed = !l.words || !l.marks || !l.stack || !l.found;
  if (!l.failed)
    lint_all(&l);
  if (!l.failed)
    qsort(l.found, l.count, sizeof *l.found, by_place);
  for (size_t i = 0; i < l.count && !l.failed; i++)
    say(context, &l.found[i]);
  if (total)
    *total = l.total;
  free(l.words);
  free(l.marks);
  free(l.stack);
  free(l.found);
  sv_arena_free(&l.arena);
  return l.failed ? SV_NO_MEMORY : SV_OK;
}
