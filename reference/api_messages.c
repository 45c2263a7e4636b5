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

/* Keeps the message and says where it is (RFC 9110 15.3.2). The same message gets the same place.
 */
static void create(const struct sv_service *s, struct sv_exchange *x, const char *subject,
                   const char *text)
{
  char id[65];
  struct sv_buf json = SV_BUF(32768);
  sv_buf_adds(&json, "{\"emne\":");
  sv_text_json(&json, subject);
  sv_buf_adds(&json, ",\"tekst\":");
  sv_text_json(&json, text);
  sv_sha256_hex(sv_buf_text(&json), json.size, id);
  id[16] = '\0';
  sv_buf_addf(&json, ",\"id\":\"%s\",\"lenker\":{\"self\":\"%s/v1/meldinger/%s\"}}", id, s->base,
              id);
  sv_state_keep(s, id, sv_buf_text(&json));
  x->answer.status = 201;
  sv_answer_set(x, "Content-Type", "application/json");
  sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  sv_answer_set(x, "Location", "%s/v1/meldinger/%s", s->base, id);
  sv_buf_addf(&x->answer.body, "%s\n", sv_buf_text(&json));
  sv_buf_free(&json);
}

static void post(const struct sv_service *s, struct sv_exchange *x)
{
  const char *type = sv_request_header(x, "Content-Type");
  if (!type || !sv_equal_nocase_n(type, strcspn(type, "; "), "application/json")) {
    sv_problem(s, x, 415, "format", "Formatet støttes ikke",
               "Send meldingen som application/json.");
    return;
  }
  json_auto_t *body = json_loadb(x->request.body ? x->request.body : "", x->request.body_size,
                                 JSON_REJECT_DUPLICATES, NULL);
  if (!json_is_object(body)) {
    sv_problem(s, x, 400, "parameter", "Innholdet er ikke JSON",
               "Innholdet må være ett JSON-objekt med emne og tekst.");
    return;
  }
  struct sv_faults faults = SV_FAULTS;
  const char *subject = member(body, "emne", SUBJECT_MAX, &faults);
  const char *text = member(body, "tekst", TEXT_MAX, &faults);
  if (!sv_faults_answer(s, x, &faults))
    create(s, x, subject ? subject : "", text ? text : "");
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
  if (!sv_state_find(s, item, &x->answer.body)) {
    sv_problem(s, x, 404, "ikke-funnet", "Ikke funnet", "Det er ingen melding med denne id-en.");
    return;
  }
  sv_answer_ok(x, "application/json", SV_CACHE_NONE);
  sv_buf_addc(&x->answer.body, '\n');
}
