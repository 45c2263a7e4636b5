// SPDX-License-Identifier: Apache-2.0
/* Pointers lead back, positions lie inside, what is written reads as the same value. */
#include "tests/fuzz/walk.h"

#include "engines/base/utf8.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

struct walk {
  const struct sv_doc *doc;
  int left;    /* visits */
  bool unique; /* no name comes twice */
};

static void check_number(const struct sv_doc *d, sv_value v)
{
  int64_t whole;
  size_t size;
  PROMISE(sv_doc_number(d, v, &size) && size > 0);
  PROMISE(sv_doc_compare(d, v, d, v) == 0);
  if (sv_doc_int64(d, v, &whole))
    PROMISE(sv_doc_is_integer(d, v) && (double)whole == sv_doc_double(d, v));
}

static void check_scalar(const struct sv_doc *d, sv_value v)
{
  size_t size;
  if (sv_doc_type(d, v) == SV_DOC_NUMBER)
    check_number(d, v);
  if (sv_doc_type(d, v) != SV_DOC_STRING)
    return;
  const char *text = sv_doc_string(d, v, &size);
  PROMISE(sv_utf8_check(text, size) == size);
  PROMISE(sv_doc_length(d, v) == sv_utf8_length(text, size));
}

static void check_place(const struct walk *w, sv_value v)
{
  size_t line, column, size;
  (void)sv_doc_source(w->doc, &size);
  PROMISE(sv_doc_offset(w->doc, v) <= size);
  sv_doc_position(w->doc, v, &line, &column);
  PROMISE(line >= 1 && column >= 1 && line + column <= size + 2);
  struct sv_buf pointer = SV_BUF(1 << 20);
  PROMISE(sv_doc_pointer(w->doc, v, &pointer) == SV_OK);
  const sv_value back =
      sv_doc_resolve_pointer(w->doc, SV_DOC_ROOT, sv_buf_text(&pointer), pointer.size);
  PROMISE(!w->unique || back == v);
  sv_buf_free(&pointer);
}

static void visit(struct walk *w, sv_value v, int depth)
{
  if (w->left-- <= 0)
    return;
  PROMISE(depth <= 65);
  check_place(w, v);
  check_scalar(w->doc, v);
  size_t count = 0;
  for (sv_value x = sv_doc_first(w->doc, v); x != SV_DOC_NONE; x = sv_doc_next(w->doc, v, x)) {
    if (sv_doc_type(w->doc, v) == SV_DOC_OBJECT) {
      size_t size;
      const char *key = sv_doc_string(w->doc, sv_doc_key(w->doc, x), &size);
      const sv_value found = sv_doc_get(w->doc, v, key, size);
      PROMISE(found != SV_DOC_NONE && (!w->unique || found == x));
    }
    visit(w, x, depth + 1);
    count++;
  }
  PROMISE(count == sv_doc_count(w->doc, v));
}

static void check_copy(const struct sv_doc *d)
{
  struct sv_buf text = SV_BUF(4 << 20);
  if (sv_doc_excerpt(d, SV_DOC_ROOT, 1 << 20, &text) != SV_OK || text.size > 1 << 20 ||
      (text.size > 2 && memcmp(text.data + text.size - 3, "…", 3) == 0)) {
    sv_buf_free(&text);
    return;
  }
  struct sv_doc *copy = NULL;
  PROMISE(sv_doc_parse(text.data, text.size, NULL, &copy, NULL) == SV_OK);
  PROMISE(sv_doc_equal(d, SV_DOC_ROOT, copy, SV_DOC_ROOT));
  PROMISE(sv_doc_hash(d, SV_DOC_ROOT) == sv_doc_hash(copy, SV_DOC_ROOT));
  sv_doc_free(copy);
  sv_buf_free(&text);
}

void walk_document(const struct sv_doc *d)
{
  size_t count, total;
  const struct sv_doc_finding *findings = sv_doc_findings(d, &count, &total);
  struct walk w = { d, 500, true };
  PROMISE(count <= total);
  for (size_t i = 0; i < count; i++) {
    PROMISE(findings[i].line >= 1 && findings[i].msgid && findings[i].rule);
    if (findings[i].kind == SV_DOC_DUPLICATE_KEY)
      w.unique = false;
  }
  visit(&w, SV_DOC_ROOT, 0);
  if (w.unique)
    check_copy(d);
}
