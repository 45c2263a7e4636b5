// SPDX-License-Identifier: Apache-2.0
/* The productions all fields share. */
#include "engines/http/scan.h"

#include "engines/base/ascii.h"

#include <string.h>

void sv_scan_ows(struct sv_scan *s)
{
  while (s->p < s->end && (*s->p == ' ' || *s->p == '\t'))
    s->p++;
}

bool sv_is_tchar(int c)
{
  return sv_is_alnum(c) || (c > 0 && c < 128 && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

struct sv_span sv_scan_token(struct sv_scan *s)
{
  struct sv_span t = { .data = s->p };
  while (s->p < s->end && sv_is_tchar(*s->p))
    s->p++;
  t.size = (size_t)(s->p - t.data);
  return t;
}

/* qdtext and quoted-pair allow tabs, spaces, visible characters and obs-text, no other control. */
static bool in_quotes(char c)
{
  const unsigned char u = (unsigned char)c;
  return u == '\t' || (u >= 0x20 && u != 0x7f);
}

bool sv_scan_quoted(struct sv_scan *s, struct sv_span *inner)
{
  if (!sv_scan_at(s, '"'))
    return false;
  const char *const start = s->p + 1;
  for (const char *p = start; p < s->end; p++) {
    if (*p == '"') {
      *inner = (struct sv_span){ .data = start, .size = (size_t)(p - start) };
      s->p = p + 1;
      return true;
    }
    if (*p == '\\' && ++p == s->end)
      return false;
    if (!in_quotes(*p))
      return false;
  }
  return false;
}

bool sv_scan_comma(struct sv_scan *s)
{
  sv_scan_ows(s);
  return sv_scan_done(s) || sv_scan_take(s, ',');
}

bool sv_scan_element(struct sv_scan *s)
{
  do
    sv_scan_ows(s);
  while (sv_scan_take(s, ','));
  return !sv_scan_done(s);
}

enum sv_status sv_scan_param(struct sv_scan *s, bool bad_space, struct sv_param *out)
{
  *out = (struct sv_param){ .name = sv_scan_token(s) };
  if (out->name.size == 0)
    return SV_INVALID;
  const struct sv_scan after_name = *s;
  if (bad_space)
    sv_scan_ows(s);
  if (!sv_scan_take(s, '=')) {
    *s = after_name;
    return SV_OK;
  }
  if (bad_space)
    sv_scan_ows(s);
  if (sv_scan_at(s, '"')) {
    out->quoted = true;
    return sv_scan_quoted(s, &out->value) ? SV_OK : SV_INVALID;
  }
  out->value = sv_scan_token(s);
  return out->value.size > 0 ? SV_OK : SV_INVALID;
}

enum sv_status sv_scan_params(struct sv_scan *s, struct sv_params *out)
{
  out->count = 0;
  for (;;) {
    const struct sv_scan before = *s;
    sv_scan_ows(s);
    if (!sv_scan_take(s, ';')) {
      *s = before;
      return SV_OK;
    }
    sv_scan_ows(s);
    if (sv_scan_done(s) || sv_scan_at(s, ';') || sv_scan_at(s, ','))
      continue;
    if (out->count == SV_PARAMS_MAX)
      return SV_LIMIT;
    SV_TRY(sv_scan_param(s, false, &out->list[out->count]));
    out->count++;
  }
}

const struct sv_param *sv_params_find(const struct sv_params *p, const char *name)
{
  for (size_t i = 0; i < p->count; i++)
    if (sv_span_is(p->list[i].name, name))
      return &p->list[i];
  return NULL;
}

bool sv_param_is(const struct sv_param *p, const char *text)
{
  if (!p->value.data)
    return false;
  if (!p->quoted)
    return sv_span_is(p->value, text);
  const char *const end = p->value.data + p->value.size;
  for (const char *v = p->value.data; v < end; v++, text++) {
    if (*v == '\\' && v + 1 < end)
      v++;
    if (!*text || sv_lower(*v) != sv_lower(*text))
      return false;
  }
  return *text == '\0';
}

bool sv_span_is(struct sv_span s, const char *text)
{
  return s.data && sv_equal_nocase_n(s.data, s.size, text);
}
