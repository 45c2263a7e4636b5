// SPDX-License-Identifier: Apache-2.0
/* What functions that can fail return, and the one place that says why. */
#ifndef SV_BASE_STATUS_H
#define SV_BASE_STATUS_H

#include <stddef.h>

enum sv_status {
  SV_OK = 0,
  SV_NO_MEMORY, /* the system or the arena's budget has no more */
  SV_LIMIT,     /* a named limit was reached; sv_error.limit says which */
  SV_INVALID,   /* the input breaks its grammar or rules */
  SV_NOT_FOUND,
  SV_DENIED, /* permission, trust or policy */
  SV_IO,     /* reading or writing failed */
  SV_INTERNAL
};

/* One sentence and, when the fault is in a text, where. Owned by the caller; the first message wins. */
struct sv_error {
  char text[512];
  char file[256];
  size_t line;       /* from 1; 0: none */
  size_t column;     /* from 1, in code points; 0: none */
  const char *limit; /* name of the limit reached, a static string; NULL: none */
};

#define SV_MUST_USE __attribute__((warn_unused_result))
#define SV_FORMAT(fmt, arg) __attribute__((format(printf, fmt, arg)))

/* Passes a failure up. */
#define SV_TRY(call)                                                                               \
  do {                                                                                             \
    enum sv_status sv_try_ = (call);                                                               \
    if (sv_try_ != SV_OK)                                                                          \
      return sv_try_;                                                                              \
  } while (0)

/* Returns STATUS, so that a function can end with it. FMT is a msgid: a calm English sentence without a full stop.
 * ERR may be NULL. */
enum sv_status sv_fail(struct sv_error *err, enum sv_status status, const char *fmt, ...)
    SV_FORMAT(3, 4);

/* As sv_fail, with the position in FILE (may be NULL). */
enum sv_status sv_fail_at(struct sv_error *err, enum sv_status status, const char *file,
                          size_t line, size_t column, const char *fmt, ...) SV_FORMAT(6, 7);

/* As sv_fail with SV_LIMIT; NAME is the limit's static name. */
enum sv_status sv_fail_limit(struct sv_error *err, const char *name, const char *fmt, ...)
    SV_FORMAT(3, 4);

#endif
