// SPDX-License-Identifier: Apache-2.0
/* A session: one profile against one target, from the plan to a filled and judged run. It starts
 * and ends every process that a run needs. */
#ifndef SV_RUNNER_SESSION_H
#define SV_RUNNER_SESSION_H

#include "runner/broker.h"
#include "runner/catalogue.h"
#include "runner/observer.h"
#include "runner/profile.h"
#include "runner/target.h"

#include <stdbool.h>
#include <stdint.h>

/* What the recording keeps beside the exchanges, so that a replay needs no other file: the target
 * as text, and the profile's name, a newline and its digest. */
#define SV_KEPT_TARGET "target.json"
#define SV_KEPT_PROFILE "profile"

/* Lists of ids end with NULL; a list that is NULL is empty. An id may be cut at a dot or hyphen:
 * "technical.http", "TEC-HTP". */
struct sv_session_options {
  const struct sv_catalogue *catalogue;
  const struct sv_profile *profile;
  const struct sv_target *target;
  const char *recording; /* folder to write or, in a replay, to read */
  bool replay;
  enum sv_dry dry; /* nothing is sent */
  const char *const *only;           /* checks or requirements */
  const char *const *skip;           /* checks or requirements */
  const char *const *layers;         /* "legal" ...; "cross" for the checks that compare layers */
  const char *const *plugin_dirs;    /* before SAMSVAR_PLUGIN_PATH and the installed folder */
  const char *const *loopback_hosts; /* hosts the command line or target file named */
  bool allow_unsafe;
  unsigned seed;                        /* of contract runs; 0: the recording's, else 1 */
  bool require_isolation;               /* anything missing of the cage is SV_DENIED */
  unsigned jobs;                        /* workers at once; 0: processors, at most 8 */
  unsigned rate, concurrency, requests; /* as in sv_broker_options */
  uint32_t timeout_ms;                  /* of one exchange; 0: 30 s */
  uint32_t check_timeout_ms;            /* 0: 60 s, not counting the wait for answers */
  uint32_t target_timeout_ms;           /* 0: 15 minutes */
  const char *network, *cacert, *contact, *proxy;
  const char *waivers;        /* JSON file; NULL: none */
  const char *vocabularies;   /* folder of newer code lists; NULL: SAMSVAR_VOCABULARIES, or none */
  const char *answers;        /* JSON file; NULL: the target's, in a replay the recording's */
  const char *events;         /* file for the stream of events, NDJSON; NULL: none */
  const char *as_of;          /* YYYY-MM-DD; NULL: the day of the run */
  const char *assertor;       /* NULL: "self" */
  const char *language;       /* "nb", "nn", "en" */
  const struct sv_gate *gate; /* NULL: the profile's */
  const char *const
      *tailoring; /* sentences for sv_run.profile.tailoring beside the session's own */
  const struct sv_observer *observer; /* NULL: nobody */
  /* Called when every check is done, with the results and the exchanges that they number; NULL:
   * nobody. */
  enum sv_status (*asked)(void *closure, const struct sv_run *run,
                          const struct sv_exchange *const *exchanges, size_t count);
  void *asked_closure;
  const char *target_text;            /* for the recording; NULL: made from the target */
  const char *profile_name;           /* as it can be read again; NULL: its id */
  const struct sv_run *baseline;      /* to compare with; NULL: nothing */
  const char *baseline_sha256;        /* of its file */
};

/* Runs. SV_OK: OUT is filled and judged, whatever happened, and out->verdict.exit_code says how it
 * went. SV_INVALID, SV_DENIED or SV_NOT_FOUND: the configuration is wrong, ERR says how, nothing
 * was sent (exit 2). Other failures are ours (exit 5). OUT is to be freed with sv_run_free() in
 * every case. The process becomes a child subreaper and undumpable; SIGINT and SIGTERM are taken
 * while it runs and end it with a partial run. */
enum sv_status sv_session_run(const struct sv_session_options *options, struct sv_run *out,
                              struct sv_error *err) SV_MUST_USE;

#endif
