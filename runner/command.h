// SPDX-License-Identifier: Apache-2.0
/* A subcommand: one file cmd_NAME.c each, listed in main.c's table. */
#ifndef SV_RUNNER_COMMAND_H
#define SV_RUNNER_COMMAND_H

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
  const char *summary; /* msgid */
  int (*run)(int argc, char **argv); /* argv[0] is the subcommand's name; returns an exit code */
};

#endif
