// SPDX-License-Identifier: Apache-2.0
/* The set of secrets in their encodings, and writing text with what was found hidden. */
#include "runner/mask.h"

#include "engines/base/ascii.h"
#include "runner/mask_scan.h"
#include "runner/mask_shape.h"
#include "runner/mask_view.h"
#include "runner/mask_wide.h"

#include <stdlib.h>
#include <string.h>

struct sv_mask {
  struct sv_pattern *items;
  size_t room;
  struct sv_patterns patterns;
};

enum { CODED_MAX = 256 << 10 };

struct sv_mask *sv_mask_new(void)
{
  return calloc(1, sizeof(struct sv_mask));
}

static int longer_first(const void *a, const void *b)
{
  const struct sv_pattern *x = a;
  const struct sv_pattern *y = b;
  return (x->size < y->size) - (x->size > y->size);
}

static enum sv_status add_pattern(struct sv_mask *m, const char *data, size_t size)
{
  if (size < SV_SECRET_MIN)
    return SV_OK;
  for (size_t i = 0; i < m->patterns.count; i++)
    if (m->items[i].size == size && memcmp(m->items[i].data, data, size) == 0)
      return SV_OK;
  if (m->patterns.count == m->room) {
    const size_t room = m->room ? m->room * 2 : 16;
    struct sv_pattern *items = realloc(m->items, room * sizeof *items);
    if (!items)
      return SV_NO_MEMORY;
    m->items = items;
    m->room = room;
    m->patterns.items = items;
  }
  char *copy = malloc(size + 1);
  if (!copy)
    return SV_NO_MEMORY;
  memcpy(copy, data, size);
  m->items[m->patterns.count++] = (struct sv_pattern){ .data = copy, .size = size };
  m->patterns.first[(unsigned char)data[0]] = true;
  qsort(m->items, m->patterns.count, sizeof *m->items, longer_first);
  return SV_OK;
}

/* RFC 3986 2.1, all that is not unreserved, with the hexadecimal digits DIGITS. */
static void percent_encode(const char *data, size_t size, const char *digits, struct sv_buf *out)
{
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)data[i];
    if (sv_is_alnum(c) || strchr("-._~", c)) {
      sv_buf_addc(out, data[i]);
      continue;
    }
    sv_buf_addc(out, '%');
    sv_buf_addc(out, digits[c >> 4]);
    sv_buf_addc(out, digits[c & 15]);
  }
}

static void hex_encode(const char *data, size_t size, const char *digits, struct sv_buf *out)
{
  for (size_t i = 0; i < size; i++) {
    sv_buf_addc(out, digits[(unsigned char)data[i] >> 4]);
    sv_buf_addc(out, digits[(unsigned char)data[i] & 15]);
  }
}

/* RFC 8259 7 with the shortest escapes; SOLIDUS: with "\/" too. */
static void json_encode(const char *data, size_t size, bool solidus, struct sv_buf *out)
{
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)data[i];
    const char *at = strchr("\b\f\n\r\t", c);
    if (c == '"' || c == '\\' || (c == '/' && solidus)) {
      sv_buf_addc(out, '\\');
      sv_buf_addc(out, data[i]);
    } else if (at && c) {
      sv_buf_addc(out, '\\');
      sv_buf_addc(out, "bfnrt"[at - "\b\f\n\r\t"]);
    } else if (c < ' ') {
      sv_buf_addf(out, "\\u%04x", c);
    } else {
      sv_buf_addc(out, data[i]);
    }
  }
}

/* The characters of base64 that depend on these bytes alone when they begin SHIFT bytes into a
 * group. */
static void base64_encode(const char *data, size_t size, size_t shift, const char *last,
                          struct sv_buf *out)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const size_t first = (shift * 8 + 5) / 6;
  const size_t end = (shift + size) * 8 / 6;
  for (size_t k = first; k < end; k++) {
    unsigned value = 0;
    for (size_t bit = k * 6; bit < k * 6 + 6; bit++) {
      const size_t at = bit / 8 - shift;
      value = value << 1 | ((unsigned)(unsigned char)data[at] >> (7 - bit % 8) & 1u);
    }
    sv_buf_addc(out, value < 62 ? digits[value] : last[value - 62]);
  }
}

static enum sv_status add_coded(struct sv_mask *m, struct sv_buf *coded)
{
  const enum sv_status status =
      coded->failed ? coded->failed : add_pattern(m, sv_buf_text(coded), coded->size);
  if (coded->data)
    explicit_bzero(coded->data, coded->room);
  sv_buf_free(coded);
  *coded = SV_BUF(CODED_MAX);
  return status;
}

enum sv_status sv_mask_secret(struct sv_mask *m, const char *value, size_t size)
{
  struct sv_buf coded = SV_BUF(CODED_MAX);
  if (size < SV_SECRET_MIN)
    return SV_INVALID;
  SV_TRY(add_pattern(m, value, size));
  static const char *const hex[] = { "0123456789ABCDEF", "0123456789abcdef" };
  for (size_t i = 0; i < 2; i++) {
    percent_encode(value, size, hex[i], &coded);
    SV_TRY(add_coded(m, &coded));
    json_encode(value, size, i == 1, &coded);
    SV_TRY(add_coded(m, &coded));
    hex_encode(value, size, hex[i], &coded);
    SV_TRY(add_coded(m, &coded));
  }
  for (size_t shift = 0; size >= 6 && shift < 3; shift++) {
    base64_encode(value, size, shift, "+/", &coded);
    SV_TRY(add_coded(m, &coded));
    base64_encode(value, size, shift, "-_", &coded);
    SV_TRY(add_coded(m, &coded));
  }
  return SV_OK;
}

static const struct sv_patterns *patterns_of(const struct sv_mask *m)
{
  return m && m->patterns.count ? &m->patterns : NULL;
}

static enum sv_status mask_plain(const struct sv_mask *m, const char *data, size_t size,
                                 struct sv_buf *out, struct sv_masked *count)
{
  struct sv_scan scan = { .data = data, .size = size, .patterns = patterns_of(m) };
  struct sv_hit hit;
  size_t done = 0;
  while (sv_mask_next(&scan, done, &hit)) {
    sv_buf_add(out, data + done, hit.at - done);
    sv_mask_write(data, &hit, out);
    sv_mask_count(count, &hit);
    done = hit.at + hit.size;
  }
  return sv_buf_add(out, data + done, size - done);
}

/* First as it is written, then as it is read. */
static enum sv_status mask_narrow(const struct sv_mask *m, const char *data, size_t size,
                                  struct sv_buf *out, struct sv_masked *count)
{
  if (!sv_view_differs(data, size))
    return mask_plain(m, data, size, out, count);
  struct sv_buf once = SV_BUF(out->limit);
  enum sv_status status = mask_plain(m, data, size, &once, count);
  if (status == SV_OK)
    status = sv_view_hide(patterns_of(m), sv_buf_text(&once), once.size, out, count);
  sv_buf_free(&once);
  return status;
}

enum sv_status sv_mask_bytes(const struct sv_mask *m, const char *data, size_t size,
                             struct sv_buf *out, struct sv_masked *count)
{
  struct sv_masked wide = { 0 };
  if (!sv_wide_is(data, size))
    return mask_narrow(m, data, size, out, count);
  char *copy = malloc(size);
  if (!copy)
    return SV_NO_MEMORY;
  memcpy(copy, data, size);
  enum sv_status status = sv_wide_hide(patterns_of(m), copy, size, &wide);
  if (status == SV_OK)
    status = mask_narrow(m, copy, size, out, count);
  if (count) {
    count->values += wide.values;
    count->identity_numbers += wide.identity_numbers;
    count->synthetic_numbers += wide.synthetic_numbers;
  }
  free(copy);
  return status;
}

bool sv_mask_finds(const struct sv_mask *m, const char *data, size_t size)
{
  struct sv_scan scan = { .data = data, .size = size, .patterns = patterns_of(m) };
  struct sv_hit hit;
  if (sv_mask_next(&scan, 0, &hit))
    return true;
  if (sv_view_differs(data, size) && sv_view_finds(scan.patterns, data, size))
    return true;
  if (!sv_wide_is(data, size))
    return false;
  struct sv_buf out = SV_BUF(size * 2 + 64);
  struct sv_masked count = { 0 };
  const enum sv_status status = sv_mask_bytes(m, data, size, &out, &count);
  sv_buf_free(&out);
  return status != SV_OK || count.values > 0;
}

static bool has_word(const char *name, size_t size, const char *word)
{
  const size_t n = strlen(word);
  for (size_t i = 0; i + n <= size; i++)
    if (sv_lower((unsigned char)name[i]) == word[0] && sv_equal_nocase_n(name + i, n, word))
      return true;
  return false;
}

enum header_kind { PLAIN, CREDENTIAL, COOKIE, SET_COOKIE, SECRET };

static enum header_kind kind_of(const char *name, size_t size)
{
  static const struct {
    const char *name;
    enum header_kind kind;
  } table[] = {
    { "authorization", CREDENTIAL },
    { "proxy-authorization", CREDENTIAL },
    { "cookie", COOKIE },
    { "set-cookie", SET_COOKIE },
    { "www-authenticate", PLAIN },
    { "authentication-info", SECRET },
    { "dpop", SECRET },
    { "ocp-apim-subscription-key", SECRET },
  };
  static const char *const words[] = { "token",  "secret",  "password",
                                       "apikey", "api-key", "session-id" };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    if (sv_equal_nocase_n(name, size, table[i].name))
      return table[i].kind;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (has_word(name, size, words[i]))
      return SECRET;
  return PLAIN;
}

/* A value hidden by the name it goes under, counted once; numbers inside it are counted as well. */
static void hide_value(const char *value, size_t size, const char *word, struct sv_buf *out,
                       struct sv_masked *count)
{
  if (size == 0 || (size >= 8 && memcmp(value, "*hidden:", 8) == 0)) {
    sv_buf_add(out, value, size);
    return;
  }
  sv_buf_adds(out, word);
  if (!count)
    return;
  struct sv_buf rest = SV_BUF(size * 4 + 64);
  struct sv_masked inside = { 0 };
  if (sv_mask_bytes(NULL, value, size, &rest, &inside) == SV_OK) {
    count->identity_numbers += inside.identity_numbers;
    count->synthetic_numbers += inside.synthetic_numbers;
  }
  sv_buf_free(&rest);
  count->values++;
}

/* A JWT among cookies is told as what it is: a browser should have none. */
static const char *cookie_word(const char *value, size_t size)
{
  const struct sv_scan scan = { .data = value, .size = size };
  return size > 0 && sv_shape_token(&scan, 0) ? "*hidden:token*" : "*hidden:cookie*";
}

/* "a=1; b=2": names stay, values go. With ONLY_FIRST the rest are attributes and stay. */
static enum sv_status hide_cookies(const struct sv_mask *m, const char *value, bool only_first,
                                   struct sv_buf *out, struct sv_masked *count)
{
  const char *p = value;
  for (bool first = true; *p; first = false) {
    const size_t size = strcspn(p, ";");
    const char *equals = memchr(p, '=', size);
    if (!first && only_first)
      return sv_mask_bytes(m, p, strlen(p), out, count);
    const size_t name = equals ? (size_t)(equals + 1 - p) : 0;
    SV_TRY(sv_mask_bytes(m, p, name, out, count));
    hide_value(p + name, size - name, cookie_word(p + name, size - name), out, count);
    p += size;
    if (*p == ';') {
      sv_buf_addc(out, *p++);
      const size_t space = strspn(p, " ");
      sv_buf_add(out, p, space);
      p += space;
    }
  }
  return out->failed;
}

enum sv_status sv_mask_header(const struct sv_mask *m, const char *line, struct sv_buf *out,
                              struct sv_masked *count)
{
  const char *colon = strchr(line, ':');
  if (!colon)
    return sv_mask_bytes(m, line, strlen(line), out, count);
  const size_t name = (size_t)(colon - line);
  const enum header_kind kind = kind_of(line, name);
  if (kind == PLAIN)
    return sv_mask_bytes(m, line, strlen(line), out, count);
  const char *value = colon + 1 + strspn(colon + 1, " \t");
  SV_TRY(sv_mask_bytes(m, line, (size_t)(value - line), out, count));
  if (kind == COOKIE || kind == SET_COOKIE)
    return hide_cookies(m, value, kind == SET_COOKIE, out, count);
  const char *space = kind == CREDENTIAL ? strchr(value, ' ') : NULL;
  if (space) { /* the scheme stays */
    SV_TRY(sv_mask_bytes(m, value, (size_t)(space + 1 - value), out, count));
    value = space + 1;
  }
  hide_value(value, strlen(value), kind == CREDENTIAL ? "*hidden:token*" : "*hidden:secret*", out,
             count);
  return out->failed;
}

enum sv_status sv_mask_text(const char *text, size_t size, struct sv_buf *out)
{
  return sv_mask_bytes(NULL, text, size, out, NULL);
}

void sv_mask_free(struct sv_mask *m)
{
  if (!m)
    return;
  for (size_t i = 0; i < m->patterns.count; i++) {
    explicit_bzero(m->items[i].data, m->items[i].size);
    free(m->items[i].data);
  }
  free(m->items);
  free(m);
}
