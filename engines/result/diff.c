// SPDX-License-Identifier: Apache-2.0
/* A run held against an earlier one, requirement by requirement and finding by finding. Findings
 * are known again by their fingerprints, so neither order, line, count nor time makes a difference.
 */
#include "engines/result/run.h"

#include <stdlib.h>
#include <string.h>

/* A failed finding as one of a requirement. */
struct mark {
  const char *id; /* of the requirement */
  char print[33];
};

struct marks {
  struct mark *items; /* sorted by requirement, then fingerprint; each once */
  size_t count;
};

/* What is held against what. */
struct pair {
  const struct sv_run *before;
  struct sv_run *run;
  const struct sv_requirement_result **old; /* of BEFORE, sorted by id */
  size_t old_count;
  struct marks were, are;
};

static int by_mark(const void *a, const void *b)
{
  const struct mark *x = a;
  const struct mark *y = b;
  const int order = strcmp(x->id, y->id);
  return order ? order : strcmp(x->print, y->print);
}

static int by_requirement(const void *a, const void *b)
{
  const struct sv_requirement_result *const *x = a;
  const struct sv_requirement_result *const *y = b;
  return strcmp((*x)->id, (*y)->id);
}

static int by_row(const void *a, const void *b)
{
  const struct sv_diff_row *x = a;
  const struct sv_diff_row *y = b;
  return strcmp(x->id, y->id);
}

static int by_text(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_open(enum sv_display d)
{
  return d == SV_SHOW_FAIL || d == SV_SHOW_WARNING;
}

static size_t count_pairs(const struct sv_run *run)
{
  size_t count = 0;
  for (size_t i = 0; i < run->result_count; i++)
    count += run->results[i].requirement_count * run->results[i].finding_count;
  return count;
}

/* Every failed finding of every requirement that RUN's results judge. */
static enum sv_status collect(const struct sv_run *run, struct marks *m)
{
  m->items = calloc(count_pairs(run) + 1, sizeof *m->items);
  if (!m->items)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < run->result_count; i++) {
    const struct sv_result *r = &run->results[i];
    for (size_t f = 0; r->outcome == SV_FAILED && f < r->finding_count; f++)
      for (size_t q = 0; r->findings[f].outcome == SV_FAILED && q < r->requirement_count; q++) {
        struct mark *mark = &m->items[m->count++];
        mark->id = r->requirements[q];
        SV_TRY(sv_finding_fingerprint(run, mark->id, r, &r->findings[f], mark->print));
      }
  }
  if (m->count)
    qsort(m->items, m->count, sizeof *m->items, by_mark);
  size_t kept = 0;
  for (size_t i = 0; i < m->count; i++)
    if (kept == 0 || by_mark(&m->items[i], &m->items[kept - 1]) != 0)
      m->items[kept++] = m->items[i];
  m->count = kept;
  return SV_OK;
}

/* Where the marks of ID begin, or would. */
static size_t first_of(const struct marks *m, const char *id)
{
  size_t low = 0;
  for (size_t high = m->count; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (strcmp(m->items[middle].id, id) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool has(const struct marks *m, const struct mark *mark)
{
  return m->count && bsearch(mark, m->items, m->count, sizeof *mark, by_mark) != NULL;
}

/* The fingerprints of ID that A has and B has not, in the run's arena. */
static enum sv_status only_in(struct sv_run *run, const struct marks *a, const struct marks *b,
                              const char *id, const char *const **out, size_t *count)
{
  const size_t begin = first_of(a, id);
  size_t end = begin;
  *count = 0;
  for (; end < a->count && strcmp(a->items[end].id, id) == 0; end++)
    *count += !has(b, &a->items[end]);
  if (*count == 0)
    return SV_OK;
  const char **list = sv_arena_calloc(&run->arena, *count, sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  *out = list;
  for (size_t i = begin; i < end; i++)
    if (!has(b, &a->items[i]) && !(*list++ = sv_arena_strdup(&run->arena, a->items[i].print)))
      return SV_NO_MEMORY;
  return SV_OK;
}

static enum sv_change change_of(const struct sv_diff_row *row)
{
  if (is_open(row->now) && !is_open(row->was))
    return SV_CHANGE_NEW;
  if (is_open(row->was) && (row->now == SV_SHOW_PASS || row->now == SV_SHOW_NOT_APPLICABLE))
    return SV_CHANGE_FIXED;
  if (is_open(row->was) && is_open(row->now))
    return row->was == row->now && row->fresh_count == 0 && row->gone_count == 0
               ? SV_CHANGE_STILL
               : SV_CHANGE_CHANGED;
  /* A met requirement that came to the profile or left it is no news. */
  const bool quiet =
      (!row->was && (row->now == SV_SHOW_PASS || row->now == SV_SHOW_NOT_APPLICABLE)) ||
      (!row->now && !is_open(row->was));
  return quiet || row->was == row->now ? SV_CHANGE_SAME : SV_CHANGE_CHANGED;
}

/* A gap in the baseline does not make the failure younger than it is known to be. */
static const char *since(const struct pair *p, const struct sv_diff_row *row)
{
  if (!is_open(row->now))
    return NULL;
  if (!is_open(row->was))
    return p->run->started;
  const struct sv_diff_row *before = sv_diff_find(p->before->diff, row->id);
  return before && before->since ? before->since : p->before->started;
}

static enum sv_status copy_text(struct sv_arena *a, const struct sv_text *from, struct sv_text *to)
{
  *to = (struct sv_text){ .nb = sv_arena_strdup(a, from->nb),
                          .nn = sv_arena_strdup(a, from->nn),
                          .en = sv_arena_strdup(a, from->en) };
  return (from->nb && !to->nb) || (from->nn && !to->nn) || (from->en && !to->en) ? SV_NO_MEMORY
                                                                                 : SV_OK;
}

/* Fills ROW from a requirement then and now, one of which may be NULL. */
static enum sv_status fill(const struct pair *p, const struct sv_requirement_result *was,
                           const struct sv_requirement_result *now, struct sv_diff_row *row)
{
  static const struct marks none = { .count = 0 };
  struct sv_run *run = p->run;
  *row = (struct sv_diff_row){ .was = was ? sv_requirement_display(was) : (enum sv_display)0,
                               .now = now ? sv_requirement_display(now) : (enum sv_display)0 };
  const char *id = now ? now->id : was ? was->id : "";
  if (is_open(row->now) && is_open(row->was)) {
    SV_TRY(only_in(run, &p->are, &p->were, id, &row->fresh, &row->fresh_count));
    SV_TRY(only_in(run, &p->were, &p->are, id, &row->gone, &row->gone_count));
  } else if (is_open(row->now)) {
    SV_TRY(only_in(run, &p->are, &none, id, &row->fresh, &row->fresh_count));
  } else if (row->now == SV_SHOW_PASS || row->now == SV_SHOW_NOT_APPLICABLE) {
    SV_TRY(only_in(run, &p->were, &none, id, &row->gone, &row->gone_count));
  }
  row->change = change_of(row);
  if (row->change == SV_CHANGE_SAME)
    return SV_OK;
  row->id = sv_arena_strdup(&run->arena, id);
  const char *when = since(p, row);
  row->since = sv_arena_strdup(&run->arena, when);
  return row->id && (row->since || !when)
             ? copy_text(&run->arena, now ? &now->title : &was->title, &row->title)
             : SV_NO_MEMORY;
}

static const struct sv_requirement_result *find_old(const struct pair *p, const char *id)
{
  const struct sv_requirement_result key = { .id = id };
  const struct sv_requirement_result *k = &key;
  const struct sv_requirement_result **found =
      p->old_count ? bsearch(&k, p->old, p->old_count, sizeof k, by_requirement) : NULL;
  return found ? *found : NULL;
}

/* Every requirement of either run; those that are the same are only counted. */
static enum sv_status fill_rows(const struct pair *p, struct sv_diff *d)
{
  struct sv_run *run = p->run;
  const char **ids = calloc(run->requirement_count + 1, sizeof *ids);
  struct sv_diff_row *rows =
      sv_arena_calloc(&run->arena, run->requirement_count + p->old_count + 1, sizeof *rows);
  enum sv_status status = ids && rows ? SV_OK : SV_NO_MEMORY;
  for (size_t i = 0; status == SV_OK && i < run->requirement_count; i++) {
    ids[i] = run->requirements[i].id;
    status = fill(p, find_old(p, ids[i]), &run->requirements[i], &rows[d->count]);
    d->counts[rows[d->count].change]++;
    d->count += rows[d->count].change != SV_CHANGE_SAME;
  }
  if (status == SV_OK && run->requirement_count)
    qsort(ids, run->requirement_count, sizeof *ids, by_text);
  for (size_t i = 0; status == SV_OK && i < p->old_count; i++) {
    if (run->requirement_count &&
        bsearch(&p->old[i]->id, ids, run->requirement_count, sizeof *ids, by_text))
      continue;
    status = fill(p, p->old[i], NULL, &rows[d->count]);
    d->counts[rows[d->count].change] += rows[d->count].change != SV_CHANGE_SAME;
    d->count += rows[d->count].change != SV_CHANGE_SAME;
  }
  if (status == SV_OK && d->count)
    qsort(rows, d->count, sizeof *rows, by_row);
  d->rows = rows;
  free(ids);
  return status;
}

static enum sv_status list_old(struct pair *p)
{
  p->old = calloc(p->before->requirement_count + 1, sizeof *p->old);
  if (!p->old)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < p->before->requirement_count; i++)
    p->old[p->old_count++] = &p->before->requirements[i];
  if (p->old_count)
    qsort(p->old, p->old_count, sizeof *p->old, by_requirement);
  return SV_OK;
}

enum sv_status sv_diff_make(struct sv_run *run, const struct sv_run *before, const char *sha256)
{
  struct pair p = { .before = before, .run = run };
  struct sv_arena *a = &run->arena;
  struct sv_diff *d = sv_arena_calloc(a, 1, sizeof *d);
  enum sv_status status = d ? list_old(&p) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = collect(before, &p.were);
  if (status == SV_OK)
    status = collect(run, &p.are);
  if (status == SV_OK) {
    d->run = sv_arena_strdup(a, before->id);
    d->started = sv_arena_strdup(a, before->started);
    d->version = sv_arena_strdup(a, before->profile.version);
    d->sha256 = sv_arena_strdup(a, sha256);
    d->verdict = before->verdict.value;
    status = d->run && d->started && d->version && (d->sha256 || !sha256) ? fill_rows(&p, d)
                                                                          : SV_NO_MEMORY;
  }
  free(p.were.items);
  free(p.are.items);
  free(p.old);
  if (status != SV_OK)
    return status;
  run->diff = d;
  return sv_verdict_count(run, &run->verdict);
}

enum sv_status sv_diff_check(const struct sv_run *before, const char *profile, const char *target,
                             struct sv_error *err)
{
  if (strcmp(before->target.id, target) != 0)
    return sv_fail(err, SV_INVALID,
                   N_("the earlier results are of the target \"%s\" and not of \"%s\": what became "
                      "of one says nothing about the other"),
                   before->target.id, target);
  if (strcmp(before->profile.id, profile) != 0)
    return sv_fail(err, SV_INVALID,
                   N_("the earlier results are by the profile \"%s\" and not by \"%s\": they "
                      "answer "
                      "other questions"),
                   before->profile.id, profile);
  return SV_OK;
}

const struct sv_diff_row *sv_diff_find(const struct sv_diff *diff, const char *id)
{
  const struct sv_diff_row key = { .id = id };
  return diff && diff->count ? bsearch(&key, diff->rows, diff->count, sizeof key, by_row) : NULL;
}

bool sv_diff_is_new(const struct sv_diff_row *row)
{
  if (!row)
    return false;
  return row->change == SV_CHANGE_NEW || (row->change == SV_CHANGE_CHANGED && is_open(row->now) &&
                                          (row->fresh_count > 0 || row->now < row->was));
}

bool sv_diff_is_fresh(const struct sv_diff_row *row, const char *fingerprint)
{
  return row && row->fresh_count &&
         bsearch(&fingerprint, row->fresh, row->fresh_count, sizeof fingerprint, by_text);
}
