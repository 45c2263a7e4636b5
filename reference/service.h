// SPDX-License-Identifier: Apache-2.0
/* The service: what it knows while it runs, and how it answers one request. It has no sockets. */
#ifndef SV_REFERENCE_SERVICE_H
#define SV_REFERENCE_SERVICE_H

#include "engines/base/status.h"
#include "reference/breaks.h"
#include "reference/exchange.h"

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#define SV_REFERENCE_NAME "Referansetjenesten"
#define SV_REFERENCE_VERSION "1.4.0"

struct sv_documents;
struct sv_register;
struct sv_keys;
struct sv_peppol;
struct sv_state;

struct sv_service {
  char base[64]; /* "https://localhost:8443" */
  unsigned tls_port;
  unsigned seed;
  time_t started;
  time_t now; /* what the clock says; 0: the system's */
  struct sv_breaks breaks;
  struct sv_register *units;
  struct sv_documents *documents;
  struct sv_keys *keys;
  struct sv_peppol *peppol;
  struct sv_state *state;
};

/* Fills a service that answers under https://localhost:TLS_PORT; documents are read from the data
 * folder DATA. SEED decides the content. Free with sv_service_free, also after a failure. */
enum sv_status sv_service_make(struct sv_service *s, const char *data, unsigned tls_port,
                               struct sv_error *err) SV_MUST_USE;
void sv_service_free(struct sv_service *s);

/* Answers the request of X: always sets a status. Safe to call from many threads. */
void sv_service_answer(const struct sv_service *s, struct sv_exchange *x);

static inline bool sv_service_quirk(const struct sv_service *s, enum sv_quirk quirk)
{
  return sv_breaks_quirk(&s->breaks, quirk);
}

#endif
