// SPDX-License-Identifier: Apache-2.0
/* The address policy with real connections, in a network namespace of its own where only loopback
 * exists and a canary listens on a forbidden address. Skipped with a word where such a namespace
 * cannot be had. */
#include "tests/unit/net_harness.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static bool set_address(int fd, const char *name, const char *address)
{
  struct ifreq r = { 0 };
  struct sockaddr_in in = { .sin_family = AF_INET };
  (void)snprintf(r.ifr_name, sizeof r.ifr_name, "%s", name);
  (void)inet_pton(AF_INET, address, &in.sin_addr);
  memcpy(&r.ifr_addr, &in, sizeof in);
  return ioctl(fd, SIOCSIFADDR, &r) == 0;
}

/* A namespace with lo up and 169.254.169.254 on it. */
static bool enter(void)
{
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
    return false;
  const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  struct ifreq r = { .ifr_name = "lo" };
  bool done = fd >= 0 && ioctl(fd, SIOCGIFFLAGS, &r) == 0;
  r.ifr_flags = (short)(r.ifr_flags | IFF_UP);
  done = done && ioctl(fd, SIOCSIFFLAGS, &r) == 0 && set_address(fd, "lo:1", "169.254.169.254") &&
         set_address(fd, "lo:2", "10.1.2.3");
  if (fd >= 0)
    (void)close(fd);
  return done;
}

static bool can_connect(const char *address, unsigned port)
{
  struct sockaddr_in in = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  (void)inet_pton(AF_INET, address, &in.sin_addr);
  const bool connected = connect(fd, (const struct sockaddr *)&in, sizeof in) == 0;
  (void)close(fd);
  return connected;
}

static const struct {
  const char *network;
  const char *host;
  bool allowed;
} rows[] = {
  { "self", "169.254.169.254", false },
  { "self", "2852039166", false },
  { "self", "0xa9.0xfe.0xa9.0xfe", false },
  { "self", "0251.0376.0251.0376", false },
  { "self", "169.254.43518", false },
  { "self", "[::ffff:169.254.169.254]", false },
  { "self", "[::ffff:a9fe:a9fe]", false },
  { "self", "0.0.0.0", false },
  { "self", "127.0.0.2", false },
  { "self", "[::ffff:127.0.0.1]", false },
  { "self", "10.1.2.3", true },
  { "self", "127.0.0.1", true },
  { "public", "10.1.2.3", false },
  { "public", "127.0.0.1", false },
  { "public", "169.254.169.254", false },
  { "10.0.0.0/8", "10.1.2.3", true },
  { "10.0.0.0/8", "127.0.0.1", false },
  { "10.0.0.0/8", "169.254.169.254", false },
};

static void forbidden_addresses_are_not_touched(void **state)
{
  (void)state;
  static const struct sv_target target = { .name = "address" };
  struct net_server canary;
  if (!enter()) {
    print_message("skipped: no network namespace can be had here\n");
    skip();
  }
  net_server_start(&canary, "tests/hostile/hostile", "0.0.0.0", NULL);
  assert_true(
      can_connect("169.254.169.254", canary.port)); /* but for the policy it could be reached */
  assert_true(can_connect("10.1.2.3", canary.port));
  const long connections = net_log(&canary, "connections");
  long allowed = 0;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    char url[128];
    struct sv_broker_options o = net_options(&target);
    o.network = rows[i].network;
    struct sv_broker *b = net_open(&o);
    (void)snprintf(url, sizeof url, "http://%s:%u/good/%zu", rows[i].host, canary.port, i);
    const struct sv_exchange *x = net_get(b, canary.port, url, 0);
    if (rows[i].allowed ? x->answer.error != NULL
                        : !x->answer.error || strcmp(x->answer.error, "address-refused") != 0)
      fail_msg("%s in %s: %s", rows[i].host, rows[i].network,
               x->answer.error ? x->answer.error : "answered");
    if (rows[i].allowed)
      allowed++;
    else
      assert_non_null(strstr(x->answer.detail, "address policy"));
    net_close(b);
  }
  assert_int_equal(net_log(&canary, "requests"), allowed);
  assert_int_equal(net_log(&canary, "connections"), connections + allowed + 2);
  net_server_stop(&canary);
}

static void redirects_to_forbidden_addresses_are_not_touched(void **state)
{
  (void)state;
  static const struct sv_target target = { .name = "address" };
  struct net_server canary;
  net_server_start(&canary, "tests/hostile/hostile", "0.0.0.0", NULL);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_exchange *x = net_get(b, canary.port, "/U04/x", 5);
  assert_string_equal(x->answer.error, "address-refused");
  assert_non_null(x->redirected_from);
  assert_int_equal(net_log(&canary, "requests"), 1);
  net_close(b);
  net_server_stop(&canary);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, net_folder_make, net_folder_remove)
  const struct CMUnitTest tests[] = {
    TEST(forbidden_addresses_are_not_touched),
    TEST(redirects_to_forbidden_addresses_are_not_touched),
  };
  return cmocka_run_group_tests_name("net address", tests, NULL, NULL);
}
