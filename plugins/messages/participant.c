// SPDX-License-Identifier: Apache-2.0
/* Addresses of participants, and organisation numbers wherever they stand. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"

#include <string.h>

#define SCHEME "iso6523-actorid-upis::"

/* The participant that the document *A names, without its scheme, "" when it names none; NULL with
 * an outcome. */
static const char *participant_of(struct sv_ctx *ctx, const struct sv_artifact **a,
                                  enum sv_outcome *outcome)
{
  json_t *j = msg_own_json(ctx, a, outcome);
  if (!j)
    return NULL;
  const char *text = json_string_value(json_object_get(j, "participant"));
  if (text && sv_starts_with(text, SCHEME))
    text += strlen(SCHEME);
  text = text ? ctx->sv->format(ctx, "%s", text) : "";
  json_decref(j);
  return text;
}

static bool has_code(const char *text)
{
  return strspn(text, "0123456789") == 4 && text[4] == ':' && text[5];
}

/* TEC-MSG-01 */
enum sv_outcome msg_participant(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  const char *text = participant_of(ctx, &a, &outcome);
  if (!text)
    return outcome;
  if (msg_is_address(text))
    return SV_PASSED;
  /* Another code than 0192 and 9908 is messaging.participant-code's. */
  if (has_code(text) && !sv_starts_with(text, "9908:") && !sv_starts_with(text, "0192:"))
    return SV_INAPPLICABLE;
  return msg_fail(ctx, a, tec_arg("participant", text),
                  .message = N_("'{participant}' is no address of a Norwegian participant."),
                  .where.json_pointer = "/participant", .expected = N_("0192: and nine digits"),
                  .actual = text,
                  .hint = N_("Write 0192: and the organisation number. Addresses under 9908 are "
                             "gone from ELMA."));
}

/* TEC-MSG-01, codes of other countries and registers */
enum sv_outcome msg_participant_code(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  enum sv_outcome outcome;
  const char *text = participant_of(ctx, &a, &outcome);
  if (!text)
    return outcome;
  if (!has_code(text) || sv_starts_with(text, "9908:"))
    return SV_INAPPLICABLE;
  if (sv_starts_with(text, "0192:"))
    return SV_PASSED;
  return msg_fail(ctx, a, tec_arg("participant", text),
                  .message = N_("The participant '{participant}' has a code that is not 0192."),
                  .where.json_pointer = "/participant", .expected = "0192", .actual = text,
                  .hint = N_("Use the organisation number under 0192; other codes are not in "
                             "ELMA."));
}

/* TEC-MSG-02: every 0192: that nine digits follow. */
enum sv_outcome msg_organisation_numbers(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a = msg_own(ctx, &outcome);
  if (!a)
    return outcome;
  const char *const end = (const char *)a->data + a->size;
  outcome = SV_INAPPLICABLE;
  for (const char *p = a->data; outcome != SV_FAILED && p && p < end;) {
    p = memmem(p, (size_t)(end - p), "0192:", 5);
    if (!p)
      break;
    p += 5;
    for (size_t n = 0; outcome != SV_FAILED && (size_t)(end - p) >= 9 && n < 2; n++) {
      char number[10];
      memcpy(number, p, 9);
      number[9] = '\0';
      if (strspn(number, "0123456789") != 9)
        break;
      outcome = SV_PASSED;
      if (!sv_orgnr_valid(number))
        outcome = msg_fail(ctx, a, tec_arg("number", number),
                           .message = N_("{number} is no organisation number: its control digit "
                                         "is wrong."),
                           .where.text = number,
                           .expected = N_("nine digits, the last one a control digit"),
                           .actual = number, .hint = N_("Look the number up in Enhetsregisteret."));
      p += 9;
      if (p >= end || *p != ':')
        break;
      p++; /* 0192:a:b */
    }
  }
  return outcome;
}
