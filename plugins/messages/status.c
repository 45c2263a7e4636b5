// SPDX-License-Identifier: Apache-2.0
/* What comes back of a message: status messages and logs of exchanges; and lookups of contact
 * information. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/http/media_type.h"

#include <string.h>

enum { STATUSES_MAX = 1000, LOOKUP_MAX = 1000, TIMEOUT_DEFAULT_S = 86400 };

/* --- status messages --- */

static bool is_text(const char *text)
{
  return text && *text;
}

static bool is_moment(const char *text)
{
  return text && sv_date_time_parse(text, strlen(text), NULL);
}

static const struct field {
  const char *name;
  bool (*fits)(const char *text);
  const char *expected;
} fields[] = {
  { "conversation_id", msg_is_uuid, N_("a UUID") },
  { "message_id", msg_is_uuid, N_("a UUID") },
  { "sender", msg_is_address, N_("0192: and nine digits") },
  { "receiver", msg_is_address, N_("0192: and nine digits") },
  { "status", is_text, N_("a text that is not empty") },
  { "process_identifier", is_text, N_("a text that is not empty") },
  { "document_identifier", is_text, N_("a text that is not empty") },
  { "@timestamp", is_moment, N_("RFC 3339 with offset, such as 2026-01-31T12:00:00Z") },
};

/* TEC-MSG-13 */
enum sv_outcome msg_status_message(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  json_t *j = msg_own_json(ctx, &a, &outcome);
  if (!j)
    return outcome;
  outcome = SV_PASSED;
  for (size_t i = 0; i < sizeof fields / sizeof fields[0] && outcome == SV_PASSED; i++) {
    const char *text = json_string_value(json_object_get(j, fields[i].name));
    if (!fields[i].fits(text))
      outcome = msg_fail(ctx, a, tec_arg("field", fields[i].name),
                         .message = N_("The status message has no fit {field}."),
                         .where.json_pointer = ctx->sv->format(ctx, "/%s", fields[i].name),
                         .expected = fields[i].expected, .actual = text ? text : "",
                         .hint = N_("Send all fields that the status API documents."));
  }
  json_decref(j);
  return outcome;
}

/* --- logs --- */

/* The text of the first of NAMES (NULL last) that OBJECT has. */
static const char *any_text(const json_t *object, const char *const *names)
{
  const char *text = NULL;
  for (; *names && !text; names++)
    text = json_string_value(json_object_get(object, *names));
  return text;
}

/* One entry of the log. */
struct entry {
  const char *conversation, *status;
  struct sv_instant at;
  bool has_time;
};

static struct entry entry_of(const json_t *j)
{
  static const char *const ids[] = { "conversationId", "conversation_id", NULL };
  static const char *const states[] = { "status", "receiptStatus", NULL };
  static const char *const times[] = { "lastUpdate", "@timestamp", "timestamp", "time", NULL };
  struct entry e = { .conversation = any_text(j, ids), .status = any_text(j, states) };
  const char *time = any_text(j, times);
  e.has_time = time && sv_date_time_parse(time, strlen(time), &e.at);
  return e;
}

static const json_t *entries_of(const json_t *j)
{
  return json_is_array(j) ? j : json_object_get(j, "content");
}

struct progress {
  const struct sv_artifact *a;
  const json_t *list;
  int64_t most_s;
};

static bool is_status(const struct entry *e, const char *word)
{
  return e->status && sv_equal_nocase(e->status, word);
}

static enum sv_outcome not_delivered(struct sv_ctx *ctx, const struct progress *p,
                                     const char *conversation, const char *message,
                                     const char *last)
{
  return msg_fail(ctx, p->a, tec_arg("conversation", conversation), .message = message,
                  .where.text = conversation, .expected = "MOTTATT, LEVERT",
                  .actual = last ? last : "",
                  .hint = N_("Let the receiver send back the statuses received and delivered in "
                             "the same conversation, in time."));
}

/* What became of the message whose first entry is number FIRST. */
static enum sv_outcome follow(struct sv_ctx *ctx, const struct progress *p, size_t first)
{
  const struct entry begin = entry_of(json_array_get(p->list, first));
  struct entry last = begin;
  bool received = false;
  bool delivered = false;
  for (size_t i = first; i < json_array_size(p->list) && !delivered; i++) {
    const struct entry e = entry_of(json_array_get(p->list, i));
    if (!e.conversation || strcmp(e.conversation, begin.conversation) != 0)
      continue;
    last = e;
    if (is_status(&e, "FEIL") || is_status(&e, "LEVETID_UTLOPT"))
      return not_delivered(ctx, p, begin.conversation,
                           N_("The message of conversation {conversation} went wrong."), e.status);
    received |= is_status(&e, "MOTTATT");
    delivered = received && is_status(&e, "LEVERT");
  }
  if (!delivered)
    return not_delivered(ctx, p, begin.conversation,
                         N_("The message of conversation {conversation} was not both received and "
                            "delivered."),
                         last.status);
  if (!begin.has_time || !last.has_time)
    return msg_unsure(ctx, p->a, SV_CONFIGURATION, tec_arg("conversation", begin.conversation),
                      .message = N_("The log of conversation {conversation} has no times, so that "
                                    "how long it took is not known."),
                      .where.text = begin.conversation,
                      .hint = N_("Hand over a log whose entries have lastUpdate."));
  if (last.at.seconds - begin.at.seconds <= p->most_s)
    return SV_PASSED;
  return not_delivered(ctx, p, begin.conversation,
                       N_("The message of conversation {conversation} was delivered too late."),
                       last.status);
}

/* Whether an entry before number N is of the same conversation. */
static bool is_known(const json_t *list, size_t n, const char *conversation)
{
  for (size_t i = 0; i < n; i++) {
    const struct entry e = entry_of(json_array_get(list, i));
    if (e.conversation && strcmp(e.conversation, conversation) == 0)
      return true;
  }
  return false;
}

/* TEC-MSG-12 */
enum sv_outcome msg_receipts(struct sv_ctx *ctx)
{
  struct progress p = { .most_s = msg_param_number(ctx, "receipt_timeout", TIMEOUT_DEFAULT_S) };
  enum sv_outcome outcome;
  json_t *j = msg_own_json(ctx, &p.a, &outcome);
  if (!j)
    return outcome;
  p.list = entries_of(j);
  outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < json_array_size(p.list) && i < STATUSES_MAX && outcome != SV_FAILED; i++) {
    const struct entry e = entry_of(json_array_get(p.list, i));
    if (!e.conversation || is_known(p.list, i, e.conversation))
      continue;
    const enum sv_outcome one = follow(ctx, &p, i);
    outcome = outcome == SV_CANT_TELL && one == SV_PASSED ? outcome : one;
  }
  if (outcome == SV_INAPPLICABLE)
    outcome = not_delivered(ctx, &p, "", N_("The log has no entry with a conversation."), NULL);
  json_decref(j);
  return outcome;
}

/* --- lookups in the contact and reservation register --- */

/* Eleven digits in a row. */
static bool has_number(const char *text)
{
  for (size_t run = 0; *text; text++) {
    run = sv_is_digit(*text) ? run + 1 : 0;
    if (run == 11 && !sv_is_digit(text[1]))
      return true;
  }
  return false;
}

static bool is_json(const struct msg_capture *c)
{
  return sv_content_type_is(msg_capture_header(c, "Content-Type"), "application/json");
}

/* What is wrong with the list of persons: a message, or NULL. */
static const char *list_fault(const json_t *list)
{
  if (!json_is_array(list) || json_array_size(list) == 0)
    return N_("The lookup names no person in personidentifikatorer.");
  if (json_array_size(list) > LOOKUP_MAX)
    return N_("The lookup names more than 1000 persons.");
  for (size_t i = 0; i < json_array_size(list); i++) {
    const char *text = json_string_value(json_array_get(list, i));
    if (!text || strlen(text) != 11 || strspn(text, "0123456789") != 11)
      return N_("An element of personidentifikatorer is no text of eleven digits.");
  }
  return NULL;
}

/* TEC-MSG-14 */
enum sv_outcome msg_contact_lookup(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct msg_capture c;
  const struct sv_artifact *a = msg_own(ctx, &outcome);
  if (!a)
    return outcome;
  if (!msg_capture_read(ctx, a->data, a->size, &c))
    return msg_unsure(ctx, a, SV_CONFIGURATION, NULL,
                      .message = N_("The file is no captured HTTP request."),
                      .hint = N_("Hand over the whole request: request line, header fields, an "
                                 "empty line and the content."));
  const char *fault = NULL;
  json_t *j = json_loadb(c.body, c.body_size, 0, NULL);
  if (strcmp(c.method, "POST") != 0)
    fault = N_("The lookup is not a POST.");
  else if (!is_json(&c))
    fault = N_("The lookup is not sent as application/json.");
  else if (has_number(c.target))
    fault = N_("The address of the lookup has a number of eleven digits.");
  else
    fault = list_fault(json_object_get(j, "personidentifikatorer"));
  json_decref(j);
  if (!fault)
    return SV_PASSED;
  return msg_fail(ctx, a, NULL, .message = fault, .where.operation = c.method,
                  .expected = N_("POST of application/json with 1 to 1000 persons in "
                                 "personidentifikatorer"),
                  .actual = c.method,
                  .hint = N_("Send POST /rest/v2/personer with at most 1000 numbers in the "
                             "content, and none in the address."));
}
