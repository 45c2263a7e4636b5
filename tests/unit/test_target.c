// SPDX-License-Identifier: Apache-2.0
/* What a good target file becomes. */
#include "tests/unit/unit.h"

#include "runner/orgnr.h"
#include "runner/target.h"

#include <stdlib.h>
#include <string.h>

static const char whole[] =
    "{\"$schema\":\"target.schema.json\",\"name\":\"Blåbær & Čáhci AS\",\n"
    "\"organisation\":{\"orgnr\":\"974760673\",\"name\":\"Registerenheten\"},\"role\":\"consumer\","
    "\n"
    "\"environment\":\"test\",\"profile\":\"own/p.json\",\n"
    "\"endpoints\":[{\"id\":\"main\",\"kind\":\"api\",\"url\":\"https://[::1]:8443/"
    "v1?x=1\",\"credential\":\"mp\"},"
    "{\"kind\":\"web\",\"url\":\"HTTP://a.no\"}],\n"
    "\"documents\":[{\"kind\":\"dcat\",\"file\":\"cat.ttl\"},{\"id\":\"c2\",\"kind\":\"cpsv\","
    "\"url\":\"https://a.no/c\"},"
    "{\"id\":\"abs\",\"kind\":\"skos\",\"file\":\"/x/y.ttl\"}],\n"
    "\"credentials\":{\"mp\":{\"type\":\"bearer\",\"token\":\"file:token\"},"
    "\"b\":{\"type\":\"basic\",\"user\":\"u\",\"password\":\"env:PW\",\"origin\":\"https://"
    "a.no:8443\"},"
    "\"k\":{\"type\":\"api-key\",\"key\":\"cmd:pass show k\",\"header\":\"X-Key\"},"
    "\"m\":{\"type\":\"mtls\",\"certificate\":\"file:/c.pem\",\"key\":\"file:k.pem\"}},\n"
    "\"samples\":{\"paths\":[\"/v1/"
    "x\"]},\"limits\":{\"rate\":50,\"concurrency\":16,\"requests\":9,\"addresses\":400}}";

static struct sv_target target;

static int open_target(void **state)
{
  (void)state;
  struct sv_error err = { 0 };
  const enum sv_status status =
      sv_target_parse(whole, sizeof whole - 1, "d/t.json", "d", &target, &err);
  if (status != SV_OK)
    print_error("%zu:%zu: %s\n", err.line, err.column, err.text);
  return status == SV_OK ? 0 : -1;
}

static int close_target(void **state)
{
  (void)state;
  sv_target_free(&target);
  return 0;
}

static void all_members_are_kept(void **state)
{
  (void)state;
  assert_string_equal(target.id, "blabaer-cahci-as");
  assert_string_equal(target.path, "d/t.json");
  assert_string_equal(target.orgnr, "974760673");
  assert_string_equal(target.role, "consumer");
  assert_string_equal(target.environment, "test");
  assert_string_equal(target.profile, "d/own/p.json");
  assert_int_equal(target.endpoint_count, 2);
  assert_string_equal(target.endpoints[0].credential, "mp");
  assert_string_equal(target.endpoints[1].id, "web");
  assert_int_equal(target.document_count, 3);
  assert_string_equal(target.documents[0].file, "d/cat.ttl");
  assert_null(target.documents[1].file);
  assert_string_equal(target.documents[2].file, "/x/y.ttl");
  assert_int_equal(target.limits.rate, 50);
  assert_int_equal(target.limits.concurrency, 16);
  assert_int_equal(target.limits.requests, 9);
  assert_int_equal(target.limits.addresses, 400);
}

static void credentials_are_references(void **state)
{
  (void)state;
  assert_int_equal(target.credential_count, 4);
  const struct sv_credential *c = target.credentials;
  assert_int_equal(c[0].type, SV_BEARER);
  assert_string_equal(c[0].secret, "file:d/token");
  assert_string_equal(c[1].user, "u");
  assert_string_equal(c[1].secret, "env:PW");
  assert_string_equal(c[1].origin, "https://a.no:8443");
  assert_string_equal(c[2].secret, "cmd:pass show k");
  assert_string_equal(c[2].header, "X-Key");
  assert_string_equal(c[3].certificate, "file:/c.pem");
  assert_string_equal(c[3].secret, "file:d/k.pem");
}

static void plugins_see_no_credentials_and_no_files(void **state)
{
  (void)state;
  json_t *public = sv_target_public(&target);
  assert_non_null(public);
  char *text = json_dumps(public, 0);
  assert_non_null(text);
  assert_null(strstr(text, "credential"));
  assert_null(strstr(text, "env:"));
  assert_null(strstr(text, "cat.ttl"));
  assert_non_null(strstr(text, "\"/v1/x\""));
  assert_int_equal(json_array_size(json_object_get(public, "endpoints")), 2);
  assert_string_equal(
      json_string_value(json_object_get(json_object_get(public, "organisation"), "orgnr")), "974760"
                                                                                            "673");
  free(text);
  json_decref(public);
}

static void the_least_target_has_defaults(void **state)
{
  (void)state;
  static const char least[] = "\xef\xbb\xbf{\"name\":\"---\",\"endpoints\":[{\"kind\":\"api\","
                              "\"url\":\"https://a.no\"}]}";
  struct sv_target t;
  struct sv_error err = { 0 };
  assert_int_equal(sv_target_parse(least, sizeof least - 1, "t", ".", &t, &err), SV_OK);
  assert_string_equal(t.id, "target");
  assert_string_equal(t.role, "provider");
  assert_string_equal(t.environment, "production");
  assert_null(t.orgnr);
  json_t *public = sv_target_public(&t);
  assert_non_null(public);
  json_decref(public);
  sv_target_free(&t);
}

static void organisation_numbers_have_a_control_digit(void **state)
{
  (void)state;
  static const char *const good[] = { "974760673", "991825827", "910753614", "123456785" };
  static const char *const bad[] = { "974760674", "97476067",  "9747606733", "97476067x",
                                     "",          "000000001", "100000090" };
  for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
    assert_true(sv_orgnr_is_valid(good[i]));
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_false(sv_orgnr_is_valid(bad[i]));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(all_members_are_kept),
    cmocka_unit_test(credentials_are_references),
    cmocka_unit_test(plugins_see_no_credentials_and_no_files),
    cmocka_unit_test(the_least_target_has_defaults),
    cmocka_unit_test(organisation_numbers_have_a_control_digit),
  };
  return cmocka_run_group_tests_name("target", tests, open_target, close_target);
}
