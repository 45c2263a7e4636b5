// SPDX-License-Identifier: Apache-2.0
/* Requests and answers as plain data: decoding of the target, lookup of names, headers of the
 * answer. */
#include "reference/exchange.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXCHANGE_MEMORY = 1 << 20, BODY_MAX = 16 << 20, VALUE_MAX = 4096 };

struct sv_exchange *sv_exchange_new(void)
{
  struct sv_exchange *x = calloc(1, sizeof *x);
  if (!x)
    return NULL;
  x->arena = SV_ARENA(EXCHANGE_MEMORY);
  x->answer.body = SV_BUF(BODY_MAX);
  return x;
}

void sv_exchange_free(struct sv_exchange *x)
{
  if (!x)
    return;
  sv_buf_free(&x->answer.body);
  sv_arena_free(&x->arena);
  free(x);
}

/* The SIZE bytes at TEXT with %XX undone, or NULL when they cannot be: RFC 3986 2.1, and UTF-8
 * only. */
static char *decode(struct sv_exchange *x, const char *text, size_t size, bool plus)
{
  char *out = sv_arena_alloc(&x->arena, size + 1);
  if (!out)
    return NULL;
  size_t n = 0;
  for (size_t i = 0; i < size; i++) {
    if (text[i] != '%') {
      out[n++] = plus && text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < size ? sv_hex((unsigned char)text[i + 1]) : -1;
    const int low = high < 0 ? -1 : sv_hex((unsigned char)text[i + 2]);
    if (low < 0 || high * 16 + low == 0)
      return NULL;
    out[n++] = (char)(high * 16 + low);
    i += 2;
  }
  out[n] = '\0';
  return sv_utf8_check(out, n) == n ? out : NULL;
}

void sv_request_target(struct sv_exchange *x, const char *target)
{
  x->request.target = sv_arena_strdup(&x->arena, target);
  if (!x->request.target)
    return;
  const char *t = x->request.target;
  const size_t path = strcspn(t, "?#");
  char *decoded = decode(x, t, path, false);
  for (const char *p = t[path] == '?' ? t + path + 1 : NULL; p && *p && decoded;) {
    const size_t size = strcspn(p, "&#");
    const char *equal = memchr(p, '=', size);
    const size_t name = equal ? (size_t)(equal - p) : size;
    const char *key = decode(x, p, name, true);
    const char *value = equal ? decode(x, equal + 1, size - name - 1, true) : "";
    if (!key || !value)
      decoded = NULL;
    else if (size > 0)
      sv_pairs_add(&x->request.query, key, value);
    p = p[size] == '&' ? p + size + 1 : NULL;
  }
  x->request.path = decoded;
}

void sv_pairs_add(struct sv_pairs *p, const char *name, const char *value)
{
  if (p->count < SV_PAIRS_MAX && name && value)
    p->list[p->count++] = (struct sv_pair){ name, value };
}

const char *sv_pairs_get(const struct sv_pairs *p, const char *name)
{
  for (size_t i = 0; i < p->count; i++)
    if (sv_equal_nocase(p->list[i].name, name))
      return p->list[i].value;
  return NULL;
}

void sv_pairs_drop(struct sv_pairs *p, const char *name)
{
  size_t n = 0;
  for (size_t i = 0; i < p->count; i++)
    if (!sv_equal_nocase(p->list[i].name, name))
      p->list[n++] = p->list[i];
  p->count = n;
}

const char *sv_request_header(const struct sv_exchange *x, const char *name)
{
  return sv_pairs_get(&x->request.headers, name);
}

const char *sv_request_query(const struct sv_exchange *x, const char *name)
{
  const struct sv_pairs *q = &x->request.query;
  for (size_t i = 0; i < q->count; i++)
    if (strcmp(q->list[i].name, name) == 0)
      return q->list[i].value;
  return NULL;
}

static SV_FORMAT(2, 0) const char *print(struct sv_exchange *x, const char *fmt, va_list args)
{
  char text[VALUE_MAX];
  const int n = vsnprintf(text, sizeof text, fmt, args);
  const char *copy = n < 0 ? NULL : sv_arena_strdup(&x->arena, text);
  return copy ? copy : "";
}

const char *sv_exchange_printf(struct sv_exchange *x, const char *fmt, ...)
{
  va_list args;
  va_start(args, fmt);
  const char *text = print(x, fmt, args);
  va_end(args);
  return text;
}

/* Where the value of that name is kept, or NULL. */
static struct sv_pair *find(struct sv_pairs *p, const char *name)
{
  for (size_t i = 0; i < p->count; i++)
    if (sv_equal_nocase(p->list[i].name, name))
      return &p->list[i];
  return NULL;
}

void sv_answer_set(struct sv_exchange *x, const char *name, const char *fmt, ...)
{
  va_list args;
  va_start(args, fmt);
  const char *value = print(x, fmt, args);
  va_end(args);
  struct sv_pair *old = find(&x->answer.headers, name);
  if (old)
    old->value = value;
  else
    sv_pairs_add(&x->answer.headers, name, value);
}

void sv_answer_append(struct sv_exchange *x, const char *name, const char *fmt, ...)
{
  va_list args;
  va_start(args, fmt);
  const char *value = print(x, fmt, args);
  va_end(args);
  struct sv_pair *old = find(&x->answer.headers, name);
  if (old)
    old->value = sv_exchange_printf(x, "%s, %s", old->value, value);
  else
    sv_pairs_add(&x->answer.headers, name, value);
}
