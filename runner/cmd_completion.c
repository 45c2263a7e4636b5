// SPDX-License-Identifier: Apache-2.0
/* samsvar completion: the script that lets a shell complete commands, options and values. */
#include "runner/commands.h"

#include "runner/completion.h"
#include "runner/say.h"

static const char *const examples[] = {
  "source <(samsvar completion bash)",
  N_("in this shell, now"),
  "samsvar completion zsh >~/.zfunc/_samsvar",
  N_("for good, in a folder of fpath"),
  "samsvar completion fish >~/.config/fish/completions/samsvar.fish",
  N_("for good"),
  NULL,
};

static const struct sv_option table[] = {
  { .kind = SV_OPTION_END },
};

static int run(struct sv_arena *arena, int argc, char **argv);

const struct sv_command sv_command_completion = {
  .name = "completion",
  .operands = "bash|zsh|fish",
  .summary = N_("print the completion script of a shell"),
  .examples = examples,
  .options = table,
  .run = run,
};

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_operands operands = { .arena = arena };
  const int ended = sv_command_begin(&sv_command_completion, argc, argv, NULL, &operands);
  if (ended >= 0)
    return ended;
  if (operands.count != 1 || !sv_completion_print(operands.items[0], stdout)) {
    sv_say(stderr, N_("samsvar: completion takes one of bash, zsh, fish.\n"), NULL);
    return SV_EXIT_USAGE;
  }
  return SV_EXIT_CONFORMS;
}
