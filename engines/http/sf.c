// SPDX-License-Identifier: Apache-2.0
/* Structured field values; the numbers in comments are sections of RFC 9651. */
#include "engines/http/sf.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <string.h>

static bool is_key_start(int c)
{
  return (c >= 'a' && c <= 'z') || c == '*';
}

/* 4.2.3.3 */
static bool key(struct sv_scan *s, struct sv_span *out)
{
  if (sv_scan_done(s) || !is_key_start(*s->p))
    return false;
  const char *const start = s->p;
  while (s->p < s->end && (is_key_start(*s->p) || sv_is_digit(*s->p) || *s->p == '_' ||
                           *s->p == '-' || *s->p == '.'))
    s->p++;
  *out = (struct sv_span){ .data = start, .size = (size_t)(s->p - start) };
  return true;
}

/* 4.2.4: at most 15 digits, or 12 and 3 with a point. */
static bool number(struct sv_scan *s, struct sv_sf_bare *out)
{
  const int64_t sign = sv_scan_take(s, '-') ? -1 : 1;
  int64_t value = 0;
  size_t whole = 0;
  for (; s->p < s->end && sv_is_digit(*s->p); s->p++, whole++) {
    if (whole == 15)
      return false;
    value = value * 10 + (*s->p - '0');
  }
  if (whole == 0)
    return false;
  *out = (struct sv_sf_bare){ .type = SV_SF_INTEGER, .number = sign * value };
  if (!sv_scan_take(s, '.'))
    return true;
  size_t part = 0;
  for (; s->p < s->end && sv_is_digit(*s->p); s->p++, part++) {
    if (part == 3)
      return false;
    value = value * 10 + (*s->p - '0');
  }
  for (size_t i = part; i < 3; i++)
    value *= 10;
  *out = (struct sv_sf_bare){ .type = SV_SF_DECIMAL, .number = sign * value };
  return part > 0 && whole <= 12;
}

/* 4.2.5: visible ASCII, and only quote and backslash may be escaped. */
static bool string(struct sv_scan *s, struct sv_sf_bare *out)
{
  const char *const start = ++s->p;
  for (; s->p < s->end; s->p++) {
    if (*s->p == '"') {
      out->type = SV_SF_STRING;
      out->text = (struct sv_span){ .data = start, .size = (size_t)(s->p++ - start) };
      return true;
    }
    if (*s->p == '\\' && (++s->p == s->end || (*s->p != '"' && *s->p != '\\')))
      return false;
    if (*s->p < 0x20 || *s->p == 0x7f)
      return false;
  }
  return false;
}

/* 4.2.7 */
static bool bytes(struct sv_scan *s, struct sv_sf_bare *out)
{
  const char *const start = ++s->p;
  while (s->p < s->end && (sv_is_alnum(*s->p) || strchr("+/=", *s->p)))
    s->p++;
  out->type = SV_SF_BYTES;
  out->text = (struct sv_span){ .data = start, .size = (size_t)(s->p - start) };
  return sv_scan_take(s, ':');
}

/* 4.2.10: percent-encoded UTF-8 in lower-case hexadecimal. The decoded bytes are checked in pieces
 * of one character. */
static bool display(struct sv_scan *s, struct sv_sf_bare *out)
{
  s->p++;
  if (!sv_scan_take(s, '"'))
    return false;
  const char *const start = s->p;
  char bytes4[4];
  size_t held = 0;
  while (s->p < s->end && *s->p != '"') {
    char c = *s->p++;
    if (c < 0x20 || c == 0x7f)
      return false;
    if (c == '%') {
      if (s->end - s->p < 2 || sv_hex(s->p[0]) < 0 || sv_hex(s->p[1]) < 0 ||
          (sv_is_alpha(s->p[0]) && s->p[0] < 'a') || (sv_is_alpha(s->p[1]) && s->p[1] < 'a'))
        return false;
      c = (char)(sv_hex(s->p[0]) * 16 + sv_hex(s->p[1]));
      s->p += 2;
    }
    uint32_t code;
    if (held == sizeof bytes4)
      return false;
    bytes4[held++] = c;
    if (sv_utf8_decode(bytes4, bytes4 + held, &code) == held)
      held = 0;
  }
  out->type = SV_SF_DISPLAY;
  out->text = (struct sv_span){ .data = start, .size = (size_t)(s->p - start) };
  return held == 0 && sv_scan_take(s, '"');
}

/* 4.2.3.1 */
static bool bare(struct sv_scan *s, struct sv_sf_bare *out)
{
  *out = (struct sv_sf_bare){ 0 };
  if (sv_scan_done(s))
    return false;
  const char c = *s->p;
  if (c == '-' || sv_is_digit(c))
    return number(s, out);
  if (c == '"')
    return string(s, out);
  if (c == ':')
    return bytes(s, out);
  if (c == '%')
    return display(s, out);
  if (c == '?') {
    s->p++;
    const bool yes = sv_scan_at(s, '1');
    *out = (struct sv_sf_bare){ .type = SV_SF_BOOLEAN, .number = yes };
    return sv_scan_take(s, yes ? '1' : '0');
  }
  if (c == '@') {
    s->p++;
    const bool is_integer = number(s, out) && out->type == SV_SF_INTEGER;
    out->type = SV_SF_DATE;
    return is_integer;
  }
  if (c != '*' && !sv_is_alpha(c))
    return false;
  const char *const start = s->p;
  while (s->p < s->end && (sv_is_tchar(*s->p) || *s->p == ':' || *s->p == '/'))
    s->p++;
  out->type = SV_SF_TOKEN;
  out->text = (struct sv_span){ .data = start, .size = (size_t)(s->p - start) };
  return true;
}

static void spaces(struct sv_scan *s)
{
  while (sv_scan_take(s, ' '))
    ;
}

/* 4.2.3.2 */
static enum sv_status params(struct sv_scan *s, struct sv_sf_item *out)
{
  out->param_count = 0;
  while (sv_scan_take(s, ';')) {
    struct sv_sf_param p = { .value = { .type = SV_SF_BOOLEAN, .number = 1 } };
    spaces(s);
    if (!key(s, &p.key))
      return SV_INVALID;
    if (sv_scan_take(s, '=') && !bare(s, &p.value))
      return SV_INVALID;
    if (out->param_count == SV_SF_PARAMS_MAX)
      return SV_LIMIT;
    out->params[out->param_count++] = p;
  }
  return SV_OK;
}

static enum sv_status item(struct sv_scan *s, struct sv_sf_item *out)
{
  if (!bare(s, &out->bare))
    return SV_INVALID;
  return params(s, out);
}

/* 4.2.1.2 */
static enum sv_status inner_list(struct sv_scan *s, struct sv_sf_member *out)
{
  const char *const start = s->p;
  out->is_inner = true;
  for (;;) {
    spaces(s);
    if (sv_scan_take(s, ')')) {
      out->inner_text = (struct sv_span){ .data = start, .size = (size_t)(s->p - 1 - start) };
      return params(s, &out->item);
    }
    struct sv_sf_item one;
    SV_TRY(item(s, &one));
    if (out->inner_count == SV_SF_INNER_MAX)
      return SV_LIMIT;
    out->inner[out->inner_count++] = one.bare;
    if (!sv_scan_at(s, ' ') && !sv_scan_at(s, ')'))
      return SV_INVALID;
  }
}

static enum sv_status item_or_inner(struct sv_scan *s, struct sv_sf_member *out)
{
  out->is_inner = false;
  out->inner_count = 0;
  out->inner_text = (struct sv_span){ .data = NULL };
  return sv_scan_take(s, '(') ? inner_list(s, out) : item(s, &out->item);
}

enum sv_status sv_sf_item_parse(const char *text, size_t size, struct sv_sf_item *out)
{
  struct sv_scan s = sv_scan_of(text, size);
  spaces(&s);
  SV_TRY(item(&s, out));
  spaces(&s);
  return sv_scan_done(&s) ? SV_OK : SV_INVALID;
}

/* Goes to the next member: leading spaces before the first, a comma before the others. */
static enum sv_status separate(struct sv_scan *s, bool *first)
{
  if (*first) {
    spaces(s);
    *first = false;
    return sv_scan_done(s) ? SV_NOT_FOUND : SV_OK;
  }
  sv_scan_ows(s);
  if (sv_scan_done(s))
    return SV_NOT_FOUND;
  if (!sv_scan_take(s, ','))
    return SV_INVALID;
  sv_scan_ows(s);
  return sv_scan_done(s) ? SV_INVALID : SV_OK;
}

enum sv_status sv_sf_list_next(struct sv_scan *s, bool *first, struct sv_sf_member *out)
{
  SV_TRY(separate(s, first));
  out->key = (struct sv_span){ 0 };
  return item_or_inner(s, out);
}

enum sv_status sv_sf_dictionary_next(struct sv_scan *s, bool *first, struct sv_sf_member *out)
{
  SV_TRY(separate(s, first));
  if (!key(s, &out->key))
    return SV_INVALID;
  if (sv_scan_take(s, '='))
    return item_or_inner(s, out);
  out->is_inner = false;
  out->inner_count = 0;
  out->inner_text = (struct sv_span){ .data = NULL };
  out->item.bare = (struct sv_sf_bare){ .type = SV_SF_BOOLEAN, .number = 1 };
  return params(s, &out->item);
}

enum sv_status sv_sf_inner_next(struct sv_scan *s, struct sv_sf_item *out)
{
  spaces(s);
  return sv_scan_done(s) ? SV_NOT_FOUND : item(s, out);
}

const struct sv_sf_bare *sv_sf_param_find(const struct sv_sf_item *i, const char *name)
{
  const size_t size = strlen(name);
  for (size_t n = i->param_count; n > 0; n--)
    if (i->params[n - 1].key.size == size && memcmp(i->params[n - 1].key.data, name, size) == 0)
      return &i->params[n - 1].value;
  return NULL;
}
