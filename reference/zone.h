// SPDX-License-Identifier: Apache-2.0
/* A name server of this computer: the root zone as this service would have it, signed with a key of
 * this run, with localhost in it. UDP on 127.0.0.1. */
#ifndef SV_REFERENCE_ZONE_H
#define SV_REFERENCE_ZONE_H

#include "reference/breaks.h"

#include <gnutls/abstract.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

struct sv_zone {
  const struct sv_breaks *breaks;
  int socket, stop; /* -1: none */
  unsigned port;
  gnutls_privkey_t key;
  unsigned char public_key[64]; /* P-256: X and Y */
  uint16_t tag;
  char anchor[160]; /* the trust anchor, for resolvers: a DNSKEY record as text */
  pthread_t thread;
  bool runs;
};

/* Makes a key, binds a port and begins to answer. SV_IO or SV_INTERNAL with what is wrong. */
enum sv_status sv_zone_start(struct sv_zone *z, const struct sv_breaks *breaks,
                             struct sv_error *err) SV_MUST_USE;
void sv_zone_stop(struct sv_zone *z);

#endif
