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
 * when NETWORK cannot be read. */
enum sv_status sv_net_start(const struct sv_net_options *o, pid_t *pid, int *fd,
                            struct sv_error *err) SV_MUST_USE;

#endif
