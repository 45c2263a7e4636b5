// SPDX-License-Identifier: Apache-2.0
/* One session: files read and judged first, then the broker, the plugins, the plan, the checks, and
 * the run filled from all of them. What can be wrong in the configuration is found before anything
 * is sent. */
#include "runner/session.h"

#include "config.h"

#include "engines/base/date.h"
#include "engines/base/lang.h"
#include "runner/answers.h"
#include "runner/blocked.h"
#include "runner/broker.h"
#include "runner/fill.h"
#include "runner/paths.h"
#include "runner/reach.h"
#include "runner/renumber.h"
#include "runner/schedule.h"
#include "runner/waivers.h"
#include "runner/warn.h"
#include "runner/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct session {
  const struct sv_session_options *o;
  struct sv_run *run;
  struct sv_error *err;
  struct sv_plugin_files files;
  struct sv_plugin_info *plugins;
  struct sv_subjects subjects;
  json_t *target;
  struct sv_waivers waivers;
  struct sv_answers answers;
  struct sv_broker *broker;
  struct sv_events *events;
  struct sv_schedule *schedule;
  struct sv_plan plan;
  json_t *parameters; /* the profile's, and the seed */
  int64_t now_ms;
};

static enum sv_status require_isolation(const struct session *s)
{
  const struct sv_isolation here = sv_isolation_here();
  if (!s->o->require_isolation || (here.landlock > 0 && here.seccomp))
    return SV_OK;
  return sv_fail(s->err, SV_DENIED,
                 "plugins cannot be locked in completely here: the kernel does not offer %s. "
                 "Without "
                 "--isolation=require samsvar runs all the same, and says so in the report",
                 here.landlock > 0 ? "seccomp filters" : "Landlock");
}

/* A root without the system call wall trusts only what was installed with it. */
static void refuse_outsiders(const struct session *s)
{
  const struct sv_isolation here = sv_isolation_here();
  if (SV_CAGE_SANITIZED || SV_CAGE_COVERED || here.seccomp || geteuid() != 0)
    return;
  for (size_t i = 0; i < s->files.count; i++) {
    struct sv_plugin_file *f = &s->files.items[i];
    if (!f->path || f->refused || strncmp(f->path, SV_PLUGIN_DIR "/", sizeof SV_PLUGIN_DIR) == 0)
      continue;
    f->refused = N_("The plugin is not loaded: you are root, the kernel has no seccomp filters, "
                    "and {detail} was "
                    "not installed with samsvar.");
    f->detail = f->path;
  }
}

/* Puts the target and the profile's name into the recording. */
static enum sv_status keep_set_up(struct session *s)
{
  const struct sv_session_options *o = s->o;
  json_t *made = o->target_text ? NULL : sv_target_public(o->target);
  char *text = o->target_text ? strdup(o->target_text)
               : made         ? json_dumps(made, JSON_INDENT(2))
                              : NULL;
  char *profile = NULL;
  const char *name = o->profile_name ? o->profile_name : o->profile->id;
  enum sv_status status = SV_NO_MEMORY;
  if (text && asprintf(&profile, "%s\n%s", name, o->profile->sha256) >= 0)
    status = sv_broker_keep(s->broker, SV_KEPT_TARGET, text, strlen(text));
  if (status == SV_OK)
    status = sv_broker_keep(s->broker, SV_KEPT_PROFILE, profile, strlen(profile));
  if (status == SV_OK)
    status = sv_settings_keep(s->broker, o->seed);
  if (status == SV_OK && s->answers.text)
    status = sv_broker_keep(s->broker, SV_KEPT_ANSWERS, s->answers.text, s->answers.size);
  free(profile);
  free(text);
  json_decref(made);
  return status;
}

/* The answers that the command line or the target names; a replay without them has those of its
 * recording. */
static enum sv_status read_answers(struct session *s)
{
  const struct sv_session_options *o = s->o;
  const char *path = o->answers ? o->answers : o->replay ? NULL : o->target->answers;
  return path ? sv_answers_read(path, o->catalogue, &s->run->arena, &s->answers, s->err) : SV_OK;
}

static enum sv_status recall_answers(struct session *s)
{
  size_t size = 0;
  const void *text =
      s->o->replay && !s->o->answers ? sv_broker_kept(s->broker, SV_KEPT_ANSWERS, &size) : NULL;
  const char *kept = text ? sv_arena_copy(&s->run->arena, text, size) : NULL;
  if (!text)
    return SV_OK;
  return kept ? sv_answers_parse(kept, size, SV_KEPT_ANSWERS, s->o->catalogue, &s->run->arena,
                                 &s->answers, s->err)
              : SV_NO_MEMORY;
}

static enum sv_status open_broker(struct session *s)
{
  const struct sv_session_options *o = s->o;
  const struct sv_broker_options b = { .target = o->target,
                                       .recording = o->recording,
                                       .replay = o->replay,
                                       .dry = o->dry,
                                       .allow_unsafe = o->allow_unsafe,
                                       .rate = o->rate,
                                       .concurrency = o->concurrency,
                                       .requests = o->requests,
                                       .timeout_ms = o->timeout_ms,
                                       .network = o->network,
                                       .cacert = o->cacert,
                                       .contact = o->contact,
                                       .proxy = o->proxy,
                                       .loopback_hosts = o->loopback_hosts };
  SV_TRY(sv_broker_open(&b, &s->broker, s->err));
  s->now_ms = sv_broker_now_ms(s->broker);
  const unsigned seed = o->seed || !o->replay ? o->seed : sv_settings_recall(s->broker);
  s->parameters = sv_settings_parameters(o->profile->parameters, seed);
  if (!s->parameters)
    return SV_NO_MEMORY;
  return o->replay ? recall_answers(s) : keep_set_up(s);
}

/* The day the run judges by, and the time that checks see: noon of --as-of, else the moment of the
 * run. */
static enum sv_status set_time(struct session *s, int64_t *now)
{
  int64_t days = 0;
  *now = s->now_ms / 1000;
  if (s->o->as_of) {
    if (!sv_date_parse(s->o->as_of, strlen(s->o->as_of), &days))
      return sv_fail(s->err, SV_INVALID, "--as-of: %s is no date such as 2026-06-30", s->o->as_of);
    *now = days * 86400 + 43200;
  }
  char text[21];
  sv_date_time_write(*now, text);
  s->run->as_of = sv_arena_copy(&s->run->arena, text, 10);
  return s->run->as_of ? SV_OK : SV_NO_MEMORY;
}

/* Whether checks may send what may change data: it is allowed, and nothing in production is
 * changed.
 */
static bool has_leave(const struct session *s)
{
  return sv_broker_is_unsafe(s->broker) && strcmp(s->o->target->environment, "production") != 0;
}

static enum sv_status open_schedule(struct session *s)
{
  const struct sv_session_options *o = s->o;
  int64_t now;
  SV_TRY(set_time(s, &now));
  if (json_object_set_new(s->target, "unsafe", json_boolean(has_leave(s))) != 0)
    return SV_NO_MEMORY;
  const struct sv_schedule_options so = { .arena = &s->run->arena,
                                          .catalogue = o->catalogue,
                                          .files = &s->files,
                                          .subjects = &s->subjects,
                                          .target = s->target,
                                          .parameters = s->parameters,
                                          .broker = s->broker,
                                          .now = now,
                                          .probe = sv_broker_probe(s->broker),
                                          .jobs = o->jobs,
                                          .check_timeout_ms = o->check_timeout_ms,
                                          .target_timeout_ms = o->target_timeout_ms,
                                          .replay = o->replay,
                                          .unsafe = has_leave(s),
                                          .take_signals = true,
                                          .observer = o->observer,
                                          .events = s->events };
  return sv_schedule_open(&so, &s->schedule, s->err);
}

/* Everything that can be wrong before a process is started. */
static enum sv_status prepare(struct session *s)
{
  const struct sv_session_options *o = s->o;
  struct sv_arena *a = &s->run->arena;
  SV_TRY(require_isolation(s));
  if (o->waivers)
    SV_TRY(sv_waivers_read(o->waivers, o->catalogue, a, &s->waivers, s->err));
  SV_TRY(read_answers(s));
  SV_TRY(sv_plugin_files_find(o->plugin_dirs, a, &s->files, s->err));
  refuse_outsiders(s);
  SV_TRY(sv_subjects_make(o->target, a, &s->subjects));
  s->target = sv_target_public(o->target);
  if (!s->target)
    return SV_NO_MEMORY;
  if (o->events)
    SV_TRY(sv_events_open(o->events, &s->events, s->err));
  sv_cage_parent();
  return SV_OK;
}

static void tell_planned(struct session *s)
{
  const struct sv_observer *ob = s->o->observer;
  struct sv_planned p = { .jobs = s->plan.count, .isolation = s->run->isolation };
  size_t last = SIZE_MAX;
  const struct sv_check_info *check = NULL;
  for (size_t i = 0; i < s->plan.count; i++) { /* sorted by plugin and check */
    p.plugins += s->plan.jobs[i].plugin != last;
    p.checks += s->plan.jobs[i].check != check;
    p.layer_jobs[s->plan.jobs[i].check->layer % 6]++;
    last = s->plan.jobs[i].plugin;
    check = s->plan.jobs[i].check;
  }
  p.documents = s->o->target->document_count;
  if (sv_plugin_warnings(&s->files, s->plugins, &s->run->arena, &p.warnings, &p.warning_count) !=
      SV_OK)
    p.warning_count = 0;
  sv_event_plan(s->events, p.jobs, p.isolation);
  if (ob && ob->planned)
    ob->planned(ob->closure, &p);
}

static enum sv_status tell_isolation(struct session *s)
{
  const struct sv_schedule_state state = sv_schedule_state(s->schedule);
  struct sv_buf text = SV_BUF(256);
  const enum sv_status status = sv_isolation_text(&state.isolation, &text);
  s->run->isolation = status == SV_OK ? sv_arena_strdup(&s->run->arena, sv_buf_text(&text)) : NULL;
  sv_buf_free(&text);
  return s->run->isolation ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status plan(struct session *s)
{
  const struct sv_session_options *o = s->o;
  SV_TRY(sv_schedule_describe(s->schedule, &s->plugins, s->err));
  SV_TRY(tell_isolation(s));
  const struct sv_plan_input in = {
    .profile = o->profile,
    .plugins = s->plugins,
    .plugin_count = s->files.count,
    .subjects = &s->subjects,
    .choice = { .only = o->only,
                .skip = o->skip,
                .layers = o->layers,
                .allow_unsafe = sv_broker_is_unsafe(s->broker) },
  };
  SV_TRY(sv_plan_make(&in, &s->run->arena, &s->plan, s->err));
  tell_planned(s);
  SV_TRY(sv_schedule_documents(s->schedule, o->target, o->profile));
  return sv_schedule_lists(s->schedule, o->vocabularies, s->err);
}

/* A plugin that could not be used leaves a mark among the results: nobody knows what it would have
 * judged. */
static enum sv_status add_lost_plugins(struct session *s)
{
  struct sv_run *run = s->run;
  struct sv_result *all =
      sv_arena_calloc(&run->arena, s->plan.count + s->files.count + 1, sizeof *all);
  if (!all)
    return SV_NO_MEMORY;
  if (run->result_count)
    memcpy(all, run->results, run->result_count * sizeof *all);
  run->results = all;
  for (size_t i = 0; i < s->files.count; i++) {
    if (!s->plugins[i].problem || s->plugins[i].check_count)
      continue;
    struct sv_result *r = sv_plugin_lost(&run->arena, &s->plugins[i]);
    if (!r)
      return SV_NO_MEMORY;
    run->results[run->result_count++] = *r;
  }
  return SV_OK;
}

static enum sv_status run_checks(struct session *s)
{
  struct sv_run *run = s->run;
  SV_TRY(sv_schedule_run(s->schedule, &s->plan, &run->results, s->err));
  run->result_count = s->plan.count;
  SV_TRY(add_lost_plugins(s));
  run->facts = sv_schedule_facts(s->schedule, &run->fact_count);
  sv_schedule_stop(s->schedule);
  const struct sv_schedule_state state = sv_schedule_state(s->schedule);
  run->events.interrupted = state.interrupted;
  run->events.internal |= state.internal;
  run->partial = state.interrupted || sv_broker_counts(s->broker).torn;
  if (!s->o->asked)
    return SV_OK;
  size_t count = 0;
  const struct sv_exchange *const *all = sv_broker_exchanges(s->broker, &count);
  return s->o->asked(s->o->asked_closure, run, all, count);
}

static int64_t last_moment(const struct session *s)
{
  if (!s->o->replay) {
    struct timespec t;
    (void)clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
  }
  size_t count;
  int64_t last = s->now_ms;
  const struct sv_exchange *const *all = sv_broker_exchanges(s->broker, &count);
  for (size_t i = 0; i < count; i++) {
    const int64_t end = all[i]->answer.started_ms + all[i]->answer.duration_ms;
    last = end > last ? end : last;
  }
  return last;
}

static enum sv_status fill_profile(struct session *s)
{
  const struct sv_session_options *o = s->o;
  struct sv_run *run = s->run;
  size_t given = 0;
  while (o->tailoring && o->tailoring[given])
    given++;
  const char **list =
      sv_arena_calloc(&run->arena, given + s->plan.tailoring_count + 1, sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < s->plan.tailoring_count; i++)
    list[run->profile.tailoring_count++] = s->plan.tailoring[i];
  for (size_t i = 0; i < given; i++)
    list[run->profile.tailoring_count++] = o->tailoring[i];
  run->profile.tailoring = list;
  run->profile.id = o->profile->id;
  run->profile.version = o->profile->version;
  run->profile.sha256 = o->profile->sha256;
  run->profile.title = o->profile->title;
  run->profile.gate = o->gate ? *o->gate : o->profile->gate;
  memcpy(run->profile.maturity, o->profile->maturity, sizeof run->profile.maturity);
  return SV_OK;
}

static enum sv_status fill(struct session *s)
{
  struct sv_run *run = s->run;
  SV_TRY(fill_profile(s));
  SV_TRY(sv_fill_target(run, s->o->target));
  SV_TRY(sv_fill_plugins(run, s->plugins, s->files.count));
  SV_TRY(sv_fill_requirements(run, &s->plan, s->plugins, s->files.count));
  SV_TRY(sv_fill_exchanges(run, s->broker, s->o->target));
  SV_TRY(sv_renumber(run));
  SV_TRY(sv_fill_id(run, s->broker, s->o->profile->sha256, s->now_ms, s->o->replay));
  const struct sv_broker_counts counts = sv_broker_counts(s->broker);
  run->requests_sent = counts.sent;
  run->requests_bytes = counts.bytes;
  run->requests_shared = counts.shared;
  run->masked = counts.masked;
  run->events.internal |= counts.lost;
  run->version = PACKAGE_VERSION;
  run->assertor = s->o->assertor ? s->o->assertor : "self";
  run->language = s->o->language ? s->o->language : sv_lang_name(sv_lang_used());
  run->started = sv_time_text(&run->arena, s->now_ms);
  run->finished = sv_time_text(&run->arena, last_moment(s));
  if (!run->started || !run->finished)
    return SV_NO_MEMORY;
  sv_reach_judge(run, s->o->replay);
  return SV_OK;
}

/* The verdict, and what its reports need of profile and target: those may be gone before the
 * reports are written. */
static enum sv_status conclude(struct session *s)
{
  SV_TRY(sv_answers_apply(&s->answers, s->run));
  SV_TRY(sv_blocked_mark(s->run));
  sv_waivers_apply(&s->waivers, s->run);
  SV_TRY(sv_verdict_compute(s->run));
  if (s->o->baseline)
    SV_TRY(sv_diff_make(s->run, s->o->baseline, s->o->baseline_sha256));
  return sv_waivers_unused(&s->waivers, s->run);
}

static enum sv_status close_all(struct session *s, enum sv_status status)
{
  enum sv_status last = SV_OK;
  sv_schedule_free(s->schedule);
  if (s->broker)
    last = sv_broker_close(s->broker, s->err);
  const enum sv_status events = sv_events_close(s->events, s->err);
  sv_subjects_free(&s->subjects);
  json_decref(s->target);
  json_decref(s->parameters);
  if (status != SV_OK)
    return status;
  if (last == SV_OK && events == SV_OK)
    return SV_OK;
  /* The run is whole; what could not be written beside it makes the exit code 5. */
  s->run->events.internal = true;
  if (s->o->observer && s->o->observer->log)
    s->o->observer->log(s->o->observer->closure, SV_WARNING, "samsvar", NULL, s->err->text);
  return sv_verdict_compute(s->run);
}

enum sv_status sv_session_run(const struct sv_session_options *options, struct sv_run *out,
                              struct sv_error *err)
{
  *out = (struct sv_run){ 0 };
  struct session s = { .o = options, .run = out, .err = err };
  enum sv_status status = prepare(&s);
  if (status == SV_OK)
    status = open_broker(&s);
  if (status == SV_OK) /* while the net process makes itself ready */
    status = sv_plugin_files_digest(&s.files, &out->arena);
  if (status == SV_OK)
    status = open_schedule(&s);
  if (status == SV_OK)
    status = plan(&s);
  if (status == SV_OK)
    status = run_checks(&s);
  if (status == SV_OK)
    status = fill(&s);
  if (status == SV_OK)
    status = conclude(&s);
  return close_all(&s, status);
}
