// SPDX-License-Identifier: Apache-2.0
/* One exchange as evidence: request and answer side by side, the line in question marked, bodies
 * cut around it. */
#include "reports/html_page.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "engines/base/utf8.h"
#include "engines/doc/doc.h"
#include "engines/result/detail.h"
#include "reports/human.h"

#include <string.h>

enum { BODY_BYTES = 8 << 10, BODY_LINES = 120, PAGE_MAX = 24 << 20 };

/* A line longer than LONG is cut to WINDOW bytes, of which BEFORE stand before the fault and TOKEN
 * are marked. */
enum { LONG = 500, WINDOW = 800, BEFORE = 240, TOKEN = 40 };

/* Where in the body the fault is; 0: not known. */
struct fault {
  size_t line, column;
};

/* The place in TEXT that the JSON Pointer names; none when TEXT is no whole JSON or has no such
 * place. */
static struct fault pointer_place(const char *text, const char *pointer)
{
  const struct sv_doc_limits limits = {
    .bytes = 1 << 16, .depth = 64, .nodes = 20000, .key_bytes = 4096, .aliases = 0
  };
  const struct sv_doc_options options = { .syntax = SV_DOC_JSON,
                                          .limits = &limits,
                                          .borrowed = true };
  struct sv_doc *doc = NULL;
  struct fault f = { .line = 0 };
  if (sv_doc_parse(text, strlen(text), &options, &doc, NULL) != SV_OK)
    return f;
  const sv_value v = sv_doc_resolve_pointer(doc, SV_DOC_ROOT, pointer, strlen(pointer));
  if (v != SV_DOC_NONE && pointer[0])
    sv_doc_position(doc, v, &f.line, &f.column);
  sv_doc_free(doc);
  return f;
}

static struct fault fault_of(const struct sv_exchange_record *x, const struct sv_place *w)
{
  struct fault f = { .line = 0 };
  if (!x->excerpt)
    return f;
  if (w->line && !w->file)
    return (struct fault){ .line = w->line, .column = w->column };
  return w->json_pointer ? pointer_place(x->excerpt, w->json_pointer) : f;
}

static void bytes_left_out(struct sv_html *h, size_t count)
{
  struct sv_buf number = SV_BUF(64);
  if (count == 0)
    return;
  (void)sv_human_number(&number, count, h->r->lang);
  SV_LIT(h, "<span class=\"red\">");
  sv_html_say(h, N_(" \xE2\x80\xA6 ({count} bytes left out)"), "count", sv_buf_text(&number), NULL);
  SV_LIT(h, "</span> ");
  sv_buf_free(&number);
}

/* How many bytes of TEXT stand before its character number COLUMN, from 1. */
static size_t offset_of(const char *text, size_t size, size_t column)
{
  size_t at = 0;
  uint32_t code = 0;
  for (; column > 1 && at < size; column--) {
    const size_t step = sv_utf8_decode(text + at, text + size, &code);
    at += step ? step : 1;
  }
  return at;
}

/* A part of a long line: around character COLUMN when it is the one in question (0: it is not). */
static void window(struct sv_html *h, const char *text, size_t size, size_t column)
{
  const size_t at = column ? offset_of(text, size, column) : 0;
  const size_t from = at > BEFORE ? sv_text_fit(text, size, at - BEFORE) : 0;
  const size_t to = from + sv_text_fit(text + from, size - from, WINDOW);
  const size_t end = column ? at + sv_text_fit(text + at, to - at, TOKEN) : at;
  bytes_left_out(h, from);
  sv_html_pre(h, text + from, at - from);
  if (end > at) {
    SV_LIT(h, "<mark>");
    sv_html_pre(h, text + at, end - at);
    SV_LIT(h, "</mark>");
  }
  sv_html_pre(h, text + end, to - end);
  bytes_left_out(h, size - to);
}

static void mark(struct sv_html *h, const char *text, size_t size, bool marked, size_t column)
{
  if (size > LONG) {
    window(h, text, size, marked ? column : 0);
    SV_LIT(h, "\n");
    return;
  }
  if (marked)
    SV_LIT(h, "<mark>");
  sv_html_pre(h, text, size);
  if (marked)
    SV_LIT(h, "</mark>");
  SV_LIT(h, "\n");
}

static void headers(struct sv_html *h, const struct sv_header_field *fields, size_t count,
                    const char *fault)
{
  for (size_t i = 0; i < count; i++) {
    struct sv_buf text = SV_BUF(SV_SCRATCH);
    (void)sv_buf_addf(&text, "%s: ", fields[i].name);
    (void)sv_buf_adds(&text, fields[i].value);
    mark(h, sv_buf_text(&text), text.size, fault && sv_equal_nocase(fault, fields[i].name), 1);
    sv_buf_free(&text);
  }
}

static void left_out(struct sv_html *h, size_t lines)
{
  struct sv_buf number = SV_BUF(64);
  (void)sv_human_number(&number, lines, h->r->lang);
  SV_LIT(h, "<span class=\"red\">");
  sv_html_say(h,
              lines == 1 ? N_("\xE2\x80\xA6 {count} line left out")
                         : N_("\xE2\x80\xA6 {count} lines left out"),
              "count", sv_buf_text(&number), NULL);
  SV_LIT(h, "</span>\n");
  sv_buf_free(&number);
}

static size_t count_lines(const char *text)
{
  size_t lines = text[0] ? 1 : 0;
  for (const char *p = text; *p; p++)
    lines += *p == '\n' && p[1];
  return lines;
}

/* At most BODY_LINES lines and BODY_BYTES bytes, with the line of the fault among them. */
static void body(struct sv_html *h, const char *text, const struct fault *f)
{
  const size_t fault = f->line;
  const size_t lines = count_lines(text);
  const size_t first = fault > BODY_LINES / 2 && lines > BODY_LINES ? fault - BODY_LINES / 2 : 1;
  size_t n = 1;
  size_t bytes = 0;
  const char *p = text;
  for (; n < first && *p; n++)
    p += strcspn(p, "\n") + 1;
  if (first > 1)
    left_out(h, first - 1);
  for (; *p && n < first + BODY_LINES && bytes < BODY_BYTES; n++) {
    const size_t size = strcspn(p, "\n");
    mark(h, p, size, n == fault, f->column);
    bytes += (size > LONG ? WINDOW : size) + 1;
    p += size + (p[size] ? 1 : 0);
  }
  if (n <= lines)
    left_out(h, lines - n + 1);
}

static void request(struct sv_html *h, const struct sv_exchange_record *x)
{
  SV_LIT(h, "<div><div class=\"lab\">");
  sv_html_tr(h, N_("Request"));
  SV_LIT(h, "</div><pre>");
  sv_html_text(h, x->method);
  SV_LIT(h, " ");
  sv_html_text(h, x->url);
  SV_LIT(h, "\n");
  headers(h, x->request_headers, x->request_header_count, NULL);
  SV_LIT(h, "</pre></div>");
}

static void answer(struct sv_html *h, const struct sv_exchange_record *x, const struct sv_place *w)
{
  SV_LIT(h, "<div><div class=\"lab\">");
  sv_html_tr(h, N_("Answer"));
  SV_LIT(h, "</div><pre>");
  if (x->status == 0) {
    sv_html_text(h, x->error ? x->error : "");
    SV_LIT(h, " ");
    struct sv_buf detail = SV_BUF(SV_SCRATCH);
    (void)sv_detail_say(x->detail ? x->detail : "", &detail);
    sv_html_text(h, sv_buf_text(&detail));
    sv_buf_free(&detail);
    SV_LIT(h, "</pre></div>");
    return;
  }
  SV_LIT(h, "HTTP/");
  sv_html_text(h, x->http_version ? x->http_version : "1.1");
  (void)sv_buf_addf(h->out, " %d\n", x->status);
  headers(h, x->response_headers, x->response_header_count, w->header);
  if (x->excerpt && x->excerpt[0]) {
    SV_LIT(h, "\n");
    const struct fault f = fault_of(x, w);
    body(h, x->excerpt, &f);
  }
  SV_LIT(h, "</pre></div>");
}

static void title(struct sv_html *h, const struct sv_exchange_record *x)
{
  struct sv_buf text = SV_BUF(256);
  SV_LIT(h, "<div class=\"hd\"><span>");
  (void)sv_human_number(&text, x->n, h->r->lang);
  sv_html_say(h, N_("Request {number}"), "number", sv_buf_text(&text), NULL);
  SV_LIT(h, "</span><span class=\"m mono\">");
  sv_html_text(h, x->method);
  (void)sv_buf_addf(h->out, " \xE2\x86\x92 %d, ", x->status);
  if (x->duration_ms) {
    (void)sv_human_duration(h->out, x->duration_ms, h->r->lang);
    SV_LIT(h, ", ");
  }
  (void)sv_human_size(h->out, x->body_size, h->r->lang);
  SV_LIT(h, "</span>");
  sv_buf_free(&text);
}

void sv_html_evidence(struct sv_html *h, const struct sv_finding_record *f)
{
  const struct sv_exchange_record *x = sv_view_exchange(h->r->run, f->exchange);
  if (!x)
    return;
  if (h->out->size > PAGE_MAX) {
    SV_LIT(h, "<p class=\"more\">");
    sv_html_tr(h, N_("The page is large enough: see this exchange in results.json or in the "
                     "recording."));
    SV_LIT(h, "</p>");
    return;
  }
  SV_LIT(h, "<div class=\"ev\">");
  title(h, x);
  if (x->curl) {
    h->copies++;
    (void)sv_buf_addf(h->out, "<button type=\"button\" class=\"js\" hidden data-copy=\"curl-%u\"",
                      h->copies);
    sv_html_attr(h, "data-done", sv_tr(N_("Copied")));
    SV_LIT(h, ">");
    sv_html_tr(h, N_("Copy curl command"));
    SV_LIT(h, "</button>");
  }
  SV_LIT(h, "</div><div class=\"two\">");
  request(h, x);
  answer(h, x, &f->where);
  SV_LIT(h, "</div>");
  if (x->curl) {
    SV_LIT(h, "<div class=\"again\"><div class=\"lab\">");
    sv_html_tr(h, N_("See again"));
    (void)sv_buf_addf(h->out, "</div><pre id=\"curl-%u\">", h->copies);
    (void)sv_escape_html(h->out, x->curl, sv_text_fit(x->curl, strlen(x->curl), 8000), SV_LINE);
    SV_LIT(h, "</pre></div>");
  }
  SV_LIT(h, "</div>");
}
