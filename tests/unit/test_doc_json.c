// SPDX-License-Identifier: Apache-2.0
/* What RFC 8259 accepts and refuses, with the place and the sentence for what is refused. */
#include "tests/unit/unit.h"

#include "engines/doc/doc.h"

#include <stdlib.h>
#include <string.h>

static const char *const accepted[] = {
  /* values alone, and white space (section 2) */
  "null", "true", "false", "0", "-0", "1", "\"\"", "\"a\"", "[]", "{}", " null", "null ", "\tnull",
  "\nnull\n", "\r\nnull\r\n", " \t\r\n[ \t\r\n] \t\r\n", "[ ]", "{ }", "{\n}", "[\n\n]",
  /* arrays and objects (4, 5) */
  "[1]", "[1,2]", "[1, 2]", "[1 ,2]", "[ 1 , 2 ]", "[[]]", "[[],[]]", "[[[]]]", "[{}]", "[{},{}]",
  "[null]", "[true]", "[false]", "[null,true,false]", "[\"a\",1,null]", "[[[[[[[[[[0]]]]]]]]]]",
  "{\"a\":1}", "{\"a\" :1}", "{\"a\": 1}", "{ \"a\" : 1 }", "{\"a\":1,\"b\":2}", "{\"\":0}",
  "{\"a\":{}}", "{\"a\":[]}", "{\"a\":{\"b\":{\"c\":{}}}}", "{\"a\":null}", "{\"a\":\"b\"}",
  "{\"a\":[{\"b\":[{}]}]}", "[{\"a\":1},{\"a\":2}]", "{\"a b\":1}", "{\"\\u0061\":1}",
  "{\"\\\"\":1}", "{\"1\":1}", "{\"__proto__\":1}", "{\"a\":\n1\n}",
  /* numbers (6) */
  "9", "10", "100", "1234567890", "-1", "-10", "0.0", "0.1", "0.10", "1.0", "1.5", "10.01", "-0.0",
  "-1.5", "1e1", "1E1", "1e+1", "1e-1", "1E+1", "1E-1", "1.5e10", "1.5E-10", "0e0", "0e1", "0E+0",
  "-0e-0", "1e01", "1e00", "1e-00", "123456789012345678901234567890", "1e400", "1e-400",
  "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
  "18446744073709551616", "0.1234567890123456789012345678901234567890", "1e1000000000",
  "1e-1000000000", "1e99999999999999999999999999", "[0,-0,0.0,-0.0]", "[1,1.0,1e0]",
  /* strings (7) */
  "\" \"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"\\b\"", "\"\\f\"", "\"\\n\"", "\"\\r\"", "\"\\t\"",
  "\"\\u0000\"", "\"\\u001f\"", "\"\\u0041\"", "\"\\u00E5\"", "\"\\u00e5\"", "\"\\uFFFF\"",
  "\"\\uD83D\\uDE00\"", "\"\\ud83d\\ude00\"", "\"\\uDBFF\\uDFFF\"", "\"\\\\u0041\"",
  "\"\\\\\\\"\"", "\"/\"", "\"\177\"", "\"'\"", "\"#//\"", "\"a\\u0062c\"", "\"\\u0061\\u0062\"",
  "\"12345678\"", "\"1234567\\n\"", "\"12345678\\n12345678\"", "\"\\n12345678901234567\"",
  "\"[{,:}]\"", "\"null\"",
  /* UTF-8 (8.1) */
  "\"\303\245\"", "\"\342\202\254\"", "\"\360\237\230\200\"", "\"\302\200\"", "\"\337\277\"",
  "\"\340\240\200\"", "\"\355\237\277\"", "\"\356\200\200\"", "\"\357\277\277\"",
  "\"\360\220\200\200\"", "\"\364\217\277\277\"", "\"\357\273\277\"", "{\"\303\245\":1}",
  "\"12345678\303\245\"", "\"1234567\303\245\"", "\"\303\245\303\270\303\246 12345678\"",
  "\"\342\200\250\342\200\251\"",
};

#define BOM "\357\273\277"

/* The text, the column of the fault (of its line) and words of its sentence. */
static const struct {
  const char *text;
  size_t column;
  const char *words;
} refused[] = {
  { "", 1, "empty" }, { " ", 2, "empty" }, { "\t\t", 3, "empty" }, { BOM, 1, "empty" },
  /* words */
  { "nul", 1, "no such word as nul" }, { "nulll", 1, "no such word" }, { "tru", 1, "no such word as tru" },
  { "truee", 1, "no such word" }, { "fals", 1, "no such word" }, { "falsey", 1, "no such word" },
  { "True", 1, "true, false and null" }, { "FALSE", 1, "small letters" }, { "Null", 1, "small letters" },
  { "None", 1, "small letters" }, { "undefined", 1, "no such word as undefined" }, { "n", 1, "no such word as n" },
  { "t", 1, "no such word" }, { "f", 1, "no such word" }, { "a", 1, "no such word as a" },
  { "hello", 1, "double quotes" }, { "_x", 1, "no such word" }, { "$x", 1, "no such word" },
  { "[nul]", 2, "no such word as nul" }, { "[abc]", 2, "no such word as abc" }, { "null_", 1, "no such word" },
  { "NaN", 1, "no NaN" }, { "nan", 1, "no NaN" }, { "Infinity", 1, "no NaN" }, { "-Infinity", 1, "no NaN" },
  { "+Infinity", 1, "no NaN" }, { "-NaN", 1, "no NaN" }, { "[NaN]", 2, "no NaN" }, { "{\"a\":NaN}", 6, "no NaN" },
  { "inf", 1, "no NaN" }, { "-inf", 1, "no NaN" },
  /* characters that begin nothing */
  { "\303\245", 1, "A value was expected here, not \"\303\245\"" }, { "*", 1, "not \"*\"" },
  { "]", 1, "not \"]\"" }, { "}", 1, "not \"}\"" }, { ":", 1, "not \":\"" }, { ",", 1, "missing here" },
  { "\\", 1, "not \"\\\"" }, { "\001", 1, "not U+0001" }, { "\177", 1, "not U+007F" },
  { "\302\240null", 1, "not U+00A0" }, { "\342\200\250null", 1, "not U+2028" }, { "\fnull", 1, "not U+000C" },
  { "\vnull", 1, "not U+000B" }, { "<a>", 1, "not \"<\"" }, { "(1)", 1, "not \"(\"" }, { "@", 1, "not \"@\"" },
  { "\377", 1, "not U+00FF" },
  /* what follows the value */
  { "1 2", 3, "Nothing may follow the value, but \"2\"" }, { "null null", 6, "Nothing may follow" },
  { "{}{}", 3, "Nothing may follow" }, { "[] []", 4, "Nothing may follow" }, { "{} ]", 4, "but \"]\"" },
  { "[]]", 3, "but \"]\"" }, { "{}}", 3, "but \"}\"" }, { "1,", 2, "but \",\"" }, { "\"a\"b", 4, "but \"b\"" },
  { "\"a\":1", 4, "but \":\"" }, { "null\001", 5, "but U+0001" }, { "[];", 3, "but \";\"" }, { "1.2.3", 4, "but \".\"" },
  { "1a", 2, "but \"a\"" }, { "0a", 2, "but \"a\"" }, { "1 //x", 3, "but \"/\"" }, { "12e3f", 5, "but \"f\"" },
  /* arrays */
  { "[", 2, "ends where a value" }, { "[ ", 3, "ends where a value" }, { "[1", 3, "inside an array" },
  { "[1 ", 4, "inside an array" }, { "[1,", 4, "ends where a value" }, { "[1,2", 5, "inside an array" },
  { "[[1]", 5, "inside an array" }, { "[[[", 4, "ends where a value" }, { "[1,]", 3, "no comma after the last" },
  { "[1, ]", 3, "no comma after the last" }, { "[,]", 2, "missing here" }, { "[,1]", 2, "missing here" },
  { "[1,,2]", 4, "missing here" }, { "[1 2]", 4, "comma or a closing bracket" }, { "[1}", 3, "not \"}\"" },
  { "[1:2]", 3, "not \":\"" }, { "[\"a\" \"b\"]", 6, "comma or a closing bracket" }, { "[1;2]", 3, "not \";\"" },
  { "[\"a\":1]", 5, "comma or a closing bracket" }, { "[1]1", 4, "Nothing may follow" }, { "[}", 2, "not \"}\"" },
  { "[1,}", 4, "not \"}\"" }, { "[null,", 7, "ends where a value" }, { "[//\n1]", 2, "no comments" },
  { "[1 //x\n]", 4, "comma or a closing bracket" }, { "[/*x*/1]", 2, "no comments" }, { "[#x\n1]", 2, "no comments" },
  { "[*]", 2, "not \"*\"" }, { "['a']", 2, "not single ones" }, { "[1]]]", 4, "Nothing may follow" },
  { "[\"a\",\n4\n,1,", 4, "ends where" },
  /* objects */
  { "{", 2, "inside an object" }, { "{ ", 3, "inside an object" }, { "{\"a\"", 5, "inside an object" },
  { "{\"a\":", 6, "ends where a value" }, { "{\"a\":1", 7, "inside an object" }, { "{\"a\":1,", 8, "inside an object" },
  { "{\"a\":1,}", 7, "no comma after the last" }, { "{,}", 2, "A name in double quotes was expected here, not \",\"" },
  { "{,\"a\":1}", 2, "not \",\"" }, { "{\"a\":1,,\"b\":2}", 8, "not \",\"" }, { "{\"a\" 1}", 6, "A colon was expected" },
  { "{\"a\",1}", 5, "A colon was expected after the name, not \",\"" }, { "{\"a\"}", 5, "A colon was expected" },
  { "{\"a\":}", 6, "A value was expected here, not \"}\"" }, { "{\"a\":,}", 6, "missing here" },
  { "{\"a\":1 \"b\":2}", 8, "comma or a closing brace" }, { "{\"a\":1]", 7, "not \"]\"" },
  { "{\"a\":1:2}", 7, "comma or a closing brace" }, { "{a:1}", 2, "A name stands in double quotes" },
  { "{_a:1}", 2, "A name stands in double quotes" }, { "{$a:1}", 2, "A name stands in double quotes" },
  { "{'a':1}", 2, "not single ones" }, { "{\"a\":'b'}", 6, "not single ones" }, { "{1:1}", 2, "A name in double quotes" },
  { "{null:1}", 2, "A name stands in double quotes" }, { "{[]:1}", 2, "not \"[\"" }, { "{{}:1}", 2, "not \"{\"" },
  { "{\"a\"::1}", 6, "not \":\"" }, { "{\"a\"=1}", 5, "not \"=\"" }, { "{\"a\"=>1}", 5, "A colon" }, { "{:1}", 2, "not \":\"" },
  { "{]", 2, "not \"]\"" }, { "{\"a\":1,b:2}", 8, "A name stands" }, { "{//x\n}", 2, "no comments" },
  { "{\"a\":1,//x\n}", 8, "no comments" }, { "{\"a\":/*x*/1}", 6, "no comments" }, { "{\"a\":{\"b\":1}", 13, "inside an object" },
  { "{\"a\":[1}", 8, "closing bracket" }, { "{\"a\":1;}", 7, "comma or a closing brace" }, { "{*:1}", 2, "not \"*\"" },
  { "{\"a\":1,2}", 8, "A name in double quotes" }, { "{\"a\":1,\"b\"}", 11, "A colon" }, { "{\"a\":1,\"b\"", 11, "inside an object" },
  { "{\"a\":0x}", 6, "decimal" },
  /* numbers */
  { "-", 2, "after the minus sign" }, { "--1", 2, "after the minus sign" }, { "-a", 1, "A value was expected" },
  { "- 1", 2, "after the minus sign" }, { "+1", 1, "no plus sign" }, { "+", 1, "no plus sign" }, { ".5", 1, "before its decimal point" },
  { "-.5", 2, "after the minus sign" }, { "1.", 3, "after the decimal point" }, { "1.e1", 3, "after the decimal point" },
  { "0.", 3, "after the decimal point" }, { "-0.", 4, "after the decimal point" }, { "1.a", 3, "after the decimal point" },
  { "1..2", 3, "after the decimal point" }, { "1e", 3, "in the exponent" }, { "1e+", 4, "in the exponent" },
  { "1e-", 4, "in the exponent" }, { "1E", 3, "in the exponent" }, { "1ea", 3, "in the exponent" }, { "1e1.5", 4, "but \".\"" },
  { "1e++1", 4, "in the exponent" }, { "1.5e", 5, "in the exponent" }, { "0e", 3, "in the exponent" }, { "00", 1, "no extra zero" },
  { "01", 1, "no extra zero" }, { "-01", 2, "no extra zero" }, { "007", 1, "no extra zero" }, { "00.5", 1, "no extra zero" },
  { "0x1F", 1, "decimal" }, { "-0x1F", 2, "decimal" }, { "0X1f", 1, "decimal" }, { "0b1", 2, "but \"b\"" }, { "0o7", 2, "but \"o\"" },
  { "1_000", 2, "but \"_\"" }, { "1 000", 3, "but \"0\"" }, { "[1.]", 4, "after the decimal point" }, { "[-]", 3, "after the minus sign" },
  { "[01]", 2, "no extra zero" }, { "[+1]", 2, "no plus sign" }, { "[.5]", 2, "before its decimal point" }, { ".", 1, "not \".\"" },
  { "[1e]", 4, "in the exponent" }, { "1L", 2, "but \"L\"" }, { "1f", 2, "but \"f\"" }, { "\357\274\221", 1, "A value was expected" },
  /* strings */
  { "\"", 2, "closing quote" }, { "\"a", 3, "closing quote" }, { "\"a\\\"", 5, "closing quote" }, { "\"\\", 3, "closing quote" },
  { "\"12345678", 10, "closing quote" }, { "[\"a]", 5, "closing quote" }, { "{\"a", 4, "closing quote" }, { "'a'", 1, "not single ones" },
  { "\"\\a\"", 3, "not by \"a\"" }, { "\"\\x41\"", 3, "not by \"x\"" }, { "\"\\'\"", 3, "not by \"'\"" }, { "\"\\0\"", 3, "not by \"0\"" },
  { "\"\\ \"", 3, "not by U+0020" }, { "\"\\U0041\"", 3, "not by \"U\"" }, { "\"\\v\"", 3, "not by \"v\"" }, { "\"\\\303\245\"", 3, "not by \"\303\245\"" },
  { "\"\\u\"", 2, "Four hexadecimal" }, { "\"\\u0\"", 2, "Four hexadecimal" }, { "\"\\u00\"", 2, "Four hexadecimal" },
  { "\"\\u004\"", 2, "Four hexadecimal" }, { "\"\\u004g\"", 2, "Four hexadecimal" }, { "\"\\u\\u0041\"", 2, "Four hexadecimal" },
  { "\"\\u 041\"", 2, "Four hexadecimal" }, { "\"\\u{41}\"", 2, "Four hexadecimal" }, { "\"\\u-041\"", 2, "Four hexadecimal" },
  { "\"\\uD83D\\u\"", 8, "Four hexadecimal" }, { "\"\\uD83D\\uDE0\"", 8, "Four hexadecimal" }, { "\"\\uD83D\\x\"", 9, "not by \"x\"" },
  { "\"\t\"", 2, "U+0009" }, { "\"a\nb\"", 3, "U+000A" }, { "\"a\rb\"", 3, "U+000D" }, { "\"\001\"", 2, "U+0001" }, { "\"\037\"", 2, "U+001F" },
  { "\"12345678\t\"", 10, "U+0009" }, { "{\"a\tb\":1}", 4, "U+0009" }, { "\"\\n\n\"", 4, "U+000A" }, { "\"a\" \"b\"", 5, "Nothing may follow" },
  { "`a`", 1, "not \"`\"" }, { "\342\200\234a\342\200\235", 1, "A value was expected" },
  /* not UTF-8 */
  { "\"\377\"", 2, "not UTF-8" }, { "\"\200\"", 2, "not UTF-8" }, { "\"\300\200\"", 2, "not UTF-8" }, { "\"\301\277\"", 2, "not UTF-8" },
  { "\"\303\"", 2, "not UTF-8" }, { "\"\303", 2, "not UTF-8" }, { "\"\340\237\277\"", 2, "not UTF-8" }, { "\"\355\240\200\"", 2, "not UTF-8" },
  { "\"\355\277\277\"", 2, "not UTF-8" }, { "\"\360\217\277\277\"", 2, "not UTF-8" }, { "\"\364\220\200\200\"", 2, "not UTF-8" },
  { "\"\365\200\200\200\"", 2, "not UTF-8" }, { "\"\342\202\"", 2, "not UTF-8" }, { "\"\360\237\230\"", 2, "not UTF-8" },
  { "\"a\303\245\345\"", 4, "not UTF-8" }, { "{\"\377\":1}", 3, "not UTF-8" }, { "\"\\n\377\"", 4, "not UTF-8" }, { "\"12345678\377\"", 10, "not UTF-8" },
  { "\377\376n", 1, "UTF-16" }, { "\376\377n", 1, "UTF-16" },
};

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static void what_rfc8259_allows_is_read(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(accepted); i++) {
    struct sv_doc *d;
    struct sv_error err = { 0 };
    if (sv_doc_parse(accepted[i], strlen(accepted[i]), NULL, &d, &err) != SV_OK)
      fail_msg("%s: %s", accepted[i], err.text);
    sv_doc_free(d);
  }
}

static void what_rfc8259_forbids_is_refused_with_its_place(void **state)
{
  (void)state;
  int wrong = 0;
  for (size_t i = 0; i < COUNT(refused); i++) {
    struct sv_doc *d;
    struct sv_error err = { 0 };
    struct sv_doc_finding fault = { 0 };
    const struct sv_doc_options opt = { .name = "x.json", .fault = &fault };
    assert_int_equal(sv_doc_parse(refused[i].text, strlen(refused[i].text), &opt, &d, &err), SV_INVALID);
    if (!strstr(err.text, refused[i].words) || err.column != refused[i].column) {
      print_error("%s: %zu:%zu: %s\n", refused[i].text, err.line, err.column, err.text);
      wrong++;
    }
    assert_string_equal(err.file, "x.json");
    assert_true(fault.is_error && fault.msgid && fault.line == err.line);
  }
  assert_int_equal(wrong, 0);
}

static void there_are_enough_cases(void **state)
{
  (void)state;
  assert_true(COUNT(accepted) + COUNT(refused) >= 250);
}

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

/* Every prefix of a text that is cut inside is refused, and nothing past its end is read. */
static void every_cut_text_is_refused(void **state)
{
  (void)state;
  static const char whole[] = "{\"a\":[1.5e3,\"x\\u00e5\\ud83d\\ude00\",null,true],\"\303\245\":{\"b\":false}}";
  for (size_t size = 0; size < sizeof whole - 1; size++) {
    struct sv_doc *d;
    char *exact = malloc(size ? size : 1);
    memcpy(exact, whole, size);
    assert_int_equal(sv_doc_parse(exact, size, NULL, &d, NULL), SV_INVALID);
    free(exact);
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
    assert_int_equal(sv_doc_parse(findings[i].text, strlen(findings[i].text), NULL, &d, NULL), SV_OK);
    const struct sv_doc_finding *f = sv_doc_findings(d, &count, &total);
    if (count != 1 || total != 1 || f->kind != findings[i].kind || f->is_error != findings[i].is_error ||
        f->line != findings[i].line || f->column != findings[i].column)
      fail_msg("%s: %zu findings, first %d at %zu:%zu", findings[i].text, count, count ? (int)f->kind : -1,
               count ? f->line : 0, count ? f->column : 0);
    sv_doc_free(d);
  }
}

static void exact_numbers_make_no_finding(void **state)
{
  (void)state;
  static const char *const quiet[] = { "9007199254740992", "-9007199254740992", "0.1", "1e300", "0e-999",
                                       "1.7976931348623157e308", "0.30000000000000004", "123456.789", "1.0e15" };
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
    cmocka_unit_test(what_rfc8259_allows_is_read),
    cmocka_unit_test(what_rfc8259_forbids_is_refused_with_its_place),
    cmocka_unit_test(there_are_enough_cases),
    cmocka_unit_test(a_nul_byte_is_no_white_space),
    cmocka_unit_test(every_cut_text_is_refused),
    cmocka_unit_test(the_depth_limit_holds_to_the_level),
    cmocka_unit_test(other_limits_have_names),
    cmocka_unit_test(doubtful_texts_are_read_with_a_finding),
    cmocka_unit_test(exact_numbers_make_no_finding),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
