# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/base/escape.c engines/base/escape.h \
  engines/base/shown.c engines/base/shown.h \
  engines/result/count.c engines/result/count.h \
  engines/result/diff.c \
  engines/result/detail.c engines/result/detail.h \
  engines/result/emit.c engines/result/emit.h \
  engines/result/fields.c engines/result/fields.h \
  engines/result/fingerprint.c \
  engines/result/foreign.c \
  engines/result/known.c engines/result/known.h \
  engines/result/maturity.c engines/result/maturity.h \
  engines/result/names.c \
  engines/result/parts.h \
  engines/result/read.c \
  engines/result/read_diff.c \
  engines/result/read_maturity.c \
  engines/result/read_parts.c \
  engines/result/read_wire.c \
  engines/result/run.h \
  engines/result/verdict.c \
  engines/result/write.c engines/result/write.h \
  engines/result/write_diff.c \
  engines/result/write_maturity.c

# What may stand as a value in a finding: the msgids with places.
PHRASES_PO = $(PO_FRAGMENTS:%=$(srcdir)/%/po/nb.po)
EXTRA_DIST += tools/phrases
BUILT_SOURCES += engines/result/phrases.inc
CLEANFILES += engines/result/phrases.inc
engines/result/phrases.inc: $(PHRASES_PO) $(srcdir)/tools/phrases
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(srcdir)/tools/phrases $(MSGCAT) $(PHRASES_PO) >$@.tmp && mv $@.tmp $@
engines/result/known.lo: engines/result/phrases.inc
