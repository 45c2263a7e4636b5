// SPDX-License-Identifier: Apache-2.0
/* Nodes and paths as text. A blank node has no name that means anything outside its file: it is
 * said as the way to it from the nearest node that has one. */
#include "engines/shacl/say.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/shacl/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEEN_MAX 1000 /* nodes looked at on the way to a name */
#define STEPS_MAX 8   /* of the way that are said */
#define TRIPLE_DEPTH 4

void shacl_hide(struct sv_buf *out, size_t from)
{
  if (out->data && out->failed == SV_OK)
    sv_idnumber_hide(out->data + from, out->size - from);
}

/* A text that was cut for people may be cut within a number, which is then not seen to be one. */
static void hide_cut(struct sv_buf *out, size_t from)
{
  static const char cut[] = "\xE2\x80\xA6\"";
  char *at = out->data && out->failed == SV_OK ? strstr(out->data + from, cut) : NULL;
  while (at && at > out->data + from && sv_is_digit((unsigned char)at[-1]))
    *--at = '*';
}

/* One step back: NODE is an object of PREDICATE of seen[FROM]. */
struct seen {
  sv_term node, predicate;
  size_t toward; /* the node this one leads to */
};

struct climb {
  struct seen *all;
  size_t count;
  size_t top; /* where the way begins */
  struct shacl_set set;
  struct shacl_budget budget;
};

/* Breadth first against the triples, until a node with a name comes. */
static void climb(const struct sv_graph *g, struct climb *c)
{
  const struct sv_triple *all = sv_graph_triples(g);
  for (size_t i = 0; i < c->count; i++) {
    size_t n;
    const uint32_t *in = sv_graph_incoming(g, c->all[i].node, &n);
    if (n == 0 && c->top == 0)
      c->top = i;
    for (size_t j = 0; j < n && j < SEEN_MAX && c->count < SEEN_MAX; j++) {
      const struct sv_triple *t = &all[in[j]];
      if (!shacl_set_add(&c->budget, &c->set, t->s))
        continue;
      c->all[c->count++] = (struct seen){ t->s, t->p, i };
      if (sv_term_kind(t->s) == SV_TERM_IRI) {
        c->top = c->count - 1;
        return;
      }
    }
  }
}

static void add_term(const struct sv_graph *g, sv_term t, enum sv_shacl_form form,
                     struct sv_buf *out)
{
  const size_t from = out->size;
  if (form == SV_SHACL_FOR_PEOPLE)
    (void)sv_graph_show(g, t, out);
  else
    (void)sv_graph_ntriples(g, t, out);
  shacl_hide(out, from);
  if (form == SV_SHACL_FOR_PEOPLE)
    hide_cut(out, from);
}

/* A blank node that nothing named leads to: its type is the best there is. */
static void add_anonymous(const struct sv_graph *g, sv_term t, enum sv_shacl_form form,
                          struct sv_buf *out)
{
  const sv_term type = sv_graph_object(g, t, SV_RDF_TYPE);
  if (!type || sv_term_kind(type) != SV_TERM_IRI) {
    (void)sv_buf_adds(out, "[]");
    return;
  }
  (void)sv_buf_adds(out, "[a ");
  add_term(g, type, form, out);
  (void)sv_buf_addc(out, ']');
}

/* The first of N triples whose object is of KIND or a later one: objects lie in order of kind. */
static size_t first_of(const struct sv_triple *t, size_t n, enum sv_term_kind kind)
{
  size_t low = 0;
  while (low < n) {
    const size_t middle = low + (n - low) / 2;
    if (sv_term_kind(t[middle].o) < kind)
      low = middle + 1;
    else
      n = middle;
  }
  return low;
}

/* "[2]" after the second of several blank nodes that hang on the same property. */
static void add_ordinal(const struct sv_graph *g, sv_term s, sv_term p, sv_term o,
                        struct sv_buf *out)
{
  size_t n;
  const struct sv_triple *t = sv_graph_objects(g, s, p, &n);
  const struct sv_triple *found = sv_graph_find(g, s, p, o);
  const size_t first = first_of(t, n, SV_TERM_BLANK);
  if (found && first_of(t, n, SV_TERM_LITERAL) - first > 1)
    (void)sv_buf_addf(out, "[%zu]", (size_t)(found - t) - first + 1);
}

static void add_way(const struct sv_graph *g, const struct climb *c, enum sv_shacl_form form,
                    struct sv_buf *out)
{
  const char *slash = form == SV_SHACL_FOR_PEOPLE ? " / " : "/";
  size_t steps = 0, done = 0;
  for (size_t i = c->top; i != 0; i = c->all[i].toward)
    steps++;
  if (sv_term_kind(c->all[c->top].node) == SV_TERM_IRI)
    add_term(g, c->all[c->top].node, form, out);
  else
    add_anonymous(g, c->all[c->top].node, form, out);
  for (size_t i = c->top; i != 0; i = c->all[i].toward, done++) {
    const struct seen *s = &c->all[i];
    if (steps > STEPS_MAX && done >= STEPS_MAX / 2 && done < steps - STEPS_MAX / 2) {
      if (done == STEPS_MAX / 2)
        (void)sv_buf_addf(out, "%s\xE2\x80\xA6", slash);
      continue;
    }
    (void)sv_buf_adds(out, slash);
    add_term(g, s->predicate, form, out);
    add_ordinal(g, s->node, s->predicate, c->all[s->toward].node, out);
  }
}

static void say_blank(const struct sv_graph *g, sv_term t, enum sv_shacl_form form,
                      struct sv_buf *out)
{
  struct climb c = { .all = malloc(SEEN_MAX * sizeof *c.all), .budget = { .limit = SIZE_MAX } };
  if (!c.all) {
    add_anonymous(g, t, form, out);
    return;
  }
  c.all[c.count++] = (struct seen){ t, 0, 0 };
  (void)shacl_set_add(&c.budget, &c.set, t);
  climb(g, &c);
  add_way(g, &c, form, out);
  shacl_set_free(&c.budget, &c.set);
  free(c.all);
}

static void say(const struct sv_graph *g, sv_term t, enum sv_shacl_form form, struct sv_buf *out,
                unsigned depth)
{
  switch (sv_term_kind(t)) {
  case SV_TERM_BLANK:
    say_blank(g, t, form, out);
    break;
  case SV_TERM_TRIPLE: {
    const sv_term *parts = sv_graph_components(g, t);
    (void)sv_buf_adds(out, "<<( ");
    for (size_t i = 0; i < 3 && depth < TRIPLE_DEPTH; i++) {
      say(g, parts[i], form, out, depth + 1);
      (void)sv_buf_addc(out, ' ');
    }
    (void)sv_buf_adds(out, ")>>");
    break;
  }
  default:
    add_term(g, t, form, out);
  }
}

enum sv_status sv_shacl_say_node(const struct sv_graph *g, sv_term t, enum sv_shacl_form form,
                                 struct sv_buf *out)
{
  say(g, t, form, out, 0);
  return out->failed;
}

/* --- paths --- */
static const struct path_kind {
  enum shacl_name name;
  const char *before, *between, *after;
} path_kinds[] = {
  { SH_ALTERNATIVE_PATH, "", "|", "" },    { SH_INVERSE_PATH, "^", NULL, "" },
  { SH_ZERO_OR_MORE_PATH, "", NULL, "*" }, { SH_ONE_OR_MORE_PATH, "", NULL, "+" },
  { SH_ZERO_OR_ONE_PATH, "", NULL, "?" },
};

struct path_text {
  const struct sv_graph *g;
  enum sv_shacl_form form;
  struct sv_buf *out;
};

static void add_path(const struct path_text *p, sv_term node, bool inner, unsigned depth);

static void add_members(const struct path_text *p, sv_term head, const char *between,
                        unsigned depth)
{
  struct sv_list_walk w;
  bool first = true;
  for (sv_list_begin(&w, p->g, head); sv_list_next(&w); first = false) {
    if (!first)
      (void)sv_buf_adds(p->out, between);
    add_path(p, w.item, true, depth);
  }
}

static const struct path_kind *kind_of(const struct sv_graph *g, sv_term node, sv_term *value)
{
  char iri[128];
  for (size_t i = 0; i < sizeof path_kinds / sizeof path_kinds[0]; i++) {
    (void)snprintf(iri, sizeof iri, "%s%s", SV_SHACL_NS, shacl_names[path_kinds[i].name]);
    const sv_term p = sv_graph_find_iris(g, iri);
    *value = p ? sv_graph_object(g, node, p) : 0;
    if (*value)
      return &path_kinds[i];
  }
  return NULL;
}

static void add_path(const struct path_text *p, sv_term node, bool inner, unsigned depth)
{
  sv_term value;
  if (sv_term_kind(node) != SV_TERM_BLANK || depth > SHACL_PATH_DEPTH) {
    add_term(p->g, sv_term_kind(node) == SV_TERM_BLANK ? SV_RDF_NIL : node, p->form, p->out);
    return;
  }
  const bool list = sv_graph_object(p->g, node, SV_RDF_FIRST) != 0;
  const struct path_kind *kind = list ? NULL : kind_of(p->g, node, &value);
  const bool several = list || (kind && kind->between);
  if (inner)
    (void)sv_buf_addc(p->out, '(');
  if (list) {
    add_members(p, node, "/", depth + 1);
  } else if (kind) {
    (void)sv_buf_adds(p->out, kind->before);
    if (several)
      add_members(p, value, kind->between, depth + 1);
    else
      add_path(p, value, true, depth + 1);
    (void)sv_buf_adds(p->out, kind->after);
  }
  if (inner)
    (void)sv_buf_addc(p->out, ')');
}

enum sv_status sv_shacl_say_path_of(const struct sv_graph *g, sv_term path, enum sv_shacl_form form,
                                    struct sv_buf *out)
{
  const struct path_text p = { g, form, out };
  add_path(&p, path, false, 0);
  return out->failed;
}

enum sv_status sv_shacl_say_path(const struct sv_shacl_report *r, size_t i, enum sv_shacl_form form,
                                 struct sv_buf *out)
{
  const struct sv_shacl_result result = sv_shacl_report_at(r, i);
  if (result.predicate)
    add_term(sv_shacl_report_data(r), result.predicate, form, out);
  else if (result.path)
    return sv_shacl_say_path_of(sv_shacl_graph(sv_shacl_report_shapes(r)), result.path, form, out);
  return out->failed;
}
