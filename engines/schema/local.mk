# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/schema/assertions.c \
  engines/schema/builtin.c engines/schema/builtin.h \
  engines/schema/combine.c \
  engines/schema/compile.c \
  engines/schema/containers.c \
  engines/schema/dialect.c \
  engines/schema/explain.c engines/schema/explain.h \
  engines/schema/explain_keyword.c \
  engines/schema/findings.c \
  engines/schema/format.c engines/schema/format.h \
  engines/schema/format_idn.c \
  engines/schema/format_net.c \
  engines/schema/format_text.c \
  engines/schema/format_time.c \
  engines/schema/fuse.c \
  engines/schema/keyword.c \
  engines/schema/keyword_apply.c \
  engines/schema/keyword_assert.c \
  engines/schema/mark.c \
  engines/schema/marks.c \
  engines/schema/message.c \
  engines/schema/output.c \
  engines/schema/place.c \
  engines/schema/program.h \
  engines/schema/reach.c \
  engines/schema/reference.c \
  engines/schema/registry.c \
  engines/schema/run.c engines/schema/run.h \
  engines/schema/schema.h \
  engines/schema/set.c \
  engines/schema/suite.c engines/schema/suite.h \
  engines/schema/unknown.c
nodist_engines_libsamsvar_la_SOURCES = engines/schema/builtin_data.c
BUILT_SOURCES += engines/schema/builtin_data.c
CLEANFILES += engines/schema/builtin_data.c
SCHEMA_METASCHEMAS = $(srcdir)/engines/schema/data
EXTRA_DIST += engines/schema/data tools/embed
engines/schema/builtin_data.c: $(srcdir)/engines/schema/data/index $(srcdir)/tools/embed
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(srcdir)/tools/embed $(SCHEMA_METASCHEMAS) sv_schema_builtins >$@.tmp && mv $@.tmp $@
PO_FRAGMENTS += engines/schema
