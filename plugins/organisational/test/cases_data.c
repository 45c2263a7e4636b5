// SPDX-License-Identifier: Apache-2.0
/* Cases of what descriptions of data say of publishers and contact points. */
#include "plugins/organisational/test/cases.h"

#define BRREG "<https://data.brreg.no/enhetsregisteret/api/enheter/991825827>"
#define PERSON "e:c a vcard:Group; vcard:fn 'Kari Nordmann'; vcard:hasEmail <mailto:"

#define IN_TEST(sentence, id, outcome, text)                                                       \
  {                                                                                                \
    sentence, "organisational.publisher." id, "dcat", outcome, { { 0 } },                          \
        .target = "{\"environment\":\"test\",\"endpoints\":[{\"url\":"                             \
                  "\"https://demo.etat.example/\"}]}",                                             \
        .documents = {                                                                             \
          { "dcat", PREFIXES text }                                                                \
        }                                                                                          \
  }
#define OLDER(sentence, id, outcome, text)                                                         \
  {                                                                                                \
    sentence, "organisational." id, "dcat", outcome, { { 0 } },                                    \
        .params = "{\"dcat-ap-no\":\"2.2\"}", .documents = {                                       \
          { "dcat", PREFIXES text }                                                                \
        }                                                                                          \
  }

#define GOOD                                                                                       \
  "e:a a dcat:Dataset; dcat:keyword 'a'@nb; dcat:theme e:t; dct:spatial e:s; dct:temporal e:p; "   \
  "dcat:contactPoint e:c; dct:publisher e:o; dct:accessRights u:access-right\\/PUBLIC; "           \
  "dcat:distribution e:d . "

const struct sv_case_row sv_org_data_cases[] = {
  CASE("one publisher", "organisational.publisher.catalogue", SV_PASSED,
       "e:k a dcat:Catalog; dct:publisher " BRREG " ."),
  CASE("a text", "organisational.publisher.catalogue", SV_FAILED,
       "e:k a dcat:Catalog; dct:publisher 'Etaten' ."),
  CASE("no catalogue", "organisational.publisher.catalogue", SV_INAPPLICABLE,
       "e:d a dcat:Dataset ."),
  CASE("one publisher", "organisational.publisher.dataset", SV_PASSED,
       "e:d a dcat:Dataset; dct:publisher " BRREG " ."),
  CASE("two publishers", "organisational.publisher.dataset", SV_FAILED,
       "e:d a dcat:Dataset; dct:publisher " BRREG ", e:p ."),
  CASE("one publisher", "organisational.publisher.service", SV_PASSED,
       "e:s a dcat:DataService; dct:publisher " BRREG " ."),
  CASE("no publisher", "organisational.publisher.service", SV_FAILED, "e:s a dcat:DataService ."),

  CASE("a right number", "organisational.publisher.number", SV_PASSED,
       "e:d dct:publisher " BRREG " ."),
  CASE("a wrong number", "organisational.publisher.check-digit", SV_FAILED,
       "e:d dct:publisher <https://data.brreg.no/enhetsregisteret/api/enheter/991825828> ."),
  CASE("a right number", "organisational.publisher.check-digit", SV_PASSED,
       "e:d dct:publisher " BRREG " ."),
  CASE("no number", "organisational.publisher.check-digit", SV_INAPPLICABLE,
       "e:d dct:publisher <https://etat.example/> ."),
  CASE("no number", "organisational.publisher.number", SV_FAILED,
       "e:d dct:publisher <https://etat.example/> ."),
  CASE("another host", "organisational.publisher.number", SV_FAILED,
       "e:d dct:publisher <https://etat.example/991825827> ."),
  CASE("the older host", "organisational.publisher.number", SV_FAILED,
       "e:d dct:publisher "
       "<https://organization-catalogue.fellesdatakatalog.digdir.no/organizations/991825827> ."),
  CASE("a body of the EU", "organisational.publisher.number", SV_PASSED,
       "e:d dct:publisher u:corporate-body\\/DIGIT ."),
  CASE("nobody", "organisational.publisher.number", SV_INAPPLICABLE, "e:d a dcat:Dataset ."),
  CPSV_CASE("a competent authority", "organisational.publisher.number", SV_FAILED,
            "e:s cv:hasCompetentAuthority <https://etat.example/> ."),

  CASE("hosts for use", "organisational.publisher.environment", SV_PASSED,
       "e:d dct:publisher " BRREG "; dcat:accessURL <https://etat.no/test/x> ."),
  CASE("a host for tests", "organisational.publisher.environment", SV_FAILED,
       "e:d dcat:accessURL <https://api.test.etat.no/x> ."),
  CASE("an example", "organisational.publisher.environment", SV_FAILED,
       "e:d dcat:endpointURL <https://api.example.com/x> ."),
  IN_TEST("a host for tests in a test", "environment", SV_INAPPLICABLE,
          "e:d dcat:accessURL <https://api.test.etat.no/x> ."),
  IN_TEST("a host for tests", "environment-else", SV_FAILED,
          "e:d dcat:accessURL <https://api.test.etat.no/x>; dct:publisher " BRREG " ."),
  IN_TEST("hosts for use", "environment-else", SV_PASSED, "e:d dct:publisher " BRREG " ."),
  IN_TEST("the host of the target", "environment-else", SV_PASSED,
          "e:d dcat:endpointURL <https://demo.etat.example/v1> ."),
  IN_TEST("the host of the names", "environment-else", SV_PASSED,
          "<https://data.test/d> dcat:contactPoint <https://data.test/k> ."),
  CASE("a target in production", "organisational.publisher.environment-else", SV_INAPPLICABLE,
       "e:d dcat:accessURL <https://api.test.etat.no/x> ."),
  CASE("a right number", "organisational.identity.organisation-number", SV_PASSED,
       "e:d dct:publisher " BRREG " ."),
  CASE("a wrong number", "organisational.identity.organisation-number", SV_FAILED,
       "e:d dct:publisher <https://data.brreg.no/enhetsregisteret/api/enheter/991825828> ."),
  CASE("a wrong identifier", "organisational.identity.organisation-number", SV_FAILED,
       "e:o a foaf:Agent; dct:identifier '991 825 828 MVA' ."),
  CASE("an identifier that is no number", "organisational.identity.organisation-number",
       SV_INAPPLICABLE, "e:o a foaf:Agent; dct:identifier 'etat-1' ."),
  CASE("a number of no register", "organisational.identity.first-digit", SV_FAILED,
       "e:o a foaf:Agent; dct:identifier '123456785' ."),
  OLDER("a publisher", "publisher.service-stated", SV_PASSED,
        "e:s a dcat:DataService; dct:publisher e:p ."),
  OLDER("no publisher", "publisher.service-stated", SV_FAILED, "e:s a dcat:DataService ."),
  OLDER("no publisher", "publisher.service", SV_INAPPLICABLE, "e:s a dcat:DataService ."),
  CASE("version 3", "organisational.publisher.service-stated", SV_INAPPLICABLE,
       "e:s a dcat:DataService ."),
  OLDER("a contact point", "contact.dataset-stated", SV_PASSED,
        "e:d a dcat:Dataset; dcat:contactPoint e:c ."),
  OLDER("no contact point", "contact.dataset-stated", SV_FAILED, "e:d a dcat:Dataset ."),
  OLDER("a contact point", "contact.service-stated", SV_PASSED,
        "e:s a dcat:DataService; dcat:contactPoint e:c ."),
  OLDER("no contact point", "contact.service-stated", SV_FAILED, "e:s a dcat:DataService ."),
  CASE("a plain address", "organisational.contact.email-encoding", SV_PASSED,
       "e:c vcard:hasEmail <mailto:post@etat.no?subject=a%20b> ."),
  CASE("an encoded letter", "organisational.contact.email-encoding", SV_FAILED,
       "e:c vcard:hasEmail <mailto:p%6fst@etat.no> ."),
  CASE("an encoding of two letters", "organisational.contact.email-encoding", SV_PASSED,
       "e:c vcard:hasEmail <mailto:sp%C3%B8r@etat.no> ."),
  CASE("a text", "organisational.contact.email-encoding", SV_INAPPLICABLE,
       "e:c vcard:hasEmail 'post@etat.no' ."),

  CASE("a name", "organisational.publisher.agent-name", SV_PASSED,
       BRREG " a foaf:Agent; foaf:name 'Etaten' ."),
  CASE("no name", "organisational.publisher.agent-name", SV_FAILED, BRREG " a foaf:Agent ."),
  CASE("its number", "organisational.publisher.agent-number", SV_PASSED,
       BRREG " a foaf:Agent; dct:identifier '991825827' ."),
  CASE("another number", "organisational.publisher.agent-number", SV_FAILED,
       BRREG " a foaf:Agent; dct:identifier '123456785' ."),
  CASE("a name for a number", "organisational.publisher.agent-number", SV_FAILED,
       BRREG " a foaf:Agent; dct:identifier 'etaten' ."),
  CASE("no number", "organisational.publisher.agent-number", SV_FAILED, BRREG " a foaf:Agent ."),
  CASE("a type of the list", "organisational.publisher.agent-type", SV_PASSED,
       BRREG " a foaf:Agent; dct:type <http://purl.org/adms/publishertype/Company> ."),
  CASE("another type", "organisational.publisher.agent-type", SV_FAILED,
       BRREG " a foaf:Agent; dct:type 'etat' ."),
  CASE("no type", "organisational.publisher.agent-type", SV_INAPPLICABLE, BRREG " a foaf:Agent ."),

  CASE("a contact point", "organisational.contact.dataset", SV_PASSED,
       "e:d a dcat:Dataset; dcat:contactPoint e:c . e:c a vcard:Group ."),
  CASE("none", "organisational.contact.dataset", SV_FAILED, "e:d a dcat:Dataset ."),
  CASE("something else", "organisational.contact.dataset", SV_FAILED,
       "e:d a dcat:Dataset; dcat:contactPoint e:c . e:c a foaf:Agent ."),
  CASE("a contact point", "organisational.contact.catalogue", SV_PASSED,
       "e:k a dcat:Catalog; dcat:contactPoint e:c . e:c a vcard:Organization ."),
  CASE("none", "organisational.contact.catalogue", SV_FAILED, "e:k a dcat:Catalog ."),
  { "none in version 2.2",
    "organisational.contact.catalogue",
    "dcat",
    SV_INAPPLICABLE,
    { { 0 } },
    .params = "{\"dcat-ap-no\":\"2.2\"}",
    .documents = { { "dcat", PREFIXES "e:k a dcat:Catalog ." } } },
  CASE("a contact point", "organisational.contact.service", SV_PASSED,
       "e:s a dcat:DataService; dcat:contactPoint e:c . e:c a vcard:Group ."),
  CASE("a text", "organisational.contact.service", SV_FAILED,
       "e:s a dcat:DataService; dcat:contactPoint 'ring oss' ."),
  CASE("a name", "organisational.contact.name", SV_PASSED, "e:c a vcard:Group; vcard:fn 'Vakta' ."),
  CASE("no name", "organisational.contact.name", SV_FAILED, "e:c a vcard:Group ."),
  CASE("an empty name", "organisational.contact.name", SV_FAILED,
       "e:c a vcard:Group; vcard:fn '  '@nb ."),
  CASE("a page", "organisational.contact.reachable", SV_PASSED,
       "e:c a vcard:Group; vcard:hasURL <https://etat.example/kontakt> ."),
  CASE("neither", "organisational.contact.reachable", SV_FAILED, "e:c a vcard:Group ."),
  CASE("an address", "organisational.contact.email", SV_PASSED,
       "e:c a vcard:Group; vcard:hasEmail <mailto:post@etat.no> ."),
  CASE("a text", "organisational.contact.email", SV_FAILED,
       "e:c a vcard:Group; vcard:hasEmail 'post@etat.no' ."),
  CASE("another scheme", "organisational.contact.email", SV_FAILED,
       "e:c a vcard:Group; vcard:hasEmail <https://etat.no/post> ."),
  CASE("no e-mail", "organisational.contact.email", SV_INAPPLICABLE, "e:c a vcard:Group ."),
  CASE("a unit", "organisational.contact.person", SV_PASSED,
       "e:c a vcard:Group; vcard:fn 'Team Data'; vcard:hasEmail <mailto:team.data@etat.no> ."),
  CASE("a class for people", "organisational.contact.person", SV_FAILED,
       "e:c a vcard:Individual ."),
  CASE("a name of a person", "organisational.contact.person", SV_FAILED,
       PERSON "kari.nordmann@etat.no> ."),
  CASE("the address of a team", "organisational.contact.person", SV_PASSED,
       PERSON "post@etat.no> ."),
  CASE("a domain of the target", "organisational.contact.domain", SV_PASSED,
       "e:c vcard:hasEmail <mailto:post@etat.example> ."),
  CASE("a service for all", "organisational.contact.domain", SV_FAILED,
       "e:c vcard:hasEmail <mailto:etaten@gmail.com> ."),
  CASE("another domain", "organisational.contact.domain", SV_INAPPLICABLE,
       "e:c vcard:hasEmail <mailto:post@annen-etat.no> ."),
  CASE("good metadata", "organisational.catalogue.metadata-quality", SV_PASSED,
       GOOD "e:d dct:format u:file-type\\/CSV; dct:license u:licence\\/CC0 ."),
  CASE("metadata that hangs on what was not asked", "organisational.catalogue.metadata-quality",
       SV_CANT_TELL,
       GOOD "e:d dct:format u:file-type\\/CSV; dcat:accessURL <https://other.example/d> ."),
  CASE("poor metadata", "organisational.catalogue.metadata-quality", SV_FAILED,
       "e:a a dcat:Dataset; dct:title 'A'@nb ."),
  CASE("no data set", "organisational.catalogue.metadata-quality", SV_INAPPLICABLE,
       "e:k a dcat:Catalog ."),
};
const size_t sv_org_data_case_count = sizeof sv_org_data_cases / sizeof sv_org_data_cases[0];
