// SPDX-License-Identifier: Apache-2.0
/* Reading a character that may be written in an escape of URLs, JSON and its pointers, YAML, Turtle, HTML or XML,
 * once or several times over, or in a form of another width. Internal to mask*.c. */
#ifndef SV_RUNNER_MASK_ESCAPE_H
#define SV_RUNNER_MASK_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

/* What stands at a place and what it means. COUNT is 0 for what a reader does not see, and never
 * above SIZE. */
struct sv_unit {
  size_t size;
  size_t count;
  char text[4];
};

/* The unit at P, which is before END. */
struct sv_unit sv_unit_read(const char *p, const char *end);

/* Whether the unit U, read at P, means what it is. */
bool sv_unit_is_plain(const struct sv_unit *u, const char *p);

#endif
