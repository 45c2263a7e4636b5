// SPDX-License-Identifier: Apache-2.0
/* The net process: the only one with sockets, credentials and libcurl. It takes asks and gives
 * masked answers. */
#ifndef SV_RUNNER_NET_H
#define SV_RUNNER_NET_H

#include "engines/base/status.h"
#include "runner/credential.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Frames: an ask is its id and sv_pack_ask(); an answer is the same id and sv_pack_answer(). */
enum sv_net_frame { SV_NET_ASK = 1, SV_NET_ANSWER = 2 };

enum { SV_NET_TRANSFERS_MAX = 256 }; /* at once */

struct sv_net_options {
  const char *network; /* as sv_address_policy_read() */
  const char *cacert;
  const char *proxy;
  const char *user_agent;
  const char *from;                  /* a mail address for From; NULL: none */
  uint32_t timeout_ms;               /* of an exchange; 0: 30 s, of a document 60 s */
  const char *const *loopback_hosts; /* NULL ends; may be NULL */
  const uint16_t *ports;             /* allowed beside 80, 443 and 1024 up; 0 ends; may be NULL */
  const struct sv_secrets *secrets;
};

/* Forks the net process: its id in *PID and our end of its socket, not blocking, in *FD. SV_INVALID
 * when NETWORK cannot be read, SV_INTERNAL when its code is not there or not to be trusted. */
enum sv_status sv_net_start(const struct sv_net_options *o, pid_t *pid, int *fd,
                            struct sv_error *err) SV_MUST_USE;

/* The life of the net process in the child of PARENT, with the other end FD. Does not return. */
typedef void sv_net_code(const struct sv_net_options *o, pid_t parent, int fd);
sv_net_code sv_net_main;

/* Where sv_net_main() is: in a module of its own, because libcurl and what comes with it take
 * longer to load than most commands to run, or in the program when the plugins are too
 * (net_linked.c). Looks for it in main, as sv_net_start() says. */
enum sv_status sv_net_code_check(struct sv_error *err) SV_MUST_USE;
/* Loads it in the child. NULL when it cannot be; what the loader says is on standard error then. */
sv_net_code *sv_net_code_load(void);

#endif
