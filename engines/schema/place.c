// SPDX-License-Identifier: Apache-2.0
/* Where things are: pointers of instances, evaluation paths, absolute locations of keywords. */
#include "engines/schema/explain.h"

#include "engines/base/ascii.h"

#include <string.h>

enum sv_status sv_explain_pointer(const struct sv_doc *doc, sv_value v, struct sv_buf *out)
{
  if (sv_tape_type(&doc->tape[v]) == SV_DOC_STRING && doc->tape[v].head & SV_TAPE_KEY)
    v = sv_doc_parent(doc, v);
  const size_t from = out->size;
  SV_TRY(sv_doc_pointer(doc, v, out));
  if (out->size > from)
    sv_explain_hide(out->data + from);
  return SV_OK;
}

enum sv_status sv_explain_path(const struct sv_step *path, struct sv_buf *out)
{
  const struct sv_step *steps[1024];
  size_t count = 0;
  for (; path && count < sizeof steps / sizeof steps[0]; path = path->before)
    steps[count++] = path;
  while (count > 0) {
    const struct sv_step *s = steps[--count];
    if (s->name)
      (void)sv_doc_pointer_add(out, s->name, s->size);
    else
      (void)sv_buf_addf(out, "/%u", s->index);
  }
  return out->failed;
}

/* RFC 3986 3.5 and 2.1: what a fragment cannot hold is written %XX. */
static void add_fragment(struct sv_buf *out, const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)text[i];
    if (sv_is_alnum(c) || (c && c < 128 && strchr("-._~!$&'()*+,;=:@/?", c)))
      (void)sv_buf_addc(out, (char)c);
    else
      (void)sv_buf_addf(out, "%%%02X", c);
  }
}

enum sv_status sv_explain_location(const struct sv_unit *unit, struct sv_buf *out)
{
  const struct sv_place *place = &unit->node->place;
  const struct sv_doc *doc = sv_place_doc(place);
  struct sv_buf root = SV_BUF((size_t)1 << 20);
  struct sv_buf pointer = SV_BUF((size_t)1 << 20);
  (void)sv_doc_pointer(doc, place->resource->root, &root);
  (void)sv_doc_pointer(doc, unit->keyword == SV_DOC_NONE ? place->value : unit->keyword, &pointer);
  (void)sv_buf_adds(out, place->resource->iri);
  (void)sv_buf_addc(out, '#');
  if (pointer.failed == SV_OK && root.failed == SV_OK && pointer.size >= root.size)
    add_fragment(out, sv_buf_text(&pointer) + root.size, pointer.size - root.size);
  const enum sv_status status = pointer.failed != SV_OK ? pointer.failed : out->failed;
  sv_buf_free(&root);
  sv_buf_free(&pointer);
  return status;
}
