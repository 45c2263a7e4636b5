// SPDX-License-Identifier: Apache-2.0
/* From what the session holds to the run that reports read: everything is copied into the run's
 * arena. */
#ifndef SV_RUNNER_FILL_H
#define SV_RUNNER_FILL_H

#include "engines/result/run.h"
#include "runner/broker.h"
#include "runner/case.h"
#include "runner/plan.h"

/* The requirements of PLAN with their texts and the checks that PLUGINS have for each. */
enum sv_status sv_fill_requirements(struct sv_run *run, const struct sv_plan *plan,
                                    const struct sv_plugin_info *plugins,
                                    size_t plugin_count) SV_MUST_USE;

/* Every exchange of the broker. Excerpts for those that findings name; SEEN has what workers
 * decoded. */
enum sv_status sv_fill_exchanges(struct sv_run *run, const struct sv_broker *b,
                                 const struct sv_target *t) SV_MUST_USE;

/* Names, places and the plugins that could be used. */
enum sv_status sv_fill_target(struct sv_run *run, const struct sv_target *t) SV_MUST_USE;
enum sv_status sv_fill_plugins(struct sv_run *run, const struct sv_plugin_info *plugins,
                               size_t count) SV_MUST_USE;

/* Names RUN by chance; in a replay by what it is made from, so that it is the same each time: the
 * recording of B, begun at NOW_MS, and the profile with digest SHA256. */
enum sv_status sv_fill_id(struct sv_run *run, const struct sv_broker *b, const char *sha256,
                          int64_t now_ms, bool replay) SV_MUST_USE;

/* A command line that repeats the request, secrets as $NAME; in A. NULL without memory. */
const char *sv_curl_line(struct sv_arena *a, const struct sv_ask *ask, const struct sv_target *t);

/* "2026-01-31T12:00:00.123Z" in A. */
const char *sv_time_text(struct sv_arena *a, int64_t ms);

#endif
