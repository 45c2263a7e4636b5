// SPDX-License-Identifier: Apache-2.0
/* Secrets and identity numbers planted in every text of a run come out in no byte of any format.
 * The numbers are synthetic: their months are over 80. */
#include "tests/unit/unit.h"

#include "engines/base/idnumber.h"
#include "reports/report.h"
#include "runner/hide.h"
#include "tests/unit/sample_run.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* What is planted, and the part of it that may not be seen. */
static const struct {
  const char *text, *secret;
} plants[] = {
  { "nr 01810210180 ", "01810210180" },
  { "pid=01810210180&x=1 ", "01810210180" },
  { "018102 10180 ", "018102 10180" },
  { "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmU ",
    "c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmU" },
  { "access_token=planted-Sesam-4711&a=b ", "planted-Sesam-4711" },
  { "{\"client_secret\":\"planted-Sesam-4711\"} ", "planted-Sesam-4711" },
  { "<password>planted-Sesam-4711</password> ", "planted-Sesam-4711" },
  { "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n",
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" },
};

/* Members that a reader takes only in a form of ours. */
static const char *const fixed[] = {
  "answer",   "date",        "asOf",   "attribution", "bodySha256", "expires", "failOn",
  "finished", "fingerprint", "layer",  "level",       "maturity",   "mode",    "outcome",
  "started",  "value",       "sha256", "change",      "was",        "now",     "since",
  "verdict",  "fresh",       "gone",   "language",
};

static bool is_fixed(const char *name)
{
  for (size_t i = 0; name && i < sizeof fixed / sizeof fixed[0]; i++)
    if (strcmp(fixed[i], name) == 0)
      return true;
  return false;
}

static void plant(json_t *value, const char *name, const char *text)
{
  const char *key = NULL;
  size_t i = 0;
  json_t *child = NULL;
  if (json_is_object(value)) {
    json_object_foreach(value, key, child)
    {
      plant(child, key, text);
    }
  } else if (json_is_array(value)) {
    json_array_foreach(value, i, child)
    {
      plant(child, name, text);
    }
  } else if (json_is_string(value) && !is_fixed(name) &&
             !sv_reason_is_apart(json_string_value(value))) {
    struct sv_buf out = SV_BUF((size_t)1 << 16);
    (void)sv_buf_adds(&out, text);
    (void)sv_buf_adds(&out, json_string_value(value));
    assert_int_equal(json_string_set(value, sv_buf_text(&out)), 0);
    sv_buf_free(&out);
  }
}

/* The full sample with a baseline, every text of it with TEXT before. */
static void planted(struct sv_run *run, const char *text)
{
  struct sv_run sample;
  struct sv_run before;
  struct sv_buf out = SV_BUF((size_t)1 << 26);
  struct sv_error err = { .line = 0 };
  sample_full(&sample);
  sample_full(&before);
  before.requirements[0].outcome = SV_FAILED;
  assert_int_equal(sv_diff_make(&sample, &before, NULL), SV_OK);
  assert_true(sample.diff->count > 0);
  assert_int_equal(sv_run_write(&sample, &out), SV_OK);
  json_t *doc = json_loads(out.data, 0, NULL);
  assert_non_null(doc);
  (void)json_object_del(json_object_get(doc, "verdict"), "capabilities");
  plant(doc, NULL, text);
  char *bytes = json_dumps(doc, JSON_SORT_KEYS);
  if (sv_run_read(bytes, strlen(bytes), "r.json", run, &err) != SV_OK)
    fail_msg("%zu: %s", err.line, err.text);
  free(bytes);
  json_decref(doc);
  sv_buf_free(&out);
  sv_run_free(&before);
  sv_run_free(&sample);
}

/* The same letters with Markdown's and others' escapes between are the same secret. */
static char *without_escapes(const char *text, size_t size)
{
  char *plain = malloc(size + 1);
  size_t n = 0;
  assert_non_null(plain);
  for (size_t i = 0; i < size; i++)
    if (text[i] != '\\' && text[i] != '\n')
      plain[n++] = text[i];
  plain[n] = '\0';
  return plain;
}

static void no_format_shows_what_is_planted(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof plants / sizeof plants[0]; i++) {
    struct sv_run run;
    planted(&run, plants[i].text);
    const uint32_t before = run.masked;
    assert_int_equal(sv_run_hide(&run), SV_OK);
    assert_true(run.masked > before + 100);
    for (const struct sv_renderer *r = sv_renderers; r->name; r++) {
      struct sv_buf out = SV_BUF(SV_REPORT_MAX);
      assert_int_equal(sv_report_render(r, &run, SV_EN, NULL, &out), SV_OK);
      char *plain = without_escapes(sv_buf_text(&out), out.size);
      if (strstr(sv_buf_text(&out), plants[i].secret) || strstr(plain, plants[i].secret))
        fail_msg("%s shows %s", r->name, plants[i].secret);
      free(plain);
      sv_buf_free(&out);
    }
    sv_run_free(&run);
  }
}

static void a_header_hides_what_its_name_says(void **state)
{
  (void)state;
  static struct sv_header_field headers[] = {
    { "Authorization", "Bearer abc" },
    { "Authorization", "Bearer \xE2\x80\xB9skjult: token\xE2\x80\xBA" },
    { "Authorization", "\xE2\x80\xB9skjult\xE2\x80\xBA abc" },
    { "Set-Cookie", "a=b; Path=/" },
    { "X-Api-Key", "abc" },
    { "Accept", "abc" },
  };
  static const char *const wanted[] = { "Bearer *hidden:token*",
                                        "Bearer \xE2\x80\xB9skjult: token\xE2\x80\xBA",
                                        "\xE2\x80\xB9skjult\xE2\x80\xBA *hidden:token*",
                                        "a=*hidden:cookie*; Path=/",
                                        "*hidden:secret*",
                                        "abc" };
  struct sv_run run;
  sample_begin(&run, 1);
  sample_exchange(&run, 1, "units");
  run.exchanges[0].request_headers = headers;
  run.exchanges[0].request_header_count = sizeof headers / sizeof headers[0];
  assert_int_equal(sv_run_hide(&run), SV_OK);
  for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
    assert_string_equal(headers[i].value, wanted[i]);
  sv_run_free(&run);
}

static void a_clean_run_stays_as_it_is(void **state)
{
  (void)state;
  struct sv_run run;
  struct sv_buf texts[2] = { SV_BUF((size_t)1 << 24), SV_BUF((size_t)1 << 24) };
  sample_full(&run);
  assert_int_equal(sv_run_write(&run, &texts[0]), SV_OK);
  assert_int_equal(sv_run_hide(&run), SV_OK);
  assert_int_equal(sv_run_write(&run, &texts[1]), SV_OK);
  assert_string_equal(texts[0].data, texts[1].data);
  sv_buf_free(&texts[0]);
  sv_buf_free(&texts[1]);
  sv_run_free(&run);
}

static void the_planted_number_is_one(void **state)
{
  (void)state;
  assert_true(sv_idnumber_valid("01810210180"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_planted_number_is_one),
    cmocka_unit_test(no_format_shows_what_is_planted),
    cmocka_unit_test(a_header_hides_what_its_name_says),
    cmocka_unit_test(a_clean_run_stays_as_it_is),
  };
  return cmocka_run_group_tests_name("hide", tests, NULL, NULL);
}
