// SPDX-License-Identifier: Apache-2.0
/* Breaks of who is responsible, whom to ask, and what holds together in the descriptions. */
#include "reference/breaks/tables.h"

#define BASE "https://data.referansetjenesten.test/"
/* One who takes part in a service, MORE of which is said. */
#define PARTICIPATION(more)                                                                        \
  SV_MORE_SERVICES("<" BASE "tjeneste/sok-etter-enhet> cv:hasParticipation <" BASE "deltakelse> "  \
                                                                                   ".\n"           \
                   "<" BASE "deltakelse> a cv:Participation ; dct:identifier \"" BASE              \
                   "deltakelse\" ; dct:description \"Eier registeret.\"@nb ; cv:hasParticipant "   \
                   "<https://data.brreg.no/enhetsregisteret/api/enheter/{{orgnr}}>" more)
/* A life event with TITLE, MORE of which is said. */
#define LIFE_EVENT(title, more)                                                                    \
  SV_MORE_SERVICES("<" BASE "hendelse/barn> a cv:LifeEvent ; dct:identifier \"" BASE               \
                   "hendelse/barn\" ; dct:title " title " ; dct:description \"Når noen får "     \
                                                        "barn.\"@nb" more)
#define CHILD " ; dct:type <https://data.norge.no/vocabulary/life-event-type#having-a-child>"
#define TRIGGERS " ; cpsvno:mayTriggerNeedFor <" BASE "tjeneste/sok-etter-enhet>"

static const struct sv_break rows[] = {
  { .name = "publisher-staging",
    .what = "The publisher is named by its address in a test environment.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.brreg.no/enhetsregisteret/api/enheter/{{orgnr}}>",
    .to = "<https://organization-catalog.staging.fellesdatakatalog.digdir.no/organizations/"
          "{{orgnr}}>",
    .checks = "organisational.publisher.environment-else" },
  { .name = "test-environment-published",
    .what = "What describes the test environment is published as production.",
    .kind = SV_EDIT,
    .where = "target",
    .from = "\"environment\": \"test\"",
    .to = "\"environment\": \"production\"",
    .checks = "organisational.identity.first-digit organisational.publisher.environment" },
  { .name = "publisher-older-address",
    .what = "The publisher is named by its address at an older host.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.brreg.no/enhetsregisteret/api/enheter/{{orgnr}}>",
    .to = "<https://organization-catalogue.fellesdatakatalog.digdir.no/organizations/{{orgnr}}>",
    .checks = "organisational.publisher.number" },
  { .name = "contact-person",
    .what = "The contact point is a single person.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "kontakt/data> a vcard:Organization",
    .to = "kontakt/data> a vcard:Individual",
    .checks = "organisational.contact.person" },
  { .name = "contact-free-mail",
    .what = "The contact point has its e-mail at a service that is open to all.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<mailto:data@referansetjenesten.test>",
    .to = "<mailto:referansetjenesten@gmail.com>",
    .checks = "cross.catalogue.contact organisational.contact.domain" },
  { .name = "contact-email-encoded",
    .what = "The e-mail address is encoded for nothing.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<mailto:data@",
    .to = "<mailto:d%61ta@",
    .checks = "organisational.contact.email-encoding" },
  { .name = "catalogue-empty",
    .what = "A catalogue names nothing.",
    SV_MORE_DATA("<" BASE "tom> a dcat:Catalog ; dct:identifier \"" BASE "tom\" ; dct:title "
                 "\"Tom katalog\"@nb ; dct:description \"En katalog uten innhold.\"@nb ; "
                 "dct:publisher <https://data.brreg.no/enhetsregisteret/api/enheter/{{orgnr}}> ; "
                 "dcat:contactPoint <" BASE "kontakt/data> ; dct:license "
                 "<http://publications.europa.eu/resource/authority/licence/NLOD_2_0>"),
    .checks = "organisational.catalogue.not-empty" },
  { .name = "version-2-service",
    .what = "A data service of version 2.2 has neither publisher nor contact point.",
    SV_IN_DATA("<https://data.referansetjenesten.test/katalog> dct:conformsTo "
               "<https://data.norge.no/specification/dcat-ap-no/v2> .\n"
               "<https://data.referansetjenesten.test/brudd/s> a dcat:DataService ; "
               "dcat:endpointURL <{{base}}/v1>"),
    .checks = "legal.legislation.service organisational.catalogue.complete "
              "organisational.contact.service organisational.contact.service-stated "
              "organisational.lifecycle.availability-stated "
              "organisational.publisher.service organisational.publisher.service-stated "
              "semantic.dcat.keyword-each semantic.dcat.service-conforms-to "
              "semantic.dcat.service-datasets semantic.dcat.service-description "
              "semantic.dcat.service-title semantic.profile.dcat-ap-no "
              "semantic.profile.dcat-ap-no-parts" },
  { .name = "restricted-without-terms",
    .what = "Restricted data shows no terms of access.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "access-right/PUBLIC> ;\n  dct:accrualPeriodicity "
            "<http://publications.europa.eu/resource/authority/frequency/DAILY> ;\n  dct:language "
            "<http://publications.europa.eu/resource/authority/language/NOB> ;\n  dct:spatial "
            "<http://publications.europa.eu/resource/authority/country/NOR> ;\n  dct:temporal "
            "<https://data.referansetjenesten.test/tidsrom/hendelser>",
    .to = "access-right/RESTRICTED> ;\n  dct:accrualPeriodicity "
          "<http://publications.europa.eu/resource/authority/frequency/DAILY> ;\n  dct:language "
          "<http://publications.europa.eu/resource/authority/language/NOB> ;\n  dct:spatial "
          "<http://publications.europa.eu/resource/authority/country/NOR> ;\n  dct:temporal "
          "<https://data.referansetjenesten.test/tidsrom/hendelser>",
    .checks = "legal.access.request organisational.catalogue.terms" },
  { .name = "status-missing",
    .what = "Nothing states its status.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "  adms:status "
            "<http://publications.europa.eu/resource/authority/distribution-status/COMPLETED> ;\n",
    .to = "",
    .checks = "organisational.lifecycle.status-stated" },
  { .name = "availability-missing",
    .what = "Nothing states its planned availability.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "  dcatap:availability "
            "<http://publications.europa.eu/resource/authority/planned-availability/STABLE> ;\n",
    .to = "",
    .checks = "organisational.lifecycle.availability-stated" },
  { .name = "version-notes-untagged",
    .what = "The version notes have no language.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "fra et løpenummer.\"@nb",
    .to = "fra et løpenummer.\"",
    .checks = "organisational.lifecycle.version" },
  { .name = "version-notes-missing",
    .what = "Nothing tells what is new in the version.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "adms:versionNotes",
    .to = "skos:note",
    .checks = "organisational.lifecycle.change-log" },
  { .name = "cpsv-phone-broken",
    .what = "The telephone number of a contact point is half a number.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "\"+47 00 00 00 00\"",
    .to = "\"0000\"",
    .checks = "organisational.public-service.reachable" },
  { .name = "cpsv-organisation-twice",
    .what = "A public organisation has two identifiers.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "dct:identifier \"{{orgnr}}\"",
    .to = "dct:identifier \"{{orgnr}}\", \"referansetjenesten\"",
    .checks = "organisational.public-service.organisation semantic.profile.cpsv-ap-no" },
  { .name = "cpsv-participation-no-role",
    .what = "One who takes part has no role.",
    PARTICIPATION(""),
    .checks = "organisational.public-service.participation semantic.profile.cpsv-ap-no" },
  { .name = "cpsv-participation-role",
    .what = "The role of one who takes part is in no list.",
    PARTICIPATION(" ; cv:role <" BASE "rolle/eier>"),
    .checks = "organisational.public-service.role" },
  { .name = "cpsv-channel-no-identifier",
    .what = "A channel has no identifier.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "  dct:identifier \"https://data.referansetjenesten.test/kanal/nettside\" ;\n",
    .to = "",
    .checks = "organisational.public-service.channel semantic.profile.cpsv-ap-no" },
  { .name = "life-event-untagged",
    .what = "The name of a life event has no language.",
    LIFE_EVENT("\"Få barn\"", CHILD TRIGGERS),
    .checks = "organisational.life-event.named semantic.cpsv.event" },
  { .name = "life-event-type-literal",
    .what = "The type of a life event is a text.",
    LIFE_EVENT("\"Få barn\"@nb", " ; dct:type \"barn\"" TRIGGERS),
    .checks = "organisational.life-event.national organisational.life-event.type "
              "semantic.cpsv.event-type semantic.cpsv.event-type-known" },
  { .name = "life-event-type-own",
    .what = "The type of a life event is in no national list.",
    LIFE_EVENT("\"Få barn\"@nb", " ; dct:type <" BASE "type/barn>" TRIGGERS),
    .checks = "organisational.life-event.national semantic.cpsv.event-type-known" },
  { .name = "life-event-without-service",
    .what = "A life event leads to no service.",
    LIFE_EVENT("\"Få barn\"@nb", CHILD),
    .checks = "organisational.life-event.services semantic.cpsv.event-services" },
  { .name = "life-event-dangling",
    .what = "A life event leads to a service that is not described.",
    .kind = SV_EDIT,
    .where = "tjenester.ttl",
    .from = "cpsvno:mayTriggerNeedFor "
            "<https://data.referansetjenesten.test/tjeneste/sok-etter-enhet>",
    .to = "cpsvno:mayTriggerNeedFor <https://data.referansetjenesten.test/tjeneste/borte>",
    .checks = "organisational.life-event.chain semantic.iri.references" },
  { .name = "life-event-two",
    .what = "A life event is one of the seven by its title and another by its type.",
    SV_MORE_SERVICES("<https://data.referansetjenesten.test/hendelse/starte-virksomhet> dct:type "
                     "<https://data.norge.no/vocabulary/life-event-type#having-a-child>"),
    .checks = "organisational.life-event.prioritised" },
  { .name = "service-not-registered",
    .what = "The API is not in the catalogue; another one is.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:endpointURL <{{base}}/v1> ;\n  dcat:endpointDescription <{{base}}/openapi.json>",
    .to = "dcat:endpointURL <https://annen-tjeneste.test/v1> ;\n  dcat:endpointDescription "
          "<https://annen-tjeneste.test/openapi.json>",
    .checks = "organisational.catalogue.api organisational.publisher.environment-else" },
  { .name = "service-withdrawn",
    .what = "The catalogue says that the API is withdrawn, and it answers.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "distribution-status/COMPLETED",
    .to = "distribution-status/WITHDRAWN",
    .checks = "cross.catalogue.status organisational.lifecycle.status-holds" },
  { .name = "register-unit-deleted",
    .what = "The publisher is deleted from the register of units.",
    .kind = SV_EDIT,
    .where = "register.json",
    .from = "\"konkurs\": false",
    .to = "\"slettedato\": \"2025-01-31\"",
    .checks = "organisational.publisher.registered" },
};

SV_BREAK_TABLE(sv_breaks_organisation, rows);
