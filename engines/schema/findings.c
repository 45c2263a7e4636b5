// SPDX-License-Identifier: Apache-2.0
/* From the tree of an explanation to the findings a person should see: the leaves, and of
 * alternatives that all failed the one that came closest, when there is one. */
#include "engines/schema/explain.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 700
#define FAR 1000u  /* another type altogether */
#define CLOSE 100u /* a constant beside or just below differs: another kind of object */
#define KEPT_MAX 10000u
#define TEXT_MAX ((size_t)1 << 16)

/* How far the unit's faults are from being right: the fewer and deeper, the closer. */
static unsigned distance(const struct sv_schema_report *r, const struct sv_unit *u, sv_value v,
                         int depth)
{
  unsigned sum = 0;
  if (u->valid || depth > DEPTH_MAX)
    return 0;
  if (u->told && u->op) {
    const bool here = u->instance == v;
    const bool below = !here && u->instance != SV_DOC_ROOT &&
                       sv_doc_parent(r->doc, u->instance) == sv_tape_target(r->doc, v);
    if (here && u->op->kind == SV_OP_TYPE)
      return FAR;
    if ((here || below) && (u->op->kind == SV_OP_CONST || u->op->kind == SV_OP_ENUM))
      return CLOSE;
    if (!u->first)
      return 1;
  } else if (u->told) {
    return 1;
  }
  for (const struct sv_unit *c = u->first; c && sum < FAR; c = c->next)
    sum += distance(r, c, v, depth + 1);
  return sum;
}

/* The one branch of an anyOf or oneOf that comes clearly closest, or NULL. */
static const struct sv_unit *closest(const struct sv_schema_report *r, const struct sv_unit *u)
{
  const struct sv_unit *best = NULL;
  unsigned least = UINT_MAX;
  bool tie = false;
  for (const struct sv_unit *c = u->first; c; c = c->next) {
    const unsigned d = distance(r, c, u->instance, 0);
    if (c->valid)
      return NULL;
    tie = tie ? d >= least : d == least;
    if (d < least) {
      least = d;
      best = c;
      tie = false;
    }
  }
  return tie || least >= CLOSE ? NULL : best;
}

struct gather {
  struct sv_schema_report *r;
  struct sv_schema_finding *found;
  size_t count, room, most;
};

/* The keyword of a schema that is false: the one that holds it. */
static const char *keyword_of(const struct sv_unit *u)
{
  if (u->op)
    return u->path && u->path->name && u->keyword != u->op->value ? u->path->name
           : u->op->keyword                                       ? u->op->keyword->name
                                                                  : "";
  for (const struct sv_step *s = u->path; s; s = s->before) {
    static const char *const holders[] = { "additionalProperties", "unevaluatedProperties",
                                           "unevaluatedItems", "additionalItems", "items" };
    for (size_t i = 0; s == u->path && s->name && i < sizeof holders / sizeof holders[0]; i++)
      if (strlen(holders[i]) == s->size && memcmp(holders[i], s->name, s->size) == 0)
        return holders[i];
  }
  return "false";
}

static const char *text_of(struct sv_schema_report *r, struct sv_buf *b)
{
  const char *copy = b->failed == SV_OK ? sv_arena_strdup(&r->arena, sv_buf_text(b)) : NULL;
  sv_buf_free(b);
  return copy ? copy : "";
}

/* Says where F, which is U, is. */
static void place(struct sv_schema_report *r, const struct sv_unit *u, struct sv_schema_finding *f)
{
  struct sv_buf pointer = SV_BUF(TEXT_MAX), location = SV_BUF(TEXT_MAX);
  (void)sv_explain_pointer(r, u->instance, &pointer);
  (void)sv_explain_location(u, &location);
  f->instance_pointer = text_of(r, &pointer);
  f->schema_location = text_of(r, &location);
  sv_doc_position(r->doc, u->instance, &f->line, &f->column);
}

static void add(struct gather *g, const struct sv_unit *u)
{
  struct sv_schema_report *r = g->r;
  r->finding_total++;
  if (g->count == g->room) {
    const size_t room = g->room ? g->room * 2 : 16;
    struct sv_schema_finding *found =
        room > KEPT_MAX * 2 ? NULL : realloc(g->found, room * sizeof *found);
    if (!found)
      return;
    g->found = found;
    g->room = room;
  }
  struct sv_buf path = SV_BUF(TEXT_MAX);
  (void)sv_explain_path(u->path, &path);
  struct sv_schema_finding *f = &g->found[g->count++];
  *f = (struct sv_schema_finding){ .keyword = keyword_of(u),
                                   .message = u->message,
                                   .instance = u->instance,
                                   .schema_pointer = text_of(r, &path),
                                   .instance_pointer = "",
                                   .schema_location = "" };
  if (r->placed)
    place(r, u, f);
}

static void walk(struct gather *g, const struct sv_unit *u, int depth)
{
  if (u->valid || depth > DEPTH_MAX)
    return;
  const bool choice = u->op && (u->op->kind == SV_OP_ANY_OF || u->op->kind == SV_OP_ONE_OF);
  const struct sv_unit *best = choice ? closest(g->r, u) : NULL;
  if (best) {
    walk(g, best, depth + 1);
    return;
  }
  if (u->told)
    add(g, u);
  for (const struct sv_unit *c = u->first; c && !choice; c = c->next)
    walk(g, c, depth + 1);
}

static int by_position(const void *a, const void *b)
{
  const struct sv_schema_finding *x = a, *y = b;
  if (x->instance != y->instance)
    return x->instance < y->instance ? -1 : 1;
  const int c = strcmp(x->keyword, y->keyword);
  return c != 0 ? c : strcmp(x->schema_pointer, y->schema_pointer);
}

const struct sv_schema_finding *sv_schema_report_findings(struct sv_schema_report *r, size_t most,
                                                          size_t *count, size_t *total)
{
  if (!r->findings && r->root) {
    struct gather g = { .r = r };
    r->finding_total = 0;
    walk(&g, r->root, 0);
    r->finding_total += r->untold;
    if (g.count)
      qsort(g.found, g.count, sizeof *g.found, by_position);
    r->findings = g.count ? sv_arena_alloc(&r->arena, g.count * sizeof *g.found) : NULL;
    if (r->findings) {
      memcpy(r->findings, g.found, g.count * sizeof *g.found);
      r->finding_count = g.count;
    }
    free(g.found);
  }
  *count = r->finding_count < most ? r->finding_count : most;
  if (total)
    *total = r->finding_total;
  return r->findings;
}
