# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_schematron tests/unit/test_schematron_suite tests/unit/test_xsd
TESTS += tests/unit/test_schematron tests/unit/test_schematron_suite tests/unit/test_xsd
tests_unit_test_schematron_SOURCES = tests/unit/test_schematron.c
tests_unit_test_schematron_LDADD = $(UNIT_LDADD)
tests_unit_test_schematron_suite_SOURCES = tests/unit/test_schematron_suite.c
tests_unit_test_schematron_suite_LDADD = $(UNIT_LDADD) $(LIBXML_LIBS)
tests_unit_test_xsd_SOURCES = tests/unit/test_xsd.c
tests_unit_test_xsd_LDADD = $(UNIT_LDADD)
check_PROGRAMS += tests/unit/test_asic
TESTS += tests/unit/test_asic
tests_unit_test_asic_SOURCES = tests/unit/test_asic.c
tests_unit_test_asic_LDADD = $(UNIT_LDADD)
check_PROGRAMS += tests/unit/test_signature
TESTS += tests/unit/test_signature
tests_unit_test_signature_SOURCES = tests/unit/test_signature.c
tests_unit_test_signature_LDADD = engines/xmlsig/libxmlsig.la reference/libreference.la $(UNIT_LDADD) $(MICROHTTPD_LIBS)
