// SPDX-License-Identifier: Apache-2.0
/* Addresses, pointers, identifiers and patterns. */
#include "engines/schema/format.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/base/utf8.h"
#include "engines/regex/regex.h"

#include <string.h>

bool sv_format_uri(const char *text, size_t size)
{
  return sv_uri_is_absolute(text, size, false);
}

bool sv_format_uri_reference(const char *text, size_t size)
{
  return sv_uri_is_reference(text, size, false);
}

bool sv_format_iri(const char *text, size_t size)
{
  return sv_uri_is_absolute(text, size, true);
}

bool sv_format_iri_reference(const char *text, size_t size)
{
  return sv_uri_is_reference(text, size, true);
}

static bool triplet(const char *p, const char *end)
{
  return end - p >= 3 && p[0] == '%' && sv_hex(p[1]) >= 0 && sv_hex(p[2]) >= 0;
}

/* varname ["*" / ":" 1-9999] of RFC 6570 2.3 and 2.4; *P ends behind it. */
static bool varspec(const char **p, const char *end)
{
  bool dot = true; /* a name does not begin with one, nor end, nor hold two in a row */
  const char *q = *p;
  while (q < end) {
    if (triplet(q, end)) {
      q += 3;
    } else if (sv_is_alnum((unsigned char)*q) || *q == '_') {
      q++;
    } else if (*q == '.' && !dot) {
      dot = true;
      q++;
      continue;
    } else {
      break;
    }
    dot = false;
  }
  if (dot)
    return false;
  if (q < end && *q == '*') {
    q++;
  } else if (q < end && *q == ':') {
    const char *digits = ++q;
    while (q < end && q - digits < 4 && sv_is_digit(*q))
      q++;
    if (q == digits || *digits == '0')
      return false;
  }
  *p = q;
  return true;
}

static bool expression(const char **p, const char *end)
{
  const char *q = *p + 1;
  if (q < end && *q && strchr("+#./;?&=,!@|", *q)) {
    if (strchr("=,!@|", *q)) /* reserved for extensions: no operator yet */
      return false;
    q++;
  }
  for (;;) {
    if (!varspec(&q, end) || q == end)
      return false;
    if (*q == '}')
      break;
    if (*q++ != ',')
      return false;
  }
  *p = q + 1;
  return true;
}

bool sv_format_uri_template(const char *text, size_t size)
{
  const char *end = text + size;
  for (const char *p = text; p < end;) {
    const unsigned char c = (unsigned char)*p;
    if (c == '{') {
      if (!expression(&p, end))
        return false;
    } else if (c == '%') {
      if (!triplet(p, end))
        return false;
      p += 3;
    } else if (c <= 32 || c == 127 || strchr("\"<>\\^`|}", c)) {
      return false;
    } else {
      uint32_t code;
      const size_t n = sv_utf8_decode(p, end, &code);
      if (n == 0 || (code >= 0x80 && code < 0xA0))
        return false;
      p += n;
    }
  }
  return true;
}

bool sv_format_json_pointer(const char *text, size_t size)
{
  if (size > 0 && text[0] != '/')
    return false;
  for (size_t i = 0; i < size; i++)
    if (text[i] == '~' && (i + 1 == size || (text[i + 1] != '0' && text[i + 1] != '1')))
      return false;
  return true;
}

bool sv_format_relative_json_pointer(const char *text, size_t size)
{
  size_t i = 0;
  while (i < size && sv_is_digit(text[i]))
    i++;
  if (i == 0 || (text[0] == '0' && i > 1))
    return false;
  if (i < size && text[i] == '#')
    return i + 1 == size;
  return sv_format_json_pointer(text + i, size - i);
}

bool sv_format_uuid(const char *text, size_t size)
{
  if (size != 36)
    return false;
  for (size_t i = 0; i < size; i++) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : sv_hex(text[i]) < 0)
      return false;
  }
  return true;
}

bool sv_format_regex(const char *text, size_t size)
{
  return sv_regex_check(text, size, NULL) == SV_OK;
}
