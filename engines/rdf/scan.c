// SPDX-License-Identifier: Apache-2.0
/* The scanner: faults with their place, white space, strings, numbers. */
#include "engines/rdf/scan.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/doc/build.h"

#include <stdlib.h>
#include <string.h>

bool sv_scan_begin(struct sv_scan *s, struct sv_graph *g, const char *data, size_t size,
                   const struct sv_rdf_options *opt)
{
  *s = (struct sv_scan){ .graph = g, .opt = opt, .start = data, .p = data, .end = data + size };
  s->line_start = s->released = data;
  s->line = 1;
  s->text = SV_BUF(g->limits.literal_bytes + 16);
  s->whole = SV_BUF(g->limits.iri_bytes * 2 + 16);
  s->base = opt->base;
  s->base_size = opt->base ? strlen(opt->base) : 0;
  if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
    s->p += 3;
  return true;
}

static void free_prefix(struct sv_scan *s)
{
  sv_map_free(&s->prefixes);
}

void sv_scan_end(struct sv_scan *s)
{
  sv_buf_free(&s->text);
  sv_buf_free(&s->whole);
  free_prefix(s);
}

/* Line and column of P; a token may hold line ends that are not counted yet. */
static void locate(const struct sv_scan *s, const char *p, struct sv_doc_finding *f)
{
  const char *from = s->line_start;
  f->line = s->line;
  for (const char *nl = from; nl < p && (nl = memchr(nl, '\n', (size_t)(p - nl))) != NULL;) {
    from = ++nl;
    f->line++;
  }
  f->column = sv_utf8_length(from, (size_t)(p - from)) + 1;
  f->offset = (size_t)(p - s->start);
}

int sv_scan_fault(struct sv_scan *s, const char *p, const char *msgid)
{
  if (s->status != SV_OK)
    return 0;
  s->status = SV_INVALID;
  s->fault = (struct sv_doc_finding){
    .kind = SV_DOC_MALFORMED, .is_error = true, .rule = "malformed", .msgid = msgid
  };
  if (strstr(msgid, "{found}")) {
    if (p < s->end)
      sv_finding_found(&s->fault, p, s->end);
    else
      s->fault.msgid = N_("The text ends in the middle of a statement.");
  }
  locate(s, p, &s->fault);
  return 0;
}

int sv_scan_encoding(struct sv_scan *s, const char *p)
{
  (void)sv_scan_fault(s, p, N_("The bytes here are not UTF-8; save the file as UTF-8."));
  s->fault.kind = SV_DOC_ENCODING;
  s->fault.rule = "encoding";
  return 0;
}

int sv_scan_limit(struct sv_scan *s, const char *name, const char *msgid)
{
  (void)sv_graph_fail_limit(s->graph, name, msgid);
  if (s->status == SV_OK)
    s->status = s->graph->status;
  return 0;
}

static bool skip_comment(struct sv_scan *s)
{
  const char *nl = memchr(s->p, '\n', (size_t)(s->end - s->p));
  const char *to = nl ? nl : s->end;
  const size_t n = (size_t)(to - s->p);
  const size_t bad = sv_utf8_check(s->p, n);
  if (bad < n)
    return sv_scan_encoding(s, s->p + bad);
  s->p = to;
  return true;
}

bool sv_scan_space(struct sv_scan *s)
{
  for (;;) {
    if (s->p == s->end)
      return true;
    switch (*s->p) {
    case '\n':
      s->line++;
      s->line_start = s->p + 1; /* fall through */
    case ' ':
    case '\t':
    case '\r':
      s->p++;
      break;
    case '#':
      if (!skip_comment(s))
        return false;
      break;
    default:
      return true;
    }
  }
}

bool sv_scan_is(const struct sv_scan *s, const char *word)
{
  const size_t n = strlen(word);
  return (size_t)(s->end - s->p) >= n && memcmp(s->p, word, n) == 0;
}

bool sv_scan_take(struct sv_scan *s, const char *word)
{
  if (!sv_scan_is(s, word))
    return false;
  s->p += strlen(word);
  return true;
}

bool sv_scan_escape(const char *p, const char *end, size_t *n, uint32_t *code)
{
  const size_t digits = end - p > 1 && p[0] == '\\' ? (p[1] == 'u' ? 4 : p[1] == 'U' ? 8 : 0) : 0;
  uint32_t value = 0;
  if (digits == 0 || (size_t)(end - p) < digits + 2)
    return false;
  for (size_t i = 2; i < digits + 2; i++) {
    const int x = sv_hex((unsigned char)p[i]);
    if (x < 0 || value > 0x0FFFFFFF)
      return false;
    value = value << 4 | (uint32_t)x;
  }
  *n = digits + 2;
  *code = value;
  return value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
}

/* One escape of a string: \t, \u00E5 and so on. */
static bool add_escape(struct sv_scan *s)
{
  static const char names[] = "tbnrf\"'\\";
  static const char values[] = "\t\b\n\r\f\"'\\";
  const char *found = s->end - s->p > 1 && s->p[1] ? strchr(names, s->p[1]) : NULL;
  if (found) {
    (void)sv_buf_addc(&s->text, values[found - names]);
    s->p += 2;
    return true;
  }
  size_t n = 0;
  uint32_t code;
  char utf8[4];
  if (!sv_scan_escape(s->p, s->end, &n, &code)) {
    return sv_scan_fault(s, s->p,
                         N_("The backslash here does not begin a known escape; write \\\\ for a "
                            "backslash, or \\u and four hexadecimal digits of a character."));
  }
  (void)sv_buf_add(&s->text, utf8, sv_utf8_encode(code, utf8));
  s->p += n;
  return true;
}

/* Where the run of bytes ends that need no care inside a string. */
static const char *plain_run(const char *p, const char *end, char quote)
{
  while (p < end && *p != quote && *p != '\\' && *p != '\n' && *p != '\r' &&
         (unsigned char)*p < 0x80)
    p++;
  return p;
}

/* A byte that ended a plain run, the closing quote excepted. */
static bool odd_byte(struct sv_scan *s, bool is_long, bool *copied, const char *from)
{
  const unsigned char c = (unsigned char)*s->p;
  if (c == '\\') {
    if (!*copied) {
      s->text.size = 0;
      (void)sv_buf_add(&s->text, from, (size_t)(s->p - from));
      *copied = true;
    }
    return add_escape(s);
  }
  if (c == '\n' || c == '\r') {
    if (!is_long)
      return sv_scan_fault(s, s->p,
                           N_("The line ends inside a string; close it with its quote, or write "
                              "\\n for the line end."));
  } else if (c >= 0x80) {
    uint32_t code;
    const size_t n = sv_utf8_decode(s->p, s->end, &code);
    if (n == 0)
      return sv_scan_encoding(s, s->p);
    if (*copied)
      (void)sv_buf_add(&s->text, s->p, n);
    s->p += n;
    return true;
  }
  if (*copied)
    (void)sv_buf_addc(&s->text, *s->p);
  s->p++;
  return true;
}

/* Counts the line ends that a string held. */
static void count_lines(struct sv_scan *s, const char *from)
{
  const char *nl;
  while ((nl = memchr(from, '\n', (size_t)(s->p - from))) != NULL) {
    s->line++;
    s->line_start = from = nl + 1;
  }
}

static bool finish_string(struct sv_scan *s, const char *from, bool copied, struct sv_span *text)
{
  const size_t size = copied ? s->text.size : (size_t)(s->p - from);
  if (size > s->graph->limits.literal_bytes || s->text.failed != SV_OK)
    return sv_scan_limit(s, "rdf-literal-bytes", N_("a literal is longer than the limit allows"));
  *text = (struct sv_span){ copied ? sv_buf_text(&s->text) : from, size };
  return true;
}

bool sv_scan_string(struct sv_scan *s, bool long_too, struct sv_span *text)
{
  const char *const open = s->p;
  const char quote = *open;
  const bool is_long = long_too && s->end - s->p >= 3 && open[1] == quote && open[2] == quote;
  s->p += is_long ? 3 : 1;
  const char *const from = s->p;
  bool copied = false;
  for (;;) {
    const char *to = plain_run(s->p, s->end, quote);
    if (copied && to > s->p)
      (void)sv_buf_add(&s->text, s->p, (size_t)(to - s->p));
    s->p = to;
    if (s->p == s->end)
      return sv_scan_fault(s, open, N_("The string that begins here is never closed."));
    if (*s->p == quote &&
        (!is_long || (s->end - s->p >= 3 && s->p[1] == quote && s->p[2] == quote)))
      break;
    if (!odd_byte(s, is_long, &copied, from))
      return false;
  }
  if (!finish_string(s, from, copied, text))
    return false;
  if (is_long)
    count_lines(s, from);
  s->p += is_long ? 3 : 1;
  return true;
}

bool sv_scan_lang(struct sv_scan *s, struct sv_span *lang, enum sv_direction *direction)
{
  const char *const from = s->p;
  *direction = SV_NO_DIRECTION;
  while (s->p < s->end && sv_is_alpha((unsigned char)*s->p))
    s->p++;
  bool well = s->p > from && s->p - from <= 8; /* BCP 47 2.1: no subtag is longer */
  while (well && s->p < s->end && *s->p == '-' && !sv_scan_is(s, "--")) {
    const char *part = ++s->p;
    while (s->p < s->end && sv_is_alnum((unsigned char)*s->p))
      s->p++;
    well = s->p > part && s->p - part <= 8;
  }
  if (!well)
    return sv_scan_fault(s, from,
                         N_("A language tag such as nb, nn or en-GB was expected after \"@\"."));
  *lang = (struct sv_span){ from, (size_t)(s->p - from) };
  if (!sv_scan_take(s, "--"))
    return true;
  const bool ltr = sv_scan_take(s, "ltr");
  if ((!ltr && !sv_scan_take(s, "rtl")) || (s->p < s->end && sv_is_alnum((unsigned char)*s->p)))
    return sv_scan_fault(s, s->p, N_("\"ltr\" or \"rtl\" was expected after \"--\"."));
  *direction = ltr ? SV_LTR : SV_RTL;
  return true;
}

static size_t digits(const char *p, const char *end)
{
  const char *from = p;
  while (p < end && sv_is_digit((unsigned char)*p))
    p++;
  return (size_t)(p - from);
}

/* The length of an exponent at P, 0 when there is none. */
static size_t exponent(const char *p, const char *end)
{
  if (p == end || sv_lower((unsigned char)*p) != 'e')
    return 0;
  const size_t sign = end - p > 1 && (p[1] == '+' || p[1] == '-') ? 2 : 1;
  const size_t n = digits(p + sign, end);
  return n ? sign + n : 0;
}

sv_term sv_scan_number(struct sv_scan *s)
{
  const char *const from = s->p;
  const char *p = from + (*from == '+' || *from == '-');
  const size_t whole = digits(p, s->end);
  sv_term type = SV_XSD_INTEGER;
  p += whole;
  if (p < s->end && *p == '.') {
    const size_t fraction = digits(p + 1, s->end);
    if (fraction || (whole && exponent(p + 1, s->end))) {
      p += 1 + fraction;
      type = SV_XSD_DECIMAL;
    }
  }
  const size_t e = whole || type == SV_XSD_DECIMAL ? exponent(p, s->end) : 0;
  if (e) {
    p += e;
    type = SV_XSD_DOUBLE;
  }
  if (!whole && type == SV_XSD_INTEGER)
    return (sv_term)sv_scan_fault(s, from, N_("A number was expected here, not {found}."));
  s->p = p;
  return sv_graph_literal(s->graph, from, (size_t)(p - from), type);
}
