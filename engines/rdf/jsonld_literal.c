// SPDX-License-Identifier: Apache-2.0
/* Values as literals: canonical numbers (JSON-LD API 8.6), JSON in canonical form (RFC 8785),
 * languages and directions. */
#include "engines/rdf/jsonld.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/doc/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define I18N "https://www.w3.org/ns/i18n#"

/* The digits of D as printf gives them, with a point whatever the locale. */
static void print_double(double d, int precision, char *out, size_t size)
{
  (void)snprintf(out, size, "%.*e", precision, d);
  for (char *p = out; *p; p++)
    if (*p == ',')
      *p = '.';
}

/* The value of "+05" or "-7", as printf writes exponents. */
static int exponent_of(const char *text)
{
  int value = 0;
  for (const char *p = text + 1; sv_is_digit((unsigned char)*p); p++)
    value = value * 10 + (*p - '0');
  return *text == '-' ? -value : value;
}

/* XSD's canonical double: 5.3E0, fifteen digits at most after the point. */
static void canonical_double(double d, char *out, size_t size)
{
  char text[64];
  if (isinf(d)) {
    (void)snprintf(out, size, "%s", d < 0 ? "-INF" : "INF");
    return;
  }
  print_double(d, 15, text, sizeof text);
  char *e = strchr(text, 'e');
  char *last = e - 1;
  while (*last == '0' && last[-1] != '.')
    last--;
  (void)snprintf(out, size, "%.*sE%d", (int)(last + 1 - text), text, exponent_of(e + 1));
}

/* The fewest digits that give D back, and its exponent, as "d.ddde+xx". */
static void shortest(double d, char *out, size_t size)
{
  for (int precision = 0; precision <= 17; precision++) {
    print_double(d, precision, out, size);
    if (sv_decimal_double(out, strlen(out)) == d)
      break;
  }
}

/* ECMA-262 6.1.6.1.20, Number::toString. */
static void ecma_number(double d, char *out, size_t size)
{
  char text[64], digits[32];
  size_t n = 0;
  if (d == 0) {
    (void)snprintf(out, size, "0");
    return;
  }
  shortest(fabs(d), text, sizeof text);
  char *e = strchr(text, 'e');
  for (const char *p = text; p < e; p++)
    if (sv_is_digit((unsigned char)*p) && n < sizeof digits - 1)
      digits[n++] = *p;
  while (n > 1 && digits[n - 1] == '0')
    n--;
  digits[n] = '\0';
  const int k = (int)n, point = exponent_of(e + 1) + 1;
  const char *sign = d < 0 ? "-" : "";
  if (k <= point && point <= 21)
    (void)snprintf(out, size, "%s%s%.*s", sign, digits, point - k, "000000000000000000000");
  else if (0 < point && point <= 21)
    (void)snprintf(out, size, "%s%.*s.%s", sign, point, digits, digits + point);
  else if (-6 < point && point <= 0)
    (void)snprintf(out, size, "%s0.%.*s%s", sign, -point, "000000", digits);
  else
    (void)snprintf(out, size, "%s%c%s%se%c%d", sign, digits[0], k > 1 ? "." : "", digits + 1,
                   point > 0 ? '+' : '-', abs(point - 1));
}

/* RFC 8785 3.2.2.2: only what must be escaped is. */
static void canonical_string(struct sv_buf *out, const char *text, size_t size)
{
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char names[] = "\"\\bfnrt";
  (void)sv_buf_addc(out, '"');
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)text[i];
    const char *found = c ? strchr(plain, c) : NULL;
    if (found)
      (void)sv_buf_addf(out, "\\%c", names[found - plain]);
    else if (c < 0x20)
      (void)sv_buf_addf(out, "\\u%04x", c);
    else
      (void)sv_buf_addc(out, text[i]);
  }
  (void)sv_buf_addc(out, '"');
}

/* One member of an object, for sorting. */
struct member {
  const char *key;
  size_t size;
  struct ld_in value;
};

/* In order of UTF-16 code units: as UTF-8, but what is above U+FFFF comes before U+E000. */
static int compare_keys(const void *a, const void *b)
{
  const struct member *x = a, *y = b;
  const size_t n = x->size < y->size ? x->size : y->size;
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)x->key[i], d = (unsigned char)y->key[i];
    if (c == d)
      continue;
    const bool high = c >= 0xF0, other = d >= 0xF0;
    if (high != other && (high ? d : c) >= 0xEE)
      return high ? -1 : 1;
    return c < d ? -1 : 1;
  }
  return x->size < y->size ? -1 : x->size > y->size;
}

static bool canonical_object(struct sv_buf *out, struct ld_in in)
{
  const size_t count = sv_doc_count(in.doc, in.v);
  struct member *all = calloc(count + 1, sizeof *all);
  size_t n = 0;
  if (!all)
    return false;
  for (sv_value c = sv_doc_first(in.doc, in.v); c != SV_DOC_NONE;
       c = sv_doc_next(in.doc, in.v, c)) {
    all[n].key = sv_doc_string(in.doc, sv_doc_key(in.doc, c), &all[n].size);
    all[n++].value = (struct ld_in){ in.doc, c };
  }
  qsort(all, n, sizeof *all, compare_keys);
  (void)sv_buf_addc(out, '{');
  bool ok = true;
  for (size_t i = 0; i < n && ok; i++) {
    if (i > 0)
      (void)sv_buf_addc(out, ',');
    canonical_string(out, all[i].key, all[i].size);
    (void)sv_buf_addc(out, ':');
    ok = ld_canonical(out, all[i].value);
  }
  (void)sv_buf_addc(out, '}');
  free(all);
  return ok;
}

/* Recursion is as deep as the JSON, which its reader bounds. */
bool ld_canonical(struct sv_buf *out, struct ld_in in)
{
  static const char *const words[] = {
    [SV_DOC_NULL] = "null", [SV_DOC_FALSE] = "false", [SV_DOC_TRUE] = "true"
  };
  size_t size;
  char number[64];
  const char *text;
  bool ok = true;
  switch (ld_type(in)) {
  case SV_DOC_OBJECT:
    return canonical_object(out, in);
  case SV_DOC_ARRAY:
    (void)sv_buf_addc(out, '[');
    for (sv_value c = sv_doc_first(in.doc, in.v); ok && c != SV_DOC_NONE;) {
      ok = ld_canonical(out, (struct ld_in){ in.doc, c });
      c = sv_doc_next(in.doc, in.v, c);
      if (c != SV_DOC_NONE)
        (void)sv_buf_addc(out, ',');
    }
    (void)sv_buf_addc(out, ']');
    break;
  case SV_DOC_STRING:
    text = sv_doc_string(in.doc, in.v, &size);
    canonical_string(out, text, size);
    break;
  case SV_DOC_NUMBER:
    ecma_number(sv_doc_double(in.doc, in.v), number, sizeof number);
    (void)sv_buf_adds(out, number);
    break;
  default:
    (void)sv_buf_adds(out, words[ld_type(in)]);
  }
  return ok && out->failed == SV_OK;
}

static sv_term json(struct ld *l, struct ld_in in)
{
  struct sv_buf text = SV_BUF(l->graph->limits.literal_bytes);
  sv_term t = 0;
  if (isinf(ld_type(in) == SV_DOC_NUMBER ? sv_doc_double(in.doc, in.v) : 0) ||
      !ld_canonical(&text, in))
    (void)ld_limit(l, "rdf-literal-bytes", N_("a literal is longer than the limit allows"));
  else
    t = sv_graph_literal(l->graph, sv_buf_text(&text), text.size, SV_RDF_JSON);
  sv_buf_free(&text);
  return t;
}

static sv_term number(struct ld *l, struct ld_in in, sv_term type)
{
  char text[64];
  const double d = sv_doc_double(in.doc, in.v);
  if (type == SV_XSD_DOUBLE || !sv_doc_is_integer(in.doc, in.v) || fabs(d) >= 1e21) {
    canonical_double(d, text, sizeof text);
    return sv_graph_literal(l->graph, text, strlen(text), type ? type : SV_XSD_DOUBLE);
  }
  int64_t whole;
  if (sv_doc_int64(in.doc, in.v, &whole))
    (void)snprintf(text, sizeof text, "%lld", (long long)whole);
  else
    (void)snprintf(text, sizeof text, "%.0f", d);
  return sv_graph_literal(l->graph, text, strlen(text), type ? type : SV_XSD_INTEGER);
}

static void add(struct ld *l, sv_term s, sv_term p, sv_term o, sv_term graph)
{
  const struct sv_triple t = { .s = s, .p = p, .o = o };
  sv_graph_add(l->graph, &t, graph);
}

/* A string with a direction, in the form that was asked for. */
static sv_term directed(struct ld *l, const struct sv_span *text, const char *language,
                        const char *direction, sv_term graph)
{
  struct sv_graph *g = l->graph;
  char lower[300] = "";
  for (size_t i = 0; language && language[i] && i < sizeof lower - 1; i++)
    lower[i] = (char)sv_lower((unsigned char)language[i]);
  if (l->opt->direction == SV_RDF_I18N_DATATYPE) {
    char iri[400];
    const int n = snprintf(iri, sizeof iri, I18N "%s_%s", lower, direction);
    return sv_graph_literal(g, text->data, text->size, sv_graph_iri(g, iri, (size_t)n));
  }
  const sv_term node = sv_graph_blank(g, "", 0);
  add(l, node, SV_RDF_VALUE, sv_graph_literal(g, text->data, text->size, SV_XSD_STRING), graph);
  if (language)
    add(l, node, SV_RDF_LANGUAGE, sv_graph_literal(g, lower, strlen(lower), SV_XSD_STRING), graph);
  add(l, node, SV_RDF_DIRECTION, sv_graph_literal(g, direction, strlen(direction), SV_XSD_STRING),
      graph);
  return node;
}

static sv_term string(struct ld *l, const struct ld_node *value, struct ld_in in, sv_term type,
                      sv_term graph)
{
  const struct ld_node *language = ld_member(value, "@language");
  const struct ld_node *direction = ld_member(value, "@direction");
  struct sv_span text;
  text.data = sv_doc_string(in.doc, in.v, &text.size);
  if (language && language->text && !sv_rdf_is_language(language->text))
    return 0;
  if (direction && l->opt->direction != SV_RDF_NO_DIRECTION)
    return directed(l, &text, language ? language->text : NULL, direction->text, graph);
  if (language && language->text)
    return sv_graph_lang_literal(l->graph, text.data, text.size, language->text, language->size,
                                 SV_NO_DIRECTION);
  return sv_graph_literal(l->graph, text.data, text.size, type ? type : SV_XSD_STRING);
}

sv_term ld_literal(struct ld *l, const struct ld_node *value, sv_term graph)
{
  const struct ld_in in = ld_member(value, "@value")->raw;
  const struct ld_node *type = ld_member(value, "@type");
  if (type && type->kind == LD_ARRAY)
    type = type->first;
  sv_term datatype = 0;
  if (type && type->text) {
    if (strcmp(type->text, "@json") == 0)
      return json(l, in);
    if (!ld_is_absolute(type->text))
      return 0;
    datatype = sv_graph_iri(l->graph, type->text, strlen(type->text));
  }
  switch (ld_type(in)) {
  case SV_DOC_TRUE:
    return sv_graph_literal(l->graph, "true", 4, datatype ? datatype : SV_XSD_BOOLEAN);
  case SV_DOC_FALSE:
    return sv_graph_literal(l->graph, "false", 5, datatype ? datatype : SV_XSD_BOOLEAN);
  case SV_DOC_NUMBER:
    return number(l, in, datatype);
  case SV_DOC_STRING:
    return string(l, value, in, datatype, graph);
  default:
    return 0;
  }
}
