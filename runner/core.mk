# SPDX-License-Identifier: Apache-2.0
# Plan, processes, workers and what joins them.
runner_librunner_la_SOURCES += \
  runner/blocked.c runner/blocked.h \
  runner/cage.c runner/cage.h runner/cage_landlock.c runner/cage_seccomp.c \
  runner/builtin_none.c \
  runner/case.c runner/case.h runner/case_end.c \
  runner/clean.c runner/clean.h \
  runner/curl.c \
  runner/describe.c runner/describe.h \
  runner/documents.c \
  runner/handed.c runner/handed.h \
  runner/event.c runner/event.h \
  runner/fill.c runner/fill.h runner/fill_exchanges.c \
  runner/hand.c runner/hand.h \
  runner/lane.c runner/lane.h runner/lane_frames.c \
  runner/load.c runner/load.h \
  runner/observer.h \
  runner/open.c \
  runner/plan.c runner/plan.h \
  runner/reach.c runner/reach.h \
  runner/renumber.c runner/renumber.h \
  runner/requests.c runner/requests.h \
  runner/schedule.c runner/schedule.h runner/schedule_put.c \
  runner/services.c runner/services_find.c runner/services_http.c runner/services_probe.c \
  runner/session.c runner/session.h \
  runner/settings.c runner/settings.h \
  runner/subjects.c \
  runner/table.c runner/table.h \
  runner/waivers.c runner/waivers.h \
  runner/warn.c runner/warn.h \
  runner/wire.c runner/wire.h \
  runner/worker.c runner/worker.h runner/worker_state.h
PO_FRAGMENTS += runner/core
