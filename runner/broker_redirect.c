// SPDX-License-Identifier: Apache-2.0
/* Where a redirect leads, and which are not followed (RFC 9110 15.4). */
#include "runner/broker_internal.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <string.h>

static bool is_redirect(int status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* The one Location; *COUNT is how many there are. */
static const char *location(const struct sv_answer *a, size_t *count)
{
  const char *value = NULL;
  *count = 0;
  for (size_t i = 0; i < a->header_count; i++)
    if (sv_equal_nocase_n(a->headers[i], 9, "location:")) {
      value = a->headers[i] + 9 + strspn(a->headers[i] + 9, " \t");
      ++*count;
    }
  return value;
}

bool sv_redirect_target(const struct sv_entry *e, struct sv_buf *url, const char **fault)
{
  const struct sv_answer *a = &e->x.answer;
  size_t count;
  if (a->error || !is_redirect(a->status))
    return false;
  const char *to = location(a, &count);
  *fault = NULL;
  if (count == 0 || to[0] == '\0')
    *fault = "The redirect does not say where to (no Location).";
  else if (count > 1)
    *fault = "The redirect has more than one Location.";
  else if (strlen(to) > SV_URL_MAX)
    *fault = "The address in Location is longer than 4096 bytes.";
  else if (a->location_hidden)
    *fault = "The address in Location has a secret or an identity number in it; it is not "
             "followed.";
  else if (sv_uri_resolve(e->ask.url, strcspn(e->ask.url, "#"), to, strcspn(to, "#"), url) != SV_OK)
    *fault = "The address in Location cannot be read.";
  return true;
}
