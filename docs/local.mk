# SPDX-License-Identifier: Apache-2.0
EXTRA_DIST += docs/architecture.md docs/contract-tests.md docs/network.md docs/openapi.md docs/plugins.md docs/reports.md docs/shacl.md docs/style.md docs/example-plugin/Makefile docs/example-plugin/example.c
EXTRA_DIST += docs/rules.md docs/ci/Jenkinsfile docs/ci/README.md docs/ci/azure-pipelines.yml docs/ci/github.yml docs/ci/gitlab.yml
EXTRA_DIST += docs/guides/developer.en.md docs/guides/developer.nb.md docs/guides/developer.nn.md \
  docs/guides/pipeline.en.md docs/guides/pipeline.nb.md docs/guides/pipeline.nn.md \
  docs/guides/regulator.en.md docs/guides/regulator.nb.md docs/guides/regulator.nn.md
# Manual pages are made from the option tables when the program is built.
noinst_PROGRAMS += runner/make-manual
runner_make_manual_SOURCES = runner/manual.c runner/commands.c
runner_make_manual_LDADD = runner/librunner.la

MANUALS = docs/man1/samsvar.1
all-local: $(MANUALS) docs/completion/samsvar.bash
CLEANFILES += docs/man1/*.1 docs/nb/man1/*.1 docs/nn/man1/*.1
# English in docs/man1, the others in docs/LANG/man1; samsvar.1 comes last, and stands for all of them.
docs/man1/samsvar.1: runner/make-manual$(EXEEXT) $(PO_CATALOGUES)
	$(AM_V_GEN)SAMSVAR_LOCALE_DIR=po; export SAMSVAR_LOCALE_DIR; for l in nb nn en; do \
	  d=docs/$$l/man1; if test $$l = en; then d=docs/man1; fi; $(MKDIR_P) $$d && \
	  for c in `./runner/make-manual --list`; do \
	    SAMSVAR_LANG=$$l ./runner/make-manual $$c > $$d/samsvar-$$c.1 || exit 1; \
	  done && SAMSVAR_LANG=$$l ./runner/make-manual > $$d/samsvar.1.tmp && mv $$d/samsvar.1.tmp $$d/samsvar.1 || exit 1; \
	done

# Completion scripts, where the shells look for those of packages.
bashcompdir = $(datadir)/bash-completion/completions
zshcompdir = $(datadir)/zsh/site-functions
fishcompdir = $(datadir)/fish/vendor_completions.d
CLEANFILES += docs/completion/samsvar.*
docs/completion/samsvar.bash: runner/make-manual$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) docs/completion && for s in zsh fish bash; do \
	  ./runner/make-manual --completion $$s >$@.tmp && mv $@.tmp docs/completion/samsvar.$$s || exit 1; done

install-completion: docs/completion/samsvar.bash
	$(MKDIR_P) "$(DESTDIR)$(bashcompdir)" "$(DESTDIR)$(zshcompdir)" "$(DESTDIR)$(fishcompdir)"
	$(INSTALL_DATA) docs/completion/samsvar.bash "$(DESTDIR)$(bashcompdir)/samsvar"
	$(INSTALL_DATA) docs/completion/samsvar.zsh "$(DESTDIR)$(zshcompdir)/_samsvar"
	$(INSTALL_DATA) docs/completion/samsvar.fish "$(DESTDIR)$(fishcompdir)/samsvar.fish"

install-data-local: install-manuals install-completion
install-manuals: $(MANUALS)
	for l in . nb nn; do \
	  $(MKDIR_P) "$(DESTDIR)$(mandir)/$$l/man1" && $(INSTALL_DATA) docs/$$l/man1/*.1 "$(DESTDIR)$(mandir)/$$l/man1" || exit 1; \
	done

uninstall-local: uninstall-manuals
	rm -f "$(DESTDIR)$(bashcompdir)/samsvar" "$(DESTDIR)$(zshcompdir)/_samsvar" "$(DESTDIR)$(fishcompdir)/samsvar.fish"
uninstall-manuals:
	for l in . nb nn; do \
	  rm -f "$(DESTDIR)$(mandir)/$$l/man1"/samsvar.1 "$(DESTDIR)$(mandir)/$$l/man1"/samsvar-*.1; \
	done

.PHONY: install-completion install-manuals uninstall-manuals
