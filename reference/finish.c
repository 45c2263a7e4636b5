// SPDX-License-Identifier: Apache-2.0
/* What every answer gets last: date, security headers, validators, content coding. */
#include "engines/base/ascii.h"
#include "engines/base/sha256.h"
#include "reference/route.h"
#include "reference/state.h"
#include "reference/text.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { GZIP_FROM = 256, GZIP_WINDOW = 15 + 16 };

#define PAGE_POLICY                                                                                \
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "    \
  "frame-ancestors 'none'"
#define DATA_POLICY "default-src 'none'; frame-ancestors 'none'"

void sv_answer_ok(struct sv_exchange *x, const char *type, const char *cache)
{
  x->answer.status = 200;
  sv_answer_set(x, "Content-Type", "%s", type);
  sv_answer_set(x, "Cache-Control", "%s", cache);
}

static void add_security(const struct sv_service *s, struct sv_exchange *x, unsigned flags)
{
  const char *type = sv_pairs_get(&x->answer.headers, "Content-Type");
  const bool page = type && sv_starts_with(type, "text/html");
  sv_answer_set(x, "Content-Security-Policy", "%s", page ? PAGE_POLICY : DATA_POLICY);
  sv_answer_set(x, "X-Content-Type-Options", "nosniff");
  if (flags & SV_ROUTE_FRAMED)
    sv_answer_set(x, "Content-Security-Policy", "default-src 'none'; frame-ancestors %s", s->base);
  else if (sv_service_quirk(s, SV_FRAMES_OPEN))
    sv_answer_set(x, "Content-Security-Policy", "default-src 'self'");
  else
    sv_answer_set(x, "X-Frame-Options", "DENY");
  sv_answer_set(x, "Referrer-Policy", "no-referrer");
  if (!x->request.tls)
    return;
  sv_answer_set(x, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  const char *origin = sv_request_header(x, "Origin");
  if (flags & SV_ROUTE_OPEN) {
    sv_answer_set(x, "Access-Control-Allow-Origin", "*");
    sv_answer_set(x, "Access-Control-Expose-Headers", "Deprecation, ETag, Link, Sunset");
  } else if (flags & SV_ROUTE_SECURED) {
    sv_answer_append(x, "Vary", "Origin");
    if (origin && strcmp(origin, s->base) == 0)
      sv_answer_set(x, "Access-Control-Allow-Origin", "%s", origin);
  }
  if (origin && sv_service_quirk(s, SV_CORS_REFLECTS)) {
    sv_answer_set(x, "Access-Control-Allow-Origin", "%s", origin);
    sv_answer_set(x, "Access-Control-Allow-Credentials", "true");
  }
}

/* Whether the list of tags in If-None-Match has this one; the comparison is weak (RFC 9110 13.1.2).
 */
static bool has_tag(const char *list, const char *tag)
{
  if (strcmp(list, "*") == 0)
    return true;
  const size_t size = strlen(tag);
  for (const char *p = list; (p = strstr(p, tag)) != NULL; p += size)
    if (!p[size] || strchr(", \t", p[size]))
      return true;
  return false;
}

static bool is_fresh(const struct sv_service *s, const struct sv_exchange *x, const char *tag)
{
  const char *none = sv_request_header(x, "If-None-Match");
  const char *since = sv_request_header(x, "If-Modified-Since");
  if (sv_service_quirk(s, SV_NO_304))
    return false;
  if (none)
    return has_tag(none, tag);
  const bool dated = sv_pairs_get(&x->answer.headers, "Last-Modified") != NULL;
  return dated && since && sv_text_parse_http_date(since) >= s->started;
}

/* Whether Accept-Encoding admits gzip. */
static bool wants_gzip(const struct sv_exchange *x)
{
  const char *value = sv_request_header(x, "Accept-Encoding");
  const char *p = value ? strstr(value, "gzip") : NULL;
  if (!p)
    return false;
  p += strlen("gzip");
  p += strspn(p, " \t");
  return strncmp(p, ";q=0", 4) != 0 || strspn(p + 4, ".0") != strcspn(p + 4, ", \t");
}

/* Whether gzip helps this media type. */
static bool is_text(const char *type)
{
  static const char *const words[] = { "text/", "json", "xml", "yaml" };
  for (size_t i = 0; type && i < sizeof words / sizeof words[0]; i++)
    if (strstr(type, words[i]))
      return true;
  return false;
}

/* Puts the compressed content in place of the plain; false when it stays plain. */
static bool compress_body(struct sv_buf *body)
{
  z_stream z = { .next_in = (Bytef *)body->data, .avail_in = (uInt)body->size };
  if (deflateInit2(&z, 6, Z_DEFLATED, GZIP_WINDOW, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return false;
  const uLong bound = deflateBound(&z, (uLong)body->size);
  unsigned char *out = malloc(bound);
  z.next_out = out;
  z.avail_out = (uInt)bound;
  const bool good = out && deflate(&z, Z_FINISH) == Z_STREAM_END;
  deflateEnd(&z);
  if (good) {
    sv_buf_cut(body, 0);
    sv_buf_add(body, out, z.total_out);
  }
  free(out);
  return good && !body->failed;
}

static void add_coding(const struct sv_service *s, struct sv_exchange *x)
{
  if (!is_text(sv_pairs_get(&x->answer.headers, "Content-Type")))
    return;
  sv_answer_append(x, "Vary", "Accept-Encoding");
  if (x->answer.body.size < GZIP_FROM || !wants_gzip(x) || sv_service_quirk(s, SV_NO_GZIP))
    return;
  if (sv_service_quirk(s, SV_BAD_GZIP) || compress_body(&x->answer.body))
    sv_answer_set(x, "Content-Encoding", "gzip");
}

/* The entity tag names the content and its coding: the two forms are not byte for byte the same. */
static void add_validators(const struct sv_service *s, struct sv_exchange *x)
{
  char digest[65];
  const bool gzip = sv_pairs_get(&x->answer.headers, "Content-Encoding") != NULL;
  sv_sha256_hex(sv_buf_text(&x->answer.body), x->answer.body.size, digest);
  /* Letters only: eleven digits in a row might by chance have the form of a birth number. */
  for (char *p = digest; *p; p++)
    *p = (char)(sv_is_digit((unsigned char)*p) ? *p - '0' + 'g' : *p);
  const char *tag = sv_exchange_printf(x, "\"%.20s%s\"", digest, gzip ? "-gzip" : "");
  if (sv_service_quirk(s, SV_LAST_MODIFIED_IGNORED))
    return;
  sv_answer_set(x, "ETag", "%s", tag);
  if (!is_fresh(s, x, tag))
    return;
  /* The content stays: it gives the Content-Length that a 304 may name, and is not sent. */
  x->answer.status = 304;
  sv_pairs_drop(&x->answer.headers, "Content-Type");
  sv_pairs_drop(&x->answer.headers, "Content-Encoding");
  if (sv_service_quirk(s, SV_304_WITHOUT_ETAG))
    sv_pairs_drop(&x->answer.headers, "ETag");
}

void sv_finish(const struct sv_service *s, struct sv_exchange *x, unsigned flags)
{
  char date[SV_DATE_SIZE];
  const bool head = strcmp(x->request.method, "HEAD") == 0;
  sv_text_http_date(sv_state_now(s), date);
  sv_answer_set(x, "Date", "%s", date);
  sv_answer_set(x, "Server", "referansetjenesten");
  if (flags & SV_ROUTE_API)
    sv_answer_set(x, "API-Version", "%s", SV_REFERENCE_VERSION);
  add_security(s, x, flags);
  if (flags & SV_ROUTE_CHOICE)
    sv_answer_append(x, "Vary", "Accept");
  add_coding(s, x);
  const char *cache = sv_pairs_get(&x->answer.headers, "Cache-Control");
  const bool read = head || strcmp(x->request.method, "GET") == 0;
  if (x->answer.status == 200 && read && cache && strcmp(cache, SV_CACHE_NONE) != 0)
    add_validators(s, x);
  if (head && sv_service_quirk(s, SV_HEAD_HAS_OWN_HEADERS)) {
    sv_answer_set(x, "Content-Type", "text/html; charset=utf-8");
    sv_pairs_drop(&x->answer.headers, "ETag");
  }
}
