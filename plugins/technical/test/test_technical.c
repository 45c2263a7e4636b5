// SPDX-License-Identifier: Apache-2.0
/* Every technical check on a service that conforms, and on the same service with one thing broken.
 */
#include "plugins/technical/test/cases.h"
#include "plugins/technical/test/fixture.h"

#include "engines/base/ascii.h"
#include "tests/unit/unit.h"

#include <stdbool.h>
#include <string.h>

extern const struct sv_plugin technical_LTX_samsvar_plugin;
static const struct sv_plugin *const plugin = &technical_LTX_samsvar_plugin;

/* Checks about features the good service does not use. */
static const char *const not_used[] = { "technical.http.throttling", "technical.http.last-modified",
                                        "technical.http.redirects",  "technical.negative.allow",
                                        "technical.web.image-text",  "technical.web.link-name" };

static const struct fault_table *const tables[] = {
  &transport_cases, &handshake_cases, &dns_cases,       &access_cases,   &content_cases,
  &http_cases,      &payload_cases,   &errors_cases,    &negative_cases, &security_cases,
  &auth_cases,      &tokens_cases,    &grants_cases,    &login_cases,    &description_cases,
  &guideline_cases, &rest_cases,      &signature_cases,
};

enum { TABLES = sizeof tables / sizeof tables[0] };

/* Runs C as a worker does: the plugin opened before and closed after. */
static enum sv_outcome run(struct sv_fake *f, const struct sv_check *c)
{
  assert_int_equal(plugin->open(&f->ctx), SV_PASSED);
  const enum sv_outcome outcome = sv_fake_run(f, c);
  plugin->close(&f->ctx);
  return outcome;
}

/* The checks of the contract run have a service and a test of their own: test_contract.c, and
 * test_negative.c for requests with one fault. */
static bool is_elsewhere(const struct sv_check *c)
{
  static const char contract[] = "technical.contract.", negative[] = "technical.negative.";
  return strncmp(c->id, contract, sizeof contract - 1) == 0 ||
         (strncmp(c->id, negative, sizeof negative - 1) == 0 &&
          strcmp(c->kinds, "api openapi") == 0);
}

static bool is_not_used(const char *id)
{
  for (size_t i = 0; i < sizeof not_used / sizeof not_used[0]; i++)
    if (strcmp(id, not_used[i]) == 0)
      return true;
  return false;
}

/* The first of the kinds the check is about. */
static const char *kind_of(const struct sv_check *c, char out[32])
{
  const size_t n = strcspn(c->kinds, " ");
  assert_true(n < 32);
  memcpy(out, c->kinds, n);
  out[n] = '\0';
  return strcmp(out, "*") == 0 ? "api" : out;
}

static void the_table_is_whole(void **state)
{
  (void)state;
  sv_fake_judge_table(plugin, "technical");
}

static void a_service_that_conforms_passes_every_check(void **state)
{
  (void)state;
  for (uint32_t i = 0; i < plugin->check_count; i++) {
    char kind[32];
    const struct sv_check *c = &plugin->checks[i];
    if (is_elsewhere(c))
      continue;
    struct sv_fake *f = fixture_new(kind_of(c, kind), NULL);
    const enum sv_outcome wanted = is_not_used(c->id) ? SV_INAPPLICABLE : SV_PASSED;
    /* What only pages have is judged on a page, what only JSON has on the API. */
    struct sv_fake *page = fixture_new("web", NULL);
    struct sv_fake *api = fixture_new("api", NULL);
    enum sv_outcome o = run(f, c);
    if (o == SV_INAPPLICABLE && wanted == SV_PASSED)
      o = run(api, c);
    if (o == SV_INAPPLICABLE && wanted == SV_PASSED)
      o = run(page, c);
    if (o != wanted)
      fail_msg("%s: outcome %d: %s (%s)", c->id, (int)o,
               f->finding_count ? f->findings[0].text : "no finding",
               f->finding_count && f->findings[0].actual ? f->findings[0].actual : "");
    sv_fake_free(f);
    sv_fake_free(page);
    sv_fake_free(api);
  }
}

static void judge_case(const struct fault_case *one)
{
  char kind[32];
  const struct sv_check *c = sv_fake_find_check(plugin, one->id);
  struct sv_fake *f =
      fixture_with(one->kind ? one->kind : kind_of(c, kind), one->url, one->document);
  if (one->target)
    sv_fake_target(f, one->target);
  sv_fake_rows(f, one->rows, one->rows[1].request ? 2 : one->rows[0].request ? 1 : 0);
  const enum sv_outcome o = run(f, c);
  if (o != one->outcome)
    fail_msg("%s on '%s': outcome %d, not %d: %s", one->id,
             one->rows[0].answer ? one->rows[0].answer : "", (int)o, (int)one->outcome,
             f->finding_count ? f->findings[0].text : "no finding");
  sv_fake_free(f);
}

static void each_fault_is_noticed_by_its_check(void **state)
{
  (void)state;
  for (size_t t = 0; t < TABLES; t++)
    for (size_t i = 0; i < tables[t]->count; i++)
      judge_case(&tables[t]->rows[i]);
}

static void every_check_has_a_fault_that_fails_it(void **state)
{
  (void)state;
  for (uint32_t i = 0; i < plugin->check_count; i++) {
    bool found = false;
    for (size_t t = 0; t < TABLES; t++)
      for (size_t k = 0; k < tables[t]->count; k++)
        found |= tables[t]->rows[k].outcome == SV_FAILED &&
                 strcmp(tables[t]->rows[k].id, plugin->checks[i].id) == 0;
    if (!found && !is_elsewhere(&plugin->checks[i]))
      fail_msg("no case fails %s", plugin->checks[i].id);
  }
}

/* A target that does not answer, or lets nobody in, is not blamed and does not pass. */
static void no_answer_is_never_a_pass_and_never_the_targets_fault(void **state)
{
  (void)state;
  static const char *const answers[] = { "!timeout after 30 s", "!dns no such host", "503\n\n",
                                         "429\n\n", "!budget" };
  for (size_t a = 0; a < sizeof answers / sizeof answers[0]; a++) {
    for (uint32_t i = 0; i < plugin->check_count; i++) {
      char kind[32];
      const struct sv_check *c = &plugin->checks[i];
      if (is_elsewhere(c))
        continue;
      struct sv_fake *f = fixture_new(kind_of(c, kind), NULL);
      struct sv_fake_row rows[128];
      assert_true(fixture_row_count <= 128);
      for (size_t r = 0; r < fixture_row_count; r++)
        rows[r] = (struct sv_fake_row){ .request = fixture_rows[r].request,
                                        .answer = answers[a],
                                        .tls = answers[a][0] == '!' ? NULL : &fixture_tls };
      sv_fake_rows(f, rows, fixture_row_count);
      const enum sv_outcome o = run(f, c);
      /* Being throttled without a word about how long is what one check is about. */
      const bool is_about_it =
          strcmp(c->id, "technical.http.throttling") == 0 && sv_starts_with(answers[a], "429");
      /* What judges a document alone asks for nothing. */
      if ((o == SV_FAILED && !is_about_it) ||
          (o == SV_PASSED && answers[a][0] == '!' && f->request_count > 0))
        fail_msg("%s on '%s': outcome %d: %s", c->id, answers[a], (int)o,
                 f->finding_count ? f->findings[0].text : "no finding");
      sv_fake_free(f);
    }
  }
}

/* A body that was not seen whole says nothing about what it would have been. */
static void a_cut_answer_does_not_pass_where_the_body_is_judged(void **state)
{
  (void)state;
  static const char *const ids[] = { "technical.http.json-utf8", "technical.http.json",
                                     "technical.http.timestamps", "technical.http.text-utf8",
                                     "technical.http.json-numbers" };
  static const struct sv_fake_row row = { SAMPLE, JSON(UNITS), &fixture_tls, SV_MARK_LIMITED };
  for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
    struct sv_fake *f = fixture_new("api", NULL);
    sv_fake_rows(f, &row, 1);
    if (run(f, sv_fake_find_check(plugin, ids[i])) == SV_PASSED)
      fail_msg("%s passed on a cut answer", ids[i]);
    sv_fake_free(f);
  }
}

static void the_whole_plugin_asks_little_of_an_api(void **state)
{
  (void)state;
  struct sv_fake *f = fixture_new("api", NULL);
  for (uint32_t i = 0; i < plugin->check_count; i++)
    if (!is_elsewhere(&plugin->checks[i]) &&
        (strstr(plugin->checks[i].kinds, "api") || strcmp(plugin->checks[i].kinds, "*") == 0))
      (void)run(f, &plugin->checks[i]);
  if (f->request_count > 70)
    fail_msg("%zu requests", f->request_count);
  sv_fake_free(f);
}

static void facts_are_told_for_other_layers(void **state)
{
  (void)state;
  static const struct {
    const char *id, *kind, *predicate, *value;
  } told[] = {
    { "technical.transport.host-name", "api", "tls-name", "DNS:svc.example" },
    { "technical.description.semver", "openapi", "version", "1.4.0" },
    { "technical.description.semver", "openapi", "title", "T" },
    { "technical.auth.issuer", "oidc", "issuer", "https://svc.example" },
    { "technical.security.security-txt-contact", "web", "security-contact",
      "mailto:security@svc.example" },
    { "technical.lifecycle.service-desc", "api", "service-desc",
      "https://svc.example/openapi.json" },
  };
  for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
    struct sv_fake *f = fixture_new(told[i].kind, NULL);
    bool found = false;
    (void)run(f, sv_fake_find_check(plugin, told[i].id));
    for (size_t k = 0; k < f->fact_count; k++)
      found |= strcmp(f->facts[k].predicate, told[i].predicate) == 0 &&
               strcmp(f->facts[k].value, told[i].value) == 0;
    if (!found)
      fail_msg("%s does not tell %s", told[i].id, told[i].predicate);
    sv_fake_free(f);
  }
}

static void an_origin_is_judged_once(void **state)
{
  (void)state;
  struct sv_fake *f = fixture_new("api", NULL);
  sv_fake_target(f, "{\"endpoints\":[{\"id\":\"first\",\"kind\":\"web\",\"url\":\"https://"
                    "SVC.example/\"},"
                    "{\"id\":\"api\",\"kind\":\"api\",\"url\":\"https://svc.example/v1\"}]}");
  assert_int_equal(run(f, sv_fake_find_check(plugin, "technical.transport.chain")),
                   SV_INAPPLICABLE);
  assert_int_equal(run(f, sv_fake_find_check(plugin, "technical.transport.redirect")),
                   SV_INAPPLICABLE);
  sv_fake_free(f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_table_is_whole),
    cmocka_unit_test(a_service_that_conforms_passes_every_check),
    cmocka_unit_test(each_fault_is_noticed_by_its_check),
    cmocka_unit_test(every_check_has_a_fault_that_fails_it),
    cmocka_unit_test(no_answer_is_never_a_pass_and_never_the_targets_fault),
    cmocka_unit_test(a_cut_answer_does_not_pass_where_the_body_is_judged),
    cmocka_unit_test(the_whole_plugin_asks_little_of_an_api),
    cmocka_unit_test(facts_are_told_for_other_layers),
    cmocka_unit_test(an_origin_is_judged_once),
  };
  return cmocka_run_group_tests_name("technical checks", tests, NULL, NULL);
}
