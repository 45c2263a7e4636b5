// SPDX-License-Identifier: Apache-2.0
/* The address of a request: where it goes. The net process holds libcurl's own reading beside this
 * one (net_url.c), so that check and transfer cannot read it differently. */
#ifndef SV_RUNNER_WEBURL_H
#define SV_RUNNER_WEBURL_H

#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SV_URL_MAX = 4096 }; /* bytes */

struct sv_weburl {
  char host[256]; /* lower case; an IPv6 address without its brackets and as RFC 5952 writes it,
                   * numeric IPv4 in dotted form */
  uint16_t port;
  bool https;
};

/* Reads URL. NULL when it may be asked for, else one sentence why not (static): another scheme than
 * http and https, user or password, control characters or spaces, no host, a zone id, more than 4
 * KiB. */
const char *sv_weburl_read(const char *url, struct sv_weburl *out);

/* Reads SIZE bytes as a host, with brackets around an IPv6 address, into OUT->host; false when they
 * are none. */
bool sv_weburl_host(const char *text, size_t size, struct sv_weburl *out);

/* Whether both have the same scheme, host and port. */
bool sv_weburl_same_origin(const struct sv_weburl *a, const struct sv_weburl *b);

#endif
