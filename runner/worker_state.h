// SPDX-License-Identifier: Apache-2.0
/* What a worker holds while it lives; seen by worker.c and the services only. */
#ifndef SV_RUNNER_WORKER_STATE_H
#define SV_RUNNER_WORKER_STATE_H

#include "engines/base/arena.h"
#include "runner/wire.h"
#include "runner/worker.h"

#include <stdbool.h>

enum { SV_WORKER_SOCKET = 3 };

/* A document that main has given, kept for the life of the worker. */
struct sv_held_document {
  bool known;
  struct sv_artifact artifact;
};

enum { SV_HELD_DOCUMENTS = SV_DOCUMENTS_MOST };

struct sv_worker {
  struct sv_ctx ctx; /* first: services find the worker by it */
  const struct sv_worker_setup *setup;
  struct sv_loaded plugin;
  struct sv_frames in;
  struct sv_buf out;
  struct sv_arena life;  /* until the worker ends */
  struct sv_arena check; /* until the check returns */
  uint64_t number;       /* of the check that runs, from main; 0: none */
  const struct sv_check *row;
  const struct sv_subject *subject;
  bool opening; /* the plugin's open() runs: it may not ask for anything */
  uint32_t looked;
  uint32_t findings, facts, logs, evidences;
  uint32_t findings_left_out;
  json_t *known; /* the facts, while a cross check runs */
  struct sv_held_document documents[SV_HELD_DOCUMENTS];
};

extern const struct sv_services sv_worker_services;

/* Ends the process: main is gone or memory is. */
_Noreturn void sv_worker_die(const char *why);

/* P, or the end of the process when it is NULL. */
void *sv_worker_need(void *p);

/* Begins a frame of TYPE for the check that runs, and sends it. Sending may be put off until
 * sv_worker_flush(). */
size_t sv_worker_begin(struct sv_worker *w, uint8_t type);
void sv_worker_end(struct sv_worker *w, size_t begin);
void sv_worker_flush(struct sv_worker *w);

/* Waits for the next frame of main. */
void sv_worker_receive(struct sv_worker *w, uint8_t *type, struct sv_unpack *u);

/* TEXT in at most SV_WIRE_TEXT_MOST bytes, in the arena of the check when it had to be cut. */
const char *sv_worker_cut(struct sv_worker *w, const char *text);

/* The services that have files of their own. */
const struct sv_response *sv_service_http(struct sv_ctx *ctx, const struct sv_request *request);
void sv_service_http_all(struct sv_ctx *ctx, const struct sv_request *requests, size_t n,
                         const struct sv_response **out);
const struct sv_artifact *sv_service_artifact(struct sv_ctx *ctx, const char *kind, size_t n);
const struct sv_answered *sv_service_handshake(struct sv_ctx *ctx, const struct sv_offer *offer);
const struct sv_named *sv_service_lookup(struct sv_ctx *ctx, const struct sv_question *question);
void sv_service_finding(struct sv_ctx *ctx, const struct sv_finding *finding);
void sv_service_fact(struct sv_ctx *ctx, const struct sv_fact *fact);
sv_evidence sv_service_evidence(struct sv_ctx *ctx, const char *label, const char *media_type,
                                const void *data, size_t size);

#endif
