// SPDX-License-Identifier: Apache-2.0
/* The table of subcommands, in the order --help shows them. */
#include "runner/commands.h"

const struct sv_command *const sv_commands[] = {
  &sv_command_list,
  &sv_command_explain,
  &sv_command_init,
  &sv_command_new,
  &sv_command_report,
  &sv_command_validate,
  NULL,
};
