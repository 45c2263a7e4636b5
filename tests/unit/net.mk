# SPDX-License-Identifier: Apache-2.0
# Exchanges: address policy, masking, head, body, recording, and the broker against a hostile server.
NET_TESTS = tests/unit/test_address tests/unit/test_head tests/unit/test_journal tests/unit/test_mask
NET_LDADD = runner/librunner.la $(CMOCKA_LIBS)
check_PROGRAMS += $(NET_TESTS)
TESTS += $(NET_TESTS)
tests_unit_test_address_SOURCES = tests/unit/test_address.c
tests_unit_test_address_LDADD = $(NET_LDADD)
tests_unit_test_head_SOURCES = tests/unit/test_head.c
tests_unit_test_head_LDADD = $(NET_LDADD)
tests_unit_test_journal_SOURCES = tests/unit/test_journal.c
tests_unit_test_journal_LDADD = $(NET_LDADD)
tests_unit_test_mask_SOURCES = tests/unit/test_mask.c
tests_unit_test_mask_LDADD = $(NET_LDADD)
