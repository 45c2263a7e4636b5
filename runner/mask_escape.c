// SPDX-License-Identifier: Apache-2.0
/* Escapes that are read in answers of all kinds. An escape that is escaped again ("%2530",
 * "\\u0030", "&amp;#48;") is read through: whoever decodes twice sees the same. */
#include "runner/mask_escape.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <stdint.h>
#include <string.h>

enum { LEVELS = 8, NAME_MOST = 8, DIGITS_MOST = 8 };

/* References of HTML and XML that stand for what a secret or a number may be written with. */
static const struct {
  const char *name;
  uint32_t code;
} references[] = {
  { "quot", '"' },     { "apos", '\'' },    { "lt", '<' },        { "gt", '>' },
  { "nbsp", 0xa0 },    { "shy", 0xad },     { "plus", '+' },      { "equals", '=' },
  { "sol", '/' },      { "colon", ':' },    { "semi", ';' },      { "period", '.' },
  { "comma", ',' },    { "lowbar", '_' },   { "num", '#' },       { "commat", '@' },
  { "excl", '!' },     { "dollar", '$' },   { "percnt", '%' },    { "quest", '?' },
  { "lpar", '(' },     { "rpar", ')' },     { "ast", '*' },       { "hyphen", 0x2010 },
  { "ndash", 0x2013 }, { "minus", 0x2212 }, { "thinsp", 0x2009 }, { "ensp", 0x2002 },
  { "emsp", 0x2003 },  { "numsp", 0x2007 }, { "Tab", '\t' },      { "NewLine", '\n' },
};

/* Marks without a width, which part nothing for who reads the text. */
static bool is_unseen(uint32_t code)
{
  return code == 0xad || code == 0xfeff || (code >= 0x200b && code <= 0x200f) ||
         (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069);
}

static bool take(struct sv_unit *u, uint32_t code, size_t size)
{
  if (code >= 0xff01 && code <= 0xff5e)
    code -= 0xff01 - '!'; /* full-width ASCII */
  u->size = size;
  u->count = is_unseen(code) ? 0 : sv_utf8_encode(code, u->text);
  return u->count > 0 || is_unseen(code);
}

/* The value of COUNT hexadecimal digits at P; UINT32_MAX when they are none. */
static uint32_t hex(const char *p, const char *end, size_t count)
{
  uint32_t value = 0;
  if ((size_t)(end - p) < count)
    return UINT32_MAX;
  for (size_t i = 0; i < count; i++) {
    const int digit = sv_hex((unsigned char)p[i]);
    if (digit < 0)
      return UINT32_MAX;
    value = value << 4 | (uint32_t)digit;
  }
  return value;
}

static bool percent(struct sv_unit *u, const char *p, const char *end)
{
  const char *q = p + 1;
  for (size_t i = 0;
       i < LEVELS && end - q >= 4 && q[0] == '2' && q[1] == '5' && hex(q + 2, end, 2) != UINT32_MAX;
       i++)
    q += 2;
  const uint32_t value = hex(q, end, 2);
  if (value == UINT32_MAX)
    return false;
  u->size = (size_t)(q + 2 - p);
  u->count = 1;
  u->text[0] = (char)(unsigned char)value; /* a byte, not a character */
  return true;
}

static bool backslash(struct sv_unit *u, const char *p, const char *end)
{
  static const char after[] = "tnr\"'/";
  static const char meant[] = "\t\n\n\"'/";
  const char *q = p;
  while (q < end && q - p < LEVELS && *q == '\\')
    q++;
  if (q == end)
    return false;
  const size_t digits = *q == 'u' ? 4 : *q == 'U' ? 8 : *q == 'x' ? 2 : 0;
  if (digits)
    return hex(q + 1, end, digits) != UINT32_MAX &&
           take(u, hex(q + 1, end, digits), (size_t)(q + 1 - p) + digits);
  const char *known = *q ? strchr(after, *q) : NULL;
  return known && take(u, (unsigned char)meant[known - after], (size_t)(q + 1 - p));
}

/* "#48;", "#x30;", "nbsp;" at Q; the reference begins at P. The semicolon of a number may lack. */
static bool reference(struct sv_unit *u, const char *p, const char *q, const char *end)
{
  uint32_t value = 0;
  size_t n = 0;
  if (end - q >= 2 && *q == '#') {
    const bool is_hex = sv_lower((unsigned char)q[1]) == 'x';
    q += is_hex ? 2 : 1;
    for (; n < DIGITS_MOST && q < end; n++, q++) {
      const int digit = sv_hex((unsigned char)*q);
      if (digit < 0 || (!is_hex && digit > 9))
        break;
      value = value * (is_hex ? 16 : 10) + (uint32_t)digit;
    }
    q += q < end && *q == ';';
    return n > 0 && take(u, value, (size_t)(q - p));
  }
  while (n < NAME_MOST && q + n < end && sv_is_alpha((unsigned char)q[n]))
    n++;
  for (size_t i = 0; q + n < end && q[n] == ';' && i < sizeof references / sizeof references[0];
       i++)
    if (strlen(references[i].name) == n && memcmp(q, references[i].name, n) == 0)
      return take(u, references[i].code, (size_t)(q + n + 1 - p));
  return false;
}

static bool ampersand(struct sv_unit *u, const char *p, const char *end)
{
  const char *q = p + 1;
  for (size_t i = 0; i < LEVELS && end - q >= 4 && memcmp(q, "amp;", 4) == 0; i++)
    q += 4;
  return reference(u, p, q, end) || (q > p + 1 && take(u, '&', (size_t)(q - p)));
}

/* RFC 6901 3. */
static bool tilde(struct sv_unit *u, const char *p, const char *end)
{
  const char *q = p + 1;
  for (size_t i = 0; i < LEVELS && end - q >= 2 && q[0] == '0' && (q[1] == '0' || q[1] == '1'); i++)
    q++;
  return q < end && (*q == '0' || *q == '1') && take(u, *q == '1' ? '/' : '~', (size_t)(q + 1 - p));
}

static bool wide(struct sv_unit *u, const char *p, const char *end)
{
  uint32_t code = 0;
  const size_t size = sv_utf8_decode(p, end, &code);
  return size > 0 && ((code >= 0xff01 && code <= 0xff5e) || is_unseen(code)) && take(u, code, size);
}

struct sv_unit sv_unit_read(const char *p, const char *end)
{
  struct sv_unit u = { 0 };
  bool read = false;
  switch ((unsigned char)*p) {
  case '%':
    read = percent(&u, p, end);
    break;
  case '\\':
    read = backslash(&u, p, end);
    break;
  case '&':
    read = ampersand(&u, p, end);
    break;
  case '~':
    read = tilde(&u, p, end);
    break;
  case 0xc2:
  case 0xe2:
  case 0xef:
    read = wide(&u, p, end);
    break;
  default:
    break;
  }
  return read ? u : (struct sv_unit){ .size = 1, .count = 1, .text = { *p } };
}

bool sv_unit_is_plain(const struct sv_unit *u, const char *p)
{
  return u->size == 1 && u->count == 1 && u->text[0] == *p;
}
