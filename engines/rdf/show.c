// SPDX-License-Identifier: Apache-2.0
/* Terms as text: N-Triples for machines, a short form for people. */
#include "engines/rdf/store.h"

#include "engines/base/ascii.h"

#include <string.h>

#define SHOWN_MAX 200

bool sv_rdf_is_language(const char *text)
{
  size_t part = 0;
  for (const char *p = text;; p++) {
    if (*p == '-' || *p == '\0') {
      if (part == 0 || part > 8)
        return false;
      if (*p == '\0')
        return true;
      part = 0;
    } else if (sv_is_alpha((unsigned char)*p) ||
               (sv_is_digit((unsigned char)*p) && memchr(text, '-', (size_t)(p - text)))) {
      part++;
    } else {
      return false;
    }
  }
}

/* U+FFFE and U+FFFF, which are no characters. */
static bool is_no_character(const char *p, const char *end)
{
  return end - p >= 3 && p[1] == '\xBF' && (p[2] == '\xBE' || p[2] == '\xBF');
}

/* N-Triples: STRING_LITERAL_QUOTE, canonical escapes (RDF 1.2 N-Triples 3). */
static void add_escaped(struct sv_buf *out, const char *text, size_t size)
{
  static const char plain[] = "\"\\\n\r\t\b\f";
  static const char names[] = "\"\\nrtbf";
  const char *from = text;
  const char *const end = text + size;
  for (const char *p = text; p < end; p++) {
    const unsigned char c = (unsigned char)*p;
    const char *found = c ? strchr(plain, c) : NULL;
    const bool no_character = c == 0xEF && is_no_character(p, end);
    if (!found && c >= 0x20 && c != 0x7F && !no_character)
      continue;
    (void)sv_buf_add(out, from, (size_t)(p - from));
    if (found)
      (void)sv_buf_addf(out, "\\%c", names[found - plain]);
    else if (no_character)
      (void)sv_buf_addf(out, "\\uFFF%c", p[2] == '\xBE' ? 'E' : 'F');
    else
      (void)sv_buf_addf(out, "\\u%04X", c);
    p += no_character ? 2 : 0;
    from = p + 1;
  }
  (void)sv_buf_add(out, from, (size_t)(end - from));
}

/* An IRI can hold by escapes what it cannot hold as it is: never in ours, but the text is foreign.
 */
static void add_iri(struct sv_buf *out, const char *text, size_t size)
{
  (void)sv_buf_addc(out, '<');
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)text[i];
    if (c <= 0x20 || strchr("<>\"{}|^`\\", c))
      (void)sv_buf_addf(out, "\\u%04X", c);
    else
      (void)sv_buf_addc(out, text[i]);
  }
  (void)sv_buf_addc(out, '>');
}

static void add_literal(const struct sv_graph *g, sv_term t, struct sv_buf *out)
{
  size_t size;
  const char *text = sv_graph_text(g, t, &size);
  const char *lang = sv_graph_lang(g, t);
  const sv_term type = sv_graph_datatype(g, t);
  (void)sv_buf_addc(out, '"');
  add_escaped(out, text, size);
  (void)sv_buf_addc(out, '"');
  if (lang) {
    static const char *const directions[] = { "", "--ltr", "--rtl", "" };
    (void)sv_buf_addf(out, "@%s%s", lang, directions[sv_graph_direction(g, t)]);
  } else if (type != SV_XSD_STRING) {
    text = sv_graph_text(g, type, &size);
    (void)sv_buf_adds(out, "^^");
    add_iri(out, text, size);
  }
}

/* Terms still to be written, innermost last; 0 closes a triple term. */
enum sv_status sv_graph_ntriples(const struct sv_graph *g, sv_term t, struct sv_buf *out)
{
  size_t size;
  const char *text = sv_graph_text(g, t, &size);
  switch (sv_term_kind(t)) {
  case SV_TERM_IRI:
    add_iri(out, text, size);
    break;
  case SV_TERM_BLANK:
    (void)sv_buf_addf(out, "_:b%u", sv_term_index(t));
    break;
  case SV_TERM_LITERAL:
    add_literal(g, t, out);
    break;
  default: {
    /* Only objects nest: the ends are as many as the beginnings. */
    size_t depth = 0;
    for (; sv_term_kind(t) == SV_TERM_TRIPLE; depth++) {
      const sv_term *c = sv_graph_components(g, t);
      (void)sv_buf_adds(out, "<<( ");
      (void)sv_graph_ntriples(g, c[0], out);
      (void)sv_buf_addc(out, ' ');
      (void)sv_graph_ntriples(g, c[1], out);
      (void)sv_buf_addc(out, ' ');
      t = c[2];
    }
    (void)sv_graph_ntriples(g, t, out);
    while (depth-- > 0)
      (void)sv_buf_adds(out, " )>>");
  }
  }
  return out->failed;
}

/* The longest namespace that IRI begins with. */
static const struct sv_graph_prefix *prefix_of(const struct sv_graph *g, const char *iri,
                                               size_t size, size_t *skip)
{
  const struct sv_graph_prefix *best = NULL;
  *skip = 0;
  for (uint32_t i = 0; i < g->prefix_count; i++) {
    size_t n;
    const char *namespace = sv_graph_text(g, g->prefixes[i].namespace, &n);
    if (n > *skip && n <= size && memcmp(namespace, iri, n) == 0 &&
        !memchr(iri + n, '/', size - n) && !memchr(iri + n, '#', size - n)) {
      best = &g->prefixes[i];
      *skip = n;
    }
  }
  return best;
}

static void show_iri(const struct sv_graph *g, sv_term t, struct sv_buf *out)
{
  size_t size, skip;
  const char *text = sv_graph_text(g, t, &size);
  const struct sv_graph_prefix *p = prefix_of(g, text, size, &skip);
  if (!p) {
    add_iri(out, text, size);
    return;
  }
  (void)sv_buf_add(out, p->prefix, p->size);
  (void)sv_buf_addc(out, ':');
  (void)sv_buf_add(out, text + skip, size - skip);
}

/* SIZE, or less so that no character is cut. */
static size_t cut(const char *text, size_t size)
{
  if (size <= SHOWN_MAX)
    return size;
  size = SHOWN_MAX;
  while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
    size--;
  return size;
}

enum sv_status sv_graph_show(const struct sv_graph *g, sv_term t, struct sv_buf *out)
{
  size_t size;
  const char *text = sv_graph_text(g, t, &size);
  const char *lang = sv_graph_lang(g, t);
  const sv_term type = sv_graph_datatype(g, t);
  switch (sv_term_kind(t)) {
  case SV_TERM_IRI:
    show_iri(g, t, out);
    break;
  case SV_TERM_BLANK:
    (void)sv_buf_adds(out, "[]");
    break;
  case SV_TERM_LITERAL: {
    const size_t n = cut(text, size);
    (void)sv_buf_addc(out, '"');
    add_escaped(out, text, n);
    (void)sv_buf_adds(out, n < size ? "\xE2\x80\xA6\"" : "\"");
    if (lang)
      (void)sv_buf_addf(out, "@%s", lang);
    else if (type != SV_XSD_STRING) {
      (void)sv_buf_adds(out, "^^");
      show_iri(g, type, out);
    }
    break;
  }
  default:
    (void)sv_buf_adds(out, "<<( )>>");
  }
  return out->failed;
}
