# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/shacl
engines_libsamsvar_la_SOURCES += \
  engines/shacl/lint.c engines/shacl/lint.h \
  engines/shacl/lint_lists.c \
  engines/shacl/lint_namespaces.c \
  engines/shacl/lint_state.h \
  engines/shacl/lint_targets.c \
  engines/shacl/lint_terms.c engines/shacl/lint_terms.h \
  engines/shacl/lint_values.c \
  engines/shacl/lint_words.c
