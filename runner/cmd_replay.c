// SPDX-License-Identifier: Apache-2.0
/* samsvar replay: a recording judged again, without any network process. */
#include "runner/commands.h"

#include "engines/base/ascii.h"
#include "runner/broker.h"
#include "runner/judge.h"
#include "runner/session.h"

#include <stdio.h>
#include <string.h>

static int run(int argc, char **argv);

static const char *const examples[] = {
  "samsvar replay samsvar-report/recording",
  N_("judge the last run again; the same bytes come out"),
  "samsvar replay old/recording -p api-provider -o again",
  N_("judge an older recording by another profile"),
  NULL,
};

const struct sv_command sv_command_replay = {
  .name = "replay",
  .operands = "DIR [-p PROFILE] [-o DIR]",
  .summary = N_("judge a recording again, without network"),
  .examples = examples,
  .options = sv_replay_table,
  .run = run,
};

/* What the recording says of its run: the target as text, and the profile's name and digest. */
struct kept {
  struct sv_arena arena;
  const char *target, *profile, *sha256;
  size_t target_size;
};

static enum sv_status read_kept(const char *dir, struct kept *k, struct sv_error *err)
{
  struct sv_broker *broker;
  SV_TRY(sv_broker_open(&(struct sv_broker_options){ .recording = dir, .replay = true }, &broker, err));
  size_t size;
  const char *target = sv_broker_kept(broker, SV_KEPT_TARGET, &k->target_size);
  const char *profile = sv_broker_kept(broker, SV_KEPT_PROFILE, &size);
  enum sv_status status = SV_OK;
  if (!target || !profile || !memchr(profile, '\n', size))
    status = sv_fail_at(err, SV_INVALID, dir, 0, 0, "the recording does not say what was tested and by which profile");
  if (status == SV_OK) {
    const size_t name = (size_t)((const char *)memchr(profile, '\n', size) - profile);
    k->target = sv_arena_copy(&k->arena, target, k->target_size);
    k->profile = sv_arena_copy(&k->arena, profile, name);
    k->sha256 = sv_arena_copy(&k->arena, profile + name + 1, size - name - 1);
    status = k->target && k->profile && k->sha256 ? SV_OK : SV_NO_MEMORY;
  }
  struct sv_error ignored = { 0 };
  const enum sv_status closed = sv_broker_close(broker, &ignored);
  return status == SV_OK ? closed : status;
}

static int replay(const struct sv_run_options *o, const char *dir)
{
  struct sv_error err = { 0 };
  struct sv_target target = { 0 };
  struct kept k = { .arena = SV_ARENA(64 << 20) };
  enum sv_status status = sv_judge_check(o, &err);
  if (status == SV_OK)
    status = read_kept(dir, &k, &err);
  if (status == SV_OK)
    status = sv_target_parse(k.target, k.target_size, dir, dir, &target, &err);
  int code;
  if (status == SV_OK)
    code = sv_judge(&(struct sv_judgement){ .options = o,
                                            .target = &target,
                                            .target_text = k.target,
                                            .profile = k.profile,
                                            .profile_sha256 = k.sha256,
                                            .replay = dir,
                                            .again = "samsvar replay" });
  else
    code = sv_judge_refuse(status == SV_IO || status == SV_NOT_FOUND ? SV_INVALID : status, &err);
  sv_target_free(&target);
  sv_arena_free(&k.arena);
  return code;
}

static int run(int argc, char **argv)
{
  struct sv_run_options o = { 0 };
  struct sv_operands operands;
  const int end = sv_command_begin(&sv_command_replay, argc, argv, &o, &operands);
  if (end >= 0)
    return end;
  if (operands.count == 1)
    return replay(&o, operands.items[0]);
  struct sv_error err = { 0 };
  (void)sv_fail(&err, SV_INVALID, "replay takes one folder, the recording of a run");
  return sv_judge_refuse(SV_INVALID, &err);
}
