// SPDX-License-Identifier: Apache-2.0
/* What a service metadata publisher answers: ServiceGroup and SignedServiceMetadata of Peppol SMP
 * (namespace of BUSDOX) and of OASIS SMP 1.0. */
#ifndef SV_XML_SMP_H
#define SV_XML_SMP_H

#include "engines/base/arena.h"
#include "engines/xml/xml.h"

enum { SV_SMP_ENDPOINTS_MAX = 64 };

enum sv_smp_kind { SV_SMP_OTHER, SV_SMP_GROUP, SV_SMP_METADATA };

/* Where documents of one process are delivered. NULL: not said. */
struct sv_smp_endpoint {
  const char *profile; /* transportProfile */
  const char *address;
  const char *activation, *expiration; /* xs:dateTime as written */
  const char *certificate;             /* base64 */
  size_t line;
};

struct sv_smp {
  enum sv_smp_kind kind;
  const char *participant; /* SCHEME::VALUE; NULL: not said */
  const char *document;    /* likewise */
  const char *redirect;    /* where the metadata stand instead; NULL: here */
  struct sv_smp_endpoint *endpoints;
  size_t count;
  bool is_cut; /* there are more than SV_SMP_ENDPOINTS_MAX */
};

/* Reads X into OUT; texts are made in A, white space at their ends removed. A document that is none
 * of the two is SV_SMP_OTHER. SV_NO_MEMORY, SV_LIMIT. */
enum sv_status sv_smp_read(const struct sv_xml *x, struct sv_arena *a,
                           struct sv_smp *out) SV_MUST_USE;

#endif
