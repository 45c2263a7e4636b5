// SPDX-License-Identifier: Apache-2.0
/* Main's side of every exchange: the safe-method rule, the budget, sharing of identical requests,
 * pace per host, redirects, Retry-After, and where the answer comes from: the net process, or a
 * recording. Owns the net process and the recording. */
#ifndef SV_RUNNER_BROKER_H
#define SV_RUNNER_BROKER_H

#include "runner/exchange.h"
#include "runner/target.h"

#include <poll.h>

struct sv_broker;

/* Nothing is sent, and every question gets the same made-up answer: what checks ask for shows. */
enum sv_dry {
  SV_DRY_NO,
  SV_DRY_SILENT, /* no answer, error "not-sent" */
  SV_DRY_EMPTY,  /* 200 with nothing in it */
  SV_DRY_MISSING /* 404 */
};

struct sv_broker_options {
  const struct sv_target *target; /* may be NULL in a replay */
  const char *recording;          /* folder to write, or in a replay to read */
  bool replay;
  enum sv_dry dry;
  bool allow_unsafe;
  unsigned rate, concurrency, requests; /* 0: the target's, else the contract's own */
  uint32_t timeout_ms;                  /* of one exchange; 0: 30 s */
  const char *network;                  /* "self", "public" or CIDRs */
  const char *cacert;                   /* PEM file; NULL: the system's */
  const char *contact;                  /* for User-Agent; NULL: none */
  const char *const *loopback_hosts;    /* hosts the command line or target file named; NULL ends */
  const char *proxy; /* URL of an HTTP proxy; NULL: none, whatever the environment says */
};

/* An exchange that has its number, handed to whoever asked. Lives as long as the broker (bodies
 * too: they are mapped from the recording). */
struct sv_exchange {
  uint32_t n;
  struct sv_ask ask;
  struct sv_answer answer;
  const struct sv_exchange *redirected_from;
  uint32_t refused_from; /* number of the answer whose redirect here was not followed; 0: this is no
                            such */
  bool superseded;       /* an attempt that was repeated; nobody was handed it */
};

/* Called once for each sv_broker_ask(), from sv_broker_pump(). */
typedef void sv_broker_done(void *closure, const struct sv_exchange *x);

/* Starts the net process (not in a replay). Credentials are resolved here and handed over.
 * SV_INVALID and SV_DENIED name what is wrong with the configuration. */
enum sv_status sv_broker_open(const struct sv_broker_options *o, struct sv_broker **out,
                              struct sv_error *err) SV_MUST_USE;

/* Asks; FOLLOW redirects are followed, UNSAFE says that the check may change data. DONE is called
 * later, also when the answer is a refusal of the broker itself. SV_NO_MEMORY when nothing will
 * happen. */
enum sv_status sv_broker_ask(struct sv_broker *b, const struct sv_ask *ask, uint32_t follow,
                             bool unsafe, sv_broker_done *done, void *closure) SV_MUST_USE;

/* Forgets every waiting request of CLOSURE: its worker is gone. */
void sv_broker_forget(struct sv_broker *b, const void *closure);

/* For the poll loop: fills P (room for 2), returns how many; *TIMEOUT_MS is lowered to the next
 * deadline. */
size_t sv_broker_poll(struct sv_broker *b, struct pollfd *p, int *timeout_ms);

/* Does what can be done without waiting. */
void sv_broker_pump(struct sv_broker *b, const struct pollfd *p, size_t count);

/* Every exchange so far, by number from 1 (index n - 1), and how many. */
const struct sv_exchange *const *sv_broker_exchanges(const struct sv_broker *b, size_t *count);

struct sv_broker_counts {
  uint64_t sent, bytes, shared;
  uint32_t masked;
  bool lost; /* the net process died twice */
  bool torn; /* replay of a recording without its end: what is there is whole, but it is not all */
};
struct sv_broker_counts sv_broker_counts(const struct sv_broker *b);

/* Keeps DATA as evidence in the recording: its digest in SHA256. Masked like everything else. */
enum sv_status sv_broker_evidence(struct sv_broker *b, const char *label, const char *media_type,
                                  const void *data, size_t size, char sha256[65]) SV_MUST_USE;

/* Keeps a document of the run under NAME ([a-z0-9.-]) in the recording, so that a replay needs no
 * other file. */
enum sv_status sv_broker_keep(struct sv_broker *b, const char *name, const void *data,
                              size_t size) SV_MUST_USE;

/* What was kept under NAME, its size in *SIZE; NULL when nothing was. Lives as long as the broker.
 */
const void *sv_broker_kept(const struct sv_broker *b, const char *name, size_t *size);

/* Ends the net process, writes the recording's end. SV_IO when the recording could not be written.
 */
enum sv_status sv_broker_close(struct sv_broker *b, struct sv_error *err) SV_MUST_USE;

/* GET, HEAD and OPTIONS: RFC 9110 9.2.1, without TRACE. */
bool sv_broker_is_safe(const char *method);

/* The time the run judges by (a replay has the recorded one), and the probe word. */
int64_t sv_broker_now_ms(const struct sv_broker *b);
const char *sv_broker_probe(const struct sv_broker *b);

/* Whether requests that may change data are allowed; in a replay, whether they were. */
bool sv_broker_is_unsafe(const struct sv_broker *b);

#endif
