// SPDX-License-Identifier: Apache-2.0
/* Masking what is written in another way than it is read: escapes of every syntax, once and twice
 * over, base64, other widths and spaces. All numbers are synthetic, and all secrets are made here.
 */
#include "tests/unit/unit.h"

#include "engines/base/idnumber.h"
#include "runner/mask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char number[] = "01814550016"; /* the year has no such individual number */
static const char secret[] = "s3cr\"t/+Canary=&<7>";

/* How a character is written; each row is given the byte. */
static void plain(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addc(out, (char)c);
}

static void percent(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "%%%02X", c);
}

static void percent_twice(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "%%25%02x", c);
}

static void percent_thrice(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "%%2525%02x", c);
}

static void json(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "\\u%04x", c);
}

static void json_twice(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "\\\\u%04X", c);
}

static void turtle(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "\\U%08X", c);
}

static void yaml(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "\\x%02x", c);
}

static void decimal(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "&#%u;", c);
}

static void decimal_padded(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "&#00%u;", c);
}

static void hexadecimal(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "&#x%X;", c);
}

static void reference_twice(unsigned char c, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "&amp;#x%x;", c);
}

/* What an encoder of JSON for web pages does: letters and digits stay. */
static void json_for_pages(unsigned char c, struct sv_buf *out)
{
  if (strchr("\"+&<>'", c))
    json(c, out);
  else
    plain(c, out);
}

static void named(unsigned char c, struct sv_buf *out)
{
  static const struct {
    char c;
    const char *name;
  } names[] = { { '"', "&quot;" }, { '&', "&amp;" }, { '<', "&lt;" },    { '>', "&gt;" },
                { '+', "&plus;" }, { '/', "&sol;" }, { '=', "&equals;" } };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (c == (unsigned char)names[i].c) {
      (void)sv_buf_adds(out, names[i].name);
      return;
    }
  plain(c, out);
}

static void full_width(unsigned char c, struct sv_buf *out)
{
  const unsigned code = 0xff01u + c - '!';
  const char bytes[] = { (char)0xef, (char)(unsigned char)(0x80u | (code >> 6 & 0x3fu)),
                         (char)(unsigned char)(0x80u | (code & 0x3fu)) };
  (void)sv_buf_add(out, bytes, sizeof bytes);
}

static void parted_by_nothing(unsigned char c, struct sv_buf *out)
{
  plain(c, out);
  (void)sv_buf_adds(out, "\xe2\x80\x8b"); /* zero width space */
}

static void (*const ways[])(unsigned char, struct sv_buf *) = {
  plain,          percent, percent_twice, percent_thrice,    json,        json_twice,
  turtle,         yaml,    decimal,       decimal_padded,    hexadecimal, reference_twice,
  json_for_pages, named,   full_width,    parted_by_nothing,
};
enum { WAYS = sizeof ways / sizeof ways[0] };

/* What stands before and after. */
static const char *const places[][2] = {
  { "", "" },
  { "{\"a\":\"", "\",\"b\":1}" },
  { "<a b=\"", "\">x</a>" },
  { "https://x.example/person/", "/adresse?x=y" },
  { "f%C3%B8dt%20", "%20" },
  { "a: '", "'\n" },
  { "\"linje\\n", "\\n\"" },
  { "Hei &amp; h\303\245 ", " &amp; ha" },
};
enum { PLACES = sizeof places / sizeof places[0] };

/* TEXT at PLACE, every character written by turns in the ways FIRST and SECOND. */
static void write_text(const char *text, size_t place, size_t first, size_t second,
                       struct sv_buf *out)
{
  (void)sv_buf_adds(out, places[place][0]);
  for (size_t i = 0; text[i]; i++)
    ways[i % 2 ? second : first]((unsigned char)text[i], out);
  (void)sv_buf_adds(out, places[place][1]);
}

static void numbers_are_hidden_however_their_digits_are_written(void **state)
{
  (void)state;
  assert_true(sv_idnumber_valid(number));
  for (size_t w = 0; w < (size_t)WAYS * WAYS; w++)
    for (size_t p = 0; p < PLACES; p++) {
      struct sv_buf text = SV_BUF(4096);
      struct sv_buf nines = SV_BUF(4096);
      struct sv_buf out = SV_BUF(4096);
      struct sv_masked count = { 0 };
      write_text(number, p, w / WAYS, w % WAYS, &text);
      assert_int_equal(sv_mask_bytes(NULL, text.data, text.size, &out, &count), SV_OK);
      assert_true(sv_mask_finds(NULL, text.data, text.size));
      if (count.synthetic_numbers != 1 || !strstr(sv_buf_text(&out), "8") ||
          strncmp(out.data, places[p][0], strlen(places[p][0])) != 0)
        fail_msg("%s became %s", sv_buf_text(&text), sv_buf_text(&out));
      count = (struct sv_masked){ 0 };
      assert_int_equal(sv_mask_bytes(NULL, out.data, out.size, &nines, &count), SV_OK);
      assert_int_equal(count.values, 0);
      sv_buf_free(&text);
      sv_buf_free(&nines);
      sv_buf_free(&out);
    }
}

static void known_secrets_are_hidden_however_they_are_written(void **state)
{
  (void)state;
  struct sv_mask *m = sv_mask_new();
  assert_non_null(m);
  assert_int_equal(sv_mask_secret(m, secret, strlen(secret)), SV_OK);
  for (size_t w = 0; w < (size_t)WAYS * WAYS; w++)
    for (size_t p = 0; p < PLACES; p++) {
      struct sv_buf text = SV_BUF(4096);
      struct sv_buf expected = SV_BUF(4096);
      struct sv_buf out = SV_BUF(4096);
      write_text(secret, p, w / WAYS, w % WAYS, &text);
      (void)sv_buf_addf(&expected, "%s*hidden:secret*", places[p][0]);
      assert_int_equal(sv_mask_bytes(m, text.data, text.size, &out, NULL), SV_OK);
      if (strncmp(sv_buf_text(&out), sv_buf_text(&expected), expected.size) != 0 ||
          out.size > expected.size + strlen(places[p][1]) + 3)
        fail_msg("%s became %s", sv_buf_text(&text), sv_buf_text(&out));
      sv_buf_free(&text);
      sv_buf_free(&expected);
      sv_buf_free(&out);
    }
  sv_mask_free(m);
}

static size_t base64(const char *data, size_t size, bool url, char *out)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  size_t n = 0;
  for (size_t bit = 0; bit < size * 8; bit += 6) {
    unsigned value = 0;
    for (size_t k = bit; k < bit + 6; k++)
      value = value << 1 |
              (k < size * 8 ? (unsigned)(unsigned char)data[k / 8] >> (7 - k % 8) & 1u : 0u);
    out[n++] = value < 62 ? digits[value] : (url ? "-_" : "+/")[value - 62];
  }
  while (!url && n % 4 != 0)
    out[n++] = '=';
  out[n] = '\0';
  return n;
}

static void numbers_in_base64_are_hidden_and_the_rest_of_it_stays(void **state)
{
  (void)state;
  static const char *const around[] = { "", "x", "pid=", "{\"pid\":\"", "sist sett: ?>~ " };
  for (size_t a = 0; a < sizeof around / sizeof around[0]; a++)
    for (size_t after = 0; after < 4; after++)
      for (size_t url = 0; url < 2; url++) {
        char text[128];
        char nines[128];
        char coded[256] = "c=";
        char expected[256] = "c=";
        struct sv_buf out = SV_BUF(4096);
        struct sv_masked count = { 0 };
        (void)snprintf(text, sizeof text, "%s%s%.*s", around[a], number, (int)after, ";?>");
        (void)snprintf(nines, sizeof nines, "%s88888888888%.*s", around[a], (int)after, ";?>");
        const size_t size = 2 + base64(text, strlen(text), url, coded + 2);
        (void)base64(nines, strlen(nines), url, expected + 2);
        assert_int_equal(sv_mask_bytes(NULL, coded, size, &out, &count), SV_OK);
        if (count.synthetic_numbers != 1 || !sv_mask_finds(NULL, coded, size))
          fail_msg("%s became %s", coded, sv_buf_text(&out));
        if (!strstr(sv_buf_text(&out), "*hidden:token*"))
          assert_string_equal(sv_buf_text(&out), expected);
        sv_buf_free(&out);
      }
}

static void numbers_in_parts_are_hidden_whatever_parts_them(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "018145\xe2\x80\xaf"
    "50016",
    "018145\xe2\x80\x89"
    "50016",
    "018145\xe2\x80\x93"
    "50016",
    "018145\xa0"
    "50016",
    "018145  50016",
    "018145 - 50016",
    "018145&#160;50016",
    "018145&#xA0;50016",
    "018145%C2%A0"
    "50016",
    "018145%2520"
    "50016",
    "\"018145\\u00a0"
    "50016\"",
    "\"018145\\u202f"
    "50016\"",
    "018145\\t50016",
    "018145&shy;50016",
    "018145&thinsp;50016",
    "018145_50016",
    "01 81 45 50016",
    "01.81.45 50016",
    "01.81.45-50016",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    struct sv_masked count = { 0 };
    assert_int_equal(sv_mask_bytes(NULL, texts[i], strlen(texts[i]), &out, &count), SV_OK);
    if (count.synthetic_numbers != 1 || strstr(sv_buf_text(&out), "50016"))
      fail_msg("%s became %s", texts[i], sv_buf_text(&out));
    sv_buf_free(&out);
  }
}

static void what_stands_close_to_a_number_does_not_save_it(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "urn:oid:2.16.578.1.12.4.1.4.1.01814550016",
    "01814550016.2026.11",
    "personmedfoedselsnummer01814550016ogadresse",
    "f%C3%B801814550016",
    "f\\u00f801814550016",
    "%2501814550016",
    "%252201814550016%2522",
    "&#39;01814550016&#39;",
    "http://x.example/01814550016.json",
    "/paths/~101814550016/get",
    "/paths/~00101814550016",
    "{\"fnr\":1814550016}",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    if (!sv_mask_finds(NULL, texts[i], strlen(texts[i])))
      fail_msg("%s is not hidden", texts[i]);
}

static void values_are_hidden_by_name_in_escapes_too(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "?redirect_uri=https%3A%2F%2Fx.example%2Fcb%3Faccess_token%3DCANARY-1%26state%3D1",
    "{\"x\":\"{\\u0022access_token\\u0022:\\u0022CANARY-1\\u0022}\"}",
    "{\"x\":\"{\\\\\\\"access_token\\\\\\\":\\\\\\\"CANARY-1\\\\\\\"}\"}",
    "<p>{&quot;access_token&quot;:&quot;CANARY-1&quot;}</p>",
    "{\"url\":\"https://x.example/?a=1\\u0026access_token=CANARY-1\\u0026b=2\"}",
    "{\"access\\u005ftoken\":\"CANARY-1\"}",
    "<a href=\"?a=1&amp;access_token=CANARY-1&amp;b=2\">",
    "https://bruker:CANARY-1@x.example/",
    "postgres://bruker:CANARY-1@db:5432/x",
    "\"https:\\/\\/bruker:CANARY-1@x.example\\/\"",
    "<password><![CDATA[CANARY-1<]]></password>",
    "<a:token xmlns:a='b'> <![CDATA[CANARY-1]]> </a:token>",
    "&lt;password&gt;CANARY-1&lt;/password&gt;",
    "<a password='CANARY-1",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    assert_int_equal(sv_mask_bytes(NULL, texts[i], strlen(texts[i]), &out, NULL), SV_OK);
    if (strstr(sv_buf_text(&out), "CANARY"))
      fail_msg("%s became %s", texts[i], sv_buf_text(&out));
    sv_buf_free(&out);
  }
}

static void a_key_without_its_end_hides_no_more_than_a_key(void **state)
{
  (void)state;
  static const char text[] = "{\"a\":\"-----BEGIN PRIVATE KEY-----\\nMIIC\",\"b\":1}";
  struct sv_buf out = SV_BUF(4096);
  assert_int_equal(sv_mask_bytes(NULL, text, strlen(text), &out, NULL), SV_OK);
  assert_non_null(strstr(sv_buf_text(&out), "\"b\":1}"));
  assert_null(strstr(sv_buf_text(&out), "MIIC"));
  sv_buf_free(&out);
}

static void a_secret_that_was_cut_off_is_hidden(void **state)
{
  (void)state;
  static const char *const texts[] = { "x s3cr\"t/+", "7333637222742f2b43616e6172793d263c373e",
                                       "x 7333637222742F2B43616E6172793D263C373E y" };
  struct sv_mask *m = sv_mask_new();
  assert_non_null(m);
  assert_int_equal(sv_mask_secret(m, secret, strlen(secret)), SV_OK);
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    if (!sv_mask_finds(m, texts[i], strlen(texts[i])))
      fail_msg("%s is not hidden", texts[i]);
  assert_false(sv_mask_finds(m, "x s3cr\"t/+ y", 11));
  sv_mask_free(m);
}

static void names_of_secret_headers_and_schemes_are_looked_at_too(void **state)
{
  (void)state;
  static const char *const lines[] = { "X-Token-01814550016: a", "Authorization: 01814550016 a",
                                       "X-Token-01%3814550016: a" };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    struct sv_masked count = { 0 };
    assert_int_equal(sv_mask_header(NULL, lines[i], &out, &count), SV_OK);
    if (strstr(sv_buf_text(&out), "4550016"))
      fail_msg("%s became %s", lines[i], sv_buf_text(&out));
    assert_int_equal(count.identity_numbers, 1);
    sv_buf_free(&out);
  }
}

static void spaces_and_digits_of_utf_16_are_known(void **state)
{
  (void)state;
  static const uint16_t texts[][14] = {
    { 0xfeff, '0', '1', '8', '1', '4', '5', 0xa0, '5', '0', '0', '1', '6', ' ' },
    { 0xfeff, '0', '1', '8', '1', '4', '5', 0x202f, '5', '0', '0', '1', '6', ' ' },
    { 0xfeff, '0', '1', '8', '1', '4', '5', 0x2011, '5', '0', '0', '1', '6', ' ' },
    { 0xfeff, 0xff10, 0xff11, 0xff18, 0xff11, 0xff14, 0xff15, 0xff15, 0xff10, 0xff10, 0xff11,
      0xff16, ' ', ' ' },
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    for (size_t big = 0; big < 2; big++) {
      char wide[28];
      struct sv_masked count = { 0 };
      struct sv_buf out = SV_BUF(4096);
      for (size_t k = 0; k < 14; k++) {
        wide[2 * k + big] = (char)(unsigned char)(texts[i][k] & 0xff);
        wide[2 * k + 1 - big] = (char)(unsigned char)(texts[i][k] >> 8);
      }
      assert_int_equal(sv_mask_bytes(NULL, wide, sizeof wide, &out, &count), SV_OK);
      assert_int_equal(count.identity_numbers, 1);
      assert_int_equal(out.data[2 * 12 + big - (i == 3 ? 2 : 0)], '8');
      sv_buf_free(&out);
    }
}

static void what_is_no_secret_stays_in_escapes_too(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "{\"a\":\"x\\u0026y\",\"b\":\"C:\\\\temp\\\\ny\"}",
    "<p>&lt;password&gt;&nbsp;&amp;&#160;</p>",
    "{\"description\":\"Authorization: Bearer <token>\",\"x\":\"<b>y</b>\"}",
    "{\"description\":\"Send <password> og <token>\"}",
    "<token></tokens>",
    "{\"description\":\"token='\",\"x\":1}",
    "https://x.example/?a=%7B%22b%22%3A1%7D&c=%2525",
    "sha256:deadbeef01814550016cafebabe0123",
    "{\"bytes\":\"\\u0031\\u0032\\u0033\"}",
    "MDEyMzQ1Njc4OTA=",
    "aHR0cHM6Ly94LmV4YW1wbGUvMTIzNDU2Nzg5MDE",
    "http://[::1]:8080/@a",
    "https://x.example:8080 og a@b.example",
    "mailto:a@b.example",
    "1.2.3.4:80",
    "59.01814550016",
    "{\"iat\":1814550016}",
    "{\"fnr\":1814550017}",
    "/a~1b~0c",
    "\xef\xbb\xbf{\"a\":1}",
    "100% \\ & \\u12 &#; &amp &unknown; %zz %2",
  };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    assert_int_equal(sv_mask_bytes(NULL, texts[i], strlen(texts[i]), &out, NULL), SV_OK);
    assert_string_equal(sv_buf_text(&out), texts[i]);
    assert_false(sv_mask_finds(NULL, texts[i], strlen(texts[i])));
    sv_buf_free(&out);
  }
}

static void a_hostile_text_of_escapes_takes_linear_time(void **state)
{
  (void)state;
  static const char *const units[] = { "%25",       "\\",
                                       "&amp;",     "%30",
                                       "\\u0030",   "&#48",
                                       "MDEy",      "\xe2\x80\x8b",
                                       "a://",      "a://b:",
                                       "&#0000",    "1 ",
                                       "%3A%2F%2F", "<token><![CDATA[",
                                       "token='\"", "-----BEGIN PRIVATE KEY-----!" };
  const size_t size = 2 << 20;
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

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(numbers_are_hidden_however_their_digits_are_written),
    cmocka_unit_test(known_secrets_are_hidden_however_they_are_written),
    cmocka_unit_test(numbers_in_base64_are_hidden_and_the_rest_of_it_stays),
    cmocka_unit_test(numbers_in_parts_are_hidden_whatever_parts_them),
    cmocka_unit_test(what_stands_close_to_a_number_does_not_save_it),
    cmocka_unit_test(values_are_hidden_by_name_in_escapes_too),
    cmocka_unit_test(a_key_without_its_end_hides_no_more_than_a_key),
    cmocka_unit_test(a_secret_that_was_cut_off_is_hidden),
    cmocka_unit_test(names_of_secret_headers_and_schemes_are_looked_at_too),
    cmocka_unit_test(spaces_and_digits_of_utf_16_are_known),
    cmocka_unit_test(what_is_no_secret_stays_in_escapes_too),
    cmocka_unit_test(a_hostile_text_of_escapes_takes_linear_time),
  };
  return cmocka_run_group_tests_name("mask read", tests, NULL, NULL);
}
