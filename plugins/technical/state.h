// SPDX-License-Identifier: Apache-2.0
/* What the plugin keeps from check to check in a worker. */
#ifndef SV_TECHNICAL_STATE_H
#define SV_TECHNICAL_STATE_H

struct document; /* document.c: the description of the endpoint at hand, and the national rules */
struct con_run;  /* contract/run.c: one an endpoint, in a list */

struct tec_state {
  struct document *document;
  struct con_run *runs;
  void (*close_runs)(struct con_run *runs); /* NULL: there are none */
};

#endif
