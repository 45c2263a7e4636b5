// SPDX-License-Identifier: Apache-2.0
/* The organisational checks against services on tables. */
#include "tests/unit/unit.h"

#include "plugins/organisational/organisational.h"
extern const struct sv_plugin organisational_LTX_samsvar_plugin;
#include "plugins/organisational/test/cases.h"

#include <stdlib.h>
#include <string.h>

#define URL "https://etat.example/"
#define TXT URL ".well-known/security.txt"
#define PLAIN "200\nContent-Type: text/plain; charset=utf-8\n\n"
#define CONTACT "Contact: mailto:sikkerhet@etat.example\n"
#define DOCUMENT(text) { { "openapi", text } }

static const struct sv_case_row cases[] = {
  { "a whole contact", "organisational.description.contact", "openapi", SV_PASSED, { { 0 } },
    .documents = DOCUMENT("{\"info\":{\"contact\":{\"name\":\"a\",\"email\":\"b\",\"url\":\"c\"}}}") },
  { "half a contact", "organisational.description.contact", "openapi", SV_FAILED, { { 0 } },
    .documents = DOCUMENT("{\"info\":{\"contact\":{\"name\":\"a\"}}}") },
  { "no contact", "organisational.description.contact", "openapi", SV_FAILED, { { 0 } }, .documents = DOCUMENT("{}") },
  { "no document", "organisational.description.contact", "openapi", SV_INAPPLICABLE, { { 0 } } },

  { "a right number", "organisational.identity.organisation-number", "openapi", SV_PASSED, { { 0 } },
    .documents = DOCUMENT("{\"info\":{\"x-organisasjonsnummer\":\"991 825 827\"}}") },
  { "a wrong number", "organisational.identity.organisation-number", "openapi", SV_FAILED, { { 0 } },
    .documents = DOCUMENT("{\"info\":{\"x-orgnr\":991825828}}") },
  { "a right number on a page", "organisational.identity.organisation-number", "web", SV_PASSED,
    { { URL, "200\nContent-Type: text/html\n\n<p>Org.nr. 991 825 827</p>" } } },
  { "a wrong number on a page", "organisational.identity.organisation-number", "web", SV_FAILED,
    { { URL, "200\nContent-Type: text/html\n\n<p>Organisasjonsnummer: 991825828 MVA</p>" } } },
  { "a number of today", "organisational.identity.first-digit", "openapi", SV_PASSED, { { 0 } },
    .documents = DOCUMENT("{\"info\":{\"x-orgnr\":991825827}}") },
  { "a number of no register", "organisational.identity.first-digit", "openapi", SV_FAILED, { { 0 } },
    .documents = DOCUMENT("{\"info\":{\"x-orgnr\":123456785}}") },
  { "a number of no register is a number", "organisational.identity.organisation-number", "openapi", SV_PASSED,
    { { 0 } }, .documents = DOCUMENT("{\"info\":{\"x-orgnr\":123456785}}") },
  { "a test organisation in a test", "organisational.identity.first-digit", "openapi", SV_INAPPLICABLE, { { 0 } },
    .target = "{\"environment\":\"test\"}", .documents = DOCUMENT("{\"info\":{\"x-orgnr\":123456785}}") },
  { "a wrong number", "organisational.identity.first-digit", "openapi", SV_INAPPLICABLE, { { 0 } },
    .documents = DOCUMENT("{\"info\":{\"x-orgnr\":123456784}}") },
  { "no number", "organisational.identity.organisation-number", "web", SV_INAPPLICABLE,
    { { URL, "200\nContent-Type: text/html\n\n<p>Hei</p>" } } },

  { "a structured date", "organisational.lifecycle.deprecation-date", "api", SV_PASSED,
    { { URL, "200\nDeprecation: @1748736000\n\n{}" } } },
  { "an HTTP date", "organisational.lifecycle.deprecation-date", "api", SV_FAILED,
    { { URL, "200\nDeprecation: Sun, 01 Jun 2025 00:00:00 GMT\n\n{}" } } },
  { "the word true", "organisational.lifecycle.deprecation-date", "api", SV_FAILED,
    { { URL, "200\nDeprecation: true\n\n{}" } } },
  { "an old address that the target names", "organisational.lifecycle.deprecation-date", "api", SV_FAILED,
    { { URL, "200\n\n{}" }, { URL "v0", "200\nDeprecation: true\n\n{}" } },
    .target = "{\"samples\":{\"deprecated\":[\"/v0\"]}}" },
  { "no field", "organisational.lifecycle.deprecation-date", "api", SV_INAPPLICABLE, { { URL, "200\n\n{}" } } },

  { "a notice with a page", "organisational.lifecycle.deprecation-link", "api", SV_PASSED,
    { { URL, "200\nDeprecation: @1748736000\nLink: </a>; rel=deprecation\n\n{}" } } },
  { "a notice without a page", "organisational.lifecycle.deprecation-link", "api", SV_FAILED,
    { { URL, "200\nDeprecation: @1748736000\nLink: </a>; rel=successor-version\n\n{}" } } },
  { "no notice", "organisational.lifecycle.deprecation-link", "api", SV_INAPPLICABLE, { { URL, "200\n\n{}" } } },
  { "a sunset to come", "organisational.lifecycle.sunset", "api", SV_PASSED,
    { { URL, "200\nDeprecation: @1748736000\nSunset: Thu, 31 Dec 2026 23:59:59 GMT\n\n{}" } } },
  { "a sunset before its notice", "organisational.lifecycle.sunset", "api", SV_FAILED,
    { { URL, "200\nDeprecation: @1999999999\nSunset: Thu, 31 Dec 2026 23:59:59 GMT\n\n{}" } } },
  { "a sunset gone by", "organisational.lifecycle.sunset", "api", SV_PASSED,
    { { URL, "200\nSunset: Wed, 31 Dec 2025 23:59:59 GMT\n\n{}" } } },
  { "a sunset that a page explains", "organisational.lifecycle.sunset-notice", "api", SV_PASSED,
    { { URL, "200\nSunset: Thu, 31 Dec 2026 23:59:59 GMT\nLink: </a>; rel=\"deprecation sunset\"\n\n{}" } } },
  { "a sunset that nothing explains", "organisational.lifecycle.sunset-notice", "api", SV_FAILED,
    { { URL, "200\nSunset: Thu, 31 Dec 2026 23:59:59 GMT\nLink: </a>; rel=next\n\n{}" } } },
  { "a sunset gone by", "organisational.lifecycle.sunset-notice", "api", SV_FAILED,
    { { URL, "200\nSunset: Wed, 31 Dec 2025 23:59:59 GMT\nLink: </a>; rel=sunset\n\n{}" } } },
  { "a sunset that was kept", "organisational.lifecycle.sunset-notice", "api", SV_PASSED,
    { { URL, "410\nSunset: Wed, 31 Dec 2025 23:59:59 GMT\nLink: </a>; rel=sunset\n\n{}" } } },
  { "no sunset", "organisational.lifecycle.sunset-notice", "api", SV_INAPPLICABLE, { { URL, "200\n\n{}" } } },
  { "no date", "organisational.lifecycle.sunset", "api", SV_FAILED, { { URL, "200\nSunset: 2026-12-31\n\n{}" } } },
  { "no sunset", "organisational.lifecycle.sunset", "api", SV_INAPPLICABLE, { { URL, "200\n\n{}" } } },

  { "a security.txt", "organisational.security-contact.published", "web", SV_PASSED, { { TXT, PLAIN CONTACT } } },
  { "no security.txt", "organisational.security-contact.published", "web", SV_FAILED, { { TXT, "404\n\n" } } },
  { "a page in its place", "organisational.security-contact.published", "web", SV_FAILED,
    { { TXT, "200\nContent-Type: text/html\n\n<p>" } } },
  { "JSON in its place", "organisational.security-contact.published", "web", SV_FAILED, { { TXT, PLAIN "{}" } } },
  { "a page in its place", "organisational.security-contact.contents", "web", SV_INAPPLICABLE,
    { { TXT, "200\nContent-Type: text/html\n\n<p>" } } },
  { "a page in its place", "organisational.security-contact.renewal", "web", SV_INAPPLICABLE,
    { { TXT, "200\nContent-Type: text/html\n\n<p>" } } },
  { "another charset", "organisational.security-contact.published", "web", SV_FAILED,
    { { TXT, "200\nContent-Type: text/plain; charset=iso-8859-1\n\n" CONTACT } } },
  { "a closed door", "organisational.security-contact.published", "web", SV_CANT_TELL, { { TXT, "403\n\n" } } },

  { "contact and expiry", "organisational.security-contact.contents", "web", SV_PASSED,
    { { TXT, PLAIN CONTACT "Expires: 2027-05-01T00:00:00Z\n" } } },
  { "no contact", "organisational.security-contact.contents", "web", SV_FAILED,
    { { TXT, PLAIN "Expires: 2027-05-01T00:00:00Z\n" } } },
  { "a contact that is no address", "organisational.security-contact.contents", "web", SV_FAILED,
    { { TXT, PLAIN "Contact: ring oss\nExpires: 2027-05-01T00:00:00Z\n" } } },
  { "no expiry", "organisational.security-contact.contents", "web", SV_FAILED, { { TXT, PLAIN CONTACT } } },
  { "two expiries", "organisational.security-contact.contents", "web", SV_FAILED,
    { { TXT, PLAIN CONTACT "Expires: 2027-05-01T00:00:00Z\nExpires: 2027-06-01T00:00:00Z\n" } } },
  { "a day for a moment", "organisational.security-contact.contents", "web", SV_FAILED,
    { { TXT, PLAIN CONTACT "Expires: 2027-05-01\n" } } },
  { "expired", "organisational.security-contact.contents", "web", SV_FAILED,
    { { TXT, PLAIN CONTACT "Expires: 2026-05-01T00:00:00Z\n" } } },
  { "years ahead", "organisational.security-contact.renewal", "web", SV_FAILED,
    { { TXT, PLAIN CONTACT "Expires: 2030-05-01T00:00:00Z\n" } } },
  { "a year ahead", "organisational.security-contact.renewal", "web", SV_PASSED,
    { { TXT, PLAIN CONTACT "Expires: 2027-05-01T00:00:00Z\n"
             "Canonical: https://annen.example/s\nCanonical: " TXT "\n" } } },
  { "a copy", "organisational.security-contact.renewal", "web", SV_FAILED,
    { { TXT, PLAIN CONTACT "Expires: 2027-05-01T00:00:00Z\nCanonical: https://annen.example/s\n" } } },
  { "no file", "organisational.security-contact.renewal", "web", SV_INAPPLICABLE, { { TXT, "404\n\n" } } },
  { "another host's file", "organisational.security-contact.published", "web", SV_FAILED,
    { { TXT, "302\nLocation: https://annen.example/s\n\n" }, { "https://annen.example/s", PLAIN CONTACT } } },
  { "years ahead", "organisational.security-contact.contents", "web", SV_PASSED,
    { { TXT, PLAIN CONTACT "Expires: 2030-05-01T00:00:00Z\n" } } },
  { "no file", "organisational.security-contact.contents", "web", SV_INAPPLICABLE, { { TXT, "404\n\n" } } },

  { "a link that works", "organisational.service-level.documented", "openapi", SV_PASSED,
    { { "https://etat.example/sla", "200\n\nx" } },
    .documents = DOCUMENT("{\"info\":{\"x-sla\":\"https://etat.example/sla\"}}") },
  { "a link that is dead", "organisational.service-level.documented", "openapi", SV_FAILED,
    { { "https://etat.example/sla", "404\n\n" } },
    .documents = DOCUMENT("{\"externalDocs\":{\"description\":\"Tjenestenivå\","
                          "\"url\":\"https://etat.example/sla\"}}") },
  { "other documentation", "organisational.service-level.documented", "openapi", SV_FAILED, { { 0 } },
    .documents = DOCUMENT("{\"externalDocs\":{\"description\":\"Oslavern\",\"url\":\"https://etat.example/o\"}}") },
};

static void every_case_has_its_outcome(void **state)
{
  (void)state;
  const struct {
    const struct sv_case_row *rows;
    size_t count;
  } parts[] = {
    { cases, sizeof cases / sizeof cases[0] },
    { sv_org_data_cases, sv_org_data_case_count },
    { sv_org_handed_cases, sv_org_handed_case_count },
    { sv_org_link_cases, sv_org_link_case_count },
    { sv_org_order_cases, sv_org_order_case_count },
    { sv_org_service_cases, sv_org_service_case_count },
  };
  size_t count = 0;
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
    count += parts[i].count;
  struct sv_case_row *all = calloc(count, sizeof *all);
  assert_non_null(all);
  count = 0;
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    memcpy(all + count, parts[i].rows, parts[i].count * sizeof *all);
    count += parts[i].count;
  }
  sv_cases_run(&organisational_LTX_samsvar_plugin, URL, all, count);
  free(all);
}

static void the_table_is_well_formed(void **state)
{
  (void)state;
  sv_fake_judge_table(&organisational_LTX_samsvar_plugin, "organisational");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_table_is_well_formed),
    cmocka_unit_test(every_case_has_its_outcome),
  };
  return cmocka_run_group_tests_name("organisational", tests, NULL, NULL);
}
