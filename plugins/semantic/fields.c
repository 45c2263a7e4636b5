// SPDX-License-Identifier: Apache-2.0
/* Fields of API descriptions and schemas: identity numbers, quantities, concepts. */
#include "plugins/describe/openapi.h"
#include "plugins/semantic/quantities.h"
#include "plugins/semantic/schema_document.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/idnumber.h"
#include "engines/base/uri.h"
#include "engines/openapi/openapi.h"
#include "engines/regex/regex.h"
#include "engines/sample/sample.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MOST = 2048, EXAMPLES_TOLD = 30, POINTER_MOST = 2000 };

static const char identity_names[] = "fnr fodselsnummer foedselsnummer fødselsnummer personnummer "
                                     "ssn pid personidentifikator dnr dnummer";

struct judging {
  struct sv_ctx *ctx;
  const struct sv_artifact *artifact;
  const json_t *document;
  size_t found, wrong;
};

static void wrong(struct judging *j, const char *pointer, const char *name, const char *message,
                  const char *expected, const char *hint)
{
  j->wrong++;
  json_t *args = json_pack("{s:s}", "name", name);
  sv_find(j->ctx, .outcome = SV_FAILED, .message = message, .args = args,
          .where = { .url = j->artifact->url, .json_pointer = pointer }, .expected = expected,
          .evidence = j->artifact->evidence, .hint = hint);
  json_decref(args);
}

static void set(void *closure, const char *pointer, const char *name, const json_t *member)
{
  (void)pointer;
  (void)name;
  *(bool *)closure = member != NULL;
}

/* Whether NAME is one of NAMES, however it is spelt. */
static bool is_among(const char *names, const char *name)
{
  bool found = false;
  json_t *one = json_object();
  (void)json_object_set_new(one, name, json_true());
  sv_sample_members(one, names, set, &found);
  json_decref(one);
  return found;
}

static bool is_identity(const char *name)
{
  return is_among(identity_names, name);
}

/* Judges each property of the document at hand. */
static enum sv_outcome each_property(struct sv_ctx *ctx, sv_schema_property *judge)
{
  struct judging j = { .ctx = ctx };
  enum sv_outcome outcome;
  json_t *document = sv_own_document(ctx, &j.artifact, &outcome);
  if (!document)
    return outcome;
  j.document = document;
  sv_schema_properties(document, judge, &j);
  json_decref(document);
  if (j.wrong)
    return SV_FAILED;
  return j.found ? SV_PASSED : SV_INAPPLICABLE;
}

/* --- SEM-091 --- */
/* Kinds of number that a pattern must let in: no number of a person among them, since none has the
 * control digits. */
static const struct {
  const char *digits, *message;
} kinds[] = {
  { "01019011111", N_("The pattern of {name} lets in no ordinary national identity number.") },
  { "41019011111", N_("The pattern of {name} lets in no D number, whose day is 40 higher.") },
  { "01819011111", N_("The pattern of {name} lets in no made-up number for tests, whose month is "
                      "80 "
                      "higher.") },
};

/* Whether the text says that something is read out of the number which must not be. */
static bool says_derived(const char *text)
{
  static const char *const verbs[] = { "utled",  "avled",      "leses av",   "lesast av",
                                       "derive", "fremgår av", "framgår av", "beregnes fra" };
  static const char *const nouns[] = { "kjønn", "århundre", "gender", "the sex", "century" };
  bool verb = false, noun = false;
  for (size_t i = 0; text && i < sizeof verbs / sizeof verbs[0]; i++)
    verb = verb || strcasestr(text, verbs[i]);
  for (size_t i = 0; text && i < sizeof nouns / sizeof nouns[0]; i++)
    noun = noun || strcasestr(text, nouns[i]);
  return verb && noun;
}

static void identity_pattern(void *closure, const char *pointer, const char *name,
                             const json_t *schema, const json_t *siblings)
{
  struct judging *j = closure;
  struct sv_regex *regex = NULL;
  (void)siblings;
  if (!is_identity(name))
    return;
  const char *pattern = json_string_value(json_object_get(schema, "pattern"));
  const char *description = json_string_value(json_object_get(schema, "description"));
  j->found += pattern || description;
  if (says_derived(description))
    wrong(j, pointer, name, N_("Sex or century is read out of {name}."),
          N_("a number that is only compared"),
          N_("Ask the national population register instead: from 2032 the digits say neither."));
  if (!pattern || sv_regex_compile(pattern, strlen(pattern), &regex, NULL) != SV_OK)
    return;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    bool found = true;
    if (sv_regex_match(regex, NULL, kinds[i].digits, 11, &found) == SV_OK && !found)
      wrong(j, pointer, name, kinds[i].message, "^[0-9]{11}$",
            N_("Let the pattern take any eleven digits, and judge date and control digits where "
               "the "
               "number is used: by the rule of today and by that of 2032, which lets the first "
               "control digit leave 0 to 3."));
  }
  sv_regex_free(regex);
}

enum sv_outcome sv_sem_identity_pattern(struct sv_ctx *ctx)
{
  return each_property(ctx, identity_pattern);
}

/* --- SEM-092: the pattern --- */
static const char person_names[] = "fnr fodselsnummer foedselsnummer fødselsnummer personnummer "
                                   "personidentifikator dnr dnummer";

/* Whether the pattern lets in eleven digits of every kind, and nothing else. */
static bool is_eleven_digits(const struct sv_regex *regex)
{
  static const struct {
    const char *text;
    bool fits;
  } probes[] = {
    { "01019011111", true }, { "41019011111", true },   { "01819011111", true },
    { "1234567890", false }, { "012345678901", false }, { "0101901111a", false },
  };
  for (size_t i = 0; i < sizeof probes / sizeof probes[0]; i++) {
    bool found = !probes[i].fits;
    if (sv_regex_match(regex, NULL, probes[i].text, strlen(probes[i].text), &found) != SV_OK ||
        found != probes[i].fits)
      return false;
  }
  return true;
}

static void identity_eleven(void *closure, const char *pointer, const char *name,
                            const json_t *schema, const json_t *siblings)
{
  struct judging *j = closure;
  struct sv_regex *regex = NULL;
  const char *type = json_string_value(json_object_get(schema, "type"));
  const char *pattern = json_string_value(json_object_get(schema, "pattern"));
  (void)siblings;
  if (!type || strcmp(type, "string") != 0 || !is_among(person_names, name))
    return;
  j->found++;
  const bool is_right = pattern &&
                        sv_regex_compile(pattern, strlen(pattern), &regex, NULL) == SV_OK &&
                        is_eleven_digits(regex);
  if (!is_right)
    wrong(j, pointer, name,
          pattern ? N_("The pattern of {name} is not that of eleven digits.")
                  : N_("{name} has no pattern, and takes any text."),
          "^[0-9]{11}$", N_("Give the field the pattern ^[0-9]{11}$."));
  sv_regex_free(regex);
}

enum sv_outcome sv_sem_identity_eleven(struct sv_ctx *ctx)
{
  return each_property(ctx, identity_eleven);
}

/* --- SEM-094: fields for days and moments --- */

static bool is_capital(char c)
{
  return c >= 'A' && c <= 'Z';
}

/* Whether NAME ends in WORD as a word of its own: registeredDate, valid_date, date. */
static bool ends_in_word(const char *name, const char *word)
{
  const size_t n = strlen(name), size = strlen(word);
  if (n < size || !sv_equal_nocase_n(name + n - size, size, word))
    return false;
  return n == size || strchr("_-.", name[n - size - 1]) ||
         (is_capital(name[n - size]) && !is_capital(name[n - size - 1]));
}

static bool is_time_name(const char *name)
{
  static const char *const words[] = { "date", "dato", "tid", "time", "tidspunkt", "timestamp" };
  static const char *const endings[] = { "dato", "tidspunkt" };
  const size_t n = strlen(name);
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (ends_in_word(name, words[i]))
      return true;
  for (size_t i = 0; i < 2; i++) {
    const size_t size = strlen(endings[i]);
    if (n > size && sv_equal_nocase_n(name + n - size, size, endings[i]))
      return true;
  }
  return false;
}

static void time_format(void *closure, const char *pointer, const char *name, const json_t *schema,
                        const json_t *siblings)
{
  struct judging *j = closure;
  const char *type = json_string_value(json_object_get(schema, "type"));
  (void)siblings;
  if (!type || strcmp(type, "string") != 0 || !is_time_name(name) ||
      json_object_get(schema, "enum") || json_object_get(schema, "const"))
    return;
  j->found++;
  if (!json_object_get(schema, "format"))
    wrong(j, pointer, name, N_("{name} does not say which form its time has."),
          "format: date, date-time",
          N_("Give the field the format date, date-time or time of RFC 3339."));
}

enum sv_outcome sv_sem_time_formats(struct sv_ctx *ctx)
{
  return each_property(ctx, time_format);
}

/* --- SEM-093 --- */
/* Whether VALUE is an identity number of a person: one that was hidden on the way here, or is a
 * valid one of no series for tests. */
static bool is_number(const json_t *value)
{
  char digits[24];
  const char *text = json_string_value(value);
  if (json_is_integer(value)) {
    (void)snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    text = digits;
  }
  return text && strlen(text) == 11 &&
         (strcmp(text, SV_IDNUMBER_HIDDEN) == 0 ||
          (sv_idnumber_valid(text) && !sv_idnumber_is_synthetic(text)));
}

static void say_example(struct judging *j, const char *pointer)
{
  if (j->wrong++ >= EXAMPLES_TOLD)
    return;
  sv_find(j->ctx, .outcome = SV_FAILED,
          .message = N_("An example in the description is an identity number."),
          .where = { .url = j->artifact->url, .json_pointer = pointer },
          .expected = N_("a synthetic number, whose month is 80 higher"),
          .evidence = j->artifact->evidence,
          .hint = N_("Take examples from the synthetic population of Tenor."));
}

/* A step down in a JSON Pointer (RFC 6901); one that is long already stays as it is. */
static void step(struct sv_buf *pointer, const char *name)
{
  if (pointer->size > POINTER_MOST || strlen(name) > POINTER_MOST)
    return;
  (void)sv_buf_addc(pointer, '/');
  for (const char *p = name; *p; p++)
    (void)sv_buf_adds(pointer, *p == '~' ? "~0" : *p == '/' ? "~1" : (char[]){ *p, '\0' });
}

/* Whether the values of a member called NAME are examples. */
static bool begins_example(const char *name)
{
  static const char *const members[] = { "example", "examples", "default", "enum", "const" };
  for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
    if (strcmp(name, members[i]) == 0)
      return true;
  return false;
}

/* Goes through all of VALUE, which stands at POINTER. */
static void judge_examples(struct judging *j, const json_t *value, struct sv_buf *pointer,
                           bool is_example, unsigned depth)
{
  const size_t size = pointer->size;
  const char *key;
  json_t *item;
  size_t i;
  if (is_example && is_number(value))
    say_example(j, sv_buf_text(pointer));
  if (depth == 0)
    return;
  json_array_foreach(value, i, item)
  {
    char index[24];
    (void)snprintf(index, sizeof index, "%zu", i);
    step(pointer, index);
    judge_examples(j, item, pointer, is_example, depth - 1);
    sv_buf_cut(pointer, size);
  }
  json_object_foreach((json_t *)(uintptr_t)value, key, item)
  {
    step(pointer, key);
    judge_examples(j, item, pointer, is_example || begins_example(key), depth - 1);
    sv_buf_cut(pointer, size);
  }
}

static void judge_parameter(struct judging *j, const struct sv_openapi_operation *o,
                            const struct sv_openapi_parameter *p)
{
  size_t line = 0, column = 0;
  if (p->in != SV_OPENAPI_PATH && p->in != SV_OPENAPI_QUERY)
    return;
  j->found++;
  if (!is_identity(p->name))
    return;
  j->wrong++;
  if (p->node.doc)
    sv_doc_position(p->node.doc, p->node.value, &line, &column);
  json_t *args = json_pack("{s:s}", "name", p->name);
  char method[16];
  size_t n = 0;
  for (; n < sizeof method - 1 && o->method[n]; n++)
    method[n] = (char)(sv_lower(o->method[n]) - (sv_is_alpha(o->method[n]) ? 32 : 0));
  method[n] = '\0';
  sv_find(j->ctx, .outcome = SV_FAILED,
          .message = N_("{name} puts identity numbers into addresses, where logs keep them."),
          .args = args,
          .where = { .url = j->artifact->url,
                     .operation = j->ctx->sv->format(j->ctx, "%s %s", method, o->path),
                     .line = (uint32_t)line,
                     .column = (uint32_t)column },
          .expected = N_("the number in the body of a POST request"),
          .evidence = j->artifact->evidence,
          .hint = N_("Take the number in the body, or use a reference that says nothing by "
                     "itself."));
  json_decref(args);
}

enum sv_outcome sv_sem_identity_in_url(struct sv_ctx *ctx)
{
  struct judging j = { .ctx = ctx };
  struct sv_openapi *api = NULL;
  struct sv_buf pointer = SV_BUF(16 << 10);
  size_t count = 0;
  enum sv_outcome outcome;
  json_t *document = sv_own_document(ctx, &j.artifact, &outcome);
  if (!document)
    return outcome;
  judge_examples(&j, document, &pointer, false, DEPTH_MOST);
  sv_buf_free(&pointer);
  json_decref(document);
  const struct sv_openapi_options options = { .name = j.artifact ? j.artifact->url : NULL,
                                              .borrowed = true };
  if (sv_openapi_load(j.artifact->data, j.artifact->size, &options, &api, NULL) != SV_OK)
    return j.wrong ? SV_FAILED : SV_INAPPLICABLE;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &count);
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; o[i].place == SV_OPENAPI_PATHS && k < o[i].parameter_count; k++)
      judge_parameter(&j, &o[i], &o[i].parameters[k]);
  sv_openapi_free(api);
  if (j.wrong)
    return SV_FAILED;
  return count ? SV_PASSED : SV_INAPPLICABLE;
}

/* --- SEM-140 --- */
static void unit_of(void *closure, const char *pointer, const char *name, const json_t *schema,
                    const json_t *siblings)
{
  struct judging *j = closure;
  if (!sv_sem_is_quantity(name, schema))
    return;
  j->found++;
  if (!sv_sem_has_unit(name, schema, siblings))
    wrong(j, pointer, name, N_("{name} does not say what it is counted in."),
          N_("x-unit, a unit in the description, or a property beside it such as valuta or enhet"),
          N_("Say the unit where the field is described."));
}

enum sv_outcome sv_sem_schema_units(struct sv_ctx *ctx)
{
  return each_property(ctx, unit_of);
}
