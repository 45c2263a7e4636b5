// SPDX-License-Identifier: Apache-2.0
/* Pieces of results.json that are written by files of their own. */
#ifndef SV_RESULT_WRITE_H
#define SV_RESULT_WRITE_H

#include "engines/result/emit.h"
#include "engines/result/run.h"

/* The member "comparison"; nothing for NULL. */
void sv_write_diff(struct sv_emit *e, const struct sv_diff *diff);

void sv_write_totals(struct sv_emit *e, const char *key, const struct sv_totals *t);
void sv_write_life_events(struct sv_emit *e, const struct sv_verdict *v);
void sv_write_maturity(struct sv_emit *e, const struct sv_verdict *v);

/* The rules by level, SV_SEAMLESS + 1 of them. */
void sv_write_maturity_rule(struct sv_emit *e, const struct sv_maturity_rule *rules);

/* The member "declared"; nothing for NULL. */
void sv_write_declared(struct sv_emit *e, const struct sv_declared *d);

/* A text in the languages it is in; nothing when it is in none. */
void sv_write_text(struct sv_emit *e, const char *key, const struct sv_text *text);

/* An array of texts. */
void sv_write_strings(struct sv_emit *e, const char *key, const char *const *items, size_t count);

#endif
