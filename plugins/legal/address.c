// SPDX-License-Identifier: Apache-2.0
/* Links of pages as addresses. */
#include "engines/base/buf.h"
#include "engines/base/uri.h"
#include "plugins/legal/legal.h"

#include <string.h>

enum { URL_MAX = 4096 };

char *sv_legal_absolute(struct sv_ctx *ctx, const char *base, const char *href)
{
  struct sv_buf out = SV_BUF(URL_MAX);
  char *url = NULL;
  if (sv_uri_resolve(base, strlen(base), href, strlen(href), &out) == SV_OK)
    url = ctx->sv->format(ctx, "%s", sv_buf_text(&out));
  sv_buf_free(&out);
  return url;
}
