// SPDX-License-Identifier: Apache-2.0
/* Addresses of hosts and mailboxes. */
#include "engines/schema/format.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <string.h>

#define NAME_MAX_SIZE 253
#define LABEL_MAX 63
#define LOCAL_MAX 64

bool sv_format_ipv4(const char *text, size_t size)
{
  size_t i = 0;
  for (int part = 0; part < 4; part++) {
    const size_t start = i;
    int value = 0;
    while (i < size && i - start < 3 && sv_is_digit(text[i]))
      value = value * 10 + (text[i++] - '0');
    if (i == start || value > 255 || (text[start] == '0' && i - start > 1))
      return false;
    if (part < 3 && (i == size || text[i++] != '.'))
      return false;
  }
  return i == size;
}

bool sv_format_ipv6(const char *text, size_t size)
{
  int groups = 0;
  bool gap = false;
  size_t i = 0;
  if (size >= 2 && text[0] == ':' && text[1] == ':') {
    gap = true;
    i = 2;
    if (i == size)
      return true;
  }
  while (groups < 8) {
    const size_t start = i;
    while (i < size && sv_hex(text[i]) >= 0)
      i++;
    if (i < size && text[i] == '.') { /* the last 32 bits as IPv4 */
      groups += 2;
      return sv_format_ipv4(text + start, size - start) && (gap ? groups < 8 : groups == 8);
    }
    if (i == start || i - start > 4)
      return false;
    groups++;
    if (i == size)
      return gap ? groups < 8 : groups == 8;
    if (text[i++] != ':')
      return false;
    if (i < size && text[i] == ':') {
      if (gap)
        return false;
      gap = true;
      if (++i == size)
        return groups < 8;
    }
  }
  return false;
}

static bool plain_label(const char *text, size_t size, bool encoded)
{
  if (size == 0 || size > LABEL_MAX || text[0] == '-' || text[size - 1] == '-')
    return false;
  for (size_t i = 0; i < size; i++)
    if (!sv_is_alnum((unsigned char)text[i]) && text[i] != '-')
      return false;
  const bool dashes = encoded && size >= 4 && text[2] == '-' && text[3] == '-';
  return !dashes || (sv_equal_nocase_n(text, 4, "xn--") && sv_format_idn_label(text, size));
}

/* ENCODED: labels that begin with xn-- must hold what RFC 5890 says. */
static bool hostname(const char *text, size_t size, bool encoded)
{
  bool found = false;
  if (size == 0 || size > NAME_MAX_SIZE)
    return false;
  for (size_t from = 0; from <= size;) {
    const char *dot = memchr(text + from, '.', size - from);
    const size_t end = dot ? (size_t)(dot - text) : size;
    if (!plain_label(text + from, end - from, encoded))
      return false;
    found = found || (end - from > 4 && sv_equal_nocase_n(text + from, 4, "xn--"));
    from = end + 1;
  }
  return !found || !encoded || sv_format_bidi(text, size);
}

bool sv_format_plain_hostname(const char *text, size_t size)
{
  return hostname(text, size, false);
}

bool sv_format_hostname(const char *text, size_t size)
{
  return hostname(text, size, true);
}

static bool is_atext(unsigned char c, bool wide)
{
  return sv_is_alnum(c) || (c && c < 128 && strchr("!#$%&'*+-/=?^_`{|}~", c)) || (wide && c >= 128);
}

/* "..." with quoted pairs: RFC 5321 4.1.2 */
static bool quoted(const char *text, size_t size, bool wide)
{
  for (size_t i = 1; i + 1 < size; i++) {
    const unsigned char c = (unsigned char)text[i];
    if (c == '\\' && i + 2 < size && text[i + 1] >= 32 && text[i + 1] < 127)
      i++;
    else if (c == '"' || c == '\\' || c < 32 || c == 127 || (c >= 128 && !wide))
      return false;
  }
  return size >= 2 && text[size - 1] == '"';
}

static bool local_part(const char *text, size_t size, bool wide)
{
  if (size == 0 || size > LOCAL_MAX)
    return false;
  if (text[0] == '"')
    return quoted(text, size, wide);
  for (size_t i = 0; i < size; i++) {
    const bool dot = text[i] == '.' && i > 0 && i + 1 < size && text[i + 1] != '.';
    if (!dot && !is_atext((unsigned char)text[i], wide))
      return false;
  }
  return true;
}

/* A domain of e-mail: RFC 6531 asks for U-labels, not for their normal form. */
static bool wide_domain(const char *text, size_t size)
{
  bool plain = true;
  for (size_t i = 0; i < size; i++)
    plain = plain && (unsigned char)text[i] < 128;
  if (plain)
    return sv_format_hostname(text, size);
  for (size_t from = 0; from <= size;) {
    const char *dot = memchr(text + from, '.', size - from);
    const size_t end = dot ? (size_t)(dot - text) : size;
    if (end == from || text[from] == '-' || text[end - 1] == '-')
      return false;
    for (size_t i = from; i < end; i++)
      if ((unsigned char)text[i] < 128 && !sv_is_alnum((unsigned char)text[i]) && text[i] != '-')
        return false;
    from = end + 1;
  }
  return size <= 4 * (size_t)NAME_MAX_SIZE && sv_utf8_check(text, size) == size;
}

static bool address_literal(const char *text, size_t size)
{
  if (size < 2 || text[size - 1] != ']')
    return false;
  text++;
  size -= 2;
  if (size > 5 && sv_equal_nocase_n(text, 5, "IPv6:"))
    return sv_format_ipv6(text + 5, size - 5);
  return sv_format_ipv4(text, size);
}

static bool mailbox(const char *text, size_t size, bool wide)
{
  size_t at = size;
  for (size_t i = 0; i < size; i++)
    if (text[i] == '@')
      at = i; /* a local part may hold one in quotes, a domain never */
  if (at == size || !local_part(text, at, wide))
    return false;
  const char *domain = text + at + 1;
  const size_t rest = size - at - 1;
  if (rest > 0 && *domain == '[')
    return address_literal(domain, rest);
  return wide ? wide_domain(domain, rest) : sv_format_hostname(domain, rest);
}

bool sv_format_email(const char *text, size_t size)
{
  return mailbox(text, size, false);
}

bool sv_format_idn_email(const char *text, size_t size)
{
  return mailbox(text, size, true);
}
