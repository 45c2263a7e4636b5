// SPDX-License-Identifier: Apache-2.0
/* Completion for bash: one function, whose cases are rows of the tables. */
#include "runner/completion.h"

#include <string.h>

static const char head[] =
    "# bash completion for samsvar; made by: samsvar completion bash\n"
    "\n"
    "# What only the program knows: the first column of a list.\n"
    "_samsvar_ask() {\n"
    "  local program=${COMP_WORDS[0]/#\\~/$HOME}\n"
    "  case $1 in\n"
    "    profiles) \"$program\" list profiles --lang en ;;\n"
    "    ids) \"$program\" list requirements --lang en\n"
    "      \"$program\" list checks --lang en ;;\n"
    "    breaks) echo; \"$program\" demo --list-breaks --lang en ;;\n"
    "  esac 2>/dev/null </dev/null | awk 'NR > 1 && $1 ~ /^[A-Za-z0-9]/ { print $1 }'\n"
    "}\n"
    "\n"
    "_samsvar_give() {\n"
    "  local before= part=$cur\n"
    "  case $part in *,*) before=${part%,*}, part=${part##*,} ;; esac\n"
    "  COMPREPLY=($(compgen -P \"$before\" -W \"$1\" -- \"$part\"))\n"
    "}\n"
    "\n"
    "_samsvar_files() {\n"
    "  compopt -o filenames 2>/dev/null\n"
    "  COMPREPLY=($(compgen \"$1\" -- \"$cur\"))\n"
    "}\n"
    "\n"
    "_samsvar() {\n"
    "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= operands=0 "
    "i\n"
    "  COMPREPLY=()\n"
    "  # An option and its value may be joined by =, which bash gives as a word of its own.\n"
    "  if [[ $cur == = ]]; then\n"
    "    cur=\n"
    "  elif [[ $prev == = && COMP_CWORD -gt 2 ]]; then\n"
    "    prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "  fi\n"
    "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "    case ${COMP_WORDS[i]} in\n"
    "      --lang) ((i++)) ;;\n"
    "      -* | =) ;;\n"
    "      *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}; else ((operands++)); fi ;;\n"
    "    esac\n"
    "  done\n"
    "  if [[ $prev == --lang ]]; then\n"
    "    _samsvar_give 'nb nn en'\n"
    "    return\n"
    "  fi\n";

static void give(FILE *out, const struct sv_values *v)
{
  const char *word = sv_source_word(v->source);
  if (word)
    (void)fprintf(out, "_samsvar_give \"$(_samsvar_ask %s)\"", word);
  else if (v->source == SV_SOURCE_WORDS)
    (void)fprintf(out, "_samsvar_give '%s'", v->words);
  else if (v->source == SV_SOURCE_FILES)
    (void)fputs("_samsvar_files -f", out);
  else if (v->source == SV_SOURCE_FOLDERS)
    (void)fputs("_samsvar_files -d", out);
  else
    (void)fputs(":", out);
}

static void values(FILE *out, const struct sv_command *c)
{
  for (const struct sv_option *o = c->options; o->kind; o++) {
    struct sv_values v;
    if (o->kind == SV_OPTION_FLAG)
      continue;
    sv_values_of_option(o, &v);
    (void)fprintf(out, "    %s:--%s", c->name, o->name);
    if (o->letter)
      (void)fprintf(out, " | %s:-%c", c->name, o->letter);
    (void)fputs(") ", out);
    give(out, &v);
    (void)fputs("; return ;;\n", out);
  }
}

static void names(FILE *out, const struct sv_command *c)
{
  (void)fprintf(out, "    %s:-*) _samsvar_give '", c->name);
  for (const struct sv_option *o = c->options; o->kind; o++)
    (void)fprintf(out, "--%s ", o->name);
  (void)fputs("--lang --help'; return ;;\n", out);
}

static void operands(FILE *out, const struct sv_command *c)
{
  struct sv_values first;
  struct sv_values rest;
  sv_values_of_operands(c, &first, &rest);
  (void)fprintf(out, "    %s:0) ", c->name);
  give(out, &first);
  (void)fprintf(out, " ;;\n    %s:*) ", c->name);
  give(out, &rest);
  (void)fputs(" ;;\n", out);
}

void sv_completion_bash(FILE *out)
{
  (void)fputs(head, out);
  (void)fputs("  case $command:$prev in\n", out);
  for (const struct sv_command *const *c = sv_commands; *c; c++)
    values(out, *c);
  (void)fputs("  esac\n  case $command:$cur in\n    :-*) _samsvar_give '--help --version --lang'; "
              "return ;;\n",
              out);
  for (const struct sv_command *const *c = sv_commands; *c; c++)
    names(out, *c);
  (void)fputs("  esac\n  case $command:$operands in\n    :*) _samsvar_give '", out);
  for (const struct sv_command *const *c = sv_commands; *c; c++)
    (void)fprintf(out, "%s%s", c == sv_commands ? "" : " ", (*c)->name);
  (void)fputs("' ;;\n", out);
  for (const struct sv_command *const *c = sv_commands; *c; c++)
    operands(out, *c);
  (void)fputs("  esac\n}\ncomplete -F _samsvar samsvar\n", out);
}
