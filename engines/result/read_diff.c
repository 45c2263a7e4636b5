// SPDX-License-Identifier: Apache-2.0
/* The member "comparison" back into memory. Its counts are made again from its rows. */
#include "engines/result/parts.h"

#include <stdlib.h>
#include <string.h>

/* Words that are not read by a table. */
struct words {
  const char *change, *was, *now;
};

static const struct sv_field word_fields[] = {
  SV_FIELD(struct words, change, "change", TEXT, REQUIRED),
  SV_FIELD(struct words, now, "now", TEXT, OPTIONAL),
  SV_FIELD(struct words, was, "was", TEXT, OPTIONAL),
};

static const struct sv_field row_fields[] = {
  SV_FIELD(struct sv_diff_row, id, "id", TEXT, REQUIRED),
  SV_FIELD(struct sv_diff_row, since, "since", TIME, OPTIONAL),
};

static const struct sv_field baseline_fields[] = {
  SV_FIELD(struct sv_diff, version, "profileVersion", TEXT, REQUIRED),
  SV_FIELD(struct sv_diff, run, "run", TEXT, REQUIRED),
  SV_FIELD(struct sv_diff, sha256, "sha256", HEX, OPTIONAL),
  SV_FIELD(struct sv_diff, started, "started", TIME, REQUIRED),
  SV_FIELD(struct sv_diff, verdict, "verdict", VERDICT, REQUIRED),
};

static const struct sv_field count_fields[] = {
  SV_FIELD(struct sv_diff, counts[SV_CHANGE_SAME], "same", U32, OPTIONAL),
};

static int by_text(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int by_id(const void *a, const void *b)
{
  const struct sv_diff_row *x = a;
  const struct sv_diff_row *y = b;
  return strcmp(x->id, y->id);
}

/* The array NAME of ROW, sorted. */
static enum sv_status read_prints(const struct sv_in *in, sv_value row, const char *name,
                                  const char *const **out, size_t *count)
{
  SV_TRY(sv_fields_texts(in, row, name, out, count));
  if (*count)
    qsort((void *)(uintptr_t)*out, *count, sizeof **out, by_text);
  return SV_OK;
}

static enum sv_status read_row(const struct sv_in *in, sv_value object, void *out)
{
  struct sv_diff_row *row = out;
  struct words w = { .change = NULL };
  SV_TRY(SV_READ(in, object, word_fields, &w));
  SV_TRY(SV_READ(in, object, row_fields, row));
  SV_TRY(sv_part_text(in, object, "title", &row->title));
  SV_TRY(read_prints(in, object, "fresh", &row->fresh, &row->fresh_count));
  SV_TRY(read_prints(in, object, "gone", &row->gone, &row->gone_count));
  row->change = sv_change_from(w.change);
  row->was = sv_display_from(w.was);
  row->now = sv_display_from(w.now);
  if (!row->change || row->change == SV_CHANGE_SAME)
    return sv_fields_damage(in, object, N_("\"{member}\" is none of the words it can be"),
                            "change");
  if ((w.was && !row->was) || (w.now && !row->now))
    return sv_fields_damage(in, object, N_("\"{member}\" is none of the words it can be"),
                            w.was && !row->was ? "was" : "now");
  return SV_OK;
}

enum sv_status sv_part_diff(const struct sv_in *in, sv_value root, const struct sv_diff **out)
{
  sv_value v = SV_DOC_NONE;
  sv_value inner = SV_DOC_NONE;
  void *rows = NULL;
  SV_TRY(sv_fields_member(in, root, "comparison", SV_DOC_OBJECT, SV_OPTIONAL, &v));
  if (v == SV_DOC_NONE)
    return SV_OK;
  struct sv_diff *d = sv_arena_calloc(in->arena, 1, sizeof *d);
  if (!d)
    return SV_NO_MEMORY;
  SV_TRY(sv_fields_member(in, v, "baseline", SV_DOC_OBJECT, SV_REQUIRED, &inner));
  SV_TRY(SV_READ(in, inner, baseline_fields, d));
  SV_TRY(sv_fields_member(in, v, "counts", SV_DOC_OBJECT, SV_OPTIONAL, &inner));
  if (inner != SV_DOC_NONE)
    SV_TRY(SV_READ(in, inner, count_fields, d));
  SV_TRY(sv_part_list(in, v, "requirements", read_row, sizeof *d->rows, SV_REQUIRED, &rows,
                      &d->count));
  for (size_t i = 0; i < d->count; i++)
    d->counts[((struct sv_diff_row *)rows)[i].change]++;
  if (d->count)
    qsort(rows, d->count, sizeof *d->rows, by_id);
  d->rows = rows;
  *out = d;
  return SV_OK;
}
