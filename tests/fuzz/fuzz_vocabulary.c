// SPDX-License-Identifier: Apache-2.0
/* Any bytes as a code list: refused with a sentence, or every code is found again. */
#include "tests/fuzz/fuzz.h"

#include "engines/vocabulary/vocabulary.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_vocabulary *v = NULL;
  struct sv_error err = { 0 };
  const enum sv_status status = sv_vocabulary_read((const char *)data, size, "x", &v, &err);
  PROMISE((status == SV_OK) == (v != NULL));
  PROMISE(status == SV_OK || err.text[0]);
  for (size_t i = 0; v && i < v->count; i++) {
    const struct sv_code *c = &v->codes[i];
    if (*c->iri) {
      PROMISE(sv_vocabulary_find(v, c->iri) == c);
      PROMISE(sv_vocabulary_judge(v, c->iri, NULL) == SV_CODE_KNOWN);
    }
    PROMISE(!*c->code || sv_vocabulary_find_code(v, c->code));
    PROMISE(sv_code_label(c, SV_NN) != NULL);
  }
  if (v) {
    (void)sv_vocabulary_judge(v, "http://example.org/123456789/", NULL);
    PROMISE(*sv_vocabulary_title(v, SV_EN));
  }
  sv_vocabulary_free(v);
  return 0;
}
