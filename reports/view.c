// SPDX-License-Identifier: Apache-2.0
/* Joining requirements and results once, for all renderers. */
#include "reports/view.h"

#include "reports/apart.h"

#include <stdlib.h>
#include <string.h>

static const int badness[] = {
  [SV_INAPPLICABLE] = 1, [SV_PASSED] = 2, [SV_UNTESTED] = 3, [SV_CANT_TELL] = 4, [SV_FAILED] = 5,
};

static int by_id(const void *a, const void *b)
{
  const struct sv_item *x = a;
  const struct sv_item *y = b;
  return strcmp(x->requirement->id, y->requirement->id);
}

struct sv_item *sv_view_find(const struct sv_view *v, const char *id)
{
  const struct sv_requirement_result q = { .id = id };
  const struct sv_item key = { .requirement = &q };
  return v->count ? bsearch(&key, v->items, v->count, sizeof key, by_id) : NULL;
}

static int worse_result(const void *a, const void *b)
{
  const struct sv_result *const *x = a;
  const struct sv_result *const *y = b;
  const int order = badness[(*y)->outcome] - badness[(*x)->outcome];
  return order ? order : (*x > *y) - (*x < *y);
}

static int worse_item(const void *a, const void *b)
{
  const struct sv_item *x = *(const struct sv_item *const *)a;
  const struct sv_item *y = *(const struct sv_item *const *)b;
  int order = (int)x->display - (int)y->display;
  order = order ? order : (int)x->requirement->no_check - (int)y->requirement->no_check;
  order =
      order ? order
            : (int)sv_requirement_level(x->requirement) - (int)sv_requirement_level(y->requirement);
  order = order ? order : (int)x->requirement->layer - (int)y->requirement->layer;
  return order ? order : strcmp(x->requirement->id, y->requirement->id);
}

/* Counts first, then fills: every requirement's results stand in one array. */
static enum sv_status join(const struct sv_run *run, struct sv_view *v)
{
  size_t pairs = 0;
  for (size_t i = 0; i < run->result_count; i++)
    for (size_t n = 0; n < run->results[i].requirement_count; n++) {
      struct sv_item *item = sv_view_find(v, run->results[i].requirements[n]);
      if (item) {
        item->result_count++;
        pairs++;
      }
    }
  const struct sv_result **all = sv_arena_calloc(&v->arena, pairs + 1, sizeof *all);
  if (!all)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < v->count; i++) {
    v->items[i].results = all;
    all += v->items[i].result_count;
    v->items[i].result_count = 0;
  }
  for (size_t i = 0; i < run->result_count; i++)
    for (size_t n = 0; n < run->results[i].requirement_count; n++) {
      struct sv_item *item = sv_view_find(v, run->results[i].requirements[n]);
      if (!item)
        continue;
      const struct sv_result **list = (const struct sv_result **)(uintptr_t)item->results;
      list[item->result_count++] = &run->results[i];
      item->duration_ms += run->results[i].duration_ms;
    }
  return SV_OK;
}

static void count_apart(struct sv_view *v, const struct sv_requirement_result *q)
{
  v->no_check++;
  if (!q->seen)
    v->unread++;
  else if (q->mode == SV_MANUAL)
    v->unanswered++;
  else
    v->uncovered++;
}

static void look(const struct sv_run *run, struct sv_view *v)
{
  for (size_t i = 0; i < v->count; i++) {
    struct sv_item *item = &v->items[i];
    item->display = sv_requirement_display(item->requirement);
    item->gates = sv_requirement_gates(run, item->requirement);
    v->gating += item->gates;
    if (item->requirement->no_check) {
      count_apart(v, item->requirement);
    } else {
      v->shown[item->display]++;
    }
    if (item->result_count > 1)
      qsort((void *)(uintptr_t)item->results, item->result_count, sizeof(struct sv_result *),
            worse_result);
    item->attribution = item->requirement->attribution;
    if (!item->attribution && item->result_count &&
        item->results[0]->outcome == item->requirement->outcome)
      item->attribution = item->results[0]->attribution;
  }
}

enum sv_status sv_view_open(const struct sv_run *run, struct sv_view *v)
{
  *v = (struct sv_view){ .arena = SV_ARENA((size_t)1 << 30), .count = run->requirement_count };
  v->items = sv_arena_calloc(&v->arena, v->count + 1, sizeof *v->items);
  v->worst = sv_arena_calloc(&v->arena, v->count + 1, sizeof *v->worst);
  if (!v->items || !v->worst)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < v->count; i++) {
    v->items[i].requirement = &run->requirements[i];
    v->worst[i] = &v->items[i];
  }
  /* A file from elsewhere may have another order. */
  if (v->count)
    qsort(v->items, v->count, sizeof *v->items, by_id);
  SV_TRY(join(run, v));
  look(run, v);
  if (v->count)
    qsort(v->worst, v->count, sizeof *v->worst, worse_item);
  return sv_apart_find(v);
}

void sv_view_close(struct sv_view *v)
{
  sv_arena_free(&v->arena);
}

const struct sv_finding_record *sv_item_finding(const struct sv_item *item,
                                                const struct sv_result **result)
{
  for (size_t i = 0; i < item->result_count; i++) {
    const struct sv_result *r = item->results[i];
    if (r->finding_count == 0 || r->outcome != item->requirement->outcome)
      continue;
    if (result)
      *result = r;
    for (size_t f = 0; f < r->finding_count; f++)
      if (r->findings[f].outcome == r->outcome)
        return &r->findings[f];
    return &r->findings[0];
  }
  return NULL;
}

static bool same_text(const char *a, const char *b)
{
  return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_place(const struct sv_place *a, const struct sv_place *b)
{
  return a->line == b->line && a->column == b->column && same_text(a->text, b->text) &&
         same_text(a->url, b->url) && same_text(a->file, b->file) &&
         same_text(a->json_pointer, b->json_pointer) && same_text(a->xpath, b->xpath) &&
         same_text(a->header, b->header) && same_text(a->operation, b->operation) &&
         same_text(a->focus_node, b->focus_node) && same_text(a->path, b->path);
}

/* Whether a reader could tell the two apart, but for the endpoint. */
static bool same_finding(const struct sv_finding_record *a, const struct sv_finding_record *b)
{
  return a->exchange == b->exchange && a->exchange != 0 && same_text(a->text, b->text) &&
         same_text(a->expected, b->expected) && same_text(a->actual, b->actual) &&
         same_place(&a->where, &b->where);
}

static void add_endpoint(struct sv_distinct *d, const char *endpoint)
{
  bool known = same_text(d->result->endpoint, endpoint);
  for (size_t i = 0; i < d->also_count && i < SV_ALSO_MAX; i++)
    known = known || same_text(d->also[i], endpoint);
  if (known || !endpoint)
    return;
  if (d->also_count < SV_ALSO_MAX)
    d->also[d->also_count] = endpoint;
  d->also_count++;
}

/* Whether F was put to one that says the same. */
static bool put_to(struct sv_distinct *list, size_t count, const struct sv_result *r,
                   const struct sv_finding_record *f)
{
  for (size_t i = 0; i < count; i++)
    if (same_finding(list[i].finding, f)) {
      add_endpoint(&list[i], r->endpoint);
      return true;
    }
  return false;
}

size_t sv_item_distinct(const struct sv_item *item, struct sv_distinct *list, size_t most,
                        size_t *rest)
{
  size_t count = 0;
  *rest = 0;
  for (size_t i = 0; i < item->result_count; i++) {
    const struct sv_result *r = item->results[i];
    *rest += r->findings_left_out;
    for (size_t f = 0; f < r->finding_count; f++) {
      if (put_to(list, count, r, &r->findings[f]))
        continue;
      if (count < most)
        list[count++] = (struct sv_distinct){ .result = r, .finding = &r->findings[f] };
      else
        *rest += 1;
    }
  }
  return count;
}

size_t sv_item_finding_count(const struct sv_item *item)
{
  size_t count = 0;
  for (size_t i = 0; i < item->result_count; i++)
    count += item->results[i]->finding_count + item->results[i]->findings_left_out;
  return count;
}

static int by_number(const void *a, const void *b)
{
  const struct sv_exchange_record *x = a;
  const struct sv_exchange_record *y = b;
  return (x->n > y->n) - (x->n < y->n);
}

const struct sv_exchange_record *sv_view_exchange(const struct sv_run *run, uint32_t n)
{
  const struct sv_exchange_record key = { .n = n };
  if (n == 0 || run->exchange_count == 0)
    return NULL;
  return bsearch(&key, run->exchanges, run->exchange_count, sizeof key, by_number);
}

const struct sv_endpoint_record *sv_view_endpoint(const struct sv_run *run, const char *id)
{
  for (size_t i = 0; i < run->target.endpoint_count; i++)
    if (strcmp(run->target.endpoints[i].id, id) == 0)
      return &run->target.endpoints[i];
  return NULL;
}
