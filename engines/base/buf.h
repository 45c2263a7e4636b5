// SPDX-License-Identifier: Apache-2.0
/* A bounded byte buffer. It owns its bytes until sv_buf_take(); after a failed call it is empty and
 * stays failed, so that a chain of calls needs one test at its end. */
#ifndef SV_BASE_BUF_H
#define SV_BASE_BUF_H

#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>

struct sv_buf {
  char *data; /* NUL-terminated; NULL while empty */
  size_t size;
  size_t room;
  size_t limit;
  enum sv_status failed;
};

/* An empty buffer that never holds more than MOST bytes. */
#define SV_BUF(most) ((struct sv_buf){ .limit = (most) })

/* All return SV_OK, SV_LIMIT or SV_NO_MEMORY, and do nothing after a failure. */
enum sv_status sv_buf_add(struct sv_buf *b, const void *data, size_t size);
enum sv_status sv_buf_adds(struct sv_buf *b, const char *text);
enum sv_status sv_buf_addc(struct sv_buf *b, char c);
enum sv_status sv_buf_addf(struct sv_buf *b, const char *fmt, ...) SV_FORMAT(2, 3);

/* Room for SIZE more bytes without growing later. */
enum sv_status sv_buf_reserve(struct sv_buf *b, size_t size);

/* Forgets everything from SIZE on. */
void sv_buf_cut(struct sv_buf *b, size_t size);

/* The text, "" while empty. Borrowed until the next call. */
const char *sv_buf_text(const struct sv_buf *b);

/* The bytes, to be freed with free(); the buffer is empty after. NULL when it failed or nothing was added. */
char *sv_buf_take(struct sv_buf *b) SV_MUST_USE;

void sv_buf_free(struct sv_buf *b);

#endif
