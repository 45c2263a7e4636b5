// SPDX-License-Identifier: Apache-2.0
/* A column is a code point here: what terminals make of wide and joined characters differs. */
#include "reports/wrap.h"

#include "engines/base/escape.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "engines/base/utf8.h"
#include "reports/report.h"

#include <samsvar/plugin.h>

#include <string.h>

enum { FIELD_MAX = 2000, LINE_MAX_BYTES = 8000 };

void sv_wrap_fill(struct sv_buf *out, const char *c, unsigned count)
{
  for (unsigned i = 0; i < count; i++)
    (void)sv_buf_adds(out, c);
}

/* TEXT cleaned into CLEAN, cut at MOST bytes with the number left out. */
static void clean(struct sv_buf *clean, const char *text, size_t most)
{
  const size_t size = strlen(text);
  const size_t fit = sv_text_fit(text, size, most);
  (void)sv_escape_terminal(clean, text, fit, SV_LINE);
  if (fit == size)
    return;
  const struct sv_arg arg = { .name = "count", .number = (int64_t)(size - fit) };
  (void)sv_message_render(sv_tr(N_(" \xE2\x80\xA6 ({count} bytes left out)")), &arg, 1, clean);
}

static void begin(const struct sv_wrap *w, const char *label)
{
  sv_wrap_fill(w->out, " ", w->indent);
  (void)sv_buf_adds(w->out, w->faint && label[0] ? "\x1B[2m" : "");
  (void)sv_buf_adds(w->out, label);
  (void)sv_buf_adds(w->out, w->faint && label[0] ? "\x1B[0m" : "");
  const size_t used = w->indent + sv_utf8_length(label, strlen(label));
  sv_wrap_fill(w->out, " ", used < w->column ? w->column - (unsigned)used : 1);
}

void sv_wrap_field(const struct sv_wrap *w, const char *label, const char *text)
{
  struct sv_buf shown = SV_BUF(SV_SCRATCH);
  clean(&shown, text, FIELD_MAX);
  begin(w, label);
  const size_t room = w->width > w->column + 20 ? w->width - w->column : 0;
  size_t used = 0;
  const char *p = sv_buf_text(&shown);
  while (*p) {
    const size_t size = strcspn(p, " ");
    const size_t columns = sv_utf8_length(p, size);
    if (used && room && used + 1 + columns > room) {
      (void)sv_buf_addc(w->out, '\n');
      sv_wrap_fill(w->out, " ", w->column);
      used = 0;
    }
    if (used)
      (void)sv_buf_addc(w->out, ' ');
    (void)sv_buf_add(w->out, p, size);
    used += columns + (used ? 1 : 0);
    p += size;
    p += strspn(p, " ");
  }
  (void)sv_buf_addc(w->out, '\n');
  sv_buf_free(&shown);
}

void sv_wrap_line(const struct sv_wrap *w, const char *label, const char *text)
{
  struct sv_buf shown = SV_BUF(SV_SCRATCH);
  clean(&shown, text, LINE_MAX_BYTES);
  begin(w, label);
  (void)sv_buf_adds(w->out, sv_buf_text(&shown));
  (void)sv_buf_addc(w->out, '\n');
  sv_buf_free(&shown);
}
