// SPDX-License-Identifier: Apache-2.0
/* The formats that CI reads agree with the exit code, over every mix of outcome, level, waiver,
 * share shown, baseline and end; and what they write is what their schemas ask. */
#include "tests/unit/unit.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/rdf/isomorphic.h"
#include "engines/rdf/read.h"
#include "engines/schema/schema.h"
#include "reports/report.h"
#include "tests/unit/sample_run.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *rendered(const struct sv_run *run, const char *format, enum sv_lang lang)
{
  struct sv_buf out = SV_BUF(SV_REPORT_MAX);
  assert_int_equal(sv_report_render(sv_renderer_find(format), run, lang, NULL, &out), SV_OK);
  assert_int_equal(strlen(sv_buf_text(&out)), out.size);
  return sv_buf_take(&out);
}

static json_t *parsed(const char *text)
{
  json_error_t error;
  json_t *doc = json_loads(text, JSON_REJECT_DUPLICATES, &error);
  if (!doc)
    fail_msg("%s in %.60s", error.text, text);
  return doc;
}

/* --- whether a file is red, told as its readers tell it --- */

static size_t count_elements(const xmlNode *node, const char *name)
{
  size_t count = 0;
  for (; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      count += (strcmp((const char *)node->name, name) == 0) + count_elements(node->children, name);
  return count;
}

static bool junit_is_red(const char *text)
{
  xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), "junit.xml", NULL, XML_PARSE_NONET);
  assert_non_null(doc);
  const xmlNode *root = xmlDocGetRootElement(doc);
  const bool red = count_elements(root, "failure") + count_elements(root, "error") > 0;
  xmlFreeDoc(doc);
  return red;
}

/* A TAP 14 reader: the plan holds, points count up, YAML only under points that are not ok. */
static bool tap_is_red(const char *text)
{
  unsigned planned = 0;
  unsigned seen = 0;
  bool red = false;
  bool failed = false;
  bool yaml = false;
  assert_true(sv_starts_with(text, "TAP version 14\n1.."));
  for (const char *line = text; *line; line += strcspn(line, "\n") + 1) {
    const size_t size = strcspn(line, "\n");
    if (sv_starts_with(line, "1.."))
      planned = (unsigned)strtoul(line + 3, NULL, 10);
    else if (sv_starts_with(line, "  ---\n"))
      assert_true(failed && !yaml && (yaml = true));
    else if (sv_starts_with(line, "  ...\n"))
      yaml = false;
    else if (sv_starts_with(line, "ok ") || sv_starts_with(line, "not ok ")) {
      failed = line[0] == 'n';
      assert_false(yaml);
      assert_int_equal(strtoul(line + (failed ? 7 : 3), NULL, 10), ++seen);
      red = red || (failed && !memmem(line, size,
                                      " # TO"
                                      "DO ",
                                      8));
    } else
      assert_true(yaml || sv_starts_with(line, "TAP version 14\n"));
  }
  assert_int_equal(planned, seen);
  return red;
}

static bool ctrf_is_red(const char *text)
{
  json_t *doc = parsed(text);
  json_t *results = json_object_get(doc, "results");
  json_t *summary = json_object_get(results, "summary");
  json_int_t counts[3] = { 0 };
  size_t i;
  json_t *test;
  json_array_foreach(json_object_get(results, "tests"), i, test)
  {
    const char *status = json_string_value(json_object_get(test, "status"));
    counts[strcmp(status, "passed") == 0 ? 0 : strcmp(status, "failed") == 0 ? 1 : 2]++;
  }
  assert_int_equal(counts[0], json_integer_value(json_object_get(summary, "passed")));
  assert_int_equal(counts[1], json_integer_value(json_object_get(summary, "failed")));
  assert_int_equal(counts[2], json_integer_value(json_object_get(summary, "skipped")));
  assert_int_equal(counts[0] + counts[1] + counts[2],
                   json_integer_value(json_object_get(summary, "tests")));
  json_decref(doc);
  return counts[1] > 0;
}

static bool any_is(json_t *list, const char *member, const char *word)
{
  size_t i;
  json_t *item;
  bool found = false;
  json_array_foreach(list, i, item)
  {
    found = found || strcmp(json_string_value(json_object_get(item, member)), word) == 0;
  }
  return found;
}

static bool sarif_is_red(const char *text)
{
  json_t *doc = parsed(text);
  json_t *run = json_array_get(json_object_get(doc, "runs"), 0);
  json_t *invocation = json_array_get(json_object_get(run, "invocations"), 0);
  const bool red =
      any_is(json_object_get(run, "results"), "level", "error") ||
      any_is(json_object_get(invocation, "toolExecutionNotifications"), "level", "error");
  json_decref(doc);
  return red;
}

static bool gitlab_is_red(const char *text)
{
  json_t *doc = parsed(text);
  const bool red = any_is(doc, "severity", "major") || any_is(doc, "severity", "critical") ||
                   any_is(doc, "severity", "blocker");
  json_decref(doc);
  return red;
}

static bool github_is_red(const char *text)
{
  return sv_starts_with(text ? text : "", "::error ") || strstr(text ? text : "", "\n::error ");
}

static bool badge_json_is_red(const char *text)
{
  json_t *doc = parsed(text);
  const bool red = json_is_true(json_object_get(doc, "isError"));
  assert_int_equal(red, strcmp(json_string_value(json_object_get(doc, "color")), "a81220") == 0);
  json_decref(doc);
  return red;
}

static bool badge_is_red(const char *text)
{
  return strstr(text, "fill=\"#a81220\"") != NULL;
}

static const struct {
  const char *format;
  bool (*is_red)(const char *text);
} ci[] = {
  { "junit", junit_is_red },   { "junit-extended", junit_is_red },  { "tap", tap_is_red },
  { "ctrf", ctrf_is_red },     { "sarif", sarif_is_red },           { "gitlab", gitlab_is_red },
  { "github", github_is_red }, { "badge-json", badge_json_is_red }, { "badge", badge_is_red },
};

/* --- the runs --- */

enum { CODES = 131 };

static const unsigned flags[] = {
  0, SAMPLE_WAIVER, SAMPLE_EXPIRED, SAMPLE_UNSEEN, SAMPLE_NO_CHECK, SAMPLE_MANUAL, SAMPLE_NO_RESULT
};

/* How a run ended, and what it was asked. */
struct ending {
  const char *name;
  struct sv_run_events events;
  bool partial;
  struct sv_gate gate;
  bool baseline; /* the same requirement was not met before either */
};

static const struct ending endings[] = {
  { .name = "plain", .gate = { .fail_on = SV_MUST } },
  { .name = "should", .gate = { .fail_on = SV_SHOULD } },
  { .name = "shown", .gate = { .fail_on = SV_MUST, .min_shown = 80 } },
  { .name = "expired", .gate = { .fail_on = SV_MUST, .fail_on_expired_waiver = true } },
  { .name = "new", .gate = { .fail_on = SV_MUST, .fail_on_new = true } },
  { .name = "old", .gate = { .fail_on = SV_MUST, .fail_on_new = true }, .baseline = true },
  { .name = "old, should",
    .gate = { .fail_on = SV_SHOULD, .fail_on_new = true },
    .baseline = true },
  { .name = "interrupted",
    .gate = { .fail_on = SV_MUST },
    .events = { .interrupted = true },
    .partial = true },
  { .name = "internal", .gate = { .fail_on = SV_MUST }, .events = { .internal = true } },
  { .name = "unreachable", .gate = { .fail_on = SV_MUST }, .events = { .unreachable = true } },
  { .name = "configuration", .gate = { .fail_on = SV_MUST }, .events = { .configuration = true } },
};

struct mix {
  enum sv_outcome outcome;
  enum sv_level level;
  unsigned flags;
  enum sv_attribution attribution; /* of what is neither passed nor inapplicable */
  bool company;                    /* a requirement beside it that is met */
};

static void make(struct sv_run *run, const struct mix *m, const struct ending *e)
{
  sample_begin(run, 4);
  sample_exchange(run, 1, "units");
  sample_add(run, SV_TECHNICAL, m->level, m->outcome, m->flags);
  for (size_t i = 0; i < run->result_count; i++)
    if (m->outcome == SV_CANT_TELL || m->outcome == SV_UNTESTED)
      run->results[i].attribution = m->attribution;
  if (m->company)
    sample_add(run, SV_LEGAL, SV_MUST, SV_PASSED, 0);
  run->profile.gate = e->gate;
  run->events = e->events;
  run->partial = e->partial;
  assert_int_equal(sv_verdict_compute(run), SV_OK);
  if (!e->gate.fail_on_new)
    return;
  struct sv_run before;
  sample_begin(&before, 4);
  sample_add(&before, SV_TECHNICAL, m->level, e->baseline ? SV_FAILED : SV_PASSED, 0);
  assert_int_equal(sv_verdict_compute(&before), SV_OK);
  assert_int_equal(sv_diff_make(run, &before, NULL), SV_OK);
  sv_run_free(&before);
}

static void check_one(const struct mix *m, const struct ending *e, size_t codes[CODES])
{
  struct sv_run run;
  make(&run, m, e);
  const int code = run.verdict.exit_code;
  codes[code]++;
  for (size_t f = 0; f < sizeof ci / sizeof ci[0]; f++) {
    char *text = rendered(&run, ci[f].format, SV_EN);
    if (ci[f].is_red(text ? text : "") != (code != 0))
      fail_msg("%s: exit code %d, %s; outcome %d level %d flags %u attribution %d: %.400s", e->name,
               code, ci[f].format, (int)m->outcome, (int)m->level, m->flags, (int)m->attribution,
               text ? text : "");
    free(text);
  }
  sv_run_free(&run);
}

static void ci_is_red_if_and_only_if_the_exit_code_is_not_0(void **state)
{
  (void)state;
  static const int wanted[] = { 0, 1, 2, 3, 4, 5, 130 };
  size_t codes[CODES] = { 0 };
  size_t runs = 0;
  for (size_t e = 0; e < sizeof endings / sizeof endings[0]; e++)
    for (int outcome = SV_PASSED; outcome <= SV_UNTESTED; outcome++)
      for (int level = SV_MUST; level <= SV_MAY; level++)
        for (size_t f = 0; f < sizeof flags / sizeof flags[0]; f++)
          for (int who = SV_TARGET; who <= SV_TOOL; who++) {
            const bool blames = outcome == SV_CANT_TELL || outcome == SV_UNTESTED;
            if (!blames && who != SV_TARGET)
              continue;
            const struct mix m = { .outcome = (enum sv_outcome)outcome,
                                   .level = (enum sv_level)level,
                                   .flags = flags[f],
                                   .attribution = (enum sv_attribution)who,
                                   .company = who % 2 == 0 || f % 2 == 0 };
            check_one(&m, &endings[e], codes);
            runs++;
          }
  for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
    if (codes[wanted[i]] == 0)
      fail_msg("no run had the exit code %d", wanted[i]);
  print_message("%zu runs\n", runs);
}

/* --- schemas --- */

static struct sv_doc *read_doc(const char *path)
{
  struct sv_buf bytes = SV_BUF((size_t)8 << 20);
  struct sv_error err = { .line = 0 };
  struct sv_doc *doc = NULL;
  const struct sv_doc_options options = { .syntax = SV_DOC_JSON };
  if (sv_file_read(path, &bytes, &err) != SV_OK ||
      sv_doc_parse(bytes.data, bytes.size, &options, &doc, &err) != SV_OK)
    fail_msg("%s: %s", path, err.text);
  sv_buf_free(&bytes);
  return doc;
}

static bool schema_path(const char *name, char path[4096])
{
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  (void)snprintf(path, 4096,
                 shared ? "%s/corpus/reports/schemas/%s%s"
                        : "%s/../shared/corpus/reports/schemas/%s%s",
                 shared   ? shared
                 : source ? source
                          : ".",
                 name, "");
  return access(path, R_OK) == 0;
}

static void judge(const struct sv_schema *schema, const char *format, const struct sv_run *run)
{
  char *text = rendered(run, format, SV_NB);
  const struct sv_doc_options options = { .syntax = SV_DOC_JSON };
  struct sv_doc *doc = NULL;
  struct sv_error err = { .line = 0 };
  bool valid = false;
  assert_int_equal(sv_doc_parse(text, strlen(text), &options, &doc, &err), SV_OK);
  assert_int_equal(sv_schema_validate(schema, doc, SV_DOC_ROOT, &valid, &err), SV_OK);
  if (!valid)
    fail_msg("%s is not valid: %.600s", format, text);
  sv_doc_free(doc);
  free(text);
}

static void against(const char *file, const char *const *formats)
{
  char path[4096];
  if (!schema_path(file, path)) {
    print_message("# %s is not here: nothing to hold against\n", file);
    return;
  }
  const struct sv_schema_options options = { .dialect = SV_SCHEMA_DRAFT_7, .assert_format = true };
  struct sv_doc *doc = read_doc(path);
  struct sv_schema_set *set = sv_schema_set_new(&options);
  const struct sv_schema *schema = NULL;
  struct sv_error err = { .line = 0 };
  assert_int_equal(sv_schema_set_add(set, "urn:test:schema", doc, &err), SV_OK);
  assert_int_equal(sv_schema_compile(set, "urn:test:schema", &schema, &err), SV_OK);
  for (size_t e = 0; e < sizeof endings / sizeof endings[0]; e++)
    for (int outcome = SV_PASSED; outcome <= SV_UNTESTED; outcome++)
      for (size_t f = 0; f < sizeof flags / sizeof flags[0]; f++) {
        const struct mix m = { (enum sv_outcome)outcome, SV_MUST, flags[f], SV_NETWORK, f % 2 };
        struct sv_run run;
        make(&run, &m, &endings[e]);
        for (const char *const *format = formats; *format; format++)
          judge(schema, *format, &run);
        sv_run_free(&run);
      }
  struct sv_run run;
  sample_full(&run);
  for (const char *const *format = formats; *format; format++)
    judge(schema, *format, &run);
  sv_run_free(&run);
  sv_schema_set_free(set);
  sv_doc_free(doc);
}

static void sarif_is_valid(void **state)
{
  (void)state;
  against("sarif-schema-2.1.0.json", (const char *const[]){ "sarif", "sarif-full", NULL });
}

static void ctrf_is_valid(void **state)
{
  (void)state;
  against("ctrf.schema.json", (const char *const[]){ "ctrf", NULL });
}

/* --- EARL --- */

static void read_graph(struct sv_graph *g, const char *text, enum sv_rdf_syntax syntax)
{
  struct sv_error err = { .line = 0 };
  const struct sv_rdf_options options = { .name = "earl" };
  if (sv_rdf_read(g, text, strlen(text), syntax, &options, &err) != SV_OK ||
      sv_graph_sort(g, &err) != SV_OK)
    fail_msg("%zu:%zu: %s", err.line, err.column, err.text);
}

static void assert_same_graph(const struct sv_run *run)
{
  char *texts[2] = { rendered(run, "earl", SV_NN), rendered(run, "earl-turtle", SV_NN) };
  struct sv_graph *a = sv_graph_new(NULL);
  struct sv_graph *b = sv_graph_new(NULL);
  struct sv_error err = { .line = 0 };
  bool same = false;
  read_graph(a, texts[0], SV_RDF_JSONLD);
  read_graph(b, texts[1], SV_RDF_TURTLE);
  assert_int_equal(sv_graph_isomorphic(a, b, SV_ISOMORPHIC_WORK, &same, &err), SV_OK);
  assert_true(same);
  assert_true(sv_graph_size(a) > 10 * run->requirement_count);
  size_t assertions = 0;
  assert_int_equal(sv_graph_index_objects(a, &err), SV_OK);
  (void)sv_graph_subjects(
      a, sv_graph_find_iris(a, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
      sv_graph_find_iris(a, "http://www.w3.org/ns/earl#Assertion"), &assertions);
  assert_int_equal(assertions, run->requirement_count);
  sv_graph_free(a);
  sv_graph_free(b);
  free(texts[0]);
  free(texts[1]);
}

static void both_syntaxes_of_earl_are_the_same_graph(void **state)
{
  (void)state;
  static const char *const evils[] = { "units", "\"@x> <y\\\n.\t'''",
                                       "\xFF\x1B[1m\xE2\x80\xAE{}|^`%zz", "]]> & \"\"\"" };
  struct sv_run run;
  sample_full(&run);
  assert_same_graph(&run);
  sv_run_free(&run);
  for (size_t i = 0; i < sizeof evils / sizeof evils[0]; i++) {
    sample_begin(&run, 3);
    sample_exchange(&run, 1, evils[i]);
    sample_add(&run, SV_TECHNICAL, SV_MUST, SV_FAILED, SAMPLE_WAIVER);
    sample_add(&run, SV_LEGAL, SV_MUST, SV_FAILED, 0);
    sample_find(&run, evils[i]);
    run.requirements[0].title.nb = evils[i];
    run.requirements[0].norm.url = i ? "https://example.test/a b<c>\"d\"\\e" : NULL;
    run.target.id = evils[i];
    run.target.name = evils[i];
    run.profile.id = evils[i];
    run.id = evils[i];
    run.version = evils[i];
    assert_int_equal(sv_verdict_compute(&run), SV_OK);
    assert_same_graph(&run);
    sv_run_free(&run);
  }
}

static void every_format_has_a_name_of_its_own(void **state)
{
  (void)state;
  size_t count = 0;
  for (const struct sv_renderer *r = sv_renderers; r->name; r++, count++) {
    assert_ptr_equal(sv_renderer_find(r->name), r);
    assert_ptr_equal(sv_renderer_find(r->file), r);
    assert_true(r->help && r->help[0]);
  }
  assert_true(count >= 18);
  assert_null(sv_renderer_find("nothing"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(ci_is_red_if_and_only_if_the_exit_code_is_not_0),
    cmocka_unit_test(sarif_is_valid),
    cmocka_unit_test(ctrf_is_valid),
    cmocka_unit_test(both_syntaxes_of_earl_are_the_same_graph),
    cmocka_unit_test(every_format_has_a_name_of_its_own),
  };
  return cmocka_run_group_tests_name("formats", tests, NULL, NULL);
}
