// SPDX-License-Identifier: Apache-2.0
/* The public services that the target describes, as several rules go through them. */
#ifndef SV_CROSS_SERVICES_H
#define SV_CROSS_SERVICES_H

#include "plugins/describe/describe.h"

struct sv_cross_services {
  struct sv_ctx *ctx;
  const struct sv_description *d;
  const struct sv_graph *g; /* of d */
  size_t looked_at, faults; /* of all services */
};
typedef void sv_cross_judge_service(struct sv_cross_services *s, sv_term service);

/* The N-th address (from 0) where people use SERVICE, by its channels and by itself; NULL at the
 * end. */
const struct sv_triple *sv_cross_page(const struct sv_graph *g, sv_term service, size_t n);

#endif
