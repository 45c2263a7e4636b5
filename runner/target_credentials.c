// SPDX-License-Identifier: Apache-2.0
/* Credentials of a target file: references only. What looks like a secret is refused and never
 * repeated. */
#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "runner/kinds.h"
#include "runner/target_parts.h"

#include <samsvar/plugin.h>

#include <string.h>

/* What may stand in a credential, whatever its type. */
struct words {
  const char *type, *token, *user, *password, *key, *header, *certificate, *origin, *purpose;
};

#define AT(member) offsetof(struct words, member)
#define TYPE                                                                                       \
  {                                                                                                \
    .name = "type", .kind = SV_MEMBER_STRING, .offset = AT(type), .required = true                 \
  }
#define ORIGIN                                                                                     \
  {                                                                                                \
    .name = "origin", .kind = SV_MEMBER_STRING, .offset = AT(origin)                               \
  }

static const struct sv_member bearer_members[] = {
  TYPE,
  ORIGIN,
  { .name = "token", .kind = SV_MEMBER_STRING, .offset = AT(token), .required = true },
  { .name = "purpose", .kind = SV_MEMBER_STRING, .offset = AT(purpose) },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member basic_members[] = {
  TYPE,
  ORIGIN,
  { .name = "user", .kind = SV_MEMBER_STRING, .offset = AT(user), .required = true },
  { .name = "password", .kind = SV_MEMBER_STRING, .offset = AT(password), .required = true },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member key_members[] = {
  TYPE,
  ORIGIN,
  { .name = "key", .kind = SV_MEMBER_STRING, .offset = AT(key), .required = true },
  { .name = "header", .kind = SV_MEMBER_STRING, .offset = AT(header) },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member mtls_members[] = {
  TYPE,
  ORIGIN,
  { .name = "certificate", .kind = SV_MEMBER_STRING, .offset = AT(certificate), .required = true },
  { .name = "key", .kind = SV_MEMBER_STRING, .offset = AT(key), .required = true },
  { .kind = SV_MEMBER_END },
};

static const struct {
  const char *name;
  enum sv_credential_type type;
  const struct sv_member *members;
  const char *secret; /* the member that refers to it */
} types[] = {
  { "bearer", SV_BEARER, bearer_members, "token" },
  { "basic", SV_BASIC, basic_members, "password" },
  { "api-key", SV_API_KEY, key_members, "key" },
  { "mtls", SV_MTLS, mtls_members, "key" },
};

enum { TYPES = sizeof types / sizeof types[0] };

const struct sv_token_purpose sv_token_purposes[] = {
  { "expired", N_("a token that has expired") },
  { "other-issuer", N_("a token of another issuer") },
  { "test-environment", N_("a token of the issuer's test environment") },
  { "other-scope", N_("a token without the scope") },
  { "other-audience", N_("a token for another service") },
  { "without-pid", N_("a token without a person") },
  { "other-pid", N_("a token of another person") },
  { "delegated", N_("a token of a supplier, for its customer: to be accepted") },
  { "dpop-bound", N_("a token bound to a key by DPoP, sent without the proof") },
  { NULL, NULL },
};

enum { PURPOSES = sizeof sv_token_purposes / sizeof sv_token_purposes[0] - 1 };

static bool is_variable(const char *name)
{
  if (!sv_is_alpha(name[0]) && name[0] != '_')
    return false;
  for (const char *p = name; *p; p++)
    if (!sv_is_alnum(*p) && *p != '_')
      return false;
  return true;
}

/* Puts the reference TEXT in *OUT, a file seen from DIR. The text is never part of the sentence: it
 * may be the secret itself. */
static enum sv_status reference(const struct sv_reader *r, sv_value v, const char *dir,
                                const char *text, const char **out)
{
  *out = text;
  if (sv_starts_with(text, "env:")) {
    if (is_variable(text + 4))
      return SV_OK;
    return sv_reader_fault(r, v, N_("After env: comes the name of an environment variable."), NULL);
  }
  if (sv_starts_with(text, "cmd:") && text[4])
    return SV_OK;
  if (sv_starts_with(text, "file:") && text[5]) {
    const char *path = sv_target_path(r, dir, text + 5);
    *out = path ? sv_arena_printf(r->arena, "file:%s", path) : NULL;
    return *out ? SV_OK : SV_NO_MEMORY;
  }
  return sv_reader_fault(r, v,
                         N_("A secret never stands in this file. Refer to it: env:NAME, file:PATH "
                            "or "
                            "cmd:COMMAND."),
                         NULL);
}

static bool is_token(const char *text)
{
  for (const char *p = text; *p; p++)
    if (!sv_is_alnum(*p) && !strchr("!#$%&'*+-.^_`|~", *p))
      return false;
  return text[0];
}

/* scheme://host[:port] and nothing more. */
static enum sv_status check_origin(const struct sv_reader *r, sv_value v, const char *origin)
{
  SV_TRY(sv_target_url(r, v, origin));
  const struct sv_uri uri = sv_uri_split(origin, strlen(origin));
  if (uri.path.size > 0 || uri.query.data)
    return sv_reader_fault(r, v, N_("An origin is scheme, host and port only, without a path."),
                           NULL);
  return SV_OK;
}

static enum sv_status fill(const struct sv_reader *r, sv_value v, const char *dir,
                           const struct words *w, struct sv_credential *c)
{
  c->user = w->user;
  c->header = w->header;
  c->origin = w->origin;
  c->purpose = w->purpose;
  if (w->header && !is_token(w->header))
    return sv_reader_fault(r, sv_doc_gets(r->doc, v, "header"),
                           N_("header must be the name of a header field."), NULL);
  if (w->user && (strchr(w->user, ':') || strchr(w->user, '\n') || strchr(w->user, '\r')))
    return sv_reader_fault(r, sv_doc_gets(r->doc, v, "user"),
                           N_("A user name has no colon and no line break."), NULL);
  if (w->origin)
    SV_TRY(check_origin(r, sv_doc_gets(r->doc, v, "origin"), w->origin));
  if (!w->certificate)
    return SV_OK;
  const sv_value certificate = sv_doc_gets(r->doc, v, "certificate");
  SV_TRY(reference(r, certificate, dir, w->certificate, &c->certificate));
  if (!sv_starts_with(w->certificate, "file:") || !sv_starts_with(c->secret, "file:"))
    return sv_reader_fault(r, certificate,
                           N_("A client certificate and its key are files: file:PATH."), NULL);
  return SV_OK;
}

static enum sv_status read_credential(const struct sv_reader *r, sv_value v, const char *dir,
                                      struct sv_credential *c)
{
  const char *names[TYPES];
  for (size_t i = 0; i < TYPES; i++)
    names[i] = types[i].name;
  if (sv_doc_type(r->doc, v) != SV_DOC_OBJECT)
    return sv_reader_fault(r, v, N_("A credential is an object with a type."), NULL);
  const sv_value at = sv_doc_gets(r->doc, v, "type");
  if (at == SV_DOC_NONE)
    return sv_reader_fault(r, v, N_("The member {name} is missing."), "name", "type", NULL);
  size_t t = 0;
  while (t < TYPES && !sv_doc_is_text(r->doc, at, types[t].name))
    t++;
  if (t == TYPES) {
    const char *word = NULL;
    SV_TRY(sv_reader_string(r, at, "type", &word));
    return sv_reader_unknown(r, at, "type", word, names, TYPES);
  }
  struct words w = { 0 };
  SV_TRY(sv_reader_object(r, v, types[t].members, &w));
  c->type = types[t].type;
  const char *secret = w.token ? w.token : w.password ? w.password : w.key;
  SV_TRY(reference(r, sv_doc_gets(r->doc, v, types[t].secret), dir, secret, &c->secret));
  return fill(r, v, dir, &w, c);
}

/* A purpose is a word of the list, and no two tokens have the same. */
static enum sv_status check_purpose(const struct sv_reader *r, sv_value v,
                                    const struct sv_credential *items, size_t n)
{
  const char *purpose = items[n].purpose;
  const sv_value at = purpose ? sv_doc_gets(r->doc, v, "purpose") : SV_DOC_NONE;
  if (!purpose)
    return SV_OK;
  const char *purposes[PURPOSES];
  for (size_t i = 0; i < PURPOSES; i++)
    purposes[i] = sv_token_purposes[i].word;
  if (!sv_word_in(purpose, purposes, PURPOSES))
    return sv_reader_unknown(r, at, "purpose", purpose, purposes, PURPOSES);
  for (size_t i = 0; i < n; i++)
    if (items[i].purpose && strcmp(items[i].purpose, purpose) == 0)
      return sv_reader_fault(r, at, N_("Two credentials have the purpose {name}. One is enough."),
                             "name", purpose, NULL);
  return SV_OK;
}

enum sv_status sv_target_credentials(const struct sv_reader *r, sv_value v, const char *dir,
                                     struct sv_target *t)
{
  if (sv_doc_type(r->doc, v) != SV_DOC_OBJECT)
    return sv_reader_fault(
        r, v, N_("credentials must be an object: names, and a credential for each."), NULL);
  const size_t count = sv_doc_count(r->doc, v);
  if (count > SV_CREDENTIALS_MAX)
    return sv_reader_fault(r, v, N_("{name} has too many entries."), "name", "credentials", NULL);
  struct sv_credential *items = sv_arena_calloc(r->arena, count + 1, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (sv_value e = sv_doc_first(r->doc, v); e != SV_DOC_NONE; e = sv_doc_next(r->doc, v, e), n++) {
    items[n].name = sv_reader_key(r, e);
    if (!items[n].name || !sv_target_is_id(items[n].name))
      return sv_reader_fault_key(
          r, e, N_("The name of a credential has letters, digits and . _ - only."), NULL);
    SV_TRY(read_credential(r, e, dir, &items[n]));
    SV_TRY(check_purpose(r, e, items, n));
  }
  t->credentials = items;
  t->credential_count = count;
  return SV_OK;
}
