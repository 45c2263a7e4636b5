// SPDX-License-Identifier: Apache-2.0
/* What can follow an option or a command: read off the tables, so that a new row completes by
 * itself. */
#include "runner/completion.h"

#include "engines/result/run.h"
#include "reports/report.h"

#include <string.h>

static const struct {
  const char *argument;
  enum sv_source source;
} sources[] = {
  { "PROFILE", SV_SOURCE_PROFILES }, { "ID", SV_SOURCE_IDS },        { "DIR", SV_SOURCE_FOLDERS },
  { "FILE", SV_SOURCE_FILES },       { "RESULTS", SV_SOURCE_FILES }, { "TARGET", SV_SOURCE_FILES },
  { "SCHEMA", SV_SOURCE_FILES },     { "OLD", SV_SOURCE_FILES },     { "NEW", SV_SOURCE_FILES },
  { "INSTANCE", SV_SOURCE_FILES },   { "DATA", SV_SOURCE_FILES },    { "XML", SV_SOURCE_FILES },
};

static const char *const asked[] = {
  [SV_SOURCE_PROFILES] = "profiles",
  [SV_SOURCE_IDS] = "ids",
  [SV_SOURCE_BREAKS] = "breaks",
};

static const struct {
  const char *shell;
  void (*print)(FILE *out);
} shells[] = {
  { "bash", sv_completion_bash },
  { "zsh", sv_completion_zsh },
  { "fish", sv_completion_fish },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void add_word(struct sv_values *v, const char *word, size_t size)
{
  const size_t used = strlen(v->words);
  if (size == 0 || used + size + 2 > sizeof v->words)
    return;
  v->source = SV_SOURCE_WORDS;
  (void)snprintf(v->words + used, sizeof v->words - used, "%s%.*s", used ? " " : "", (int)size,
                 word);
}

static bool is_literal(const char *word)
{
  return (word[0] >= 'a' && word[0] <= 'z') || (word[0] >= '0' && word[0] <= '9');
}

/* "a|b|c" to words; what is in capitals stands for something else and is left out. */
static void add_choices(struct sv_values *v, const char *text, size_t size)
{
  for (const char *p = text, *end = text + size; p < end;) {
    const char *bar = memchr(p, '|', (size_t)(end - p));
    const size_t n = (size_t)((bar ? bar : end) - p);
    if (is_literal(p))
      add_word(v, p, n);
    p += n + 1;
  }
}

/* The source that the argument's name tells of: "TARGET.json" and "FILE..." too. */
static void by_name(struct sv_values *v, const char *name, size_t size)
{
  const size_t letters = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  for (size_t i = 0; i < COUNT(sources); i++)
    if (letters <= size && strlen(sources[i].argument) == letters &&
        memcmp(sources[i].argument, name, letters) == 0)
      v->source = sources[i].source;
}

static void all_formats(struct sv_values *v)
{
  for (const struct sv_renderer *r = sv_renderers; r->name; r++)
    add_word(v, r->name, strlen(r->name));
}

static void all_layers(struct sv_values *v)
{
  for (int l = SV_LEGAL; l <= SV_CROSS_LAYER; l++)
    add_word(v, sv_layer_name((enum sv_layer)l), strlen(sv_layer_name((enum sv_layer)l)));
}

void sv_values_of_option(const struct sv_option *o, struct sv_values *v)
{
  const char *argument = o->argument ? o->argument : "";
  *v = (struct sv_values){ .source = SV_SOURCE_NONE };
  if (o->kind == SV_OPTION_FLAG)
    return;
  if (o->choices)
    add_choices(v, o->choices, strlen(o->choices));
  else if (strcmp(o->name, "break") == 0)
    v->source = SV_SOURCE_BREAKS;
  else if (strcmp(argument, "LAYER") == 0)
    all_layers(v);
  else if (strcmp(o->name, "format") == 0)
    all_formats(v);
  else if (strchr(argument, '|'))
    add_choices(v, argument, strlen(argument));
  else
    by_name(v, argument, strlen(argument));
}

static size_t token(const char *p)
{
  return strcspn(p, " ");
}

void sv_values_of_operands(const struct sv_command *c, struct sv_values *first,
                           struct sv_values *rest)
{
  *first = *rest = (struct sv_values){ .source = SV_SOURCE_NONE };
  for (const char *p = c->operands; *p && *p != '[' && *p != '-';) {
    const size_t size = token(p);
    const char *next = p + size + (p[size] == ' ');
    if (is_literal(p))
      add_choices(first, p, size);
    else
      by_name(first, p, size);
    if (!rest->source && *next && *next != '[' && *next != '-' && *next != '|')
      by_name(rest, next, token(next));
    else if (!is_literal(p) && size > 1 && (unsigned char)p[size - 1] >= 0x80)
      *rest = *first; /* "ID…": as many as one likes */
    const char *bar = strstr(next, "| ");
    p = bar ? bar + 2 : "";
  }
}

const char *sv_source_word(enum sv_source source)
{
  return (size_t)source < COUNT(asked) ? asked[source] : NULL;
}

bool sv_completion_print(const char *shell, FILE *out)
{
  for (size_t i = 0; i < COUNT(shells); i++)
    if (strcmp(shells[i].shell, shell) == 0) {
      shells[i].print(out);
      return true;
    }
  return false;
}
