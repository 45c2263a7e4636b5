// SPDX-License-Identifier: Apache-2.0
/* The bounded buffer, the arena's budget, the map, UTF-8. */
#include "tests/unit/unit.h"

#include "engines/base/arena.h"
#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/map.h"
#include "engines/base/utf8.h"

#include <stdio.h>
#include <string.h>

static void a_buffer_never_passes_its_limit(void **state)
{
  (void)state;
  struct sv_buf b = SV_BUF(10);
  assert_int_equal(sv_buf_adds(&b, "0123456789"), SV_OK);
  assert_string_equal(sv_buf_text(&b), "0123456789");
  assert_int_equal(sv_buf_addc(&b, 'x'), SV_LIMIT);
  assert_string_equal(sv_buf_text(&b), "");
  assert_int_equal(sv_buf_adds(&b, "a"), SV_LIMIT);
  sv_buf_free(&b);
}

static void an_arena_never_passes_its_budget(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(64 * 1024);
  size_t got = 0;
  while (sv_arena_alloc(&a, 1000))
    got += 1000;
  assert_true(got >= 32 * 1024 && got <= 64 * 1024);
  sv_arena_free(&a);
  assert_non_null(sv_arena_alloc(&a, 1000));
  assert_null(sv_arena_alloc(&a, 1 << 21));
  sv_arena_free(&a);
}

static void a_map_finds_what_was_put(void **state)
{
  (void)state;
  struct sv_map m = { 0 };
  static char keys[5000][8];
  for (size_t i = 0; i < 5000; i++) {
    (void)snprintf(keys[i], sizeof keys[i], "k%zu", i);
    assert_int_equal(sv_map_set(&m, keys[i], strlen(keys[i]), keys[i]), SV_OK);
  }
  for (size_t i = 0; i < 5000; i++)
    assert_ptr_equal(sv_map_gets(&m, keys[i]), keys[i]);
  assert_null(sv_map_gets(&m, "k5000"));
  assert_int_equal(m.count, 5000);
  sv_map_free(&m);
}

static void utf8_is_strict(void **state)
{
  (void)state;
  assert_int_equal(sv_utf8_check("Sámi čđŋšŧž", strlen("Sámi čđŋšŧž")), strlen("Sámi čđŋšŧž"));
  assert_int_equal(sv_utf8_check("ab\xC0\x80", 4), 2);
  assert_int_equal(sv_utf8_check("\xED\xA0\x80", 3), 0);
  assert_int_equal(sv_utf8_check("\xF4\x90\x80\x80", 4), 0);
  assert_int_equal(sv_utf8_length("æøå", strlen("æøå")), 3);
  for (uint32_t c = 0; c <= 0x10FFFF; c += 7) {
    char text[4];
    uint32_t back = 0;
    const size_t n = sv_utf8_encode(c, text);
    if (c >= 0xD800 && c <= 0xDFFF) {
      assert_int_equal(n, 0);
      continue;
    }
    assert_int_equal(sv_utf8_decode(text, text + n, &back), n);
    assert_int_equal(back, c);
  }
}

static void numbers_do_not_overflow(void **state)
{
  (void)state;
  unsigned long long v = 0;
  assert_true(sv_parse_uint("18446744073709551615", 20, ~0ull, &v));
  assert_true(v == ~0ull);
  assert_false(sv_parse_uint("18446744073709551616", 20, ~0ull, &v));
  assert_false(sv_parse_uint("101", 3, 100, &v));
  assert_false(sv_parse_uint("", 0, 100, &v));
  assert_false(sv_parse_uint("1a", 2, 100, &v));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_buffer_never_passes_its_limit),
    cmocka_unit_test(an_arena_never_passes_its_budget),
    cmocka_unit_test(a_map_finds_what_was_put),
    cmocka_unit_test(utf8_is_strict),
    cmocka_unit_test(numbers_do_not_overflow),
  };
  return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
