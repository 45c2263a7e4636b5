// SPDX-License-Identifier: Apache-2.0
/* The authorisation server: its keys, and endpoints that refuse as RFC 6749 wants since nobody is
 * registered. */
#include "engines/base/ascii.h"
#include "reference/documents.h"
#include "reference/keys.h"
#include "reference/route.h"
#include "reference/state.h"

#include <string.h>

void sv_oauth_jwks(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  sv_answer_ok(x, "application/jwk-set+json", "public, max-age=3600");
  sv_buf_adds(&x->answer.body, sv_keys_jwks(s->keys));
}

/* RFC 6749 5.2. */
static void refuse(struct sv_exchange *x, unsigned status, const char *error, const char *why)
{
  x->answer.status = status;
  sv_answer_set(x, "Content-Type", "application/json");
  sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  sv_answer_set(x, "Pragma", "no-cache");
  if (status == 401)
    sv_answer_set(x, "WWW-Authenticate", "Basic realm=\"referansetjenesten\"");
  sv_buf_addf(&x->answer.body, "{\"error\":\"%s\",\"error_description\":\"%s\"}\n", error, why);
}

/* The form of the request as the query would be; false when it is no form. */
static bool read_form(struct sv_exchange *x)
{
  const char *type = sv_request_header(x, "Content-Type");
  if (!type || !x->request.body ||
      !sv_equal_nocase_n(type, strcspn(type, "; "), "application/x-www-form-urlencoded"))
    return false;
  struct sv_exchange *form = sv_exchange_new();
  if (!form)
    return false;
  sv_request_target(form,
                    sv_exchange_printf(form, "/?%.*s", (int)x->request.body_size, x->request.body));
  const bool good = form->request.path != NULL;
  x->request.query.count = 0;
  for (size_t i = 0; i < form->request.query.count; i++)
    sv_pairs_add(&x->request.query, sv_arena_strdup(&x->arena, form->request.query.list[i].name),
                 sv_arena_strdup(&x->arena, form->request.query.list[i].value));
  sv_exchange_free(form);
  return good;
}

/* Nobody is registered, so that every client is unknown; a client that tried Basic is told to (RFC
 * 6749 5.2). */
static void refuse_client(struct sv_exchange *x)
{
  const bool basic = sv_request_header(x, "Authorization") != NULL;
  refuse(x, basic ? 401 : 400, "invalid_client", "The client is not registered.");
}

void sv_oauth_token(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)s;
  (void)item;
  const char *grant = read_form(x) ? sv_request_query(x, "grant_type") : NULL;
  if (!grant)
    refuse(x, 400, "invalid_request", "The form has no grant_type.");
  else if (strcmp(grant, "urn:ietf:params:oauth:grant-type:jwt-bearer") == 0)
    refuse(x, 400, sv_request_query(x, "assertion") ? "invalid_grant" : "invalid_request",
           "The assertion is missing or not from a registered client.");
  else if (strcmp(grant, "authorization_code") == 0)
    refuse_client(x);
  else
    refuse(x, 400, "unsupported_grant_type", "This grant type is not supported.");
}

void sv_oauth_par(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)s;
  (void)item;
  if (read_form(x))
    refuse_client(x);
  else
    refuse(x, 400, "invalid_request", "The request is not a form.");
}

/* RFC 7662 2.2: whatever is asked, no token of that kind was ever issued. */
void sv_oauth_introspect(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)s;
  (void)item;
  const char *proof = sv_request_header(x, "Authorization");
  if (!proof || !sv_equal_nocase_n(proof, strcspn(proof, " "), "Basic")) {
    refuse(x, 401, "invalid_client", "Introspection is for registered services.");
  } else if (!read_form(x) || !sv_request_query(x, "token")) {
    refuse(x, 400, "invalid_request", "The form has no token.");
  } else {
    sv_answer_ok(x, "application/json", SV_CACHE_NONE);
    sv_buf_adds(&x->answer.body, "{\"active\":false}\n");
  }
}

static void answer_page(const struct sv_service *s, struct sv_exchange *x, unsigned status,
                        const char *title, const char *text)
{
  sv_documents_page(s->documents, "nb", title, text, &x->answer.body);
  sv_answer_ok(x, "text/html; charset=utf-8", SV_CACHE_NONE);
  sv_answer_set(x, "Content-Language", "nb");
  x->answer.status = status;
}

/* Sends the browser back to the client with PARAMETERS (RFC 6749 4.1.2, RFC 9207). */
static void send_back(const struct sv_service *s, struct sv_exchange *x, const char *to,
                      const char *parameters)
{
  const char *state = sv_request_query(x, "state");
  const bool plain = state && strspn(state, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                            "0123456789-_") == strlen(state);
  x->answer.status = 302;
  sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  sv_answer_set(x, "Location", "%s?%s&state=%s&iss=%s", to, parameters, plain ? state : "",
                s->base);
}

/* RFC 6749 4.1.2.1: with an unknown client or address the person is told, and never sent on. */
void sv_oauth_authorize(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  const char *client = sv_request_query(x, "client_id");
  const char *to = sv_request_query(x, "redirect_uri");
  const char *own = sv_exchange_printf(x, "%s/logg-inn/svar", s->base);
  const bool known = client && strcmp(client, SV_CLIENT_ID) == 0 && to;
  const bool exact = known && strcmp(to, own) == 0;
  if (known && !exact && sv_service_quirk(s, SV_ANY_REDIRECT) && !strpbrk(to, "\r\n"))
    send_back(s, x, to, "code=ingen");
  else if (!exact)
    answer_page(s, x, 400, "Innloggingen stoppet",
                "<h1>Innloggingen stoppet</h1>\n<p>Tjenesten du kom fra er ikke registrert her. "
                "Gå tilbake og meld fra til dem som driver den.</p>\n");
  else if (!sv_request_query(x, "code_challenge") && !sv_service_quirk(s, SV_PKCE_OPTIONAL))
    send_back(s, x, own, "error=invalid_request");
  else
    answer_page(s, x, 200, "Logg inn",
                "<h1>Logg inn</h1>\n<p>Her ville du ha logget inn. Ingen er registrert.</p>\n");
}

void sv_oauth_userinfo(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  sv_problem(s, x, 401, "ikke-innlogget", "Gyldig tilgangstoken mangler",
             "Send et tilgangstoken fra en innlogging.");
  sv_answer_set(x, "WWW-Authenticate", "Bearer realm=\"referansetjenesten\", scope=\"openid\"");
}

void sv_oauth_logout(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  sv_documents_page(s->documents, "nb", "Du er logget ut",
                    "<h1>Du er logget ut</h1>\n<p><a href=\"/\">Til forsiden</a></p>\n",
                    &x->answer.body);
  sv_answer_ok(x, "text/html; charset=utf-8", SV_CACHE_NONE);
  sv_answer_set(x, "Content-Language", "nb");
}
