// SPDX-License-Identifier: Apache-2.0
/* How literals stand to one another: SPARQL 1.1 17.3 and XPath operators, with the partial order of
 * XML Schema where one of two times has no time zone. */
#include "engines/shacl/shacl.h"

#include "engines/base/buf.h"
#include "engines/doc/decimal.h"
#include "engines/shacl/xsd.h"

#include <math.h>
#include <string.h>

#define ZONES (14 * 3600) /* the widest time zone */
#define NUMBER_MAX ((size_t)1 << 20)

struct literal {
  const struct xsd_type *type;
  const char *text;
  size_t size;
};

static bool read_literal(const struct sv_graph *g, sv_term t, struct literal *out)
{
  size_t size;
  const sv_term datatype = sv_term_kind(t) == SV_TERM_LITERAL ? sv_graph_datatype(g, t) : 0;
  if (datatype == 0)
    return false;
  const char *iri = sv_graph_text(g, datatype, &size);
  out->type = xsd_type(iri, size);
  out->text = sv_graph_text(g, t, &out->size);
  return out->type && xsd_has_form(out->type, out->text, out->size);
}

bool sv_shacl_is_ill_typed(const struct sv_graph *g, sv_term t)
{
  size_t size;
  const sv_term datatype = sv_term_kind(t) == SV_TERM_LITERAL ? sv_graph_datatype(g, t) : 0;
  if (datatype == 0)
    return false;
  const char *iri = sv_graph_text(g, datatype, &size);
  const struct xsd_type *type = xsd_type(iri, size);
  const char *text = sv_graph_text(g, t, &size);
  return type && !xsd_has_form(type, text, size);
}

static enum sv_shacl_order order(int sign)
{
  return sign < 0 ? SV_SHACL_LESS : sign > 0 ? SV_SHACL_GREATER : SV_SHACL_EQUAL;
}

/* The nearest double; the text is brought into the form that JSON gives numbers. */
static double number_of(const struct literal *l)
{
  struct xsd_number n;
  const char *end = l->text + l->size;
  const char *e = l->text;
  if (l->size >= 3 && memcmp(end - 3, "INF", 3) == 0)
    return *l->text == '-' ? -INFINITY : INFINITY;
  if (*l->text == 'N' || l->size > NUMBER_MAX)
    return NAN;
  while (e < end && *e != 'e' && *e != 'E')
    e++;
  if (!xsd_number(l->text, e, &n))
    return NAN;
  struct sv_buf b = SV_BUF(NUMBER_MAX + 8);
  if (n.negative)
    (void)sv_buf_addc(&b, '-');
  (void)sv_buf_add(&b, n.whole_size ? n.whole : "0", n.whole_size ? n.whole_size : 1);
  if (n.part_size) {
    (void)sv_buf_addc(&b, '.');
    (void)sv_buf_add(&b, n.part, n.part_size);
  }
  if (e < end)
    (void)sv_buf_add(&b, e, (size_t)(end - e));
  const double value = b.failed == SV_OK ? sv_decimal_double(sv_buf_text(&b), b.size) : NAN;
  sv_buf_free(&b);
  return l->type->kind == XSD_FLOAT ? (double)(float)value : value;
}

static enum sv_shacl_order compare_numbers(const struct literal *a, const struct literal *b)
{
  struct xsd_number x, y;
  if (a->type->kind == XSD_DECIMAL && b->type->kind == XSD_DECIMAL) {
    if (!xsd_number(a->text, a->text + a->size, &x) || !xsd_number(b->text, b->text + b->size, &y))
      return SV_SHACL_INCOMPARABLE;
    return order(xsd_number_compare(&x, &y));
  }
  double p = number_of(a), q = number_of(b);
  if (a->type->kind != XSD_DOUBLE && b->type->kind != XSD_DOUBLE) {
    p = (double)(float)p;
    q = (double)(float)q;
  }
  if (isnan(p) || isnan(q))
    return SV_SHACL_INCOMPARABLE;
  return p < q ? SV_SHACL_LESS : p > q ? SV_SHACL_GREATER : SV_SHACL_EQUAL;
}

static int compare_text(const char *a, size_t a_size, const char *b, size_t b_size)
{
  const size_t n = a_size < b_size ? a_size : b_size;
  const int sign = n ? memcmp(a, b, n) : 0;
  return sign ? sign : a_size < b_size ? -1 : a_size > b_size;
}

static int compare_seconds(const struct xsd_moment *x, const struct xsd_moment *y, int64_t shift)
{
  const int64_t other = y->seconds + shift;
  if (x->seconds != other)
    return x->seconds < other ? -1 : 1;
  return compare_text(x->part, x->part_size, y->part, y->part_size);
}

/* XSD 1.1 part 2 D.2.1: without a time zone it may be any; less or greater only when it is in all.
 */
static enum sv_shacl_order compare_moments(const struct literal *a, const struct literal *b)
{
  struct xsd_moment x, y;
  if (a->type->kind != b->type->kind ||
      !xsd_moment(a->type->kind, a->text, a->text + a->size, &x) ||
      !xsd_moment(b->type->kind, b->text, b->text + b->size, &y) || x.huge || y.huge)
    return SV_SHACL_INCOMPARABLE;
  if (x.zoned == y.zoned)
    return order(compare_seconds(&x, &y, 0));
  if (compare_seconds(&x, &y, -ZONES) < 0)
    return SV_SHACL_LESS;
  if (compare_seconds(&x, &y, ZONES) > 0)
    return SV_SHACL_GREATER;
  return SV_SHACL_INCOMPARABLE;
}

static int compare_sum(int64_t a, const struct xsd_span *x, int64_t b, const struct xsd_span *y)
{
  if (a != b)
    return a < b ? -1 : 1;
  const int sx = x->negative ? -1 : 1, sy = y->negative ? -1 : 1;
  if (x->part_size == 0 || y->part_size == 0 || sx == sy) {
    const int sign = compare_text(x->part, x->part_size, y->part, y->part_size);
    return (x->part_size && sx < 0) || (y->part_size && sy < 0) ? -sign : sign;
  }
  return sx;
}

/* XSD 1.1 part 2 3.3.6.2: added to each of four moments, always the same way round. */
static enum sv_shacl_order compare_spans(const struct literal *a, const struct literal *b)
{
  static const int64_t from[][2] = { { 1696, 9 }, { 1697, 2 }, { 1903, 3 }, { 1903, 7 } };
  const int both = XSD_SPAN_YEARS | XSD_SPAN_DAYS;
  struct xsd_span x, y;
  if (!xsd_span(both, a->text, a->text + a->size, &x) ||
      !xsd_span(both, b->text, b->text + b->size, &y) || x.huge || y.huge)
    return SV_SHACL_INCOMPARABLE;
  const int64_t sx = x.negative ? -1 : 1, sy = y.negative ? -1 : 1;
  int first = 0;
  for (size_t i = 0; i < 4; i++) {
    const int64_t base = from[i][0] * 12 + from[i][1] - 1;
    const int64_t m = base + sx * x.months, n = base + sy * y.months;
    const int64_t my = (m >= 0 ? m : m - 11) / 12, ny = (n >= 0 ? n : n - 11) / 12;
    const int sign = compare_sum(xsd_days(my, m - my * 12 + 1) * 86400 + sx * x.seconds, &x,
                                 xsd_days(ny, n - ny * 12 + 1) * 86400 + sy * y.seconds, &y);
    const int s = sign < 0 ? -1 : sign > 0;
    if (i > 0 && s != first)
      return SV_SHACL_INCOMPARABLE;
    first = s;
  }
  return order(first);
}

static bool is_true(const struct literal *l)
{
  return *l->text == 't' || *l->text == '1';
}

enum sv_shacl_order sv_shacl_compare(const struct sv_graph *g, sv_term a, sv_term b)
{
  struct literal x, y;
  if (!read_literal(g, a, &x) || !read_literal(g, b, &y))
    return SV_SHACL_INCOMPARABLE;
  const enum xsd_kind k = x.type->kind;
  if (k >= XSD_DECIMAL && k <= XSD_DOUBLE)
    return y.type->kind >= XSD_DECIMAL && y.type->kind <= XSD_DOUBLE ? compare_numbers(&x, &y)
                                                                     : SV_SHACL_INCOMPARABLE;
  if (k != y.type->kind || k == XSD_OTHER)
    return SV_SHACL_INCOMPARABLE;
  if (k == XSD_STRING)
    return order(compare_text(x.text, x.size, y.text, y.size));
  if (k == XSD_BOOLEAN)
    return order((int)is_true(&x) - (int)is_true(&y));
  return k == XSD_DURATION ? compare_spans(&x, &y) : compare_moments(&x, &y);
}
