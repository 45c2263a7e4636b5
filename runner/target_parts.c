// SPDX-License-Identifier: Apache-2.0
/* Endpoints and documents of a target file. */
#include "runner/target_parts.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "runner/kinds.h"
#include "runner/life_event.h"

#include <samsvar/plugin.h>

#include <string.h>

enum { ID_MAX = 64, URL_MAX = 2048 };

static const struct sv_member endpoint_members[] = {
  { .name = "id", .kind = SV_MEMBER_STRING, .offset = offsetof(struct sv_endpoint, id) },
  { .name = "kind",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_endpoint, kind),
    .required = true },
  { .name = "url",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_endpoint, url),
    .required = true },
  { .name = "credential",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_endpoint, credential) },
  { .name = "lifeEvents",
    .kind = SV_MEMBER_STRINGS,
    .offset = offsetof(struct sv_endpoint, life_events) },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member document_members[] = {
  { .name = "id", .kind = SV_MEMBER_STRING, .offset = offsetof(struct sv_document, id) },
  { .name = "kind",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_document, kind),
    .required = true },
  { .name = "file", .kind = SV_MEMBER_STRING, .offset = offsetof(struct sv_document, file) },
  { .name = "url", .kind = SV_MEMBER_STRING, .offset = offsetof(struct sv_document, url) },
  { .name = "lifeEvents",
    .kind = SV_MEMBER_STRINGS,
    .offset = offsetof(struct sv_document, life_events) },
  { .kind = SV_MEMBER_END },
};

bool sv_target_is_id(const char *text)
{
  if (!text[0] || strlen(text) > ID_MAX)
    return false;
  for (const char *p = text; *p; p++)
    if (!sv_is_alnum(*p) && *p != '.' && *p != '_' && *p != '-')
      return false;
  return true;
}

const char *sv_target_path(const struct sv_reader *r, const char *dir, const char *path)
{
  if (path[0] == '/' || !dir || !dir[0] || strcmp(dir, ".") == 0)
    return sv_arena_strdup(r->arena, path);
  return sv_arena_printf(r->arena, "%s/%s", dir, path);
}

/* host or [v6], then perhaps :port. */
static bool is_authority(const char *text, size_t size)
{
  size_t host = size;
  if (size > 0 && text[0] == '[') {
    const char *end = memchr(text, ']', size);
    if (!end)
      return false;
    host = (size_t)(end - text) + 1;
  } else {
    const char *colon = memchr(text, ':', size);
    host = colon ? (size_t)(colon - text) : size;
  }
  if (host == 0 || (text[0] == '[' && host < 4))
    return false;
  if (host == size)
    return true;
  unsigned long long port = 0;
  return text[host] == ':' && sv_parse_uint(text + host + 1, size - host - 1, 65535, &port) &&
         port > 0;
}

/* The address without its query, which may hold a key. */
static const char *shown(const struct sv_reader *r, const char *url)
{
  const char *text = sv_arena_copy(r->arena, url, strcspn(url, "?#"));
  return text ? text : "";
}

enum sv_status sv_target_url(const struct sv_reader *r, sv_value v, const char *text)
{
  const size_t size = strlen(text);
  const struct sv_uri uri = sv_uri_split(text, size);
  if (uri.authority.data && memchr(uri.authority.data, '@', uri.authority.size))
    return sv_reader_fault(r, v,
                           N_("The address holds a user name or password. Take it out and name a "
                              "credential."),
                           NULL);
  if (!uri.scheme.data || !uri.authority.data ||
      (!sv_equal_nocase_n(uri.scheme.data, uri.scheme.size, "http") &&
       !sv_equal_nocase_n(uri.scheme.data, uri.scheme.size, "https")))
    return sv_reader_fault(r, v,
                           N_("{url} is no web address: it must begin with https:// or http://."),
                           "url", shown(r, text), NULL);
  if (uri.fragment.data)
    return sv_reader_fault(r, v, N_("The part of the address after # is never sent. Take it out."),
                           NULL);
  if (size > URL_MAX)
    return sv_reader_fault(r, v, N_("The address is longer than 2048 bytes."), NULL);
  if (!sv_uri_is_absolute(text, size, false) ||
      !is_authority(uri.authority.data, uri.authority.size))
    return sv_reader_fault(r, v,
                           N_("{url} is no valid address. Letters beyond a to z are written as "
                              "%C3%B8, and in "
                              "host names as xn--."),
                           "url", shown(r, text), NULL);
  return SV_OK;
}

static enum sv_status check_kind(const struct sv_reader *r, sv_value v, const char *kind)
{
  if (sv_word_in(kind, sv_kind_names, sv_kind_count))
    return SV_OK;
  return sv_reader_unknown(r, sv_doc_gets(r->doc, v, "kind"), "kind", kind, sv_kind_names,
                           sv_kind_count);
}

static enum sv_status check_id(const struct sv_reader *r, sv_value v, const char *id)
{
  if (sv_target_is_id(id))
    return SV_OK;
  return sv_reader_fault(r, sv_doc_gets(r->doc, v, "id"),
                         N_("{id} is no id: letters, digits and . _ - only, at most 64."), "id", id,
                         NULL);
}

/* The place of an id: its value, or the whole object when the kind stands in for it. */
static sv_value id_place(const struct sv_reader *r, sv_value v)
{
  const sv_value id = sv_doc_gets(r->doc, v, "id");
  return id == SV_DOC_NONE ? v : id;
}

static enum sv_status twice(const struct sv_reader *r, sv_value v, const char *id)
{
  return sv_reader_fault(r, id_place(r, v), N_("The id {id} is used twice. Give each its own."),
                         "id", id, NULL);
}

static enum sv_status check_credential(const struct sv_reader *r, sv_value v, const char *name,
                                       const struct sv_target *t)
{
  const char *names[SV_CREDENTIALS_MAX];
  for (size_t i = 0; i < t->credential_count; i++)
    names[i] = t->credentials[i].name;
  if (!name || sv_word_in(name, names, t->credential_count))
    return SV_OK;
  const sv_value at = sv_doc_gets(r->doc, v, "credential");
  if (t->credential_count == 0)
    return sv_reader_fault(r, at, N_("This file describes no credential {name}."), "name", name,
                           NULL);
  return sv_reader_unknown(r, at, "credential", name, names, t->credential_count);
}

static enum sv_status list_size(const struct sv_reader *r, sv_value v, const char *name,
                                size_t most, size_t *count)
{
  if (sv_doc_type(r->doc, v) != SV_DOC_ARRAY)
    return sv_reader_fault(r, v, N_("{name} must be a list, [ ]."), "name", name, NULL);
  *count = sv_doc_count(r->doc, v);
  if (*count > most)
    return sv_reader_fault(r, v, N_("{name} has too many entries."), "name", name, NULL);
  return SV_OK;
}

enum sv_status sv_target_endpoints(const struct sv_reader *r, sv_value v, struct sv_target *t)
{
  size_t count = 0;
  SV_TRY(list_size(r, v, "endpoints", SV_ENDPOINTS_MAX, &count));
  struct sv_endpoint *items = sv_arena_calloc(r->arena, count + 1, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (sv_value e = sv_doc_first(r->doc, v); e != SV_DOC_NONE; e = sv_doc_next(r->doc, v, e), n++) {
    SV_TRY(sv_reader_object(r, e, endpoint_members, &items[n]));
    SV_TRY(check_kind(r, e, items[n].kind));
    if (!items[n].id)
      items[n].id = items[n].kind;
    SV_TRY(check_id(r, e, items[n].id));
    SV_TRY(sv_target_url(r, sv_doc_gets(r->doc, e, "url"), items[n].url));
    SV_TRY(check_credential(r, e, items[n].credential, t));
    SV_TRY(sv_life_events_check(r, sv_doc_gets(r->doc, e, "lifeEvents"), items[n].life_events,
                                items[n].life_event_count));
    for (size_t i = 0; i < n; i++)
      if (strcmp(items[i].id, items[n].id) == 0)
        return twice(r, e, items[n].id);
  }
  t->endpoints = items;
  t->endpoint_count = count;
  return SV_OK;
}

/* The way to FILE from the target file, or its last part when that way leads elsewhere: no report
 * tells where on a machine something lies. */
static const char *shown_name(const char *file)
{
  while (sv_starts_with(file, "./"))
    file += 2;
  const char *slash = strrchr(file, '/');
  const bool elsewhere =
      file[0] == '/' || sv_starts_with(file, "../") || strstr(file, "/../") || strchr(file, '\\');
  return elsewhere && slash ? slash + 1 : file;
}

static enum sv_status read_document(const struct sv_reader *r, sv_value v, const char *dir,
                                    struct sv_document *d)
{
  SV_TRY(sv_reader_object(r, v, document_members, d));
  SV_TRY(check_kind(r, v, d->kind));
  if (!d->id)
    d->id = d->kind;
  SV_TRY(check_id(r, v, d->id));
  SV_TRY(sv_life_events_check(r, sv_doc_gets(r->doc, v, "lifeEvents"), d->life_events,
                              d->life_event_count));
  if (!d->file == !d->url)
    return sv_reader_fault(r, v, N_("A document has either a file or a url."), NULL);
  if (d->url)
    return sv_target_url(r, sv_doc_gets(r->doc, v, "url"), d->url);
  d->name = shown_name(d->file);
  d->file = sv_target_path(r, dir, d->file);
  return d->file ? SV_OK : SV_NO_MEMORY;
}

enum sv_status sv_target_documents(const struct sv_reader *r, sv_value v, const char *dir,
                                   struct sv_target *t)
{
  size_t count = 0;
  SV_TRY(list_size(r, v, "documents", SV_DOCUMENTS_MAX, &count));
  struct sv_document *items = sv_arena_calloc(r->arena, count + 1, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (sv_value e = sv_doc_first(r->doc, v); e != SV_DOC_NONE; e = sv_doc_next(r->doc, v, e), n++) {
    SV_TRY(read_document(r, e, dir, &items[n]));
    for (size_t i = 0; i < n; i++)
      if (strcmp(items[i].id, items[n].id) == 0)
        return twice(r, e, items[n].id);
    for (size_t i = 0; i < t->endpoint_count; i++)
      if (strcmp(t->endpoints[i].id, items[n].id) == 0)
        return twice(r, e, items[n].id);
  }
  t->documents = items;
  t->document_count = count;
  return SV_OK;
}
