// SPDX-License-Identifier: Apache-2.0
/* Character classes and comparison of ASCII, whatever the locale. */
#ifndef SV_BASE_ASCII_H
#define SV_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool sv_is_digit(int c)
{
  return c >= '0' && c <= '9';
}

static inline int sv_lower(int c)
{
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static inline bool sv_is_alpha(int c)
{
  return sv_lower(c) >= 'a' && sv_lower(c) <= 'z';
}

static inline bool sv_is_alnum(int c)
{
  return sv_is_digit(c) || sv_is_alpha(c);
}

static inline bool sv_is_space(int c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The value of a hexadecimal digit, or -1. */
static inline int sv_hex(int c)
{
  if (sv_is_digit(c))
    return c - '0';
  const int l = sv_lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

/* Whether A and B are equal but for the case of ASCII letters. */
bool sv_equal_nocase(const char *a, const char *b);

/* Whether the SIZE bytes at A are the string B but for the case of ASCII letters. */
bool sv_equal_nocase_n(const char *a, size_t size, const char *b);

/* Whether TEXT begins with PREFIX. */
bool sv_starts_with(const char *text, const char *prefix);
bool sv_ends_with(const char *text, const char *suffix);

/* Puts the number that TEXT (SIZE bytes, digits only) writes in *VALUE; false when it is none or above MOST. */
bool sv_parse_uint(const char *text, size_t size, unsigned long long most, unsigned long long *value);

#endif
