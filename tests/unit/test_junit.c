// SPDX-License-Identifier: Apache-2.0
/* JUnit: both schemas, one case a requirement, red if and only if the exit code is not 0. */
#include "tests/unit/unit.h"

#include "reports/report.h"
#include "tests/unit/sample_run.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RUNS = 320, MOST = 9 };

static const char *const schema_names[] = { "junit-windyroad.xsd", "junit-jenkins-10.xsd" };

static void silent(void *closure, const char *format, ...)
{
  (void)closure;
  (void)format;
}

/* The schemas lie beside the project; without them only well-formedness is tested. */
static xmlSchema *read_schema(const char *name)
{
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  char path[4096];
  if (shared)
    (void)snprintf(path, sizeof path, "%s/corpus/reports/schemas/%s", shared, name);
  else
    (void)snprintf(path, sizeof path, "%s/../shared/corpus/reports/schemas/%s",
                   source ? source : ".", name);
  if (access(path, R_OK) != 0)
    return NULL;
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt(path);
  assert_non_null(parser);
  xmlSchemaSetParserErrors(parser, silent, silent, NULL);
  xmlSchema *schema = xmlSchemaParse(parser);
  xmlSchemaFreeParserCtxt(parser);
  assert_non_null(schema);
  return schema;
}

static bool is_valid(xmlSchema *schema, xmlDoc *doc)
{
  xmlSchemaValidCtxt *ctxt = xmlSchemaNewValidCtxt(schema);
  assert_non_null(ctxt);
  xmlSchemaSetValidErrors(ctxt, silent, silent, NULL);
  const bool valid = xmlSchemaValidateDoc(ctxt, doc) == 0;
  xmlSchemaFreeValidCtxt(ctxt);
  return valid;
}

static size_t count_elements(const xmlNode *node, const char *name)
{
  size_t count = 0;
  for (; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      count += (strcmp((const char *)node->name, name) == 0) + count_elements(node->children, name);
  return count;
}

/* A run made from the digits of SEED: every status, level and waiver comes about. */
static void make(struct sv_run *run, unsigned seed)
{
  static const unsigned flags[] = { 0,
                                    0,
                                    SAMPLE_WAIVER,
                                    SAMPLE_EXPIRED,
                                    SAMPLE_UNSEEN,
                                    SAMPLE_NO_CHECK,
                                    SAMPLE_MANUAL,
                                    SAMPLE_NO_RESULT };
  sample_begin(run, MOST);
  uint64_t x = (uint64_t)seed * 2654435761u + 12345;
  const unsigned count = seed % (MOST + 1);
  for (unsigned i = 0; i < count; i++) {
    x = x * 6364136223846793005ull + 1442695040888963407ull;
    const unsigned r = (unsigned)(x >> 40);
    const enum sv_outcome outcome =
        seed % 3 ? (enum sv_outcome)(1 + r % 5) : (r % 4 ? SV_PASSED : SV_INAPPLICABLE);
    sample_add(run, (enum sv_layer)(1 + r / 5 % 5), (enum sv_level)(1 + r / 25 % 3), outcome,
               flags[r / 75 % 8]);
  }
  run->profile.gate.fail_on = seed % 5 == 4 ? SV_SHOULD : SV_MUST;
  run->profile.gate.min_shown = seed % 7 == 6 ? 80 : 0;
  run->profile.gate.fail_on_expired_waiver = seed % 11 == 10;
  run->events.internal = seed % 13 == 12;
  run->events.interrupted = seed % 17 == 16;
  run->events.unreachable = seed % 19 == 18;
  assert_int_equal(sv_verdict_compute(run), SV_OK);
}

static void check_run(unsigned seed, xmlSchema *const schemas[2], size_t *green)
{
  struct sv_run run;
  make(&run, seed);
  struct sv_buf out = SV_BUF(SV_REPORT_MAX);
  assert_int_equal(sv_report_render(sv_renderer_find("junit"), &run, SV_EN, NULL, &out), SV_OK);
  xmlDoc *doc = xmlReadMemory(out.data, (int)out.size, "junit.xml", NULL,
                              XML_PARSE_NONET | XML_PARSE_NOERROR);
  if (!doc)
    fail_msg("run %u is not well-formed", seed);
  for (size_t i = 0; i < 2; i++)
    if (schemas[i] && !is_valid(schemas[i], doc))
      fail_msg("run %u is not valid against %s", seed, schema_names[i]);
  const xmlNode *root = xmlDocGetRootElement(doc);
  const size_t red = count_elements(root, "failure") + count_elements(root, "error");
  const size_t cases = count_elements(root, "testcase");
  if ((red > 0) != (run.verdict.exit_code != 0))
    fail_msg("run %u: exit code %d, %zu red", seed, run.verdict.exit_code, red);
  assert_true(cases == run.requirement_count || (cases == run.requirement_count + 1 && red == 1));
  *green += red == 0;
  xmlFreeDoc(doc);
  sv_buf_free(&out);
  sv_run_free(&run);
}

static void every_run_is_valid_and_agrees_with_its_exit_code(void **state)
{
  (void)state;
  xmlSchema *schemas[2] = { read_schema(schema_names[0]), read_schema(schema_names[1]) };
  size_t green = 0;
  for (unsigned seed = 0; seed < RUNS; seed++)
    check_run(seed, schemas, &green);
  assert_true(green > RUNS / 10 && green < RUNS);
  xmlSchemaFree(schemas[0]);
  xmlSchemaFree(schemas[1]);
}

static void names_do_not_change_with_the_readers_language(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  struct sv_buf out[2] = { SV_BUF(SV_REPORT_MAX), SV_BUF(SV_REPORT_MAX) };
  const struct sv_renderer *junit = sv_renderer_find("junit");
  assert_int_equal(sv_report_render(junit, &run, SV_EN, NULL, &out[0]), SV_OK);
  assert_int_equal(sv_report_render(junit, &run, SV_NB, NULL, &out[1]), SV_OK);
  for (size_t i = 0; i < 2; i++)
    assert_non_null(strstr(out[i].data, "Svar nummer 1 sier hva det er"));
  sv_buf_free(&out[0]);
  sv_buf_free(&out[1]);
  sv_run_free(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_run_is_valid_and_agrees_with_its_exit_code),
    cmocka_unit_test(names_do_not_change_with_the_readers_language),
  };
  return cmocka_run_group_tests_name("junit", tests, NULL, NULL);
}
