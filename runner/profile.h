// SPDX-License-Identifier: Apache-2.0
/* A profile: the requirements that apply to a kind of service in a role, with parameters and a gate; resolved, so
 * that `extends` is gone (contract section 5). */
#ifndef SV_RUNNER_PROFILE_H
#define SV_RUNNER_PROFILE_H

#include "runner/catalogue.h"

#include <jansson.h>

struct sv_profile_item {
  const struct sv_requirement *requirement;
  enum sv_level level; /* the catalogue's, or the profile's own */
};

/* Shapes in place of ours for one kind of description. */
struct sv_profile_shapes {
  const char *kind; /* NULL: ours */
  const char *file; /* path; it had the digest when the profile was read. NULL: see url */
  const char *url;
  const char *sha256;
};
enum { SV_PROFILE_SHAPES = 4 };
extern const char *const sv_profile_shape_kinds[];
extern const size_t sv_profile_shape_kind_count;

struct sv_profile {
  struct sv_arena arena;
  const char *id, *version;
  struct sv_text title;
  struct sv_text description;
  char sha256[65]; /* of the resolved profile in canonical JSON */
  const char *const *roles;
  size_t role_count;
  const char *const *capabilities;
  size_t capability_count;
  const char *const *kinds; /* endpoint kinds it expects; the first match chooses it in `samsvar check` */
  size_t kind_count;
  const struct sv_profile_item *items; /* sorted by requirement id */
  size_t count;
  const char *const *checks; /* ids that it selects by themselves (outside plugins) */
  size_t check_count;
  json_t *parameters; /* owned; an object */
  struct sv_profile_shapes shapes[SV_PROFILE_SHAPES]; /* by sv_profile_shape_kinds */
  struct sv_gate gate;
  struct sv_maturity_rule maturity[SV_SEAMLESS + 1]; /* by level */
  unsigned validity_days; /* how long a result of it is fresh */
  const char *const *tailoring; /* sentences in the language in use: what was lowered, and why */
  size_t tailoring_count;
};

/* Reads the profile called NAME_OR_PATH: a path when it has a slash or ends in .json, else a shipped one. ERR has
 * file, line and column, and a did-you-mean where a word is unknown. */
enum sv_status sv_profile_read(const char *data_dir, const char *name_or_path, const struct sv_catalogue *c,
                               struct sv_profile *out, struct sv_error *err) SV_MUST_USE;

/* The ids of the shipped profiles, sorted, in A; NULL ends. */
const char *const *sv_profile_names(const char *data_dir, struct sv_arena *a);

/* Whether P has requirement ID; its item, or NULL. */
const struct sv_profile_item *sv_profile_find(const struct sv_profile *p, const char *id);

void sv_profile_free(struct sv_profile *p);

#endif
