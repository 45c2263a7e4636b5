// SPDX-License-Identifier: Apache-2.0
/* Identity numbers in base64 that is no token: cursors of pages, names of users, whole documents.
 * Three digits that fill a group have a look of their own (RFC 4648 4), and of eleven digits six at
 * least fill groups: what stands around such a group is decoded and looked at. */
#include "runner/mask_coded.h"

#include "engines/base/ascii.h"
#include "runner/mask_shape.h"

#include <string.h>

enum { GROUPS_BEFORE = 8, GROUPS_AFTER = 10, BYTES_MOST = 3 * (GROUPS_BEFORE + GROUPS_AFTER) };

/* The value of a digit of base64 or base64url; -1: it is none. */
static int value_of(char c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (sv_is_digit((unsigned char)c))
    return c - '0' + 52;
  return c == '-' || c == '+' ? 62 : c == '_' || c == '/' ? 63 : -1;
}

/* How many of the next four characters, of SIZE, are base64. */
static size_t group_size(const char *p, size_t size)
{
  size_t n = 0;
  while (n < 4 && n < size && value_of(p[n]) >= 0)
    n++;
  return n;
}

/* The bytes that SIZE characters hold whole, in OUT. */
static size_t decode(const char *p, size_t size, char *out)
{
  unsigned held = 0;
  size_t n = 0;
  for (size_t i = 0; i < size; i++) {
    held = (held << 6 | (unsigned)value_of(p[i])) & 0xffffffu;
    if (i % 4 != 0)
      out[n++] = (char)(unsigned char)(held >> (6 - 2 * (i % 4)) & 0xffu);
  }
  return n;
}

static bool is_three_digits(const struct sv_scan *v, size_t at)
{
  char plain[3];
  return group_size(v->data + at, v->size - at) == 4 && decode(v->data + at, 4, plain) == 3 &&
         sv_is_digit((unsigned char)plain[0]) && sv_is_digit((unsigned char)plain[1]) &&
         sv_is_digit((unsigned char)plain[2]);
}

bool sv_coded_number(const struct sv_scan *v, size_t at, struct sv_hit *hit)
{
  char plain[BYTES_MOST];
  size_t begin = at;
  size_t end = at;
  if (!is_three_digits(v, at))
    return false;
  for (size_t i = 0; i < GROUPS_BEFORE && begin >= 4 && group_size(v->data + begin - 4, 4) == 4;
       i++)
    begin -= 4;
  for (size_t i = 0, n = 4; i < GROUPS_AFTER && n == 4; i++) {
    n = group_size(v->data + end, v->size - end);
    end += n;
  }
  const struct sv_scan inside = { .data = plain,
                                  .size = decode(v->data + begin, end - begin, plain) };
  struct sv_hit number;
  for (size_t i = (at - begin) / 4 * 3 >= 2 ? (at - begin) / 4 * 3 - 2 : 0;
       i < inside.size && i <= (at - begin) / 4 * 3; i++) {
    if (!sv_is_digit((unsigned char)plain[i]) ||
        (i > 0 && sv_is_digit((unsigned char)plain[i - 1])) ||
        !sv_shape_number(&inside, i, &number))
      continue;
    const size_t last = begin + (number.at + number.size - 1) / 3 * 4;
    *hit = number;
    hit->kind = SV_HIDDEN_CODED;
    hit->at = begin + number.at / 3 * 4;
    hit->size = last + (end - last < 4 ? end - last : 4) - hit->at;
    return true;
  }
  return false;
}

void sv_coded_write(const char *data, const struct sv_hit *hit, struct sv_buf *out)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t done = 0; done < hit->size; done += 4) {
    const char *group = data + hit->at + done;
    const size_t size = hit->size - done < 4 ? hit->size - done : 4;
    char plain[3] = { 0 };
    const size_t count = decode(group, size, plain);
    unsigned bits = 0;
    for (size_t i = 0; i < 3; i++) {
      const bool digit = i < count && sv_is_digit((unsigned char)plain[i]);
      bits = bits << 8 | (unsigned)(unsigned char)(digit ? sv_mask_digit(hit) : plain[i]);
    }
    for (size_t i = 0; i < size; i++) {
      const int value = (int)(bits >> (18 - 6 * i) & 63u);
      sv_buf_addc(out, value == value_of(group[i]) ? group[i] : digits[value]);
    }
  }
}
