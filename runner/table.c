// SPDX-License-Identifier: Apache-2.0
/* Reading and judging the table of a plugin. Its bytes come from a process that runs foreign code.
 */
#include "runner/table.h"

#include "engines/base/ascii.h"
#include "engines/base/map.h"
#include "runner/clean.h"

#include <stdlib.h>
#include <string.h>

enum {
  ROWS_MOST = 2000,
  WORDS_MOST = 64,
  ID_MOST = 128,
  KNOWN_FLAGS = SV_WRITES | SV_HEAVY | SV_OFFLINE | SV_CROSS | SV_MAY_WRITE | SV_PRESENCE | SV_ALSO_WRITES
};

struct reading {
  struct sv_unpack *u;
  struct sv_arena *arena;
  const struct sv_catalogue *catalogue;
};

/* The words of TEXT, separated by spaces. NULL without memory; more than WORDS_MOST give none. */
static const char *const *words(struct sv_arena *a, const char *text, size_t *count)
{
  const char **list = sv_arena_calloc(a, WORDS_MOST + 1, sizeof *list);
  *count = 0;
  for (const char *p = text ? text : ""; list && *p;) {
    const size_t size = strcspn(p, " ");
    if (size) {
      if (*count == WORDS_MOST) {
        *count = 0;
        return list;
      }
      list[*count] = sv_arena_copy(a, p, size);
      if (!list[(*count)++])
        return NULL;
    }
    p += size;
    p += *p == ' ';
  }
  return list;
}

/* layer.family.name, of lower-case letters, digits and hyphens. */
static bool id_is_formed(const char *id, enum sv_layer layer)
{
  size_t dots = 0;
  const char *start = id;
  for (const char *p = id;; p++) {
    if (*p == '.' || *p == '\0') {
      if (p == start || start[0] == '-' || p[-1] == '-')
        return false;
      if (*p == '\0')
        break;
      dots++;
      start = p + 1;
      continue;
    }
    if (!(*p >= 'a' && *p <= 'z') && !sv_is_digit(*p) && *p != '-')
      return false;
  }
  const char *name = sv_layer_name(layer);
  const size_t size = strlen(name);
  return dots >= 2 && strlen(id) <= ID_MOST && strncmp(id, name, size) == 0 && id[size] == '.';
}

static enum sv_load_problem judge_row(const struct reading *r, const struct sv_check_info *c,
                                      const char **detail)
{
  *detail = c->id;
  if (!sv_layer_name(c->layer) || !sv_level_name(c->level) || !c->title || !c->title[0])
    return SV_LOAD_ROW;
  if (!id_is_formed(c->id, c->layer))
    return SV_LOAD_ID;
  if ((c->flags & ~(uint32_t)KNOWN_FLAGS) || c->requirement_count == 0)
    return SV_LOAD_ROW;
  if (!(c->flags & SV_CROSS) && c->kind_count == 0)
    return SV_LOAD_ROW;
  for (size_t i = 0; r->catalogue && i < c->requirement_count; i++)
    if (!sv_catalogue_find(r->catalogue, c->requirements[i])) {
      *detail = c->requirements[i];
      return SV_LOAD_REQUIREMENT;
    }
  return SV_LOAD_OK;
}

static enum sv_load_problem read_row(const struct reading *r, struct sv_check_info *c,
                                     const char **detail)
{
  c->id = sv_clean(r->arena, sv_unpack_string(r->u), ID_MOST + 64);
  c->title = sv_clean(r->arena, sv_unpack_string(r->u), SV_TEXT_MOST);
  c->requirements = words(r->arena, sv_unpack_string(r->u), &c->requirement_count);
  c->kinds = words(r->arena, sv_unpack_string(r->u), &c->kind_count);
  c->layer = (enum sv_layer)sv_unpack_u32(r->u);
  c->level = (enum sv_level)sv_unpack_u32(r->u);
  c->flags = sv_unpack_u32(r->u);
  c->timeout_ms = sv_unpack_u32(r->u);
  if (r->u->failed || !c->id || !c->requirements || !c->kinds) {
    *detail = "a row cannot be read";
    return SV_LOAD_PROTOCOL;
  }
  return judge_row(r, c, detail);
}

static int by_id(const void *a, const void *b)
{
  const struct sv_check_info *x = a;
  const struct sv_check_info *y = b;
  return strcmp(x->id, y->id);
}

static enum sv_load_problem read_rows(const struct reading *r, uint32_t count,
                                      struct sv_plugin_info *info, const char **detail)
{
  struct sv_check_info *rows = sv_arena_calloc(r->arena, (size_t)count + 1, sizeof *rows);
  if (!rows)
    return SV_LOAD_PROTOCOL;
  for (uint32_t i = 0; i < count; i++) {
    rows[i].index = i;
    const enum sv_load_problem p = read_row(r, &rows[i], detail);
    if (p != SV_LOAD_OK)
      return p;
  }
  qsort(rows, count, sizeof *rows, by_id);
  for (uint32_t i = 1; i < count; i++)
    if (strcmp(rows[i - 1].id, rows[i].id) == 0) {
      *detail = rows[i].id;
      return SV_LOAD_ID;
    }
  info->checks = rows;
  info->check_count = count;
  return SV_LOAD_OK;
}

static const char *or_empty(const char *text)
{
  return text ? text : "";
}

enum sv_load_problem sv_table_read(struct sv_unpack *u, const struct sv_catalogue *c,
                                   struct sv_arena *a, struct sv_plugin_info *info,
                                   const char **detail)
{
  const struct reading r = { .u = u, .arena = a, .catalogue = c };
  info->version = or_empty(sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST));
  info->licence = or_empty(sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST));
  info->summary = or_empty(sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST));
  const uint32_t count = sv_unpack_u32(u);
  *detail = "its table cannot be read";
  if (u->failed || count < 1 || count > ROWS_MOST)
    return SV_LOAD_PROTOCOL;
  const enum sv_load_problem p = read_rows(&r, count, info, detail);
  if (p == SV_LOAD_OK && !sv_unpack_ok(u))
    return SV_LOAD_PROTOCOL;
  if (p != SV_LOAD_OK)
    info->check_count = 0;
  return p;
}

enum sv_status sv_tables_compare(struct sv_plugin_info *items, size_t count, struct sv_arena *a)
{
  struct sv_map seen = { 0 };
  enum sv_status status = SV_OK;
  for (size_t i = 0; i < count && status == SV_OK; i++) {
    struct sv_plugin_info *p = &items[i];
    for (size_t n = 0; n < p->check_count && !p->problem; n++) {
      const char *other = sv_map_gets(&seen, p->checks[n].id);
      if (!other)
        continue;
      p->problem = sv_load_problem_text(SV_LOAD_TAKEN);
      p->detail = sv_arena_printf(a, "%s (%s)", p->checks[n].id, other);
      status = p->detail ? SV_OK : SV_NO_MEMORY;
    }
    for (size_t n = 0; n < p->check_count && !p->problem && status == SV_OK; n++)
      status =
          sv_map_set(&seen, p->checks[n].id, strlen(p->checks[n].id), (void *)(uintptr_t)p->name);
    if (p->problem)
      p->check_count = 0;
  }
  sv_map_free(&seen);
  return status;
}
