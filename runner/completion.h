// SPDX-License-Identifier: Apache-2.0
/* Completion scripts for shells, made from the same tables as --help and the manual pages. */
#ifndef SV_RUNNER_COMPLETION_H
#define SV_RUNNER_COMPLETION_H

#include "runner/command.h"

/* Where the values of an option or an operand come from. */
enum sv_source {
  SV_SOURCE_NONE = 0,
  SV_SOURCE_WORDS, /* fixed words */
  SV_SOURCE_FILES,
  SV_SOURCE_FOLDERS,
  SV_SOURCE_PROFILES, /* asked of the program when the user asks */
  SV_SOURCE_IDS,
  SV_SOURCE_BREAKS
};

struct sv_values {
  enum sv_source source;
  char words[512]; /* separated by blanks; SV_SOURCE_WORDS alone has them */
};

/* The values that option O takes. */
void sv_values_of_option(const struct sv_option *o, struct sv_values *v);
/* The values that C takes as its first operand, and as those after it. */
void sv_values_of_operands(const struct sv_command *c, struct sv_values *first,
                           struct sv_values *rest);
/* "profiles", "ids", "breaks": the word by which a script asks for them; NULL: no such source. */
const char *sv_source_word(enum sv_source source);

/* Print the script for one shell, with descriptions in the language in use. */
void sv_completion_bash(FILE *out);
void sv_completion_zsh(FILE *out);
void sv_completion_fish(FILE *out);

/* Prints the script for SHELL; false: there is none for it. */
bool sv_completion_print(const char *shell, FILE *out);

#endif
