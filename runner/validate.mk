# SPDX-License-Identifier: Apache-2.0
# samsvar validate: the engines on files.
runner_librunner_la_SOURCES += \
  runner/cmd_validate.c \
  runner/validate.h \
  runner/validate_files.c \
  runner/validate_findings.c \
  runner/validate_json_schema.c \
  runner/validate_openapi.c \
  runner/validate_rdf.c \
  runner/validate_rules.c \
  runner/validate_same.c runner/validate_same.h \
  runner/validate_schematron.c \
  runner/validate_shacl.c runner/validate_shacl.h \
  runner/validate_shacl_lint.c \
  runner/validate_shacl_read.c \
  runner/validate_shacl_say.c \
  runner/validate_xml.c runner/validate_xml.h \
  runner/validate_xsd.c
PO_FRAGMENTS += runner
