// SPDX-License-Identifier: Apache-2.0
/* A ClientHello and what is answered to it. libcurl finds the host and connects, so that the
 * address policy holds as for every request; what follows is said on its socket by hand. */
#include "runner/net_probe.h"

#include "engines/tls/answer.h"
#include "engines/tls/lines.h"

#include <errno.h>
#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { TALK_US = 8000000, CONNECT_MS = 10000, HELLO_MOST = 4096, CHUNK = 16 << 10, SKEW_S = 300 };

const char *sv_shake_arm(struct sv_transfer *t)
{
  struct sv_hello hello;
  struct sv_shake *s = &t->shake;
  unsigned char random[32];
  char port[8];
  (void)snprintf(port, sizeof port, "%u", t->where.port);
  s->out = SV_BUF(HELLO_MOST);
  s->in = SV_BUF(SV_HELLO_BYTES_MOST + CHUNK);
  s->sent = 0;
  if (sv_hello_from_lines(t->ask.headers, t->ask.header_count, t->where.host, &hello) != SV_OK ||
      RAND_bytes(random, sizeof random) != 1 || sv_hello_write(&hello, random, &s->out) != SV_OK)
    return "The handshake that was asked for cannot be made.";
  s->max = hello.max;
  CURL *e = t->easy;
  bool ok = curl_url_set(t->url, CURLUPART_SCHEME, "http", 0) == CURLUE_OK &&
            curl_url_set(t->url, CURLUPART_PORT, port, 0) == CURLUE_OK;
  ok = ok && curl_easy_setopt(e, CURLOPT_HTTPGET, 1L) == CURLE_OK &&
       curl_easy_setopt(e, CURLOPT_CUSTOMREQUEST, NULL) == CURLE_OK &&
       curl_easy_setopt(e, CURLOPT_NOBODY, 0L) == CURLE_OK &&
       curl_easy_setopt(e, CURLOPT_CURLU, t->url) == CURLE_OK && sv_transfer_pin(t) &&
       curl_easy_setopt(e, CURLOPT_TIMEOUT_MS, (long)CONNECT_MS) == CURLE_OK &&
       curl_easy_setopt(e, CURLOPT_HTTPPROXYTUNNEL, t->net->options->proxy ? 1L : 0L) == CURLE_OK &&
       curl_easy_setopt(e, CURLOPT_CONNECT_ONLY, 1L) == CURLE_OK &&
       /* What an earlier transfer of this handle forbade would close the socket before it is used. */
       curl_easy_setopt(e, CURLOPT_FRESH_CONNECT, 1L) == CURLE_OK &&
       curl_easy_setopt(e, CURLOPT_FORBID_REUSE, 0L) == CURLE_OK;
  return ok ? NULL : "The handshake that was asked for cannot be made.";
}

static X509 *certificate(const struct sv_hello_answer *a, size_t n)
{
  const unsigned char *p = (const unsigned char *)a->handshake.data + a->certificates[n].at;
  return d2i_X509(NULL, &p, (long)a->certificates[n].size);
}

/* The certificates as sent; those that cannot be read are left out. */
static STACK_OF(X509) * chain(const struct sv_hello_answer *a)
{
  STACK_OF(X509) *all = sk_X509_new_null();
  for (size_t i = 0; all && i < a->certificate_count; i++) {
    X509 *x = certificate(a, i);
    if (x && sk_X509_push(all, x) <= 0)
      X509_free(x);
  }
  return all;
}

/* Whether BASIC is signed by the leaf's issuer, or by one whom the issuer has named for it. */
static bool is_signed(OCSP_BASICRESP *basic, STACK_OF(X509) * all)
{
  X509_STORE *store = X509_STORE_new();
  bool ok = store && X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN) == 1;
  for (int i = 1; ok && i < sk_X509_num(all); i++)
    ok = X509_STORE_add_cert(store, sk_X509_value(all, i)) == 1;
  ok = ok && OCSP_basic_verify(basic, all, store, 0) > 0;
  X509_STORE_free(store);
  return ok;
}

static const char *status_word(OCSP_BASICRESP *basic, STACK_OF(X509) * all)
{
  int status = V_OCSP_CERTSTATUS_UNKNOWN;
  ASN1_GENERALIZEDTIME *from = NULL;
  ASN1_GENERALIZEDTIME *to = NULL;
  OCSP_CERTID *id = OCSP_cert_to_id(NULL, sk_X509_value(all, 0), sk_X509_value(all, 1));
  const bool found = id && OCSP_resp_find_status(basic, id, &status, NULL, NULL, &from, &to) == 1;
  const bool current = found && OCSP_check_validity(from, to, SKEW_S, -1) == 1;
  OCSP_CERTID_free(id);
  if (!is_signed(basic, all))
    return "unsigned";
  if (!found || status == V_OCSP_CERTSTATUS_UNKNOWN)
    return "unknown";
  if (status == V_OCSP_CERTSTATUS_REVOKED)
    return "revoked";
  return current ? "good" : "expired";
}

/* What the status that came with the certificate says (RFC 6066 8, RFC 6960). */
static const char *judge_staple(const struct sv_hello_answer *a)
{
  if (a->staple.size == 0)
    return "none";
  const unsigned char *p = (const unsigned char *)a->handshake.data + a->staple.at;
  OCSP_RESPONSE *response = d2i_OCSP_RESPONSE(NULL, &p, (long)a->staple.size);
  OCSP_BASICRESP *basic =
      response && OCSP_response_status(response) == OCSP_RESPONSE_STATUS_SUCCESSFUL
          ? OCSP_response_get1_basic(response)
          : NULL;
  STACK_OF(X509) *all = chain(a);
  const char *word = "malformed";
  if (basic && all)
    word = sk_X509_num(all) < 2 ? "unchecked" : status_word(basic, all);
  sk_X509_pop_free(all, X509_free);
  OCSP_BASICRESP_free(basic);
  OCSP_RESPONSE_free(response);
  ERR_clear_error();
  return word;
}

/* The conversation is over: WORD and DETAIL say why when A says nothing. */
static void end(struct sv_transfer *t, struct sv_hello_answer *a, const char *word,
                const char *detail)
{
  size_t count = 0;
  const char *const *lines = NULL;
  if (a->hello || a->alert || !word)
    lines = sv_hello_lines(&t->arena, a, judge_staple(a), &count);
  if (lines && word && a->hello)
    sv_head_fault(&t->head, strcmp(word, "closed") == 0 ? SV_MARK_TRUNCATED : SV_MARK_LIMITED,
                  detail);
  sv_hello_answer_free(a);
  sv_probe_end(t, lines ? NULL : word, detail, lines, count);
}

/* Reads what there is. False when T has ended. */
static bool hear(struct sv_transfer *t)
{
  struct sv_shake *s = &t->shake;
  struct sv_hello_answer a;
  char chunk[CHUNK];
  const ssize_t n = recv(s->fd, chunk, sizeof chunk, MSG_DONTWAIT);
  if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
    return true;
  if (n > 0)
    sv_buf_add(&s->in, chunk, (size_t)n);
  const enum sv_hello_state state =
      s->in.failed ? SV_HELLO_LONG : sv_hello_parse(sv_buf_text(&s->in), s->in.size, s->max, &a);
  if (s->in.failed)
    a = (struct sv_hello_answer){ .handshake = SV_BUF(1) };
  if (state == SV_HELLO_DONE)
    end(t, &a, NULL, NULL);
  else if (state == SV_HELLO_BROKEN)
    end(t, &a, "tls", "What the host sent is no answer to a TLS hello.");
  else if (state == SV_HELLO_LONG)
    end(t, &a, "limit", "The handshake is longer than 256 KiB.");
  else if (n <= 0 && s->in.size == 0)
    end(t, &a, NULL, NULL);
  else if (n <= 0)
    end(t, &a, "closed", "The connection closed in the middle of the handshake.");
  else {
    sv_hello_answer_free(&a);
    return true;
  }
  return false;
}

/* Sends what is left of the hello. False when T has ended. */
static bool say(struct sv_transfer *t)
{
  struct sv_shake *s = &t->shake;
  while (s->sent < s->out.size) {
    const ssize_t n =
        send(s->fd, s->out.data + s->sent, s->out.size - s->sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
      return true;
    if (n < 0)
      return hear(t);
    s->sent += (size_t)n;
  }
  return true;
}

void sv_shake_begin(struct sv_transfer *t, CURLcode code)
{
  curl_socket_t fd = CURL_SOCKET_BAD;
  if (code == CURLE_OK)
    (void)curl_easy_getinfo(t->easy, CURLINFO_ACTIVESOCKET, &fd);
  if (fd == CURL_SOCKET_BAD) {
    sv_transfer_end(t, code == CURLE_OK ? CURLE_COULDNT_CONNECT : code);
    return;
  }
  t->shake.fd = fd;
  const uint64_t own_us = (uint64_t)t->net->options->timeout_ms * 1000;
  t->shake.deadline_us = sv_net_now_us() + (own_us && own_us < TALK_US ? own_us : TALK_US);
  t->next = t->net->shaking;
  t->net->shaking = t;
  (void)say(t);
}

static void late(struct sv_transfer *t)
{
  struct sv_hello_answer a;
  (void)sv_hello_parse(sv_buf_text(&t->shake.in), t->shake.in.size, t->shake.max, &a);
  end(t, &a, "timeout",
      t->shake.in.size ? "The host did not end its answer to a TLS hello in time."
                       : "The host did not answer a TLS hello in time.");
}

size_t sv_probes_poll(struct sv_net *net, struct curl_waitfd *fds, size_t room, int *wait_ms)
{
  const uint64_t now = sv_net_now_us();
  size_t n = 0;
  for (struct sv_transfer *t = net->shaking; t && n < room; t = t->next) {
    const bool more = t->shake.sent < t->shake.out.size;
    fds[n++] = (struct curl_waitfd){
      .fd = t->shake.fd, .events = (short)(CURL_WAIT_POLLIN | (more ? CURL_WAIT_POLLOUT : 0))
    };
    const uint64_t left = t->shake.deadline_us > now ? (t->shake.deadline_us - now) / 1000 + 1 : 0;
    if (left < (uint64_t)*wait_ms)
      *wait_ms = (int)left;
  }
  return n + sv_dns_poll(net, fds + n, room - n);
}

void sv_probes_pump(struct sv_net *net, const struct curl_waitfd *fds, size_t count)
{
  const uint64_t now = sv_net_now_us();
  size_t i = 0;
  /* The list is walked as it was polled; whoever ends takes itself out of it. */
  for (struct sv_transfer *t = net->shaking, *next; t; t = next, i++) {
    next = t->next;
    const bool ready = i < count && fds[i].fd == t->shake.fd && fds[i].revents;
    if (ready && t->shake.sent < t->shake.out.size && !say(t))
      continue;
    if (ready && !hear(t))
      continue;
    if (now >= t->shake.deadline_us)
      late(t);
  }
  sv_dns_pump(net);
}
