// SPDX-License-Identifier: Apache-2.0
/* Lists of profiles, plugins, checks and formats. */
#include "runner/list.h"

#include "engines/base/lang.h"
#include "reports/report.h"
#include "runner/columns.h"
#include "runner/command.h"
#include "runner/library.h"
#include "runner/paths.h"
#include "runner/profile.h"

#include <stdlib.h>
#include <string.h>

static bool is_json(const struct sv_list_options *o)
{
  return o->format && strcmp(o->format, "json") == 0;
}

static int print(const struct sv_list_options *o, json_t *rows, const struct sv_column *columns,
                 size_t count)
{
  if (is_json(o))
    return sv_json_print(rows);
  sv_columns_print(stdout, rows, columns, count);
  json_decref(rows);
  return SV_EXIT_CONFORMS;
}

static int failure(enum sv_status status)
{
  return status == SV_INVALID || status == SV_NOT_FOUND || status == SV_DENIED ? SV_EXIT_USAGE
                                                                               : SV_EXIT_INTERNAL;
}

static json_t *words(const char *const *items, size_t count)
{
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++)
    (void)json_array_append_new(list, json_string(items[i]));
  return list;
}

static enum sv_status add_profile(json_t *rows, const char *name, const struct sv_catalogue *c,
                                  struct sv_error *err)
{
  struct sv_profile p;
  const enum sv_status status = sv_profile_read(sv_path_data(), name, c, &p, err);
  if (status == SV_OK)
    (void)json_array_append_new(rows, json_pack("{s:s,s:s,s:s,s:o}", "id", p.id, "version",
                                                p.version, "title", sv_text_used(&p.title), "roles",
                                                words(p.roles, p.role_count)));
  sv_profile_free(&p);
  return status;
}

int sv_list_profiles(const struct sv_list_options *o, struct sv_error *err)
{
  static const struct sv_column columns[] = { { N_("Profile"), "id" },
                                              { N_("Version"), "version" },
                                              { N_("Roles"), "roles" },
                                              { N_("Title"), "title" } };
  struct sv_catalogue c;
  enum sv_status status = sv_catalogue_read(sv_path_data(), &c, err);
  struct sv_arena a = SV_ARENA(0);
  json_t *rows = json_array();
  if (status == SV_OK)
    for (const char *const *name = sv_profile_names(sv_path_data(), &a); *name && status == SV_OK;
         name++)
      status = add_profile(rows, *name, &c, err);
  sv_arena_free(&a);
  sv_catalogue_free(&c);
  if (status == SV_OK)
    return print(o, rows, columns, sizeof columns / sizeof columns[0]);
  json_decref(rows);
  return failure(status);
}

static json_t *check_row(const struct sv_plugin_info *p, const struct sv_check_info *c)
{
  return json_pack("{s:s,s:s,s:o,s:o,s:b,s:s}", "id", c->id, "plugin", p->name, "requirements",
                   words(c->requirements, c->requirement_count), "kinds",
                   words(c->kinds, c->kind_count), "safe",
                   (int)!(c->flags & (SV_WRITES | SV_HEAVY)), "title", sv_tr(c->title));
}

static bool has_layer(const struct sv_list_options *o, enum sv_layer layer)
{
  return o->layers.count == 0 || sv_list_has(&o->layers, sv_layer_name(layer));
}

static int by_id(const void *a, const void *b)
{
  return strcmp(json_string_value(json_object_get(*(json_t *const *)a, "id")),
                json_string_value(json_object_get(*(json_t *const *)b, "id")));
}

/* A sorted copy of ROWS (stolen). */
static json_t *sorted(json_t *rows)
{
  const size_t count = json_array_size(rows);
  json_t **items = calloc(count + 1, sizeof(json_t *));
  json_t *list = json_array();
  for (size_t i = 0; items && i < count; i++)
    items[i] = json_array_get(rows, i);
  if (items)
    qsort(items, count, sizeof *items, by_id);
  for (size_t i = 0; items && i < count; i++)
    (void)json_array_append(list, items[i]);
  free(items);
  json_decref(rows);
  return list;
}

int sv_list_checks(const struct sv_list_options *o, struct sv_error *err)
{
  static const struct sv_column columns[] = { { N_("Check"), "id" },
                                              { N_("Requirements"), "requirements" },
                                              { N_("Kinds"), "kinds" },
                                              { N_("Safe"), "safe" },
                                              { N_("Title"), "title" } };
  struct sv_library l;
  const enum sv_status status = sv_library_open(&o->plugin_dirs, &l, err);
  json_t *rows = json_array();
  for (size_t p = 0; status == SV_OK && p < l.plugins.count; p++)
    for (size_t c = 0; c < l.plugins.items[p].check_count; c++)
      if (has_layer(o, l.plugins.items[p].checks[c].layer))
        (void)json_array_append_new(rows,
                                    check_row(&l.plugins.items[p], &l.plugins.items[p].checks[c]));
  sv_library_close(&l);
  if (status == SV_OK)
    return print(o, sorted(rows), columns, sizeof columns / sizeof columns[0]);
  json_decref(rows);
  return failure(status);
}

static json_t *plugin_row(const struct sv_plugin_info *p)
{
  json_t *checks = json_array();
  for (size_t c = 0; c < p->check_count; c++)
    (void)json_array_append_new(checks, json_string(p->checks[c].id));
  return json_pack("{s:s,s:s,s:s,s:s,s:o}", "name", p->name, "version", p->version, "path", p->path,
                   "sha256", p->sha256, "checks", checks);
}

int sv_list_plugins(const struct sv_list_options *o, struct sv_error *err)
{
  static const struct sv_column columns[] = { { N_("Plugin"), "name" },
                                              { N_("Version"), "version" },
                                              { N_("Checks"), "count" },
                                              { N_("File"), "path" } };
  struct sv_library l;
  const enum sv_status status = sv_library_open(&o->plugin_dirs, &l, err);
  json_t *rows = json_array();
  for (size_t p = 0; status == SV_OK && p < l.plugins.count; p++) {
    json_t *row = plugin_row(&l.plugins.items[p]);
    if (!is_json(o))
      (void)json_object_set_new(row, "count",
                                json_integer((json_int_t)l.plugins.items[p].check_count));
    (void)json_array_append_new(rows, row);
  }
  sv_library_close(&l);
  if (status == SV_OK)
    return print(o, rows, columns, sizeof columns / sizeof columns[0]);
  json_decref(rows);
  return failure(status);
}

int sv_list_formats(const struct sv_list_options *o, struct sv_error *err)
{
  static const struct sv_column columns[] = { { N_("Format"), "name" },
                                              { N_("File"), "file" },
                                              { N_("What it is"), "title" } };
  (void)err;
  json_t *rows = json_array();
  for (const struct sv_renderer *r = sv_renderers; r->name; r++)
    (void)json_array_append_new(rows, json_pack("{s:s,s:s,s:s}", "name", r->name, "file", r->file,
                                                "title", sv_tr(r->help)));
  return print(o, rows, columns, sizeof columns / sizeof columns[0]);
}
