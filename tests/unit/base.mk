# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_html tests/unit/test_jose tests/unit/test_sample tests/unit/test_uri tests/unit/test_base tests/unit/test_message
TESTS += tests/unit/test_html tests/unit/test_jose tests/unit/test_sample tests/unit/test_uri tests/unit/test_base tests/unit/test_message
tests_unit_test_uri_SOURCES = tests/unit/test_uri.c
tests_unit_test_uri_LDADD = $(UNIT_LDADD)
tests_unit_test_base_SOURCES = tests/unit/test_base.c
tests_unit_test_base_LDADD = $(UNIT_LDADD)
tests_unit_test_message_SOURCES = tests/unit/test_message.c
tests_unit_test_message_LDADD = $(UNIT_LDADD)
tests_unit_test_html_SOURCES = tests/unit/test_html.c
tests_unit_test_html_LDADD = $(UNIT_LDADD)
tests_unit_test_sample_SOURCES = tests/unit/test_sample.c
tests_unit_test_sample_LDADD = $(UNIT_LDADD)
tests_unit_test_jose_SOURCES = tests/unit/test_jose.c tests/unit/jose_vectors.h
tests_unit_test_jose_LDADD = $(UNIT_LDADD)
