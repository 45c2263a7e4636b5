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
