// SPDX-License-Identifier: Apache-2.0
/* Which addresses belong to the target. */
#include "plugins/describe/own.h"

#include "engines/base/uri.h"

#include <string.h>

bool sv_is_own_url(struct sv_ctx *ctx, const char *url)
{
  const struct sv_uri asked = sv_uri_split(url, strlen(url));
  const json_t *endpoints = json_object_get(ctx->sv->target(ctx), "endpoints");
  size_t i;
  const json_t *endpoint;
  json_array_foreach(endpoints, i, endpoint)
  {
    const char *own = json_string_value(json_object_get(endpoint, "url"));
    const struct sv_uri known = sv_uri_split(own ? own : "", own ? strlen(own) : 0);
    if (known.authority.data && sv_span_equal_nocase(asked.scheme, known.scheme) &&
        sv_span_equal_nocase(asked.authority, known.authority))
      return true;
  }
  return false;
}
