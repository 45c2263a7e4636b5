// SPDX-License-Identifier: Apache-2.0
/* Selecting: one segment after the other, each place once. */
#include "engines/openapi/match_tree.h"

#include "engines/doc/tape.h"

#include <stdlib.h>
#include <string.h>

/* Places met so far: numbers of file and value, never 0. */
struct seen {
  uint64_t *slots;
  size_t count, room;
};

/* An open container of a walk down. */
struct frame {
  struct sv_openapi_node node;
  sv_value child; /* the next to look at */
};

struct stack {
  struct frame *items;
  size_t count, room;
};

bool sv_match_fail(struct sv_match_run *run, enum sv_status status, const char *limit)
{
  if (run->status == SV_OK) {
    run->status = status;
    run->limit = limit;
  }
  return false;
}

bool sv_match_pay(struct sv_match_run *run, uint64_t cost)
{
  if (cost > run->visits) {
    run->visits = 0;
    return sv_match_fail(run, SV_LIMIT, "rule-visits");
  }
  run->visits -= cost;
  return run->status == SV_OK;
}

static size_t slot_of(const struct seen *s, uint64_t key)
{
  size_t i = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 20) & (s->room - 1);
  while (s->slots[i] && s->slots[i] != key)
    i = (i + 1) & (s->room - 1);
  return i;
}

static bool seen_grow(struct seen *s)
{
  struct seen more = { .room = s->room ? s->room * 4 : 16 };
  more.slots = calloc(more.room, sizeof *more.slots);
  if (!more.slots)
    return false;
  for (size_t i = 0; i < s->room; i++)
    if (s->slots[i])
      more.slots[slot_of(&more, s->slots[i])] = s->slots[i];
  more.count = s->count;
  free(s->slots);
  *s = more;
  return true;
}

/* Whether N is met for the first time. */
static bool is_new(struct sv_match_run *run, struct seen *s, struct sv_openapi_node n)
{
  if (s->count * 2 >= s->room && !seen_grow(s))
    return sv_match_fail(run, SV_NO_MEMORY, NULL);
  const uint64_t key = ((uint64_t)n.file + 1) << 32 | n.value;
  const size_t i = slot_of(s, key);
  if (s->slots[i])
    return false;
  s->slots[i] = key;
  s->count++;
  return true;
}

bool sv_match_keep(struct sv_match_run *run, struct sv_matches *out, const struct sv_match *m)
{
  if (out->count == out->room) {
    const size_t room = out->room ? out->room * 2 : 8;
    struct sv_match *more = realloc(out->items, room * sizeof *more);
    if (!more)
      return sv_match_fail(run, SV_NO_MEMORY, NULL);
    out->items = more;
    out->room = room;
  }
  out->items[out->count++] = *m;
  return true;
}

static struct sv_openapi_node value_of(struct sv_match_run *run, struct sv_openapi_node n)
{
  return run->resolved ? sv_match_graph_value(run->graph, n) : n;
}

/* The step that is at hand: where its results go, and what it has given already. */
struct step {
  struct sv_match_run *run;
  struct seen *seen;
  struct sv_matches *out;
};

static bool found(const struct step *s, struct sv_openapi_node holder, sv_value child,
                  uint32_t index)
{
  struct sv_match m = { .at = { holder.doc, child, holder.file }, .index = index };
  if (!is_new(s->run, s->seen, m.at))
    return s->run->status == SV_OK;
  m.value = value_of(s->run, m.at);
  return sv_match_keep(s->run, s->out, &m);
}

static bool filtered(const struct step *s, const struct sv_match_selector *sel,
                     struct sv_openapi_node holder)
{
  uint32_t index = 0;
  for (sv_value c = sv_doc_first(holder.doc, holder.value); c != SV_DOC_NONE;
       c = sv_doc_next(holder.doc, holder.value, c), index++) {
    struct sv_match m = { .at = { holder.doc, c, holder.file }, .index = index };
    if (!sv_match_pay(s->run, 1))
      return false;
    m.value = value_of(s->run, m.at);
    if (sel->kind == SV_SELECT_FILTER && !sv_match_holds(s->run, sel->filter, &m)) {
      if (s->run->status != SV_OK)
        return false;
      continue;
    }
    if (is_new(s->run, s->seen, m.at) && !sv_match_keep(s->run, s->out, &m))
      return false;
  }
  return s->run->status == SV_OK;
}

static bool sliced(const struct step *s, const struct sv_match_selector *sel,
                   struct sv_openapi_node holder)
{
  const int64_t count = (int64_t)sv_doc_count(holder.doc, holder.value);
  int64_t from = sel->has_start ? sel->start : 0;
  int64_t to = sel->has_end ? sel->end : count;
  from = from < 0 ? from + count : from;
  to = to < 0 ? to + count : to;
  uint32_t index = 0;
  for (sv_value c = sv_doc_first(holder.doc, holder.value); c != SV_DOC_NONE;
       c = sv_doc_next(holder.doc, holder.value, c), index++) {
    const int64_t past = (int64_t)index - (from > 0 ? from : 0);
    if (!sv_match_pay(s->run, 1))
      return false;
    if (past >= 0 && index < to && past % sel->step == 0 && !found(s, holder, c, index))
      return false;
  }
  return true;
}

static bool indexed(const struct step *s, struct sv_openapi_node holder, int64_t index)
{
  const int64_t count = (int64_t)sv_doc_count(holder.doc, holder.value);
  if (index < 0 || index >= count)
    return true;
  const sv_value c = sv_doc_at(holder.doc, holder.value, (size_t)index);
  return sv_match_pay(s->run, (uint64_t)index / 64) &&
         (c == SV_DOC_NONE || found(s, holder, c, (uint32_t)index));
}

/* What SEL selects among the children of the container HOLDER. */
static bool select_one(const struct step *s, const struct sv_match_selector *sel,
                       struct sv_openapi_node holder)
{
  const struct sv_tape_node *n = sv_tape_node(holder.doc, holder.value);
  const bool is_array = sv_tape_type(n) == SV_DOC_ARRAY;
  switch (sel->kind) {
  case SV_SELECT_NAME: {
    if (is_array)
      return !sel->is_index || indexed(s, holder, sel->start);
    const sv_value c = sv_tape_find(holder.doc, n, sel->name, sel->size, sel->hash);
    return c == SV_DOC_NONE || found(s, holder, c, 0);
  }
  case SV_SELECT_SLICE:
    return !is_array || sliced(s, sel, holder);
  case SV_SELECT_LAST:
    return !is_array ||
           indexed(s, holder, (int64_t)sv_doc_count(holder.doc, holder.value) - sel->start);
  default:
    return filtered(s, sel, holder);
  }
}

static bool select_children(const struct step *s, const struct sv_match_segment *seg,
                            struct sv_openapi_node holder)
{
  if (!sv_tape_is_container(sv_tape_node(holder.doc, holder.value)))
    return true;
  for (const struct sv_match_selector *sel = seg->selectors; sel; sel = sel->next)
    if (!sv_match_pay(s->run, 1) || !select_one(s, sel, holder))
      return false;
  return true;
}

/* Opens N unless it is no container or was open before. */
static bool push(const struct step *s, struct stack *stack, struct seen *opened,
                 struct sv_openapi_node n, const struct sv_match_segment *seg)
{
  n.value = sv_tape_target(n.doc, n.value);
  if (!sv_tape_is_container(&n.doc->tape[n.value]) || !is_new(s->run, opened, n))
    return s->run->status == SV_OK;
  if (stack->count == stack->room) {
    const size_t room = stack->room ? stack->room * 2 : 64;
    struct frame *more = realloc(stack->items, room * sizeof *more);
    if (!more)
      return sv_match_fail(s->run, SV_NO_MEMORY, NULL);
    stack->items = more;
    stack->room = room;
  }
  stack->items[stack->count++] = (struct frame){ n, sv_doc_first(n.doc, n.value) };
  return select_children(s, seg, n);
}

static bool descend(const struct step *s, const struct sv_match_segment *seg,
                    struct sv_openapi_node from)
{
  struct stack stack = { .count = 0 };
  struct seen opened = { .count = 0 };
  bool good = push(s, &stack, &opened, from, seg);
  while (good && stack.count > 0) {
    struct frame *top = &stack.items[stack.count - 1];
    if (top->child == SV_DOC_NONE) {
      stack.count--;
      continue;
    }
    const struct sv_openapi_node at = { top->node.doc, top->child, top->node.file };
    top->child = sv_doc_next(at.doc, top->node.value, top->child);
    good = sv_match_pay(s->run, 1) && push(s, &stack, &opened, value_of(s->run, at), seg);
  }
  free(stack.items);
  free(opened.slots);
  return good;
}

/* Whether the members of HOLDER are not to be seen, since it is a reference that was followed. */
static bool is_hidden(struct sv_match_run *run, struct sv_openapi_node holder)
{
  const struct sv_openapi_node to = value_of(run, holder);
  return to.doc != holder.doc || to.value != holder.value;
}

/* ..name from the root of the only document: every member is met by going along the tape. */
static bool scan(const struct step *s, const struct sv_match_selector *sel,
                 struct sv_openapi_node root)
{
  const struct sv_doc *d = root.doc;
  if (!sv_match_pay(s->run, d->count / 16 + 1))
    return false;
  for (uint32_t i = 1; i + 1 < d->count; i++) {
    const struct sv_tape_node *n = &d->tape[i];
    if ((n->head & (15 | SV_TAPE_KEY)) != (SV_DOC_STRING | SV_TAPE_KEY))
      continue;
    for (const struct sv_match_selector *one = sel; one; one = one->next) {
      if (n->hi != one->hash || sv_tape_size(n) != one->size ||
          memcmp(sv_tape_text(d, n), one->name, one->size) != 0)
        continue;
      struct sv_openapi_node holder = root;
      holder.value = sv_doc_parent(d, i);
      if (is_hidden(s->run, holder))
        continue;
      if (!sv_match_pay(s->run, 1) || !found(s, root, i + 1, 0))
        return false;
    }
  }
  return true;
}

static bool can_scan(const struct sv_match_run *run, const struct sv_match_segment *seg,
                     const struct sv_match *m)
{
  for (const struct sv_match_selector *sel = seg->selectors; sel; sel = sel->next)
    if (sel->kind != SV_SELECT_NAME || sel->is_index || sel->size > SV_TAPE_SIZE_MAX)
      return false;
  return m->value.value == SV_DOC_ROOT && m->value.doc->syntax == SV_DOC_JSON &&
         (!run->resolved || sv_openapi_file_count(run->graph->api) == 1);
}

static bool parent_of(const struct step *s, const struct sv_match *m)
{
  const sv_value holder = sv_doc_parent(m->at.doc, m->at.value);
  struct sv_match up = { .at = { m->at.doc, holder, m->at.file } };
  if (up.at.value == SV_DOC_NONE || !is_new(s->run, s->seen, up.at))
    return s->run->status == SV_OK;
  up.value = up.at;
  return sv_match_pay(s->run, 2) && sv_match_keep(s->run, s->out, &up);
}

static bool name_of(const struct step *s, const struct sv_match *m)
{
  struct sv_match name = *m;
  name.is_name = true;
  if (sv_match_name(m->at) == SV_DOC_NONE || !is_new(s->run, s->seen, m->at))
    return s->run->status == SV_OK;
  return sv_match_pay(s->run, 1) && sv_match_keep(s->run, s->out, &name);
}

static bool take_step(const struct step *s, const struct sv_match_segment *seg,
                      const struct sv_match *m)
{
  switch (seg->kind) {
  case SV_SEGMENT_PARENT:
    return parent_of(s, m);
  case SV_SEGMENT_NAME:
    return name_of(s, m);
  case SV_SEGMENT_DESCENDANT:
    if (m->is_name)
      return true;
    return can_scan(s->run, seg, m) ? scan(s, seg->selectors, m->value) : descend(s, seg, m->value);
  default:
    return m->is_name || select_children(s, seg, m->value);
  }
}

bool sv_match_walk(struct sv_match_run *run, const struct sv_match_segment *segments,
                   struct sv_matches *now, struct sv_matches *out)
{
  bool good = run->status == SV_OK;
  for (const struct sv_match_segment *seg = segments; good && seg; seg = seg->next) {
    struct sv_matches next = { .count = 0 };
    struct seen seen = { .count = 0 };
    const struct step s = { run, &seen, &next };
    for (size_t i = 0; good && i < now->count; i++)
      good = take_step(&s, seg, &now->items[i]);
    free(seen.slots);
    sv_matches_free(now);
    *now = next;
  }
  *out = *now;
  *now = (struct sv_matches){ .items = NULL };
  return good;
}

enum sv_status sv_match_select(const struct sv_match_path *p, struct sv_match_run *run,
                               const struct sv_openapi_node *from, size_t count,
                               struct sv_matches *out)
{
  struct sv_matches now = { .count = 0 };
  for (size_t i = 0; i < count; i++) {
    const struct sv_match m = { .at = from[i], .value = value_of(run, from[i]) };
    if (!sv_match_keep(run, &now, &m))
      break;
  }
  (void)sv_match_walk(run, p->segments, &now, out);
  sv_matches_free(&now);
  return run->status;
}

void sv_matches_free(struct sv_matches *m)
{
  free(m->items);
  *m = (struct sv_matches){ .items = NULL };
}

void sv_match_run_end(struct sv_match_run *run)
{
  sv_regex_scratch_free(run->scratch);
  run->scratch = NULL;
  sv_arena_free(&run->texts);
}
