# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/shacl
engines_libsamsvar_la_SOURCES += \
  engines/shacl/bind.c \
  engines/shacl/check_set.c \
  engines/shacl/check_value.c \
  engines/shacl/compare.c \
  engines/shacl/compile.c engines/shacl/compile.h \
  engines/shacl/eval.c \
  engines/shacl/focus.c \
  engines/shacl/lint.c engines/shacl/lint.h \
  engines/shacl/lint_lists.c \
  engines/shacl/lint_namespaces.c \
  engines/shacl/lint_state.h \
  engines/shacl/lint_targets.c \
  engines/shacl/lint_terms.c engines/shacl/lint_terms.h \
  engines/shacl/lint_values.c \
  engines/shacl/lint_words.c \
  engines/shacl/message.c \
  engines/shacl/names.c engines/shacl/names.h \
  engines/shacl/national.c engines/shacl/national.h \
  engines/shacl/order.c \
  engines/shacl/parameter.c \
  engines/shacl/path.c \
  engines/shacl/pattern.c engines/shacl/pattern.h \
  engines/shacl/pattern_rewrite.c \
  engines/shacl/program.h \
  engines/shacl/report.c \
  engines/shacl/report_graph.c \
  engines/shacl/run.h \
  engines/shacl/say.c engines/shacl/say.h \
  engines/shacl/shacl.h \
  engines/shacl/shape.c \
  engines/shacl/vector.c engines/shacl/vector.h \
  engines/shacl/walk.c \
  engines/shacl/xsd.c engines/shacl/xsd.h \
  engines/shacl/xsd_value.c
nodist_engines_libsamsvar_la_SOURCES += engines/shacl/national_data.c
BUILT_SOURCES += engines/shacl/national_data.c
CLEANFILES += engines/shacl/national_data.c
engines/shacl/national_data.c: $(NATIONAL_SHAPES) tools/embed-files
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cd $(srcdir) && tools/embed-files sv_shacl_builtins $(NATIONAL_SHAPES) \
	  >$(abs_builddir)/$@.tmp && mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@
