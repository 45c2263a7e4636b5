// SPDX-License-Identifier: Apache-2.0
/* Signed messages: a line with status and URL, header lines, an empty line, the content. */
#include "tests/fuzz/fuzz.h"

#include "engines/http/digest.h"
#include "engines/http/message_signature.h"
#include "engines/http/sf_write.h"
#include "engines/jose/message.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { INPUT_MAX = 32 << 10, LINES_MAX = 64 };

struct message {
  char text[INPUT_MAX + 1];
  const char *headers[LINES_MAX + 1];
  const char *url, *input, *signature, *digest, *body;
  unsigned status;
};

/* The end of the line at P, which becomes a string. */
static char *end_line(char *p)
{
  char *stop = p + strcspn(p, "\n");
  char *next = *stop ? stop + 1 : stop;
  *stop = '\0';
  return next;
}

static const char *value_of(const char *line, const char *name)
{
  const size_t n = strlen(name);
  return strncasecmp(line, name, n) == 0 && line[n] == ':' ? line + n + 1 + (line[n + 1] == ' ')
                                                           : NULL;
}

static void split(struct message *m)
{
  char *p = m->text;
  char *next = end_line(p);
  m->status = (unsigned)(strtoul(p, NULL, 10) % 1000);
  m->url = strchr(p, ' ') ? strchr(p, ' ') + 1 : "https://a.example/b?c=d";
  for (size_t n = 0; *next && *next != '\n' && n < LINES_MAX; n++) {
    p = next;
    next = end_line(p);
    m->headers[n] = p;
    m->input = value_of(p, "Signature-Input") ? value_of(p, "Signature-Input") : m->input;
    m->signature = value_of(p, "Signature") ? value_of(p, "Signature") : m->signature;
    m->digest = value_of(p, "Content-Digest") ? value_of(p, "Content-Digest") : m->digest;
  }
  m->body = *next == '\n' ? next + 1 : next;
}

static struct sv_span span(const char *text)
{
  return (struct sv_span){ text ? text : "", text ? strlen(text) : 0 };
}

/* What is written is the one form: written again it stays. */
static void write_twice(struct sv_span text)
{
  for (int form = SV_SF_ITEM_FIELD; form <= SV_SF_DICTIONARY_FIELD; form++) {
    struct sv_buf once = SV_BUF(4 * INPUT_MAX);
    struct sv_buf twice = SV_BUF(4 * INPUT_MAX);
    if (sv_sf_field_write((enum sv_sf_form)form, text, &once) == SV_OK) {
      const struct sv_span again = { sv_buf_text(&once), once.size };
      PROMISE(sv_sf_field_write((enum sv_sf_form)form, again, &twice) == SV_OK);
      PROMISE(strcmp(sv_buf_text(&once), sv_buf_text(&twice)) == 0);
    }
    sv_buf_free(&once);
    sv_buf_free(&twice);
  }
}

static void verify(const struct sv_message_signature *s, const struct sv_signed_message *m)
{
  static const struct sv_jwk key = { .kty = "OKP",
                                     .crv = "Ed25519",
                                     .x = "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs" };
  struct sv_buf base = SV_BUF(SV_SIGNATURE_BASE_MAX);
  struct sv_base_result result;
  const enum sv_status status = sv_signature_base(s, m, &base, &result);
  PROMISE((status == SV_INVALID) == (result.fault != SV_BASE_WHOLE));
  PROMISE(status != SV_INVALID || *result.component);
  if (status == SV_OK) {
    const struct sv_span text = { sv_buf_text(&base), base.size };
    PROMISE(strstr(text.data, "\"@signature-params\": ("));
    const enum sv_message_verdict v =
        sv_message_verify(s->has_alg ? s->alg : NULL, NULL, &key, text, s->value);
    PROMISE(v >= SV_MESSAGE_GOOD && v <= SV_MESSAGE_UNCHECKED);
  }
  sv_buf_free(&base);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static struct message m;
  static struct sv_message_signatures all;
  struct sv_digest d;
  if (size > INPUT_MAX || (size > 0 && memchr(data, '\0', size)))
    return 0;
  m = (struct message){ .status = 0 };
  if (size > 0)
    memcpy(m.text, data, size);
  split(&m);
  const enum sv_digest_verdict v = sv_digest_check(span(m.digest), m.body, strlen(m.body), &d);
  PROMISE(v >= SV_DIGEST_GOOD && v <= SV_DIGEST_NONE && d.algorithm && *d.own);
  write_twice(span(m.input));
  write_twice(span(m.signature));
  const enum sv_status status = sv_message_signatures_read(span(m.input), span(m.signature), &all);
  PROMISE((status == SV_INVALID) == (all.fault != SV_SIGNATURES_WHOLE));
  const struct sv_signed_message message = {
    .status = m.status, .headers = m.headers, .method = "GET", .url = m.url
  };
  for (size_t i = 0; status == SV_OK && i < all.count; i++)
    verify(&all.list[i], &message);
  return 0;
}
