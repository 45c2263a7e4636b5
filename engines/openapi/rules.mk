# SPDX-License-Identifier: Apache-2.0
# Rule sets, and operations as exchanges see them.
engines_libsamsvar_la_SOURCES += \
  engines/openapi/casing.c engines/openapi/casing.h \
  engines/openapi/match.c engines/openapi/match.h \
  engines/openapi/match_eval.c \
  engines/openapi/match_filter.c \
  engines/openapi/match_graph.c \
  engines/openapi/match_parse.c \
  engines/openapi/match_tree.h \
  engines/openapi/rule.c engines/openapi/rule.h \
  engines/openapi/rule_base.c \
  engines/openapi/rule_core.c \
  engines/openapi/rule_core_set.c \
  engines/openapi/rule_functions.c \
  engines/openapi/rule_names.c \
  engines/openapi/rule_national.c engines/openapi/rule_national.h \
  engines/openapi/rule_operation.c \
  engines/openapi/rule_paths.c \
  engines/openapi/rule_run.c \
  engines/openapi/rule_schema.c \
  engines/openapi/rule_schemas.c \
  engines/openapi/rule_security.c \
  engines/openapi/rule_set.h \
  engines/openapi/spectral.c \
  engines/openapi/spectral_given.c \
  engines/openapi/spectral_override.c \
  engines/openapi/spectral_rule.c
engines_libsamsvar_la_SOURCES += \
  engines/openapi/exchange.c engines/openapi/exchange.h \
  engines/openapi/exchange_body.c \
  engines/openapi/exchange_form.c \
  engines/openapi/exchange_judge.h \
  engines/openapi/exchange_message.c \
  engines/openapi/exchange_parts.c \
  engines/openapi/exchange_schema.c \
  engines/openapi/operation.c engines/openapi/operation.h \
  engines/openapi/operation_match.c \
  engines/openapi/operation_table.h \
  engines/openapi/style.c engines/openapi/style.h \
  engines/openapi/style_decode.c \
  engines/openapi/style_encode.c \
  engines/openapi/trial.c engines/openapi/trial.h \
  engines/openapi/trial_body.c \
  engines/openapi/trial_content.c \
  engines/openapi/trial_fault.c \
  engines/openapi/trial_known.c \
  engines/openapi/trial_say.c \
  engines/openapi/trial_set.h \
  engines/openapi/trial_vary.c \
  engines/openapi/trial_write.c \
  engines/openapi/value.c engines/openapi/value.h \
  engines/openapi/value_fault.c
