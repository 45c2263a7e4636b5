// SPDX-License-Identifier: Apache-2.0
/* The life of a lane: started, given checks, lost, started again, ended. The rules are those of the
 * failure table: a lost worker costs one check, the third loss costs the rest of the plugin. */
#include "runner/lane.h"

#include "runner/clean.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

enum { LOSSES_MOST = 3, LOAD_MS = 20000, STOP_MS = 5000, END_MS = 1000 };

static const char by_signal[] = N_("The plugin's process was ended by signal {number} ({detail}) "
                                   "while this "
                                   "check ran.");
static const char by_itself[] = N_("The plugin ended its process with code {number} while this "
                                   "check ran.");
static const char too_slow[] = N_("The check took longer than {number} ms and was stopped.");
static const char broke_rules[] = N_("The plugin broke the rules of its connection to samsvar: "
                                     "{detail}.");
static const char hung_up[] = N_("The plugin closed its connection to samsvar while this check "
                                 "ran.");
static const char lost_often[] = N_("The plugin was lost {number} times before, so this check was "
                                    "not tried.");
static const char not_started[] = N_("No process could be started for this check: {detail}.");

static const char *said(const struct sv_lane *l)
{
  return l->hand.said_size
             ? sv_clean_bytes(l->schedule->o.arena, l->hand.said, l->hand.said_size, SV_TEXT_MOST)
             : NULL;
}

enum sv_status sv_lane_start(struct sv_lane *l, struct sv_error *err)
{
  struct sv_schedule *s = l->schedule;
  const struct sv_worker_setup setup = {
    .file = l->file,
    .cage = s->cage,
    .subjects = s->o.subjects,
    .target = s->o.target,
    .parameters = s->o.parameters,
    .now = s->o.now,
    .probe = s->o.probe,
  };
  l->number = l->last_number = 0;
  SV_TRY(sv_hand_start(&l->hand, &setup, err));
  l->state = SV_LANE_LOADING;
  l->begun_ms = sv_clock_ms();
  return SV_OK;
}

/* Every job of L that is left gets the same fault. */
static void fault_rest(struct sv_lane *l, const struct sv_fault *fault)
{
  struct sv_schedule *s = l->schedule;
  for (; l->next < l->end; l->next++) {
    if (s->done[l->next])
      continue;
    const struct sv_job *job = &s->plan->jobs[l->next];
    struct sv_case c;
    struct sv_result r;
    sv_case_open(&c, &s->world, job, &s->o.subjects->items[job->subject]);
    sv_case_fault(&c, fault, &r);
    sv_case_close(&c);
    sv_schedule_put(s, l->next, &r);
  }
  l->state = SV_LANE_CLOSED;
}

/* The plugin cannot be used at all. */
static void refuse(struct sv_lane *l, enum sv_load_problem p, const char *detail)
{
  struct sv_schedule *s = l->schedule;
  (void)sv_hand_bury(&l->hand, s->o.broker, true);
  s->state.internal = true;
  l->awaited = NULL;
  const char *kept = sv_clean(s->o.arena, detail && detail[0] ? detail : "-", SV_TEXT_MOST);
  if (l->info && !l->info->problem) {
    l->info->problem = sv_load_problem_text(p);
    l->info->detail = kept;
  }
  l->state = SV_LANE_CLOSED;
  if (s->plan)
    fault_rest(l, &(struct sv_fault){ .message = sv_load_problem_text(p), .detail = kept });
}

static void after_loss(struct sv_lane *l)
{
  l->awaited = NULL;
  l->state = SV_LANE_OFF;
  if (l->losses >= LOSSES_MOST)
    fault_rest(l, &(struct sv_fault){ .message = lost_often, .number = LOSSES_MOST });
}

/* The worker is no use any more, because of FAULT; it is killed, and what it was doing has its
 * result. */
static void lose(struct sv_lane *l, const struct sv_fault *fault)
{
  struct sv_schedule *s = l->schedule;
  const bool ran = l->state == SV_LANE_CHECK;
  struct sv_fault f = *fault;
  (void)sv_hand_bury(&l->hand, s->o.broker, true);
  if (!f.said)
    f.said = said(l);
  l->losses++;
  s->state.internal = true;
  if (ran) {
    struct sv_result r;
    sv_case_fault(&l->now, &f, &r);
    sv_case_close(&l->now);
    sv_schedule_put(s, l->job, &r);
  }
  after_loss(l);
}

/* A frame spoke for the check before: what that one said is worth nothing, and the one that runs is
 * tried again. */
static void lose_previous(struct sv_lane *l, const char *what)
{
  struct sv_schedule *s = l->schedule;
  const bool ran = l->state == SV_LANE_CHECK;
  const size_t previous = ran ? l->last_job : l->job;
  (void)sv_hand_bury(&l->hand, s->o.broker, true);
  if (ran) {
    sv_case_close(&l->now);
    l->next = l->job;
  }
  l->losses++;
  const struct sv_job *job = &s->plan->jobs[previous];
  struct sv_case c;
  sv_case_open(&c, &s->world, job, &s->o.subjects->items[job->subject]);
  sv_case_fault(&c, &(struct sv_fault){ .message = broke_rules, .detail = what },
                &s->results[previous]);
  sv_case_close(&c);
  after_loss(l);
}

/* The wait status, in the words of a fault. */
static void lose_by(struct sv_lane *l, struct sv_ending ending)
{
  if (ending.by_signal)
    lose(l, &(struct sv_fault){
                .message = by_signal, .detail = sigabbrev_np(ending.code), .number = ending.code });
  else
    lose(l, &(struct sv_fault){ .message = by_itself, .number = ending.code });
}

/* The end while the plugin was opened: nothing of it can be used. */
static void died_loading(struct sv_lane *l, struct sv_ending ending)
{
  char detail[SV_HAND_SAID_MOST + 64];
  const char *words = said(l);
  (void)snprintf(detail, sizeof detail, "%s %d%s%s", ending.by_signal ? "signal" : "exit",
                 ending.code, words ? ": " : "", words ? words : "");
  refuse(l, SV_LOAD_DIED, detail);
}

static void ended_well(struct sv_lane *l, struct sv_ending ending)
{
  l->state = SV_LANE_CLOSED;
  if (!ending.by_signal && ending.code == 0)
    return;
  char text[SV_HAND_SAID_MOST + 128];
  const char *words = said(l);
  (void)snprintf(text, sizeof text, "the process ended with %s %d after its last check%s%s",
                 ending.by_signal ? "signal" : "code", ending.code, words ? ": " : "",
                 words ? words : "");
  l->schedule->state.internal = true;
  sv_schedule_say(l->schedule, SV_WARNING, l, text);
}

void sv_lane_ended(struct sv_lane *l)
{
  /* The stream ends a moment before the process; a plugin that closed it lives on. */
  struct pollfd p = { .fd = l->hand.pidfd, .events = POLLIN };
  const bool gone = l->hand.pidfd >= 0 && poll(&p, 1, END_MS) == 1;
  const enum sv_lane_state state = l->state;
  const struct sv_ending ending = sv_hand_bury(&l->hand, l->schedule->o.broker, !gone);
  switch (state) {
  case SV_LANE_LOADING:
    died_loading(l, ending);
    return;
  case SV_LANE_STOPPING:
    ended_well(l, ending);
    return;
  case SV_LANE_CHECK:
    if (gone)
      lose_by(l, ending);
    else
      lose(l, &(struct sv_fault){ .message = hung_up });
    return;
  default: /* between two checks: the next one has another worker */
    ended_well(l, ending);
    l->losses++;
    l->schedule->state.internal = true;
    after_loss(l);
  }
}

void sv_lane_stop(struct sv_lane *l)
{
  if (l->state == SV_LANE_OFF)
    l->state = SV_LANE_CLOSED;
  if (l->state != SV_LANE_IDLE)
    return;
  const size_t begin = sv_hand_begin(&l->hand, SV_WIRE_STOP);
  l->state = SV_LANE_STOPPING;
  l->begun_ms = sv_clock_ms();
  if (sv_hand_end(&l->hand, begin) != SV_OK || sv_hand_flush(&l->hand) != SV_OK)
    sv_lane_ended(l);
}

bool sv_lane_has_work(const struct sv_lane *l)
{
  const struct sv_schedule *s = l->schedule;
  size_t i = l->next;
  while (i < l->end && s->done[i])
    i++;
  return i < l->end && (!s->plan->jobs[i].is_cross || s->plain_left == 0);
}

/* A number that no plugin can guess. */
static uint64_t new_number(const struct sv_lane *l)
{
  uint64_t n = 0;
  if (getrandom(&n, sizeof n, GRND_NONBLOCK) != (ssize_t)sizeof n)
    n = (uint64_t)sv_clock_ms() * UINT64_C(0x9e3779b97f4a7c15);
  return n == 0 || n == l->last_number || n == l->number ? n + 3 : n;
}

static int64_t time_for(const struct sv_schedule *s, const struct sv_check_info *c)
{
  return c->timeout_ms ? c->timeout_ms : s->o.check_timeout_ms;
}

enum sv_status sv_lane_go(struct sv_lane *l)
{
  struct sv_schedule *s = l->schedule;
  while (l->next < l->end && s->done[l->next])
    l->next++;
  const struct sv_job *job = &s->plan->jobs[l->next];
  const struct sv_subject *subject = &s->o.subjects->items[job->subject];
  l->last_job = l->job;
  l->job = l->next++;
  l->last_number = l->number;
  l->number = new_number(l);
  l->hand.said_size = 0;
  sv_case_open(&l->now, &s->world, job, subject);
  l->now.asker = sv_arena_printf(s->o.arena, "%s %s", job->check->id, subject->id);
  const size_t begin = sv_hand_begin(&l->hand, SV_WIRE_GO);
  sv_pack_u64(&l->hand.out, l->number);
  sv_pack_u32(&l->hand.out, job->check->index);
  sv_pack_u32(&l->hand.out, job->subject);
  SV_TRY(sv_hand_end(&l->hand, begin));
  l->state = SV_LANE_CHECK;
  l->begun_ms = l->resumed_ms = sv_clock_ms();
  l->left_ms = time_for(s, job->check);
  l->waits = false;
  l->awaited = NULL;
  sv_event_begin(s->o.events, job->check->id, subject->id);
  if (s->o.observer && s->o.observer->begun)
    s->o.observer->begun(s->o.observer->closure, job->check->id, subject->id);
  return SV_OK;
}

void sv_lane_clock(struct sv_lane *l)
{
  const bool waits = l->hand.pending_count > 0 || l->awaited;
  if (l->state != SV_LANE_CHECK || waits == l->waits)
    return;
  const int64_t now = sv_clock_ms();
  if (waits)
    l->left_ms -= now - l->resumed_ms;
  l->resumed_ms = now;
  l->waits = waits;
}

/* A plugin may take twice a check's time to load, and never more than LOAD_MS. */
static int64_t time_to_load(const struct sv_lane *l)
{
  const int64_t most = 2 * (int64_t)l->schedule->o.check_timeout_ms;
  return most < LOAD_MS ? most : LOAD_MS;
}

int64_t sv_lane_deadline(const struct sv_lane *l, int64_t now)
{
  int64_t left;
  switch (l->state) {
  case SV_LANE_LOADING:
    left = l->begun_ms + time_to_load(l) - now;
    break;
  case SV_LANE_STOPPING:
    left = l->begun_ms + STOP_MS - now;
    break;
  case SV_LANE_CHECK:
    if (l->waits)
      return -1;
    left = l->resumed_ms + l->left_ms - now;
    break;
  default:
    return -1;
  }
  return left > 0 ? left : 0;
}

static void too_slow_to_load(struct sv_lane *l)
{
  char detail[32];
  (void)snprintf(detail, sizeof detail, "%lld ms", (long long)time_to_load(l));
  refuse(l, SV_LOAD_SLOW, detail);
}

void sv_lane_late(struct sv_lane *l)
{
  switch (l->state) {
  case SV_LANE_LOADING:
    too_slow_to_load(l);
    return;
  case SV_LANE_STOPPING:
    ended_well(l, sv_hand_bury(&l->hand, l->schedule->o.broker, true));
    return;
  default:
    lose(l, &(struct sv_fault){ .message = too_slow,
                                .number =
                                    time_for(l->schedule, l->schedule->plan->jobs[l->job].check) });
  }
}

/* Takes the table: the first becomes the plugin's, a later one must be the same. */
static void hear_table(struct sv_lane *l, struct sv_unpack *u)
{
  struct sv_schedule *s = l->schedule;
  const size_t size = (size_t)(u->end - u->p);
  if (l->table) {
    if (size != l->table_size || memcmp(l->table, u->p, size) != 0)
      refuse(l, SV_LOAD_PROTOCOL, "its table is another one than before");
    else
      l->state = SV_LANE_IDLE;
    return;
  }
  l->table = sv_arena_copy(s->o.arena, u->p, size);
  l->table_size = size;
  const char *detail = NULL;
  const enum sv_load_problem p =
      l->table ? sv_table_read(u, s->o.catalogue, s->o.arena, l->info, &detail) : SV_LOAD_PROTOCOL;
  if (p != SV_LOAD_OK)
    refuse(l, p, detail);
  else
    l->state = SV_LANE_IDLE;
}

static void hear_cage(struct sv_lane *l, struct sv_unpack *u)
{
  struct sv_isolation *weakest = &l->schedule->state.isolation;
  const int landlock = (int)sv_unpack_u32(u);
  const bool seccomp = sv_unpack_u32(u) != 0;
  if (!sv_unpack_ok(u)) {
    refuse(l, SV_LOAD_PROTOCOL, "a message that cannot be read");
    return;
  }
  const bool first = !l->schedule->is_weaker_known;
  l->schedule->is_weaker_known = true;
  weakest->rlimits = true;
  weakest->landlock = first || landlock < weakest->landlock ? landlock : weakest->landlock;
  weakest->seccomp = first ? seccomp : weakest->seccomp && seccomp;
}

static void hear_problem(struct sv_lane *l, struct sv_unpack *u)
{
  const uint32_t p = sv_unpack_u32(u);
  const char *detail = sv_unpack_string(u);
  const bool known = sv_unpack_ok(u) && p > SV_LOAD_OK && p <= SV_LOAD_LAST;
  if (l->state == SV_LANE_CHECK) { /* its open() said no: this check and all that follow */
    l->next = l->job;
    sv_case_close(&l->now);
  }
  refuse(l, known ? (enum sv_load_problem)p : SV_LOAD_PROTOCOL, detail);
}

/* A frame outside of any check. */
static void hear_loading(struct sv_lane *l, uint8_t type, struct sv_unpack *u)
{
  switch (type) {
  case SV_WIRE_CAGED:
    hear_cage(l, u);
    return;
  case SV_WIRE_PLUGIN:
    hear_table(l, u);
    return;
  case SV_WIRE_PROBLEM:
    hear_problem(l, u);
    return;
  default:
    refuse(l, SV_LOAD_PROTOCOL, "a message at the wrong time");
  }
}

static void hear_one(struct sv_lane *l, uint8_t type, struct sv_unpack *u)
{
  const uint64_t number = sv_unpack_u64(u);
  if (l->state == SV_LANE_LOADING) {
    if (number == 0 && !u->failed)
      hear_loading(l, type, u);
    else
      refuse(l, SV_LOAD_PROTOCOL, "a message that nobody asked for");
    return;
  }
  if (l->state == SV_LANE_CHECK && number == l->number && !u->failed) {
    if (type == SV_WIRE_PROBLEM) {
      hear_problem(l, u);
      return;
    }
    const char *wrong = sv_lane_frame(l, type, u);
    if (wrong)
      lose(l, &(struct sv_fault){ .message = broke_rules, .detail = wrong });
    return;
  }
  const bool spoke_for_last = l->state == SV_LANE_CHECK ? number == l->last_number && l->last_number
                                                        : l->state == SV_LANE_IDLE && l->number;
  if (spoke_for_last)
    lose_previous(l, "a message after the check had ended");
  else
    lose(l, &(struct sv_fault){ .message = broke_rules,
                                .detail = "a message that samsvar's own "
                                          "services did not write" });
}

void sv_lane_hear(struct sv_lane *l)
{
  const enum sv_status status = sv_frames_fill(&l->hand.in, l->hand.socket);
  uint8_t type;
  struct sv_unpack u;
  bool broken = false;
  while (l->hand.pid && sv_frames_next(&l->hand.in, &type, &u, &broken))
    hear_one(l, type, &u);
  if (!l->hand.pid)
    return;
  if (broken && l->state == SV_LANE_LOADING)
    refuse(l, SV_LOAD_PROTOCOL, "a message of impossible length");
  else if (broken)
    lose(l,
         &(struct sv_fault){ .message = broke_rules, .detail = "a message of impossible length" });
  else if (status != SV_OK)
    sv_lane_ended(l);
}

void sv_lane_not_started(struct sv_lane *l, const char *why)
{
  l->schedule->state.internal = true;
  if (l->schedule->plan)
    fault_rest(l, &(struct sv_fault){ .message = not_started, .detail = why });
  else
    refuse(l, SV_LOAD_CAGE, why);
}
