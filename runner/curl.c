// SPDX-License-Identifier: Apache-2.0
/* A request as a command line for people. Credentials are named, never shown; quoting is the
 * shell's own. */
#include "runner/fill.h"

#include "engines/base/ascii.h"
#include "runner/clean.h"

#include <string.h>

enum { CURL_MOST = 32 << 10, NAME_MOST = 64 };

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
  const char *from = secret && sv_starts_with(secret, "env:") ? secret + 4 : c->name;
  size_t n = 0;
  for (; from[n] && n < NAME_MOST - 1; n++) {
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

const char *sv_curl_line(struct sv_arena *a, const struct sv_ask *ask, const struct sv_target *t)
{
  struct sv_buf b = SV_BUF(CURL_MOST);
  const struct sv_credential *c = find(t, ask->credential);
  (void)sv_buf_adds(&b, "curl -i");
  if (strcmp(ask->method, "HEAD") == 0)
    (void)sv_buf_adds(&b, " -I");
  else if (strcmp(ask->method, "GET") != 0) {
    (void)sv_buf_adds(&b, " -X");
    add_word(&b, ask->method);
  }
  for (size_t i = 0; i < ask->header_count; i++) {
    (void)sv_buf_adds(&b, " -H");
    add_word(&b, ask->headers[i]);
  }
  if (c)
    add_credential(&b, c);
  if (ask->body_size)
    (void)sv_buf_adds(&b, " --data-binary @body");
  add_word(&b, ask->url);
  const char *kept = b.failed ? "curl -i" : sv_clean(a, sv_buf_text(&b), CURL_MOST);
  sv_buf_free(&b);
  return kept;
}
