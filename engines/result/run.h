// SPDX-License-Identifier: Apache-2.0
/* The run in memory: what results.json holds, and nothing else (contract section 3). Everything in
 * it lives in sv_run.arena. The runner fills it, write.c makes the file, read.c brings it back,
 * every renderer takes it. */
#ifndef SV_RESULT_RUN_H
#define SV_RESULT_RUN_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"
#include "engines/base/message.h"
#include "engines/base/status.h"

#include <samsvar/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A text in the three languages; NULL where there is none. */
struct sv_text {
  const char *nb, *nn, *en;
};

enum sv_mode { SV_AUTOMATIC = 1, SV_MANUAL };

struct sv_finding_record {
  const char *message; /* msgid */
  const struct sv_arg *args;
  size_t arg_count;
  const char *text; /* rendered in the run's language: the last resort of a renderer */
  struct sv_place where;
  const char *expected; /* msgid or value */
  const char *actual;
  const char *hint;            /* msgid */
  const char *const *evidence; /* "sha256:..." */
  size_t evidence_count;
  enum sv_outcome outcome;
  enum sv_attribution attribution;
  uint32_t exchange; /* its number; 0: none */
};

struct sv_result {
  const char *check;
  const char *title;               /* msgid of the check */
  const char *const *requirements; /* ids */
  size_t requirement_count;
  const char *endpoint; /* id; "" for a check of the whole target */
  enum sv_outcome outcome;
  enum sv_level level; /* the strictest of its requirements in this profile, or its own lesser one */
  enum sv_mode mode;
  enum sv_attribution attribution; /* 0 when passed or inapplicable */
  uint64_t duration_ms;
  const char *blocked_by; /* check id; NULL: none */
  const char *reason;     /* msgid: why untested or cantTell; NULL: the findings say */
  bool is_presence;       /* its check is SV_PRESENCE; not in the file */
  bool is_missing;        /* a document that it asked for could not be had; not in the file */
  const uint32_t *exchanges;
  size_t exchange_count;
  const struct sv_finding_record *findings;
  size_t finding_count;
  size_t findings_left_out; /* over the limit of 100 a check */
};

struct sv_waiver {
  const char *requirement;
  const char *reason;
  const char *owner;
  const char *expires; /* YYYY-MM-DD */
  bool expired;        /* at the run's asOf */
};

struct sv_declared_evidence {
  const char *file;   /* without its folders */
  const char *sha256; /* hex */
};

/* A person's answer to a requirement that no program can judge. */
struct sv_declared {
  const char *requirement;
  enum sv_outcome answer;  /* SV_PASSED, SV_FAILED or SV_INAPPLICABLE */
  const char *explanation; /* NULL: none */
  const char *reviewer;
  const char *date, *expires; /* YYYY-MM-DD */
  bool expired;               /* at the run's asOf */
  const struct sv_declared_evidence *evidence;
  size_t evidence_count;
};

struct sv_norm {
  const char *title;
  const char *clause;
  const char *url;
};

/* A requirement of the profile and what became of it. */
struct sv_requirement_result {
  const char *id;
  enum sv_layer layer;
  enum sv_level level;
  enum sv_mode mode;
  bool seen; /* the catalogue's mark; false never gates */
  struct sv_text title;
  struct sv_text statement;
  struct sv_text manual; /* why a person judges it; empty: a program does */
  struct sv_norm norm;
  const char *area; /* family: "transport"; of the other layers, "" */
  const char *const *capabilities;
  size_t capability_count;
  const char *const *checks; /* ids of the checks that judge it, sorted; none: no check */
  size_t check_count;
  const struct sv_waiver *waiver;     /* NULL: none */
  const struct sv_declared *declared; /* NULL: nobody has answered */
  /* set by sv_verdict_compute() */
  enum sv_outcome outcome;
  enum sv_attribution attribution;
  const char *reason; /* msgid; "no check", "blocked" ... when untested */
  enum sv_level lesser; /* of the failure, when less than the requirement's level; 0: none */
  bool no_check;      /* no check, source not read, or no answer: counted apart, never gates */
  char fingerprint[33];
};

struct sv_header_field {
  const char *name, *value;
};

struct sv_exchange_record {
  uint32_t n;
  const char *method;
  const char *url;
  int status;
  const char *error; /* as sv_response.error */
  const char *detail;
  uint32_t marks;
  const struct sv_header_field *request_headers;
  size_t request_header_count;
  const struct sv_header_field *response_headers;
  size_t response_header_count;
  uint32_t duration_ms;
  uint32_t attempts;
  const char *http_version;
  const struct sv_tls *tls;
  const char *body_sha256; /* hex; NULL: no body */
  uint64_t body_size;
  const char
      *excerpt; /* text of the body's beginning, cleaned, at most 8 KiB; NULL: none or not text */
  const char *curl;    /* a line that repeats it, secrets as $NAME */
  const char *started; /* RFC 3339 */
};

struct sv_fact_record {
  const char *check, *subject, *predicate, *value;
  struct sv_place where;
  uint32_t exchange;
};

struct sv_totals {
  uint32_t passed, failed, inapplicable, cant_tell, untested, waived, no_check;
};

/* The words of the Commission's IMAPS, from the lowest. */
enum sv_maturity_level {
  SV_AD_HOC = 1,
  SV_OPPORTUNISTIC,
  SV_ESSENTIAL,
  SV_SUSTAINABLE,
  SV_SEAMLESS
};

/* What a level asks, in percent: of the must- and should-requirements that can be judged how many
 * are met, and of all that applies how much was judged. */
struct sv_maturity_rule {
  bool given;
  unsigned must, should, shown;
};

/* How far a layer has come. */
struct sv_maturity {
  enum sv_maturity_level level; /* 0: nothing was judged, or the profile has no rule */
  uint32_t must_met, must_of, should_met, should_of;
  uint32_t judged, applicable; /* those without a check or an answer are applicable */
};

struct sv_layer_totals {
  enum sv_layer layer;
  struct sv_totals totals;
  struct sv_maturity maturity;
};

struct sv_life_event_totals {
  const char *code; /* "fa-barn" */
  struct sv_totals totals;
};

struct sv_capability_totals {
  const char *id;
  struct sv_totals totals;
};

enum sv_verdict_value {
  SV_CONFORMS = 1,
  SV_CONFORMS_WITH_WAIVERS,
  SV_DOES_NOT_CONFORM,
  SV_NOT_SHOWN
};

/* What people see of a requirement: reports section 1. */
enum sv_display {
  SV_SHOW_FAIL = 1, /* in the order worst first */
  SV_SHOW_ERROR,
  SV_SHOW_WARNING,
  SV_SHOW_NOT_TESTED,
  SV_SHOW_WAIVED,
  SV_SHOW_NOT_APPLICABLE,
  SV_SHOW_PASS
};

/* What became of a requirement since the baseline. Only a deviation or warning can be new, still
 * there or fixed; what can no longer be judged is changed, never fixed. */
enum sv_change {
  SV_CHANGE_NEW = 1, /* not met, and was not so before */
  SV_CHANGE_CHANGED, /* another status, or not met in other places */
  SV_CHANGE_STILL,   /* not met, in the same places as before */
  SV_CHANGE_FIXED,   /* was not met, and now is, or no longer applies */
  SV_CHANGE_SAME
};

/* A requirement that is not the same as in the baseline, or still not met. */
struct sv_diff_row {
  const char *id;
  struct sv_text title;
  enum sv_change change;
  enum sv_display was;      /* 0: not in the baseline */
  enum sv_display now;      /* 0: no longer in the profile */
  const char *since;        /* when it was first seen not met; NULL: it is met, or not there */
  const char *const *fresh; /* fingerprints of the failed findings that the baseline has not */
  size_t fresh_count;
  const char *const *gone; /* and of those that only the baseline has */
  size_t gone_count;
};

/* A run held against an earlier one of the same profile and target. */
struct sv_diff {
  const char *run, *started, *sha256; /* of the baseline; the digest is its file's, or NULL */
  const char *version;                /* of the profile then */
  enum sv_verdict_value verdict;
  uint32_t counts[SV_CHANGE_SAME + 1];
  const struct sv_diff_row *rows; /* sorted by id */
  size_t count;
};

/* What the gate asks: from the profile, changed by the command line. */
struct sv_gate {
  enum sv_level fail_on; /* SV_MUST or SV_SHOULD */
  unsigned min_shown;    /* percent of the applicable that must have been judged */
  bool fail_on_expired_waiver;
  bool require_manual; /* what a person judges must have been answered */
  bool fail_on_new;    /* of the failures, only those that the baseline has not */
};

/* What happened beside the judging, for the exit code. */
struct sv_run_events {
  bool interrupted;
  bool internal;      /* samsvar or a plugin broke */
  bool configuration; /* files or options wrong */
  bool unreachable;   /* nothing could be judged because the target did not answer */
};

struct sv_verdict {
  enum sv_verdict_value value;
  int exit_code;
  uint32_t judged, applicable; /* of the requirements with a check that are not inapplicable */
  uint32_t must_applicable;    /* the same, of the level must */
  struct sv_totals must;
  struct sv_totals totals;
  struct sv_layer_totals layers[5];
  size_t layer_count;
  struct sv_capability_totals *capabilities; /* sorted by id */
  size_t capability_count;
  struct sv_life_event_totals *life_events; /* sorted by code */
  size_t life_event_count;
};

struct sv_plugin_record {
  const char *name, *version, *sha256;
};

struct sv_endpoint_record {
  const char *id, *kind, *url;
  const char *const *life_events; /* codes; none: those of the target */
  size_t life_event_count;
};

struct sv_run {
  struct sv_arena arena;
  const char *id;
  const char *started, *finished; /* YYYY-MM-DDThh:mm:ss.mmmZ */
  const char *as_of;              /* YYYY-MM-DD */
  const char *language;           /* "nb", "nn", "en" */
  bool partial;
  const char *version;  /* of samsvar */
  const char *assertor; /* "self", "peer", "regulator", "ci" */
  const struct sv_plugin_record *plugins;
  size_t plugin_count;
  uint64_t requests_sent, requests_bytes, requests_shared;
  const char *isolation; /* "rlimits landlock:7 seccomp" */
  struct {
    const char *id, *version, *sha256;
    struct sv_text title;
    const char *const *tailoring; /* sentences: what the command line changed */
    size_t tailoring_count;
    struct sv_gate gate;
    struct sv_maturity_rule maturity[SV_SEAMLESS + 1]; /* by level; that of SV_AD_HOC is not used */
  } profile;
  struct {
    const char *id, *name, *orgnr, *organisation, *role, *environment;
    bool role_is_assumed; /* nobody stated it */
    const struct sv_endpoint_record *endpoints;
    size_t endpoint_count;
    const char *const *life_events; /* codes */
    size_t life_event_count;
  } target;
  struct sv_run_events events;
  struct sv_verdict verdict;
  struct sv_requirement_result *requirements; /* sorted by id */
  size_t requirement_count;
  struct sv_result *results; /* sorted by check, then endpoint */
  size_t result_count;
  struct sv_exchange_record *exchanges; /* sorted by n */
  size_t exchange_count;
  struct sv_fact_record *facts;
  size_t fact_count;
  const struct sv_waiver *unused_waivers;
  size_t unused_waiver_count;
  const char *const *unused_answers; /* ids that are not in the profile, or judged by checks */
  size_t unused_answer_count;
  uint32_t masked;            /* values hidden before anything was stored */
  const struct sv_diff *diff; /* since the baseline; NULL: none was given */
};

/* Sorts, gives every requirement its outcome, computes totals, verdict, exit code and fingerprints.
 * The rule is contract section 1 and 2: nothing judged is never a pass. A result that is failed
 * without a finding about the target becomes cantTell, attribution tool. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_verdict_compute(struct sv_run *run) SV_MUST_USE;

/* The counts and the verdict alone, from what the requirements already say. SV_OK or SV_NO_MEMORY.
 */
enum sv_status sv_verdict_count(struct sv_run *run, struct sv_verdict *out) SV_MUST_USE;

/* Whether REASON is one with which an untested requirement is counted apart: nothing judges it, or
 * a person does and has not. */
bool sv_reason_is_apart(const char *reason);

/* The level at which R is not met: that of its weaker checks when only they fail, else its own. */
enum sv_level sv_requirement_level(const struct sv_requirement_result *r);

/* Finds which failures of RUN, read from a file, are of weaker checks only. Sorts the requirements.
 */
void sv_verdict_find_lesser(struct sv_run *run);

/* What people see of a requirement. */
enum sv_display sv_requirement_display(const struct sv_requirement_result *r);

/* Whether this requirement alone makes the exit code other than 0 (a CI row is red if and only if
 * this holds). */
bool sv_requirement_gates(const struct sv_run *run, const struct sv_requirement_result *r);

/* Where a finding is, without what moves: no line numbers, no array indexes. Appends to OUT. */
enum sv_status sv_location_key(const char *endpoint, const struct sv_place *where,
                               struct sv_buf *out) SV_MUST_USE;

/* The identity of a finding (LOCATION from sv_location_key) or of a whole requirement (""): 32
 * hexadecimal digits and a NUL. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_fingerprint(const char *requirement, const char *target, const char *location,
                              char out[33]) SV_MUST_USE;

/* The same for finding F of RESULT, as one of REQUIREMENT. */
enum sv_status sv_finding_fingerprint(const struct sv_run *run, const char *requirement,
                                      const struct sv_result *result,
                                      const struct sv_finding_record *f, char out[33]) SV_MUST_USE;

/* Whether BEFORE can be the baseline of a run of PROFILE against TARGET (ids). SV_INVALID with a
 * sentence. */
enum sv_status sv_diff_check(const struct sv_run *before, const char *profile, const char *target,
                             struct sv_error *err) SV_MUST_USE;

/* Holds RUN, judged, against BEFORE, whose file has the digest SHA256 (may be NULL): run->diff,
 * which borrows nothing of BEFORE, and the verdict that follows. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_diff_make(struct sv_run *run, const struct sv_run *before,
                            const char *sha256) SV_MUST_USE;

/* The row of requirement ID, or NULL. */
const struct sv_diff_row *sv_diff_find(const struct sv_diff *diff, const char *id);

/* Whether ROW says that something is not met which was met before, or elsewhere than before. */
bool sv_diff_is_new(const struct sv_diff_row *row);

/* Whether FINGERPRINT is of a finding of ROW that the baseline has not. */
bool sv_diff_is_fresh(const struct sv_diff_row *row, const char *fingerprint);

/* Appends results.json to OUT: sorted keys, two spaces, no floating point. */
enum sv_status sv_run_write(const struct sv_run *run, struct sv_buf *out) SV_MUST_USE;

/* Reads SIZE bytes of results.json called NAME into RUN (to be freed with sv_run_free() also after
 * a failure). SV_INVALID with file, line and column when it is damaged; SV_DENIED for a newer
 * format. */
enum sv_status sv_run_read(const char *data, size_t size, const char *name, struct sv_run *run,
                           struct sv_error *err) SV_MUST_USE;

void sv_run_free(struct sv_run *run);

/* The words of contract section 1 and back; the _from functions give 0 when TEXT is none. */
const char *sv_outcome_name(enum sv_outcome o);
enum sv_outcome sv_outcome_from(const char *text);
const char *sv_attribution_name(enum sv_attribution a); /* NULL for 0 */
enum sv_attribution sv_attribution_from(const char *text);
const char *sv_layer_name(enum sv_layer l);
enum sv_layer sv_layer_from(const char *text);
const char *sv_level_name(enum sv_level l);
enum sv_level sv_level_from(const char *text); /* also in capitals */
const char *sv_verdict_name(enum sv_verdict_value v);
enum sv_verdict_value sv_verdict_from(const char *text);
const char *sv_maturity_name(enum sv_maturity_level m); /* "ad-hoc" ...; NULL for 0 */
enum sv_maturity_level sv_maturity_from(const char *text);
const char *sv_mode_name(enum sv_mode m);
enum sv_mode sv_mode_from(const char *text);
const char *sv_change_name(enum sv_change c);
enum sv_change sv_change_from(const char *text);
const char *sv_display_name(enum sv_display d); /* "fail", "not-tested" ...; NULL for 0 */
enum sv_display sv_display_from(const char *text);

#endif
