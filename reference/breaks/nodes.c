// SPDX-License-Identifier: Apache-2.0
/* Breaks that add a node with one fault to a description: one for each check that our own shapes
 * answer alone and no other break is about. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "wrong-dcat-series-texts",
    .what = "Something is added to a description that dcat: series-texts must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/a> a dcat:DatasetSeries; dct:title \"A\"@nb "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "legal.legislation.series organisational.catalogue.complete "
              "semantic.code-list.data-theme semantic.dcat.series semantic.dcat.series-texts" },
  { .name = "wrong-dcat-service-title",
    .what = "Something is added to a description that dcat: service-title must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/tjenester/enhets-api> dct:title \"A\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.service-title" },
  { .name = "wrong-dcat-service-description",
    .what = "Something is added to a description that dcat: service-description must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/a> a dcat:DataService "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "legal.legislation.service organisational.catalogue.complete "
              "organisational.contact.service organisational.lifecycle.availability-stated "
              "organisational.publisher.service semantic.dcat.keyword-each "
              "semantic.dcat.service-conforms-to semantic.dcat.service-datasets "
              "semantic.dcat.service-description semantic.dcat.service-endpoint "
              "semantic.dcat.service-title" },
  { .name = "wrong-dcat-service-conforms-to",
    .what = "Something is added to a description that dcat: service-conforms-to must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/tjenester/enhets-api> dct:conformsTo \"OpenAPI\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.service-conforms-to" },
  { .name = "wrong-dcat-service-datasets",
    .what = "Something is added to a description that dcat: service-datasets must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/tjenester/enhets-api> dcat:servesDataset \"alle\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.service-datasets" },
  { .name = "wrong-dcat-dataset-offer",
    .what = "Something is added to a description that dcat: dataset-offer must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/d> a dcat:Dataset "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "legal.access.stated legal.legislation.dataset "
              "organisational.catalogue.complete organisational.catalogue.metadata-quality "
              "organisational.contact.dataset organisational.publisher.dataset "
              "semantic.code-list.data-theme semantic.code-list.los "
              "semantic.code-list.provenance semantic.dcat.dataset-description "
              "semantic.dcat.dataset-offer semantic.dcat.dataset-theme "
              "semantic.dcat.dataset-title semantic.dcat.keyword-each "
              "semantic.quality.findable" },
  { .name = "wrong-dcat-byte-size",
    .what = "Something is added to a description that dcat: byte-size must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/distribusjon/enheter-csv> dcat:byteSize "
          "\"5\"^^xsd:decimal .\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.byte-size semantic.dcat.byte-size-real" },
  { .name = "wrong-dcat-record",
    .what = "Something is added to a description that dcat: record must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/a> a dcat:CatalogRecord; foaf:primaryTopic "
          "<https://data.referansetjenesten.test/brudd/d> "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.record semantic.iri.references semantic.profile.dcat-ap-no "
              "semantic.profile.dcat-ap-no-parts" },
  { .name = "wrong-dcat-time-period",
    .what = "Something is added to a description that dcat: time-period must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> dct:temporal \"2026\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.time-period" },
  { .name = "wrong-dcat-other-identifiers",
    .what = "Something is added to a description that dcat: other-identifiers must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> adms:identifier \"x\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.other-identifiers" },
  { .name = "wrong-dcat-relation",
    .what = "Something is added to a description that dcat: relation must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> dcat:qualifiedRelation "
          "<https://data.referansetjenesten.test/brudd/r> . "
          "<https://data.referansetjenesten.test/brudd/r> a dcat:Relationship; dcat:hadRole "
          "<https://data.referansetjenesten.test/brudd/o> "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.relation semantic.iri.references semantic.profile.dcat-ap-no" },
  { .name = "wrong-dcat-identifiers",
    .what = "Something is added to a description that dcat: identifiers must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> dct:identifier "
          "<https://data.referansetjenesten.test/brudd/x> "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.identifiers" },
  { .name = "wrong-dcat-standard",
    .what = "Something is added to a description that dcat: standard must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/s> a dct:Standard; dct:title \"A\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.standard" },
  { .name = "wrong-dcat-resolution",
    .what = "Something is added to a description that dcat: resolution must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> dcat:temporalResolution "
          "\"P1X\"^^xsd:duration .\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.resolution" },
  { .name = "wrong-dcat-pages",
    .what = "Something is added to a description that dcat: pages must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> foaf:page "
          "\"https://etat.example/\" .\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.pages" },
  { .name = "wrong-dcat-theme-scheme",
    .what = "Something is added to a description that dcat: theme-scheme must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/katalog> dcat:themeTaxonomy \"tema\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.theme-scheme semantic.profile.dcat-ap-no semantic.rdf.json-ld" },
  { .name = "wrong-dcat-quality-nodes",
    .what = "Something is added to a description that dcat: quality-nodes must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "@prefix dqv: <http://www.w3.org/ns/dqv#> "
          ".\n<https://data.referansetjenesten.test/datasett/enheter> dqv:hasQualityAnnotation "
          "\"god\" .\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.quality-nodes semantic.quality.dimension" },
  { .name = "wrong-dcat-sample",
    .what = "Something is added to a description that dcat: sample must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> adms:sample \"x\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.sample" },
  { .name = "wrong-dcat-provenance",
    .what = "Something is added to a description that dcat: provenance must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> dct:provenance \"herfra\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.dcat.provenance" },
  { .name = "wrong-code-list-compression",
    .what = "Something is added to a description that code-list: compression must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/distribusjon/enheter-csv> dcat:compressFormat "
          "\"gzip\" .\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.code-list.compression" },
  { .name = "wrong-code-list-dataset-type",
    .what = "Something is added to a description that code-list: dataset-type must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> dct:type \"kodeliste\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.code-list.dataset-type" },
  { .name = "wrong-code-list-provenance",
    .what = "Something is added to a description that code-list: provenance must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "<https://data.referansetjenesten.test/datasett/enheter> prov:wasGeneratedBy \"vedtak\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.code-list.provenance" },
  { .name = "wrong-dcat-cost",
    .what = "Something is added to a description that dcat: cost must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "@prefix cv: <http://data.europa.eu/m8g/> "
          ".\n<https://data.referansetjenesten.test/datasett/enheter> cv:hasCost \"gratis\" "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "legal.fees.cost semantic.dcat.cost" },
  { .name = "wrong-cpsv-output-type",
    .what = "Something is added to a description that cpsv: output-type must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "<https://data.referansetjenesten.test/resultat/opplysninger> dct:type \"vedtak\" "
          ".\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "semantic.cpsv.output-type semantic.cpsv.output-type-known" },
  { .name = "wrong-cpsv-sector",
    .what = "Something is added to a description that cpsv: sector must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "<https://data.referansetjenesten.test/tjeneste/sok-etter-enhet> cv:sector "
          "\"forvaltning\" .\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "semantic.cpsv.sector" },
  { .name = "wrong-cpsv-event",
    .what = "Something is added to a description that cpsv: event must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/v> a cv:BusinessEvent; dct:identifier \"x\" "
          ".\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "organisational.life-event.services semantic.cpsv.event "
              "semantic.cpsv.event-services" },
  { .name = "wrong-cpsv-event-type",
    .what = "Something is added to a description that cpsv: event-type must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/v> a cv:LifeEvent; dct:type \"fødsel\" "
          ".\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "organisational.life-event.named organisational.life-event.national "
              "organisational.life-event.services organisational.life-event.type "
              "semantic.cpsv.event semantic.cpsv.event-services semantic.cpsv.event-type "
              "semantic.cpsv.event-type-known" },
  { .name = "wrong-cpsv-evidence-type",
    .what = "Something is added to a description that cpsv: evidence-type must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "<https://data.referansetjenesten.test/dokumentasjon/organisasjonsnummer> dct:type "
          "\"attest\" .\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "semantic.cpsv.evidence-type semantic.cpsv.evidence-type-known" },
  { .name = "wrong-cpsv-rules",
    .what = "Something is added to a description that cpsv: rules must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/r> a cpsv:Rule; dct:title \"A\" "
          ".\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "legal.legislation.rule semantic.cpsv.rules" },
  { .name = "wrong-cpsv-opening-hours",
    .what = "Something is added to a description that cpsv: opening-hours must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "@prefix time: <http://www.w3.org/2006/time#> "
          ".\n<https://data.referansetjenesten.test/brudd/d> a time:DateTimeDescription; "
          "time:dayOfWeek \"mandag\" .\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "semantic.cpsv.opening-hours" },
  { .name = "wrong-cpsv-catalogue",
    .what = "Something is added to a description that cpsv: catalogue must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "<https://data.referansetjenesten.test/brudd/k> a dcat:Catalog; dct:identifier \"x\" "
          ".\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "organisational.catalogue.services semantic.cpsv.catalogue" },
  { .name = "wrong-cpsv-postal-code",
    .what = "Something is added to a description that cpsv: postal-code must notice.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .to = "@prefix locn: <http://www.w3.org/ns/locn#> "
          ".\n<https://data.referansetjenesten.test/brudd/a> a locn:Address; locn:postCode "
          "\"0152\", \"0153\" .\n<https://data.referansetjenesten.test/tjenestekatalog> a ",
    .checks = "semantic.cpsv.postal-code" },
  { .name = "wrong-quality-annotation",
    .what = "Something is added to a description that quality: annotation must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "@prefix dqv: <http://www.w3.org/ns/dqv#> "
          ".\n<https://data.referansetjenesten.test/brudd/q> a dqv:QualityAnnotation "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.quality.annotation semantic.quality.annotation-motivation "
              "semantic.quality.dimension" },
  { .name = "wrong-quality-measurement",
    .what = "Something is added to a description that quality: measurement must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "@prefix dqv: <http://www.w3.org/ns/dqv#> "
          ".\n<https://data.referansetjenesten.test/brudd/q> a dqv:QualityMeasurement "
          ".\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.quality.dimension semantic.quality.measurement "
              "semantic.quality.published-results" },
  { .name = "wrong-quality-dimension",
    .what = "Something is added to a description that quality: dimension must notice.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/katalog> a ",
    .to = "@prefix dqv: <http://www.w3.org/ns/dqv#> "
          ".\n<https://data.referansetjenesten.test/brudd/q> a dqv:QualityAnnotation; "
          "dqv:inDimension \"nøyaktighet\" .\n<https://data.referansetjenesten.test/katalog> a ",
    .checks = "semantic.quality.annotation semantic.quality.annotation-motivation "
              "semantic.quality.dimension" },
  { .name = "wrong-code-list-media-type",
    .what = "The media type of a distribution is a text.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv>",
    .to = "dcat:mediaType \"text/csv\"",
    .checks = "semantic.code-list.media-type" },
  { .name = "wrong-code-list-language",
    .what = "The language of a catalogue is in no list.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "language/NNO>",
    .to = "language/NYNORSK>",
    .checks = "semantic.code-list.language" },
  { .name = "rdf-class-namespace",
    .what = "The prefix of the classes has lost the last character of its namespace.",
    .kind = SV_EDIT,
    .where = "modeller.ttl",
    .from = "@prefix modelldcatno: <https://data.norge.no/vocabulary/modelldcatno#> .",
    .to = "@prefix modelldcatno: <https://data.norge.no/vocabulary/modelldcatno/> .",
    .checks = "semantic.model.catalogue semantic.model.information-model "
              "semantic.model.stable semantic.profile.modelldcat-ap-no semantic.rdf.focus "
              "semantic.rdf.namespaces" },
};

SV_BREAK_TABLE(sv_breaks_nodes, rows);
