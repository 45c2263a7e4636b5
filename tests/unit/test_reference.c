// SPDX-License-Identifier: Apache-2.0
/* The reference service without sockets: what it answers when nothing is broken, and that every
 * break is seen. */
#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "reference/documents.h"
#include "reference/keys.h"
#include "reference/route.h"
#include "reference/service.h"
#include "reference/tls.h"
#include "reference/units.h"
#include "tests/unit/unit.h"

#include "tests/unit/reference_probes.h"

#include <fnmatch.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PORT = 8443, NOW = 1790000000, UNIT_PROBE = 128 };

enum { PROBES = sizeof probes / sizeof probes[0], SHOWN_MAX = 1 << 20 };

static struct sv_keys *keys;
static char tokens[3][SV_TOKEN_MAX];

static const char *data_dir(void)
{
  static char path[4096];
  const char *root = getenv("SAMSVAR_DATA_DIR");
  snprintf(path, sizeof path, "%s/reference/data", root ? root : ".");
  return path;
}

/* A service with break NAME (NULL: none); the keys are shared unless the break is about them. */
static enum sv_status make(struct sv_service *s, const char *name, struct sv_error *err)
{
  *s = (struct sv_service){ .seed = 1, .started = NOW, .now = NOW + 60 };
  if (name && !sv_breaks_add(&s->breaks, name))
    return sv_fail(err, SV_NOT_FOUND, "no such break");
  const bool own = sv_service_quirk(s, SV_KEYS_PRIVATE) || sv_service_quirk(s, SV_KEYS_WEAK) ||
                   sv_service_quirk(s, SV_KEYS_SAME_KID) || sv_service_quirk(s, SV_KEYS_OTHER);
  s->keys = own ? NULL : keys;
  return sv_service_make(s, data_dir(), PORT, err);
}

static void unmake(struct sv_service *s)
{
  if (s->keys == keys)
    s->keys = NULL;
  sv_service_free(s);
}

static const char *header_value(const char *value)
{
  if (strcmp(value, "Bearer @good") == 0)
    return tokens[0];
  if (strcmp(value, "Bearer @expired") == 0)
    return tokens[1];
  return strcmp(value, "Bearer @scope") == 0 ? tokens[2] : value;
}

static struct sv_exchange *ask(const struct sv_service *s, const struct probe *p)
{
  struct sv_exchange *x = sv_exchange_new();
  assert_non_null(x);
  const bool plain = sv_starts_with(p->target, "http:");
  x->request.method = p->method;
  x->request.tls = !plain;
  if (p->name && p->value)
    sv_pairs_add(&x->request.headers, p->name, header_value(p->value));
  if (!p->name || strcmp(p->name, "Host") != 0)
    sv_pairs_add(&x->request.headers, "Host", "localhost:8443");
  if (p->body) {
    sv_pairs_add(&x->request.headers, "Authorization", tokens[0]);
    x->request.body = p->body;
    x->request.body_size = strlen(p->body);
  }
  if (p->type)
    sv_pairs_add(&x->request.headers, "Content-Type", p->type);
  sv_request_target(x, plain ? p->target + 5 : p->target);
  sv_service_answer(s, x);
  return x;
}

/* The whole answer as text; to be freed. */
static char *show(const struct sv_service *s, const struct probe *p)
{
  struct sv_exchange *x = ask(s, p);
  struct sv_buf out = SV_BUF(SHOWN_MAX);
  sv_buf_addf(&out, "%u\n", x->answer.status);
  for (size_t i = 0; i < x->answer.headers.count; i++)
    sv_buf_addf(&out, "%s: %s\n", x->answer.headers.list[i].name, x->answer.headers.list[i].value);
  sv_buf_add(&out, sv_buf_text(&x->answer.body), x->answer.body.size);
  sv_exchange_free(x);
  assert_int_equal(out.failed, SV_OK);
  return sv_buf_take(&out);
}

enum { SHOTS_MAX = PROBES + UNIT_PROBE };

static size_t shots(void)
{
  assert_true(sv_document_row_count <= UNIT_PROBE);
  return PROBES + sv_document_row_count;
}

/* The answer to the probe NUMBER, then to a GET of every document but those that are signed, with a
 * key that each service makes for itself; to be freed. */
static char *shot(const struct sv_service *s, size_t number)
{
  if (number < PROBES)
    return show(s, &probes[number]);
  const struct sv_document_row *row = &sv_document_rows[number - PROBES];
  const struct probe p = { "GET", row->path, "Accept", row->type };
  return row->form == SV_FORM_SIGNED ? strdup("") : show(s, &p);
}

/* The answers of a service, in the order in which they are asked for: what one leaves behind is
 * part of the next. */
struct album {
  char *texts[SHOTS_MAX];
};

static void take_album(const struct sv_service *s, struct album *a)
{
  for (size_t i = 0; i < shots(); i++)
    a->texts[i] = shot(s, i);
}

static void free_album(struct album *a)
{
  for (size_t i = 0; i < shots(); i++)
    free(a->texts[i]);
}

/* Whether S answers anything else than A has; nothing is asked after the first difference. */
static bool differs(const struct sv_service *s, const struct album *a)
{
  bool same = true;
  for (size_t i = 0; i < shots() && same; i++) {
    char *text = shot(s, i);
    same = strcmp(text, a->texts[i]) == 0;
    free(text);
  }
  return !same;
}

/* Breaks that only sockets show: tests/cli/reference.test looks at them. */
static bool is_about_sockets(const struct sv_break *row)
{
  return row->quirk == SV_HEAD_HAS_CONTENT ||
         (row->quirk >= SV_TLS_NO_ALPN && row->quirk <= SV_SMP_OTHER_ISSUER);
}

/* Breaks of tokens, grants, the target file and signed metadata, which the matrix shows. */
static bool is_about_handed(const struct sv_break *row)
{
  static const char *const files[] = { "token*", "grant-*", "target", "smp/metadata.xml" };
  for (size_t i = 0; row->kind == SV_EDIT && i < sizeof files / sizeof files[0]; i++)
    if (fnmatch(files[i], row->where, 0) == 0)
      return true;
  /* Needs a form, which no probe has. */
  if (row->where && strcmp(row->where, "/oauth2/introspect") == 0)
    return true;
  if (row->where && strcmp(row->where, "/smp/*/services/*") == 0)
    return true;
  return row->quirk >= SV_ANY_KEY && row->quirk <= SV_CLIENT_CLOCK;
}

/* Breaks of certificates and of the handshake. */
static bool is_about_tls(const struct sv_break *row)
{
  return row->kind == SV_QUIRK && row->quirk >= SV_CERT_EXPIRED && row->quirk <= SV_TLS_STATIC_RSA;
}

static bool is_seen(const struct sv_break *row, const struct album *clean)
{
  struct sv_service s;
  struct sv_error err = { .text = "" };
  if (make(&s, row->name, &err) != SV_OK) {
    print_error("%s: %s\n", row->name, err.text);
    unmake(&s);
    return false;
  }
  const bool seen = differs(&s, clean);
  if (!seen)
    print_error("%s changes no answer\n", row->name);
  unmake(&s);
  return seen;
}

static void every_break_changes_an_answer(void **state)
{
  (void)state;
  struct sv_service s;
  struct sv_error err = { .text = "" };
  struct album clean;
  size_t unseen = 0;
  assert_int_equal(make(&s, NULL, &err), SV_OK);
  take_album(&s, &clean);
  for (size_t t = 0; t < sv_break_table_count; t++)
    for (size_t i = 0; i < sv_break_tables[t]->count; i++) {
      const struct sv_break *row = &sv_break_tables[t]->rows[i];
      unseen += !is_about_tls(row) && !is_about_sockets(row) && !is_about_handed(row) &&
                row->quirk != SV_HOOK_ONCE && row->quirk != SV_UPDATE_STALE &&
                !(row->where && strcmp(row->where, "POST /v1/meldinger") == 0) &&
                row->quirk != SV_SLOW_STATUS && row->quirk != SV_SLOW_OLD_UNIT &&
                !is_seen(row, &clean);
    }
  free_album(&clean);
  unmake(&s);
  assert_int_equal(unseen, 0);
}

static void names_of_breaks_are_unique_and_say_what(void **state)
{
  (void)state;
  for (size_t t = 0; t < sv_break_table_count; t++)
    for (size_t i = 0; i < sv_break_tables[t]->count; i++) {
      const struct sv_break *row = &sv_break_tables[t]->rows[i];
      assert_ptr_equal(sv_break_find(row->name), row);
      assert_int_equal(strspn(row->name, "abcdefghijklmnopqrstuvwxyz0123456789-"),
                       strlen(row->name));
      assert_true(sv_ends_with(row->what, "."));
      assert_non_null(row->checks);
    }
}

static void organisation_numbers_are_right_ordered_and_synthetic(void **state)
{
  (void)state;
  struct sv_register *r = sv_register_make(7, "https://localhost:1");
  assert_non_null(r);
  assert_true(r->count > 200);
  for (size_t i = 0; i < r->count; i++) {
    assert_true(sv_orgnr_valid(r->units[i].number));
    assert_int_equal(r->units[i].number[0], '4');
    assert_ptr_equal(sv_register_find(r, r->units[i].number), &r->units[i]);
    if (i > 0)
      assert_true(strcmp(r->units[i - 1].number, r->units[i].number) < 0);
  }
  sv_register_free(r);
  assert_true(sv_orgnr_valid(SV_REFERENCE_ORGNR));
  assert_true(sv_orgnr_valid("991825827"));
  assert_false(sv_orgnr_valid("991825828"));
  assert_false(sv_orgnr_valid("99182582"));
}

static void same_seed_gives_same_answers_another_gives_others(void **state)
{
  (void)state;
  struct sv_register *a = sv_register_make(1, "https://localhost:1");
  struct sv_register *b = sv_register_make(1, "https://localhost:1");
  struct sv_register *c = sv_register_make(2, "https://localhost:1");
  assert_true(a && b && c);
  for (size_t i = 0; i < a->count; i++)
    assert_string_equal(a->units[i].json, b->units[i].json);
  assert_string_not_equal(a->units[0].json, c->units[0].json);
  sv_register_free(a);
  sv_register_free(b);
  sv_register_free(c);
}

static void json_answers_parse_without_duplicates(void **state)
{
  (void)state;
  struct sv_service s;
  struct sv_error err = { .text = "" };
  size_t seen = 0;
  assert_int_equal(make(&s, NULL, &err), SV_OK);
  for (size_t i = 0; i < PROBES; i++) {
    struct sv_exchange *x = ask(&s, &probes[i]);
    const char *type = sv_pairs_get(&x->answer.headers, "Content-Type");
    const char *coded = sv_pairs_get(&x->answer.headers, "Content-Encoding");
    if (type && strstr(type, "json") && !coded && x->answer.status != 304) {
      json_t *json = json_loadb(sv_buf_text(&x->answer.body), x->answer.body.size,
                                JSON_REJECT_DUPLICATES, NULL);
      assert_non_null(json);
      json_decref(json);
      seen++;
    }
    sv_exchange_free(x);
  }
  unmake(&s);
  assert_true(seen > 25);
}

static void statuses_are_as_they_should_be(void **state)
{
  (void)state;
  static const struct {
    struct probe probe;
    unsigned status;
  } cases[] = {
    { { "GET", "/", NULL, NULL }, 200 },
    { { "GET", "/borte", NULL, NULL }, 404 },
    { { "GET", "/v1/%C0%AF", NULL, NULL }, 400 },
    { { "GET", "/v1/enheter?navn=%", NULL, NULL }, 400 },
    { { "GET", "/v1/enheter?side=999999", NULL, NULL }, 200 },
    { { "GET", "/v1/enheter?storrelse=101", NULL, NULL }, 400 },
    { { "GET", "/v1/enheter/123456780", NULL, NULL }, 400 },
    { { "GET", "/v1/enheter/123456785", NULL, NULL }, 404 },
    { { "GET", "/v1/enheter/", NULL, NULL }, 404 },
    { { "GET", "/v1/hendelser?seq=100000", NULL, NULL }, 200 },
    { { "GET", "/v1/meldinger", NULL, NULL }, 401 },
    { { "GET", "/v1/meldinger", "Authorization", "Bearer @good" }, 200 },
    { { "GET", "/v1/meldinger", "Authorization", "Bearer @scope" }, 403 },
    { { "GET", "/v1/meldinger", "Authorization", "Bearer @expired" }, 401 },
    { { "GET", "/v1/meldinger/0123456789abcde0", "Authorization", "Bearer @good" }, 404 },
    { { "GET", "/v1/meldinger/0123456789abcdef", "Authorization", "Bearer @good" }, 200 },
    { { "POST", "/v1/meldinger", "Authorization", "Bearer @good" }, 415 },
    { { "POST", "/v1/enheter", NULL, NULL }, 405 },
    { { "PUT", "/", NULL, NULL }, 405 },
    { { "TRACE", "/", NULL, NULL }, 405 },
    { { "BREW", "/", NULL, NULL }, 501 },
    { { "OPTIONS", "/v1", NULL, NULL }, 204 },
    { { "GET", "/", "Host", "localhost.invalid" }, 421 },
    { { "GET", "/", "Host", "[::1]:8443" }, 200 },
    { { "GET", "http:/a?b=c", NULL, NULL }, 308 },
    { { "GET", "/katalog", "Accept", "text/turtle;q=0, application/rdf+xml" }, 200 },
    { { "GET", "/katalog", "Accept", "image/png" }, 406 },
    { { "GET", "/katalog", "Accept", "image/png, */*;q=0.1" }, 200 },
    { { "POST", "/oauth2/token", NULL, NULL }, 400 },
    { { "GET", "/oauth2/token", NULL, NULL }, 405 },
    { { "GET", "/oauth2/userinfo", NULL, NULL }, 401 },
  };
  struct sv_service s;
  struct sv_error err = { .text = "" };
  assert_int_equal(make(&s, NULL, &err), SV_OK);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_exchange *x = ask(&s, &cases[i].probe);
    if (x->answer.status != cases[i].status)
      print_error("%s %s\n", cases[i].probe.method, cases[i].probe.target);
    assert_int_equal(x->answer.status, cases[i].status);
    assert_non_null(sv_pairs_get(&x->answer.headers, "Date"));
    sv_exchange_free(x);
  }
  unmake(&s);
}

static void host_must_stand_once(void **state)
{
  (void)state;
  struct sv_service s;
  struct sv_error err = { .text = "" };
  assert_int_equal(make(&s, NULL, &err), SV_OK);
  for (size_t n = 0; n < 3; n++) {
    struct sv_exchange *x = sv_exchange_new();
    assert_non_null(x);
    x->request.method = "GET";
    x->request.tls = true;
    for (size_t i = 0; i < n; i++)
      sv_pairs_add(&x->request.headers, i ? "host" : "Host", "localhost");
    sv_request_target(x, "/");
    sv_service_answer(&s, x);
    assert_int_equal(x->answer.status, n == 1 ? 200 : 400);
    sv_exchange_free(x);
  }
  unmake(&s);
}

static void what_a_person_searched_for_is_escaped(void **state)
{
  (void)state;
  struct sv_service s;
  struct sv_error err = { .text = "" };
  const struct probe p = { "GET", "/sok?navn=%22%3E%3Cscript%3E%C4%8C", NULL, NULL };
  assert_int_equal(make(&s, NULL, &err), SV_OK);
  struct sv_exchange *x = ask(&s, &p);
  assert_null(strstr(sv_buf_text(&x->answer.body), "<script"));
  assert_non_null(strstr(sv_buf_text(&x->answer.body), "&#34;&#62;&#60;script&#62;Č"));
  sv_exchange_free(x);
  unmake(&s);
}

static int set_up(void **state)
{
  (void)state;
  static const struct {
    const char *scope;
    long life;
  } wanted[] = { { "referanse:meldinger", 3600 },
                 { "referanse:meldinger", -3600 },
                 { "referanse:annet", 3600 } };
  struct sv_service s = { .base = "https://localhost:8443", .seed = 1, .started = NOW };
  struct sv_error err = { .text = "" };
  if (sv_keys_make(&keys, &s, &err) != SV_OK)
    return -1;
  s.keys = keys;
  for (size_t i = 0; i < 3; i++) {
    struct sv_buf token = SV_BUF(SV_TOKEN_MAX);
    const struct sv_token_wish wish = { .scope = wanted[i].scope, .expires = NOW + wanted[i].life };
    if (sv_token_make(&s, &wish, &token, &err) != SV_OK)
      return -1;
    snprintf(tokens[i], sizeof tokens[i], "Bearer %s", sv_buf_text(&token));
    sv_buf_free(&token);
  }
  return 0;
}

static int tear_down(void **state)
{
  (void)state;
  sv_keys_free(keys);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(names_of_breaks_are_unique_and_say_what),
    cmocka_unit_test(organisation_numbers_are_right_ordered_and_synthetic),
    cmocka_unit_test(same_seed_gives_same_answers_another_gives_others),
    cmocka_unit_test(json_answers_parse_without_duplicates),
    cmocka_unit_test(statuses_are_as_they_should_be),
    cmocka_unit_test(host_must_stand_once),
    cmocka_unit_test(what_a_person_searched_for_is_escaped),
    cmocka_unit_test(every_break_changes_an_answer),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
