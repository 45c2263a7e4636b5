// SPDX-License-Identifier: Apache-2.0
/* robots.txt as RFC 9309 has it, and what a host wishes. */
#include "tests/unit/unit.h"

#include "runner/manners.h"
#include "runner/robots.h"

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *text, *path;
  bool allowed;
} rows[] = {
  { "", "/", true },
  { "User-agent: *\nDisallow: /\n", "/openapi.json", false },
  { "User-agent: *\nDisallow:\n", "/openapi.json", true },
  { "User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", true },
  { "User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/c", false },
  { "User-agent: *\nAllow: /a\nDisallow: /a\n", "/a", true },
  { "User-agent: *\nDisallow: /\nUser-agent: samsvar\nAllow: /\n", "/x", true },
  { "User-agent: samsvar\nDisallow: /\nUser-agent: *\nAllow: /\n", "/x", false },
  { "User-agent: SamSvar/1.0\nDisallow: /\n", "/x", false },
  { "User-agent: samsvarer\nDisallow: /\n", "/x", true },
  { "User-agent: other\nUser-agent: samsvar\nDisallow: /\n", "/x", false },
  { "User-agent: samsvar\nUser-agent: other\nDisallow: /\n", "/x", false },
  { "User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /y\n", "/x", true },
  { "User-agent: *\nCrawl-delay: 5\nDisallow: /x\n", "/x", false },
  { "user-agent : *\r\ndisallow : /x # not here\r\n", "/x/y", false },
  { "User-agent: *\nDisallow: /*.json$\n", "/openapi.json", false },
  { "User-agent: *\nDisallow: /*.json$\n", "/openapi.json?x", true },
  { "User-agent: *\nDisallow: /a*b*c\n", "/axxbyyc/d", false },
  { "User-agent: *\nDisallow: /a*b*c\n", "/axxcyyb", true },
  { "User-agent: *\nDisallow: *\n", "/x", false },
  { "Disallow: /\n", "/x", true },
  { "User-agent: *\nDisallow: /", "/x", false },
  { "User-agent: *\nDisallow: /", "/robots.txt", true },
  { "<html>User-agent: *</html>\nDisallow: /x\n", "/x", true },
};

static void the_longest_rule_decides(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (sv_robots_allow(rows[i].text, strlen(rows[i].text), "samsvar", rows[i].path) !=
        rows[i].allowed)
      fail_msg("%s: %s", rows[i].text, rows[i].path);
}

static void many_stars_take_no_time(void **state)
{
  (void)state;
  enum { SIZE = 512 << 10 };
  char *text = malloc(SIZE);
  char path[2048];
  assert_non_null(text);
  memset(text, '*', SIZE);
  memcpy(text, "User-agent: *\nDisallow: /", 25);
  for (size_t i = 1024; i < SIZE; i += 1024)
    memcpy(text + i, "b\nDisallow: /a", 14);
  memset(path, 'a', sizeof path);
  text[SIZE - 1] = 'b';
  path[0] = '/';
  path[sizeof path - 1] = '\0';
  assert_true(sv_robots_allow(text, SIZE, "samsvar", path));
  free(text);
}

static const struct {
  const char *text;
  bool good;
  unsigned rate;
  bool agreement, unsafe;
  size_t hours;
} files[] = {
  { "{}", true, 0, false, false, 0 },
  { "{\"rate\":2,\"contact\":\"mailto:a@b.no\",\"other\":[1]}", true, 2, false, false, 0 },
  { "{\"agreement\":\"required\",\"hours\":[\"22:00-06:00\",\"12:00-12:30\"]}", true, 0, true,
    false, 2 },
  { "{\"unsafe\":\"allowed\"}", true, 0, false, true, 0 },
  { "[]", false, 0, false, false, 0 },
  { "{\"rate\":0}", false, 0, false, false, 0 },
  { "{\"rate\":\"2\"}", false, 0, false, false, 0 },
  { "{\"hours\":[\"25:00-06:00\"]}", false, 0, false, false, 0 },
  { "{\"hours\":[\"2:00-06:00\"]}", false, 0, false, false, 0 },
  { "{\"hours\":\"22:00-06:00\"}", false, 0, false, false, 0 },
  { "{\"agreement\":true}", false, 0, false, false, 0 },
  { "{\"rate\":1,\"rate\":2}", false, 0, false, false, 0 },
  { "{", false, 0, false, false, 0 },
};

static void wishes_are_read_or_refused_whole(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    struct sv_wishes here;
    struct sv_wishes apart;
    const char *what = sv_wishes_read(files[i].text, strlen(files[i].text), &here);
    assert_int_equal(!what, files[i].good);
    assert_int_equal(here.rate, files[i].rate);
    assert_int_equal(here.agreement, files[i].agreement);
    assert_int_equal(here.unsafe, files[i].unsafe);
    assert_int_equal(here.hour_count, files[i].hours);
    if (unit_valgrind())
      continue;
    assert_ptr_equal(sv_wishes_read_apart(files[i].text, strlen(files[i].text), &apart), what);
    assert_int_equal(apart.hour_count, files[i].hours);
    assert_int_equal(apart.rate, files[i].rate);
  }
}

static enum sv_status judged(const char *text, struct sv_run_options o, int64_t minute)
{
  struct sv_wishes w;
  struct sv_error err = { 0 };
  assert_null(sv_wishes_read(text, strlen(text), &w));
  return sv_wishes_judge(&w, "a.no", &o, minute * 60 + 86400 * 20000, &err);
}

static void wishes_are_kept_to(void **state)
{
  (void)state;
  const struct sv_run_options plain = { 0 };
  const struct sv_run_options agreed = { .agreed = true };
  const struct sv_run_options unsafe = { .allow_unsafe = true };
  static const char night[] = "{\"hours\":[\"22:00-06:00\"]}";
  assert_int_equal(judged("{}", plain, 0), SV_OK);
  assert_int_equal(judged("{\"agreement\":\"required\"}", plain, 0), SV_DENIED);
  assert_int_equal(judged("{\"agreement\":\"required\"}", agreed, 0), SV_OK);
  assert_int_equal(judged(night, plain, 23 * 60), SV_OK);
  assert_int_equal(judged(night, plain, 5 * 60 + 59), SV_OK);
  assert_int_equal(judged(night, plain, 6 * 60), SV_DENIED);
  assert_int_equal(judged(night, plain, 21 * 60 + 59), SV_DENIED);
  assert_int_equal(judged(night, agreed, 12 * 60), SV_OK);
  assert_int_equal(judged("{}", unsafe, 0), SV_DENIED);
  assert_int_equal(judged("{\"unsafe\":\"allowed\"}", unsafe, 0), SV_OK);
  assert_int_equal(sv_manners_rate(0, 0), 0);
  assert_int_equal(sv_manners_rate(0, 2), 2);
  assert_int_equal(sv_manners_rate(0, 9), 0);
  assert_int_equal(sv_manners_rate(50, 9), 9);
  assert_int_equal(sv_manners_rate(3, 9), 3);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_longest_rule_decides),
    cmocka_unit_test(many_stars_take_no_time),
    cmocka_unit_test(wishes_are_read_or_refused_whole),
    cmocka_unit_test(wishes_are_kept_to),
  };
  return cmocka_run_group_tests_name("robots", tests, NULL, NULL);
}
