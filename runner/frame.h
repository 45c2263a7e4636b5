// SPDX-License-Identifier: Apache-2.0
/* Messages between processes: 4 bytes length, 1 byte type, then fields written one after another. Whoever reads
 * knows the order; every read is bounded, and after the first fault all reads give zeros and sv_unpack_ok() is
 * false. Bytes from the other side are hostile. */
#ifndef SV_RUNNER_FRAME_H
#define SV_RUNNER_FRAME_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SV_FRAME_MAX = 100 << 20 }; /* bytes: a body of the largest size and what goes with it */

/* Begins a frame of TYPE in B and returns where, for sv_frame_end(). Several frames may follow one another in B. */
size_t sv_frame_begin(struct sv_buf *b, uint8_t type);
enum sv_status sv_frame_end(struct sv_buf *b, size_t begin) SV_MUST_USE;
/* The same when MORE bytes of the frame are sent from elsewhere, right after B. */
enum sv_status sv_frame_end_with(struct sv_buf *b, size_t begin, size_t more) SV_MUST_USE;

void sv_pack_u32(struct sv_buf *b, uint32_t v);
void sv_pack_u64(struct sv_buf *b, uint64_t v);
void sv_pack_i64(struct sv_buf *b, int64_t v);
void sv_pack_string(struct sv_buf *b, const char *s); /* NULL is kept apart from "" */
void sv_pack_bytes(struct sv_buf *b, const void *data, size_t size);

struct sv_unpack {
  const char *p, *end;
  bool failed;
};

uint32_t sv_unpack_u32(struct sv_unpack *u);
uint64_t sv_unpack_u64(struct sv_unpack *u);
int64_t sv_unpack_i64(struct sv_unpack *u);
const char *sv_unpack_string(struct sv_unpack *u); /* borrowed from the frame: NUL-terminated there, no NUL within */
const void *sv_unpack_bytes(struct sv_unpack *u, size_t *size); /* borrowed; a NUL follows */

/* Whether everything was there and nothing is left. */
bool sv_unpack_ok(const struct sv_unpack *u);

/* The receiving side of a stream socket: bytes in, whole frames out. */
struct sv_frames {
  struct sv_buf in;
  size_t taken;
};

/* Reads what there is from FD. SV_OK (perhaps nothing), SV_NOT_FOUND at the end of the stream, SV_IO. */
enum sv_status sv_frames_fill(struct sv_frames *f, int fd) SV_MUST_USE;

/* The next whole frame in *U and *TYPE: true; false when there is none yet. A length over SV_FRAME_MAX sets
 * *BROKEN. What U borrows lives until the next sv_frames_fill(). */
bool sv_frames_next(struct sv_frames *f, uint8_t *type, struct sv_unpack *u, bool *broken);

/* Gives back the memory of a large frame that was taken, when nothing else is there. */
void sv_frames_trim(struct sv_frames *f);

void sv_frames_free(struct sv_frames *f);

/* Writes all SIZE bytes to FD, waiting as needed. SV_IO when the other side is gone. */
enum sv_status sv_frames_write(int fd, const void *data, size_t size) SV_MUST_USE;

#endif
