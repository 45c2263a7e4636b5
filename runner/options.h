// SPDX-License-Identifier: Apache-2.0
/* Options as data: one table a command says what it takes; parsing, --help, the environment and the manual page all
 * come from it. Every option NAME may also be set by SAMSVAR_NAME. */
#ifndef SV_RUNNER_OPTIONS_H
#define SV_RUNNER_OPTIONS_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>

enum sv_option_kind {
  SV_OPTION_END = 0,
  SV_OPTION_FLAG,   /* bool */
  SV_OPTION_STRING, /* const char * */
  SV_OPTION_LIST,   /* struct sv_list; may be given several times, and items may be separated by commas */
  SV_OPTION_FILES,  /* struct sv_list; may be given several times, one item each: names may hold commas */
  SV_OPTION_UINT    /* unsigned */
};

enum sv_option_group { SV_WHAT = 1, SV_HOW, SV_NET, SV_LOGIN, SV_RESULT, SV_LOOK };

struct sv_option {
  const char *name;     /* without the dashes */
  char letter;          /* 0: none */
  enum sv_option_kind kind;
  size_t offset;        /* of the value in the command's own struct */
  const char *argument; /* its name in --help; NULL for flags */
  const char *choices;  /* "must|should": the only values; NULL: any */
  unsigned most;        /* of a number; 0: no limit but that of unsigned */
  enum sv_option_group group;
  const char *help; /* msgid */
};

struct sv_list {
  const char **items; /* in the arena of the operands, or borrowed from argv */
  size_t count;
};

struct sv_operands {
  char **items;
  size_t count;
  struct sv_arena *arena; /* owns what is read of the command line: set by the caller */
};

/* Fills VALUES from the environment and then ARGV (argv[0] is skipped). --lang is accepted everywhere and left to
 * main(). *HELP is set by --help. SV_INVALID with a sentence, and a did-you-mean, in ERR. */
enum sv_status sv_options_parse(const struct sv_option *table, int argc, char **argv, void *values,
                                struct sv_operands *operands, bool *help, struct sv_error *err) SV_MUST_USE;

/* Whether LIST has ITEM. */
bool sv_list_has(const struct sv_list *list, const char *item);

#endif
