// SPDX-License-Identifier: Apache-2.0
/* From what libcurl says and what was seen to an answer: the error word or the marks, and
 * everything masked. */
#include "runner/net_internal.h"

#include "engines/base/sha256.h"
#include "runner/net_body.h"
#include "runner/net_probe.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_MOST = 1 << 20, BODY_MOST = SV_DOCUMENT_MAX + (SV_DOCUMENT_MAX >> 1) };

/* What a result of libcurl means when there is no whole head. */
static const struct {
  CURLcode code;
  const char *error;
  const char *detail;
} table[] = {
  { CURLE_COULDNT_RESOLVE_HOST, "dns", "The name of the host has no address." },
  { CURLE_COULDNT_RESOLVE_PROXY, "dns", "The name of the proxy has no address." },
  { CURLE_COULDNT_CONNECT, "connect", "The host does not accept the connection." },
  { CURLE_OPERATION_TIMEDOUT, "timeout", "There was no whole answer in time." },
  { CURLE_SSL_CONNECT_ERROR, "tls", "The TLS handshake failed." },
  { CURLE_PEER_FAILED_VERIFICATION, "tls",
    "The certificate does not verify, so nothing was sent." },
  { CURLE_SSL_CERTPROBLEM, "credential", "The client certificate or its key cannot be used." },
  { CURLE_SSL_CIPHER, "tls", "No cipher suite is agreed." },
  { CURLE_SSL_CACERT_BADFILE, "tls", "The file of trusted certificates cannot be read." },
  { CURLE_SSL_ISSUER_ERROR, "tls", "The issuer of the certificate does not fit." },
  { CURLE_SSL_INVALIDCERTSTATUS, "tls", "The status of the certificate is not good." },
  { CURLE_USE_SSL_FAILED, "tls", "The TLS handshake failed." },
  { CURLE_OK, "closed", "The connection broke before the answer was there." }, /* within the head */
  { CURLE_GOT_NOTHING, "closed", "The connection was closed without an answer." },
  { CURLE_RECV_ERROR, "closed", "The connection broke before the answer was there." },
  { CURLE_SEND_ERROR, "closed", "The connection broke while the request was sent." },
  { CURLE_PARTIAL_FILE, "closed", "The connection broke before the answer was there." },
  { CURLE_UNSUPPORTED_PROTOCOL, "http", "What came back is not HTTP as it is known today." },
  { CURLE_WEIRD_SERVER_REPLY, "http", "What came back is not HTTP." },
  { CURLE_HTTP2, "http", "The HTTP/2 framing is broken." },
  { CURLE_HTTP2_STREAM, "http", "The HTTP/2 stream was reset." },
  { CURLE_BAD_CONTENT_ENCODING, "http", "The transfer coding cannot be decoded." },
  { CURLE_URL_MALFORMAT, "refused", "The address is not a URL." },
  { CURLE_OUT_OF_MEMORY, "limit",
    "A header line is longer than 16 KiB." }, /* libcurl's word for that */
};

static void fail(struct sv_answer *out, const char *error, const char *detail)
{
  out->error = error;
  out->detail = detail;
}

static const char *timeout_detail(struct sv_transfer *t)
{
  curl_off_t connected = 0;
  curl_off_t secured = 0;
  curl_off_t bytes = (curl_off_t)(t->body.size + t->head.bytes);
  (void)curl_easy_getinfo(t->easy, CURLINFO_CONNECT_TIME_T, &connected);
  (void)curl_easy_getinfo(t->easy, CURLINFO_APPCONNECT_TIME_T, &secured);
  if (bytes == 0 && connected == 0)
    return "The host did not accept the connection in time.";
  if (bytes == 0 && t->where.https && secured == 0)
    return "The TLS handshake did not end in time.";
  if (strstr(t->message, "too slow"))
    return sv_arena_printf(&t->arena,
                           "The answer came slower than 100 bytes a second for 20 seconds; %lld "
                           "bytes were seen.",
                           (long long)bytes);
  if (bytes == 0)
    return "The host did not answer in time.";
  return sv_arena_printf(&t->arena, "The answer was not whole in time; %lld bytes were seen.",
                         (long long)bytes);
}

static const char *tls_detail(struct sv_transfer *t, const char *plain)
{
  long result = X509_V_OK;
  (void)curl_easy_getinfo(t->easy, CURLINFO_SSL_VERIFYRESULT, &result);
  if (t->certificate_error != X509_V_OK)
    result = t->certificate_error;
  /* libcurl says "unspecified" when the handshake ended before there was a certificate to judge. */
  if (result != X509_V_OK && result != X509_V_ERR_UNSPECIFIED)
    return sv_arena_printf(&t->arena, "The certificate does not verify, so nothing was sent. (%s)",
                           X509_verify_cert_error_string(result));
  const char *why = t->message;
  return why[0] ? sv_arena_printf(&t->arena, "%s (%s)", plain, why) : plain;
}

static void refused_address(struct sv_transfer *t, struct sv_answer *out)
{
  out->error = "address-refused";
  out->detail =
      sv_arena_printf(&t->arena, "%s is %s, which is %s: the address policy does not allow it.",
                      t->where.host, t->refused_address, t->refused_word);
}

/* There is no answer: which word, and why. */
static void no_answer(struct sv_transfer *t, CURLcode code, struct sv_answer *out)
{
  if (t->local_fault && t->local_detail) {
    fail(out, t->local_fault, t->local_detail);
    return;
  }
  if (t->refused_word && (code == CURLE_COULDNT_CONNECT || code == CURLE_ABORTED_BY_CALLBACK)) {
    refused_address(t, out);
    return;
  }
  if (t->head.stopped) {
    fail(out, t->head.marks & SV_MARK_LIMITED ? "limit" : "http", t->head.detail);
    return;
  }
  fail(out, "closed",
       sv_arena_printf(&t->arena, "There is no answer; the library says: %s",
                       t->message[0] ? t->message : curl_easy_strerror(code)));
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    if (table[i].code == code)
      fail(out, table[i].error, table[i].detail);
  if (strcmp(out->error, "timeout") == 0)
    out->detail = timeout_detail(t);
  else if (strcmp(out->error, "tls") == 0)
    out->detail = tls_detail(t, out->detail);
  else if (strcmp(out->error, "dns") == 0)
    out->detail = sv_arena_printf(&t->arena, "The name %s has no address.", t->where.host);
}

/* The head is there and the body is not whole: marks that keep a check from passing. */
static void broken_body(struct sv_transfer *t)
{
  if (t->body_stopped)
    sv_head_fault(&t->head, SV_MARK_LIMITED,
                  t->ask.document ? "The document is longer than 64 MiB."
                                  : "The body is longer than 10 MiB.");
  else if (strstr(t->message, "chunk"))
    sv_head_fault(&t->head, SV_MARK_AMBIGUOUS | SV_MARK_TRUNCATED,
                  "The chunked coding of the body is broken.");
  else
    sv_head_fault(&t->head, SV_MARK_TRUNCATED,
                  t->head.has_length ? "The connection closed before the declared length was there."
                                     : "The connection closed before the body was whole.");
}

/* LINES with everything hidden, in T's arena. */
static const char *const *with_mask(struct sv_transfer *t, const char *const *lines, size_t count,
                                    struct sv_masked *masked, size_t *out_count)
{
  const char **list = sv_arena_calloc(&t->arena, count + 1, sizeof *list);
  struct sv_buf line = SV_BUF(TEXT_MOST);
  size_t n = 0;
  for (size_t i = 0; list && i < count; i++) {
    if (sv_mask_header(t->net->mask, lines[i], &line, masked) == SV_OK)
      list[n] = sv_arena_copy(&t->arena, line.data, line.size);
    if (list[n])
      n++;
    sv_buf_cut(&line, 0);
  }
  sv_buf_free(&line);
  *out_count = list ? n : 0;
  return list;
}

static void take_headers(struct sv_transfer *t, struct sv_answer *out, struct sv_masked *masked)
{
  const char **lines = sv_arena_calloc(&t->arena, t->head.count + 1, sizeof *lines);
  const char *p = t->head.lines.data;
  if (!lines)
    return;
  for (size_t i = 0; i < t->head.count && p; i++) {
    lines[i] = p;
    p += strlen(p) + 1;
  }
  out->headers = with_mask(t, lines, t->head.count, masked, &out->header_count);
  for (size_t i = 0; t->head.location && i < t->head.count; i++)
    if (strncasecmp(lines[i], "location:", 9) == 0 &&
        sv_mask_finds(t->net->mask, lines[i], strlen(lines[i])))
      out->location_hidden = true;
}

static void take_sent(struct sv_transfer *t, struct sv_answer *out)
{
  size_t count = 1 + SV_ODD_LINES_MOST;
  for (const struct curl_slist *h = t->headers; h; h = h->next)
    count++;
  const char **lines = sv_arena_calloc(&t->arena, count + 1, sizeof *lines);
  size_t n = 0;
  if (!lines)
    return;
  if (t->kind != SV_TRANSFER_HTTP) {
    out->sent_headers =
        with_mask(t, t->ask.headers, t->ask.header_count, NULL, &out->sent_header_count);
    return;
  }
  const bool v6 = strchr(t->where.host, ':') != NULL;
  const uint16_t usual = t->where.https ? 443 : 80;
  if (!t->odd.own_hosts)
    lines[n++] = t->where.port == usual
                     ? sv_arena_printf(&t->arena, v6 ? "Host: [%s]" : "Host: %s", t->where.host)
                     : sv_arena_printf(&t->arena, v6 ? "Host: [%s]:%u" : "Host: %s:%u",
                                       t->where.host, t->where.port);
  size_t left = t->plain_headers;
  for (const struct curl_slist *h = t->headers; h && left > 0; h = h->next, left--)
    if (strcmp(h->data, "Expect:") != 0 && strcmp(h->data, "Content-Type:") != 0)
      lines[n++] = h->data;
  n = sv_odd_sent(t, lines, n);
  out->sent_headers = with_mask(t, lines, n, NULL, &out->sent_header_count);
}

void sv_probe_end(struct sv_transfer *t, const char *error, const char *detail,
                  const char *const *lines, size_t count)
{
  struct sv_masked masked = { 0 };
  struct sv_answer out = { .error = error, .detail = detail, .attempts = 1 };
  out.started_ms = t->started_ms;
  out.duration_ms = (uint32_t)((sv_net_now_us() - t->began_us + 500) / 1000);
  out.address = t->address[0] ? t->address : NULL;
  take_sent(t, &out);
  if (!error) {
    out.status = 200; /* there is an answer, and it is in the lines */
    out.marks = t->head.marks;
    out.headers = with_mask(t, lines, count, &masked, &out.header_count);
    out.masked = masked.values;
  }
  sv_transfer_give(t, &out);
}

/* Makes *BODY, decoded or with something hidden, the body of T: one copy of a large document is
 * enough. */
static const struct sv_buf *replace_body(struct sv_transfer *t, struct sv_buf *body)
{
  sv_buf_free(&t->body);
  t->body = *body;
  *body = SV_BUF(0);
  return &t->body;
}

/* Decodes, masks and digests the body. What cannot be decoded cannot be masked, and is not kept. */
static void take_body(struct sv_transfer *t, struct sv_answer *out, struct sv_masked *masked)
{
  const size_t most = t->ask.document ? SV_DOCUMENT_MAX : SV_BODY_DECODED_MAX;
  struct sv_buf plain = SV_BUF(most);
  struct sv_buf hidden = SV_BUF(BODY_MOST);
  const struct sv_buf *body = &t->body;
  out->wire_size = t->body.size;
  if (t->head.unknown || t->body.size == 0)
    return;
  if (t->head.gzip) {
    const char *detail = NULL;
    const uint32_t marks = sv_body_gunzip(t->body.data, t->body.size, most, &plain, &detail);
    if (marks &&
        !(marks == SV_MARK_TRUNCATED && t->head.marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED)))
      sv_head_fault(&t->head, marks, detail);
    if (!(marks & SV_MARK_AMBIGUOUS) || plain.size)
      body = replace_body(t, &plain);
  }
  const struct sv_masked before = *masked;
  if (sv_mask_finds(t->net->mask, sv_buf_text(body), body->size)) {
    if (sv_mask_bytes(t->net->mask, body->data, body->size, &hidden, masked) == SV_OK)
      body = replace_body(t, &hidden);
    else
      *masked = before;
  }
  if (hidden.failed) {
    sv_head_fault(&t->head, SV_MARK_LIMITED,
                  "There is too much to hide in the body; it is not kept.");
  } else if (body->size) {
    out->body = body->data;
    out->body_size = body->size;
    sv_sha256_hex(out->body, out->body_size, out->body_sha256);
  } else if (t->odd.read_on) {
    sv_head_fault(&t->head, SV_MARK_AMBIGUOUS, "What came is the coding of nothing.");
  }
  sv_buf_free(&plain);
  sv_buf_free(&hidden);
}

static const char *mixed_detail(struct sv_transfer *t)
{
  return sv_arena_printf(&t->arena, "%s also has the address %s, which is %s and was not used.",
                         t->where.host, t->refused_address, t->refused_word);
}

void sv_transfer_answer(struct sv_transfer *t, CURLcode code, struct sv_answer *out)
{
  struct sv_masked masked = { 0 };
  memset(out, 0, sizeof *out);
  out->attempts = 1;
  out->started_ms = t->started_ms;
  out->duration_ms = (uint32_t)((sv_net_now_us() - t->began_us + 500) / 1000);
  out->address = t->address[0] ? t->address : NULL;
  take_sent(t, out);
  if (t->handshake) {
    out->has_tls = true;
    out->tls_packed = t->handshake->packed.data;
    out->tls_packed_size = t->handshake->packed.size;
    if (t->handshake->unverified)
      out->marks |= SV_MARK_UNVERIFIED;
  }
  const bool asked = sv_odd_is_answered(t); /* nothing more is waited for */
  const bool final = asked || t->head.status >= 200 ||
                     (t->head.status > 0 && t->head.status < 100) ||
                     (t->head.status == 101 && t->head.complete);
  const bool answered = final && (t->head.complete || t->head.stopped || asked) &&
                        (code != CURLE_OPERATION_TIMEDOUT || t->odd.read_on);
  if (!answered || t->head.lines.failed || t->local_fault) {
    no_answer(t, code, out);
    return;
  }
  if (!sv_odd_is_read_on(t, code) && code != CURLE_OK && !t->head.stopped && !sv_odd_is_enough(t))
    broken_body(t);
  out->status = t->head.status;
  out->http_version = t->head.version;
  take_headers(t, out, &masked);
  /* Only what the body holds is said of the service: fields have entity tags and the like. */
  const struct sv_masked in_fields = masked;
  if (!t->head.stopped)
    take_body(t, out, &masked);
  out->marks |= t->head.marks;
  out->detail = t->head.detail[0] ? t->head.detail : t->refused_word ? mixed_detail(t) : NULL;
  out->masked = masked.values;
  out->identity_numbers = masked.identity_numbers - in_fields.identity_numbers;
  out->synthetic_numbers = masked.synthetic_numbers - in_fields.synthetic_numbers;
}
