// SPDX-License-Identifier: Apache-2.0
/* Clients as their token requests show them, written down by an issuer that only listened; and how
 * old their keys are. */
#include "plugins/technical/checks.h"
#include "plugins/technical/handed.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"

#include <string.h>

enum { DAY = 86400, YEAR_DAYS = 365, WARN_DAYS = 335 };

#define JWT_BEARER "urn:ietf:params:oauth:grant-type:jwt-bearer"
#define CLIENT_ASSERTION "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

static const char *text_of(const json_t *j, const char *name)
{
  const char *text = json_string_value(json_object_get(j, name));
  return text ? text : "";
}

static bool is_form(const json_t *request)
{
  const char *type = text_of(json_object_get(request, "headers"), "content-type");
  return sv_equal_nocase_n(type, strcspn(type, "; "), "application/x-www-form-urlencoded");
}

/* What in a request for a grant by JWT is not as it should be: a pointer, or NULL. */
static const char *fault_of(const json_t *request)
{
  const json_t *form = json_object_get(request, "form");
  if (strcmp(text_of(request, "method"), "POST") != 0)
    return "/method";
  if (!is_form(request))
    return "/headers/content-type";
  if (!json_is_object(json_object_get(form, "assertion")))
    return "/form/assertion";
  if (json_object_get(json_object_get(request, "headers"), "authorization"))
    return "/headers/authorization";
  return json_object_get(form, "client_secret") ? "/form/client_secret" : NULL;
}

/* TEC-AUT-54: of requests that bring a JWT as their grant. */
enum sv_outcome tec_request_form(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *j = tec_handed(ctx, &a, &outcome);
  if (!j)
    return outcome;
  const json_t *form = json_object_get(j, "form");
  const bool is_grant =
      strcmp(text_of(form, "grant_type"), JWT_BEARER) == 0 || json_object_get(form, "assertion");
  const char *fault = is_grant ? fault_of(j) : NULL;
  if (is_grant && !fault && strcmp(text_of(form, "grant_type"), JWT_BEARER) != 0)
    fault = "/form/grant_type";
  outcome = is_grant ? SV_PASSED : SV_INAPPLICABLE;
  if (fault)
    outcome = TEC_HANDED_FAULT(
        ctx, a, fault,
        .message = N_("The token request is not a form with grant_type and "
                      "assertion alone: {member}."),
        .expected = N_("POST of application/x-www-form-urlencoded, without "
                       "other proof of the client"),
        .actual = tec_handed_show(ctx, json_object_get(form, strrchr(fault, '/') + 1)),
        .hint = N_("Send grant_type and assertion in a form; the grant is "
                   "the proof of who asks."));
  json_decref(j);
  return outcome;
}

/* Whether AUD, a text or a list, has the address of the issuer or of its token endpoint. */
static bool is_for_issuer(const json_t *aud, const char *host)
{
  size_t i;
  json_t *v;
  if (json_is_string(aud)) {
    const char *url = json_string_value(aud);
    return sv_starts_with(url, "http") && strstr(url, "://") &&
           strncmp(strstr(url, "://") + 3, host, strlen(host)) == 0;
  }
  json_array_foreach(aud, i, v)
  {
    if (json_is_string(v) && is_for_issuer(v, host))
      return true;
  }
  return false;
}

static const char *assertion_fault(const json_t *request, const json_t *assertion)
{
  const json_t *form = json_object_get(request, "form");
  const json_t *claims = json_object_get(assertion, "claims");
  const char *client = text_of(form, "client_id");
  const char *sub = text_of(claims, "sub");
  const json_t *exp = json_object_get(claims, "exp");
  const json_t *iat = json_object_get(claims, "iat");
  const char *host = text_of(json_object_get(request, "headers"), "host");
  if (strcmp(text_of(form, "client_assertion_type"), CLIENT_ASSERTION) != 0)
    return "/form/client_assertion_type";
  if (!*sub || strcmp(sub, text_of(claims, "iss")) != 0 || (*client && strcmp(sub, client) != 0))
    return "/form/client_assertion/claims/sub";
  if (!*host || !is_for_issuer(json_object_get(claims, "aud"), host))
    return "/form/client_assertion/claims/aud";
  if (!json_is_number(exp) || (iat && json_number_value(exp) <= json_number_value(iat)))
    return "/form/client_assertion/claims/exp";
  return NULL;
}

/* TEC-AUT-62: a client that proves itself by a secret is another matter. */
enum sv_outcome tec_client_assertion(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *j = tec_handed(ctx, &a, &outcome);
  if (!j)
    return outcome;
  const json_t *form = json_object_get(j, "form");
  const json_t *assertion = json_object_get(form, "client_assertion");
  const char *fault = assertion ? assertion_fault(j, assertion) : NULL;
  outcome = assertion ? SV_PASSED : SV_INAPPLICABLE;
  if (fault)
    outcome = TEC_HANDED_FAULT(
        ctx, a, fault, .message = N_("The client's proof of itself has a wrong {member}."),
        .expected = N_("client_assertion_type for JWT, iss = sub = client_id, aud of the issuer, "
                       "exp after iat"),
        .actual = tec_handed_show(
            ctx, json_object_get(json_object_get(assertion, "claims"), strrchr(fault, '/') + 1)),
        .hint = N_("Follow RFC 7523 section 3; aud is the issuer or its token endpoint."));
  json_decref(j);
  return outcome;
}

/* The age in days of the client's key, or -1 when the target does not tell when it was registered.
 */
static int64_t key_age(struct sv_ctx *ctx, const char **date)
{
  int64_t day = 0;
  *date = tec_sample_text(ctx, "client-key-registered");
  if (!*date || !sv_date_parse(*date, strlen(*date), &day))
    return -1;
  return ctx->sv->now(ctx) / DAY - day;
}

static enum sv_outcome key_fault(struct sv_ctx *ctx, const char *date, int64_t age)
{
  return tec_fail(ctx, NULL, tec_arg_number("days", age),
                  .message = N_("The client's key was registered {days} days ago."),
                  .where.json_pointer = "/samples/client-key-registered",
                  .expected = N_("less than a year"), .actual = date,
                  .hint = N_("Register a new key now, change over to it, then take the old one "
                             "away; set a reminder for next year."));
}

/* TEC-AUT-56 */
enum sv_outcome tec_client_key(struct sv_ctx *ctx)
{
  const char *date;
  const int64_t age = key_age(ctx, &date);
  if (age < 0)
    return SV_INAPPLICABLE;
  return age <= YEAR_DAYS ? SV_PASSED : key_fault(ctx, date, age);
}

/* TEC-AUT-56, a month ahead. */
enum sv_outcome tec_client_key_soon(struct sv_ctx *ctx)
{
  const char *date;
  const int64_t age = key_age(ctx, &date);
  if (age < 0 || age > YEAR_DAYS)
    return SV_INAPPLICABLE;
  return age < WARN_DAYS ? SV_PASSED : key_fault(ctx, date, age);
}
