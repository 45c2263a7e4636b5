// SPDX-License-Identifier: Apache-2.0
/* What a plugin's state holds that reads descriptions; for this folder alone. */
#ifndef SV_PLUGINS_DESCRIBE_DESCRIBER_H
#define SV_PLUGINS_DESCRIBE_DESCRIBER_H

#include "engines/shacl/shacl.h"
#include "engines/vocabulary/vocabulary.h"
#include "plugins/describe/describe.h"

enum { SV_DESCRIPTIONS_MAX = 32, SV_LISTS_TOLD = 64 };

/* The set of shapes for what requirements say beyond the profiles. */
#define SV_SHAPED_RULES "rules"

/* Shapes at work on a description: made once a worker. */
struct sv_shaped {
  const char *set;                       /* borrowed, static */
  const struct sv_description *official; /* shapes in place of ours; NULL: ours, by SET */
  const struct sv_description *description;
  struct sv_graph *graph;
  struct sv_shacl *program;
  struct sv_shacl_report *report;
  sv_term *requirement; /* of each kept result: the literal in the shapes graph, 0: none */
  enum sv_status status;
  struct sv_error err;
  struct sv_shaped *next;
};

struct sv_describer {
  struct sv_description list[SV_DESCRIPTIONS_MAX];
  size_t count;
  struct sv_vocabularies *vocabularies; /* made when first asked for */
  const struct sv_vocabulary *told[SV_LISTS_TOLD];
  size_t told_count;
  struct sv_shaped *shaped; /* likewise; freed before the descriptions */
};

void sv_shaped_free(struct sv_shaped *list);

/* The shapes that the profile of the run names for the endpoint at hand in place of ours, or NULL.
 */
const struct sv_description *sv_shaped_official(struct sv_ctx *ctx);

/* Those shapes at work on D; NULL when memory ran out. */
const struct sv_shaped *sv_shaped_by(struct sv_ctx *ctx, const struct sv_description *d,
                                     const struct sv_description *shapes);
/* The outcome of the endpoint at hand by them. */
enum sv_outcome sv_judge_official(struct sv_ctx *ctx, const struct sv_description *shapes,
                                  enum sv_shacl_severity severity);
/* The path and the English message of result I, as long-lived as the check; NULL: none. (said.c) */
const char *sv_shaped_path(struct sv_ctx *ctx, const struct sv_shaped *s, size_t i);
const char *sv_shaped_message(struct sv_ctx *ctx, const struct sv_shaped *s, size_t i);
/* The sentence that translations know, with {version} where MESSAGE of ours names the version of a
 * code list; *ARGS has it then, for the caller, else NULL. */
const char *sv_shaped_sentence(struct sv_ctx *ctx, const char *message, json_t **args);
/* Says that COUNT more places are wrong. (whole.c) */
void sv_shaped_tell_others(struct sv_ctx *ctx, const struct sv_shaped *s, size_t count);

/* Tells V as one of the lists that judge, once a worker. (rule.c) */
void sv_tell_list(struct sv_ctx *ctx, const struct sv_vocabulary *v);
/* Reads our shapes SET into G, with the newer code lists of the run in them. (lists.c) */
enum sv_status sv_shaped_read_ours(struct sv_ctx *ctx, struct sv_graph *g, const char *set,
                                   struct sv_error *err) SV_MUST_USE;

/* The shapes SET at work on D, whatever came of it; NULL when memory ran out. */
const struct sv_shaped *sv_shaped(struct sv_ctx *ctx, const struct sv_description *d,
                                  const char *set);
/* The shapes of the profile that the endpoint at hand follows; NULL: none. */
const char *sv_shaped_profile(struct sv_ctx *ctx);
/* Says that S could not judge D; gives what the check returns. */
enum sv_outcome sv_shaped_none(struct sv_ctx *ctx, const struct sv_description *d,
                               const struct sv_shaped *s);

#endif
