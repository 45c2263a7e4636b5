// SPDX-License-Identifier: Apache-2.0
/* The address policy as a table: every range at its edges, every way to write IPv4 inside IPv6. No
 * connection is made. */
#include "tests/unit/unit.h"

#include "runner/address.h"
#include "runner/weburl.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

static const char *judge(const char *network, const char *address, bool named)
{
  struct sv_arena arena = SV_ARENA(1 << 16);
  struct sv_address_policy policy;
  struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };
  struct sockaddr_in v4 = { .sin_family = AF_INET };
  assert_int_equal(sv_address_policy_read(network, &arena, &policy, NULL), SV_OK);
  const bool is_v6 = strchr(address, ':') != NULL;
  assert_int_equal(inet_pton(is_v6 ? AF_INET6 : AF_INET, address,
                             is_v6 ? (void *)&v6.sin6_addr : (void *)&v4.sin_addr),
                   1);
  const char *word = sv_address_refusal(
      &policy, is_v6 ? (const struct sockaddr *)&v6 : (const struct sockaddr *)&v4, named);
  sv_arena_free(&arena);
  return word;
}

/* What each mode says: 's' allowed in self, 'p' in public; loopback is not named. */
static const struct {
  const char *address;
  bool self, public;
} table[] = {
  { "0.0.0.0", false, false },
  { "0.255.255.255", false, false },
  { "1.0.0.0", true, true },
  { "9.255.255.255", true, true },
  { "10.0.0.0", true, false },
  { "10.255.255.255", true, false },
  { "11.0.0.0", true, true },
  { "100.63.255.255", true, true },
  { "100.64.0.0", true, false },
  { "100.127.255.255", true, false },
  { "100.128.0.0", true, true },
  { "127.0.0.1", false, false },
  { "127.255.255.255", false, false },
  { "128.0.0.1", true, true },
  { "169.253.255.255", true, true },
  { "169.254.0.0", false, false },
  { "169.254.169.254", false, false },
  { "169.254.255.255", false, false },
  { "169.255.0.0", true, true },
  { "172.15.255.255", true, true },
  { "172.16.0.0", true, false },
  { "172.31.255.255", true, false },
  { "172.32.0.0", true, true },
  { "192.0.0.8", true, false },
  { "192.0.1.0", true, true },
  { "192.0.2.1", true, false },
  { "192.88.99.1", true, false },
  { "192.168.0.0", true, false },
  { "192.168.255.255", true, false },
  { "192.169.0.0", true, true },
  { "198.17.255.255", true, true },
  { "198.18.0.0", true, false },
  { "198.19.255.255", true, false },
  { "198.20.0.0", true, true },
  { "198.51.100.7", true, false },
  { "203.0.113.7", true, false },
  { "223.255.255.255", true, true },
  { "224.0.0.1", false, false },
  { "239.255.255.255", false, false },
  { "240.0.0.1", true, false },
  { "255.255.255.255", false, false },
  { "255.255.255.254", true, false },
  { "::", false, false },
  { "::1", false, false },
  { "::2", false, false },
  { "2000::1", true, true },
  { "2a00:1450::1", true, true },
  { "fc00::1", true, false },
  { "fdff::1", true, false },
  { "fe80::1", false, false },
  { "febf::1", false, false },
  { "fec0::1", true, false },
  { "ff02::1", false, false },
  { "100::1", true, false },
  { "2001:db8::1", true, false },
  { "2001:1::1", true, false },
  { "2001:200::1", true, true },
  { "3fff:1::1", true, false },
  { "4000::1", true, false },
  { "::ffff:169.254.169.254", false, false },
  { "::ffff:127.0.0.1", false, false },
  { "::ffff:10.0.0.1", true, false },
  { "::ffff:11.0.0.1", true, true },
  { "::169.254.169.254", false, false },
  { "::127.0.0.1", false, false },
  { "64:ff9b::a9fe:a9fe", false, false },
  { "64:ff9b::b00:1", true, true },
  { "64:ff9b:1:a9fe:a9:fe00::", false, false },
  { "64:ff9b:1::a9fe:a9fe", false, false },
  { "2002:a9fe:a9fe::1", false, false },
  { "2002:7f00:1::", false, false },
  { "2002:b00:1::1", true, true },
  { "2001:0:1:2:3:4:5601:5601", false, false }, /* Teredo of 169.254.169.254 */
};

static void every_range_is_judged_at_its_edges(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    const char *self = judge("self", table[i].address, false);
    const char *public = judge("public", table[i].address, false);
    if ((self == NULL) != table[i].self || (public == NULL) != table[i].public)
      fail_msg("%s: self %s, public %s", table[i].address, self ? self : "allowed",
               public ? public : "allowed");
  }
}

static void loopback_is_for_hosts_that_were_named(void **state)
{
  (void)state;
  static const char *const addresses[] = { "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1" };
  for (size_t i = 0; i < sizeof addresses / sizeof addresses[0]; i++) {
    assert_string_equal(judge("self", addresses[i], false), "loopback");
    assert_null(judge("self", addresses[i], true));
    assert_string_equal(judge("public", addresses[i], true), "loopback");
  }
  assert_non_null(judge("self", "169.254.169.254", true));
}

static void a_list_allows_what_is_on_it_and_nothing_else(void **state)
{
  (void)state;
  static const char list[] = "10.1.0.0/16,192.0.2.7,2001:db8:1::/48,127.0.0.0/8";
  assert_null(judge(list, "10.1.255.255", false));
  assert_null(judge(list, "192.0.2.7", false));
  assert_null(judge(list, "2001:db8:1:ffff::1", false));
  assert_null(judge(list, "127.0.0.1", false));
  assert_null(judge(list, "::ffff:10.1.2.3", false));
  assert_non_null(judge(list, "10.2.0.0", false));
  assert_non_null(judge(list, "192.0.2.8", false));
  assert_non_null(judge(list, "2001:db8:2::1", false));
  assert_non_null(judge(list, "8.8.4.4", false));
}

static void a_list_that_cannot_be_read_is_named(void **state)
{
  (void)state;
  static const char *const lists[] = { "",         "x",           "10.0.0.0/33", "10.0.0.0/",
                                       "10.0.0/8", "10.0.0.0/8,", "::/129",      "private" };
  for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
    struct sv_arena arena = SV_ARENA(1 << 16);
    struct sv_address_policy policy;
    struct sv_error err = { 0 };
    assert_int_equal(sv_address_policy_read(lists[i], &arena, &policy, &err), SV_INVALID);
    assert_non_null(strstr(err.text, "--network"));
    sv_arena_free(&arena);
  }
}

static void ports_of_other_services_are_told_apart(void **state)
{
  (void)state;
  static const uint16_t common[] = { 80, 443, 1024, 8080, 65535 };
  static const uint16_t other[] = { 1, 22, 25, 79, 81, 442, 1023 };
  for (size_t i = 0; i < sizeof common / sizeof common[0]; i++)
    assert_true(sv_address_port_is_common(common[i]));
  for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
    assert_false(sv_address_port_is_common(other[i]));
}

static void addresses_of_the_web_are_read_one_way(void **state)
{
  (void)state;
  static const struct {
    const char *url, *host;
    unsigned port;
    bool https;
  } good[] = {
    { "http://a.example", "a.example", 80, false },
    { "HTTPS://A.Example:8443/x?y#z", "a.example", 8443, true },
    { "http://[::1]:81/", "::1", 81, false },
    { "http://0x7f.1/", "127.0.0.1", 80, false },
    { "http://2130706433/", "127.0.0.1", 80, false },
    { "http://0177.0.0.1/", "127.0.0.1", 80, false },
    { "http://a.example/\xc3\xa6?q=\xc3\xb8", "a.example", 80, false },
    { "http://127.1:8080?x", "127.0.0.1", 8080, false },
    { "http://1.2.3.4.5/", "1.2.3.4.5", 80, false },
    { "http://08.0.0.1/", "08.0.0.1", 80, false },
    { "http://4294967296/", "4294967296", 80, false },
    { "https://[2001:DB8:0:0:0:0:0:1]#f", "2001:db8::1", 443, true },
    { "https://[::ffff:1.2.3.4]:0443/", "::ffff:1.2.3.4", 443, true },
    { "https://a.example:/", "a.example", 443, true },
    { "https://a_b~c.example.", "a_b~c.example.", 443, true },
    { "https://bl\xc3\xa5.Example", "bl\xc3\xa5.example", 443, true },
    { "http://a.example?u@b", "a.example", 80, false },
  };
  static const char *const bad[] = {
    "",
    "a.example",
    "/x",
    "ftp://a.example",
    "file:///etc/passwd",
    "gopher://a.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http:///x",
    "http:/a.example",
    "http:a.example",
    "http://u@a.example",
    "http://u:p@a.example",
    "http://a.example/a b",
    "http://a.example/\r\nX: y",
    "http://a.example/\x7f",
    "http://[fe80::1%25eth0]/",
    "http://:80/",
    "http://a.example:0/",
    "http://a.example:65536/",
    "http://a.example:x/",
    "http://[::1/",
    "ldap://a.example",
    "http://@a.example/",
    "http://?x",
    "http://a%2eexample/",
    "http://a|b/",
    "http://a\\b/",
    "http://a.example:8 0/",
    "http://a.example:+80/",
    "http://[::1]x/",
    "http://[::1%25eth0/",
    "http://[]/",
    "http://[1.2.3.4]/",
    "http://::1/",
    "http://a]/",
  };
  for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
    struct sv_weburl url;
    assert_null(sv_weburl_read(good[i].url, &url));
    assert_string_equal(url.host, good[i].host);
    assert_int_equal(url.port, good[i].port);
    assert_int_equal(url.https, good[i].https);
  }
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    struct sv_weburl url;
    if (!sv_weburl_read(bad[i], &url))
      fail_msg("%s is taken for an address", bad[i]);
  }
}

static void an_address_of_more_than_4096_bytes_is_refused(void **state)
{
  (void)state;
  char long_url[SV_URL_MAX + 32];
  struct sv_weburl url;
  memset(long_url, 'a', sizeof long_url);
  memcpy(long_url, "http://x/", 9);
  long_url[SV_URL_MAX + 1] = '\0';
  assert_non_null(sv_weburl_read(long_url, &url));
  long_url[SV_URL_MAX] = '\0';
  assert_null(sv_weburl_read(long_url, &url));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_range_is_judged_at_its_edges),
    cmocka_unit_test(loopback_is_for_hosts_that_were_named),
    cmocka_unit_test(a_list_allows_what_is_on_it_and_nothing_else),
    cmocka_unit_test(a_list_that_cannot_be_read_is_named),
    cmocka_unit_test(ports_of_other_services_are_told_apart),
    cmocka_unit_test(addresses_of_the_web_are_read_one_way),
    cmocka_unit_test(an_address_of_more_than_4096_bytes_is_refused),
  };
  return cmocka_run_group_tests_name("address", tests, NULL, NULL);
}
