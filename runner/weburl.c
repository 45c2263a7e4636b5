// SPDX-License-Identifier: Apache-2.0
/* Reading web addresses by curl_url(), and what is refused of them. */
#include "runner/weburl.h"

#include "engines/base/ascii.h"

#include <stdio.h>
#include <string.h>

static const char *shape_fault(const char *url, bool *ascii)
{
  const size_t size = strlen(url);
  if (size > SV_URL_MAX)
    return "The address is longer than 4096 bytes.";
  *ascii = true;
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)url[i];
    if (c <= ' ' || c == 0x7f)
      return "The address has a space or a control character.";
    if (c >= 0x80)
      *ascii = false;
  }
  const char *colon = strchr(url, ':');
  if (!colon || (!sv_equal_nocase_n(url, (size_t)(colon - url), "http") &&
                 !sv_equal_nocase_n(url, (size_t)(colon - url), "https")))
    return "The address is neither http nor https.";
  /* libcurl takes one to three slashes, other readers do not. */
  if (strncmp(colon, "://", 3) != 0 || colon[3] == '/')
    return "The address has no host.";
  return NULL;
}

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

static void lower_host(struct sv_weburl *out)
{
  size_t size = strlen(out->host);
  if (out->host[0] == '[' && size > 2) {
    memmove(out->host, out->host + 1, size - 2);
    size -= 2;
    out->host[size] = '\0';
  }
  for (size_t i = 0; i < size; i++)
    out->host[i] = (char)sv_lower(out->host[i]);
}

static const char *read_parts(CURLU *u, struct sv_weburl *out)
{
  char scheme[16];
  char port[8];
  unsigned long long number;
  if (has_part(u, CURLUPART_USER) || has_part(u, CURLUPART_PASSWORD))
    return "The address has a user name or a password in it.";
  if (has_part(u, CURLUPART_ZONEID))
    return "The address has a zone id.";
  if (!part(u, CURLUPART_SCHEME, 0, scheme, sizeof scheme) ||
      !part(u, CURLUPART_HOST, 0, out->host, sizeof out->host) || out->host[0] == '\0')
    return "The address has no host.";
  if (!part(u, CURLUPART_PORT, CURLU_DEFAULT_PORT, port, sizeof port) ||
      !sv_parse_uint(port, strlen(port), 65535, &number) || number == 0)
    return "The address has a port that does not exist.";
  out->https = strcmp(scheme, "https") == 0;
  out->port = (uint16_t)number;
  lower_host(out);
  return NULL;
}

const char *sv_weburl_read(const char *url, struct sv_weburl *out, CURLU **handle)
{
  bool ascii;
  memset(out, 0, sizeof *out);
  if (handle)
    *handle = NULL;
  const char *fault = shape_fault(url, &ascii);
  if (fault)
    return fault;
  CURLU *u = curl_url();
  if (!u)
    return "There is not enough memory to read the address.";
  if (curl_url_set(u, CURLUPART_URL, url, ascii ? 0 : CURLU_URLENCODE) == CURLUE_OK)
    fault = read_parts(u, out);
  else
    fault = "The address is not a URL.";
  if (!fault && curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0) != CURLUE_OK)
    fault = "The address is not a URL.";
  if (!fault && handle)
    *handle = u;
  else
    curl_url_cleanup(u);
  return fault;
}

bool sv_weburl_same_origin(const struct sv_weburl *a, const struct sv_weburl *b)
{
  return a->https == b->https && a->port == b->port && strcmp(a->host, b->host) == 0;
}
