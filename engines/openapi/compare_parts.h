// SPDX-License-Identifier: Apache-2.0
/* A comparison from inside. */
#ifndef SV_OPENAPI_COMPARE_PARTS_H
#define SV_OPENAPI_COMPARE_PARTS_H

#include "engines/base/map.h"
#include "engines/openapi/api.h"
#include "engines/openapi/compare.h"

enum { CHANGE_BEFORE, CHANGE_AFTER };

struct sv_comparing {
  struct sv_comparison *out;
  struct sv_openapi *api[2];
  struct sv_map *seen;   /* pairs of schemas that are, or were, compared */
  struct sv_buf path;    /* JSONPath of the value at hand: $.address.postcode */
  const char *operation; /* NULL outside */
  enum sv_compare_use use;
  size_t steps;
  size_t misses; /* counted while IS_TRIAL, and not told */
  bool is_trial;
  enum sv_status status;
};

struct sv_pair {
  struct sv_openapi_node before, after;
};

/* Tells a change; ARGS end with one without a name. The path at hand is put in as {name}. */
void sv_compare_say(struct sv_comparing *c, const char *rule, const char *msgid, struct sv_pair at,
                    const struct sv_arg *args);
/* The same where it cannot be told whether it breaks. */
void sv_compare_doubt(struct sv_comparing *c, const char *rule, const char *msgid,
                      struct sv_pair at, const struct sv_arg *args);

/* Compares two schemas; either may be none, which allows everything. */
void sv_compare_schema(struct sv_comparing *c, struct sv_pair at, unsigned depth);

/* A short excerpt of N's value in the comparison's memory, "" when it has none. */
const char *sv_compare_excerpt(struct sv_comparing *c, struct sv_openapi_node n);

/* A schema with all that applies to it by $ref and allOf. */
enum { SV_VIEW_MAX = 48 };
struct sv_view {
  struct sv_openapi_node part[SV_VIEW_MAX];
  size_t count;
  bool is_whole; /* every reference led somewhere, and all parts found room */
};
/* The keyword NAME of the first part that has it, or none. */
struct sv_openapi_node sv_view_get(const struct sv_view *v, const char *name);

/* The keywords that bear a value: types, enumerations, bounds. */
void sv_compare_values(struct sv_comparing *c, const struct sv_view *before,
                       const struct sv_view *after, struct sv_pair at);

#define SV_NO_ARGS ((const struct sv_arg[]){ { NULL, NULL, 0 } })
#define SV_ONE_ARG(name_, text_)                                                                   \
  ((const struct sv_arg[]){ { .name = (name_), .text = (text_) }, { NULL, NULL, 0 } })
#define SV_TWO_ARGS(n1, t1, n2, t2)                                                                \
  ((const struct sv_arg[]){                                                                        \
      { .name = (n1), .text = (t1) }, { .name = (n2), .text = (t2) }, { NULL, NULL, 0 } })

#endif
