// SPDX-License-Identifier: Apache-2.0
/* Schema objects compiled by the JSON Schema engine, each once, in the dialect of the document's
 * version. */
#include "engines/openapi/check.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"

#include <string.h>

struct compiled {
  uint64_t file, value;
  const struct sv_schema *schema; /* NULL: it could not be compiled */
  enum sv_status status;
  const struct sv_error *err; /* NULL: none */
};

/* What jsonSchemaDialect may name (OAS 3.1 4.8.24.5, 3.2 4.24). */
static const struct {
  const char *iri;
  enum sv_schema_dialect dialect;
} dialects[] = {
  { "https://spec.openapis.org/oas/3.1/dialect/", SV_SCHEMA_OAS_3_1 },
  { "https://spec.openapis.org/oas/3.2/dialect/", SV_SCHEMA_OAS_3_1 },
  { "https://json-schema.org/draft/2020-12/schema", SV_SCHEMA_2020_12 },
  { "https://json-schema.org/draft/2019-09/schema", SV_SCHEMA_2019_09 },
  { "http://json-schema.org/draft-07/schema", SV_SCHEMA_DRAFT_7 },
  { "http://json-schema.org/draft-06/schema", SV_SCHEMA_DRAFT_6 },
  { "http://json-schema.org/draft-04/schema", SV_SCHEMA_DRAFT_4 },
};

bool sv_openapi_dialect(struct sv_openapi *api, enum sv_schema_dialect *out)
{
  *out = api->version >= SV_OPENAPI_3_1 ? SV_SCHEMA_OAS_3_1 : SV_SCHEMA_OAS_3_0;
  const struct sv_openapi_node said = sv_openapi_get(sv_openapi_root(api), "jsonSchemaDialect");
  const char *iri = api->version >= SV_OPENAPI_3_1 ? sv_openapi_text(api, said) : NULL;
  if (!iri)
    return true;
  for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
    if (sv_starts_with(iri, dialects[i].iri)) {
      *out = dialects[i].dialect;
      return true;
    }
  }
  return false;
}

/* A parameter or header of 2.0 as a schema: those of its members that say something about the value
 * (2.0 Parameter Object), for "required" means another thing there. */
static enum sv_status convert(struct sv_openapi_node n, struct sv_doc **out, struct sv_error *err)
{
  static const char *const kept[] = {
    "type",     "format",           "items",       "maximum",   "exclusiveMaximum",
    "minimum",  "exclusiveMinimum", "maxLength",   "minLength", "pattern",
    "maxItems", "minItems",         "uniqueItems", "enum",      "multipleOf",
  };
  struct sv_buf text = SV_BUF((size_t)4 << 20);
  (void)sv_buf_addc(&text, '{');
  for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
    const struct sv_openapi_node m = sv_openapi_get(n, kept[i]);
    if (!m.doc)
      continue;
    (void)sv_buf_addf(&text, "%s\"%s\":", text.size > 1 ? "," : "", kept[i]);
    (void)sv_doc_excerpt(m.doc, m.value, text.limit, &text);
  }
  (void)sv_buf_addc(&text, '}');
  const struct sv_doc_options opt = { .name = sv_doc_name(n.doc) };
  enum sv_status status = text.failed;
  if (status == SV_OK)
    status = sv_doc_parse(text.data, text.size, &opt, out, err);
  sv_buf_free(&text);
  return status;
}

/* Documents that the set asks for: only what was converted, all others it knows already. */
static enum sv_status fetch(void *context, const char *iri, struct sv_doc **out,
                            struct sv_error *err)
{
  const struct sv_openapi *api = context;
  if (!api->converting || strcmp(iri, api->converting->iri) != 0)
    return SV_NOT_FOUND;
  return convert(api->converting->node, out, err);
}

/* Makes the set, or tells it of the documents that came since. */
static enum sv_status ready(struct sv_openapi *api, struct sv_error *err)
{
  SV_TRY(sv_openapi_walk(api)); /* brings in what references name */
  if (!api->schemas) {
    struct sv_schema_options opt = {
      .assert_format = true, .trust = true, .fetch = fetch, .context = api
    };
    if (!sv_openapi_dialect(api, &opt.dialect))
      return sv_fail(err, SV_NOT_FOUND, "%s",
                     sv_tr(N_("the dialect that jsonSchemaDialect names is not known here")));
    api->schemas = sv_schema_set_new(&opt);
    if (!api->schemas)
      return SV_NO_MEMORY;
  }
  for (; api->schema_files < api->file_count; api->schema_files++) {
    const struct sv_openapi_file *f = &api->files[api->schema_files];
    SV_TRY(sv_schema_set_add_container(api->schemas, f->iri, f->doc, err));
  }
  return SV_OK;
}

static enum sv_status compile_converted(struct sv_openapi *api, struct sv_openapi_node n,
                                        const struct sv_schema **out, struct sv_error *err)
{
  struct sv_openapi_conversion c = { .node = n };
  c.iri = sv_arena_printf(&api->arena, "urn:openapi:%u:%u", n.file, n.value);
  if (!c.iri)
    return SV_NO_MEMORY;
  api->converting = &c;
  const enum sv_status status = sv_schema_compile(api->schemas, c.iri, out, err);
  api->converting = NULL;
  return status;
}

static enum sv_status compile(struct sv_openapi *api, struct sv_openapi_node n,
                              const struct sv_schema **out, struct sv_error *err)
{
  SV_TRY(ready(api, err));
  if (api->version == SV_OPENAPI_2_0 && sv_openapi_get(n, "in").doc)
    return compile_converted(api, n, out, err);
  return sv_schema_compile_value(api->schemas, n.doc, n.value, out, err);
}

/* Compiles N into C; only a want of memory is not kept there. */
static enum sv_status enter(struct sv_openapi *api, struct sv_openapi_node n, struct compiled *c)
{
  struct sv_error err = { .text = "" };
  c->status = compile(api, n, &c->schema, &err);
  if (c->status == SV_OK || c->status == SV_NO_MEMORY)
    return c->status;
  struct sv_error *kept = sv_arena_alloc(&api->arena, sizeof *kept);
  if (!kept)
    return SV_NO_MEMORY;
  *kept = err;
  c->err = kept;
  return SV_OK;
}

enum sv_status sv_openapi_schema(struct sv_openapi *api, struct sv_openapi_node n,
                                 const struct sv_schema **out, struct sv_error *err)
{
  *out = NULL;
  if (!n.doc)
    return sv_fail(err, SV_NOT_FOUND, "%s", sv_tr(N_("there is no schema")));
  const uint64_t key[2] = { n.file, n.value };
  struct compiled *c = sv_map_get(&api->compiled, (const char *)key, sizeof key);
  if (!c) {
    c = sv_arena_calloc(&api->arena, 1, sizeof *c);
    if (!c)
      return SV_NO_MEMORY;
    c->file = n.file;
    c->value = n.value;
    SV_TRY(enter(api, n, c));
    SV_TRY(sv_map_set(&api->compiled, (const char *)c, sizeof key, c));
  }
  *out = c->schema;
  if (c->err && err && !err->text[0])
    *err = *c->err;
  return c->status;
}
