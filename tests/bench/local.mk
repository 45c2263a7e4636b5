# SPDX-License-Identifier: Apache-2.0
# Benchmarks are built and run on demand only: make bench-doc BENCH_JSON=FILE
EXTRA_PROGRAMS += tests/bench/bench_doc
CLEANFILES += tests/bench/bench_doc
tests_bench_bench_doc_SOURCES = tests/bench/bench_doc.c
tests_bench_bench_doc_LDADD = engines/libsamsvar.la $(JANSSON_LIBS)

BENCH_JSON = bench.json
.PHONY: bench-doc
bench-doc: tests/bench/bench_doc$(EXEEXT)
	@test -f '$(BENCH_JSON)' || { echo 'bench-doc: set BENCH_JSON to a big JSON file'; exit 2; }
	tests/bench/bench_doc$(EXEEXT) '$(BENCH_JSON)'
EXTRA_PROGRAMS += tests/bench/bench_net
tests_bench_bench_net_SOURCES = tests/bench/bench_net.c
tests_bench_bench_net_LDADD = runner/librunner.la

# The product beside a bare libcurl multi loop.
EXTRA_PROGRAMS += tests/bench/delay_server tests/bench/measure tests/bench/peer_curl
EXTRA_LTLIBRARIES = tests/bench/bench_load.la
EXTRA_DIST += tests/bench/run-bench
CLEANFILES += tests/bench/delay_server tests/bench/measure tests/bench/peer_curl tests/bench/bench_load.la
tests_bench_delay_server_SOURCES = tests/bench/delay_server.c
tests_bench_measure_SOURCES = tests/bench/measure.c
tests_bench_peer_curl_SOURCES = tests/bench/peer_curl.c
tests_bench_peer_curl_LDADD = $(CURL_LIBS) $(JANSSON_LIBS)
tests_bench_bench_load_la_SOURCES = tests/bench/bench_load.c
tests_bench_bench_load_la_LDFLAGS = $(AM_LDFLAGS) -module $(MODULE_LDFLAGS) -rpath /nowhere
tests_bench_bench_load_la_LIBADD = $(JANSSON_LIBS)

.PHONY: bench
bench: all tests/bench/delay_server$(EXEEXT) tests/bench/measure$(EXEEXT) tests/bench/peer_curl$(EXEEXT) \
  tests/bench/bench_load.la
	$(AM_TESTS_ENVIRONMENT) $(srcdir)/tests/bench/run-bench

EXTRA_PROGRAMS += tests/bench/bench_schema
CLEANFILES += tests/bench/bench_schema
EXTRA_DIST += tests/bench/schema
tests_bench_bench_schema_SOURCES = tests/bench/bench_schema.c
tests_bench_bench_schema_LDADD = engines/libsamsvar.la
.PHONY: bench-schema
bench-schema: samsvar$(EXEEXT) tests/bench/bench_schema$(EXEEXT)
	@abs_srcdir='$(abs_top_srcdir)' abs_builddir='$(abs_top_builddir)' $(srcdir)/tests/bench/schema

# RDF: reading a large file beside serd and N3.js, then SHACL beside two engines from npm.
EXTRA_PROGRAMS += tests/bench/bench_rdf
CLEANFILES += tests/bench/bench_rdf
EXTRA_DIST += tests/bench/rdf tests/bench/shacl
tests_bench_bench_rdf_SOURCES = tests/bench/bench_rdf.c
tests_bench_bench_rdf_LDADD = engines/libsamsvar.la

.PHONY: bench-rdf
bench-rdf: samsvar$(EXEEXT) tests/bench/bench_rdf$(EXEEXT) tests/bench/measure$(EXEEXT)
	@abs_srcdir='$(abs_top_srcdir)' abs_builddir='$(abs_top_builddir)' $(srcdir)/tests/bench/rdf
	@abs_srcdir='$(abs_top_srcdir)' abs_builddir='$(abs_top_builddir)' $(srcdir)/tests/bench/shacl

# Ten thousand results into every format: processor time, sizes and the memory peak. N=100000 for more.
N = 10000
.PHONY: bench-reports
bench-reports: tests/golden/make_runs$(EXEEXT)
	@tests/golden/make_runs$(EXEEXT) --time $(N)
bench: bench-reports

# API descriptions by rules, beside spectral and redocly.
EXTRA_DIST += tests/bench/openapi
.PHONY: bench-openapi
bench-openapi: samsvar$(EXEEXT)
	@abs_builddir='$(abs_top_builddir)' $(srcdir)/tests/bench/openapi

# A large catalogue through the whole product.
EXTRA_DIST += tests/bench/catalogue tests/bench/catalogue.awk
.PHONY: bench-catalogue
bench-catalogue: all tests/bench/bench_rdf$(EXEEXT) tests/bench/measure$(EXEEXT)
	$(AM_TESTS_ENVIRONMENT) $(srcdir)/tests/bench/catalogue
