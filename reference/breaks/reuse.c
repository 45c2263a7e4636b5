// SPDX-License-Identifier: Apache-2.0
/* Breaks of what the law asks of open data: high value, reuse, privacy, the record of processing.
 */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "high-value-no-category",
    .what = "A data set of high value states no category.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> "
               "dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj>"),
    .checks = "legal.high-value.dataset legal.high-value.parts" },
  { .name = "high-value-no-documentation",
    .what = "A service for data of high value has no documentation page.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "foaf:page <{{base}}/dokumentasjon>, <{{base}}/tjenesteniva>",
    .to = "dcatap:hvdCategory <http://data.europa.eu/bna/c_164e0bf5>",
    .checks = "legal.high-value.service" },
  { .name = "high-value-part-silent",
    .what = "A series with data of high value does not cite the regulation.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/hendelser> dcatap:hvdCategory "
               "<http://data.europa.eu/bna/c_164e0bf5>; dcatap:applicableLegislation "
               "<http://data.europa.eu/eli/reg_impl/2023/138/oj>"),
    .checks = "legal.high-value.parts legal.high-value.service" },
  { .name = "municipality-lacks-licence",
    .what = "A municipality publishes open data and says nothing of it.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:type <http://purl.org/adms/publishertype/NationalAuthority> .",
    .to = "dct:type <http://purl.org/adms/publishertype/LocalAuthority> "
          ".\n<https://data.referansetjenesten.test/brudd/d> a dcat:Dataset; "
          "dct:accessRights "
          "<http://publications.europa.eu/resource/authority/access-right/PUBLIC> .",
    .checks = "legal.legislation.dataset legal.reuse.described legal.reuse.other-body "
              "organisational.catalogue.complete organisational.catalogue.metadata-quality "
              "organisational.contact.dataset organisational.publisher.dataset "
              "semantic.code-list.data-theme semantic.code-list.los "
              "semantic.code-list.provenance semantic.dcat.dataset-description "
              "semantic.dcat.dataset-offer semantic.dcat.dataset-theme "
              "semantic.dcat.dataset-title semantic.dcat.keyword-each "
              "semantic.quality.findable" },
  { .name = "catalogue-no-nynorsk",
    .what = "The catalogue has no text in nynorsk.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "\"@nn",
    .to = "\"@da",
    .checks = "legal.reuse.both-forms" },
  { .name = "version-2-no-rule",
    .what = "A catalogue of version 2.2 has closed data and no rule that says why.",
    SV_IN_DATA("<https://data.referansetjenesten.test/katalog> dct:conformsTo "
               "<https://data.norge.no/specification/dcat-ap-no/v2> .\n"
               "<https://data.referansetjenesten.test/brudd/d> a dcat:Dataset; dct:accessRights "
               "<http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC>"),
    .checks = "legal.legislation.dataset legal.reuse.hiding-rules "
              "organisational.catalogue.complete organisational.catalogue.metadata-quality "
              "organisational.contact.dataset organisational.contact.dataset-stated "
              "organisational.publisher.dataset "
              "semantic.code-list.data-theme semantic.code-list.los "
              "semantic.code-list.provenance semantic.dcat.dataset-description "
              "semantic.dcat.dataset-offer semantic.dcat.dataset-theme "
              "semantic.dcat.dataset-title semantic.dcat.keyword-each "
              "semantic.quality.findable" },
  { .name = "law-not-found",
    .what = "The law that a data set cites is not at its address.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> "
               "dcatap:applicableLegislation <{{base}}/lov/borte>"),
    .checks = "legal.reuse.law-found" },
  { .name = "file-identity-number",
    .what = "A file that anybody can fetch holds the form of a birth number.",
    .kind = SV_BODY,
    .where = "/v1/enheter.csv 200",
    .from = "AS;",
    .to = "31123999935;",
    .checks = "legal.privacy.open-data" },
  { .name = "file-private-mail",
    .what = "A file that anybody can fetch holds mail addresses of persons.",
    .kind = SV_BODY,
    .where = "/v1/enheter.csv 200",
    .from = ";AS;",
    .to = "@gmail.com;AS;",
    .checks = "legal.privacy.open-traces" },
  { .name = "privacy-unknown-term",
    .what = "A term of the privacy vocabulary does not exist.",
    SV_IN_DATA("@prefix dpv: <https://w3id.org/dpv#> .\n"
               "<https://data.referansetjenesten.test/datasett/enheter> dpv:hasAim \"Drift\"@nb"),
    .checks = "legal.privacy.vocabulary semantic.rdf.namespaces-known" },
  { .name = "record-has-gap",
    .what = "An approved activity in the record of processing names no recipients.",
    .kind = SV_EDIT,
    .where = "eksempler/protokoll.csv",
    .from = ";Ingen;",
    .to = ";;",
    .checks = "legal.privacy.record" },
};

SV_BREAK_TABLE(sv_breaks_reuse, rows);
