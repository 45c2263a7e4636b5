// SPDX-License-Identifier: Apache-2.0
/* The requirement catalogue: profiles/requirements/ read into memory. */
#ifndef SV_RUNNER_CATALOGUE_H
#define SV_RUNNER_CATALOGUE_H

#include "engines/base/arena.h"
#include "engines/base/map.h"
#include "engines/base/status.h"
#include "engines/result/run.h"

#include <stdbool.h>
#include <stddef.h>

/* One requirement: a sentence of a norm. */
struct sv_requirement {
  const char *id;
  enum sv_layer layer;
  const char *family; /* the file it stands in: "transport"; unique within its layer */
  struct sv_text family_title;
  enum sv_level level;
  bool seen; /* false: the source was not read; never gates */
  bool safe; /* can be shown with GET, HEAD and OPTIONS */
  struct sv_text title;
  struct sv_text statement;
  struct sv_norm norm;
  const char *rule;     /* how it is decided, English */
  const char *endpoint; /* what it looks at, in words */
  const char *const *roles;
  size_t role_count;
  const char *const *capabilities;
  size_t capability_count;
  const char *source;    /* where the norm was read */
  struct sv_text manual; /* why a person judges it; empty: a program can */
};

struct sv_catalogue {
  struct sv_arena arena;
  const struct sv_requirement *items; /* sorted by id */
  size_t count;
  struct sv_map by_id;
};

/* Reads every file of DIR/profiles/requirements. ERR has file, line and column. */
enum sv_status sv_catalogue_read(const char *data_dir, struct sv_catalogue *c,
                                 struct sv_error *err) SV_MUST_USE;

/* The requirement called ID, or NULL. */
const struct sv_requirement *sv_catalogue_find(const struct sv_catalogue *c, const char *id);

void sv_catalogue_free(struct sv_catalogue *c);

#endif
