// SPDX-License-Identifier: Apache-2.0
/* The program samsvar: the table of subcommands and the way into them. */
#include "runner/command.h"

#include <stdio.h>
#include <string.h>

static const struct sv_command commands[] = {
  { .name = NULL },
};

int main(int argc, char **argv)
{
  for (const struct sv_command *c = commands; argc > 1 && c->name; c++)
    if (strcmp(c->name, argv[1]) == 0)
      return c->run(argc - 1, argv + 1);
  (void)fprintf(stderr, "samsvar: see samsvar --help\n");
  return SV_EXIT_USAGE;
}
