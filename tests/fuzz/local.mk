# SPDX-License-Identifier: Apache-2.0
# Each harness is fuzz_NAME.c with seeds in seeds/NAME/ and four lines below. In a normal build it is a test that
# runs its seeds; after ./configure --enable-fuzz CC=clang, make fuzzers links it with libFuzzer.
FUZZERS =
FUZZ_LIBS = engines/libsamsvar.la $(JANSSON_LIBS)
if FUZZ
FUZZ_MAIN =
LDFLAGS_FUZZ = $(AM_LDFLAGS) -fsanitize=fuzzer
EXTRA_PROGRAMS += $(FUZZERS)
else
FUZZ_MAIN = tests/fuzz/replay_main.c tests/fuzz/fuzz.h
LDFLAGS_FUZZ = $(AM_LDFLAGS)
check_PROGRAMS += $(FUZZERS)
TESTS += $(FUZZERS)
endif
FUZZ_WALK = tests/fuzz/walk.c tests/fuzz/walk.h
EXTRA_DIST += tests/fuzz/fuzz.h tests/fuzz/replay_main.c tests/fuzz/seeds

.PHONY: fuzzers
fuzzers: $(FUZZERS)

FUZZERS += tests/fuzz/fuzz_regex
tests_fuzz_fuzz_regex_SOURCES = tests/fuzz/fuzz_regex.c $(FUZZ_MAIN)
tests_fuzz_fuzz_regex_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_regex_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_schema
tests_fuzz_fuzz_schema_SOURCES = tests/fuzz/fuzz_schema.c $(FUZZ_MAIN)
tests_fuzz_fuzz_schema_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_schema_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_body
tests_fuzz_fuzz_body_SOURCES = tests/fuzz/fuzz_body.c $(FUZZ_MAIN)
tests_fuzz_fuzz_body_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_body_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_json
tests_fuzz_fuzz_json_SOURCES = tests/fuzz/fuzz_json.c $(FUZZ_WALK) $(FUZZ_MAIN)
tests_fuzz_fuzz_json_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_json_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_yaml
tests_fuzz_fuzz_yaml_SOURCES = tests/fuzz/fuzz_yaml.c $(FUZZ_WALK) $(FUZZ_MAIN)
tests_fuzz_fuzz_yaml_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_yaml_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_jsonpath
tests_fuzz_fuzz_jsonpath_SOURCES = tests/fuzz/fuzz_jsonpath.c $(FUZZ_MAIN)
tests_fuzz_fuzz_jsonpath_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_jsonpath_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_profile
tests_fuzz_fuzz_profile_SOURCES = tests/fuzz/fuzz_profile.c $(FUZZ_MAIN)
tests_fuzz_fuzz_profile_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_profile_LDADD = runner/librunner.la $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_target
tests_fuzz_fuzz_target_SOURCES = tests/fuzz/fuzz_target.c $(FUZZ_MAIN)
tests_fuzz_fuzz_target_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_target_LDADD = runner/librunner.la $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_exchange
tests_fuzz_fuzz_exchange_SOURCES = tests/fuzz/fuzz_exchange.c $(FUZZ_MAIN)
tests_fuzz_fuzz_exchange_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_exchange_LDADD = runner/librunner.la

FUZZERS += tests/fuzz/fuzz_journal
tests_fuzz_fuzz_journal_SOURCES = tests/fuzz/fuzz_journal.c $(FUZZ_MAIN)
tests_fuzz_fuzz_journal_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_journal_LDADD = runner/librunner.la

FUZZERS += tests/fuzz/fuzz_mask
tests_fuzz_fuzz_mask_SOURCES = tests/fuzz/fuzz_mask.c $(FUZZ_MAIN)
tests_fuzz_fuzz_mask_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_mask_LDADD = runner/librunner.la

FUZZERS += tests/fuzz/fuzz_escape tests/fuzz/fuzz_results
tests_fuzz_fuzz_escape_SOURCES = tests/fuzz/fuzz_escape.c $(FUZZ_MAIN)
tests_fuzz_fuzz_escape_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_escape_LDADD = $(FUZZ_LIBS)
tests_fuzz_fuzz_results_SOURCES = tests/fuzz/fuzz_results.c $(FUZZ_MAIN)
tests_fuzz_fuzz_results_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_results_LDADD = reports/libreports.la $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_turtle
tests_fuzz_fuzz_turtle_SOURCES = tests/fuzz/fuzz_turtle.c tests/fuzz/rdf.c tests/fuzz/rdf.h $(FUZZ_MAIN)
tests_fuzz_fuzz_turtle_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_turtle_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_nquads
tests_fuzz_fuzz_nquads_SOURCES = tests/fuzz/fuzz_nquads.c tests/fuzz/rdf.c tests/fuzz/rdf.h $(FUZZ_MAIN)
tests_fuzz_fuzz_nquads_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_nquads_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_rdfxml
tests_fuzz_fuzz_rdfxml_SOURCES = tests/fuzz/fuzz_rdfxml.c tests/fuzz/rdf.c tests/fuzz/rdf.h $(FUZZ_MAIN)
tests_fuzz_fuzz_rdfxml_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_rdfxml_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_jsonld
tests_fuzz_fuzz_jsonld_SOURCES = tests/fuzz/fuzz_jsonld.c tests/fuzz/rdf.c tests/fuzz/rdf.h $(FUZZ_MAIN)
tests_fuzz_fuzz_jsonld_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_jsonld_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_hello
tests_fuzz_fuzz_hello_SOURCES = tests/fuzz/fuzz_hello.c $(FUZZ_MAIN)
tests_fuzz_fuzz_hello_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_hello_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_schematron
tests_fuzz_fuzz_schematron_SOURCES = tests/fuzz/fuzz_schematron.c $(FUZZ_MAIN)
tests_fuzz_fuzz_schematron_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_schematron_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_shapes
tests_fuzz_fuzz_shapes_SOURCES = tests/fuzz/fuzz_shapes.c $(FUZZ_MAIN)
tests_fuzz_fuzz_shapes_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_shapes_LDADD = $(FUZZ_LIBS)
FUZZERS += tests/fuzz/fuzz_openapi
tests_fuzz_fuzz_openapi_SOURCES = tests/fuzz/fuzz_openapi.c $(FUZZ_MAIN)
tests_fuzz_fuzz_openapi_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_openapi_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_lint
tests_fuzz_fuzz_lint_SOURCES = tests/fuzz/fuzz_lint.c $(FUZZ_MAIN)
tests_fuzz_fuzz_lint_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_lint_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_vocabulary
tests_fuzz_fuzz_vocabulary_SOURCES = tests/fuzz/fuzz_vocabulary.c $(FUZZ_MAIN)
tests_fuzz_fuzz_vocabulary_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_vocabulary_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_rules
tests_fuzz_fuzz_rules_SOURCES = tests/fuzz/fuzz_rules.c $(FUZZ_MAIN)
tests_fuzz_fuzz_rules_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_rules_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_table
tests_fuzz_fuzz_table_SOURCES = tests/fuzz/fuzz_table.c $(FUZZ_MAIN)
tests_fuzz_fuzz_table_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_table_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_asyncapi
tests_fuzz_fuzz_asyncapi_SOURCES = tests/fuzz/fuzz_asyncapi.c $(FUZZ_MAIN)
tests_fuzz_fuzz_asyncapi_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_asyncapi_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_message
tests_fuzz_fuzz_message_SOURCES = tests/fuzz/fuzz_message.c $(FUZZ_MAIN)
tests_fuzz_fuzz_message_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_message_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_package
tests_fuzz_fuzz_package_SOURCES = tests/fuzz/fuzz_package.c $(FUZZ_MAIN)
tests_fuzz_fuzz_package_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_package_LDADD = $(FUZZ_LIBS)

FUZZERS += tests/fuzz/fuzz_signature
tests_fuzz_fuzz_signature_SOURCES = tests/fuzz/fuzz_signature.c $(FUZZ_MAIN)
tests_fuzz_fuzz_signature_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_signature_LDADD = engines/xmlsig/libxmlsig.la $(FUZZ_LIBS)
