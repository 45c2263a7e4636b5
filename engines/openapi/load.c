// SPDX-License-Identifier: Apache-2.0
/* Loading: the first document, its version, the documents that references bring in. */
#include "engines/openapi/api.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/uri.h"

#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)1 << 30)

/* Whether the text is YAML: its name says so, else it does not begin as JSON does. */
static bool is_yaml(const char *name, const char *text, size_t size)
{
  if (name && (sv_ends_with(name, ".yaml") || sv_ends_with(name, ".yml")))
    return true;
  if (name && sv_ends_with(name, ".json"))
    return false;
  size_t i = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (i < size && sv_is_space((unsigned char)text[i]))
    i++;
  return i < size && text[i] != '{' && text[i] != '[';
}

static enum sv_status grow(struct sv_openapi *api)
{
  if (api->file_count < api->file_room)
    return SV_OK;
  const size_t room = api->file_room ? api->file_room * 2 : 4;
  struct sv_openapi_file *files = realloc(api->files, room * sizeof *files);
  if (!files)
    return SV_NO_MEMORY;
  api->files = files;
  api->file_room = room;
  return SV_OK;
}

/* OAS 3.2 4.1.2.2: $self is the base of the document's references. */
static const char *base_of(struct sv_openapi *api, const struct sv_doc *doc, const char *iri)
{
  size_t size;
  const sv_value v = sv_doc_gets(doc, SV_DOC_ROOT, "$self");
  const char *self = v == SV_DOC_NONE ? NULL : sv_doc_string(doc, v, &size);
  if (!self)
    return iri;
  struct sv_buf base = SV_BUF(SV_OPENAPI_IRI_MAX);
  const bool found = sv_uri_resolve(iri, strlen(iri), self, size, &base) == SV_OK;
  const char *copy = found ? sv_arena_strdup(&api->arena, sv_buf_text(&base)) : NULL;
  sv_buf_free(&base);
  return copy ? copy : iri;
}

enum sv_status sv_openapi_file_add(struct sv_openapi *api, const struct sv_openapi_text *text,
                                   const char *iri, struct sv_doc_finding *fault,
                                   struct sv_error *err)
{
  if (api->file_count >= api->limits.files)
    return sv_fail_limit(err, "openapi-files",
                         N_("the document refers to more files than allowed"));
  if (text->size > api->limits.bytes - api->bytes)
    return sv_fail_limit(err, "openapi-bytes",
                         N_("the documents together are larger than allowed"));
  SV_TRY(grow(api));
  const struct sv_doc_options opt = {
    .syntax = is_yaml(text->name, text->bytes, text->size) ? SV_DOC_YAML : SV_DOC_JSON,
    .name = text->name,
    .limits = &api->limits.doc,
    .borrowed = true,
    .fault = fault,
  };
  struct sv_openapi_file file = { .iri = sv_arena_strdup(&api->arena, iri) };
  if (!file.iri)
    return SV_NO_MEMORY;
  SV_TRY(sv_doc_parse(text->bytes, text->size, &opt, &file.doc, err));
  file.base = base_of(api, file.doc, file.iri);
  api->bytes += text->size;
  api->files[api->file_count++] = file;
  return sv_map_set(&api->by_iri, file.iri, strlen(file.iri), (void *)(uintptr_t)api->file_count);
}

/* "3.1.0" is 3.1: whatever patch, with a suffix or not (OAS 3.1 4.1). */
static enum sv_openapi_version version_of(const char *text, bool swagger)
{
  static const struct {
    const char *prefix;
    enum sv_openapi_version version;
  } known[] = { { "3.0", SV_OPENAPI_3_0 }, { "3.1", SV_OPENAPI_3_1 }, { "3.2", SV_OPENAPI_3_2 } };
  if (swagger)
    return strcmp(text, "2.0") == 0 ? SV_OPENAPI_2_0 : SV_OPENAPI_UNKNOWN;
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    if (sv_starts_with(text, known[i].prefix) && text[3] == '.' && sv_is_digit(text[4]))
      return known[i].version;
  return SV_OPENAPI_UNKNOWN;
}

static void find_version(struct sv_openapi *api)
{
  const struct sv_openapi_node root = sv_openapi_root(api);
  const struct sv_openapi_node openapi = sv_openapi_get(root, "openapi");
  const struct sv_openapi_node said = openapi.doc ? openapi : sv_openapi_get(root, "swagger");
  const char *text = sv_openapi_text(api, said);
  api->version_text = text ? text : "";
  api->version = version_of(api->version_text, !openapi.doc);
}

enum sv_status sv_openapi_load(const void *data, size_t size, const struct sv_openapi_options *opt,
                               struct sv_openapi **out, struct sv_error *err)
{
  static const struct sv_openapi_options none = { .iri = NULL };
  if (!opt)
    opt = &none;
  *out = NULL;
  struct sv_openapi *api = calloc(1, sizeof *api);
  if (!api)
    return SV_NO_MEMORY;
  api->arena = SV_ARENA(ARENA_MAX);
  api->limits = opt->limits ? *opt->limits : SV_OPENAPI_LIMITS;
  api->fetch = opt->fetch;
  api->context = opt->context;
  char *copy = opt->borrowed ? NULL : malloc(size + 1);
  if (copy)
    memcpy(copy, data, size);
  const struct sv_openapi_text text = { .bytes = opt->borrowed ? (char *)(uintptr_t)data : copy,
                                        .size = size,
                                        .name = (char *)(uintptr_t)opt->name };
  enum sv_status status = SV_NO_MEMORY;
  if (text.bytes)
    status = sv_openapi_file_add(api, &text, opt->iri ? opt->iri : "urn:openapi", opt->fault, err);
  if (status == SV_OK && !api->files)
    status = SV_INTERNAL;
  if (status != SV_OK) {
    free(copy);
    sv_openapi_free(api);
    return status;
  }
  api->files[0].bytes = copy;
  find_version(api);
  *out = api;
  return SV_OK;
}

void sv_openapi_free(struct sv_openapi *api)
{
  if (!api)
    return;
  sv_schema_set_free(api->schemas);
  for (size_t i = 0; i < api->file_count; i++) {
    sv_doc_free(api->files[i].doc);
    sv_map_free(&api->files[i].anchors);
    free(api->files[i].bytes);
    free(api->files[i].kinds);
  }
  for (size_t i = 0; i < SV_OPENAPI_K_COUNT; i++)
    free(api->objects[i].items);
  free(api->files);
  free(api->findings);
  sv_map_free(&api->by_iri);
  sv_map_free(&api->refused);
  sv_map_free(&api->chains);
  sv_map_free(&api->compiled);
  sv_arena_free(&api->arena);
  free(api);
}

enum sv_openapi_version sv_openapi_version(const struct sv_openapi *api)
{
  return api->version;
}

struct sv_openapi_node sv_openapi_root(const struct sv_openapi *api)
{
  return (struct sv_openapi_node){ api->files[0].doc, SV_DOC_ROOT, 0 };
}

size_t sv_openapi_file_count(const struct sv_openapi *api)
{
  return api->file_count;
}

const struct sv_doc *sv_openapi_file_doc(const struct sv_openapi *api, size_t file)
{
  return file < api->file_count ? api->files[file].doc : NULL;
}

const char *sv_openapi_file_name(const struct sv_openapi *api, size_t file)
{
  const char *name = file < api->file_count ? sv_doc_name(api->files[file].doc) : NULL;
  return name ? name : "";
}

const char *sv_openapi_file_iri(const struct sv_openapi *api, size_t file)
{
  return file < api->file_count ? api->files[file].iri : "";
}
