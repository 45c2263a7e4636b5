// SPDX-License-Identifier: Apache-2.0
/* The address of a request as main reads it and as libcurl does: one reading, or none. */
#include "tests/unit/unit.h"

#include "runner/net_internal.h"

#include <string.h>

static const char *const bits[] = {
  "a",
  "b.example",
  "127.0.0.1",
  "0x7f",
  "1",
  ".",
  "-",
  "[::1]",
  "[",
  "]",
  "::1",
  ":80",
  ":",
  ":0",
  "@",
  "u:p@",
  "/",
  "?",
  "#",
  "\\",
  "%41",
  "%00",
  "\xc3\xa6",
  "08",
  "0177",
  "256",
  "1.2.3",
  "[::2%25e]",
  "[2001:DB8::0:1]",
  "|",
  "&",
  "\"",
  "4294967296",
  ";",
};
enum { BITS = sizeof bits / sizeof bits[0] };

static void read_both(const char *url)
{
  struct sv_weburl here;
  struct sv_weburl there;
  CURLU *handle = NULL;
  const char *fault = sv_weburl_read(url, &here);
  const char *net_fault = sv_net_url_read(url, &there, &handle);
  if (!fault != !net_fault || (!fault && !handle) || (fault && strcmp(fault, net_fault) != 0))
    fail_msg("%s: %s; %s", url, fault ? fault : "read", net_fault ? net_fault : "read");
  if (!fault && !sv_weburl_same_origin(&here, &there))
    fail_msg("%s: %s and %s", url, here.host, there.host);
  curl_url_cleanup(handle);
}

static void libcurl_reads_what_main_reads_and_nothing_else(void **state)
{
  (void)state;
  char url[256];
  size_t good = 0;
  for (size_t i = 0; i < BITS; i++)
    for (size_t k = 0; k < BITS; k++)
      for (size_t n = 0; n < BITS; n++) {
        struct sv_weburl where;
        (void)snprintf(url, sizeof url, "%s%s%s%s", n % 2 ? "http://" : "HTTPS://", bits[i],
                       bits[k], bits[n]);
        read_both(url);
        good += !sv_weburl_read(url, &where);
      }
  assert_true(good > 1000);
}

static void an_address_in_which_libcurl_sees_another_place_is_told_apart(void **state)
{
  (void)state;
  static const struct {
    const char *url;
    bool agrees;
  } seen[] = {
    { "https://a.example/x?y", true },    { "https://A.example:443/", true },
    { "http://a.example/", false },       { "https://b.example/", false },
    { "https://a.example:444/", false },  { "https://u@a.example/", false },
    { "https://a.example.:443/", false }, { "ftp://a.example:443/", false },
    { "https://u:p@a.example/", false },  { "https://[::1]/", false },
  };
  struct sv_weburl where;
  assert_null(sv_weburl_read("https://a.example", &where));
  for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++) {
    CURLU *u = curl_url();
    assert_int_equal(curl_url_set(u, CURLUPART_URL, seen[i].url, 0), CURLUE_OK);
    if (sv_net_url_agrees(u, &where) != seen[i].agrees)
      fail_msg("%s", seen[i].url);
    curl_url_cleanup(u);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(libcurl_reads_what_main_reads_and_nothing_else),
    cmocka_unit_test(an_address_in_which_libcurl_sees_another_place_is_told_apart),
  };
  return cmocka_run_group_tests_name("net_url", tests, NULL, NULL);
}
