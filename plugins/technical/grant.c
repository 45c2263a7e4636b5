// SPDX-License-Identifier: Apache-2.0
/* Grants by signed JWT as Maskinporten takes them. The signature never comes here; what the runner
 * found out about it does. There is no sub, though RFC 7523 asks for one: Maskinporten does not. */
#include "plugins/technical/checks.h"
#include "plugins/technical/handed.h"
#include "plugins/technical/issuer.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/base/uri.h"
#include "engines/http/fields.h"
#include "engines/jose/certificate.h"

#include <stdlib.h>
#include <string.h>

enum { LIFE_MOST = 120, CLOCK_MOST = 10, SLOW_RUN = 60, CERTIFICATE_ARENA = 1 << 20 };

struct grant {
  const struct sv_artifact *a;
  json_t *document;
  const json_t *header, *claims;
};

typedef enum sv_outcome judge_grant(struct sv_ctx *ctx, const struct grant *g);

static enum sv_outcome judge(struct sv_ctx *ctx, judge_grant *f)
{
  enum sv_outcome outcome;
  struct grant g = { .document = tec_handed(ctx, &g.a, &outcome) };
  if (!g.document)
    return outcome;
  g.header = json_object_get(g.document, "header");
  g.claims = json_object_get(g.document, "claims");
  outcome = json_is_object(g.header) && json_is_object(g.claims)
                ? f(ctx, &g)
                : TEC_HANDED_FAULT(ctx, g.a, "/claims",
                                   .message = N_("The grant has no header or no {member}."),
                                   .expected = N_("a JWT with header and claims"), .actual = "",
                                   .hint = N_("Hand over the grant as the client made it."));
  json_decref(g.document);
  return outcome;
}

static const char *text_of(const json_t *j, const char *name)
{
  const char *text = json_string_value(json_object_get(j, name));
  return text ? text : "";
}

static const char *show(struct sv_ctx *ctx, const json_t *j, const char *name)
{
  return tec_handed_show(ctx, json_object_get(j, name));
}

/* --- TEC-AUT-43 */

static enum sv_outcome judge_header(struct sv_ctx *ctx, const struct grant *g)
{
  const char *alg = text_of(g->header, "alg");
  const bool kid = *text_of(g->header, "kid");
  const bool x5c = json_object_get(g->header, "x5c") != NULL;
  if (strcmp(alg, "RS256") != 0 && strcmp(alg, "RS384") != 0 && strcmp(alg, "RS512") != 0)
    return TEC_HANDED_FAULT(ctx, g->a, "/header/alg",
                            .message = N_("The grant is not signed with RS256, RS384 or RS512."),
                            .expected = "RS256", .actual = alg, .hint = N_("Sign with RS256."));
  if (kid != x5c)
    return SV_PASSED;
  return TEC_HANDED_FAULT(
      ctx, g->a, "/header", .message = N_("The grant does not name its key in exactly one way."),
      .expected = N_("either kid or x5c"), .actual = show(ctx, g->document, "header"),
      .hint = N_("Write kid when the key is registered on the client, else "
                 "x5c."));
}

enum sv_outcome tec_grant_header(struct sv_ctx *ctx)
{
  return judge(ctx, judge_header);
}

/* --- TEC-AUT-44 */

static enum sv_outcome judge_certificate(struct sv_ctx *ctx, const struct grant *g,
                                         const char *text)
{
  struct sv_arena arena = SV_ARENA(CERTIFICATE_ARENA);
  struct sv_x5c x;
  const enum sv_status status = sv_x5c_read(text, &arena, &x);
  const int64_t made = json_integer_value(json_object_get(g->claims, "iat"));
  sv_arena_free(&arena);
  const char *hint = N_("Put the business certificate first, as base64 of its DER, and sign with "
                        "its key.");
  if (status != SV_OK)
    return TEC_HANDED_FAULT(ctx, g->a, "/header/x5c/0",
                            .message = N_("The first element of x5c is no certificate in base64."),
                            .expected = N_("base64 of DER, not base64url, not PEM"),
                            .actual = ctx->sv->format(ctx, "%.40s", text), .hint = hint);
  if (made < x.not_before || made > x.not_after)
    return TEC_HANDED_FAULT(ctx, g->a, "/header/x5c/0",
                            .message = N_("The certificate in x5c was not valid when the grant was "
                                          "made."),
                            .expected = N_("a certificate in force"), .actual = "",
                            .hint = N_("Renew the business certificate."));
  if (strcmp(text_of(g->document, "signature"), "bad") == 0)
    return TEC_HANDED_FAULT(ctx, g->a, "/header/x5c/0",
                            .message = N_("The grant is not signed by the certificate in x5c."),
                            .expected = N_("a signature by that certificate's key"),
                            .actual = "bad", .hint = hint);
  return SV_PASSED;
}

static enum sv_outcome judge_x5c(struct sv_ctx *ctx, const struct grant *g)
{
  const json_t *chain = json_object_get(g->header, "x5c");
  if (!chain)
    return SV_INAPPLICABLE;
  const char *first = json_string_value(json_array_get(chain, 0));
  if (json_is_array(chain) && first)
    return judge_certificate(ctx, g, first);
  return TEC_HANDED_FAULT(ctx, g->a, "/header/x5c", .message = N_("{member} is no array of texts."),
                          .expected = "[\"MII...\"]",
                          .actual = ctx->sv->format(ctx, "%.40s", show(ctx, g->header, "x5c")),
                          .hint = N_("Write x5c as an array, also with one certificate in it."));
}

enum sv_outcome tec_grant_x5c(struct sv_ctx *ctx)
{
  return judge(ctx, judge_x5c);
}

/* --- TEC-AUT-45 */

static enum sv_outcome judge_claims(struct sv_ctx *ctx, const struct grant *g)
{
  static const char *const texts[] = { "aud", "iss", "scope" };
  static const char *const numbers[] = { "iat", "exp" };
  const char *wrong = NULL;
  for (size_t i = 0; i < 3 && !wrong; i++)
    wrong = *text_of(g->claims, texts[i]) ? NULL : texts[i];
  for (size_t i = 0; i < 2 && !wrong; i++)
    wrong = json_is_number(json_object_get(g->claims, numbers[i])) ? NULL : numbers[i];
  if (!wrong)
    return SV_PASSED;
  return TEC_HANDED_FAULT(ctx, g->a, ctx->sv->format(ctx, "/claims/%s", wrong),
                          .message = N_("The grant has no {member}, or not of the right type."),
                          .expected = N_("aud, iss and scope as texts, iat and exp as numbers"),
                          .actual = show(ctx, g->claims, wrong),
                          .hint = N_("Write all five claims; times are seconds since 1970."));
}

enum sv_outcome tec_grant_claims(struct sv_ctx *ctx)
{
  return judge(ctx, judge_claims);
}

/* TEC-AUT-45, what is recommended */
static enum sv_outcome judge_jti(struct sv_ctx *ctx, const struct grant *g)
{
  if (*text_of(g->claims, "jti"))
    return SV_PASSED;
  return TEC_HANDED_FAULT(ctx, g->a, "/claims/jti", .message = N_("The grant has no {member}."),
                          .expected = N_("a value of its own for each grant"), .actual = "",
                          .hint = N_("Write a new UUID in jti each time."));
}

enum sv_outcome tec_grant_jti(struct sv_ctx *ctx)
{
  return judge(ctx, judge_jti);
}

/* --- TEC-AUT-46 */

/* The issuer of the target's environment: what the target says, else Maskinporten's. */
static const char *wanted_issuer(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  *outcome = TEC_READY;
  const char *said = tec_sample_text(ctx, "issuer");
  const char *own = said ? said : tec_target_issuer(ctx, "oauth", outcome);
  const char *where = json_string_value(json_object_get(ctx->sv->target(ctx), "environment"));
  if (own || *outcome != TEC_READY)
    return own;
  return where && strcmp(where, "production") == 0 ? "https://maskinporten.no/"
                                                   : "https://test.maskinporten.no/";
}

static enum sv_outcome judge_aud(struct sv_ctx *ctx, const struct grant *g)
{
  enum sv_outcome outcome;
  const char *wanted = wanted_issuer(ctx, &outcome);
  if (!wanted)
    return outcome;
  if (strcmp(text_of(g->claims, "aud"), wanted) == 0)
    return SV_PASSED;
  return TEC_HANDED_FAULT(ctx, g->a, "/claims/aud",
                          .message = N_("The grant is for another issuer than the environment's."),
                          .expected = wanted, .actual = show(ctx, g->claims, "aud"),
                          .hint = N_("Take aud from issuer in the well-known metadata, slash at "
                                     "the "
                                     "end included."));
}

enum sv_outcome tec_grant_aud(struct sv_ctx *ctx)
{
  return judge(ctx, judge_aud);
}

/* --- TEC-AUT-47 */

static enum sv_outcome judge_life(struct sv_ctx *ctx, const struct grant *g)
{
  const json_t *exp = json_object_get(g->claims, "exp");
  const json_t *iat = json_object_get(g->claims, "iat");
  if (!json_is_number(exp) || !json_is_number(iat))
    return SV_INAPPLICABLE;
  const double life = json_number_value(exp) - json_number_value(iat);
  if (life > 0 && life <= LIFE_MOST)
    return SV_PASSED;
  return TEC_HANDED_FAULT(ctx, g->a, "/claims/exp",
                          .message = N_("The grant does not live for 1 to 120 seconds."),
                          .expected = "120",
                          .actual = ctx->sv->format(ctx, "%s - %s", show(ctx, g->claims, "exp"),
                                                    show(ctx, g->claims, "iat")),
                          .hint = N_("Set exp to at most iat + 120, and make a new grant for each "
                                     "token."));
}

enum sv_outcome tec_grant_life(struct sv_ctx *ctx)
{
  return judge(ctx, judge_life);
}

/* --- TEC-AUT-48 */

/* How far the issuer's clock was ahead of ours when its metadata were read: the time since the run
 * began is in it, which is little. False without a Date to go by. */
static bool issuer_clock(struct sv_ctx *ctx, int64_t *ahead)
{
  const struct sv_response *r;
  json_t *j = tec_issuer_metadata(ctx, 0, &r);
  const char *date = j ? sv_header(r, "Date") : NULL;
  int64_t seconds = 0;
  json_decref(j);
  if (!date || !sv_http_date_parse(date, strlen(date), ctx->sv->now(ctx), &seconds))
    return false;
  *ahead = seconds - ctx->sv->now(ctx);
  return true;
}

/* A grant whose file was written right before the run tells what the client's clock says; a stored
 * one does not. */
static enum sv_outcome judge_clock(struct sv_ctx *ctx, const struct grant *g)
{
  const json_t *written = json_object_get(g->document, "written");
  const json_t *iat = json_object_get(g->claims, "iat");
  const int64_t age = ctx->sv->now(ctx) - json_integer_value(written);
  int64_t ahead = 0;
  if (!json_is_integer(written) || !json_is_integer(iat) || age < 0 || age > LIFE_MOST ||
      !issuer_clock(ctx, &ahead))
    return SV_INAPPLICABLE;
  const int64_t off = json_integer_value(iat) - json_integer_value(written) - ahead;
  if (off > -CLOCK_MOST && off < CLOCK_MOST)
    return SV_PASSED;
  const char *seen = ctx->sv->format(ctx, "%lld s", (long long)off);
  if (off < 0 && off > -SLOW_RUN)
    return tec_unsure(ctx, NULL, SV_TOOL, NULL,
                      .message = N_("The issuer answered too late to compare its clock with the "
                                    "grant's."),
                      .where.file = g->a->url, .actual = seen, .evidence = g->a->evidence,
                      .hint = N_("Run again with the grant alone, right after it was made."));
  return TEC_HANDED_FAULT(ctx, g->a, "/claims/iat",
                          .message = N_("The clock that set {member} is not the issuer's."),
                          .expected = N_("less than 10 seconds off"), .actual = seen,
                          .hint = N_("Let the machine keep its clock by NTP."));
}

enum sv_outcome tec_grant_clock(struct sv_ctx *ctx)
{
  return judge(ctx, judge_clock);
}

/* --- TEC-AUT-49 */

/* Whether another grant of the target, before this one, has the same jti. */
static bool is_repeated(struct sv_ctx *ctx, const struct grant *g, const char *jti)
{
  const struct sv_artifact *a;
  bool same = false;
  for (size_t n = 0; !same && (a = ctx->sv->artifact(ctx, tec_kind(ctx), n)) && a != g->a; n++) {
    json_t *j = json_loadb(a->data, a->size, 0, NULL);
    same = strcmp(text_of(json_object_get(j, "claims"), "jti"), jti) == 0;
    json_decref(j);
  }
  return same;
}

static enum sv_outcome judge_once(struct sv_ctx *ctx, const struct grant *g)
{
  const char *jti = text_of(g->claims, "jti");
  if (!*jti || !ctx->sv->artifact(ctx, tec_kind(ctx), 1))
    return SV_INAPPLICABLE;
  if (!is_repeated(ctx, g, jti))
    return SV_PASSED;
  return TEC_HANDED_FAULT(ctx, g->a, "/claims/jti",
                          .message = N_("Two grants have the same {member}."),
                          .expected = N_("a value of its own for each grant"), .actual = jti,
                          .hint = N_("Make a new grant, with a new jti, for each token."));
}

enum sv_outcome tec_grant_once(struct sv_ctx *ctx)
{
  return judge(ctx, judge_once);
}

/* --- TEC-AUT-50 */

static enum sv_outcome judge_scope(struct sv_ctx *ctx, const struct grant *g)
{
  const char *scope = text_of(g->claims, "scope");
  const size_t first = strspn(scope, " ");
  const size_t size = strcspn(scope + first, " ");
  if (size == 0)
    return SV_INAPPLICABLE;
  if (strspn(scope + first + size, " ") == strlen(scope + first + size))
    return SV_PASSED;
  return TEC_HANDED_FAULT(ctx, g->a, "/claims/scope",
                          .message = N_("The grant asks for several scopes in one token."),
                          .expected = N_("one scope"), .actual = scope,
                          .hint = N_("Ask for a token for each API, with the one scope that it "
                                     "needs."));
}

enum sv_outcome tec_grant_scope(struct sv_ctx *ctx)
{
  return judge(ctx, judge_scope);
}

/* --- TEC-AUT-51 */

static enum sv_outcome judge_delegation(struct sv_ctx *ctx, const struct grant *g)
{
  const json_t *target = ctx->sv->target(ctx);
  const char *own = text_of(json_object_get(target, "organisation"), "orgnr");
  const char *consumer = text_of(g->claims, "consumer_org");
  const json_t *odd = json_object_get(g->claims, "consumer_orgno");
  const bool both = json_object_get(g->claims, "consumer_org") && json_object_get(g->claims, "iss_"
                                                                                             "onbeh"
                                                                                             "alfo"
                                                                                             "f");
  const char *hint = N_("Write the customer's organisation number in consumer_org, and leave "
                        "iss_onbehalfof out.");
  if (both || odd)
    return TEC_HANDED_FAULT(
        ctx, g->a, both ? "/claims/iss_onbehalfof" : "/claims/consumer_orgno",
        .message = N_("{member} has no place in the grant."), .expected = "consumer_org",
        .actual = show(ctx, g->claims, both ? "iss_onbehalfof" : "consumer_orgno"), .hint = hint);
  if (!json_object_get(g->claims, "consumer_org"))
    return SV_INAPPLICABLE;
  if (sv_orgnr_valid(consumer) && strcmp(consumer, own) != 0)
    return SV_PASSED;
  return TEC_HANDED_FAULT(ctx, g->a, "/claims/consumer_org",
                          .message = N_("{member} is not the number of another organisation."),
                          .expected = N_("nine digits, and not the client's own"),
                          .actual = show(ctx, g->claims, "consumer_org"), .hint = hint);
}

enum sv_outcome tec_grant_delegation(struct sv_ctx *ctx)
{
  return judge(ctx, judge_delegation);
}

/* --- TEC-AUT-52 */

static enum sv_outcome judge_resource(struct sv_ctx *ctx, const struct grant *g)
{
  const json_t *list = json_object_get(g->claims, "resource");
  bool good = json_is_array(list) && json_array_size(list) > 0;
  for (size_t i = 0; i < json_array_size(list); i++)
    good = good && json_string_length(json_array_get(list, i)) > 0;
  if (!list || good)
    return list ? SV_PASSED : SV_INAPPLICABLE;
  return TEC_HANDED_FAULT(
      ctx, g->a, "/claims/resource", .message = N_("{member} is no array of texts."),
      .expected = "[\"https://api.example\"]", .actual = show(ctx, g->claims, "resource"),
      .hint = N_("Write resource as an array, also with one API in it."));
}

enum sv_outcome tec_grant_resource(struct sv_ctx *ctx)
{
  return judge(ctx, judge_resource);
}

/* --- TEC-AUT-53 */

static bool has_only(const json_t *object, const char *const *names, size_t count)
{
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)(uintptr_t)object, key, value)
  {
    size_t i = 0;
    while (i < count && strcmp(names[i], key) != 0)
      i++;
    if (i == count)
      return false;
  }
  return true;
}

static bool is_system_user(const json_t *detail)
{
  static const char *const members[] = { "type", "systemuser_org", "externalRef" };
  static const char *const party[] = { "authority", "ID" };
  const json_t *org = json_object_get(detail, "systemuser_org");
  const char *id = text_of(org, "ID");
  return strcmp(text_of(detail, "type"), "urn:altinn:systemuser") == 0 &&
         has_only(detail, members, 3) && has_only(org, party, 2) &&
         strcmp(text_of(org, "authority"), "iso6523-actorid-upis") == 0 &&
         sv_starts_with(id, "0192:") && sv_orgnr_valid(id + 5);
}

static enum sv_outcome judge_system_user(struct sv_ctx *ctx, const struct grant *g)
{
  const json_t *list = json_object_get(g->claims, "authorization_details");
  if (!list)
    return SV_INAPPLICABLE;
  const bool scope = *text_of(g->claims, "scope");
  if (json_array_size(list) == 1 && is_system_user(json_array_get(list, 0)) && scope)
    return SV_PASSED;
  return TEC_HANDED_FAULT(ctx, g->a, scope ? "/claims/authorization_details" : "/claims/scope",
                          .message = N_("The request for a system user is not well-formed: "
                                        "{member}."),
                          .expected = "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{"
                                      "\"authority\":\"iso6523-actorid-upis\",\"ID\":"
                                      "\"0192:NNNNNNNNN\"}}]",
                          .actual = show(ctx, g->claims, "authorization_details"),
                          .hint = N_("Write one element with type and systemuser_org alone, and "
                                     "ask "
                                     "for a scope as well."));
}

enum sv_outcome tec_grant_system_user(struct sv_ctx *ctx)
{
  return judge(ctx, judge_system_user);
}
