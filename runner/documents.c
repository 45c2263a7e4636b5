// SPDX-License-Identifier: Apache-2.0
/* The documents of a target, fetched or read once before any check looks at them, so that all
 * layers judge the same bytes. Main does not look into them. */
#include "runner/lane.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/base/sha256.h"
#include "engines/rdf/accept.h"
#include "runner/clean.h"
#include "runner/handed.h"
#include "runner/mask.h"
#include "runner/net_body.h"
#include "runner/vocabularies.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { FILE_MOST = SV_DOCUMENT_MAX, FOLLOW = 5 };

static const char no_answer[] = N_("The document that this check judges could not be fetched "
                                   "({detail}).");
static const char bad_status[] = N_("The document that this check judges could not be fetched: the "
                                    "answer was {detail}.");
static const char not_pinned[] = N_("The shapes that were fetched are not those that the profile "
                                    "pins: their SHA-256 is {detail}.");

static const char no_file[] = N_("The document that this check judges could not be read "
                                 "({detail}).");

static const char not_kept[] = N_("The recording does not have the document that this check judges "
                                  "({detail}).");

static const char rdf[] = SV_RDF_ACCEPT;
static const char json[] = "Accept: application/json, */*;q=0.1";
static const char xml[] = "Accept: application/xml, text/xml;q=0.9, */*;q=0.1";

/* The kinds that are documents, and how to ask for them. */
static const struct {
  const char *kind, *accept;
} kinds[] = {
  { "openapi", "Accept: application/vnd.oai.openapi+json, application/json;q=0.9, "
               "application/vnd.oai.openapi;q=0.8, application/yaml;q=0.8, */*;q=0.1" },
  { "asyncapi", "Accept: application/json, application/yaml;q=0.9, */*;q=0.1" },
  { "openapi-previous", json },
  { "json-schema-previous", json },
  { "modelldcat-previous", rdf },
  { "results", json },
  { "dcat-given", rdf },
  { "shacl", rdf },
  { "dcat", rdf },
  { "cpsv", rdf },
  { "skos", rdf },
  { "modelldcat", rdf },
  { "shapes-cpsv", rdf },
  { "shapes-dcat", rdf },
  { "shapes-modelldcat", rdf },
  { "shapes-skos", rdf },
  { "oidc", json },
  { "oauth", json },
  { "jwks", "Accept: application/jwk-set+json, application/json;q=0.9, */*;q=0.1" },
  { "json-schema", "Accept: application/schema+json, application/json;q=0.9, */*;q=0.1" },
  { "xml", xml },
  { "wsdl", xml },
  { "xsd", xml },
  { "schematron", xml },
};

static const char *accept_of(const char *kind)
{
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (strcmp(kinds[i].kind, kind) == 0)
      return kinds[i].accept;
  return NULL;
}

/* Who an answer that did not come is about (the same table as sv_no_answer() of helpers.h). */
static enum sv_attribution blame(const struct sv_answer *a)
{
  static const struct {
    const char *error;
    enum sv_attribution who;
  } table[] = {
    { "credential", SV_CREDENTIALS },
    { "unsafe-method", SV_CONFIGURATION },
    { "address-refused", SV_CONFIGURATION },
    { "budget", SV_CONFIGURATION },
    { "limit", SV_TOOL },
    { "not-recorded", SV_TOOL },
  };
  for (size_t i = 0; a->error && i < sizeof table / sizeof table[0]; i++)
    if (strcmp(a->error, table[i].error) == 0)
      return table[i].who;
  if (a->error)
    return SV_NETWORK;
  return a->status == 401 || a->status == 403 ? SV_CREDENTIALS : SV_TARGET;
}

static const char *media_type(const struct sv_answer *a)
{
  for (size_t i = 0; i < a->header_count; i++)
    if (sv_equal_nocase_n(a->headers[i], strcspn(a->headers[i], ":"), "content-type")) {
      const char *value = a->headers[i] + strcspn(a->headers[i], ":") + 1;
      return value + strspn(value, " \t");
    }
  return NULL;
}

/* Those who wait for D have it now. */
static void tell(struct sv_schedule *s, struct sv_held *d)
{
  d->is_there = true;
  sv_event_document(s->o.events, d->id, d->kind, d->exchange ? d->exchange->n : 0);
  for (size_t i = 0; i < s->lane_count; i++)
    if (s->lanes[i].awaited == d && !sv_lane_give(&s->lanes[i], d))
      s->failed = true;
}

static void fetched(void *closure, const struct sv_exchange *x)
{
  struct sv_held *d = closure;
  struct sv_schedule *s = d->schedule;
  d->exchange = x;
  if (x->answer.error) {
    d->missing = no_answer;
    d->detail = sv_clean(s->o.arena, x->answer.error, SV_TEXT_MOST);
  } else if (x->answer.status < 200 || x->answer.status > 299) {
    d->missing = bad_status;
    d->detail = sv_arena_printf(s->o.arena, "%d", x->answer.status);
  } else if (d->pinned && strcmp(d->pinned, x->answer.body_sha256) != 0) {
    d->missing = not_pinned;
    d->detail = sv_arena_strdup(s->o.arena, x->answer.body_sha256);
  } else
    d->media_type = media_type(&x->answer);
  if (d->missing) {
    d->attribution = d->missing == not_pinned ? SV_CONFIGURATION : blame(&x->answer);
    s->failed |= !d->detail;
  }
  tell(s, d);
}

static enum sv_status ask_for(struct sv_schedule *s, struct sv_held *d)
{
  const char *const headers[] = { accept_of(d->kind) };
  const struct sv_ask ask = { .method = "GET",
                              .url = d->url,
                              .headers = headers,
                              .header_count = headers[0] ? 1 : 0,
                              .credential = d->credential,
                              .document = true };
  d->is_asked = true;
  return sv_broker_ask(s->o.broker, &ask, FOLLOW, false, fetched, d);
}

bool sv_document_is_asked(const struct sv_schedule *s, const struct sv_ask *ask)
{
  if (ask->header_count != 1 || strcmp(ask->method, "GET") != 0)
    return false;
  for (size_t i = 0; i < s->document_count; i++) {
    const struct sv_held *d = &s->documents[i];
    const char *accept = d->url ? accept_of(d->kind) : NULL;
    if (accept && strcmp(d->url, ask->url) == 0 && strcmp(ask->headers[0], accept) == 0)
      return true;
  }
  return false;
}

/* Under what a file is kept in the recording, and under what the reason why it could not be read.
 */
static void kept_names(const struct sv_schedule *s, const struct sv_held *d, char name[32],
                       char fault[32])
{
  const size_t index = (size_t)(d - s->documents);
  (void)snprintf(name, 32, "document.%zu", index);
  (void)snprintf(fault, 32, "document.%zu.fault", index);
}

static enum sv_status no_document(struct sv_schedule *s, struct sv_held *d, const char *missing,
                                  const char *detail)
{
  d->missing = missing;
  d->detail = sv_clean(s->o.arena, detail, SV_TEXT_MOST);
  d->attribution = SV_CONFIGURATION;
  return d->detail ? SV_OK : SV_NO_MEMORY;
}

/* As the recording has it: the file may have changed since, or be gone. */
static enum sv_status recall_file(struct sv_schedule *s, struct sv_held *d)
{
  char name[32];
  char fault[32];
  size_t size = 0;
  kept_names(s, d, name, fault);
  const char *why = sv_broker_kept(s->o.broker, fault, &size);
  if (why) {
    const char *text = sv_arena_copy(s->o.arena, why, size);
    return text ? no_document(s, d, no_file, text) : SV_NO_MEMORY;
  }
  d->data = sv_broker_kept(s->o.broker, name, &d->size);
  if (!d->data)
    return no_document(s, d, not_kept, d->name);
  sv_sha256_hex(d->data, d->size, d->sha256);
  return SV_OK;
}

/* When FILE was last written, seconds since 1970; 0: nobody knows. */
static int64_t written_at(const char *file)
{
  struct stat st;
  return stat(file, &st) == 0 ? (int64_t)st.st_mtime : 0;
}

/* The bytes of a document that the target file names by path. What checks see is what is recorded,
 * with secrets hidden. */
static enum sv_status read_file(struct sv_schedule *s, struct sv_held *d)
{
  struct sv_buf text = SV_BUF(FILE_MOST);
  struct sv_buf open = SV_BUF(2 * FILE_MOST);
  struct sv_buf masked = SV_BUF(2 * FILE_MOST);
  struct sv_error err = { 0 };
  char name[32];
  char fault[32];
  kept_names(s, d, name, fault);
  enum sv_status status = sv_file_read(d->file, &text, &err);
  if (status != SV_OK && status != SV_NO_MEMORY) {
    status = no_document(s, d, no_file, err.text);
    if (status == SV_OK)
      status = sv_broker_keep(s->o.broker, fault, d->detail, strlen(d->detail));
    sv_buf_free(&text);
    return status;
  }
  if (status == SV_OK)
    status = sv_handed_prepare(d->kind, written_at(d->file), sv_buf_text(&text), text.size, &open);
  if (status == SV_OK)
    status = sv_mask_bytes(NULL, sv_buf_text(&open), open.size, &masked, NULL);
  if (status == SV_OK) {
    d->size = masked.size;
    d->data = sv_arena_copy(&s->document_arena, sv_buf_text(&masked), masked.size);
    sv_sha256_hex(sv_buf_text(&masked), masked.size, d->sha256);
    status = d->data ? sv_broker_keep(s->o.broker, name, d->data, d->size) : SV_NO_MEMORY;
  }
  sv_buf_free(&masked);
  sv_buf_free(&open);
  sv_buf_free(&text);
  return status;
}

enum sv_status sv_document_want(struct sv_schedule *s, struct sv_held *d)
{
  if (d->is_there || d->is_asked)
    return SV_OK;
  if (!d->file)
    return ask_for(s, d);
  SV_TRY(s->o.replay ? recall_file(s, d) : read_file(s, d));
  tell(s, d);
  return SV_OK;
}

/* Shapes that the profile names are documents like others: fetched once, recorded, given to whoever
 * asks for "shapes-dcat". */
static size_t add_shapes(struct sv_schedule *s, const struct sv_profile *p, size_t n)
{
  for (size_t i = 0; p && i < SV_PROFILE_SHAPES && n < SV_DOCUMENTS_MOST; i++) {
    const struct sv_profile_shapes *shapes = &p->shapes[i];
    if (!shapes->kind)
      continue;
    const char *kind = sv_arena_printf(s->o.arena, "shapes-%s", shapes->kind);
    if (!kind)
      return SIZE_MAX;
    const char *slash = shapes->file ? strrchr(shapes->file, '/') : NULL;
    s->documents[n++] = (struct sv_held){ .schedule = s,
                                          .id = kind,
                                          .kind = kind,
                                          .file = shapes->file,
                                          .name = slash ? slash + 1 : shapes->file,
                                          .url = shapes->url,
                                          .pinned = shapes->sha256 };
  }
  return n;
}

enum sv_status sv_schedule_documents(struct sv_schedule *s, const struct sv_target *t,
                                     const struct sv_profile *p)
{
  s->documents = sv_arena_calloc(s->o.arena, SV_DOCUMENTS_MOST, sizeof *s->documents);
  if (!s->documents)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (size_t i = 0; i < t->endpoint_count && n < SV_DOCUMENTS_MOST; i++) {
    const struct sv_endpoint *e = &t->endpoints[i];
    if (accept_of(e->kind))
      s->documents[n++] = (struct sv_held){
        .schedule = s, .id = e->id, .kind = e->kind, .url = e->url, .credential = e->credential
      };
  }
  for (size_t i = 0; i < t->document_count && n < SV_DOCUMENTS_MOST; i++) {
    const struct sv_document *d = &t->documents[i];
    s->documents[n++] = (struct sv_held){
      .schedule = s, .id = d->id, .kind = d->kind, .file = d->file, .name = d->name, .url = d->url
    };
  }
  n = add_shapes(s, p, n);
  if (n == SIZE_MAX)
    return SV_NO_MEMORY;
  s->document_count = n;
  s->world.documents = s->documents;
  s->world.document_count = n;
  return SV_OK;
}

/* Makes SIZE bytes at DATA, which stay, a document of KIND that is there already. */
static enum sv_status add_text(struct sv_schedule *s, const char *kind, const char *data,
                               size_t size)
{
  if (s->document_count == SV_DOCUMENTS_MOST)
    return SV_LIMIT;
  struct sv_held *d = &s->documents[s->document_count++];
  *d = (struct sv_held){ .schedule = s,
                         .id = kind,
                         .kind = kind,
                         .name = kind,
                         .is_asked = true,
                         .is_there = true,
                         .data = data,
                         .size = size };
  sv_sha256_hex(data, size, d->sha256);
  s->world.document_count = s->document_count;
  return SV_OK;
}

enum sv_status sv_schedule_lists(struct sv_schedule *s, const char *dir, struct sv_error *err)
{
  static const char name[] = "vocabularies";
  struct sv_buf packed = SV_BUF(SV_VOCABULARIES_PACKED_MAX);
  size_t size = 0;
  if (s->o.replay) {
    const char *kept = sv_broker_kept(s->o.broker, name, &size);
    return kept ? add_text(s, name, kept, size) : SV_OK;
  }
  enum sv_status status = sv_vocabularies_pack(dir, &packed, err);
  size = packed.size;
  const char *text = status == SV_OK && size ? sv_arena_copy(s->o.arena, packed.data, size) : NULL;
  sv_buf_free(&packed);
  if (status != SV_OK || size == 0)
    return status;
  SV_TRY(text ? sv_broker_keep(s->o.broker, name, text, size) : SV_NO_MEMORY);
  return add_text(s, name, text, size);
}
