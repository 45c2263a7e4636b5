// SPDX-License-Identifier: Apache-2.0
/* Query parameters and their faults; the entry and the status of the programming interface. */
#include "reference/api.h"

#include "engines/base/ascii.h"
#include "reference/state.h"
#include "reference/text.h"

#include <string.h>
#include <time.h>

enum { SLOW_SECONDS = 6 };

void sv_faults_add(struct sv_faults *f, const char *parameter, const char *message)
{
  if (f->count++ > 0 && f->first_only)
    return;
  if (f->count > 1)
    sv_buf_addc(&f->list, ',');
  sv_buf_adds(&f->list, "{\"parameter\":");
  sv_text_json(&f->list, parameter);
  sv_buf_adds(&f->list, ",\"melding\":");
  sv_text_json(&f->list, message);
  sv_buf_addc(&f->list, '}');
}

unsigned sv_api_number(const struct sv_service *s, struct sv_exchange *x, struct sv_faults *f,
                       const char *name, unsigned when_absent, const unsigned bounds[2])
{
  (void)s;
  const char *text = sv_request_query(x, name);
  unsigned long long value = when_absent;
  if (!text)
    return when_absent;
  if (!*text || !sv_parse_uint(text, strlen(text), bounds[1], &value) || value < bounds[0]) {
    sv_faults_add(f, name,
                  sv_exchange_printf(x, "må være et heltall fra %u til %u", bounds[0], bounds[1]));
    return when_absent;
  }
  return (unsigned)value;
}

bool sv_faults_answer(const struct sv_service *s, struct sv_exchange *x, struct sv_faults *f)
{
  const bool faulty = f->count > 0 && !sv_service_quirk(s, SV_BAD_INPUT_200);
  if (faulty) {
    const unsigned status = sv_service_quirk(s, SV_BAD_INPUT_500) ? 500 : 400;
    struct sv_buf *body = &x->answer.body;
    sv_problem(s, x, status, "parameter", "Ugyldige parametere",
               "Forespørselen har parametere som ikke kan brukes; feltet feil sier hvilke.");
    sv_buf_cut(body, body->size > 2 ? body->size - 2 : 0);
    sv_buf_addf(body, ",\"feil\":[%s]}\n", sv_buf_text(&f->list));
  }
  sv_buf_free(&f->list);
  return faulty;
}

void sv_api_entry(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  sv_answer_set(x, "Link",
                "</openapi.json>; rel=\"service-desc\"; type=\"application/json\", "
                "</dokumentasjon>; rel=\"service-doc\"; type=\"text/html\", "
                "</v1/status>; rel=\"status\"");
  sv_buf_addf(&x->answer.body,
              "{\"navn\":\"Enhets-API\",\"versjon\":\"" SV_REFERENCE_VERSION "\",\"lenker\":{"
              "\"self\":\"%s/v1\",\"enheter\":\"%s/v1/enheter\",\"kommuner\":\"%s/v1/kommuner\","
              "\"hendelser\":\"%s/v1/hendelser\",\"status\":\"%s/v1/status\","
              "\"beskrivelse\":\"%s/openapi.json\"}}\n",
              s->base, s->base, s->base, s->base, s->base, s->base);
}

void sv_api_status(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  char now[SV_DATE_SIZE];
  sv_text_rfc3339(sv_state_now(s), now);
  if (sv_service_quirk(s, SV_SLOW_STATUS))
    (void)nanosleep(&(struct timespec){ .tv_sec = SLOW_SECONDS }, NULL);
  sv_answer_ok(x, "application/json", SV_CACHE_NONE);
  sv_buf_addf(&x->answer.body,
              "{\"status\":\"oppe\",\"versjon\":\"" SV_REFERENCE_VERSION "\",\"tidspunkt\":\"%s\","
              "\"drift\":{\"tilstand\":\"normal\"}}\n",
              now);
}
