// SPDX-License-Identifier: Apache-2.0
/* Signatures of answers (RFC 9421): what was signed is built again from the answer and verified
 * with the key that the target publishes, or hands over, under the name that the signature gives.
 */
#include "plugins/technical/checks.h"
#include "plugins/technical/issuer.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/http/digest.h"
#include "engines/http/fields.h"
#include "engines/http/message_signature.h"
#include "engines/jose/message.h"

#include <string.h>

enum {
  SAMPLES_MOST = 16,
  FIELD_MOST = 64 << 10,
  CLOCKS_APART = 300,
  SHOWN_MOST = 1500,
  SETS_MOST = 16
};

/* One answer with one of its signatures. */
struct signed_answer {
  const struct sv_response *r;
  const struct sv_message_signature *s;
  const char *label;
  const char *base; /* what was signed, as it is built here */
};

static const char *const base_faults[] = {
  [SV_BASE_TWICE] = N_("The signature covers {component} twice."),
  [SV_BASE_UNKNOWN] = N_("The signature covers {component}, which is no field in lower case and no "
                         "derived component of HTTP."),
  [SV_BASE_MISPLACED] = N_("The signature covers {component}, which an answer does not have."),
  [SV_BASE_PARAMETER] = N_("The signature covers {component}, whose parameters do not fit it."),
  [SV_BASE_MISSING] = N_("The signature covers {component}, which was not sent."),
  [SV_BASE_UNPARSED] = N_("The signature covers {component}, which is not the structured field "
                          "that "
                          "it must be."),
  [SV_BASE_NO_ASCII] = N_("The signature covers {component}, whose value is not ASCII."),
};

static const char *const field_faults[] = {
  [SV_SIGNATURES_INPUT] = N_("Signature-Input is not a dictionary of lists of strings."),
  [SV_SIGNATURES_VALUE] = N_("Signature is not a dictionary of byte sequences."),
  [SV_SIGNATURES_LABEL] = N_("The signature {label} stands in one only of Signature-Input and "
                             "Signature."),
  [SV_SIGNATURES_PARAMETER] = N_("A parameter of the signature {label} has the wrong type."),
  [SV_SIGNATURES_NONE] = N_("Signature-Input and Signature are empty."),
};

/* All lines of field NAME joined by commas, "" for none. Lives as long as the check. */
static const char *joined(struct sv_ctx *ctx, const struct sv_response *r, const char *name)
{
  const size_t size = strlen(name);
  const char *all = NULL;
  for (const char *const *h = r->headers; h && *h; h++) {
    if (!sv_equal_nocase_n(*h, strcspn(*h, ":"), name) || (*h)[size] != ':')
      continue;
    const char *value = *h + size + 1;
    value += strspn(value, " \t");
    all = all ? ctx->sv->format(ctx, "%s, %s", all, value) : ctx->sv->format(ctx, "%s", value);
  }
  return all ? all : "";
}

static struct sv_span span(const char *text)
{
  return (struct sv_span){ .data = text, .size = strlen(text) };
}

static void add_keys(json_t *all, const json_t *set)
{
  const json_t *keys = json_object_get(set, "keys");
  if (json_is_array(keys))
    (void)json_array_extend(all, (json_t *)(uintptr_t)keys);
}

/* Every key of the target: of its key sets, published and handed over, and of its issuer. A new
 * reference. */
static json_t *target_keys(struct sv_ctx *ctx)
{
  json_t *all = json_array();
  for (size_t n = 0; n < SETS_MOST; n++) {
    const struct sv_artifact *a = ctx->sv->artifact(ctx, "jwks", n);
    if (!a)
      break;
    json_t *set = a->data ? json_loadb(a->data, a->size, 0, NULL) : NULL;
    add_keys(all, set);
    json_decref(set);
  }
  json_t *set = tec_issuer_keys(ctx, NULL);
  add_keys(all, set);
  json_decref(set);
  return all;
}

static const char *member(const json_t *key, const char *name)
{
  return json_string_value(json_object_get(key, name));
}

static bool is_key_of(const json_t *key, const struct sv_message_signature *s)
{
  const char *kid = member(key, "kid");
  return s->has_keyid && kid && strcmp(kid, s->keyid) == 0;
}

/* Whether something was hidden in the text, or in an answer that had identity numbers. */
static bool is_masked(const struct sv_response *r, const void *text, size_t size)
{
  static const char *const marks[] = { "*hidden:", SV_IDNUMBER_HIDDEN,
                                       SV_IDNUMBER_HIDDEN_SYNTHETIC };
  const size_t count = r->identity_numbers > 0 ? sizeof marks / sizeof marks[0] : 1;
  for (size_t i = 0; size > 0 && i < count; i++)
    if (memmem(text, size, marks[i], strlen(marks[i])))
      return true;
  return false;
}

static enum sv_outcome judge_fields(struct sv_ctx *ctx, const struct sv_response *r,
                                    const struct sv_message_signatures *all, enum sv_status status)
{
  if (status == SV_INVALID)
    return tec_fail(
        ctx, r, tec_arg_span("label", all->label), .message = field_faults[all->fault],
        .where.header = all->fault == SV_SIGNATURES_VALUE ? "Signature" : "Signature-Input",
        .expected = "Signature-Input: sig=(\"@status\");created=1;keyid=\"a\", "
                    "Signature: sig=:AA==:",
        .actual =
            joined(ctx, r, all->fault == SV_SIGNATURES_VALUE ? "Signature" : "Signature-Input"),
        .hint = N_("Write both fields as RFC 9421 section 4 has them, with the same "
                   "labels."));
  return tec_unsure(ctx, r, SV_TOOL, NULL,
                    .message = N_("The answer has more signatures, or longer names, than are read "
                                  "here."),
                    .where.header = "Signature-Input",
                    .hint = N_("Verify the signatures by hand."));
}

static enum sv_outcome judge_base(struct sv_ctx *ctx, const struct signed_answer *a,
                                  enum sv_status status, const struct sv_base_result *result)
{
  if (status == SV_INVALID && !sv_base_is_ours(result->fault))
    return tec_fail(ctx, a->r, tec_arg("component", result->component),
                    .message = base_faults[result->fault], .where.header = "Signature-Input",
                    .expected = N_("components that the answer has, each once"),
                    .actual = result->component,
                    .hint = N_("Cover what is sent, and name it as RFC 9421 section 2 does."));
  return tec_unsure(ctx, a->r, SV_TOOL, tec_arg("component", result->component),
                    .message = N_("The signature covers {component}, which is not to be seen from "
                                  "here, so it was not verified."),
                    .where.header = "Signature-Input", .hint = N_("Verify the signature by hand."));
}

/* The moment that the answer was sent at, as far as it shows: when the run began, or later when the
 * answer says so. The same again in a replay. */
static int64_t sent_at(struct sv_ctx *ctx, const struct sv_response *r)
{
  const int64_t now = ctx->sv->now(ctx);
  const char *date = sv_header(r, "Date");
  int64_t said = 0;
  if (date && sv_http_date_parse(date, strlen(date), now, &said) && said > now)
    return said;
  return now;
}

/* 2.3, 3.2: made before it was sent, and not expired then. */
static enum sv_outcome judge_times(struct sv_ctx *ctx, const struct signed_answer *a)
{
  const int64_t at = sent_at(ctx, a->r);
  if (a->s->has_expires && a->s->expires < at)
    return tec_fail(ctx, a->r, tec_arg("label", a->label),
                    .message = N_("The signature {label} had expired when it was sent."),
                    .where.header = "Signature-Input",
                    .expected = ctx->sv->format(ctx, "expires >= %lld", (long long)at),
                    .actual = ctx->sv->format(ctx, "%lld", (long long)a->s->expires),
                    .hint = N_("Sign each answer when it is sent, and let caches keep it for a "
                               "shorter time than the signature is good for."));
  if (a->s->has_created && a->s->created > at + CLOCKS_APART)
    return tec_fail(ctx, a->r, tec_arg("label", a->label),
                    .message = N_("The signature {label} is said to be made after it was sent."),
                    .where.header = "Signature-Input",
                    .expected = ctx->sv->format(ctx, "created <= %lld", (long long)at),
                    .actual = ctx->sv->format(ctx, "%lld", (long long)a->s->created),
                    .hint = N_("Set the clock of what signs; created is in seconds."));
  return SV_PASSED;
}

/* RFC 9421 7.2.8: what is signed is the digest only, so that it must be that of the content. */
static enum sv_outcome judge_content(struct sv_ctx *ctx, const struct signed_answer *a)
{
  static const struct {
    const char *name, *field;
  } fields[] = { { "content-digest", "Content-Digest" }, { "repr-digest", "Repr-Digest" } };
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
    struct sv_digest d;
    if (!sv_signature_covers(a->s, fields[i].name))
      continue;
    const char *value = joined(ctx, a->r, fields[i].field);
    const enum sv_digest_verdict v = sv_digest_check(span(value), a->r->body, a->r->body_size, &d);
    if (v == SV_DIGEST_GOOD || v == SV_DIGEST_NONE)
      continue;
    if (v == SV_DIGEST_BAD &&
        (sv_header(a->r, "Content-Encoding") || is_masked(a->r, a->r->body, a->r->body_size)))
      return tec_unsure(ctx, a->r, SV_TOOL, NULL,
                        .message = N_("The content was not kept as it was sent, so its digest is "
                                      "not judged."),
                        .where.header = fields[i].field, .hint = N_("Compare the digest by hand."));
    return tec_fail(ctx, a->r, tec_arg("field", fields[i].field),
                    .message = N_("The signature covers {field}, which is not the digest of the "
                                  "content."),
                    .where.header = fields[i].field,
                    .expected = ctx->sv->format(ctx, "%s=:%s:", d.algorithm, d.own),
                    .actual = value,
                    .hint = N_("Sign last, after the content and its digest are made, and let "
                               "nothing behind change the content."));
  }
  return SV_PASSED;
}

static enum sv_message_verdict verify(const struct signed_answer *a, const json_t *key)
{
  const struct sv_jwk jwk = { .kty = member(key, "kty"),
                              .crv = member(key, "crv"),
                              .n = member(key, "n"),
                              .e = member(key, "e"),
                              .x = member(key, "x"),
                              .y = member(key, "y") };
  return sv_message_verify(a->s->has_alg ? a->s->alg : NULL, member(key, "alg"), &jwk,
                           span(a->base), a->s->value);
}

static json_t *label_and_key(const struct signed_answer *a)
{
  json_t *args = tec_arg("label", a->label);
  json_t *key = tec_arg("keyid", a->s->keyid);
  (void)json_object_update(args, key);
  json_decref(key);
  return args;
}

static enum sv_outcome tell_verdict(struct sv_ctx *ctx, const struct signed_answer *a,
                                    enum sv_message_verdict v)
{
  if (v == SV_MESSAGE_OTHER_KEY)
    return tec_fail(ctx, a->r, label_and_key(a),
                    .message = N_("The signature {label} names an algorithm that the key {keyid} "
                                  "is not for."),
                    .where.header = "Signature-Input",
                    .expected = N_("an algorithm for the key that is named"), .actual = a->s->alg,
                    .hint = N_("Name the key that signs, or leave alg out: the key tells."));
  if (v == SV_MESSAGE_UNCHECKED || is_masked(a->r, a->base, strlen(a->base)))
    return tec_unsure(ctx, a->r, SV_TOOL, label_and_key(a),
                      .message = N_("The signature {label} by the key {keyid} could not be "
                                    "verified."),
                      .where.header = "Signature-Input", .actual = a->s->has_alg ? a->s->alg : "",
                      .hint = N_("Sign with ecdsa-p256-sha256, ecdsa-p384-sha384, ed25519, "
                                 "rsa-pss-sha512 or rsa-v1_5-sha256, and cover nothing that is "
                                 "secret; a shared secret (hmac-sha256) cannot be published."));
  return tec_fail(ctx, a->r, label_and_key(a),
                  .message = N_("The signature {label} does not verify with the key {keyid}."),
                  .where.header = "Signature",
                  .expected = N_("a signature over what follows, as the answer gives it"),
                  .actual = ctx->sv->format(ctx, "%.*s", SHOWN_MOST, a->base),
                  .hint = N_("Sign what is sent, after every proxy that changes it, with the key "
                             "that is published under the name in keyid."));
}

/* Whether the key, or one of several with that name, verifies; otherwise what came nearest. */
static enum sv_outcome judge_keys(struct sv_ctx *ctx, const struct signed_answer *a,
                                  const json_t *keys)
{
  enum sv_message_verdict v = SV_MESSAGE_UNCHECKED;
  for (size_t i = 0; i < json_array_size(keys) && v != SV_MESSAGE_GOOD; i++) {
    const json_t *key = json_array_get(keys, i);
    const enum sv_message_verdict one =
        is_key_of(key, a->s) ? verify(a, key) : SV_MESSAGE_UNCHECKED;
    v = one < v ? one : v;
  }
  if (v != SV_MESSAGE_GOOD)
    return tell_verdict(ctx, a, v);
  const enum sv_outcome o = judge_times(ctx, a);
  return o == SV_PASSED ? judge_content(ctx, a) : o;
}

static enum sv_outcome judge_one(struct sv_ctx *ctx, struct signed_answer *a, const json_t *keys)
{
  const struct sv_signed_message m = {
    .status = (unsigned)a->r->status, .headers = a->r->headers, .method = "GET", .url = a->r->url
  };
  struct sv_buf base = SV_BUF(SV_SIGNATURE_BASE_MAX);
  struct sv_base_result result;
  const enum sv_status status = sv_signature_base(a->s, &m, &base, &result);
  a->label = tec_copy(ctx, a->s->label);
  a->base = tec_copy(ctx, (struct sv_span){ .data = sv_buf_text(&base), .size = base.size });
  sv_buf_free(&base);
  return status == SV_OK ? judge_keys(ctx, a, keys) : judge_base(ctx, a, status, &result);
}

/* Signatures whose key is not known are another's matter, when there is one whose key is. */
static enum sv_outcome judge_known(struct sv_ctx *ctx, const struct sv_response *r,
                                   const struct sv_message_signatures *all, const json_t *keys)
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < all->count && outcome != SV_FAILED; i++) {
    struct signed_answer a = { .r = r, .s = &all->list[i] };
    bool is_known = false;
    for (size_t k = 0; !is_known && k < json_array_size(keys); k++)
      is_known = is_key_of(json_array_get(keys, k), a.s);
    const enum sv_outcome one = is_known ? judge_one(ctx, &a, keys) : SV_INAPPLICABLE;
    if (one == SV_FAILED || one == SV_CANT_TELL || outcome == SV_INAPPLICABLE)
      outcome = one;
  }
  if (outcome != SV_INAPPLICABLE)
    return outcome;
  const char *hint = N_("Name the key in keyid, and publish it under that kid in the key set, or "
                        "hand it over in a document of kind jwks.");
  if (!all->list[0].has_keyid)
    return tec_unsure(ctx, r, SV_CONFIGURATION, NULL,
                      .message = N_("The signature of the answer does not say by which key it is."),
                      .where.header = "Signature-Input", .hint = hint);
  return tec_unsure(ctx, r, SV_CONFIGURATION, tec_arg("keyid", all->list[0].keyid),
                    .message = N_("The answer is signed with a key that is not among the keys of "
                                  "the target: {keyid}."),
                    .where.header = "Signature-Input", .actual = all->list[0].keyid, .hint = hint);
}

/* The answer as it can be held against its digest, without a coding, if it is signed then too. */
static const struct sv_response *plain_answer(struct sv_ctx *ctx, const struct sv_response *r)
{
  static const char *const plain[] = { "Accept-Encoding: identity", NULL };
  if (!sv_header(r, "Content-Encoding") || (!sv_header(r, "Content-Digest") && !sv_header(r, "Repr-"
                                                                                             "Diges"
                                                                                             "t")))
    return r;
  const struct sv_response *again = sv_http(ctx, .url = r->url, .headers = plain);
  return !again->error && sv_header(again, "Signature") ? again : r;
}

static enum sv_outcome judge_answer(struct sv_ctx *ctx, const struct sv_response *r)
{
  if (r->error)
    return sv_no_answer(ctx, r);
  if (!sv_header(r, "Signature") && !sv_header(r, "Signature-Input"))
    return SV_INAPPLICABLE;
  json_t *keys = target_keys(ctx);
  enum sv_outcome outcome = json_array_size(keys) > 0 ? TEC_READY : SV_INAPPLICABLE;
  if (outcome == TEC_READY) {
    r = plain_answer(ctx, r);
    outcome = tec_judge_answer(ctx, r);
  }
  if (outcome == TEC_READY) {
    struct sv_message_signatures *all = ctx->sv->alloc(ctx, sizeof *all);
    const enum sv_status status = sv_message_signatures_read(
        span(joined(ctx, r, "Signature-Input")), span(joined(ctx, r, "Signature")), all);
    outcome = status == SV_OK ? judge_known(ctx, r, all, keys) : judge_fields(ctx, r, all, status);
  }
  json_decref(keys);
  return outcome;
}

/* TEC-HTP-44 */
enum sv_outcome tec_message_signature(struct sv_ctx *ctx)
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t n = 0; n < SAMPLES_MOST; n++) {
    const struct sv_response *r = tec_sample(ctx, n);
    const enum sv_outcome one = r ? judge_answer(ctx, r) : SV_INAPPLICABLE;
    if (!r || one == SV_FAILED)
      return r ? one : outcome;
    if (one == SV_CANT_TELL || outcome == SV_INAPPLICABLE)
      outcome = one;
  }
  return outcome;
}
