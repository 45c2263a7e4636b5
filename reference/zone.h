// SPDX-License-Identifier: Apache-2.0
/* A name server of this computer: the root zone as this service would have it, signed with a key of
 * this run, with localhost in it and, below that, the participant of a message network. UDP on
 * 127.0.0.1. */
#ifndef SV_REFERENCE_ZONE_H
#define SV_REFERENCE_ZONE_H

#include "reference/breaks.h"

#include <gnutls/abstract.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

/* A participant that is found by its name (U-NAPTR, Peppol SML). */
struct sv_zone_participant {
  const char *name; /* with dots; "": there is none */
  const char *url;  /* of who publishes its metadata */
};

struct sv_zone {
  const struct sv_breaks *breaks;
  int socket, stop; /* -1: none */
  unsigned port;
  gnutls_privkey_t key;
  unsigned char public_key[64]; /* P-256: X and Y */
  uint16_t tag;
  char anchor[160];               /* the trust anchor, for resolvers: a DNSKEY record as text */
  unsigned char participant[256]; /* its name as it travels */
  size_t participant_size;        /* 0: there is none */
  unsigned participant_labels;
  char url[128];
  pthread_t thread;
  bool runs;
};

/* Makes a key, binds a port and begins to answer; PARTICIPANT may be NULL. SV_IO or SV_INTERNAL
 * with what is wrong. */
enum sv_status sv_zone_start(struct sv_zone *z, const struct sv_breaks *breaks,
                             const struct sv_zone_participant *participant,
                             struct sv_error *err) SV_MUST_USE;
void sv_zone_stop(struct sv_zone *z);

/* Makes the key and the anchor of Z; for sv_zone_start(). */
bool sv_zone_make_key(struct sv_zone *z);

#endif
