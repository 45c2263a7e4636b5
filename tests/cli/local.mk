# SPDX-License-Identifier: Apache-2.0
# The program from outside: shell scripts that print TAP.
EXTRA_DIST += tests/cli/crashes.c tests/cli/validate_openapi.real tests/cli/validate_rules.real tests/cli/service.sh tests/cli/tap.sh $(CLI_TESTS)
CLI_TESTS = \
  tests/cli/answers.test \
  tests/cli/builtin.test \
  tests/cli/check.test \
  tests/cli/completion.test \
  tests/cli/contract.test \
  tests/cli/coverage.test \
  tests/cli/damaged.test \
  tests/cli/details.test \
  tests/cli/doctor.test \
  tests/cli/documents.test \
  tests/cli/example-plugin.test \
  tests/cli/help.test \
  tests/cli/init-new.test \
  tests/cli/jobs.test \
  tests/cli/killed.test \
  tests/cli/lesser.test \
  tests/cli/list-explain.test \
  tests/cli/narrow.test \
  tests/cli/plan.test \
  tests/cli/manual.test \
  tests/cli/reference.test \
  tests/cli/roles.test \
  tests/cli/run.test \
  tests/cli/secrets.test \
  tests/cli/setup.test \
  tests/cli/totals.test \
  tests/cli/unsafe.test \
  tests/cli/validate_json_schema.test \
  tests/cli/validate_openapi.test \
  tests/cli/validate_rdf.test \
  tests/cli/validate_rules.test \
  tests/cli/validate_shacl.test \
  tests/cli/validate_shacl_profile.test \
  tests/cli/validate_xml.test \
  tests/cli/shapes.test \
  tests/cli/vocabularies.test
TESTS += $(CLI_TESTS)
