// SPDX-License-Identifier: Apache-2.0
/* Growth of the bounded buffer: doubling, never past the limit. */
#include "engines/base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum sv_status fail(struct sv_buf *b, enum sv_status status)
{
  sv_buf_free(b);
  b->failed = status;
  return status;
}

enum sv_status sv_buf_reserve(struct sv_buf *b, size_t size)
{
  if (b->failed)
    return b->failed;
  if (size > b->limit || b->size > b->limit - size)
    return fail(b, SV_LIMIT);
  const size_t need = b->size + size + 1;
  if (need <= b->room)
    return SV_OK;
  size_t room = b->room ? b->room : 64;
  while (room < need)
    room = room > b->limit / 2 ? b->limit + 1 : room * 2;
  char *data = realloc(b->data, room);
  if (!data)
    return fail(b, SV_NO_MEMORY);
  b->data = data;
  b->room = room;
  b->data[b->size] = '\0';
  return SV_OK;
}

enum sv_status sv_buf_add(struct sv_buf *b, const void *data, size_t size)
{
  SV_TRY(sv_buf_reserve(b, size));
  if (size)
    memcpy(b->data + b->size, data, size);
  b->size += size;
  b->data[b->size] = '\0';
  return SV_OK;
}

enum sv_status sv_buf_adds(struct sv_buf *b, const char *text)
{
  return sv_buf_add(b, text, strlen(text));
}

enum sv_status sv_buf_addc(struct sv_buf *b, char c)
{
  return sv_buf_add(b, &c, 1);
}

enum sv_status sv_buf_addf(struct sv_buf *b, const char *fmt, ...)
{
  va_list args;
  va_start(args, fmt);
  va_list again;
  va_copy(again, args);
  const int size = vsnprintf(NULL, 0, fmt, args);
  va_end(args);
  enum sv_status status = size < 0 ? fail(b, SV_INTERNAL) : sv_buf_reserve(b, (size_t)size);
  if (status == SV_OK) {
    (void)vsnprintf(b->data + b->size, (size_t)size + 1, fmt, again);
    b->size += (size_t)size;
  }
  va_end(again);
  return status;
}

void sv_buf_cut(struct sv_buf *b, size_t size)
{
  if (size >= b->size)
    return;
  b->size = size;
  b->data[size] = '\0';
}

const char *sv_buf_text(const struct sv_buf *b)
{
  return b->data ? b->data : "";
}

char *sv_buf_take(struct sv_buf *b)
{
  char *data = b->data;
  b->data = NULL;
  b->size = 0;
  b->room = 0;
  return data;
}

void sv_buf_free(struct sv_buf *b)
{
  free(b->data);
  b->data = NULL;
  b->size = 0;
  b->room = 0;
}
