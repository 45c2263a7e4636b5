// SPDX-License-Identifier: Apache-2.0
/* Structured field values: items, lists and dictionaries of RFC 9651. */
#include "tests/unit/unit.h"

#include "engines/http/sf.h"

#include <string.h>

static const struct {
  const char *text;
  enum sv_sf_type type; /* 0: no item */
  int64_t number;
} items[] = {
  { "42", SV_SF_INTEGER, 42 },
  { "-0", SV_SF_INTEGER, 0 },
  { " 7 ", SV_SF_INTEGER, 7 },
  { "999999999999999", SV_SF_INTEGER, 999999999999999 },
  { "1000000000000000", 0, 0 },
  { "4.5", SV_SF_DECIMAL, 4500 },
  { "-1.125", SV_SF_DECIMAL, -1125 },
  { "1.", 0, 0 },
  { "1.1234", 0, 0 },
  { "1234567890123.0", 0, 0 },
  { "-", 0, 0 },
  { "--1", 0, 0 },
  { "+1", 0, 0 },
  { "\"a\\\"b\"", SV_SF_STRING, 0 },
  { "\"a\\b\"", 0, 0 },
  { "\"a", 0, 0 },
  { "\"\xC3\xA6\"", 0, 0 },
  { "foo123/456", SV_SF_TOKEN, 0 },
  { "*x:y", SV_SF_TOKEN, 0 },
  { "a b", 0, 0 },
  { ":aGVsbG8=:", SV_SF_BYTES, 0 },
  { ":aGVsbG8=", 0, 0 },
  { ":a_b:", 0, 0 },
  { "?1", SV_SF_BOOLEAN, 1 },
  { "?0", SV_SF_BOOLEAN, 0 },
  { "?2", 0, 0 },
  { "@1659578233", SV_SF_DATE, 1659578233 },
  { "@-1", SV_SF_DATE, -1 },
  { "@1.5", 0, 0 },
  { "@", 0, 0 },
  { "true", SV_SF_TOKEN, 0 },
  { "%\"b%c3%a6r\"", SV_SF_DISPLAY, 0 },
  { "%\"b%C3%A6r\"", 0, 0 },
  { "%\"%ff\"", 0, 0 },
  { "%\"%c3\"", 0, 0 },
  { "%\"a", 0, 0 },
  { "1;a;b=2;c=\"x\"", SV_SF_INTEGER, 1 },
  { "1;A=2", 0, 0 },
  { "1; a=1", SV_SF_INTEGER, 1 },
  { "1 ;a=1", 0, 0 },
  { "", 0, 0 },
  { "1,2", 0, 0 },
};

static void items_parse_as_the_rfc_has_them(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
    struct sv_sf_item item;
    const enum sv_status s = sv_sf_item_parse(items[i].text, strlen(items[i].text), &item);
    if ((s == SV_OK) != (items[i].type != 0))
      fail_msg("%s", items[i].text);
    if (s == SV_OK && (item.bare.type != items[i].type || item.bare.number != items[i].number))
      fail_msg("%s: type %d, number %lld", items[i].text, (int)item.bare.type,
               (long long)item.bare.number);
  }
}

static void parameters_are_found_and_the_last_one_counts(void **state)
{
  (void)state;
  struct sv_sf_item item;
  assert_int_equal(sv_sf_item_parse("x;q=1;w;q=2", 11, &item), SV_OK);
  assert_int_equal(sv_sf_param_find(&item, "q")->number, 2);
  assert_int_equal(sv_sf_param_find(&item, "w")->type, SV_SF_BOOLEAN);
  assert_null(sv_sf_param_find(&item, "z"));
}

/* How many members the text has, or -1 when it is malformed. */
static int members(const char *text,
                   enum sv_status (*next)(struct sv_scan *, bool *, struct sv_sf_member *))
{
  struct sv_scan s = sv_scan_of(text, strlen(text));
  static struct sv_sf_member m;
  bool first = true;
  int n = 0;
  enum sv_status status;
  while ((status = next(&s, &first, &m)) == SV_OK)
    n++;
  return status == SV_NOT_FOUND ? n : -1;
}

static void lists_and_dictionaries_are_strict_about_commas(void **state)
{
  (void)state;
  assert_int_equal(members("a, b;x=1 ,\t(1 2);y", sv_sf_list_next), 3);
  assert_int_equal(members("", sv_sf_list_next), 0);
  assert_int_equal(members("()", sv_sf_list_next), 1);
  assert_int_equal(members("a,", sv_sf_list_next), -1);
  assert_int_equal(members("a,,b", sv_sf_list_next), -1);
  assert_int_equal(members("(a", sv_sf_list_next), -1);
  assert_int_equal(members("(1\"a\")", sv_sf_list_next), -1);
  assert_int_equal(members("a=1, b;x, c=(1 2)", sv_sf_dictionary_next), 3);
  assert_int_equal(members("A=1", sv_sf_dictionary_next), -1);
  assert_int_equal(members("a=", sv_sf_dictionary_next), -1);
}

static void dictionary_members_keep_key_and_value(void **state)
{
  (void)state;
  struct sv_scan s = sv_scan_of("r=5;t=1, f", 10);
  static struct sv_sf_member m;
  bool first = true;
  assert_int_equal(sv_sf_dictionary_next(&s, &first, &m), SV_OK);
  assert_memory_equal(m.key.data, "r", 1);
  assert_int_equal(m.item.bare.number, 5);
  assert_int_equal(sv_sf_param_find(&m.item, "t")->number, 1);
  assert_int_equal(sv_sf_dictionary_next(&s, &first, &m), SV_OK);
  assert_int_equal(m.item.bare.type, SV_SF_BOOLEAN);
  assert_int_equal(m.item.bare.number, 1);
}

static void more_members_than_we_hold_is_a_limit(void **state)
{
  (void)state;
  static char text[512] = "(";
  for (int i = 0; i < SV_SF_INNER_MAX + 1; i++)
    memcpy(text + strlen(text), "1 ", 3);
  text[strlen(text) - 1] = ')';
  struct sv_scan s = sv_scan_of(text, strlen(text));
  static struct sv_sf_member m;
  bool first = true;
  assert_int_equal(sv_sf_list_next(&s, &first, &m), SV_LIMIT);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(items_parse_as_the_rfc_has_them),
    cmocka_unit_test(parameters_are_found_and_the_last_one_counts),
    cmocka_unit_test(lists_and_dictionaries_are_strict_about_commas),
    cmocka_unit_test(dictionary_members_keep_key_and_value),
    cmocka_unit_test(more_members_than_we_hold_is_a_limit),
  };
  return cmocka_run_group_tests_name("structured fields", tests, NULL, NULL);
}
