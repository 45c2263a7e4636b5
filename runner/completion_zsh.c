// SPDX-License-Identifier: Apache-2.0
/* Completion for zsh, in the terms of its _arguments. */
#include "runner/completion.h"

#include "engines/base/lang.h"

#include <string.h>

static const char head[] =
    "#compdef samsvar\n"
    "# zsh completion for samsvar; made by: samsvar completion zsh\n"
    "\n"
    "# What only the program knows: the first column of a list.\n"
    "_samsvar_ask() {\n"
    "  local -a found\n"
    "  case $1 in\n"
    "    profiles) found=(${(f)\"$(samsvar list profiles --lang en 2>/dev/null)\"}) ;;\n"
    "    ids) found=(${(f)\"$(samsvar list requirements --lang en 2>/dev/null)\"}\n"
    "      ${(f)\"$(samsvar list checks --lang en 2>/dev/null)\"}) ;;\n"
    "    breaks) found=(- ${(f)\"$(samsvar demo --list-breaks --lang en 2>/dev/null)\"}) ;;\n"
    "  esac\n"
    "  found=(${${found[2,-1]}%% *})\n"
    "  compadd -a found\n"
    "}\n"
    "_samsvar_profiles() { _samsvar_ask profiles }\n"
    "_samsvar_ids() { _samsvar_ask ids }\n"
    "_samsvar_breaks() { _samsvar_ask breaks }\n"
    "\n";

/* Within single quotes, and within the brackets of a specification. */
static void text(FILE *out, const char *s)
{
  for (; *s; s++) {
    if (*s == '\'')
      (void)fputs("'\\''", out);
    else if (strchr("[]:\\", *s))
      (void)fprintf(out, "\\%c", *s);
    else
      (void)fputc(*s, out);
  }
}

static void action(FILE *out, const struct sv_values *v)
{
  const char *word = sv_source_word(v->source);
  if (word)
    (void)fprintf(out, "_samsvar_%s", word);
  else if (v->source == SV_SOURCE_WORDS)
    (void)fprintf(out, "(%s)", v->words);
  else if (v->source == SV_SOURCE_FILES)
    (void)fputs("_files", out);
  else if (v->source == SV_SOURCE_FOLDERS)
    (void)fputs("_files -/", out);
  else
    (void)fputs(" ", out);
}

static void option(FILE *out, const struct sv_option *o)
{
  struct sv_values v;
  const char *repeat = o->kind == SV_OPTION_LIST ? "*" : "";
  sv_values_of_option(o, &v);
  for (int form = 0; form < (o->letter ? 2 : 1); form++) {
    if (form == 0)
      (void)fprintf(out, "        '%s--%s%s[", repeat, o->name,
                    o->kind == SV_OPTION_FLAG ? "" : "=");
    else
      (void)fprintf(out, "        '%s-%c%s[", repeat, o->letter,
                    o->kind == SV_OPTION_FLAG ? "" : "+");
    text(out, sv_tr(o->help));
    (void)fputs("]", out);
    if (o->kind != SV_OPTION_FLAG) {
      (void)fputs(":", out);
      text(out, o->argument && !strchr(o->argument, '|') ? o->argument : o->name);
      (void)fputs(":", out);
      action(out, &v);
    }
    (void)fputs("' \\\n", out);
  }
}

static void command(FILE *out, const struct sv_command *c)
{
  struct sv_values first;
  struct sv_values rest;
  (void)fprintf(out, "    %s)\n      _arguments -s -S \\\n", c->name);
  for (const struct sv_option *o = c->options; o->kind; o++)
    option(out, o);
  (void)fputs("        '--lang=[nb, nn, en]:lang:(nb nn en)' '--help' \\\n", out);
  sv_values_of_operands(c, &first, &rest);
  (void)fputs("        '1: :", out);
  action(out, &first);
  (void)fputs("' '*: :", out);
  action(out, &rest);
  (void)fputs("' ;;\n", out);
}

void sv_completion_zsh(FILE *out)
{
  (void)fputs(head, out);
  (void)fputs("_samsvar() {\n  local state line\n  typeset -A opt_args\n"
              "  _arguments -C '--help' '--version' '--lang=[nb, nn, en]:lang:(nb nn en)' "
              "'1:command:->command' '*::argument:->argument'\n"
              "  if [[ $state == command ]]; then\n    local -a commands\n    commands=(\n",
              out);
  for (const struct sv_command *const *c = sv_commands; *c; c++) {
    (void)fprintf(out, "      '%s:", (*c)->name);
    text(out, sv_tr((*c)->summary));
    (void)fputs("'\n", out);
  }
  (void)fputs("    )\n    _describe command commands\n    return\n  fi\n  case $line[1] in\n", out);
  for (const struct sv_command *const *c = sv_commands; *c; c++)
    command(out, *c);
  (void)fputs("  esac\n}\n\n"
              "if [[ ${funcstack[1]-} == _samsvar ]]; then _samsvar \"$@\"; else compdef _samsvar "
              "samsvar; fi\n",
              out);
}
