// SPDX-License-Identifier: Apache-2.0
/* The loop: one poll over workers, broker and signals; when it turns, everything that can be done
 * is done. */
#include "runner/lane.h"

#include "engines/base/why.h"

#include "runner/paths.h"

#include <errno.h>
#include <link.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

enum {
  LANES_MOST = 64,
  POLLED_MOST = 1 + 2 + 3 * LANES_MOST,
  TICK_MS = 250,
  CHECK_MS = 60000,
  TARGET_MS = 15 * 60000,
  WORKER_MEMORY = 512 << 20,
  JOBS_DEFAULT_MOST = 8,
  READ_MOST = 64
};

static const char interrupted[] = N_("The run was interrupted before this check was done.");
static const char out_of_time[] = N_("The time for the whole target was used up before this check "
                                     "was done.");
static const char net_lost[] = N_("The process for the network was lost twice, so the run ended "
                                  "early.");

int64_t sv_clock_ms(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t); /* cannot fail for this clock */
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- what workers may read */

struct libraries {
  struct sv_arena *arena;
  const char **list;
  size_t count;
  bool failed;
};

static void add_folder(struct libraries *l, const char *path)
{
  for (size_t i = 0; i < l->count; i++)
    if (path && strcmp(l->list[i], path) == 0)
      return;
  if (path && l->count < READ_MOST)
    l->list[l->count++] = path;
  l->failed |= !path;
}

/* The folder of every library this process has loaded: a worker's plugins will want the same. */
static int see_library(struct dl_phdr_info *info, size_t size, void *closure)
{
  (void)size;
  struct libraries *l = closure;
  const char *slash = info->dlpi_name ? strrchr(info->dlpi_name, '/') : NULL;
  if (slash && info->dlpi_name[0] == '/' && slash > info->dlpi_name)
    add_folder(l, sv_arena_copy(l->arena, info->dlpi_name, (size_t)(slash - info->dlpi_name)));
  return 0;
}

static const char *folder_of(struct sv_arena *a, const char *path)
{
  const char *slash = strrchr(path, '/');
  return sv_arena_copy(a, path, slash ? (size_t)(slash - path) : 0);
}

static const char *const *readable(struct sv_schedule *s)
{
  static const char *const always[] = { "/lib",
                                        "/lib64",
                                        "/usr/lib",
                                        "/usr/lib64",
                                        "/usr/local/lib",
                                        "/usr/share/zoneinfo",
                                        "/etc/ld.so.cache",
                                        "/dev/null",
                                        "/dev/urandom" };
  struct sv_arena *a = s->o.arena;
  struct libraries l = { .arena = a, .list = sv_arena_calloc(a, READ_MOST + 1, sizeof *l.list) };
  if (!l.list)
    return NULL;
  for (size_t i = 0; i < sizeof always / sizeof always[0]; i++)
    add_folder(&l, always[i]);
  if (SV_CAGE_SANITIZED) /* the leak checker walks its own process */
    add_folder(&l, "/proc");
  add_folder(&l, sv_arena_printf(a, "%s/plugins", sv_path_data()));
  add_folder(&l, sv_arena_printf(a, "%s/profiles", sv_path_data()));
  (void)dl_iterate_phdr(see_library, &l);
  for (size_t i = 0; i < s->o.files->count; i++)
    if (s->o.files->items[i].path && !s->o.files->items[i].refused)
      add_folder(&l, folder_of(a, s->o.files->items[i].path));
  return l.failed ? NULL : l.list;
}

/* --- opening and closing */

static enum sv_status hold_signals(struct sv_schedule *s)
{
  sigset_t set;
  (void)sigemptyset(&set);
  (void)sigaddset(&set, SIGINT);
  (void)sigaddset(&set, SIGTERM);
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0)
    return SV_INTERNAL;
  s->signals_held = true;
  s->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  return s->signals < 0 ? SV_INTERNAL : SV_OK;
}

/* The second Ctrl-C works at once. */
static void release_signals(struct sv_schedule *s)
{
  if (s->signals >= 0)
    (void)close(s->signals);
  s->signals = -1;
  if (!s->signals_held)
    return;
  sigset_t set;
  (void)sigemptyset(&set);
  (void)sigaddset(&set, SIGINT);
  (void)sigaddset(&set, SIGTERM);
  (void)sigprocmask(SIG_UNBLOCK, &set, NULL);
  s->signals_held = false;
}

static unsigned default_jobs(void)
{
  const long cores = sysconf(_SC_NPROCESSORS_ONLN);
  return cores < 1 ? 1 : cores > JOBS_DEFAULT_MOST ? JOBS_DEFAULT_MOST : (unsigned)cores;
}

static enum sv_status make_lanes(struct sv_schedule *s)
{
  const size_t n = s->o.files->count;
  struct sv_arena *a = s->o.arena;
  s->lanes = calloc(n + 1, sizeof *s->lanes);
  s->plugins = sv_arena_calloc(a, n + 1, sizeof *s->plugins);
  if (!s->lanes || !s->plugins || n > LANES_MOST)
    return SV_NO_MEMORY;
  s->lane_count = n;
  for (size_t i = 0; i < n; i++) {
    const struct sv_plugin_file *f = &s->o.files->items[i];
    s->plugins[i] = (struct sv_plugin_info){ .name = f->name,
                                             .path = f->path ? f->path : "",
                                             .sha256 = f->sha256,
                                             .version = "",
                                             .licence = "",
                                             .summary = "",
                                             .problem = f->refused,
                                             .detail = f->detail };
    struct sv_lane *l = &s->lanes[i];
    *l = (struct sv_lane){ .schedule = s, .index = i, .file = f, .info = &s->plugins[i] };
    l->hand = (struct sv_hand){ .pidfd = -1, .socket = -1, .capture = -1, .owner = l };
    if (f->refused) {
      l->state = SV_LANE_CLOSED;
      s->state.internal = true;
    }
  }
  return SV_OK;
}

enum sv_status sv_schedule_open(const struct sv_schedule_options *o, struct sv_schedule **out,
                                struct sv_error *err)
{
  struct sv_schedule *s = calloc(1, sizeof *s);
  if (!s)
    return SV_NO_MEMORY;
  *out = s;
  s->o = *o;
  s->signals = -1;
  s->family_count = sv_hand_children(s->family, sizeof s->family / sizeof s->family[0]);
  s->opened_ms = s->started_ms = s->ticked_ms = sv_clock_ms();
  s->o.jobs = o->jobs ? o->jobs : default_jobs();
  s->o.check_timeout_ms = o->check_timeout_ms ? o->check_timeout_ms : CHECK_MS;
  s->o.target_timeout_ms = o->target_timeout_ms ? o->target_timeout_ms : TARGET_MS;
  s->cage = (struct sv_cage){ .read = readable(s),
                              .cpu_seconds = s->o.target_timeout_ms / 1000 + 5,
                              .memory = WORKER_MEMORY };
  s->world = (struct sv_case_world){
    .arena = o->arena,
    .broker = o->broker,
    .internal = &s->state.internal,
    .replay = o->replay,
    .unsafe = o->unsafe,
  };
  if (!SV_CAGE_COVERED && !SV_CAGE_SANITIZED) /* without one, each worker tries again and says so */
    (void)sv_seccomp_make(o->arena, &s->cage.wall);
  SV_TRY(s->cage.read ? make_lanes(s) : SV_NO_MEMORY);
  return o->take_signals && hold_signals(s) != SV_OK
             ? sv_fail(err, SV_INTERNAL, "signals cannot be taken: %s", sv_why(errno))
             : SV_OK;
}

void sv_schedule_free(struct sv_schedule *s)
{
  if (!s)
    return;
  for (size_t i = 0; i < s->lane_count; i++) {
    struct sv_lane *l = &s->lanes[i];
    (void)sv_hand_bury(&l->hand, s->o.broker, true);
    sv_frames_free(&l->hand.in);
    sv_buf_free(&l->hand.out);
    sv_case_close(&l->now);
  }
  release_signals(s);
  sv_arena_free(&s->document_arena);
  free(s->facts);
  free(s->known);
  free(s->done);
  free(s->lanes);
  free(s);
}

struct sv_schedule_state sv_schedule_state(const struct sv_schedule *s)
{
  return s->state;
}

/* --- the loop */

struct polled {
  struct pollfd p[POLLED_MOST];
  size_t count;
  size_t broker, broker_count;
  size_t lane[LANES_MOST]; /* index of the first of three */
};

static void gather(struct sv_schedule *s, struct polled *w, int *timeout)
{
  w->p[0] = (struct pollfd){ .fd = s->signals, .events = POLLIN };
  w->count = w->broker = 1;
  w->broker_count = s->o.broker ? sv_broker_poll(s->o.broker, &w->p[1], timeout) : 0;
  w->count += w->broker_count;
  const int64_t now = sv_clock_ms();
  for (size_t i = 0; i < s->lane_count; i++) {
    struct sv_lane *l = &s->lanes[i];
    w->lane[i] = w->count;
    if (!l->hand.pid)
      continue;
    const short out = sv_hand_has_output(&l->hand) ? POLLOUT : 0;
    w->p[w->count++] = (struct pollfd){ .fd = l->hand.socket, .events = (short)(POLLIN | out) };
    w->p[w->count++] = (struct pollfd){ .fd = l->hand.capture, .events = POLLIN };
    w->p[w->count++] = (struct pollfd){ .fd = l->hand.pidfd, .events = POLLIN };
    const int64_t left = sv_lane_deadline(l, now);
    if (left >= 0 && left < *timeout)
      *timeout = (int)left;
  }
}

static void hear_signal(struct sv_schedule *s)
{
  struct signalfd_siginfo info;
  if (s->signals < 0 || read(s->signals, &info, sizeof info) != (ssize_t)sizeof info)
    return;
  s->state.interrupted = true;
  release_signals(s);
}

static void serve_lane(struct sv_lane *l, const struct pollfd *p)
{
  if (p[1].revents)
    sv_hand_listen(&l->hand);
  if (p[0].revents & (POLLIN | POLLHUP | POLLERR))
    sv_lane_hear(l);
  /* A worker may be gone while an orphan of it holds the socket: what it said has been heard, the
   * rest is its end. */
  if (l->hand.pid && (p[2].revents & POLLIN) && !(p[0].revents & POLLIN))
    sv_lane_ended(l);
}

static void flush_lane(struct sv_lane *l)
{
  if (l->hand.pid && sv_hand_flush(&l->hand) != SV_OK)
    sv_lane_ended(l);
}

static void judge_time(struct sv_schedule *s)
{
  const int64_t now = sv_clock_ms();
  for (size_t i = 0; i < s->lane_count; i++)
    if (s->lanes[i].hand.pid && sv_lane_deadline(&s->lanes[i], now) == 0)
      sv_lane_late(&s->lanes[i]);
}

/* The check that has run longest. */
static void tick(struct sv_schedule *s)
{
  const int64_t now = sv_clock_ms();
  struct sv_progress *p = &s->progress;
  if (!s->o.observer || !s->o.observer->tick || now - s->ticked_ms < TICK_MS)
    return;
  s->ticked_ms = now;
  const struct sv_lane *longest = NULL;
  p->running = 0;
  for (size_t i = 0; i < s->lane_count; i++) {
    const struct sv_lane *l = &s->lanes[i];
    if (l->state != SV_LANE_CHECK)
      continue;
    p->running++;
    if (!longest || l->begun_ms < longest->begun_ms)
      longest = l;
  }
  p->check = longest ? longest->now.job->check->id : NULL;
  p->endpoint = longest ? longest->now.subject->id : NULL;
  p->elapsed_ms = (uint64_t)(now - s->opened_ms);
  p->requests = s->o.broker ? sv_broker_counts(s->o.broker).sent : 0;
  s->o.observer->tick(s->o.observer->closure, p);
}

/* One turn of the loop: waits at most MOST_MS, then does all there is to do. */
static enum sv_status take_turn(struct sv_schedule *s, int most_ms)
{
  struct polled w;
  int timeout = most_ms < TICK_MS ? most_ms : TICK_MS;
  gather(s, &w, &timeout);
  if (poll(w.p, w.count, timeout) < 0) {
    if (errno != EINTR)
      return SV_INTERNAL;
    for (size_t i = 0; i < w.count; i++)
      w.p[i].revents = 0;
  }
  if (w.p[0].revents)
    hear_signal(s);
  if (s->o.broker)
    sv_broker_pump(s->o.broker, &w.p[w.broker], w.broker_count);
  for (size_t i = 0; i < s->lane_count; i++)
    if (s->lanes[i].hand.pid && w.lane[i] + 2 < w.count &&
        w.p[w.lane[i]].fd == s->lanes[i].hand.socket)
      serve_lane(&s->lanes[i], &w.p[w.lane[i]]);
  for (size_t i = 0; i < s->lane_count; i++)
    flush_lane(&s->lanes[i]);
  judge_time(s);
  tick(s);
  return s->failed ? SV_NO_MEMORY : SV_OK;
}

/* --- phases */

static size_t count_state(const struct sv_schedule *s, enum sv_lane_state state)
{
  size_t n = 0;
  for (size_t i = 0; i < s->lane_count; i++)
    n += s->lanes[i].state == state ? 1 : 0;
  return n;
}

static void start_or_fault(struct sv_lane *l)
{
  struct sv_error err = { 0 };
  if (sv_lane_start(l, &err) != SV_OK)
    sv_lane_not_started(l, err.text);
}

enum sv_status sv_schedule_describe(struct sv_schedule *s, struct sv_plugin_info **plugins,
                                    struct sv_error *err)
{
  (void)err;
  size_t next = 0;
  while (!s->state.interrupted) {
    for (; next < s->lane_count && count_state(s, SV_LANE_LOADING) < s->o.jobs; next++)
      if (s->lanes[next].state == SV_LANE_OFF)
        start_or_fault(&s->lanes[next]);
    if (next == s->lane_count && count_state(s, SV_LANE_LOADING) == 0)
      break;
    SV_TRY(take_turn(s, TICK_MS));
  }
  SV_TRY(sv_tables_compare(s->plugins, s->lane_count, s->o.arena));
  for (size_t i = 0; i < s->lane_count; i++) {
    sv_event_plugin(s->o.events, &s->plugins[i]);
    if (!s->plugins[i].problem)
      continue;
    s->state.internal = true;
    sv_lane_stop(&s->lanes[i]);
  }
  *plugins = s->plugins;
  return SV_OK;
}

/* Presets have their result before anything runs. */
static enum sv_status lay_out(struct sv_schedule *s, const struct sv_plan *plan)
{
  s->plan = plan;
  s->results = sv_arena_calloc(s->o.arena, plan->count + 1, sizeof *s->results);
  s->done = calloc(plan->count + 1, sizeof *s->done);
  if (!s->results || !s->done)
    return SV_NO_MEMORY;
  s->progress.total = plan->count;
  for (size_t i = 0; i < plan->count; i++) {
    struct sv_lane *l = &s->lanes[plan->jobs[i].plugin];
    if (l->end == 0)
      l->next = i;
    l->end = i + 1;
    s->plain_left += !plan->jobs[i].is_cross;
  }
  for (size_t i = 0; i < plan->count; i++) {
    const struct sv_job *job = &plan->jobs[i];
    struct sv_result r;
    if (!job->preset)
      continue;
    sv_case_not_run(job, &s->o.subjects->items[job->subject], &r);
    sv_schedule_put(s, i, &r);
  }
  return SV_OK;
}

/* Gives work to lanes that are ready, and workers to lanes that have work. */
static void assign(struct sv_schedule *s)
{
  size_t busy = count_state(s, SV_LANE_CHECK) + count_state(s, SV_LANE_LOADING);
  for (size_t i = 0; i < s->lane_count && busy < s->o.jobs; i++) {
    struct sv_lane *l = &s->lanes[i];
    if (!sv_lane_has_work(l))
      continue;
    if (l->state == SV_LANE_OFF)
      start_or_fault(l);
    else if (l->state != SV_LANE_IDLE)
      continue;
    else if (sv_lane_go(l) != SV_OK || sv_hand_flush(&l->hand) != SV_OK)
      sv_lane_ended(l);
    busy++;
  }
}

/* Whether the run must end early, with the remaining jobs given up. */
static bool must_end(struct sv_schedule *s)
{
  if (s->state.interrupted)
    sv_schedule_give_up(s, SV_CONFIGURATION, interrupted);
  else if (sv_clock_ms() - s->started_ms > s->o.target_timeout_ms)
    sv_schedule_give_up(s, SV_TOOL, out_of_time);
  else if (s->o.broker && sv_broker_counts(s->o.broker).lost) {
    s->state.internal = true;
    sv_schedule_give_up(s, SV_TOOL, net_lost);
  } else
    return false;
  return true;
}

enum sv_status sv_schedule_run(struct sv_schedule *s, const struct sv_plan *plan,
                               struct sv_result **results, struct sv_error *err)
{
  (void)err;
  SV_TRY(lay_out(s, plan));
  for (size_t i = 0; i < s->lane_count; i++) /* those without work end beside the others' */
    if (s->lanes[i].end == 0)
      sv_lane_stop(&s->lanes[i]);
  s->started_ms = sv_clock_ms();
  *results = s->results;
  while (s->done_count < plan->count && !must_end(s)) {
    assign(s);
    if (s->done_count == plan->count)
      break;
    SV_TRY(take_turn(s, TICK_MS));
  }
  sv_event_done(s->o.events, s->state.interrupted);
  return SV_OK;
}

void sv_schedule_stop(struct sv_schedule *s)
{
  for (size_t i = 0; i < s->lane_count; i++)
    sv_lane_stop(&s->lanes[i]);
  while (count_state(s, SV_LANE_STOPPING) && take_turn(s, TICK_MS) == SV_OK)
    ;
  for (size_t i = 0; i < s->lane_count; i++)
    (void)sv_hand_bury(&s->lanes[i].hand, s->o.broker, true);
  sv_hand_sweep(s->family, s->family_count);
  release_signals(s);
}
