// SPDX-License-Identifier: Apache-2.0
/* Breaks that add a node with one fault to a description: one for each check that our own shapes
 * answer alone and no other break is about. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "wrong-dcat-series-texts",
    .what = "Something is added to a description that dcat: series-texts must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/brudd/a> a dcat:DatasetSeries; dct:title "
               "\"A\"@nb"),
    .checks = "legal.legislation.series organisational.catalogue.complete "
              "semantic.code-list.data-theme semantic.dcat.series semantic.dcat.series-texts" },
  { .name = "wrong-dcat-service-title",
    .what = "Something is added to a description that dcat: service-title must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/tjenester/enhets-api> dct:title \"A\""),
    .checks = "semantic.dcat.service-title" },
  { .name = "wrong-dcat-service-description",
    .what = "Something is added to a description that dcat: service-description must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/brudd/a> a dcat:DataService"),
    .checks = "legal.legislation.service organisational.catalogue.complete "
              "organisational.contact.service organisational.lifecycle.availability-stated "
              "organisational.publisher.service semantic.dcat.keyword-each "
              "semantic.dcat.service-conforms-to semantic.dcat.service-datasets "
              "semantic.dcat.service-description semantic.dcat.service-endpoint "
              "semantic.dcat.service-title" },
  { .name = "wrong-dcat-service-conforms-to",
    .what = "Something is added to a description that dcat: service-conforms-to must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/tjenester/enhets-api> dct:conformsTo "
               "\"OpenAPI\""),
    .checks = "semantic.dcat.service-conforms-to" },
  { .name = "wrong-dcat-service-datasets",
    .what = "Something is added to a description that dcat: service-datasets must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/tjenester/enhets-api> dcat:servesDataset "
               "\"alle\""),
    .checks = "semantic.dcat.service-datasets" },
  { .name = "wrong-dcat-dataset-offer",
    .what = "Something is added to a description that dcat: dataset-offer must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/brudd/d> a dcat:Dataset"),
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
    SV_IN_DATA("<https://data.referansetjenesten.test/distribusjon/enheter-csv> dcat:byteSize "
               "\"5\"^^xsd:decimal"),
    .checks = "semantic.dcat.byte-size semantic.dcat.byte-size-real" },
  { .name = "wrong-dcat-record",
    .what = "Something is added to a description that dcat: record must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/brudd/a> a dcat:CatalogRecord; "
               "foaf:primaryTopic <https://data.referansetjenesten.test/brudd/d>"),
    .checks = "semantic.dcat.record semantic.iri.references semantic.profile.dcat-ap-no "
              "semantic.profile.dcat-ap-no-parts" },
  { .name = "wrong-dcat-time-period",
    .what = "Something is added to a description that dcat: time-period must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> dct:temporal \"2026\""),
    .checks = "semantic.dcat.time-period" },
  { .name = "wrong-dcat-other-identifiers",
    .what = "Something is added to a description that dcat: other-identifiers must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> adms:identifier \"x\""),
    .checks = "semantic.dcat.other-identifiers" },
  { .name = "wrong-dcat-relation",
    .what = "Something is added to a description that dcat: relation must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> dcat:qualifiedRelation "
               "<https://data.referansetjenesten.test/brudd/r> . "
               "<https://data.referansetjenesten.test/brudd/r> a dcat:Relationship; dcat:hadRole "
               "<https://data.referansetjenesten.test/brudd/o>"),
    .checks = "semantic.dcat.relation semantic.iri.references semantic.profile.dcat-ap-no" },
  { .name = "wrong-dcat-identifiers",
    .what = "Something is added to a description that dcat: identifiers must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> dct:identifier "
               "<https://data.referansetjenesten.test/brudd/x>"),
    .checks = "semantic.dcat.identifiers" },
  { .name = "wrong-dcat-standard",
    .what = "Something is added to a description that dcat: standard must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/brudd/s> a dct:Standard; dct:title \"A\""),
    .checks = "semantic.dcat.standard" },
  { .name = "wrong-dcat-resolution",
    .what = "Something is added to a description that dcat: resolution must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> dcat:temporalResolution "
               "\"P1X\"^^xsd:duration"),
    .checks = "semantic.dcat.resolution" },
  { .name = "wrong-dcat-pages",
    .what = "Something is added to a description that dcat: pages must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> foaf:page "
               "\"https://etat.example/\""),
    .checks = "semantic.dcat.pages" },
  { .name = "wrong-dcat-theme-scheme",
    .what = "Something is added to a description that dcat: theme-scheme must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/katalog> dcat:themeTaxonomy \"tema\""),
    .checks = "semantic.dcat.theme-scheme semantic.profile.dcat-ap-no semantic.rdf.json-ld" },
  { .name = "wrong-dcat-quality-nodes",
    .what = "Something is added to a description that dcat: quality-nodes must notice.",
    SV_IN_DATA("@prefix dqv: <http://www.w3.org/ns/dqv#> .\n"
               "<https://data.referansetjenesten.test/datasett/enheter> dqv:hasQualityAnnotation "
               "\"god\""),
    .checks = "semantic.dcat.quality-nodes semantic.quality.dimension" },
  { .name = "wrong-dcat-sample",
    .what = "Something is added to a description that dcat: sample must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> adms:sample \"x\""),
    .checks = "semantic.dcat.sample" },
  { .name = "wrong-dcat-provenance",
    .what = "Something is added to a description that dcat: provenance must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> dct:provenance \"herfra\""),
    .checks = "semantic.dcat.provenance" },
  { .name = "wrong-code-list-compression",
    .what = "Something is added to a description that code-list: compression must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/distribusjon/enheter-csv> "
               "dcat:compressFormat \"gzip\""),
    .checks = "semantic.code-list.compression" },
  { .name = "wrong-code-list-dataset-type",
    .what = "Something is added to a description that code-list: dataset-type must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> dct:type \"kodeliste\""),
    .checks = "semantic.code-list.dataset-type" },
  { .name = "wrong-code-list-provenance",
    .what = "Something is added to a description that code-list: provenance must notice.",
    SV_IN_DATA("<https://data.referansetjenesten.test/datasett/enheter> prov:wasGeneratedBy "
               "\"vedtak\""),
    .checks = "semantic.code-list.provenance" },
  { .name = "wrong-dcat-cost",
    .what = "Something is added to a description that dcat: cost must notice.",
    SV_IN_DATA("@prefix cv: <http://data.europa.eu/m8g/> .\n"
               "<https://data.referansetjenesten.test/datasett/enheter> cv:hasCost \"gratis\""),
    .checks = "legal.fees.cost semantic.dcat.cost" },
  { .name = "wrong-cpsv-output-type",
    .what = "Something is added to a description that cpsv: output-type must notice.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/resultat/opplysninger> dct:type "
                   "\"vedtak\""),
    .checks = "semantic.cpsv.output-type semantic.cpsv.output-type-known" },
  { .name = "wrong-cpsv-sector",
    .what = "Something is added to a description that cpsv: sector must notice.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/tjeneste/sok-etter-enhet> cv:sector "
                   "\"forvaltning\""),
    .checks = "semantic.cpsv.sector" },
  { .name = "wrong-cpsv-event",
    .what = "Something is added to a description that cpsv: event must notice.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/brudd/v> a cv:BusinessEvent; "
                   "dct:identifier \"x\""),
    .checks = "organisational.life-event.services semantic.cpsv.event "
              "semantic.cpsv.event-services" },
  { .name = "wrong-cpsv-event-type",
    .what = "Something is added to a description that cpsv: event-type must notice.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/brudd/v> a cv:LifeEvent; dct:type "
                   "\"fødsel\""),
    .checks = "organisational.life-event.named organisational.life-event.national "
              "organisational.life-event.services organisational.life-event.type "
              "semantic.cpsv.event semantic.cpsv.event-services semantic.cpsv.event-type "
              "semantic.cpsv.event-type-known" },
  { .name = "wrong-cpsv-evidence-type",
    .what = "Something is added to a description that cpsv: evidence-type must notice.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/dokumentasjon/organisasjonsnummer> "
                   "dct:type \"attest\""),
    .checks = "semantic.cpsv.evidence-type semantic.cpsv.evidence-type-known" },
  { .name = "wrong-cpsv-rules",
    .what = "Something is added to a description that cpsv: rules must notice.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/brudd/r> a cpsv:Rule; dct:title \"A\""),
    .checks = "legal.legislation.rule semantic.cpsv.rules" },
  { .name = "wrong-cpsv-opening-hours",
    .what = "Something is added to a description that cpsv: opening-hours must notice.",
    SV_IN_SERVICES("@prefix time: <http://www.w3.org/2006/time#> .\n"
                   "<https://data.referansetjenesten.test/brudd/d> a time:DateTimeDescription; "
                   "time:dayOfWeek \"mandag\""),
    .checks = "semantic.cpsv.opening-hours" },
  { .name = "wrong-cpsv-catalogue",
    .what = "Something is added to a description that cpsv: catalogue must notice.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/brudd/k> a dcat:Catalog; dct:identifier "
                   "\"x\""),
    .checks = "organisational.catalogue.services semantic.cpsv.catalogue" },
  { .name = "wrong-cpsv-postal-code",
    .what = "Something is added to a description that cpsv: postal-code must notice.",
    SV_IN_SERVICES("@prefix locn: <http://www.w3.org/ns/locn#> .\n"
                   "<https://data.referansetjenesten.test/brudd/a> a locn:Address; locn:postCode "
                   "\"0152\", \"0153\""),
    .checks = "semantic.cpsv.postal-code" },
  { .name = "wrong-quality-annotation",
    .what = "Something is added to a description that quality: annotation must notice.",
    SV_IN_DATA("@prefix dqv: <http://www.w3.org/ns/dqv#> .\n"
               "<https://data.referansetjenesten.test/brudd/q> a dqv:QualityAnnotation"),
    .checks = "semantic.quality.annotation semantic.quality.annotation-motivation "
              "semantic.quality.dimension" },
  { .name = "wrong-quality-measurement",
    .what = "Something is added to a description that quality: measurement must notice.",
    SV_IN_DATA("@prefix dqv: <http://www.w3.org/ns/dqv#> .\n"
               "<https://data.referansetjenesten.test/brudd/q> a dqv:QualityMeasurement"),
    .checks = "semantic.quality.dimension semantic.quality.measurement "
              "semantic.quality.published-results" },
  { .name = "wrong-quality-dimension",
    .what = "Something is added to a description that quality: dimension must notice.",
    SV_IN_DATA("@prefix dqv: <http://www.w3.org/ns/dqv#> .\n"
               "<https://data.referansetjenesten.test/brudd/q> a dqv:QualityAnnotation; "
               "dqv:inDimension \"nøyaktighet\""),
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
