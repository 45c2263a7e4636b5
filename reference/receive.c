// SPDX-License-Identifier: Apache-2.0
/* What others send to the service: SOAP requests, and events from those it subscribes to. */
#include "reference/route.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/base/utf8.h"
#include "reference/state.h"
#include "reference/text.h"

#include <jansson.h>
#include <string.h>

#define SOAP_11 "http://schemas.xmlsoap.org/soap/envelope/"
#define SOAP_12 "http://www.w3.org/2003/05/soap-envelope"

/* Whether Content-Type is TYPE, whatever its parameters are. */
static bool is_type(const struct sv_exchange *x, const char *type)
{
  const char *value = sv_request_header(x, "Content-Type");
  return value && sv_equal_nocase_n(value, strcspn(value, "; "), type);
}

/* --- SOAP --- */

static void answer_envelope(struct sv_exchange *x, bool is_12, unsigned status, const char *body)
{
  x->answer.status = status;
  sv_answer_set(x, "Content-Type", "%s; charset=utf-8",
                is_12 ? "application/soap+xml" : "text/xml");
  sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  sv_buf_addf(&x->answer.body,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<e:Envelope xmlns:e=\"%s\"><e:Body>"
              "%s</e:Body></e:Envelope>\n",
              is_12 ? SOAP_12 : SOAP_11, body);
}

/* The one operation of the service knows no units: what is asked for is a fault, in the version
 * that it was asked in. */
void sv_soap_post(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  const bool is_12 = is_type(x, "application/soap+xml");
  const bool knows = x->request.body && strstr(x->request.body, "hentEnhet");
  if (!is_12 && !is_type(x, "text/xml"))
    sv_problem(s, x, 415, "format", "Formatet støttes ikke", "Send SOAP 1.1 eller SOAP 1.2.");
  else if (is_12)
    answer_envelope(x, true, 500,
                    knows ? "<e:Fault><e:Code><e:Value>e:Receiver</e:Value></e:Code><e:Reason>"
                            "<e:Text xml:lang=\"nb\">Enheten finnes ikke.</e:Text></e:Reason>"
                            "</e:Fault>"
                          : "<e:Fault><e:Code><e:Value>e:Sender</e:Value></e:Code><e:Reason>"
                            "<e:Text xml:lang=\"nb\">Operasjonen finnes ikke.</e:Text></e:Reason>"
                            "</e:Fault>");
  else
    answer_envelope(x, false, 500,
                    knows ? "<e:Fault><faultcode>e:Server</faultcode>"
                            "<faultstring>Enheten finnes ikke.</faultstring></e:Fault>"
                          : "<e:Fault><faultcode>e:Client</faultcode>"
                            "<faultstring>Operasjonen finnes ikke.</faultstring></e:Fault>");
}

/* --- events --- */

static bool has_text(const json_t *event, const char *name)
{
  const char *text = json_string_value(json_object_get(event, name));
  return text && *text;
}

static bool is_event(const json_t *event)
{
  const char *version = json_string_value(json_object_get(event, "specversion"));
  return version && strcmp(version, "1.0") == 0 && has_text(event, "id") &&
         has_text(event, "source") && has_text(event, "type");
}

/* What header field VALUE decodes to, as JSON; NULL when it is no UTF-8. */
static json_t *decode(const char *value)
{
  struct sv_buf text = SV_BUF(8192);
  (void)sv_uri_decode(value, strlen(value), &text);
  json_t *j = sv_utf8_check(sv_buf_text(&text), text.size) == text.size
                  ? json_stringn(sv_buf_text(&text), text.size)
                  : NULL;
  sv_buf_free(&text);
  return j;
}

/* The event of the request, structured or binary, or NULL. */
static json_t *read_event(const struct sv_exchange *x, bool takes_all)
{
  if (is_type(x, "application/cloudevents+json"))
    return json_loadb(x->request.body ? x->request.body : "", x->request.body_size, 0, NULL);
  json_t *event = json_object();
  for (size_t i = 0; i < x->request.headers.count; i++) {
    const char *name = x->request.headers.list[i].name;
    if (!sv_equal_nocase_n(name, strnlen(name, 3), "ce-"))
      continue;
    json_t *value = decode(x->request.headers.list[i].value);
    if (!value && takes_all)
      value = json_string("");
    if (!value) {
      json_decref(event);
      return NULL;
    }
    char key[64];
    size_t n = 0;
    for (; name[n + 3] && n < sizeof key - 1; n++)
      key[n] = (char)sv_lower(name[n + 3]);
    key[n] = '\0';
    (void)json_object_set_new(event, key, value);
  }
  return event;
}

/* Takes an event and forgets it, but for its id. */
void sv_event_post(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  const bool takes_all = sv_service_quirk(s, SV_HOOK_TAKES_ALL);
  json_auto_t *event = read_event(x, takes_all);
  if (!takes_all && !is_event(event)) {
    sv_problem(s, x, 400, "parameter", "Innholdet er ikke en hendelse",
               "Send en hendelse etter CloudEvents 1.0.");
    return;
  }
  const char *id = json_string_value(json_object_get(event, "id"));
  const bool again = id && sv_state_met(s, id);
  if (again && sv_service_quirk(s, SV_HOOK_ONCE)) {
    sv_problem(s, x, 500, "intern", "Feil i tjenesten", "Hendelsen finnes fra før.");
  } else {
    x->answer.status = 204;
    sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  }
}
