// SPDX-License-Identifier: Apache-2.0
/* Link, and Content-Security-Policy. */
#include "engines/http/fields.h"

#include "engines/base/ascii.h"

#include <string.h>

enum sv_status sv_link_next(struct sv_scan *s, struct sv_link *out)
{
  if (!sv_scan_element(s))
    return SV_NOT_FOUND;
  if (!sv_scan_take(s, '<'))
    return SV_INVALID;
  const char *const close = memchr(s->p, '>', (size_t)(s->end - s->p));
  if (!close)
    return SV_INVALID;
  out->target = (struct sv_span){ .data = s->p, .size = (size_t)(close - s->p) };
  s->p = close + 1;
  SV_TRY(sv_scan_params(s, &out->params));
  if (!sv_scan_comma(s))
    return SV_INVALID;
  size_t rels = 0;
  for (size_t i = 0; i < out->params.count; i++)
    rels += sv_span_is(out->params.list[i].name, "rel") && out->params.list[i].value.size > 0;
  return rels == 1 && sv_uri_is_reference(out->target.data, out->target.size, false) ? SV_OK
                                                                                     : SV_INVALID;
}

/* Whether one of the words of TEXT, parted by spaces and tabs, is WORD. */
static bool has_word(struct sv_span text, const char *word)
{
  struct sv_scan s = sv_scan_of(text.data, text.size);
  while (text.data) {
    sv_scan_ows(&s);
    if (sv_scan_done(&s))
      break;
    const char *const start = s.p;
    while (s.p < s.end && *s.p != ' ' && *s.p != '\t')
      s.p++;
    if (sv_equal_nocase_n(start, (size_t)(s.p - start), word))
      return true;
  }
  return false;
}

bool sv_link_has_rel(const struct sv_link *l, const char *rel)
{
  const struct sv_param *p = sv_params_find(&l->params, "rel");
  return p && has_word(p->value, rel);
}

static bool is_csp_space(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool sv_csp_next(struct sv_scan *s, struct sv_span *name, struct sv_span *value)
{
  while (!sv_scan_done(s)) {
    const char *stop = memchr(s->p, ';', (size_t)(s->end - s->p));
    const char *const next = stop ? stop + 1 : s->end;
    if (!stop)
      stop = s->end;
    const char *p = s->p;
    s->p = next;
    while (p < stop && is_csp_space(*p))
      p++;
    while (stop > p && is_csp_space(stop[-1]))
      stop--;
    if (p == stop)
      continue;
    name->data = p;
    while (p < stop && !is_csp_space(*p))
      p++;
    name->size = (size_t)(p - name->data);
    while (p < stop && is_csp_space(*p))
      p++;
    *value = (struct sv_span){ .data = p, .size = (size_t)(stop - p) };
    return true;
  }
  return false;
}

bool sv_csp_find(const char *text, size_t size, const char *name, struct sv_span *value)
{
  const char *const end = text + size;
  for (const char *p = text; p < end;) {
    const char *comma = memchr(p, ',', (size_t)(end - p));
    struct sv_scan policy = { .p = p, .end = comma ? comma : end };
    struct sv_span directive;
    while (sv_csp_next(&policy, &directive, value))
      if (sv_span_is(directive, name))
        return true;
    p = comma ? comma + 1 : end;
  }
  return false;
}

bool sv_csp_has_source(struct sv_span value, const char *source)
{
  return has_word(value, source);
}
