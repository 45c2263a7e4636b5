// SPDX-License-Identifier: Apache-2.0
/* HAR 1.2: what was sent and received, for developers' tools. Bodies are the excerpts of the
 * results file; whole ones are in the recording. */
#include "reports/formats.h"

#include "engines/base/ascii.h"
#include "reports/put.h"

#include <stdio.h>
#include <string.h>

enum { FIELD_MOST = 64 << 10 };

static void headers(struct sv_emit *e, const struct sv_header_field *list, size_t count)
{
  sv_emit_open(e, "headers", '[');
  for (size_t i = 0; i < count; i++) {
    sv_emit_open(e, NULL, '{');
    sv_put_text(e, "name", list[i].name ? list[i].name : "", SV_LINE, FIELD_MOST);
    sv_put_text(e, "value", list[i].value ? list[i].value : "", SV_LINE, FIELD_MOST);
    sv_emit_close(e, '}');
  }
  sv_emit_close(e, ']');
}

static const char *header(const struct sv_exchange_record *x, const char *name)
{
  for (size_t i = 0; i < x->response_header_count; i++)
    if (x->response_headers[i].name && sv_equal_nocase(x->response_headers[i].name, name))
      return x->response_headers[i].value ? x->response_headers[i].value : "";
  return "";
}

static void part(struct sv_emit *e, const char *key, const char *text, size_t size)
{
  struct sv_buf copy = SV_BUF(FIELD_MOST + 1);
  (void)sv_buf_add(&copy, text, size < FIELD_MOST ? size : sv_text_fit(text, size, FIELD_MOST));
  sv_put_text(e, key, sv_buf_text(&copy), SV_LINE, FIELD_MOST);
  sv_buf_free(&copy);
}

/* As it stands in the address: names and values stay encoded. */
static void query(struct sv_emit *e, const char *url)
{
  const char *p = strchr(url, '?');
  sv_emit_open(e, "queryString", '[');
  for (p = p ? p + 1 : ""; *p && *p != '#';) {
    const size_t size = strcspn(p, "&#");
    const char *equals = memchr(p, '=', size);
    const size_t name = equals ? (size_t)(equals - p) : size;
    sv_emit_open(e, NULL, '{');
    part(e, "name", p, name);
    part(e, "value", equals ? equals + 1 : "", equals ? size - name - 1 : 0);
    sv_emit_close(e, '}');
    p += size + (p[size] == '&');
  }
  sv_emit_close(e, ']');
}

static void nothing(struct sv_emit *e, const char *key, char open, char close)
{
  sv_emit_open(e, key, open);
  sv_emit_close(e, close);
}

static void version(struct sv_emit *e, const struct sv_exchange_record *x)
{
  char text[32];
  const char *v = x->http_version ? x->http_version : "1.1";
  (void)snprintf(text, sizeof text, "HTTP/%.20s", v);
  sv_put_text(e, "httpVersion", text, SV_LINE, FIELD_MOST);
}

static void request(struct sv_emit *e, const struct sv_exchange_record *x)
{
  sv_emit_open(e, "request", '{');
  sv_emit_number(e, "bodySize", -1);
  nothing(e, "cookies", '[', ']');
  headers(e, x->request_headers, x->request_header_count);
  sv_emit_number(e, "headersSize", -1);
  version(e, x);
  sv_put_text(e, "method", x->method ? x->method : "", SV_LINE, FIELD_MOST);
  query(e, x->url ? x->url : "");
  sv_put_text(e, "url", x->url ? x->url : "", SV_LINE, FIELD_MOST);
  sv_emit_close(e, '}');
}

static void response(struct sv_emit *e, const struct sv_exchange_record *x)
{
  sv_emit_open(e, "response", '{');
  sv_emit_number(e, "bodySize", -1);
  sv_emit_open(e, "content", '{');
  if (x->body_sha256) {
    struct sv_buf digest = SV_BUF(256);
    (void)sv_buf_addf(&digest, "sha256:%s", x->body_sha256);
    sv_put_text(e, "comment", sv_buf_text(&digest), SV_LINE, FIELD_MOST);
    sv_buf_free(&digest);
  }
  sv_put_text(e, "mimeType", header(x, "Content-Type"), SV_LINE, FIELD_MOST);
  sv_emit_number(e, "size", (int64_t)x->body_size);
  if (x->excerpt)
    sv_put_text(e, "text", x->excerpt, SV_BLOCK, FIELD_MOST);
  sv_emit_close(e, '}');
  nothing(e, "cookies", '[', ']');
  headers(e, x->response_headers, x->response_header_count);
  sv_emit_number(e, "headersSize", -1);
  version(e, x);
  sv_put_text(e, "redirectURL", header(x, "Location"), SV_LINE, FIELD_MOST);
  sv_emit_number(e, "status", x->status);
  sv_emit_text(e, "statusText", "");
  sv_emit_close(e, '}');
}

static void timings(struct sv_emit *e, const struct sv_exchange_record *x)
{
  sv_emit_number(e, "time", x->duration_ms);
  sv_emit_open(e, "timings", '{');
  sv_emit_number(e, "receive", 0);
  sv_emit_number(e, "send", 0);
  sv_emit_number(e, "wait", x->duration_ms);
  sv_emit_close(e, '}');
}

static void entry(const struct sv_report *r, const struct sv_exchange_record *x, struct sv_emit *e)
{
  char number[32];
  (void)snprintf(number, sizeof number, "exchange %u", x->n);
  sv_emit_open(e, NULL, '{');
  if (x->error)
    sv_put_text(e, "_error", x->error, SV_LINE, FIELD_MOST);
  nothing(e, "cache", '{', '}');
  sv_emit_text(e, "comment", number);
  request(e, x);
  response(e, x);
  sv_emit_text(e, "startedDateTime", x->started ? x->started : r->run->started);
  timings(e, x);
  sv_emit_close(e, '}');
}

enum sv_status sv_har_render(const struct sv_report *r, struct sv_buf *out)
{
  struct sv_emit e = { .out = out };
  sv_emit_open(&e, NULL, '{');
  sv_emit_open(&e, "log", '{');
  sv_emit_open(&e, "creator", '{');
  sv_emit_text(&e, "name", "samsvar");
  sv_put_text(&e, "version", r->run->version, SV_LINE, FIELD_MOST);
  sv_emit_close(&e, '}');
  sv_emit_open(&e, "entries", '[');
  for (size_t i = 0; i < r->run->exchange_count && !out->failed; i++)
    entry(r, &r->run->exchanges[i], &e);
  sv_emit_close(&e, ']');
  sv_emit_text(&e, "version", "1.2");
  sv_emit_close(&e, '}');
  sv_emit_close(&e, '}');
  return sv_buf_addc(out, '\n');
}
