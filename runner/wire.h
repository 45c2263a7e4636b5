// SPDX-License-Identifier: Apache-2.0
/* What main and a worker say to each other. Every frame of a worker begins with the number main
 * gave with SV_WIRE_GO (0 before the first): a frame that the plugin itself wrote does not have it.
 * Main believes nothing else about a worker than the bytes it can read here. */
#ifndef SV_RUNNER_WIRE_H
#define SV_RUNNER_WIRE_H

#include "runner/broker.h"
#include "runner/frame.h"

#include <samsvar/plugin.h>

#include <stdint.h>

enum sv_wire {
  /* worker to main */
  SV_WIRE_CAGED = 1, /* landlock, seccomp: what holds, said before the plugin is opened */
  SV_WIRE_PLUGIN,    /* version, licence, summary, count, rows */
  SV_WIRE_PROBLEM,   /* enum sv_load_problem, detail: it cannot be used */
  SV_WIRE_ASK,       /* id, follow, request, whether HTTP/1.1 only, address, whether once */
  SV_WIRE_DOCUMENT,  /* kind, n */
  SV_WIRE_EVIDENCE,  /* number, label, media type, bytes */
  SV_WIRE_FINDING,
  SV_WIRE_FACT,
  SV_WIRE_FACTS, /* please */
  SV_WIRE_LOG,   /* level, text */
  SV_WIRE_END,   /* outcome, findings left out, what was looked at */
  /* main to worker */
  SV_WIRE_GO = 65, /* number, check, endpoint */
  SV_WIRE_ANSWER,  /* id, response */
  SV_WIRE_GIVEN,   /* found, document */
  SV_WIRE_KNOWN,   /* facts as JSON */
  SV_WIRE_STOP
};

/* What a check looked at beside exchanges and documents. */
enum { SV_LOOKED_ENDPOINT = 1, SV_LOOKED_TARGET = 2, SV_LOOKED_PARAM = 4, SV_LOOKED_FACTS = 8 };

/* Bounds that both sides know. */
enum {
  SV_WIRE_WINDOW = 256,         /* requests of a worker on their way */
  SV_WIRE_TEXT_MOST = 64 << 10, /* of one text, cut by the worker; main cuts again */
  SV_WIRE_ARGS_MOST = 32,       /* places of a message */
  SV_WIRE_FINDINGS_MOST = 100,  /* a check; the rest is counted */
  SV_WIRE_FACTS_MOST = 10000,   /* a check */
  SV_WIRE_LOGS_MOST = 200,      /* a check */
  SV_DOCUMENTS_MOST = 64,       /* of a target */
  SV_WIRE_EVIDENCE_MOST = 8 << 20,
  SV_WIRE_EVIDENCES_MOST = 256 /* a check */
};

/* Evidence that is no exchange has this bit; the rest is its number in the worker. */
#define SV_WIRE_EVIDENCE_BIT 0x80000000u
/* The same for a document read from a file: the rest is its index among the documents. */
#define SV_WIRE_DOCUMENT_BIT 0x40000000u

/* Bytes that end a frame and are sent from where they lie, and a NUL after them. */
struct sv_wire_tail {
  const char *data; /* NULL: none */
  size_t size;
};

/* The last field of a frame: SIZE bytes at DATA, which stay. What is large is left to TAIL. */
void sv_wire_pack_last(struct sv_buf *b, const void *data, size_t size, struct sv_wire_tail *tail);

/* The answer of X to request ID, with the answers that led to it; the last field of a frame. KNOWN:
 * the number, from 1, of a document that the worker has and whose bytes are the body; 0: none.
 * Whether all fitted shows in B. */
void sv_wire_pack_response(struct sv_buf *b, const struct sv_exchange *x, uint32_t known,
                           struct sv_wire_tail *tail);

/* The same back, in A, followed by what led to it; everything else is borrowed from the frame. NULL
 * when the frame is damaged or memory ran out. */
struct sv_response *sv_wire_unpack_response(struct sv_unpack *u, struct sv_arena *a,
                                            uint32_t *known);

void sv_wire_pack_place(struct sv_buf *b, const struct sv_place *p);
void sv_wire_unpack_place(struct sv_unpack *u, struct sv_place *p);

#endif
