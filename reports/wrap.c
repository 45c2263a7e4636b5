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

/* The words of TEXT from column AT on, then the end of the line. */
static void flow(const struct sv_wrap *w, size_t at, const char *text)
{
  const bool wraps = w->width > w->column + 20;
  bool first = true;
  for (const char *p = text; *p; p += strspn(p, " ")) {
    const size_t size = strcspn(p, " ");
    const size_t columns = sv_utf8_length(p, size);
    if (!first && wraps && at + 1 + columns > w->width) {
      (void)sv_buf_addc(w->out, '\n');
      sv_wrap_fill(w->out, " ", w->column);
      at = w->column;
    } else if (!first) {
      (void)sv_buf_addc(w->out, ' ');
      at++;
    }
    (void)sv_buf_add(w->out, p, size);
    at += columns;
    first = false;
    p += size;
  }
  (void)sv_buf_addc(w->out, '\n');
}

void sv_wrap_flow(const struct sv_wrap *w, unsigned used, const char *text)
{
  struct sv_buf shown = SV_BUF(SV_SCRATCH);
  clean(&shown, text, FIELD_MAX);
  flow(w, used, sv_buf_text(&shown));
  sv_buf_free(&shown);
}

void sv_wrap_field(const struct sv_wrap *w, const char *label, const char *text)
{
  struct sv_buf shown = SV_BUF(SV_SCRATCH);
  clean(&shown, text, FIELD_MAX);
  begin(w, label);
  flow(w, w->column, sv_buf_text(&shown));
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
