// SPDX-License-Identifier: Apache-2.0
/* Looking for words, without parsing. */
#include "runner/seek.h"

#include "engines/base/ascii.h"
#include "runner/weburl.h"

#include <string.h>

const char *sv_seek_openapi(const char *text, struct sv_arena *a)
{
  static const char *const words[] = { "\"openapi\"", "openapi:", "\"swagger\"", "swagger:" };
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    const char *at = strstr(text, words[i]);
    if (!at || (i % 2 == 1 && at != text && at[-1] != '\n'))
      continue;
    const char *p = at + strlen(words[i]);
    p += strspn(p, " \t:\"'");
    const size_t n = strspn(p, "0123456789.");
    if (n >= 3 && n <= 8)
      return sv_arena_copy(a, p, n);
  }
  return NULL;
}

const char *sv_seek_address(struct sv_arena *a, const char *at)
{
  struct sv_weburl parts;
  at += strspn(at, " \t\r\n:\"'");
  const char *url = sv_arena_copy(a, at, strcspn(at, "\"'{} \t\r\n"));
  return url && !sv_weburl_read(url, &parts) ? url : NULL;
}

bool sv_seek_class(const char *text, const char *class)
{
  const size_t size = strlen(class);
  for (const char *at = strstr(text, class); at; at = strstr(at + size, class))
    if (at > text && (at[-1] == ':' || at[-1] == '#') && !sv_is_alnum((unsigned char)at[size]))
      return true;
  return false;
}
