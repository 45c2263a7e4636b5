// SPDX-License-Identifier: Apache-2.0
/* A request as a command line for people. Credentials are named, never shown; quoting is the
 * shell's own. */
#include "runner/fill.h"

#include "engines/base/ascii.h"
#include "engines/http/odd.h"
#include "engines/tls/lines.h"
#include "runner/clean.h"
#include "runner/weburl.h"

#include <string.h>

enum { CURL_MOST = 32 << 10, NAME_MOST = 64 };

static const struct {
  const char *version, *option;
} options[] = { { "SSL 3", "-ssl3" },
                { "TLS 1.0", "-tls1" },
                { "TLS 1.1", "-tls1_1" },
                { "TLS 1.2", "-tls1_2" },
                { "TLS 1.3", "-tls1_3" } };

/* One word in single quotes; a quote within leaves them, is escaped, and comes back. */
static void add_word(struct sv_buf *b, const char *text)
{
  (void)sv_buf_adds(b, " '");
  for (; *text; text++)
    (void)(*text == '\'' ? sv_buf_adds(b, "'\\''") : sv_buf_addc(b, *text));
  (void)sv_buf_addc(b, '\'');
}

/* $NAME for a secret: the variable it is read from, else the credential's name in capitals. */
static void variable(const struct sv_credential *c, const char *secret, char out[NAME_MOST])
{
  /* A recording keeps no place of a secret: then the credential's own name stands for it. */
  const bool told = secret && sv_starts_with(secret, "env:") && strcmp(secret, "env:HIDDEN") != 0;
  const char *from = told ? secret + 4 : c->name;
  size_t n = 0;
  for (; n < NAME_MOST - 1 && from[n]; n++) {
    const char ch = from[n];
    const char up = ch >= 'a' && ch <= 'z' ? (char)(ch - 32) : ch;
    out[n] = sv_is_alnum(up) || up == '_' ? up : '_';
  }
  out[n] = '\0';
}

static void add_credential(struct sv_buf *b, const struct sv_credential *c)
{
  char name[NAME_MOST];
  variable(c, c->secret, name);
  switch (c->type) {
  case SV_BEARER:
    (void)sv_buf_addf(b, " -H \"Authorization: Bearer $%s\"", name);
    return;
  case SV_BASIC:
    (void)sv_buf_addf(b, " -u \"%s:$%s\"", c->user ? "$USER_NAME" : "", name);
    return;
  case SV_API_KEY:
    (void)sv_buf_addf(b, " -H \"%s: $%s\"", c->header ? c->header : "X-API-Key", name);
    return;
  case SV_MTLS:
    (void)sv_buf_addf(b, " --cert \"$%s_CERT\" --key \"$%s\"", name, name);
    return;
  }
}

static const struct sv_credential *find(const struct sv_target *t, const char *name)
{
  for (size_t i = 0; name && i < t->credential_count; i++)
    if (strcmp(t->credentials[i].name, name) == 0)
      return &t->credentials[i];
  return NULL;
}

/* A handshake or a name, as near as the usual tools come to it. */
static void add_probe(struct sv_buf *b, const struct sv_ask *ask)
{
  struct sv_weburl where;
  char host[sizeof where.host + 8];
  const char *name = sv_line_value(ask->headers, ask->header_count, "Name");
  const char *type = sv_line_value(ask->headers, ask->header_count, "Type");
  if (sv_weburl_read(ask->url, &where))
    return;
  if (strcmp(ask->method, SV_METHOD_TOKEN) == 0)
    return; /* nothing was sent */
  if (strcmp(ask->method, SV_METHOD_DNS) == 0) {
    (void)sv_buf_adds(b, "dig +dnssec");
    add_word(b, type ? type : "A");
    add_word(b, name ? name : where.host);
    return;
  }
  const char *version = sv_line_value(ask->headers, ask->header_count, "Version");
  (void)snprintf(host, sizeof host, strchr(where.host, ':') ? "[%s]:%u" : "%s:%u", where.host,
                 where.port);
  (void)sv_buf_adds(b, "openssl s_client -connect");
  add_word(b, host);
  for (size_t i = 0; version && i < sizeof options / sizeof options[0]; i++)
    if (strcmp(options[i].version, version) == 0)
      (void)sv_buf_addf(b, " %s", options[i].option);
}

/* What is odd about the request, before its URL. The shell makes what is long. */
static void add_odd(struct sv_buf *b, const struct sv_odd *odd)
{
  if (!odd->is_odd)
    return;
  (void)sv_buf_adds(b, " --http1.1");
  if (odd->own_hosts && odd->host_count == 0)
    (void)sv_buf_adds(b, " -H 'Host:'");
  if (odd->host_count > 0)
    (void)sv_buf_addf(b, " -H 'Host: %s'", odd->hosts[0]);
  if (odd->host_count > 1)
    (void)sv_buf_addf(b, " -H \"$(printf 'X-Samsvar: host\\r\\nHost: %s')\"", odd->hosts[1]);
  if (odd->long_field)
    (void)sv_buf_addf(b, " -H \"X-Samsvar: $(printf %%0%ud 0)\"", odd->long_field);
  if (odd->announce)
    (void)sv_buf_addf(b, " -H 'Expect: 100-continue' -H 'Content-Length: %u'", odd->announce);
  if (odd->read_on)
    (void)sv_buf_adds(b, " --raw --ignore-content-length -H 'Connection: close'");
}

const char *sv_curl_line(struct sv_arena *a, const struct sv_ask *ask, const struct sv_target *t)
{
  struct sv_buf b = SV_BUF(CURL_MOST);
  const struct sv_credential *c = find(t, ask->credential);
  if (sv_method_is_probe(ask->method)) {
    add_probe(&b, ask);
    const char *line = b.failed ? "" : sv_clean(a, sv_buf_text(&b), CURL_MOST);
    sv_buf_free(&b);
    return line;
  }
  struct sv_odd odd;
  const bool is_read = sv_odd_read(ask->headers, ask->header_count, &odd) == NULL;
  (void)sv_buf_adds(&b, "curl -i");
  if (strcmp(ask->method, "HEAD") == 0 && !(is_read && odd.read_on))
    (void)sv_buf_adds(&b, " -I");
  else if (strcmp(ask->method, "GET") != 0) {
    (void)sv_buf_adds(&b, " -X");
    add_word(&b, ask->method);
  }
  for (size_t i = 0; i < ask->header_count; i++) {
    if (sv_odd_is_line(ask->headers[i]))
      continue;
    (void)sv_buf_adds(&b, " -H");
    add_word(&b, ask->headers[i]);
  }
  if (c && !strstr(ask->url, "*hidden:token*"))
    add_credential(&b, c);
  if (ask->body_size)
    (void)sv_buf_adds(&b, " --data-binary @body");
  if (is_read)
    add_odd(&b, &odd);
  add_word(&b, ask->url);
  if (is_read && odd.long_target)
    (void)sv_buf_addf(&b, "\"%csamsvar=$(printf %%0%ud 0)\"", strchr(ask->url, '?') ? '&' : '?',
                      odd.long_target - 8);
  const char *kept = b.failed ? "curl -i" : sv_clean(a, sv_buf_text(&b), CURL_MOST);
  sv_buf_free(&b);
  return kept;
}
