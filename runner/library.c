// SPDX-License-Identifier: Apache-2.0
/* The catalogue and the plugins together. */
#include "runner/library.h"

#include "engines/base/lang.h"
#include "runner/paths.h"
#include "runner/say.h"

#include <samsvar/plugin.h>

#include <stdlib.h>
#include <string.h>

static void warn(const struct sv_plugins *plugins)
{
  for (size_t i = 0; i < plugins->warning_count; i++)
    sv_say(stderr, N_("samsvar: {text}\n"), "text", plugins->warnings[i], NULL);
}

enum sv_status sv_library_open(const struct sv_list *plugin_dirs, struct sv_library *l,
                               struct sv_error *err)
{
  *l = (struct sv_library){ 0 };
  const char **dirs =
      plugin_dirs && plugin_dirs->count ? calloc(plugin_dirs->count + 1, sizeof *dirs) : NULL;
  for (size_t i = 0; dirs && i < plugin_dirs->count; i++)
    dirs[i] = plugin_dirs->items[i];
  enum sv_status status = sv_catalogue_read(sv_path_data(), &l->catalogue, err);
  if (status == SV_OK)
    status = sv_plugins_describe(dirs, &l->catalogue, &l->plugins, err);
  if (status == SV_OK)
    warn(&l->plugins);
  free(dirs);
  return status;
}

void sv_library_close(struct sv_library *l)
{
  sv_plugins_free(&l->plugins);
  sv_catalogue_free(&l->catalogue);
}

static bool judges(const struct sv_check_info *c, const char *id)
{
  for (size_t i = 0; i < c->requirement_count; i++)
    if (strcmp(c->requirements[i], id) == 0)
      return true;
  return false;
}

static int by_bytes(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

json_t *sv_library_checks_of(const struct sv_library *l, const char *id)
{
  const char *found[64];
  size_t count = 0;
  for (size_t p = 0; p < l->plugins.count; p++)
    for (size_t c = 0; c < l->plugins.items[p].check_count; c++)
      if (judges(&l->plugins.items[p].checks[c], id) && count < sizeof found / sizeof found[0])
        found[count++] = l->plugins.items[p].checks[c].id;
  qsort(found, count, sizeof *found, by_bytes);
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++)
    (void)json_array_append_new(list, json_string(found[i]));
  return list;
}

bool sv_library_is_checked(const struct sv_library *l, const char *id)
{
  for (size_t p = 0; p < l->plugins.count; p++)
    for (size_t c = 0; c < l->plugins.items[p].check_count; c++)
      if (judges(&l->plugins.items[p].checks[c], id))
        return true;
  return false;
}

bool sv_library_is_manual(const struct sv_library *l, const struct sv_requirement *r)
{
  return r->manual.en && !sv_library_is_checked(l, r->id);
}

const char *sv_text_used(const struct sv_text *text)
{
  const char *nb = text->nb ? text->nb : text->nn;
  const char *nn = text->nn ? text->nn : text->nb;
  const enum sv_lang lang = sv_lang_used();
  const char *own = lang == SV_NB ? nb : lang == SV_NN ? nn : text->en;
  return own ? own : text->en;
}
