// SPDX-License-Identifier: Apache-2.0
/* What the reading half of the recording shares. */
#ifndef SV_RUNNER_JOURNAL_READ_H
#define SV_RUNNER_JOURNAL_READ_H

#include "runner/journal_internal.h"

#include <jansson.h>

struct sv_reader {
  struct sv_recording *out;
  const char *name;
  size_t line;
  struct sv_error *err;
  uint32_t crc;
  struct sv_map seen;        /* digest -> where it is */
  size_t covered;            /* bytes of bodies.bin that lines speak of */
  size_t room, use_room;     /* of out->exchanges and out->uses */
  const struct sv_tls **tls; /* by number - 1 */
  size_t tls_count;
  bool ended;
};

/* The text of MEMBER in the arena; NULL when it is absent or no text. */
const char *sv_reader_text(struct sv_reader *r, const json_t *object, const char *member);

/* The stored bytes that OBJECT points at. */
enum sv_status sv_reader_stored(struct sv_reader *r, const json_t *object, const void **data,
                                size_t *size, char sha256[65]) SV_MUST_USE;

/* Fills X from its line; SV_INVALID when something is missing or of another kind. */
enum sv_status sv_reader_exchange(struct sv_reader *r, const json_t *object,
                                  struct sv_exchange *x) SV_MUST_USE;

/* Takes in what a handshake showed. */
enum sv_status sv_reader_tls(struct sv_reader *r, const json_t *object) SV_MUST_USE;

#endif
