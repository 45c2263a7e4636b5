# SPDX-License-Identifier: Apache-2.0
# Rules for API descriptions, as data; the library holds a copy.
PO_FRAGMENTS += profiles/rules
nobase_dist_pkgdata_DATA += profiles/rules/national.json
EXTRA_DIST += tools/embed-text
nodist_engines_libsamsvar_la_SOURCES += engines/openapi/rule_national_data.c
BUILT_SOURCES += engines/openapi/rule_national_data.c
CLEANFILES += engines/openapi/rule_national_data.c
engines/openapi/rule_national_data.c: $(srcdir)/profiles/rules/national.json $(srcdir)/tools/embed-text
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(srcdir)/tools/embed-text sv_rules_national_text \
	  $(srcdir)/profiles/rules/national.json >$@.tmp && mv $@.tmp $@
