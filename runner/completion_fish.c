// SPDX-License-Identifier: Apache-2.0
/* Completion for fish: one line an option. */
#include "runner/completion.h"

#include "engines/base/lang.h"

static const char head[] = "# fish completion for samsvar; made by: samsvar completion fish\n"
                           "\n"
                           "# What only the program knows: the first column of a list.\n"
                           "function __samsvar_ask\n"
                           "  switch $argv[1]\n"
                           "    case profiles\n"
                           "      samsvar list profiles --lang en 2>/dev/null | tail -n +2\n"
                           "    case ids\n"
                           "      samsvar list requirements --lang en 2>/dev/null | tail -n +2\n"
                           "      samsvar list checks --lang en 2>/dev/null | tail -n +2\n"
                           "    case breaks\n"
                           "      samsvar demo --list-breaks --lang en 2>/dev/null\n"
                           "  end | string replace -r '\\s.*' '' | string match -r "
                           "'^[A-Za-z0-9].*'\n"
                           "end\n"
                           "\n"
                           "# Whether the command is $argv[1] and has so many operands ($argv[2]: "
                           "0, or more).\n"
                           "function __samsvar_at\n"
                           "  set -l words (commandline -opc) ''\n"
                           "  set -l seen (string match -v -r '^-' -- $words[2..-2])\n"
                           "  test \"$seen[1]\" = \"$argv[1]\"; or return 1\n"
                           "  if test \"$argv[2]\" = 0\n"
                           "    test (count $seen) = 1\n"
                           "  else\n"
                           "    test (count $seen) -gt 1\n"
                           "  end\n"
                           "end\n"
                           "\n"
                           "complete -c samsvar -f\n"
                           "complete -c samsvar -l lang -x -a 'nb nn en'\n"
                           "complete -c samsvar -l help\n"
                           "complete -c samsvar -n __fish_use_subcommand -l version\n";

static void text(FILE *out, const char *s)
{
  for (; *s; s++)
    (void)fprintf(out, "%s%c", *s == '\'' || *s == '\\' ? "\\" : "", *s);
}

/* What to complete with; -x, -r: a value must follow, with and without the files. */
static void values(FILE *out, const struct sv_values *v)
{
  const char *word = sv_source_word(v->source);
  if (v->source == SV_SOURCE_FILES)
    (void)fputs(" -r -F", out);
  else if (v->source == SV_SOURCE_FOLDERS)
    (void)fputs(" -x -a '(__fish_complete_directories)'", out);
  else if (word)
    (void)fprintf(out, " -x -a '(__samsvar_ask %s)'", word);
  else if (v->source == SV_SOURCE_WORDS)
    (void)fprintf(out, " -x -a '%s'", v->words);
  else
    (void)fputs(" -x", out);
}

static void option(FILE *out, const struct sv_command *c, const struct sv_option *o)
{
  struct sv_values v;
  sv_values_of_option(o, &v);
  (void)fprintf(out, "complete -c samsvar -n '__fish_seen_subcommand_from %s' -l %s", c->name,
                o->name);
  if (o->letter)
    (void)fprintf(out, " -s %c", o->letter);
  if (o->kind != SV_OPTION_FLAG)
    values(out, &v);
  (void)fputs(" -d '", out);
  text(out, sv_tr(o->help));
  (void)fputs("'\n", out);
}

static void operands(FILE *out, const struct sv_command *c)
{
  struct sv_values v[2];
  sv_values_of_operands(c, &v[0], &v[1]);
  for (int i = 0; i < 2; i++) {
    if (v[i].source == SV_SOURCE_NONE)
      continue;
    (void)fprintf(out, "complete -c samsvar -n '__samsvar_at %s %s'", c->name, i ? "more" : "0");
    values(out, &v[i]);
    (void)fputc('\n', out);
  }
}

void sv_completion_fish(FILE *out)
{
  (void)fputs(head, out);
  for (const struct sv_command *const *c = sv_commands; *c; c++) {
    (void)fprintf(out, "complete -c samsvar -n __fish_use_subcommand -a %s -d '", (*c)->name);
    text(out, sv_tr((*c)->summary));
    (void)fputs("'\n", out);
    for (const struct sv_option *o = (*c)->options; o->kind; o++)
      option(out, *c, o);
    operands(out, *c);
  }
}
