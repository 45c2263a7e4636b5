// SPDX-License-Identifier: Apache-2.0
/* The datatypes of XML Schema 1.1 part 2 that RDF 1.1 section 5.1 takes over: their lexical forms.
 */
#include "engines/shacl/xsd.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/base/utf8.h"

#include <string.h>

#define NS "http://www.w3.org/2001/XMLSchema#"

typedef bool form(const struct xsd_type *type, const char *p, const char *end);
static form text_form, normal_form, token_form, boolean_form, decimal_form, integer_form,
    double_form, moment_form, stamp_form, duration_form, months_form, seconds_form, hex_form,
    base64_form, uri_form, language_form, name_form, nmtoken_form, ncname_form;

static const struct xsd_type types[] = {
  { "anyURI", XSD_OTHER, uri_form, NULL, NULL },
  { "base64Binary", XSD_OTHER, base64_form, NULL, NULL },
  { "boolean", XSD_BOOLEAN, boolean_form, NULL, NULL },
  { "byte", XSD_DECIMAL, integer_form, "-128", "127" },
  { "date", XSD_DATE, moment_form, NULL, NULL },
  { "dateTime", XSD_DATE_TIME, moment_form, NULL, NULL },
  { "dateTimeStamp", XSD_DATE_TIME, stamp_form, NULL, NULL },
  { "dayTimeDuration", XSD_DURATION, seconds_form, NULL, NULL },
  { "decimal", XSD_DECIMAL, decimal_form, NULL, NULL },
  { "double", XSD_DOUBLE, double_form, NULL, NULL },
  { "duration", XSD_DURATION, duration_form, NULL, NULL },
  { "float", XSD_FLOAT, double_form, NULL, NULL },
  { "gDay", XSD_DAY, moment_form, NULL, NULL },
  { "gMonth", XSD_MONTH, moment_form, NULL, NULL },
  { "gMonthDay", XSD_MONTH_DAY, moment_form, NULL, NULL },
  { "gYear", XSD_YEAR, moment_form, NULL, NULL },
  { "gYearMonth", XSD_YEAR_MONTH, moment_form, NULL, NULL },
  { "hexBinary", XSD_OTHER, hex_form, NULL, NULL },
  { "int", XSD_DECIMAL, integer_form, "-2147483648", "2147483647" },
  { "integer", XSD_DECIMAL, integer_form, NULL, NULL },
  { "language", XSD_OTHER, language_form, NULL, NULL },
  { "long", XSD_DECIMAL, integer_form, "-9223372036854775808", "9223372036854775807" },
  { "Name", XSD_OTHER, name_form, NULL, NULL },
  { "NCName", XSD_OTHER, ncname_form, NULL, NULL },
  { "negativeInteger", XSD_DECIMAL, integer_form, NULL, "-1" },
  { "NMTOKEN", XSD_OTHER, nmtoken_form, NULL, NULL },
  { "nonNegativeInteger", XSD_DECIMAL, integer_form, "0", NULL },
  { "nonPositiveInteger", XSD_DECIMAL, integer_form, NULL, "0" },
  { "normalizedString", XSD_OTHER, normal_form, NULL, NULL },
  { "positiveInteger", XSD_DECIMAL, integer_form, "1", NULL },
  { "short", XSD_DECIMAL, integer_form, "-32768", "32767" },
  { "string", XSD_STRING, text_form, NULL, NULL },
  { "time", XSD_TIME, moment_form, NULL, NULL },
  { "token", XSD_OTHER, token_form, NULL, NULL },
  { "unsignedByte", XSD_DECIMAL, integer_form, "0", "255" },
  { "unsignedInt", XSD_DECIMAL, integer_form, "0", "4294967295" },
  { "unsignedLong", XSD_DECIMAL, integer_form, "0", "18446744073709551615" },
  { "unsignedShort", XSD_DECIMAL, integer_form, "0", "65535" },
  { "yearMonthDuration", XSD_DURATION, months_form, NULL, NULL },
};

const struct xsd_type *xsd_type(const char *iri, size_t size)
{
  if (size < sizeof NS || memcmp(iri, NS, sizeof NS - 1) != 0)
    return NULL;
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
    if (strcmp(types[i].name, iri + sizeof NS - 1) == 0)
      return &types[i];
  return NULL;
}

bool xsd_has_form(const struct xsd_type *type, const char *text, size_t size)
{
  return type->form(type, text, text + size);
}

/* Char of XML 1.0: no control characters but tab and the ends of lines. */
static bool text_form(const struct xsd_type *type, const char *p, const char *end)
{
  (void)type;
  for (; p < end; p++)
    if ((unsigned char)*p < 0x20 && *p != '\t' && *p != '\n' && *p != '\r')
      return false;
  return true;
}

static bool normal_form(const struct xsd_type *type, const char *p, const char *end)
{
  (void)type;
  for (; p < end; p++)
    if ((unsigned char)*p < 0x20)
      return false;
  return true;
}

static bool token_form(const struct xsd_type *type, const char *p, const char *end)
{
  if (p < end && (*p == ' ' || end[-1] == ' '))
    return false;
  for (const char *q = p; q + 1 < end; q++)
    if (q[0] == ' ' && q[1] == ' ')
      return false;
  return normal_form(type, p, end);
}

static bool is(const char *p, const char *end, const char *word)
{
  return strlen(word) == (size_t)(end - p) && memcmp(p, word, strlen(word)) == 0;
}

static bool boolean_form(const struct xsd_type *type, const char *p, const char *end)
{
  (void)type;
  return is(p, end, "true") || is(p, end, "false") || is(p, end, "1") || is(p, end, "0");
}

static bool decimal_form(const struct xsd_type *type, const char *p, const char *end)
{
  struct xsd_number n;
  (void)type;
  return xsd_number(p, end, &n);
}

static bool integer_form(const struct xsd_type *type, const char *p, const char *end)
{
  struct xsd_number n, bound;
  if (memchr(p, '.', (size_t)(end - p)) || !xsd_number(p, end, &n))
    return false;
  if (type->least && (!xsd_number(type->least, type->least + strlen(type->least), &bound) ||
                      xsd_number_compare(&n, &bound) < 0))
    return false;
  return !type->most || (xsd_number(type->most, type->most + strlen(type->most), &bound) &&
                         xsd_number_compare(&n, &bound) <= 0);
}

static bool double_form(const struct xsd_type *type, const char *p, const char *end)
{
  struct xsd_number n;
  (void)type;
  if (is(p, end, "NaN") || is(p, end, "INF") || is(p, end, "+INF") || is(p, end, "-INF"))
    return true;
  const char *e = p;
  while (e < end && *e != 'e' && *e != 'E')
    e++;
  if (!xsd_number(p, e, &n))
    return false;
  if (e == end)
    return true;
  return !memchr(e, '.', (size_t)(end - e)) && xsd_number(e + 1, end, &n);
}

static bool moment_form(const struct xsd_type *type, const char *p, const char *end)
{
  struct xsd_moment m;
  return xsd_moment(type->kind, p, end, &m);
}

static bool stamp_form(const struct xsd_type *type, const char *p, const char *end)
{
  struct xsd_moment m;
  return xsd_moment(type->kind, p, end, &m) && m.zoned;
}

static bool duration_form(const struct xsd_type *type, const char *p, const char *end)
{
  struct xsd_span s;
  (void)type;
  return xsd_span(XSD_SPAN_YEARS | XSD_SPAN_DAYS, p, end, &s);
}

static bool months_form(const struct xsd_type *type, const char *p, const char *end)
{
  struct xsd_span s;
  (void)type;
  return xsd_span(XSD_SPAN_YEARS, p, end, &s);
}

static bool seconds_form(const struct xsd_type *type, const char *p, const char *end)
{
  struct xsd_span s;
  (void)type;
  return xsd_span(XSD_SPAN_DAYS, p, end, &s);
}

static bool hex_form(const struct xsd_type *type, const char *p, const char *end)
{
  (void)type;
  if ((end - p) % 2 != 0)
    return false;
  while (p < end && sv_hex((unsigned char)*p) >= 0)
    p++;
  return p == end;
}

static bool is_base64(int c)
{
  return sv_is_alnum(c) || c == '+' || c == '/';
}

/* 3.3.16: groups of four, single spaces between any two characters, and the last character before
 * "=" has no bits to spare. */
static bool base64_form(const struct xsd_type *type, const char *p, const char *end)
{
  size_t n = 0, pad = 0;
  char last = 'A';
  (void)type;
  if (p < end && (*p == ' ' || end[-1] == ' '))
    return false;
  for (; p < end; p++) {
    if (*p == ' ') {
      if (p[1] == ' ')
        return false;
    } else if (*p == '=') {
      pad++;
    } else if (!is_base64((unsigned char)*p) || pad > 0) {
      return false;
    } else {
      n++;
      last = *p;
    }
  }
  if (pad > 2 || (n + pad) % 4 != 0)
    return false;
  return pad == 0 || strchr(pad == 2 ? "AQgw" : "AEIMQUYcgkosw048", last) != NULL;
}

/* 3.3.17 lets any text through; what no IRI reference can be is told apart all the same, as RFC
 * 3987 does. */
static bool uri_form(const struct xsd_type *type, const char *p, const char *end)
{
  (void)type;
  return sv_uri_is_reference(p, (size_t)(end - p), true);
}

static bool language_form(const struct xsd_type *type, const char *p, const char *end)
{
  size_t part = 0;
  bool first = true;
  (void)type;
  for (;; p++) {
    if (p == end || *p == '-') {
      if (part == 0 || part > 8)
        return false;
      if (p == end)
        return true;
      part = 0;
      first = false;
    } else if (sv_is_alpha((unsigned char)*p) || (!first && sv_is_digit((unsigned char)*p))) {
      part++;
    } else {
      return false;
    }
  }
}

/* NameStartChar of XML 1.0 2.3, above ASCII. */
static bool starts_name(uint32_t c)
{
  static const uint32_t ranges[][2] = {
    { 0xC0, 0xD6 },     { 0xD8, 0xF6 },     { 0xF8, 0x2FF },    { 0x370, 0x37D },
    { 0x37F, 0x1FFF },  { 0x200C, 0x200D }, { 0x2070, 0x218F }, { 0x2C00, 0x2FEF },
    { 0x3001, 0xD7FF }, { 0xF900, 0xFDCF }, { 0xFDF0, 0xFFFD }, { 0x10000, 0xEFFFF },
  };
  for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return true;
  return false;
}

static bool name(const char *p, const char *end, bool token, bool colon)
{
  uint32_t c;
  bool first = !token;
  if (p == end)
    return false;
  while (p < end) {
    const size_t n = sv_utf8_decode(p, end, &c);
    if (n == 0)
      return false;
    const bool start =
        c < 0x80 ? sv_is_alpha((int)c) || c == '_' || (c == ':' && colon) : starts_name(c);
    const bool more = (c < 0x80 && (sv_is_digit((int)c) || c == '-' || c == '.')) || c == 0xB7 ||
                      (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
    if (!start && (first || !more))
      return false;
    first = false;
    p += n;
  }
  return true;
}

static bool name_form(const struct xsd_type *type, const char *p, const char *end)
{
  (void)type;
  return name(p, end, false, true);
}

static bool nmtoken_form(const struct xsd_type *type, const char *p, const char *end)
{
  (void)type;
  return name(p, end, true, true);
}

static bool ncname_form(const struct xsd_type *type, const char *p, const char *end)
{
  (void)type;
  return name(p, end, false, false);
}
