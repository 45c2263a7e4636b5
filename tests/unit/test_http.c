// SPDX-License-Identifier: Apache-2.0
/* The grammars of header fields, each with good and bad values. */
#include "tests/unit/unit.h"

#include "engines/http/fields.h"
#include "engines/http/language.h"
#include "engines/http/media_type.h"
#include "engines/http/problem.h"

#include <string.h>

static void media_types(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    bool good, json;
  } cases[] = {
    { "application/json", true, true },
    { "text/html; charset=utf-8", true, false },
    { "application/ld+json;profile=\"a b\"", true, true },
    { "Application/JSON ; a=b ;", true, true },
    { "text", false, false },
    { "text/", false, false },
    { "text/html; charset", false, false },
    { "text/html; charset=", false, false },
    { "text/html, text/plain", false, false },
    { "text/html; a=\"b", false, false },
    { "", false, false },
    { "a b/c", false, false },
    { "+json/x", true, false },
    { "application/+json", true, false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_media_type m;
    const bool good = sv_media_type_parse(cases[i].text, strlen(cases[i].text), &m) == SV_OK;
    if (good != cases[i].good || (good && sv_media_type_is_json(&m) != cases[i].json))
      fail_msg("%s", cases[i].text);
  }
  struct sv_media_type m;
  assert_int_equal(sv_media_type_parse("text/HTML; charset=\"ut\\f-8\"", 27, &m), SV_OK);
  assert_true(sv_media_type_is(&m, "text/html"));
  assert_false(sv_media_type_is(&m, "text/htm"));
  assert_true(sv_param_is(sv_params_find(&m.params, "CHARSET"), "UTF-8"));
  assert_false(sv_param_is(sv_params_find(&m.params, "charset"), "utf-"));
  assert_false(sv_param_is(sv_params_find(&m.params, "charset"), "utf-88"));
}

static void weights(void **state)
{
  (void)state;
  static const char text[] = "text/*;q=0.3, application/json, */*;q=0.125";
  static const unsigned expected[] = { 300, 1000, 125 };
  struct sv_scan s = sv_scan_of(text, sizeof text - 1);
  struct sv_media_type m;
  unsigned q = 0;
  size_t n = 0;
  while (sv_accept_next(&s, &m, &q) == SV_OK)
    assert_int_equal(q, expected[n++]);
  assert_int_equal(n, 3);
  static const char *const bad[] = { "a/b;q=1.1", "a/b;q=2", "a/b;q=0.1234", "a/b;q=x", "a/b c/d" };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    s = sv_scan_of(bad[i], strlen(bad[i]));
    assert_int_equal(sv_accept_next(&s, &m, &q), SV_INVALID);
  }
  struct sv_span language;
  s = sv_scan_of("nb, nn;q=0.5", 12);
  assert_int_equal(sv_weighted_next(&s, &language, &q), SV_OK);
  assert_true(sv_span_is(language, "nb"));
  assert_int_equal(sv_weighted_next(&s, &language, &q), SV_OK);
  assert_int_equal(q, 500);
  assert_int_equal(sv_weighted_next(&s, &language, &q), SV_NOT_FOUND);
}

static void http_dates(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    enum sv_date_format format;
  } cases[] = {
    { "Sun, 06 Nov 1994 08:49:37 GMT", SV_IMF_FIXDATE },
    { "Sunday, 06-Nov-94 08:49:37 GMT", SV_RFC850_DATE },
    { "Sun Nov  6 08:49:37 1994", SV_ASCTIME_DATE },
    { "Mon, 06 Nov 1994 08:49:37 GMT", 0 },
    { "Sun, 06 Nov 1994 08:49:37 UTC", 0 },
    { "Sun, 6 Nov 1994 08:49:37 GMT", 0 },
    { "Sun, 06 Nov 1994 24:49:37 GMT", 0 },
    { "Sun, 31 Feb 1994 08:49:37 GMT", 0 },
    { "Sun, 06 Nov 1994 08:49:37 GMT ", 0 },
    { "0", 0 },
    { "sun, 06 nov 1994 08:49:37 gmt", 0 },
    { "", 0 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    int64_t seconds = 0;
    const enum sv_date_format f =
        sv_http_date_parse(cases[i].text, strlen(cases[i].text), 1795000000, &seconds);
    if (f != cases[i].format || (f && seconds != 784111777))
      fail_msg("%s: %d, %lld", cases[i].text, (int)f, (long long)seconds);
  }
  assert_true(sv_retry_after_is_valid("120", 3));
  assert_true(sv_retry_after_is_valid("Sun, 06 Nov 1994 08:49:37 GMT", 29));
  assert_false(sv_retry_after_is_valid("", 0));
  assert_false(sv_retry_after_is_valid("1.5", 3));
  assert_false(sv_retry_after_is_valid("-1", 2));
}

static void entity_tags(void **state)
{
  (void)state;
  bool weak = false;
  assert_true(sv_etag_parse("W/\"a\"", 5, &weak));
  assert_true(weak);
  assert_true(sv_etag_parse("\"\"", 2, &weak));
  assert_false(weak);
  static const char *const bad[] = { "a", "\"a", "w/\"a\"", "\"a b\"", "\"a\"b\"", "W/", "\"", "" };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_false(sv_etag_parse(bad[i], strlen(bad[i]), NULL));
}

static void directive_lists(void **state)
{
  (void)state;
  static const char text[] = "private=\"set-cookie, x\", ,max-age=60";
  struct sv_param p;
  assert_int_equal(sv_directive_find(text, sizeof text - 1, "MAX-AGE", &p), SV_OK);
  assert_true(sv_param_is(&p, "60"));
  assert_int_equal(sv_directive_find(text, sizeof text - 1, "no-store", &p), SV_OK);
  assert_null(p.name.data);
  assert_int_equal(sv_directive_find("a b", 3, "a", &p), SV_INVALID);
  assert_int_equal(sv_directive_find("max-age=", 8, "a", &p), SV_INVALID);
  assert_int_equal(sv_directive_find("", 0, "a", &p), SV_OK);
}

static void strict_transport_security(void **state)
{
  (void)state;
  struct sv_hsts h;
  assert_int_equal(sv_hsts_parse("max-age=\"31536000\" ; includeSubDomains; preload", 47, &h),
                   SV_OK);
  assert_int_equal(h.max_age, 31536000);
  assert_true(h.include_subdomains && h.preload);
  assert_int_equal(sv_hsts_parse(" ;max-age=0;", 12, &h), SV_OK);
  static const char *const bad[] = { "includeSubDomains",
                                     "max-age=x",
                                     "max-age",
                                     "max-age=1; max-age=2",
                                     "max-age=1, max-age=2",
                                     "max-age=-1",
                                     "max-age=1; includeSubDomains=1" };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    if (sv_hsts_parse(bad[i], strlen(bad[i]), &h) != SV_INVALID)
      fail_msg("%s", bad[i]);
}

static void challenges(void **state)
{
  (void)state;
  static const char text[] = "Negotiate, Basic realm=\"a, b\", charset = UTF-8, NTLM abc==, Bearer "
                             "error=\"x\"";
  static const char *const schemes[] = { "Negotiate", "Basic", "NTLM", "Bearer" };
  static const size_t counts[] = { 0, 2, 0, 1 };
  struct sv_scan s = sv_scan_of(text, sizeof text - 1);
  struct sv_challenge c;
  size_t n = 0;
  while (sv_challenge_next(&s, &c) == SV_OK) {
    assert_true(sv_span_is(c.scheme, schemes[n]));
    assert_int_equal(c.params.count, counts[n]);
    assert_int_equal(c.token68.data != NULL, n == 2);
    n++;
  }
  assert_int_equal(n, 4);
  static const char *const bad[] = { "Bearer realm=\"a\", realm=\"b\"", "Bearer realm=\"a\" x",
                                     "\"x\"", "Bearer realm=\"a", "Bearer a=b c=d" };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    s = sv_scan_of(bad[i], strlen(bad[i]));
    enum sv_status status;
    while ((status = sv_challenge_next(&s, &c)) == SV_OK)
      ;
    if (status != SV_INVALID)
      fail_msg("%s", bad[i]);
  }
}

static void links(void **state)
{
  (void)state;
  static const char text[] = "</a?page=2>; rel=\"next  last\"; title=\"x, y\", "
                             "<https://b>;rel=service-desc";
  struct sv_scan s = sv_scan_of(text, sizeof text - 1);
  struct sv_link l;
  assert_int_equal(sv_link_next(&s, &l), SV_OK);
  assert_true(sv_link_has_rel(&l, "LAST"));
  assert_false(sv_link_has_rel(&l, "las"));
  assert_memory_equal(l.target.data, "/a?page=2", l.target.size);
  assert_int_equal(sv_link_next(&s, &l), SV_OK);
  assert_true(sv_link_has_rel(&l, "service-desc"));
  assert_int_equal(sv_link_next(&s, &l), SV_NOT_FOUND);
  static const char *const bad[] = {
    "/a; rel=next",      "<a; rel=next",         "<a>", "<a>; rel=", "<a b>; rel=next",
    "<a>; rel=x; rel=y", "<a>; rel=x <b>; rel=y"
  };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    s = sv_scan_of(bad[i], strlen(bad[i]));
    if (sv_link_next(&s, &l) != SV_INVALID)
      fail_msg("%s", bad[i]);
  }
}

static void content_security_policies(void **state)
{
  (void)state;
  static const char text[] = "default-src 'self' ; ;script-src 'unsafe-eval' a.no, frame-ancestors "
                             "'none'";
  struct sv_span v;
  assert_true(sv_csp_find(text, sizeof text - 1, "Frame-Ancestors", &v));
  assert_true(sv_csp_has_source(v, "'NONE'"));
  assert_true(sv_csp_find(text, sizeof text - 1, "script-src", &v));
  assert_true(sv_csp_has_source(v, "a.no"));
  assert_false(sv_csp_has_source(v, "a"));
  assert_false(sv_csp_find(text, sizeof text - 1, "style-src", &v));
}

static void language_tags(void **state)
{
  (void)state;
  static const char *const good[] = { "nb",
                                      "nn-NO",
                                      "se-NO",
                                      "sma",
                                      "no-bok",
                                      "zh-cmn-Hans-CN",
                                      "de-CH-1901",
                                      "en-a-bbb-x-a-ccc",
                                      "x-whatever",
                                      "i-klingon",
                                      "sgn-BE-FR",
                                      "es-419",
                                      "sl-rozaj-biske",
                                      "art-lojban",
                                      "abcdefgh" };
  static const char *const bad[] = { "",
                                     "n",
                                     "nb_NO",
                                     "nb-",
                                     "-nb",
                                     "nb--NO",
                                     "abcdefghi",
                                     "de-419-DE",
                                     "a-DE",
                                     "ar-a-aaa-b-bbb-a-ccc",
                                     "de-1901-1901",
                                     "en-x",
                                     "x",
                                     "n\xC3\xB8",
                                     "en-a",
                                     "bokm\xC3\xA5l",
                                     "1-2" };
  for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
    if (!sv_language_is_well_formed(good[i], strlen(good[i])))
      fail_msg("%s is well-formed", good[i]);
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    if (sv_language_is_well_formed(bad[i], strlen(bad[i])))
      fail_msg("%s is not well-formed", bad[i]);
  assert_int_equal(sv_language_primary("nb-NO", 5).size, 2);
}

static void problem_details(void **state)
{
  (void)state;
  static const struct {
    const char *text, *fault;
  } cases[] = {
    { "{}", NULL },
    { "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":404,\"detail\":\"d\",\"instance\":\"/"
      "a\",\"x\":1}",
      NULL },
    { "{\"type\":\"a b\"}", "type" },
    { "{\"type\":1}", "type" },
    { "{\"title\":null}", "title" },
    { "{\"status\":\"404\"}", "status" },
    { "{\"status\":99}", "status" },
    { "{\"status\":404.0}", "status" },
    { "{\"detail\":{}}", "detail" },
    { "{\"instance\":\"%\"}", "instance" },
    { "[]", "" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    json_t *j = json_loads(cases[i].text, 0, NULL);
    const char *expected;
    const char *fault = sv_problem_fault(j, &expected);
    if ((fault == NULL) != (cases[i].fault == NULL) ||
        (fault && strcmp(fault, cases[i].fault) != 0))
      fail_msg("%s: %s", cases[i].text, fault ? fault : "no fault");
    json_decref(j);
  }
}

static bool count_links(void *closure, const char *anchor, const char *rel, const char *href)
{
  int *n = closure;
  *n += anchor[0] && rel[0] && href[0];
  return true;
}

static void linksets(void **state)
{
  (void)state;
  static const struct {
    const char *text, *fault;
  } cases[] = {
    { "{\"linkset\":[]}", NULL },
    { "{\"linkset\":[{\"anchor\":\"https://a\",\"item\":[{\"href\":\"b\"},{\"href\":\"c\"}]}]}",
      NULL },
    { "{\"linkset\":{}}", "linkset" },
    { "{}", "" },
    { "{\"linkset\":[],\"x\":1}", "" },
    { "{\"linkset\":[{\"item\":[]}]}", "item" },
    { "{\"linkset\":[{\"item\":[{}]}]}", "item" },
    { "{\"linkset\":[{\"anchor\":\"a\"}]}", "" },
    { "{\"linkset\":[{\"anchor\":\"a b\",\"item\":[{\"href\":\"b\"}]}]}", "anchor" },
    { "{\"linkset\":[1]}", "linkset" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    json_t *j = json_loads(cases[i].text, 0, NULL);
    const char *expected;
    size_t index;
    const char *fault = sv_linkset_fault(j, &index, &expected);
    if ((fault == NULL) != (cases[i].fault == NULL) ||
        (fault && strcmp(fault, cases[i].fault) != 0))
      fail_msg("%s: %s", cases[i].text, fault ? fault : "no fault");
    int n = 0;
    if (i == 1)
      sv_linkset_walk(j, count_links, &n);
    assert_int_equal(n, i == 1 ? 2 : 0);
    json_decref(j);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(media_types),
    cmocka_unit_test(weights),
    cmocka_unit_test(http_dates),
    cmocka_unit_test(entity_tags),
    cmocka_unit_test(directive_lists),
    cmocka_unit_test(strict_transport_security),
    cmocka_unit_test(challenges),
    cmocka_unit_test(links),
    cmocka_unit_test(content_security_policies),
    cmocka_unit_test(language_tags),
    cmocka_unit_test(problem_details),
    cmocka_unit_test(linksets),
  };
  return cmocka_run_group_tests_name("http fields", tests, NULL, NULL);
}
