// SPDX-License-Identifier: Apache-2.0
/* Things that samsvar makes itself, so that what others own is neither changed nor deleted; for
 * this folder alone. Only where requests that change something are allowed. */
#ifndef SV_TECHNICAL_CONTRACT_LIFE_H
#define SV_TECHNICAL_CONTRACT_LIFE_H

#include "plugins/technical/contract/collection.h"

enum { CON_FAMILIES_MAX = 10 };

/* Operations on the same things: POST makes one, the others are about one. */
struct con_family {
  const struct sv_operation *create, *read, *replace, *change, *drop;
  const char *name; /* of the path parameter */
};

/* A thing that was made. */
struct con_made {
  const struct con_answer *answer; /* to POST */
  json_t *path;                    /* the parameter and its value; owned */
  bool is_told;                    /* the answer says where it is */
  bool once;                       /* the requests are sent once in a run, whoever asks them so */
  const struct sv_operation *read;
  const char *word; /* of the check */
  unsigned turns;   /* how often it was read */
};

/* The families of RUN that may be tried; their number. */
size_t con_families(struct sv_ctx *ctx, struct con_run *run,
                    struct con_family out[CON_FAMILIES_MAX]);

/* POSTs the plain content of F, with the header EXTRA (may be NULL); false when nothing was made.
 */
bool con_create(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                const char *extra, struct con_tally *tally, struct con_made *out);

/* Asks operation O (may be NULL) about the thing M; NULL when it cannot be asked. A second GET of
 * the same would be answered from the run's memory: each reading has a header of its own. */
const struct con_answer *con_about(struct sv_ctx *ctx, struct con_run *run,
                                   const struct sv_operation *o, struct con_made *m);

#endif
