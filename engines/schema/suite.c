// SPDX-License-Identifier: Apache-2.0
/* Suites of cases. Every schema becomes a document of its own, as if it had been retrieved. */
#include "engines/schema/suite.h"

#include "engines/base/lang.h"

#include <string.h>

#define N_(msgid) msgid

#define SCHEMA_IRI "https://suite.samsvar.invalid/schema"

struct group {
  const struct sv_doc *file;
  sv_value value;
  const struct sv_schema_options *opt;
  sv_suite_tell *tell;
  void *context;
  struct sv_suite_count *count;
};

static void failed(const struct group *g, sv_value test, bool expected, const char *problem)
{
  const struct sv_suite_case c = { g->file, g->value, test, expected, problem };
  g->count->failed++;
  if (g->tell)
    g->tell(g->context, &c);
}

/* The value as a document of its own. */
static enum sv_status lift(const struct sv_doc *file, sv_value v, struct sv_doc **out,
                           struct sv_error *err)
{
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  enum sv_status status = sv_doc_excerpt(file, v, (size_t)64 << 20, &text);
  if (status == SV_OK)
    status = sv_doc_parse(sv_buf_text(&text), text.size, NULL, out, err);
  sv_buf_free(&text);
  return status;
}

static enum sv_status judge_twice(const struct sv_schema *schema, const struct sv_doc *file,
                                  sv_value data, bool *valid, bool *agree, struct sv_error *err)
{
  struct sv_schema_report *report;
  size_t count = 0;
  SV_TRY(sv_schema_validate(schema, file, data, valid, err));
  SV_TRY(sv_schema_explain(schema, file, data, SV_SCHEMA_ERRORS, &report, err));
  (void)sv_schema_report_findings(report, 1000, &count, NULL);
  *agree = sv_schema_report_valid(report) == *valid && (count == 0) == *valid;
  sv_schema_report_free(report);
  return SV_OK;
}

static void run_tests(const struct group *g, const struct sv_schema *schema)
{
  const sv_value tests = sv_doc_gets(g->file, g->value, "tests");
  for (sv_value t = sv_doc_first(g->file, tests); t != SV_DOC_NONE;
       t = sv_doc_next(g->file, tests, t)) {
    const sv_value data = sv_doc_gets(g->file, t, "data");
    const sv_value verdict = sv_doc_gets(g->file, t, "valid");
    struct sv_error err = { 0 };
    bool valid = false, agree = false;
    if (data == SV_DOC_NONE || verdict == SV_DOC_NONE) {
      failed(g, t, false, sv_tr(N_("the case has no data or no verdict")));
      continue;
    }
    const bool expected = sv_doc_type(g->file, verdict) == SV_DOC_TRUE;
    const enum sv_status status = judge_twice(schema, g->file, data, &valid, &agree, &err);
    if (status != SV_OK)
      failed(g, t, expected, err.text[0] ? err.text : sv_tr(N_("the case could not be judged")));
    else if (!agree)
      failed(g, t, expected, sv_tr(N_("judging and explaining do not agree")));
    else if (valid != expected)
      failed(g, t, expected, NULL);
    else
      g->count->passed++;
  }
}

static void run_group(const struct group *g)
{
  struct sv_error err = { 0 };
  struct sv_doc *doc = NULL;
  const struct sv_schema *schema = NULL;
  struct sv_schema_set *set = sv_schema_set_new(g->opt);
  const sv_value v = sv_doc_gets(g->file, g->value, "schema");
  enum sv_status status = set ? lift(g->file, v, &doc, &err) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = sv_schema_set_add(set, SCHEMA_IRI, doc, &err);
  if (status == SV_OK)
    status = sv_schema_compile(set, SCHEMA_IRI, &schema, &err);
  if (status == SV_OK) {
    run_tests(g, schema);
  } else {
    const sv_value tests = sv_doc_gets(g->file, g->value, "tests");
    for (size_t i = 0; i < sv_doc_count(g->file, tests); i++)
      failed(g, SV_DOC_NONE, false, err.text[0] ? err.text : sv_tr(N_("the schema was refused")));
  }
  sv_schema_set_free(set);
  sv_doc_free(doc);
}

enum sv_status sv_suite_run(const struct sv_doc *file, const struct sv_schema_options *opt,
                            sv_suite_tell *tell, void *context, struct sv_suite_count *count,
                            struct sv_error *err)
{
  static const char *const form = N_("a suite is an array of objects with the members schema and "
                                     "tests");
  if (sv_doc_type(file, SV_DOC_ROOT) != SV_DOC_ARRAY)
    return sv_fail_at(err, SV_INVALID, sv_doc_name(file), 1, 1, "%s", sv_tr(form));
  for (sv_value v = sv_doc_first(file, SV_DOC_ROOT); v != SV_DOC_NONE;
       v = sv_doc_next(file, SV_DOC_ROOT, v)) {
    const sv_value tests = sv_doc_gets(file, v, "tests");
    if (sv_doc_gets(file, v, "schema") == SV_DOC_NONE || tests == SV_DOC_NONE ||
        sv_doc_type(file, tests) != SV_DOC_ARRAY) {
      size_t line, column;
      sv_doc_position(file, v, &line, &column);
      return sv_fail_at(err, SV_INVALID, sv_doc_name(file), line, column, "%s", sv_tr(form));
    }
    const struct group g = { file, v, opt, tell, context, count };
    run_group(&g);
  }
  return SV_OK;
}
