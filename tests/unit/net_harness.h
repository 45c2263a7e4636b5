// SPDX-License-Identifier: Apache-2.0
/* What tests of the broker share: a server in a process of its own, a broker, and asking while
 * waiting. */
#ifndef SV_TESTS_NET_HARNESS_H
#define SV_TESTS_NET_HARNESS_H

#include "tests/unit/unit.h"

#include "runner/broker.h"

#include <stdbool.h>
#include <sys/types.h>

struct net_server {
  pid_t pid;
  int in, out; /* its standard input and output */
  unsigned port;
};

/* Starts PROGRAM (of this build) with up to two arguments and waits for its port. */
void net_server_start(struct net_server *s, const char *program, const char *first,
                      const char *second);
/* Ends it and waits. */
void net_server_stop(struct net_server *s);

/* A folder of its own for each test, removed with all recordings in it. */
int net_folder_make(void **state);
int net_folder_remove(void **state);
const char *net_folder(void);

/* Options that fit a loopback server: all its names named, quick, short limits. */
struct sv_broker_options net_options(const struct sv_target *target);

struct sv_broker *net_open(const struct sv_broker_options *o);
void net_close(struct sv_broker *b);

/* Asks for PATH on PORT of 127.0.0.1 (or an absolute URL) and waits for the answer. */
const struct sv_exchange *net_get(struct sv_broker *b, unsigned port, const char *path,
                                  uint32_t follow);
const struct sv_exchange *net_ask(struct sv_broker *b, const struct sv_ask *ask, uint32_t follow,
                                  bool unsafe);

/* Begins asking; the answer is put in *OUT by net_wait(), which waits for all. */
void net_begin(struct sv_broker *b, const struct sv_ask *ask, const struct sv_exchange **out);
void net_wait(struct sv_broker *b);

/* A number of the server's log. */
long net_log(struct net_server *s, const char *member);

/* Whether any file of the test's folder has TEXT in it. */
bool net_folder_has(const char *text);

#endif
