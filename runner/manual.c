// SPDX-License-Identifier: Apache-2.0
/* Prints the manual pages from the same tables as --help: run at build time, `make-manual` for
 * samsvar(1), `make-manual COMMAND` for samsvar-COMMAND(1), both in the language of SAMSVAR_LANG;
 * `make-manual --list` for the names of all; and the completion scripts, `make-manual --completion
 * SHELL`. */
#include "config.h"

#include "engines/base/lang.h"
#include "runner/command.h"
#include "runner/completion.h"
#include "runner/paths.h"

#include <stdlib.h>
#include <string.h>

/* roff reads "-", "\", "." and "'" as its own; ASCII and UTF-8 else pass. */
static void text(const char *s)
{
  for (const char *p = s; *p; p++) {
    if (*p == '-' || *p == '\\')
      (void)putchar('\\');
    if ((*p == '.' || *p == '\'') && (p == s || p[-1] == '\n'))
      (void)fputs("\\&", stdout);
    (void)fputs(*p == '\\' ? "e" : (char[]){ *p, '\0' }, stdout);
  }
}

static void section(const char *title)
{
  (void)printf(".SH %s\n", sv_tr(title));
}

/* A line of text in the language of the page. */
static void line(const char *msgid)
{
  text(sv_tr(msgid));
  (void)putchar('\n');
}

static void item(const char *head, const char *body)
{
  (void)fputs(".TP\n\\fB", stdout);
  text(head);
  (void)fputs("\\fR\n", stdout);
  line(body);
}

static void exit_codes(void)
{
  static const char *const codes[][2] = {
    { "0", N_("Conforms: every gated requirement passed, or has a waiver, and enough was shown.") },
    { "1", N_("Does not conform.") },
    { "2", N_("Usage, configuration, profile or credentials are wrong; nothing was sent.") },
    { "3", N_("Not shown: too little could be judged.") },
    { "4", N_("The target could not be reached, or refused before anything could be judged.") },
    { "5", N_("A plugin or samsvar itself broke, or a report could not be written.") },
    { "130", N_("Interrupted; partial results are written and marked partial.") },
  };
  section(N_("EXIT STATUS"));
  for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
    item(codes[i][0], codes[i][1]);
}

static void program(void)
{
  (void)printf(".TH SAMSVAR 1 \"\" \"samsvar %s\"\n", PACKAGE_VERSION);
  section(N_("NAME"));
  (void)fputs("samsvar \\- ", stdout);
  line(N_("does a service meet the requirements of the common ecosystem?"));
  section(N_("SYNOPSIS"));
  (void)printf(".B samsvar\n.I %s\n[\\fI%s\\fR]...\n", sv_tr(N_("COMMAND")), sv_tr(N_("OPTION")));
  section(N_("DESCRIPTION"));
  line(N_("samsvar judges a service against a profile: requirements of the legal, organisational, "
          "semantic and technical "
          "layers, each with its norm and clause. It writes results.json, JUnit and an HTML "
          "report. Nothing that was not "
          "judged ever counts as fulfilled."));
  section(N_("COMMANDS"));
  for (const struct sv_command *const *c = sv_commands; *c; c++)
    item((*c)->name, (*c)->summary);
  exit_codes();
  section(N_("ENVIRONMENT"));
  item("SAMSVAR_LANG", N_("nb, nn or en; otherwise LC_ALL, LC_MESSAGES and LANG decide, and then "
                          "bokmål."));
  item("SAMSVAR_OPTION", N_("Every option of a command: SAMSVAR_FAIL_ON is --fail-on."));
  item("SAMSVAR_PLUGIN_PATH", N_("Further folders with plugins, separated by colons."));
  item("NO_COLOR", N_("No colours."));
}

static void options(const struct sv_option *table)
{
  section(N_("OPTIONS"));
  for (const struct sv_option *o = table; o->kind; o++) {
    char head[128];
    char letter[8] = "";
    if (o->letter)
      (void)snprintf(letter, sizeof letter, "-%c, ", o->letter);
    const char *argument = o->choices ? o->choices : o->argument;
    (void)snprintf(head, sizeof head, "%s--%s%s%s", letter, o->name, argument ? " " : "",
                   argument ? argument : "");
    item(head, o->help);
  }
  item("--lang nb|nn|en", N_("The language of what is printed."));
}

static void command(const struct sv_command *c)
{
  (void)printf(".TH SAMSVAR-%s 1 \"\" \"samsvar %s\"\n", c->name, PACKAGE_VERSION);
  section(N_("NAME"));
  (void)printf("samsvar\\-%s \\- ", c->name);
  line(c->summary);
  section(N_("SYNOPSIS"));
  (void)printf(".B samsvar %s\n", c->name);
  text(c->operands);
  (void)putchar('\n');
  if (c->examples && c->examples[0]) {
    section(N_("EXAMPLES"));
    for (const char *const *e = c->examples; e[0]; e += 2)
      item(e[0], e[1]);
  }
  options(c->options);
  exit_codes();
  section(N_("SEE ALSO"));
  (void)puts(".BR samsvar (1)");
}

int main(int argc, char **argv)
{
  if (sv_lang_open(sv_path_locale()) == SV_OK)
    sv_lang_use(sv_lang_of_environment());
  if (argc < 2) {
    program();
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
  }
  if (argc == 3 && strcmp(argv[1], "--completion") == 0)
    return sv_completion_print(argv[2], stdout) && fflush(stdout) == 0 ? EXIT_SUCCESS
                                                                       : EXIT_FAILURE;
  for (const struct sv_command *const *c = sv_commands; *c; c++) {
    if (strcmp(argv[1], "--list") == 0)
      (void)printf("%s\n", (*c)->name);
    else if (strcmp(argv[1], (*c)->name) == 0)
      command(*c);
  }
  return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
