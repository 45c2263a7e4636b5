// SPDX-License-Identifier: Apache-2.0
/* The cross checks against facts, documents and services on tables. */
#include "tests/unit/unit.h"

#include "plugins/cross/cross.h"
#include "plugins/cross/test/cases.h"

#include <stdlib.h>
#include <string.h>

extern const struct sv_plugin cross_LTX_samsvar_plugin;

#define SERVER(value)                                                                              \
  "[{\"predicate\":\"server-url\",\"value\":\"" value "\",\"where\":{\"url\":\"https://"           \
  "etat.example/openapi.json\"}}]"
#define CANONICAL(value)                                                                           \
  "[{\"predicate\":\"security-canonical\",\"value\":\"" value "\",\"where\":{\"url\":\"https://"   \
  "etat.example/.well-known/"                                                                      \
  "security.txt\"}}]"
#define VERSION "[{\"predicate\":\"api-version\",\"value\":\"1.2.0\"}]"
#define LISTING "https://etat.example/.well-known/api-catalog"

static const struct sv_case_row cases[] = {
  { "the server itself",
    "cross.address.server-url",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .facts = SERVER("https://ETAT.example:443/v1/") },
  { "a relative server",
    "cross.address.server-url",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .facts = SERVER("/v1") },
  { "another server",
    "cross.address.server-url",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .facts = SERVER("https://test.etat.example/v1") },
  { "an address that begins alike",
    "cross.address.server-url",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .facts = SERVER("https://etat.example/v") },
  { "nothing told", "cross.address.server-url", "", SV_INAPPLICABLE, { { 0 } }, .target = TARGET },

  { "a link to the description",
    "cross.address.service-description",
    "",
    SV_PASSED,
    { { URL, "200\nLink: </openapi.json>; rel=\"service-desc\"\n\n{}" } },
    .target = TARGET },
  { "a link to another",
    "cross.address.service-description",
    "",
    SV_FAILED,
    { { URL, "200\nLink: </old.json>; rel=service-desc\n\n{}" } },
    .target = TARGET },
  { "no link",
    "cross.address.service-description",
    "",
    SV_FAILED,
    { { URL, "200\n\n{}" } },
    .target = TARGET },
  { "sign-in",
    "cross.address.service-description",
    "",
    SV_CANT_TELL,
    { { URL, "401\n\n" } },
    .target = TARGET },

  { "a list with the API",
    "cross.address.api-catalog",
    "",
    SV_PASSED,
    { { LISTING, "200\n\n{\"linkset\":[{\"anchor\":\"https://etat.example/x\","
                 "\"item\":[{\"href\":\"https://etat.example/v1\"}]}]}" } },
    .target = TARGET },
  { "a list without it",
    "cross.address.api-catalog",
    "",
    SV_FAILED,
    { { LISTING, "200\n\n{\"linkset\":[{\"anchor\":\"https://etat.example/x\","
                 "\"item\":[{\"href\":\"https://etat.example/v2\"}]}]}" } },
    .target = TARGET },
  { "no list",
    "cross.address.api-catalog",
    "",
    SV_INAPPLICABLE,
    { { LISTING, "404\n\n" } },
    .target = TARGET },

  { "both say so",
    "cross.change.deprecation",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .facts = "[{\"predicate\":\"api-description\",\"subject\":\"service\",\"value\":\"/"
             "openapi.json\"},"
             "{\"predicate\":\"deprecation\",\"subject\":\"https://etat.example/v0/a/"
             "1?x=y\",\"value\":\"@1\"},"
             "{\"predicate\":\"deprecated-operation\",\"value\":\"/v0/a/{id}\"}]" },
  { "only the answer says so",
    "cross.change.deprecation",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .facts = "[{\"predicate\":\"api-description\",\"subject\":\"service\",\"value\":\"/"
             "openapi.json\"},"
             "{\"predicate\":\"deprecation\",\"subject\":\"https://etat.example/v0/"
             "a\",\"value\":\"@1\"}]" },
  { "only the description says so",
    "cross.change.deprecation",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .facts = "[{\"predicate\":\"api-description\",\"subject\":\"service\",\"value\":\"/"
             "openapi.json\"},"
             "{\"predicate\":\"not-deprecated\",\"subject\":\"https://etat.example/v0/"
             "a\",\"value\":\"\"},"
             "{\"predicate\":\"deprecated-operation\",\"value\":\"/v0/a\"}]" },
  { "no description was read",
    "cross.change.deprecation",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET,
    .facts = "[{\"predicate\":\"deprecation\",\"subject\":\"https://etat.example/v0/"
             "a\",\"value\":\"@1\"}]" },
  { "nothing is deprecated",
    "cross.change.deprecation",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET,
    .facts = "[{\"predicate\":\"api-description\",\"subject\":\"service\",\"value\":\"/"
             "openapi.json\"},"
             "{\"predicate\":\"not-deprecated\",\"subject\":\"https://etat.example/v1/"
             "a\",\"value\":\"\"}]" },

  { "the same version",
    "cross.change.version",
    "",
    SV_PASSED,
    { { URL, "200\nAPI-Version: 1.2.0\n\n{}" } },
    .target = TARGET,
    .facts = VERSION },
  { "another version",
    "cross.change.version",
    "",
    SV_FAILED,
    { { URL, "200\nAPI-Version: 1.3.0\n\n{}" } },
    .target = TARGET,
    .facts = VERSION },
  { "no version",
    "cross.change.version",
    "",
    SV_INAPPLICABLE,
    { { URL, "200\n\n{}" } },
    .target = TARGET,
    .facts = VERSION },

  { "one issuer",
    "cross.identity.issuer",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .facts = ISSUERS("https://a/", "https://a/") },
  { "a slash too many",
    "cross.identity.issuer",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .facts = ISSUERS("https://a/", "https://a") },
  { "only one document",
    "cross.identity.issuer",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET },

  { "this address",
    "cross.identity.security-address",
    "",
    SV_PASSED,
    { { 0 } },
    .target = TARGET,
    .facts = CANONICAL("https://etat.example/.well-known/security.txt") },
  { "another address",
    "cross.identity.security-address",
    "",
    SV_FAILED,
    { { 0 } },
    .target = TARGET,
    .facts = CANONICAL("https://annen.example/.well-known/security.txt") },
  { "no address",
    "cross.identity.security-address",
    "",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = TARGET },
};

static void every_case_has_its_outcome(void **state)
{
  (void)state;
  const size_t own = sizeof cases / sizeof cases[0];
  const size_t sources = sv_cross_source_case_count, shown = sv_cross_certificate_case_count;
  struct sv_case_row *all = calloc(own + sources + shown, sizeof *all);
  assert_non_null(all);
  memcpy(all, cases, sizeof cases);
  memcpy(all + own, sv_cross_source_cases, sources * sizeof *all);
  memcpy(all + own + sources, sv_cross_certificate_cases, shown * sizeof *all);
  sv_cases_run(&cross_LTX_samsvar_plugin, URL, all, own + sources + shown);
  free(all);
}

static void the_table_is_well_formed(void **state)
{
  (void)state;
  sv_fake_judge_table(&cross_LTX_samsvar_plugin, "cross");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_table_is_well_formed),
    cmocka_unit_test(every_case_has_its_outcome),
  };
  return cmocka_run_group_tests_name("cross", tests, NULL, NULL);
}
