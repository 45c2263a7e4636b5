// SPDX-License-Identifier: Apache-2.0
/* The layout is the one of jansson and of Python's json, so that others can check it. */
#include "engines/result/emit.h"

#include "engines/base/escape.h"

#include <string.h>

static void begin(struct sv_emit *e, const char *key)
{
  static const char spaces[] = "\n                                ";
  if (e->filled)
    (void)sv_buf_addc(e->out, ',');
  if (e->depth) {
    const size_t indent = 2u * e->depth;
    (void)sv_buf_add(e->out, spaces, 1 + (indent < sizeof spaces - 1 ? indent : sizeof spaces - 2));
  }
  e->filled = true;
  if (!key)
    return;
  (void)sv_escape_json(e->out, key, strlen(key));
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
