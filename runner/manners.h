// SPDX-License-Identifier: Apache-2.0
/* What a host asks of those who test it: /.well-known/samsvar.json. It is read when whoever tests
 * may not be the owner: for a bare address, and for a peer's or a regulator's run. docs/network.md
 * has its members. */
#ifndef SV_RUNNER_MANNERS_H
#define SV_RUNNER_MANNERS_H

#include "runner/broker.h"
#include "runner/run_options.h"

enum { SV_HOURS_MAX = 8 };

/* Plain bytes: they come from the process that read the file. */
struct sv_wishes {
  char contact[200]; /* "": not said */
  unsigned rate;     /* requests a second; 0: not said */
  bool agreement;    /* not without one */
  bool unsafe;       /* requests that may change data are allowed */
  struct {
    unsigned from, until; /* minutes after midnight, UTC; until may be before from */
  } hours[SV_HOURS_MAX];
  size_t hour_count; /* 0: always */
};

/* Reads SIZE bytes. NULL, or why it is no such file: a msgid, static. */
const char *sv_wishes_read(const char *text, size_t size, struct sv_wishes *out);

/* The same in a process of its own, in a worker's cage: the bytes are a stranger's. */
const char *sv_wishes_read_apart(const char *text, size_t size, struct sv_wishes *out);

/* Whether W lets a run of O begin at NOW (seconds since 1970). SV_DENIED with a sentence that names
 * HOST when it does not. */
enum sv_status sv_wishes_judge(const struct sv_wishes *w, const char *host,
                               const struct sv_run_options *o, int64_t now,
                               struct sv_error *err) SV_MUST_USE;

/* Asks every origin of T through B, and lowers *RATE (0: not limited) to what they wish. SV_DENIED
 * when one does not want to be tested now. One that says nothing agrees, but not to requests that
 * may change data. */
enum sv_status sv_manners_ask(struct sv_broker *b, const struct sv_target *t,
                              const struct sv_run_options *o, unsigned *rate,
                              struct sv_error *err) SV_MUST_USE;

/* The rate to keep: RATE (0: the usual), but no more than WISH (0: not said). */
unsigned sv_manners_rate(unsigned rate, unsigned wish);

/* The same in a broker of its own, when O says that it is needed: for a run of a target file. */
enum sv_status sv_manners_look(const struct sv_run_options *o, const struct sv_target *t,
                               unsigned *rate, struct sv_error *err) SV_MUST_USE;

#endif
