// SPDX-License-Identifier: Apache-2.0
/* The detectors see a text as its reader does, with every escape undone; what they find is hidden
 * in the text as it is written. It comes after the detectors saw the text itself: where a quote
 * ends a value is seen there, not here. */
#include "runner/mask_view.h"

#include "engines/base/ascii.h"
#include "runner/mask_escape.h"

#include <stdlib.h>
#include <string.h>

bool sv_view_differs(const char *data, size_t size)
{
  const char *end = data + size;
  for (const char *p = data; p < end; p++) {
    const unsigned char c = (unsigned char)*p;
    if (c != '%' && c != '\\' && c != '&' && c != '~' && c != 0xc2 && c != 0xe2 && c != 0xef)
      continue;
    const struct sv_unit u = sv_unit_read(p, end);
    if (!sv_unit_is_plain(&u, p))
      return true;
  }
  return false;
}

/* What DATA means, of *COUNT bytes, to be freed; NULL: no memory. */
static char *undo(const char *data, size_t size, size_t *count)
{
  char *view = malloc(size + 1);
  const char *end = data + size;
  size_t n = 0;
  for (const char *p = data; view && p < end;) {
    const struct sv_unit u = sv_unit_read(p, end);
    memcpy(view + n, u.text, u.count);
    n += u.count;
    p += u.size;
  }
  *count = n;
  return view;
}

bool sv_view_finds(const struct sv_patterns *patterns, const char *data, size_t size)
{
  struct sv_hit hit;
  size_t count = 0;
  char *view = undo(data, size, &count);
  if (!view)
    return true; /* hiding it tells that there is no memory */
  struct sv_scan scan = { .data = view, .size = count, .patterns = patterns };
  const bool found = sv_mask_next(&scan, 0, &hit);
  explicit_bzero(view, count);
  free(view);
  return found;
}

/* A place in the text and the place in its view that belongs to it. */
struct walk {
  const char *p, *end;
  size_t seen;
};

/* Goes on to the unit in which the view's byte AT is, and copies what it passes. */
static void copy_until(struct walk *w, size_t at, struct sv_buf *out)
{
  while (w->p < w->end) {
    const struct sv_unit u = sv_unit_read(w->p, w->end);
    if (w->seen + u.count > at)
      return;
    sv_buf_add(out, w->p, u.size);
    w->p += u.size;
    w->seen += u.count;
  }
}

/* Passes the units of HIT; the digits of an identity number are replaced one by one. */
static void pass(struct walk *w, const struct sv_hit *hit, bool digits, struct sv_buf *out)
{
  while (w->p < w->end && w->seen < hit->at + hit->size) {
    const struct sv_unit u = sv_unit_read(w->p, w->end);
    if (digits && u.count == 1 && sv_is_digit((unsigned char)u.text[0]))
      sv_buf_addc(out, sv_mask_digit(hit));
    else if (digits)
      sv_buf_add(out, w->p, u.size);
    w->p += u.size;
    w->seen += u.count;
  }
}

enum sv_status sv_view_hide(const struct sv_patterns *patterns, const char *data, size_t size,
                            struct sv_buf *out, struct sv_masked *count)
{
  struct walk w = { .p = data, .end = data + size };
  struct sv_hit hit;
  size_t seen = 0;
  char *view = undo(data, size, &seen);
  if (!view)
    return SV_NO_MEMORY;
  struct sv_scan scan = { .data = view, .size = seen, .patterns = patterns };
  while (sv_mask_next(&scan, w.seen, &hit)) {
    copy_until(&w, hit.at, out);
    if (hit.kind != SV_HIDDEN_IDENTITY)
      sv_mask_write(view, &hit, out);
    pass(&w, &hit, hit.kind == SV_HIDDEN_IDENTITY, out);
    sv_mask_count(count, &hit);
  }
  explicit_bzero(view, seen);
  free(view);
  return sv_buf_add(out, w.p, (size_t)(w.end - w.p));
}
