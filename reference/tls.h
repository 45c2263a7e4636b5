// SPDX-License-Identifier: Apache-2.0
/* The certificates of one run: a root, an intermediate and a leaf for localhost, made at start and
 * gone with it. */
#ifndef SV_REFERENCE_TLS_H
#define SV_REFERENCE_TLS_H

#include "engines/base/status.h"
#include "reference/breaks.h"

#include <time.h>

struct sv_tls {
  char *root;             /* PEM: what clients must trust */
  char *chain;            /* PEM: leaf, then intermediate */
  char *key;              /* PEM: of the leaf */
  const char *priorities; /* for GnuTLS: versions and suites; static */
};

/* Makes them, valid from a day before NOW for 90 days. Breaks of the certificate and of the
 * handshake apply. Free with sv_tls_free. */
enum sv_status sv_tls_make(struct sv_tls *t, const struct sv_breaks *b, time_t now,
                           struct sv_error *err) SV_MUST_USE;
void sv_tls_free(struct sv_tls *t);

#endif
