// SPDX-License-Identifier: Apache-2.0
/* References: RFC 3986 section 5.4 whole, and grammar cases. */
#include "tests/unit/unit.h"

#include "engines/base/uri.h"

#include <string.h>

/* RFC 3986 5.4.1 and 5.4.2 (strict), against http://a/b/c/d;p?q */
static const struct {
  const char *ref, *target;
} cases[] = {
  { "g:h", "g:h" }, { "g", "http://a/b/c/g" }, { "./g", "http://a/b/c/g" },
  { "g/", "http://a/b/c/g/" }, { "/g", "http://a/g" }, { "//g", "http://g" },
  { "?y", "http://a/b/c/d;p?y" }, { "g?y", "http://a/b/c/g?y" }, { "#s", "http://a/b/c/d;p?q#s" },
  { "g#s", "http://a/b/c/g#s" }, { "g?y#s", "http://a/b/c/g?y#s" }, { ";x", "http://a/b/c/;x" },
  { "g;x", "http://a/b/c/g;x" }, { "g;x?y#s", "http://a/b/c/g;x?y#s" },
  { "", "http://a/b/c/d;p?q" }, { ".", "http://a/b/c/" }, { "./", "http://a/b/c/" },
  { "..", "http://a/b/" }, { "../", "http://a/b/" }, { "../g", "http://a/b/g" },
  { "../..", "http://a/" }, { "../../", "http://a/" }, { "../../g", "http://a/g" },
  { "../../../g", "http://a/g" }, { "../../../../g", "http://a/g" }, { "/./g", "http://a/g" },
  { "/../g", "http://a/g" }, { "g.", "http://a/b/c/g." }, { ".g", "http://a/b/c/.g" },
  { "g..", "http://a/b/c/g.." }, { "..g", "http://a/b/c/..g" }, { "./../g", "http://a/b/g" },
  { "./g/.", "http://a/b/c/g/" }, { "g/./h", "http://a/b/c/g/h" }, { "g/../h", "http://a/b/c/h" },
  { "g;x=1/./y", "http://a/b/c/g;x=1/y" }, { "g;x=1/../y", "http://a/b/c/y" },
  { "g?y/./x", "http://a/b/c/g?y/./x" }, { "g?y/../x", "http://a/b/c/g?y/../x" },
  { "g#s/./x", "http://a/b/c/g#s/./x" }, { "http:g", "http:g" },
};

static void every_reference_of_rfc3986_resolves(void **state)
{
  (void)state;
  static const char base[] = "http://a/b/c/d;p?q";
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_buf out = SV_BUF(1024);
    assert_int_equal(sv_uri_resolve(base, strlen(base), cases[i].ref, strlen(cases[i].ref), &out), SV_OK);
    assert_string_equal(sv_buf_text(&out), cases[i].target);
    sv_buf_free(&out);
  }
}

static void references_without_any_scheme_are_refused(void **state)
{
  (void)state;
  struct sv_buf out = SV_BUF(1024);
  assert_int_equal(sv_uri_resolve("a/b", 3, "c", 1, &out), SV_INVALID);
  sv_buf_free(&out);
}

static const struct {
  const char *text;
  bool uri, iri;
} grammar[] = {
  { "http://example.org/a?b#c", true, true },
  { "http://[::1]:80/", true, true },
  { "http://[::g]/", false, false },
  { "http://[v1.a]/", true, true },
  { "http://a/b c", false, false },
  { "http://a/%zz", false, false },
  { "http://a/%2f", true, true },
  { "http://a/\xC3\xA6", false, true },
  { "http://a/\xC3", false, false },
  { "a:b/c", true, true },
  { "1a:b", false, false },
  { "./1a:b", true, true },
  { "", true, true },
  { "http://a:port/", false, false },
  { "a#b#c", false, false },
  { "http://a/<b>", false, false },
};

static void grammar_is_checked(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof grammar / sizeof grammar[0]; i++) {
    const size_t n = strlen(grammar[i].text);
    assert_int_equal(sv_uri_is_reference(grammar[i].text, n, false), grammar[i].uri);
    assert_int_equal(sv_uri_is_reference(grammar[i].text, n, true), grammar[i].iri);
  }
}

static const struct {
  const char *plain, *kept, *encoded, *form; /* form: what ENCODED says in a form */
} percent[] = {
  { "", "", "", "" },
  { "aZ09-._~", "", "aZ09-._~", "aZ09-._~" },
  { "a/b c", "", "a%2Fb%20c", "a/b c" },
  { "a/b c", "/", "a/b%20c", "a/b c" },
  { "\xC3\x86+%", "+", "%C3%86+%25", "\xC3\x86 %" },
};

static void percent_encoding_is_undone_again(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof percent / sizeof percent[0]; i++) {
    struct sv_buf out = SV_BUF(64), plain = SV_BUF(64), form = SV_BUF(64);
    assert_int_equal(sv_uri_encode(percent[i].plain, strlen(percent[i].plain), percent[i].kept, &out), SV_OK);
    assert_string_equal(sv_buf_text(&out), percent[i].encoded);
    assert_int_equal(sv_uri_decode(sv_buf_text(&out), out.size, &plain), SV_OK);
    assert_string_equal(sv_buf_text(&plain), percent[i].plain);
    assert_int_equal(sv_form_decode(sv_buf_text(&out), out.size, &form), SV_OK);
    assert_string_equal(sv_buf_text(&form), percent[i].form);
    sv_buf_free(&out);
    sv_buf_free(&plain);
    sv_buf_free(&form);
  }
}

static void a_percent_sign_without_two_digits_stays(void **state)
{
  (void)state;
  static const struct {
    const char *text, *plain;
  } odd[] = { { "%", "%" }, { "%4", "%4" }, { "%4g%41", "%4gA" }, { "%%41", "%A" }, { "a%e6", "a\xE6" } };
  for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
    struct sv_buf out = SV_BUF(64);
    assert_int_equal(sv_uri_decode(odd[i].text, strlen(odd[i].text), &out), SV_OK);
    assert_string_equal(sv_buf_text(&out), odd[i].plain);
    sv_buf_free(&out);
  }
  struct sv_buf nul = SV_BUF(64);
  assert_int_equal(sv_uri_encode("\0", 1, "", &nul), SV_OK);
  assert_string_equal(sv_buf_text(&nul), "%00");
  assert_int_equal(sv_uri_decode("%00%41", 3, &nul), SV_OK);
  assert_int_equal(nul.size, 4); /* what follows the SIZE bytes is not looked at */
  sv_buf_free(&nul);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_reference_of_rfc3986_resolves),
    cmocka_unit_test(references_without_any_scheme_are_refused),
    cmocka_unit_test(grammar_is_checked),
    cmocka_unit_test(percent_encoding_is_undone_again),
    cmocka_unit_test(a_percent_sign_without_two_digits_stays),
  };
  return cmocka_run_group_tests_name("uri", tests, NULL, NULL);
}
