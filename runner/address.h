// SPDX-License-Identifier: Apache-2.0
/* Which network addresses may be connected to (contract section 6). Pure: numbers in, a word out.
 */
#ifndef SV_RUNNER_ADDRESS_H
#define SV_RUNNER_ADDRESS_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

enum sv_address_mode { SV_ADDRESS_SELF, SV_ADDRESS_PUBLIC, SV_ADDRESS_LIST };

struct sv_cidr {
  uint8_t bytes[16]; /* IPv4: the first four */
  unsigned bits;
  bool v6;
};

struct sv_address_policy {
  enum sv_address_mode mode;
  const struct sv_cidr *list;
  size_t count;
};

/* Reads "self", "public" or CIDRs with commas between; NULL is "self". The list lives in A.
 * SV_INVALID names the part that is neither. */
enum sv_status sv_address_policy_read(const char *network, struct sv_arena *a,
                                      struct sv_address_policy *out,
                                      struct sv_error *err) SV_MUST_USE;

/* NULL when SA may be connected to, else what it is ("link-local"; static). NAMED: the operator or
 * the target file named the host, so that loopback is meant. IPv4 inside IPv6 is judged as IPv4. */
const char *sv_address_refusal(const struct sv_address_policy *p, const struct sockaddr *sa,
                               bool named);

/* Whether SA is a loopback address, IPv4 inside IPv6 included. */
bool sv_address_is_loopback(const struct sockaddr *sa);

/* Whether PORT is one a web service has: 80, 443, 1024 and up. */
bool sv_address_port_is_common(uint16_t port);

/* SA as text without its port in OUT (room for 64). */
void sv_address_text(const struct sockaddr *sa, char out[64]);

#endif
