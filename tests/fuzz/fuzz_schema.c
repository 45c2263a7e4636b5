// SPDX-License-Identifier: Apache-2.0
/* A byte that chooses the dialect, a schema, a NUL, an instance. Judging and explaining must agree,
 * and every output must be JSON. */
#include "tests/fuzz/fuzz.h"

#include "engines/schema/schema.h"

#include <string.h>

#define IRI "file:///s"

static void check_outputs(struct sv_schema_report *r)
{
  for (int form = SV_SCHEMA_FLAG; form <= SV_SCHEMA_HIERARCHICAL; form++) {
    struct sv_buf text = SV_BUF((size_t)4 << 20);
    if (sv_schema_report_write(r, (enum sv_schema_output)form, NULL, &text) == SV_OK) {
      struct sv_doc *doc = NULL;
      const enum sv_status status = sv_doc_parse(text.data, text.size, NULL, &doc, NULL);
      PROMISE(status == SV_OK || status == SV_LIMIT);
      sv_doc_free(doc);
    }
    sv_buf_free(&text);
  }
}

static void explain(const struct sv_schema *schema, const struct sv_doc *doc, bool valid)
{
  struct sv_schema_report *r = NULL;
  size_t count = 0, total = 0;
  if (sv_schema_explain(schema, doc, SV_DOC_ROOT, SV_SCHEMA_ERRORS, &r, NULL) == SV_OK) {
    PROMISE(sv_schema_report_valid(r) == valid);
    const struct sv_schema_finding *f = sv_schema_report_findings(r, 100, &count, &total);
    PROMISE((count == 0) == valid && count <= total);
    for (size_t i = 0; i < count; i++)
      PROMISE(f[i].line >= 1 && f[i].keyword && f[i].message.msgid && f[i].schema_location[0]);
    check_outputs(r);
    sv_schema_report_free(r);
  }
  if (sv_schema_explain(schema, doc, SV_DOC_ROOT, SV_SCHEMA_ANNOTATIONS, &r, NULL) == SV_OK) {
    PROMISE(sv_schema_report_valid(r) == valid);
    check_outputs(r);
    sv_schema_report_free(r);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const struct sv_schema_limits limits = { .steps = 20000,
                                                  .depth = 512,
                                                  .report = (size_t)1 << 20 };
  const uint8_t *nul = size > 1 ? memchr(data + 1, 0, size - 1) : NULL;
  if (!nul)
    return 0;
  const struct sv_schema_options opt = { .dialect = (enum sv_schema_dialect)(data[0] % 7),
                                         .assert_format = data[0] & 8,
                                         .assert_content = data[0] & 16,
                                         .trust = data[0] & 32,
                                         .limits = &limits };
  struct sv_doc *schema_doc = NULL, *doc = NULL;
  const struct sv_schema *schema = NULL;
  struct sv_error err = { 0 };
  struct sv_schema_set *set = sv_schema_set_new(&opt);
  if (set && sv_doc_parse(data + 1, (size_t)(nul - data) - 1, NULL, &schema_doc, NULL) == SV_OK &&
      sv_doc_parse(nul + 1, size - (size_t)(nul - data) - 1, NULL, &doc, NULL) == SV_OK) {
    enum sv_status status = sv_schema_set_add(set, IRI, schema_doc, &err);
    if (status == SV_OK)
      status = sv_schema_compile(set, IRI, &schema, &err);
    PROMISE(status == SV_OK || status == SV_NO_MEMORY || err.text[0]);
    bool valid = true;
    if (status == SV_OK && sv_schema_validate(schema, doc, SV_DOC_ROOT, &valid, NULL) == SV_OK)
      explain(schema, doc, valid);
  }
  sv_schema_set_free(set);
  sv_doc_free(schema_doc);
  sv_doc_free(doc);
  return 0;
}
