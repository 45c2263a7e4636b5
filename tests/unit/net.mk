# SPDX-License-Identifier: Apache-2.0
# Exchanges: address policy, masking, head, body, recording, and the broker against a hostile server.
NET_TESTS = tests/unit/test_address tests/unit/test_head tests/unit/test_journal tests/unit/test_mask \
  tests/unit/test_mask_read \
  tests/unit/test_net tests/unit/test_net_address tests/unit/test_net_hostile \
  tests/unit/test_net_dns tests/unit/test_net_odd tests/unit/test_net_shake tests/unit/test_net_tls tests/unit/test_net_url tests/unit/test_robots \
  tests/unit/test_token \
  tests/unit/test_uses
NET_LDADD = runner/librunner.la $(CMOCKA_LIBS)
NET_HARNESS = tests/unit/net_harness.c tests/unit/net_harness.h
check_PROGRAMS += $(NET_TESTS) tests/hostile/hostile tests/hostile/shake tests/hostile/tls \
  tests/hostile/zone
TESTS += $(NET_TESTS)
tests_hostile_hostile_SOURCES = tests/hostile/hostile.c tests/hostile/modes.c tests/hostile/modes.h
tests_unit_test_address_SOURCES = tests/unit/test_address.c
tests_unit_test_address_LDADD = $(NET_LDADD)
tests_unit_test_head_SOURCES = tests/unit/test_head.c
# These look into the net process's code, which the other programs load as samsvar does.
NET_CODE_LDADD = runner/libnet.la $(NET_LDADD) $(CURL_LIBS)
tests_unit_test_head_LDADD = $(NET_CODE_LDADD)
tests_unit_test_journal_SOURCES = tests/unit/test_journal.c
tests_unit_test_journal_LDADD = $(NET_LDADD)
tests_unit_test_mask_SOURCES = tests/unit/test_mask.c
tests_unit_test_mask_LDADD = $(NET_LDADD)
tests_unit_test_mask_read_SOURCES = tests/unit/test_mask_read.c
tests_unit_test_mask_read_LDADD = $(NET_LDADD)
tests_unit_test_net_hostile_SOURCES = tests/unit/test_net_hostile.c $(NET_HARNESS)
tests_unit_test_net_hostile_LDADD = $(NET_LDADD)
tests_unit_test_net_SOURCES = tests/unit/test_net.c $(NET_HARNESS)
tests_unit_test_net_LDADD = $(NET_LDADD)
tests_unit_test_net_address_SOURCES = tests/unit/test_net_address.c $(NET_HARNESS)
tests_unit_test_net_address_LDADD = $(NET_LDADD)
tests_unit_test_net_dns_SOURCES = tests/unit/test_net_dns.c $(NET_HARNESS)
tests_unit_test_net_dns_LDADD = $(NET_LDADD)
tests_unit_test_net_odd_SOURCES = tests/unit/test_net_odd.c $(NET_HARNESS)
tests_unit_test_net_odd_LDADD = $(NET_LDADD)
tests_hostile_zone_SOURCES = tests/hostile/zone.c
tests_hostile_zone_LDADD = reference/libreference.la
tests_unit_test_net_shake_SOURCES = tests/unit/test_net_shake.c $(NET_HARNESS)
tests_unit_test_net_shake_LDADD = $(NET_LDADD)
tests_hostile_shake_SOURCES = tests/hostile/shake.c
tests_hostile_shake_LDADD = $(SSL_LIBS) $(CRYPTO_LIBS)
tests_unit_test_net_tls_SOURCES = tests/unit/test_net_tls.c $(NET_HARNESS)
tests_unit_test_net_tls_LDADD = $(NET_LDADD)
tests_unit_test_net_url_SOURCES = tests/unit/test_net_url.c
tests_unit_test_net_url_LDADD = $(NET_CODE_LDADD)
tests_unit_test_robots_SOURCES = tests/unit/test_robots.c
tests_unit_test_robots_LDADD = $(NET_LDADD)
tests_unit_test_uses_SOURCES = tests/unit/test_uses.c $(NET_HARNESS)
tests_unit_test_uses_LDADD = $(NET_LDADD)
tests_hostile_tls_SOURCES = tests/hostile/tls.c
tests_hostile_tls_LDADD = $(SSL_LIBS) $(CRYPTO_LIBS)
tests_unit_test_token_SOURCES = tests/unit/test_token.c tests/unit/jose_vectors.h $(NET_HARNESS)
tests_unit_test_token_LDADD = $(NET_LDADD)
