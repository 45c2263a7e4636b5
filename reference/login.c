// SPDX-License-Identifier: Apache-2.0
/* The service as a client of its issuer: a person is sent to sign in, and signed out from
 * elsewhere. */
#include "engines/base/sha256.h"
#include "reference/documents.h"
#include "reference/route.h"
#include "reference/state.h"

#include <stdio.h>
#include <string.h>

enum { REQUEST_MAX = 4096, VALUE_SIZE = 33 };

/* A value that nobody guesses from the one before; WHAT tells two of one visit apart. */
static void make_value(const struct sv_service *s, const char *what, unsigned visit,
                       char out[VALUE_SIZE])
{
  char text[128];
  char digest[65];
  const int size =
      snprintf(text, sizeof text, "%s %u %lld %u", what, s->seed, (long long)s->started, visit);
  sv_sha256_hex(text, (size_t)size, digest);
  /* Letters only: eleven digits in a row might by chance have the form of a birth number. */
  for (size_t i = 0; i < VALUE_SIZE - 1; i++)
    out[i] = (char)(digest[i] <= '9' ? digest[i] - '0' + 'g' : digest[i]);
  out[VALUE_SIZE - 1] = '\0';
}

void sv_login_start(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  char state[VALUE_SIZE];
  char nonce[VALUE_SIZE];
  char challenge[VALUE_SIZE];
  struct sv_buf request = SV_BUF(REQUEST_MAX);
  struct sv_error ignored = { .text = "" };
  const unsigned visit = sv_service_quirk(s, SV_LOGIN_STATE_FIXED) ? 0 : sv_state_count(s);
  (void)item;
  make_value(s, "state", visit, state);
  make_value(s, "nonce", visit, nonce);
  make_value(s, "challenge", visit, challenge);
  sv_buf_addf(&request,
              "%s/oauth2/authorize?response_type=code&client_id=referanse-web&redirect_uri="
              "%s/logg-inn/svar&scope=openid%%20profile&state=%s&nonce=%s"
              "&code_challenge=%s%.11s"
              "&code_challenge_method=S256&acr_values=idporten-loa-substantial&ui_locales=nb",
              s->base, s->base, state, nonce, challenge, nonce);
  const bool made = sv_breaks_edit(&s->breaks, "login-request", &request, &ignored) == SV_OK;
  x->answer.status = made ? 302 : 500;
  sv_answer_set(x, "Location", "%s", sv_buf_text(&request));
  sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  sv_answer_set(x, "Set-Cookie", "innlogging=%s; Secure; HttpOnly; SameSite=Lax; Path=/", state);
  sv_buf_free(&request);
}

/* OpenID Connect Front-Channel Logout 1.0 section 2: the issuer loads this in a frame; no cookie is
 * needed. */
void sv_login_front_channel(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  sv_documents_page(s->documents, "nb", "Du er logget ut", "<h1>Du er logget ut</h1>\n",
                    &x->answer.body);
  sv_answer_ok(x, "text/html; charset=utf-8", SV_CACHE_NONE);
  sv_answer_set(x, "Content-Language", "nb");
}
