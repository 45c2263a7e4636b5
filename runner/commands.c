// SPDX-License-Identifier: Apache-2.0
/* The table of subcommands, in the order --help shows them. */
#include "runner/commands.h"

const struct sv_command *const sv_commands[] = {
  &sv_command_check,
  &sv_command_run,
  &sv_command_demo,
  &sv_command_doctor,
  &sv_command_plan,
  &sv_command_init,
  &sv_command_explain,
  &sv_command_list,
  &sv_command_validate,
  &sv_command_replay,
  &sv_command_report,
  &sv_command_diff,
  &sv_command_new,
  &sv_command_update,
  &sv_command_completion,
  NULL,
};
