// SPDX-License-Identifier: Apache-2.0
/* Cases of descriptions of public services and life events. */
#include "plugins/organisational/test/cases.h"

#define PS(id) "organisational.public-service." id
#define LE(id) "organisational.life-event." id
#define PLACE "dct:spatial <http://publications.europa.eu/resource/authority/country/NOR>"
#define TAKES_PART                                                                                 \
  "e:p a cv:Participation; dct:identifier 'p'; dct:description 'x'@nb; cv:hasParticipant e:o"
#define TYPE "<https://data.norge.no/vocabulary/life-event-type#having-a-child>"

const struct sv_case_row sv_org_service_cases[] = {
  CPSV_CASE("an authority", PS("authority"), SV_PASSED,
            "e:s a cpsv:PublicService; cv:hasCompetentAuthority e:o ."),
  CPSV_CASE("none", PS("authority"), SV_FAILED, "e:s a cpsv:PublicService ."),
  CPSV_CASE("a contact point", PS("contact"), SV_PASSED,
            "e:s a cpsv:PublicService; cv:contactPoint e:c . e:c a cv:ContactPoint ."),
  CPSV_CASE("that of catalogues", PS("contact"), SV_FAILED,
            "e:s a cpsv:PublicService; dcat:contactPoint e:c . e:c a cv:ContactPoint ."),
  CPSV_CASE("a telephone", PS("reachable"), SV_PASSED,
            "e:c a cv:ContactPoint; cv:telephone '+47 22 22 22 22' ."),
  CPSV_CASE("nothing", PS("reachable"), SV_FAILED, "e:c a cv:ContactPoint ."),
  CPSV_CASE("half an address", PS("reachable"), SV_FAILED,
            "e:c a cv:ContactPoint; cv:email 'post@etat' ."),
  CPSV_CASE("half a number", PS("reachable"), SV_FAILED,
            "e:c a cv:ContactPoint; cv:telephone '2222' ."),
  CPSV_CASE("identified", PS("organisation"), SV_PASSED,
            "e:o a cv:PublicOrganisation; dct:identifier '991825827'; skos:prefLabel 'E'@nb; " PLACE
            " ."),
  CPSV_CASE("twice", PS("organisation"), SV_FAILED,
            "e:o a cv:PublicOrganisation; dct:identifier '991825827', 'e'; skos:prefLabel "
            "'E'@nb; " PLACE " ."),
  CPSV_CASE("without a place", PS("organisation"), SV_FAILED,
            "e:o a cv:PublicOrganisation; dct:identifier '991825827'; skos:prefLabel 'E'@nb ."),
  CPSV_CASE("with a wrong number", PS("organisation"), SV_FAILED,
            "e:o a cv:PublicOrganisation; dct:identifier '991825828'; skos:prefLabel 'E'@nb; " PLACE
            " ."),
  CPSV_CASE("a role", PS("participation"), SV_PASSED, TAKES_PART "; cv:role e:r ."),
  CPSV_CASE("no role", PS("participation"), SV_FAILED, TAKES_PART " ."),
  CPSV_CASE("a role of the list", PS("role"), SV_PASSED,
            TAKES_PART "; cv:role <https://data.norge.no/vocabulary/role-type#data-provider> ."),
  CPSV_CASE("another role", PS("role"), SV_FAILED, TAKES_PART "; cv:role e:r ."),
  CPSV_CASE("a duration", PS("processing-time"), SV_PASSED,
            "e:s a cpsv:PublicService; cv:processingTime 'P56D'^^xsd:duration . "
            "e:c a cv:Channel; cv:processingTime "
            "'PT5M'^^xsd:duration ."),
  CPSV_CASE("a text", PS("processing-time"), SV_FAILED,
            "e:s a cpsv:PublicService; cv:processingTime 'åtte uker' ."),
  CPSV_CASE("none", PS("processing-time"), SV_INAPPLICABLE, "e:s a cpsv:PublicService ."),
  CPSV_CASE("an identifier", PS("channel"), SV_PASSED, "e:c a cv:Channel; dct:identifier 'c' ."),
  CPSV_CASE("none", PS("channel"), SV_FAILED, "e:c a cv:Channel ."),
  CPSV_CASE("a type", PS("channel-type"), SV_PASSED,
            "e:c a cv:Channel; dct:type "
            "<https://data.norge.no/vocabulary/service-channel-type#telephone> ."),
  CPSV_CASE("another type", PS("channel-type"), SV_FAILED, "e:c a cv:Channel; dct:type e:due ."),
  CPSV_CASE("no type", PS("channel-type"), SV_FAILED, "e:c a cv:Channel ."),

  CPSV_CASE("both", LE("named"), SV_PASSED,
            "e:h a cv:LifeEvent; dct:identifier 'h'; dct:title 'Få barn'@nb ."),
  CPSV_CASE("no language", LE("named"), SV_FAILED,
            "e:h a cv:LifeEvent; dct:identifier 'h'; dct:title 'Få barn' ."),
  CPSV_CASE("no identifier", LE("named"), SV_FAILED,
            "e:h a cv:LifeEvent; dct:title 'Få barn'@nb ."),
  CPSV_CASE("no life event", LE("named"), SV_INAPPLICABLE, "e:h a cv:BusinessEvent ."),
  CPSV_CASE("an address", LE("type"), SV_PASSED, "e:h a cv:LifeEvent; dct:type e:t ."),
  CPSV_CASE("a text", LE("type"), SV_FAILED, "e:h a cv:LifeEvent; dct:type 'barn' ."),
  CPSV_CASE("of the list", LE("national"), SV_PASSED, "e:h a cv:LifeEvent; dct:type " TYPE " ."),
  CPSV_CASE("of another", LE("national"), SV_FAILED, "e:h a cv:LifeEvent; dct:type e:t ."),
  CPSV_CASE("of none", LE("national"), SV_FAILED, "e:h a cv:LifeEvent ."),
  CPSV_CASE("a service", LE("services"), SV_PASSED,
            "e:h a cv:BusinessEvent; cpsvno:mayTriggerNeedFor e:s ."),
  CPSV_CASE("no service", LE("services"), SV_FAILED, "e:h a cv:LifeEvent ."),
  CPSV_CASE("a text", LE("services"), SV_FAILED,
            "e:h a cv:LifeEvent; cpsvno:mayTriggerNeedFor 'barnetrygd' ."),
  CPSV_CASE("whole", LE("chain"), SV_PASSED,
            "e:h cpsvno:mayTriggerNeedFor e:s . e:s a cpsv:PublicService ."),
  CPSV_CASE("with a hole", LE("chain"), SV_FAILED, "e:h cpsvno:mayTriggerNeedFor e:s ."),
  CPSV_CASE("one of the seven", LE("prioritised"), SV_PASSED,
            "e:h a cv:LifeEvent; dct:title 'FÅ BARN'@nb; dct:type "
            "<https://data.norge.no/vocabulary/life-event-type#having-a-child> ."),
  CPSV_CASE("one by its title", LE("prioritised"), SV_PASSED,
            "e:h a cv:LifeEvent; dct:title 'Ny i Norge'@nb ."),
  CPSV_CASE("two of the seven", LE("prioritised"), SV_FAILED,
            "e:h a cv:LifeEvent; dct:title 'Ny i Norge'@nb; dct:type "
            "<https://data.norge.no/vocabulary/life-event-type#having-a-child> ."),
  CPSV_CASE("another event", LE("prioritised"), SV_INAPPLICABLE,
            "e:h a cv:LifeEvent; dct:title 'Flytte'@nb ."),
  CPSV_CASE("described", "organisational.catalogue.services-described", SV_PASSED,
            "e:k dcatno:containsService e:s . e:s a cpsv:PublicService ."),
  CPSV_CASE("not described", "organisational.catalogue.services-described", SV_FAILED,
            "e:k dcatno:containsService e:s ."),
  CPSV_CASE("to others", LE("chain"), SV_CANT_TELL,
            "e:h cpsvno:mayTriggerNeedFor <https://annen.example/s> ."),

  CPSV_CASE("a service", "organisational.catalogue.services", SV_PASSED,
            "e:k a dcat:Catalog; dcatno:containsService e:s . e:s a cpsv:PublicService ."),
  CPSV_CASE("nothing", "organisational.catalogue.services", SV_FAILED, "e:k a dcat:Catalog ."),
};
const size_t sv_org_service_case_count =
    sizeof sv_org_service_cases / sizeof sv_org_service_cases[0];
