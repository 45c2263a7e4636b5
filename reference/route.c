// SPDX-License-Identifier: Apache-2.0
/* The routes of the service besides its documents, and what is judged before a handler is called.
 */
#include "reference/route.h"

#include "engines/base/ascii.h"
#include "reference/documents.h"
#include "reference/keys.h"
#include "reference/state.h"
#include "reference/text.h"

#include <stdio.h>
#include <string.h>

#define READ "GET, HEAD, OPTIONS"
#define OPEN (SV_ROUTE_OPEN | SV_ROUTE_API)

static const struct sv_route routes[] = {
  { "/v1", READ, sv_api_entry, OPEN },
  { "/v1/status", READ, sv_api_status, OPEN },
  { "/v1/enheter", READ, sv_api_units, OPEN | SV_ROUTE_CHOICE },
  { "/v1/enheter.csv", READ, sv_api_units_csv, OPEN },
  { "/v1/enheter/{}", READ, sv_api_unit, OPEN },
  { "/v1/kommuner", READ, sv_api_municipalities, OPEN },
  { "/v1/kommuner.xml", READ, sv_api_municipalities_xml, OPEN },
  { "/v1/kommuner/{}", READ, sv_api_municipality, OPEN },
  { "/v1/sammenligning", READ, sv_api_compare, OPEN },
  { "/v1/hendelser", READ, sv_api_events, OPEN },
  { "/v1/meldinger", "GET, HEAD, POST, OPTIONS", sv_api_messages, SV_ROUTE_SECURED | SV_ROUTE_API },
  { "/v1/meldinger/{}", "GET, HEAD, PUT, DELETE, OPTIONS", sv_api_message,
    SV_ROUTE_SECURED | SV_ROUTE_API },
  { "/v1/vedlegg", "POST, OPTIONS", sv_api_attachments, SV_ROUTE_SECURED | SV_ROUTE_API },
  { "/v1/innboks", READ, sv_api_messages, SV_ROUTE_SECURED | SV_ROUTE_API },
  { "/ogc/", READ, sv_ogc_landing, SV_ROUTE_OPEN },
  { "/ogc/conformance", READ, sv_ogc_conformance, SV_ROUTE_OPEN },
  { "/ogc/collections", READ, sv_ogc_collections, SV_ROUTE_OPEN },
  { "/ogc/collections/kommuner/items", READ, sv_ogc_items, SV_ROUTE_OPEN },
  { "/graphql", READ, sv_graphql, SV_ROUTE_OPEN },
  { "/v0/enheter", READ, sv_api_old_units, SV_ROUTE_OPEN },
  { "/v0/enheter/{}", READ, sv_api_old_unit, SV_ROUTE_OPEN },
  { "/oauth2/jwks", READ, sv_oauth_jwks, SV_ROUTE_OPEN },
  { "/oauth2/token", "POST, OPTIONS", sv_oauth_token, 0 },
  { "/oauth2/introspect", "POST, OPTIONS", sv_oauth_introspect, 0 },
  { "/oauth2/par", "POST, OPTIONS", sv_oauth_par, 0 },
  { "/oauth2/authorize", READ, sv_oauth_authorize, 0 },
  { "/oauth2/userinfo", READ, sv_oauth_userinfo, 0 },
  { "/oauth2/logout", READ, sv_oauth_logout, 0 },
  { "/logg-inn", READ, sv_login_start, 0 },
  { "/logg-ut/frontkanal", READ, sv_login_front_channel, SV_ROUTE_FRAMED },
  { "/sok", READ, sv_web_search, 0 },
  { "/soap", "POST, OPTIONS", sv_soap_post, 0 },
  { "/as4", "POST, OPTIONS", sv_soap_post, 0 },
  { "/mottak", "POST, OPTIONS", sv_event_post, 0 },
};

/* RFC 9110 names these; all others are unknown here. */
static const char *const methods[] = { "GET",    "HEAD",    "POST",    "PUT",  "PATCH",
                                       "DELETE", "OPTIONS", "CONNECT", "TRACE" };

enum { TARGET_MAX = 8000 };

/* Whether PATH is the route's; ITEM gets what stands for {}. */
static bool matches(const struct sv_route *route, const char *path, const char **item)
{
  const char *hole = strstr(route->path, "{}");
  *item = NULL;
  if (!hole)
    return strcmp(route->path, path) == 0;
  const size_t size = (size_t)(hole - route->path);
  if (strncmp(path, route->path, size) != 0 || !path[size] || strchr(path + size, '/'))
    return false;
  *item = path + size;
  return true;
}

static bool is_allowed(const char *allow, const char *method)
{
  const size_t size = strlen(method);
  for (const char *p = allow; p; p = strchr(p, ',')) {
    p += strspn(p, ", ");
    if (strncmp(p, method, size) == 0 && (!p[size] || p[size] == ','))
      return true;
  }
  return false;
}

static bool is_known(const char *method)
{
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
    if (strcmp(methods[i], method) == 0)
      return true;
  return false;
}

/* The Fetch standard's preflight, and plain OPTIONS. */
static void answer_options(const struct sv_service *s, struct sv_exchange *x, const char *allow,
                           unsigned flags)
{
  if (sv_service_quirk(s, SV_OPTIONS_REFUSED)) {
    sv_answer_set(x, "Allow", "%s", allow);
    sv_problem(s, x, 405, "metode", "Metoden er ikke tillatt", "OPTIONS støttes ikke.");
    return;
  }
  x->answer.status = 204;
  sv_answer_set(x, "Allow", "%s", allow);
  sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  const bool asks = sv_request_header(x, "Access-Control-Request-Method") != NULL;
  if (!asks || !(flags & (SV_ROUTE_OPEN | SV_ROUTE_SECURED)))
    return;
  sv_answer_set(x, "Access-Control-Allow-Methods", "%s", allow);
  sv_answer_set(x, "Access-Control-Allow-Headers",
                "accept, authorization, content-type, formaal, if-match, if-none-match");
  sv_answer_set(x, "Access-Control-Max-Age", "600");
}

/* RFC 6750: the token in the header only. False when the answer is a refusal. */
static bool is_authorised(const struct sv_service *s, struct sv_exchange *x)
{
  static const char *const words[] = { [SV_TOKEN_INVALID] = "invalid_token",
                                       [SV_TOKEN_EXPIRED] = "invalid_token",
                                       [SV_TOKEN_NO_SCOPE] = "insufficient_scope",
                                       [SV_TOKEN_NO_PERSON] = "invalid_token",
                                       [SV_TOKEN_BOUND] = "invalid_token" };
  const char *person = strcmp(x->request.path, "/v1/innboks") == 0 ? SV_PERSON : NULL;
  const char *query =
      sv_service_quirk(s, SV_TOKEN_IN_QUERY) ? sv_request_query(x, "access_token") : NULL;
  const char *header = sv_request_header(x, "Authorization");
  const bool bearer = header && sv_equal_nocase_n(header, 7, "bearer ");
  const char *token = bearer ? header + 7 : query;
  const enum sv_token_verdict verdict =
      token ? sv_token_judge(s, token, "referanse:meldinger", person, sv_state_now(s))
            : SV_TOKEN_INVALID;
  if (verdict == SV_TOKEN_GOOD)
    return true;
  const char *fault = bearer ? words[verdict] : NULL;
  const unsigned status =
      verdict == SV_TOKEN_NO_SCOPE && !sv_service_quirk(s, SV_SCOPE_IS_401) ? 403 : 401;
  sv_problem(s, x, status, status == 401 ? "ikke-innlogget" : "ikke-tilgang",
             status == 401 ? "Gyldig tilgangstoken mangler" : "Tilgangen er ikke gitt",
             bearer ? "Tokenet er ugyldig, utløpt eller mangler riktig scope."
                    : "Send et tilgangstoken i feltet Authorization.");
  sv_answer_set(x, "WWW-Authenticate",
                "Bearer realm=\"referansetjenesten\"%s%s%s, scope=\"referanse:meldinger\", "
                "resource_metadata=\"%s/.well-known/oauth-protected-resource/v1/meldinger\"",
                fault ? ", error=\"" : "", fault ? fault : "", fault ? "\"" : "", s->base);
  if (verdict == SV_TOKEN_BOUND)
    sv_answer_set(x, "WWW-Authenticate", "DPoP algs=\"ES256\", error=\"invalid_token\"");
  return false;
}

/* The rows of the document at PATH: the first in *ROW, their number returned. */
static size_t find_document(const char *path, size_t *row)
{
  size_t n = 0;
  for (size_t i = 0; i < sv_document_row_count; i++) {
    if (strcmp(sv_document_rows[i].path, path) != 0)
      continue;
    if (n++ == 0)
      *row = i;
  }
  return n;
}

static void answer_document(const struct sv_service *s, struct sv_exchange *x, size_t row, size_t n)
{
  const char *types[8];
  for (size_t i = 0; i < n && i < 8; i++)
    types[i] = sv_document_rows[row + i].type;
  int choice = n > 1 ? sv_negotiate(sv_request_header(x, "Accept"), types, n) : 0;
  if (sv_service_quirk(s, SV_IGNORES_ACCEPT))
    choice = 0;
  if (choice < 0) {
    sv_problem(s, x, 406, "format", "Formatet finnes ikke",
               "Ressursen finnes ikke i noe format som Accept tillater.");
    return;
  }
  const struct sv_document_row *r = &sv_document_rows[row + (size_t)choice];
  size_t size = 0;
  const char *text = sv_documents_text(s->documents, row + (size_t)choice, &size);
  sv_answer_ok(x, r->type, r->form == SV_FORM_PAGE ? "public, max-age=300" : SV_CACHE_OPEN);
  sv_buf_add(&x->answer.body, text, size);
  char date[SV_DATE_SIZE];
  sv_text_http_date(s->started, date);
  sv_answer_set(x, "Last-Modified", "%s", date);
  if (r->language)
    sv_answer_set(x, "Content-Language", "%s", r->language);
  if (r->link)
    sv_answer_set(x, "Link", "%s", r->link);
}

/* Answers on the face without TLS: everything is elsewhere, for good (RFC 9110 15.4.9). */
static void answer_plain(const struct sv_service *s, struct sv_exchange *x, const char *host)
{
  const char *target = x->request.target;
  int size = (int)strcspn(host, ":");
  if (*host == '[')
    size = (int)strcspn(host, "]") + 1;
  const int target_size =
      (int)(sv_service_quirk(s, SV_HTTP_DROPS_QUERY) ? strcspn(target, "?") : strlen(target));
  x->answer.status = 308;
  sv_answer_set(x, "Location", "https://%.*s:%u%.*s", size, host, s->tls_port, target_size, target);
  sv_answer_set(x, "Cache-Control", "public, max-age=3600");
}

/* RFC 9112 3.2 and 9110 7.4: requests must be for us. */
static bool is_our_host(const char *host)
{
  static const char *const names[] = { "localhost", "127.0.0.1", "[::1]" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    const size_t size = strlen(names[i]);
    if (sv_equal_nocase_n(host, size < strlen(host) ? size : strlen(host), names[i]) &&
        (!host[size] || host[size] == ':'))
      return true;
  }
  return false;
}

/* RFC 9112 3.2: more than one Host is as bad as none. */
static bool has_one_host(const struct sv_exchange *x)
{
  size_t n = 0;
  for (size_t i = 0; i < x->request.headers.count; i++)
    n += sv_equal_nocase(x->request.headers.list[i].name, "Host");
  return n == 1;
}

/* Whether every parameter of the query is one that some operation has. */
static bool knows_query(const struct sv_exchange *x)
{
  static const char *const names[] = { "navn", "kommunenummer", "organisasjonsform",
                                       "sort", "side",          "storrelse",
                                       "seq",  "antall",        "fra",
                                       "til" };
  for (size_t i = 0; i < x->request.query.count; i++) {
    size_t n = 0;
    while (n < sizeof names / sizeof names[0] &&
           strcmp(names[n], x->request.query.list[i].name) != 0)
      n++;
    if (n == sizeof names / sizeof names[0])
      return false;
  }
  return true;
}

static bool has_repeated(const struct sv_pairs *p)
{
  for (size_t i = 0; i < p->count; i++)
    for (size_t k = 0; k < i; k++)
      if (strcmp(p->list[i].name, p->list[k].name) == 0)
        return true;
  return false;
}

/* What can be said before the path is looked up. False when it was said. */
static bool is_sound(const struct sv_service *s, struct sv_exchange *x)
{
  const char *host = sv_request_header(x, "Host");
  const bool sloppy = sv_service_quirk(s, SV_SLOPPY_URI);
  const bool any = sv_service_quirk(s, SV_HOST_OPTIONAL);
  if ((!host || !has_one_host(x)) && !any) {
    sv_problem(s, x, 400, "foresporsel", "Forespørselen er ugyldig", "Feltet Host må stå én gang.");
  } else if (host && !is_our_host(host) && !sv_service_quirk(s, SV_ANY_HOST)) {
    sv_problem(s, x, 421, "vert", "Feil vert", "Denne tjeneren svarer ikke for den verten.");
  } else if (strlen(x->request.target) > TARGET_MAX) {
    sv_problem(s, x, 414, "foresporsel", "Adressen er for lang", "Adressen er over 8000 tegn.");
  } else if (!x->request.path && !sloppy) {
    sv_problem(s, x, 400, "foresporsel", "Forespørselen er ugyldig",
               "Adressen er ikke gyldig prosentkodet UTF-8.");
  } else if (x->request.tls && sv_service_quirk(s, SV_UNKNOWN_QUERY_500) && !knows_query(x)) {
    sv_problem(s, x, 500, "foresporsel", "Feil i tjenesten", "En parameter var ukjent.");
  } else if (sv_service_quirk(s, SV_REPEATED_QUERY_500) && has_repeated(&x->request.query)) {
    sv_problem(s, x, 500, "foresporsel", "Feil i tjenesten", "En parameter stod to ganger.");
  } else if (!is_known(x->request.method) && !sv_service_quirk(s, SV_ANY_METHOD)) {
    sv_problem(s, x, 501, "metode", "Ukjent metode", "Tjenesten kjenner ikke metoden.");
  } else {
    return true;
  }
  return false;
}

/* Whether the method is one of ALLOW; answers it when it is not, or when it is OPTIONS. */
static bool is_method_fit(const struct sv_service *s, struct sv_exchange *x, const char *allow,
                          unsigned flags)
{
  const char *method = x->request.method;
  const bool silent = sv_service_quirk(s, SV_HEAD_REFUSED_SILENTLY);
  const bool refused =
      strcmp(method, "HEAD") == 0 && (silent || sv_service_quirk(s, SV_HEAD_REFUSED));
  if (strcmp(method, "OPTIONS") == 0) {
    answer_options(s, x, allow, flags);
    return false;
  }
  if (strcmp(method, "TRACE") == 0 && sv_service_quirk(s, SV_TRACE_ECHOES)) {
    sv_answer_ok(x, "message/http", SV_CACHE_NONE);
    for (size_t i = 0; i < x->request.headers.count; i++)
      sv_buf_addf(&x->answer.body, "%s: %s\r\n", x->request.headers.list[i].name,
                  x->request.headers.list[i].value);
    return false;
  }
  if ((!refused && is_allowed(allow, method)) || sv_service_quirk(s, SV_ANY_METHOD))
    return true;
  if (!silent)
    sv_answer_set(x, "Allow", "%s", allow);
  sv_problem(s, x, 405, "metode", "Metoden er ikke tillatt",
             "Feltet Allow sier hvilke metoder som kan brukes her.");
  return false;
}

/* Calls the handler of the route at PATH. Gives its flags. */
static unsigned answer_route(const struct sv_service *s, struct sv_exchange *x, const char *path)
{
  const char *item = NULL;
  for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
    const struct sv_route *r = &routes[i];
    if (!matches(r, path, &item))
      continue;
    if (is_method_fit(s, x, r->methods, r->flags) &&
        (!(r->flags & SV_ROUTE_SECURED) || is_authorised(s, x)))
      r->answer(s, x, item);
    return r->flags;
  }
  if (sv_service_quirk(s, SV_UNKNOWN_IS_200))
    sv_answer_ok(x, "application/json", SV_CACHE_NONE);
  else
    sv_problem(s, x, 404, "ikke-funnet", "Ikke funnet", "Det finnes ingenting på denne adressen.");
  return sv_starts_with(path, "/v1/") ? SV_ROUTE_API : 0;
}

/* PATH without the slash at its end. */
static void drop_slash(char *path)
{
  const size_t size = strlen(path);
  if (size > 1 && path[size - 1] == '/')
    path[size - 1] = '\0';
}

unsigned sv_route_answer(const struct sv_service *s, struct sv_exchange *x)
{
  size_t row = 0;
  if (sv_service_quirk(s, SV_SLASH_SAME) && x->request.path)
    drop_slash(x->request.path);
  const char *path = x->request.path ? x->request.path : "/";
  if (!is_sound(s, x))
    return 0;
  if (!x->request.tls && !sv_service_quirk(s, SV_HTTP_NO_REDIRECT)) {
    const char *host = sv_request_header(x, "Host");
    answer_plain(s, x, host ? host : "localhost");
    return 0;
  }
  const size_t n = find_document(path, &row);
  if (n == 0)
    return answer_route(s, x, path);
  const unsigned open = sv_document_rows[row].flags & SV_DOCUMENT_OPEN ? SV_ROUTE_OPEN : 0;
  const unsigned choice = n > 1 ? SV_ROUTE_CHOICE : 0;
  if (is_method_fit(s, x, READ, open))
    answer_document(s, x, row, n);
  return open | choice;
}
