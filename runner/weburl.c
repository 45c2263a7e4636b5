// SPDX-License-Identifier: Apache-2.0
/* Reading web addresses (RFC 3986 3.2), and what is refused of them: strict, so that there is one
 * reading only. */
#include "runner/weburl.h"

#include "engines/base/ascii.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

static const char not_a_url[] = "The address is not a URL.";
static const char no_host[] = "The address has no host.";

/* What is wrong with URL as text; else *AUTHORITY is where its authority begins. */
static const char *shape_fault(const char *url, const char **authority)
{
  const size_t size = strlen(url);
  if (size > SV_URL_MAX)
    return "The address is longer than 4096 bytes.";
  for (size_t i = 0; i < size; i++)
    if ((unsigned char)url[i] <= ' ' || url[i] == 0x7f)
      return "The address has a space or a control character.";
  const char *colon = strchr(url, ':');
  if (!colon || (!sv_equal_nocase_n(url, (size_t)(colon - url), "http") &&
                 !sv_equal_nocase_n(url, (size_t)(colon - url), "https")))
    return "The address is neither http nor https.";
  /* Some readers take one to three slashes. */
  if (strncmp(colon, "://", 3) != 0 || colon[3] == '/')
    return no_host;
  *authority = colon + 3;
  return NULL;
}

static bool read_v6(const char *text, size_t size, char host[256])
{
  char number[INET6_ADDRSTRLEN];
  struct in6_addr v6;
  if (size < 2 || size - 2 >= sizeof number || text[size - 1] != ']')
    return false;
  memcpy(number, text + 1, size - 2);
  number[size - 2] = '\0';
  return inet_pton(AF_INET6, number, &v6) == 1 && inet_ntop(AF_INET6, &v6, host, 256) != NULL;
}

/* Letters, digits and the marks that names have, percent signs not: they could hide any other. */
static bool is_of_name(char c)
{
  return (unsigned char)c >= 0x80 || sv_is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

bool sv_weburl_host(const char *text, size_t size, struct sv_weburl *out)
{
  char *host = out->host;
  struct in_addr v4;
  if (size == 0 || size >= sizeof out->host)
    return false;
  if (text[0] == '[')
    return read_v6(text, size, host);
  for (size_t i = 0; i < size; i++) {
    if (!is_of_name(text[i]))
      return false;
    host[i] = (char)sv_lower(text[i]);
  }
  host[size] = '\0';
  /* One to four numbers, also octal and hexadecimal, are an address to every resolver. */
  if (sv_is_digit(host[0]) && inet_aton(host, &v4) != 0)
    return inet_ntop(AF_INET, &v4, host, sizeof out->host) != NULL;
  return true;
}

static const char *read_port(const char *text, size_t size, struct sv_weburl *out)
{
  unsigned long long number = out->https ? 443 : 80;
  if (size && (!sv_parse_uint(text, size, UINT16_MAX, &number) || number == 0))
    return "The address has a port that does not exist.";
  out->port = (uint16_t)number;
  return NULL;
}

const char *sv_weburl_read(const char *url, struct sv_weburl *out)
{
  const char *at = NULL;
  memset(out, 0, sizeof *out);
  const char *fault = shape_fault(url, &at);
  if (fault)
    return fault;
  out->https = sv_lower(url[4]) == 's';
  const size_t size = strcspn(at, "/?#");
  if (memchr(at, '@', size))
    return "The address has a user name or a password in it.";
  const char *bracket = at[0] == '[' ? memchr(at, ']', size) : NULL;
  size_t host = bracket ? (size_t)(bracket - at) + 1 : 0;
  if (bracket && memchr(at, '%', host))
    return "The address has a zone id.";
  while (host < size && at[host] != ':' && !bracket)
    host++;
  if (memchr(at, '%', host))
    return "The address has a percent sign in its host.";
  if (host == 0)
    return no_host;
  if (!sv_weburl_host(at, host, out) || (host < size && at[host] != ':'))
    return not_a_url;
  return host < size ? read_port(at + host + 1, size - host - 1, out) : read_port(at, 0, out);
}

bool sv_weburl_same_origin(const struct sv_weburl *a, const struct sv_weburl *b)
{
  return a->https == b->https && a->port == b->port && strcmp(a->host, b->host) == 0;
}
