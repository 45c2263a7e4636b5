// SPDX-License-Identifier: Apache-2.0
/* Any bytes as JSON. What another reader takes, ours takes. */
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/walk.h"

#include <jansson.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const struct sv_doc_limits limits = WALK_LIMITS;
  struct sv_doc_finding fault = { 0 };
  const struct sv_doc_options opt = {
    .name = "x", .limits = &limits, .borrowed = size & 1, .fault = &fault
  };
  struct sv_doc *d = NULL;
  struct sv_error err = { 0 };
  const enum sv_status status = sv_doc_parse(data, size, &opt, &d, &err);
  PROMISE((status == SV_OK) == (d != NULL));
  if (d) {
    walk_document(d);
  } else {
    PROMISE(err.text[0] && fault.msgid && err.line == fault.line && err.line >= 1);
    PROMISE((status == SV_LIMIT) == (err.limit != NULL));
  }
  /* The other takes a NUL byte for the end of the text. */
  json_t *other = size && !memchr(data, 0, size)
                      ? json_loadb((const char *)data, size, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL)
                      : NULL;
  PROMISE(!other || status == SV_OK || status == SV_LIMIT);
  json_decref(other);
  sv_doc_free(d);
  return 0;
}
