// SPDX-License-Identifier: Apache-2.0
/* UTF-16 text: the detectors see it as if every ASCII character were one byte, and what they find
 * is overwritten in place, so that sizes stay. */
#include "runner/mask_wide.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

/* Where in each pair the byte of an ASCII character is: 0 little endian, 1 big endian; -1: no
 * UTF-16. */
static int ascii_at(const char *data, size_t size)
{
  const unsigned char *p = (const unsigned char *)data;
  if (size < 4)
    return -1;
  if ((p[0] == 0xff && p[1] == 0xfe) || (p[0] && !p[1] && p[2] && !p[3]))
    return 0;
  if ((p[0] == 0xfe && p[1] == 0xff) || (!p[0] && p[1] && !p[2] && p[3]))
    return 1;
  return -1;
}

bool sv_wide_is(const char *data, size_t size)
{
  return ascii_at(data, size) >= 0;
}

/* What a code unit is to the detectors: spaces and digits of all widths are themselves. */
static char as_ascii(unsigned unit)
{
  if (unit < 0x80)
    return (char)(unsigned char)unit;
  if (unit == 0xa0 || unit == 0x202f || (unit >= 0x2000 && unit <= 0x200a))
    return ' ';
  if (unit >= 0x2010 && unit <= 0x2015)
    return '-';
  return unit >= 0xff01 && unit <= 0xff5e ? (char)(unsigned char)(unit - 0xff01 + '!') : '\x80';
}

static char *narrow(const char *data, size_t size, size_t at)
{
  char *text = malloc(size / 2 + 1);
  for (size_t i = 0; text && i < size / 2; i++)
    text[i] = as_ascii((unsigned)(unsigned char)data[2 * i + 1 - at] << 8 |
                       (unsigned)(unsigned char)data[2 * i + at]);
  return text;
}

enum sv_status sv_wide_hide(const struct sv_patterns *patterns, char *data, size_t size,
                            struct sv_masked *count)
{
  const int at = ascii_at(data, size);
  struct sv_hit hit;
  size_t done = 0;
  if (at < 0)
    return SV_OK;
  char *text = narrow(data, size, (size_t)at);
  if (!text)
    return SV_NO_MEMORY;
  struct sv_scan scan = { .data = text, .size = size / 2, .patterns = patterns };
  while (sv_mask_next(&scan, done, &hit)) {
    for (size_t i = hit.at; i < hit.at + hit.size; i++)
      if (hit.kind != SV_HIDDEN_IDENTITY || sv_is_digit((unsigned char)text[i])) {
        data[2 * i + (size_t)at] = hit.kind == SV_HIDDEN_IDENTITY ? sv_mask_digit(&hit) : '*';
        data[2 * i + 1 - (size_t)at] = '\0';
      }
    count->values++;
    count->identity_numbers += hit.numbers.all;
    count->synthetic_numbers += hit.numbers.synthetic;
    done = hit.at + hit.size;
  }
  explicit_bzero(text, size / 2);
  free(text);
  return SV_OK;
}
