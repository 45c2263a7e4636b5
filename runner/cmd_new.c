// SPDX-License-Identifier: Apache-2.0
/* samsvar new check|plugin|profile NAME: skeletons that build and validate as they are. */
#include "runner/commands.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "engines/result/run.h"
#include "engines/base/why.h"
#include "runner/create.h"
#include "runner/paths.h"
#include "runner/say.h"
#include "runner/selector.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_MAX = 64 * 1024, NAME_BYTES_MAX = 40, PATH_BYTES_MAX = 1024 };

struct values {
  const char *output;
};

/* What is put in the places of a skeleton: @NAME@ and so on. */
struct names {
  const char *id;
  const char *layer;
  const char *schema;
  char name[NAME_BYTES_MAX + 1];  /* of a C function or plugin: underscores */
  char ident[NAME_BYTES_MAX + 1]; /* the same with hyphens */
};

struct skeleton {
  const char *template; /* in profiles/skeletons */
  const char *file;     /* what it becomes, with the same places */
};

static int run(struct sv_arena *arena, int argc, char **argv);
static bool names_of_check(const char *word, struct names *n);
static bool names_of_plugin(const char *word, struct names *n);
static bool names_of_profile(const char *word, struct names *n);

static const struct {
  const char *what;
  bool (*names)(const char *word, struct names *n);
  bool folder;
  const char *wanted; /* msgid: what the name must look like */
  const char *next;   /* msgid: what to do now */
  struct skeleton files[4];
} kinds[] = {
  { "check",
    names_of_check,
    false,
    N_("A check is called LAYER.FAMILY.NAME, for example technical.http.content-type."),
    N_("Put the row in the comment into your plugin's table, and the text into its README.md.\n"),
    { { "check.c.in", "@NAME@.c" }, { "check.md.in", "@NAME@.md" } } },
  { "plugin",
    names_of_plugin,
    true,
    N_("A plugin is called by small letters, digits and underscores, for example our_checks."),
    N_("Build it with: make -C {name}. Then see: samsvar list checks --plugin-dir {name}\n"),
    { { "plugin.c.in", "@NAME@.c" },
      { "plugin.mk.in", "Makefile" },
      { "plugin.md.in", "README.md" } } },
  { "profile",
    names_of_profile,
    false,
    N_("A profile is called by small letters, digits and hyphens, for example our-profile."),
    N_("See what it asks for with: samsvar explain ./{name}.json\n"),
    { { "profile.json.in", "@ID@.json" } } },
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

static const struct sv_option options[] = {
  { .name = "output",
    .letter = 'o',
    .kind = SV_OPTION_STRING,
    .offset = offsetof(struct values, output),
    .argument = "DIR",
    .group = SV_RESULT,
    .help = N_("the folder to write in, this one by default") },
  { .kind = SV_OPTION_END },
};

static const char *const examples[] = {
  "samsvar new plugin our_checks",
  N_("a folder with a plugin that builds"),
  "samsvar new profile our-profile",
  N_("a profile that extends the common base"),
  NULL,
};

const struct sv_command sv_command_new = {
  .name = "new",
  .operands = "check|plugin|profile NAME",
  .summary = N_("write the skeleton of a check, a plugin or a profile"),
  .examples = examples,
  .options = options,
  .run = run,
};

/* Puts WORD in both forms of the name: with underscores for C, with hyphens for ids. */
static bool set_names(const char *word, struct names *n)
{
  const size_t size = strlen(word);
  if (size == 0 || size > NAME_BYTES_MAX || !(word[0] >= 'a' && word[0] <= 'z'))
    return false;
  for (size_t i = 0; i <= size; i++) {
    if (word[i] && !(word[i] >= 'a' && word[i] <= 'z') && !sv_is_digit(word[i]) && word[i] != '-' &&
        word[i] != '_')
      return false;
    n->name[i] = word[i] == '-' ? '_' : word[i];
    n->ident[i] = word[i] == '_' ? '-' : word[i];
  }
  return true;
}

static bool names_of_check(const char *word, struct names *n)
{
  static const struct {
    const char *prefix, *constant;
  } layers[] = { { "legal.", "SV_LEGAL" },
                 { "organisational.", "SV_ORGANISATIONAL" },
                 { "semantic.", "SV_SEMANTIC" },
                 { "technical.", "SV_TECHNICAL" } };
  n->id = word;
  n->layer = NULL;
  for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++)
    if (sv_starts_with(word, layers[i].prefix))
      n->layer = layers[i].constant;
  return n->layer && sv_selector_is_check(word) && set_names(strrchr(word, '.') + 1, n);
}

static bool names_of_plugin(const char *word, struct names *n)
{
  n->id = word;
  return !strchr(word, '-') && set_names(word, n);
}

static bool names_of_profile(const char *word, struct names *n)
{
  n->id = word;
  return !strchr(word, '_') && set_names(word, n);
}

/* TEXT with its @PLACES@ filled. */
static enum sv_status fill(const char *text, const struct names *n, struct sv_buf *out)
{
  const struct {
    const char *place, *value;
  } places[] = { { "@NAME@", n->name },
                 { "@IDENT@", n->ident },
                 { "@ID@", n->id },
                 { "@LAYER@", n->layer ? n->layer : "" },
                 { "@SCHEMA@", n->schema } };
  while (*text) {
    size_t i = 0;
    while (i < sizeof places / sizeof places[0] && !sv_starts_with(text, places[i].place))
      i++;
    if (i < sizeof places / sizeof places[0]) {
      (void)sv_buf_adds(out, places[i].value);
      text += strlen(places[i].place);
    } else {
      (void)sv_buf_addc(out, *text++);
    }
  }
  return out->failed;
}

/* Everything that one call of the command needs. */
struct making {
  const char *dir; /* "" : this one */
  const struct names *names;
  struct sv_arena *arena;
  struct sv_error *err;
};

static const char *join(struct sv_arena *a, const char *dir, const char *file)
{
  return dir[0] ? sv_arena_printf(a, "%s/%s", dir, file) : sv_arena_strdup(a, file);
}

static enum sv_status write_one(const struct making *m, const struct skeleton *s)
{
  const char *from =
      sv_arena_printf(m->arena, "%s/profiles/skeletons/%s", sv_path_data(), s->template);
  struct sv_buf template = SV_BUF(TEXT_MAX);
  struct sv_buf text = SV_BUF(TEXT_MAX);
  struct sv_buf file = SV_BUF(PATH_BYTES_MAX);
  enum sv_status status = from ? sv_file_read(from, &template, m->err) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = fill(sv_buf_text(&template), m->names, &text);
  if (status == SV_OK)
    status = fill(s->file, m->names, &file);
  const char *path = status == SV_OK ? join(m->arena, m->dir, sv_buf_text(&file)) : NULL;
  if (path)
    status = sv_create_file(path, sv_buf_text(&text), m->err);
  if (path && status == SV_OK)
    sv_say(stdout, N_("wrote {path}\n"), "path", path, NULL);
  sv_buf_free(&file);
  sv_buf_free(&text);
  sv_buf_free(&template);
  return status == SV_OK && !path ? SV_NO_MEMORY : status;
}

static enum sv_status write_all(size_t kind, struct making *m)
{
  if (kinds[kind].folder) {
    m->dir = join(m->arena, m->dir, m->names->name);
    if (!m->dir)
      return SV_NO_MEMORY;
    if (mkdir(m->dir, 0755) != 0 && errno != EEXIST)
      return sv_fail_at(m->err, SV_IO, m->dir, 0, 0, "%s: %s", sv_tr(N_("cannot be made")),
                        sv_why(errno));
  }
  enum sv_status status = SV_OK;
  for (const struct skeleton *s = kinds[kind].files; s->template && status == SV_OK; s++)
    status = write_one(m, s);
  if (status != SV_OK && kinds[kind].folder)
    (void)rmdir(m->dir); /* does nothing when something is in it */
  return status;
}

static int usage(const char *sentence)
{
  sv_say(stderr, N_("samsvar: new takes check, plugin or profile, and a name.\n"), NULL);
  if (sentence) {
    sv_say(stderr, sentence, NULL);
    (void)fputc('\n', stderr);
  }
  return SV_EXIT_USAGE;
}

static int make(const struct values *values, const struct sv_operands *operands)
{
  size_t kind = 0;
  while (operands->count > 0 && kind < KINDS && strcmp(kinds[kind].what, operands->items[0]) != 0)
    kind++;
  if (operands->count == 0 || kind == KINDS)
    return usage(NULL);
  struct names names = { 0 };
  if (operands->count != 2 || !kinds[kind].names(operands->items[1], &names))
    return usage(kinds[kind].wanted);
  struct sv_arena a = SV_ARENA(0);
  struct sv_error err = { 0 };
  names.schema = sv_schema_address("profile.schema.json", &a);
  struct making m = { values->output ? values->output : "", &names, &a, &err };
  const enum sv_status status = names.schema ? write_all(kind, &m) : SV_NO_MEMORY;
  if (status == SV_OK)
    sv_say(stdout, kinds[kind].next, "name", names.id, NULL);
  else
    sv_say_error(&err);
  sv_arena_free(&a);
  return status == SV_OK       ? SV_EXIT_CONFORMS
         : status == SV_DENIED ? SV_EXIT_USAGE
                               : SV_EXIT_INTERNAL;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct values values = { 0 };
  struct sv_operands operands = { .arena = arena };
  int code = sv_command_begin(&sv_command_new, argc, argv, &values, &operands);
  if (code < 0)
    code = make(&values, &operands);
  return code;
}
