// SPDX-License-Identifier: Apache-2.0
/* Messages to the service: the protected part of the programming interface. */
#include "engines/base/ascii.h"
#include "engines/base/sha256.h"
#include "engines/base/utf8.h"
#include "reference/api.h"
#include "reference/state.h"
#include "reference/text.h"

#include <jansson.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

enum { SUBJECT_MAX = 100, TEXT_MAX = 2000 };

/* The string member NAME of BODY when it has 1 to MOST characters; a fault otherwise. */
static const char *member(const json_t *body, const char *name, size_t most, struct sv_faults *f)
{
  const json_t *value = json_object_get(body, name);
  const char *text = json_string_value(value);
  const size_t size = text ? sv_utf8_length(text, json_string_length(value)) : 0;
  if (size >= 1 && size <= most && strlen(text) == json_string_length(value))
    return text;
  sv_faults_add(f, name, "må være en tekst som ikke er tom, og ikke for lang");
  return NULL;
}

static void list(const struct sv_service *s, struct sv_exchange *x)
{
  sv_answer_ok(x, "application/json", SV_CACHE_NONE);
  sv_buf_adds(&x->answer.body, "{\"meldinger\":[");
  sv_state_find(s, NULL, &x->answer.body);
  sv_buf_adds(&x->answer.body, "]}\n");
}

/* Letters only: eleven digits in a row might by chance have the form of a birth number. */
static void make_tag(const char *json, char tag[24])
{
  char digest[65];
  sv_sha256_hex(json, strlen(json), digest);
  tag[0] = '"';
  for (size_t i = 0; i < 20; i++)
    tag[i + 1] = (char)(sv_is_digit((unsigned char)digest[i]) ? digest[i] - '0' + 'g' : digest[i]);
  memcpy(tag + 21, "\"", 2);
}

static const char *text_of(const json_t *message, const char *name)
{
  const char *text = json_string_value(json_object_get(message, name));
  return text ? text : "";
}

/* A broken service: what is put is never the same, what is created is always another. */
static void differ(const struct sv_service *s, struct sv_buf *json, char own[65])
{
  const unsigned n = sv_state_count(s);
  sv_buf_addf(json, ",\"nummer\":%u", n);
  snprintf(own, 17, "%016x", n);
}

/* The message as JSON, under ID or (NULL) one made of its content; kept in place of an older one.
 */
static void keep(const struct sv_service *s, struct sv_exchange *x, const char *id,
                 const json_t *message)
{
  char own[65];
  struct sv_buf json = SV_BUF(32768);
  sv_buf_adds(&json, "{\"emne\":");
  sv_text_json(&json, text_of(message, "emne"));
  sv_buf_adds(&json, ",\"tekst\":");
  sv_text_json(&json, text_of(message, "tekst"));
  sv_sha256_hex(sv_buf_text(&json), json.size, own);
  own[16] = '\0';
  if (sv_service_quirk(s, id ? SV_PUT_APPENDS : SV_CREATES_TWICE))
    differ(s, &json, own);
  id = id ? id : own;
  sv_buf_addf(&json, ",\"id\":\"%s\",\"lenker\":{\"self\":\"%s/v1/meldinger/%s\"}}", id, s->base,
              id);
  sv_state_keep(s, id, sv_buf_text(&json));
  char tag[24];
  make_tag(sv_buf_text(&json), tag);
  sv_answer_set(x, "Content-Type", "application/json");
  sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  sv_answer_set(x, "ETag", "%s", tag);
  if (id == own)
    sv_answer_set(x, "Location", "%s/v1/meldinger/%s", s->base, id);
  sv_buf_addf(&x->answer.body, "%s\n", sv_buf_text(&json));
  sv_buf_free(&json);
}

static bool is_type(const char *type, const char *name)
{
  return type && sv_equal_nocase_n(type, strcspn(type, "; "), name);
}

/* Bytes that are no UTF-8 as question marks. */
static void mend(struct sv_exchange *x)
{
  char *text = sv_arena_copy(&x->arena, x->request.body, x->request.body_size);
  size_t good = 0;
  while (text && (good = sv_utf8_check(text, x->request.body_size)) < x->request.body_size)
    text[good] = '?';
  x->request.body = text;
}

static json_t *read_json(const struct sv_service *s, struct sv_exchange *x)
{
  const size_t flags = sv_service_quirk(s, SV_JSON_REPEATS) ? 0 : JSON_REJECT_DUPLICATES;
  if (sv_service_quirk(s, SV_JSON_ANY_BYTES) && x->request.body_size)
    mend(x);
  return json_loadb(x->request.body ? x->request.body : "", x->request.body_size, flags, NULL);
}

/* The message that was sent, owned by whoever asked; NULL when the answer is a refusal. */
static json_t *read_message(const struct sv_service *s, struct sv_exchange *x)
{
  const char *type = sv_request_header(x, "Content-Type");
  const bool as_json = is_type(type, "application/json") ||
                       (!type && sv_service_quirk(s, SV_UNTYPED_BODY)) ||
                       (type && sv_service_quirk(s, SV_ANY_BODY_TYPE));
  if (!as_json && !is_type(type, "application/xml")) {
    sv_answer_set(x, "Accept", "application/json, application/xml");
    sv_problem(s, x, 415, "format", "Formatet støttes ikke",
               "Send meldingen som application/json eller application/xml.");
    return NULL;
  }
  const bool lax = sv_service_quirk(s, SV_ANY_BODY) || (as_json && !is_type(type, "application/"
                                                                                  "json"));
  json_t *body = as_json ? read_json(s, x)
                         : sv_message_from_xml(x->request.body, x->request.body_size,
                                               sv_service_quirk(s, SV_XML_ENTITIES));
  if (!json_is_object(body) && !lax) {
    json_decref(body);
    sv_problem(s, x, 400, "parameter", "Innholdet kan ikke leses",
               "Innholdet må være ett JSON-objekt med emne og tekst, eller det samme som XML uten "
               "DOCTYPE.");
    return NULL;
  }
  struct sv_faults faults = SV_FAULTS;
  faults.first_only = sv_service_quirk(s, SV_FIRST_FAULT_ONLY);
  (void)member(body, "emne", SUBJECT_MAX, &faults);
  (void)member(body, "tekst", TEXT_MAX, &faults);
  if (faults.count > 0 && lax) {
    json_decref(body);
    body = json_pack("{s:s,s:s}", "emne", "Uten emne", "tekst", "Uten tekst");
    faults.count = 0;
  }
  if (!sv_faults_answer(s, x, &faults))
    return body;
  json_decref(body);
  return NULL;
}

/* Keeps the message and says where it is (RFC 9110 15.3.2). The same message gets the same place.
 */
static void post(const struct sv_service *s, struct sv_exchange *x)
{
  json_t *message = read_message(s, x);
  if (!message)
    return;
  x->answer.status = 201;
  keep(s, x, NULL, message);
  json_decref(message);
}

/* Whether the tag is among those of If-Match (RFC 9110 13.1.1); NULL: there is none (RFC 6585 3).
 */
static bool may_update(const struct sv_service *s, struct sv_exchange *x, const char *tag)
{
  const char *list = sv_request_header(x, "If-Match");
  if (!list && !sv_service_quirk(s, SV_UPDATE_BLIND)) {
    sv_problem(s, x, 428, "foresporsel", "Forutsetningen mangler",
               "Send meldingens ETag i feltet If-Match.");
    return false;
  }
  if (!list || strcmp(list, "*") == 0 || strstr(list, tag) || sv_service_quirk(s, SV_UPDATE_STALE))
    return true;
  sv_problem(s, x, 412, "foresporsel", "Meldingen er endret",
             "Hent meldingen på nytt, og send ETag fra det svaret i If-Match.");
  return false;
}

static void put(const struct sv_service *s, struct sv_exchange *x, const char *id, const char *tag)
{
  json_t *message = may_update(s, x, tag) ? read_message(s, x) : NULL;
  if (!message)
    return;
  x->answer.status = 200;
  keep(s, x, id, message);
  json_decref(message);
}

void sv_api_messages(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  if (strcmp(x->request.method, "POST") == 0)
    post(s, x);
  else
    list(s, x);
}

void sv_api_message(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  struct sv_buf json = SV_BUF(32768);
  char tag[24];
  if (!sv_state_find(s, item, &json)) {
    sv_buf_free(&json);
    sv_problem(s, x, 404, "ikke-funnet", "Ikke funnet", "Det er ingen melding med denne id-en.");
    return;
  }
  make_tag(sv_buf_text(&json), tag);
  if (strcmp(x->request.method, "PUT") == 0) {
    put(s, x, item, tag);
  } else if (strcmp(x->request.method, "DELETE") == 0) {
    if (!sv_service_quirk(s, SV_DELETE_KEEPS))
      (void)sv_state_drop(s, item);
    x->answer.status = 204;
  } else {
    const char *known = sv_request_header(x, "If-None-Match");
    sv_answer_ok(x, "application/json", SV_CACHE_NONE);
    sv_answer_set(x, "ETag", "%s", tag);
    if (known && (strcmp(known, "*") == 0 || strstr(known, tag)))
      x->answer.status = 304;
    else
      sv_buf_addf(&x->answer.body, "%s\n", sv_buf_text(&json));
  }
  sv_buf_free(&json);
}
