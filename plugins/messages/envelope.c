// SPDX-License-Identifier: Apache-2.0
/* The Standard Business Document header of eFormidling, as JSON. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"

#include <string.h>

#define HEADER "/standardBusinessDocumentHeader"
#define IDENTIFICATION HEADER "/documentIdentification"

enum { PARTIES_MAX = 20 };

/* The scope of type ConversationId, its pointer in *WHERE; NULL: none. */
static const json_t *conversation(struct sv_ctx *ctx, const json_t *sbd, const char **where)
{
  const json_t *list = msg_at(sbd, HEADER "/businessScope/scope");
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *scope = json_array_get(list, i);
    const char *type = json_string_value(json_object_get(scope, "type"));
    if (type && strcmp(type, "ConversationId") == 0) {
      *where = ctx->sv->format(ctx, HEADER "/businessScope/scope/%zu", i);
      return scope;
    }
  }
  *where = HEADER "/businessScope/scope";
  return NULL;
}

static bool is_uri(const char *text)
{
  return text && sv_uri_is_absolute(text, strlen(text), true);
}

static enum sv_outcome missing(struct sv_ctx *ctx, const struct sv_artifact *a, const char *pointer,
                               const char *expected)
{
  return msg_fail(ctx, a, tec_arg("pointer", pointer),
                  .message = N_("The header lacks {pointer}, or it has no fit value."),
                  .where.json_pointer = pointer, .expected = expected, .actual = "",
                  .hint = N_("Fill in the receiver, the standard and type of the document, and a "
                             "scope of type ConversationId with its process."));
}

/* TEC-MSG-07 */
enum sv_outcome msg_sbd_header(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  json_t *sbd = msg_own_json(ctx, &a, &outcome);
  if (!sbd)
    return outcome;
  static const char *const texts[] = { HEADER "/receiver/0/identifier/value",
                                       IDENTIFICATION "/standard", IDENTIFICATION "/type" };
  const char *where = NULL;
  const json_t *scope = conversation(ctx, sbd, &where);
  outcome = SV_PASSED;
  for (size_t i = 0; i < 3 && outcome == SV_PASSED; i++) {
    const char *text = msg_text(sbd, texts[i]);
    if (!text || !*text || (i == 1 && !is_uri(text)))
      outcome = missing(ctx, a, texts[i], i == 1 ? N_("a URI") : N_("a text that is not empty"));
  }
  if (outcome == SV_PASSED && !is_uri(json_string_value(json_object_get(scope, "identifier"))))
    outcome = missing(ctx, a, ctx->sv->format(ctx, "%s/identifier", where),
                      N_("a scope of type ConversationId whose identifier is a URI"));
  json_decref(sbd);
  return outcome;
}

/* --- parties --- */

/* 0192: and two numbers, the first acting for the second. */
static bool is_on_behalf(const char *text)
{
  return sv_starts_with(text, "0192:") && strlen(text) == 24 && text[14] == ':' &&
         strspn(text + 5, "0123456789") == 9 && strspn(text + 15, "0123456789") == 9;
}

/* A citizen by birth number, or an account of FIKS IO by UUID: receivers only. */
static bool is_other_receiver(const char *text)
{
  return (strlen(text) == 11 && strspn(text, "0123456789") == 11) || msg_is_uuid(text);
}

/* The N-th party of the header, senders first, its pointer in *WHERE; NULL: there are no more. */
static const json_t *party(struct sv_ctx *ctx, const json_t *sbd, size_t n, const char **where,
                           bool *is_receiver)
{
  static const char *const lists[] = { "sender", "receiver" };
  for (size_t i = 0; i < 2; i++) {
    const json_t *list = json_object_get(msg_at(sbd, HEADER), lists[i]);
    if (n < json_array_size(list)) {
      *where = ctx->sv->format(ctx, HEADER "/%s/%zu/identifier", lists[i], n);
      *is_receiver = i == 1;
      return json_object_get(json_array_get(list, n), "identifier");
    }
    n -= json_array_size(list);
  }
  return NULL;
}

static enum sv_outcome judge_party(struct sv_ctx *ctx, const struct sv_artifact *a,
                                   const json_t *identifier, const char *where, bool is_receiver)
{
  const char *value = json_string_value(json_object_get(identifier, "value"));
  const char *authority = json_string_value(json_object_get(identifier, "authority"));
  if (value && is_receiver && is_other_receiver(value))
    return SV_PASSED;
  if (!value || !(msg_is_address(value) || is_on_behalf(value)))
    return msg_fail(ctx, a, NULL, .message = N_("A party is not identified as 0192 has it."),
                    .where.json_pointer = ctx->sv->format(ctx, "%s/value", where),
                    .expected = N_("0192: and nine digits"), .actual = value ? value : "",
                    .hint = N_("Write 0192: and the organisation number; of a citizen who "
                               "receives, the birth number alone."));
  if (authority && strcmp(authority, "iso6523-actorid-upis") == 0)
    return SV_PASSED;
  return msg_fail(ctx, a, NULL,
                  .message = N_("A party's identifier does not say that it is of ISO 6523."),
                  .where.json_pointer = ctx->sv->format(ctx, "%s/authority", where),
                  .expected = "iso6523-actorid-upis", .actual = authority ? authority : "",
                  .hint = N_("Write iso6523-actorid-upis as authority."));
}

/* TEC-MSG-08 */
enum sv_outcome msg_sbd_parties(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  json_t *sbd = msg_own_json(ctx, &a, &outcome);
  if (!sbd)
    return outcome;
  outcome = SV_INAPPLICABLE;
  const json_t *identifier;
  const char *where;
  bool is_receiver;
  for (size_t i = 0; i < PARTIES_MAX && outcome != SV_FAILED &&
                     (identifier = party(ctx, sbd, i, &where, &is_receiver));
       i++)
    outcome = judge_party(ctx, a, identifier, where, is_receiver);
  json_decref(sbd);
  return outcome;
}

/* TEC-MSG-08, the form that is on its way out */
enum sv_outcome msg_sbd_on_behalf(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  json_t *sbd = msg_own_json(ctx, &a, &outcome);
  if (!sbd)
    return outcome;
  outcome = SV_INAPPLICABLE;
  const json_t *identifier;
  const char *where;
  bool is_receiver;
  for (size_t i = 0; i < PARTIES_MAX && outcome != SV_FAILED &&
                     (identifier = party(ctx, sbd, i, &where, &is_receiver));
       i++) {
    const char *value = json_string_value(json_object_get(identifier, "value"));
    outcome = SV_PASSED;
    if (value && is_on_behalf(value))
      outcome = msg_fail(ctx, a, NULL,
                         .message = N_("A party is written with two organisation numbers, a form "
                                       "that is on its way out."),
                         .where.json_pointer = ctx->sv->format(ctx, "%s/value", where),
                         .expected = N_("0192: and nine digits"), .actual = value,
                         .hint = N_("Write one organisation number, and the one acted for as a "
                                    "scope of its own."));
  }
  json_decref(sbd);
  return outcome;
}

/* TEC-MSG-09 */
enum sv_outcome msg_sbd_identifiers(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  json_t *sbd = msg_own_json(ctx, &a, &outcome);
  if (!sbd)
    return outcome;
  const char *where = NULL;
  const json_t *scope = conversation(ctx, sbd, &where);
  const struct {
    const json_t *value;
    const char *pointer;
  } ids[] = {
    { msg_at(sbd, IDENTIFICATION "/instanceIdentifier"), IDENTIFICATION "/instanceIdentifier" },
    { json_object_get(scope, "instanceIdentifier"),
      ctx->sv->format(ctx, "%s/instanceIdentifier", where) },
  };
  outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < 2 && outcome != SV_FAILED; i++) {
    if (!ids[i].value)
      continue;
    const char *text = json_string_value(ids[i].value);
    outcome = SV_PASSED;
    if (!msg_is_uuid(text))
      outcome = msg_fail(ctx, a, NULL, .message = N_("An identifier of the message is no UUID."),
                         .where.json_pointer = ids[i].pointer, .expected = N_("a UUID"),
                         .actual = text ? text : "",
                         .hint = N_("Make a UUID for every message and conversation, or leave the "
                                    "member out."));
  }
  json_decref(sbd);
  return outcome;
}

/* TEC-MSG-10 */
enum sv_outcome msg_sbd_type(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  json_t *sbd = msg_own_json(ctx, &a, &outcome);
  if (!sbd)
    return outcome;
  const char *type = msg_text(sbd, IDENTIFICATION "/type");
  const char *standard = msg_text(sbd, IDENTIFICATION "/standard");
  const char *colon = standard ? strrchr(standard, ':') : NULL;
  outcome = SV_INAPPLICABLE; /* messaging.sbd-header tells that they are missing */
  if (type && standard)
    outcome = SV_PASSED;
  if (outcome == SV_PASSED && (!colon || strcmp(colon + 1, type) != 0))
    outcome =
        msg_fail(ctx, a, tec_arg("type", type),
                 .message = N_("The type '{type}' is not what the standard of the document "
                               "ends in."),
                 .where.json_pointer = IDENTIFICATION "/type", .expected = standard, .actual = type,
                 .hint = N_("Write as type the word after the last colon of standard."));
  else if (outcome == SV_PASSED && !json_is_object(json_object_get(sbd, type)))
    outcome = msg_fail(ctx, a, tec_arg("type", type),
                       .message = N_("There is no business message '{type}' beside the header."),
                       .where.json_pointer = "", .expected = type, .actual = "",
                       .hint = N_("Put the business message in a member that has the type's "
                                  "name."));
  json_decref(sbd);
  return outcome;
}
