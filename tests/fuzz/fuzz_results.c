// SPDX-License-Identifier: Apache-2.0
/* Any bytes as results.json. What is read can be written, read again to the same bytes, and
 * rendered. */
#include "tests/fuzz/fuzz.h"

#include "engines/base/escape.h"
#include "reports/report.h"

#include <stdbool.h>
#include <string.h>

/* Whether the only thing in TEXT that is not shown is what keeps an @ from calling somebody. */
static bool mentions_nobody(const char *text, size_t size)
{
  static const char at[] = "@\xE2\x80\x8B";
  while (size) {
    const size_t dirt = sv_text_dirt(text, size, SV_BLOCK);
    if (dirt == size)
      return true;
    if (dirt == 0 || strncmp(text + dirt - 1, at, 4) != 0)
      return false;
    text += dirt + 3;
    size -= dirt + 3;
  }
  return true;
}

/* Whether nothing in OUT acts on whoever shows it. */
static bool is_clean(const struct sv_renderer *r, const struct sv_buf *out)
{
  const char *text = sv_buf_text(out);
  if (strcmp(r->name, "json") == 0)
    return true;
  if (strcmp(r->name, "markdown") == 0)
    return mentions_nobody(text, out->size);
  if (strcmp(r->name, "csv") != 0)
    return sv_text_dirt(text, out->size, SV_BLOCK) == out->size;
  /* Its mark and its line ends are what CSV has to have. */
  bool clean = out->size > 3;
  for (size_t at = 3; clean && at < out->size;) {
    const char *end = strchr(text + at, '\r');
    clean =
        end && end[1] == '\n' &&
        sv_text_dirt(text + at, (size_t)(end - text) - at, SV_LINE) == (size_t)(end - text) - at;
    at = end ? (size_t)(end - text) + 2 : at;
  }
  return clean;
}

static void render(const struct sv_run *run)
{
  for (const struct sv_renderer *r = sv_renderers; r->name; r++) {
    struct sv_buf out = SV_BUF((size_t)64 << 20);
    const enum sv_status status = sv_report_render(r, run, SV_EN, NULL, &out);
    PROMISE(status == SV_OK || status == SV_LIMIT);
    PROMISE(status != SV_OK || is_clean(r, &out));
    sv_buf_free(&out);
  }
}

static void repeat(const struct sv_run *run)
{
  struct sv_run again;
  struct sv_error err = { .line = 0 };
  struct sv_buf first = SV_BUF((size_t)64 << 20);
  struct sv_buf second = SV_BUF((size_t)64 << 20);
  PROMISE(sv_run_write(run, &first) == SV_OK);
  PROMISE(sv_run_read(first.data, first.size, "x", &again, &err) == SV_OK);
  PROMISE(sv_run_write(&again, &second) == SV_OK);
  PROMISE(first.size == second.size && memcmp(first.data, second.data, first.size) == 0);
  sv_buf_free(&first);
  sv_buf_free(&second);
  sv_run_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_run run;
  struct sv_error err = { .line = 0 };
  const enum sv_status status = sv_run_read((const char *)data, size, "x", &run, &err);
  if (status == SV_OK) {
    render(&run);
    repeat(&run);
  } else {
    PROMISE(err.text[0] && (err.line > 0 || status == SV_NO_MEMORY));
  }
  sv_run_free(&run);
  return 0;
}
