// SPDX-License-Identifier: Apache-2.0
/* Questions of the net process that are no HTTP: the first message of a handshake, and names. */
#ifndef SV_RUNNER_NET_PROBE_H
#define SV_RUNNER_NET_PROBE_H

#include "runner/net_internal.h"

/* Readies T, whose ask and url are there, to connect and say a ClientHello. NULL, or why not
 * (static). */
const char *sv_shake_arm(struct sv_transfer *t);
/* T is connected, or is not (CODE): speaks, or ends T. */
void sv_shake_begin(struct sv_transfer *t, CURLcode code);

/* Begins the question of T. NULL, or why not (static). Ends T sooner or later. */
const char *sv_dns_begin(struct sv_transfer *t);

/* The descriptors to wait for, at most ROOM, and what came on them. *WAIT_MS is lowered to the next
 * deadline. */
size_t sv_probes_poll(struct sv_net *net, struct curl_waitfd *fds, size_t room, int *wait_ms);
void sv_probes_pump(struct sv_net *net, const struct curl_waitfd *fds, size_t count);

/* Of one kind: the same. */
size_t sv_dns_poll(struct sv_net *net, struct curl_waitfd *fds, size_t room);
void sv_dns_pump(struct sv_net *net);

/* T's answer is LINES (in T's arena, not masked yet), or ERROR with DETAIL: gives it and puts T
 * back. */
void sv_probe_end(struct sv_transfer *t, const char *error, const char *detail,
                  const char *const *lines, size_t count);

/* Answers T with what its credential says; SV_METHOD_TOKEN. */
void sv_token_tell(struct sv_transfer *t);

#endif
