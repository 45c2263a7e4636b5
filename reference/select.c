// SPDX-License-Identifier: Apache-2.0
/* Filter, order and page of the register. */
#include "reference/select.h"

#include "engines/base/utf8.h"
#include "engines/base/ascii.h"
#include "reference/text.h"

#include <stdlib.h>
#include <string.h>

enum { PAGE_SIZE = 20, PAGE_SIZE_MAX = 100, PAGE_MAX = 1000000, NAME_MAX_CHARS = 100 };

static const char *const filters[] = { "navn", "kommunenummer", "organisasjonsform", "sort" };
static const char *const forms[] = { "AS", "ENK", "FLI", "SA" };

typedef int order(const void *a, const void *b);

static const struct sv_unit *unit_at(const void *p)
{
  return *(const struct sv_unit *const *)p;
}

static int by_number(const void *a, const void *b)
{
  return strcmp(unit_at(a)->number, unit_at(b)->number);
}

static int by_name(const void *a, const void *b)
{
  const int c = strcmp(unit_at(a)->name, unit_at(b)->name);
  return c ? c : by_number(a, b);
}

static int by_name_down(const void *a, const void *b)
{
  return by_name(b, a);
}

static int by_date(const void *a, const void *b)
{
  const int c = strcmp(unit_at(a)->registered, unit_at(b)->registered);
  return c ? c : by_number(a, b);
}

static const struct {
  const char *name;
  order *compare;
} orders[] = {
  { "organisasjonsnummer", by_number },
  { "navn", by_name },
  { "-navn", by_name_down },
  { "registreringsdato", by_date },
};

/* Lower case for Latin-1 letters and the pairs of Latin Extended-A. */
static uint32_t fold(uint32_t c)
{
  if (c < 0x80)
    return (uint32_t)sv_lower((int)c);
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
    return c + 0x20;
  const bool odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (c >= 0x100 && c <= 0x17E)
    return (c & 1) == odd_upper ? c + 1 : c;
  return c;
}

/* Whether TEXT begins with PART, but for case. */
static bool begins(const char *text, const char *part)
{
  const char *text_end = text + strlen(text);
  const char *part_end = part + strlen(part);
  while (part < part_end) {
    uint32_t a = 0;
    uint32_t b = 0;
    const size_t n = sv_utf8_decode(text, text_end, &a);
    const size_t m = sv_utf8_decode(part, part_end, &b);
    if (n == 0 || m == 0 || fold(a) != fold(b))
      return false;
    text += n;
    part += m;
  }
  return true;
}

bool sv_text_has(const char *text, const char *part)
{
  for (; *text; text++)
    if (begins(text, part))
      return true;
  return *part == '\0';
}

static bool is_one_of(const char *text, const char *const *list, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (strcmp(list[i], text) == 0)
      return true;
  return false;
}

static bool is_municipality_number(const char *text)
{
  for (size_t i = 0; i < 4; i++)
    if (!sv_is_digit((unsigned char)text[i]))
      return false;
  return text[4] == '\0';
}

static order *find_order(const char *name)
{
  for (size_t i = 0; name && i < sizeof orders / sizeof orders[0]; i++)
    if (strcmp(orders[i].name, name) == 0)
      return orders[i].compare;
  return NULL;
}

static void judge(const struct sv_exchange *x, struct sv_faults *f)
{
  const char *name = sv_request_query(x, "navn");
  const char *municipality = sv_request_query(x, "kommunenummer");
  const char *form = sv_request_query(x, "organisasjonsform");
  const char *sort = sv_request_query(x, "sort");
  if (name && (!*name || sv_utf8_length(name, strlen(name)) > NAME_MAX_CHARS))
    sv_faults_add(f, "navn", "må ha fra 1 til 100 tegn");
  if (municipality && !is_municipality_number(municipality))
    sv_faults_add(f, "kommunenummer", "må ha fire sifre");
  if (form && !is_one_of(form, forms, sizeof forms / sizeof forms[0]))
    sv_faults_add(f, "organisasjonsform", "må være AS, ENK, FLI eller SA");
  if (sort && !find_order(sort))
    sv_faults_add(f, "sort", "må være organisasjonsnummer, navn, -navn eller registreringsdato");
}

static bool fits(const struct sv_exchange *x, const struct sv_unit *u)
{
  const char *name = sv_request_query(x, "navn");
  const char *municipality = sv_request_query(x, "kommunenummer");
  const char *form = sv_request_query(x, "organisasjonsform");
  return (!name || sv_text_has(u->name, name)) &&
         (!municipality || strcmp(u->municipality->number, municipality) == 0) &&
         (!form || strcmp(u->form, form) == 0);
}

static void take_page(const struct sv_service *s, struct sv_selection *sel)
{
  if (sv_service_quirk(s, SV_PAGE_SIZE_IGNORED))
    sel->size = PAGE_SIZE;
  const unsigned page = sv_service_quirk(s, SV_PAGE_NUMBER_IGNORED) ? 1 : sel->page;
  const size_t from = (size_t)(page - 1) * sel->size;
  sel->from = from < sel->count ? from : sel->count;
  sel->to = sel->from + sel->size < sel->count ? sel->from + sel->size : sel->count;
}

bool sv_selection_make(const struct sv_service *s, struct sv_exchange *x, struct sv_selection *sel)
{
  struct sv_faults faults = SV_FAULTS;
  *sel = (struct sv_selection){ .count = 0 };
  judge(x, &faults);
  sel->page = sv_api_number(s, x, &faults, "side", 1, (const unsigned[]){ 1, PAGE_MAX });
  sel->size =
      sv_api_number(s, x, &faults, "storrelse", PAGE_SIZE, (const unsigned[]){ 1, PAGE_SIZE_MAX });
  if (sv_faults_answer(s, x, &faults))
    return false;
  if (sel->page == PAGE_MAX && sv_service_quirk(s, SV_EDGE_500)) {
    sv_problem(s, x, 500, "foresporsel", "Feil i tjenesten", "Siden finnes ikke.");
    return false;
  }
  sel->units = sv_arena_calloc(&x->arena, s->units->count, sizeof(const struct sv_unit *));
  const bool all = sv_service_quirk(s, SV_FILTER_IGNORED);
  for (size_t i = 0; sel->units && i < s->units->count; i++)
    if (all || fits(x, &s->units->units[i]))
      sel->units[sel->count++] = &s->units->units[i];
  order *compare = find_order(sv_request_query(x, "sort"));
  if (compare && sel->units && !sv_service_quirk(s, SV_SORT_IGNORED))
    qsort(sel->units, sel->count, sizeof(const struct sv_unit *), compare);
  take_page(s, sel);
  return true;
}

unsigned sv_selection_pages(const struct sv_selection *sel)
{
  const size_t pages = (sel->count + sel->size - 1) / sel->size;
  return pages > 0 ? (unsigned)pages : 1;
}

const char *sv_selection_url(const struct sv_service *s, struct sv_exchange *x,
                             const struct sv_selection *sel, const char *path, unsigned page)
{
  struct sv_buf url = SV_BUF(4096);
  sv_buf_addf(&url, "%s%s?", s->base, path);
  for (size_t i = 0; i < sizeof filters / sizeof filters[0]; i++) {
    const char *value = sv_request_query(x, filters[i]);
    if (!value)
      continue;
    sv_buf_addf(&url, "%s=", filters[i]);
    sv_text_query(&url, value);
    sv_buf_addc(&url, '&');
  }
  sv_buf_addf(&url, "side=%u&storrelse=%u", page, sel->size);
  const char *copy = sv_arena_strdup(&x->arena, sv_buf_text(&url));
  sv_buf_free(&url);
  return copy ? copy : "";
}

/* The text as a service would show it that never heard of UTF-8: read as Latin-1, or with question
 * marks. */
const char *sv_mangle(const struct sv_service *s, struct sv_exchange *x, const char *text)
{
  const bool latin1 = sv_service_quirk(s, SV_LATIN1_ECHO);
  if (!latin1 && !sv_service_quirk(s, SV_ASCII_ECHO))
    return text;
  struct sv_buf out = SV_BUF(4096);
  for (const char *p = text; *p; p++) {
    char code[4];
    const unsigned char c = (unsigned char)*p;
    if (c < 0x80)
      sv_buf_addc(&out, *p);
    else if (latin1)
      sv_buf_add(&out, code, sv_utf8_encode(c, code));
    else if (c >= 0xC0)
      sv_buf_addc(&out, '?');
  }
  const char *copy = sv_arena_strdup(&x->arena, sv_buf_text(&out));
  sv_buf_free(&out);
  return copy ? copy : "";
}
