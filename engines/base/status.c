// SPDX-License-Identifier: Apache-2.0
/* Filling in struct sv_error. The format is a msgid: it is translated before it is filled. */
#include "engines/base/status.h"

#include "engines/base/lang.h"

#include <stdarg.h>
#include <stdio.h>

SV_FORMAT(2, 0) static void say(struct sv_error *err, const char *fmt, va_list args)
{
  if (err && err->text[0] == '\0')
    (void)vsnprintf(err->text, sizeof err->text, sv_tr(fmt), args);
}

enum sv_status sv_fail(struct sv_error *err, enum sv_status status, const char *fmt, ...)
{
  va_list args;
  va_start(args, fmt);
  say(err, fmt, args);
  va_end(args);
  return status;
}

enum sv_status sv_fail_at(struct sv_error *err, enum sv_status status, const char *file,
                          size_t line, size_t column, const char *fmt, ...)
{
  if (!err || err->text[0] != '\0')
    return status;
  va_list args;
  va_start(args, fmt);
  say(err, fmt, args);
  va_end(args);
  (void)snprintf(err->file, sizeof err->file, "%s", file ? file : "");
  err->line = line;
  err->column = column;
  return status;
}

enum sv_status sv_fail_limit(struct sv_error *err, const char *name, const char *fmt, ...)
{
  if (!err || err->text[0] != '\0')
    return SV_LIMIT;
  va_list args;
  va_start(args, fmt);
  say(err, fmt, args);
  va_end(args);
  err->limit = name;
  return SV_LIMIT;
}
