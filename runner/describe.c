// SPDX-License-Identifier: Apache-2.0
/* Describing plugins without a run: the same workers, told to stop after their table. */
#include "runner/describe.h"

#include "runner/load.h"
#include "runner/schedule.h"
#include "runner/warn.h"

#include <string.h>

enum sv_status sv_plugins_describe(const char *const *dirs, const struct sv_catalogue *catalogue,
                                   struct sv_plugins *out, struct sv_error *err)
{
  *out = (struct sv_plugins){ 0 };
  struct sv_plugin_files files;
  SV_TRY(sv_plugin_files_find(dirs, &out->arena, &files, err));
  SV_TRY(sv_plugin_files_digest(&files, &out->arena));
  const struct sv_schedule_options o = { .arena = &out->arena,
                                         .catalogue = catalogue,
                                         .files = &files };
  struct sv_schedule *s = NULL;
  struct sv_plugin_info *items = NULL;
  sv_cage_parent();
  enum sv_status status = sv_schedule_open(&o, &s, err);
  if (status == SV_OK)
    status = sv_schedule_describe(s, &items, err);
  if (status == SV_OK)
    sv_schedule_stop(s);
  sv_schedule_free(s);
  SV_TRY(status);
  out->items = items;
  out->count = files.count;
  return sv_plugin_warnings(&files, items, &out->arena, &out->warnings, &out->warning_count);
}

const struct sv_check_info *sv_plugins_find(const struct sv_plugins *p, const char *id,
                                            const struct sv_plugin_info **plugin)
{
  for (size_t i = 0; i < p->count; i++)
    for (size_t n = 0; n < p->items[i].check_count; n++)
      if (strcmp(p->items[i].checks[n].id, id) == 0) {
        if (plugin)
          *plugin = &p->items[i];
        return &p->items[i].checks[n];
      }
  return NULL;
}

void sv_plugins_free(struct sv_plugins *p)
{
  sv_arena_free(&p->arena);
  *p = (struct sv_plugins){ 0 };
}
