// SPDX-License-Identifier: Apache-2.0
/* Reading a target file. */
#include "runner/target.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/base/utf8.h"
#include "runner/kinds.h"
#include "runner/life_event.h"
#include "runner/orgnr.h"
#include "runner/target_parts.h"

#include <samsvar/plugin.h>

#include <stdlib.h>
#include <string.h>

enum { ARENA_MAX = 32 << 20, NAME_MAX_BYTES = 200, ID_MAX = 64 };

/* The file as it stands. */
struct words {
  const char *name, *role, *environment, *profile;
  const char *answers;
  struct {
    const char *const *items;
    size_t count;
  } life_events;
  sv_value organisation, endpoints, documents, credentials, samples, limits;
};

struct organisation {
  const char *orgnr, *name;
};

#define AT(member) offsetof(struct words, member)

static const struct sv_member members[] = {
  { .name = "$schema", .kind = SV_MEMBER_ANY },
  { .name = "name", .kind = SV_MEMBER_STRING, .offset = AT(name), .required = true },
  { .name = "answers", .kind = SV_MEMBER_STRING, .offset = AT(answers) },
  { .name = "lifeEvents", .kind = SV_MEMBER_STRINGS, .offset = AT(life_events) },
  { .name = "organisation", .kind = SV_MEMBER_VALUE, .offset = AT(organisation) },
  { .name = "role", .kind = SV_MEMBER_STRING, .offset = AT(role) },
  { .name = "environment", .kind = SV_MEMBER_STRING, .offset = AT(environment) },
  { .name = "profile", .kind = SV_MEMBER_STRING, .offset = AT(profile) },
  { .name = "endpoints", .kind = SV_MEMBER_VALUE, .offset = AT(endpoints) },
  { .name = "documents", .kind = SV_MEMBER_VALUE, .offset = AT(documents) },
  { .name = "credentials", .kind = SV_MEMBER_VALUE, .offset = AT(credentials) },
  { .name = "samples", .kind = SV_MEMBER_VALUE, .offset = AT(samples) },
  { .name = "limits", .kind = SV_MEMBER_VALUE, .offset = AT(limits) },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member organisation_members[] = {
  { .name = "orgnr",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct organisation, orgnr),
    .required = true },
  { .name = "name",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct organisation, name),
    .required = true },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member limit_members[] = {
  { .name = "rate",
    .kind = SV_MEMBER_UINT,
    .offset = offsetof(struct sv_target_limits, rate),
    .least = 1,
    .most = 10000 },
  { .name = "concurrency",
    .kind = SV_MEMBER_UINT,
    .offset = offsetof(struct sv_target_limits, concurrency),
    .least = 1,
    .most = 256 },
  { .name = "requests",
    .kind = SV_MEMBER_UINT,
    .offset = offsetof(struct sv_target_limits, requests),
    .least = 1,
    .most = 10000000 },
  { .name = "addresses",
    .kind = SV_MEMBER_UINT,
    .offset = offsetof(struct sv_target_limits, addresses),
    .least = 1,
    .most = 100000 },
  { .kind = SV_MEMBER_END },
};

static const char *const environments[] = { "production", "test", "staging", "development" };
static const size_t environment_count = sizeof environments / sizeof environments[0];

/* Letters of Norwegian and Sámi names, and what stands for them in an id. */
static const struct {
  const char *letter, *latin;
} letters[] = {
  { "æ", "ae" }, { "ø", "o" }, { "å", "a" }, { "Æ", "ae" }, { "Ø", "o" }, { "Å", "a" },
  { "á", "a" },  { "Á", "a" }, { "č", "c" }, { "Č", "c" },  { "đ", "d" }, { "Đ", "d" },
  { "ŋ", "n" },  { "Ŋ", "n" }, { "š", "s" }, { "Š", "s" },  { "ŧ", "t" }, { "Ŧ", "t" },
  { "ž", "z" },  { "Ž", "z" }, { "ö", "o" }, { "Ö", "o" },  { "ä", "a" }, { "Ä", "a" },
  { "é", "e" },  { "É", "e" },
};

static const char *latin(const char *text, size_t size)
{
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
    if (strlen(letters[i].letter) == size && memcmp(letters[i].letter, text, size) == 0)
      return letters[i].latin;
  return "-";
}

/* The id: the name in small letters, with hyphens for what is no letter or digit. */
static enum sv_status make_id(struct sv_target *t)
{
  struct sv_buf id = SV_BUF(4 * NAME_MAX_BYTES);
  const char *end = t->name + strlen(t->name);
  for (const char *p = t->name; p < end;) {
    uint32_t code = 0;
    const size_t size = sv_utf8_decode(p, end, &code);
    const char ascii[2] = { (char)sv_lower((unsigned char)*p), '\0' };
    const char *next = size != 1 ? latin(p, size) : sv_is_alnum(*p) ? ascii : "-";
    const bool again = next[0] == '-' && (id.size == 0 || id.data[id.size - 1] == '-');
    if (!again && id.size + strlen(next) <= ID_MAX)
      (void)sv_buf_adds(&id, next);
    p += size ? size : 1;
  }
  while (id.size > 0 && id.data[id.size - 1] == '-')
    sv_buf_cut(&id, id.size - 1);
  t->id = sv_arena_strdup(&t->arena, id.size ? sv_buf_text(&id) : "target");
  sv_buf_free(&id);
  return t->id ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status read_organisation(const struct sv_reader *r, sv_value v, struct sv_target *t)
{
  struct organisation o = { 0 };
  SV_TRY(sv_reader_object(r, v, organisation_members, &o));
  if (!sv_orgnr_is_valid(o.orgnr))
    return sv_reader_fault(r, sv_doc_gets(r->doc, v, "orgnr"),
                           N_("orgnr is no organisation number: nine digits, of which the last is "
                              "a control digit."),
                           NULL);
  t->orgnr = o.orgnr;
  t->organisation = o.name;
  return SV_OK;
}

static enum sv_status read_words(const struct sv_reader *r, const struct words *w,
                                 struct sv_target *t)
{
  t->name = w->name;
  t->role = w->role ? w->role : "provider";
  t->role_is_assumed = !w->role;
  t->environment = w->environment ? w->environment : "production";
  t->profile = w->profile;
  if (strlen(t->name) > NAME_MAX_BYTES)
    return sv_reader_fault(r, sv_doc_gets(r->doc, SV_DOC_ROOT, "name"),
                           N_("The name is longer than 200 bytes."), NULL);
  if (!sv_word_in(t->role, sv_role_names, sv_role_count))
    return sv_reader_unknown(r, sv_doc_gets(r->doc, SV_DOC_ROOT, "role"), "role", t->role,
                             sv_role_names, sv_role_count);
  if (!sv_word_in(t->environment, environments, environment_count))
    return sv_reader_unknown(r, sv_doc_gets(r->doc, SV_DOC_ROOT, "environment"), "environment",
                             t->environment, environments, environment_count);
  return make_id(t);
}

/* A profile that is a path is seen from the target file's folder. */
static enum sv_status place_profile(const struct sv_reader *r, const char *dir, struct sv_target *t)
{
  if (!t->profile || !(strchr(t->profile, '/') || sv_ends_with(t->profile, ".json")))
    return SV_OK;
  t->profile = sv_target_path(r, dir, t->profile);
  return t->profile ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status read_samples(const struct sv_reader *r, sv_value v, struct sv_target *t)
{
  if (v == SV_DOC_NONE)
    t->samples = json_object();
  else if (sv_doc_type(r->doc, v) != SV_DOC_OBJECT)
    return sv_reader_fault(r, v, N_("samples must be an object."), NULL);
  else
    return sv_reader_json(r, v, &t->samples);
  return t->samples ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status read_file(const struct sv_reader *r, const char *dir, struct sv_target *t)
{
  struct words w = { 0 };
  SV_TRY(sv_reader_object(r, SV_DOC_ROOT, members, &w));
  SV_TRY(read_words(r, &w, t));
  SV_TRY(place_profile(r, dir, t));
  t->answers = w.answers ? sv_target_path(r, dir, w.answers) : NULL;
  if (w.answers && !t->answers)
    return SV_NO_MEMORY;
  t->life_events = w.life_events.items;
  t->life_event_count = w.life_events.count;
  SV_TRY(sv_life_events_check(r, sv_doc_gets(r->doc, SV_DOC_ROOT, "lifeEvents"), t->life_events,
                              t->life_event_count));
  if (w.organisation != SV_DOC_NONE)
    SV_TRY(read_organisation(r, w.organisation, t));
  if (w.credentials != SV_DOC_NONE)
    SV_TRY(sv_target_credentials(r, w.credentials, dir, t));
  if (w.endpoints != SV_DOC_NONE)
    SV_TRY(sv_target_endpoints(r, w.endpoints, t));
  if (w.documents != SV_DOC_NONE)
    SV_TRY(sv_target_documents(r, w.documents, dir, t));
  if (w.limits != SV_DOC_NONE)
    SV_TRY(sv_reader_object(r, w.limits, limit_members, &t->limits));
  if (t->endpoint_count + t->document_count == 0)
    return sv_reader_fault(r, SV_DOC_ROOT,
                           N_("There is nothing to judge: name at least one endpoint or document."),
                           NULL);
  return read_samples(r, w.samples, t);
}

enum sv_status sv_target_parse(const char *data, size_t size, const char *name, const char *dir,
                               struct sv_target *out, struct sv_error *err)
{
  *out = (struct sv_target){ .arena = SV_ARENA(ARENA_MAX) };
  struct sv_reader r = { .name = name, .arena = &out->arena, .err = err };
  enum sv_status status = sv_reader_open(&r, data, size);
  if (status == SV_OK)
    status = read_file(&r, dir, out);
  sv_reader_close(&r);
  if (status == SV_OK && !(out->path = sv_arena_strdup(&out->arena, name)))
    status = SV_NO_MEMORY;
  return status == SV_NO_MEMORY ? sv_fail(err, status, "memory ran out") : status;
}

enum sv_status sv_target_read(const char *path, struct sv_target *out, struct sv_error *err)
{
  *out = (struct sv_target){ 0 };
  struct sv_buf text = SV_BUF(SV_READER_BYTES_MAX);
  const char *slash = strrchr(path, '/');
  char *dir = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
  enum sv_status status = dir ? sv_file_read(path, &text, err) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = sv_target_parse(sv_buf_text(&text), text.size, path, dir, out, err);
  free(dir);
  sv_buf_free(&text);
  return status == SV_LIMIT ? SV_INVALID : status;
}

static json_t *endpoint_json(const struct sv_endpoint *e)
{
  return json_pack("{s:s,s:s,s:s}", "id", e->id, "kind", e->kind, "url", e->url);
}

static json_t *document_json(const struct sv_document *d)
{
  return json_pack("{s:s,s:s,s:s*}", "id", d->id, "kind", d->kind, "url", d->url);
}

/* What tokens were handed over for, and the names to ask for them by. */
static json_t *tokens_json(const struct sv_target *t)
{
  json_t *tokens = json_object();
  for (size_t i = 0; i < t->credential_count; i++)
    if (t->credentials[i].purpose)
      (void)json_object_set_new(tokens, t->credentials[i].purpose,
                                json_string(t->credentials[i].name));
  return tokens;
}

json_t *sv_target_public(const struct sv_target *t)
{
  json_t *endpoints = json_array();
  for (size_t i = 0; i < t->endpoint_count; i++)
    (void)json_array_append_new(endpoints, endpoint_json(&t->endpoints[i]));
  json_t *documents = json_array();
  for (size_t i = 0; i < t->document_count; i++)
    (void)json_array_append_new(documents, document_json(&t->documents[i]));
  json_t *limits =
      t->limits.addresses ? json_pack("{s:I}", "addresses", (json_int_t)t->limits.addresses) : NULL;
  return json_pack("{s:s,s:s,s:{s:s*,s:s*},s:s,s:s,s:o,s:o,s:O,s:o,s:o*}", "id", t->id, "name",
                   t->name, "organisation", "orgnr", t->orgnr, "name", t->organisation, "role",
                   t->role, "environment", t->environment, "endpoints", endpoints, "documents",
                   documents, "samples", t->samples, "tokens", tokens_json(t), "limits", limits);
}

void sv_target_free(struct sv_target *t)
{
  json_decref(t->samples);
  sv_arena_free(&t->arena);
  *t = (struct sv_target){ 0 };
}
