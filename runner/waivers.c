// SPDX-License-Identifier: Apache-2.0
/* Reading waivers and laying them upon requirements. */
#include "runner/waivers.h"

#include "engines/base/date.h"
#include "runner/reader.h"

#include <samsvar/plugin.h>

#include <stdlib.h>
#include <string.h>

enum { WAIVERS_MOST = 10000 };

static const struct sv_member members[] = {
  { .name = "requirement",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_waiver, requirement),
    .required = true },
  { .name = "reason",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_waiver, reason),
    .required = true },
  { .name = "owner",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_waiver, owner),
    .required = true },
  { .name = "expires",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_waiver, expires),
    .required = true },
  { .kind = SV_MEMBER_END },
};

struct file {
  sv_value waivers;
};

static const struct sv_member file_members[] = {
  { .name = "$schema", .kind = SV_MEMBER_ANY },
  { .name = "waivers",
    .kind = SV_MEMBER_VALUE,
    .offset = offsetof(struct file, waivers),
    .required = true },
  { .kind = SV_MEMBER_END },
};

static enum sv_status read_one(const struct sv_reader *r, const struct sv_catalogue *c, sv_value v,
                               struct sv_waivers *out)
{
  struct sv_waiver w = { 0 };
  SV_TRY(sv_reader_object(r, v, members, &w));
  if (!sv_catalogue_find(c, w.requirement))
    return sv_reader_fault(r, v, N_("{id} is no requirement of the catalogue."), "id",
                           w.requirement, NULL);
  if (!sv_date_parse(w.expires, strlen(w.expires), NULL))
    return sv_reader_fault(r, v,
                           N_("expires must be a date that exists, such as 2027-06-30, not "
                              "{text}."),
                           "text", w.expires, NULL);
  for (size_t i = 0; i < out->count; i++)
    if (strcmp(out->items[i].requirement, w.requirement) == 0)
      return sv_reader_fault(r, v, N_("There are two waivers for {id}."), "id", w.requirement,
                             NULL);
  out->items[out->count++] = w;
  return SV_OK;
}

static int by_requirement(const void *a, const void *b)
{
  const struct sv_waiver *x = a;
  const struct sv_waiver *y = b;
  return strcmp(x->requirement, y->requirement);
}

static enum sv_status read_all(const struct sv_reader *r, const struct sv_catalogue *c,
                               struct sv_waivers *out)
{
  struct file f = { .waivers = SV_DOC_ROOT };
  if (sv_doc_type(r->doc, f.waivers) == SV_DOC_OBJECT)
    SV_TRY(sv_reader_object(r, f.waivers, file_members, &f));
  if (sv_doc_type(r->doc, f.waivers) != SV_DOC_ARRAY)
    return sv_reader_fault(r, f.waivers, N_("waivers must be an array."), NULL);
  size_t count = 0;
  for (sv_value v = sv_doc_first(r->doc, f.waivers); v != SV_DOC_NONE;
       v = sv_doc_next(r->doc, f.waivers, v))
    count++;
  if (count > WAIVERS_MOST)
    return sv_reader_fault(r, f.waivers, N_("There are too many waivers."), NULL);
  out->items = sv_arena_calloc(r->arena, count + 1, sizeof *out->items);
  if (!out->items)
    return SV_NO_MEMORY;
  for (sv_value v = sv_doc_first(r->doc, f.waivers); v != SV_DOC_NONE;
       v = sv_doc_next(r->doc, f.waivers, v))
    SV_TRY(read_one(r, c, v, out));
  if (out->count)
    qsort(out->items, out->count, sizeof *out->items, by_requirement);
  return SV_OK;
}

enum sv_status sv_waivers_read(const char *path, const struct sv_catalogue *c, struct sv_arena *a,
                               struct sv_waivers *out, struct sv_error *err)
{
  *out = (struct sv_waivers){ 0 };
  struct sv_reader r = { .arena = a, .err = err };
  enum sv_status status = sv_reader_open_file(&r, path);
  if (status == SV_OK)
    status = read_all(&r, c, out);
  sv_reader_close(&r);
  return status;
}

static struct sv_requirement_result *requirement(const struct sv_run *run, const char *id)
{
  for (size_t i = 0; i < run->requirement_count; i++)
    if (strcmp(run->requirements[i].id, id) == 0)
      return &run->requirements[i];
  return NULL;
}

void sv_waivers_apply(const struct sv_waivers *w, struct sv_run *run)
{
  for (size_t i = 0; i < w->count; i++) {
    struct sv_waiver *item = &w->items[i];
    struct sv_requirement_result *q = requirement(run, item->requirement);
    item->expired = strcmp(item->expires, run->as_of) < 0; /* both are YYYY-MM-DD */
    if (q)
      q->waiver = item;
  }
}

enum sv_status sv_waivers_unused(const struct sv_waivers *w, struct sv_run *run)
{
  struct sv_waiver *list = sv_arena_calloc(&run->arena, w->count + 1, sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (size_t i = 0; i < w->count; i++) {
    const struct sv_requirement_result *q = requirement(run, w->items[i].requirement);
    if (!q || q->outcome != SV_FAILED)
      list[n++] = w->items[i];
  }
  run->unused_waivers = list;
  run->unused_waiver_count = n;
  return SV_OK;
}
