// SPDX-License-Identifier: Apache-2.0
/* Cases of certificates and pages held against what catalogue, description and target file say. */
#include "plugins/cross/test/cases.h"

#define PREFIXES                                                                                   \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n"      \
  "@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix cpsv: <http://purl.org/vocab/cpsv#> .\n"   \
  "@prefix l: <http://publications.europa.eu/resource/authority/language/> .\n"
#define NOTHING "# nothing\n"
#define PUBLISHER(n, name)                                                                         \
  PREFIXES "<urn:k> a dcat:Catalog ; dct:publisher "                                               \
           "<https://data.brreg.no/enhetsregisteret/api/enheter/" n "> .\n"                        \
           "<https://data.brreg.no/enhetsregisteret/api/enheter/" n "> foaf:name \"" name "\" .\n"
#define DESCRIPTION(info)                                                                          \
  "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"A\",\"version\":\"1\"" info "},\"servers\":[{"     \
  "\"url\":\"https://"                                                                             \
  "etat.example\"}],"                                                                              \
  "\"paths\":{}}"
#define SERVICE(url)                                                                               \
  PREFIXES "<urn:s> a dcat:DataService ; dcat:endpointDescription <" URL "> ;\n"                   \
           "  dcat:endpointURL <" url "> .\n"
#define OWNER                                                                                      \
  "{\"organisation\":{\"orgnr\":\"400000018\",\"name\":\"Etaten\"},\"endpoints\":[{\"id\":"        \
  "\"api\",\"kind\":\"api\",\"url\":\"" URL "\"}]}"
#define PLAIN "{\"endpoints\":[{\"id\":\"api\",\"kind\":\"api\",\"url\":\"http://etat.example\"}]}"
#define PAGES                                                                                      \
  "{\"endpoints\":[{\"id\":\"web\",\"kind\":\"web\",\"url\":\"https://etat.example/\"}]}"
#define CATALOGUE(languages)                                                                       \
  PREFIXES "<urn:k> a dcat:Catalog ; foaf:homepage <https://etat.example/> ; "                     \
           "dct:language " languages " .\n"
#define PUBLIC(languages)                                                                          \
  PREFIXES "<urn:p> a cpsv:PublicService ; foaf:homepage <https://etat.example/sok> ;\n"           \
           "dct:language " languages " .\n"
#define HTML(lang, links)                                                                          \
  "200\nContent-Type: text/html\n\n<!doctype html><html lang=\"" lang                              \
  "\"><head><title>A</title>" links "</head><body><p>A</p></body></html>"
#define NYNORSK "<link rel=alternate hreflang=nn-NO href=/nn>"

static const char *const names[] = { "DNS:etat.example", "DNS:*.etat.example", "IP:192.0.2.1",
                                     NULL };
#define TLS(subject_text)                                                                          \
  &(const struct sv_tls)                                                                           \
  {                                                                                                \
    .version = "TLSv1.3", .cipher = "TLS_AES_128_GCM_SHA256", .chain_count = 1, .name_matches = 1, \
    .chain = &(const struct sv_certificate)                                                        \
    {                                                                                              \
      .subject = subject_text, .issuer = "CN=CA", .sha256 = "00", .names = names                   \
    }                                                                                              \
  }
#define CASE(name, id, outcome, subject, target_text, turtle, api)                                 \
  {                                                                                                \
    name, id, "", outcome, { { URL, "200\n\n{}", .tls = TLS(subject) } }, .target = target_text,   \
                                                                          .documents = {           \
                                                                            { "dcat", turtle },    \
                                                                            { "openapi", api }     \
                                                                          }                        \
  }
#define PAGE(name, id, outcome, url, answer, kind, turtle)                                         \
  {                                                                                                \
    name, id, "", outcome, { { url, answer } }, .target = PAGES, .documents = { { kind, turtle } } \
  }
#define NUMBER "cross.certificate.organisation"
#define NAME "cross.certificate.name"
#define HOST "cross.certificate.host"
#define SUBJECT(n) "organizationIdentifier=NTRNO-" n ",CN=etat.example,O=Etaten,C=NO"

const struct sv_case_row sv_cross_certificate_cases[] = {
  CASE("one number everywhere", NUMBER, SV_PASSED, SUBJECT("400000018"), OWNER,
       PUBLISHER("400000018", "Etaten"), DESCRIPTION(",\"x-orgnr\":\"400000018\"")),
  CASE("another number than the target's", NUMBER, SV_FAILED, SUBJECT("400000026"), OWNER, NOTHING,
       "{}"),
  CASE("another number than the publisher's", NUMBER, SV_FAILED, SUBJECT("400000018"), OWNER,
       PUBLISHER("400000026", "Annen"), DESCRIPTION("")),
  CASE("another number than the description's", NUMBER, SV_FAILED, SUBJECT("400000018"), OWNER,
       PUBLISHER("400000018", "Etaten"), DESCRIPTION(",\"x-orgnr\":\"400000026\"")),
  CASE("the number where older certificates have it", NUMBER, SV_FAILED,
       "CN=etat.example,serialNumber=400000026,O=Etaten\\, avd. nord,C=NO", OWNER, NOTHING, "{}"),
  CASE("a serial number that is no organisation's", NUMBER, SV_INAPPLICABLE,
       "CN=etat.example,serialNumber=12,C=NO", OWNER, NOTHING, "{}"),
  CASE("a number of another country", NUMBER, SV_INAPPLICABLE,
       "organizationIdentifier=NTRSE-400000026,CN=etat.example", OWNER, NOTHING, "{}"),
  CASE("a certificate of the domain only", NUMBER, SV_INAPPLICABLE, "CN=etat.example", OWNER,
       NOTHING, "{}"),
  { "a service without TLS",
    NUMBER,
    "",
    SV_INAPPLICABLE,
    { { "http://etat.example", "200\n\n{}" } },
    .target = PLAIN },
  { "a service that does not answer",
    NUMBER,
    "",
    SV_CANT_TELL,
    { { URL, "!connect" } },
    .target = OWNER },

  CASE("the name of the target", NAME, SV_PASSED, "CN=etat.example,O=ETATEN AS,C=NO", OWNER,
       NOTHING, "{}"),
  CASE("letters that are not of ASCII", NAME, SV_PASSED, "CN=a,O=S\\C3\\81MEDIGGI \\C3\\98st",
       OWNER, PUBLISHER("400000018", "Sámediggi øst"), DESCRIPTION("")),
  CASE("another name", NAME, SV_FAILED, "CN=etat.example,O=Annen virksomhet,C=NO", OWNER,
       PUBLISHER("400000018", "Etaten"), DESCRIPTION("")),
  CASE("another name, and a number", NAME, SV_INAPPLICABLE,
       "organizationIdentifier=NTRNO-400000018,O=Morselskap", OWNER, NOTHING, "{}"),
  CASE("no name to compare with", NAME, SV_INAPPLICABLE, "CN=etat.example,O=Etaten", TARGET,
       NOTHING, "{}"),

  CASE("a certificate for the host", HOST, SV_PASSED, "CN=a", TARGET,
       SERVICE("https://etat.example/v1"), DESCRIPTION("")),
  CASE("a certificate for all hosts below", HOST, SV_PASSED, "CN=a", TARGET,
       SERVICE("https://api.etat.example:8443/v1"), DESCRIPTION("")),
  CASE("a star stands for one label only", HOST, SV_FAILED, "CN=a", TARGET,
       SERVICE("https://a.b.etat.example/v1"), DESCRIPTION("")),
  CASE("an address of numbers", HOST, SV_PASSED, "CN=a", TARGET, SERVICE("https://192.0.2.1/v1"),
       DESCRIPTION("")),
  CASE("a certificate for another host", HOST, SV_FAILED, "CN=a", TARGET,
       SERVICE("https://annen.example/v1"), DESCRIPTION("")),
  CASE("a description of another host", HOST, SV_FAILED, "CN=a", TARGET,
       SERVICE("https://etat.example/v1"),
       "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"https://annen.example/v1\"}]}"),
  CASE("a test environment beside it", HOST, SV_PASSED, "CN=a", TARGET,
       SERVICE("https://etat.example/v1"),
       "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"https://test.annen.example\"},"
       "{\"url\":\"https://etat.example/v1\"}]}"),
  { "a service without TLS has no certificate",
    HOST,
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = PLAIN,
    .documents = { { "dcat", SERVICE("https://etat.example") }, { "openapi", DESCRIPTION("") } } },

  PAGE("a home page in a language of the catalogue", "cross.catalogue.language", SV_PASSED,
       "https://etat.example/", HTML("nb", ""), "dcat", CATALOGUE("l:NOB, l:NNO")),
  PAGE("a home page in another language", "cross.catalogue.language", SV_FAILED,
       "https://etat.example/", HTML("nb-NO", ""), "dcat", CATALOGUE("l:ENG")),
  PAGE("a language that is not compared", "cross.catalogue.language", SV_INAPPLICABLE,
       "https://etat.example/", HTML("nb", ""), "dcat", CATALOGUE("l:ENG, l:0E0")),
  PAGE("a page that does not say", "cross.catalogue.language", SV_INAPPLICABLE,
       "https://etat.example/", "200\nContent-Type: text/html\n\n<html><p>A</p></html>", "dcat",
       CATALOGUE("l:ENG")),
  PAGE("no answer", "cross.catalogue.language", SV_CANT_TELL, "https://etat.example/", "!connect",
       "dcat", CATALOGUE("l:ENG")),

  PAGE("a page and a link to the other", "cross.service.language", SV_PASSED,
       "https://etat.example/sok", HTML("nb", NYNORSK), "cpsv", PUBLIC("l:NOB, l:NNO")),
  PAGE("a language that no page is in", "cross.service.language", SV_FAILED,
       "https://etat.example/sok", HTML("nb", NYNORSK), "cpsv", PUBLIC("l:NOB, l:NNO, l:SME")),
  PAGE("a page in a language that is not named", "cross.service.language", SV_FAILED,
       "https://etat.example/sok", HTML("nb", NYNORSK), "cpsv", PUBLIC("l:NNO")),
  PAGE("a service that names no language", "cross.service.language", SV_INAPPLICABLE,
       "https://etat.example/sok", HTML("nb", ""), "cpsv",
       PREFIXES "<urn:p> a cpsv:PublicService ; foaf:homepage <https://etat.example/sok> .\n"),
};
const size_t sv_cross_certificate_case_count =
    sizeof sv_cross_certificate_cases / sizeof sv_cross_certificate_cases[0];
