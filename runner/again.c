// SPDX-License-Identifier: Apache-2.0
/* The command line that runs the same again, for people to copy. */
#include "runner/again.h"

#include "runner/mask.h"

#include <string.h>

enum { LINE_MOST = 64 << 10 };

static void word(struct sv_buf *out, const char *text)
{
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                              "-_./:@%+=,";
  if (text[0] && !text[strspn(text, plain)]) {
    (void)sv_buf_adds(out, text);
    return;
  }
  (void)sv_buf_addc(out, '\'');
  for (const char *c = text; *c; c++)
    if (*c == '\'')
      (void)sv_buf_adds(out, "'\\''");
    else
      (void)sv_buf_addc(out, *c);
  (void)sv_buf_addc(out, '\'');
}

static void option(struct sv_buf *out, const char *name, const char *value)
{
  if (!value)
    return;
  (void)sv_buf_addf(out, " %s ", name);
  word(out, value);
}

static void options(struct sv_buf *out, const char *name, const struct sv_list *values)
{
  for (size_t i = 0; i < values->count; i++)
    option(out, name, values->items[i]);
}

enum sv_status sv_again(struct sv_buf *out, const char *command, const char *operand,
                        const struct sv_run_options *o)
{
  struct sv_buf line = SV_BUF(LINE_MOST);
  (void)sv_buf_addf(&line, "samsvar %s", command);
  if (operand) {
    (void)sv_buf_addc(&line, ' ');
    word(&line, operand);
  }
  options(&line, "--break", &o->breaks);
  option(&line, "-t", o->target);
  option(&line, "-p", o->profile);
  option(&line, "--role", o->role);
  option(&line, "--network", o->network);
  option(&line, "--cacert", o->cacert);
  options(&line, "--plugin-dir", &o->plugin_dirs);
  enum sv_status status = line.failed;
  if (status == SV_OK)
    status = sv_mask_text(sv_buf_text(&line), line.size, out);
  sv_buf_free(&line);
  return status;
}
