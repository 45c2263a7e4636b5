// SPDX-License-Identifier: Apache-2.0
/* Organisations and municipalities: lists and single ones, the present version and the old. */
#include "reference/select.h"
#include "reference/state.h"
#include "reference/text.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"

#include <string.h>
#include <time.h>

enum { YEAR = 365 * 24 * 60 * 60, SLOW_SECONDS = 6 };

#define CSV "text/csv; charset=utf-8; header=present"
#define CSV_HEAD                                                                                   \
  "organisasjonsnummer;navn;organisasjonsform;registreringsdato;kommunenummer;antallAnsatte\r\n"

static const char *const list_types[] = { "application/json", CSV };

static void write_csv(const struct sv_selection *sel, size_t from, size_t to, struct sv_buf *out)
{
  sv_buf_adds(out, CSV_HEAD);
  for (size_t i = from; i < to; i++)
    sv_buf_adds(out, sel->units[i]->csv);
}

static void write_units(const struct sv_selection *sel, struct sv_buf *out)
{
  for (size_t i = sel->from; i < sel->to; i++) {
    if (i > sel->from)
      sv_buf_addc(out, ',');
    sv_buf_adds(out, sel->units[i]->json);
  }
}

/* One link of the page, in the Link header (RFC 8288) and in the content. */
static void add_link(struct sv_exchange *x, const char *relation, const char *url)
{
  struct sv_buf *out = &x->answer.body;
  sv_answer_append(x, "Link", "<%s>; rel=\"%s\"", url, relation);
  if (out->data[out->size - 1] != '{')
    sv_buf_addc(out, ',');
  sv_buf_addf(out, "\"%s\":", relation);
  sv_text_json(out, url);
}

static void add_links(const struct sv_service *s, struct sv_exchange *x,
                      const struct sv_selection *sel, const char *path)
{
  const unsigned pages = sv_selection_pages(sel);
  const bool endless = sv_service_quirk(s, SV_NEXT_WITHOUT_END);
  const unsigned next = sel->page + (sv_service_quirk(s, SV_NEXT_IS_SAME_PAGE) ? 0 : 1);
  add_link(x, "self", sv_selection_url(s, x, sel, path, sel->page));
  add_link(x, "first", sv_selection_url(s, x, sel, path, 1));
  if (sel->page > 1)
    add_link(x, "prev",
             sv_selection_url(s, x, sel, path, sel->page <= pages ? sel->page - 1 : pages));
  if (sel->page < pages || endless)
    add_link(x, "next", sv_selection_url(s, x, sel, path, endless ? 1 : next));
  add_link(x, "last", sv_selection_url(s, x, sel, path, pages));
}

/* What the selection was narrowed by, as it was understood. */
static void add_filter(const struct sv_service *s, struct sv_exchange *x)
{
  static const char *const names[] = { "navn", "kommunenummer", "organisasjonsform" };
  struct sv_buf *out = &x->answer.body;
  const char *separator = "";
  sv_buf_adds(out, "},\"filter\":{");
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    const char *value = sv_request_query(x, names[i]);
    if (!value)
      continue;
    sv_buf_addf(out, "%s\"%s\":", separator, names[i]);
    sv_text_json(out, sv_mangle(s, x, value));
    separator = ",";
  }
}

void sv_api_units(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  struct sv_selection sel;
  int type = sv_negotiate(sv_request_header(x, "Accept"), list_types, 2);
  if (sv_service_quirk(s, SV_IGNORES_ACCEPT))
    type = 0;
  if (type < 0) {
    sv_problem(s, x, 406, "format", "Formatet finnes ikke",
               "Enheter finnes som application/json og text/csv.");
    return;
  }
  if (!sv_selection_make(s, x, &sel))
    return;
  struct sv_buf *out = &x->answer.body;
  sv_answer_ok(x, list_types[type], SV_CACHE_OPEN);
  if (type == 1) {
    write_csv(&sel, sel.from, sel.to, out);
    return;
  }
  sv_buf_adds(out, "{\"enheter\":[");
  write_units(&sel, out);
  sv_buf_addf(out,
              "],\"side\":{\"nummer\":%u,\"storrelse\":%u,\"antall\":%zu,\"totalt\":%zu,"
              "\"antallSider\":%u},\"lenker\":{",
              sel.page, sel.size, sel.to - sel.from, sel.count, sv_selection_pages(&sel));
  add_links(s, x, &sel, "/v1/enheter");
  add_filter(s, x);
  sv_buf_adds(out, "}}\n");
}

void sv_api_units_csv(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  struct sv_selection sel;
  if (!sv_selection_make(s, x, &sel))
    return;
  sv_answer_ok(x, CSV, SV_CACHE_OPEN);
  sv_answer_set(x, "Content-Disposition", "inline; filename=\"enheter.csv\"");
  write_csv(&sel, 0, sel.count, &x->answer.body);
}

/* The organisation ITEM names; NULL when the answer is a refusal. */
static const struct sv_unit *find(const struct sv_service *s, struct sv_exchange *x,
                                  const char *item)
{
  if (!sv_orgnr_valid(item) && !sv_service_quirk(s, SV_ANY_NUMBER)) {
    sv_problem(s, x, 400, "parameter", "Ugyldig organisasjonsnummer",
               "Et organisasjonsnummer har ni sifre, og det siste er et kontrollsiffer.");
    return NULL;
  }
  const struct sv_unit *u = sv_register_find(s->units, item);
  if (!u && sv_service_quirk(s, SV_ANY_NUMBER))
    u = &s->units->units[0];
  if (!u)
    sv_problem(s, x, 404, "ikke-funnet", "Ikke funnet",
               "Det er ingen enhet med dette organisasjonsnummeret.");
  return u;
}

void sv_api_unit(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  const struct sv_unit *u = find(s, x, item);
  if (!u)
    return;
  if (sv_service_quirk(s, SV_SECOND_GET_GONE) && sv_state_count(s) > 0) {
    sv_problem(s, x, 410, "ikke-funnet", "Borte", "Enheten er lest og finnes ikke lenger.");
    return;
  }
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  sv_buf_addf(&x->answer.body, "%s\n", u->json);
}

/* RFC 9745 and RFC 8594: deprecated since 1 June 2025, gone a year from now. */
static void add_farewell(const struct sv_service *s, struct sv_exchange *x)
{
  char sunset[SV_DATE_SIZE];
  sv_text_http_date(s->started + YEAR, sunset);
  sv_answer_set(x, "Deprecation", "@1748736000");
  sv_answer_set(x, "Sunset", "%s", sunset);
  sv_answer_append(x, "Link",
                   "<%s/endringer>; rel=\"deprecation\"; type=\"text/html\", "
                   "<%s/endringer>; rel=\"sunset\"; type=\"text/html\", "
                   "<%s/v1/enheter>; rel=\"successor-version\", "
                   "<%s/openapi.json>; rel=\"service-desc\"; type=\"application/json\"",
                   s->base, s->base, s->base, s->base);
}

void sv_api_old_units(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  struct sv_selection sel;
  add_farewell(s, x);
  if (!sv_selection_make(s, x, &sel))
    return;
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  sv_buf_adds(&x->answer.body, "{\"data\":[");
  write_units(&sel, &x->answer.body);
  sv_buf_adds(&x->answer.body, "]}\n");
}

void sv_api_old_unit(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  if (sv_service_quirk(s, SV_SLOW_OLD_UNIT))
    (void)nanosleep(&(struct timespec){ .tv_sec = SLOW_SECONDS }, NULL);
  add_farewell(s, x);
  if (sv_orgnr_valid(item))
    sv_api_unit(s, x, item);
  else
    sv_problem(s, x, 404, "ikke-funnet", "Ikke funnet", "Det finnes ingenting på denne adressen.");
}

static void write_municipality(const struct sv_municipality *m, const char *base,
                               struct sv_buf *out)
{
  sv_buf_addf(out, "{\"kommunenummer\":\"%s\",\"navn\":", m->number);
  sv_text_json(out, m->name);
  sv_buf_addf(out, ",\"fylkesnummer\":\"%.2s\",\"fylke\":", m->number);
  sv_text_json(out, m->county);
  sv_buf_addf(out, ",\"lenker\":{\"self\":\"%s/v1/kommuner/%s\"}}", base, m->number);
}

void sv_api_municipalities(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  struct sv_buf *out = &x->answer.body;
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  sv_buf_adds(out, "{\"kommuner\":[");
  const size_t rounds = sv_service_quirk(s, SV_LONG_LIST) ? 200 / sv_municipality_count + 1 : 1;
  for (size_t i = 0; i < sv_municipality_count * rounds; i++) {
    if (i > 0)
      sv_buf_addc(out, ',');
    write_municipality(&sv_municipalities[i % sv_municipality_count], s->base, out);
  }
  sv_buf_adds(out, "]}\n");
}

void sv_api_municipality(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  const bool well_formed = strlen(item) == 4 && strspn(item, "0123456789") == 4;
  const struct sv_municipality *m = sv_municipality_find(item);
  if (!well_formed) {
    sv_problem(s, x, 400, "parameter", "Ugyldig kommunenummer", "Et kommunenummer har fire sifre.");
    return;
  }
  if (!m) {
    sv_problem(s, x, 404, "ikke-funnet", "Ikke funnet", "Det er ingen kommune med dette nummeret.");
    return;
  }
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  write_municipality(m, s->base, &x->answer.body);
  sv_buf_addc(&x->answer.body, '\n');
}
