// SPDX-License-Identifier: Apache-2.0
/* Starting, feeding and burying worker processes. */
#include "runner/hand.h"

#include "engines/base/lang.h"
#include "engines/base/why.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PACK_UNTIL = 256 << 10, OUT_MOST = SV_FRAME_MAX + (8 << 20) };

static void close_one(int *fd)
{
  if (*fd >= 0)
    (void)close(*fd);
  *fd = -1;
}

static void reset(struct sv_hand *h)
{
  void *owner = h->owner;
  sv_frames_free(&h->in);
  sv_buf_free(&h->out);
  *h = (struct sv_hand){ .pidfd = -1, .socket = -1, .capture = -1, .owner = owner };
  h->out.limit = OUT_MOST;
}

/* In the child: nothing returns from here. */
static _Noreturn void become_worker(const struct sv_worker_setup *setup, int socket, int capture,
                                    pid_t parent)
{
  struct sv_worker_setup own = *setup;
  sv_lang_use(SV_EN); /* what a check says is translated where it is read */
  own.cage.parent = parent;
  own.cage.socket = socket;
  own.cage.capture = capture;
  sv_worker_main(&own);
}

static bool no_wait(int fd)
{
  const int flags = fcntl(fd, F_GETFL);
  return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0;
}

enum sv_status sv_hand_start(struct sv_hand *h, const struct sv_worker_setup *setup,
                             struct sv_error *err)
{
  reset(h);
  int sockets[2] = { -1, -1 };
  int pipes[2] = { -1, -1 };
  const pid_t parent = getpid();
  bool made = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) == 0 &&
              pipe2(pipes, O_CLOEXEC) == 0 && no_wait(sockets[0]) && no_wait(pipes[0]);
  if (made) {
    (void)fflush(NULL); /* or buffered output appears twice */
    h->pid = fork();
    if (h->pid == 0)
      become_worker(setup, sockets[1], pipes[1], parent);
    made = h->pid > 0;
  }
  const int why = errno;
  close_one(&sockets[1]);
  close_one(&pipes[1]);
  h->socket = sockets[0];
  h->capture = pipes[0];
  if (made) {
    h->pidfd = (int)syscall(SYS_pidfd_open, h->pid,
                            0); /* -1 on an old kernel: the socket's end tells too */
    return SV_OK;
  }
  h->pid = 0;
  close_one(&h->socket);
  close_one(&h->capture);
  return sv_fail(err, SV_IO, "no process for the plugin %s could be started: %s", setup->file->name,
                 sv_why(why));
}

/* The tail's bytes among the others: something follows them. */
static void take_in_tail(struct sv_hand *h)
{
  if (!h->tail.data)
    return;
  (void)sv_buf_add(&h->out, h->tail.data, h->tail.size);
  (void)sv_buf_addc(&h->out, '\0');
  h->tail = (struct sv_wire_tail){ 0 };
}

size_t sv_hand_begin(struct sv_hand *h, uint8_t type)
{
  take_in_tail(h);
  return sv_frame_begin(&h->out, type);
}

enum sv_status sv_hand_end(struct sv_hand *h, size_t begin)
{
  return sv_frame_end(&h->out, begin);
}

enum sv_status sv_hand_end_with(struct sv_hand *h, size_t begin, const struct sv_wire_tail *tail)
{
  h->tail = *tail;
  return sv_frame_end_with(&h->out, begin, tail->data ? tail->size + 1 : 0);
}

bool sv_hand_has_output(const struct sv_hand *h)
{
  return h->ready_count > 0 || h->tail.data || h->out.size > h->written;
}

/* The document that has the body of X, which the worker holds: its index and 1; 0: none. */
static uint32_t known_body(const struct sv_hand *h, const struct sv_exchange *x)
{
  for (uint32_t i = 0; x->answer.body && i < SV_DOCUMENTS_MOST; i++)
    if (h->bodies[i] == x->answer.body)
      return i + 1;
  return 0;
}

static enum sv_status pack_ready(struct sv_hand *h)
{
  while (h->ready_count && !h->tail.data && h->out.size - h->written < PACK_UNTIL) {
    const struct sv_ready *r = &h->ready[h->ready_first];
    struct sv_wire_tail tail;
    const size_t begin = sv_hand_begin(h, SV_WIRE_ANSWER);
    sv_pack_u32(&h->out, r->id);
    sv_wire_pack_response(&h->out, r->exchange, known_body(h, r->exchange), &tail);
    SV_TRY(sv_hand_end_with(h, begin, &tail));
    h->ready_first = (h->ready_first + 1) % SV_WIRE_WINDOW;
    h->ready_count--;
  }
  return SV_OK;
}

static void forget_written(struct sv_hand *h)
{
  if (h->written < h->out.size && h->written < PACK_UNTIL)
    return;
  const size_t rest = h->out.size - h->written;
  if (rest)
    memmove(h->out.data, h->out.data + h->written, rest);
  sv_buf_cut(&h->out, rest);
  h->written = 0;
}

static void tail_written(struct sv_hand *h, size_t n)
{
  h->tail.data += n;
  h->tail.size -= n;
  if (h->tail.size)
    return;
  h->tail.data = NULL;
  (void)sv_buf_addc(&h->out, '\0');
}

enum sv_status sv_hand_flush(struct sv_hand *h)
{
  while (h->pid && sv_hand_has_output(h)) {
    SV_TRY(pack_ready(h));
    SV_TRY(h->out.failed);
    const bool tail = h->written == h->out.size;
    const ssize_t n =
        send(h->socket, tail ? h->tail.data : h->out.data + h->written,
             tail ? h->tail.size : h->out.size - h->written, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
      return SV_OK;
    if (n <= 0)
      return SV_IO;
    if (tail) {
      tail_written(h, (size_t)n);
      continue;
    }
    h->written += (size_t)n;
    forget_written(h);
  }
  return SV_OK;
}

struct sv_pending *sv_hand_pending(struct sv_hand *h, uint32_t id)
{
  /* The worker's numbers go round its window: the place is mostly free at once. */
  for (size_t i = 0; h->pending_count < SV_WIRE_WINDOW && i < SV_WIRE_WINDOW; i++) {
    struct sv_pending *p = &h->pending[(id + i) % SV_WIRE_WINDOW];
    if (p->used)
      continue;
    *p = (struct sv_pending){ .hand = h, .id = id, .used = true };
    h->pending_count++;
    return p;
  }
  return NULL;
}

void sv_hand_answer(struct sv_pending *p, const struct sv_exchange *x)
{
  struct sv_hand *h = p->hand;
  p->used = false;
  h->pending_count--;
  /* As many places as requests on their way: there is always one, unless main itself miscounts. */
  if (h->ready_count < SV_WIRE_WINDOW)
    h->ready[(h->ready_first + h->ready_count++) % SV_WIRE_WINDOW] =
        (struct sv_ready){ .id = p->id, .exchange = x };
}

void sv_hand_listen(struct sv_hand *h)
{
  char chunk[4096];
  for (int rounds = 0; rounds < 64 && h->capture >= 0; rounds++) {
    const ssize_t n = read(h->capture, chunk, sizeof chunk);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      if (n == 0)
        close_one(&h->capture);
      return;
    }
    const size_t got = (size_t)n;
    const size_t kept = got < sizeof h->said ? got : sizeof h->said;
    const size_t keep_old =
        h->said_size < sizeof h->said - kept ? h->said_size : sizeof h->said - kept;
    memmove(h->said, h->said + h->said_size - keep_old, keep_old);
    memcpy(h->said + keep_old, chunk + got - kept, kept);
    h->said_size = keep_old + kept;
  }
}

/* Whatever a plugin started is in the worker's process group, which nobody else can join; the group
 * is killed while the worker still holds its number. Afterwards only children of ours are waited
 * for. */
static int bury_all(pid_t pid)
{
  siginfo_t info;
  int status = 0;
  while (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) != 0 && errno == EINTR)
    ;
  (void)kill(-pid, SIGKILL);
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
    ;
  for (int i = 0; i < 1000; i++)
    if (waitpid(-pid, NULL, __WALL) < 0 && errno != EINTR)
      break;
  return status;
}

struct sv_ending sv_hand_bury(struct sv_hand *h, struct sv_broker *b, bool kill_it)
{
  struct sv_ending ending = { 0 };
  for (size_t i = 0; b && i < SV_WIRE_WINDOW; i++)
    if (h->pending[i].used)
      sv_broker_forget(b, &h->pending[i]);
  if (h->pid) {
    if (kill_it) {
      (void)kill(-h->pid,
                 SIGKILL); /* the group is there from setsid() on, the process before it too */
      (void)kill(h->pid, SIGKILL);
    }
    const int status = bury_all(h->pid);
    ending.by_signal = WIFSIGNALED(status);
    ending.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  }
  sv_hand_listen(h);
  close_one(&h->pidfd);
  close_one(&h->socket);
  close_one(&h->capture);
  h->pid = 0;
  h->pending_count = h->ready_count = 0;
  memset(h->pending, 0, sizeof h->pending);
  return ending;
}

size_t sv_hand_children(pid_t *list, size_t most)
{
  char path[64];
  size_t n = 0;
  (void)snprintf(path, sizeof path, "/proc/self/task/%ld/children", (long)syscall(SYS_gettid));
  FILE *f = fopen(path, "re");
  if (!f)
    return 0;
  long pid;
  while (n < most && fscanf(f, "%ld", &pid) == 1)
    list[n++] = (pid_t)pid;
  (void)fclose(f);
  return n;
}

void sv_hand_sweep(const pid_t *known, size_t count)
{
  pid_t now[256];
  const size_t n = sv_hand_children(now, sizeof now / sizeof now[0]);
  for (size_t i = 0; i < n; i++) {
    bool mine = getsid(now[i]) == getsid(0);
    for (size_t k = 0; k < count && !mine; k++)
      mine = known[k] == now[i];
    if (mine)
      continue;
    (void)kill(now[i], SIGKILL);
    (void)waitpid(now[i], NULL, __WALL);
  }
}
