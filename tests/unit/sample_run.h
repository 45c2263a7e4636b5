// SPDX-License-Identifier: Apache-2.0
/* Runs made for tests: requirement by requirement. */
#ifndef SV_TESTS_SAMPLE_RUN_H
#define SV_TESTS_SAMPLE_RUN_H

#include "engines/result/run.h"

/* What the sample says of a requirement, beside its outcome. */
#define SAMPLE_WAIVER (1u << 0)
#define SAMPLE_EXPIRED (1u << 1) /* a waiver, but too old */
#define SAMPLE_UNSEEN (1u << 2)
#define SAMPLE_NO_CHECK (1u << 3)
#define SAMPLE_MANUAL (1u << 4)
#define SAMPLE_NO_RESULT (1u << 5) /* has a check, which was not run */

/* An empty run with its head filled in; room for MOST requirements and results. */
void sample_begin(struct sv_run *run, size_t most);

/* Adds a requirement and the one result that gives it OUTCOME. Its id is LAYER's prefix and a
 * number. */
void sample_add(struct sv_run *run, enum sv_layer layer, enum sv_level level,
                enum sv_outcome outcome, unsigned flags);

/* Adds to the last result of RUN a finding with everything that a finding can have. */
void sample_find(struct sv_run *run, const char *text);

/* Adds an exchange with everything in it; every text is made with TEXT. */
void sample_exchange(struct sv_run *run, uint32_t n, const char *text);

/* A text of every shape the table of tests/unit/sample_run.c knows: a small complete run. */
void sample_full(struct sv_run *run);

#endif
