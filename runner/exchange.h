// SPDX-License-Identifier: Apache-2.0
/* One HTTP request and its answer, as main, net and the recording hold it. Strings are borrowed
 * from the arena or the frame they came with. */
#ifndef SV_RUNNER_EXCHANGE_H
#define SV_RUNNER_EXCHANGE_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"
#include "engines/base/status.h"
#include "runner/frame.h"

#include <samsvar/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is asked for: absolute URL, no redirects (main follows them hop by hop). */
struct sv_ask {
  const char *method;
  const char *url;
  const char *const *headers; /* "Name: value" */
  size_t header_count;
  const void *body;
  size_t body_size;
  const char *credential; /* name; NULL: anonymous */
  uint32_t timeout_ms;    /* 0: the run's own */
  bool http_1;            /* offer HTTP/1.1 only */
  const char *address;    /* of the host, to connect to; NULL: any */
  bool document;          /* a document fetch: the larger time limit holds */
  bool once;              /* what may change data is shared like what may not */
  const char *asker; /* whose question it is, as a check and an endpoint; NULL: samsvar's own */
};

/* What came back. Everything is masked already: net hides secrets before anything leaves it. */
struct sv_answer {
  const char *error; /* as sv_response.error; NULL: there is an answer */
  const char *detail;
  int status;
  uint32_t marks;
  const char *http_version;
  const char *const *headers; /* "Name: value" */
  size_t header_count;
  const char *const *sent_headers; /* as they went out, masked */
  size_t sent_header_count;
  const void
      *body; /* decoded from Content-Encoding: gzip, so that it could be masked; a NUL follows it */
  size_t body_size;
  uint64_t wire_size;   /* of the body before that */
  char body_sha256[65]; /* of the body as it stands here; "" without a body */
  int64_t started_ms;   /* wall clock, since 1970 */
  uint32_t duration_ms;
  uint32_t attempts;
  uint32_t masked;            /* values hidden, identity numbers among them */
  uint32_t identity_numbers;  /* Norwegian ones, in the body of the answer */
  uint32_t synthetic_numbers; /* of them, those of a series for tests */
  bool location_hidden;       /* Location had a value to hide: it cannot be followed */
  const char *address;        /* numeric, of the host that answered; never in published reports */
  struct sv_tls tls;
  bool has_tls;
  const void *tls_packed; /* the same as bytes, when there; saves packing it again */
  size_t tls_packed_size;
};

void sv_pack_ask(struct sv_buf *b, const struct sv_ask *ask);
/* Arrays are made in A; strings are borrowed from the frame. Failure shows in U. */
void sv_unpack_ask(struct sv_unpack *u, struct sv_arena *a, struct sv_ask *ask);

/* A list of texts. Unpacked: in A, NULL last; the texts are borrowed from the frame. */
void sv_pack_strings(struct sv_buf *b, const char *const *list, size_t count);
const char *const *sv_unpack_strings(struct sv_unpack *u, struct sv_arena *a, size_t *count);

/* What a handshake showed, as bytes that are equal for equal facts. */
void sv_pack_tls(struct sv_buf *b, const struct sv_tls *tls);
void sv_unpack_tls(struct sv_unpack *u, struct sv_arena *a, struct sv_tls *tls);

void sv_pack_answer(struct sv_buf *b, const struct sv_answer *answer);
void sv_unpack_answer(struct sv_unpack *u, struct sv_arena *a, struct sv_answer *answer);

/* The key under which identical safe requests are one: method, URL without fragment, headers in
 * order, credential, protocol. Appends it to OUT. */
enum sv_status sv_ask_key(const struct sv_ask *ask, struct sv_buf *out) SV_MUST_USE;

#endif
