// SPDX-License-Identifier: Apache-2.0
/* samsvar list: what there is, as a table or as JSON (contract section 2). Sends nothing. */
#include "runner/commands.h"

#include "engines/base/lang.h"
#include "runner/columns.h"
#include "runner/library.h"
#include "runner/list.h"
#include "runner/paths.h"
#include "runner/say.h"
#include "runner/selector.h"
#include "engines/base/suggest.h"

#include <string.h>

static int run(struct sv_arena *arena, int argc, char **argv);

static const struct sv_option options[] = {
  { .name = "format",
    .kind = SV_OPTION_STRING,
    .offset = offsetof(struct sv_list_options, format),
    .argument = "FORMAT",
    .choices = "text|json",
    .group = SV_LOOK,
    .help = N_("text: a table; json: an array of objects") },
  { .name = "layer",
    .kind = SV_OPTION_LIST,
    .offset = offsetof(struct sv_list_options, layers),
    .argument = "LAYER",
    .group = SV_WHAT,
    .help = N_("only legal, organisational, semantic, technical or cross") },
  { .name = "profile",
    .letter = 'p',
    .kind = SV_OPTION_STRING,
    .offset = offsetof(struct sv_list_options, profile),
    .argument = "PROFILE",
    .group = SV_WHAT,
    .help = N_("only the requirements of this profile, with its levels") },
  { .name = "coverage",
    .kind = SV_OPTION_FLAG,
    .offset = offsetof(struct sv_list_options, coverage),
    .group = SV_WHAT,
    .help = N_("requirements: how many of each layer have a check") },
  { .name = "plugin-dir",
    .kind = SV_OPTION_LIST,
    .offset = offsetof(struct sv_list_options, plugin_dirs),
    .argument = "DIR",
    .group = SV_HOW,
    .help = N_("a folder of plugins more; repeatable") },
  { .name = "vocabularies",
    .kind = SV_OPTION_STRING,
    .offset = offsetof(struct sv_list_options, vocabularies),
    .argument = "DIR",
    .group = SV_HOW,
    .help = N_("a folder of newer code lists; SAMSVAR_VOCABULARIES by default") },
  { .kind = SV_OPTION_END },
};

static const char *const examples[] = {
  "samsvar list profiles",
  N_("the profiles that come with samsvar"),
  "samsvar list requirements --layer legal",
  N_("the legal requirements, and which can be checked"),
  "samsvar list checks --format json",
  N_("all checks, for a program"),
  "samsvar list vocabularies",
  N_("the code lists, with version and date"),
  NULL,
};

const struct sv_command sv_command_list = {
  .name = "list",
  .operands = "profiles|requirements|checks|plugins|vocabularies|formats",
  .summary = N_("list what there is: profiles, requirements, checks, plugins, code lists, "
                "formats"),
  .examples = examples,
  .options = options,
  .run = run,
};

static const struct {
  const char *name;
  int (*list)(const struct sv_list_options *o, struct sv_error *err);
} lists[] = {
  { "profiles", sv_list_profiles }, { "requirements", sv_list_requirements },
  { "checks", sv_list_checks },     { "plugins", sv_list_plugins },
  { "formats", sv_list_formats },   { "vocabularies", sv_list_vocabularies },
};

enum { LISTS = sizeof lists / sizeof lists[0] };

static int unknown_list(const char *word)
{
  const char *names[LISTS];
  for (size_t i = 0; i < LISTS; i++)
    names[i] = lists[i].name;
  const char *near = sv_suggest(word, names, LISTS);
  if (near)
    sv_say(stderr, N_("samsvar: there is no list of \"{word}\"; did you mean \"{near}\"?\n"),
           "word", word, "near", near, NULL);
  else
    sv_say(stderr,
           N_("samsvar: list takes one of profiles, requirements, checks, plugins, vocabularies, "
              "formats.\n"),
           NULL);
  return SV_EXIT_USAGE;
}

/* Whether one of the layers is none of ours; says so. */
static bool wrong_layer(const struct sv_list_options *o)
{
  for (size_t i = 0; i < o->layers.count; i++)
    if (!sv_layer_from(o->layers.items[i])) {
      sv_say(stderr,
             N_("samsvar: there is no layer \"{word}\": legal, organisational, semantic, "
                "technical, cross.\n"),
             "word", o->layers.items[i], NULL);
      return true;
    }
  return false;
}

static int list(const struct sv_list_options *o, const struct sv_operands *operands)
{
  if (operands->count != 1)
    return unknown_list("");
  if (wrong_layer(o))
    return SV_EXIT_USAGE;
  for (size_t i = 0; i < LISTS; i++) {
    if (strcmp(lists[i].name, operands->items[0]) != 0)
      continue;
    struct sv_error err = { 0 };
    const int code = lists[i].list(o, &err);
    if (err.text[0])
      sv_say_error(&err);
    return code;
  }
  return unknown_list(operands->items[0]);
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_list_options o = { 0 };
  struct sv_operands operands = { .arena = arena };
  int code = sv_command_begin(&sv_command_list, argc, argv, &o, &operands);
  if (code < 0)
    code = list(&o, &operands);
  return code;
}
