// SPDX-License-Identifier: Apache-2.0
/* Derived components of requests, a row each; the numbers in comments are sections of RFC 9421. */
#include "engines/http/signed_parts.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { PARAM_MOST = 16 << 10 };

typedef enum sv_status add_part(const struct sv_request_parts *r, const struct sv_uri *u,
                                struct sv_span param, struct sv_buf *out);

static add_part add_method, add_target_uri, add_authority, add_scheme, add_request_target, add_path,
    add_query, add_query_param;

static const struct {
  const char *name;
  add_part *add;
} parts[] = {
  { "@method", add_method },
  { "@target-uri", add_target_uri },
  { "@authority", add_authority },
  { "@scheme", add_scheme },
  { "@request-target", add_request_target },
  { "@path", add_path },
  { "@query", add_query },
  { "@query-param", add_query_param },
};

enum { PARTS = sizeof parts / sizeof parts[0] };

static void add_lower(struct sv_span text, struct sv_buf *out)
{
  for (size_t i = 0; i < text.size; i++)
    sv_buf_addc(out, (char)sv_lower(text.data[i]));
}

/* 2.2.1 */
static enum sv_status add_method(const struct sv_request_parts *r, const struct sv_uri *u,
                                 struct sv_span param, struct sv_buf *out)
{
  (void)u;
  (void)param;
  return sv_buf_adds(out, r->method);
}

/* 2.2.4 */
static enum sv_status add_scheme(const struct sv_request_parts *r, const struct sv_uri *u,
                                 struct sv_span param, struct sv_buf *out)
{
  (void)r;
  (void)param;
  add_lower(u->scheme, out);
  return out->failed;
}

/* 2.2.3: in lower case, without the port that the scheme has anyway. */
static enum sv_status add_authority(const struct sv_request_parts *r, const struct sv_uri *u,
                                    struct sv_span param, struct sv_buf *out)
{
  (void)r;
  (void)param;
  struct sv_span a = u->authority;
  const char *at = a.data ? memrchr(a.data, '@', a.size) : NULL;
  if (at) {
    a.size -= (size_t)(at + 1 - a.data);
    a.data = at + 1;
  }
  const char *const port =
      sv_equal_nocase_n(u->scheme.data, u->scheme.size, "http") ? ":80" : ":443";
  const size_t size = strlen(port);
  if (a.size > size && memcmp(a.data + a.size - size, port, size) == 0)
    a.size -= size;
  if (a.size > 1 && a.data[a.size - 1] == ':')
    a.size--;
  add_lower(a, out);
  return out->failed;
}

/* 2.2.6 */
static enum sv_status add_path(const struct sv_request_parts *r, const struct sv_uri *u,
                               struct sv_span param, struct sv_buf *out)
{
  (void)r;
  (void)param;
  return u->path.size > 0 ? sv_buf_add(out, u->path.data, u->path.size) : sv_buf_addc(out, '/');
}

/* 2.2.7: the question mark stands there also without a query. */
static enum sv_status add_query(const struct sv_request_parts *r, const struct sv_uri *u,
                                struct sv_span param, struct sv_buf *out)
{
  (void)r;
  (void)param;
  sv_buf_addc(out, '?');
  return sv_buf_add(out, u->query.data, u->query.data ? u->query.size : 0);
}

/* 2.2.5: in origin form. */
static enum sv_status add_request_target(const struct sv_request_parts *r, const struct sv_uri *u,
                                         struct sv_span param, struct sv_buf *out)
{
  SV_TRY(add_path(r, u, param, out));
  return u->query.data ? add_query(r, u, param, out) : SV_OK;
}

/* 2.2.2 */
static enum sv_status add_target_uri(const struct sv_request_parts *r, const struct sv_uri *u,
                                     struct sv_span param, struct sv_buf *out)
{
  SV_TRY(add_scheme(r, u, param, out));
  SV_TRY(sv_buf_adds(out, "://"));
  SV_TRY(add_authority(r, u, param, out));
  return add_request_target(r, u, param, out);
}

/* Appends TEXT of a form, decoded and then percent-encoded as 2.2.8 has it. */
static void add_encoded(struct sv_span text, struct sv_buf *out)
{
  for (size_t i = 0; i < text.size; i++) {
    unsigned c = (unsigned char)text.data[i];
    const int high = c == '%' && i + 2 < text.size ? sv_hex((unsigned char)text.data[i + 1]) : -1;
    const int low = high >= 0 ? sv_hex((unsigned char)text.data[i + 2]) : -1;
    if (c == '+')
      c = ' ';
    if (low >= 0) {
      c = (unsigned)high << 4 | (unsigned)low;
      i += 2;
    }
    if (sv_is_alnum((int)c) || (c && strchr("*-._", (int)c)))
      sv_buf_addc(out, (char)(unsigned char)c);
    else
      sv_buf_addf(out, "%%%02X", c);
  }
}

/* 2.2.8 */
static enum sv_status add_query_param(const struct sv_request_parts *r, const struct sv_uri *u,
                                      struct sv_span param, struct sv_buf *out)
{
  (void)r;
  const char *const end = u->query.data ? u->query.data + u->query.size : NULL;
  size_t found = 0;
  for (const char *p = u->query.data; p && p < end;) {
    const char *stop = memchr(p, '&', (size_t)(end - p));
    stop = stop ? stop : end;
    const char *equals = memchr(p, '=', (size_t)(stop - p));
    struct sv_buf name = SV_BUF(PARAM_MOST);
    add_encoded((struct sv_span){ p, (size_t)((equals ? equals : stop) - p) }, &name);
    const bool same = !name.failed && name.size == param.size && stop > p &&
                      memcmp(sv_buf_text(&name), param.data, param.size) == 0;
    sv_buf_free(&name);
    if (same && found++ == 0 && equals)
      add_encoded((struct sv_span){ equals + 1, (size_t)(stop - equals - 1) }, out);
    p = stop < end ? stop + 1 : end;
  }
  return out->failed ? out->failed : found == 1 ? SV_OK : SV_NOT_FOUND;
}

static add_part *find(struct sv_span name)
{
  for (size_t i = 0; i < PARTS; i++)
    if (name.size == strlen(parts[i].name) && memcmp(name.data, parts[i].name, name.size) == 0)
      return parts[i].add;
  return NULL;
}

bool sv_request_part_is_known(struct sv_span name)
{
  return find(name) != NULL;
}

enum sv_status sv_request_part_add(const struct sv_request_parts *r, struct sv_span name,
                                   struct sv_span param, struct sv_buf *out)
{
  const char *url = r->url ? r->url : "";
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  add_part *add = find(name);
  if (!add || !r->method || !u.scheme.data || !u.authority.data)
    return SV_NOT_FOUND;
  return add(r, &u, param, out);
}
