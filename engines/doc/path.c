// SPDX-License-Identifier: Apache-2.0
/* Running a query: depth first, which gives the order of RFC 9535, with every visit counted. */
#include "engines/doc/decimal.h"
#include "engines/doc/path_eval.h"

#include <stdlib.h>
#include <string.h>

static bool visit(struct sv_path_run *r)
{
  if (r->visits-- > 0)
    return true;
  r->visits = 0;
  r->status = SV_LIMIT;
  r->limit = "path-visits";
  return false;
}

static bool descend(struct sv_path_run *r, const struct sv_path_segment *seg, sv_value v,
                    struct sv_path_sink *sink);

/* Applies SEG and all after it to V. False to stop: SINK has enough, or a failure. */
static bool apply(struct sv_path_run *r, const struct sv_path_segment *seg, sv_value v,
                  struct sv_path_sink *sink);

static bool by_index(struct sv_path_run *r, const struct sv_path_segment *seg, int64_t i,
                     sv_value v, struct sv_path_sink *sink)
{
  const int64_t count = (int64_t)sv_doc_count(r->doc, v);
  i = i < 0 ? i + count : i;
  if (sv_doc_type(r->doc, v) != SV_DOC_ARRAY || i < 0 || i >= count)
    return true;
  for (int64_t step = 0; step < i; step += 16) /* finding it takes I steps of the tape */
    if (!visit(r))
      return false;
  return apply(r, seg->next, sv_doc_at(r->doc, v, (size_t)i), sink);
}

static int64_t clamp(int64_t value, int64_t low, int64_t high)
{
  return value < low ? low : value > high ? high : value;
}

/* RFC 9535 2.3.4.2.2. A backward slice collects the elements first, as the tape is walked forward.
 */
static bool by_slice(struct sv_path_run *r, const struct sv_path_segment *seg,
                     const struct sv_path_selector *s, sv_value v, struct sv_path_sink *sink)
{
  const int64_t n = (int64_t)sv_doc_count(r->doc, v);
  const bool up = s->step > 0;
  if (sv_doc_type(r->doc, v) != SV_DOC_ARRAY || s->step == 0 || n == 0)
    return true;
  const int64_t start = !s->has_start ? (up ? 0 : n - 1) : s->start < 0 ? n + s->start : s->start;
  const int64_t end = !s->has_end ? (up ? n : -1) : s->end < 0 ? n + s->end : s->end;
  const int64_t from = up ? clamp(start, 0, n) : clamp(start, -1, n - 1);
  const int64_t to = up ? clamp(end, 0, n) : clamp(end, -1, n - 1);
  sv_value *items = malloc((size_t)n * sizeof *items);
  if (!items) {
    r->status = SV_NO_MEMORY;
    return false;
  }
  bool go = true;
  sv_value x = sv_doc_first(r->doc, v);
  for (int64_t i = 0; i < n && (go = visit(r)); i++, x = sv_doc_next(r->doc, v, x))
    items[i] = x;
  for (int64_t i = from; go && (up ? i < to : i > to); i += s->step)
    go = apply(r, seg->next, items[i], sink);
  free(items);
  return go;
}

static bool by_child(struct sv_path_run *r, const struct sv_path_segment *seg,
                     const struct sv_path_selector *s, sv_value v, struct sv_path_sink *sink)
{
  for (sv_value x = sv_doc_first(r->doc, v); x != SV_DOC_NONE; x = sv_doc_next(r->doc, v, x)) {
    if (!visit(r))
      return false;
    const bool chosen = s->kind == SV_PATH_WILDCARD || sv_path_holds(r, s->filter, x);
    if (r->status != SV_OK || (chosen && !apply(r, seg->next, x, sink)))
      return false;
  }
  return true;
}

static bool choose(struct sv_path_run *r, const struct sv_path_segment *seg,
                   const struct sv_path_selector *s, sv_value v, struct sv_path_sink *sink)
{
  const struct sv_tape_node *n = sv_tape_node(r->doc, v);
  sv_value x;
  switch (s->kind) {
  case SV_PATH_NAME:
    if (sv_tape_type(n) != SV_DOC_OBJECT)
      return true;
    x = sv_tape_find(r->doc, n, s->name, s->size, s->hash);
    return x == SV_DOC_NONE || apply(r, seg->next, x, sink);
  case SV_PATH_INDEX:
    return by_index(r, seg, s->start, v, sink);
  case SV_PATH_SLICE:
    return by_slice(r, seg, s, v, sink);
  default:
    return by_child(r, seg, s, v, sink);
  }
}

static bool choose_all(struct sv_path_run *r, const struct sv_path_segment *seg, sv_value v,
                       struct sv_path_sink *sink)
{
  for (const struct sv_path_selector *s = seg->selectors; s; s = s->next)
    if (!choose(r, seg, s, v, sink))
      return false;
  return true;
}

static bool descend(struct sv_path_run *r, const struct sv_path_segment *seg, sv_value v,
                    struct sv_path_sink *sink)
{
  if (!visit(r) || !choose_all(r, seg, v, sink))
    return false;
  for (sv_value x = sv_doc_first(r->doc, v); x != SV_DOC_NONE; x = sv_doc_next(r->doc, v, x))
    if (sv_doc_count(r->doc, x) ? !descend(r, seg, x, sink) : !visit(r))
      return false;
  return true;
}

static bool apply(struct sv_path_run *r, const struct sv_path_segment *seg, sv_value v,
                  struct sv_path_sink *sink)
{
  if (!visit(r))
    return false;
  if (!seg)
    return sink->found(r, sink, v);
  return seg->descendant ? descend(r, seg, v, sink) : choose_all(r, seg, v, sink);
}

void sv_path_query_run(struct sv_path_run *r, const struct sv_path_query *q, sv_value current,
                       struct sv_path_sink *sink)
{
  (void)apply(r, q->segments, q->absolute ? SV_DOC_ROOT : current, sink);
}

struct collect {
  struct sv_path_sink sink;
  struct sv_path_nodes *nodes;
};

static bool collect(struct sv_path_run *r, struct sv_path_sink *sink, sv_value v)
{
  struct sv_path_nodes *nodes = ((struct collect *)sink)->nodes;
  if (nodes->count == nodes->room) {
    const size_t room = nodes->room ? nodes->room * 2 : 16;
    sv_value *items = realloc(nodes->items, room * sizeof *items);
    if (!items) {
      r->status = SV_NO_MEMORY;
      return false;
    }
    nodes->items = items;
    nodes->room = room;
  }
  nodes->items[nodes->count++] = v;
  return true;
}

enum sv_status sv_path_select(const struct sv_path *p, const struct sv_doc *d, uint64_t visits,
                              struct sv_path_nodes *nodes, struct sv_error *err)
{
  struct sv_path_run r = { .doc = d, .visits = visits };
  struct collect c = { .sink.found = collect, .nodes = nodes };
  sv_path_query_run(&r, &p->query, SV_DOC_ROOT, &c.sink);
  if (r.status == SV_LIMIT)
    return sv_fail_limit(err, r.limit,
                         "The JSONPath takes more steps on this document than the limit allows.");
  if (r.status != SV_OK)
    return sv_fail(err, r.status, "There is not enough memory to run this JSONPath.");
  return SV_OK;
}

void sv_path_nodes_free(struct sv_path_nodes *nodes)
{
  free(nodes->items);
  *nodes = (struct sv_path_nodes){ 0 };
}
