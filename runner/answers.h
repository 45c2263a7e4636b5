// SPDX-License-Identifier: Apache-2.0
/* Declared answers to requirements that no program can judge: what was answered, by whom, on what
 * evidence, and until when it holds. */
#ifndef SV_RUNNER_ANSWERS_H
#define SV_RUNNER_ANSWERS_H

#include "engines/result/run.h"
#include "runner/catalogue.h"

/* Under what the file is kept in the recording, secrets and identity numbers hidden. */
#define SV_KEPT_ANSWERS "answers.json"

struct sv_answers {
  struct sv_declared *items; /* sorted by requirement */
  size_t count;
  const char *text; /* of the file, masked, for the recording; in A */
  size_t size;
};

/* Reads PATH, described by profiles/answers.schema.json. In A. Unknown members and requirements,
 * requirements that checks judge, two answers to one, dates that do not exist or are in the wrong
 * order, and evidence whose digest is another are SV_INVALID with file, line and column. */
enum sv_status sv_answers_read(const char *path, const struct sv_catalogue *c, struct sv_arena *a,
                               struct sv_answers *out, struct sv_error *err) SV_MUST_USE;

/* The same from the SIZE bytes that a recording kept: the evidence was looked at then. */
enum sv_status sv_answers_parse(const char *text, size_t size, const char *name,
                                const struct sv_catalogue *c, struct sv_arena *a,
                                struct sv_answers *out, struct sv_error *err) SV_MUST_USE;

/* Lays them upon RUN: a result of mode manual for each that holds at run->as_of, and those that no
 * requirement of the run waits for in unused_answers. Before the verdict; RUN->results is made
 * anew. */
enum sv_status sv_answers_apply(const struct sv_answers *answers, struct sv_run *run) SV_MUST_USE;

#endif
