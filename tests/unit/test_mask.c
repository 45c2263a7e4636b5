// SPDX-License-Identifier: Apache-2.0
/* Masking: planted numbers and secrets in all places must be gone, and what is no secret must stay.
 * All numbers are made here and given to nobody: synthetic series, or individual numbers that no
 * year has. */
#include "tests/unit/unit.h"

#include "engines/base/idnumber.h"
#include "runner/mask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned remainder_of(const char *digits, const unsigned *weights, size_t count)
{
  unsigned sum = 0;
  for (size_t i = 0; i < count; i++)
    sum += (unsigned)(digits[i] - '0') * weights[i];
  return sum % 11;
}

/* An identity number that begins with DATE and whose first control digit leaves LEFT: in OUT; false
 * when the individual number INDIVIDUAL has none. */
static bool make_number(const char *date, unsigned individual, unsigned left, char out[12])
{
  static const unsigned first[10] = { 3, 7, 6, 1, 8, 9, 4, 5, 2, 1 };
  static const unsigned second[11] = { 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1 };
  (void)snprintf(out, 12, "%.6s%03u00", date, individual % 1000);
  for (char k1 = '0'; k1 <= '9'; k1++)
    for (char k2 = '0'; k2 <= '9'; k2++) {
      out[9] = k1;
      out[10] = k2;
      if (remainder_of(out, first, 10) == left && remainder_of(out, second, 11) == 0)
        return true;
    }
  return false;
}

/* The first number of DATE from individual number 500 on. */
static void number_of(const char *date, unsigned left, char out[12])
{
  for (unsigned i = 500; i < 750; i++)
    if (make_number(date, i, left, out))
      return;
  fail_msg("no number for %s", date);
}

/* Day, month and year of every series: plain (1940-53 with 500-749 was given to nobody), D, H,
 * synthetic. */
static const char *const dates[] = {
  "010145", "311252", "290248", "410145", "710352", "014145", "315252",
  "018145", "319252", "016645", "317752", "418145", "716845", "286650",
};

static char *masked(const struct sv_mask *m, const char *text, struct sv_masked *count)
{
  struct sv_buf out = SV_BUF(1 << 20);
  assert_int_equal(sv_mask_bytes(m, text, strlen(text), &out, count), SV_OK);
  char *result = strdup(sv_buf_text(&out));
  sv_buf_free(&out);
  assert_non_null(result);
  return result;
}

static const char *const number_places[] = {
  "%s",
  "{\"fnr\":\"%s\"}",
  "{\"id\":%s}",
  "{\"a\":[1,%s,2]}",
  "<person><fnr>%s</fnr></person>",
  "a;b;%s;c\n",
  "/person/%s/adresse",
  "https://x.example/p?id=%s&y=1",
  "https://x.example/p?q=%%22%s%%22",
  "https://x.example/p?q=a%%20%s",
  "{\"t\":\"a\\u0020%s\"}",
  "Personen (%s) er registrert.",
  "Personen har nummer %s.",
  "id%sx",
  "_%s_",
  "\xc3\xb8%s\xc3\xb8",
  "tel:%s,",
  "urn:nin:no:%s",
  "'%s'",
  "%s.pdf",
};

static void identity_numbers_are_hidden_in_all_places(void **state)
{
  (void)state;
  size_t planted = 0;
  for (size_t d = 0; d < sizeof dates / sizeof dates[0]; d++)
    for (unsigned left = 0; left <= 3; left++)
      for (size_t p = 0; p < sizeof number_places / sizeof number_places[0]; p++) {
        char number[12];
        char text[256];
        struct sv_masked count = { 0 };
        number_of(dates[d], left, number);
        assert_true(sv_idnumber_valid(number));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the table's own formats, one %s each */
        (void)snprintf(text, sizeof text, number_places[p], number);
#pragma GCC diagnostic pop
        char *out = masked(NULL, text, &count);
        if (strstr(out, number) || strlen(out) != strlen(text))
          fail_msg("%s became %s", text, out);
        assert_int_equal(count.identity_numbers, 1);
        assert_int_equal(count.synthetic_numbers, dates[d][2] > '1');
        assert_non_null(
            strstr(out, dates[d][2] > '1' ? SV_IDNUMBER_HIDDEN_SYNTHETIC : SV_IDNUMBER_HIDDEN));
        free(out);
        planted++;
      }
  assert_true(planted >= 1000);
}

static void numbers_in_two_parts_are_hidden(void **state)
{
  (void)state;
  static const char *const gaps[] = { " ", "-", "+", "%20", "\xc2\xa0", "&nbsp;", "\t" };
  for (size_t d = 0; d < sizeof dates / sizeof dates[0]; d++)
    for (size_t g = 0; g < sizeof gaps / sizeof gaps[0]; g++) {
      char number[12];
      char text[64];
      struct sv_masked count = { 0 };
      number_of(dates[d], d % 4, number);
      (void)snprintf(text, sizeof text, "fra %.6s%s%s til", number, gaps[g], number + 6);
      char *out = masked(NULL, text, &count);
      assert_null(strstr(out, number + 6));
      assert_int_equal(count.identity_numbers, 1);
      assert_non_null(strstr(out, gaps[g]));
      free(out);
    }
}

static void a_full_stop_parts_a_number_only_between_quotes(void **state)
{
  (void)state;
  char number[12];
  char text[64];
  number_of("018145", 0, number);
  (void)snprintf(text, sizeof text, "\"%.6s.%s\"", number, number + 6);
  assert_true(sv_mask_finds(NULL, text, strlen(text)));
  (void)snprintf(text, sizeof text, "[%.6s.%s, 6]", number, number + 6);
  assert_false(sv_mask_finds(NULL, text, strlen(text)));
}

static void named_numbers_are_hidden_whatever_their_control_digits(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "{\"fnr\": \"01814550000\"}",
    "<pid>01814550000</pid>",
    "?ssn=01814550000",
    "foedselsnummer: 01814550000",
    "{\"f\303\270dselsnummer\":\"01814550000\"}",
  };
  assert_false(sv_idnumber_valid("01814550000"));
  assert_false(sv_mask_finds(NULL, "ref 01814550000", 15));
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    assert_true(sv_mask_finds(NULL, texts[i], strlen(texts[i])));
}

static void other_numbers_stay(void **state)
{
  (void)state;
  char number[12];
  char text[128];
  static const char *const plain[] = {
    "974760673",
    "{\"orgnr\":\"974 760 673\"}",
    "+47 22 33 44 55",
    "1700000000000",
    "2026-11-22T06:25:00Z",
    "{\"pi\":3.14159265358}",
    "99999999999",
    "88888888888",
    "{\"fnr\":\"88888888888\"}",
    "00000000000",
    "{\"bytes\":12345678901}",
    "010203",
    ("{\"token_endpoint\":\"https://x.example/"
     "token\",\"token_type\":\"Bearer\",\"code\":\"NOT_FOUND\"}"),
    "?kommune=0301&code=0301",
    "{\"password\":{\"type\":\"string\"}}",
    "eyJ",
    "<code>x</code>",
    "a=b&c=d",
    "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
  };
  for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
    if (sv_mask_finds(NULL, plain[i], strlen(plain[i])))
      fail_msg("%s is hidden", plain[i]);
  number_of("018145", 0, number);
  (void)snprintf(text, sizeof text, "[59.%s, 1%s, %s1, %s.5]", number, number, number, number);
  assert_false(sv_mask_finds(NULL, text, strlen(text)));
}

static void masking_twice_changes_nothing_more(void **state)
{
  (void)state;
  char number[12];
  char text[512];
  number_of("418145", 2, number);
  (void)snprintf(text, sizeof text,
                 "{\"pid\":\"%s\",\"access_token\":\"abcdef\",\"x\":\"eyJhbGciOiJIUzI1NiJ9."
                 "eyJhIjoiYiJ9.c2ln\"}",
                 number);
  char *once = masked(NULL, text, NULL);
  struct sv_masked count = { 0 };
  char *twice = masked(NULL, once, &count);
  assert_string_equal(once, twice);
  assert_int_equal(count.values, 0);
  free(once);
  free(twice);
}

static size_t base64url(const char *data, size_t size, char *out)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  size_t n = 0;
  for (size_t bit = 0; bit < size * 8; bit += 6) {
    unsigned value = 0;
    for (size_t k = bit; k < bit + 6; k++)
      value = value << 1 |
              (k < size * 8 ? (unsigned)(unsigned char)data[k / 8] >> (7 - k % 8) & 1u : 0u);
    out[n++] = digits[value];
  }
  out[n] = '\0';
  return n;
}

static void tokens_are_hidden_whole_and_the_numbers_in_them_counted(void **state)
{
  (void)state;
  char number[12];
  char payload[96];
  char coded[160];
  char text[512];
  number_of("018145", 1, number);
  (void)snprintf(payload, sizeof payload, "{\"iss\":\"https://x.example\",\"pid\":\"%s\"}", number);
  (void)base64url(payload, strlen(payload), coded);
  static const char *const places[] = {
    "eyJhbGciOiJSUzI1NiJ9.%s.c2lnbmF0dXJl",
    "{\"t\":\"eyJhbGciOiJSUzI1NiJ9.%s.c2ln\"}",
    "?x=eyJhbGciOiJub25lIn0.%s.&y=1",
    "x%%3DeyJhbGciOiJSUzI1NiJ9.%s.c2ln",
    "eyJhbGciOiJSUzI1NiJ9.%s.c2ln~WyJhIiwiYiJd~",
    "{\"payload\":\"%s\"}",
    "eyJlbmMiOiJBMTI4R0NNIn0..aXY.%s.dGFn",
  };
  for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
    struct sv_masked count = { 0 };
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the table's own formats, one %s each */
    (void)snprintf(text, sizeof text, places[i], coded);
#pragma GCC diagnostic pop
    char *out = masked(NULL, text, &count);
    assert_null(strstr(out, coded));
    assert_null(strstr(out, "WyJh"));
    assert_non_null(strstr(out, "*hidden:token*"));
    assert_int_equal(count.identity_numbers, 1);
    free(out);
  }
}

static void private_keys_are_hidden(void **state)
{
  (void)state;
  static const char *const keys[] = {
    "a -----BEGIN PRIVATE KEY-----\nMIICdgIBADANBg\n-----END PRIVATE KEY----- b",
    ("{\"k\":\"-----BEGIN RSA PRIVATE KEY-----\\nMIICdgIBADANBg\\n-----END RSA PRIVATE "
     "KEY-----\\n\"}"),
    "-----BEGIN EC PRIVATE KEY-----\nMIICdgIBADANBg",
    "{\"kty\":\"EC\",\"x\":\"abc\",\"d\":\"MIICdgIBADANBg\"}",
  };
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
    char *out = masked(NULL, keys[i], NULL);
    assert_null(strstr(out, "MIICdgIBADANBg"));
    assert_non_null(strstr(out, "*hidden:"));
    free(out);
  }
}

static void values_are_hidden_by_the_name_they_go_under(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "{\"access_token\":\"CANARY-1\",\"expires_in\":3600}",
    "{ \"client_secret\" : \"CANARY-1\" }",
    "{\"x\":\"{\\\"access_token\\\":\\\"CANARY-1\\\"}\"}",
    "grant_type=x&client_assertion=CANARY-1&y=2",
    "https://x.example/cb?code=CANARY-1&state=abc",
    "<s:password type=\"t\">CANARY-1</s:password>",
    "<input password='CANARY-1'>",
    "apikey=CANARY-1",
    "jsessionid=CANARY-1;",
    "{\"passord\":\"CANARY-1",
    "{\"refresh_token\":\"a\\\"CANARY-1\"}",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    char *out = masked(NULL, texts[i], NULL);
    if (strstr(out, "CANARY-1"))
      fail_msg("%s became %s", texts[i], out);
    free(out);
  }
}

static void headers_are_hidden_by_name(void **state)
{
  (void)state;
  static const struct {
    const char *line, *expected;
  } table[] = {
    { "Authorization: Bearer CANARY", "Authorization: Bearer *hidden:token*" },
    { "authorization: CANARY", "authorization: *hidden:token*" },
    { "Cookie: a=CANARY; b=CANARY", "Cookie: a=*hidden:cookie*; b=*hidden:cookie*" },
    { "Set-Cookie: sid=CANARY; Path=/; Secure; HttpOnly", "Set-Cookie: sid=*hidden:cookie*; "
                                                          "Path=/; Secure; HttpOnly" },
    { "X-API-Key: CANARY", "X-API-Key: *hidden:secret*" },
    { "X-Csrf-Token: CANARY", "X-Csrf-Token: *hidden:secret*" },
    { "WWW-Authenticate: Bearer realm=\"x\", error=\"invalid_token\"", "WWW-Authenticate: Bearer "
                                                                       "realm=\"x\", "
                                                                       "error=\"invalid_token\"" },
    { "Location: /cb?access_token=CANARY&x=1", "Location: /cb?access_token=*hidden:secret*&x=1" },
    { "Content-Type: application/json", "Content-Type: application/json" },
    { "Set-Cookie: sid=; Max-Age=0", "Set-Cookie: sid=; Max-Age=0" },
  };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    assert_int_equal(sv_mask_header(NULL, table[i].line, &out, NULL), SV_OK);
    assert_string_equal(sv_buf_text(&out), table[i].expected);
    sv_buf_free(&out);
  }
}

static void known_secrets_are_hidden_in_every_encoding(void **state)
{
  (void)state;
  static const char secret[] = "7canary/+\"s\\ecret=";
  static const char *const texts[] = {
    "x7canary/+\"s\\ecret=y",
    "?a=7canary%2F%2B%22s%5Cecret%3D&b",
    "?a=7canary%2f%2b%22s%5cecret%3d&b",
    "{\"a\":\"7canary/+\\\"s\\\\ecret=\"}",
    "{\"a\":\"7canary\\/+\\\"s\\\\ecret=\"}",
    "117canary/+\"s\\ecret=22",
  };
  struct sv_mask *m = sv_mask_new();
  assert_non_null(m);
  assert_int_equal(sv_mask_secret(m, secret, strlen(secret)), SV_OK);
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    char *out = masked(m, texts[i], NULL);
    if (strstr(out, "canary") || strstr(out, "ecret="))
      fail_msg("%s became %s", texts[i], out);
    free(out);
  }
  for (size_t before = 0; before < 4; before++) {
    char plain[64] = "abcd";
    char coded[128];
    (void)snprintf(plain + before, sizeof plain - before, "%s:z", secret);
    const size_t size = base64url(plain, strlen(plain), coded);
    char *out = masked(m, coded, NULL);
    assert_true(strlen(out) < size || strstr(out, "*hidden:"));
    assert_non_null(strstr(out, "*hidden:secret*"));
    free(out);
  }
  assert_int_equal(sv_mask_secret(m, "abc", 3), SV_INVALID);
  sv_mask_free(m);
}

static void text_in_utf_16_is_searched_too(void **state)
{
  (void)state;
  char number[12];
  char text[128];
  number_of("018145", 0, number);
  const int size =
      snprintf(text, sizeof text, "<a><fnr>%s</fnr><password>CANARY</password></a>", number);
  for (size_t big = 0; big < 2; big++) {
    char wide[256] = "";
    struct sv_masked count = { 0 };
    struct sv_buf out = SV_BUF(4096);
    for (size_t i = 0; i < (size_t)size; i++)
      wide[2 * i + big] = text[i];
    assert_int_equal(sv_mask_bytes(NULL, wide, (size_t)size * 2, &out, &count), SV_OK);
    assert_int_equal(out.size, (size_t)size * 2);
    assert_int_equal(count.values, 2);
    assert_int_equal(count.identity_numbers, 1);
    assert_int_equal(count.synthetic_numbers, 1);
    for (size_t i = 0; i < (size_t)size; i++)
      text[i] = out.data[2 * i + big];
    assert_null(strstr(text, "CANARY"));
    assert_non_null(strstr(text, "<fnr>" SV_IDNUMBER_HIDDEN_SYNTHETIC "</fnr>"));
    sv_buf_free(&out);
    (void)snprintf(text, sizeof text, "<a><fnr>%s</fnr><password>CANARY</password></a>", number);
  }
}

static void a_hostile_text_takes_linear_time(void **state)
{
  (void)state;
  static const char *const units[] = { "\"d\":", "eyJ",     "eyJ~",        "-----BEGIN ",
                                       "<a>",    "123456 ", "0",           "\"",
                                       "=",      "code=",   "\"token\":\"" };
  const size_t size = 4 << 20;
  char *text = malloc(size);
  assert_non_null(text);
  for (size_t u = 0; u < sizeof units / sizeof units[0]; u++) {
    struct sv_buf out = SV_BUF(64 << 20);
    const size_t n = strlen(units[u]);
    for (size_t i = 0; i < size; i++)
      text[i] = units[u][i % n];
    assert_int_equal(sv_mask_bytes(NULL, text, size, &out, NULL), SV_OK);
    sv_buf_free(&out);
  }
  free(text);
}

static void organisation_numbers_have_a_control_digit(void **state)
{
  (void)state;
  assert_true(sv_orgnr_valid("974760673"));
  assert_false(sv_orgnr_valid("974760674"));
  assert_false(sv_orgnr_valid("97476067"));
  assert_false(sv_orgnr_valid("9747606733"));
  assert_false(sv_orgnr_valid("97476067x"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(identity_numbers_are_hidden_in_all_places),
    cmocka_unit_test(numbers_in_two_parts_are_hidden),
    cmocka_unit_test(a_full_stop_parts_a_number_only_between_quotes),
    cmocka_unit_test(named_numbers_are_hidden_whatever_their_control_digits),
    cmocka_unit_test(other_numbers_stay),
    cmocka_unit_test(masking_twice_changes_nothing_more),
    cmocka_unit_test(tokens_are_hidden_whole_and_the_numbers_in_them_counted),
    cmocka_unit_test(private_keys_are_hidden),
    cmocka_unit_test(values_are_hidden_by_the_name_they_go_under),
    cmocka_unit_test(headers_are_hidden_by_name),
    cmocka_unit_test(known_secrets_are_hidden_in_every_encoding),
    cmocka_unit_test(text_in_utf_16_is_searched_too),
    cmocka_unit_test(a_hostile_text_takes_linear_time),
    cmocka_unit_test(organisation_numbers_have_a_control_digit),
  };
  return cmocka_run_group_tests_name("mask", tests, NULL, NULL);
}
