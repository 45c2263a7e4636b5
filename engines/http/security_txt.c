// SPDX-License-Identifier: Apache-2.0
/* Reading security.txt; the numbers in comments are sections of RFC 9116. */
#include "engines/http/security_txt.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/base/utf8.h"
#include "engines/http/language.h"
#include "engines/http/scan.h"

#include <string.h>

enum { SIZE_MAX_TXT = 32 * 1024 };

enum kind { URI_FIELD = 1, EXPIRES_FIELD, LANGUAGES_FIELD };

static const struct {
  const char *name;
  enum kind kind;
} known[] = {
  { "Acknowledgments", URI_FIELD },
  { "Canonical", URI_FIELD },
  { "Contact", URI_FIELD },
  { "Encryption", URI_FIELD },
  { "Hiring", URI_FIELD },
  { "Policy", URI_FIELD },
  { "CSAF", URI_FIELD },
  { "Expires", EXPIRES_FIELD },
  { "Preferred-Languages", LANGUAGES_FIELD },
};

bool sv_security_txt_is_meant(const char *text, size_t size)
{
  size_t i = size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  while (i < size && sv_is_space((unsigned char)text[i]))
    i++;
  return i < size && !strchr("<{[", text[i]);
}

struct reader {
  struct sv_security_txt *out;
  uint32_t line;
  enum { PLAIN, SIGN_HEAD, SIGNED, SIGNATURE, AFTER } state;
};

static void fault(struct sv_security_txt *t, enum sv_security_txt_code code, uint32_t line,
                  struct sv_span text)
{
  t->faults[t->fault_count++] =
      (struct sv_security_txt_fault){ .code = code, .line = line, .text = text };
}

static bool is_web(struct sv_span v, const char *scheme)
{
  const size_t n = strlen(scheme);
  return v.size > n && sv_equal_nocase_n(v.data, n, scheme);
}

static void judge_languages(struct reader *r, struct sv_span v)
{
  const char *const end = v.data + v.size;
  for (const char *p = v.data;;) {
    const char *comma = memchr(p, ',', (size_t)(end - p));
    const char *stop = comma ? comma : end;
    while (p < stop && *p == ' ')
      p++;
    while (stop > p && stop[-1] == ' ')
      stop--;
    if (!sv_language_is_well_formed(p, (size_t)(stop - p))) {
      fault(r->out, SV_TXT_LANGUAGES_FORM, r->line, v);
      return;
    }
    if (!comma)
      return;
    p = comma + 1;
  }
}

static void judge_value(struct reader *r, enum kind kind, struct sv_span v)
{
  struct sv_instant when;
  if (kind == URI_FIELD) {
    if (!sv_uri_is_absolute(v.data, v.size, false))
      fault(r->out, SV_TXT_NOT_URI, r->line, v);
    else if (is_web(v, "http:"))
      fault(r->out, SV_TXT_NOT_HTTPS, r->line, v);
  } else if (kind == LANGUAGES_FIELD) {
    judge_languages(r, v);
  } else if (sv_date_time_parse(v.data, v.size, &when)) {
    r->out->expires = when.seconds;
    r->out->has_expires = true;
  } else {
    fault(r->out, SV_TXT_EXPIRES_FORM, r->line, v);
  }
}

/* field = name ":" SP value (4) */
static void read_field(struct reader *r, struct sv_span line)
{
  struct sv_scan s = sv_scan_of(line.data, line.size);
  struct sv_security_txt_field f = { .line = r->line };
  const char *const start = s.p;
  while (s.p<s.end && * s.p> 0x20 && *s.p < 0x7f && *s.p != ':')
    s.p++;
  f.name = (struct sv_span){ .data = start, .size = (size_t)(s.p - start) };
  if (f.name.size == 0 || !sv_scan_take(&s, ':') || !sv_scan_take(&s, ' ') || sv_scan_done(&s)) {
    fault(r->out, SV_TXT_LINE, r->line, line);
    return;
  }
  while (s.end > s.p && (s.end[-1] == ' ' || s.end[-1] == '\t'))
    s.end--;
  f.value = (struct sv_span){ .data = s.p, .size = (size_t)(s.end - s.p) };
  r->out->fields[r->out->count++] = f;
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    if (sv_span_is(f.name, known[i].name))
      judge_value(r, known[i].kind, f.value);
}

static bool is_line(struct sv_span line, const char *text)
{
  return line.size == strlen(text) && memcmp(line.data, text, line.size) == 0;
}

/* 2.3: the frame of an OpenPGP cleartext signature (RFC 4880 7). True when the line belongs to the
 * frame. */
static bool read_frame(struct reader *r, struct sv_span *line)
{
  switch (r->state) {
  case PLAIN:
    if (r->line != 1 || !is_line(*line, "-----BEGIN PGP SIGNED MESSAGE-----"))
      return false;
    r->state = SIGN_HEAD;
    r->out->is_signed = true;
    return true;
  case SIGN_HEAD:
    if (line->size == 0)
      r->state = SIGNED;
    return true;
  case SIGNED:
    if (is_line(*line, "-----BEGIN PGP SIGNATURE-----")) {
      r->state = SIGNATURE;
      return true;
    }
    if (line->size >= 2 && memcmp(line->data, "- ", 2) == 0) {
      line->data += 2;
      line->size -= 2;
    }
    return false;
  case SIGNATURE:
    if (is_line(*line, "-----END PGP SIGNATURE-----"))
      r->state = AFTER;
    return true;
  case AFTER:
    break;
  }
  if (line->size > 0)
    fault(r->out, SV_TXT_SIGNATURE, r->line, *line);
  return true;
}

static void read_line(struct reader *r, struct sv_span line)
{
  if (memchr(line.data, '\r', line.size))
    fault(r->out, SV_TXT_LINE_END, r->line, line);
  else if (!read_frame(r, &line) && line.size > 0 && line.data[0] != '#')
    read_field(r, line);
}

static void judge_whole(struct reader *r)
{
  static const struct sv_span none = { 0 };
  struct sv_security_txt *t = r->out;
  if (r->state != PLAIN && r->state != AFTER)
    fault(t, SV_TXT_SIGNATURE, 0, none);
  if (!sv_security_txt_find(t, "Contact", 0))
    fault(t, SV_TXT_NO_CONTACT, 0, none);
  const struct sv_security_txt_field *second = sv_security_txt_find(t, "Expires", 1);
  if (!sv_security_txt_find(t, "Expires", 0))
    fault(t, SV_TXT_NO_EXPIRES, 0, none);
  else if (second)
    fault(t, SV_TXT_EXPIRES_TWICE, second->line, second->value);
  second = sv_security_txt_find(t, "Preferred-Languages", 1);
  if (second)
    fault(t, SV_TXT_LANGUAGES_TWICE, second->line, second->value);
}

enum sv_status sv_security_txt_parse(const char *text, size_t size, struct sv_arena *a,
                                     struct sv_security_txt *out)
{
  *out = (struct sv_security_txt){ 0 };
  if (size > SIZE_MAX_TXT)
    return SV_LIMIT;
  size_t lines = 1;
  for (size_t i = 0; i < size; i++)
    lines += text[i] == '\n';
  /* A line makes at most one field and one fault; the file as a whole makes at most six. */
  out->fields = sv_arena_calloc(a, lines, sizeof *out->fields);
  out->faults = sv_arena_calloc(a, lines + 8, sizeof *out->faults);
  if (!out->fields || !out->faults)
    return SV_NO_MEMORY;
  struct reader r = { .out = out };
  const size_t bad = sv_utf8_check(text, size);
  if (bad < size)
    fault(out, SV_TXT_NOT_UTF8, 0, (struct sv_span){ .data = text + bad, .size = 1 });
  const char *const end = text + size;
  for (const char *p = text; p < end;) {
    const char *const feed = memchr(p, '\n', (size_t)(end - p));
    const char *stop = feed ? feed : end;
    r.line++;
    const char *const next = feed ? feed + 1 : end;
    if (feed && stop > p && stop[-1] == '\r')
      stop--;
    const struct sv_span line = { .data = p, .size = (size_t)(stop - p) };
    read_line(&r, line);
    if (!feed && r.state == PLAIN)
      fault(out, SV_TXT_LINE_END, r.line, line);
    p = next;
  }
  judge_whole(&r);
  return SV_OK;
}

const struct sv_security_txt_field *sv_security_txt_find(const struct sv_security_txt *t,
                                                         const char *name, size_t n)
{
  for (size_t i = 0; i < t->count; i++)
    if (sv_span_is(t->fields[i].name, name) && n-- == 0)
      return &t->fields[i];
  return NULL;
}
