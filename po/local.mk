# SPDX-License-Identifier: Apache-2.0
# Every component keeps its translations beside its code (FOLDER/po/nb.po, nn.po, listed in PO_FRAGMENTS by folder);
# here they become one catalogue a language.
PO_CATALOGUES = po/nb/LC_MESSAGES/samsvar.mo po/nn/LC_MESSAGES/samsvar.mo
EXTRA_DIST += po/head.po $(PO_FRAGMENTS:%=%/po/nb.po) $(PO_FRAGMENTS:%=%/po/nn.po)
CLEANFILES += $(PO_CATALOGUES)
all-local: $(PO_CATALOGUES)

# What our shapes say is translated where they are.
PO_SHAPES = po/shapes.nb.po po/shapes.nn.po
CLEANFILES += $(PO_SHAPES)
EXTRA_DIST += tools/shapes-po
po/shapes.nb.po: $(NATIONAL_SHAPES) tools/shapes-po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cd $(srcdir) && tools/shapes-po nb $(NATIONAL_SHAPES) >$(abs_builddir)/$@.tmp && \
	  mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@
po/shapes.nn.po: $(NATIONAL_SHAPES) tools/shapes-po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cd $(srcdir) && tools/shapes-po nn $(NATIONAL_SHAPES) >$(abs_builddir)/$@.tmp && \
	  mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

PO_MERGE = $(AM_V_GEN)$(MKDIR_P) $(@D) && \
  $(MSGCAT) --use-first -o $@.tmp $^ && $(MSGFMT) --check-format -o $@ $@.tmp && rm -f $@.tmp

po/nb/LC_MESSAGES/samsvar.mo: $(srcdir)/po/head.po $(PO_FRAGMENTS:%=$(srcdir)/%/po/nb.po) po/shapes.nb.po
	$(PO_MERGE)
po/nn/LC_MESSAGES/samsvar.mo: $(srcdir)/po/head.po $(PO_FRAGMENTS:%=$(srcdir)/%/po/nn.po) po/shapes.nn.po
	$(PO_MERGE)

install-data-local: install-catalogues
install-catalogues: $(PO_CATALOGUES)
	for l in nb nn; do \
	  $(MKDIR_P) "$(DESTDIR)$(localedir)/$$l/LC_MESSAGES" && \
	  $(INSTALL_DATA) po/$$l/LC_MESSAGES/samsvar.mo "$(DESTDIR)$(localedir)/$$l/LC_MESSAGES/samsvar.mo" || exit 1; \
	done

uninstall-local: uninstall-catalogues
uninstall-catalogues:
	for l in nb nn; do rm -f "$(DESTDIR)$(localedir)/$$l/LC_MESSAGES/samsvar.mo"; done

.PHONY: install-catalogues uninstall-catalogues
