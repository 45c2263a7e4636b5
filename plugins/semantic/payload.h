// SPDX-License-Identifier: Apache-2.0
/* Members of the JSON that an endpoint and its samples answer with. */
#ifndef SV_SEMANTIC_PAYLOAD_H
#define SV_SEMANTIC_PAYLOAD_H

#include <samsvar/plugin.h>
#include <stdbool.h>

struct sv_members {
  struct sv_ctx *ctx;
  const struct sv_response *answer; /* the one at hand */
  const json_t *root;               /* what it says */
  void (*judge)(struct sv_members *j, const char *pointer, const char *name, const json_t *member);
  size_t found, wrong; /* JUDGE counts what it looks at in FOUND */
};

/* Judges the members called NAMES (space separated) in every JSON answer of the endpoint and its
 * samples; gives what the check returns. */
enum sv_outcome sv_members_judge(struct sv_ctx *ctx, const char *names,
                                 void (*judge)(struct sv_members *, const char *, const char *,
                                               const json_t *));

/* One finding at POINTER: MESSAGE has the place {name}. VALUE is shown; NULL: nothing is. */
void sv_members_wrong(struct sv_members *j, const char *pointer, const char *name,
                      const char *message, const char *expected, const char *value);

/* The object that holds the member at POINTER in ROOT, or NULL. */
const json_t *sv_members_parent(const json_t *root, const char *pointer);

/* Whether TEXT is a duration of ISO 8601, as xsd:duration has it: "P7D". */
bool sv_is_duration(const char *text);

#endif
