// SPDX-License-Identifier: Apache-2.0
/* Limits of documents by name and level, and what is told about texts that are read all the same.
 */
#include "tests/unit/unit.h"

#include "engines/doc/doc.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])
#define BOM "\357\273\277"

static void a_nul_byte_is_no_white_space(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    size_t size;
  } cases[] = { { "1\0", 2 }, { "[\0]", 3 }, { "\"\0\"", 3 }, { "\0null", 5 }, { "[1,\0]", 5 } };
  for (size_t i = 0; i < COUNT(cases); i++) {
    struct sv_doc *d;
    assert_int_equal(sv_doc_parse(cases[i].text, cases[i].size, NULL, &d, NULL), SV_INVALID);
  }
}

static enum sv_status nested(uint32_t depth, uint32_t limit, struct sv_error *err)
{
  struct sv_doc_limits limits = SV_DOC_LIMITS;
  limits.depth = limit;
  const struct sv_doc_options opt = { .limits = &limits };
  char *text = malloc((size_t)depth * 2);
  memset(text, '[', depth);
  memset(text + depth, ']', depth);
  struct sv_doc *d;
  const enum sv_status status = sv_doc_parse(text, (size_t)depth * 2, &opt, &d, err);
  sv_doc_free(d);
  free(text);
  return status;
}

static void the_depth_limit_holds_to_the_level(void **state)
{
  (void)state;
  struct sv_error err = { 0 };
  assert_int_equal(nested(512, 512, NULL), SV_OK);
  assert_int_equal(nested(513, 512, &err), SV_LIMIT);
  assert_string_equal(err.limit, "depth");
  assert_int_equal(err.column, 513);
  assert_int_equal(nested(1, 1, NULL), SV_OK);
  assert_int_equal(nested(2, 1, NULL), SV_LIMIT);
  assert_int_equal(nested(SV_DOC_DEPTH_MAX, UINT32_MAX, NULL), SV_OK);
  assert_int_equal(nested(SV_DOC_DEPTH_MAX + 1, UINT32_MAX, NULL), SV_LIMIT);
}

static void other_limits_have_names(void **state)
{
  (void)state;
  static const struct {
    const char *text, *limit;
    struct sv_doc_limits limits;
  } cases[] = {
    { "[1,2,3]", "document-bytes", { .bytes = 6, .depth = 9, .nodes = 9, .key_bytes = 9 } },
    { "[1,2,3]", "nodes", { .bytes = 99, .depth = 9, .nodes = 3, .key_bytes = 9 } },
    { "{\"abcd\":1}", "key-bytes", { .bytes = 99, .depth = 9, .nodes = 9, .key_bytes = 3 } },
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    struct sv_doc *d;
    struct sv_error err = { 0 };
    const struct sv_doc_options opt = { .limits = &cases[i].limits };
    assert_int_equal(sv_doc_parse(cases[i].text, strlen(cases[i].text), &opt, &d, &err), SV_LIMIT);
    assert_string_equal(err.limit, cases[i].limit);
  }
}

static const struct {
  const char *text;
  enum sv_doc_kind kind;
  bool is_error;
  size_t line, column;
} findings[] = {
  { "{\"a\":1,\n \"a\":2}", SV_DOC_DUPLICATE_KEY, true, 2, 2 },
  { "{\"\\u0061\":1,\"a\":2}", SV_DOC_DUPLICATE_KEY, true, 1, 13 },
  { "{\"x\":{\"\303\245\":1,\"\303\245\":2}}", SV_DOC_DUPLICATE_KEY, true, 1, 13 },
  { "\"\\ud800\"", SV_DOC_LONE_SURROGATE, true, 1, 2 },
  { "\"a\\udc00b\"", SV_DOC_LONE_SURROGATE, true, 1, 3 },
  { "\"\\ud800\\u0041\"", SV_DOC_LONE_SURROGATE, true, 1, 2 },
  { "{\"\\udfff\":1}", SV_DOC_LONE_SURROGATE, true, 1, 3 },
  { "[9007199254740993]", SV_DOC_BIG_NUMBER, false, 1, 2 },
  { "[1,\r\n1e400]", SV_DOC_BIG_NUMBER, false, 2, 1 },
  { "1e-400", SV_DOC_BIG_NUMBER, false, 1, 1 },
  { "0.1234567890123456789", SV_DOC_BIG_NUMBER, false, 1, 1 },
  { BOM "1", SV_DOC_BYTE_ORDER_MARK, false, 1, 1 },
};

static void doubtful_texts_are_read_with_a_finding(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(findings); i++) {
    struct sv_doc *d;
    size_t count, total;
    assert_int_equal(sv_doc_parse(findings[i].text, strlen(findings[i].text), NULL, &d, NULL),
                     SV_OK);
    const struct sv_doc_finding *f = sv_doc_findings(d, &count, &total);
    if (count != 1 || total != 1 || f->kind != findings[i].kind ||
        f->is_error != findings[i].is_error || f->line != findings[i].line ||
        f->column != findings[i].column)
      fail_msg("%s: %zu findings, first %d at %zu:%zu", findings[i].text, count,
               count ? (int)f->kind : -1, count ? f->line : 0, count ? f->column : 0);
    sv_doc_free(d);
  }
}

static void exact_numbers_make_no_finding(void **state)
{
  (void)state;
  static const char *const quiet[] = {
    "9007199254740992",       "-9007199254740992",   "0.1",        "1e300", "0e-999",
    "1.7976931348623157e308", "0.30000000000000004", "123456.789", "1.0e15"
  };
  for (size_t i = 0; i < COUNT(quiet); i++) {
    struct sv_doc *d;
    size_t count;
    assert_int_equal(sv_doc_parse(quiet[i], strlen(quiet[i]), NULL, &d, NULL), SV_OK);
    (void)sv_doc_findings(d, &count, NULL);
    if (count)
      fail_msg("%s made a finding", quiet[i]);
    sv_doc_free(d);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_nul_byte_is_no_white_space),
    cmocka_unit_test(the_depth_limit_holds_to_the_level),
    cmocka_unit_test(other_limits_have_names),
    cmocka_unit_test(doubtful_texts_are_read_with_a_finding),
    cmocka_unit_test(exact_numbers_make_no_finding),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
