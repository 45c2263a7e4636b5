// SPDX-License-Identifier: Apache-2.0
/* The grammars of RFC 3986 appendix A and RFC 3987 section 2.2. */
#include "engines/base/uri.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <arpa/inet.h>
#include <string.h>

/* RFC 3987 2.2: ucschar. */
static bool is_ucschar(uint32_t c)
{
  if ((c >= 0xA0 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF))
    return true;
  return c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFF) <= 0xFFFD && !(c >= 0xE0000 && c < 0xE1000);
}

static bool is_private(uint32_t c)
{
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && (c & 0xFFFF) <= 0xFFFD);
}

/* Whether every character is unreserved, a sub-delim, percent-encoded or one of MORE. */
static bool all_of(struct sv_span s, const char *more, bool iri, bool query)
{
  const char *p = s.data;
  const char *const end = p ? p + s.size : p;
  while (p < end) {
    const unsigned char c = (unsigned char)*p;
    if (c == '%') {
      if (end - p < 3 || sv_hex((unsigned char)p[1]) < 0 || sv_hex((unsigned char)p[2]) < 0)
        return false;
      p += 3;
    } else if (c < 0x80) {
      if (c == 0 || !(sv_is_alnum(c) || strchr("-._~!$&'()*+,;=", c) || strchr(more, c)))
        return false;
      p++;
    } else {
      uint32_t code;
      const size_t n = iri ? sv_utf8_decode(p, end, &code) : 0;
      if (n == 0 || !(is_ucschar(code) || (query && is_private(code))))
        return false;
      p += n;
    }
  }
  return true;
}

/* RFC 3986 3.2.2: IP-literal = "[" ( IPv6address / IPvFuture ) "]". */
static bool is_ip_literal(const char *p, size_t size)
{
  if (size >= 1 && sv_lower((unsigned char)p[0]) == 'v') {
    size_t i = 1;
    while (i < size && sv_hex((unsigned char)p[i]) >= 0)
      i++;
    return i > 1 && i + 1 < size && p[i] == '.' &&
           all_of((struct sv_span){ p + i + 1, size - i - 1 }, ":", false, false) &&
           !memchr(p, '%', size);
  }
  char text[INET6_ADDRSTRLEN + 1];
  unsigned char address[16];
  if (size >= sizeof text)
    return false;
  memcpy(text, p, size);
  text[size] = '\0';
  return strlen(text) == size && inet_pton(AF_INET6, text, address) == 1;
}

static bool is_authority(struct sv_span a, bool iri)
{
  const char *p = a.data;
  size_t size = a.size;
  const char *at = memchr(p, '@', size);
  if (at) {
    if (!all_of((struct sv_span){ p, (size_t)(at - p) }, ":", iri, false))
      return false;
    size -= (size_t)(at + 1 - p);
    p = at + 1;
  }
  size_t port = size;
  while (port > 0 && sv_is_digit((unsigned char)p[port - 1]))
    port--;
  if (port > 0 && p[port - 1] == ':')
    size = port - 1;
  if (size >= 2 && p[0] == '[')
    return p[size - 1] == ']' && is_ip_literal(p + 1, size - 2);
  return all_of((struct sv_span){ p, size }, "", iri, false);
}

bool sv_uri_is_reference(const char *text, size_t size, bool iri)
{
  const struct sv_uri u = sv_uri_split(text, size);
  if (u.authority.data && !is_authority(u.authority, iri))
    return false;
  if (!u.scheme.data && !u.authority.data) {
    /* path-noscheme: no colon in the first segment */
    const char *slash = memchr(u.path.data, '/', u.path.size);
    const size_t first = slash ? (size_t)(slash - u.path.data) : u.path.size;
    if (memchr(u.path.data, ':', first))
      return false;
  }
  return all_of(u.path, ":@/", iri, false) && all_of(u.query, ":@/?", iri, true) &&
         all_of(u.fragment, ":@/?", iri, false);
}

bool sv_uri_is_absolute(const char *text, size_t size, bool iri)
{
  return sv_uri_split(text, size).scheme.data != NULL && sv_uri_is_reference(text, size, iri);
}
