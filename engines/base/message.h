// SPDX-License-Identifier: Apache-2.0
/* Messages: a sentence with {named} places and the values for them. */
#ifndef SV_BASE_MESSAGE_H
#define SV_BASE_MESSAGE_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"

#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

/* A named place: a string, or an integer when TEXT is NULL. */
struct sv_arg {
  const char *name;
  const char *text;
  int64_t number;
};

/* Appends SENTENCE to OUT with each {name} replaced by its value; a place without a value stays as written, so
 * that a fault is seen and nothing is lost. Values are put in as they are: escaping is the output's. */
enum sv_status sv_message_render(const char *sentence, const struct sv_arg *args, size_t count,
                                 struct sv_buf *out);

/* The members of OBJECT (strings and integers; others are left out) as args in A, their number in *COUNT. NULL
 * when there are none or memory ran out. */
const struct sv_arg *sv_args_from_json(struct sv_arena *a, const json_t *object, size_t *count);

#endif
