// SPDX-License-Identifier: Apache-2.0
/* Looking at a target without judging it: a broker with a recording that is thrown away. */
#ifndef SV_RUNNER_LOOK_H
#define SV_RUNNER_LOOK_H

#include "runner/broker.h"
#include "runner/run_options.h"

typedef enum sv_status sv_look_work(void *closure, struct sv_broker *b, struct sv_error *err);

/* Opens a broker for T as O says, lets WORK ask through it, and closes it. The status of the first
 * that failed. */
enum sv_status sv_look(const struct sv_run_options *o, const struct sv_target *t,
                       sv_look_work *work, void *closure, struct sv_error *err) SV_MUST_USE;

#endif
