// SPDX-License-Identifier: Apache-2.0
/* security.txt: RFC 9116 rule by rule. */
#include "tests/unit/unit.h"

#include "engines/http/security_txt.h"

#include <string.h>

#define GOOD "Contact: mailto:a@example.no\nExpires: 2027-01-01T00:00:00Z\n"

static const struct {
  const char *text;
  enum sv_security_txt_code code; /* of the only fault; 0: none */
  uint32_t line;
} cases[] = {
  { GOOD, 0, 0 },
  { "# note\r\n\r\ncontact: tel:+4722222222\r\nEXPIRES: 2027-01-01T00:00:00+01:00\r\n", 0, 0 },
  { GOOD "Preferred-Languages: nb, nn,en\n", 0, 0 },
  { GOOD "Policy: https://example.no/a\nX-Other: whatever it says\n", 0, 0 },
  { GOOD "Policy: http://example.no/a\n", SV_TXT_NOT_HTTPS, 3 },
  { GOOD "Canonical: /.well-known/security.txt\n", SV_TXT_NOT_URI, 3 },
  { GOOD "Contact:mailto:b@example.no\n", SV_TXT_LINE, 3 },
  { GOOD "just words\n", SV_TXT_LINE, 3 },
  { GOOD "Hiring: \n", SV_TXT_LINE, 3 },
  { GOOD "Contact: security@example.no\n", SV_TXT_NOT_URI, 3 },
  { "Expires: 2027-01-01T00:00:00Z\n", SV_TXT_NO_CONTACT, 0 },
  { "Contact: mailto:a@example.no\n", SV_TXT_NO_EXPIRES, 0 },
  { GOOD "Expires: 2027-01-02T00:00:00Z\n", SV_TXT_EXPIRES_TWICE, 3 },
  { "Contact: mailto:a@example.no\nExpires: 2027-01-01\n", SV_TXT_EXPIRES_FORM, 2 },
  { GOOD "Preferred-Languages: nb\nPreferred-Languages: nn\n", SV_TXT_LANGUAGES_TWICE, 4 },
  { GOOD "Preferred-Languages: norwegian_bokmal\n", SV_TXT_LANGUAGES_FORM, 3 },
  { GOOD "Preferred-Languages: nb,\n", SV_TXT_LANGUAGES_FORM, 3 },
  { GOOD "# \xFF\n", SV_TXT_NOT_UTF8, 0 },
  { GOOD "# a\rb\n", SV_TXT_LINE_END, 3 },
  { GOOD "# no end", SV_TXT_LINE_END, 3 },
};

static void each_rule_gives_one_fault(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_arena a = SV_ARENA(1 << 20);
    struct sv_security_txt t;
    assert_int_equal(sv_security_txt_parse(cases[i].text, strlen(cases[i].text), &a, &t), SV_OK);
    if (t.fault_count != (cases[i].code ? 1u : 0u))
      fail_msg("case %zu: %zu faults", i, t.fault_count);
    if (cases[i].code) {
      assert_int_equal(t.faults[0].code, cases[i].code);
      assert_int_equal(t.faults[0].line, cases[i].line);
    }
    sv_arena_free(&a);
  }
}

static void a_signed_file_is_read_inside_its_frame(void **state)
{
  (void)state;
  static const char text[] = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n" GOOD
                             "-----BEGIN PGP SIGNATURE-----\n\nabc=\n-----END PGP SIGNATURE-----\n";
  struct sv_arena a = SV_ARENA(1 << 20);
  struct sv_security_txt t;
  assert_int_equal(sv_security_txt_parse(text, sizeof text - 1, &a, &t), SV_OK);
  assert_int_equal(t.fault_count, 0);
  assert_true(t.is_signed);
  assert_int_equal(t.count, 2);
  assert_int_equal(t.expires, 1798761600);
  /* Cut before its signature, it is not whole. */
  assert_int_equal(sv_security_txt_parse(text, 120, &a, &t), SV_OK);
  assert_true(t.fault_count > 0);
  bool found = false;
  for (size_t i = 0; i < t.fault_count; i++)
    found |= t.faults[i].code == SV_TXT_SIGNATURE;
  assert_true(found);
  sv_arena_free(&a);
}

static void fields_are_found_by_name_and_number(void **state)
{
  (void)state;
  static const char text[] = GOOD "contact: https://example.no/report\n";
  struct sv_arena a = SV_ARENA(1 << 20);
  struct sv_security_txt t;
  assert_int_equal(sv_security_txt_parse(text, sizeof text - 1, &a, &t), SV_OK);
  const struct sv_security_txt_field *f = sv_security_txt_find(&t, "CONTACT", 1);
  assert_non_null(f);
  assert_int_equal(f->line, 3);
  assert_memory_equal(f->value.data, "https://example.no/report", f->value.size);
  assert_null(sv_security_txt_find(&t, "Contact", 2));
  sv_arena_free(&a);
}

static void a_file_above_32_kib_is_a_limit(void **state)
{
  (void)state;
  static char text[32 * 1024 + 1];
  memset(text, '\n', sizeof text);
  struct sv_arena a = SV_ARENA(4 << 20);
  struct sv_security_txt t;
  assert_int_equal(sv_security_txt_parse(text, sizeof text, &a, &t), SV_LIMIT);
  assert_int_equal(sv_security_txt_parse(text, sizeof text - 1, &a, &t), SV_OK);
  sv_arena_free(&a);
}

static void a_page_json_or_nothing_is_not_meant_as_a_file(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    bool is_meant;
  } answers[] = {
    { "Contact: mailto:a@b.example\n", true },
    { "# Kontakt\n", true },
    { "-----BEGIN PGP SIGNED MESSAGE-----\n", true },
    { "Kontakt oss\n", true },
    { "", false },
    { " \r\n", false },
    { "\n <!doctype html>", false },
    { "\xef\xbb\xbf<html>", false },
    { "{\"error\":404}", false },
    { "[]", false },
  };
  for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++)
    assert_int_equal(sv_security_txt_is_meant(answers[i].text, strlen(answers[i].text)),
                     answers[i].is_meant);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_rule_gives_one_fault),
    cmocka_unit_test(a_signed_file_is_read_inside_its_frame),
    cmocka_unit_test(fields_are_found_by_name_and_number),
    cmocka_unit_test(a_file_above_32_kib_is_a_limit),
    cmocka_unit_test(a_page_json_or_nothing_is_not_meant_as_a_file),
  };
  return cmocka_run_group_tests_name("security.txt", tests, NULL, NULL);
}
