// SPDX-License-Identifier: Apache-2.0
/* A value as one short line of JSON. */
#include "engines/base/utf8.h"
#include "engines/doc/tape.h"

#include <string.h>

struct writer {
  const struct sv_doc *doc;
  struct sv_buf *out;
  size_t most; /* size OUT may reach before the end is cut */
};

static bool full(const struct writer *w)
{
  return w->out->size > w->most || w->out->failed;
}

static void add(struct writer *w, const char *text, size_t size)
{
  if (!full(w))
    (void)sv_buf_add(w->out, text, size);
}

static void add_char(struct writer *w, const char *p, size_t size)
{
  static const char from[] = "\"\\\b\f\n\r\t";
  static const char to[] = "\"\\bfnrt";
  const char *hit = memchr(from, *p, sizeof from - 1);
  if (hit)
    (void)sv_buf_addf(w->out, "\\%c", to[hit - from]);
  else if ((unsigned char)*p < 0x20 || *p == 0x7F)
    (void)sv_buf_addf(w->out, "\\u%04x", (unsigned)*p);
  else
    add(w, p, size);
}

static void add_string(struct writer *w, const struct sv_tape_node *n)
{
  const char *p = sv_tape_text(w->doc, n);
  const char *const end = p + sv_tape_size(n);
  add(w, "\"", 1);
  while (p < end && !full(w)) {
    uint32_t code;
    const size_t size = sv_utf8_decode(p, end, &code);
    add_char(w, p, size ? size : 1);
    p += size ? size : 1;
  }
  add(w, "\"", 1);
}

static void add_value(struct writer *w, sv_value v, int depth)
{
  static const char *const words[] = { "null", "false", "true" };
  const struct sv_doc *d = w->doc;
  const struct sv_tape_node *n = sv_tape_node(d, v);
  const enum sv_doc_type type = sv_tape_type(n);
  size_t size;
  if (type == SV_DOC_STRING) {
    add_string(w, n);
  } else if (type == SV_DOC_NUMBER) {
    const char *text = sv_doc_number(d, v, &size);
    add(w, text, size <= w->most ? size : w->most + 1);
  } else if (type <= SV_DOC_TRUE) {
    add(w, words[type], strlen(words[type]));
  } else if (depth > 0) {
    const bool object = type == SV_DOC_OBJECT;
    add(w, object ? "{" : "[", 1);
    const sv_value first = sv_doc_first(d, v);
    for (sv_value x = first; x != SV_DOC_NONE && !full(w); x = sv_doc_next(d, v, x)) {
      if (x != first)
        add(w, ", ", 2);
      if (object) {
        add_string(w, &d->tape[sv_doc_key(d, x)]);
        add(w, ": ", 2);
      }
      add_value(w, x, depth - 1);
    }
    add(w, object ? "}" : "]", 1);
  }
}

enum sv_status sv_doc_excerpt(const struct sv_doc *d, sv_value v, size_t most, struct sv_buf *out)
{
  static const char more[] = "…";
  const size_t before = out->size;
  struct writer w = { d, out, before + most };
  add_value(&w, v, SV_DOC_DEPTH_MAX + 1);
  if (out->failed || out->size <= before + most)
    return out->failed;
  size_t cut = before + most - (sizeof more - 1);
  while (cut > before && ((unsigned char)out->data[cut] & 0xC0) == 0x80)
    cut--;
  sv_buf_cut(out, cut);
  return sv_buf_adds(out, more);
}
