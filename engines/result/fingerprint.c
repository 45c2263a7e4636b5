// SPDX-License-Identifier: Apache-2.0
/* Identities that stay while a document moves: they tell new findings from old ones. */
#include "engines/result/run.h"

#include "engines/base/ascii.h"
#include "engines/base/sha256.h"

#include <string.h>

enum { KEY_MAX = 64 << 20 }; /* every text of a place may be a megabyte */

static bool is_index(const char *p, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!sv_is_digit((unsigned char)p[i]))
      return false;
  return size > 0;
}

/* A JSON Pointer with every array index as *. */
static enum sv_status add_pointer(struct sv_buf *out, const char *pointer)
{
  for (const char *p = pointer; p && *p;) {
    const char *begin = *p == '/' ? p + 1 : p;
    const size_t size = strcspn(begin, "/");
    SV_TRY(sv_buf_addc(out, '/'));
    SV_TRY(is_index(begin, size) ? sv_buf_addc(out, '*') : sv_buf_add(out, begin, size));
    p = begin + size;
  }
  return out->failed;
}

/* An XPath without positions. */
static enum sv_status add_xpath(struct sv_buf *out, const char *xpath)
{
  for (const char *p = xpath; p && *p;) {
    const char *open = strchr(p, '[');
    const char *close = open ? strchr(open, ']') : NULL;
    if (!close)
      return sv_buf_adds(out, p);
    const bool position = is_index(open + 1, (size_t)(close - open - 1));
    SV_TRY(sv_buf_add(out, p, (size_t)((position ? open : close + 1) - p)));
    p = close + 1;
  }
  return out->failed;
}

static enum sv_status add_part(struct sv_buf *out, const char *text)
{
  SV_TRY(sv_buf_addc(out, '\n'));
  return text ? sv_buf_adds(out, text) : SV_OK;
}

enum sv_status sv_location_key(const char *endpoint, const struct sv_place *where,
                               struct sv_buf *out)
{
  SV_TRY(sv_buf_adds(out, endpoint ? endpoint : ""));
  SV_TRY(add_part(out, where->file));
  SV_TRY(sv_buf_addc(out, '\n'));
  SV_TRY(add_pointer(out, where->json_pointer));
  SV_TRY(sv_buf_addc(out, '\n'));
  SV_TRY(add_xpath(out, where->xpath));
  SV_TRY(add_part(out, where->header));
  SV_TRY(add_part(out, where->operation));
  SV_TRY(add_part(out, where->focus_node));
  return add_part(out, where->path);
}

enum sv_status sv_fingerprint(const char *requirement, const char *target, const char *location,
                              char out[33])
{
  struct sv_buf key = SV_BUF(KEY_MAX);
  (void)sv_buf_add(&key, "samsvar/1", sizeof "samsvar/1");
  (void)sv_buf_add(&key, requirement, strlen(requirement) + 1);
  (void)sv_buf_add(&key, target ? target : "", (target ? strlen(target) : 0) + 1);
  (void)sv_buf_adds(&key, location);
  if (key.failed)
    return SV_NO_MEMORY;
  char hex[65];
  sv_sha256_hex(key.data, key.size, hex);
  sv_buf_free(&key);
  memcpy(out, hex, 32);
  out[32] = '\0';
  return SV_OK;
}

/* The size of "scheme://host:port" at the beginning of URL; 0: it has none. */
static size_t origin_size(const char *url)
{
  const char *host = url ? strstr(url, "://") : NULL;
  return host ? (size_t)(host + 3 - url) + strcspn(host + 3, "/?#") : 0;
}

/* TEXT without the origin of one of the target's own endpoints: a service keeps its findings when
 * it moves to another port or name. */
static const char *without_origin(const struct sv_run *run, const char *text)
{
  const size_t size = origin_size(text);
  for (size_t i = 0; size && i < run->target.endpoint_count; i++) {
    const char *url = run->target.endpoints[i].url;
    if (origin_size(url) == size && strncmp(text, url, size) == 0)
      return text + size;
  }
  return text;
}

enum sv_status sv_finding_fingerprint(const struct sv_run *run, const char *requirement,
                                      const struct sv_result *result,
                                      const struct sv_finding_record *f, char out[33])
{
  struct sv_buf location = SV_BUF(KEY_MAX);
  struct sv_place where = f->where;
  where.file = without_origin(run, where.file);
  where.focus_node = without_origin(run, where.focus_node);
  enum sv_status status = sv_location_key(result->endpoint, &where, &location);
  if (status == SV_OK)
    status = sv_fingerprint(requirement, run->target.id, sv_buf_text(&location), out);
  sv_buf_free(&location);
  return status;
}
