# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_date tests/unit/test_http tests/unit/test_message_signature tests/unit/test_multipart tests/unit/test_sf tests/unit/test_security_txt
TESTS += tests/unit/test_date tests/unit/test_http tests/unit/test_message_signature tests/unit/test_multipart tests/unit/test_sf tests/unit/test_security_txt
tests_unit_test_date_SOURCES = tests/unit/test_date.c
tests_unit_test_date_LDADD = $(UNIT_LDADD)
tests_unit_test_http_SOURCES = tests/unit/test_http.c
tests_unit_test_http_LDADD = $(UNIT_LDADD)
tests_unit_test_message_signature_SOURCES = tests/unit/test_message_signature.c tests/unit/message_vectors.h
tests_unit_test_message_signature_LDADD = $(UNIT_LDADD)
tests_unit_test_multipart_SOURCES = tests/unit/test_multipart.c
tests_unit_test_multipart_LDADD = $(UNIT_LDADD)
tests_unit_test_sf_SOURCES = tests/unit/test_sf.c
tests_unit_test_sf_LDADD = $(UNIT_LDADD)
tests_unit_test_security_txt_SOURCES = tests/unit/test_security_txt.c
tests_unit_test_security_txt_LDADD = $(UNIT_LDADD)
