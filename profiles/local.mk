# SPDX-License-Identifier: Apache-2.0
# Product data: what may be required, and of whom.
PO_FRAGMENTS += profiles
PO_FRAGMENTS += profiles/requirements
nobase_dist_pkgdata_DATA += \
  profiles/answers.schema.json \
  profiles/api-provider.json \
  profiles/base.json \
  profiles/catalogue-publisher.json \
  profiles/citizen-web-service.json \
  profiles/complete.json \
  profiles/concept-catalogue.json \
  profiles/demo.json \
  profiles/data-consumer.json \
  profiles/event-publisher.json \
  profiles/information-model-publisher.json \
  profiles/message-exchange.json \
  profiles/open-data-provider.json \
  profiles/profile.schema.json \
  profiles/protected-api-provider.json \
  profiles/public-service-publisher.json \
  profiles/requirement.schema.json \
  profiles/rule-setter.json \
  profiles/target.schema.json \
  profiles/token-issuer.json \
  profiles/requirements/legal/access.json \
  profiles/requirements/legal/accessibility.json \
  profiles/requirements/legal/high-value.json \
  profiles/requirements/legal/legislation.json \
  profiles/requirements/legal/licences.json \
  profiles/requirements/legal/privacy.json \
  profiles/requirements/legal/rights.json \
  profiles/requirements/organisational/catalogue.json \
  profiles/requirements/organisational/contact.json \
  profiles/requirements/organisational/framework.json \
  profiles/requirements/organisational/life-event.json \
  profiles/requirements/organisational/lifecycle.json \
  profiles/requirements/organisational/public-service.json \
  profiles/requirements/organisational/publisher.json \
  profiles/requirements/organisational/service-level.json \
  profiles/requirements/semantic/application-profiles.json \
  profiles/requirements/semantic/classifications.json \
  profiles/requirements/semantic/code-lists.json \
  profiles/requirements/semantic/concepts.json \
  profiles/requirements/semantic/cpsv.json \
  profiles/requirements/semantic/dcat.json \
  profiles/requirements/semantic/language.json \
  profiles/requirements/semantic/models.json \
  profiles/requirements/semantic/payload.json \
  profiles/requirements/semantic/quality.json \
  profiles/requirements/semantic/rdf.json \
  profiles/requirements/semantic/schemas.json \
  profiles/requirements/technical/api-contract.json \
  profiles/requirements/technical/api-description.json \
  profiles/requirements/technical/auth.json \
  profiles/requirements/technical/dns.json \
  profiles/requirements/technical/events.json \
  profiles/requirements/technical/http.json \
  profiles/requirements/technical/lifecycle.json \
  profiles/requirements/technical/messaging.json \
  profiles/requirements/technical/negative.json \
  profiles/requirements/technical/security-headers.json \
  profiles/requirements/technical/transport.json \
  profiles/requirements/technical/web.json \
  profiles/skeletons/check.c.in \
  profiles/skeletons/check.md.in \
  profiles/skeletons/plugin.c.in \
  profiles/skeletons/plugin.md.in \
  profiles/skeletons/plugin.mk.in \
  profiles/skeletons/profile.json.in

# How many requirements have a check, how many a person judges, and how many neither: printed by make check, and held
# against profiles/coverage.tsv, which only rises.
EXTRA_DIST += profiles/README.md profiles/coverage.tsv
.PHONY: print-coverage update-coverage
check-local: print-coverage

print-coverage: all-am
	@abs_srcdir='$(abs_top_srcdir)'; abs_builddir='$(abs_top_builddir)'; . '$(abs_top_srcdir)/tools/tree-env'; \
	  "$$samsvar" list requirements --coverage --lang en

update-coverage: all-am
	@abs_srcdir='$(abs_top_srcdir)'; abs_builddir='$(abs_top_builddir)'; . '$(abs_top_srcdir)/tools/tree-env'; \
	  "$$samsvar" list requirements --coverage --lang en | \
	  awk 'NR == 1 { print "layer\tchecked\tcovered"; next } { print $$1 "\t" $$2 "\t" $$2 + $$3 }' >$(srcdir)/profiles/coverage.tsv.new && \
	  mv $(srcdir)/profiles/coverage.tsv.new $(srcdir)/profiles/coverage.tsv

include profiles/rules/local.mk
include profiles/shapes/local.mk
include profiles/vocabularies/local.mk
