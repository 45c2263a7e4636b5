# SPDX-License-Identifier: Apache-2.0
# samsvar validate: the engines on files.
runner_librunner_la_SOURCES += \
  runner/cmd_validate.c \
  runner/validate.h \
  runner/validate_files.c \
  runner/validate_findings.c \
  runner/validate_json_schema.c \
  runner/validate_rdf.c
PO_FRAGMENTS += runner
