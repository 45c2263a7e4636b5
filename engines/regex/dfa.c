// SPDX-License-Identifier: Apache-2.0
/* The automaton of a regular pattern: Thompson's construction, then the subset construction over
 * classes of code points that no set of the pattern tells apart. Both have a cap; above it PCRE2
 * does the work. */
#include "engines/regex/node.h"

#include "engines/base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define STEPS_MAX 2048u /* of the non-deterministic automaton */
#define STATES_MAX 1024u
#define CELLS_MAX 131072u /* states * classes */
#define CLASSES_MAX 250u
#define WORK_MAX 4000000u
#define SHORT_LIST 24u

enum step_kind { STEP_SET, STEP_SPLIT, STEP_START, STEP_END, STEP_FOUND };

struct step {
  enum step_kind kind;
  uint32_t next, other;
  const struct sv_re_set *set;
  uint8_t *members; /* a byte for each class */
};

struct maker {
  struct sv_arena arena;
  struct step *steps;
  uint32_t count;
  bool failed;
  uint32_t *bounds; /* code points where a class begins */
  size_t bound_count;
  uint32_t *lists; /* the steps of each state, one list after the other */
  size_t list_size, list_room;
  uint32_t starts[STATES_MAX + 1];
  uint32_t *seen; /* mark per step */
  uint32_t mark;
  uint32_t *stack;
  uint32_t *found; /* the list being made */
  uint32_t found_count;
  size_t work;
};

static uint32_t add(struct maker *m, enum step_kind kind, uint32_t next, uint32_t other)
{
  if (m->count == STEPS_MAX) {
    m->failed = true;
    return 0;
  }
  m->steps[m->count] = (struct step){ .kind = kind, .next = next, .other = other };
  return m->count++;
}

static uint32_t build(struct maker *m, const struct sv_re_node *n, uint32_t next);

/* The steps for the list from N on, last first, so that each knows what follows. */
static uint32_t build_sequence(struct maker *m, const struct sv_re_node *n, uint32_t next)
{
  const struct sv_re_node **items = NULL;
  size_t count = 0;
  for (const struct sv_re_node *i = n; i; i = i->next)
    count++;
  if (count == 0)
    return next;
  items = sv_arena_alloc(&m->arena, count * sizeof *items);
  if (!items) {
    m->failed = true;
    return 0;
  }
  for (size_t i = 0; i < count; i++, n = n->next)
    items[i] = n;
  while (count > 0 && !m->failed)
    next = build(m, items[--count], next);
  return next;
}

static uint32_t build_repeat(struct maker *m, const struct sv_re_node *n, uint32_t next)
{
  uint32_t at = next;
  if (n->min > STEPS_MAX || (n->max != SV_RE_NO_BOUND && n->max > STEPS_MAX)) {
    m->failed = true;
    return 0;
  }
  if (n->max == SV_RE_NO_BOUND) {
    at = add(m, STEP_SPLIT, 0, next);
    if (!m->failed)
      m->steps[at].next = build(m, n->child, at);
  } else {
    for (uint32_t i = n->min; i < n->max && !m->failed; i++)
      at = add(m, STEP_SPLIT, build(m, n->child, at), next);
  }
  for (uint32_t i = 0; i < n->min && !m->failed; i++)
    at = build(m, n->child, at);
  return at;
}

/* The depth of the tree is bounded by the parser. */
static uint32_t build(struct maker *m, const struct sv_re_node *n, uint32_t next)
{
  uint32_t at;
  m->failed = m->failed || ++m->work > WORK_MAX;
  if (m->failed)
    return 0;
  switch (n->kind) {
  case SV_RE_EMPTY:
    return next;
  case SV_RE_SET:
    if (n->set->properties)
      break;
    at = add(m, STEP_SET, next, 0);
    m->steps[at].set = n->set;
    return at;
  case SV_RE_SEQUENCE:
    return build_sequence(m, n->child, next);
  case SV_RE_CHOICE:
    at = build(m, n->child, next);
    for (const struct sv_re_node *c = n->child->next; c && !m->failed; c = c->next)
      at = add(m, STEP_SPLIT, at, build(m, c, next));
    return at;
  case SV_RE_REPEAT:
    return build_repeat(m, n, next);
  case SV_RE_GROUP:
    return build(m, n->child, next);
  case SV_RE_START:
    return add(m, STEP_START, next, 0);
  case SV_RE_END:
    return add(m, STEP_END, next, 0);
  case SV_RE_WORD:
  case SV_RE_LOOK:
  case SV_RE_REFERENCE:
    break;
  }
  m->failed = true;
  return 0;
}

static int by_value(const void *a, const void *b)
{
  const uint32_t x = *(const uint32_t *)a;
  const uint32_t y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* Cuts the code points where some set begins or ends, and tells each set its classes. */
static void find_classes(struct maker *m)
{
  size_t room = 1;
  for (uint32_t i = 0; i < m->count; i++)
    if (m->steps[i].kind == STEP_SET)
      room += 2 * m->steps[i].set->count;
  m->bounds = sv_arena_calloc(&m->arena, room, sizeof *m->bounds);
  if (!m->bounds) {
    m->failed = true;
    return;
  }
  size_t n = 1;
  for (uint32_t i = 0; i < m->count; i++) {
    const struct sv_re_set *set = m->steps[i].kind == STEP_SET ? m->steps[i].set : NULL;
    for (size_t k = 0; set && k < set->count; k++) {
      m->bounds[n++] = set->ranges[k].lo;
      m->bounds[n++] = set->ranges[k].hi + 1;
    }
  }
  qsort(m->bounds, n, sizeof *m->bounds, by_value);
  for (size_t i = 0; i < n; i++)
    if (i == 0 || m->bounds[i] != m->bounds[m->bound_count - 1])
      m->bounds[m->bound_count++] = m->bounds[i];
  m->failed = m->bound_count > CLASSES_MAX;
}

static void find_members(struct maker *m)
{
  for (uint32_t i = 0; i < m->count && !m->failed; i++) {
    struct step *s = &m->steps[i];
    if (s->kind != STEP_SET)
      continue;
    s->members = sv_arena_calloc(&m->arena, m->bound_count, 1);
    if (!s->members) {
      m->failed = true;
      return;
    }
    size_t r = 0;
    for (size_t c = 0; c < m->bound_count; c++) {
      while (r < s->set->count && s->set->ranges[r].hi < m->bounds[c])
        r++;
      s->members[c] = r < s->set->count && s->set->ranges[r].lo <= m->bounds[c];
    }
  }
}

/* Adds FROM and what it reaches without a character to the list being made. */
static void follow(struct maker *m, uint32_t from, bool at_start, bool at_end)
{
  uint32_t depth = 0;
  m->stack[depth++] = from;
  while (depth > 0) {
    const uint32_t at = m->stack[--depth];
    if (m->seen[at] == m->mark)
      continue;
    m->seen[at] = m->mark;
    m->work++;
    const struct step *s = &m->steps[at];
    if (s->kind == STEP_SPLIT) {
      m->stack[depth++] = s->other;
      m->stack[depth++] = s->next;
    } else if ((s->kind == STEP_START && at_start) || (s->kind == STEP_END && at_end)) {
      m->stack[depth++] = s->next;
    } else if (s->kind != STEP_START) {
      m->found[m->found_count++] = at;
    }
  }
}

static void begin_list(struct maker *m)
{
  m->mark++;
  m->found_count = 0;
}

/* What the list made accepts: bit 0 at once, bit 1 when the text ends here. */
static uint8_t accepted(struct maker *m, bool at_start)
{
  uint8_t bits = 0;
  const uint32_t n = m->found_count;
  for (uint32_t i = 0; i < n; i++)
    if (m->steps[m->found[i]].kind == STEP_FOUND)
      return 3;
  for (uint32_t i = 0; i < n; i++) {
    if (m->steps[m->found[i]].kind != STEP_END)
      continue;
    /* what lies behind $ is looked at apart: it holds only at the end */
    const uint32_t kept = m->found_count;
    const uint32_t at = m->found[i];
    m->mark++;
    follow(m, at, at_start, true);
    for (uint32_t k = kept; k < m->found_count; k++)
      if (m->steps[m->found[k]].kind == STEP_FOUND)
        bits = 2;
    m->found_count = kept;
  }
  return bits;
}

/* Puts the list made in order. Most lists are short, and nearly in order. */
static void sort_list(struct maker *m)
{
  if (m->found_count > SHORT_LIST) {
    qsort(m->found, m->found_count, sizeof *m->found, by_value);
    return;
  }
  for (uint32_t i = 1; i < m->found_count; i++) {
    const uint32_t at = m->found[i];
    uint32_t k = i;
    for (; k > 0 && m->found[k - 1] > at; k--)
      m->found[k] = m->found[k - 1];
    m->found[k] = at;
  }
}

/* The state with the list made, new or known; STATES_MAX when there is no room. */
static uint32_t state_of_list(struct maker *m, struct sv_re_dfa *d, bool at_start)
{
  if (m->found_count == 0)
    return 0;
  sort_list(m);
  for (uint32_t s = 2; s < d->states && !at_start; s++) {
    const uint32_t size = m->starts[s + 1] - m->starts[s];
    m->work++;
    if (size == m->found_count &&
        memcmp(m->lists + m->starts[s], m->found, size * sizeof *m->found) == 0)
      return s;
  }
  if (d->states == STATES_MAX || m->list_size + m->found_count > m->list_room ||
      (d->states + 1) * d->classes > CELLS_MAX)
    return STATES_MAX;
  const uint32_t s = (uint32_t)d->states++;
  memcpy(m->lists + m->list_size, m->found, m->found_count * sizeof *m->found);
  m->starts[s] = (uint32_t)m->list_size;
  m->list_size += m->found_count;
  m->starts[s + 1] = (uint32_t)m->list_size;
  d->accepts[s] = accepted(m, at_start);
  return s;
}

/* The states that follow S, one for each class. A search may begin anew at FIRST behind every
 * character. */
static bool expand(struct maker *m, struct sv_re_dfa *d, uint32_t s, uint32_t first)
{
  for (size_t c = 0; c < d->classes; c++) {
    begin_list(m);
    for (uint32_t i = m->starts[s]; i < m->starts[s + 1]; i++) {
      const struct step *step = &m->steps[m->lists[i]];
      if (step->kind == STEP_SET && step->members[c])
        follow(m, step->next, false, false);
    }
    follow(m, first, false, false);
    const uint32_t next = state_of_list(m, d, false);
    if (next == STATES_MAX || m->work > WORK_MAX)
      return false;
    d->next[s * d->classes + c] = (uint16_t)next;
  }
  return true;
}

static bool determine(struct maker *m, struct sv_re_dfa *d, uint32_t first)
{
  d->states = 1;
  m->starts[0] = m->starts[1] = 0;
  begin_list(m);
  follow(m, first, true, false);
  if (state_of_list(m, d, true) != 1)
    return false;
  for (uint32_t s = 1; s < d->states; s++)
    if ((d->accepts[s] & 1) == 0 && !expand(m, d, s, first))
      return false;
  return true;
}

static bool number_code_points(struct maker *m, struct sv_re_dfa *d)
{
  d->classes = m->bound_count;
  d->ranges = m->bound_count;
  d->starts = calloc(d->ranges, sizeof *d->starts);
  d->of_range = calloc(d->ranges, 1);
  d->next = malloc((CELLS_MAX + CLASSES_MAX) * sizeof *d->next);
  d->accepts = calloc(STATES_MAX, 1);
  if (!d->starts || !d->of_range || !d->next || !d->accepts)
    return false;
  memset(d->next, 0, d->classes * sizeof *d->next); /* of the state that leads nowhere */
  size_t c = 0;
  for (uint32_t b = 0; b < 128; b++) {
    while (c + 1 < m->bound_count && m->bounds[c + 1] <= b)
      c++;
    d->ascii[b] = (uint8_t)c;
  }
  for (size_t i = 0; i < d->ranges; i++) {
    d->starts[i] = m->bounds[i];
    d->of_range[i] = (uint8_t)i;
  }
  return true;
}

/* Lays the table out for matching: rows premultiplied, what a state accepts in the last column, and
 * a state that accepts at once stays in itself. */
static bool lay_out(struct sv_re_dfa *d)
{
  const size_t width = d->classes + 1;
  d->cells = calloc(d->states * width, sizeof *d->cells);
  if (!d->cells)
    return false;
  for (size_t s = 0; s < d->states; s++) {
    uint32_t *row = d->cells + s * width;
    for (size_t c = 0; c < d->classes; c++)
      row[c] = (uint32_t)((d->accepts[s] & 1 ? s : d->next[s * d->classes + c]) * width);
    row[d->classes] = d->accepts[s];
  }
  free(d->next);
  free(d->accepts);
  d->next = NULL;
  d->accepts = NULL;
  return true;
}

static bool prepare(struct maker *m)
{
  m->list_room = (size_t)STATES_MAX * 64;
  /* room for the largest pattern, of which most use little: only what is read before it is written
   * is zeroed */
  m->steps = sv_arena_alloc(&m->arena, (STEPS_MAX + 1) * sizeof *m->steps);
  m->lists = sv_arena_alloc(&m->arena, m->list_room * sizeof *m->lists);
  m->seen = sv_arena_calloc(&m->arena, STEPS_MAX + 1, sizeof *m->seen);
  m->stack = sv_arena_alloc(&m->arena, (STEPS_MAX + 1) * 2 * sizeof *m->stack);
  m->found = sv_arena_alloc(&m->arena, (STEPS_MAX + 1) * 2 * sizeof *m->found);
  return m->steps && m->lists && m->seen && m->stack && m->found;
}

struct sv_re_dfa *sv_re_dfa_new(const struct sv_re_node *n)
{
  struct sv_re_dfa *d = calloc(1, sizeof *d);
  struct maker *m = calloc(1, sizeof *m);
  bool well = d && m;
  if (well) {
    m->arena = SV_ARENA((size_t)64 << 20);
    well = prepare(m);
  }
  uint32_t first = 0;
  if (well) {
    const uint32_t found = add(m, STEP_FOUND, 0, 0);
    first = build(m, n, found);
    if (!m->failed)
      find_classes(m);
    find_members(m);
    well = !m->failed && number_code_points(m, d) && determine(m, d, first) && lay_out(d);
  }
  if (m)
    sv_arena_free(&m->arena);
  free(m);
  if (!well) {
    sv_re_dfa_free(d);
    return NULL;
  }
  return d;
}

void sv_re_dfa_free(struct sv_re_dfa *d)
{
  if (!d)
    return;
  free(d->next);
  free(d->accepts);
  free(d->cells);
  free(d->starts);
  free(d->of_range);
  free(d);
}

static size_t class_of(const struct sv_re_dfa *d, uint32_t code)
{
  size_t lo = 0, hi = d->ranges;
  while (hi - lo > 1) {
    const size_t mid = (lo + hi) / 2;
    if (d->starts[mid] <= code)
      lo = mid;
    else
      hi = mid;
  }
  return d->of_range[lo];
}

/* How many bytes are read before it is looked whether the answer is known. */
#define STRIDE 32

int sv_re_dfa_match(const struct sv_re_dfa *d, const char *text, size_t size)
{
  const char *end = text + size;
  const uint32_t *cells = d->cells;
  const size_t last = d->classes;
  size_t state = last + 1;
  if (size > 0 && !((unsigned char)*text & 0x80) && !(cells[state + last] & 1)) {
    state =
        cells[state + d->ascii[(unsigned char)*text++]]; /* most texts that fail do so at once */
    if (state == 0)
      return 0;
  }
  while (text < end) {
    if (state == 0 || cells[state + last] & 1)
      return state != 0;
    const char *stop = (size_t)(end - text) > STRIDE ? text + STRIDE : end;
    for (; text < stop && !((unsigned char)*text & 0x80); text++)
      state = cells[state + d->ascii[(unsigned char)*text]];
    if (text == stop)
      continue;
    uint32_t code;
    const size_t n = sv_utf8_decode(text, end, &code);
    if (n == 0)
      return -1;
    state = cells[state + class_of(d, code)];
    text += n;
  }
  return cells[state + last] != 0;
}
