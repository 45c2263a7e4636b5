// SPDX-License-Identifier: Apache-2.0
/* Signatures, keys and worthless tokens. */
#include "tests/unit/jose_vectors.h"
#include "tests/unit/unit.h"

#include "engines/jose/base64url.h"
#include "engines/jose/jws.h"
#include "engines/jose/worthless.h"

#include <stdio.h>
#include <string.h>

enum { VECTORS = sizeof vectors / sizeof vectors[0], TEXT_MAX = 65536 };

static void every_algorithm_verifies_what_others_signed(void **state)
{
  (void)state;
  for (size_t i = 0; i < VECTORS; i++) {
    struct sv_jws j;
    assert_true(sv_jws_split(vectors[i].token, strlen(vectors[i].token), &j));
    if (sv_jws_verify(&j, vectors[i].alg, &vectors[i].key) != SV_SIGNATURE_GOOD)
      fail_msg("%s does not verify", vectors[i].alg);
  }
}

static void a_changed_letter_makes_it_bad(void **state)
{
  (void)state;
  for (size_t i = 0; i < VECTORS; i++) {
    char text[2048];
    struct sv_jws j;
    (void)snprintf(text, sizeof text, "%s", vectors[i].token);
    char *at = strchr(text, '.') + 5;
    *at = *at == 'A' ? 'B' : 'A';
    assert_true(sv_jws_split(text, strlen(text), &j));
    assert_int_equal(sv_jws_verify(&j, vectors[i].alg, &vectors[i].key), SV_SIGNATURE_BAD);
  }
}

/* A key of another kind, an algorithm with a shared secret, and none at all say nothing. */
static void what_is_no_match_is_unchecked(void **state)
{
  (void)state;
  static const char *const algorithms[] = { "HS256", "none", "RS1", "ES256", "" };
  struct sv_jws j;
  assert_true(sv_jws_split(vectors[0].token, strlen(vectors[0].token), &j));
  for (size_t i = 0; i < sizeof algorithms / sizeof algorithms[0]; i++)
    assert_int_equal(sv_jws_verify(&j, algorithms[i], &vectors[0].key), SV_SIGNATURE_UNCHECKED);
  assert_int_equal(sv_jws_verify(&j, NULL, &vectors[0].key), SV_SIGNATURE_UNCHECKED);
  const struct sv_jwk nothing = { .kty = "RSA" };
  assert_int_equal(sv_jws_verify(&j, "RS256", &nothing), SV_SIGNATURE_UNCHECKED);
}

static void only_three_parts_of_base64url_are_a_jws(void **state)
{
  (void)state;
  static const char *const texts[] = { "",     "a",      "a.b",     "a.b.c.d", ".b.c",
                                       "a..c", "a.b.c=", "a b.c.d", "a.b.\n",  "a.+.c" };
  struct sv_jws j;
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    if (sv_jws_split(texts[i], strlen(texts[i]), &j))
      fail_msg("'%s' is taken for a JWS", texts[i]);
  assert_true(sv_jws_split("a.b.", 4, &j));
  assert_int_equal(j.signature.size, 0);
}

static void base64url_goes_both_ways(void **state)
{
  (void)state;
  static const struct {
    const char *plain, *coded;
  } table[] = { { "", "" },        { "f", "Zg" },         { "fo", "Zm8" },
                { "foo", "Zm9v" }, { "\xfb\xff", "-_8" }, { "foobar", "Zm9vYmFy" } };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    struct sv_buf b = SV_BUF(64);
    assert_int_equal(sv_base64url_encode(table[i].plain, strlen(table[i].plain), &b), SV_OK);
    assert_string_equal(sv_buf_text(&b), table[i].coded);
    sv_buf_cut(&b, 0);
    assert_int_equal(sv_base64url_decode(table[i].coded, strlen(table[i].coded), &b), SV_OK);
    assert_string_equal(sv_buf_text(&b), table[i].plain);
    sv_buf_free(&b);
  }
  struct sv_buf b = SV_BUF(64);
  assert_int_equal(sv_base64url_decode("Zg=", 3, &b), SV_INVALID);
  assert_int_equal(sv_base64url_decode("Z", 1, &b), SV_INVALID);
  assert_int_equal(sv_base64_decode("-_8=", 4, &b), SV_INVALID);
  sv_buf_free(&b);
}

static void a_worthless_token_is_the_same_each_time_and_not_the_issuers(void **state)
{
  (void)state;
  struct sv_buf a = SV_BUF(TEXT_MAX);
  struct sv_buf b = SV_BUF(TEXT_MAX);
  struct sv_jws j;
  assert_int_equal(sv_worthless_token("{\"alg\":\"RS256\"}", "{}", NULL, &a), SV_OK);
  assert_int_equal(sv_worthless_token("{\"alg\":\"RS256\"}", "{}", NULL, &b), SV_OK);
  assert_string_equal(sv_buf_text(&a), sv_buf_text(&b));
  assert_true(sv_jws_split(sv_buf_text(&a), a.size, &j));
  assert_int_equal(sv_jws_verify(&j, "RS256", &vectors[0].key), SV_SIGNATURE_BAD);
  sv_buf_free(&a);
  sv_buf_free(&b);
}

/* The example of jwt.io. */
static void a_secret_decides_the_symmetric_signature(void **state)
{
  (void)state;
  struct sv_buf a = SV_BUF(TEXT_MAX);
  assert_int_equal(sv_worthless_token("{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                                      "{\"sub\":\"1234567890\",\"name\":\"John Doe\",\"iat\":"
                                      "1516239022}",
                                      "your-256-bit-secret", &a),
                   SV_OK);
  assert_non_null(strstr(sv_buf_text(&a), ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"));
  sv_buf_free(&a);
}

static void a_key_becomes_pem(void **state)
{
  (void)state;
  struct sv_buf pem = SV_BUF(TEXT_MAX);
  const struct sv_jwk none = { .kty = "oct" };
  assert_int_equal(sv_jwk_pem(&vectors[0].key, &pem), SV_OK);
  assert_ptr_equal(strstr(sv_buf_text(&pem), "-----BEGIN PUBLIC KEY-----\nMII"), sv_buf_text(&pem));
  assert_int_equal(sv_jwk_pem(&none, &pem), SV_INVALID);
  sv_buf_free(&pem);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_algorithm_verifies_what_others_signed),
    cmocka_unit_test(a_changed_letter_makes_it_bad),
    cmocka_unit_test(what_is_no_match_is_unchecked),
    cmocka_unit_test(only_three_parts_of_base64url_are_a_jws),
    cmocka_unit_test(base64url_goes_both_ways),
    cmocka_unit_test(a_worthless_token_is_the_same_each_time_and_not_the_issuers),
    cmocka_unit_test(a_secret_decides_the_symmetric_signature),
    cmocka_unit_test(a_key_becomes_pem),
  };
  return cmocka_run_group_tests_name("jose", tests, NULL, NULL);
}
