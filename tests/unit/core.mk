# SPDX-License-Identifier: Apache-2.0
# The runner's heart: frames, plugins, workers.
RUNNER_LDADD = runner/librunner.la $(UNIT_LDADD)
check_PROGRAMS += tests/unit/test_frame
TESTS += tests/unit/test_frame
tests_unit_test_frame_SOURCES = tests/unit/test_frame.c
tests_unit_test_frame_LDADD = $(RUNNER_LDADD)

check_PROGRAMS += tests/unit/test_blocked
TESTS += tests/unit/test_blocked
tests_unit_test_blocked_SOURCES = tests/unit/test_blocked.c
tests_unit_test_blocked_LDADD = $(RUNNER_LDADD)
