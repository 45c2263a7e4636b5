// SPDX-License-Identifier: Apache-2.0
/* Breaks of descriptions that a rule only warns of, or that no table of a profile tells: one for
 * each such branch that has a check of its own. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "dataset-description-is-title",
    .what = "The description of a data set is its title.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:description \"Endringer i registeret i den rekkefølgen de skjedde, som "
            "CloudEvents.\"@nb",
    .to = "dct:description \"Hendelser\"@nb",
    .checks = "semantic.dcat.dataset-description-words" },
  { .name = "service-endpoint-http",
    .what = "The endpoint URL of a data service has http.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:endpointURL <{{base}}/v1>",
    .to = "dcat:endpointURL <http://api.referansetjenesten.test/v1>",
    .checks = "cross.catalogue.address cross.certificate.host "
              "organisational.publisher.environment-else "
              "semantic.dcat.service-endpoint-secure" },
  { .name = "distribution-address-urn",
    .what = "The access URL of a distribution is a name that nothing opens.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:accessURL <{{base}}/v1/hendelser>",
    .to = "dcat:accessURL <urn:hendelser>",
    .checks = "semantic.dcat.distribution-address-web" },
  { .name = "distribution-not-described",
    .what = "A data set refers to a distribution that is not described.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:distribution "
            "<https://data.referansetjenesten.test/distribusjon/hendelser-json> .",
    .to = "dcat:distribution <https://data.referansetjenesten.test/distribusjon/hendelser-json>, "
          "<https://data.referansetjenesten.test/distribusjon/borte> .",
    .checks = "semantic.dcat.distribution-described semantic.iri.references" },
  { .name = "date-without-zone",
    .what = "A moment in the catalogue has no time zone.",
    SV_IN_DATA("<https://data.referansetjenesten.test/brudd/t> a dct:PeriodOfTime ; "
               "dcat:startDate \"2026-01-01T00:00:00\"^^xsd:dateTime"),
    .checks = "semantic.dcat.date-zone" },
  { .name = "period-without-bounds",
    .what = "A period of time has neither beginning nor end.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.referansetjenesten.test/tidsrom/hendelser> a dct:PeriodOfTime ;\n  "
            "dcat:startDate \"2026-02-01\"^^xsd:date .",
    .to = "<https://data.referansetjenesten.test/tidsrom/hendelser> a dct:PeriodOfTime .",
    .checks = "semantic.dcat.time-period-bounds" },
  { .name = "identifier-of-another",
    .what = "Two data sets have the same identifier.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:identifier \"https://data.referansetjenesten.test/datasett/hendelser\"",
    .to = "dct:identifier \"https://data.referansetjenesten.test/datasett/enheter\"",
    .checks = "semantic.dcat.identifiers-apart" },
  { .name = "keywords-in-one",
    .what = "Two keywords are written in one.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:keyword \"hendelser\"@nb",
    .to = "dcat:keyword \"hendelser, endringer\"@nb",
    .checks = "semantic.dcat.keyword-each" },
  { .name = "service-description-page",
    .what = "The endpoint description of a data service is a page for people.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:endpointDescription <{{base}}/openapi.json>",
    .to = "dcat:endpointDescription <{{base}}/dokumentasjon>",
    .checks = "organisational.catalogue.api semantic.dcat.service-description-answers" },
  { .name = "catalogue-page-gone",
    .what = "A page that the catalogue names is not there.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "foaf:page <{{base}}/dokumentasjon>, <{{base}}/tjenesteniva>",
    .to = "foaf:page <{{base}}/dokumentasjon>, <{{base}}/tjenesteniva>, <{{base}}/borte>",
    .checks = "semantic.dcat.pages-answer" },
  { .name = "byte-size-wrong",
    .what = "The catalogue states another size than the file has.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:downloadURL <{{base}}/v1/enheter.csv> ;",
    .to = "dcat:downloadURL <{{base}}/v1/enheter.csv> ;\n  dcat:byteSize "
          "\"7\"^^xsd:nonNegativeInteger ;",
    .checks = "semantic.dcat.byte-size-real" },
  { .name = "data-theme-https",
    .what = "A theme of the EU stands a second time, with https.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:theme <http://publications.europa.eu/resource/authority/data-theme/GOVE>, "
            "<https://psi.norge.no/los/tema/naringsliv> ;\n  dcat:keyword \"hendelser\"",
    .to = "dcat:theme <http://publications.europa.eu/resource/authority/data-theme/GOVE>, "
          "<https://publications.europa.eu/resource/authority/data-theme/GOVE>, "
          "<https://psi.norge.no/los/tema/naringsliv> ;\n  dcat:keyword \"hendelser\"",
    .checks = "semantic.code-list.data-theme-known semantic.iri.same-thing" },
  { .name = "media-type-private",
    .what = "A distribution has a media type that IANA has not registered.",
    SV_IN_DATA("<https://data.referansetjenesten.test/distribusjon/hendelser-json> dcat:mediaType "
               "<https://www.iana.org/assignments/media-types/application/x-hendelser>"),
    .checks = "semantic.code-list.format-media semantic.code-list.media-type-registered" },
  { .name = "geometry-without-datatype",
    .what = "A geometry has no datatype.",
    SV_IN_DATA("<https://data.referansetjenesten.test/brudd/sted> a dct:Location ; dcat:centroid "
               "\"POINT(10 60)\""),
    .checks = "semantic.payload.geometry-datatype" },
  { .name = "quality-note-motivation",
    .what = "A quality note is motivated by something else than assessing.",
    SV_IN_DATA("@prefix dqv: <http://www.w3.org/ns/dqv#> . @prefix oa: <http://www.w3.org/ns/oa#> "
               ".\n"
               "<https://data.referansetjenesten.test/brudd/q> a dqv:QualityAnnotation ; "
               "oa:motivatedBy oa:commenting ; dqv:inDimension "
               "<https://data.norge.no/vocabulary/quality-dimension#currentness>"),
    .checks = "semantic.quality.annotation-motivation semantic.quality.dimension" },
  { .name = "measurement-type",
    .what = "A measurement has another type than its metric expects.",
    SV_IN_DATA("@prefix dqv: <http://www.w3.org/ns/dqv#> .\n"
               "<https://data.referansetjenesten.test/brudd/q> a dqv:QualityMeasurement ; "
               "dqv:isMeasurementOf <https://data.referansetjenesten.test/brudd/m> ; "
               "dqv:computedOn <https://data.referansetjenesten.test/datasett/enheter> ; "
               "dqv:value \"5\" . <https://data.referansetjenesten.test/brudd/m> a dqv:Metric ; "
               "dqv:expectedDataType xsd:decimal ; dqv:inDimension "
               "<https://data.norge.no/vocabulary/quality-dimension#currentness> ; "
               "skos:definition \"andel\"@nb"),
    .checks = "semantic.quality.dimension semantic.quality.measurement" },
  { .name = "file-type-unknown",
    .what = "The format of a distribution has the address of the list, and is not in it.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:format <http://publications.europa.eu/resource/authority/file-type/CSV>",
    .to = "dct:format <http://publications.europa.eu/resource/authority/file-type/KSV>",
    .checks = "semantic.code-list.file-type" },
  { .name = "dataset-title-empty",
    .what = "The title of a data set is empty.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:title \"Hendelser\"@nb, \"Hendingar\"@nn",
    .to = "dct:title \" \"@nb, \"Hendingar\"@nn",
    .checks = "semantic.dcat.dataset-title" },
  { .name = "cpsv-produces",
    .what = "A service states its output with another property than the national one.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "cpsvno:hasPossibleOutput",
    .to = "cpsv:produces",
    .checks = "semantic.cpsv.output semantic.cpsv.output-property" },
  { .name = "cpsv-output-type-own",
    .what = "The type of an output is in no national list.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/resultat/opplysninger> dct:type "
                   "<https://data.referansetjenesten.test/type/opplysninger>"),
    .checks = "semantic.cpsv.output-type-known" },
  { .name = "cpsv-no-purpose",
    .what = "A public service does not state its main purpose.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "  dct:type <http://publications.europa.eu/resource/authority/main-activity/gen-pub> "
            ";\n",
    .to = "",
    .checks = "semantic.cpsv.purpose-stated" },
  { .name = "cpsv-event-alone",
    .what = "An event says nothing of the services it may trigger.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = " ;\n  cpsvno:mayTriggerNeedFor "
            "<https://data.referansetjenesten.test/tjeneste/sok-etter-enhet> .",
    .to = " .",
    .checks = "organisational.life-event.services semantic.cpsv.event-services" },
  { .name = "cpsv-event-type-own",
    .what = "The type of an event is in no national list.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/brudd/v> a cv:Event ; dct:identifier "
                   "\"v\" ; dct:title \"Flytte\"@nb, \"Flytte\"@nn ; cpsvno:mayTrigger "
                   "<https://data.referansetjenesten.test/tjeneste/sok-etter-enhet> ; dct:type "
                   "<https://data.referansetjenesten.test/type/flytting>"),
    .checks = "semantic.cpsv.event-type-known" },
  { .name = "cpsv-evidence-type-own",
    .what = "The type of evidence is in no national list.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "https://data.norge.no/vocabulary/evidence-type#declaration",
    .to = "https://data.referansetjenesten.test/type/erklaering",
    .checks = "semantic.cpsv.evidence-type-known" },
  { .name = "cpsv-validity-broken",
    .what = "The validity of evidence is no duration.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/dokumentasjon/organisasjonsnummer> "
                   "cpsvno:validityDuration \"30 dager\"^^xsd:duration"),
    .checks = "semantic.cpsv.durations semantic.cpsv.evidence" },
  { .name = "cpsv-title-twice",
    .what = "A service has two names in one language.",
    SV_IN_SERVICES("<https://data.referansetjenesten.test/tjeneste/sok-etter-enhet> dct:title "
                   "\"Finn enhet\"@nb"),
    .checks = "semantic.cpsv.service" },
  { .name = "concept-identifier-other",
    .what = "The identifier of a concept is another than its IRI.",
    .kind = SV_EDIT,
    .where = "begreper.ttl",
    .from = "dct:identifier \"https://data.referansetjenesten.test/begreper/melding\"^^xsd:anyURI",
    .to = "dct:identifier \"https://data.referansetjenesten.test/begrep/melding\"^^xsd:anyURI",
    .checks = "semantic.concept.own-name" },
  { .name = "concept-source-unrelated",
    .what = "A definition has a source, and does not say how it relates to it.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/brudd/d> a euvoc:XlNote ; rdf:value "
                "\"tekst\"@nb ; dct:source <https://lovdata.no/eli/lov/1994/06/03/15>"),
    .checks = "semantic.concept.source-stated" },
  { .name = "concept-audience-own",
    .what = "The audience of a definition is in no national list.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/brudd/d> a euvoc:XlNote ; rdf:value "
                "\"tekst\"@nb ; dct:audience <https://data.referansetjenesten.test/alle>"),
    .checks = "semantic.concept.audience-known semantic.iri.references" },
  { .name = "concept-retired-alone",
    .what = "A retired concept does not say what replaces it.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/brudd/c> a skos:Concept ; dct:identifier "
                "\"https://data.referansetjenesten.test/brudd/c\"^^xsd:anyURI ; skos:prefLabel "
                "\"foretak\"@nb, \"føretak\"@nn ; skos:definition \"enhet som driver noe\"@nb ; "
                "euvoc:status "
                "<http://publications.europa.eu/resource/authority/concept-status/RETIRED> ; "
                "dct:publisher <https://data.brreg.no/enhetsregisteret/api/enheter/{{orgnr}}> ; "
                "dcat:contactPoint <https://data.referansetjenesten.test/kontakt/begreper>"),
    .checks = "semantic.concept.status-replaced" },
  { .name = "category-code-twice",
    .what = "Two categories of a level have the same code.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/begreper/enhet> skos:notation \"1\" ; "
                "skos:inScheme <https://data.referansetjenesten.test/brudd/k> . "
                "<https://data.referansetjenesten.test/begreper/navn> skos:notation \"1\" ; "
                "skos:inScheme <https://data.referansetjenesten.test/brudd/k>"),
    .checks = "semantic.classification.category-codes" },
  { .name = "model-without-max",
    .what = "A property of a model does not state how often it may stand.",
    .kind = SV_EDIT,
    .where = "modeller.ttl",
    .from = "  modelldcatno:minOccurs \"0\"^^xsd:nonNegativeInteger ;\n  modelldcatno:maxOccurs "
            "\"1\"^^xsd:nonNegativeInteger .",
    .to = "  modelldcatno:minOccurs \"0\"^^xsd:nonNegativeInteger .",
    .checks = "semantic.model.multiplicity-stated" },
  { .name = "model-min-over-max",
    .what = "A property of a model must stand more often than it may.",
    .kind = SV_EDIT,
    .where = "modeller.ttl",
    .from = "  modelldcatno:minOccurs \"0\"^^xsd:nonNegativeInteger",
    .to = "  modelldcatno:minOccurs \"2\"^^xsd:nonNegativeInteger",
    .checks = "semantic.model.multiplicity semantic.model.stable" },
  { .name = "model-attribute-untyped",
    .what = "An attribute of a model says nothing of its values.",
    .kind = SV_EDIT,
    .where = "modeller.ttl",
    .from = "  modelldcatno:hasSimpleType "
            "<https://data.referansetjenesten.test/modell/enhet/Tekst> ;\n",
    .to = "",
    .checks = "semantic.model.attribute-type semantic.model.stable" },
  { .name = "model-code-unnamed",
    .what = "A code element has no label.",
    .kind = SV_EDIT,
    .where = "modeller.ttl",
    .from = "  skos:prefLabel \"Aksjeselskap\"@nb, \"Aksjeselskap\"@nn ;\n",
    .to = "",
    .checks = "semantic.model.code-label" },
  { .name = "model-format-page",
    .what = "What the model is said to be available as is a page.",
    .kind = SV_EDIT,
    .where = "modeller.ttl",
    .from = "dct:hasFormat <{{base}}/openapi.json>",
    .to = "dct:hasFormat <{{base}}/dokumentasjon>",
    .checks = "semantic.model.format-answers" },
  { .name = "rdf-own-namespace",
    .what = "A property is in a namespace that nobody else knows.",
    SV_IN_DATA("@prefix ord: <https://data.referansetjenesten.test/ord#> .\n"
               "<https://data.referansetjenesten.test/datasett/enheter> ord:farge \"blå\"@nb"),
    .checks = "semantic.rdf.namespaces-known" },
  { .name = "page-in-ooxml",
    .what = "The documentation of a data set is a document in OOXML only.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "foaf:page <{{base}}/dokumentasjon> ;\n  dcat:distribution "
            "<https://data.referansetjenesten.test/distribusjon/hendelser-json>",
    .to = "foaf:page <https://dokumenter.referansetjenesten.test/hendelser.docx> ;\n  "
          "dcat:distribution <https://data.referansetjenesten.test/distribusjon/hendelser-json>",
    .checks = "semantic.code-list.documents-ooxml" },
  { .name = "rdf-latin1",
    .what = "The catalogue has a letter in ISO-8859-1.",
    .kind = SV_BODY,
    .where = "/katalog 200",
    .from = "Å",
    .to = "\xC5",
    .checks = "organisational.catalogue.harvest semantic.characters.rdf "
              "semantic.rdf.json-ld semantic.rdf.syntax technical.http.text-utf8" },
  { .name = "openapi-identity-number-free",
    .what = "A field for birth numbers takes any text.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"antallAnsatte\": {",
    .to = "\"fodselsnummer\": {\n            \"type\": \"string\",\n            \"description\": "
          "\"Nummeret.\",\n            \"maxLength\": 20,\n            \"x-concept\": "
          "\"https://data.referansetjenesten.test/begreper/enhet\"\n          },\n          "
          "\"antallAnsatte\": {",
    .checks = "semantic.schema.identity-eleven" },
};

SV_BREAK_TABLE(sv_breaks_rules, rows);
