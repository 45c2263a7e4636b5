# SPDX-License-Identifier: Apache-2.0
# Code lists, embedded in the library by engines/vocabulary/local.mk and installed for reading.
VOCABULARIES = \
  profiles/vocabularies/adms-publisher-type.tsv \
  profiles/vocabularies/adms-status.tsv \
  profiles/vocabularies/brreg-provinens.tsv \
  profiles/vocabularies/eu-access-right.tsv \
  profiles/vocabularies/eu-concept-status.tsv \
  profiles/vocabularies/eu-continent.tsv \
  profiles/vocabularies/eu-country.tsv \
  profiles/vocabularies/eu-currency.tsv \
  profiles/vocabularies/eu-data-theme.tsv \
  profiles/vocabularies/eu-dataset-type.tsv \
  profiles/vocabularies/eu-distribution-status.tsv \
  profiles/vocabularies/eu-distribution-type.tsv \
  profiles/vocabularies/eu-file-type.tsv \
  profiles/vocabularies/eu-frequency.tsv \
  profiles/vocabularies/eu-high-value-category.tsv \
  profiles/vocabularies/eu-language.tsv \
  profiles/vocabularies/eu-licence.tsv \
  profiles/vocabularies/eu-main-activity.tsv \
  profiles/vocabularies/eu-planned-availability.tsv \
  profiles/vocabularies/iana-media-type.tsv \
  profiles/vocabularies/los.tsv \
  profiles/vocabularies/mobility-condition.tsv \
  profiles/vocabularies/mobility-data-standard.tsv \
  profiles/vocabularies/mobility-theme.tsv \
  profiles/vocabularies/no-administrative-enheter.tsv \
  profiles/vocabularies/no-api-specification.tsv \
  profiles/vocabularies/no-api-status.tsv \
  profiles/vocabularies/no-audience-type.tsv \
  profiles/vocabularies/no-event-type.tsv \
  profiles/vocabularies/no-evidence-type.tsv \
  profiles/vocabularies/no-legal-resource-type.tsv \
  profiles/vocabularies/no-life-event.tsv \
  profiles/vocabularies/no-life-event-type.tsv \
  profiles/vocabularies/no-open-licence.tsv \
  profiles/vocabularies/no-open-licence-uri.tsv \
  profiles/vocabularies/no-organisation-uri.tsv \
  profiles/vocabularies/no-provenance-activity-type.tsv \
  profiles/vocabularies/no-quality-dimension.tsv \
  profiles/vocabularies/no-relationship-with-source-type.tsv \
  profiles/vocabularies/no-role-type.tsv \
  profiles/vocabularies/no-rule-type.tsv \
  profiles/vocabularies/no-service-channel-type.tsv \
  profiles/vocabularies/no-service-output-type.tsv \
  profiles/vocabularies/schema-day-of-week.tsv \
  profiles/vocabularies/w3c-dpv-property.tsv
nobase_dist_pkgdata_DATA += $(VOCABULARIES)
