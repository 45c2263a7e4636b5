// SPDX-License-Identifier: Apache-2.0
/* Turtle and TriG (RDF 1.1 and 1.2), iteratively: the innermost frame says what comes next. */
#include "engines/rdf/turtle.h"

#include <stdlib.h>
#include <string.h>

static bool verb(struct turtle *t, struct frame *f);
static bool subject(struct turtle *t, struct frame *f);
static bool object(struct turtle *t, struct frame *f);
static bool after(struct turtle *t, struct frame *f);
static bool item(struct turtle *t, struct frame *f);

static bool (*const stages[STAGES])(struct turtle *t, struct frame *f) = {
  [STAGE_STATEMENT] = turtle_statement,
  [STAGE_SUBJECT] = subject,
  [STAGE_VERB] = verb,
  [STAGE_OBJECT] = object,
  [STAGE_AFTER] = after,
  [STAGE_ITEM] = item,
};

/* How each kind ends. */
static const char *const ends[] = {
  [FRAME_TOP] = ".",      [FRAME_PROPERTIES] = "]", [FRAME_LIST] = ")",
  [FRAME_REIFIED] = ">>", [FRAME_TRIPLE] = ")>>",   [FRAME_ANNOTATION] = "|}",
};

bool turtle_push(struct turtle *t, enum frame_kind kind, enum frame_stage stage)
{
  if (t->depth > t->scan.graph->limits.nesting)
    return sv_scan_limit(&t->scan, "rdf-nesting",
                         N_("brackets are nested deeper than the limit allows"));
  if (t->depth == t->room) {
    const size_t room = t->room ? t->room * 2 : 16;
    struct frame *frames = realloc(t->frames, room * sizeof *frames);
    if (!frames)
      return sv_scan_limit(&t->scan, "rdf-bytes", N_("memory ran out"));
    t->frames = frames;
    t->room = room;
  }
  t->frames[t->depth++] = (struct frame){ .kind = (uint8_t)kind, .stage = (uint8_t)stage };
  return true;
}

static uint32_t line_of(struct turtle *t)
{
  return sv_graph_line(t->scan.graph, t->scan.line);
}

static void emit(struct turtle *t, sv_term s, sv_term p, sv_term o)
{
  const struct sv_triple triple = { s, p, o, line_of(t) };
  sv_graph_add(t->scan.graph, &triple, t->graph);
}

/* A list's next cell with VALUE in it. */
static void add_item(struct turtle *t, struct frame *f, sv_term value)
{
  const sv_term cell = sv_graph_blank(t->scan.graph, "", 0);
  if (f->s)
    emit(t, f->o, SV_RDF_REST, cell);
  else
    f->s = cell;
  f->o = cell;
  emit(t, cell, SV_RDF_FIRST, value);
}

bool turtle_deliver(struct turtle *t, sv_term value)
{
  struct frame *f = turtle_top(t);
  if (value == 0) {
    if (t->scan.status == SV_OK)
      t->scan.status = t->scan.graph->status;
    return false;
  }
  switch (f->stage) {
  case STAGE_ITEM:
    add_item(t, f, value);
    return true;
  case STAGE_OBJECT:
    f->o = value;
    f->r = 0;
    f->stage = STAGE_AFTER;
    if (f->kind != FRAME_REIFIED && f->kind != FRAME_TRIPLE)
      sv_graph_add(t->scan.graph, &(struct sv_triple){ f->s, f->p, value, f->line }, t->graph);
    return true;
  default:
    f->s = value;
    f->stage = STAGE_VERB;
    return true;
  }
}

/* Closes the innermost frame and gives VALUE to the one around it. */
static bool pop(struct turtle *t, sv_term value)
{
  const enum frame_kind kind = (enum frame_kind)turtle_top(t)->kind;
  t->depth--;
  if (kind == FRAME_ANNOTATION)
    return true;
  struct frame *f = turtle_top(t);
  if (f->stage == STAGE_STATEMENT) {
    f->bare = kind == FRAME_PROPERTIES || kind == FRAME_REIFIED;
    f->label = false;
  }
  return turtle_deliver(t, value);
}

static bool subject(struct turtle *t, struct frame *f)
{
  (void)f;
  return turtle_node(t);
}

static bool object(struct turtle *t, struct frame *f)
{
  f->line = line_of(t);
  return turtle_node(t);
}

/* Whether "a" stands here alone, not as the beginning of a name. */
static bool is_a(const struct sv_scan *s)
{
  size_t n;
  bool base;
  if (s->p == s->end || *s->p != 'a')
    return false;
  const char *p = s->p + 1;
  return p == s->end || (*p != ':' && *p != '.' && !sv_scan_name_char(p, s->end, &n, &base));
}

static bool closes(const struct turtle *t, const struct frame *f)
{
  if (f->kind == FRAME_TOP && t->in_block && sv_scan_is(&t->scan, "}"))
    return true;
  return sv_scan_is(&t->scan, ends[f->kind]);
}

/* The frame's value when it is complete, given to the frame around it. */
static bool finish(struct turtle *t, struct frame *f)
{
  struct sv_graph *g = t->scan.graph;
  if (f->kind == FRAME_TOP) { /* the brace of a block is the statement's business */
    (void)sv_scan_take(&t->scan, ".");
    f->stage = STAGE_STATEMENT;
    return true;
  }
  t->scan.p += strlen(ends[f->kind]);
  if (f->kind == FRAME_PROPERTIES || f->kind == FRAME_ANNOTATION)
    return pop(t, f->s);
  const sv_term triple = sv_graph_triple_term(g, f->s, f->p, f->o);
  if (f->kind == FRAME_TRIPLE)
    return pop(t, triple);
  const sv_term reifier = f->r ? f->r : sv_graph_blank(g, "", 0);
  emit(t, reifier, SV_RDF_REIFIES, triple);
  return pop(t, reifier);
}

static bool verb(struct turtle *t, struct frame *f)
{
  if (f->bare && f->kind == FRAME_TOP && closes(t, f)) {
    f->bare = false;
    return finish(t, f);
  }
  if (f->label && t->trig && !t->in_block && sv_scan_take(&t->scan, "{")) {
    t->graph = f->s;
    t->in_block = true;
    f->stage = STAGE_STATEMENT;
    return true;
  }
  f->bare = f->label = false;
  if (is_a(&t->scan)) {
    t->scan.p++;
    f->p = SV_RDF_TYPE;
  } else {
    f->p = turtle_iri(t);
  }
  f->stage = STAGE_OBJECT;
  return f->p != 0;
}

/* RDF 1.2: "~ reifier"; the reifier may be left out. */
static bool reifier(struct turtle *t, struct frame *f)
{
  struct sv_scan *s = &t->scan;
  if (f->kind == FRAME_REIFIED && f->r)
    return sv_scan_fault(s, s->p,
                         N_("Only one reifier may stand here; \">>\" was expected, not "
                            "{found}."));
  s->p++;
  if (!sv_scan_space(s))
    return false;
  size_t n;
  bool base;
  const char c = s->p < s->end ? *s->p : '\0';
  sv_term r = 0;
  if (sv_scan_is(s, "_:"))
    r = sv_scan_blank(s);
  else if (c == '[')
    r = turtle_anon(t);
  else if ((c == '<' && !sv_scan_is(s, "<<")) || c == ':' ||
           (sv_scan_name_char(s->p, s->end, &n, &base) && base))
    r = turtle_iri(t);
  else
    r = sv_graph_blank(s->graph, "", 0);
  if (!r)
    return s->status == SV_OK ? sv_scan_fault(s, s->p,
                                              N_("An IRI or a blank node was expected after \"~\", "
                                                 "not "
                                                 "{found}."))
                              : false;
  f->r = r;
  if (f->kind != FRAME_REIFIED)
    emit(t, r, SV_RDF_REIFIES, sv_graph_triple_term(s->graph, f->s, f->p, f->o));
  return true;
}

/* RDF 1.2: "{| predicates and objects |}" about the triple just read. */
static bool annotation(struct turtle *t, struct frame *f)
{
  struct sv_graph *g = t->scan.graph;
  t->scan.p += 2;
  sv_term r = f->r;
  if (!r) {
    r = sv_graph_blank(g, "", 0);
    emit(t, r, SV_RDF_REIFIES, sv_graph_triple_term(g, f->s, f->p, f->o));
  }
  f->r = 0;
  if (!turtle_push(t, FRAME_ANNOTATION, STAGE_VERB))
    return false;
  turtle_top(t)->s = r;
  return true;
}

/* One or more semicolons; then another predicate, or the end. */
static bool semicolons(struct turtle *t, struct frame *f)
{
  while (sv_scan_take(&t->scan, ";"))
    if (!sv_scan_space(&t->scan))
      return false;
  if (closes(t, f))
    return finish(t, f);
  f->stage = STAGE_VERB;
  return true;
}

static bool after(struct turtle *t, struct frame *f)
{
  struct sv_scan *s = &t->scan;
  const bool about = f->kind == FRAME_REIFIED || f->kind == FRAME_TRIPLE;
  if (closes(t, f))
    return finish(t, f);
  if (!about && sv_scan_take(s, ",")) {
    f->stage = STAGE_OBJECT;
    return true;
  }
  if (!about && sv_scan_is(s, ";"))
    return semicolons(t, f);
  if (f->kind != FRAME_TRIPLE && sv_scan_is(s, "~"))
    return reifier(t, f);
  if (!about && sv_scan_is(s, "{|"))
    return annotation(t, f);
  static const char *const wanted[] = {
    [FRAME_TOP] = N_("A \".\", \";\" or \",\" was expected here, not {found}."),
    [FRAME_PROPERTIES] = N_("A \"]\", \";\" or \",\" was expected here, not {found}."),
    [FRAME_REIFIED] = N_("\">>\" was expected here, not {found}."),
    [FRAME_TRIPLE] = N_("\")>>\" was expected here, not {found}."),
    [FRAME_ANNOTATION] = N_("A \"|}\", \";\" or \",\" was expected here, not {found}."),
  };
  return sv_scan_fault(s, s->p, wanted[f->kind]);
}

static bool item(struct turtle *t, struct frame *f)
{
  if (!sv_scan_take(&t->scan, ")"))
    return turtle_node(t);
  if (f->s == 0)
    return pop(t, SV_RDF_NIL);
  emit(t, f->o, SV_RDF_REST, SV_RDF_NIL);
  return pop(t, f->s);
}

#define RELEASE_STEP ((size_t)1 << 20)

static void release(struct sv_scan *s)
{
  if (s->opt->release && (size_t)(s->p - s->released) > RELEASE_STEP) {
    s->released = s->p;
    s->opt->release(s->opt->context, (size_t)(s->line_start - s->start));
  }
}

static bool run(struct turtle *t)
{
  struct sv_scan *s = &t->scan;
  if (!turtle_push(t, FRAME_TOP, STAGE_STATEMENT))
    return false;
  while (sv_scan_space(s)) {
    struct frame *f = turtle_top(t);
    if (f->stage == STAGE_STATEMENT) {
      release(s);
      if (s->p == s->end && !t->in_block)
        return true;
    }
    if (!stages[f->stage](t, f))
      return false;
    if (s->graph->status != SV_OK) {
      s->status = s->graph->status;
      return false;
    }
  }
  return false;
}

bool sv_rdf_read_turtle(struct sv_scan *s, bool trig)
{
  struct turtle t = { .scan = *s, .trig = trig };
  const bool ok = run(&t);
  free(t.frames);
  *s = t.scan;
  return ok;
}
