// SPDX-License-Identifier: Apache-2.0
/* Matching requests with the rows of a fake. */
#include "tests/fake/fits.h"

#include <string.h>

/* Whether the request has LINE ("Name: value", SIZE bytes) among its headers. */
static bool has_header(const struct sv_request *r, const char *line, size_t size)
{
  for (const char *const *h = r->headers; h && *h; h++)
    if (strlen(*h) == size && memcmp(*h, line, size) == 0)
      return true;
  const struct {
    const char *name, *value;
  } own[] = { { "Address: ", r->address }, { "Credential: ", r->credential } };
  const size_t body = strlen("Body: ");
  if (r->body_size > 0 && size >= body && memcmp(line, "Body: ", body) == 0)
    return memmem(r->body, r->body_size, line + body, size - body) != NULL;
  for (size_t i = 0; i < 2; i++) {
    const size_t n = strlen(own[i].name);
    if (own[i].value && size == n + strlen(own[i].value) && memcmp(line, own[i].name, n) == 0 &&
        memcmp(line + n, own[i].value, size - n) == 0)
      return true;
  }
  return false;
}

bool sv_fake_fits(const char *request, const char *method, const char *url,
                  const struct sv_request *r)
{
  const char *line = request;
  size_t size = strcspn(line, "\n");
  const char *space = memchr(line, ' ', size);
  const size_t method_size = space ? (size_t)(space - line) : 3;
  const char *const row_method = space ? line : "GET";
  const char *const row_url = space ? space + 1 : line;
  const size_t url_size = size - (size_t)(row_url - line);
  const bool is_prefix = url_size > 0 && row_url[url_size - 1] == '*';
  const size_t compared = is_prefix ? url_size - 1 : url_size;
  if (strlen(method) != method_size || memcmp(method, row_method, method_size) != 0 ||
      strncmp(url, row_url, compared) != 0 || (!is_prefix && url[compared]))
    return false;
  for (line += size; *line == '\n'; line += size) {
    line++;
    size = strcspn(line, "\n");
    if (size > 0 && !has_header(r, line, size))
      return false;
  }
  return true;
}
