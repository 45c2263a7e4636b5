# SPDX-License-Identifier: Apache-2.0
# Broken and evil plugins. -rpath makes libtool build a shared object of what is never installed.
FIXTURE_LDFLAGS = -module -avoid-version -Wl,-z,now -rpath /nowhere
EXTRA_DIST += tests/plugins/fixture.h
check_LTLIBRARIES += \
  tests/plugins/aborts.la \
  tests/plugins/asks.la \
  tests/plugins/badid.la \
  tests/plugins/badopen.la \
  tests/plugins/blames.la \
  tests/plugins/blind.la \
  tests/plugins/busy.la \
  tests/plugins/closes.la \
  tests/plugins/contradict.la \
  tests/plugins/ctorcrash.la \
  tests/plugins/ctorexit.la \
  tests/plugins/ctorhang.la \
  tests/plugins/dials.la \
  tests/plugins/executes.la \
  tests/plugins/exits.la \
  tests/plugins/flood.la \
  tests/plugins/forged.la \
  tests/plugins/forks.la \
  tests/plugins/halfframe.la \
  tests/plugins/honest.la \
  tests/plugins/hugeframe.la \
  tests/plugins/hugetext.la \
  tests/plugins/kills.la \
  tests/plugins/memory.la \
  tests/plugins/newabi.la \
  tests/plugins/newminor.la \
  tests/plugins/nofinding.la \
  tests/plugins/noise.la \
  tests/plugins/noreason.la \
  tests/plugins/notable.la \
  tests/plugins/oldabi.la \
  tests/plugins/other.la \
  tests/plugins/prints.la \
  tests/plugins/raises.la \
  tests/plugins/reads.la \
  tests/plugins/rubbish.la \
  tests/plugins/secrets.la \
  tests/plugins/segfault.la \
  tests/plugins/sleeps.la \
  tests/plugins/spies.la \
  tests/plugins/stack.la \
  tests/plugins/stolen.la \
  tests/plugins/tinysize.la \
  tests/plugins/traces.la \
  tests/plugins/twice.la \
  tests/plugins/undefined.la \
  tests/plugins/unknown.la \
  tests/plugins/writes.la \
  tests/plugins/wrongmagic.la \
  tests/plugins/wrongname.la
tests_plugins_aborts_la_SOURCES = tests/plugins/aborts.c
tests_plugins_aborts_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_aborts_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_badid_la_SOURCES = tests/plugins/badid.c
tests_plugins_badid_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_badid_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_badopen_la_SOURCES = tests/plugins/badopen.c
tests_plugins_badopen_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_badopen_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_blames_la_SOURCES = tests/plugins/blames.c
tests_plugins_blames_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_blames_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_blind_la_SOURCES = tests/plugins/blind.c
tests_plugins_blind_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_blind_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_busy_la_SOURCES = tests/plugins/busy.c
tests_plugins_busy_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_busy_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_closes_la_SOURCES = tests/plugins/closes.c
tests_plugins_closes_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_closes_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_contradict_la_SOURCES = tests/plugins/contradict.c
tests_plugins_contradict_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_contradict_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_ctorcrash_la_SOURCES = tests/plugins/ctorcrash.c
tests_plugins_ctorcrash_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_ctorcrash_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_ctorexit_la_SOURCES = tests/plugins/ctorexit.c
tests_plugins_ctorexit_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_ctorexit_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_ctorhang_la_SOURCES = tests/plugins/ctorhang.c
tests_plugins_ctorhang_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_ctorhang_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_dials_la_SOURCES = tests/plugins/dials.c
tests_plugins_dials_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_dials_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_executes_la_SOURCES = tests/plugins/executes.c
tests_plugins_executes_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_executes_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_exits_la_SOURCES = tests/plugins/exits.c
tests_plugins_exits_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_exits_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_flood_la_SOURCES = tests/plugins/flood.c
tests_plugins_flood_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_flood_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_forged_la_SOURCES = tests/plugins/forged.c
tests_plugins_forged_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_forged_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_forks_la_SOURCES = tests/plugins/forks.c
tests_plugins_forks_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_forks_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_halfframe_la_SOURCES = tests/plugins/halfframe.c
tests_plugins_halfframe_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_halfframe_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_honest_la_SOURCES = tests/plugins/honest.c
tests_plugins_honest_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_honest_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_hugeframe_la_SOURCES = tests/plugins/hugeframe.c
tests_plugins_hugeframe_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_hugeframe_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_hugetext_la_SOURCES = tests/plugins/hugetext.c
tests_plugins_hugetext_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_hugetext_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_kills_la_SOURCES = tests/plugins/kills.c
tests_plugins_kills_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_kills_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_memory_la_SOURCES = tests/plugins/memory.c
tests_plugins_memory_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_memory_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_newabi_la_SOURCES = tests/plugins/newabi.c
tests_plugins_newabi_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_newabi_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_newminor_la_SOURCES = tests/plugins/newminor.c
tests_plugins_newminor_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_newminor_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_nofinding_la_SOURCES = tests/plugins/nofinding.c
tests_plugins_nofinding_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_nofinding_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_noise_la_SOURCES = tests/plugins/noise.c
tests_plugins_noise_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_noise_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_noreason_la_SOURCES = tests/plugins/noreason.c
tests_plugins_noreason_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_noreason_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_notable_la_SOURCES = tests/plugins/notable.c
tests_plugins_notable_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_notable_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_oldabi_la_SOURCES = tests/plugins/oldabi.c
tests_plugins_oldabi_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_oldabi_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_other_la_SOURCES = tests/plugins/other.c
tests_plugins_other_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_other_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_prints_la_SOURCES = tests/plugins/prints.c
tests_plugins_prints_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_prints_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_raises_la_SOURCES = tests/plugins/raises.c
tests_plugins_raises_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_raises_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_reads_la_SOURCES = tests/plugins/reads.c
tests_plugins_reads_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_reads_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_rubbish_la_SOURCES = tests/plugins/rubbish.c
tests_plugins_rubbish_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_rubbish_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_secrets_la_SOURCES = tests/plugins/secrets.c
tests_plugins_secrets_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_secrets_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_segfault_la_SOURCES = tests/plugins/segfault.c
tests_plugins_segfault_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_segfault_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_sleeps_la_SOURCES = tests/plugins/sleeps.c
tests_plugins_sleeps_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_sleeps_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_spies_la_SOURCES = tests/plugins/spies.c
tests_plugins_spies_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_spies_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_stack_la_SOURCES = tests/plugins/stack.c
tests_plugins_stack_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_stack_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_stolen_la_SOURCES = tests/plugins/stolen.c
tests_plugins_stolen_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_stolen_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_tinysize_la_SOURCES = tests/plugins/tinysize.c
tests_plugins_tinysize_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_tinysize_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_traces_la_SOURCES = tests/plugins/traces.c
tests_plugins_traces_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_traces_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_twice_la_SOURCES = tests/plugins/twice.c
tests_plugins_twice_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_twice_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_undefined_la_SOURCES = tests/plugins/undefined.c
tests_plugins_undefined_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_undefined_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_unknown_la_SOURCES = tests/plugins/unknown.c
tests_plugins_unknown_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_unknown_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_writes_la_SOURCES = tests/plugins/writes.c
tests_plugins_writes_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_writes_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_wrongmagic_la_SOURCES = tests/plugins/wrongmagic.c
tests_plugins_wrongmagic_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_wrongmagic_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_wrongname_la_SOURCES = tests/plugins/wrongname.c
tests_plugins_wrongname_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_wrongname_la_LIBADD = $(JANSSON_LIBS)
tests_plugins_asks_la_SOURCES = tests/plugins/asks.c
tests_plugins_asks_la_LDFLAGS = $(FIXTURE_LDFLAGS)
tests_plugins_asks_la_LIBADD = $(JANSSON_LIBS)
check_PROGRAMS += tests/plugins/test_fixtures
TESTS += tests/plugins/test_fixtures
tests_plugins_test_fixtures_SOURCES = tests/plugins/bench.c tests/plugins/bench.h tests/plugins/test_fixtures.c
tests_plugins_test_fixtures_LDADD = $(RUNNER_LDADD)
check_PROGRAMS += tests/plugins/test_session
TESTS += tests/plugins/test_session
tests_plugins_test_session_SOURCES = tests/plugins/bench.c tests/plugins/bench.h tests/plugins/test_session.c
tests_plugins_test_session_LDADD = $(RUNNER_LDADD) $(MICROHTTPD_LIBS) $(ZLIB_LIBS)
