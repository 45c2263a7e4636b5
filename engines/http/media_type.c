// SPDX-License-Identifier: Apache-2.0
/* Media types and weights. */
#include "engines/http/media_type.h"

#include "engines/base/ascii.h"

#include <string.h>

static enum sv_status type_and_params(struct sv_scan *s, struct sv_media_type *out)
{
  out->type = sv_scan_token(s);
  if (out->type.size == 0 || !sv_scan_take(s, '/'))
    return SV_INVALID;
  out->subtype = sv_scan_token(s);
  if (out->subtype.size == 0)
    return SV_INVALID;
  SV_TRY(sv_scan_params(s, &out->params));
  /* A media type's parameters have values; a flag alone is none. */
  for (size_t i = 0; i < out->params.count; i++)
    if (!out->params.list[i].value.data)
      return SV_INVALID;
  return SV_OK;
}

enum sv_status sv_media_type_parse(const char *text, size_t size, struct sv_media_type *out)
{
  struct sv_scan s = sv_scan_of(text, size);
  sv_scan_ows(&s);
  SV_TRY(type_and_params(&s, out));
  sv_scan_ows(&s);
  return sv_scan_done(&s) ? SV_OK : SV_INVALID;
}

bool sv_media_type_is(const struct sv_media_type *m, const char *name)
{
  size_t n = 0;
  while (n < m->type.size && name[n] && sv_lower(name[n]) == sv_lower(m->type.data[n]))
    n++;
  return n == m->type.size && name[n] == '/' && sv_span_is(m->subtype, name + n + 1);
}

static bool has_suffix(const struct sv_media_type *m, const char *suffix)
{
  const size_t n = strlen(suffix);
  return m->subtype.size > n && sv_equal_nocase_n(m->subtype.data + m->subtype.size - n, n, suffix);
}

bool sv_content_type_is(const char *value, const char *name)
{
  struct sv_media_type m;
  return value && sv_media_type_parse(value, strlen(value), &m) == SV_OK &&
         sv_media_type_is(&m, name);
}

bool sv_media_type_is_json(const struct sv_media_type *m)
{
  return sv_media_type_is(m, "application/json") || has_suffix(m, "+json");
}

bool sv_media_type_is_xml(const struct sv_media_type *m)
{
  return sv_media_type_is(m, "application/xml") || sv_media_type_is(m, "text/xml") ||
         has_suffix(m, "+xml");
}

/* qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] ), in thousandths; false when it is
 * none. */
static bool weight(struct sv_span v, unsigned *q)
{
  if (v.size == 0 || v.size > 5 || (v.data[0] != '0' && v.data[0] != '1'))
    return false;
  *q = v.data[0] == '1' ? 1000 : 0;
  if (v.size == 1)
    return true;
  unsigned scale = 100;
  for (size_t i = 2; i < v.size; i++, scale /= 10) {
    if (!sv_is_digit(v.data[i]))
      return false;
    *q += (unsigned)(v.data[i] - '0') * scale;
  }
  return v.data[1] == '.' && *q <= 1000;
}

enum sv_status sv_accept_next(struct sv_scan *s, struct sv_media_type *range, unsigned *q)
{
  if (!sv_scan_element(s))
    return SV_NOT_FOUND;
  SV_TRY(type_and_params(s, range));
  if (!sv_scan_comma(s))
    return SV_INVALID;
  *q = 1000;
  const struct sv_param *p = sv_params_find(&range->params, "q");
  return !p || (!p->quoted && weight(p->value, q)) ? SV_OK : SV_INVALID;
}

enum sv_status sv_weighted_next(struct sv_scan *s, struct sv_span *value, unsigned *q)
{
  if (!sv_scan_element(s))
    return SV_NOT_FOUND;
  *value = sv_scan_token(s);
  struct sv_params params;
  if (value->size == 0)
    return SV_INVALID;
  SV_TRY(sv_scan_params(s, &params));
  if (!sv_scan_comma(s) || params.count > 1)
    return SV_INVALID;
  *q = 1000;
  if (params.count == 0)
    return SV_OK;
  const struct sv_param *p = &params.list[0];
  return sv_span_is(p->name, "q") && !p->quoted && p->value.data && weight(p->value, q)
             ? SV_OK
             : SV_INVALID;
}
