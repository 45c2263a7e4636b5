// SPDX-License-Identifier: Apache-2.0
/* JSON Pointers (RFC 6901): of a value, and back. */
#include "engines/base/ascii.h"
#include "engines/doc/tape.h"

#include <stdlib.h>
#include <string.h>

sv_value sv_doc_parent(const struct sv_doc *d, sv_value v)
{
  const struct sv_tape_node *n = &d->tape[v];
  if (sv_tape_is_container(n) || (n->head & 15) == SV_TAPE_ALIAS)
    return sv_tape_parent(d, n);
  /* A scalar has no room for its parent. Whatever stands before it and knows its own is inside it
   * too. */
  sv_value around = v;
  do {
    if (around-- == 0)
      return SV_DOC_NONE;
    n = &d->tape[around];
  } while (!sv_tape_is_container(n) && (n->head & 15) != SV_TAPE_ALIAS);
  if (!sv_tape_is_container(n))
    around = n->hi;
  while (d->tape[around].lo <= v)
    around = sv_tape_parent(d, &d->tape[around]);
  return around;
}

enum sv_status sv_doc_pointer_add(struct sv_buf *out, const char *name, size_t size)
{
  SV_TRY(sv_buf_addc(out, '/'));
  for (size_t i = 0; i < size; i++) {
    if (name[i] == '~' || name[i] == '/')
      SV_TRY(sv_buf_adds(out, name[i] == '~' ? "~0" : "~1"));
    else
      SV_TRY(sv_buf_addc(out, name[i]));
  }
  return SV_OK;
}

static enum sv_status add_step(const struct sv_doc *d, sv_value parent, sv_value v,
                               struct sv_buf *out)
{
  if (sv_tape_type(&d->tape[parent]) == SV_DOC_OBJECT) {
    const struct sv_tape_node *key = &d->tape[v - 1];
    return sv_doc_pointer_add(out, sv_tape_text(d, key), sv_tape_size(key));
  }
  size_t i = 0;
  for (sv_value x = parent + 1; x < v; x = sv_tape_past(d, x))
    i++;
  return sv_buf_addf(out, "/%zu", i);
}

enum sv_status sv_doc_pointer(const struct sv_doc *d, sv_value v, struct sv_buf *out)
{
  if ((d->tape[v].head & 15) == SV_DOC_STRING && d->tape[v].head & SV_TAPE_KEY)
    v++;
  sv_value *path = NULL;
  size_t count = 0, room = 0;
  for (sv_value p = v; p != SV_DOC_NONE; p = sv_doc_parent(d, p)) {
    if (count == room) {
      room = room ? room * 2 : 32;
      sv_value *grown = realloc(path, room * sizeof *path);
      if (!grown) {
        free(path);
        return SV_NO_MEMORY;
      }
      path = grown;
    }
    path[count++] = p;
  }
  enum sv_status status = SV_OK;
  for (size_t i = path ? count - 1 : 0; i > 0 && status == SV_OK; i--)
    status = add_step(d, path[i], path[i - 1], out);
  free(path);
  return status;
}

/* RFC 6901 section 4: an array index is 0 or has no leading zero. */
static sv_value element(const struct sv_doc *d, sv_value array, const char *text, size_t size)
{
  unsigned long long i;
  if (size == 0 || (size > 1 && *text == '0') || !sv_parse_uint(text, size, UINT32_MAX, &i))
    return SV_DOC_NONE;
  return sv_doc_at(d, array, (size_t)i);
}

/* The member whose name is TEXT with ~0 and ~1 undone; SV_DOC_NONE also for another ~. */
static sv_value member(const struct sv_doc *d, sv_value object, const char *text, size_t size)
{
  if (!memchr(text, '~', size))
    return sv_doc_get(d, object, text, size);
  char *name = malloc(size);
  if (!name)
    return SV_DOC_NONE;
  size_t n = 0;
  bool good = true;
  for (size_t i = 0; i < size; i++) {
    if (text[i] != '~') {
      name[n++] = text[i];
      continue;
    }
    i++;
    good = good && i < size && (text[i] == '0' || text[i] == '1');
    name[n++] = i < size && text[i] == '0' ? '~' : '/';
  }
  const sv_value v = good ? sv_doc_get(d, object, name, n) : SV_DOC_NONE;
  free(name);
  return v;
}

sv_value sv_doc_resolve_pointer(const struct sv_doc *d, sv_value from, const char *pointer,
                                size_t size)
{
  const char *p = pointer;
  const char *const end = pointer + size;
  sv_value v = from;
  while (p < end && v != SV_DOC_NONE) {
    if (*p++ != '/')
      return SV_DOC_NONE;
    const char *stop = memchr(p, '/', (size_t)(end - p));
    const size_t step = (size_t)((stop ? stop : end) - p);
    const enum sv_doc_type type = sv_doc_type(d, v);
    if (type == SV_DOC_OBJECT)
      v = member(d, v, p, step);
    else
      v = type == SV_DOC_ARRAY ? element(d, v, p, step) : SV_DOC_NONE;
    p += step;
  }
  return v;
}
