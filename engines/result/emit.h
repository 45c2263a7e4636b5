// SPDX-License-Identifier: Apache-2.0
/* Writing JSON as it goes: two spaces, one element a line, no floating point. The caller writes
 * members in the order of their names' bytes. */
#ifndef SV_RESULT_EMIT_H
#define SV_RESULT_EMIT_H

#include "engines/base/buf.h"

#include <stdbool.h>
#include <stdint.h>

struct sv_emit {
  struct sv_buf *out;
  unsigned depth;
  bool filled; /* the open object or array has something in it */
};

/* KEY is NULL for an element of an array and for the root. A failure stays in the buffer. */
void sv_emit_open(struct sv_emit *e, const char *key, char bracket);
void sv_emit_close(struct sv_emit *e, char bracket);
void sv_emit_text(struct sv_emit *e, const char *key, const char *text); /* NULL gives null */
void sv_emit_number(struct sv_emit *e, const char *key, int64_t number);
void sv_emit_bool(struct sv_emit *e, const char *key, bool value);

/* As sv_emit_text, but nothing for NULL. */
void sv_emit_optional(struct sv_emit *e, const char *key, const char *text);

#endif
