# SPDX-License-Identifier: Apache-2.0
# Plan, processes, workers and what joins them.
runner_librunner_la_SOURCES += \
  runner/describe.h \
  runner/frame.c runner/frame.h \
  runner/observer.h \
  runner/session.h
