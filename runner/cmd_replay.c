// SPDX-License-Identifier: Apache-2.0
/* samsvar replay: a recording judged again, without any network process. */
#include "runner/commands.h"

#include "engines/base/ascii.h"
#include "runner/broker.h"
#include "runner/judge.h"
#include "runner/session.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int run(struct sv_arena *arena, int argc, char **argv);

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
  SV_TRY(sv_broker_open(&(struct sv_broker_options){ .recording = dir, .replay = true }, &broker,
                        err));
  size_t size;
  const char *target = sv_broker_kept(broker, SV_KEPT_TARGET, &k->target_size);
  const char *profile = sv_broker_kept(broker, SV_KEPT_PROFILE, &size);
  enum sv_status status = SV_OK;
  if (!target || !profile || !memchr(profile, '\n', size))
    status = sv_fail_at(err, SV_INVALID, dir, 0, 0,
                        sv_broker_counts(broker).torn ? N_("the run was stopped before it asked "
                                                           "for anything; there is nothing to "
                                                           "judge")
                                                      : N_("the recording does not say what was "
                                                           "tested and by which profile"));
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

/* The recording hid what stood after "token" and the like, even though it was a reference only. A
 * replay sends nothing, so any reference will do. NULL when nothing was hidden, or TEXT is no JSON:
 * then it is read as it stands. */
static char *with_references(const char *text, size_t size)
{
  static const char *const members[] = { "token", "password", "key" };
  bool changed = false;
  json_t *target = json_loadb(text, size, 0, NULL);
  const char *name;
  json_t *credential;
  json_object_foreach(json_object_get(target, "credentials"), name, credential)
  {
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
      const char *value = json_string_value(json_object_get(credential, members[i]));
      if (!value || sv_starts_with(value, "env:") || sv_starts_with(value, "file:") ||
          sv_starts_with(value, "cmd:"))
        continue;
      changed |= json_object_set_new(credential, members[i], json_string("env:HIDDEN")) == 0;
    }
  }
  char *out = changed ? json_dumps(target, JSON_INDENT(2)) : NULL;
  json_decref(target);
  return out;
}

static int replay(const struct sv_run_options *o, const char *dir)
{
  struct sv_error err = { 0 };
  struct sv_target target = { 0 };
  struct kept k = { .arena = SV_ARENA(64 << 20) };
  enum sv_status status = sv_judge_check(o, &err);
  if (status == SV_OK)
    status = read_kept(dir, &k, &err);
  char *text = status == SV_OK ? with_references(k.target, k.target_size) : NULL;
  if (status == SV_OK)
    status = sv_target_parse(text ? text : k.target, text ? strlen(text) : k.target_size, dir, dir,
                             &target, &err);
  int code;
  if (status == SV_OK)
    code = sv_judge(&(struct sv_judgement){ .options = o,
                                            .target = &target,
                                            .target_text = k.target,
                                            .profile = k.profile,
                                            .profile_sha256 = k.sha256,
                                            .replay = dir,
                                            .command = "replay" });
  else
    code = sv_judge_refuse(status == SV_IO || status == SV_NOT_FOUND ? SV_INVALID : status, &err);
  free(text);
  sv_target_free(&target);
  sv_arena_free(&k.arena);
  return code;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_run_options o = { 0 };
  struct sv_operands operands = { .arena = arena };
  const int end = sv_command_begin(&sv_command_replay, argc, argv, &o, &operands);
  if (end >= 0)
    return end;
  if (operands.count == 1)
    return replay(&o, operands.items[0]);
  struct sv_error err = { 0 };
  (void)sv_fail(&err, SV_INVALID, "replay takes one folder, the recording of a run");
  return sv_judge_refuse(SV_INVALID, &err);
}
