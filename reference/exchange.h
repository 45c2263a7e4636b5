// SPDX-License-Identifier: Apache-2.0
/* One request and its answer, apart from any transport: the server fills the request, the service
 * the answer. */
#ifndef SV_REFERENCE_EXCHANGE_H
#define SV_REFERENCE_EXCHANGE_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum { SV_PAIRS_MAX = 64 };

struct sv_pair {
  const char *name;
  const char *value;
};

/* Names and values in the order they came; names may repeat. */
struct sv_pairs {
  struct sv_pair list[SV_PAIRS_MAX];
  size_t count;
};

struct sv_request {
  const char *method;
  const char *target; /* as sent: path and query */
  char *path;         /* decoded; NULL when the target is malformed */
  struct sv_pairs query;
  struct sv_pairs headers;
  const char *body; /* NULL: none */
  size_t body_size;
  bool tls;
};

struct sv_answer {
  unsigned status;
  struct sv_pairs headers;
  struct sv_buf body;
};

/* Everything that lives as long as one exchange; strings of both sides are in the arena. */
struct sv_exchange {
  struct sv_request request;
  struct sv_answer answer;
  struct sv_arena arena;
};

/* An empty exchange, or NULL. Free with sv_exchange_free. */
struct sv_exchange *sv_exchange_new(void);
void sv_exchange_free(struct sv_exchange *x);

/* Takes the target apart into path and query, percent-decoded. The path stays NULL when an escape
 * is broken or the text is not UTF-8. */
void sv_request_target(struct sv_exchange *x, const char *target);

/* The first value of that name (headers without regard to case), or NULL. */
const char *sv_request_header(const struct sv_exchange *x, const char *name);
const char *sv_request_query(const struct sv_exchange *x, const char *name);

/* Adds a pair; beyond SV_PAIRS_MAX it is left out. NAME and VALUE are kept, not copied. */
void sv_pairs_add(struct sv_pairs *p, const char *name, const char *value);

/* The first value of that name without regard to case, or NULL. */
const char *sv_pairs_get(const struct sv_pairs *p, const char *name);
void sv_pairs_drop(struct sv_pairs *p, const char *name);

/* Replaces or adds a header of the answer; VALUE is formatted into the arena. */
void sv_answer_set(struct sv_exchange *x, const char *name, const char *fmt, ...) SV_FORMAT(3, 4);

/* As sv_answer_set, but joined to an existing value with a comma. */
void sv_answer_append(struct sv_exchange *x, const char *name, const char *fmt, ...)
    SV_FORMAT(3, 4);

/* A formatted string that lives as long as the exchange; "" when memory is out. */
const char *sv_exchange_printf(struct sv_exchange *x, const char *fmt, ...) SV_FORMAT(2, 3);

#endif
