// SPDX-License-Identifier: Apache-2.0
/* Breaks of access rights, rights statements and the law behind data and services. */
#include "reference/breaks/tables.h"

/* A statement of rights with STATED. */
#define RIGHTS(stated)                                                                             \
  SV_MORE_DATA("<https://data.referansetjenesten.test/distribusjon/enheter-csv> dct:rights "       \
               "<https://data.referansetjenesten.test/rett> .\n"                                   \
               "<https://data.referansetjenesten.test/rett> a "                                    \
               "<http://schema.theodi.org/odrs#RightsStatement> ; " stated)

static const struct sv_break rows[] = {
  { .name = "service-two-access-rights",
    .what = "The data service has two access rights.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:endpointDescription",
    .to = "dct:accessRights "
          "<http://publications.europa.eu/resource/authority/access-right/RESTRICTED> ;\n  "
          "dcatno:accessRequestURL <{{base}}/kontakt> ;\n  "
          "dcat:endpointDescription",
    .checks = "legal.access.service semantic.profile.dcat-ap-no semantic.rdf.json-ld" },
  { .name = "access-request-missing",
    .what = "Restricted data does not say where to ask for access.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "access-right/PUBLIC",
    .to = "access-right/RESTRICTED",
    .checks = "legal.access.request organisational.catalogue.terms" },
  { .name = "access-request-dead",
    .what = "The page where access is asked for leads nowhere.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "access-right/PUBLIC>",
    .to = "access-right/RESTRICTED> ;\n  dcatno:accessRequestURL <{{base}}/borte>",
    .checks = "legal.access.request-page" },
  { .name = "download-behind-sign-in",
    .what = "Data that is open to all is downloaded behind sign-in.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:downloadURL <{{base}}/v1/enheter.csv>",
    .to = "dcat:downloadURL <{{base}}/v1/meldinger>",
    .checks = "cross.access.rights legal.access.open-key" },
  { .name = "closed-data-with-page",
    .what = "Data said to be non-public are had on a page that is open to all.",
    SV_MORE_DATA("<https://data.referansetjenesten.test/datasett/hendelser> dct:accessRights "
                 "<http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC> .\n"
                 "<https://data.referansetjenesten.test/distribusjon/hendelser-json> "
                 "dcat:accessURL <{{base}}/dokumentasjon>"),
    .checks = "legal.access.closed legal.access.closed-page legal.access.stated "
              "semantic.profile.dcat-ap-no" },
  { .name = "rights-literal",
    .what = "Other rights are a text.",
    SV_MORE_DATA("<https://data.referansetjenesten.test/distribusjon/enheter-csv> dct:rights "
                 "\"Spør oss\""),
    .checks = "legal.rights.statement" },
  { .name = "rights-not-described",
    .what = "Other rights are an address of which nothing is said.",
    SV_MORE_DATA("<https://data.referansetjenesten.test/distribusjon/enheter-csv> dct:rights "
                 "<https://data.referansetjenesten.test/rett>"),
    .checks = "legal.rights.statement-described semantic.iri.references "
              "semantic.profile.dcat-ap-no" },
  { .name = "attribution-untagged",
    .what = "The attribution has no language.",
    RIGHTS("odrs:attributionText \"Referansetjenesten\""),
    .checks = "legal.rights.attribution" },
  { .name = "jurisdiction-literal",
    .what = "The jurisdiction is a text.",
    RIGHTS("odrs:jurisdiction \"Norge\""),
    .checks = "legal.rights.jurisdiction" },
  { .name = "copyright-year-span",
    .what = "The copyright year is a span.",
    RIGHTS("odrs:copyrightYear \"2020-2026\""),
    .checks = "legal.rights.year-form" },
  { .name = "copyright-years",
    .what = "There are two copyright years.",
    RIGHTS("odrs:copyrightYear \"2020\", \"2026\""),
    .checks = "legal.rights.year semantic.profile.dcat-ap-no" },
  { .name = "policy-literal",
    .what = "The policy is a text.",
    SV_MORE_DATA("<https://data.referansetjenesten.test/distribusjon/enheter-csv> odrl:hasPolicy "
                 "\"Vær snill\""),
    .checks = "legal.rights.policy" },
  { .name = "policy-not-described",
    .what = "The policy is an address of which nothing is said.",
    SV_MORE_DATA("<https://data.referansetjenesten.test/distribusjon/enheter-csv> odrl:hasPolicy "
                 "<https://data.referansetjenesten.test/vilkar>"),
    .checks = "legal.rights.policy-described semantic.iri.references semantic.profile.dcat-ap-no" },
  { .name = "series-no-law",
    .what = "A dataset series names no law.",
    SV_MORE_DATA("<https://data.referansetjenesten.test/serie> a dcat:DatasetSeries ; "
                 "dct:identifier \"https://data.referansetjenesten.test/serie\" ; dct:title "
                 "\"Serie\"@nb ; dct:description \"Enheter over tid.\"@nb"),
    .checks = "legal.legislation.series organisational.catalogue.complete "
              "semantic.code-list.data-theme semantic.dcat.series semantic.dcat.series-texts" },
  { .name = "law-type-unknown",
    .what = "The type of a law is a text.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:type <https://data.norge.no/vocabulary/legal-resource-type#act>",
    .to = "dct:type \"lov\"",
    .checks = "legal.legislation.type legal.legislation.type-listed semantic.profile.dcat-ap-no" },
  { .name = "law-type-own",
    .what = "The type of a law is in no list.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "legal-resource-type#act",
    .to = "legal-resource-type#circular",
    .checks = "legal.legislation.type-listed" },
  { .name = "law-title-untagged",
    .what = "The title of a law has no language.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "\"Enhetsregisterloven\"@nb",
    .to = "\"Enhetsregisterloven\"",
    .checks = "legal.legislation.title" },
  { .name = "law-without-text",
    .what = "A law is described without a link to its text.",
    SV_MORE_DATA("<https://data.referansetjenesten.test/datasett/enheter> "
                 "dcatap:applicableLegislation <https://data.referansetjenesten.test/lov> .\n"
                 "<https://data.referansetjenesten.test/lov> a eli:LegalResource ; dct:title \"En "
                 "lov\"@nb ; dct:type <https://data.norge.no/vocabulary/legal-resource-type#act>"),
    .checks = "legal.legislation.text" },
  { .name = "cpsv-no-law",
    .what = "A public service names neither law nor rule.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "  cv:hasLegalResource <https://lovdata.no/eli/lov/1994/06/03/15> ;\n  cpsv:follows "
            "<https://data.referansetjenesten.test/regel/innsyn> ;\n",
    .to = "",
    .checks = "legal.legislation.public-service" },
  { .name = "concession-literal",
    .what = "The legal ground of a concession is a text.",
    SV_MORE_SERVICES("<https://data.referansetjenesten.test/konsesjon> a "
                     "cv:ServiceConcessionContract ; cv:establishedUnder \"loven\""),
    .checks = "legal.legislation.concession semantic.profile.cpsv-ap-no" },
  { .name = "old-dcatno",
    .what = "A property of the old profile is used.",
    SV_MORE_DATA("@prefix difi: <http://difi.no/dcatno#> .\n"
                 "<https://data.referansetjenesten.test/datasett/enheter> difi:objective "
                 "\"Formål\"@nb"),
    .checks = "legal.legislation.old-terms semantic.rdf.namespaces-known" },
  { .name = "cost-no-currency",
    .what = "A fee has no currency.",
    SV_MORE_SERVICES("<https://data.referansetjenesten.test/tjeneste/sok-etter-enhet> cv:hasCost "
                     "<https://data.referansetjenesten.test/gebyr> .\n"
                     "<https://data.referansetjenesten.test/gebyr> a cv:Cost ; dct:identifier "
                     "\"https://data.referansetjenesten.test/gebyr\" ; cv:hasValue "
                     "\"100\"^^xsd:double"),
    .checks = "legal.fees.cost" },
};

SV_BREAK_TABLE(sv_breaks_law, rows);
