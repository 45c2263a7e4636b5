// SPDX-License-Identifier: Apache-2.0
/* The address of a request, read once by libcurl's own parser, so that check and transfer cannot
 * read it differently. */
#ifndef SV_RUNNER_WEBURL_H
#define SV_RUNNER_WEBURL_H

#include "engines/base/status.h"

#include <curl/curl.h>
#include <stdbool.h>
#include <stdint.h>

enum { SV_URL_MAX = 4096 }; /* bytes */

struct sv_weburl {
  char
      host[256]; /* lower case, an IPv6 address without its brackets, numeric IPv4 in dotted form */
  uint16_t port;
  bool https;
};

/* Reads URL. NULL when it may be asked for, else one sentence why not (static): another scheme than
 * http and https, user or password, control characters or spaces, no host, a zone id, more than 4
 * KiB. *HANDLE (may be NULL) receives the parsed form, to be freed with curl_url_cleanup(). */
const char *sv_weburl_read(const char *url, struct sv_weburl *out, CURLU **handle);

/* Whether both have the same scheme, host and port. */
bool sv_weburl_same_origin(const struct sv_weburl *a, const struct sv_weburl *b);

#endif
