// SPDX-License-Identifier: Apache-2.0
/* Tables of what is handed over, and writing it. Breaks change the text of claims, headers and
 * requests by the names that stand here. */
#include "reference/client.h"

#include "reference/keys.h"
#include "reference/units.h"

#include <stdio.h>
#include <string.h>

enum { LIFE = 3600, TEXT_MAX = 16384, GRANT_LIFE = 120 };

#define SCOPE "referanse:meldinger"
#define ELSEWHERE "https://annen-tjeneste.test"

static const struct token {
  const char *file;
  const char *purpose; /* in the target file; NULL: it is for use */
  const char *scope, *issuer, *audience;
  const char *more;
  long life;
} tokens[] = {
  { "token", NULL, SCOPE, NULL, NULL, ",\"cnf\":{\"x5t#S256\":\"{{thumbprint}}\"}", LIFE },
  { "token-expired", "expired", SCOPE, NULL, NULL, NULL, -LIFE },
  { "token-other-issuer", "other-issuer", SCOPE, "https://annen-utsteder.test/", NULL, NULL, LIFE },
  { "token-test", "test-environment", SCOPE, SV_TEST_ISSUER_URL, NULL, NULL, LIFE },
  { "token-no-scope", "other-scope", "referanse:annet", NULL, NULL, NULL, LIFE },
  { "token-other-audience", "other-audience", SCOPE, NULL, ELSEWHERE, NULL, LIFE },
  { "token-no-person", "without-pid", SCOPE, NULL, NULL, NULL, LIFE },
  { "token-other-person", "other-pid", SCOPE, NULL, NULL, ",\"pid\":\"" SV_OTHER_PERSON "\"",
    LIFE },
  { "token-delegated", "delegated", SCOPE, NULL, NULL,
    ",\"supplier\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:400000107\"},"
    "\"delegation_source\":\"https://www.altinn.no/\"",
    LIFE },
  { "token-bound", "dpop-bound", SCOPE, NULL, NULL,
    ",\"cnf\":{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}", LIFE },
};

/* Maskinporten, JWT grant: by a registered key; by certificate for another organisation; for a
 * system user. */
static const struct grant {
  const char *file, *header, *more;
} grants[] = {
  { "grant-1", "{\"alg\":\"RS256\",\"kid\":\"samsvar-demo-1\"}", "" },
  { "grant-2", "{\"alg\":\"RS256\",\"x5c\":[\"{{x5c}}\"]}",
    ",\"consumer_org\":\"400000107\",\"resource\":[\"{{base}}\"]" },
  { "grant-3", "{\"alg\":\"RS256\",\"kid\":\"samsvar-demo-1\"}",
    ",\"authorization_details\":[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{"
    "\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:400000123\"}}]" },
};

/* The requests that a client sent to an issuer that only wrote them down. */
static const struct request {
  const char *file, *form;
} requests[] = {
  { "token-request-1", "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                       "{{jws}}" },
  { "token-request-2", "grant_type=authorization_code&code=hemmelig-kode&redirect_uri={{base}}/"
                       "logg-inn/svar"
                       "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&client_id="
                       "referanse-web"
                       "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%"
                       "3Ajwt-bearer"
                       "&client_assertion={{jws}}" },
};

enum {
  TOKENS = sizeof tokens / sizeof tokens[0],
  GRANTS = sizeof grants / sizeof grants[0],
  REQUESTS = sizeof requests / sizeof requests[0],
};

static enum sv_status write_token(const struct sv_folder *f, const struct sv_service *s,
                                  const struct token *t, struct sv_error *err)
{
  struct sv_buf token = SV_BUF(SV_TOKEN_MAX);
  struct sv_buf more = SV_BUF(TEXT_MAX);
  struct sv_buf thumbprint = SV_BUF(TEXT_MAX);
  enum sv_status status = sv_keys_thumbprint(s->keys, &thumbprint, err);
  sv_buf_adds(&more, t->more ? t->more : "");
  sv_text_replace(&more, "{{thumbprint}}", sv_buf_text(&thumbprint));
  const struct sv_token_wish wish = { .scope = t->scope,
                                      .expires = s->started + t->life,
                                      .issuer = t->issuer,
                                      .audience = t->audience,
                                      .more = sv_buf_text(&more),
                                      .edits = t->purpose ? NULL : "token.claims" };
  if (status == SV_OK)
    status = sv_token_make(s, &wish, &token, err);
  if (status == SV_OK)
    status = sv_folder_write(f, t->file, sv_buf_text(&token), err);
  sv_buf_free(&token);
  sv_buf_free(&more);
  sv_buf_free(&thumbprint);
  return status;
}

/* HEADER and CLAIMS as breaks leave them, signed. */
static enum sv_status sign(const struct sv_service *s, const char *name, struct sv_buf *header,
                           struct sv_buf *claims, struct sv_buf *out, struct sv_error *err)
{
  char file[64];
  struct sv_buf x5c = SV_BUF(TEXT_MAX);
  SV_TRY(sv_keys_x5c(s->keys, &x5c, err));
  snprintf(file, sizeof file, "%s.header", name);
  enum sv_status status = sv_breaks_edit(&s->breaks, file, header, err);
  snprintf(file, sizeof file, "%s.claims", name);
  if (status == SV_OK)
    status = sv_breaks_edit(&s->breaks, file, claims, err);
  sv_text_replace(header, "{{x5c}}", sv_buf_text(&x5c));
  sv_text_replace(claims, "{{base}}", s->base);
  sv_buf_free(&x5c);
  return status == SV_OK ? sv_jws_make(s->keys, sv_buf_text(header), sv_buf_text(claims), out, err)
                         : status;
}

/* What the client's clock says. */
static long long clock_of(const struct sv_service *s)
{
  return (long long)s->started + (sv_service_quirk(s, SV_CLIENT_CLOCK) ? LIFE : 0);
}

static enum sv_status write_grant(const struct sv_folder *f, const struct sv_service *s, size_t i,
                                  struct sv_error *err)
{
  const struct grant *g = &grants[i];
  const long long now = clock_of(s);
  struct sv_buf header = SV_BUF(TEXT_MAX);
  struct sv_buf claims = SV_BUF(TEXT_MAX);
  struct sv_buf grant = SV_BUF(TEXT_MAX);
  sv_buf_adds(&header, g->header);
  sv_buf_addf(&claims,
              "{\"aud\":\"{{base}}\",\"iss\":\"samsvar-demo\",\"scope\":\"" SCOPE "\",\"iat\":%lld,"
              "\"exp\":%lld,\"jti\":\"%08x-%zu\"%s}",
              now, now + GRANT_LIFE, s->seed ^ 0x53565031u, i, g->more);
  enum sv_status status = sign(s, g->file, &header, &claims, &grant, err);
  if (status == SV_OK)
    status = sv_folder_write(f, g->file, sv_buf_text(&grant), err);
  sv_buf_free(&header);
  sv_buf_free(&claims);
  sv_buf_free(&grant);
  return status;
}

static enum sv_status write_request(const struct sv_folder *f, const struct sv_service *s,
                                    const struct request *r, struct sv_error *err)
{
  const long long now = (long long)s->started;
  struct sv_buf header = SV_BUF(TEXT_MAX);
  struct sv_buf claims = SV_BUF(TEXT_MAX);
  struct sv_buf jws = SV_BUF(TEXT_MAX);
  struct sv_buf text = SV_BUF(TEXT_MAX);
  sv_buf_adds(&header, "{\"alg\":\"RS256\",\"kid\":\"samsvar-demo-1\"}");
  sv_buf_addf(&claims,
              "{\"aud\":\"{{base}}\",\"iss\":\"referanse-web\",\"sub\":\"referanse-web\","
              "\"scope\":\"" SCOPE "\",\"iat\":%lld,\"exp\":%lld,\"jti\":\"%08x-r\"}",
              now, now + GRANT_LIFE, s->seed);
  enum sv_status status = sign(s, r->file, &header, &claims, &jws, err);
  sv_buf_addf(&text,
              "POST /oauth2/token HTTP/1.1\r\nHost: %s\r\nContent-Type: "
              "application/x-www-form-urlencoded\r\n\r\n%s",
              s->base + strlen("https://"), r->form);
  if (status == SV_OK)
    status = sv_breaks_edit(&s->breaks, r->file, &text, err);
  sv_text_replace(&text, "{{jws}}", sv_buf_text(&jws));
  sv_text_replace(&text, "{{base}}", s->base);
  if (status == SV_OK)
    status = sv_folder_write(f, r->file, sv_buf_text(&text), err);
  sv_buf_free(&header);
  sv_buf_free(&claims);
  sv_buf_free(&jws);
  sv_buf_free(&text);
  return status;
}

/* What the service asked its issuer for, as the issuer wrote it down (HAR). */
static enum sv_status write_log(const struct sv_folder *f, const struct sv_service *s,
                                struct sv_error *err)
{
  static const char *const times[] = { "08:00:00", "08:00:07", "20:00:00" };
  struct sv_buf text = SV_BUF(TEXT_MAX);
  sv_buf_adds(&text, "{ \"log\": { \"version\": \"1.2\", \"entries\": [");
  for (size_t i = 0; i < sizeof times / sizeof times[0]; i++)
    sv_buf_addf(&text,
                "%s\n  { \"startedDateTime\": \"2026-11-20T%sZ\", \"request\": { \"method\": "
                "\"GET\", \"url\": \"%s/oauth2/jwks\" } }",
                i ? "," : "", times[i], s->base);
  sv_buf_adds(&text, "\n] } }\n");
  enum sv_status status = sv_breaks_edit(&s->breaks, "token-log", &text, err);
  if (status == SV_OK)
    status = sv_folder_write(f, "token-log", sv_buf_text(&text), err);
  sv_buf_free(&text);
  return status;
}

/* The word of the client at introspection: any will do, so it is made from the seed. */
static enum sv_status write_word(const struct sv_folder *f, const struct sv_service *s,
                                 struct sv_error *err)
{
  char word[64];
  snprintf(word, sizeof word, "innsyn-%08x", s->seed ^ 0x53565031u);
  return sv_folder_write(f, "client-word", word, err);
}

static enum sv_status write_client(const struct sv_folder *f, const struct sv_service *s,
                                   struct sv_error *err)
{
  struct sv_buf certificate = SV_BUF(TEXT_MAX);
  struct sv_buf key = SV_BUF(TEXT_MAX);
  enum sv_status status = sv_keys_client_pem(s->keys, &certificate, &key, err);
  if (status == SV_OK)
    status = sv_folder_write(f, "client.pem", sv_buf_text(&certificate), err);
  if (status == SV_OK)
    status = sv_folder_write(f, "client-key.pem", sv_buf_text(&key), err);
  sv_buf_free(&certificate);
  sv_buf_free(&key);
  return status;
}

enum sv_status sv_client_write(const struct sv_folder *f, const struct sv_service *s,
                               struct sv_error *err)
{
  for (size_t i = 0; i < TOKENS; i++)
    SV_TRY(write_token(f, s, &tokens[i], err));
  for (size_t i = 0; i < GRANTS; i++)
    SV_TRY(write_grant(f, s, i, err));
  for (size_t i = 0; i < REQUESTS; i++)
    SV_TRY(write_request(f, s, &requests[i], err));
  SV_TRY(write_log(f, s, err));
  SV_TRY(write_word(f, s, err));
  return write_client(f, s, err);
}

void sv_client_remove(const struct sv_folder *f)
{
  for (size_t i = 0; i < TOKENS; i++)
    sv_folder_drop(f, tokens[i].file);
  for (size_t i = 0; i < GRANTS; i++)
    sv_folder_drop(f, grants[i].file);
  for (size_t i = 0; i < REQUESTS; i++)
    sv_folder_drop(f, requests[i].file);
  sv_folder_drop(f, "token-log");
  sv_folder_drop(f, "client-word");
  sv_folder_drop(f, "client.pem");
  sv_folder_drop(f, "client-key.pem");
}

void sv_client_list(const struct sv_folder *f, const struct sv_service *s, struct sv_buf *out)
{
  sv_buf_addf(out,
              "  \"credentials\": {\n    \"klient\": { \"type\": \"mtls\", \"certificate\": "
              "\"file:%s/client.pem\", \"key\": \"file:%s/client-key.pem\", \"origin\": \"%s\" },\n"
              "    \"innsyn\": { \"type\": \"basic\", \"user\": \"" SV_CLIENT_ID "\", "
                                                                                 "\"password\": "
              "\"file:%s/client-word\", \"origin\": \"%s\" }",
              f->path, f->path, s->base, f->path, s->base);
  for (size_t i = 0; i < TOKENS; i++) {
    sv_buf_addf(out, ",\n    \"%s\": { \"type\": \"bearer\", \"token\": \"file:%s/%s\"",
                tokens[i].file, f->path, tokens[i].file);
    if (tokens[i].purpose)
      sv_buf_addf(out, ", \"purpose\": \"%s\" }", tokens[i].purpose);
    else
      sv_buf_addf(out, ", \"origin\": \"%s\" }", s->base);
  }
  sv_buf_adds(out, "\n  },\n  \"documents\": [");
  for (size_t i = 0; i < GRANTS; i++)
    sv_buf_addf(out, "%s\n    { \"id\": \"%s\", \"kind\": \"jwt-grant\", \"file\": \"%s/%s\" }",
                i ? "," : "", grants[i].file, f->path, grants[i].file);
  for (size_t i = 0; i < REQUESTS; i++)
    sv_buf_addf(out, ",\n    { \"id\": \"%s\", \"kind\": \"token-request\", \"file\": \"%s/%s\" }",
                requests[i].file, f->path, requests[i].file);
  sv_buf_addf(out,
              ",\n    { \"id\": \"token-log\", \"kind\": \"issuer-log\", \"file\": "
              "\"%s/token-log\" }",
              f->path);
}

enum sv_status sv_client_dates(const struct sv_service *s, struct sv_buf *text)
{
  static const struct {
    const char *place;
    long days;
  } dates[] = { { "{{a-month-ago}}", 30 },
                { "{{eleven-months-ago}}", 345 },
                { "{{two-years-ago}}", 730 } };
  for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
    const time_t then = s->started - dates[i].days * 86400;
    struct tm tm;
    char date[16];
    if (!gmtime_r(&then, &tm) || strftime(date, sizeof date, "%Y-%m-%d", &tm) == 0)
      return SV_INTERNAL;
    sv_text_replace(text, dates[i].place, date);
  }
  return text->failed;
}
