// SPDX-License-Identifier: Apache-2.0
/* Judging header lines: RFC 9110 section 5, RFC 9112 sections 5 and 6. */
#include "runner/net_head.h"

#include "engines/base/ascii.h"

#include <samsvar/plugin.h>

#include <stdio.h>
#include <string.h>

void sv_head_reset(struct sv_head *h)
{
  struct sv_buf lines = h->lines;
  if (lines.room > (64 << 10) || lines.limit == 0) {
    sv_buf_free(&lines);
    lines = SV_BUF(2 * SV_HEAD_MAX);
  }
  sv_buf_cut(&lines, 0);
  lines.failed = SV_OK;
  *h = (struct sv_head){ .lines = lines };
}

void sv_head_free(struct sv_head *h)
{
  sv_buf_free(&h->lines);
}

void sv_head_fault(struct sv_head *h, uint32_t mark, const char *detail)
{
  h->marks |= mark;
  if (h->detail[0] == '\0')
    (void)snprintf(h->detail, sizeof h->detail, "%s", detail);
}

static bool stop(struct sv_head *h, uint32_t mark, const char *detail)
{
  h->marks |= mark;
  (void)snprintf(h->detail, sizeof h->detail, "%s", detail);
  h->stopped = true;
  return false;
}

/* "HTTP/1.1 200 OK": a new head begins, an interim one before it is forgotten. */
static bool status_line(struct sv_head *h, const char *line, size_t size)
{
  const char *end = line + size;
  const char *space = memchr(line, ' ', size);
  const char *p = space ? space + 1 : end;
  if (h->complete)
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "A second status line followed the head of the answer.");
  if (h->status >= 100 && h->status < 200 && ++h->interim > SV_INTERIM_MAX)
    return stop(h, SV_MARK_LIMITED, "More than 10 interim answers (1xx) came before the answer.");
  sv_buf_cut(&h->lines, 0);
  h->count = 0;
  h->status = 0;
  h->has_length = h->has_coding = h->gzip = h->unknown = h->location = false;
  const size_t version = (size_t)((space ? space : end) - line) - 5;
  (void)snprintf(h->version, sizeof h->version, "%.*s", (int)(version < 7 ? version : 7), line + 5);
  while (p < end && sv_is_digit((unsigned char)*p) && h->status < 10000)
    h->status = h->status * 10 + (*p++ - '0');
  if (h->status < 100 || h->status > 599)
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "The status is not between 100 and 599.");
  if (h->status == 101)
    sv_head_fault(h, SV_MARK_AMBIGUOUS,
                  "Status 101 came without anybody asking for another protocol.");
  return true;
}

static bool is_token(const char *name, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)name[i];
    if (!sv_is_alnum(c) && (c == '\0' || !strchr("!#$%&'*+-.^_`|~", c)))
      return false;
  }
  return size > 0;
}

/* RFC 9112 6.3: Content-Length is digits, once, and not beside Transfer-Encoding. */
static void content_length(struct sv_head *h, const char *value, size_t size)
{
  unsigned long long number;
  if (!sv_parse_uint(value, size, (1ULL << 62), &number))
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "Content-Length is not a length.");
  if (h->has_length && (strlen(h->length) != size || memcmp(h->length, value, size) != 0))
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "There are two Content-Length lines that differ.");
  if (h->has_coding)
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "Both Content-Length and Transfer-Encoding are there.");
  if (h->status == 204 && !(size == 1 && value[0] == '0'))
    sv_head_fault(h, SV_MARK_AMBIGUOUS,
                  "Status 204 came with a Content-Length: such an answer has no body.");
  h->has_length = true;
  (void)snprintf(h->length, sizeof h->length, "%.*s", (int)(size < 23 ? size : 23), value);
}

static bool transfer_coding(struct sv_head *h, const char *value, size_t size)
{
  if (h->has_length)
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "Both Content-Length and Transfer-Encoding are there.");
  if (h->has_coding)
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "There are two Transfer-Encoding lines.");
  h->has_coding = true;
  if (sv_equal_nocase_n(value, size, "chunked"))
    return true;
  return stop(h, SV_MARK_AMBIGUOUS,
              "The transfer coding is another than chunked; nobody asked for it.");
}

static void content_coding(struct sv_head *h, const char *value, size_t size)
{
  if (h->gzip || h->unknown ||
      (!sv_equal_nocase_n(value, size, "gzip") && !sv_equal_nocase_n(value, size, "x-gzip") &&
       !sv_equal_nocase_n(value, size, "identity") && size > 0)) {
    h->unknown = true;
    h->gzip = false;
    sv_head_fault(h, SV_MARK_AMBIGUOUS,
                  "The content coding is another than gzip; nobody asked for it.");
    return;
  }
  h->gzip = size > 0 && !sv_equal_nocase_n(value, size, "identity");
}

static bool known_field(struct sv_head *h, const char *line, size_t name, size_t size)
{
  const char *value = line + name + 1;
  const char *end = line + size;
  while (value < end && (*value == ' ' || *value == '\t'))
    value++;
  while (end > value && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  const size_t length = (size_t)(end - value);
  if (sv_equal_nocase_n(line, name, "content-length"))
    content_length(h, value, length);
  else if (sv_equal_nocase_n(line, name, "transfer-encoding"))
    return transfer_coding(h, value, length);
  else if (sv_equal_nocase_n(line, name, "content-encoding"))
    content_coding(h, value, length);
  else if (sv_equal_nocase_n(line, name, "location"))
    h->location = true;
  return true;
}

/* RFC 9112 5.2: a line that begins with white space continues the one before. */
static void folded(struct sv_head *h, const char *line, size_t size)
{
  sv_head_fault(h, SV_MARK_AMBIGUOUS, "A header field is folded over two lines.");
  if (h->count == 0)
    return;
  sv_buf_cut(&h->lines, h->lines.size - 1);
  sv_buf_add(&h->lines, line, size);
  sv_buf_addc(&h->lines, '\0');
}

static bool field_line(struct sv_head *h, const char *line, size_t size)
{
  if (++h->count > SV_HEAD_COUNT_MAX) {
    h->count--;
    return stop(h, SV_MARK_LIMITED, "The answer has more than 500 header lines.");
  }
  const char *colon = memchr(line, ':', size);
  const size_t name = colon ? (size_t)(colon - line) : 0;
  if (!colon || !is_token(line, name))
    sv_head_fault(h, SV_MARK_AMBIGUOUS,
                  "A header line does not begin with a field name and a colon.");
  if (memchr(line, '\0', size)) {
    h->count--;
    return stop(h, SV_MARK_AMBIGUOUS, "A header line has a NUL in it.");
  }
  if (memchr(line, '\r', size))
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "A header line has a carriage return in it.");
  sv_buf_add(&h->lines, line, size);
  sv_buf_addc(&h->lines, '\0');
  return !colon || known_field(h, line, name, size);
}

bool sv_head_line(struct sv_head *h, const char *line, size_t size)
{
  h->bytes += size;
  if (size > SV_HEAD_LINE_MAX)
    return stop(h, SV_MARK_LIMITED, "A header line is longer than 16 KiB.");
  if (h->bytes > SV_HEAD_MAX)
    return stop(h, SV_MARK_LIMITED, "The headers are longer than 256 KiB.");
  size_t length = size;
  if (length && line[length - 1] == '\n')
    length--;
  if (length && length < size && line[length - 1] == '\r')
    length--;
  else if (length < size && h->version[0] != '2' && h->version[0] != '3')
    sv_head_fault(h, SV_MARK_AMBIGUOUS, "Lines of the head end without a carriage return.");
  if (size >= 5 && memcmp(line, "HTTP/", 5) == 0)
    return status_line(h, line, length);
  if (h->complete) /* trailers act as no header: RFC 9110 6.5.1 */
    return true;
  if (length == 0) {
    h->complete = h->status >= 200 || h->status < 100;
    return true;
  }
  if (line[0] == ' ' || line[0] == '\t') {
    folded(h, line, length);
    return true;
  }
  return field_line(h, line, length);
}
