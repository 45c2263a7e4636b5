// SPDX-License-Identifier: Apache-2.0
/* samsvar explain ID: a requirement, a check or a profile in words. Sends nothing. */
#include "runner/commands.h"

#include "engines/base/ascii.h"
#include "runner/explain.h"
#include "runner/paths.h"
#include "runner/profile.h"
#include "runner/say.h"
#include "engines/base/suggest.h"

#include <stdlib.h>
#include <string.h>

struct values {
  struct sv_list plugin_dirs;
};

static int run(struct sv_arena *arena, int argc, char **argv);

static const struct sv_option options[] = {
  { .name = "plugin-dir",
    .kind = SV_OPTION_LIST,
    .offset = offsetof(struct values, plugin_dirs),
    .argument = "DIR",
    .group = SV_HOW,
    .help = N_("a folder of plugins more; repeatable") },
  { .kind = SV_OPTION_END },
};

static const char *const examples[] = {
  "samsvar explain TEC-TRA-01",
  N_("what the requirement asks, where it stands, how it is decided"),
  "samsvar explain api-provider",
  N_("what a profile asks, and of whom"),
  NULL,
};

const struct sv_command sv_command_explain = {
  .name = "explain",
  .operands = "ID…",
  .summary = N_("explain a requirement, a check or a profile"),
  .examples = examples,
  .options = options,
  .run = run,
};

/* The id nearest to WORD among requirements, checks and profiles. */
static const char *nearest(const char *word, const struct sv_library *l,
                           const char *const *profiles)
{
  size_t room = l->catalogue.count;
  for (size_t p = 0; p < l->plugins.count; p++)
    room += l->plugins.items[p].check_count;
  for (size_t i = 0; profiles[i]; i++)
    room++;
  const char **names = calloc(room + 1, sizeof *names);
  size_t count = 0;
  for (size_t i = 0; names && i < l->catalogue.count; i++)
    names[count++] = l->catalogue.items[i].id;
  for (size_t p = 0; names && p < l->plugins.count; p++)
    for (size_t c = 0; c < l->plugins.items[p].check_count; c++)
      names[count++] = l->plugins.items[p].checks[c].id;
  for (size_t i = 0; names && profiles[i]; i++)
    names[count++] = profiles[i];
  const char *near = names ? sv_suggest(word, names, count) : NULL;
  free(names);
  return near;
}

static bool is_in(const char *word, const char *const *list)
{
  for (; *list; list++)
    if (strcmp(*list, word) == 0)
      return true;
  return false;
}

static int explain(const char *id, const struct sv_library *l, const char *const *profiles,
                   struct sv_error *err)
{
  const struct sv_plugin_info *plugin = NULL;
  const struct sv_requirement *requirement = sv_catalogue_find(&l->catalogue, id);
  if (requirement)
    return sv_explain_requirement(stdout, requirement, l, profiles, err);
  const struct sv_check_info *check = sv_plugins_find(&l->plugins, id, &plugin);
  if (check)
    return sv_explain_check(stdout, check, plugin, l);
  if (is_in(id, profiles) || strchr(id, '/') || sv_ends_with(id, ".json"))
    return sv_explain_profile(stdout, id, l, err);
  const char *near = nearest(id, l, profiles);
  if (near)
    sv_say(stderr, N_("samsvar: nothing is called \"{word}\"; did you mean \"{near}\"?\n"), "word",
           id, "near", near, NULL);
  else
    sv_say(stderr,
           N_("samsvar: nothing is called \"{word}\". See samsvar list requirements, checks or "
              "profiles.\n"),
           "word", id, NULL);
  return SV_EXIT_USAGE;
}

static int explain_all(const struct sv_operands *ids, const struct sv_library *l,
                       struct sv_error *err)
{
  struct sv_arena a = SV_ARENA(0);
  const char *const *profiles = sv_profile_names(sv_path_data(), &a);
  int code = SV_EXIT_CONFORMS;
  for (size_t i = 0; i < ids->count && code == SV_EXIT_CONFORMS; i++) {
    if (i > 0)
      (void)putchar('\n');
    code = explain(ids->items[i], l, profiles, err);
  }
  sv_arena_free(&a);
  return code;
}

static int open_and_explain(const struct values *values, const struct sv_operands *operands)
{
  if (operands->count == 0) {
    sv_say(stderr,
           N_("samsvar: name what is to be explained, for example: samsvar explain TEC-TRA-01\n"),
           NULL);
    return SV_EXIT_USAGE;
  }
  struct sv_library l;
  struct sv_error err = { 0 };
  int code = SV_EXIT_INTERNAL;
  if (sv_library_open(&values->plugin_dirs, &l, &err) == SV_OK)
    code = explain_all(operands, &l, &err);
  if (err.text[0])
    sv_say_error(&err);
  sv_library_close(&l);
  return code;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct values values = { 0 };
  struct sv_operands operands = { .arena = arena };
  int code = sv_command_begin(&sv_command_explain, argc, argv, &values, &operands);
  if (code < 0)
    code = open_and_explain(&values, &operands);
  return code;
}
