// SPDX-License-Identifier: Apache-2.0
/* YAML: the core schema, aliases and their limits, positions, what is refused and what is only
 * told. */
#include "tests/unit/unit.h"

#include "engines/doc/doc.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static enum sv_status read_yaml(const char *text, size_t size, struct sv_doc **d,
                                struct sv_error *err)
{
  const struct sv_doc_options opt = { .syntax = SV_DOC_YAML, .name = "x.yaml" };
  return sv_doc_parse(text, size, &opt, d, err);
}

/* A text, and the same value as JSON. */
static const struct {
  const char *yaml, *json;
} same[] = {
  { "a: 1", "{\"a\":1}" },
  { "- a\n- b", "[\"a\",\"b\"]" },
  { "{a: 1, b: [x, y]}", "{\"a\":1,\"b\":[\"x\",\"y\"]}" },
  { "{\"a\":1}", "{\"a\":1}" },
  { "---\na\n...\n", "\"a\"" },
  { "--- a", "\"a\"" },
  { "[null, Null, NULL, ~, ]", "[null,null,null,null]" },
  { "[true, True, TRUE, false, False, FALSE]", "[true,true,true,false,false,false]" },
  { "[yes, no, on, off, y, n, nuLL, tRue]", "[\"yes\",\"no\",\"on\",\"off\",\"y\",\"n\",\"nuLL\","
                                            "\"tRue\"]" },
  { "a:", "{\"a\":null}" },
  { "[0, 12, -3, +4, 007, 0x1F, 0o17]", "[0,12,-3,4,7,31,15]" },
  { "[1.5, -.5, +.5, 1., 1e3, 1.E-2, 00.5]", "[1.5,-0.5,0.5,1,1000,0.01,0.5]" },
  { "[0b1, 1_000, 0x, 0o8, 12:30, 1.2.3, ., +, e1, 1e, 0xG]", "[\"0b1\",\"1_000\",\"0x\",\"0o8\","
                                                              "\"12:30\",\"1.2.3\",\".\",\"+\","
                                                              "\"e1\",\"1e\",\"0xG\"]" },
  { "['1', \"2\", 'null', \"true\"]", "[\"1\",\"2\",\"null\",\"true\"]" },
  { "[2024-01-02, 3.0.1]", "[\"2024-01-02\",\"3.0.1\"]" },
  { "200: ok\ntrue: x\nnull: y\n1.5: z", "{\"200\":\"ok\",\"true\":\"x\",\"null\":\"y\",\"1.5\":"
                                         "\"z\"}" },
  { "a: |\n  x\n  y\n", "{\"a\":\"x\\ny\\n\"}" },
  { "a: >-\n  x\n  y\n", "{\"a\":\"x y\"}" },
  { "a: x\n  y", "{\"a\":\"x y\"}" },
  { "'it''s'", "\"it's\"" },
  { "\"\\u00e5\\x41\\n\\U0001F600\"", "\"\\u00e5A\\n\\ud83d\\ude00\"" },
  { "# c\na: 1 # d", "{\"a\":1}" },
  { "a: &x [1]\nb: *x", "{\"a\":[1],\"b\":[1]}" },
  { "&x a: *x", "{\"a\":\"a\"}" },
  { "a: &x k\n*x : 1", "{\"a\":\"k\",\"k\":1}" },
  { "- &a 1\n- &a 2\n- *a", "[1,2,2]" },
  { "- &n 0x10\n- {*n : 1}", "[16,{\"16\":1}]" },
  { "!!str 12", "\"12\"" },
  { "!!int \"12\"", "12" },
  { "!!float 1", "1" },
  { "!!null ''", "null" },
  { "! 12", "\"12\"" },
  { "!!map {a: !!seq [1]}", "{\"a\":[1]}" },
  { "\303\245: \303\270", "{\"\303\245\":\"\303\270\"}" },
  { "%YAML 1.2\n---\na", "\"a\"" },
  { "? a\n: b", "{\"a\":\"b\"}" },
  { "? a\n", "{\"a\":null}" },
  { "- - - 1", "[[[1]]]" },
  { "\357\273\277a: 1", "{\"a\":1}" },
  { "a:\r\n  b: 1\r\n", "{\"a\":{\"b\":1}}" },
  { "123456789012345678901234567890", "123456789012345678901234567890" },
  { "a: {b: }", "{\"a\":{\"b\":null}}" },
};

static void values_are_those_of_the_core_schema(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(same); i++) {
    struct sv_doc *y, *j;
    struct sv_error err = { 0 };
    if (read_yaml(same[i].yaml, strlen(same[i].yaml), &y, &err) != SV_OK)
      fail_msg("%s: %zu:%zu: %s", same[i].yaml, err.line, err.column, err.text);
    assert_int_equal(sv_doc_parse(same[i].json, strlen(same[i].json), NULL, &j, NULL), SV_OK);
    struct sv_buf text = SV_BUF(1000);
    (void)sv_doc_excerpt(y, SV_DOC_ROOT, 500, &text);
    if (!sv_doc_equal(y, SV_DOC_ROOT, j, SV_DOC_ROOT))
      fail_msg("%s: %s", same[i].yaml, sv_buf_text(&text));
    assert_true(sv_doc_hash(y, SV_DOC_ROOT) == sv_doc_hash(j, SV_DOC_ROOT));
    sv_buf_free(&text);
    sv_doc_free(y);
    sv_doc_free(j);
  }
}

static const struct {
  const char *text;
  size_t line, column;
  const char *words;
} refused[] = {
  { "", 1, 1, "empty" },
  { "# only\n", 1, 1, "empty" },
  { "a\n---\nb", 2, 1, "second YAML document" },
  { "a: *x", 1, 4, "no anchor" },
  { "a: &x [*x]", 1, 8, "own anchor" },
  { "a: &x {b: [*x]}", 1, 12, "own anchor" },
  { "{[a]: b}", 1, 2, "must be a text" },
  { "? [a]\n: b", 1, 3, "must be a text" },
  { "a: &x [1]\n*x : 1", 2, 1, "must be a text" },
  { "a: [1, 2", 1, 9, "close in pairs" },
  { "a: 'x", 1, 5, "closing quote" },
  { "a: b: c", 1, 5, "cannot begin here" },
  { "a:\n\t- b", 2, 1, "replace the tab" },
  { "}", 1, 1, "close in pairs" },
  { "a: \"\\q\"", 1, 5, "no escape in YAML" },
  { "\"\377\"", 1, 2, "not UTF-8" },
  { "\377\376a", 1, 1, "UTF-16" },
};

static void faults_are_told_with_their_place(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(refused); i++) {
    struct sv_doc *d;
    struct sv_error err = { 0 };
    assert_int_equal(read_yaml(refused[i].text, strlen(refused[i].text), &d, &err), SV_INVALID);
    if (!strstr(err.text, refused[i].words) || err.line == 0 ||
        (refused[i].line && (err.line != refused[i].line || err.column != refused[i].column)))
      fail_msg("%s: %zu:%zu: %s", refused[i].text, err.line, err.column, err.text);
  }
}

static const struct {
  const char *text;
  enum sv_doc_kind kind;
  bool is_error;
  size_t line, column;
} told[] = {
  { "a: 1\nb: 2\na: 3", SV_DOC_DUPLICATE_KEY, true, 3, 1 },
  { "a: !foo 1", SV_DOC_FOREIGN_TAG, true, 1, 9 },
  { "a: !!binary aGVp", SV_DOC_FOREIGN_TAG, true, 1, 13 },
  { "!!int x", SV_DOC_FOREIGN_TAG, true, 1, 7 },
  { "- .inf", SV_DOC_NOT_JSON, true, 1, 3 },
  { "- .NaN", SV_DOC_NOT_JSON, true, 1, 3 },
  { "a: &x {b: 1}\nc:\n  <<: *x", SV_DOC_NOT_JSON, false, 3, 3 },
  { "n: 9007199254740993", SV_DOC_BIG_NUMBER, false, 1, 4 },
  { "1: a\n\"1\": b", SV_DOC_DUPLICATE_KEY, true, 2, 1 },
};

static void what_json_cannot_say_is_told(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(told); i++) {
    struct sv_doc *d;
    size_t count;
    assert_int_equal(read_yaml(told[i].text, strlen(told[i].text), &d, NULL), SV_OK);
    const struct sv_doc_finding *f = sv_doc_findings(d, &count, NULL);
    if (count != 1 || f->kind != told[i].kind || f->is_error != told[i].is_error ||
        f->line != told[i].line || f->column != told[i].column)
      fail_msg("%s: %zu findings, at %zu:%zu", told[i].text, count, count ? f->line : 0,
               count ? f->column : 0);
    sv_doc_free(d);
  }
}

static void every_value_knows_its_place_and_pointer(void **state)
{
  (void)state;
  static const char text[] = "info:\n  title: \"\303\205\" \n  n: &n 3\npaths:\n  /x: [a, {b: "
                             "*n}]\nlast:\nnote: | # a > b\n\n  x\nfold: >2-\n    y\n";
  static const struct {
    const char *pointer;
    size_t line, column;
  } places[] = { { "/info", 2, 3 },      { "/info/title", 2, 10 }, { "/info/n", 3, 9 },
                 { "/paths/~1x", 5, 7 }, { "/paths/~1x/0", 5, 8 }, { "/paths/~1x/1/b", 5, 15 },
                 { "/last", 6, 1 },      { "/note", 7, 7 },        { "/fold", 10, 7 } };
  struct sv_doc *d;
  assert_int_equal(read_yaml(text, strlen(text), &d, NULL), SV_OK);
  for (size_t i = 0; i < COUNT(places); i++) {
    const sv_value v =
        sv_doc_resolve_pointer(d, SV_DOC_ROOT, places[i].pointer, strlen(places[i].pointer));
    size_t line, column;
    struct sv_buf back = SV_BUF(100);
    assert_int_not_equal(v, SV_DOC_NONE);
    sv_doc_position(d, v, &line, &column);
    if (line != places[i].line || column != places[i].column)
      fail_msg("%s: %zu:%zu", places[i].pointer, line, column);
    assert_int_equal(sv_doc_pointer(d, v, &back), SV_OK);
    assert_string_equal(sv_buf_text(&back), places[i].pointer);
    sv_buf_free(&back);
  }
  sv_doc_free(d);
}

static enum sv_status read_built(struct sv_buf *b, struct sv_error *err)
{
  struct sv_doc *d;
  const enum sv_status status = read_yaml(b->data, b->size, &d, err);
  sv_buf_free(b);
  sv_doc_free(d);
  return status;
}

static void a_billion_laughs_are_counted_not_made(void **state)
{
  (void)state;
  struct sv_buf b = SV_BUF(1 << 20);
  struct sv_error err = { 0 };
  (void)sv_buf_adds(&b, "a0: &a0 [x, x]\n");
  for (int i = 1; i < 30; i++) {
    (void)sv_buf_addf(&b, "a%d: &a%d [", i, i);
    for (int k = 0; k < 9; k++)
      (void)sv_buf_addf(&b, "*a%d,", i - 1);
    (void)sv_buf_adds(&b, "]\n");
  }
  assert_int_equal(read_built(&b, &err), SV_LIMIT);
  assert_string_equal(err.limit, "aliases");
}

static void aliases_cannot_hide_depth(void **state)
{
  (void)state;
  struct sv_buf b = SV_BUF(1 << 20);
  struct sv_error err = { 0 };
  (void)sv_buf_adds(&b, "- &a0 [x]\n");
  for (int i = 1; i < 600; i++)
    (void)sv_buf_addf(&b, "- &a%d [*a%d]\n", i, i - 1);
  assert_int_equal(read_built(&b, &err), SV_LIMIT);
  assert_string_equal(err.limit, "depth");
}

static void fifty_thousand_names_are_quick(void **state)
{
  (void)state;
  struct sv_buf b = SV_BUF(4 << 20);
  for (int i = 0; i < 50000; i++)
    (void)sv_buf_addf(&b, "key%d: %d\n", i, i);
  assert_int_equal(read_built(&b, NULL), SV_OK);
}

static void a_line_of_many_brackets_is_a_limit(void **state)
{
  (void)state;
  struct sv_buf b = SV_BUF(4 << 20);
  struct sv_error err = { 0 };
  (void)sv_buf_adds(&b, "a: [");
  for (int i = 0; i < 300000; i++)
    (void)sv_buf_adds(&b, "x,");
  assert_int_equal(read_built(&b, &err), SV_LIMIT);
  assert_string_equal(err.limit, "yaml-line");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(values_are_those_of_the_core_schema),
    cmocka_unit_test(faults_are_told_with_their_place),
    cmocka_unit_test(what_json_cannot_say_is_told),
    cmocka_unit_test(every_value_knows_its_place_and_pointer),
    cmocka_unit_test(a_billion_laughs_are_counted_not_made),
    cmocka_unit_test(aliases_cannot_hide_depth),
    cmocka_unit_test(fifty_thousand_names_are_quick),
    cmocka_unit_test(a_line_of_many_brackets_is_a_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
