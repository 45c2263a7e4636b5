// SPDX-License-Identifier: Apache-2.0
/* Making the register: the same seed gives the same organisations and events. */
#include "reference/units.h"

#include "engines/base/ascii.h"
#include "reference/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNITS = 317, EVENTS = 240, FIRST_PREFIX = 40100000, MEMORY = 8 << 20, JSON_MAX = 4096 };

static const char *const adjectives[] = {
  "Søvnig",   "Ærlig",     "Fåmælt", "Øm",         "Rødmusset", "Blåøyd",   "Grublende", "Bråkjekk",
  "Tålmodig", "Beskjeden", "Vårkåt", "Nysgjerrig", "Forfløyen", "Dørgende", "Lunefull",  "Værbitt",
};
static const char *const nouns[] = {
  "Skábma", "Čáhppesguovža", "Rødrev", "Ŋávvi",   "Åkerrikse", "Đuottar", "Myrsnipe", "Šaddu",
  "Ruoŧŧa", "Elvesandjeger", "Bážžu",  "Hærfugl", "Guovssu",   "Ærfugl",  "Boazu",    "Gråmåse",
};
static const struct form {
  const char *code;
  const char *name;
} forms[] = {
  { "AS", "Aksjeselskap" },
  { "ENK", "Enkeltpersonforetak" },
  { "FLI", "Forening/lag/innretning" },
  { "SA", "Samvirkeforetak" },
};
static const struct trade {
  const char *code;
  const char *name;
} trades[] = {
  { "01.490", "Husdyrhold ikke nevnt annet sted" },
  { "10.209", "Slakting, bearbeiding og konservering av fisk og fiskevarer ellers" },
  { "62.010", "Programmeringstjenester" },
  { "90.031", "Selvstendig kunstnerisk virksomhet innen visuell kunst" },
};
static const char *const streets[] = { "Ørretveien", "Ánáričearru", "Lyngåsen", "Sjøgata" };
static const char *const event_kinds[] = { "opprettet", "endret", "slettet" };

#define PICK(array, r) ((array)[(r) % (sizeof(array) / sizeof((array)[0]))])

/* splitmix64: small, and the same everywhere. */
static uint64_t next(uint64_t *state)
{
  uint64_t z = (*state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/* The control digit of eight digits, or -1 when they have none. */
static int control_digit(const char *eight)
{
  static const int weights[] = { 3, 2, 7, 6, 5, 4, 3, 2 };
  int sum = 0;
  for (int i = 0; i < 8; i++)
    sum += (eight[i] - '0') * weights[i];
  const int control = sum % 11 == 0 ? 0 : 11 - sum % 11;
  return control == 10 ? -1 : control;
}

/* A number above prefix *LAST, which it moves on. */
static void make_number(char out[10], unsigned *last, uint64_t *state)
{
  int control = -1;
  while (control < 0) {
    *last += 1 + (unsigned)(next(state) % 97);
    char eight[12];
    snprintf(eight, sizeof eight, "%08u", *last % 100000000u);
    control = control_digit(eight);
    snprintf(out, 10, "%.8s%c", eight, (char)('0' + (control < 0 ? 0 : control)));
  }
}

static void write_address(struct sv_buf *out, const struct sv_unit *u, uint64_t r)
{
  const struct sv_municipality *m = u->municipality;
  sv_buf_addf(out, "\"forretningsadresse\":{\"adresse\":[\"%s %u\"],\"postnummer\":\"%s\",",
              PICK(streets, r), (unsigned)(r / 8 % 120) + 1, m->post_code);
  sv_buf_adds(out, "\"poststed\":");
  sv_text_json(out, m->post_town);
  sv_buf_addf(out, ",\"kommunenummer\":\"%s\",\"kommune\":", m->number);
  sv_text_json(out, m->name);
  sv_buf_adds(out, ",\"landkode\":\"NO\"}");
}

static const char *write_json(struct sv_register *reg, const struct sv_unit *u,
                              const struct form *form, uint64_t r, const char *base)
{
  const struct trade *trade = &PICK(trades, r >> 8);
  struct sv_buf b = SV_BUF(JSON_MAX);
  sv_buf_addf(&b, "{\"organisasjonsnummer\":\"%s\",\"navn\":", u->number);
  sv_text_json(&b, u->name);
  sv_buf_addf(&b, ",\"organisasjonsform\":{\"kode\":\"%s\",\"beskrivelse\":\"%s\"}", form->code,
              form->name);
  sv_buf_addf(&b, ",\"registreringsdato\":\"%s\",\"sistEndret\":\"2026-%02u-%02uT%02u:%02u:00Z\",",
              u->registered, (unsigned)(r % 9) + 1, (unsigned)(r / 16 % 28) + 1,
              (unsigned)(r / 512 % 24), (unsigned)(r / 16384 % 60));
  write_address(&b, u, r >> 16);
  sv_buf_addf(&b, ",\"naeringskode\":{\"kode\":\"%s\",\"beskrivelse\":\"%s\"}", trade->code,
              trade->name);
  sv_buf_addf(&b, ",\"antallAnsatte\":%u,\"kapital\":{\"belop\":%u,\"valuta\":\"NOK\"}",
              u->employees, (unsigned)(r % 40) * 15000);
  sv_buf_addf(&b, ",\"maalform\":\"%s\"", r % 3 ? "nb" : "nn");
  sv_buf_addf(&b, ",\"lenker\":{\"self\":\"%s/v1/enheter/%s\"}}", base, u->number);
  const char *copy = sv_arena_copy(&reg->arena, sv_buf_text(&b), b.size);
  sv_buf_free(&b);
  return copy;
}

static bool make_unit(struct sv_register *reg, struct sv_unit *u, uint64_t *state, const char *base)
{
  uint64_t r = next(state);
  const struct form *form = &PICK(forms, r);
  u->form = form->code;
  u->name = sv_arena_printf(&reg->arena, "%s %s %s", PICK(adjectives, r >> 8), PICK(nouns, r >> 16),
                            form->code);
  u->municipality = &sv_municipalities[(r >> 24) % sv_municipality_count];
  u->employees = (unsigned)((r >> 32) % 60);
  snprintf(u->registered, sizeof u->registered, "%04u-%02u-%02u", 1995 + (unsigned)((r >> 40) % 30),
           1 + (unsigned)((r >> 48) % 12), 1 + (unsigned)((r >> 56) % 28));
  if (!u->name)
    return false;
  u->json = write_json(reg, u, form, next(state), base);
  u->csv = sv_arena_printf(&reg->arena, "%s;%s;%s;%s;%s;%u\r\n", u->number, u->name, u->form,
                           u->registered, u->municipality->number, u->employees);
  return u->json && u->csv;
}

/* CloudEvents 1.0 in JSON, with the sequence extension. */
static bool make_event(struct sv_register *reg, unsigned number, uint64_t r, const char *base)
{
  struct sv_event *e = &reg->events[number - 1];
  const struct sv_unit *u = &reg->units[(r >> 8) % reg->count];
  const char *kind = PICK(event_kinds, r);
  e->number = number;
  const unsigned minutes = number * 90;
  e->json = sv_arena_printf(&reg->arena,
                            "{\"specversion\":\"1.0\",\"id\":\"hendelse-%06u\",\"source\":\"%s/v1/"
                            "hendelser\","
                            "\"type\":\"no.referansetjenesten.enhet.%s.v1\",\"subject\":\"%s\","
                            "\"time\":\"2026-02-%02uT%02u:%02u:00Z\",\"datacontenttype\":"
                            "\"application/json\","
                            "\"dataschema\":\"%s/schema/hendelse.json\",\"sequence\":\"%u\","
                            "\"sequencetype\":\"Integer\",\"data\":{\"organisasjonsnummer\":\"%s\","
                            "\"hendelse\":\"%s\"}}",
                            number, base, kind, u->number, 1 + minutes / 1440, minutes / 60 % 24,
                            minutes % 60, base, number, u->number, kind);
  return e->json != NULL;
}

struct sv_register *sv_register_make(unsigned seed, const char *base)
{
  struct sv_register *reg = calloc(1, sizeof *reg);
  if (!reg)
    return NULL;
  reg->arena = SV_ARENA(MEMORY);
  reg->units = sv_arena_calloc(&reg->arena, UNITS, sizeof *reg->units);
  reg->events = sv_arena_calloc(&reg->arena, EVENTS, sizeof *reg->events);
  uint64_t state = seed;
  unsigned prefix = FIRST_PREFIX;
  bool ok = reg->units && reg->events;
  for (; ok && reg->count < UNITS; reg->count++) {
    struct sv_unit *u = &reg->units[reg->count];
    make_number(u->number, &prefix, &state);
    ok = make_unit(reg, u, &state, base);
  }
  for (; ok && reg->event_count < EVENTS; reg->event_count++)
    ok = make_event(reg, (unsigned)reg->event_count + 1, next(&state), base);
  if (ok)
    return reg;
  sv_register_free(reg);
  return NULL;
}

void sv_register_free(struct sv_register *r)
{
  if (!r)
    return;
  sv_arena_free(&r->arena);
  free(r);
}

const struct sv_unit *sv_register_find(const struct sv_register *r, const char *number)
{
  size_t low = 0;
  for (size_t high = r->count; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (strcmp(r->units[middle].number, number) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low < r->count && strcmp(r->units[low].number, number) == 0 ? &r->units[low] : NULL;
}
