// SPDX-License-Identifier: Apache-2.0
/* Any bytes as YAML. What JSON takes, YAML takes, as the same value. */
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/walk.h"

const char *__lsan_default_suppressions(void);

/* libfyaml 0.7.12 loses a block of its own on some malformed texts. */
const char *__lsan_default_suppressions(void)
{
  return "leak:libfyaml";
}

static struct sv_doc *parse(const uint8_t *data, size_t size, enum sv_doc_syntax syntax)
{
  const struct sv_doc_limits limits = WALK_LIMITS;
  const struct sv_doc_options opt = { .syntax = syntax, .limits = &limits };
  struct sv_doc *d = NULL;
  struct sv_error err = { 0 };
  const enum sv_status status = sv_doc_parse(data, size, &opt, &d, &err);
  PROMISE((status == SV_OK) == (d != NULL));
  PROMISE(d || (err.text[0] && err.line >= 1));
  PROMISE((status == SV_LIMIT) == (err.limit != NULL));
  return d;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_doc *yaml = parse(data, size, SV_DOC_YAML);
  struct sv_doc *json = parse(data, size, SV_DOC_JSON);
  if (yaml)
    walk_document(yaml);
  if (json && yaml && sv_doc_count(json, SV_DOC_ROOT) > 0)
    PROMISE(sv_doc_equal(json, SV_DOC_ROOT, yaml, SV_DOC_ROOT));
  sv_doc_free(yaml);
  sv_doc_free(json);
  return 0;
}
