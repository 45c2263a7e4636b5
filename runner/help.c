// SPDX-License-Identifier: Apache-2.0
/* Help texts, made from the tables. */
#include "config.h"

#include "runner/command.h"

#include "engines/base/lang.h"
#include "engines/base/utf8.h"
#include "runner/say.h"
#include "engines/base/suggest.h"

#include <string.h>

static const struct {
  enum sv_option_group group;
  const char *title;
} groups[] = {
  { SV_WHAT, N_("What") },      { SV_HOW, N_("How") },       { SV_NET, N_("Network") },
  { SV_LOGIN, N_("Signing in") }, { SV_RESULT, N_("Result") }, { SV_LOOK, N_("Appearance") },
};

static const char *const first_steps[] = {
  "samsvar check https://api.etat.no/v1", N_("try an address now, without any set-up"),
  "samsvar init",                         N_("write samsvar.json by questions and answers"),
  "samsvar run",                          N_("run what samsvar.json says"),
  NULL,
};

static void pad(FILE *out, const char *text, size_t width)
{
  const size_t length = sv_utf8_length(text, strlen(text));
  (void)fprintf(out, "%s%*s", text, (int)(length < width ? width - length : 1), "");
}

static void pairs(FILE *out, const char *const *pair, size_t width)
{
  for (; pair[0]; pair += 2) {
    (void)fputs("  ", out);
    pad(out, pair[0], width);
    (void)fprintf(out, "%s\n", sv_tr(pair[1]));
  }
}

void sv_help_program(FILE *out)
{
  sv_say(out, N_("samsvar {version} – does a service meet the requirements of the common ecosystem?"),
         "version", PACKAGE_VERSION, NULL);
  (void)fprintf(out, "\n\n%s\n", sv_tr(N_("Get started")));
  pairs(out, first_steps, 42);
  (void)fprintf(out, "\n%s\n", sv_tr(N_("Commands")));
  for (const struct sv_command *const *c = sv_commands; *c; c++) {
    (void)fputs("  ", out);
    pad(out, (*c)->name, 12);
    (void)fprintf(out, "%s\n", sv_tr((*c)->summary));
  }
  (void)fprintf(out, "\n%s\n  %s\n",
                sv_tr(N_("Exit codes")),
                sv_tr(N_("0 conforms  1 does not conform  2 set-up wrong  3 not shown  4 target unreachable  "
                         "5 fault in samsvar  130 interrupted")));
  (void)fprintf(out, "\n%s\n", sv_tr(N_("More: samsvar COMMAND --help · man samsvar · --lang nb|nn|en")));
}

static void option_line(FILE *out, const struct sv_option *o)
{
  char head[80];
  const char *argument = o->argument ? o->argument : o->choices ? o->choices : "";
  const char *gap = argument[0] ? " " : "";
  if (o->letter)
    (void)snprintf(head, sizeof head, "-%c, --%s%s%s", o->letter, o->name, gap, argument);
  else
    (void)snprintf(head, sizeof head, "    --%s%s%s", o->name, gap, argument);
  (void)fputs("  ", out);
  if (strlen(head) < 34)
    pad(out, head, 34);
  else
    (void)fprintf(out, "%s\n%36s", head, "");
  (void)fprintf(out, "%s\n", sv_tr(o->help));
}

static void help_command(FILE *out, const struct sv_command *c)
{
  (void)fprintf(out, "samsvar %s %s\n\n%s\n", c->name, c->operands, sv_tr(c->summary));
  if (c->examples && c->examples[0]) {
    (void)fprintf(out, "\n%s\n", sv_tr(N_("Examples")));
    pairs(out, c->examples, 50);
  }
  for (size_t g = 0; g < sizeof groups / sizeof groups[0]; g++) {
    bool titled = false;
    for (const struct sv_option *o = c->options; o->kind; o++) {
      if (o->group != groups[g].group)
        continue;
      if (!titled)
        (void)fprintf(out, "\n%s\n", sv_tr(groups[g].title));
      titled = true;
      option_line(out, o);
    }
  }
  (void)fprintf(out, "\n%s\n",
                sv_tr(N_("Every option can also be set in the environment: --fail-on is SAMSVAR_FAIL_ON.")));
}

int sv_command_begin(const struct sv_command *c, int argc, char **argv, void *values,
                     struct sv_operands *operands)
{
  struct sv_error err = { 0 };
  bool help = false;
  const enum sv_status status = sv_options_parse(c->options, argc, argv, values, operands, &help, &err);
  if (help) {
    help_command(stdout, c);
    return SV_EXIT_CONFORMS;
  }
  if (status == SV_OK)
    return -1;
  sv_say_error(&err);
  sv_say(stderr, N_("See samsvar {command} --help.\n"), "command", c->name, NULL);
  return status == SV_INVALID ? SV_EXIT_USAGE : SV_EXIT_INTERNAL;
}

int sv_command_unknown(const char *word)
{
  const char *names[64];
  size_t count = 0;
  for (const struct sv_command *const *c = sv_commands; *c && count < 64; c++)
    names[count++] = (*c)->name;
  const char *near = sv_suggest(word, names, count);
  if (near)
    sv_say(stderr, N_("samsvar: there is no command \"{word}\"; did you mean \"{near}\"?\n"), "word", word, "near",
           near, NULL);
  else
    sv_say(stderr, N_("samsvar: there is no command \"{word}\".\n"), "word", word, NULL);
  sv_say(stderr, N_("See samsvar --help.\n"), NULL);
  return SV_EXIT_USAGE;
}
