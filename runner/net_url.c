// SPDX-License-Identifier: Apache-2.0
/* Reading the address of a request for libcurl. Main has read it by weburl.c and decided by what it
 * saw; an address in which libcurl sees something else goes nowhere. */
#include "runner/net_internal.h"

#include "engines/base/ascii.h"

#include <string.h>

static const char not_a_url[] = "The address is not a URL.";
static const char in_two_ways[] = "The address can be read in more than one way.";

/* The text of one part in OUT (ROOM bytes): false when it is absent or too long. */
static bool part(CURLU *u, CURLUPart what, unsigned flags, char *out, size_t room)
{
  char *text = NULL;
  const bool found = curl_url_get(u, what, &text, flags) == CURLUE_OK && strlen(text) < room;
  if (found)
    memcpy(out, text, strlen(text) + 1);
  curl_free(text);
  return found;
}

static bool has_part(CURLU *u, CURLUPart what)
{
  char *text = NULL;
  const bool found = curl_url_get(u, what, &text, 0) == CURLUE_OK;
  curl_free(text);
  return found;
}

bool sv_net_url_agrees(CURLU *u, const struct sv_weburl *where)
{
  char scheme[16];
  char host[sizeof where->host + 2];
  char port[8];
  unsigned long long number;
  struct sv_weburl seen = { 0 };
  if (has_part(u, CURLUPART_USER) || has_part(u, CURLUPART_PASSWORD) ||
      has_part(u, CURLUPART_ZONEID) || !part(u, CURLUPART_SCHEME, 0, scheme, sizeof scheme) ||
      !part(u, CURLUPART_HOST, 0, host, sizeof host) ||
      !part(u, CURLUPART_PORT, CURLU_DEFAULT_PORT, port, sizeof port) ||
      !sv_parse_uint(port, strlen(port), UINT16_MAX, &number) ||
      !sv_weburl_host(host, strlen(host), &seen))
    return false;
  seen.https = strcmp(scheme, "https") == 0;
  seen.port = (uint16_t)number;
  return (seen.https || strcmp(scheme, "http") == 0) && sv_weburl_same_origin(&seen, where);
}

const char *sv_net_url_read(const char *url, struct sv_weburl *out, CURLU **handle)
{
  *handle = NULL;
  const char *fault = sv_weburl_read(url, out);
  if (fault)
    return fault;
  CURLU *u = curl_url();
  if (!u)
    return "There is not enough memory to read the address.";
  bool ascii = true;
  for (const char *p = url; *p; p++)
    ascii &= (unsigned char)*p < 0x80;
  if (curl_url_set(u, CURLUPART_URL, url, ascii ? 0 : CURLU_URLENCODE) != CURLUE_OK)
    fault = not_a_url;
  else if (!sv_net_url_agrees(u, out))
    fault = in_two_ways;
  else if (curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0) != CURLUE_OK)
    fault = not_a_url;
  if (fault)
    curl_url_cleanup(u);
  else
    *handle = u;
  return fault;
}
