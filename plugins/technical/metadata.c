// SPDX-License-Identifier: Apache-2.0
/* Metadata of authorization servers (RFC 8414) and OpenID providers (Discovery 1.0). */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

/* The metadata as an object, or NULL with an outcome. New reference. */
static json_t *get_metadata(struct sv_ctx *ctx, const struct sv_response **r,
                            enum sv_outcome *outcome)
{
  *r = tec_get(ctx);
  json_t *j = tec_json_document(ctx, *r, outcome);
  if (j && !json_is_object(j)) {
    json_decref(j);
    j = NULL;
    *outcome = SV_INAPPLICABLE;
  }
  return j;
}

/* TEC-AUT-27 */
enum sv_outcome tec_metadata(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const char *const hint = N_("Serve the metadata as application/json at the well-known address of "
                              "the issuer.");
  if (sv_is_gone(r))
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("The metadata of the issuer is not served: status {status}."),
                    .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = hint);
  enum sv_outcome outcome = tec_judge_ready(ctx, r);
  if (outcome != TEC_READY)
    return outcome;
  json_t *j = tec_json(r, 0, NULL);
  const char *name = json_is_object(j) && tec_is_json(r) ? NULL : "";
  const char *key;
  json_t *value;
  json_object_foreach(j, key, value)
  {
    if (json_is_array(value) && json_array_size(value) == 0)
      name = key;
  }
  outcome = SV_PASSED;
  if (name && *name)
    outcome = tec_fail(ctx, r, tec_arg("member", name),
                       .message = N_("The member {member} of the metadata is an empty array."),
                       .where.json_pointer = ctx->sv->format(ctx, "/%s", name),
                       .expected = N_("members that have values"), .actual = "[]",
                       .hint = N_("Leave out members that have nothing in them (RFC 8414 3.2)."));
  else if (name)
    outcome = tec_fail(ctx, r, NULL,
                       .message = N_("The metadata is not a JSON object sent as application/json."),
                       .where.header = "Content-Type", .expected = "application/json",
                       .actual = sv_header(r, "Content-Type"), .hint = hint);
  json_decref(j);
  return outcome;
}

/* The issuer that the endpoint stands for: what the target says, else the URL without its
 * well-known part. */
static const char *expected_issuer(struct sv_ctx *ctx)
{
  const char *said = tec_sample_text(ctx, "issuer");
  const char *url = tec_endpoint_url(ctx);
  const char *cut = strstr(url, "/.well-known/");
  if (said)
    return said;
  if (!cut)
    return url;
  const char *tail = strchr(cut + strlen("/.well-known/"), '/');
  return ctx->sv->format(ctx, "%.*s%s", (int)(cut - url), url, tail ? tail : "");
}

static bool is_equal_but_slash(const char *a, const char *b)
{
  size_t n = strlen(a);
  size_t m = strlen(b);
  n -= n > 0 && a[n - 1] == '/';
  m -= m > 0 && b[m - 1] == '/';
  return n == m && memcmp(a, b, n) == 0;
}

/* TEC-AUT-28 */
enum sv_outcome tec_issuer(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = get_metadata(ctx, &r, &outcome);
  if (!j)
    return outcome;
  const char *expected = expected_issuer(ctx);
  const char *issuer = json_string_value(json_object_get(j, "issuer"));
  outcome = SV_PASSED;
  if (issuer)
    sv_tell(ctx, .subject = "service", .predicate = "issuer", .value = issuer, .where.url = r->url,
            .where.json_pointer = "/issuer", .evidence = r->evidence);
  if (!issuer || !is_equal_but_slash(issuer, expected))
    outcome = tec_fail(ctx, r, tec_arg("issuer", issuer ? issuer : ""),
                       .message = N_("The metadata is of another issuer than the one asked: "
                                     "'{issuer}'."),
                       .where.json_pointer = "/issuer", .expected = expected,
                       .actual = issuer ? issuer : "",
                       .hint = N_("Write issuer exactly as clients have it, slash at the end "
                                  "included."));
  json_decref(j);
  return outcome;
}

/* TEC-AUT-28, RFC 8414 section 3.3: compared letter by letter */
enum sv_outcome tec_issuer_slash(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  /* A well-known address does not tell whether the issuer ends in a slash. */
  if (strstr(tec_endpoint_url(ctx), "/.well-known/") && !tec_sample_text(ctx, "issuer"))
    return SV_INAPPLICABLE;
  json_t *j = get_metadata(ctx, &r, &outcome);
  if (!j)
    return outcome;
  const char *expected = expected_issuer(ctx);
  const char *issuer = json_string_value(json_object_get(j, "issuer"));
  if (!issuer || !is_equal_but_slash(issuer, expected))
    outcome = SV_INAPPLICABLE; /* another issuer is the matter of technical.auth.issuer */
  else if (strcmp(issuer, expected) == 0)
    outcome = SV_PASSED;
  else
    outcome = tec_fail(ctx, r, tec_arg("issuer", issuer),
                       .message = N_("'{issuer}' and the issuer that clients have differ by a "
                                     "slash at the end."),
                       .where.json_pointer = "/issuer", .expected = expected, .actual = issuer,
                       .hint = N_("Write issuer exactly as clients have it, slash at the end "
                                  "included."));
  json_decref(j);
  return outcome;
}

/* TEC-AUT-29 */
enum sv_outcome tec_https_endpoints(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = get_metadata(ctx, &r, &outcome);
  if (!j)
    return outcome;
  outcome = SV_INAPPLICABLE;
  const char *key;
  json_t *value;
  json_object_foreach(j, key, value)
  {
    if (!sv_ends_with(key, "_endpoint") && strcmp(key, "jwks_uri") != 0)
      continue;
    const char *url = json_string_value(value);
    if (outcome == SV_INAPPLICABLE)
      outcome = SV_PASSED;
    if (!url || !sv_starts_with(url, "https://") || !sv_uri_is_absolute(url, strlen(url), false))
      outcome = tec_fail(ctx, r, tec_arg("member", key),
                         .message = N_("{member} is not an https address."),
                         .where.json_pointer = ctx->sv->format(ctx, "/%s", key),
                         .expected = "https://", .actual = url ? url : "",
                         .hint = N_("Write every address in the metadata in full, with https."));
  }
  json_decref(j);
  return outcome;
}

/* TEC-AUT-31 */
enum sv_outcome tec_discovery(struct sv_ctx *ctx)
{
  static const char *const texts[] = { "issuer", "authorization_endpoint", "jwks_uri" };
  static const char *const lists[] = { "response_types_supported", "subject_types_supported",
                                       "id_token_signing_alg_values_supported" };
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = get_metadata(ctx, &r, &outcome);
  if (!j)
    return outcome;
  const char *missing = NULL;
  for (size_t i = 0; i < 3; i++) {
    if (!missing && json_string_length(json_object_get(j, texts[i])) == 0)
      missing = texts[i];
    if (!missing && json_array_size(json_object_get(j, lists[i])) == 0)
      missing = lists[i];
  }
  outcome = SV_PASSED;
  if (missing)
    outcome = tec_fail(ctx, r, tec_arg("member", missing),
                       .message = N_("The discovery document has no {member}."),
                       .where.json_pointer = ctx->sv->format(ctx, "/%s", missing),
                       .expected = missing, .actual = "",
                       .hint = N_("Add the member; OpenID Connect Discovery 1.0 section 3 requires "
                                  "it."));
  json_decref(j);
  return outcome;
}

/* Whether the array member NAME of J has TEXT, or a word of an element is TEXT. */
static bool lists(const json_t *j, const char *name, const char *text)
{
  const size_t size = strlen(text);
  size_t i;
  json_t *v;
  json_array_foreach(json_object_get(j, name), i, v)
  {
    const char *p = json_string_value(v);
    for (; p && *p; p += strcspn(p, " ")) {
      p += strspn(p, " ");
      if (strcspn(p, " ") == size && memcmp(p, text, size) == 0)
        return true;
    }
  }
  return false;
}

/* The array member as text, for a finding. */
static const char *show(struct sv_ctx *ctx, const json_t *j, const char *name)
{
  char *text = json_dumps(json_object_get(j, name), JSON_COMPACT | JSON_ENCODE_ANY);
  const char *copy = ctx->sv->format(ctx, "%s", text ? text : "");
  free(text);
  return copy;
}

/* One rule about an array member: it must have WANTED, or must not have any of UNWANTED. */
struct rule {
  const char *member;
  const char *wanted;
  const char *unwanted[3];
  bool absent_is_fault;
  const char *message, *expected, *hint;
};

static enum sv_outcome judge_rule(struct sv_ctx *ctx, const struct rule *rule)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = get_metadata(ctx, &r, &outcome);
  if (!j)
    return outcome;
  const bool there = json_is_array(json_object_get(j, rule->member));
  bool fault = rule->wanted && !lists(j, rule->member, rule->wanted);
  for (size_t i = 0; i < 3 && rule->unwanted[i]; i++)
    fault |= lists(j, rule->member, rule->unwanted[i]);
  outcome = SV_PASSED;
  if (!there && !rule->absent_is_fault)
    outcome = SV_INAPPLICABLE;
  else if (fault)
    outcome = tec_fail(ctx, r, NULL, .message = rule->message,
                       .where.json_pointer = ctx->sv->format(ctx, "/%s", rule->member),
                       .expected = rule->expected, .actual = show(ctx, j, rule->member),
                       .hint = rule->hint);
  json_decref(j);
  return outcome;
}

/* Whether everything in the array member NAME of J begins with PREFIX. */
static bool lists_only(const json_t *j, const char *name, const char *prefix)
{
  const json_t *list = json_object_get(j, name);
  size_t i;
  json_t *v;
  json_array_foreach(list, i, v)
  {
    const char *text = json_string_value(v);
    if (!text || !sv_starts_with(text, prefix))
      return false;
  }
  return json_array_size(list) > 0;
}

/* TEC-AUT-32 */
enum sv_outcome tec_signed_id_tokens(struct sv_ctx *ctx)
{
  static const struct rule rule = {
    .member = "id_token_signing_alg_values_supported",
    .unwanted = { "none", NULL },
    .message = N_("ID tokens without a signature are offered."),
    .expected = N_("no algorithm called none"),
    .hint = N_("Take none out of id_token_signing_alg_values_supported, and refuse to issue such "
               "tokens."),
  };
  enum sv_outcome outcome = judge_rule(ctx, &rule);
  const struct sv_response *r;
  json_t *j = outcome == SV_PASSED ? get_metadata(ctx, &r, &outcome) : NULL;
  if (j && lists_only(j, rule.member, "HS"))
    outcome =
        tec_fail(ctx, r, NULL, .message = N_("ID tokens are signed with a shared secret only."),
                 .where.json_pointer = "/id_token_signing_alg_values_supported",
                 .expected = "RS256", .actual = show(ctx, j, rule.member),
                 .hint = N_("Offer RS256 or ES256, whose keys clients can read."));
  else if (j)
    outcome = SV_PASSED;
  json_decref(j);
  return outcome;
}

/* TEC-AUT-33, beside S256 */
enum sv_outcome tec_plain_pkce(struct sv_ctx *ctx)
{
  static const struct rule rule = {
    .member = "code_challenge_methods_supported",
    .unwanted = { "plain", NULL },
    .message = N_("PKCE without a hash is offered."),
    .expected = "[\"S256\"]",
    .hint = N_("Take plain out of code_challenge_methods_supported."),
  };
  return judge_rule(ctx, &rule);
}

/* TEC-AUT-33 */
enum sv_outcome tec_pkce(struct sv_ctx *ctx)
{
  static const struct rule rule = {
    .member = "code_challenge_methods_supported",
    .wanted = "S256",
    .absent_is_fault = true,
    .message = N_("PKCE with S256 is not offered."),
    .expected = "S256",
    .hint = N_("Support PKCE with S256 and list it in code_challenge_methods_supported."),
  };
  return judge_rule(ctx, &rule);
}

/* TEC-AUT-66 */
enum sv_outcome tec_no_password(struct sv_ctx *ctx)
{
  static const struct rule rule = {
    .member = "grant_types_supported",
    .unwanted = { "password", NULL },
    .message = N_("The password grant is offered."),
    .expected = N_("no grant called password"),
    .hint = N_("Turn the password grant off; let people sign in at the issuer instead."),
  };
  return judge_rule(ctx, &rule);
}

/* TEC-AUT-67, by response type */
enum sv_outcome tec_no_implicit(struct sv_ctx *ctx)
{
  static const struct rule rule = {
    .member = "response_types_supported",
    .unwanted = { "token", NULL },
    .message = N_("The implicit grant is offered: access tokens come back in the address."),
    .expected = N_("no response type with token"),
    .hint = N_("Offer the code flow with PKCE only."),
  };
  return judge_rule(ctx, &rule);
}

/* TEC-AUT-68 */
enum sv_outcome tec_client_keys(struct sv_ctx *ctx)
{
  static const char *const methods[] = { "private_key_jwt", "tls_client_auth",
                                         "self_signed_tls_client_auth" };
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = get_metadata(ctx, &r, &outcome);
  if (!j)
    return outcome;
  /* Where tokens are had by a signed grant, the grant is the proof. */
  bool offered = strcmp(tec_kind(ctx), "oauth") == 0 &&
                 lists(j, "grant_types_supported", "urn:ietf:params:oauth:grant-type:jwt-bearer");
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
    offered |= lists(j, "token_endpoint_auth_methods_supported", methods[i]);
  outcome = SV_PASSED;
  if (!offered)
    outcome = tec_fail(ctx, r, NULL,
                       .message = N_("Clients can only prove themselves by a shared secret."),
                       .where.json_pointer = "/token_endpoint_auth_methods_supported",
                       .expected = "private_key_jwt",
                       .actual = show(ctx, j, "token_endpoint_auth_methods_supported"),
                       .hint = N_("Offer private_key_jwt or client certificates at the token "
                                  "endpoint."));
  json_decref(j);
  return outcome;
}
