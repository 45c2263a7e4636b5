// SPDX-License-Identifier: Apache-2.0
/* The net process seen from main: started, asked, listened to, started once more when it dies. */
#include "runner/broker_internal.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
  OUT_MOST = 256 << 20,
  ANSWER_ARENA = 64 << 20,
  STUCK_EXTRA_US = 15000000, /* beyond its own limit before the process counts as hung */
  LOOK_EVERY_US = 1000000,
};

uint64_t sv_broker_clock_us(void)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

/* The secrets live here from just before the fork until just after it. */
enum sv_status sv_broker_net_start(struct sv_broker *b, struct sv_error *err)
{
  SV_TRY(sv_secrets_resolve(b->options.target, &b->secrets, err));
  b->net_options.secrets = &b->secrets;
  const enum sv_status status = sv_net_start(&b->net_options, &b->net_pid, &b->net_fd, err);
  sv_secrets_free(&b->secrets);
  if (status != SV_OK)
    b->net_fd = -1;
  return status;
}

static void reap(struct sv_broker *b)
{
  if (b->net_fd >= 0)
    (void)close(b->net_fd);
  b->net_fd = -1;
  if (b->net_pid > 0) {
    (void)kill(b->net_pid, SIGKILL);
    while (waitpid(b->net_pid, NULL, 0) < 0 && errno == EINTR)
      continue;
  }
  b->net_pid = 0;
  sv_frames_free(&b->frames);
  sv_buf_cut(&b->out, 0);
  b->out.failed = SV_OK;
  b->written = 0;
}

void sv_broker_net_stop(struct sv_broker *b)
{
  if (b->net_pid > 0)
    reap(b);
}

/* The process is gone: what it was asked gets an error, what waits goes to its successor. */
static void died(struct sv_broker *b)
{
  reap(b);
  for (size_t i = 0; i < b->count; i++) {
    struct sv_entry *e = b->entries[i];
    if (e->state != SV_ENTRY_SENT)
      continue;
    e->pace->active--;
    b->in_flight--;
    sv_entry_refuse(b, e, "lost",
                    "The process that sends requests died while this one was under way.");
  }
  if (b->restarts++ == 0 && sv_broker_net_start(b, NULL) == SV_OK)
    return;
  b->counts.lost = true;
  for (size_t i = 0; i < b->count; i++)
    if (b->entries[i]->state == SV_ENTRY_WAITING)
      sv_entry_refuse(b, b->entries[i], "lost", "The process that sends requests has died twice.");
  for (struct sv_pace *p = b->paces; p; p = p->next)
    p->first = p->last = NULL;
}

void sv_broker_net_send(struct sv_broker *b, struct sv_entry *e)
{
  if (b->out.limit == 0)
    b->out = SV_BUF(OUT_MOST);
  const size_t begin = sv_frame_begin(&b->out, SV_NET_ASK);
  sv_pack_u32(&b->out, e->x.n);
  sv_pack_ask(&b->out, &e->ask);
  e->state = SV_ENTRY_SENT;
  e->sent_us = sv_broker_clock_us();
  e->attempts++;
  b->in_flight++;
  b->counts.sent++;
  if (sv_frame_end(&b->out, begin) != SV_OK)
    died(b);
}

static void write_out(struct sv_broker *b)
{
  while (b->written < b->out.size) {
    const ssize_t n =
        send(b->net_fd, b->out.data + b->written, b->out.size - b->written, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
      return;
    if (n < 0) {
      died(b);
      return;
    }
    b->written += (size_t)n;
  }
  b->written = 0;
  sv_buf_cut(&b->out, 0);
}

static bool take_answer(struct sv_broker *b, struct sv_unpack *u)
{
  struct sv_arena arena = SV_ARENA(ANSWER_ARENA);
  struct sv_answer answer;
  const uint32_t n = sv_unpack_u32(u);
  sv_unpack_answer(u, &arena, &answer);
  struct sv_entry *e = n >= 1 && n <= b->count ? b->entries[n - 1] : NULL;
  const bool fits = sv_unpack_ok(u) && e && e->state == SV_ENTRY_SENT;
  if (fits) {
    b->in_flight--;
    if (!sv_pace_answered(b, e, &answer))
      sv_entry_finish(b, e, &answer);
  }
  sv_arena_free(&arena);
  return fits;
}

static void read_in(struct sv_broker *b)
{
  struct sv_unpack u;
  uint8_t type;
  bool broken = false;
  const enum sv_status status = sv_frames_fill(&b->frames, b->net_fd);
  while (!broken && sv_frames_next(&b->frames, &type, &u, &broken))
    broken = type != SV_NET_ANSWER || !take_answer(b, &u);
  sv_frames_trim(&b->frames);
  if (broken || status != SV_OK)
    died(b);
}

/* A process that hangs would hang the run. */
static void look_for_stuck(struct sv_broker *b)
{
  const uint64_t now = sv_broker_clock_us();
  if (b->in_flight == 0 || now - b->looked_us < LOOK_EVERY_US)
    return;
  b->looked_us = now;
  for (size_t i = 0; i < b->count; i++) {
    const struct sv_entry *e = b->entries[i];
    const uint64_t own = e->ask.timeout_ms ? e->ask.timeout_ms : b->net_options.timeout_ms;
    const uint64_t limit = (own ? own : 60000) * 1000 + STUCK_EXTRA_US;
    if (e->state == SV_ENTRY_SENT && now - e->sent_us > limit) {
      died(b);
      return;
    }
  }
}

void sv_broker_net_pump(struct sv_broker *b, short revents)
{
  if (b->net_fd < 0)
    return;
  if (revents & (POLLIN | POLLHUP | POLLERR))
    read_in(b);
  if (b->net_fd >= 0)
    look_for_stuck(b);
  if (b->net_fd >= 0)
    write_out(b);
}
