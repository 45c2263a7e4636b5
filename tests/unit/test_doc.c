// SPDX-License-Identifier: Apache-2.0
/* Documents: looking up, equality, positions, pointers, excerpts, the bridge, and hostile sizes. */
#include "tests/unit/unit.h"

#include "engines/doc/bridge.h"
#include "engines/doc/doc.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static struct sv_doc *read_json(const char *text)
{
  struct sv_doc *d;
  struct sv_error err = { 0 };
  if (sv_doc_parse(text, strlen(text), NULL, &d, &err) != SV_OK)
    fail_msg("%s: %s", text, err.text);
  return d;
}

/* A text of COUNT times PIECE (# becomes the number) between BEFORE and AFTER. */
static char *repeat(const char *before, const char *piece, int count, const char *after,
                    size_t *size)
{
  struct sv_buf b = SV_BUF((size_t)64 << 20);
  (void)sv_buf_adds(&b, before);
  for (int i = 0; i < count; i++) {
    const char *mark = strchr(piece, '#');
    (void)sv_buf_add(&b, piece, mark ? (size_t)(mark - piece) : strlen(piece));
    if (mark)
      (void)sv_buf_addf(&b, "%d%s", i, mark + 1);
  }
  (void)sv_buf_adds(&b, after);
  *size = b.size;
  return sv_buf_take(&b);
}

static void members_and_elements_are_found(void **state)
{
  (void)state;
  struct sv_doc *d = read_json("{\"a\":[1,2.5,\"x\\u00e5\"],\"b\":{\"c\":null},\"d\":true}");
  const sv_value a = sv_doc_gets(d, SV_DOC_ROOT, "a");
  assert_int_equal(sv_doc_type(d, SV_DOC_ROOT), SV_DOC_OBJECT);
  assert_int_equal(sv_doc_count(d, SV_DOC_ROOT), 3);
  assert_int_equal(sv_doc_count(d, a), 3);
  int64_t n = 0;
  assert_true(sv_doc_int64(d, sv_doc_at(d, a, 0), &n));
  assert_int_equal(n, 1);
  assert_true(sv_doc_double(d, sv_doc_at(d, a, 1)) == 2.5);
  assert_true(sv_doc_is_text(d, sv_doc_at(d, a, 2), "x\303\245"));
  assert_int_equal(sv_doc_length(d, sv_doc_at(d, a, 2)), 2);
  assert_int_equal(sv_doc_at(d, a, 3), SV_DOC_NONE);
  assert_int_equal(sv_doc_gets(d, SV_DOC_ROOT, "e"), SV_DOC_NONE);
  const sv_value b = sv_doc_gets(d, SV_DOC_ROOT, "b");
  assert_int_equal(sv_doc_type(d, sv_doc_gets(d, b, "c")), SV_DOC_NULL);
  assert_int_equal(sv_doc_parent(d, sv_doc_gets(d, b, "c")), b);
  assert_int_equal(sv_doc_parent(d, sv_doc_gets(d, SV_DOC_ROOT, "d")), SV_DOC_ROOT);
  assert_int_equal(sv_doc_parent(d, SV_DOC_ROOT), SV_DOC_NONE);
  sv_doc_free(d);
}

static void the_last_of_duplicates_counts(void **state)
{
  (void)state;
  struct sv_doc *d = read_json("{\"a\":1,\"b\":2,\"a\":3}");
  int64_t n = 0;
  assert_true(sv_doc_int64(d, sv_doc_gets(d, SV_DOC_ROOT, "a"), &n));
  assert_int_equal(n, 3);
  assert_int_equal(sv_doc_count(d, SV_DOC_ROOT), 3);
  sv_doc_free(d);
}

static void strings_may_hold_nul(void **state)
{
  (void)state;
  struct sv_doc *d = read_json("{\"a\\u0000b\":\"\\u0000\"}");
  size_t size;
  const sv_value v = sv_doc_get(d, SV_DOC_ROOT, "a\0b", 3);
  assert_non_null(sv_doc_string(d, v, &size));
  assert_int_equal(size, 1);
  assert_int_equal(sv_doc_gets(d, SV_DOC_ROOT, "a"), SV_DOC_NONE);
  json_t *j = NULL;
  struct sv_error err = { 0 };
  assert_int_equal(sv_doc_to_json(d, SV_DOC_ROOT, 10, &j, &err), SV_INVALID);
  assert_int_equal(err.column, 2);
  sv_doc_free(d);
}

static const struct {
  const char *a, *b;
  bool equal;
} pairs[] = {
  { "1", "1.0", true },
  { "100", "1e2", true },
  { "0", "-0.0", true },
  { "0.1", "1e-1", true },
  { "1", "\"1\"", false },
  { "1", "true", false },
  { "0", "false", false },
  { "null", "false", false },
  { "9007199254740993", "9007199254740992", false },
  { "1e400", "10e399", true },
  { "1e400", "1e401", false },
  { "\"\\u00e5\"", "\"\303\245\"", true },
  { "[1,2]", "[2,1]", false },
  { "[1]", "[1,1]", false },
  { "[]", "{}", false },
  { "{\"a\":1,\"b\":[{}]}", "{\"b\":[{}],\"a\":1.0}", true },
  { "{\"a\":1}", "{\"a\":2}", false },
  { "{\"a\":1}", "{\"b\":1}", false },
  { "{\"a\":{\"x\":1}}", "{\"a\":{\"x\":1,\"y\":2}}", false },
  { "18446744073709551616", "1.8446744073709551616e19", true },
  { "[[[]]]", "[[[]]]", true },
  { "\"a\"", "\"b\"", false },
};

static void equality_is_by_value_and_hashes_agree(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(pairs); i++) {
    struct sv_doc *a = read_json(pairs[i].a), *b = read_json(pairs[i].b);
    if (sv_doc_equal(a, SV_DOC_ROOT, b, SV_DOC_ROOT) != pairs[i].equal)
      fail_msg("%s and %s", pairs[i].a, pairs[i].b);
    if ((sv_doc_hash(a, SV_DOC_ROOT) == sv_doc_hash(b, SV_DOC_ROOT)) != pairs[i].equal)
      fail_msg("hashes of %s and %s", pairs[i].a, pairs[i].b);
    sv_doc_free(a);
    sv_doc_free(b);
  }
}

static void positions_count_code_points_and_all_line_ends(void **state)
{
  (void)state;
  struct sv_doc *d = read_json("[1,\n \"\303\245\303\270\", 2,\r\n3,\r  4]");
  static const size_t places[][2] = { { 1, 2 }, { 2, 2 }, { 2, 8 }, { 3, 1 }, { 4, 3 } };
  for (size_t i = 0; i < COUNT(places); i++) {
    size_t line, column;
    sv_doc_position(d, sv_doc_at(d, SV_DOC_ROOT, i), &line, &column);
    assert_int_equal(line, places[i][0]);
    assert_int_equal(column, places[i][1]);
  }
  sv_doc_free(d);
}

static void positions_hold_over_block_borders(void **state)
{
  (void)state;
  size_t size;
  char *text = repeat("[0", "\n,#", 6000, "]", &size);
  struct sv_doc *d;
  assert_int_equal(sv_doc_parse(text, size, NULL, &d, NULL), SV_OK);
  size_t row = 0;
  for (sv_value v = sv_doc_first(d, SV_DOC_ROOT); v != SV_DOC_NONE;
       v = sv_doc_next(d, SV_DOC_ROOT, v)) {
    size_t line, column;
    sv_doc_position(d, v, &line, &column);
    assert_int_equal(line, row + 1);
    assert_int_equal(column, 2);
    row++;
  }
  sv_doc_free(d);
  free(text);
}

/* RFC 6901 section 5. */
static void pointers_of_rfc6901_resolve_and_come_back(void **state)
{
  (void)state;
  static const struct {
    const char *pointer, *value;
  } cases[] = { { "/foo", "[\"bar\", \"baz\"]" },
                { "/foo/0", "\"bar\"" },
                { "/", "0" },
                { "/a~1b", "1" },
                { "/c%d", "2" },
                { "/e^f", "3" },
                { "/g|h", "4" },
                { "/i\\j", "5" },
                { "/k\"l", "6" },
                { "/ ", "7" },
                { "/m~0n", "8" } };
  struct sv_doc *d = read_json("{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/"
                               "b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,"
                               "\"k\\\"l\":6,\" \":7,\"m~n\":8}");
  for (size_t i = 0; i < COUNT(cases); i++) {
    const sv_value v =
        sv_doc_resolve_pointer(d, SV_DOC_ROOT, cases[i].pointer, strlen(cases[i].pointer));
    struct sv_buf text = SV_BUF(100), back = SV_BUF(100);
    assert_int_not_equal(v, SV_DOC_NONE);
    assert_int_equal(sv_doc_excerpt(d, v, 100, &text), SV_OK);
    assert_string_equal(sv_buf_text(&text), cases[i].value);
    assert_int_equal(sv_doc_pointer(d, v, &back), SV_OK);
    assert_string_equal(sv_buf_text(&back), cases[i].pointer);
    sv_buf_free(&text);
    sv_buf_free(&back);
  }
  static const char *const none[] = { "foo", "/foo/2", "/foo/00", "/foo/-", "/foo/01",  "/foo/",
                                      "/x",  "/m~n",   "/m~",     "/m~2n",  "/foo/0/0", "/foo/+1" };
  for (size_t i = 0; i < COUNT(none); i++)
    assert_int_equal(sv_doc_resolve_pointer(d, SV_DOC_ROOT, none[i], strlen(none[i])), SV_DOC_NONE);
  sv_doc_free(d);
}

static void excerpts_are_cut_between_characters(void **state)
{
  (void)state;
  struct sv_doc *d = read_json("[\"\303\245\303\245\303\245\303\245\303\245\303\245\303\245\303\245"
                               "\",{\"a\\n\":null}]");
  struct sv_buf out = SV_BUF(100);
  for (size_t most = 8; most < 30; most++) {
    assert_int_equal(sv_doc_excerpt(d, SV_DOC_ROOT, most, &out), SV_OK);
    assert_true(out.size <= most);
    sv_buf_cut(&out, 0);
  }
  assert_int_equal(sv_doc_excerpt(d, SV_DOC_ROOT, 8, &out), SV_OK);
  assert_string_equal(sv_buf_text(&out), "[\"\303\245\342\200\246");
  sv_buf_cut(&out, 0);
  assert_int_equal(sv_doc_excerpt(d, sv_doc_at(d, SV_DOC_ROOT, 1), 50, &out), SV_OK);
  assert_string_equal(sv_buf_text(&out), "{\"a\\n\": null}");
  sv_buf_free(&out);
  sv_doc_free(d);
}

static void jansson_gets_the_same_values(void **state)
{
  (void)state;
  static const char text[] = "{\"a\":[1,2.5,null,true,false,\"\303\245\"],\"b\":{\"c\":[]}}";
  struct sv_doc *d = read_json(text), *back;
  json_t *j = NULL, *expected = json_loads(text, 0, NULL);
  assert_int_equal(sv_doc_to_json(d, SV_DOC_ROOT, 100, &j, NULL), SV_OK);
  assert_true(json_equal(j, expected));
  assert_int_equal(sv_doc_from_json(j, NULL, &back, NULL), SV_OK);
  assert_true(sv_doc_equal(d, SV_DOC_ROOT, back, SV_DOC_ROOT));
  json_t *few = NULL;
  struct sv_error err = { 0 };
  assert_int_equal(sv_doc_to_json(d, SV_DOC_ROOT, 5, &few, &err), SV_LIMIT);
  assert_string_equal(err.limit, "nodes");
  json_decref(j);
  json_decref(expected);
  sv_doc_free(back);
  sv_doc_free(d);
}

static void a_million_names_are_all_found(void **state)
{
  (void)state;
  size_t size, total, kept;
  char *text = repeat("{", "\"k#\":0,", 1000000, "\"k7\":1}", &size);
  struct sv_doc *d;
  assert_int_equal(sv_doc_parse(text, size, NULL, &d, NULL), SV_OK);
  assert_int_equal(sv_doc_count(d, SV_DOC_ROOT), 1000001);
  for (int i = 0; i < 1000000; i += 997) {
    struct sv_buf name = SV_BUF(20);
    (void)sv_buf_addf(&name, "k%d", i);
    assert_int_not_equal(sv_doc_gets(d, SV_DOC_ROOT, sv_buf_text(&name)), SV_DOC_NONE);
    sv_buf_free(&name);
  }
  (void)sv_doc_findings(d, &kept, &total);
  assert_int_equal(total, 1);
  sv_doc_free(d);
  free(text);
}

static void a_million_equal_names_stay_bounded(void **state)
{
  (void)state;
  size_t size, total, kept;
  char *text = repeat("{", "\"k\":0,", 1000000, "\"k\":1}", &size);
  struct sv_doc *d;
  assert_int_equal(sv_doc_parse(text, size, NULL, &d, NULL), SV_OK);
  (void)sv_doc_findings(d, &kept, &total);
  assert_int_equal(kept, SV_DOC_FINDINGS_MAX);
  assert_int_equal(total, 1000000);
  sv_doc_free(d);
  free(text);
}

static void a_megabyte_of_brackets_is_a_limit(void **state)
{
  (void)state;
  size_t size;
  char *text = repeat("", "[", 1 << 20, "", &size);
  for (int syntax = SV_DOC_JSON; syntax <= SV_DOC_YAML; syntax++) {
    const struct sv_doc_options opt = { .syntax = (enum sv_doc_syntax)syntax };
    struct sv_doc *d;
    struct sv_error err = { 0 };
    assert_int_equal(sv_doc_parse(text, size, &opt, &d, &err), SV_LIMIT);
    assert_string_equal(err.limit, "depth");
  }
  free(text);
}

static void long_strings_and_numbers_are_bounded(void **state)
{
  (void)state;
  size_t size;
  struct sv_doc *d;
  struct sv_error err = { 0 };
  char *text = repeat("\"", "0123456789abcdef", 2 << 20, "\"", &size);
  assert_int_equal(sv_doc_parse(text, size, NULL, &d, NULL), SV_OK);
  size_t length;
  assert_non_null(sv_doc_string(d, SV_DOC_ROOT, &length));
  assert_int_equal(length, size - 2);
  sv_doc_free(d);
  assert_int_equal(sv_doc_parse(text + 1, (size_t)11, NULL, &d, &err), SV_INVALID);
  free(text);
  text = repeat("1", "0000000000000000", 1 << 17, "", &size);
  err = (struct sv_error){ 0 };
  assert_int_equal(sv_doc_parse(text, size, NULL, &d, &err), SV_LIMIT);
  assert_string_equal(err.limit, "number-bytes");
  assert_int_equal(sv_doc_parse(text, 1000001, NULL, &d, NULL), SV_OK);
  assert_true(isinf(sv_doc_double(d, SV_DOC_ROOT)) && sv_doc_is_integer(d, SV_DOC_ROOT));
  sv_doc_free(d);
  free(text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(members_and_elements_are_found),
    cmocka_unit_test(the_last_of_duplicates_counts),
    cmocka_unit_test(strings_may_hold_nul),
    cmocka_unit_test(equality_is_by_value_and_hashes_agree),
    cmocka_unit_test(positions_count_code_points_and_all_line_ends),
    cmocka_unit_test(positions_hold_over_block_borders),
    cmocka_unit_test(pointers_of_rfc6901_resolve_and_come_back),
    cmocka_unit_test(excerpts_are_cut_between_characters),
    cmocka_unit_test(jansson_gets_the_same_values),
    cmocka_unit_test(a_million_names_are_all_found),
    cmocka_unit_test(a_million_equal_names_stay_bounded),
    cmocka_unit_test(a_megabyte_of_brackets_is_a_limit),
    cmocka_unit_test(long_strings_and_numbers_are_bounded),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
