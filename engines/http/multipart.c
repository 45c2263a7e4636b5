// SPDX-License-Identifier: Apache-2.0
/* Delimiter lines, and the fields between them. */
#include "engines/http/multipart.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <string.h>

#ifndef N_
#define N_(text) text
#endif

/* bchars without the blank, which stands inside only */
static bool is_boundary_char(char c)
{
  return sv_is_alnum(c) || (c && strchr("'()+_,-./:=?", c) != NULL);
}

static enum sv_status read_boundary(struct sv_multipart *m, const struct sv_media_type *type,
                                    struct sv_error *err)
{
  const struct sv_param *p = sv_params_find(&type->params, "boundary");
  size_t n = 4;
  memcpy(m->delimiter, "\r\n--", 4);
  for (size_t i = 0; p && i < p->value.size; i++) {
    const char c = p->value.data[i];
    if (p->quoted && c == '\\')
      continue;
    if ((!is_boundary_char(c) && c != ' ') || n == 4 + SV_MULTIPART_BOUNDARY_MOST)
      return sv_fail(err, SV_INVALID,
                     N_("the boundary in Content-Type is not 1 to 70 of the signs that may part"));
    m->delimiter[n++] = c;
  }
  if (n == 4 || m->delimiter[n - 1] == ' ')
    return sv_fail(err, SV_INVALID, N_("Content-Type has no boundary"));
  m->delimiter_size = n;
  return SV_OK;
}

/* Whether what follows a delimiter at P ends its line: *NEXT is behind it then, *FINAL tells that
 * it is the last one. A longer word is content. */
static bool ends_line(const struct sv_multipart *m, const char *p, const char **next, bool *final)
{
  *final = m->end - p >= 2 && p[0] == '-' && p[1] == '-';
  if (*final)
    p += 2;
  while (p < m->end && (*p == ' ' || *p == '\t'))
    p++;
  *next = m->end - p >= 2 ? p + 2 : m->end;
  return (m->end - p >= 2 && p[0] == '\r' && p[1] == '\n') || (*final && p == m->end);
}

/* Finds the next delimiter line from P on, whose first byte is *AT and behind which is *NEXT. */
static bool find_delimiter(const struct sv_multipart *m, const char *p, const char **at,
                           const char **next, bool *final)
{
  while ((p = memmem(p, (size_t)(m->end - p), m->delimiter, m->delimiter_size)) != NULL) {
    *at = p;
    bool last;
    if (ends_line(m, p + m->delimiter_size, next, &last)) {
      *final = last;
      return true;
    }
    p += m->delimiter_size;
  }
  return false;
}

enum sv_status sv_multipart_begin(struct sv_multipart *m, const struct sv_media_type *type,
                                  const char *body, size_t size, struct sv_error *err)
{
  const char *at;
  *m = (struct sv_multipart){ .p = body, .end = body + size };
  SV_TRY(read_boundary(m, type, err));
  const size_t bare = m->delimiter_size - 2; /* at the very beginning no line has to end before */
  const bool first = size >= bare && memcmp(body, m->delimiter + 2, bare) == 0 &&
                     ends_line(m, body + bare, &m->p, &m->closed);
  if (!first && !find_delimiter(m, body, &at, &m->p, &m->closed))
    return sv_fail(err, SV_INVALID, N_("the boundary of Content-Type is not in the body"));
  return m->closed ? sv_fail(err, SV_INVALID, N_("there is no part before the final boundary"))
                   : SV_OK;
}

static struct sv_span trimmed(const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  while (end > p && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  return (struct sv_span){ .data = p, .size = (size_t)(end - p) };
}

static enum sv_status read_field(struct sv_multipart_part *out, const char *p, const char *end,
                                 struct sv_error *err)
{
  struct sv_scan s = sv_scan_of(p, (size_t)(end - p));
  if (*p == ' ' || *p == '\t')
    return sv_fail_limit(err, "part-folded", N_("a field of a part goes on in the next line"));
  if (out->field_count == SV_MULTIPART_FIELDS_MOST)
    return sv_fail_limit(err, "part-fields", N_("a part has more than 32 fields"));
  struct sv_multipart_field *f = &out->fields[out->field_count++];
  f->name = sv_scan_token(&s);
  if (f->name.size == 0 || !sv_scan_take(&s, ':') || memchr(p, '\0', (size_t)(end - p)) ||
      memchr(p, '\r', (size_t)(end - p)))
    return sv_fail(err, SV_INVALID, N_("a line above the content of a part is no field"));
  f->value = trimmed(s.p, end);
  return SV_OK;
}

/* The fields of the part from P on, which ends at STOP; *P is behind them then. */
static enum sv_status read_fields(struct sv_multipart_part *out, const char **p, const char *stop,
                                  struct sv_error *err)
{
  const char *const begin = *p;
  while (*p < stop) {
    const char *line = memmem(*p, (size_t)(stop - *p), "\r\n", 2);
    if (!line)
      return sv_fail(err, SV_INVALID, N_("a part has no empty line before its content"));
    if (line - begin > SV_MULTIPART_HEAD_MOST)
      return sv_fail_limit(err, "part-head", N_("the fields of a part are longer than 16 KiB"));
    const char *const from = *p;
    *p = line + 2;
    if (line == from)
      return SV_OK;
    SV_TRY(read_field(out, from, line, err));
  }
  return SV_OK; /* the line end of the delimiter is the empty line: no content */
}

enum sv_status sv_multipart_next(struct sv_multipart *m, struct sv_multipart_part *out,
                                 struct sv_error *err)
{
  const char *stop, *next;
  if (m->closed)
    return SV_NOT_FOUND;
  if (m->count == SV_MULTIPART_PARTS_MOST)
    return sv_fail_limit(err, "multipart-parts", N_("the body has more than 1000 parts"));
  if (!find_delimiter(m, m->p, &stop, &next, &m->closed))
    return sv_fail(err, SV_INVALID, N_("the final boundary is missing"));
  const char *p = m->p;
  out->field_count = 0;
  SV_TRY(read_fields(out, &p, stop, err));
  out->content = (struct sv_span){ .data = p, .size = (size_t)(stop - p) };
  m->p = next;
  m->count++;
  return SV_OK;
}

const struct sv_span *sv_multipart_field(const struct sv_multipart_part *part, const char *name)
{
  for (size_t i = 0; i < part->field_count; i++)
    if (sv_span_is(part->fields[i].name, name))
      return &part->fields[i].value;
  return NULL;
}

enum sv_status sv_multipart_name(const struct sv_multipart_part *part, struct sv_span *disposition,
                                 struct sv_buf *out, struct sv_error *err)
{
  const struct sv_span *field = sv_multipart_field(part, "Content-Disposition");
  struct sv_params params;
  struct sv_span kind = { .data = NULL };
  if (disposition)
    *disposition = kind;
  if (!field)
    return SV_OK;
  struct sv_scan s = sv_scan_of(field->data, field->size);
  kind = sv_scan_token(&s);
  if (kind.size == 0 || sv_scan_params(&s, &params) != SV_OK || !sv_scan_done(&s))
    return sv_fail(err, SV_INVALID, N_("Content-Disposition of a part cannot be read"));
  if (disposition)
    *disposition = kind;
  const struct sv_param *name = sv_params_find(&params, "name");
  const size_t before = out->size;
  for (size_t i = 0; name && i < name->value.size; i++) {
    const bool escaped = name->quoted && name->value.data[i] == '\\' && i + 1 < name->value.size;
    SV_TRY(sv_buf_addc(out, name->value.data[escaped ? ++i : i]));
  }
  if (sv_utf8_check(sv_buf_text(out) + before, out->size - before) < out->size - before)
    return sv_fail(err, SV_INVALID, N_("the name of a part is not UTF-8"));
  return SV_OK;
}
