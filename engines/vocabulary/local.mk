# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/vocabulary
engines_libsamsvar_la_SOURCES += \
  engines/base/embedded.h \
  engines/vocabulary/index.h \
  engines/vocabulary/read.c \
  engines/vocabulary/set.c \
  engines/vocabulary/skos.c engines/vocabulary/skos.h \
  engines/vocabulary/vocabulary.c engines/vocabulary/vocabulary.h
nodist_engines_libsamsvar_la_SOURCES += engines/vocabulary/vocabulary_data.c
BUILT_SOURCES += engines/vocabulary/vocabulary_data.c
CLEANFILES += engines/vocabulary/vocabulary_data.c
EXTRA_DIST += tools/embed-files
engines/vocabulary/vocabulary_data.c: $(VOCABULARIES) tools/embed-files
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cd $(srcdir) && tools/embed-files sv_vocabulary_builtins $(VOCABULARIES) \
	  >$(abs_builddir)/$@.tmp && mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@
