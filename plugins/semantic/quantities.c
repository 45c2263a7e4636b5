// SPDX-License-Identifier: Apache-2.0
/* Numbers in answers that are codes: of municipalities, of accounts, of currencies; and numbers
 * that measure something. */
#include "plugins/semantic/quantities.h"
#include "plugins/semantic/payload.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/doc/bridge.h"
#include "engines/sample/sample.h"

#include <stdbool.h>
#include <string.h>

/* --- SEM-088 --- */
static bool is_digits(const char *text, size_t count)
{
  return strspn(text, "0123456789") == count && text[count] == '\0';
}

static void area_code(struct sv_members *j, const char *pointer, const char *name,
                      const json_t *member)
{
  const bool is_county = sv_lower((unsigned char)name[0]) == 'f';
  const size_t digits = is_county ? 2 : 4;
  const char *expected = is_county ? N_("a string of two digits") : N_("a string of four digits");
  if (json_is_integer(member)) {
    j->found++;
    sv_members_wrong(
        j, pointer, name, N_("{name} is a number: its first zero is lost."), expected,
        j->ctx->sv->format(j->ctx, "%" JSON_INTEGER_FORMAT, json_integer_value(member)));
  } else if (json_is_string(member)) {
    j->found++;
    if (!is_digits(json_string_value(member), digits))
      sv_members_wrong(j, pointer, name,
                       N_("{name} does not have the digits that such codes have."), expected,
                       json_string_value(member));
  }
}

enum sv_outcome sv_sem_area_codes(struct sv_ctx *ctx)
{
  return sv_members_judge(ctx, "kommunenummer kommunenr fylkesnummer fylkesnr", area_code);
}

/* --- SEM-090 --- */
/* Modulus 11 as organisation numbers have it, over eleven digits. */
static bool is_account(const char *digits)
{
  static const int weights[] = { 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 };
  int sum = 0;
  for (size_t i = 0; i < 10; i++)
    sum += weights[i] * (digits[i] - '0');
  return (11 - sum % 11) % 11 == digits[10] - '0';
}

/* The value is never shown: it may be a person's. Eleven nines stand for what was hidden on the way
 * here, and tell nothing. */
static void account(struct sv_members *j, const char *pointer, const char *name,
                    const json_t *member)
{
  char digits[12] = "";
  size_t n = 0;
  const char *text = json_string_value(member);
  if (!text && !json_is_integer(member))
    return;
  for (const char *p = text ? text : ""; *p; p++) {
    if (*p == '.' || *p == ' ')
      continue;
    if (n < 11)
      digits[n] = *p;
    n++;
  }
  if (sv_idnumber_was_hidden(digits))
    return;
  j->found++;
  if (!text)
    sv_members_wrong(j, pointer, name, N_("{name} is a number: its first zero is lost."),
                     N_("a string of eleven digits"), NULL);
  else if (n != 11 || !is_digits(digits, 11) || !is_account(digits))
    sv_members_wrong(j, pointer, name,
                     N_("{name} is no account number: eleven digits, the last of them a control "
                        "digit."),
                     N_("a string of eleven digits"), NULL);
}

enum sv_outcome sv_sem_accounts(struct sv_ctx *ctx)
{
  return sv_members_judge(ctx, "kontonummer kontonr bankkontonummer", account);
}

/* --- SEM-140 --- */
static const char quantities[] = "belop beloep amount pris price kostnad avgift gebyr lengde "
                                 "bredde "
                                 "hoyde hoeyde areal vekt volum avstand";
static const char units[] = "valuta currency valutakode currencycode enhet unit maaleenhet "
                            "maleenhet unitcode enhetskode x-unit x-enhet";

static void note(void *closure, const char *pointer, const char *name, const json_t *member)
{
  bool *found = closure;
  (void)name;
  *found = *found || (member && !strchr(pointer + 1, '/'));
}

/* Whether OBJECT itself has a member that tells a unit: of the quantity, or with its name before.
 */
static bool has_unit(const json_t *object, const char *name)
{
  bool found = false;
  const size_t size = strlen(name);
  const char *key;
  json_t *value;
  sv_sample_members(object, units, note, &found);
  json_object_foreach((json_t *)(uintptr_t)object, key, value)
  {
    if (strncmp(key, name, size) != 0 || key[size] == '\0')
      continue;
    json_t *rest = json_object();
    (void)json_object_set_new(rest, key + size, json_true());
    sv_sample_members(rest, units, note, &found);
    json_decref(rest);
  }
  return found;
}

/* Whether the words of a description tell a unit. */
static bool tells_unit(const char *text)
{
  static const char *const words[] = { "kroner", "NOK",  "EUR",   "øre",     "meter",   "kilo",
                                       "gram",   "tonn", "liter", "prosent", "percent", "hektar",
                                       "(km",    "(cm",  "(mm",   "(kg",     "dekar",   "m²" };
  for (size_t i = 0; text && i < sizeof words / sizeof words[0]; i++)
    if (strcasestr(text, words[i]))
      return true;
  return false;
}

struct described {
  bool has_unit;
};

static void in_schema(void *closure, const char *pointer, const char *name, const json_t *member)
{
  struct described *d = closure;
  (void)pointer;
  (void)name;
  d->has_unit = d->has_unit || json_object_get(member, "x-unit") ||
                json_object_get(member, "x-enhet") ||
                tells_unit(json_string_value(json_object_get(member, "description")));
}

/* Whether the API description tells the unit of properties called NAME. */
static bool is_described(struct sv_ctx *ctx, const char *name)
{
  struct described d = { false };
  const struct sv_artifact *a = ctx->sv->artifact(ctx, "openapi", 0);
  json_t *document = a && a->data ? sv_doc_json(a->data, a->size) : NULL;
  sv_sample_members(document, name, in_schema, &d);
  json_decref(document);
  return d.has_unit;
}

static void quantity(struct sv_members *j, const char *pointer, const char *name,
                     const json_t *member)
{
  if (!json_is_number(member))
    return;
  const json_t *parent = sv_members_parent(j->root, pointer);
  j->found++;
  if ((!parent || !has_unit(parent, name)) && !is_described(j->ctx, name))
    sv_members_wrong(j, pointer, name, N_("{name} does not say what it is counted in."),
                     N_("a member beside it such as valuta or enhet, or x-unit in the schema"),
                     NULL);
}

static void currency(struct sv_members *j, const char *pointer, const char *name,
                     const json_t *member)
{
  const char *code = json_string_value(member);
  if (!code)
    return;
  j->found++;
  if (strlen(code) != 3 || strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
    sv_members_wrong(j, pointer, name, N_("{name} is no currency code."),
                     N_("three capital letters of ISO 4217, such as NOK"), code);
}

enum sv_outcome sv_sem_units(struct sv_ctx *ctx)
{
  return sv_members_judge(ctx, quantities, quantity);
}

enum sv_outcome sv_sem_currencies(struct sv_ctx *ctx)
{
  return sv_members_judge(ctx, "valuta valutakode currency currencycode", currency);
}

/* --- SEM-140 in schemas --- */
bool sv_sem_is_quantity(const char *name, const json_t *schema)
{
  json_t *one = json_object();
  bool found = false;
  (void)json_object_set_new(one, name, json_true());
  sv_sample_members(one, quantities, note, &found);
  json_decref(one);
  const char *type = json_string_value(json_object_get(schema, "type"));
  return found && type && (strcmp(type, "number") == 0 || strcmp(type, "integer") == 0);
}

bool sv_sem_has_unit(const char *name, const json_t *schema, const json_t *siblings)
{
  return has_unit(siblings, name) || json_object_get(schema, "x-unit") ||
         json_object_get(schema, "x-enhet") ||
         tells_unit(json_string_value(json_object_get(schema, "description")));
}
