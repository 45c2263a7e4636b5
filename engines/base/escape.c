// SPDX-License-Identifier: Apache-2.0
/* One loop for all syntaxes; what differs is a table of what ASCII characters become. */
#include "engines/base/escape.h"

#include "engines/base/shown.h"
#include "engines/base/utf8.h"

#include <stdbool.h>
#include <string.h>

typedef const char *const table[128];

static table plain = { NULL };

static table html = {
  ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#x27;",
};

static table xml = {
  ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&apos;",
};

static table csv = { ['"'] = "\"\"" };

static table markdown = {
  ['\\'] = "\\\\", ['`'] = "\\`",   ['*'] = "\\*",           ['_'] = "\\_", ['{'] = "\\{",
  ['}'] = "\\}",   ['['] = "\\[",   [']'] = "\\]",           ['<'] = "\\<", ['>'] = "\\>",
  ['#'] = "\\#",   ['|'] = "\\|",   ['~'] = "\\~",           ['!'] = "\\!", [':'] = "\\:",
  ['$'] = "\\$",   ['&'] = "&amp;", ['@'] = "@\xE2\x80\x8B",
};

/* The rest of the control characters are written as numbers. */
static table json = {
  ['"'] = "\\\"", ['\\'] = "\\\\", ['\b'] = "\\b", ['\f'] = "\\f",
  ['\n'] = "\\n", ['\r'] = "\\r",  ['\t'] = "\\t",
};

static table json_html = {
  ['"'] = "\\\"", ['\\'] = "\\\\", ['\b'] = "\\b",    ['\f'] = "\\f",    ['\n'] = "\\n",
  ['\r'] = "\\r", ['\t'] = "\\t",  ['<'] = "\\u003C", ['>'] = "\\u003E", ['&'] = "\\u0026",
};

static const char replacement[] = "\xEF\xBF\xBD";

static bool is_tail(const char *p, const char *end, unsigned char low, unsigned char high)
{
  return p < end && (unsigned char)*p >= low && (unsigned char)*p <= high;
}

/* The length of the maximal subpart at P, which is no UTF-8: Unicode 15, table 3-7 and section 3.9.
 */
static size_t subpart(const char *p, const char *end)
{
  const unsigned char c = (unsigned char)*p;
  if (c < 0xE0 || c > 0xF4)
    return 1;
  const unsigned char low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
  if (!is_tail(p + 1, end, low, high))
    return 1;
  return c >= 0xF0 && is_tail(p + 2, end, 0x80, 0xBF) ? 3 : 2;
}

static void put(struct sv_buf *out, table map, const char *ascii)
{
  for (; *ascii; ascii++) {
    const char *text = map[(unsigned char)*ascii];
    if (text)
      (void)sv_buf_adds(out, text);
    else
      (void)sv_buf_addc(out, *ascii);
  }
}

static void put_number(struct sv_buf *out, table map, uint32_t code)
{
  static const char digits[] = "0123456789ABCDEF";
  char text[16];
  size_t at = sizeof text;
  text[--at] = '\0';
  text[--at] = '}';
  do
    text[--at] = digits[code & 15];
  while ((code >>= 4) != 0);
  text[--at] = '{';
  text[--at] = 'u';
  text[--at] = '\\';
  put(out, map, text + at);
}

/* A line end or a tab of a block; returns the bytes it took, 0 when there is none. */
static size_t put_break(struct sv_buf *out, const char *p, const char *end)
{
  if (*p == '\t' || *p == '\n') {
    (void)sv_buf_addc(out, *p);
    return 1;
  }
  if (*p != '\r')
    return 0;
  (void)sv_buf_addc(out, '\n');
  return end - p > 1 && p[1] == '\n' ? 2 : 1;
}

static size_t put_one(struct sv_buf *out, table map, const char *p, const char *end)
{
  uint32_t code = 0;
  const size_t n = sv_utf8_decode(p, end, &code);
  if (n == 0) {
    (void)sv_buf_add(out, replacement, 3);
    return subpart(p, end);
  }
  if (!sv_code_is_shown(code))
    put_number(out, map, code);
  else if (code < 0x80)
    put(out, map, (const char[]){ (char)code, '\0' });
  else
    (void)sv_buf_add(out, p, n);
  return n;
}

static bool is_plain(table map, char c)
{
  return c >= 0x20 && c < 0x7F && !map[(unsigned char)c];
}

static enum sv_status escape(struct sv_buf *out, table map, const char *text, size_t size,
                             enum sv_form form)
{
  const char *const end = text + size;
  for (const char *p = text; p < end && !out->failed;) {
    const char *run = p;
    while (run < end && is_plain(map, *run))
      run++;
    if (run > p) {
      (void)sv_buf_add(out, p, (size_t)(run - p));
      p = run;
      continue;
    }
    const size_t taken = form == SV_BLOCK ? put_break(out, p, end) : 0;
    p += taken ? taken : put_one(out, map, p, end);
  }
  return out->failed;
}

enum sv_status sv_escape_terminal(struct sv_buf *out, const char *text, size_t size,
                                  enum sv_form form)
{
  return escape(out, plain, text, size, form);
}

enum sv_status sv_escape_html(struct sv_buf *out, const char *text, size_t size, enum sv_form form)
{
  return escape(out, html, text, size, form);
}

enum sv_status sv_escape_xml(struct sv_buf *out, const char *text, size_t size, enum sv_form form)
{
  return escape(out, xml, text, size, form);
}

enum sv_status sv_escape_markdown(struct sv_buf *out, const char *text, size_t size)
{
  return escape(out, markdown, text, size, SV_LINE);
}

enum sv_status sv_escape_csv(struct sv_buf *out, const char *text, size_t size, enum sv_form form)
{
  (void)sv_buf_addc(out, '"');
  if (size && strchr("=+-@\t\r\n", text[0]) && text[0])
    (void)sv_buf_addc(out, '\'');
  (void)escape(out, csv, text, size, form);
  return sv_buf_addc(out, '"');
}

static size_t put_json(struct sv_buf *out, table map, const char *p, const char *end)
{
  const unsigned char c = (unsigned char)*p;
  if (c < 0x80) {
    if (map[c])
      (void)sv_buf_adds(out, map[c]);
    else if (c < 0x20 || (c == 0x7F && map['<']))
      (void)sv_buf_addf(out, "\\u%04X", c);
    else
      (void)sv_buf_addc(out, (char)c);
    return 1;
  }
  uint32_t code = 0;
  const size_t n = sv_utf8_decode(p, end, &code);
  if (n == 0) {
    (void)sv_buf_add(out, replacement, 3);
    return subpart(p, end);
  }
  if (!map['<'] || sv_code_is_shown(code))
    (void)sv_buf_add(out, p, n);
  else if (code < 0x10000)
    (void)sv_buf_addf(out, "\\u%04X", (unsigned)code);
  else
    (void)sv_buf_addf(out, "\\u%04X\\u%04X", 0xD7C0 + (unsigned)(code >> 10),
                      0xDC00 + (unsigned)(code & 0x3FF));
  return n;
}

static enum sv_status escape_json(struct sv_buf *out, table map, const char *text, size_t size)
{
  const char *const end = text + size;
  const char *p = text;
  while (p < end && is_plain(map, *p))
    p++;
  /* Most strings are plain from end to end. */
  if (p == end && sv_buf_reserve(out, size + 2) == SV_OK) {
    out->data[out->size] = '"';
    memcpy(out->data + out->size + 1, text, size);
    out->data[out->size + size + 1] = '"';
    out->data[out->size + size + 2] = '\0';
    out->size += size + 2;
    return SV_OK;
  }
  (void)sv_buf_addc(out, '"');
  (void)sv_buf_add(out, text, (size_t)(p - text));
  while (p < end && !out->failed) {
    const char *run = p;
    while (run < end && is_plain(map, *run))
      run++;
    if (run > p)
      (void)sv_buf_add(out, p, (size_t)(run - p));
    p = run;
    if (p < end)
      p += put_json(out, map, p, end);
  }
  return sv_buf_addc(out, '"');
}

enum sv_status sv_escape_json(struct sv_buf *out, const char *text, size_t size)
{
  return escape_json(out, json, text, size);
}

enum sv_status sv_escape_json_html(struct sv_buf *out, const char *text, size_t size)
{
  return escape_json(out, json_html, text, size);
}

size_t sv_text_fit(const char *text, size_t size, size_t most)
{
  if (size <= most)
    return size;
  size_t fit = most;
  while (fit > 0 && most - fit < 3 && ((unsigned char)text[fit] & 0xC0) == 0x80)
    fit--;
  return ((unsigned char)text[fit] & 0xC0) == 0x80 ? most : fit;
}

size_t sv_text_dirt(const char *text, size_t size, enum sv_form form)
{
  for (const char *p = text; p < text + size;) {
    uint32_t code = 0;
    const size_t n = sv_utf8_decode(p, text + size, &code);
    const bool kept = form == SV_BLOCK && (code == '\n' || code == '\t');
    if (n == 0 || (!kept && !sv_code_is_shown(code)))
      return (size_t)(p - text);
    p += n;
  }
  return size;
}
