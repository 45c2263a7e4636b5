// SPDX-License-Identifier: Apache-2.0
/* Cases of catalogue, description, services and issuer held against each other. */
#include "plugins/cross/test/cases.h"

/* A catalogue with one data service, PLACE put into it, and what follows it. */
#define PREFIXES                                                                                   \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n"      \
  "@prefix adms: <http://www.w3.org/ns/adms#> . @prefix vcard: "                                   \
  "<http://www.w3.org/2006/vcard/ns#> .\n"                                                         \
  "@prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> .\n"     \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"                                       \
  "@prefix eu: <http://publications.europa.eu/resource/authority/> .\n"
#define SERVICE(place)                                                                             \
  PREFIXES "<urn:s> a dcat:DataService ;\n  dcat:endpointDescription <" URL "> ;\n" place " .\n"
#define DATASET(rights, path)                                                                      \
  PREFIXES "<urn:s> a dcat:DataService ; dcat:endpointDescription <" URL "> .\n"                   \
           "<urn:d> a dcat:Dataset ; dct:accessRights "                                            \
           "<http://publications.europa.eu/resource/authority/"                                    \
           "access-right/" rights "> ; dcat:distribution <urn:f> .\n"                              \
           "<urn:f> a dcat:Distribution ; dcat:accessURL <https://etat.example" path "> .\n"
#define API(members)                                                                               \
  "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"A\",\"version\":\"1\"},\"servers\":[{\"url\":"     \
  "\"https://etat.example\"}]," members "}"
#define PATHS(members)                                                                             \
  API("\"paths\":{\"/v1/a\":{\"get\":{" members "\"responses\":{\"200\":{\"content\":{"            \
      "\"application/json\":{}}}}}}}")
#define YAML_API                                                                                   \
  "openapi: 3.0.3\ninfo: {title: A, version: '1'}\nservers: [{url: "                               \
  "'https://etat.example'}]\npaths: {}\n"
#define OWNER                                                                                      \
  "{\"organisation\":{\"orgnr\":\"400000018\"},\"endpoints\":[{\"id\":\"web\",\"kind\":\"web\","   \
  "\"url\":\"https://etat.example/\"}]}"
#define NUMBER(n) "dct:publisher <https://data.brreg.no/enhetsregisteret/api/enheter/" n ">"
#define CONTACT(mail)                                                                              \
  "dcat:contactPoint [ a vcard:Organization ; vcard:hasEmail <mailto:" mail "> ]"
#define PUBLIC(place) PREFIXES "<urn:p> a cpsv:PublicService ;\n" place " .\n"
#define AUTHORITY(n)                                                                               \
  PUBLIC("cv:hasCompetentAuthority <https://data.brreg.no/enhetsregisteret/api/enheter/" n "> ;\n" \
         "cv:hasChannel [ a cv:Channel ; vcard:hasURL <https://etat.example/sok> ]")
#define CHANNEL(url) PUBLIC("cv:hasChannel [ a cv:Channel ; vcard:hasURL <" url "> ]")
#define CONCEPTS PREFIXES "<https://etat.example/begreper/a> a skos:Concept .\n"
#define SUBJECT(iri) PREFIXES "<urn:d> a dcat:Dataset ; dct:subject <" iri "> .\n"
#define FLOW(token, scope)                                                                         \
  API("\"components\":{\"securitySchemes\":{\"m\":{\"type\":\"oauth2\",\"flows\":{"                \
      "\"clientCredentials\":{"                                                                    \
      "\"tokenUrl\":\"" token "\",\"scopes\":{\"" scope "\":\"x\"}}}}}}")
#define METADATA                                                                                   \
  "{\"issuer\":\"https://a/\",\"token_endpoint\":\"https://a/"                                     \
  "token\",\"scopes_supported\":[\"etat:les\"]}"
#define RESOURCE "https://etat.example/.well-known/oauth-protected-resource"
#define CASE(name, id, outcome, turtle, api)                                                       \
  {                                                                                                \
    name, id, "", outcome, { { 0 } }, .target = TARGET, .documents = {                             \
      { "dcat", turtle },                                                                          \
      { "openapi", api }                                                                           \
    }                                                                                              \
  }

const struct sv_case_row sv_cross_source_cases[] = {
  CASE("the address of the description", "cross.catalogue.address", SV_PASSED,
       SERVICE("dcat:endpointURL <https://etat.example/v1>"), PATHS("")),
  CASE("another address than the description's", "cross.catalogue.address", SV_FAILED,
       SERVICE("dcat:endpointURL <https://annen.example/v1>"), PATHS("")),
  CASE("another address than that of a description in YAML", "cross.catalogue.address", SV_FAILED,
       SERVICE("dcat:endpointURL <https://annen.example/v1>"), YAML_API),
  CASE("no address", "cross.catalogue.address", SV_INAPPLICABLE, SERVICE("dct:title \"A\""),
       PATHS("")),
  CASE("a catalogue that cannot be read", "cross.catalogue.address", SV_INAPPLICABLE, "<html>",
       PATHS("")),
  CASE("the tested description", "cross.catalogue.description", SV_PASSED,
       SERVICE("dct:title \"A\""), PATHS("")),
  CASE("another description", "cross.catalogue.description", SV_FAILED,
       PREFIXES "<urn:s> a dcat:DataService ; dcat:endpointURL <https://etat.example> ;\n"
                "  dcat:endpointDescription <https://etat.example/old.json> .\n",
       PATHS("")),
  { "another description that the API points to itself",
    "cross.catalogue.description",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .facts = "[{\"predicate\":\"service-desc\",\"value\":\"https://etat.example/old.json\"}]",
    .documents = { { "dcat", PREFIXES "<urn:s> a dcat:DataService ; dcat:endpointURL "
                                      "<https://etat.example> ;\n"
                                      "  dcat:endpointDescription <https://etat.example/old.json> "
                                      ".\n" },
                   { "openapi", PATHS("") } } },
  CASE("the version of OpenAPI", "cross.catalogue.specification", SV_PASSED,
       SERVICE("dct:conformsTo <https://spec.openapis.org/oas/v3.1.1>"), PATHS("")),
  CASE("another version of OpenAPI", "cross.catalogue.specification", SV_FAILED,
       SERVICE("dct:conformsTo <https://spec.openapis.org/oas/v3.0.3>"), PATHS("")),
  CASE("the version of a description in YAML", "cross.catalogue.specification", SV_PASSED,
       SERVICE("dct:conformsTo <https://spec.openapis.org/oas/v3.0.3>"), YAML_API),
  CASE("another standard", "cross.catalogue.specification", SV_INAPPLICABLE,
       SERVICE("dct:conformsTo <https://etat.example/standard>"), PATHS("")),
  CASE("a format that is answered with", "cross.catalogue.format", SV_PASSED,
       SERVICE("dct:format <http://publications.europa.eu/resource/authority/file-type/JSON>"),
       PATHS("")),
  CASE("a format that is not", "cross.catalogue.format", SV_FAILED,
       SERVICE("dct:format <http://publications.europa.eu/resource/authority/file-type/CSV>"),
       PATHS("")),
  CASE("a format nobody knows", "cross.catalogue.format", SV_INAPPLICABLE,
       SERVICE("dct:format <http://publications.europa.eu/resource/authority/file-type/MPEG4>"),
       PATHS("")),
  CASE("completed and not deprecated", "cross.catalogue.status", SV_PASSED,
       SERVICE("adms:status "
               "<http://publications.europa.eu/resource/authority/distribution-status/COMPLETED>"),
       PATHS("")),
  CASE("completed and all deprecated", "cross.catalogue.status", SV_FAILED,
       SERVICE("adms:status "
               "<http://publications.europa.eu/resource/authority/distribution-status/COMPLETED>"),
       PATHS("\"deprecated\":true,")),
  CASE("withdrawn and not deprecated", "cross.catalogue.status", SV_FAILED,
       SERVICE("adms:status "
               "<http://publications.europa.eu/resource/authority/distribution-status/WITHDRAWN>"),
       PATHS("")),
  CASE("withdrawn and deprecated", "cross.catalogue.status", SV_PASSED,
       SERVICE("adms:status "
               "<http://publications.europa.eu/resource/authority/distribution-status/WITHDRAWN>"),
       PATHS("\"deprecated\":true,")),
  { "deprecated, and the answer says so",
    "cross.catalogue.deprecation",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .documents = { { "dcat", SERVICE("dcat:endpointURL <https://etat.example/v1>; adms:status "
                                     "<http://publications.europa.eu/resource/authority/"
                                     "distribution-status/DEPRECATED>") } },
    .facts = "[{\"predicate\":\"deprecation\",\"subject\":\"https://etat.example/v1/"
             "a\",\"value\":\"@1\"}]" },
  { "deprecated, and the answer does not say so",
    "cross.catalogue.deprecation",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .documents = { { "dcat", SERVICE("dcat:endpointURL <https://etat.example/v1>; adms:status "
                                     "<http://publications.europa.eu/resource/authority/"
                                     "distribution-status/DEPRECATED>") } },
    .facts = "[{\"predicate\":\"not-deprecated\",\"subject\":\"https://etat.example/v1/"
             "a\",\"value\":\"\"}]" },
  { "another address does not say so",
    "cross.catalogue.deprecation",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET,
    .documents = { { "dcat", SERVICE("dcat:endpointURL <https://etat.example/v1>; adms:status "
                                     "<http://publications.europa.eu/resource/authority/"
                                     "distribution-status/DEPRECATED>") } },
    .facts = "[{\"predicate\":\"not-deprecated\",\"subject\":\"https://etat.example/v2/"
             "a\",\"value\":\"\"}]" },
  { "not deprecated",
    "cross.catalogue.deprecation",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET,
    .documents = { { "dcat", SERVICE("dcat:endpointURL <https://etat.example/v1>; adms:status "
                                     "<http://publications.europa.eu/resource/authority/"
                                     "distribution-status/COMPLETED>") } },
    .facts = "[{\"predicate\":\"not-deprecated\",\"subject\":\"https://etat.example/v1/"
             "a\",\"value\":\"\"}]" },
  CASE("an address that is described", "cross.catalogue.path", SV_PASSED,
       DATASET("PUBLIC", "/v1/a"), PATHS("")),
  CASE("an address that is not described", "cross.catalogue.path", SV_FAILED,
       DATASET("PUBLIC", "/v1/b"), PATHS("")),
  CASE("an address elsewhere", "cross.catalogue.path", SV_INAPPLICABLE,
       DATASET("PUBLIC", "/filer/b"), PATHS("")),
  { "the same organisation",
    "cross.catalogue.publisher",
    "",
    SV_PASSED,
    { { 0 } },
    .target = OWNER,
    .documents = { { "dcat", SERVICE(NUMBER("400000018")) }, { "openapi", PATHS("") } } },
  { "another organisation in the target file",
    "cross.catalogue.publisher",
    "",
    SV_FAILED,
    { { 0 } },
    .target = OWNER,
    .documents = { { "dcat", SERVICE(NUMBER("400000026")) }, { "openapi", PATHS("") } } },
  CASE("another organisation in the description", "cross.catalogue.publisher", SV_FAILED,
       SERVICE(NUMBER("400000026")),
       "{\"openapi\":\"3.1.0\",\"info\":{\"x-orgnr\":\"400000018\"}}"),
  CASE("a number in one place", "cross.catalogue.publisher", SV_INAPPLICABLE,
       SERVICE(NUMBER("400000026")), PATHS("")),
  CASE("a contact of the same body", "cross.catalogue.contact", SV_PASSED,
       SERVICE(CONTACT("data@data.etat.example")),
       "{\"openapi\":\"3.1.0\",\"info\":{\"contact\":{\"email\":\"api@etat.example\"}}}"),
  CASE("a contact of another body", "cross.catalogue.contact", SV_FAILED,
       SERVICE(CONTACT("data@annen.example")),
       "{\"openapi\":\"3.1.0\",\"info\":{\"contact\":{\"email\":\"api@etat.example\"}}}"),
  CASE("a contact in one place", "cross.catalogue.contact", SV_INAPPLICABLE,
       SERVICE(CONTACT("data@annen.example")), PATHS("")),
  CASE("open data without sign-in", "cross.access.rights", SV_PASSED, DATASET("PUBLIC", "/v1/a"),
       PATHS("")),
  CASE("open data with sign-in", "cross.access.rights", SV_FAILED, DATASET("PUBLIC", "/v1/a"),
       PATHS("\"security\":[{\"m\":[]}],")),
  CASE("open data with sign-in by choice", "cross.access.rights", SV_PASSED,
       DATASET("PUBLIC", "/v1/a"), PATHS("\"security\":[{\"m\":[]},{}],")),
  CASE("closed data without sign-in", "cross.access.rights", SV_FAILED,
       DATASET("NON_PUBLIC", "/v1/a"), PATHS("")),
  CASE("closed data with sign-in", "cross.access.rights", SV_PASSED, DATASET("NON_PUBLIC", "/v1/a"),
       PATHS("\"security\":[{\"m\":[]}],")),
  CASE("restricted data", "cross.access.rights", SV_INAPPLICABLE, DATASET("RESTRICTED", "/v1/a"),
       PATHS("")),
  CASE("an open service where everything asks for sign-in", "cross.access.rights", SV_FAILED,
       SERVICE("dct:accessRights "
               "<http://publications.europa.eu/resource/authority/access-right/PUBLIC>"),
       PATHS("\"security\":[{\"m\":[]}],")),
  CASE("a closed service where nothing does", "cross.access.rights", SV_FAILED,
       SERVICE("dct:accessRights "
               "<http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC>"),
       PATHS("")),

  { "the authority that is tested",
    "cross.service.authority",
    "",
    SV_PASSED,
    { { 0 } },
    .target = OWNER,
    .documents = { { "cpsv", AUTHORITY("400000018") } } },
  { "another authority",
    "cross.service.authority",
    "",
    SV_FAILED,
    { { 0 } },
    .target = OWNER,
    .documents = { { "cpsv", AUTHORITY("400000026") } } },
  { "a service without pages",
    "cross.service.authority",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = OWNER,
    .documents = { { "cpsv", PUBLIC("dct:title \"A\"") } } },
  { "a channel on the pages",
    "cross.service.channel",
    "",
    SV_PASSED,
    { { 0 } },
    .target = OWNER,
    .documents = { { "cpsv", CHANNEL("https://etat.example/sok") } } },
  { "a channel elsewhere",
    "cross.service.channel",
    "",
    SV_FAILED,
    { { 0 } },
    .target = OWNER,
    .documents = { { "cpsv", CHANNEL("https://annen.example/sok") } } },
  { "a channel without pages to hold it against",
    "cross.service.channel",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET,
    .documents = { { "cpsv", CHANNEL("https://annen.example/sok") } } },
  { "a concept that is described",
    "cross.concept.described",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .documents = { { "skos", CONCEPTS }, { "dcat", SUBJECT("https://etat.example/begreper/a") } } },
  { "a concept that is not",
    "cross.concept.described",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .documents = { { "skos", CONCEPTS }, { "dcat", SUBJECT("https://etat.example/begreper/b") } } },
  { "a concept of others",
    "cross.concept.described",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET,
    .documents = { { "skos", CONCEPTS },
                   { "dcat", SUBJECT("https://annen.example/begreper/b") } } },

  { "tokens from the issuer",
    "cross.token.address",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .documents = { { "oauth", METADATA }, { "openapi", FLOW("https://a/token", "etat:les") } } },
  { "tokens from elsewhere",
    "cross.token.address",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .documents = { { "oauth", METADATA }, { "openapi", FLOW("https://b/token", "etat:les") } } },
  { "no issuer",
    "cross.token.address",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET,
    .documents = { { "openapi", FLOW("https://b/token", "etat:les") } } },
  { "a scope that the issuer has",
    "cross.token.scopes",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .documents = { { "oidc", METADATA }, { "openapi", FLOW("https://a/token", "etat:les") } } },
  { "a scope that it has not",
    "cross.token.scopes",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .documents = { { "oidc", METADATA }, { "openapi", FLOW("https://a/token", "etat:skriv") } } },
  { "an issuer that says no scopes",
    "cross.token.scopes",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET,
    .documents = { { "oidc", "{\"issuer\":\"https://a/\"}" },
                   { "openapi", FLOW("https://a/token", "etat:les") } } },
  { "the issuer that is tested",
    "cross.token.issuer",
    "",
    SV_PASSED,
    { { RESOURCE, "200\n\n{\"authorization_servers\":[\"https://a/\"]}" } },
    .target = TARGET,
    .facts = ISSUERS("https://a/", "https://a/") },
  { "another issuer",
    "cross.token.issuer",
    "",
    SV_FAILED,
    { { RESOURCE, "200\n\n{\"authorization_servers\":[\"https://b/\"]}" } },
    .target = TARGET,
    .facts = ISSUERS("https://a/", "https://a/") },
  { "no such file",
    "cross.token.issuer",
    "",
    SV_INAPPLICABLE,
    { { RESOURCE, "404\n\n" } },
    .target = TARGET,
    .facts = ISSUERS("https://a/", "https://a/") },
};
const size_t sv_cross_source_case_count =
    sizeof sv_cross_source_cases / sizeof sv_cross_source_cases[0];
