// SPDX-License-Identifier: Apache-2.0
/* What is wrong with YAML, said in words of our own in three languages, where it is. */
#include "tests/unit/unit.h"

#include "engines/base/lang.h"
#include "engines/doc/doc.h"

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *text;
  size_t line, column;
  const char *said;
} broken[] = {
  { "a:\n\tb: 1", 2, 1, "Indentation is made of spaces in YAML; replace the tab." },
  { "a: 1\n\tb: 2", 1, 4,
    "A name stands on one line with its colon; see that the lines after this are indented as much "
    "as the names they stand under." },
  { "a: 1\nb", 2, 1,
    "This line is neither a name with a colon nor part of what stands before it; add the colon, or "
    "align the line with the names it belongs to." },
  { "a: b: c", 1, 5,
    "A name or a list cannot begin here; names that belong together stand under each other, each "
    "on a line of its own, and a text with a colon in it stands in quotes." },
  { "a: [1, 2", 1, 9,
    "Brackets and braces do not close in pairs here; see that each has its own kind at the other "
    "end." },
  { "a: {b: 1", 1, 9,
    "A comma between two entries is missing here, or the closing bracket or brace." },
  { "a: [1]]", 1, 7,
    "Brackets and braces do not close in pairs here; see that each has its own kind at the other "
    "end." },
  { "a: [1}", 1, 6,
    "Brackets and braces do not close in pairs here; see that each has its own kind at the other "
    "end." },
  { "a: \"x", 1, 5, "The closing quote of a text is missing." },
  { "a: 'x", 1, 5, "The closing quote of a text is missing." },
  { "a: \"x\" y", 1, 8,
    "Something stands here after the end of a text or of the document; remove it, or put the whole "
    "text in quotes." },
  { "a: \"\\q\"", 1, 5,
    "A backslash is followed by q, which is no escape in YAML; double the backslash, or use single "
    "quotes." },
  { "a: @x", 1, 4,
    "A text cannot begin with @ here unless it stands in quotes; put quotes around it." },
  { "a: `x", 1, 4,
    "A text cannot begin with ` here unless it stands in quotes; put quotes around it." },
  { "a: %x", 1, 4,
    "A text cannot begin with % here unless it stands in quotes; put quotes around it." },
  { "a: !z!x y", 1, 4,
    "A word after an exclamation mark is a tag, and YAML does not know this one; remove it, or put "
    "the text in quotes." },
  { "a: !<x y", 1, 7,
    "A word after an exclamation mark is a tag, and YAML does not know this one; remove it, or put "
    "the text in quotes." },
  { "a: - b", 1, 4,
    "A name or a list cannot begin here; names that belong together stand under each other, each "
    "on a line of its own, and a text with a colon in it stands in quotes." },
  { "- a: 1\n - b", 2, 2,
    "An item of the list was expected here; each begins with a hyphen and a space, at one "
    "indentation." },
  { " a: 1\nb: 2", 2, 1,
    "A name or a list cannot begin here; names that belong together stand under each other, each "
    "on a line of its own, and a text with a colon in it stands in quotes." },
  { "a: 1\n b: 2", 1, 4,
    "A name stands on one line with its colon; see that the lines after this are indented as much "
    "as the names they stand under." },
  { "a: x\n y: z", 1, 4,
    "A name stands on one line with its colon; see that the lines after this are indented as much "
    "as the names they stand under." },
  { "a: [,]", 1, 5, "There is one comma too many here; remove it." },
  { "a: [1,,2]", 1, 7, "There is one comma too many here; remove it." },
  { "a: {b: 1,, c: 2}", 1, 10, "A value was expected here." },
  { "a: &x &y 1", 1, 8,
    "One value has two anchors, or an anchor and an alias; remove one of them." },
  { "a: &x *x", 1, 8, "One value has two anchors, or an anchor and an alias; remove one of them." },
  { "%YAML 1.2", 1, 10,
    "A line that begins with % is a directive; --- must follow it, and it must be one that YAML "
    "has." },
  { "a: |\nb", 2, 1,
    "This line is neither a name with a colon nor part of what stands before it; add the colon, or "
    "align the line with the names it belongs to." },
  { "a: |x\n  b", 1, 5,
    "The lines of a text after | or > are indented more than its name, all by as much at least as "
    "the first." },
  { "a: |\n    \n  b", 2, 1,
    "The lines of a text after | or > are indented more than its name, all by as much at least as "
    "the first." },
  { "a: >-\n  b\n c", 3, 2,
    "This line is neither a name with a colon nor part of what stands before it; add the colon, or "
    "align the line with the names it belongs to." },
  { "\"a\nb\": 1", 1, 1,
    "A name stands on one line with its colon; see that the lines after this are indented as much "
    "as the names they stand under." },
  { "a\nb: 1", 1, 1,
    "A name stands on one line with its colon; see that the lines after this are indented as much "
    "as the names they stand under." },
  { "? a\nb", 2, 1,
    "This line is neither a name with a colon nor part of what stands before it; add the colon, or "
    "align the line with the names it belongs to." },
  { "a: \"x\"#k", 1, 7, "A comment has a space before its #; add it." },
  { "a: [x]#k", 1, 7, "A comment has a space before its #; add it." },
  { "- a\nb", 2, 1,
    "An item of the list was expected here; each begins with a hyphen and a space, at one "
    "indentation." },
  { "- a\n b: c", 1, 3,
    "A name stands on one line with its colon; see that the lines after this are indented as much "
    "as the names they stand under." },
  { "a:\n- b\nc", 3, 1,
    "This line is neither a name with a colon nor part of what stands before it; add the colon, or "
    "align the line with the names it belongs to." },
  { "--- a: b", 1, 6,
    "A name or a list cannot begin here; names that belong together stand under each other, each "
    "on a line of its own, and a text with a colon in it stands in quotes." },
  { "---\na: 1\n... x", 3, 5,
    "Something stands here after the end of a text or of the document; remove it, or put the whole "
    "text in quotes." },
  { "\"a\": 1 \"b\": 2", 1, 11,
    "A name or a list cannot begin here; names that belong together stand under each other, each "
    "on a line of its own, and a text with a colon in it stands in quotes." },
  { "a: {b}c", 1, 7,
    "This line is neither a name with a colon nor part of what stands before it; add the colon, or "
    "align the line with the names it belongs to." },
  { "a: *", 1, 5,
    "An asterisk or an ampersand is followed by a name here; put a text that begins with one in "
    "quotes." },
  { "a: &", 1, 5,
    "An asterisk or an ampersand is followed by a name here; put a text that begins with one in "
    "quotes." },
  { "a:\n  - b\n - c", 3, 2,
    "This line is neither a name with a colon nor part of what stands before it; add the colon, or "
    "align the line with the names it belongs to." },
  { "a: [1,\n2]", 2, 1,
    "What stands in brackets or braces is indented more than the name before it; move it to the "
    "right." },
  { "{a: 1, b", 1, 9,
    "A comma between two entries is missing here, or the closing bracket or brace." },
  { "a: b #c\nd", 2, 1,
    "This line is neither a name with a colon nor part of what stands before it; add the colon, or "
    "align the line with the names it belongs to." },
  { "a: 'it's'", 1, 8,
    "Something stands here after the end of a text or of the document; remove it, or put the whole "
    "text in quotes." },
  { "- - - a\n - b", 2, 2,
    "An item of the list was expected here; each begins with a hyphen and a space, at one "
    "indentation." },
  { "a: \"x\nb: 1", 1, 4,
    "The lines of a text in quotes are indented more than its name, and a quote closes it; move "
    "them to the right, or add the quote." },
};

static void is_said(size_t i, enum sv_lang lang)
{
  const struct sv_doc_options opt = { .syntax = SV_DOC_YAML,
                                      .fault = &(struct sv_doc_finding){ 0 } };
  struct sv_error err = { 0 };
  struct sv_doc *d = NULL;
  struct sv_buf said = SV_BUF(4096);
  sv_lang_use(lang);
  assert_int_equal(sv_doc_parse(broken[i].text, strlen(broken[i].text), &opt, &d, &err),
                   SV_INVALID);
  (void)sv_doc_finding_text(opt.fault, sv_tr(opt.fault->msgid), &said);
  const bool is_english = strcmp(sv_buf_text(&said), broken[i].said) == 0;
  if (is_english != (lang == SV_EN) || strstr(sv_buf_text(&said), "{found}"))
    fail_msg("%s: %s", broken[i].text, sv_buf_text(&said));
  assert_int_equal(opt.fault->line, broken[i].line);
  assert_int_equal(opt.fault->column, broken[i].column);
  sv_buf_free(&said);
}

static void text_that_is_no_yaml_is_told_where_and_why(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    is_said(i, SV_EN);
    is_said(i, SV_NB);
    is_said(i, SV_NN);
  }
  sv_lang_use(SV_EN);
}

static int open_languages(void **state)
{
  (void)state;
  const char *dir = getenv("SAMSVAR_LOCALE_DIR");
  return dir && sv_lang_open(dir) == SV_OK ? 0 : -1;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(text_that_is_no_yaml_is_told_where_and_why),
  };
  return cmocka_run_group_tests_name("yaml_words", tests, open_languages, NULL);
}
