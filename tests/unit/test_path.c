// SPDX-License-Identifier: Apache-2.0
/* JSONPath: RFC 9535's rules by small cases. */
#include "tests/unit/unit.h"

#include "engines/doc/iregexp.h"
#include "engines/doc/path.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* A query, a document, and the selected values as JSON joined by spaces. */
static const struct {
  const char *path, *doc, *expected;
} cases[] = {
  { "$", "{\"a\":1}", "{\"a\": 1}" },
  { "$", "[]", "[]" },
  { "$.a", "{\"a\":1}", "1" },
  { "$.a.b", "{\"a\":{\"b\":2}}", "2" },
  { "$.b", "{\"a\":1}", "" },
  { "$.a", "[1]", "" },
  { "$.a", "1", "" },
  { "$['a']", "{\"a\":1}", "1" },
  { "$[\"a\"]", "{\"a\":1}", "1" },
  { "$ .a", "{\"a\":1}", "1" },
  { "$\n[ 'a' ]", "{\"a\":1}", "1" },
  { "$.\303\245", "{\"\303\245\":1}", "1" },
  { "$._a1", "{\"_a1\":1}", "1" },
  { "$['\\u00e5']", "{\"\303\245\":1}", "1" },
  { "$['\\'']", "{\"'\":1}", "1" },
  { "$[\"'\"]", "{\"'\":1}", "1" },
  { "$['\"']", "{\"\\\"\":1}", "1" },
  { "$['\\uD83D\\uDE00']", "{\"\\ud83d\\ude00\":1}", "1" },
  { "$['a\\/b']", "{\"a/b\":1}", "1" },
  { "$['']", "{\"\":1}", "1" },
  { "$.*", "{\"a\":1,\"b\":2}", "1 2" },
  { "$[*]", "[1,2]", "1 2" },
  { "$.*", "1", "" },
  { "$[*]['a']", "[{\"a\":1},{\"a\":2}]", "1 2" },
  { "$[0]", "[1,2]", "1" },
  { "$[-1]", "[1,2]", "2" },
  { "$[2]", "[1,2]", "" },
  { "$[-3]", "[1,2]", "" },
  { "$[0]", "{\"0\":1}", "" },
  { "$[9007199254740991]", "[1]", "" },
  { "$[0,1]", "[1,2]", "1 2" },
  { "$[1,0,0]", "[1,2]", "2 1 1" },
  { "$['a',0]", "{\"a\":1}", "1" },
  { "$[0, 'a']", "[1]", "1" },
  { "$['a','b']", "{\"b\":2,\"a\":1}", "1 2" },
  { "$[*,0]", "[1,2]", "1 2 1" },
  { "$[1:3]", "[0,1,2,3]", "1 2" },
  { "$[:2]", "[0,1,2]", "0 1" },
  { "$[1:]", "[0,1,2]", "1 2" },
  { "$[:]", "[0,1]", "0 1" },
  { "$[::]", "[0,1]", "0 1" },
  { "$[::2]", "[0,1,2,3]", "0 2" },
  { "$[1::2]", "[0,1,2,3]", "1 3" },
  { "$[::-1]", "[0,1,2]", "2 1 0" },
  { "$[2:0:-1]", "[0,1,2]", "2 1" },
  { "$[-2:]", "[0,1,2]", "1 2" },
  { "$[:-1]", "[0,1,2]", "0 1" },
  { "$[::0]", "[0,1]", "" },
  { "$[5:1]", "[0,1]", "" },
  { "$[0:99]", "[0,1]", "0 1" },
  { "$[-99:99]", "[0,1]", "0 1" },
  { "$[99:-99:-1]", "[0,1]", "1 0" },
  { "$[ 0 : 2 : 1 ]", "[0,1,2]", "0 1" },
  { "$[::-2]", "[0,1,2,3]", "3 1" },
  { "$[:1]", "{\":\":1}", "" },
  { "$[3:0:-9007199254740991]", "[0,1,2,3]", "3" },
  { "$[:0:-1]", "[0,1,2]", "2 1" },
  { "$[-1::-1]", "[0,1,2]", "2 1 0" },
  { "$..a", "{\"a\":{\"a\":1}}", "{\"a\": 1} 1" },
  { "$..a", "[{\"a\":1},[{\"a\":2}]]", "1 2" },
  { "$..[0]", "[[1,2],[3]]", "[1, 2] 1 3" },
  { "$..*", "[[1],2]", "[1] 2 1" },
  { "$..['a','b']", "[{\"a\":1,\"b\":2}]", "1 2" },
  { "$..[*]", "{\"a\":[1]}", "[1] 1" },
  { "$.a..b", "{\"a\":{\"b\":{\"b\":1}}}", "{\"b\": 1} 1" },
  { "$..[0:1]", "[[1],[2]]", "[1] 1 2" },
  { "$..[?@.a]", "[{\"a\":1}]", "{\"a\": 1}" },
  /* existence */
  { "$[?@.a]", "[{\"a\":1},{\"b\":2}]", "{\"a\": 1}" },
  { "$[?@.a]", "{\"x\":{\"a\":null}}", "{\"a\": null}" },
  { "$[?@]", "[null,false,0]", "null false 0" },
  { "$[?!@.a]", "[{\"a\":1},{\"b\":2}]", "{\"b\": 2}" },
  { "$[? !@.a ]", "[1]", "1" },
  { "$[?@.*]", "[1,[],[2],{\"a\":3}]", "[2] {\"a\": 3}" },
  { "$[?$[1]]", "[0,1]", "0 1" },
  { "$[?@..a]", "[[{\"a\":1}],[]]", "[{\"a\": 1}]" },
  { "$[?@[0:1]]", "[[1],[]]", "[1]" },
  { "$[?@.a,?@.b]", "[{\"a\":1,\"b\":2}]", "{\"a\": 1, \"b\": 2} {\"a\": 1, \"b\": 2}" },
  { "$[?(@.a)]", "[{\"a\":1}]", "{\"a\": 1}" },
  { "$[?!(@.a)]", "[{\"a\":1},2]", "2" },
  { "$[?((@.a))]", "[{\"a\":1}]", "{\"a\": 1}" },
  /* comparison */
  { "$[?@==1]", "[1,1.0,2,\"1\"]", "1 1.0" },
  { "$[?@=='a']", "[\"a\",\"b\"]", "\"a\"" },
  { "$[?@==\"a\"]", "[\"a\"]", "\"a\"" },
  { "$[?@==true]", "[true,false,1]", "true" },
  { "$[?@==null]", "[null,0,false]", "null" },
  { "$[?@.a==null]", "[{},{\"a\":null}]", "{\"a\": null}" },
  { "$[?@!=1]", "[1,2]", "2" },
  { "$[?@.a!=1]", "[{},{\"a\":1}]", "{}" },
  { "$[?@.a==@.b]", "[{},{\"a\":1,\"b\":1},{\"a\":1}]", "{} {\"a\": 1, \"b\": 1}" },
  { "$[?@<2]", "[1,2,\"1\",null]", "1" },
  { "$[?@<=2]", "[1,2,3]", "1 2" },
  { "$[?@>1]", "[1,2]", "2" },
  { "$[?@>=2]", "[1,2,3]", "2 3" },
  { "$[?@<'b']", "[\"a\",\"b\",1]", "\"a\"" },
  { "$[?@>'a']", "[\"a\",\"aa\"]", "\"aa\"" },
  { "$[?@<=true]", "[true,false]", "true" },
  { "$[?@>=null]", "[null,1]", "null" },
  { "$[?1==1]", "[1]", "1" },
  { "$[?1==2]", "[1]", "" },
  { "$[?@==1e0]", "[1]", "1" },
  { "$[?@==-0]", "[0]", "0" },
  { "$[?@==1.5E1]", "[15]", "15" },
  { "$[?@==10000000000000000000001]", "[1e22,10000000000000000000001]", "10000000000000000000001" },
  { "$[?@[0]==$[0][0]]", "[[1],[2],[1.0]]", "[1] [1.0]" },
  { "$[?@==$[0]]", "[{\"a\":[1]},{\"a\":[1.0]},{}]", "{\"a\": [1]} {\"a\": [1.0]}" },
  { "$[?@.a<@.b]", "[{\"a\":1}]", "" },
  { "$[?@.a<=@.b]", "[{}]", "{}" },
  { "$[?'a'<'\303\245']", "[1]", "1" },
  { "$[?@=='\\u0061']", "[\"a\"]", "\"a\"" },
  /* logic */
  { "$[?@>1&&@<3]", "[1,2,3]", "2" },
  { "$[?@<2||@>2]", "[1,2,3]", "1 3" },
  { "$[?@==1||@==2&&@==3]", "[1,2]", "1" },
  { "$[?(@==1||@==2)&&@==2]", "[1,2]", "2" },
  { "$[?!(@==1)]", "[1,2]", "2" },
  { "$[? @ == 1 && ( @ == 1 ) ]", "[1]", "1" },
  { "$[?!(@.a&&@.b)]", "[{\"a\":1,\"b\":1},{\"a\":1}]", "{\"a\": 1}" },
  { "$[?@.a&&!@.b]", "[{\"a\":1,\"b\":1},{\"a\":1}]", "{\"a\": 1}" },
  { "$[?@[?@>1]]", "[[1],[2]]", "[2]" },
  /* functions */
  { "$[?length(@)==2]", "[\"ab\",[1,2],{\"a\":1,\"b\":2},12,\"\303\245\303\270\"]",
    "\"ab\" [1, 2] {\"a\": 1, \"b\": 2} \"\303\245\303\270\"" },
  { "$[?length(@.a)>=0]", "[{},{\"a\":1}]", "" },
  { "$[?length('abc')==3]", "[1]", "1" },
  { "$[?length( @ ) == 1]", "[\"a\"]", "\"a\"" },
  { "$[?count(@.*)==2]", "[[1,2],[1],{\"a\":1,\"b\":2}]", "[1, 2] {\"a\": 1, \"b\": 2}" },
  { "$[?count(@..*)>2]", "[[1,[2]],[1]]", "[1, [2]]" },
  { "$[?count(@['a','a'])==2]", "[{\"a\":1}]", "{\"a\": 1}" },
  { "$[?value(@.*)==1]", "[[1],[1,1],[]]", "[1]" },
  { "$[?value(@..a)==1]", "[{\"a\":1}]", "{\"a\": 1}" },
  { "$[?match(@,'a.c')]", "[\"abc\",\"abcd\",\"a\\nc\",1]", "\"abc\"" },
  { "$[?search(@,'b')]", "[\"abc\",\"c\"]", "\"abc\"" },
  { "$[?!match(@,'a')]", "[\"a\",\"b\"]", "\"b\"" },
  { "$[?match(@,@)]", "[\"a\",\"a+\"]", "\"a\"" },
  { "$[?match(@.a,$[0].p)]", "[{\"a\":\"x1\",\"p\":\"x[0-9]\"}]",
    "{\"a\": \"x1\", \"p\": \"x[0-9]\"}" },
  { "$[?match(@,'\\\\p{Lu}')]", "[\"A\",\"a\",\"\303\205\"]", "\"A\" \"\303\205\"" },
  { "$[?match(@,'a|b')]", "[\"a\",\"b\",\"ab\"]", "\"a\" \"b\"" },
  { "$[?match(@,'a{2,3}')]", "[\"a\",\"aa\",\"aaaa\"]", "\"aa\"" },
  { "$[?match(@,'.')]", "[\"\\u2028\",\"\\n\",\"\\r\",\"\\ud83d\\ude00\"]",
    "\"\342\200\250\" \"\360\237\230\200\"" },
  { "$[?match(@,'\\\\d')]", "[\"1\",\"d\"]", "" },
  { "$[?match(@,'(')]", "[\"(\"]", "" },
  { "$[?search(@,'^a')]", "[\"ab\",\"ba\"]", "\"ab\"" },
  { "$[?match(@.a,'x')]", "[{},{\"a\":1}]", "" },
  { "$[?length(value(@.*))==2]", "[[\"ab\"]]", "[\"ab\"]" },
  { "$[?match(@,'[^a]')]", "[\"a\",\"b\"]", "\"b\"" },
  { "$[?match(@,'[a-c-]')]", "[\"-\",\"b\",\"d\"]", "\"-\" \"b\"" },
  { "$[?match(@,'a\\\\.b')]", "[\"a.b\",\"axb\"]", "\"a.b\"" },
  { "$[?match(@,'')]", "[\"\",\"a\"]", "\"\"" },
};

static const char *const malformed[] = {
  "",
  " $",
  "$ ",
  "a",
  "@",
  ".a",
  "$a",
  "$.",
  "$..",
  "$. a",
  "$.. a",
  "$.1",
  "$.-a",
  "$.'a'",
  "$.a.",
  "$.[0]",
  "$[",
  "$[]",
  "$[ ]",
  "$[,]",
  "$[0,]",
  "$[,0]",
  "$[0",
  "$[0 1]",
  "$['a'",
  "$[a]",
  "$['a]",
  "$[\"a']",
  "$[01]",
  "$[-0]",
  "$[-]",
  "$[+1]",
  "$[1.0]",
  "$[1e1]",
  "$[9007199254740992]",
  "$[-9007199254740992]",
  "$[0:01]",
  "$[::-0]",
  "$[:::]",
  "$[1:2:3:4]",
  "$[1:a]",
  "$['\\a']",
  "$['\\\"']",
  "$[\"\\'\"]",
  "$['\\u12']",
  "$['\\ud800']",
  "$['\\udc00']",
  "$['\\ud800\\u0041']",
  "$['\t']",
  "$['\n']",
  "$...a",
  "$.a b",
  "$.a$",
  "$$",
  "$[?]",
  "$[?@",
  "$[?@.a",
  "$[?a]",
  "$[?'a']",
  "$[?1]",
  "$[?true]",
  "$[?null]",
  "$[?@=1]",
  "$[?@===1]",
  "$[?@==]",
  "$[?==1]",
  "$[?@==1==1]",
  "$[?@.*==1]",
  "$[?@..a==1]",
  "$[?1==@.*]",
  "$[?@[0:1]==1]",
  "$[?@['a','b']==1]",
  "$[?@==[1]]",
  "$[?@=={}]",
  "$[?@==01]",
  "$[?@==.5]",
  "$[?@==1.]",
  "$[?@==+1]",
  "$[?@==1e]",
  "$[?@&&]",
  "$[?&&@]",
  "$[?@&@]",
  "$[?@|@]",
  "$[?@||]",
  "$[?(@]",
  "$[?@)]",
  "$[?()]",
  "$[?!1]",
  "$[?!@==1]",
  "$[?!!@]",
  "$[?true&&@]",
  "$[?@==True]",
  "$[?@==NULL]",
  "$[?foo(@)]",
  "$[?length(@)]",
  "$[?count(@)]",
  "$[?value(@)]",
  "$[?length()==1]",
  "$[?length(@,@)==1]",
  "$[?length(@.*)==1]",
  "$[?count(1)==1]",
  "$[?count('a')==1]",
  "$[?count(length(@))==1]",
  "$[?value(1)==1]",
  "$[?match(@)]",
  "$[?match(@,'a')==true]",
  "$[?match(@.*,'a')]",
  "$[?match(@,'a','b')]",
  "$[?length(match(@,'a'))==1]",
  "$[?length (@)==1]",
  "$[?Length(@)==1]",
  "$[?length(@==1)==1]",
  "$[?search(@,'a')!=false]",
  "$[?@ @]",
  "$[?@.a.]",
  "$[?@[]]",
  "$[(@.a)]",
  "$[*",
  "$[**]",
  "$.**",
  "$['a''b']",
  "$[?(@==1) 1]",
  "$[?((@)]",
  "$[1:2",
  "$\377",
};

static enum sv_status run(const char *path, const char *text, uint64_t visits, struct sv_buf *out)
{
  struct sv_doc *d;
  struct sv_path *p;
  struct sv_error err = { 0 };
  struct sv_path_nodes nodes = { 0 };
  assert_int_equal(sv_doc_parse(text, strlen(text), NULL, &d, NULL), SV_OK);
  if (sv_path_compile(path, strlen(path), &p, &err) != SV_OK)
    fail_msg("%s: column %zu: %s", path, err.column, err.text);
  const enum sv_status status = sv_path_select(p, d, visits, &nodes, &err);
  for (size_t i = 0; i < nodes.count; i++) {
    if (i)
      (void)sv_buf_addc(out, ' ');
    (void)sv_doc_excerpt(d, nodes.items[i], 1000, out);
  }
  sv_path_nodes_free(&nodes);
  sv_path_free(p);
  sv_doc_free(d);
  return status;
}

static void queries_select_what_rfc9535_says(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(cases); i++) {
    struct sv_buf out = SV_BUF(10000);
    assert_int_equal(run(cases[i].path, cases[i].doc, SV_PATH_VISITS, &out), SV_OK);
    if (strcmp(sv_buf_text(&out), cases[i].expected) != 0)
      fail_msg("%s on %s: %s, not %s", cases[i].path, cases[i].doc, sv_buf_text(&out),
               cases[i].expected);
    sv_buf_free(&out);
  }
}

static void malformed_and_ill_typed_queries_are_refused(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(malformed); i++) {
    struct sv_path *p;
    struct sv_error err = { 0 };
    if (sv_path_compile(malformed[i], strlen(malformed[i]), &p, &err) == SV_OK)
      fail_msg("%s was taken", malformed[i]);
    assert_true(err.text[0] && err.line == 1 && err.column >= 1);
  }
}

static void visits_and_patterns_are_bounded(void **state)
{
  (void)state;
  struct sv_buf out = SV_BUF(1 << 20);
  assert_int_equal(run("$..*..*..*..*", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", 1000, &out),
                   SV_LIMIT);
  sv_buf_free(&out);
  bool matches;
  static const char as[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab";
  assert_int_equal(
      sv_iregexp_match("(a+)+c", 6, as, sizeof as - 1, true, SV_IREGEXP_EFFORT, &matches), SV_OK);
  assert_false(matches); /* PCRE2 sees that there is no c */
  assert_int_equal(
      sv_iregexp_match("(a|aa)+", 7, as, sizeof as - 1, false, SV_IREGEXP_EFFORT, &matches),
      SV_LIMIT);
  assert_int_equal(run("$[?match(@,'(a|aa)+')]", "[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"]",
                       SV_PATH_VISITS, &out),
                   SV_LIMIT);
  sv_buf_free(&out);
  char deep[4000];
  memset(deep, '(', sizeof deep);
  assert_false(sv_iregexp_is_valid(deep, sizeof deep));
}

static void deep_queries_are_refused(void **state)
{
  (void)state;
  char text[20000];
  size_t n = 0;
  text[n++] = '$';
  while (n < sizeof text - 2) {
    text[n++] = '[';
    text[n++] = '?';
    text[n++] = '@';
  }
  struct sv_path *p;
  assert_int_equal(sv_path_compile(text, n, &p, NULL), SV_INVALID);
  memset(text + 1, '(', sizeof text - 1);
  memcpy(text, "$[?", 3);
  assert_int_equal(sv_path_compile(text, sizeof text, &p, NULL), SV_INVALID);
}

static void normalized_paths_name_the_values(void **state)
{
  (void)state;
  static const char text[] = "{\"a'b\":[{\"\\n\\u000b\":1}]}";
  struct sv_doc *d;
  struct sv_path *p;
  struct sv_path_nodes nodes = { 0 };
  struct sv_buf out = SV_BUF(1000);
  assert_int_equal(sv_doc_parse(text, strlen(text), NULL, &d, NULL), SV_OK);
  assert_int_equal(sv_path_compile("$.*.*.*", 7, &p, NULL), SV_OK);
  assert_int_equal(sv_path_select(p, d, 100, &nodes, NULL), SV_OK);
  assert_int_equal(nodes.count, 1);
  assert_int_equal(sv_path_normal(d, nodes.items[0], &out), SV_OK);
  assert_string_equal(sv_buf_text(&out), "$['a\\'b'][0]['\\n\\u000b']");
  sv_buf_free(&out);
  sv_path_nodes_free(&nodes);
  sv_path_free(p);
  sv_doc_free(d);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(queries_select_what_rfc9535_says),
    cmocka_unit_test(malformed_and_ill_typed_queries_are_refused),
    cmocka_unit_test(visits_and_patterns_are_bounded),
    cmocka_unit_test(deep_queries_are_refused),
    cmocka_unit_test(normalized_paths_name_the_values),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
