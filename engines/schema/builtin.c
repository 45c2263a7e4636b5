// SPDX-License-Identifier: Apache-2.0
/* Built-in documents by their IRI. */
#include "engines/schema/builtin.h"

#include "engines/schema/schema.h"

#include <string.h>

const char *sv_schema_builtin(const char *iri, size_t *size)
{
  for (const struct sv_schema_builtin *b = sv_schema_builtins; b->iri; b++) {
    if (strcmp(b->iri, iri) == 0) {
      *size = strlen(b->text);
      return b->text;
    }
  }
  return NULL;
}
