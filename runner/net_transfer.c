// SPDX-License-Identifier: Apache-2.0
/* One transfer by libcurl: its options, and the callbacks that count, refuse and stop. */
#include "runner/net_internal.h"

#include "engines/base/ascii.h"
#include "runner/net_body.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  CONNECT_MS = 10000,
  EXCHANGE_MS = 30000,
  DOCUMENT_MS = 60000,
  SLOW_BYTES = 100, /* a second */
  SLOW_SECONDS = 20,
  BUFFER_BYTES = 64 << 10,
  REDIRECTS = 5,
};

static bool is_named_host(const struct sv_transfer *t)
{
  const char *const *hosts = t->net->options->loopback_hosts;
  for (; hosts && *hosts; hosts++)
    if (sv_equal_nocase(*hosts, t->where.host))
      return true;
  return false;
}

static bool port_is_allowed(const struct sv_transfer *t)
{
  if (sv_address_port_is_common(t->where.port))
    return true;
  const uint16_t *ports = t->net->policy.mode == SV_ADDRESS_PUBLIC ? NULL : t->net->options->ports;
  for (; ports && *ports; ports++)
    if (*ports == t->where.port)
      return true;
  return false;
}

/* Why SA is not connected to, or NULL; remembered for the answer. */
static const char *judge(struct sv_transfer *t, const struct sockaddr *sa)
{
  const char *word = port_is_allowed(t) ? sv_address_refusal(&t->net->policy, sa, is_named_host(t))
                                        : "a port of no web service";
  if (word) {
    t->refused_word = word;
    sv_address_text(sa, t->refused_address);
  }
  return word;
}

static curl_socket_t open_socket(void *transfer, curlsocktype purpose,
                                 struct curl_sockaddr *address)
{
  struct sv_transfer *t = transfer;
  if (purpose != CURLSOCKTYPE_IPCXN || (address->family != AF_INET && address->family != AF_INET6))
    return CURL_SOCKET_BAD;
  /* With a proxy it is the proxy that is connected to; the policy must be held there. */
  if (!t->net->options->proxy && judge(t, &address->addr))
    return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static bool parse_address(const char *text, struct sockaddr_storage *out)
{
  struct sockaddr_in *v4 = (struct sockaddr_in *)out;
  struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)out;
  memset(out, 0, sizeof *out);
  if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
    out->ss_family = AF_INET;
    return true;
  }
  out->ss_family = AF_INET6;
  return inet_pton(AF_INET6, text, &v6->sin6_addr) == 1;
}

static int stop_here(struct sv_transfer *t, const char *error, const char *detail)
{
  t->local_fault = error;
  t->local_detail = detail;
  return CURL_PREREQFUNC_ABORT;
}

/* The connection stands and nothing was sent yet. Reused connections come by here too. */
static int before_request(void *transfer, char *remote, char *local, int remote_port,
                          int local_port)
{
  struct sv_transfer *t = transfer;
  struct curl_tlssessioninfo *tls = NULL;
  struct sockaddr_storage address;
  (void)local;
  (void)local_port;
  (void)remote_port;
  (void)snprintf(t->address, sizeof t->address, "%s", remote);
  if (!parse_address(remote, &address))
    return stop_here(t, "address-refused", "The address that was connected to cannot be read.");
  if (!t->net->options->proxy && judge(t, (const struct sockaddr *)&address))
    return stop_here(t, "address-refused", NULL);
  if (t->kind == SV_TRANSFER_TLS)
    return CURL_PREREQFUNC_OK;
  if (t->secret && !t->where.https && !sv_address_is_loopback((const struct sockaddr *)&address))
    return stop_here(t, "credential",
                     "A credential is sent over https only, and over http to this machine itself.");
  if (t->where.https && curl_easy_getinfo(t->easy, CURLINFO_TLS_SSL_PTR, &tls) == CURLE_OK && tls &&
      tls->internals)
    sv_tls_read(t, tls->internals);
  if (t->where.https && !t->handshake)
    return stop_here(t, "tls", "What the handshake showed cannot be read.");
  return CURL_PREREQFUNC_OK;
}

/* How long a body may be on the wire: a document of the target may be longer. */
static size_t body_max(const struct sv_transfer *t)
{
  if (t->odd.read_on)
    return t->odd.read_on;
  return t->ask.document ? SV_DOCUMENT_MAX : SV_BODY_MAX;
}

/* CURLOPT_MAXFILESIZE_LARGE would end the transfer before the head is whole, and answers to HEAD as
 * well. */
static bool body_fits(struct sv_transfer *t)
{
  unsigned long long length;
  if (!t->head.complete || !t->head.has_length || strcmp(t->ask.method, "HEAD") == 0 ||
      !sv_parse_uint(t->head.length, strlen(t->head.length), 1ULL << 62, &length) ||
      length <= body_max(t))
    return true;
  sv_head_fault(&t->head, SV_MARK_LIMITED,
                t->ask.document ? "The document is said to be longer than 64 MiB."
                                : "The body is said to be longer than 10 MiB.");
  t->head.stopped = true;
  return false;
}

static size_t on_header(char *line, size_t one, size_t size, void *transfer)
{
  struct sv_transfer *t = transfer;
  return sv_head_line(&t->head, line, one * size) && body_fits(t) && !sv_odd_is_answered(t)
             ? one * size
             : 0;
}

static size_t on_body(char *data, size_t one, size_t size, void *transfer)
{
  struct sv_transfer *t = transfer;
  const size_t room = body_max(t) - t->body.size;
  size *= one;
  if (sv_buf_add(&t->body, data, size < room ? size : room) != SV_OK || size > room) {
    t->body_stopped = true;
    return 0;
  }
  return size;
}

/* The options that never change. libcurl's own defaults are not relied upon. */
static bool set_fixed(struct sv_transfer *t)
{
  CURL *e = t->easy;
  const struct sv_net_options *o = t->net->options;
  bool ok = true;
#define SET(option, value) ok = curl_easy_setopt(e, option, value) == CURLE_OK && ok
  SET(CURLOPT_PRIVATE, t);
  SET(CURLOPT_ERRORBUFFER, t->message);
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_TCP_NODELAY, 1L);
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_MAXREDIRS, (long)REDIRECTS);
  SET(CURLOPT_UNRESTRICTED_AUTH, 0L);
  SET(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  SET(CURLOPT_PROXY, o->proxy ? o->proxy : "");
  SET(CURLOPT_HTTP09_ALLOWED, 0L);
  SET(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  SET(CURLOPT_HTTP_TRANSFER_DECODING, 1L);
  SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  SET(CURLOPT_BUFFERSIZE, (long)BUFFER_BYTES);
  SET(CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
  SET(CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES);
  SET(CURLOPT_LOW_SPEED_TIME, (long)SLOW_SECONDS);
  SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  SET(CURLOPT_SSL_VERIFYPEER, 1L);
  SET(CURLOPT_SSL_SESSIONID_CACHE, 0L); /* a resumed session shows no certificate */
  SET(CURLOPT_CAPATH, NULL); /* with a folder the store would be read again for every connection */
  if (o->cacert)
    SET(CURLOPT_CAINFO, o->cacert);
  SET(CURLOPT_SSL_CTX_FUNCTION, sv_tls_context);
  SET(CURLOPT_SSL_CTX_DATA, t);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  SET(CURLOPT_OPENSOCKETDATA, t);
  SET(CURLOPT_PREREQFUNCTION, before_request);
  SET(CURLOPT_PREREQDATA, t);
  SET(CURLOPT_HEADERFUNCTION, on_header);
  SET(CURLOPT_HEADERDATA, t);
  SET(CURLOPT_WRITEFUNCTION, on_body);
  SET(CURLOPT_WRITEDATA, t);
#undef SET
  return ok;
}

struct sv_transfer *sv_transfer_new(struct sv_net *net)
{
  struct sv_transfer *t = calloc(1, sizeof *t);
  if (!t)
    return NULL;
  t->net = net;
  t->easy = curl_easy_init();
  if (t->easy && set_fixed(t))
    return t;
  sv_transfer_free(t);
  return NULL;
}

static bool add_header(struct sv_transfer *t, const char *line)
{
  struct curl_slist *list = curl_slist_append(t->headers, line);
  if (list)
    t->headers = list;
  return list != NULL;
}

static bool has_header(const struct sv_ask *ask, const char *name)
{
  const size_t size = strlen(name);
  for (size_t i = 0; i < ask->header_count; i++)
    if (sv_equal_nocase_n(ask->headers[i], strcspn(ask->headers[i], ":"), name) &&
        ask->headers[i][size] == ':')
      return true;
  return false;
}

/* All that is sent beside Host and Content-Length is in this list, so that it can be told
 * afterwards. */
static bool set_headers(struct sv_transfer *t)
{
  const struct sv_ask *ask = &t->ask;
  bool ok = true;
  if (!has_header(ask, "user-agent")) {
    const char *line = sv_arena_printf(&t->arena, "User-Agent: %s", t->net->options->user_agent);
    ok = line && add_header(t, line);
  }
  if (t->net->options->from && !has_header(ask, "from")) {
    const char *line = sv_arena_printf(&t->arena, "From: %s", t->net->options->from);
    ok = line && add_header(t, line) && ok;
  }
  if (!has_header(ask, "accept"))
    ok = add_header(t, "Accept: */*") && ok;
  if (!has_header(ask, "accept-encoding"))
    ok = add_header(t, "Accept-Encoding: gzip") && ok;
  for (size_t i = 0; i < ask->header_count; i++) {
    const size_t name = strcspn(ask->headers[i], ":");
    if (sv_odd_is_line(ask->headers[i]))
      continue;
    /* A header with nothing after its colon is libcurl's way of leaving it out; a semicolon sends
     * it empty. */
    const char *value = ask->headers[i] + name + 1;
    const char *line = value[strspn(value, " \t")]
                           ? ask->headers[i]
                           : sv_arena_printf(&t->arena, "%.*s;", (int)name, ask->headers[i]);
    ok = line && add_header(t, line) && ok;
  }
  if (t->secret && t->secret->header.data && !t->secret_in_query)
    ok = add_header(t, t->secret->header.data) && ok;
  if (ask->body_size)
    ok = add_header(t, "Expect:") && ok;
  if (!has_header(ask, "content-type")) /* libcurl would call content a form */
    ok = add_header(t, "Content-Type:") && ok;
  return curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, t->headers) == CURLE_OK && ok;
}

static bool set_method(struct sv_transfer *t)
{
  CURL *e = t->easy;
  const char *method = t->ask.method;
  bool ok = curl_easy_setopt(e, CURLOPT_NOBODY, 0L) == CURLE_OK;
  ok = curl_easy_setopt(e, CURLOPT_CUSTOMREQUEST, NULL) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_HTTPGET, 1L) == CURLE_OK && ok;
  const bool has_body =
      t->ask.body_size > 0 || strcmp(method, "POST") == 0 || strcmp(method, "PUT") == 0;
  if (has_body) {
    ok = curl_easy_setopt(e, CURLOPT_POST, 1L) == CURLE_OK && ok;
    ok = curl_easy_setopt(e, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)t->ask.body_size) ==
             CURLE_OK &&
         ok;
    ok = curl_easy_setopt(e, CURLOPT_POSTFIELDS, t->ask.body ? t->ask.body : "") == CURLE_OK && ok;
  }
  if (strcmp(method, "HEAD") == 0)
    return curl_easy_setopt(e, CURLOPT_NOBODY, 1L) == CURLE_OK && ok;
  const char *custom = strcmp(method, "GET") == 0 && !has_body ? NULL : method;
  return curl_easy_setopt(e, CURLOPT_CUSTOMREQUEST, custom) == CURLE_OK && ok;
}

static bool set_certificate(struct sv_transfer *t)
{
  struct curl_blob certificate = { 0 };
  struct curl_blob key = { 0 };
  const bool mtls = t->secret && t->secret->type == SV_MTLS;
  if (mtls) {
    certificate = (struct curl_blob){ t->secret->certificate.data, t->secret->certificate.size,
                                      CURL_BLOB_COPY };
    key = (struct curl_blob){ t->secret->value.data, t->secret->value.size, CURL_BLOB_COPY };
  }
  return curl_easy_setopt(t->easy, CURLOPT_SSLCERT_BLOB, mtls ? &certificate : NULL) == CURLE_OK &&
         curl_easy_setopt(t->easy, CURLOPT_SSLKEY_BLOB, mtls ? &key : NULL) == CURLE_OK;
}

const char *sv_transfer_pin_fault(const struct sv_ask *ask)
{
  struct sockaddr_storage address;
  return ask->address && !parse_address(ask->address, &address) ? "The address to connect to is no "
                                                                  "numeric one."
                                                                : NULL;
}

bool sv_transfer_pin(struct sv_transfer *t)
{
  char line[160];
  if (t->ask.address) {
    const bool six = strchr(t->ask.address, ':') != NULL;
    (void)snprintf(line, sizeof line, six ? "::[%s]:%u" : "::%s:%u", t->ask.address, t->where.port);
    t->pinned = curl_slist_append(NULL, line);
    if (!t->pinned)
      return false;
  }
  return curl_easy_setopt(t->easy, CURLOPT_CONNECT_TO, t->pinned) == CURLE_OK;
}

bool sv_transfer_arm(struct sv_transfer *t)
{
  CURL *e = t->easy;
  const uint32_t own = t->net->options->timeout_ms;
  uint32_t timeout = t->ask.timeout_ms ? t->ask.timeout_ms : own;
  if (!timeout)
    timeout = t->ask.document ? DOCUMENT_MS : EXCHANGE_MS;
  bool ok = set_method(t) && set_headers(t) && set_certificate(t) && sv_transfer_pin(t);
  ok = curl_easy_setopt(e, CURLOPT_CURLU, t->url) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_TIMEOUT_MS, (long)timeout) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_CONNECT_ONLY, 0L) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_HTTPPROXYTUNNEL, 0L) == CURLE_OK && ok;
  const long version = t->ask.http_1 ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS;
  ok = curl_easy_setopt(e, CURLOPT_HTTP_VERSION, version) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_FRESH_CONNECT, t->ask.http_1 ? 1L : 0L) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_FORBID_REUSE, t->ask.http_1 ? 1L : 0L) == CURLE_OK && ok;
  /* libcurl shares no connection between transfers that differ here: what was let through without a
   * credential is never used with one. */
  ok = curl_easy_setopt(e, CURLOPT_SSL_VERIFYHOST, t->secret ? 2L : 0L) == CURLE_OK && ok;
  ok = sv_odd_arm(t) && ok;
  return curl_easy_setopt(e, CURLOPT_PIPEWAIT, t->where.https ? 1L : 0L) == CURLE_OK && ok;
}

void sv_transfer_drop_headers(struct sv_transfer *t)
{
  for (struct curl_slist *h = t->headers; h; h = h->next)
    if (t->secret)
      explicit_bzero(h->data, strlen(h->data));
  curl_slist_free_all(t->headers);
  curl_slist_free_all(t->pinned);
  t->headers = NULL;
  t->pinned = NULL;
}

void sv_transfer_free(struct sv_transfer *t)
{
  if (!t)
    return;
  curl_easy_cleanup(t->easy);
  sv_transfer_drop_headers(t);
  curl_url_cleanup(t->url);
  sv_arena_free(&t->arena);
  sv_head_free(&t->head);
  sv_buf_free(&t->body);
  sv_tls_release(t->handshake);
  free(t);
}
