// SPDX-License-Identifier: Apache-2.0
/* Values in answers: organisation numbers, dates, durations. */
#include "plugins/semantic/payload.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/base/idnumber.h"
#include "plugins/describe/samples.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

static void visit(void *closure, const char *pointer, const char *name, const json_t *member)
{
  struct sv_members *j = closure;
  j->judge(j, pointer, name, member);
}

void sv_members_wrong(struct sv_members *j, const char *pointer, const char *name,
                      const char *message, const char *expected, const char *value)
{
  j->wrong++;
  json_t *args = json_pack("{s:s}", "name", name);
  sv_find(j->ctx, .outcome = SV_FAILED, .message = message, .args = args,
          .where = { .url = j->answer->url, .json_pointer = pointer }, .expected = expected,
          .actual = value, .evidence = j->answer->evidence,
          .hint = N_("Correct the value where it is made, and say its form in the API "
                     "description."));
  json_decref(args);
}

enum sv_outcome sv_members_judge(struct sv_ctx *ctx, const char *names,
                                 void (*judge)(struct sv_members *, const char *, const char *,
                                               const json_t *))
{
  const struct sv_response *answers[SV_SAMPLES_MAX + 1];
  const size_t count = sv_samples_ask(ctx, &(struct sv_request){ .follow = 5 }, answers);
  struct sv_members j = { .ctx = ctx, .judge = judge };
  const struct sv_response *lost = NULL;
  for (size_t i = 0; i < count; i++) {
    if (answers[i]->error)
      lost = answers[i];
    json_t *value = answers[i]->error || answers[i]->status != 200
                        ? NULL
                        : json_loadb(answers[i]->body, answers[i]->body_size, 0, NULL);
    j.answer = answers[i];
    j.root = value;
    sv_sample_members(value, names, visit, &j);
    json_decref(value);
  }
  if (j.wrong)
    return SV_FAILED;
  if (lost)
    return sv_no_answer(ctx, lost);
  return j.found ? SV_PASSED : SV_INAPPLICABLE;
}

const json_t *sv_members_parent(const json_t *root, const char *pointer)
{
  const char *last = strrchr(pointer, '/');
  const json_t *at = root;
  for (const char *p = pointer; at && p < last;) {
    char key[256];
    size_t n = 0;
    for (p++; p < last && *p != '/'; p++) {
      const bool is_escape = *p == '~' && (p[1] == '0' || p[1] == '1');
      if (n < sizeof key - 1)
        key[n++] = is_escape ? (char)(p[1] == '0' ? '~' : '/') : *p;
      p += is_escape;
    }
    key[n] = '\0';
    unsigned long long index = 0;
    if (json_is_array(at))
      at = sv_parse_uint(key, n, SIZE_MAX, &index) ? json_array_get(at, (size_t)index) : NULL;
    else
      at = json_object_get(at, key);
  }
  return json_is_object(at) ? at : NULL;
}

static const char organisation_names[] = "orgnr organisasjonsnummer orgnumber organizationnumber "
                                         "organisationnumber";

#define EXPECTED_ORGANISATION N_("a string of nine digits with a right check digit")

/* The digits of a number or a string; NULL: it is neither. */
static const char *digits_of(struct sv_members *j, const json_t *member)
{
  return json_is_integer(member)
             ? j->ctx->sv->format(j->ctx, "%" JSON_INTEGER_FORMAT, json_integer_value(member))
             : json_string_value(member);
}

static void organisation_number(struct sv_members *j, const char *pointer, const char *name,
                                const json_t *member)
{
  if (json_is_null(member) || json_is_object(member) || json_is_array(member))
    return;
  const char *digits = digits_of(j, member);
  j->found++;
  if (!digits || !sv_orgnr_valid(digits))
    sv_members_wrong(j, pointer, name, N_("{name} is not an organisation number."),
                     EXPECTED_ORGANISATION, digits ? digits : "");
}

enum sv_outcome sv_sem_organisation_numbers(struct sv_ctx *ctx)
{
  return sv_members_judge(ctx, organisation_names, organisation_number);
}

static void organisation_text(struct sv_members *j, const char *pointer, const char *name,
                              const json_t *member)
{
  if (!json_is_integer(member) && !json_is_string(member))
    return;
  j->found++;
  if (json_is_integer(member))
    sv_members_wrong(j, pointer, name,
                     N_("{name} is a number: leading zeros and equality are lost."),
                     EXPECTED_ORGANISATION, digits_of(j, member));
}

enum sv_outcome sv_sem_organisation_text(struct sv_ctx *ctx)
{
  return sv_members_judge(ctx, organisation_names, organisation_text);
}

/* A day, a moment with an offset, a time, a year or a year and month: the forms of ISO 8601 that
 * RFC 3339 and XML Schema share. */
static bool is_iso_date(const char *s)
{
  const size_t n = strlen(s);
  if (sv_date_parse(s, n, NULL) || sv_date_time_parse(s, n, NULL) || sv_time_parse(s, n))
    return true;
  unsigned long long year;
  unsigned long long month;
  if (n == 4)
    return sv_parse_uint(s, 4, 9999, &year);
  return n == 7 && s[4] == '-' && sv_parse_uint(s, 4, 9999, &year) &&
         sv_parse_uint(s + 5, 2, 12, &month) && month > 0;
}

static void date(struct sv_members *j, const char *pointer, const char *name, const json_t *member)
{
  static const char expected[] = N_("2026-11-22, or 2026-11-22T08:00:00+01:00 with an offset");
  if (json_is_string(member) && json_string_length(member) > 0) {
    j->found++;
    if (!is_iso_date(json_string_value(member)))
      sv_members_wrong(j, pointer, name, N_("{name} is not an ISO 8601 date."), expected,
                       json_string_value(member));
  } else if (json_is_integer(member)) {
    j->found++;
    sv_members_wrong(
        j, pointer, name, N_("{name} is a number, not an ISO 8601 date."), expected,
        j->ctx->sv->format(j->ctx, "%" JSON_INTEGER_FORMAT, json_integer_value(member)));
  }
}

enum sv_outcome sv_sem_dates(struct sv_ctx *ctx)
{
  return sv_members_judge(ctx,
                          "dato date time tidspunkt stiftelsesdato registreringsdato foedselsdato "
                          "fodselsdato startdato "
                          "sluttdato gyldigfra gyldigtil endret opprettet sistendret oppdatert "
                          "publisert "
                          "timestamp "
                          "createdat updatedat created updated modified",
                          date);
}

/* XML Schema 3.3.6 and RFC 3339 appendix A: P, then numbers with designators in order, at least
 * one. */
bool sv_is_duration(const char *s)
{
  static const char *const parts[] = { "YMWD", "HMS" };
  s += *s == '-';
  if (*s++ != 'P' || *s == '\0')
    return false;
  for (size_t part = 0; *s; part++) {
    const char *left = parts[part];
    if (part == 1 && (*s != 'T' || !*++s))
      return false;
    while (*s && *s != 'T') {
      size_t digits = strspn(s, "0123456789");
      size_t n = digits;
      if (s[n] == '.')
        n += 1 + strspn(s + n + 1, "0123456789");
      const char *at = digits && s[n] ? strchr(left, s[n]) : NULL;
      if (!at || (n > digits && s[n] != 'S'))
        return false;
      left = at + 1;
      s += n + 1;
    }
    if (part == 1)
      return *s == '\0';
  }
  return true;
}

static void duration(struct sv_members *j, const char *pointer, const char *name,
                     const json_t *member)
{
  if (!json_is_string(member))
    return;
  j->found++;
  if (!sv_is_duration(json_string_value(member)))
    sv_members_wrong(j, pointer, name, N_("{name} is not an ISO 8601 duration."),
                     N_("P7D, PT30M, P1Y6M and the like"), json_string_value(member));
}

enum sv_outcome sv_sem_durations(struct sv_ctx *ctx)
{
  return sv_members_judge(ctx,
                          "varighet duration behandlingstid saksbehandlingstid frist svarfrist "
                          "processingtime",
                          duration);
}
