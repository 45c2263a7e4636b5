// SPDX-License-Identifier: Apache-2.0
/* Prints the manual pages from the same tables as --help: run at build time, `make-manual` for samsvar(1),
 * `make-manual COMMAND` for samsvar-COMMAND(1), `make-manual --list` for the names of all; and the completion scripts,
 * `make-manual --completion SHELL`. */
#include "config.h"

#include "runner/command.h"
#include "runner/completion.h"

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
  (void)printf(".SH %s\n", title);
}

static void item(const char *head, const char *body)
{
  (void)fputs(".TP\n\\fB", stdout);
  text(head);
  (void)fputs("\\fR\n", stdout);
  text(body);
  (void)putchar('\n');
}

static void exit_codes(void)
{
  static const char *const codes[][2] = {
    { "0", "Conforms: every gated requirement passed, or has a waiver, and enough was shown." },
    { "1", "Does not conform." },
    { "2", "Usage, configuration, profile or credentials are wrong; nothing was sent." },
    { "3", "Not shown: too little could be judged." },
    { "4", "The target could not be reached, or refused before anything could be judged." },
    { "5", "A plugin or samsvar itself broke, or a report could not be written." },
    { "130", "Interrupted; partial results are written and marked partial." },
  };
  section("EXIT STATUS");
  for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
    item(codes[i][0], codes[i][1]);
}

static void program(void)
{
  (void)printf(".TH SAMSVAR 1 \"\" \"samsvar %s\"\n", PACKAGE_VERSION);
  section("NAME");
  (void)puts("samsvar \\- does a service meet the requirements of the common ecosystem?");
  section("SYNOPSIS");
  (void)puts(".B samsvar\n.I COMMAND\n[\\fIOPTION\\fR]...");
  section("DESCRIPTION");
  text("samsvar judges a service against a profile: requirements of the legal, organisational, semantic and\n"
       "technical layers, each with its norm and clause. It writes results.json, JUnit and an HTML report.\n"
       "Nothing that was not judged ever counts as fulfilled.\n");
  section("COMMANDS");
  for (const struct sv_command *const *c = sv_commands; *c; c++)
    item((*c)->name, (*c)->summary);
  exit_codes();
  section("ENVIRONMENT");
  item("SAMSVAR_LANG", "nb, nn or en; otherwise LC_ALL, LC_MESSAGES and LANG decide, and then bokmål.");
  item("SAMSVAR_OPTION", "Every option of a command: SAMSVAR_FAIL_ON is --fail-on.");
  item("SAMSVAR_PLUGIN_PATH", "Further folders with plugins, separated by colons.");
  item("NO_COLOR", "No colours.");
}

static void options(const struct sv_option *table)
{
  section("OPTIONS");
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
  item("--lang nb|nn|en", "The language of what is printed.");
}

static void command(const struct sv_command *c)
{
  (void)printf(".TH SAMSVAR-%s 1 \"\" \"samsvar %s\"\n", c->name, PACKAGE_VERSION);
  section("NAME");
  (void)printf("samsvar\\-%s \\- ", c->name);
  text(c->summary);
  (void)putchar('\n');
  section("SYNOPSIS");
  (void)printf(".B samsvar %s\n", c->name);
  text(c->operands);
  (void)putchar('\n');
  if (c->examples && c->examples[0]) {
    section("EXAMPLES");
    for (const char *const *e = c->examples; e[0]; e += 2)
      item(e[0], e[1]);
  }
  options(c->options);
  exit_codes();
  section("SEE ALSO");
  (void)puts(".BR samsvar (1)");
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    program();
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
  }
  if (argc == 3 && strcmp(argv[1], "--completion") == 0)
    return sv_completion_print(argv[2], stdout) && fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
  for (const struct sv_command *const *c = sv_commands; *c; c++) {
    if (strcmp(argv[1], "--list") == 0)
      (void)printf("%s\n", (*c)->name);
    else if (strcmp(argv[1], (*c)->name) == 0)
      command(*c);
  }
  return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
