// SPDX-License-Identifier: Apache-2.0
/* The lines of the index: JSON with sorted members, absent ones left out. Bytes that are no UTF-8
 * are written as
 * {"hex": ...}. */
#include "runner/journal_internal.h"

#include "engines/base/utf8.h"

#include <string.h>

static void add_text(struct sv_buf *b, const char *text)
{
  static const char hex[] = "0123456789abcdef";
  const size_t size = strlen(text);
  if (sv_utf8_check(text, size) < size) {
    sv_buf_adds(b, "{\"hex\":\"");
    for (size_t i = 0; i < size; i++) {
      const char pair[2] = { hex[(unsigned char)text[i] >> 4], hex[(unsigned char)text[i] & 15] };
      sv_buf_add(b, pair, 2);
    }
    sv_buf_adds(b, "\"}");
    return;
  }
  sv_buf_addc(b, '"');
  size_t done = 0;
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)text[i];
    if (c >= ' ' && c != '"' && c != '\\' && c != 0x7f)
      continue;
    const char escape[6] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };
    sv_buf_add(b, text + done, i - done);
    sv_buf_add(b, escape, sizeof escape);
    done = i + 1;
  }
  sv_buf_add(b, text + done, size - done);
  sv_buf_addc(b, '"');
}

/* The name of the next member, with the comma that may go before it. */
static void name(struct sv_buf *b, const char *member)
{
  if (b->size && b->data[b->size - 1] != '{')
    sv_buf_addc(b, ',');
  sv_buf_addc(b, '"');
  sv_buf_adds(b, member);
  sv_buf_add(b, "\":", 2);
}

static void text(struct sv_buf *b, const char *member, const char *value)
{
  if (!value)
    return;
  name(b, member);
  add_text(b, value);
}

static void number(struct sv_buf *b, const char *member, int64_t value)
{
  char digits[24];
  size_t at = sizeof digits;
  uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  if (value == 0)
    return;
  for (; left; left /= 10)
    digits[--at] = (char)('0' + left % 10);
  if (value < 0)
    digits[--at] = '-';
  name(b, member);
  sv_buf_add(b, digits + at, sizeof digits - at);
}

static void truth(struct sv_buf *b, const char *member, bool value)
{
  if (!value)
    return;
  name(b, member);
  sv_buf_adds(b, "true");
}

static void texts(struct sv_buf *b, const char *member, const char *const *list, size_t count)
{
  if (count == 0)
    return;
  name(b, member);
  for (size_t i = 0; i < count; i++) {
    sv_buf_addc(b, i ? ',' : '[');
    add_text(b, list[i]);
  }
  sv_buf_addc(b, ']');
}

static void place(struct sv_buf *b, const struct sv_stored *s)
{
  number(b, "at", (int64_t)s->at);
  text(b, "sha256", s->sha256);
  number(b, "size", (int64_t)s->size);
}

static void body(struct sv_buf *b, const struct sv_bodies *bodies, const char *sha256)
{
  const struct sv_stored *s = sha256[0] ? sv_bodies_find(bodies, sha256) : NULL;
  if (!s)
    return;
  name(b, "body");
  sv_buf_addc(b, '{');
  place(b, s);
  sv_buf_addc(b, '}');
}

void sv_line_run(struct sv_buf *b, const struct sv_journal_run *run)
{
  sv_buf_addc(b, '{');
  number(b, "asOfMs", run->as_of_ms);
  number(b, "format", SV_JOURNAL_FORMAT);
  text(b, "probe", run->probe);
  text(b, "type", "run");
  truth(b, "unsafe", run->unsafe);
  text(b, "userAgent", run->user_agent);
  text(b, "version", run->version);
  sv_buf_addc(b, '}');
}

static void certificate(struct sv_buf *b, const struct sv_certificate *c)
{
  size_t names = 0;
  while (c->names && c->names[names])
    names++;
  sv_buf_addc(b, '{');
  text(b, "issuer", c->issuer);
  number(b, "keyBits", c->key_bits);
  text(b, "keyType", c->key_type);
  texts(b, "names", c->names, names);
  number(b, "notAfter", c->not_after);
  number(b, "notBefore", c->not_before);
  text(b, "serial", c->serial);
  text(b, "sha256", c->sha256);
  text(b, "signatureAlgorithm", c->signature_algorithm);
  text(b, "subject", c->subject);
  sv_buf_addc(b, '}');
}

void sv_line_tls(struct sv_buf *b, size_t n, const struct sv_tls *tls)
{
  sv_buf_addc(b, '{');
  text(b, "alpn", tls->alpn);
  name(b, "chain");
  sv_buf_addc(b, '[');
  for (size_t i = 0; i < tls->chain_count; i++) {
    if (i)
      sv_buf_addc(b, ',');
    certificate(b, &tls->chain[i]);
  }
  sv_buf_addc(b, ']');
  text(b, "cipher", tls->cipher);
  number(b, "n", (int64_t)n);
  truth(b, "nameMatches", tls->name_matches == 1);
  text(b, "type", "tls");
  text(b, "verify", tls->verify);
  text(b, "version", tls->version);
  sv_buf_addc(b, '}');
}

static void answer(struct sv_buf *b, const struct sv_answer *a, const struct sv_bodies *bodies,
                   size_t tls)
{
  sv_buf_addc(b, '{');
  text(b, "address", a->address);
  number(b, "attempts", a->attempts);
  body(b, bodies, a->body_sha256);
  text(b, "detail", a->detail);
  number(b, "durationMs", a->duration_ms);
  text(b, "error", a->error);
  texts(b, "headers", a->headers, a->header_count);
  text(b, "httpVersion", a->http_version);
  number(b, "identityNumbers", a->identity_numbers);
  truth(b, "locationHidden", a->location_hidden);
  number(b, "marks", a->marks);
  number(b, "masked", a->masked);
  texts(b, "sent", a->sent_headers, a->sent_header_count);
  number(b, "startedMs", a->started_ms);
  number(b, "status", a->status);
  number(b, "syntheticNumbers", a->synthetic_numbers);
  number(b, "tls", (int64_t)tls);
  number(b, "wireSize", (int64_t)a->wire_size);
  sv_buf_addc(b, '}');
}

static void ask(struct sv_buf *b, const struct sv_ask *a)
{
  sv_buf_addc(b, '{');
  text(b, "address", a->address);
  text(b, "credential", a->credential);
  truth(b, "document", a->document);
  texts(b, "headers", a->headers, a->header_count);
  truth(b, "http1", a->http_1);
  text(b, "method", a->method);
  number(b, "timeoutMs", a->timeout_ms);
  text(b, "url", a->url);
  sv_buf_addc(b, '}');
}

void sv_line_exchange(struct sv_buf *b, const struct sv_exchange *x, const struct sv_bodies *bodies,
                      size_t tls)
{
  sv_buf_addc(b, '{');
  name(b, "answer");
  answer(b, &x->answer, bodies, tls);
  name(b, "ask");
  ask(b, &x->ask);
  number(b, "n", x->n);
  number(b, "refusedFrom", x->refused_from);
  truth(b, "superseded", x->superseded);
  text(b, "type", "exchange");
  sv_buf_addc(b, '}');
}

void sv_line_stored(struct sv_buf *b, const char *type, const char *label, const char *media_type,
                    const struct sv_stored *stored)
{
  sv_buf_addc(b, '{');
  number(b, "at", (int64_t)stored->at);
  text(b, "mediaType", media_type);
  text(b, "name", label);
  text(b, "sha256", stored->sha256);
  number(b, "size", (int64_t)stored->size);
  text(b, "type", type);
  sv_buf_addc(b, '}');
}

void sv_line_use(struct sv_buf *b, const char *asker, uint32_t ordinal, uint32_t n)
{
  sv_buf_addc(b, '{');
  text(b, "asker", asker);
  number(b, "n", n);
  number(b, "ordinal", ordinal);
  text(b, "type", "use");
  sv_buf_addc(b, '}');
}

void sv_line_end(struct sv_buf *b, const struct sv_broker_counts *counts, size_t exchanges,
                 size_t bodies_size)
{
  sv_buf_addc(b, '{');
  number(b, "bodiesSize", (int64_t)bodies_size);
  number(b, "bytes", (int64_t)counts->bytes);
  number(b, "exchanges", (int64_t)exchanges);
  truth(b, "lost", counts->lost);
  number(b, "masked", counts->masked);
  number(b, "sent", (int64_t)counts->sent);
  number(b, "shared", (int64_t)counts->shared);
  text(b, "type", "end");
  sv_buf_addc(b, '}');
}
