// SPDX-License-Identifier: Apache-2.0
/* Normalized paths: RFC 9535 section 2.7. */
#include "engines/doc/path.h"
#include "engines/doc/tape.h"

#include <string.h>

static enum sv_status add_name(struct sv_buf *out, const char *name, size_t size)
{
  static const char from[] = "\b\f\n\r\t'\\";
  static const char to[] = "bfnrt'\\";
  SV_TRY(sv_buf_adds(out, "['"));
  for (size_t i = 0; i < size; i++) {
    const char *hit = memchr(from, name[i], sizeof from - 1);
    if (hit)
      SV_TRY(sv_buf_addf(out, "\\%c", to[hit - from]));
    else if ((unsigned char)name[i] < 0x20)
      SV_TRY(sv_buf_addf(out, "\\u%04x", (unsigned)name[i]));
    else
      SV_TRY(sv_buf_addc(out, name[i]));
  }
  return sv_buf_adds(out, "']");
}

static enum sv_status add_step(const struct sv_doc *d, sv_value parent, sv_value v,
                               struct sv_buf *out)
{
  if (sv_doc_type(d, parent) == SV_DOC_OBJECT) {
    size_t size;
    const char *name = sv_doc_string(d, sv_doc_key(d, v), &size);
    return add_name(out, name, size);
  }
  size_t i = 0;
  for (sv_value x = parent + 1; x < v; x = sv_tape_past(d, x))
    i++;
  return sv_buf_addf(out, "[%zu]", i);
}

/* Recursion as deep as V lies, which the depth limit bounds. */
static enum sv_status add_path(const struct sv_doc *d, sv_value v, struct sv_buf *out, int depth)
{
  const sv_value parent = sv_doc_parent(d, v);
  if (parent == SV_DOC_NONE || depth == 0)
    return sv_buf_adds(out, "$");
  SV_TRY(add_path(d, parent, out, depth - 1));
  return add_step(d, parent, v, out);
}

enum sv_status sv_path_normal(const struct sv_doc *d, sv_value v, struct sv_buf *out)
{
  return add_path(d, v, out, SV_DOC_DEPTH_MAX + 1);
}
