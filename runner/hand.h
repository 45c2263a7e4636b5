// SPDX-License-Identifier: Apache-2.0
/* A worker process from main's side: started, spoken to, listened to, ended and buried. */
#ifndef SV_RUNNER_HAND_H
#define SV_RUNNER_HAND_H

#include "runner/broker.h"
#include "runner/wire.h"
#include "runner/worker.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { SV_HAND_SAID_MOST = 2048 };

/* A request of the worker that the broker has. */
struct sv_pending {
  struct sv_hand *hand;
  uint32_t id; /* the worker's */
  bool used;
};

struct sv_ready {
  uint32_t id;
  const struct sv_exchange *exchange;
};

struct sv_hand {
  pid_t pid;                  /* 0: no process */
  int pidfd, socket, capture; /* -1: closed */
  struct sv_frames in;
  struct sv_buf out;
  size_t written;           /* of out */
  struct sv_wire_tail tail; /* what follows out */
  struct sv_pending pending[SV_WIRE_WINDOW];
  size_t pending_count;
  struct sv_ready ready[SV_WIRE_WINDOW]; /* answers that are not packed yet: a ring */
  size_t ready_first, ready_count;
  uint64_t given;                        /* bits of documents the worker has */
  const void *bodies[SV_DOCUMENTS_MOST]; /* of those, where their bytes lie */
  char said[SV_HAND_SAID_MOST];          /* the end of what it wrote to stdout and stderr */
  size_t said_size;
  void *owner; /* of whoever schedules */
};

/* How a worker ended. */
struct sv_ending {
  bool by_signal;
  int code; /* signal or exit status */
};

/* Forks a worker. SV_IO when the system has no process, pipe or socket for it. */
enum sv_status sv_hand_start(struct sv_hand *h, const struct sv_worker_setup *setup,
                             struct sv_error *err) SV_MUST_USE;

/* Begins a frame for the worker; it is sent by sv_hand_flush(). */
size_t sv_hand_begin(struct sv_hand *h, uint8_t type);
enum sv_status sv_hand_end(struct sv_hand *h, size_t begin) SV_MUST_USE;
/* The same, the frame's last bytes being TAIL's. */
enum sv_status sv_hand_end_with(struct sv_hand *h, size_t begin,
                                const struct sv_wire_tail *tail) SV_MUST_USE;

/* Sends what can be sent without waiting, packing answers as there is room. SV_IO: the worker does
 * not listen. */
enum sv_status sv_hand_flush(struct sv_hand *h) SV_MUST_USE;
bool sv_hand_has_output(const struct sv_hand *h);

/* A free place for a request, or NULL: the worker has too many on their way. */
struct sv_pending *sv_hand_pending(struct sv_hand *h, uint32_t id);

/* The answer to P is X: it will be sent. */
void sv_hand_answer(struct sv_pending *p, const struct sv_exchange *x);

/* Reads what the worker wrote to stdout and stderr; the end of it is kept. */
void sv_hand_listen(struct sv_hand *h);

/* Kills the worker and all it left behind when KILL, else waits for its end; closes everything. */
struct sv_ending sv_hand_bury(struct sv_hand *h, struct sv_broker *b, bool kill);

/* Kills what children this process still has that no hand started: orphans of plugins. */
void sv_hand_sweep(const pid_t *known, size_t count);

/* The children of this process now, at most MOST, in LIST; how many. */
size_t sv_hand_children(pid_t *list, size_t most);

#endif
