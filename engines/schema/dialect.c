// SPDX-License-Identifier: Apache-2.0
/* Which rules hold in a schema: by its $schema, and for an own metaschema by the vocabularies that
 * names. */
#include "engines/schema/program.h"

#include <string.h>

static const struct sv_dialect dialects[] = {
  [SV_SCHEMA_2020_12] = { "https://json-schema.org/draft/2020-12/schema", SV_D20,
                          SV_V_ALL & ~SV_V_OAS },
  [SV_SCHEMA_2019_09] = { "https://json-schema.org/draft/2019-09/schema", SV_D19,
                          SV_V_ALL & ~SV_V_OAS },
  [SV_SCHEMA_DRAFT_7] = { "http://json-schema.org/draft-07/schema", SV_D7, SV_V_ALL & ~SV_V_OAS },
  [SV_SCHEMA_DRAFT_6] = { "http://json-schema.org/draft-06/schema", SV_D6, SV_V_ALL & ~SV_V_OAS },
  [SV_SCHEMA_DRAFT_4] = { "http://json-schema.org/draft-04/schema", SV_D4, SV_V_ALL & ~SV_V_OAS },
  [SV_SCHEMA_OAS_3_0] = { "https://spec.openapis.org/oas/3.0/schema-object", SV_DOAS30, SV_V_ALL },
  [SV_SCHEMA_OAS_3_1] = { "https://spec.openapis.org/oas/3.1/dialect/base", SV_D20, SV_V_ALL },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct {
  const char *name;
  enum sv_schema_dialect dialect;
} names[] = {
  { "2020-12", SV_SCHEMA_2020_12 }, { "2019-09", SV_SCHEMA_2019_09 },
  { "7", SV_SCHEMA_DRAFT_7 },       { "6", SV_SCHEMA_DRAFT_6 },
  { "4", SV_SCHEMA_DRAFT_4 },       { "oas-3.0", SV_SCHEMA_OAS_3_0 },
  { "oas-3.1", SV_SCHEMA_OAS_3_1 },
};

static const struct {
  const char *iri;
  uint32_t vocabularies;
} vocabularies[] = {
  { "https://json-schema.org/draft/2020-12/vocab/core", SV_V_CORE },
  { "https://json-schema.org/draft/2020-12/vocab/applicator", SV_V_APPLICATOR },
  { "https://json-schema.org/draft/2020-12/vocab/unevaluated", SV_V_UNEVALUATED },
  { "https://json-schema.org/draft/2020-12/vocab/validation", SV_V_VALIDATION },
  { "https://json-schema.org/draft/2020-12/vocab/meta-data", SV_V_META },
  { "https://json-schema.org/draft/2020-12/vocab/format-annotation", SV_V_FORMAT },
  { "https://json-schema.org/draft/2020-12/vocab/format-assertion",
    SV_V_FORMAT | SV_V_FORMAT_ASSERTION },
  { "https://json-schema.org/draft/2020-12/vocab/content", SV_V_CONTENT },
  { "https://json-schema.org/draft/2019-09/vocab/core", SV_V_CORE },
  { "https://json-schema.org/draft/2019-09/vocab/applicator", SV_V_APPLICATOR | SV_V_UNEVALUATED },
  { "https://json-schema.org/draft/2019-09/vocab/validation", SV_V_VALIDATION },
  { "https://json-schema.org/draft/2019-09/vocab/meta-data", SV_V_META },
  { "https://json-schema.org/draft/2019-09/vocab/format", SV_V_FORMAT },
  { "https://json-schema.org/draft/2019-09/vocab/content", SV_V_CONTENT },
  { "https://spec.openapis.org/oas/3.1/vocab/base", SV_V_OAS },
};

bool sv_schema_dialect_find(const char *name, enum sv_schema_dialect *out)
{
  for (size_t i = 0; i < COUNT(names); i++) {
    if (strcmp(names[i].name, name) == 0) {
      *out = names[i].dialect;
      return true;
    }
  }
  return false;
}

const struct sv_dialect *sv_dialect_default(enum sv_schema_dialect d)
{
  return &dialects[d];
}

static const struct sv_dialect *known(const char *iri, size_t size)
{
  for (size_t i = 0; i < COUNT(dialects); i++)
    if (strlen(dialects[i].iri) == size && memcmp(dialects[i].iri, iri, size) == 0)
      return &dialects[i];
  return NULL;
}

static uint32_t vocabulary(const char *iri, size_t size)
{
  for (size_t i = 0; i < COUNT(vocabularies); i++)
    if (strlen(vocabularies[i].iri) == size && memcmp(vocabularies[i].iri, iri, size) == 0)
      return vocabularies[i].vocabularies;
  return 0;
}

/* Reads $vocabulary: 2020-12 core 8.1.2. One that is unknown and required cannot be obeyed. */
static enum sv_status read_vocabularies(const struct sv_resource *r, sv_value list,
                                        struct sv_dialect *dialect, struct sv_error *err)
{
  const struct sv_doc *doc = r->document->doc;
  dialect->vocabularies = SV_V_CORE;
  for (sv_value v = sv_doc_first(doc, list); v != SV_DOC_NONE; v = sv_doc_next(doc, list, v)) {
    size_t size;
    const char *iri = sv_doc_string(doc, sv_doc_key(doc, v), &size);
    const uint32_t bits = vocabulary(iri, size);
    const bool required = sv_doc_type(doc, v) == SV_DOC_TRUE;
    if (bits == 0 && required)
      return sv_schema_fault(r, v, err, SV_INVALID,
                             "the vocabulary %.*s is required and not known here",
                             (int)(size > 200 ? 200 : size), iri);
    dialect->vocabularies |= bits;
  }
  return SV_OK;
}

enum sv_status sv_dialect_get(struct sv_schema_set *s, const char *iri, size_t size,
                              struct sv_dialect const **out, struct sv_error *err)
{
  const char *hash = memchr(iri, '#', size);
  if (hash)
    size = (size_t)(hash - iri);
  *out = known(iri, size);
  if (!*out)
    *out = sv_map_get(&s->dialects, iri, size);
  if (*out)
    return SV_OK;
  struct sv_resource *r;
  SV_TRY(sv_registry_get(s, iri, size, &dialects[SV_SCHEMA_2020_12], &r, err));
  if (!r)
    return sv_fail(err, SV_NOT_FOUND,
                   "the dialect %.*s is not known; give its metaschema with --map, or leave "
                   "$schema out",
                   (int)(size > 200 ? 200 : size), iri);
  struct sv_dialect *dialect = sv_arena_alloc(&s->arena, sizeof *dialect);
  char *copy = sv_arena_copy(&s->arena, iri, size);
  if (!dialect || !copy)
    return SV_NO_MEMORY;
  *dialect = *r->dialect;
  dialect->iri = copy;
  const sv_value list = sv_doc_gets(r->document->doc, r->root, "$vocabulary");
  if (list != SV_DOC_NONE && dialect->draft & (SV_D19 | SV_D20))
    SV_TRY(read_vocabularies(r, list, dialect, err));
  *out = dialect;
  return sv_map_set(&s->dialects, copy, size, dialect);
}
