// SPDX-License-Identifier: Apache-2.0
/* The stream of events, one JSON object a line (--events FILE). The vocabulary: plan, plugin,
 * document, begin, log, finding, end, done; every object has "e" (which) and "t" (milliseconds
 * since the session began). Keys are sorted; members are only ever added. */
#ifndef SV_RUNNER_EVENT_H
#define SV_RUNNER_EVENT_H

#include "engines/result/run.h"
#include "runner/describe.h"

struct sv_events;

/* Opens the stream to PATH. SV_IO names the file. */
enum sv_status sv_events_open(const char *path, struct sv_events **out,
                              struct sv_error *err) SV_MUST_USE;

/* All of these do nothing when E is NULL. */
void sv_event_plugin(struct sv_events *e, const struct sv_plugin_info *p);
void sv_event_plan(struct sv_events *e, size_t jobs, const char *isolation);
void sv_event_document(struct sv_events *e, const char *id, const char *kind, uint32_t exchange);
void sv_event_begin(struct sv_events *e, const char *check, const char *endpoint);
void sv_event_log(struct sv_events *e, const char *level, const char *plugin, const char *text);
void sv_event_end(struct sv_events *e, const struct sv_result *r); /* and its findings */
void sv_event_done(struct sv_events *e, bool interrupted);

/* SV_IO when some event could not be written. */
enum sv_status sv_events_close(struct sv_events *e, struct sv_error *err) SV_MUST_USE;

#endif
