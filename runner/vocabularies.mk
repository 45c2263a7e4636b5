# SPDX-License-Identifier: Apache-2.0
# Code lists: which are in use, and newer ones.
runner_librunner_la_SOURCES += \
  runner/cmd_update.c \
  runner/list_vocabularies.c \
  runner/vocabularies.c runner/vocabularies.h
PO_FRAGMENTS += runner/vocabularies
