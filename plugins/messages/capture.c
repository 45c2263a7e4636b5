// SPDX-License-Identifier: Apache-2.0
/* HTTP requests that were written down, as a receiver or a proxy keeps them (message/http). */
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"

#include <string.h>

/* The line at *P without its end; *P is behind it. NULL without an end. */
static const char *take_line(struct sv_ctx *ctx, const char **p, const char *end)
{
  const char *line = *p;
  const char *feed = memchr(line, '\n', (size_t)(end - line));
  if (!feed)
    return NULL;
  *p = feed + 1;
  const size_t size = (size_t)(feed - line) - (feed > line && feed[-1] == '\r' ? 1 : 0);
  return tec_copy(ctx, (struct sv_span){ .data = line, .size = size });
}

/* METHOD TARGET HTTP/VERSION */
static bool read_start(char *line, struct msg_capture *out)
{
  char *first = strchr(line, ' ');
  char *last = strrchr(line, ' ');
  if (!first || first == line || last == first || !sv_starts_with(last + 1, "HTTP/"))
    return false;
  for (const char *c = line; c < first; c++)
    if (*c < 'A' || *c > 'Z')
      return false;
  *first = '\0';
  *last = '\0';
  out->method = line;
  out->target = first + 1;
  return true;
}

bool msg_is_capture(const void *data, size_t size)
{
  const char *text = data;
  const char *feed = memchr(text, '\n', size);
  if (!feed || size == 0 || text[0] < 'A' || text[0] > 'Z')
    return false;
  for (const char *c = text; c + 5 < feed; c++)
    if (memcmp(c, " HTTP/", 6) == 0)
      return true;
  return false;
}

bool msg_capture_read(struct sv_ctx *ctx, const void *data, size_t size, struct msg_capture *out)
{
  const char *p = data;
  const char *const end = p + size;
  *out = (struct msg_capture){ .count = 0 };
  char *line = (char *)(uintptr_t)take_line(ctx, &p, end);
  if (!line || !read_start(line, out))
    return false;
  while ((line = (char *)(uintptr_t)take_line(ctx, &p, end)) && *line) {
    char *colon = strchr(line, ':');
    if (!colon || colon == line || out->count == MSG_HEADERS_MAX)
      return false;
    *colon++ = '\0';
    colon += strspn(colon, " \t");
    size_t n = strlen(colon);
    while (n > 0 && (colon[n - 1] == ' ' || colon[n - 1] == '\t'))
      colon[--n] = '\0';
    out->names[out->count] = line;
    out->values[out->count++] = colon;
  }
  if (!line)
    return false;
  out->body = p;
  out->body_size = (size_t)(end - p);
  return true;
}

const char *msg_capture_header(const struct msg_capture *c, const char *name)
{
  for (size_t i = 0; i < c->count; i++)
    if (sv_equal_nocase(c->names[i], name))
      return c->values[i];
  return NULL;
}
