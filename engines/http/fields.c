// SPDX-License-Identifier: Apache-2.0
/* Validators, directive lists, Strict-Transport-Security and challenges. */
#include "engines/http/fields.h"

#include "engines/base/ascii.h"

#include <string.h>

bool sv_etag_parse(const char *text, size_t size, bool *weak)
{
  const bool is_weak = size > 2 && text[0] == 'W' && text[1] == '/';
  if (weak)
    *weak = is_weak;
  const char *p = text + (is_weak ? 2 : 0);
  const char *const end = text + size;
  if (end - p < 2 || *p != '"' || end[-1] != '"')
    return false;
  for (p++; p < end - 1; p++) {
    const unsigned char c = (unsigned char)*p;
    /* etagc = %x21 / %x23-7E / obs-text */
    if (c < 0x21 || c == '"' || c == 0x7f)
      return false;
  }
  return true;
}

enum sv_status sv_directive_next(struct sv_scan *s, struct sv_param *out)
{
  if (!sv_scan_element(s))
    return SV_NOT_FOUND;
  SV_TRY(sv_scan_param(s, false, out));
  return sv_scan_comma(s) ? SV_OK : SV_INVALID;
}

enum sv_status sv_directive_find(const char *text, size_t size, const char *name,
                                 struct sv_param *out)
{
  struct sv_scan s = sv_scan_of(text, size);
  struct sv_param one;
  *out = (struct sv_param){ 0 };
  enum sv_status status;
  while ((status = sv_directive_next(&s, &one)) == SV_OK)
    if (!out->name.data && sv_span_is(one.name, name))
      *out = one;
  return status == SV_NOT_FOUND ? SV_OK : status;
}

static bool max_age(const struct sv_param *p, uint64_t *out)
{
  unsigned long long value = 0;
  if (!p->value.data || !sv_parse_uint(p->value.data, p->value.size, UINT64_MAX / 2, &value))
    return false;
  *out = value;
  return true;
}

enum sv_status sv_hsts_parse(const char *text, size_t size, struct sv_hsts *out)
{
  struct sv_scan s = sv_scan_of(text, size);
  struct sv_params all = { 0 };
  *out = (struct sv_hsts){ 0 };
  for (;;) {
    sv_scan_ows(&s);
    if (!sv_scan_done(&s) && !sv_scan_at(&s, ';')) {
      if (all.count == SV_PARAMS_MAX)
        return SV_LIMIT;
      struct sv_param *p = &all.list[all.count];
      SV_TRY(sv_scan_param(&s, true, p));
      char name[64];
      const size_t n = p->name.size < sizeof name ? p->name.size : sizeof name - 1;
      memcpy(name, p->name.data, n);
      name[n] = '\0';
      if (sv_params_find(&all, name))
        return SV_INVALID;
      all.count++;
      sv_scan_ows(&s);
    }
    if (sv_scan_done(&s))
      break;
    if (!sv_scan_take(&s, ';'))
      return SV_INVALID;
  }
  const struct sv_param *age = sv_params_find(&all, "max-age");
  const struct sv_param *sub = sv_params_find(&all, "includeSubDomains");
  out->include_subdomains = sub != NULL;
  out->preload = sv_params_find(&all, "preload") != NULL;
  return age && max_age(age, &out->max_age) && !(sub && sub->value.data) ? SV_OK : SV_INVALID;
}

/* token68 = 1*( ALPHA / DIGIT / "-._~+/" ) *"=" and then the end of the challenge. */
static bool token68(struct sv_scan *s, struct sv_span *out)
{
  struct sv_scan t = *s;
  while (t.p < t.end && (sv_is_alnum(*t.p) || strchr("-._~+/", *t.p)))
    t.p++;
  if (t.p == s->p)
    return false;
  while (sv_scan_take(&t, '='))
    ;
  *out = (struct sv_span){ .data = s->p, .size = (size_t)(t.p - s->p) };
  if (!sv_scan_comma(&t))
    return false;
  *s = t;
  return true;
}

/* Whether an auth-param is next, rather than the scheme of another challenge. */
static bool param_is_next(struct sv_scan s)
{
  const struct sv_span name = sv_scan_token(&s);
  sv_scan_ows(&s);
  return name.size > 0 && sv_scan_at(&s, '=');
}

static bool is_repeated(const struct sv_params *p, struct sv_span name)
{
  for (size_t i = 0; i < p->count; i++) {
    size_t n = 0;
    while (n < name.size && n < p->list[i].name.size &&
           sv_lower(name.data[n]) == sv_lower(p->list[i].name.data[n]))
      n++;
    if (n == name.size && n == p->list[i].name.size)
      return true;
  }
  return false;
}

enum sv_status sv_challenge_next(struct sv_scan *s, struct sv_challenge *out)
{
  out->token68 = (struct sv_span){ 0 };
  out->params.count = 0;
  if (!sv_scan_element(s))
    return SV_NOT_FOUND;
  out->scheme = sv_scan_token(s);
  if (out->scheme.size == 0)
    return SV_INVALID;
  if (sv_scan_done(s) || sv_scan_at(s, ','))
    return SV_OK;
  if (!sv_scan_at(s, ' '))
    return SV_INVALID;
  sv_scan_ows(s);
  if (sv_scan_done(s) || sv_scan_at(s, ','))
    return SV_OK;
  if (token68(s, &out->token68))
    return SV_OK;
  out->token68 = (struct sv_span){ 0 };
  do {
    struct sv_param p;
    SV_TRY(sv_scan_param(s, true, &p));
    if (!p.value.data || is_repeated(&out->params, p.name))
      return SV_INVALID;
    if (out->params.count == SV_PARAMS_MAX)
      return SV_LIMIT;
    out->params.list[out->params.count++] = p;
    if (!sv_scan_comma(s))
      return SV_INVALID;
  } while (sv_scan_element(s) && param_is_next(*s));
  return SV_OK;
}
