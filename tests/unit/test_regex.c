// SPDX-License-Identifier: Apache-2.0
/* ECMA-262 patterns with the u flag: what matches, what is a syntax error, and the limits. */
#include "tests/unit/unit.h"

#include "engines/regex/node.h"
#include "engines/regex/regex.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *pattern, *text;
  bool found;
} cases[] = {
  { "", "", true },
  { "^a$", "a", true },
  { "^a$", "a\n", false },
  { "b", "abc", true },
  { "^.$", "\xE2\x80\xA8", false },
  { "^.$", "\xF0\x9F\x98\x80", true },
  { "^\\s$", "\xC2\xA0", true },
  { "^\\s$", "\xEF\xBB\xBF", true },
  { "^\\s$", "\xE1\xA0\x8E", false },
  { "^\\S$", "\xC2\x85", true },
  { "^\\w$", "\xC3\xA6", false },
  { "^\\W$", "\xC3\xA6", true },
  { "^\\d$", "\xD9\xA3", false },
  { "^\\D$", "\xD9\xA3", true },
  { "\\bfoo\\b", "a foo.", true },
  { "\\bfoo\\b", "afoo.", false },
  { "^\\cA$", "\x01", true },
  { "^\\x41\\u0041\\u{41}$", "AAA", true },
  { "^\\uD83D\\uDE00$", "\xF0\x9F\x98\x80", true },
  { "^[\\uD83D\\uDE00-\\uD83D\\uDE01]$", "\xF0\x9F\x98\x81", true },
  { "^[^]$", "\n", true },
  { "[]", "a", false },
  { "^[^\\d]$", "1", false },
  { "^[\\w-]+$", "a-b_c", true },
  { "^[\\b]$", "\b", true },
  { "^\\p{Lu}$", "\xC3\x85", true },
  { "^\\p{Uppercase_Letter}$", "\xC3\xA5", false },
  { "^\\p{Script=Greek}+$", "\xCE\xB1", true },
  { "^\\p{scx=Grek}$", "\xCE\xB1", true },
  { "^\\P{L}$", "1", true },
  { "^\\p{ASCII}+$", "abc", true },
  { "^[\\p{L}\\d]+$",
    "\xC3\xA6"
    "9",
    true },
  { "^[^\\p{L}]$", "\xC3\xA6", false },
  { "^(?<n>a|b)\\k<n>$", "bb", true },
  { "^(?<n>a|b)\\k<n>$", "ba", false },
  { "\\1(a)", "a", true },
  { "^(?!foo)", "foobar", false },
  { "^(?=.*\\d)[a-z\\d]+$", "abc1", true },
  { "(?<=a)b", "ab", true },
  { "(?<!a)b", "ab", false },
  { "^a{2,3}$", "aaaa", false },
  { "^(?:ab|cd)+?$", "abcdab", true },
  { "^(a|)*$", "aaab", false },
  { "a$|^b", "bx", true },
  { "a$|^b", "xa", true },
  { "a$|^b", "xab", false },
  { "^$|x", "", true },
  { "^[89][0-9]{8}$", "912345678", true },
  { "^[89][0-9]{8}$", "9123456789", false },
  { "^https?://", "https://a", true },
  { "^[^@]+@[^@]+$", "a@b", true },
  { "^[^@]+@[^@]+$", "a@b@c", false },
  { "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "12-31", true },
  { "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "13-31", false },
  { "^[\xC3\xA6\xC3\xB8\xC3\xA5]+$", "\xC3\xB8\xC3\xA5", true },
};

static void patterns_match_as_ecma262_says(void **state)
{
  (void)state;
  struct sv_regex_scratch *scratch = sv_regex_scratch_new();
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_error err = { 0 };
    struct sv_regex *r;
    assert_int_equal(sv_regex_compile(cases[i].pattern, strlen(cases[i].pattern), &r, &err), SV_OK);
    bool found;
    assert_int_equal(sv_regex_match(r, scratch, cases[i].text, strlen(cases[i].text), &found),
                     SV_OK);
    if (found != cases[i].found)
      fail_msg("/%s/ on \"%s\": %d", cases[i].pattern, cases[i].text, found);
    sv_regex_free(r);
  }
  sv_regex_scratch_free(scratch);
}

/* The automaton and PCRE2 must say the same: run every case that has an automaton through a pattern
 * that has none, by an empty lookahead in front. */
static void both_machines_agree(void **state)
{
  (void)state;
  size_t compared = 0;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_error err = { 0 };
    struct sv_regex *r;
    if (sv_regex_compile(cases[i].pattern, strlen(cases[i].pattern), &r, &err) != SV_OK)
      continue;
    const bool linear = sv_regex_is_linear(r);
    sv_regex_free(r);
    if (!linear)
      continue;
    char slow[256];
    (void)snprintf(slow, sizeof slow, "(?=)(?:%s)", cases[i].pattern);
    assert_int_equal(sv_regex_compile(slow, strlen(slow), &r, &err), SV_OK);
    assert_false(sv_regex_is_linear(r));
    bool found;
    assert_int_equal(sv_regex_match(r, NULL, cases[i].text, strlen(cases[i].text), &found), SV_OK);
    assert_int_equal(found, cases[i].found);
    sv_regex_free(r);
    compared++;
  }
  assert_true(compared > 35);
}

static const struct {
  const char *pattern;
  size_t column;
} faults[] = {
  { "\\-", 1 },
  { "\\01", 1 },
  { "]", 1 },
  { "a}", 2 },
  { "{", 1 },
  { "(?i)a", 1 },
  { "(?i:a)", 1 },
  { "\\pL", 1 },
  { "\\p{Nope}", 1 },
  { "\\p{letter}", 1 },
  { "\\a", 1 },
  { "\\Z", 1 },
  { "a{2", 2 },
  { "a{3,2}", 2 },
  { "x{1,2}{3}", 7 },
  { "*a", 1 },
  { "a**", 3 },
  { "a++", 3 },
  { "(?=a)*", 6 },
  { "^*", 2 },
  { "(", 1 },
  { ")", 1 },
  { "[", 1 },
  { "[b-a]", 2 },
  { "[\\d-x]", 2 },
  { "\\1", 1 },
  { "\\k<n>", 1 },
  { "\\k", 3 },
  { "(?<a>x)(?<a>y)", 11 },
  { "(?<1>x)", 4 },
  { "(?P<n>a)", 1 },
  { "(?>a)", 1 },
  { "\\u", 3 },
  { "\\x4", 3 },
  { "\\u{110000}", 4 },
  { "\\", 1 },
  { "\\c1", 1 },
  { "\xC3\xA6\\_", 2 },
};

static void syntax_errors_have_their_column(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
    struct sv_error err = { 0 };
    struct sv_regex *r;
    if (sv_regex_compile(faults[i].pattern, strlen(faults[i].pattern), &r, &err) != SV_INVALID)
      fail_msg("/%s/ was taken", faults[i].pattern);
    assert_null(r);
    if (err.column != faults[i].column)
      fail_msg("/%s/: column %zu, not %zu", faults[i].pattern, err.column, faults[i].column);
    assert_true(err.text[0] != '\0');
    assert_int_equal(sv_regex_check(faults[i].pattern, strlen(faults[i].pattern), NULL),
                     SV_INVALID);
  }
}

static void hostile_patterns_end(void **state)
{
  (void)state;
  static const struct {
    const char *pattern;
    enum sv_status status;
  } hostile[] = {
    { "^(a+)+$", SV_OK },         /* linear in the automaton */
    { "^(?=a)(a+)+$", SV_LIMIT }, /* PCRE2 gives up */
    { "^(?=a)(a|aa|aaa)+$", SV_LIMIT },
    { "(?<=a+)b", SV_LIMIT },        /* PCRE2 10.42 cannot say it */
    { "^(?:(a)|b)*\\1$", SV_LIMIT }, /* ECMA-262 empties group 1 in each round */
    { "^(?=a)a{0,100000}$", SV_LIMIT },
  };
  char text[200];
  memset(text, 'a', sizeof text);
  text[sizeof text - 1] = '!';
  for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
    struct sv_regex *r;
    struct sv_error err = { 0 };
    assert_int_equal(sv_regex_compile(hostile[i].pattern, strlen(hostile[i].pattern), &r, &err),
                     SV_OK);
    bool found;
    if (sv_regex_match(r, NULL, text, sizeof text, &found) != hostile[i].status)
      fail_msg("/%s/", hostile[i].pattern);
    assert_false(found);
    sv_regex_free(r);
  }
}

static void deep_and_large_patterns_are_limits(void **state)
{
  (void)state;
  static char text[SV_RE_PATTERN_MAX + 10];
  struct sv_error err = { 0 };
  memset(text, '(', 10000);
  memset(text + 10000, ')', 10000);
  assert_int_equal(sv_regex_check(text, 20000, &err), SV_LIMIT);
  assert_string_equal(err.limit, "pattern-depth");
  memset(text, 'a', sizeof text);
  err = (struct sv_error){ 0 };
  assert_int_equal(sv_regex_check(text, sizeof text, &err), SV_LIMIT);
  assert_string_equal(err.limit, "pattern-size");
  struct sv_regex *r;
  static const char empty[] = "(?:(?:(?:(?:){2000}){2000}){2000}){2000}";
  assert_int_equal(sv_regex_compile(empty, strlen(empty), &r, &err), SV_OK);
  sv_regex_free(r);
}

static void shapes_are_told_in_plain_words(void **state)
{
  (void)state;
  static const struct {
    const char *pattern;
    enum sv_regex_kind kind;
    bool exact;
    unsigned min, max;
  } shapes[] = {
    { "^[0-9]{9}$", SV_REGEX_DIGITS, true, 9, 9 },
    { "^\\d+$", SV_REGEX_DIGITS, true, 1, UINT32_MAX },
    { "^[89][0-9]{8}$", SV_REGEX_DIGITS, false, 9, 9 },
    { "^[A-Z]{2}$", SV_REGEX_UPPER, true, 2, 2 },
    { "^[A-Za-z0-9]{1,8}$", SV_REGEX_ALNUM, true, 1, 8 },
    { "[0-9]{9}", SV_REGEX_OTHER, false, 0, 0 },
    { "^[0-9]{2}\\.[0-9]$", SV_REGEX_OTHER, false, 0, 0 },
  };
  for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
    struct sv_regex *r;
    assert_int_equal(sv_regex_compile(shapes[i].pattern, strlen(shapes[i].pattern), &r, NULL),
                     SV_OK);
    const struct sv_regex_shape s = sv_regex_shape(r);
    assert_int_equal(s.kind, shapes[i].kind);
    assert_int_equal(s.exact, shapes[i].exact);
    assert_int_equal(s.min, shapes[i].min);
    assert_int_equal(s.max, shapes[i].max);
    sv_regex_free(r);
  }
}

static void bytes_that_are_not_utf8_are_refused(void **state)
{
  (void)state;
  struct sv_regex *r;
  bool found;
  assert_int_equal(sv_regex_check("\xFF", 1, NULL), SV_INVALID);
  assert_int_equal(sv_regex_compile("^a\\b", 4, &r, NULL), SV_OK);
  assert_int_equal(sv_regex_match(r, NULL, "\xFF", 1, &found), SV_INVALID);
  sv_regex_free(r);
  assert_int_equal(sv_regex_compile("^.$", 3, &r, NULL), SV_OK);
  assert_int_equal(sv_regex_match(r, NULL, "\xFF", 1, &found), SV_INVALID);
  sv_regex_free(r);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(patterns_match_as_ecma262_says),
    cmocka_unit_test(both_machines_agree),
    cmocka_unit_test(syntax_errors_have_their_column),
    cmocka_unit_test(hostile_patterns_end),
    cmocka_unit_test(deep_and_large_patterns_are_limits),
    cmocka_unit_test(shapes_are_told_in_plain_words),
    cmocka_unit_test(bytes_that_are_not_utf8_are_refused),
  };
  return cmocka_run_group_tests_name("regex", tests, NULL, NULL);
}
