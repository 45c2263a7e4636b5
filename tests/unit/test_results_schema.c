// SPDX-License-Identifier: Apache-2.0
/* results.json against its schema, by our own validator: what is written is valid, what lies is
 * not. */
#include "tests/unit/unit.h"

#include "engines/base/file.h"
#include "engines/schema/schema.h"
#include "tests/unit/sample_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char iri[] = "urn:samsvar:schema:results:1";

struct judge {
  struct sv_doc *doc;
  struct sv_schema_set *set;
  const struct sv_schema *schema;
};

static int open_schema(void **state)
{
  static struct judge judge;
  const char *source = getenv("abs_srcdir");
  char path[4096];
  (void)snprintf(path, sizeof path, "%s/reports/results.schema.json", source ? source : "..");
  struct sv_buf text = SV_BUF(1 << 20);
  struct sv_error err = { .line = 0 };
  const struct sv_schema_options options = { .assert_format = true };
  judge.set = sv_schema_set_new(&options);
  if (!judge.set || sv_file_read(path, &text, &err) != SV_OK ||
      sv_doc_parse(text.data, text.size, NULL, &judge.doc, &err) != SV_OK ||
      sv_schema_set_add(judge.set, iri, judge.doc, &err) != SV_OK ||
      sv_schema_compile(judge.set, iri, &judge.schema, &err) != SV_OK) {
    (void)fprintf(stderr, "%s:%zu: %s\n", path, err.line, err.text);
    return -1;
  }
  sv_buf_free(&text);
  *state = &judge;
  return 0;
}

static int close_schema(void **state)
{
  struct judge *judge = *state;
  sv_schema_set_free(judge->set);
  sv_doc_free(judge->doc);
  return 0;
}

static bool is_valid(const struct judge *judge, const char *text, size_t size)
{
  struct sv_doc *doc = NULL;
  struct sv_error err = { .line = 0 };
  bool valid = false;
  assert_int_equal(sv_doc_parse(text, size, NULL, &doc, &err), SV_OK);
  assert_int_equal(sv_schema_validate(judge->schema, doc, SV_DOC_ROOT, &valid, &err), SV_OK);
  sv_doc_free(doc);
  return valid;
}

static void every_run_that_is_written_is_valid(void **state)
{
  struct sv_run run;
  for (int i = 0; i < 3; i++) {
    struct sv_buf out = SV_BUF((size_t)1 << 26);
    if (i == 0) {
      sample_full(&run);
    } else {
      sample_begin(&run, 1);
      if (i == 2)
        sample_add(&run, SV_CROSS_LAYER, SV_MAY, SV_CANT_TELL, SAMPLE_MANUAL);
      assert_int_equal(sv_verdict_compute(&run), SV_OK);
    }
    assert_int_equal(sv_run_write(&run, &out), SV_OK);
    assert_true(is_valid(*state, out.data, out.size));
    sv_buf_free(&out);
    sv_run_free(&run);
  }
}

/* What is put in place of what: each is a lie or a slip the schema must see. */
static const struct {
  const char *from, *to;
} lies[] = {
  { "\"format\": 1", "\"format\": 1.5" },
  { "\"attribution\": \"target\",\n      \"blockedBy\"", "\"attribution\": \"network\",\n      "
                                                         "\"blockedBy\"" },
  { "\"attribution\": \"configuration\",\n      \"blockedBy\"", "\"attribution\": null,\n      "
                                                                "\"blockedBy\"" },
  { "\"expires\": \"2027-03-01\"", "\"expires\": \"2027-02-30\"" },
  { "\"expires\": \"2027-03-01\",", "" },
  { "\n      \"judged\": ", "\"judged\": 0, \"x\": " },
  { "\"level\": \"opportunistic\"", "\"level\": \"splendid\"" },
  { "\"level\": \"must\"", "\"level\": \"MUST\"" },
  { "\"exitCode\": 1", "\"exitCode\": 6" },
  { "sha256:4444", "sha256:444" },
  { "\"started\": \"2026-11-22T08:14:07.000Z\"", "\"started\": \"2026-11-22T08:14:07Z\"" },
};

static void lies_are_not_valid(void **state)
{
  struct sv_run run;
  struct sv_buf out = SV_BUF((size_t)1 << 26);
  sample_full(&run);
  assert_int_equal(sv_run_write(&run, &out), SV_OK);
  for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
    struct sv_buf lie = SV_BUF((size_t)1 << 26);
    const char *at = strstr(out.data, lies[i].from);
    if (!at)
      fail_msg("the sample has no %s", lies[i].from);
    (void)sv_buf_add(&lie, out.data, (size_t)(at - out.data));
    (void)sv_buf_adds(&lie, lies[i].to);
    (void)sv_buf_adds(&lie, at + strlen(lies[i].from));
    if (is_valid(*state, lie.data, lie.size))
      fail_msg("%s is taken", lies[i].to[0] ? lies[i].to : lies[i].from);
    sv_buf_free(&lie);
  }
  sv_buf_free(&out);
  sv_run_free(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_run_that_is_written_is_valid),
    cmocka_unit_test(lies_are_not_valid),
  };
  return cmocka_run_group_tests_name("results schema", tests, open_schema, close_schema);
}
