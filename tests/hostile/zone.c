// SPDX-License-Identifier: Apache-2.0
/* zone BREAK FILE: the signed zone of the reference service, broken as BREAK says ("" for not). FILE
 * receives its trust anchor. Prints its port, ends with its standard input. */
#include "reference/zone.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
  struct sv_breaks breaks = { .count = 0 };
  struct sv_error err = { .text = "" };
  struct sv_zone zone;
  char waste[16];
  if (argc < 3 || (argv[1][0] && !sv_breaks_add(&breaks, argv[1])) ||
      sv_zone_start(&zone, &breaks, NULL, &err) != SV_OK)
    return EXIT_FAILURE;
  FILE *f = fopen(argv[2], "w");
  if (!f || fputs(zone.anchor, f) < 0 || fclose(f) != 0)
    return EXIT_FAILURE;
  (void)printf("%u\n", zone.port);
  (void)fflush(stdout);
  while (read(STDIN_FILENO, waste, sizeof waste) > 0)
    continue;
  sv_zone_stop(&zone);
  return EXIT_SUCCESS;
}
