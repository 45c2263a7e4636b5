// SPDX-License-Identifier: Apache-2.0
/* Where a reference leads: another resource, an anchor, or a place by JSON Pointer (2020-12
 * core 8.2.3, 9.2). */
#include "engines/schema/program.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <stdlib.h>
#include <string.h>

static sv_value step(const struct sv_doc *doc, sv_value v, const char *text, size_t size)
{
  if (sv_doc_type(doc, v) == SV_DOC_OBJECT)
    return sv_doc_get(doc, v, text, size);
  unsigned long long index;
  if (size == 0 || (size > 1 && text[0] == '0') || !sv_parse_uint(text, size, UINT32_MAX, &index))
    return SV_DOC_NONE;
  return sv_doc_at(doc, v, (size_t)index);
}

/* One token of a pointer with its ~0 and ~1 resolved (RFC 6901 4). */
static void unescape(const char *text, size_t size, struct sv_buf *out)
{
  sv_buf_cut(out, 0);
  for (size_t i = 0; i < size; i++) {
    const bool escape =
        text[i] == '~' && i + 1 < size && (text[i + 1] == '0' || text[i + 1] == '1');
    (void)sv_buf_addc(out, escape ? (text[i + 1] == '0' ? '~' : '/') : text[i]);
    i += escape;
  }
}

/* Follows the pointer from the root of PLACE's resource; embedded resources on the way take over.
 */
static enum sv_status follow(struct sv_schema_set *s, const char *pointer, size_t size,
                             struct sv_place *place)
{
  const struct sv_doc *doc = sv_place_doc(place);
  const char *end = pointer + size;
  struct sv_buf token = SV_BUF((size_t)1 << 20);
  for (const char *p = pointer; p < end && place->value != SV_DOC_NONE;) {
    const char *name = ++p;
    const char *slash = memchr(p, '/', (size_t)(end - p));
    size_t length = (size_t)((slash ? slash : end) - p);
    p += length;
    if (memchr(name, '~', length)) {
      unescape(name, length, &token);
      if (token.failed != SV_OK)
        break;
      name = sv_buf_text(&token);
      length = token.size;
    }
    place->value = step(doc, place->value, name, length);
    struct sv_resource *opened = sv_registry_root(s, place->resource->document, place->value);
    if (place->value != SV_DOC_NONE && opened)
      place->resource = opened;
  }
  const enum sv_status status = token.failed;
  sv_buf_free(&token);
  return status;
}

static enum sv_status find_fragment(struct sv_schema_set *s, const char *text, size_t size,
                                    struct sv_target *out)
{
  struct sv_buf fragment = SV_BUF((size_t)1 << 20);
  enum sv_status status = sv_uri_decode(text, size, &fragment);
  const char *f = sv_buf_text(&fragment);
  if (status == SV_OK && *f == '/') {
    status = follow(s, f, fragment.size, &out->place);
  } else if (status == SV_OK && fragment.size > 0) {
    out->anchor = sv_registry_anchor(s, out->place.resource, f, fragment.size);
    out->place.value = out->anchor ? out->anchor->value : SV_DOC_NONE;
    if (out->anchor)
      out->place.resource = out->anchor->resource;
  }
  sv_buf_free(&fragment);
  return status;
}

enum sv_status sv_reference_resolve(struct sv_schema_set *s, struct sv_resource *r,
                                    const char *text, size_t size, sv_value v,
                                    struct sv_target *out, struct sv_error *err)
{
  *out = (struct sv_target){ 0 };
  const char *hash = memchr(text, '#', size);
  const size_t base_size = hash ? (size_t)(hash - text) : size;
  struct sv_resource *found = r;
  enum sv_status status = SV_OK;
  if (base_size > 0) {
    struct sv_buf iri = SV_BUF((size_t)64 << 10);
    status = sv_uri_resolve(r->iri, strlen(r->iri), text, base_size, &iri);
    if (status == SV_OK)
      status = sv_registry_get(s, sv_buf_text(&iri), iri.size, r->dialect, &found, err);
    sv_buf_free(&iri);
  }
  if (status == SV_INVALID && err && err->text[0] == '\0')
    return sv_schema_fault(r, v, err, SV_INVALID, "this reference is no IRI reference");
  SV_TRY(status);
  out->place = (struct sv_place){ found, found ? found->root : SV_DOC_NONE };
  if (found && hash)
    SV_TRY(find_fragment(s, hash + 1, size - base_size - 1, out));
  if (out->place.value == SV_DOC_NONE)
    return sv_schema_fault(r, v, err, SV_NOT_FOUND,
                           "the reference \"%.*s\" leads nowhere; nothing is fetched, give other "
                           "files with --map",
                           (int)(size > 200 ? 200 : size), text);
  const struct sv_schema_document *document = out->place.resource->document;
  if (document->container && !sv_registry_root(s, document, out->place.value))
    return sv_registry_scan(s, out->place.resource, out->place.value, err);
  return SV_OK;
}
