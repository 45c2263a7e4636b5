// SPDX-License-Identifier: Apache-2.0
/* Taking grants and token requests apart. */
#include "runner/handed.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/jose/base64url.h"
#include "engines/jose/certificate.h"
#include "engines/jose/jws.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PART_MOST = 64 << 10, REQUEST_MOST = 256 << 10, FIELDS_MOST = 100, CHILD_SECONDS = 2 };

/* Names of a form whose values say how a token is asked for and open nothing. */
static const char *const plain[] = {
  "grant_type", "client_id", "client_assertion_type", "redirect_uri", "scope",
  "resource",   "audience",
};

static const char *const words[] = {
  [SV_SIGNATURE_GOOD] = "good", [SV_SIGNATURE_BAD] = "bad", [SV_SIGNATURE_UNCHECKED] = "unchecked"
};

static json_t *part(struct sv_span text)
{
  struct sv_buf b = SV_BUF(PART_MOST);
  json_t *j = sv_base64url_decode(text.data, text.size, &b) == SV_OK
                  ? json_loadb(sv_buf_text(&b), b.size, JSON_REJECT_DUPLICATES, NULL)
                  : NULL;
  if (b.data)
    explicit_bzero(b.data, b.room);
  sv_buf_free(&b);
  return j;
}

static int verify(const struct sv_jws *j, const char *alg, const char *certificate)
{
  struct sv_arena a = SV_ARENA(1 << 20);
  struct sv_x5c x;
  enum sv_signature s = SV_SIGNATURE_UNCHECKED;
  if (sv_x5c_read(certificate, &a, &x) == SV_OK)
    s = sv_jws_verify(j, alg, &x.key);
  sv_arena_free(&a);
  return (int)s;
}

/* A certificate is read in a child: it comes from a file of somebody else's making. */
static const char *judge_apart(const struct sv_jws *j, const char *alg, const char *certificate)
{
  const struct rlimit seconds = { CHILD_SECONDS, CHILD_SECONDS };
  const pid_t pid = fork();
  int ended = 0;
  if (pid == 0) {
    (void)setrlimit(RLIMIT_CPU, &seconds);
    _exit(verify(j, alg, certificate));
  }
  if (pid < 0 || waitpid(pid, &ended, 0) != pid || !WIFEXITED(ended) || WEXITSTATUS(ended) < 1 ||
      WEXITSTATUS(ended) > SV_SIGNATURE_UNCHECKED)
    return "unchecked";
  return words[WEXITSTATUS(ended)];
}

/* The grant without its signature, or NULL when TEXT is no JWS. */
static json_t *take_apart(const char *text, size_t size)
{
  struct sv_jws j;
  if (!sv_jws_split(text, size, &j))
    return NULL;
  json_t *header = part(j.header);
  json_t *claims = part(j.claims);
  const char *alg = json_string_value(json_object_get(header, "alg"));
  const json_t *chain = json_object_get(header, "x5c");
  const char *first = json_string_value(json_is_string(chain) ? chain : json_array_get(chain, 0));
  const char *word = j.signature.size == 0 ? "none"
                     : alg && first        ? judge_apart(&j, alg, first)
                                           : "unchecked";
  if (header && claims)
    return json_pack("{s:s,s:o,s:o}", "signature", word, "header", header, "claims", claims);
  json_decref(header);
  json_decref(claims);
  return NULL;
}

static json_t *span_string(const char *text, size_t size)
{
  json_t *s = json_stringn(text, size);
  return s ? s : json_string("?");
}

static json_t *form_value(const char *name, const struct sv_buf *value)
{
  json_t *jws = take_apart(sv_buf_text(value), value->size);
  if (jws)
    return jws;
  for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
    if (strcmp(plain[i], name) == 0)
      return span_string(sv_buf_text(value), value->size);
  return json_string("*hidden:value*");
}

static json_t *read_form(const char *text, size_t size)
{
  json_t *form = json_object();
  const char *const end = text + size;
  for (size_t i = 0; text < end && i < FIELDS_MOST; i++) {
    const char *stop = memchr(text, '&', (size_t)(end - text));
    stop = stop ? stop : end;
    const char *equals = memchr(text, '=', (size_t)(stop - text));
    struct sv_buf name = SV_BUF(PART_MOST);
    struct sv_buf value = SV_BUF(PART_MOST);
    (void)sv_form_decode(text, (size_t)((equals ? equals : stop) - text), &name);
    if (equals)
      (void)sv_form_decode(equals + 1, (size_t)(stop - equals - 1), &value);
    json_t *key = span_string(sv_buf_text(&name), name.size);
    /* A name that comes twice is told as such: the value is a list. */
    json_t *before = json_object_get(form, json_string_value(key));
    json_t *v = form_value(sv_buf_text(&name), &value);
    (void)json_object_set_new(form, json_string_value(key),
                              before ? json_pack("[O,o]", before, v) : v);
    json_decref(key);
    sv_buf_free(&name);
    if (value.data)
      explicit_bzero(value.data, value.room);
    sv_buf_free(&value);
    text = stop < end ? stop + 1 : end;
  }
  return form;
}

/* Only the scheme of Authorization stays. */
static json_t *header_value(const char *name, size_t name_size, const char *value, size_t size)
{
  if (sv_equal_nocase_n(name, name_size, "authorization"))
    size = strcspn(value, " \r\n") < size ? strcspn(value, " \r\n") : size;
  else if (sv_equal_nocase_n(name, name_size, "cookie") ||
           sv_equal_nocase_n(name, name_size, "dpop"))
    return json_string("*hidden:value*");
  return span_string(value, size);
}

static json_t *read_request(const char *text, size_t size)
{
  const char *const end = text + size;
  const size_t method = strcspn(text, " \r\n");
  const char *target = text[method] == ' ' ? text + method + 1 : NULL;
  const size_t target_size = target ? strcspn(target, " ?\r\n") : 0;
  json_t *headers = json_object();
  const char *p = text + strcspn(text, "\n");
  p += p < end;
  while (p < end && *p != '\r' && *p != '\n' && json_object_size(headers) < FIELDS_MOST) {
    const size_t line = strcspn(p, "\r\n");
    const char *colon = memchr(p, ':', line);
    if (colon) {
      char name[64];
      size_t n = 0;
      for (; n < sizeof name - 1 && p + n < colon; n++)
        name[n] = (char)sv_lower((unsigned char)p[n]);
      name[n] = '\0';
      const char *value = colon + 1 + strspn(colon + 1, " \t");
      (void)json_object_set_new(
          headers, name, header_value(p, (size_t)(colon - p), value, (size_t)(p + line - value)));
    }
    p += line;
    p += *p == '\r';
    p += *p == '\n';
  }
  p += *p == '\r';
  p += *p == '\n';
  size_t body = p < end ? (size_t)(end - p) : 0;
  while (body > 0 && (p[body - 1] == '\n' || p[body - 1] == '\r'))
    body--;
  return json_pack("{s:o,s:o,s:o,s:o}", "method", span_string(text, method), "target",
                   span_string(target ? target : "", target_size), "headers", headers, "form",
                   read_form(p, body));
}

enum sv_status sv_handed_prepare(const char *kind, int64_t written, const char *text, size_t size,
                                 struct sv_buf *out)
{
  const bool grant = strcmp(kind, "jwt-grant") == 0;
  const bool request = strcmp(kind, "token-request") == 0;
  json_t *j = NULL;
  if (!grant && !request)
    return sv_buf_add(out, text, size);
  while (size > 0 && sv_is_space((unsigned char)text[size - 1]))
    size--;
  if (size > 0 && *text != '{' && size <= REQUEST_MOST && !memchr(text, '\0', size))
    j = grant ? take_apart(text, size) : read_request(text, size);
  if (!j)
    return sv_buf_add(out, text, size);
  if (grant)
    (void)json_object_set_new(j, "written", json_integer((json_int_t)written));
  char *dump = json_dumps(j, JSON_INDENT(2) | JSON_SORT_KEYS);
  const enum sv_status status = dump ? sv_buf_add(out, dump, strlen(dump)) : SV_NO_MEMORY;
  free(dump);
  json_decref(j);
  return status;
}
