// SPDX-License-Identifier: Apache-2.0
/* Every text of a run is hostile: each output keeps the shape that it has for harmless texts. */
#include "tests/unit/unit.h"

#include "engines/base/escape.h"
#include "reports/report.h"
#include "tests/unit/sample_run.h"

#include <jansson.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

static const char *const evils[] = {
  "</p></div><h1>x</h1>",
  "</script><script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>",
  "' onmouseover='alert(1)",
  "]]><!-- --><![CDATA[",
  "<!--",
  "--></title></style></pre></mark>",
  "&lt;b&gt;&#60;b&#62;&amp;&nosuch;",
  "javascript:alert(1)",
  "a\x1B[2J\x1B]0;x\x07\x08\x0B\x0C\x1F\x7F",
  "a\nb\r\nc\td",
  "\xE2\x80\xAE"
  "abc\xE2\x81\xA6"
  "def\xEF\xBB\xBF\xC2\x85\xE2\x80\xA8",
  "=cmd|' /C calc'!A0",
  "%s%n%1$s{type}{count}{nothing}{",
  "\xF3\xA0\x81\x81\xEF\xBF\xBD\xEE\x80\x80\xC2\xAD",
};

/* Members whose value is a word, number or form of ours: a reader would refuse another. */
static const char *const fixed[] = {
  "asOf",  "attribution", "bodySha256", "expires", "failOn",  "finished", "fingerprint", "layer",
  "level", "maturity",    "mode",       "outcome", "started", "value",    "kind",        "sha256",
};

static bool is_fixed(const char *name)
{
  for (size_t i = 0; name && i < sizeof fixed / sizeof fixed[0]; i++)
    if (strcmp(fixed[i], name) == 0)
      return true;
  return false;
}

/* TEXT before every STRIDE-th free string within VALUE, whose member name is NAME. */
struct spoiler {
  const char *text;
  unsigned stride, seen;
};

static void spoil(json_t *value, const char *name, struct spoiler *s)
{
  const char *key = NULL;
  size_t i = 0;
  json_t *child = NULL;
  if (json_is_object(value)) {
    json_object_foreach(value, key, child)
    {
      spoil(child, key, s);
    }
  } else if (json_is_array(value)) {
    json_array_foreach(value, i, child)
    {
      spoil(child, name, s);
    }
  } else if (json_is_string(value) && !is_fixed(name) &&
             strcmp(json_string_value(value), "no check") != 0 && s->seen++ % s->stride == 0) {
    struct sv_buf out = SV_BUF((size_t)4 << 20);
    (void)sv_buf_adds(&out, s->text);
    (void)sv_buf_adds(&out, json_string_value(value));
    assert_int_equal(json_string_set(value, sv_buf_text(&out)), 0);
    sv_buf_free(&out);
  }
}

/* The sample with TEXT in every STRIDE-th string. */
static void spoiled(struct sv_run *run, const char *text, unsigned stride)
{
  struct spoiler spoiler = { .text = text, .stride = stride };
  struct sv_run sample;
  struct sv_buf out = SV_BUF((size_t)1 << 26);
  struct sv_error err = { .line = 0 };
  sample_full(&sample);
  assert_int_equal(sv_run_write(&sample, &out), SV_OK);
  json_t *doc = json_loads(out.data, 0, NULL);
  assert_non_null(doc);
  (void)json_object_del(json_object_get(doc, "verdict"), "capabilities");
  spoil(doc, NULL, &spoiler);
  char *bytes = json_dumps(doc, JSON_SORT_KEYS);
  if (sv_run_read(bytes, strlen(bytes), "r.json", run, &err) != SV_OK)
    fail_msg("%zu: %s", err.line, err.text);
  free(bytes);
  json_decref(doc);
  sv_buf_free(&out);
  sv_run_free(&sample);
}

static char *rendered(const struct sv_run *run, const char *format, size_t *size)
{
  struct sv_buf out = SV_BUF(SV_REPORT_MAX);
  assert_int_equal(sv_report_render(sv_renderer_find(format), run, SV_EN, NULL, &out), SV_OK);
  *size = out.size;
  assert_int_equal(strlen(out.data), out.size);
  return sv_buf_take(&out);
}

/* Elements and the names of their attributes, as a text. */
static void shape(const xmlNode *node, unsigned depth, struct sv_buf *out)
{
  for (; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE &&
        node->type != XML_CDATA_SECTION_NODE)
      (void)sv_buf_addf(out, "%u ?%d\n", depth, (int)node->type);
    if (node->type != XML_ELEMENT_NODE)
      continue;
    (void)sv_buf_addf(out, "%u %s", depth, (const char *)node->name);
    for (const xmlAttr *a = node->properties; a; a = a->next)
      (void)sv_buf_addf(out, " %s", (const char *)a->name);
    (void)sv_buf_addc(out, '\n');
    shape(node->children, depth + 1, out);
  }
}

static char *shape_of(const char *text, size_t size, bool html)
{
  xmlDoc *doc =
      html ? htmlReadMemory(text, (int)size, NULL, "UTF-8",
                            HTML_PARSE_NOERROR | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED)
           : xmlReadMemory(text, (int)size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
  assert_non_null(doc);
  struct sv_buf out = SV_BUF((size_t)64 << 20);
  shape(doc->children, 0, &out);
  xmlFreeDoc(doc);
  return sv_buf_take(&out);
}

static void assert_same_shape(const char *format, const char *text, unsigned stride)
{
  struct sv_run evil;
  struct sv_run good;
  size_t size[2] = { 0, 0 };
  spoiled(&evil, text, stride);
  spoiled(&good, "a b ", stride);
  char *bytes[2] = { rendered(&evil, format, &size[0]), rendered(&good, format, &size[1]) };
  char *shapes[2] = { shape_of(bytes[0], size[0], strcmp(format, "html") == 0),
                      shape_of(bytes[1], size[1], strcmp(format, "html") == 0) };
  if (strcmp(shapes[0], shapes[1]) != 0)
    fail_msg("%s has another shape with %.40s", format, text);
  for (int i = 0; i < 2; i++) {
    free(bytes[i]);
    free(shapes[i]);
  }
  sv_run_free(&evil);
  sv_run_free(&good);
}

static void the_page_keeps_its_element_tree(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof evils / sizeof evils[0]; i++)
    assert_same_shape("html", evils[i], 1);
}

static void junit_keeps_its_element_tree(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof evils / sizeof evils[0]; i++)
    assert_same_shape("junit", evils[i], 1);
}

static void nothing_that_acts_comes_into_any_output(void **state)
{
  (void)state;
  static const char *const formats[] = { "html", "junit", "text" };
  for (size_t i = 0; i < sizeof evils / sizeof evils[0]; i++)
    for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
      struct sv_run run;
      size_t size = 0;
      spoiled(&run, evils[i], 1);
      char *bytes = rendered(&run, formats[f], &size);
      if (sv_text_dirt(bytes, size, SV_BLOCK) != size)
        fail_msg("%s lets something through of %.20s", formats[f], evils[i]);
      free(bytes);
      sv_run_free(&run);
    }
}

static void a_line_of_a_megabyte_is_cut(void **state)
{
  (void)state;
  static const char *const formats[] = { "html", "junit", "text" };
  char *line = malloc((1 << 20) + 1);
  assert_non_null(line);
  memset(line, 'x', 1 << 20);
  line[1 << 20] = '\0';
  for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
    struct sv_run run;
    size_t size = 0;
    spoiled(&run, line, 41);
    char *bytes = rendered(&run, formats[f], &size);
    assert_true(size < (8u << 20));
    free(bytes);
    sv_run_free(&run);
  }
  assert_same_shape("html", line, 41);
  assert_same_shape("junit", line, 41);
  free(line);
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
  (void)state;
  static const char *const formats[] = { "json", "html", "junit", "text" };
  struct sv_run run;
  sample_begin(&run, 2);
  sample_exchange(&run, 1, "\xFF\xFE\x80<\xC0\xAF\xED\xA0\x80\xF5");
  sample_add(&run, SV_TECHNICAL, SV_MUST, SV_FAILED, 0);
  sample_find(&run, "\xFF\xFE\x80<\xC0\xAF\xED\xA0\x80\xF5");
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
    size_t size = 0;
    char *bytes = rendered(&run, formats[f], &size);
    assert_int_equal(sv_text_dirt(bytes, size, SV_BLOCK), size);
    assert_non_null(strstr(bytes, "\xEF\xBF\xBD"));
    free(bytes);
  }
  sv_run_free(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_page_keeps_its_element_tree),
    cmocka_unit_test(junit_keeps_its_element_tree),
    cmocka_unit_test(nothing_that_acts_comes_into_any_output),
    cmocka_unit_test(a_line_of_a_megabyte_is_cut),
    cmocka_unit_test(bytes_that_are_no_text_are_replaced),
  };
  return cmocka_run_group_tests_name("hostile", tests, NULL, NULL);
}
