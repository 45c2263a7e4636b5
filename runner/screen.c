// SPDX-License-Identifier: Apache-2.0
/* no-color.org, bixense.com/clicolors, and the locale's code set. */
#include "runner/screen.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROW = 60, USUAL = 100, WIDE = 120 };

static bool is_set(const char *name)
{
  const char *value = getenv(name);
  return value && value[0];
}

static bool wants_colour(const char *color, bool terminal)
{
  if (color && strcmp(color, "always") == 0)
    return true;
  if (color && strcmp(color, "never") == 0)
    return false;
  if (is_set("NO_COLOR"))
    return false;
  if (is_set("CLICOLOR_FORCE") && strcmp(getenv("CLICOLOR_FORCE"), "0") != 0)
    return true;
  return terminal;
}

/* The first of the three that is set decides, as for setlocale(). */
static bool has_utf8(void)
{
  static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (!is_set(names[i]))
      continue;
    const char *dot = strchr(getenv(names[i]), '.');
    return dot && (sv_equal_nocase_n(dot + 1, strcspn(dot + 1, "@"), "utf-8") ||
                   sv_equal_nocase_n(dot + 1, strcspn(dot + 1, "@"), "utf8"));
  }
  return false;
}

/* How many columns the terminal or $COLUMNS says there are. */
static unsigned long long width_of(FILE *out)
{
  struct winsize size;
  unsigned long long width = 0;
  const char *columns = getenv("COLUMNS");
  if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col)
    width = size.ws_col;
  else if (!columns || !sv_parse_uint(columns, strlen(columns), 10000, &width))
    width = USUAL;
  return width;
}

struct sv_screen sv_screen_open(FILE *out, const char *color)
{
  const char *term = getenv("TERM");
  const bool terminal = isatty(fileno(out)) == 1 && term && strcmp(term, "dumb") != 0;
  const unsigned long long width = width_of(out);
  return (struct sv_screen){
    .out = out,
    .style = { .width = width < NARROW ? NARROW
                        : width > WIDE ? WIDE
                                       : (unsigned)width,
               .utf8 = has_utf8(),
               .colour = wants_colour(color, terminal) },
    /* What is drawn over must have the lines it is counted to have. */
    .live = terminal && width >= NARROW,
  };
}
