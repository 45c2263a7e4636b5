// SPDX-License-Identifier: Apache-2.0
/* Reading the requirement catalogue: every JSON file of profiles/requirements/LAYER. */
#include "runner/catalogue.h"

#include "engines/base/ascii.h"
#include "runner/folder.h"
#include "runner/reader.h"

#include <samsvar/plugin.h>

#include <stdlib.h>
#include <string.h>

enum { REQUIREMENTS_MAX = 20000, ARENA_MAX = 64 << 20 };

/* A file: the requirements of one family. */
struct family {
  const char *layer, *name;
  struct sv_text title;
  sv_value requirements;
};

/* A requirement as it stands in its file. */
struct entry {
  struct sv_requirement r;
  const char *level;
  sv_value norm;
};

struct building {
  struct sv_catalogue *c;
  struct sv_requirement **items; /* owned array, the requirements are the arena's */
  size_t count, room;
};

static const struct sv_member family_members[] = {
  { .name = "$schema", .kind = SV_MEMBER_ANY },
  { .name = "layer",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct family, layer),
    .required = true },
  { .name = "family",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct family, name),
    .required = true },
  { .name = "title",
    .kind = SV_MEMBER_TEXT,
    .offset = offsetof(struct family, title),
    .required = true },
  { .name = "requirements",
    .kind = SV_MEMBER_VALUE,
    .offset = offsetof(struct family, requirements),
    .required = true },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member entry_members[] = {
  { .name = "id",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, r.id),
    .required = true },
  { .name = "level",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, level),
    .required = true },
  { .name = "title",
    .kind = SV_MEMBER_TEXT,
    .offset = offsetof(struct entry, r.title),
    .required = true },
  { .name = "statement",
    .kind = SV_MEMBER_TEXT,
    .offset = offsetof(struct entry, r.statement),
    .required = true },
  { .name = "norm",
    .kind = SV_MEMBER_VALUE,
    .offset = offsetof(struct entry, norm),
    .required = true },
  { .name = "rule",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, r.rule),
    .required = true },
  { .name = "endpoint",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, r.endpoint),
    .required = true },
  { .name = "roles",
    .kind = SV_MEMBER_STRINGS,
    .offset = offsetof(struct entry, r.roles),
    .required = true },
  { .name = "capabilities",
    .kind = SV_MEMBER_STRINGS,
    .offset = offsetof(struct entry, r.capabilities),
    .required = true },
  { .name = "safe",
    .kind = SV_MEMBER_BOOL,
    .offset = offsetof(struct entry, r.safe),
    .required = true },
  { .name = "seen",
    .kind = SV_MEMBER_BOOL,
    .offset = offsetof(struct entry, r.seen),
    .required = true },
  { .name = "source",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, r.source),
    .required = true },
  { .name = "manual", .kind = SV_MEMBER_TEXT, .offset = offsetof(struct entry, r.manual) },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member norm_members[] = {
  { .name = "title",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_norm, title),
    .required = true },
  { .name = "clause",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_norm, clause),
    .required = true },
  { .name = "url",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_norm, url),
    .required = true },
  { .kind = SV_MEMBER_END },
};

static const char *const levels[] = { "must", "should", "may" };
static const char *const layers[] = { "legal", "organisational", "semantic", "technical" };

/* Capital letters, digits and hyphens, a letter first: TEC-TRA-01. */
static bool is_id(const char *id)
{
  if (!(id[0] >= 'A' && id[0] <= 'Z') || strlen(id) > 32)
    return false;
  for (const char *p = id; *p; p++)
    if (!((*p >= 'A' && *p <= 'Z') || sv_is_digit(*p) || *p == '-'))
      return false;
  return true;
}

static enum sv_status keep(struct building *b, const struct sv_requirement *requirement)
{
  if (b->count == b->room) {
    const size_t room = b->room ? 2 * b->room : 1024;
    struct sv_requirement **items = reallocarray(b->items, room, sizeof *items);
    if (!items)
      return SV_NO_MEMORY;
    b->items = items;
    b->room = room;
  }
  struct sv_requirement *r = sv_arena_alloc(&b->c->arena, sizeof *r);
  if (!r)
    return SV_NO_MEMORY;
  *r = *requirement;
  b->items[b->count++] = r;
  return sv_map_set(&b->c->by_id, r->id, strlen(r->id), r);
}

/* Everything that the tables of members cannot say. */
static enum sv_status check_entry(const struct sv_reader *r, sv_value v, const struct building *b,
                                  const struct sv_requirement *q)
{
  const sv_value id = sv_doc_gets(r->doc, v, "id");
  if (!is_id(q->id))
    return sv_reader_fault(r, id,
                           N_("{id} is no requirement id: capital letters, digits and hyphens."),
                           "id", q->id, NULL);
  if (sv_map_gets(&b->c->by_id, q->id))
    return sv_reader_fault(r, id, N_("The requirement {id} stands in the catalogue twice."), "id",
                           q->id, NULL);
  if (!q->title.nb || !q->title.nn || !q->statement.nb || !q->statement.nn)
    return sv_reader_fault(r, v,
                           N_("The title and the statement of {id} must be there in nb, nn and "
                              "en."),
                           "id", q->id, NULL);
  if (q->manual.en && (!q->manual.nb || !q->manual.nn))
    return sv_reader_fault(r, sv_doc_gets(r->doc, v, "manual"),
                           N_("The reason why a person judges {id} must be there in nb, nn and "
                              "en."),
                           "id", q->id, NULL);
  if (!sv_starts_with(q->norm.url, "https://") && !sv_starts_with(q->norm.url, "http://"))
    return sv_reader_fault(r, sv_doc_gets(r->doc, v, "norm"),
                           N_("The address of the norm must be a web address."), NULL);
  if (b->count == REQUIREMENTS_MAX)
    return sv_reader_fault(r, v, N_("The catalogue has too many requirements."), NULL);
  return SV_OK;
}

static enum sv_status read_entry(const struct sv_reader *r, sv_value v, const struct family *family,
                                 struct building *b)
{
  struct entry e = { 0 };
  SV_TRY(sv_reader_object(r, v, entry_members, &e));
  SV_TRY(sv_reader_object(r, e.norm, norm_members, &e.r.norm));
  e.r.level = sv_level_from(e.level);
  if (!e.r.level)
    return sv_reader_unknown(r, sv_doc_gets(r->doc, v, "level"), "level", e.level, levels,
                             sizeof levels / sizeof levels[0]);
  e.r.layer = sv_layer_from(family->layer);
  e.r.family = family->name;
  e.r.family_title = family->title;
  SV_TRY(check_entry(r, v, b, &e.r));
  return keep(b, &e.r);
}

static enum sv_status read_family(const struct sv_reader *r, const char *layer, struct building *b)
{
  struct family family = { 0 };
  SV_TRY(sv_reader_object(r, SV_DOC_ROOT, family_members, &family));
  if (strcmp(family.layer, layer) != 0)
    return sv_reader_fault(r, sv_doc_gets(r->doc, SV_DOC_ROOT, "layer"),
                           N_("The layer must be {layer}, the folder that this file is in."),
                           "layer", layer, NULL);
  if (sv_doc_type(r->doc, family.requirements) != SV_DOC_ARRAY)
    return sv_reader_fault(r, family.requirements, N_("requirements must be a list."), NULL);
  for (sv_value v = sv_doc_first(r->doc, family.requirements); v != SV_DOC_NONE;
       v = sv_doc_next(r->doc, family.requirements, v))
    SV_TRY(read_entry(r, v, &family, b));
  return SV_OK;
}

static enum sv_status read_layer(const char *data_dir, const char *layer, struct building *b,
                                 struct sv_error *err)
{
  struct sv_arena *a = &b->c->arena;
  const char *dir = sv_arena_printf(a, "%s/profiles/requirements/%s", data_dir, layer);
  if (!dir)
    return SV_NO_MEMORY;
  const char *const *names = NULL;
  SV_TRY(sv_folder_list(dir, ".json", a, &names, err));
  for (; *names; names++) {
    struct sv_reader r = { .arena = a, .err = err };
    const char *path = sv_arena_printf(a, "%s/%s", dir, *names);
    enum sv_status status = path ? sv_reader_open_file(&r, path) : SV_NO_MEMORY;
    if (status == SV_OK)
      status = read_family(&r, layer, b);
    sv_reader_close(&r);
    SV_TRY(status);
  }
  return SV_OK;
}

static int by_id(const void *a, const void *b)
{
  return strcmp(((const struct sv_requirement *)a)->id, ((const struct sv_requirement *)b)->id);
}

/* Moves what was found to one sorted array. */
static enum sv_status finish(struct building *b)
{
  struct sv_requirement *items = sv_arena_calloc(&b->c->arena, b->count + 1, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < b->count; i++)
    items[i] = *b->items[i];
  qsort(items, b->count, sizeof *items, by_id);
  for (size_t i = 0; i < b->count; i++)
    SV_TRY(sv_map_set(&b->c->by_id, items[i].id, strlen(items[i].id), &items[i]));
  b->c->items = items;
  b->c->count = b->count;
  return SV_OK;
}

enum sv_status sv_catalogue_read(const char *data_dir, struct sv_catalogue *c, struct sv_error *err)
{
  *c = (struct sv_catalogue){ .arena = SV_ARENA(ARENA_MAX) };
  struct building b = { .c = c };
  enum sv_status status = SV_OK;
  for (size_t i = 0; status == SV_OK && i < sizeof layers / sizeof layers[0]; i++)
    status = read_layer(data_dir, layers[i], &b, err);
  if (status == SV_OK)
    status = finish(&b);
  free(b.items);
  return status == SV_NO_MEMORY ? sv_fail(err, status, "memory ran out") : status;
}

const struct sv_requirement *sv_catalogue_find(const struct sv_catalogue *c, const char *id)
{
  return sv_map_gets(&c->by_id, id);
}

void sv_catalogue_free(struct sv_catalogue *c)
{
  sv_map_free(&c->by_id);
  sv_arena_free(&c->arena);
  *c = (struct sv_catalogue){ 0 };
}
