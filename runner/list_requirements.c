// SPDX-License-Identifier: Apache-2.0
/* The list of requirements, and how many of them have a check. */
#include "runner/list.h"

#include "engines/base/lang.h"
#include "runner/columns.h"
#include "runner/command.h"
#include "runner/library.h"
#include "runner/paths.h"
#include "runner/profile.h"
#include "runner/say.h"

#include <string.h>

enum { NUMBER_MAX = 24 };

/* The requirements asked for: all, or those of a profile; of all layers, or of some. */
struct asked {
  const struct sv_list_options *options;
  struct sv_library library;
  struct sv_profile profile;
  bool has_profile;
};

static bool is_json(const struct sv_list_options *o)
{
  return o->format && strcmp(o->format, "json") == 0;
}

/* The level under which R is asked for; 0: it is not. */
static enum sv_level level_of(const struct asked *a, const struct sv_requirement *r)
{
  const struct sv_list *layers = &a->options->layers;
  if (layers->count > 0 && !sv_list_has(layers, sv_layer_name(r->layer)))
    return 0;
  if (!a->has_profile)
    return r->level;
  const struct sv_profile_item *item = sv_profile_find(&a->profile, r->id);
  return item ? item->level : 0;
}

static json_t *row_of(const struct asked *a, const struct sv_requirement *r, enum sv_level level)
{
  return json_pack("{s:s,s:s,s:s,s:s,s:o,s:s,s:b}", "id", r->id, "layer", sv_layer_name(r->layer),
                   "level", sv_level_name(level), "title", sv_text_used(&r->title), "checks",
                   sv_library_checks_of(&a->library, r->id), "mode",
                   sv_library_is_manual(&a->library, r) ? "manual" : "automatic", "seen",
                   (int)r->seen);
}

/* How many requirements there are, and who judges them. */
struct sums {
  size_t all, checked, manual, unseen;
};

static void add(struct sums *s, const struct asked *a, const struct sv_requirement *r)
{
  s->all++;
  s->checked += sv_library_is_checked(&a->library, r->id);
  s->manual += sv_library_is_manual(&a->library, r);
  s->unseen += !r->seen;
}

static void summary(const struct sums *s)
{
  char numbers[4][NUMBER_MAX];
  (void)snprintf(numbers[0], NUMBER_MAX, "%zu", s->all);
  (void)snprintf(numbers[1], NUMBER_MAX, "%zu", s->checked);
  (void)snprintf(numbers[2], NUMBER_MAX, "%zu", s->manual);
  (void)snprintf(numbers[3], NUMBER_MAX, "%zu", s->unseen);
  sv_say(stdout,
         N_("\n{count} requirements: {checked} with a check, {manual} that a person judges; "
            "{unseen} whose source was not read (they never gate).\n"),
         "count", numbers[0], "checked", numbers[1], "manual", numbers[2], "unseen", numbers[3],
         NULL);
}

/* Who judges it, as the text form's column says it. */
static json_t *who(const struct asked *a, const struct sv_requirement *r)
{
  if (sv_library_is_manual(&a->library, r))
    return json_string(sv_tr(N_("manual")));
  return json_boolean(sv_library_is_checked(&a->library, r->id));
}

static int list(const struct asked *a)
{
  static const struct sv_column columns[] = { { N_("Requirement"), "id" },
                                              { N_("Level"), "level" },
                                              { N_("Check"), "has" },
                                              { N_("Title"), "title" } };
  struct sums sums = { 0 };
  json_t *rows = json_array();
  for (size_t i = 0; i < a->library.catalogue.count; i++) {
    const struct sv_requirement *r = &a->library.catalogue.items[i];
    const enum sv_level level = level_of(a, r);
    if (!level)
      continue;
    json_t *row = row_of(a, r, level);
    add(&sums, a, r);
    if (!is_json(a->options))
      (void)json_object_set_new(row, "has", who(a, r));
    (void)json_array_append_new(rows, row);
  }
  if (is_json(a->options))
    return sv_json_print(rows);
  sv_columns_print(stdout, rows, columns, sizeof columns / sizeof columns[0]);
  summary(&sums);
  json_decref(rows);
  return SV_EXIT_CONFORMS;
}

static int coverage(const struct asked *a)
{
  static const struct sv_column columns[] = { { N_("Layer"), "layer" },
                                              { N_("With a check"), "checked" },
                                              { N_("Manual"), "manual" },
                                              { N_("Neither"), "neither" },
                                              { N_("Requirements"), "requirements" } };
  json_t *rows = json_array();
  for (enum sv_layer layer = SV_LEGAL; layer <= SV_TECHNICAL; layer++) {
    struct sums s = { 0 };
    for (size_t i = 0; i < a->library.catalogue.count; i++) {
      const struct sv_requirement *r = &a->library.catalogue.items[i];
      if (r->layer == layer && level_of(a, r))
        add(&s, a, r);
    }
    if (s.all > 0)
      (void)json_array_append_new(rows,
                                  json_pack("{s:s,s:I,s:I,s:I,s:I}", "layer", sv_layer_name(layer),
                                            "requirements", (json_int_t)s.all, "checked",
                                            (json_int_t)s.checked, "manual", (json_int_t)s.manual,
                                            "neither", (json_int_t)(s.all - s.checked - s.manual)));
  }
  if (is_json(a->options))
    return sv_json_print(rows);
  sv_columns_print(stdout, rows, columns, sizeof columns / sizeof columns[0]);
  json_decref(rows);
  return SV_EXIT_CONFORMS;
}

int sv_list_requirements(const struct sv_list_options *o, struct sv_error *err)
{
  struct asked a = { .options = o };
  enum sv_status status = sv_library_open(&o->plugin_dirs, &a.library, err);
  if (status == SV_OK && o->profile) {
    status = sv_profile_read(sv_path_data(), o->profile, &a.library.catalogue, &a.profile, err);
    a.has_profile = true;
  }
  int code = SV_EXIT_INTERNAL;
  if (status == SV_OK)
    code = o->coverage ? coverage(&a) : list(&a);
  else if (status == SV_INVALID || status == SV_NOT_FOUND || status == SV_IO)
    code = SV_EXIT_USAGE;
  if (a.has_profile)
    sv_profile_free(&a.profile);
  sv_library_close(&a.library);
  return code;
}
