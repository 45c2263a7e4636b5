// SPDX-License-Identifier: Apache-2.0
/* samsvar run: a profile against the target that a file describes. */
#include "runner/commands.h"

#include "engines/base/file.h"
#include "runner/choose.h"
#include "runner/judge.h"
#include "runner/manners.h"

static int run(struct sv_arena *arena, int argc, char **argv);

static const char *const examples[] = {
  "samsvar run",
  N_("judge what samsvar.json describes, by the profile it names"),
  "samsvar run -p api-provider -t service.json -o out",
  N_("another profile, target and folder"),
  "samsvar run --only TEC-TRA --fail-on should",
  N_("one family of requirements, warnings count"),
  NULL,
};

const struct sv_command sv_command_run = {
  .name = "run",
  .operands = "[-p PROFILE] [-t TARGET.json] [-o DIR]",
  .summary = N_("judge the service that samsvar.json describes"),
  .examples = examples,
  .options = sv_run_table,
  .run = run,
};

enum { TARGET_MAX = 4 << 20 };

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_run_options o = { 0 };
  struct sv_operands operands = { .arena = arena };
  struct sv_error err = { 0 };
  const int end = sv_command_begin(&sv_command_run, argc, argv, &o, &operands);
  if (end >= 0)
    return end;
  if (operands.count) {
    (void)sv_fail(&err, SV_INVALID, "\"%s\" is one word too many: the target is given with -t, an address is for "
                                    "samsvar check",
                  operands.items[0]);
    return sv_judge_refuse(SV_INVALID, &err);
  }
  struct sv_target target = { 0 };
  struct sv_buf text = SV_BUF(TARGET_MAX);
  const char *path = o.target ? o.target : "samsvar.json";
  enum sv_status status = sv_target_read(path, &target, &err);
  if (status == SV_OK)
    status = sv_file_read(path, &text, &err);
  if (status == SV_OK)
    status = sv_judge_check(&o, &err);
  unsigned wish = 0;
  if (status == SV_OK)
    status = sv_manners_look(&o, &target, &wish, &err);
  o.rate = sv_manners_rate(o.rate ? o.rate : target.limits.rate, wish);
  int code;
  if (status == SV_OK)
    code = sv_judge(&(struct sv_judgement){
      .options = &o,
      .target = &target,
      .target_text = sv_buf_text(&text),
      .profile = sv_profile_for(&target, NULL),
      .command = "run" });
  else
    code = status == SV_NO_MEMORY ? sv_judge_refuse(SV_NO_MEMORY, &err) : sv_judge_refuse(SV_INVALID, &err);
  sv_buf_free(&text);
  sv_target_free(&target);
  return code;
}
