// SPDX-License-Identifier: Apache-2.0
/* Cases of what descriptions promise, tried. */
#include "engines/tls/lines.h"
#include "plugins/organisational/test/cases.h"

#define URL "https://etat.example/"
#define TURTLE "200\nContent-Type: text/turtle\n\n<a:a> <b:b> <c:c> ."
#define ASKS(sentence, id, kind, outcome, answer, text)                                            \
  {                                                                                                \
    sentence, id, kind, outcome, { { "HEAD " URL "d", answer }, { URL "d", answer } },             \
        .documents = {                                                                             \
          { kind, PREFIXES text }                                                                  \
        }                                                                                          \
  }
#define DATA "e:x dcat:downloadURL <" URL "d> ."
#define CHANNEL "e:c a cv:Channel; vcard:hasURL <" URL "d> ."
#define STATUS(code)                                                                               \
  "e:s a dcat:DataService; dcat:endpointURL <" URL "d>; adms:status u:distribution-status\\/" code \
  " ."
#define NAME_OF_HOST SV_METHOD_DNS " " URL "\nType: A"
#define PAIR(sentence, id, outcome, text, api)                                                     \
  {                                                                                                \
    sentence, id, "dcat", outcome, { { 0 } }, .documents = {                                       \
      { "dcat", PREFIXES text },                                                                   \
      { "openapi", api }                                                                           \
    }                                                                                              \
  }
#define API "{\"info\":{\"version\":\"1.2.0\"},\"servers\":[{\"url\":\"/v1\"}]}"
#define SERVICE "e:s a dcat:DataService; dcat:endpointURL <https://ETAT.example/v1/>"

#define REGISTER "https://register.example/api/"
#define REGISTER_PARAM "{\"organisation-register\":\"https://register.example/api\"}"
#define PUBLISHED                                                                                  \
  PREFIXES "e:x a dcat:Dataset; dct:publisher "                                                    \
           "<https://data.brreg.no/enhetsregisteret/api/enheter/400000018> ."
#define REGISTERED(sentence, outcome, answer)                                                      \
  {                                                                                                \
    sentence, "organisational.publisher.registered", "dcat", outcome,                              \
        { { REGISTER "enheter/400000018", answer } }, .params = REGISTER_PARAM, .documents = {     \
          { "dcat", PUBLISHED }                                                                    \
        }                                                                                          \
  }

const struct sv_case_row sv_org_link_cases[] = {
  { "a catalogue",
    "organisational.catalogue.harvest",
    "dcat",
    SV_PASSED,
    { { URL, TURTLE } },
    .documents = { { "dcat", "<a:a> <b:b> <c:c> ." } } },
  { "half a catalogue",
    "organisational.catalogue.harvest",
    "dcat",
    SV_FAILED,
    { { URL, TURTLE } },
    .documents = { { "dcat", "@prefix <a:a> <b:b" } } },
  { "a catalogue behind sign-in",
    "organisational.catalogue.harvest",
    "dcat",
    SV_FAILED,
    { { URL, "401\n\n" } },
    .documents = { { "dcat", "<a:a> <b:b> <c:c> ." } } },
  { "a context that does not answer is somebody else's",
    "organisational.catalogue.harvest",
    "dcat",
    SV_CANT_TELL,
    { { URL, "200\n\n{}" }, { "https://context.example/", "!timeout" } },
    .documents = { { "dcat", "{\"@context\":\"https://context.example/\",\"@id\":\"a:a\"}" } } },
  { "no catalogue",
    "organisational.catalogue.harvest",
    "dcat",
    SV_FAILED,
    { { URL, "404\n\n" } },
    .documents = { { "dcat", "<a:a> <b:b> <c:c> ." } } },
  { "a service that is ill",
    "organisational.catalogue.harvest",
    "dcat",
    SV_CANT_TELL,
    { { URL, "503\n\n" } },
    .documents = { { "dcat", "<a:a> <b:b> <c:c> ." } } },

  { "a catalogue",
    "organisational.catalogue.harvest-form",
    "dcat",
    SV_PASSED,
    { { URL, TURTLE } },
    .documents = { { "dcat", "<a:a> <b:b> <c:c> ." } } },
  { "a catalogue as text",
    "organisational.catalogue.harvest-form",
    "dcat",
    SV_FAILED,
    { { URL, "200\nContent-Type: text/plain\n\n<a:a> <b:b> <c:c> ." } },
    .documents = { { "dcat", "<a:a> <b:b> <c:c> ." } } },
  { "a catalogue as text can be harvested",
    "organisational.catalogue.harvest",
    "dcat",
    SV_PASSED,
    { { URL, "200\nContent-Type: text/plain\n\n<a:a> <b:b> <c:c> ." } },
    .documents = { { "dcat", "<a:a> <b:b> <c:c> ." } } },
  { "no catalogue",
    "organisational.catalogue.harvest-form",
    "dcat",
    SV_INAPPLICABLE,
    { { URL, "404\n\n" } },
    .documents = { { "dcat", "<a:a> <b:b> <c:c> ." } } },
  { "data where the certificate does not verify",
    "organisational.catalogue.data-answers",
    "dcat",
    SV_FAILED,
    { { URL "d", "200\n\nx", .marks = SV_MARK_UNVERIFIED } },
    .documents = { { "dcat", PREFIXES DATA } } },
  ASKS("data behind sign-in that is said", "organisational.catalogue.data-answers", "dcat",
       SV_INAPPLICABLE, "401\n\n",
       "e:a dcat:distribution e:x; dct:accessRights u:access-right\\/RESTRICTED . " DATA),
  ASKS("data", "organisational.catalogue.data-answers", "dcat", SV_PASSED, "200\n\nx", DATA),
  ASKS("no data", "organisational.catalogue.data-answers", "dcat", SV_FAILED, "404\n\n", DATA),
  ASKS("data behind sign-in", "organisational.catalogue.data-answers", "dcat", SV_FAILED, "401\n\n",
       DATA),
  ASKS("data at a host of others", "organisational.catalogue.data-answers", "dcat", SV_CANT_TELL,
       "200\n\n", "e:x dcat:downloadURL <" URL "d>, <https://other.example/d> ."),
  { "more data than a run asks for",
    "organisational.catalogue.data-answers",
    "dcat",
    SV_CANT_TELL,
    { { "HEAD " URL "d", "200\n\n" } },
    .params = "{\"addresses-asked\":1}",
    .documents = { { "dcat", PREFIXES "e:x dcat:downloadURL <" URL "d>, <" URL "e> ." } } },
  { "as much data as the target's owner lets a run ask for",
    "organisational.catalogue.data-answers",
    "dcat",
    SV_PASSED,
    { { URL "d", "200\n\nx" }, { URL "e", "200\n\nx" } },
    .target = "{\"endpoints\":[{\"id\":\"x\",\"kind\":\"dcat\",\"url\":\"" URL "\"}],\"limits\":{"
              "\"addresses\":2}}",
    .params = "{\"addresses-asked\":1}",
    .documents = { { "dcat", PREFIXES "e:x dcat:downloadURL <" URL "d>, <" URL "e> ." } } },
  ASKS("no answer", "organisational.catalogue.data-answers", "dcat", SV_CANT_TELL, "!timeout",
       DATA),
  ASKS("a page", "organisational.public-service.channel-answers", "cpsv", SV_PASSED, "200\n\nx",
       CHANNEL),
  ASKS("no page", "organisational.public-service.channel-answers", "cpsv", SV_FAILED, "410\n\n",
       CHANNEL),
  ASKS("a plain text for an address", "organisational.public-service.channel-answers", "cpsv",
       SV_FAILED, "200\n\nx", "e:c a cv:Channel; vcard:hasURL '" URL "d' ."),
  ASKS("what others describe", "organisational.life-event.chain", "cpsv", SV_PASSED, "200\n\nx",
       "e:h cpsvno:mayTriggerNeedFor <" URL "d> ."),
  ASKS("what nobody describes", "organisational.life-event.chain", "cpsv", SV_FAILED, "404\n\n",
       "e:h cpsvno:mayTriggerNeedFor <" URL "d> ."),
  ASKS("without https", "organisational.public-service.channel-answers", "cpsv", SV_FAILED,
       "200\n\nx", "e:c a cv:Channel; vcard:hasURL <http://etat.example/d> ."),
  ASKS("in use", "organisational.lifecycle.status-holds", "dcat", SV_PASSED, "401\n\n",
       STATUS("COMPLETED")),
  ASKS("gone", "organisational.lifecycle.status-holds", "dcat", SV_FAILED, "404\n\n",
       STATUS("COMPLETED")),
  ASKS("withdrawn", "organisational.lifecycle.status-holds", "dcat", SV_PASSED, "410\n\n",
       STATUS("WITHDRAWN")),
  ASKS("withdrawn and there", "organisational.lifecycle.status-holds", "dcat", SV_FAILED,
       "200\n\nx", STATUS("WITHDRAWN")),
  { "in use under a name that does not exist",
    "organisational.lifecycle.status-holds",
    "dcat",
    SV_FAILED,
    { { "HEAD " URL "d", "!dns" },
      { NAME_OF_HOST, "200\nStatus: NXDOMAIN\nSecurity: insecure\n" } },
    .documents = { { "dcat", PREFIXES STATUS("COMPLETED") } } },
  { "withdrawn, under a name that does not exist",
    "organisational.lifecycle.status-holds",
    "dcat",
    SV_PASSED,
    { { "HEAD " URL "d", "!dns" },
      { NAME_OF_HOST, "200\nStatus: NXDOMAIN\nSecurity: insecure\n" } },
    .documents = { { "dcat", PREFIXES STATUS("WITHDRAWN") } } },
  { "a resolver that fails",
    "organisational.lifecycle.status-holds",
    "dcat",
    SV_CANT_TELL,
    { { "HEAD " URL "d", "!dns" },
      { NAME_OF_HOST, "200\nStatus: SERVFAIL\nSecurity: insecure\n" } },
    .documents = { { "dcat", PREFIXES STATUS("COMPLETED") } } },
  { "a resolver that is silent",
    "organisational.lifecycle.status-holds",
    "dcat",
    SV_CANT_TELL,
    { { "HEAD " URL "d", "!dns" }, { NAME_OF_HOST, "!dns silence" } },
    .documents = { { "dcat", PREFIXES STATUS("COMPLETED") } } },
  ASKS("of no status", "organisational.lifecycle.status-holds", "dcat", SV_INAPPLICABLE, "200\n\nx",
       STATUS("DEVELOP")),

  REGISTERED("a unit of the register", SV_PASSED, "200\n\n{\"konkurs\":false}"),
  REGISTERED("a unit that is deleted", SV_FAILED, "200\n\n{\"slettedato\":\"2025-01-31\"}"),
  REGISTERED("a unit that is bankrupt", SV_FAILED, "200\n\n{\"konkurs\":true}"),
  REGISTERED("a register that is ill", SV_CANT_TELL, "503\n\n"),
  REGISTERED("a register that answers with a page", SV_CANT_TELL, "200\n\n<p>"),
  { "a unit that nobody knows",
    "organisational.publisher.registered",
    "dcat",
    SV_FAILED,
    { { REGISTER "enheter/400000018", "404\n\n" },
      { REGISTER "underenheter/400000018", "404\n\n" } },
    .params = REGISTER_PARAM,
    .documents = { { "dcat", PUBLISHED } } },
  { "a subunit",
    "organisational.publisher.registered",
    "dcat",
    SV_PASSED,
    { { REGISTER "enheter/400000018", "404\n\n" },
      { REGISTER "underenheter/400000018", "200\n\n{}" } },
    .params = REGISTER_PARAM,
    .documents = { { "dcat", PUBLISHED } } },
  { "no register named",
    "organisational.publisher.registered",
    "dcat",
    SV_INAPPLICABLE,
    { { 0 } },
    .documents = { { "dcat", PUBLISHED } } },

  PAIR("a service of the catalogue", "organisational.catalogue.api", SV_PASSED, SERVICE " .", API),
  PAIR("another service", "organisational.catalogue.api", SV_FAILED,
       "e:s a dcat:DataService; dcat:endpointURL <https://annen.example/v1> .", API),
  CASE("no API", "organisational.catalogue.api", SV_INAPPLICABLE, "e:s a dcat:DataService ."),
  PAIR("one version", "organisational.lifecycle.same-version", SV_PASSED,
       SERVICE "; dcat:version '1.2.0' .", API),
  PAIR("two versions", "organisational.lifecycle.same-version", SV_FAILED,
       SERVICE "; dcat:version '1.3.0' .", API),
  PAIR("no version", "organisational.lifecycle.same-version", SV_INAPPLICABLE, SERVICE " .", API),
};
const size_t sv_org_link_case_count = sizeof sv_org_link_cases / sizeof sv_org_link_cases[0];
