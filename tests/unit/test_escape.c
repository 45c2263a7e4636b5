// SPDX-License-Identifier: Apache-2.0
/* Texts of others in our outputs. */
#include "tests/unit/unit.h"

#include "engines/base/escape.h"
#include "engines/base/shown.h"
#include "engines/base/utf8.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define FFFD "\xEF\xBF\xBD"

static const struct {
  const char *text;
  size_t size; /* 0: strlen */
  enum sv_form form;
  const char *shown;
} cleaned[] = {
  { "plain \xC3\xA6\xC3\xB8\xC3\xA5 \xC4\x8D\xC5\xA1 \xF0\x9F\x98\x80", 0, SV_LINE,
    "plain \xC3\xA6\xC3\xB8\xC3\xA5 \xC4\x8D\xC5\xA1 \xF0\x9F\x98\x80" },
  { "a\x1B[31mred", 0, SV_LINE, "a\\u{1B}[31mred" },
  { "a\0b", 3, SV_LINE, "a\\u{0}b" },
  { "a\nb\tc\rd", 0, SV_LINE, "a\\u{A}b\\u{9}c\\u{D}d" },
  { "a\nb\tc\r\nd\re", 0, SV_BLOCK, "a\nb\tc\nd\ne" },
  { "x\x7Fy", 0, SV_LINE, "x\\u{7F}y" },
  { "\xC2\x9B"
    "31m",
    0, SV_LINE, "\\u{9B}31m" },
  { "a\xE2\x80\xAE"
    "b",
    0, SV_LINE, "a\\u{202E}b" },
  { "a\xE2\x81\xA6"
    "b",
    0, SV_BLOCK, "a\\u{2066}b" },
  { "\xEF\xBB\xBFx", 0, SV_LINE, "\\u{FEFF}x" },
  { "a\xE2\x80\xA8"
    "b",
    0, SV_BLOCK, "a\\u{2028}b" },
  { "\xEF\xBF\xBE", 0, SV_LINE, "\\u{FFFE}" },
  { "\xEE\x80\x80", 0, SV_LINE, "\\u{E000}" },
  { "\xF3\xA0\x81\x81", 0, SV_LINE, "\\u{E0041}" },
  { "\xC2\xAD", 0, SV_LINE, "\\u{AD}" },
  /* Unicode 15, table 3-8: a replacement for each maximal subpart. */
  { "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", 0, SV_LINE,
    FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A" },
  { "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", 0, SV_LINE,
    FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A" },
  { "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", 0, SV_LINE,
    FFFD FFFD FFFD FFFD FFFD "A" FFFD FFFD "B" },
  { "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 0, SV_LINE, FFFD FFFD FFFD FFFD "A" },
};

static void only_what_may_be_shown_comes_through(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cleaned / sizeof cleaned[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    const size_t size = cleaned[i].size ? cleaned[i].size : strlen(cleaned[i].text);
    assert_int_equal(sv_escape_terminal(&out, cleaned[i].text, size, cleaned[i].form), SV_OK);
    assert_string_equal(sv_buf_text(&out), cleaned[i].shown);
    assert_int_equal(sv_text_dirt(out.data, out.size, cleaned[i].form), out.size);
    sv_buf_free(&out);
  }
}

static void every_code_point_gives_clean_text(void **state)
{
  (void)state;
  for (uint32_t code = 0; code <= 0x10FFFF; code++) {
    char bytes[4];
    const size_t size = sv_utf8_encode(code, bytes);
    if (size == 0)
      continue;
    struct sv_buf out = SV_BUF(64);
    (void)sv_escape_terminal(&out, bytes, size, SV_LINE);
    if (sv_text_dirt(out.data, out.size, SV_LINE) != out.size)
      fail_msg("U+%04X", code);
    const bool same = out.size == size && memcmp(out.data, bytes, size) == 0;
    if (same != sv_code_is_shown(code))
      fail_msg("U+%04X is %sshown", code, same ? "" : "not ");
    sv_buf_free(&out);
  }
}

static const struct {
  const char *text, *html, *xml, *csv, *markdown;
} syntaxes[] = {
  { "<b>&\"'</b>]]>", "&lt;b&gt;&amp;&quot;&#x27;&lt;/b&gt;]]&gt;",
    "&lt;b&gt;&amp;&quot;&apos;&lt;/b&gt;]]&gt;", "\"<b>&\"\"'</b>]]>\"",
    "\\<b\\>&amp;\"'\\</b\\>\\]\\]\\>" },
  { "=1+1", "=1+1", "=1+1", "\"'=1+1\"", "=1+1" },
  { "@SUM(A1)", "@SUM(A1)", "@SUM(A1)", "\"'@SUM(A1)\"", "@\xE2\x80\x8BSUM(A1)" },
  { "a;b|c`d*", "a;b|c`d*", "a;b|c`d*", "\"a;b|c`d*\"", "a;b\\|c\\`d\\*" },
  { "https://x/", "https://x/", "https://x/", "\"https://x/\"", "https\\://x/" },
  { "\x1B", "\\u{1B}", "\\u{1B}", "\"\\u{1B}\"", "\\\\u\\{1B\\}" },
};

static void each_syntax_has_its_escapes(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof syntaxes / sizeof syntaxes[0]; i++) {
    const char *text = syntaxes[i].text;
    const size_t size = strlen(text);
    struct sv_buf out[4] = { SV_BUF(4096), SV_BUF(4096), SV_BUF(4096), SV_BUF(4096) };
    (void)sv_escape_html(&out[0], text, size, SV_LINE);
    (void)sv_escape_xml(&out[1], text, size, SV_LINE);
    (void)sv_escape_csv(&out[2], text, size, SV_LINE);
    (void)sv_escape_markdown(&out[3], text, size);
    assert_string_equal(sv_buf_text(&out[0]), syntaxes[i].html);
    assert_string_equal(sv_buf_text(&out[1]), syntaxes[i].xml);
    assert_string_equal(sv_buf_text(&out[2]), syntaxes[i].csv);
    assert_string_equal(sv_buf_text(&out[3]), syntaxes[i].markdown);
    for (size_t n = 0; n < 4; n++)
      sv_buf_free(&out[n]);
  }
}

static void json_strings_keep_every_character(void **state)
{
  (void)state;
  char text[256];
  for (int i = 1; i < 128; i++)
    text[i - 1] = (char)i;
  memcpy(text + 127, "\xC3\xA6\xE2\x80\xA8</script><!--", 19);
  for (int html = 0; html < 2; html++) {
    struct sv_buf out = SV_BUF(4096);
    (void)(html ? sv_escape_json_html(&out, text, strlen(text))
                : sv_escape_json(&out, text, strlen(text)));
    if (html)
      assert_null(strpbrk(out.data, "<>&"));
    json_t *back = json_loads(out.data, JSON_DECODE_ANY, NULL);
    assert_non_null(back);
    assert_string_equal(json_string_value(back), text);
    json_decref(back);
    sv_buf_free(&out);
  }
}

static void texts_are_cut_between_code_points(void **state)
{
  (void)state;
  static const char text[] = "a\xC3\xA6\xE2\x82\xAC\xF0\x9F\x98\x80";
  static const size_t fits[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10 };
  for (size_t most = 0; most <= 10; most++)
    assert_int_equal(sv_text_fit(text, 10, most), fits[most]);
  assert_int_equal(sv_text_fit(text, 10, 99), 10);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(only_what_may_be_shown_comes_through),
    cmocka_unit_test(every_code_point_gives_clean_text),
    cmocka_unit_test(each_syntax_has_its_escapes),
    cmocka_unit_test(json_strings_keep_every_character),
    cmocka_unit_test(texts_are_cut_between_code_points),
  };
  return cmocka_run_group_tests_name("escape", tests, NULL, NULL);
}
