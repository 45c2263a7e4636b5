// SPDX-License-Identifier: Apache-2.0
/* Breaks of the description of the data and the files it leads to: order, codes, formats. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "download-dead",
    .what = "A download link leads nowhere.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:downloadURL <{{base}}/v1/enheter.csv>",
    .to = "dcat:downloadURL <{{base}}/filer/enheter.csv>",
    .checks = "legal.access.open organisational.catalogue.data-answers semantic.dcat.download" },
  { .name = "download-is-page",
    .what = "A download link leads to a page.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:downloadURL <{{base}}/v1/enheter.csv>",
    .to = "dcat:downloadURL <{{base}}/dokumentasjon>",
    .checks = "semantic.code-list.real-format semantic.dcat.download-page "
              "semantic.payload.csv" },
  { .name = "checksum-wrong",
    .what = "The checksum of a file is that of another.",
    SV_IN_DATA("@prefix spdx: <http://spdx.org/rdf/terms#> .\n"
               "<https://data.referansetjenesten.test/distribusjon/enheter-csv> spdx:checksum "
               "<https://data.referansetjenesten.test/brudd/s> .\n"
               "<https://data.referansetjenesten.test/brudd/s> a spdx:Checksum; spdx:algorithm "
               "spdx:checksumAlgorithm_sha256; spdx:checksumValue "
               "\"0000000000000000000000000000000000000000000000000000000000000000\"^^xsd:"
               "hexBinary"),
    .checks = "semantic.dcat.checksum" },
  { .name = "series-of-one",
    .what = "A series has one member.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> dcat:inSeries "
               "<https://data.referansetjenesten.test/brudd/serie> .\n"
               "<https://data.referansetjenesten.test/brudd/serie> a dcat:DatasetSeries; "
               "dct:title \"A\"@nb; dct:description \"A\"@nb; dct:publisher "
               "<https://data.brreg.no/enhetsregisteret/api/enheter/{{orgnr}}>; dcat:contactPoint "
               "<https://data.referansetjenesten.test/kontakt/data>; dcat:theme "
               "<http://publications.europa.eu/resource/authority/data-theme/GOVE>; "
               "dcatap:applicableLegislation <https://lovdata.no/eli/lov/1994/06/03/15>"),
    .checks = "organisational.catalogue.complete semantic.dcat.series" },
  { .name = "inverse-alone",
    .what = "An inverse property stands alone.",
    SV_IN_DATA("<https://data.referansetjenesten.test/distribusjon/enheter-csv> "
               "dcat:isDistributionOf <https://data.referansetjenesten.test/datasett/hendelser>"),
    .checks = "semantic.dcat.inverse" },
  { .name = "dataset-old-version",
    .what = "A data set states its version with the old property.",
    SV_IN_DATA("@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
               "<https://data.referansetjenesten.test/datasett/enheter> owl:versionInfo \"1\""),
    .checks = "organisational.lifecycle.version semantic.dcat.dropped" },
  { .name = "dataset-own-source",
    .what = "A data set is made from itself.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> dct:source "
               "<https://data.referansetjenesten.test/datasett/enheter>"),
    .checks = "semantic.dcat.sources" },
  { .name = "catalogue-emptied",
    .what = "The data sets are described as something else.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = " a dcat:Dataset ;",
    .to = " a foaf:Document ;",
    .checks = "semantic.dcat.service-datasets semantic.dcat.still-there" },
  { .name = "service-no-model",
    .what = "A data service names no model.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:conformsTo <https://spec.openapis.org/oas/v3.1.0>, "
            "<https://data.referansetjenesten.test/modell/enhet>",
    .to = "dct:conformsTo <{{base}}/dokumentasjon>",
    .checks = "semantic.dcat.follows-model" },
  { .name = "file-is-page",
    .what = "A page comes in place of a file.",
    .kind = SV_FILL,
    .where = "/v1/enheter.csv 200",
    .to = "<!doctype html><title>Feil</title><p>Noe gikk galt.",
    .checks = "semantic.code-list.real-format semantic.dcat.download-page" },
  { .name = "data-as-documents",
    .what = "Data is said to come as PDF only.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "file-type/JSON>",
    .to = "file-type/PDF>",
    .checks = "cross.catalogue.format legal.reuse.state-body semantic.code-list.format-media "
              "semantic.code-list.open-format semantic.code-list.real-format" },
  { .name = "page-is-document",
    .what = "The documentation is a document in a closed format.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "foaf:page <{{base}}/dokumentasjon>",
    .to = "foaf:page <{{base}}/dokumentasjon.doc>",
    .checks = "semantic.code-list.documents semantic.dcat.pages-answer" },
  { .name = "concept-two-languages",
    .what = "A term is in one language, its definition in another.",
    .kind = SV_EDIT,
    .where = "begreper.ttl",
    .from = "skos:definition \"organisasjon som er registrert med eget "
            "organisasjonsnummer\"@nb, \"organisasjon som er registrert med eige "
            "organisasjonsnummer\"@nn, \"organisation registered with a number of its own\"@en",
    .to = "skos:definition \"organisasjon som er registrert med eget organisasjonsnummer\"@da",
    .checks = "semantic.concept.language" },
  { .name = "concept-one-way",
    .what = "A relation between concepts is stated from one only.",
    SV_IN_TERMS("@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .\n"
                "<https://data.referansetjenesten.test/begreper/postnummer> xkos:isPartOf "
                "<https://data.referansetjenesten.test/begreper/forretningsadresse>"),
    .checks = "semantic.concept.relations" },
  { .name = "model-without-concepts",
    .what = "The parts of the model refer to no concepts.",
    .kind = SV_EDIT,
    .where = "modeller.ttl",
    .from = "dct:subject <",
    .to = "dct:relation <",
    .checks = "semantic.model.concepts" },
  { .name = "model-facets-contradict",
    .what = "The facets of a type contradict each other.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/modell/enhet/Tekst> xsd:minLength "
                 "\"9\"^^xsd:nonNegativeInteger; xsd:maxLength \"2\"^^xsd:nonNegativeInteger"),
    .checks = "semantic.model.facets" },
  { .name = "level-empty",
    .what = "A level of a classification has no category.",
    SV_IN_TERMS("@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .\n"
                "<https://data.referansetjenesten.test/brudd/n> a xkos:ClassificationLevel; "
                "xkos:depth \"1\"^^xsd:positiveInteger"),
    .checks = "semantic.classification.category semantic.classification.levels" },
  { .name = "dataset-no-period",
    .what = "A data set states no period.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = " ;\n  dct:temporal <https://data.referansetjenesten.test/tidsrom/hendelser>",
    .to = "",
    .checks = "semantic.quality.findable" },
  { .name = "measurement-without-value",
    .what = "A published measurement has no value.",
    SV_IN_DATA("@prefix dqv: <http://www.w3.org/ns/dqv#> .\n"
               "<https://data.referansetjenesten.test/brudd/q> a dqv:QualityMeasurement; "
               "dqv:isMeasurementOf <https://data.referansetjenesten.test/brudd/m>; "
               "dqv:computedOn <https://data.referansetjenesten.test/datasett/enheter>; "
               "dqv:inDimension <https://data.norge.no/vocabulary/dqvno#accuracy>"),
    .checks = "semantic.iri.references semantic.quality.dimension "
              "semantic.quality.published-results" },
};

SV_BREAK_TABLE(sv_breaks_data, rows);
