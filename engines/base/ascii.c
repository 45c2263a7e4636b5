// SPDX-License-Identifier: Apache-2.0
/* Comparison and numbers in ASCII. */
#include "engines/base/ascii.h"

#include <string.h>

bool sv_equal_nocase_n(const char *a, size_t size, const char *b)
{
  for (size_t i = 0; i < size; i++)
    if (b[i] == '\0' || sv_lower((unsigned char)a[i]) != sv_lower((unsigned char)b[i]))
      return false;
  return b[size] == '\0';
}

bool sv_equal_nocase(const char *a, const char *b)
{
  return sv_equal_nocase_n(a, strlen(a), b);
}

bool sv_starts_with(const char *text, const char *prefix)
{
  return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool sv_ends_with(const char *text, const char *suffix)
{
  const size_t n = strlen(text);
  const size_t m = strlen(suffix);
  return n >= m && memcmp(text + n - m, suffix, m) == 0;
}

bool sv_parse_uint(const char *text, size_t size, unsigned long long most, unsigned long long *value)
{
  unsigned long long v = 0;
  if (size == 0)
    return false;
  for (size_t i = 0; i < size; i++) {
    if (!sv_is_digit((unsigned char)text[i]))
      return false;
    const unsigned digit = (unsigned)(text[i] - '0');
    if (v > most / 10 || v * 10 > most - digit)
      return false;
    v = v * 10 + digit;
  }
  *value = v;
  return true;
}
