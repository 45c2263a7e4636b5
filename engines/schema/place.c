// SPDX-License-Identifier: Apache-2.0
/* Where things are: pointers of instances, evaluation paths, absolute locations of keywords. */
#include "engines/schema/explain.h"

#include "engines/base/idnumber.h"
#include "engines/base/uri.h"

#include <string.h>

/* Containers with more children than this are worth remembering a place in. */
#define BIG 64u
#define DEPTH_MAX 600

/* Goes on from the place remembered as far as V; false when V is no child of that container. */
static bool go_on(struct sv_where *w, const struct sv_doc *d, sv_value v)
{
  if (w->holder == SV_DOC_NONE || v < w->child || v >= d->tape[w->holder].lo)
    return false;
  const uint32_t key = sv_tape_type(&d->tape[w->holder]) == SV_DOC_OBJECT;
  while (w->child < v) {
    const sv_value next = sv_tape_past(d, w->child) + key;
    if (next > v)
      return false; /* V lies within this child */
    w->child = next;
    w->index++;
  }
  return true;
}

sv_value sv_explain_parent(struct sv_schema_report *r, sv_value v, size_t *index)
{
  const struct sv_doc *d = r->doc;
  const bool plain =
      sv_doc_syntax(d) == SV_DOC_JSON; /* an alias is the child of one and stands for another */
  *index = 0;
  if (plain && go_on(&r->where, d, v)) {
    *index = r->where.index;
    return r->where.holder;
  }
  const sv_value holder = sv_doc_parent(d, v);
  if (holder == SV_DOC_NONE)
    return holder;
  for (sv_value c = sv_doc_first(d, holder); c != v && c != SV_DOC_NONE;
       c = sv_doc_next(d, holder, c))
    ++*index;
  if (plain && sv_doc_count(d, holder) > BIG)
    r->where = (struct sv_where){ holder, v, *index };
  return holder;
}

enum sv_status sv_explain_pointer(struct sv_schema_report *r, sv_value v, struct sv_buf *out)
{
  const struct sv_doc *doc = r->doc;
  const size_t from = out->size;
  struct {
    sv_value value;
    size_t index;
    bool named;
  } steps[DEPTH_MAX];
  size_t count = 0;
  if (sv_tape_type(&doc->tape[v]) == SV_DOC_STRING && doc->tape[v].head & SV_TAPE_KEY)
    v = sv_doc_parent(doc, v);
  const sv_value whole = v;
  for (; count < DEPTH_MAX; count++) {
    size_t index;
    const sv_value holder = sv_explain_parent(r, v, &index);
    if (holder == SV_DOC_NONE)
      break;
    steps[count].value = v;
    steps[count].index = index;
    steps[count].named = sv_doc_type(doc, holder) == SV_DOC_OBJECT;
    v = holder;
  }
  if (count == DEPTH_MAX)
    SV_TRY(sv_doc_pointer(doc, whole, out));
  while (count > 0 && count < DEPTH_MAX) {
    count--;
    size_t size = 0;
    const char *name =
        steps[count].named ? sv_doc_string(doc, sv_doc_key(doc, steps[count].value), &size) : NULL;
    if (name)
      SV_TRY(sv_doc_pointer_add(out, name, size));
    else
      SV_TRY(sv_buf_addf(out, "/%zu", steps[count].index));
  }
  if (out->size > from)
    sv_idnumber_hide(out->data + from, out->size - from);
  return out->failed;
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
    (void)sv_uri_encode(sv_buf_text(&pointer) + root.size, pointer.size - root.size,
                        "!$&'()*+,;=:@/?", out); /* RFC 3986 3.5 */
  const enum sv_status status = pointer.failed != SV_OK ? pointer.failed : out->failed;
  sv_buf_free(&root);
  sv_buf_free(&pointer);
  return status;
}
