// SPDX-License-Identifier: Apache-2.0
/* Every subcommand's constant. */
#ifndef SV_RUNNER_COMMANDS_H
#define SV_RUNNER_COMMANDS_H

#include "runner/command.h"

extern const struct sv_command sv_command_check;
extern const struct sv_command sv_command_completion;
extern const struct sv_command sv_command_demo;
extern const struct sv_command sv_command_diff;
extern const struct sv_command sv_command_doctor;
extern const struct sv_command sv_command_explain;
extern const struct sv_command sv_command_init;
extern const struct sv_command sv_command_list;
extern const struct sv_command sv_command_new;
extern const struct sv_command sv_command_plan;
extern const struct sv_command sv_command_replay;
extern const struct sv_command sv_command_report;
extern const struct sv_command sv_command_update;
extern const struct sv_command sv_command_validate;
extern const struct sv_command sv_command_run;

#endif
