// SPDX-License-Identifier: Apache-2.0
/* The layout is the one of jansson and of Python's json, so that others can check it. */
#include "engines/result/emit.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"

#include <string.h>

/* Names of ours need no escapes; those of arguments might. */
static bool is_plain(const char *key, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!sv_is_alnum((unsigned char)key[i]) && key[i] != '-' && key[i] != '_')
      return false;
  return true;
}

/* Comma, line end, indentation and name in one piece: most of a file is this. */
static void begin(struct sv_emit *e, const char *key)
{
  static const char spaces[] = "                                ";
  char head[128];
  size_t n = 0;
  const size_t size = key ? strlen(key) : 0;
  const size_t indent = 2u * e->depth < sizeof spaces - 1 ? 2u * e->depth : sizeof spaces - 1;
  if (e->filled)
    head[n++] = ',';
  if (e->depth) {
    head[n++] = '\n';
    memcpy(head + n, spaces, indent);
    n += indent;
  }
  e->filled = true;
  if (key && size <= sizeof head - 48 && is_plain(key, size)) {
    head[n++] = '"';
    memcpy(head + n, key, size);
    n += size;
    memcpy(head + n, "\": ", 3);
    (void)sv_buf_add(e->out, head, n + 3);
    return;
  }
  (void)sv_buf_add(e->out, head, n);
  if (!key)
    return;
  (void)sv_escape_json(e->out, key, size);
  (void)sv_buf_add(e->out, ": ", 2);
}

void sv_emit_open(struct sv_emit *e, const char *key, char bracket)
{
  begin(e, key);
  (void)sv_buf_addc(e->out, bracket);
  e->depth++;
  e->filled = false;
}

void sv_emit_close(struct sv_emit *e, char bracket)
{
  const bool filled = e->filled;
  e->depth--;
  e->filled = false;
  if (filled) {
    const unsigned depth = e->depth;
    if (depth)
      begin(e, NULL);
    else
      (void)sv_buf_addc(e->out, '\n');
  }
  (void)sv_buf_addc(e->out, bracket);
  e->filled = true;
}

void sv_emit_text(struct sv_emit *e, const char *key, const char *text)
{
  begin(e, key);
  if (text)
    (void)sv_escape_json(e->out, text, strlen(text));
  else
    (void)sv_buf_add(e->out, "null", 4);
}

void sv_emit_number(struct sv_emit *e, const char *key, int64_t number)
{
  char digits[24];
  size_t at = sizeof digits;
  uint64_t n = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  do
    digits[--at] = (char)('0' + n % 10);
  while ((n /= 10) != 0);
  if (number < 0)
    digits[--at] = '-';
  begin(e, key);
  (void)sv_buf_add(e->out, digits + at, sizeof digits - at);
}

void sv_emit_bool(struct sv_emit *e, const char *key, bool value)
{
  begin(e, key);
  (void)sv_buf_adds(e->out, value ? "true" : "false");
}

void sv_emit_optional(struct sv_emit *e, const char *key, const char *text)
{
  if (text)
    sv_emit_text(e, key, text);
}
