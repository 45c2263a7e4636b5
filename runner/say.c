// SPDX-License-Identifier: Apache-2.0
/* Sentences to the person at the terminal. */
#include "runner/say.h"

#include "engines/base/escape.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "runner/mask.h"

#include <stdarg.h>
#include <string.h>

enum { ARGS_MAX = 12, SENTENCE_MAX = 64 * 1024, TEXT_MAX = 16 << 20 };

void sv_say_shown(FILE *out, const char *text)
{
  struct sv_buf masked = SV_BUF(TEXT_MAX);
  struct sv_buf line = SV_BUF(TEXT_MAX);
  if (sv_mask_text(text, strlen(text), &masked) == SV_OK &&
      sv_escape_terminal(&line, sv_buf_text(&masked), masked.size, SV_BLOCK) == SV_OK)
    (void)fputs(sv_buf_text(&line), out);
  sv_buf_free(&masked);
  sv_buf_free(&line);
}

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
    sv_say_shown(out, sv_buf_text(&line));
  sv_buf_free(&line);
}

void sv_say_error(const struct sv_error *err)
{
  struct sv_buf line = SV_BUF(SENTENCE_MAX);
  if (err->file[0] && err->line)
    (void)sv_buf_addf(&line, "%s:%zu:%zu: %s\n", err->file, err->line, err->column, err->text);
  else
    (void)sv_buf_addf(&line, "%s: %s\n", err->file[0] ? err->file : "samsvar", err->text);
  sv_say_shown(stderr, sv_buf_text(&line));
  sv_buf_free(&line);
}
