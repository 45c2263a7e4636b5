// SPDX-License-Identifier: Apache-2.0
/* HTTP message signatures, the structured fields they are written in, and digests. */
#include "tests/unit/message_vectors.h"
#include "tests/unit/unit.h"

#include "engines/http/digest.h"
#include "engines/http/sf_write.h"
#include "engines/jose/message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VECTORS = sizeof vectors / sizeof vectors[0] };

static struct sv_span span(const char *text)
{
  return (struct sv_span){ text, strlen(text) };
}

static enum sv_status read_both(const char *input, const char *value,
                                struct sv_message_signatures *out)
{
  return sv_message_signatures_read(span(input), span(value), out);
}

/* The signature of vector I and its base; the buffer is to be freed. */
static struct sv_message_signature take(size_t i, const struct sv_signed_message *m,
                                        struct sv_buf *base)
{
  static struct sv_message_signatures all;
  struct sv_base_result result;
  assert_int_equal(read_both(vectors[i].input, vectors[i].signature, &all), SV_OK);
  assert_int_equal(all.count, 1);
  *base = SV_BUF(SV_SIGNATURE_BASE_MAX);
  if (sv_signature_base(&all.list[0], m, base, &result) != SV_OK)
    fail_msg("%s: %s", vectors[i].name, result.component);
  return all.list[0];
}

static struct sv_span text_of(const struct sv_buf *b)
{
  return (struct sv_span){ sv_buf_text(b), b->size };
}

static void every_base_is_the_one_that_was_signed(void **state)
{
  (void)state;
  for (size_t i = 0; i < VECTORS; i++) {
    struct sv_buf base;
    const struct sv_message_signature s = take(i, vectors[i].message, &base);
    assert_string_equal(sv_buf_text(&base), vectors[i].base);
    const struct sv_span text = text_of(&base);
    const struct sv_jwk *key = vectors[i].key;
    assert_int_equal(sv_message_verify(vectors[i].alg, NULL, key, text, s.value), SV_MESSAGE_GOOD);
    assert_int_equal(sv_message_verify(NULL, NULL, key, text, s.value), SV_MESSAGE_GOOD);
    sv_buf_free(&base);
  }
}

static void a_message_that_was_changed_does_not_verify(void **state)
{
  (void)state;
  static const char *const lines[] = { "Date: Tue, 20 Apr 2021 02:07:55 GMT",
                                       "Content-Type: text/html",
                                       "Content-Digest: sha-256=:AAAA:",
                                       "Content-Length: 18",
                                       "Cache-Control: no-store",
                                       "X-Empty:",
                                       "Priority: u=1, i",
                                       NULL };
  size_t changed = 0;
  for (size_t i = 0; i < VECTORS; i++) {
    struct sv_signed_message m = *vectors[i].message;
    struct sv_buf base;
    m.headers = lines;
    const struct sv_message_signature s = take(i, &m, &base);
    if (strcmp(sv_buf_text(&base), vectors[i].base) != 0) {
      changed++;
      assert_int_equal(
          sv_message_verify(vectors[i].alg, NULL, vectors[i].key, text_of(&base), s.value),
          SV_MESSAGE_BAD);
    }
    sv_buf_free(&base);
  }
  assert_int_equal(changed, VECTORS - 2); /* two cover nothing but their parameters */
}

static void a_signature_that_was_changed_does_not_verify(void **state)
{
  (void)state;
  static const char *const values[] = { "AAAA", "", "A", "====", "wNmS!" };
  for (size_t i = 0; i < VECTORS; i++)
    for (size_t k = 0; k < sizeof values / sizeof values[0]; k++)
      assert_int_equal(sv_message_verify(vectors[i].alg, NULL, vectors[i].key,
                                         span(vectors[i].base), span(values[k])),
                       SV_MESSAGE_BAD);
}

static void an_algorithm_must_be_one_for_the_key(void **state)
{
  (void)state;
  static const struct sv_jwk secret = { .kty = "oct" };
  static const struct sv_jwk broken = { .kty = "EC", .crv = "P-256", .x = "AA", .y = "AA" };
  const struct {
    const char *alg, *key_alg;
    const struct sv_jwk *key;
    enum sv_message_verdict verdict;
  } cases[] = {
    { "rsa-pss-sha512", NULL, &key_rfc_ecc_p256, SV_MESSAGE_OTHER_KEY },
    { "ecdsa-p384-sha384", NULL, &key_rfc_ecc_p256, SV_MESSAGE_OTHER_KEY },
    { "ecdsa-p256-sha256", "ES384", &key_rfc_ecc_p256, SV_MESSAGE_OTHER_KEY },
    { "ecdsa-p256-sha256", "ES256", &key_rfc_ecc_p256, SV_MESSAGE_BAD },
    { NULL, "ES256", &key_rfc_ecc_p256, SV_MESSAGE_BAD },
    { NULL, "RS256", &key_rfc_ecc_p256, SV_MESSAGE_UNCHECKED },
    { "ed25519", "Ed25519", &key_rfc_ed25519, SV_MESSAGE_BAD },
    { "ed25519", "EdDSA", &key_rfc_ed25519, SV_MESSAGE_BAD },
    { "hmac-sha256", NULL, &secret, SV_MESSAGE_UNCHECKED },
    { "hmac-sha256", NULL, &key_rfc_ecc_p256, SV_MESSAGE_UNCHECKED },
    { "none", NULL, &key_rfc_ecc_p256, SV_MESSAGE_UNCHECKED },
    { NULL, NULL, &secret, SV_MESSAGE_UNCHECKED },
    { NULL, "HS256", &secret, SV_MESSAGE_UNCHECKED },
    { "ecdsa-p256-sha256", NULL, &broken, SV_MESSAGE_UNCHECKED },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    if (sv_message_verify(cases[i].alg, cases[i].key_alg, cases[i].key, span("base"),
                          span("AAAA")) != cases[i].verdict)
      fail_msg("case %zu", i);
}

static void what_cannot_be_covered_is_named(void **state)
{
  (void)state;
  static const struct {
    const char *components;
    enum sv_base_fault fault;
    const char *component;
  } cases[] = {
    { "\"priority\" \"priority\"", SV_BASE_TWICE, "\"priority\"" },
    { "\"@query-param\";req;name=\"size\" \"@query-param\";name=\"size\";req", SV_BASE_TWICE,
      "\"@query-param\";name=\"size\";req" },
    { "\"@method\";req \"cache-control\" \"cache-control\";bs \"cache-control\"", SV_BASE_TWICE,
      "\"cache-control\"" },
    { "\"@unknown\"", SV_BASE_UNKNOWN, "\"@unknown\"" },
    { "\"\"", SV_BASE_UNKNOWN, "\"\"" },
    { "\"Cache-Control\"", SV_BASE_UNKNOWN, "\"Cache-Control\"" },
    { "\"cache control\"", SV_BASE_UNKNOWN, "\"cache control\"" },
    { "\"@signature-params\"", SV_BASE_MISPLACED, "\"@signature-params\"" },
    { "\"@method\"", SV_BASE_MISPLACED, "\"@method\"" },
    { "\"@status\";req", SV_BASE_MISPLACED, "\"@status\";req" },
    { "\"cache-control\";unknown", SV_BASE_PARAMETER, "\"cache-control\";unknown" },
    { "\"cache-control\";sf=?0", SV_BASE_PARAMETER, "\"cache-control\";sf=?0" },
    { "\"cache-control\";key", SV_BASE_PARAMETER, "\"cache-control\";key" },
    { "\"cache-control\";name=\"a\"", SV_BASE_PARAMETER, "\"cache-control\";name=\"a\"" },
    { "\"priority\";bs;sf", SV_BASE_PARAMETER, "\"priority\";bs;sf" },
    { "\"priority\";key=\"u\";bs", SV_BASE_PARAMETER, "\"priority\";key=\"u\";bs" },
    { "\"@query-param\";req", SV_BASE_PARAMETER, "\"@query-param\";req" },
    { "\"@status\";sf", SV_BASE_PARAMETER, "\"@status\";sf" },
    { "\"date\"", SV_BASE_MISSING, "\"date\"" },
    { "\"priority\";key=\"q\"", SV_BASE_MISSING, "\"priority\";key=\"q\"" },
    { "\"@query-param\";req;name=\"Size\"", SV_BASE_MISSING, "\"@query-param\";req;name=\"Size\"" },
    { "\"cache-control\";key=\"max-age\"", SV_BASE_WHOLE, "" },
    { "\"content-type\";key=\"a\"", SV_BASE_UNPARSED, "\"content-type\";key=\"a\"" },
    { "\"cache-control\";sf", SV_BASE_UNTYPED, "\"cache-control\";sf" },
    { "\"accept\";req", SV_BASE_UNSEEN, "\"accept\";req" },
    { "\"priority\";tr", SV_BASE_UNSEEN, "\"priority\";tr" },
    { "\"@query-param\";req;name=\"flag\"", SV_BASE_WHOLE, "" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    static struct sv_message_signatures all;
    char input[256];
    struct sv_base_result result;
    struct sv_buf base = SV_BUF(SV_SIGNATURE_BASE_MAX);
    (void)snprintf(input, sizeof input, "a=(%s)", cases[i].components);
    assert_int_equal(read_both(input, "a=:AA==:", &all), SV_OK);
    assert_int_equal(sv_signature_base(&all.list[0], &own_message, &base, &result),
                     cases[i].fault ? SV_INVALID : SV_OK);
    if (result.fault != cases[i].fault)
      fail_msg("%s: %d", cases[i].components, (int)result.fault);
    assert_string_equal(result.component, cases[i].component);
    sv_buf_free(&base);
  }
}

/* What only a response has, what only a request has without "req", and a parameter that comes
 * twice. */
static void a_request_has_other_components(void **state)
{
  (void)state;
  static const struct {
    const char *components;
    enum sv_base_fault fault;
  } cases[] = {
    { "\"@status\"", SV_BASE_MISPLACED },
    { "\"@method\";req", SV_BASE_MISPLACED },
    { "\"date\";req", SV_BASE_MISPLACED },
    { "\"@query-param\";name=\"a\"", SV_BASE_MISSING },
    { "\"@query-param\";name=\"b\"", SV_BASE_WHOLE },
    { "\"@target-uri\" \"@scheme\" \"@authority\" \"@path\" \"@request-target\" \"date\"",
      SV_BASE_WHOLE },
  };
  struct sv_signed_message m = request_message;
  m.url = "http://user@Example.com:80?a=1&b=2&a=3";
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    static struct sv_message_signatures all;
    char input[256];
    struct sv_base_result result;
    struct sv_buf base = SV_BUF(SV_SIGNATURE_BASE_MAX);
    (void)snprintf(input, sizeof input, "a=(%s)", cases[i].components);
    assert_int_equal(read_both(input, "a=:AA==:", &all), SV_OK);
    (void)!sv_signature_base(&all.list[0], &m, &base, &result);
    if (result.fault != cases[i].fault)
      fail_msg("%s: %d", cases[i].components, (int)result.fault);
    if (i == sizeof cases / sizeof cases[0] - 1)
      assert_memory_equal(sv_buf_text(&base),
                          "\"@target-uri\": http://example.com/?a=1&b=2&a=3\n\"@scheme\": http\n"
                          "\"@authority\": example.com\n\"@path\": /\n"
                          "\"@request-target\": /?a=1&b=2&a=3\n",
                          131);
    sv_buf_free(&base);
  }
}

static void a_value_outside_ascii_has_no_base(void **state)
{
  (void)state;
  static struct sv_message_signatures all;
  static const char *const lines[] = { "X-Name: Bl\xc3\xa5", "X-Lines: a\nb", NULL };
  static const char *const inputs[] = { "a=(\"x-name\")", "a=(\"x-lines\")", "a=(\"x-name\";bs)" };
  const struct sv_signed_message m = { .status = 200, .headers = lines };
  for (size_t i = 0; i < 3; i++) {
    struct sv_base_result result;
    struct sv_buf base = SV_BUF(SV_SIGNATURE_BASE_MAX);
    assert_int_equal(read_both(inputs[i], "a=:AA==:", &all), SV_OK);
    assert_int_equal(sv_signature_base(&all.list[0], &m, &base, &result),
                     i < 2 ? SV_INVALID : SV_OK);
    assert_int_equal(result.fault, i < 2 ? SV_BASE_NO_ASCII : SV_BASE_WHOLE);
    sv_buf_free(&base);
  }
}

static void fields_that_do_not_fit_each_other_are_named(void **state)
{
  (void)state;
  static const struct {
    const char *input, *value;
    enum sv_signatures_fault fault;
    const char *label;
  } cases[] = {
    { "", "", SV_SIGNATURES_NONE, "" },
    { "a=()", "", SV_SIGNATURES_LABEL, "a" },
    { "a=()", "a=:AA==:, b=:AA==:", SV_SIGNATURES_LABEL, "b" },
    { "a=(), b=()", "a=:AA==:", SV_SIGNATURES_LABEL, "b" },
    { "a", "a=:AA==:", SV_SIGNATURES_INPUT, "a" },
    { "a=(date)", "a=:AA==:", SV_SIGNATURES_INPUT, "a" },
    { "a=(\"date\"", "a=:AA==:", SV_SIGNATURES_INPUT, "" },
    { "a=()", "a=AA", SV_SIGNATURES_VALUE, "a" },
    { "a=()", "a=(:AA==:)", SV_SIGNATURES_VALUE, "a" },
    { "a=()", "a=:AA==", SV_SIGNATURES_VALUE, "" },
    { "a=();created=\"1\"", "a=:AA==:", SV_SIGNATURES_PARAMETER, "a" },
    { "a=();expires=1.0", "a=:AA==:", SV_SIGNATURES_PARAMETER, "a" },
    { "a=();keyid=b", "a=:AA==:", SV_SIGNATURES_PARAMETER, "a" },
    { "a=();alg", "a=:AA==:", SV_SIGNATURES_PARAMETER, "a" },
    { "a=();nonce=1", "a=:AA==:", SV_SIGNATURES_PARAMETER, "a" },
  };
  static struct sv_message_signatures all;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    assert_int_equal(read_both(cases[i].input, cases[i].value, &all), SV_INVALID);
    if (all.fault != cases[i].fault)
      fail_msg("%s %s: %d", cases[i].input, cases[i].value, (int)all.fault);
    assert_int_equal(all.label.size, strlen(cases[i].label));
    assert_memory_equal(all.label.data, cases[i].label, all.label.size);
  }
}

static void parameters_are_read_and_written_again(void **state)
{
  (void)state;
  static struct sv_message_signatures all;
  struct sv_base_result result;
  struct sv_buf base = SV_BUF(SV_SIGNATURE_BASE_MAX);
  assert_int_equal(read_both("a=(  ) ;x", "a=:AA==:", &all), SV_INVALID); /* a space before ";" */
  assert_int_equal(read_both("b=(), a=(  );created=0012; "
                             "expires=-5;keyid=\"a\\\"b\\\\\";x=?1;created=7"
                             ";alg=\"\"",
                             "a=:AA==:,b=:AA:", &all),
                   SV_OK);
  assert_int_equal(all.count, 2);
  const struct sv_message_signature *s = &all.list[1];
  assert_true(s->has_created && s->has_expires && s->has_keyid && s->has_alg);
  assert_int_equal(s->created, 7);
  assert_int_equal(s->expires, -5);
  assert_string_equal(s->keyid, "a\"b\\");
  assert_string_equal(s->alg, "");
  assert_false(all.list[0].has_created || all.list[0].has_keyid || all.list[0].has_alg);
  assert_int_equal(sv_signature_base(s, &own_message, &base, &result), SV_OK);
  assert_string_equal(sv_buf_text(&base), "\"@signature-params\": ();created=7;expires=-5;keyid="
                                          "\"a\\\"b\\\\\";x;alg=\"\"");
  sv_buf_free(&base);
}

static void what_is_too_much_is_a_limit(void **state)
{
  (void)state;
  static struct sv_message_signatures all;
  static char lines[70000] = "X-Long: ";
  char input[2 * SV_KEYID_MAX];
  const char *const headers[] = { lines, NULL };
  struct sv_signed_message m = own_message;
  struct sv_base_result result;
  struct sv_buf base = SV_BUF(SV_SIGNATURE_BASE_MAX);
  struct sv_buf small = SV_BUF(16);
  assert_int_equal(read_both("a=(),b=(),c=(),d=(),e=(),f=(),g=(),h=(),i=()", "", &all), SV_LIMIT);
  (void)snprintf(input, sizeof input, "a=();keyid=\"%0*d\"", SV_KEYID_MAX, 1);
  assert_int_equal(read_both(input, "a=:AA==:", &all), SV_LIMIT);
  assert_int_equal(read_both("a=(\"x-long\")", "a=:AA==:", &all), SV_OK);
  memset(lines + 8, 'x', sizeof lines - 9);
  m.headers = headers;
  assert_int_equal(sv_signature_base(&all.list[0], &m, &base, &result), SV_INVALID);
  assert_int_equal(result.fault, SV_BASE_LIMIT);
  assert_int_equal(sv_signature_base(&all.list[0], &own_message, &small, &result), SV_INVALID);
  assert_int_equal(read_both("a=(\"cache-control\")", "a=:AA==:", &all), SV_OK);
  assert_int_equal(sv_signature_base(&all.list[0], &own_message, &small, &result), SV_LIMIT);
  sv_buf_free(&small);
  sv_buf_free(&base);
}

static void only_a_whole_field_of_the_answer_is_covered(void **state)
{
  (void)state;
  static struct sv_message_signatures all;
  assert_int_equal(read_both("a=(\"@status\" \"date\";bs \"priority\";key=\"u\" \"etag\";req "
                             "\"x\";tr)",
                             "a=:AA==:", &all),
                   SV_OK);
  assert_true(sv_signature_covers(&all.list[0], "date"));
  assert_true(sv_signature_covers(&all.list[0], "@status"));
  assert_false(sv_signature_covers(&all.list[0], "priority"));
  assert_false(sv_signature_covers(&all.list[0], "etag"));
  assert_false(sv_signature_covers(&all.list[0], "x"));
  assert_false(sv_signature_covers(&all.list[0], "dat"));
}

static void structured_fields_have_one_form(void **state)
{
  (void)state;
  static const struct {
    enum sv_sf_form form;
    const char *text, *written; /* NULL: it is none */
  } cases[] = {
    { SV_SF_ITEM_FIELD, " 0042 ; a ;b=?0", NULL },
    { SV_SF_ITEM_FIELD, " 0042; a;b=?0;a=1 ", "42;a=1;b=?0" },
    { SV_SF_ITEM_FIELD, "-0", "0" },
    { SV_SF_ITEM_FIELD, "-1.50", "-1.5" },
    { SV_SF_ITEM_FIELD, "-0.007", "-0.007" },
    { SV_SF_ITEM_FIELD, "12.0", "12.0" },
    { SV_SF_ITEM_FIELD, ":YQ:", ":YQ==:" },
    { SV_SF_ITEM_FIELD, ":YWI:", ":YWI=:" },
    { SV_SF_ITEM_FIELD, "::", "::" },
    { SV_SF_ITEM_FIELD, "@0100", "@100" },
    { SV_SF_ITEM_FIELD, "%\"f%c3%bc\"", "%\"f%c3%bc\"" },
    { SV_SF_ITEM_FIELD, "\"a\\\"b\"", "\"a\\\"b\"" },
    { SV_SF_LIST_FIELD, "a ,b;x=?1,\t( c  \"d\";y=01 );z", "a, b;x, (c \"d\";y=1);z" },
    { SV_SF_LIST_FIELD, "a,", NULL },
    { SV_SF_DICTIONARY_FIELD, "a=1,b,  c=?1;x, d=?0, e=( ), a=2, c=3", "a=2, b, c=3, d=?0, e=()" },
    { SV_SF_DICTIONARY_FIELD, "A=1", NULL },
    { SV_SF_DICTIONARY_FIELD, "", "" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_buf out = SV_BUF(1024);
    const enum sv_status status = sv_sf_field_write(cases[i].form, span(cases[i].text), &out);
    if ((status == SV_OK) != (cases[i].written != NULL) ||
        (cases[i].written && strcmp(sv_buf_text(&out), cases[i].written) != 0))
      fail_msg("%s: %s", cases[i].text, sv_buf_text(&out));
    sv_buf_free(&out);
  }
}

static void digests_are_compared_with_the_content(void **state)
{
  (void)state;
#define GOOD_256 "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:" /* of {} */
#define GOOD_512                                                                                   \
  "sha-512=:J8dGcK23UHX60FjVzq97IMTneGyDuuijL2Jvl4KvNMmjPCBG72D9Knh403jin+yFGAa72aZ4ePOp8c2"       \
  "kgwdj/Q==:"
  static const struct {
    const char *field;
    enum sv_digest_verdict verdict;
    const char *algorithm;
  } cases[] = {
    { GOOD_256, SV_DIGEST_GOOD, "sha-256" },
    { GOOD_512, SV_DIGEST_GOOD, "sha-256" },
    { GOOD_512 ", md5=:AA==:, " GOOD_256, SV_DIGEST_GOOD, "sha-256" },
    { "sha-512=:YQ==:, " GOOD_256, SV_DIGEST_BAD, "sha-512" },
    { "sha-256=::", SV_DIGEST_BAD, "sha-256" },
    { GOOD_256 ", sha-256=:AAAA:", SV_DIGEST_BAD, "sha-256" },
    { "md5=:AA==:", SV_DIGEST_NONE, "sha-256" },
    { "", SV_DIGEST_NONE, "sha-256" },
    { "sha-256=RBNvo1WzZ4oRRq0W9", SV_DIGEST_MALFORMED, "sha-256" },
    { "sha-256", SV_DIGEST_MALFORMED, "sha-256" },
    { GOOD_256 ",", SV_DIGEST_MALFORMED, "sha-256" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_digest d;
    if (sv_digest_check(span(cases[i].field), "{}", 2, &d) != cases[i].verdict)
      fail_msg("%s", cases[i].field);
    assert_string_equal(d.algorithm, cases[i].algorithm);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_base_is_the_one_that_was_signed),
    cmocka_unit_test(a_message_that_was_changed_does_not_verify),
    cmocka_unit_test(a_signature_that_was_changed_does_not_verify),
    cmocka_unit_test(an_algorithm_must_be_one_for_the_key),
    cmocka_unit_test(what_cannot_be_covered_is_named),
    cmocka_unit_test(a_request_has_other_components),
    cmocka_unit_test(a_value_outside_ascii_has_no_base),
    cmocka_unit_test(fields_that_do_not_fit_each_other_are_named),
    cmocka_unit_test(parameters_are_read_and_written_again),
    cmocka_unit_test(what_is_too_much_is_a_limit),
    cmocka_unit_test(only_a_whole_field_of_the_answer_is_covered),
    cmocka_unit_test(structured_fields_have_one_form),
    cmocka_unit_test(digests_are_compared_with_the_content),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
