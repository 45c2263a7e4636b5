// SPDX-License-Identifier: Apache-2.0
/* The program samsvar: language, then the subcommand. */
#include "config.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/why.h"
#include "runner/command.h"
#include "runner/paths.h"
#include "runner/say.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

enum { COMMAND_LINE_MAX = 64 << 20 };

/* Descriptors 0 to 2 must exist, or a file we open becomes standard error. */
static void open_standard(void)
{
  int fd;
  do {
    fd = open("/dev/null", O_RDWR);
  } while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd >= 0)
    (void)close(fd);
}

/* The language of --lang anywhere on the line, else of the environment; 0 when --lang names none of
 * ours. */
static enum sv_lang choose_language(int argc, char **argv)
{
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--") == 0)
      break;
    if (sv_starts_with(argv[i], "--lang="))
      return sv_lang_from(argv[i] + 7);
    if (strcmp(argv[i], "--lang") == 0)
      return i + 1 < argc ? sv_lang_from(argv[i + 1]) : (enum sv_lang)0;
  }
  return sv_lang_of_environment();
}

static int print_version(void)
{
  (void)printf("samsvar %s\n", PACKAGE_VERSION);
  return SV_EXIT_CONFORMS;
}

/* CODE, or that we failed when what was printed did not arrive. A reader that went away has seen
 * what it wanted; a full disk has swallowed what somebody wants to see. */
static int printed(int code)
{
  errno = 0;
  if ((fflush(stdout) == 0 && !ferror(stdout)) || errno == EPIPE)
    return code;
  struct sv_error err = { .text = "" };
  (void)sv_fail(&err, SV_IO, N_("standard output cannot be written: %s"),
                sv_why(errno ? errno : EIO));
  sv_say_error(&err);
  return code == SV_EXIT_INTERRUPTED ? code : SV_EXIT_INTERNAL;
}

static int dispatch(int argc, char **argv)
{
  const char *word = argv[1];
  if (strcmp(word, "--version") == 0 || strcmp(word, "version") == 0)
    return print_version();
  if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0) {
    sv_help_program(stdout);
    return SV_EXIT_CONFORMS;
  }
  for (const struct sv_command *const *c = sv_commands; *c; c++)
    if (strcmp((*c)->name, word) == 0) {
      struct sv_arena arena = SV_ARENA(COMMAND_LINE_MAX);
      const int code = (*c)->run(&arena, argc - 1, argv + 1);
      sv_arena_free(&arena);
      return code;
    }
  return sv_command_unknown(word);
}

int main(int argc, char **argv)
{
  open_standard();
  /* A reader that goes away and a file that may not grow are errors of a write, not the end of a
   * run. */
  (void)signal(SIGPIPE, SIG_IGN);
  (void)signal(SIGXFSZ, SIG_IGN);
  (void)prctl(PR_SET_DUMPABLE, 0);
  const enum sv_lang lang = choose_language(argc, argv);
  if (sv_lang_open(sv_path_locale()) == SV_OK)
    sv_lang_use(lang ? lang : SV_NB);
  if (!lang) {
    sv_say(stderr, N_("samsvar: --lang takes nb, nn or en.\n"), NULL);
    return SV_EXIT_USAGE;
  }
  int first = 1;
  while (first < argc && sv_starts_with(argv[first], "--lang"))
    first += strcmp(argv[first], "--lang") == 0 ? 2 : 1;
  if (first >= argc) {
    sv_help_program(first > 1 && argc > 1 ? stdout : stderr);
    return SV_EXIT_USAGE;
  }
  return printed(dispatch(argc - first + 1, argv + first - 1));
}
