// SPDX-License-Identifier: Apache-2.0
/* Totals, levels, life events and declared answers in results.json. */
#include "engines/result/write.h"

void sv_write_totals(struct sv_emit *e, const char *key, const struct sv_totals *t)
{
  sv_emit_open(e, key, '{');
  sv_emit_number(e, "cantTell", t->cant_tell);
  sv_emit_number(e, "failed", t->failed);
  sv_emit_number(e, "inapplicable", t->inapplicable);
  sv_emit_number(e, "noCheck", t->no_check);
  sv_emit_number(e, "passed", t->passed);
  sv_emit_number(e, "untested", t->untested);
  sv_emit_number(e, "waived", t->waived);
  sv_emit_close(e, '}');
}

void sv_write_life_events(struct sv_emit *e, const struct sv_verdict *v)
{
  sv_emit_open(e, "lifeEvents", '{');
  for (size_t i = 0; i < v->life_event_count; i++)
    sv_write_totals(e, v->life_events[i].code, &v->life_events[i].totals);
  sv_emit_close(e, '}');
}

static void write_share(struct sv_emit *e, const char *key, uint32_t met, uint32_t of)
{
  sv_emit_open(e, key, '{');
  sv_emit_number(e, "fulfilled", met);
  sv_emit_number(e, "of", of);
  sv_emit_close(e, '}');
}

/* The layers' words are not in the order of their numbers. */
void sv_write_maturity(struct sv_emit *e, const struct sv_verdict *v)
{
  static const enum sv_layer order[] = { SV_CROSS_LAYER, SV_LEGAL, SV_ORGANISATIONAL, SV_SEMANTIC,
                                         SV_TECHNICAL };
  sv_emit_open(e, "maturity", '{');
  for (size_t o = 0; o < sizeof order / sizeof order[0]; o++)
    for (size_t i = 0; i < v->layer_count; i++) {
      const struct sv_maturity *m = &v->layers[i].maturity;
      if (v->layers[i].layer != order[o])
        continue;
      sv_emit_open(e, sv_layer_name(order[o]), '{');
      sv_emit_number(e, "applicable", m->applicable);
      sv_emit_number(e, "judged", m->judged);
      sv_emit_text(e, "level", sv_maturity_name(m->level));
      write_share(e, "must", m->must_met, m->must_of);
      write_share(e, "should", m->should_met, m->should_of);
      sv_emit_close(e, '}');
    }
  sv_emit_close(e, '}');
}

void sv_write_maturity_rule(struct sv_emit *e, const struct sv_maturity_rule *rules)
{
  static const enum sv_maturity_level order[] = { SV_ESSENTIAL, SV_OPPORTUNISTIC, SV_SEAMLESS,
                                                  SV_SUSTAINABLE };
  sv_emit_open(e, "maturity", '{');
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
    const struct sv_maturity_rule *r = &rules[order[i]];
    if (!r->given)
      continue;
    sv_emit_open(e, sv_maturity_name(order[i]), '{');
    sv_emit_number(e, "must", r->must);
    sv_emit_number(e, "should", r->should);
    sv_emit_number(e, "shown", r->shown);
    sv_emit_close(e, '}');
  }
  sv_emit_close(e, '}');
}

void sv_write_declared(struct sv_emit *e, const struct sv_declared *d)
{
  if (!d)
    return;
  sv_emit_open(e, "declared", '{');
  sv_emit_text(e, "answer", sv_outcome_name(d->answer));
  sv_emit_text(e, "date", d->date);
  sv_emit_open(e, "evidence", '[');
  for (size_t i = 0; i < d->evidence_count; i++) {
    sv_emit_open(e, NULL, '{');
    sv_emit_text(e, "file", d->evidence[i].file);
    sv_emit_text(e, "sha256", d->evidence[i].sha256);
    sv_emit_close(e, '}');
  }
  sv_emit_close(e, ']');
  sv_emit_bool(e, "expired", d->expired);
  sv_emit_text(e, "expires", d->expires);
  sv_emit_optional(e, "explanation", d->explanation);
  sv_emit_text(e, "reviewer", d->reviewer);
  sv_emit_close(e, '}');
}
