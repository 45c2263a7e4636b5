// SPDX-License-Identifier: Apache-2.0
/* Every text of a run is hostile: each output keeps the shape that it has for harmless texts. */
#include "tests/unit/unit.h"

#include "engines/base/escape.h"
#include "reports/diff.h"
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
  "asOf",  "attribution", "bodySha256", "expires", "failOn",     "finished", "fingerprint",
  "layer", "level",       "maturity",   "mode",    "outcome",    "started",  "value",
  "kind",  "sha256",      "change",     "was",     "now",        "since",    "fresh",
  "gone",  "verdict",     "answer",     "date",    "lifeEvents",
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
             !sv_reason_is_apart(json_string_value(value)) && s->seen++ % s->stride == 0) {
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
  struct sv_run before;
  sample_full(&sample);
  sample_full(&before);
  before.requirements[0].outcome = SV_FAILED;
  before.requirements[5].outcome = SV_PASSED;
  assert_int_equal(sv_diff_make(&sample, &before, NULL), SV_OK);
  sv_run_free(&before);
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
  const enum sv_status status = sv_report_render(sv_renderer_find(format), run, SV_EN, NULL, &out);
  if (status != SV_OK)
    fail_msg("%s is not made: %d", format, (int)status);
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

/* Names of members, and what kind of value each has. */
static void json_shape(const json_t *value, unsigned depth, struct sv_buf *out)
{
  const char *key = NULL;
  size_t i = 0;
  json_t *child = NULL;
  (void)sv_buf_addf(out, "%d\n", (int)json_typeof(value));
  if (json_is_object(value)) {
    json_object_foreach((json_t *)(uintptr_t)value, key, child)
    {
      (void)sv_buf_addf(out, "%u %s ", depth, key);
      json_shape(child, depth + 1, out);
    }
  }
  json_array_foreach(value, i, child)
  {
    json_shape(child, depth + 1, out);
  }
}

static char *json_shape_of(const char *text, size_t size)
{
  json_error_t error;
  json_t *doc = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);
  if (!doc)
    fail_msg("%d:%d: %s", error.line, error.column, error.text);
  struct sv_buf out = SV_BUF((size_t)64 << 20);
  json_shape(doc, 0, &out);
  json_decref(doc);
  return sv_buf_take(&out);
}

/* RFC 4180 with semicolons: how many fields each row has, and no field that a spreadsheet would
 * calculate. */
static char *csv_shape_of(const char *text)
{
  struct sv_buf out = SV_BUF((size_t)1 << 20);
  unsigned fields = 0;
  assert_true(strncmp(text, "\xEF\xBB\xBF", 3) == 0);
  for (const char *p = text + 3; *p;) {
    fields++;
    const bool quoted = *p == '"';
    p += quoted;
    assert_false(*p && strchr("=+-@\t\r", *p) != NULL);
    while (*p && (quoted ? *p != '"' || p[1] == '"' : *p != ';' && *p != '\r'))
      p += quoted && *p == '"' ? 2 : 1;
    p += quoted;
    assert_true(*p == ';' || (p[0] == '\r' && p[1] == '\n'));
    if (*p == '\r') {
      (void)sv_buf_addf(&out, "%u\n", fields);
      fields = 0;
      p++;
    }
    p++;
  }
  assert_int_equal(fields, 0);
  return sv_buf_take(&out);
}

/* The word that each line begins with: a point, a command, a row of a table, a triple. */
static char *line_shape_of(const char *text)
{
  struct sv_buf out = SV_BUF((size_t)8 << 20);
  for (const char *p = text; *p;) {
    const size_t size = strcspn(p, "\n");
    const size_t space = strspn(p, " ");
    (void)sv_buf_addf(&out, "%zu %.*s\n", space, (int)strcspn(p + space, " \n<\"=["), p + space);
    p += size + (p[size] == '\n');
  }
  return sv_buf_take(&out);
}

enum syntax { XML, HTML, JSON, CSV, LINES };

static char *shape_of(const char *text, size_t size, enum syntax syntax)
{
  if (syntax == JSON)
    return json_shape_of(text, size);
  if (syntax == CSV)
    return csv_shape_of(text);
  if (syntax == LINES)
    return line_shape_of(text);
  const bool html = syntax == HTML;
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

static void assert_same_shape(const char *format, enum syntax syntax, const char *text,
                              unsigned stride)
{
  struct sv_run evil;
  struct sv_run good;
  size_t size[2] = { 0, 0 };
  spoiled(&evil, text, stride);
  spoiled(&good, "a b ", stride);
  char *bytes[2] = { rendered(&evil, format, &size[0]), rendered(&good, format, &size[1]) };
  char *shapes[2] = { shape_of(bytes[0], size[0], syntax), shape_of(bytes[1], size[1], syntax) };
  if (strcmp(shapes[0], shapes[1]) != 0)
    fail_msg("%s has another shape with %.40s", format, text);
  for (int i = 0; i < 2; i++) {
    free(bytes[i]);
    free(shapes[i]);
  }
  sv_run_free(&evil);
  sv_run_free(&good);
}

static const struct {
  const char *name;
  enum syntax syntax;
} formats[] = {
  { "html", HTML },   { "junit", XML },       { "junit-extended", XML }, { "badge", XML },
  { "json", JSON },   { "badge-json", JSON }, { "ctrf", JSON },          { "earl", JSON },
  { "gitlab", JSON }, { "har", JSON },        { "sarif", JSON },         { "sarif-full", JSON },
  { "csv", CSV },     { "tap", LINES },       { "github", LINES },       { "markdown", LINES },
};

enum { FORMATS = sizeof formats / sizeof formats[0] };

static void every_format_keeps_its_shape(void **state)
{
  (void)state;
  for (size_t f = 0; f < FORMATS; f++)
    for (size_t i = 0; i < sizeof evils / sizeof evils[0]; i++)
      assert_same_shape(formats[f].name, formats[f].syntax, evils[i], 1);
}

/* As sv_text_dirt(), but for the mark and the line ends that CSV has to have. */
static size_t dirt(const char *format, char *bytes, size_t size)
{
  if (strcmp(format, "csv") == 0) {
    memset(bytes, ' ', 3);
    for (size_t i = 0; i + 1 < size; i++)
      if (bytes[i] == '\r' && bytes[i + 1] == '\n')
        bytes[i] = ' ';
  }
  return sv_text_dirt(bytes, size, SV_BLOCK);
}

static void nothing_that_acts_comes_into_any_output(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof evils / sizeof evils[0]; i++)
    for (const struct sv_renderer *r = sv_renderers; r->name; r++) {
      struct sv_run run;
      size_t size = 0;
      if (strcmp(r->name, "json") == 0) /* data: it keeps what it was told, as escapes */
        continue;
      spoiled(&run, evils[i], 1);
      char *bytes = rendered(&run, r->name, &size);
      if (dirt(r->name, bytes, size) != size)
        fail_msg("%s lets something through of %.20s", r->name, evils[i]);
      free(bytes);
      sv_run_free(&run);
    }
}

/* One text in so many is the long one; none of them a mask, which the page marks. */
enum { MEGABYTE_STRIDE = 43 };

/* What samsvar diff prints of a run whose every text is TEXT. */
static void check_diff(const char *text, unsigned stride)
{
  const struct sv_style style = SV_STYLE_FILE;
  struct sv_run run;
  struct sv_view view;
  struct sv_buf out[3] = { SV_BUF(SV_REPORT_MAX), SV_BUF(SV_REPORT_MAX), SV_BUF(SV_REPORT_MAX) };
  spoiled(&run, text, stride);
  assert_int_equal(sv_view_open(&run, &view), SV_OK);
  const struct sv_report r = { .run = &run, .view = &view, .lang = SV_EN };
  assert_true(run.diff->count > 2);
  assert_int_equal(sv_diff_text(&r, &style, &out[0]), SV_OK);
  assert_int_equal(sv_diff_markdown(&r, &out[1]), SV_OK);
  assert_int_equal(sv_diff_json(&r, &out[2]), SV_OK);
  for (size_t i = 0; i < 3; i++) {
    if (sv_text_dirt(out[i].data, out[i].size, SV_BLOCK) != out[i].size || out[i].size > 1 << 20)
      fail_msg("diff %zu lets something through of %.20s", i, text);
    /* As many lines as with any other text. */
    size_t lines = 0;
    for (size_t at = 0; at < out[i].size; at++)
      lines += out[i].data[at] == '\n';
    assert_true(i == 2 || lines < 6 * run.diff->count + 40);
  }
  free(json_shape_of(out[2].data, out[2].size));
  for (size_t i = 0; i < 3; i++)
    sv_buf_free(&out[i]);
  sv_view_close(&view);
  sv_run_free(&run);
}

static void what_diff_prints_is_clean(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof evils / sizeof evils[0]; i++)
    check_diff(evils[i], 1);
}

static void a_line_of_a_megabyte_is_cut(void **state)
{
  (void)state;
  char *line = malloc((1 << 20) + 1);
  assert_non_null(line);
  memset(line, 'x', 1 << 20);
  memcpy(line, "a b ", 4); /* so that what is sorted by it is sorted as the harmless text is */
  line[1 << 20] = '\0';
  for (const struct sv_renderer *r = sv_renderers; r->name; r++) {
    struct sv_run run;
    size_t size = 0;
    if (strcmp(r->name, "json") == 0)
      continue;
    spoiled(&run, line, MEGABYTE_STRIDE);
    char *bytes = rendered(&run, r->name, &size);
    if (size >= (8u << 20))
      fail_msg("%s has %zu bytes", r->name, size);
    free(bytes);
    sv_run_free(&run);
  }
  for (size_t f = 0; f < FORMATS; f++)
    assert_same_shape(formats[f].name, formats[f].syntax, line, MEGABYTE_STRIDE);
  check_diff(line, MEGABYTE_STRIDE);
  free(line);
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
  (void)state;
  struct sv_run run;
  sample_begin(&run, 2);
  sample_exchange(&run, 1, "\xFF\xFE\x80<\xC0\xAF\xED\xA0\x80\xF5");
  sample_add(&run, SV_TECHNICAL, SV_MUST, SV_FAILED, 0);
  sample_find(&run, "\xFF\xFE\x80<\xC0\xAF\xED\xA0\x80\xF5");
  run.results[0].findings++; /* only the evil one is left */
  run.results[0].finding_count--;
  run.requirements[0].title = (struct sv_text){ .en = "\xC0 a", .nb = "\xC0 a" };
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  for (const struct sv_renderer *r = sv_renderers; r->name; r++) {
    size_t size = 0;
    char *bytes = rendered(&run, r->name, &size);
    const bool badge = strncmp(r->name, "badge", 5) == 0; /* says nothing of others */
    if (dirt(r->name, bytes, size) != size || (!badge && !strstr(bytes, "\xEF\xBF\xBD")))
      fail_msg("%s has bytes that are no text", r->name);
    free(bytes);
  }
  sv_run_free(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_format_keeps_its_shape),
    cmocka_unit_test(nothing_that_acts_comes_into_any_output),
    cmocka_unit_test(what_diff_prints_is_clean),
    cmocka_unit_test(a_line_of_a_megabyte_is_cut),
    cmocka_unit_test(bytes_that_are_no_text_are_replaced),
  };
  return cmocka_run_group_tests_name("hostile", tests, NULL, NULL);
}
