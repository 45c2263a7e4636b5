// SPDX-License-Identifier: Apache-2.0
/* Splitting, resolving and percent-encoding references. The grammar checks are in uri_grammar.c. */
#include "engines/base/uri.h"

#include "engines/base/ascii.h"

#include <string.h>

bool sv_span_equal_nocase(struct sv_span a, struct sv_span b)
{
  if (a.size != b.size)
    return false;
  for (size_t i = 0; i < a.size; i++)
    if (sv_lower((unsigned char)a.data[i]) != sv_lower((unsigned char)b.data[i]))
      return false;
  return true;
}

/* RFC 3986 3.1: ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ); its length when a colon follows, else
 * 0. */
static size_t scheme_length(const char *p, size_t size)
{
  if (size == 0 || !sv_is_alpha((unsigned char)p[0]))
    return 0;
  for (size_t i = 1; i < size; i++) {
    if (p[i] == ':')
      return i;
    if (!sv_is_alnum((unsigned char)p[i]) && p[i] != '+' && p[i] != '-' && p[i] != '.')
      return 0;
  }
  return 0;
}

static size_t until(const char *p, size_t size, const char *stops)
{
  size_t i = 0;
  while (i < size && (p[i] == '\0' || !strchr(stops, p[i])))
    i++;
  return i;
}

struct sv_uri sv_uri_split(const char *text, size_t size)
{
  struct sv_uri u = { 0 };
  const char *p = text;
  const size_t scheme = scheme_length(p, size);
  if (scheme) {
    u.scheme = (struct sv_span){ p, scheme };
    p += scheme + 1;
    size -= scheme + 1;
  }
  if (size >= 2 && p[0] == '/' && p[1] == '/') {
    const size_t n = until(p + 2, size - 2, "/?#");
    u.authority = (struct sv_span){ p + 2, n };
    p += n + 2;
    size -= n + 2;
  }
  size_t n = until(p, size, "?#");
  u.path = (struct sv_span){ p, n };
  p += n;
  size -= n;
  if (size && *p == '?') {
    n = until(p + 1, size - 1, "#");
    u.query = (struct sv_span){ p + 1, n };
    p += n + 1;
    size -= n + 1;
  }
  if (size)
    u.fragment = (struct sv_span){ p + 1, size - 1 };
  return u;
}

/* RFC 3986 5.2.4 in one pass: each segment is copied, or takes the last one back. START is where
 * the path begins in OUT. */
static enum sv_status add_path(struct sv_buf *out, size_t start, const char *p, size_t size)
{
  size_t i = 0;
  while (i < size) {
    const size_t begin = i;
    const bool slash = p[i] == '/';
    i += slash;
    const size_t word = i;
    while (i < size && p[i] != '/')
      i++;
    const size_t n = i - word;
    const bool dot = n == 1 && p[word] == '.';
    const bool dots = n == 2 && p[word] == '.' && p[word + 1] == '.';
    if (!dot && !dots) {
      SV_TRY(sv_buf_add(out, p + begin, i - begin));
      continue;
    }
    if (dots) {
      size_t end = out->size;
      while (end > start && out->data[end - 1] != '/')
        end--;
      sv_buf_cut(out, end > start ? end - 1 : start);
    }
    if (i == size && (slash || out->size > start))
      SV_TRY(sv_buf_addc(out, '/'));
    else if (!slash && i < size)
      i++; /* a leading "./" or "../" goes with its slash */
  }
  return SV_OK;
}

static enum sv_status add_rest(struct sv_buf *out, struct sv_span query, struct sv_span fragment)
{
  if (query.data) {
    SV_TRY(sv_buf_addc(out, '?'));
    SV_TRY(sv_buf_add(out, query.data, query.size));
  }
  if (fragment.data) {
    SV_TRY(sv_buf_addc(out, '#'));
    SV_TRY(sv_buf_add(out, fragment.data, fragment.size));
  }
  return SV_OK;
}

static enum sv_status add_authority(struct sv_buf *out, struct sv_span authority)
{
  if (!authority.data)
    return SV_OK;
  SV_TRY(sv_buf_adds(out, "//"));
  return sv_buf_add(out, authority.data, authority.size);
}

/* RFC 3986 5.2.3, then 5.2.4. */
static enum sv_status add_merged(struct sv_buf *out, const struct sv_uri *base, struct sv_span path)
{
  struct sv_buf merged = SV_BUF(out->limit);
  if (base->authority.data && base->path.size == 0) {
    (void)sv_buf_addc(&merged, '/');
  } else {
    size_t n = base->path.size;
    while (n && base->path.data[n - 1] != '/')
      n--;
    (void)sv_buf_add(&merged, base->path.data, n);
  }
  (void)sv_buf_add(&merged, path.data, path.size);
  enum sv_status status = merged.failed;
  if (status == SV_OK)
    status = add_path(out, out->size, sv_buf_text(&merged), merged.size);
  sv_buf_free(&merged);
  return status;
}

enum sv_status sv_uri_resolve(const char *base, size_t base_size, const char *ref, size_t ref_size,
                              struct sv_buf *out)
{
  const struct sv_uri r = sv_uri_split(ref, ref_size);
  const struct sv_uri b = sv_uri_split(base, base_size);
  const struct sv_span scheme = r.scheme.data ? r.scheme : b.scheme;
  if (!scheme.data)
    return SV_INVALID;
  SV_TRY(sv_buf_add(out, scheme.data, scheme.size));
  SV_TRY(sv_buf_addc(out, ':'));
  const bool own = r.scheme.data || r.authority.data;
  SV_TRY(add_authority(out, own ? r.authority : b.authority));
  if (own || (r.path.size && r.path.data[0] == '/')) {
    SV_TRY(add_path(out, out->size, r.path.data, r.path.size));
    return add_rest(out, r.query, r.fragment);
  }
  if (r.path.size == 0) {
    SV_TRY(sv_buf_add(out, b.path.data, b.path.size));
    return add_rest(out, r.query.data ? r.query : b.query, r.fragment);
  }
  SV_TRY(add_merged(out, &b, r.path));
  return add_rest(out, r.query, r.fragment);
}

enum sv_status sv_uri_encode(const char *text, size_t size, const char *kept, struct sv_buf *out)
{
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)text[i];
    if (sv_is_alnum(c) || (c && (strchr("-._~", c) || strchr(kept, c))))
      (void)sv_buf_addc(out, text[i]);
    else
      (void)sv_buf_addf(out, "%%%02X", c);
  }
  return out->failed;
}

static enum sv_status decode(const char *text, size_t size, bool is_form, struct sv_buf *out)
{
  for (size_t i = 0; i < size; i++) {
    const int high = text[i] == '%' && size - i > 2 ? sv_hex((unsigned char)text[i + 1]) : -1;
    const int low = high >= 0 ? sv_hex((unsigned char)text[i + 2]) : -1;
    const char plain = is_form && text[i] == '+' ? ' ' : text[i];
    (void)sv_buf_addc(out, low >= 0 ? (char)(high * 16 + low) : plain);
    i += low >= 0 ? 2 : 0;
  }
  return out->failed;
}

enum sv_status sv_uri_decode(const char *text, size_t size, struct sv_buf *out)
{
  return decode(text, size, false, out);
}

enum sv_status sv_form_decode(const char *text, size_t size, struct sv_buf *out)
{
  return decode(text, size, true, out);
}
