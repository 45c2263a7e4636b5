// SPDX-License-Identifier: Apache-2.0
/* A subcommand: one constant in a file cmd_NAME.c, listed in commands.c. */
#ifndef SV_RUNNER_COMMAND_H
#define SV_RUNNER_COMMAND_H

#include "runner/options.h"

#include <samsvar/plugin.h>

#include <stdio.h>

/* The exit codes of contract section 2, frozen by tests/cli. */
enum sv_exit {
  SV_EXIT_CONFORMS = 0,
  SV_EXIT_DEVIATION = 1,
  SV_EXIT_USAGE = 2,
  SV_EXIT_NOT_SHOWN = 3,
  SV_EXIT_UNREACHABLE = 4,
  SV_EXIT_INTERNAL = 5,
  SV_EXIT_INTERRUPTED = 130
};

struct sv_command {
  const char *name;
  const char *operands;            /* as usage shows them: "URL", "[-p PROFILE]" */
  const char *summary;             /* msgid, one line */
  const char *const *examples;     /* pairs: command line, msgid of what it does; NULL last */
  const struct sv_option *options; /* ends with kind SV_OPTION_END */
  /* argv[0] is the subcommand's name; what is read of the line goes to ARENA. Returns an exit code. */
  int (*run)(struct sv_arena *arena, int argc, char **argv);
};

/* All subcommands, the most used first; NULL last. */
extern const struct sv_command *const sv_commands[];

/* What a command begins with: fills VALUES and OPERANDS by its table. -1: go on; else the exit code to end with,
 * because help was printed or wrong usage was said. */
int sv_command_begin(const struct sv_command *c, int argc, char **argv, void *values,
                     struct sv_operands *operands);

/* `samsvar --help` and `samsvar COMMAND --help`. */
void sv_help_program(FILE *out);

/* Says that WORD is no command and which one was perhaps meant. */
int sv_command_unknown(const char *word);

#endif
