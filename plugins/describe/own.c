// SPDX-License-Identifier: Apache-2.0
/* Which addresses belong to the target. */
#include "plugins/describe/own.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <string.h>

static bool same(struct sv_span a, struct sv_span b)
{
  if (!a.data || a.size != b.size)
    return false;
  for (size_t i = 0; i < a.size; i++)
    if (sv_lower((unsigned char)a.data[i]) != sv_lower((unsigned char)b.data[i]))
      return false;
  return true;
}

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
    if (same(asked.scheme, known.scheme) && same(asked.authority, known.authority))
      return true;
  }
  return false;
}
