// SPDX-License-Identifier: Apache-2.0
/* What the files of the broker share.
 *
 * Numbers: an exchange gets the next number when it is first asked for (results number them anew,
 * renumber.c); a redirect's hop and a repeated attempt get theirs when they
 * become necessary. A replay hands out the numbers of the recording, whatever the order of its
 * asks; what is not recorded is numbered after it. */
#ifndef SV_RUNNER_BROKER_INTERNAL_H
#define SV_RUNNER_BROKER_INTERNAL_H

#include "engines/base/arena.h"
#include "engines/base/map.h"
#include "runner/broker.h"
#include "runner/credential.h"
#include "runner/journal.h"
#include "runner/net.h"
#include "runner/weburl.h"

/* One host that is asked: what it is allowed and how it fares. Hosts with one address share one. */
struct sv_pace {
  struct sv_pace *next;
  struct sv_entry *first, *last; /* waiting to be sent */
  unsigned active;
  double tokens;
  uint64_t filled_us;
  uint64_t blocked_until_us; /* back-off and Retry-After */
  unsigned failures;         /* in a row */
  const char *left_alone;    /* error word: it is asked no more */
  const char *left_detail;
};

enum sv_entry_state { SV_ENTRY_WAITING, SV_ENTRY_SENT, SV_ENTRY_DONE };

/* An exchange in the making and after. */
struct sv_entry {
  struct sv_exchange x;
  struct sv_ask ask; /* as asked for, not masked */
  struct sv_weburl where;
  enum sv_entry_state state;
  struct sv_entry *next; /* in its pace's queue */
  struct sv_entry *same; /* replay: the next recorded one under the same key */
  struct sv_chain *waiting;
  struct sv_pace *pace;
  uint64_t sent_us;
  unsigned attempts;
  bool safe;
  bool used; /* replay: an unsafe one that was handed out */
};

/* One sv_broker_ask(): it may take several exchanges. */
struct sv_chain {
  struct sv_chain *next;
  struct sv_ask ask;
  uint32_t follow;
  bool unsafe;
  unsigned hops;
  sv_broker_done *done;
  void *closure; /* NULL after sv_broker_forget() */
  struct sv_entry *at;
  const char *asker; /* interned */
  const struct sv_exchange *from; /* the answer that led here */
};

struct sv_broker {
  struct sv_broker_options options;
  struct sv_arena arena;
  struct sv_map interned;   /* header lines: thousands of answers have the same ones */
  struct sv_map handshakes; /* packed -> struct sv_tls */
  struct sv_map by_key;     /* sv_ask_key() -> entry */
  struct sv_map looks;      /* asker and masked key -> what was asked under them */
  struct sv_map uses;       /* replay: asker, masked key and ordinal -> entry */
  struct sv_map hosts;      /* host name -> pace */
  struct sv_map addresses;
  struct sv_pace *paces;
  struct sv_entry **entries; /* by number - 1 */
  const struct sv_exchange **exchanges;
  size_t count, room;
  struct sv_chain *ready_first, *ready_last; /* chains whose exchange is done */
  struct sv_chain *spare;
  struct sv_broker_counts counts;
  unsigned rate, concurrency, requests;
  int64_t now_ms;
  char probe[24];
  const char *user_agent;
  struct sv_journal *journal;
  struct sv_recording recording;

  pid_t net_pid;
  int net_fd;
  struct sv_net_options net_options;
  struct sv_secrets secrets;
  uint16_t *ports;
  struct sv_frames frames;
  struct sv_buf out;
  size_t written; /* of OUT */
  unsigned in_flight;
  unsigned restarts;
  uint64_t looked_us; /* when stuck exchanges were last looked for */
};

uint64_t sv_broker_clock_us(void);

/* TEXT in the broker's arena, once for each different one. Never NULL for memory: then "". */
const char *sv_broker_intern(struct sv_broker *b, const char *text);

/* --- broker_entry.c: entries and their numbers */
/* A new numbered entry for ASK, whose strings are copied; NULL when memory ran out. */
struct sv_entry *sv_entry_new(struct sv_broker *b, const struct sv_ask *ask);
/* The answer is here (borrowed strings are copied): records it and makes its chains ready. */
void sv_entry_finish(struct sv_broker *b, struct sv_entry *e, const struct sv_answer *answer);
/* The same with an error of our own. */
void sv_entry_refuse(struct sv_broker *b, struct sv_entry *e, const char *error,
                     const char *detail);
/* Keeps a failed attempt of E under a number of its own. */
void sv_entry_supersede(struct sv_broker *b, const struct sv_entry *e,
                        const struct sv_answer *answer);
/* The place of entry number N, for the recording's. */
bool sv_entries_put(struct sv_broker *b, struct sv_entry *e);

/* --- broker_chain.c: asks, redirects, handing out */
void sv_chain_step(struct sv_broker *b, struct sv_chain *c);
void sv_chain_ready(struct sv_broker *b, struct sv_chain *c);
/* Hands out what is ready. */
void sv_chains_deliver(struct sv_broker *b);

/* --- broker_redirect.c */
/* Where E's answer leads: false when it is no redirect. *FAULT: why it is not followed (static). */
bool sv_redirect_target(const struct sv_entry *e, struct sv_buf *url, const char **fault);

/* --- broker_pace.c */
void sv_pace_queue(struct sv_broker *b, struct sv_entry *e);
/* Sends what may be sent now. *WAIT_US is lowered to when more may be. */
void sv_pace_run(struct sv_broker *b, uint64_t *wait_us);
/* E's answer is here: true when E was queued again. */
bool sv_pace_answered(struct sv_broker *b, struct sv_entry *e, const struct sv_answer *answer);
void sv_paces_free(struct sv_broker *b);

/* --- broker_net.c: the net process */
enum sv_status sv_broker_net_start(struct sv_broker *b, struct sv_error *err) SV_MUST_USE;
void sv_broker_net_send(struct sv_broker *b, struct sv_entry *e);
void sv_broker_net_pump(struct sv_broker *b, short revents);
void sv_broker_net_stop(struct sv_broker *b);

/* --- broker_replay.c */
enum sv_status sv_broker_replay_open(struct sv_broker *b, struct sv_error *err) SV_MUST_USE;
/* The recorded exchange that answered ASKER's ASK, or NULL. */
struct sv_entry *sv_broker_replay_find(struct sv_broker *b, const char *asker,
                                       const struct sv_ask *ask);

/* --- broker_use.c */
/* Writes down that ASKER's ASK was answered by E, when that could be taken for another. */
void sv_use_note(struct sv_broker *b, const char *asker, const struct sv_ask *ask,
                 const struct sv_entry *e);
/* Takes in what the recording wrote down, when its exchanges are there. */
enum sv_status sv_uses_read(struct sv_broker *b) SV_MUST_USE;
/* The recorded exchange that was written down for ASK, or NULL. */
struct sv_entry *sv_use_find(struct sv_broker *b, const char *asker, const struct sv_ask *ask,
                             const struct sv_ask *masked);

/* The key of a hop from answer FROM to URL that was not made. */
enum sv_status sv_broker_hop_key(uint32_t from, const char *url, struct sv_buf *out) SV_MUST_USE;

/* ASK with everything masked, strings in the arena; SV_NO_MEMORY. */
enum sv_status sv_broker_mask_ask(struct sv_broker *b, const struct sv_ask *ask,
                                  struct sv_ask *out) SV_MUST_USE;

#endif
