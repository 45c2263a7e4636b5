// SPDX-License-Identifier: Apache-2.0
/* What the writing half of the recording shares. */
#ifndef SV_RUNNER_JOURNAL_INTERNAL_H
#define SV_RUNNER_JOURNAL_INTERNAL_H

#include "engines/base/buf.h"
#include "engines/base/map.h"
#include "runner/journal.h"

#define SV_INDEX_NAME "index.ndjson"
#define SV_BODIES_NAME "bodies.bin"
#define SV_BODIES_HEAD "samsvar bodies 1\n"

/* Where a body is. */
struct sv_stored {
  char sha256[65];
  size_t at, size;
  const char *data;
};

struct sv_bodies {
  int fd;
  char *map;   /* the whole file and what it will grow to */
  size_t size; /* written */
  struct sv_buf pending;
  struct sv_map by_digest;
  struct sv_arena arena;
  int failed; /* errno of the first write that failed, or 0 */
};

/* Begins the file in folder DIR. SV_IO leaves errno. */
enum sv_status sv_bodies_open(int dir, struct sv_bodies *b) SV_MUST_USE;
const struct sv_stored *sv_bodies_add(struct sv_bodies *b, const void *data, size_t size,
                                      const char *sha256);
const struct sv_stored *sv_bodies_find(const struct sv_bodies *b, const char *sha256);
void sv_bodies_settle(struct sv_bodies *b);
/* fsync and close; errno of the first failure, or 0. */
int sv_bodies_close(struct sv_bodies *b);

/* One line's JSON, without its CRC. */
void sv_line_run(struct sv_buf *b, const struct sv_journal_run *run);
void sv_line_exchange(struct sv_buf *b, const struct sv_exchange *x, const struct sv_bodies *bodies,
                      size_t tls);
void sv_line_tls(struct sv_buf *b, size_t n, const struct sv_tls *tls);
void sv_line_stored(struct sv_buf *b, const char *type, const char *name, const char *media_type,
                    const struct sv_stored *stored);
void sv_line_use(struct sv_buf *b, const char *asker, uint32_t ordinal, uint32_t n);
void sv_line_end(struct sv_buf *b, const struct sv_broker_counts *counts, size_t exchanges,
                 size_t bodies_size);

#endif
