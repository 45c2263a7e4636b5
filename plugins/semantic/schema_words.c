// SPDX-License-Identifier: Apache-2.0
/* What schemas say of their fields. */
#include "plugins/describe/openapi.h"
#include "plugins/semantic/semantic.h"

#include "engines/sample/sample.h"

#include <samsvar/helpers.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

struct judging {
  struct sv_ctx *ctx;
  const struct sv_artifact *artifact;
  size_t found, wrong;
};

static const char *text(const json_t *object, const char *member)
{
  return json_string_value(json_object_get(object, member));
}

/* Whether SCHEMA's type is NAME or a list that has it. */
static bool has_type(const json_t *schema, const char *name)
{
  const json_t *type = json_object_get(schema, "type");
  if (json_is_string(type))
    return strcmp(json_string_value(type), name) == 0;
  for (size_t i = 0; i < json_array_size(type); i++) {
    const char *item = json_string_value(json_array_get(type, i));
    if (item && strcmp(item, name) == 0)
      return true;
  }
  return false;
}

static void identity_field(void *closure, const char *pointer, const char *name,
                           const json_t *member)
{
  struct judging *j = closure;
  const char *format = text(member, "format");
  if (!json_is_object(member) || !json_object_get(member, "type"))
    return;
  j->found++;
  const bool number = has_type(member, "integer") || has_type(member, "number");
  const bool date = format && strcmp(format, "date") == 0;
  if (!number && !date)
    return;
  j->wrong++;
  json_t *args = json_pack("{s:s}", "name", name);
  sv_find(j->ctx, .outcome = SV_FAILED,
          .message = number ? N_("{name} is declared as a number: leading zeros are lost.")
                            : N_("{name} is declared as a date: an identity number is more than "
                                 "its first digits."),
          .args = args, .where = { .url = j->artifact->url, .json_pointer = pointer },
          .expected = "type: string, pattern: ^[0-9]{11}$",
          .actual = number ? "type: integer" : "format: date", .evidence = j->artifact->evidence,
          .hint = N_("Declare the field as a string with eleven digits, and read no birth date or "
                     "sex out of it."));
  json_decref(args);
}

enum sv_outcome sv_sem_identity_fields(struct sv_ctx *ctx)
{
  struct judging j = { .ctx = ctx };
  enum sv_outcome outcome;
  json_t *document = sv_own_document(ctx, &j.artifact, &outcome);
  if (!document)
    return outcome;
  sv_sample_members(document,
                    "fnr foedselsnummer fodselsnummer dnr dnummer personidentifikator personnummer",
                    identity_field, &j);
  json_decref(document);
  if (j.wrong)
    return SV_FAILED;
  return j.found ? SV_PASSED : SV_INAPPLICABLE;
}

static bool all_strings(const json_t *array)
{
  for (size_t i = 0; i < json_array_size(array); i++)
    if (!json_is_string(json_array_get(array, i)))
      return false;
  return json_array_size(array) >= 3;
}

/* An object with a member "enum" of three strings or more is a schema that copies a code list. */
static void enumeration(void *closure, const char *pointer, const char *name, const json_t *member)
{
  struct judging *j = closure;
  static const char *const references[] = { "x-codelist", "x-kodeliste", "x-code-list" };
  (void)name;
  const json_t *values = json_object_get(member, "enum");
  if (!json_is_object(member) || !all_strings(values))
    return;
  j->found++;
  for (size_t i = 0; i < 3; i++)
    if (text(member, references[i]))
      return;
  const char *comment = text(member, "$comment");
  if ((comment && strstr(comment, "://")) || text(json_object_get(member, "externalDocs"), "url"))
    return;
  j->wrong++;
  json_t *args = json_pack("{s:s}", "name", name);
  sv_find(j->ctx, .outcome = SV_FAILED,
          .message = N_("{name} lists codes without saying which code list they are."),
          .args = args, .where = { .url = j->artifact->url, .json_pointer = pointer },
          .expected = N_("x-codelist, externalDocs or $comment with the address of the list"),
          .actual = N_("none of them"), .evidence = j->artifact->evidence,
          .hint = N_("Refer to the code list, so that others can see what the codes mean and when "
                     "they change."));
  json_decref(args);
}

/* Every property of every schema, by walking the members of each "properties". */
static void properties(void *closure, const char *pointer, const char *name, const json_t *member)
{
  (void)name;
  struct judging *j = closure;
  json_t *object = json_is_object(member) ? (json_t *)(uintptr_t)member : NULL;
  for (void *i = json_object_iter(object); i; i = json_object_iter_next(object, i)) {
    const char *key = json_object_iter_key(i);
    enumeration(closure, j->ctx->sv->format(j->ctx, "%s/%s", pointer, key), key,
                json_object_iter_value(i));
  }
}

enum sv_outcome sv_sem_code_lists(struct sv_ctx *ctx)
{
  struct judging j = { .ctx = ctx };
  enum sv_outcome outcome;
  json_t *document = sv_own_document(ctx, &j.artifact, &outcome);
  if (!document)
    return outcome;
  sv_sample_members(document, "properties schemas", properties, &j);
  json_decref(document);
  if (j.wrong)
    return SV_FAILED;
  return j.found ? SV_PASSED : SV_INAPPLICABLE;
}
