// SPDX-License-Identifier: Apache-2.0
/* Key sets (RFC 7517): form, names, strength, and that no private key lies in the open. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { RSA_BITS = 2048, KEYS_MAX = 100 };

/* The answer with the keys: the endpoint itself, or the jwks_uri of its metadata. NULL with an
 * outcome without one. */
static const struct sv_response *get_keys(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const struct sv_response *r = tec_get(ctx);
  if (strcmp(tec_kind(ctx), "jwks") == 0)
    return r;
  json_t *metadata = tec_json_document(ctx, r, outcome);
  const char *uri = json_string_value(json_object_get(metadata, "jwks_uri"));
  const char *url = uri ? tec_resolve(ctx, r->url, uri) : NULL;
  json_decref(metadata);
  if (metadata && !url)
    *outcome = SV_INAPPLICABLE;
  return url ? sv_http(ctx, .url = url, .follow = 5, .credential = "") : NULL;
}

static const char *member(const json_t *key, const char *name)
{
  const char *v = json_string_value(json_object_get(key, name));
  return v ? v : "";
}

static bool is_base64url(const char *text)
{
  for (const char *p = text; *p; p++)
    if (!sv_is_alnum(*p) && *p != '-' && *p != '_')
      return false;
  return *text != '\0';
}

/* Whether KEY has kty and the members that go with it (RFC 7518 6.2, 6.3, RFC 8037 2). */
static bool is_whole(const json_t *key)
{
  static const struct {
    const char *type, *members[3];
    bool named; /* the first member is a name, not a number */
  } types[] = {
    { "RSA", { "n", "e", NULL }, false },
    { "EC", { "crv", "x", "y" }, true },
    { "OKP", { "crv", "x", NULL }, true },
    { "oct", { NULL, NULL, NULL }, false },
  };
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    if (strcmp(member(key, "kty"), types[i].type) != 0)
      continue;
    for (size_t m = 0; m < 3 && types[i].members[m]; m++)
      if (m == 0 && types[i].named ? !*member(key, types[i].members[m])
                                   : !is_base64url(member(key, types[i].members[m])))
        return false;
    return true;
  }
  return false;
}

/* The array of keys of a well-formed set, or NULL; *BAD is the number of the first key that is not
 * whole. */
static const json_t *keys_of(const json_t *set, size_t *bad)
{
  const json_t *keys = json_object_get(set, "keys");
  *bad = 0;
  if (!json_is_array(keys) || json_array_size(keys) == 0 || json_array_size(keys) > KEYS_MAX)
    return NULL;
  for (; *bad < json_array_size(keys); (*bad)++)
    if (!is_whole(json_array_get(keys, *bad)))
      return NULL;
  return keys;
}

/* TEC-AUT-39 */
enum sv_outcome tec_key_set(struct sv_ctx *ctx)
{
  enum sv_outcome outcome = TEC_READY;
  const struct sv_response *r = get_keys(ctx, &outcome);
  if (!r)
    return outcome;
  if (sv_is_gone(r))
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("There are no keys at the address of the key set (status "
                                  "{status})."),
                    .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = N_("Publish the public keys where jwks_uri says."));
  outcome = tec_judge_ready(ctx, r);
  if (outcome != TEC_READY)
    return outcome;
  json_t *set = tec_json(r, 0, NULL);
  size_t bad;
  outcome = SV_PASSED;
  if (!keys_of(set, &bad))
    outcome = tec_fail(ctx, r, tec_arg_number("number", (int64_t)bad + 1),
                       .message = N_("The key set is not well-formed; key number {number} is the "
                                     "first that is not."),
                       .where.json_pointer = ctx->sv->format(ctx, "/keys/%zu", bad),
                       .expected = N_("an array keys, where each key has kty and what goes with "
                                      "it"),
                       .actual = "",
                       .hint = N_("Write RSA keys with n and e, EC keys with crv, x and y, in "
                                  "base64url (RFC 7518)."));
  json_decref(set);
  return outcome;
}

/* TEC-AUT-39, how the set is labelled: RFC 7517 8.5. */
enum sv_outcome tec_key_set_type(struct sv_ctx *ctx)
{
  enum sv_outcome outcome = TEC_READY;
  const struct sv_response *r = get_keys(ctx, &outcome);
  if (!r)
    return outcome;
  outcome = tec_judge_ready(ctx, r);
  if (outcome != TEC_READY)
    return outcome;
  const char *type = sv_header(r, "Content-Type");
  const size_t size = type ? strcspn(type, "; ") : 0;
  if (type && (sv_equal_nocase_n(type, size, "application/json") ||
               sv_equal_nocase_n(type, size, "application/jwk-set+json")))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The key set is not labelled as one."),
                  .where.header = "Content-Type", .expected = "application/jwk-set+json",
                  .actual = type ? type : "",
                  .hint = N_("Send Content-Type: application/jwk-set+json, or application/json."));
}

/* Applies JUDGE to the key set when it is well-formed. */
static enum sv_outcome
judge_keys(struct sv_ctx *ctx,
           enum sv_outcome (*judge)(struct sv_ctx *, const struct sv_response *, const json_t *))
{
  enum sv_outcome outcome = TEC_READY;
  const struct sv_response *r = get_keys(ctx, &outcome);
  if (!r)
    return outcome;
  json_t *set = tec_json_document(ctx, r, &outcome);
  if (!set)
    return outcome;
  const json_t *keys = json_object_get(set, "keys");
  outcome =
      json_is_array(keys) && json_array_size(keys) > 0 ? judge(ctx, r, keys) : SV_INAPPLICABLE;
  json_decref(set);
  return outcome;
}

static enum sv_outcome judge_names(struct sv_ctx *ctx, const struct sv_response *r,
                                   const json_t *keys)
{
  for (size_t i = 0; i < json_array_size(keys); i++) {
    const json_t *key = json_array_get(keys, i);
    const char *kid = member(key, "kid");
    const char *place = ctx->sv->format(ctx, "/keys/%zu", i);
    if (!*kid || !*member(key, "use"))
      return tec_fail(ctx, r, tec_arg_number("number", (int64_t)i + 1),
                      .message = N_("Key number {number} has no kid or no use."),
                      .where.json_pointer = place, .expected = N_("kid and use in every key"),
                      .actual = "",
                      .hint = N_("Give every key a kid of its own and use sig or enc."));
    for (size_t k = 0; k < i; k++)
      if (strcmp(member(json_array_get(keys, k), "kid"), kid) == 0)
        return tec_fail(ctx, r, tec_arg("kid", kid), .message = N_("Two keys are called {kid}."),
                        .where.json_pointer = place,
                        .expected = N_("a kid of its own for every key"), .actual = kid,
                        .hint = N_("Name each key once; readers take the first that fits."));
  }
  return SV_PASSED;
}

/* TEC-AUT-40 */
enum sv_outcome tec_key_names(struct sv_ctx *ctx)
{
  return judge_keys(ctx, judge_names);
}

static enum sv_outcome judge_private(struct sv_ctx *ctx, const struct sv_response *r,
                                     const json_t *keys)
{
  static const char *const members[] = { "d", "p", "q", "dp", "dq", "qi", "oth" };
  for (size_t i = 0; i < json_array_size(keys); i++) {
    const json_t *key = json_array_get(keys, i);
    const char *found =
        strcmp(member(key, "kty"), "oct") == 0 && json_object_get(key, "k") ? "k" : NULL;
    for (size_t m = 0; !found && m < sizeof members / sizeof members[0]; m++)
      if (json_object_get(key, members[m]))
        found = members[m];
    if (found)
      return tec_fail(ctx, r, json_pack("{s:I, s:s}", "number", (json_int_t)i + 1, "member", found),
                      .message = N_("Key number {number} is published with its private part "
                                    "({member})."),
                      .where.json_pointer = ctx->sv->format(ctx, "/keys/%zu/%s", i, found),
                      .expected = N_("public members only"), .actual = found,
                      .hint = N_("Take the key out of use now, make a new one, and publish the "
                                 "public part only."));
  }
  return SV_PASSED;
}

/* TEC-AUT-41 */
enum sv_outcome tec_no_private_keys(struct sv_ctx *ctx)
{
  return judge_keys(ctx, judge_private);
}

/* Bits of the number in base64url TEXT, without leading zeros. */
static size_t bits_of(const char *text)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const size_t size = strlen(text);
  size_t bits = size * 6 / 8 * 8; /* whole bytes */
  unsigned window = 0;
  size_t have = 0;
  for (size_t i = 0; i < size && bits > 0; i++) {
    const char *at = strchr(alphabet, text[i]);
    window = window << 6 | (unsigned)(at ? at - alphabet : 0);
    for (have += 6; have >= 1 && bits > 0; have--, bits--)
      if (window >> (have - 1) & 1u)
        return bits;
    window = 0;
  }
  return bits;
}

static bool is_strong(const json_t *key)
{
  static const char *const curves[] = { "P-256", "P-384",     "P-521",  "Ed25519",
                                        "Ed448", "secp256k1", "X25519", "X448" };
  if (strcmp(member(key, "kty"), "RSA") == 0)
    return bits_of(member(key, "n")) >= RSA_BITS;
  for (size_t i = 0; i < sizeof curves / sizeof curves[0]; i++)
    if (strcmp(member(key, "crv"), curves[i]) == 0)
      return true;
  return false;
}

static enum sv_outcome judge_strength(struct sv_ctx *ctx, const struct sv_response *r,
                                      const json_t *keys)
{
  for (size_t i = 0; i < json_array_size(keys); i++) {
    const json_t *key = json_array_get(keys, i);
    if (strcmp(member(key, "kty"), "oct") == 0 || strcmp(member(key, "use"), "enc") == 0 ||
        !is_whole(key) || is_strong(key))
      continue;
    const bool rsa = strcmp(member(key, "kty"), "RSA") == 0;
    return tec_fail(ctx, r, tec_arg_number("number", (int64_t)i + 1),
                    .message = N_("Key number {number} is too weak to sign with."),
                    .where.json_pointer = ctx->sv->format(ctx, "/keys/%zu", i),
                    .expected = N_("RSA of 2048 bits or more, or P-256, P-384, P-521, Ed25519, "
                                   "Ed448"),
                    .actual = rsa ? ctx->sv->format(ctx, "RSA %zu", bits_of(member(key, "n")))
                                  : tec_copy(ctx, (struct sv_span){ member(key, "crv"),
                                                                    strlen(member(key, "crv")) }),
                    .hint = N_("Make a stronger key, publish both, sign with the new one, then "
                               "take the old one out."));
  }
  return SV_PASSED;
}

/* TEC-AUT-42 */
enum sv_outcome tec_key_strength(struct sv_ctx *ctx)
{
  return judge_keys(ctx, judge_strength);
}
