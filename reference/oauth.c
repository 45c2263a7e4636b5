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

/* RFC 6749 4.1.2.1: with an unknown client the person is told, and never sent on. */
void sv_oauth_authorize(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  sv_documents_page(s->documents, "nb", "Innloggingen stoppet",
                    "<h1>Innloggingen stoppet</h1>\n<p>Tjenesten du kom fra er ikke registrert "
                    "her. "
                    "Gå tilbake og meld fra til dem som driver den.</p>\n",
                    &x->answer.body);
  sv_answer_ok(x, "text/html; charset=utf-8", SV_CACHE_NONE);
  sv_answer_set(x, "Content-Language", "nb");
  x->answer.status = 400;
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
