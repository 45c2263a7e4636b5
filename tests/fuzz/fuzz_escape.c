// SPDX-License-Identifier: Apache-2.0
/* Any bytes as a text of others: every syntax gives clean text that its reader takes back. */
#include "tests/fuzz/fuzz.h"

#include "engines/base/escape.h"
#include "engines/base/utf8.h"

#include <jansson.h>
#include <string.h>

typedef enum sv_status (*escape)(struct sv_buf *, const char *, size_t, enum sv_form);

static void check_form(const char *text, size_t size, enum sv_form form)
{
  static const escape all[] = { sv_escape_terminal, sv_escape_html, sv_escape_xml, sv_escape_csv };
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    struct sv_buf out = SV_BUF((size_t)64 << 20);
    PROMISE(all[i](&out, text, size, form) == SV_OK);
    PROMISE(sv_text_dirt(sv_buf_text(&out), out.size, form) == out.size);
    if (i == 1 || i == 2)
      PROMISE(
          !memchr(sv_buf_text(&out), '<', out.size) && !memchr(sv_buf_text(&out), '"', out.size) &&
          !memchr(sv_buf_text(&out), '\'', out.size) && !memchr(sv_buf_text(&out), '>', out.size));
    sv_buf_free(&out);
  }
}

static void check_json(const char *text, size_t size)
{
  for (int html = 0; html < 2; html++) {
    struct sv_buf out = SV_BUF((size_t)64 << 20);
    PROMISE((html ? sv_escape_json_html : sv_escape_json)(&out, text, size) == SV_OK);
    json_t *back = json_loadb(out.data, out.size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    PROMISE(json_is_string(back));
    PROMISE(sv_utf8_check(text, size) != size ||
            (json_string_length(back) == size && memcmp(json_string_value(back), text, size) == 0));
    PROMISE(!html || sv_text_dirt(out.data, out.size, SV_LINE) == out.size);
    json_decref(back);
    sv_buf_free(&out);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  struct sv_buf out = SV_BUF((size_t)64 << 20);
  check_form(text, size, SV_LINE);
  check_form(text, size, SV_BLOCK);
  check_json(text, size);
  PROMISE(sv_escape_markdown(&out, text, size) == SV_OK);
  sv_buf_free(&out);
  for (size_t most = 0; most <= size && most < 64; most++) {
    const size_t fit = sv_text_fit(text, size, most);
    PROMISE(fit <= most && most - fit < 4);
    PROMISE(sv_utf8_check(text, size) != size || sv_utf8_check(text, fit) == fit);
  }
  return 0;
}
