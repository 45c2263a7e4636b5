// SPDX-License-Identifier: Apache-2.0
/* Sentences to the person at the terminal. */
#include "runner/say.h"

#include "engines/base/lang.h"
#include "engines/base/message.h"

#include <stdarg.h>

enum { ARGS_MAX = 12, SENTENCE_MAX = 64 * 1024 };

void sv_say(FILE *out, const char *msgid, ...)
{
  struct sv_arg args[ARGS_MAX];
  size_t count = 0;
  va_list list;
  va_start(list, msgid);
  for (const char *name = va_arg(list, const char *); name && count < ARGS_MAX;
       name = va_arg(list, const char *)) {
    const char *text = va_arg(list, const char *);
    args[count++] = (struct sv_arg){ name, text ? text : "", 0 };
  }
  va_end(list);
  struct sv_buf line = SV_BUF(SENTENCE_MAX);
  if (sv_message_render(sv_tr(msgid), args, count, &line) == SV_OK)
    (void)fputs(sv_buf_text(&line), out);
  sv_buf_free(&line);
}

void sv_say_error(const struct sv_error *err)
{
  if (err->file[0] && err->line)
    (void)fprintf(stderr, "%s:%zu:%zu: %s\n", err->file, err->line, err->column, err->text);
  else if (err->file[0])
    (void)fprintf(stderr, "%s: %s\n", err->file, err->text);
  else
    (void)fprintf(stderr, "samsvar: %s\n", err->text);
}
