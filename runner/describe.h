// SPDX-License-Identifier: Apache-2.0
/* What plugins say of themselves, read by loading each in a caged child. */
#ifndef SV_RUNNER_DESCRIBE_H
#define SV_RUNNER_DESCRIBE_H

#include "engines/base/arena.h"
#include "runner/catalogue.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sv_check_info {
  const char *id;
  const char *title; /* msgid */
  const char *const *requirements;
  size_t requirement_count;
  const char *const *kinds;
  size_t kind_count;
  enum sv_layer layer;
  enum sv_level level;
  uint32_t flags; /* SV_WRITES ... */
  uint32_t timeout_ms;
  uint32_t index; /* in the plugin's table */
};

struct sv_plugin_info {
  const char *name;
  const char *path; /* absolute, resolved; "" for a built-in one */
  const char *sha256;
  const char *version; /* "" until it could be loaded; so are the next two */
  const char *licence;
  const char *summary;                /* msgid */
  const struct sv_check_info *checks; /* sorted by id */
  size_t check_count;
  const char *problem; /* msgid: why it cannot be used; NULL: it can */
  const char *detail;  /* of the problem, English, cleaned; the {detail} of its sentence */
};

struct sv_plugins {
  struct sv_arena arena;
  struct sv_plugin_info *items; /* sorted by name */
  size_t count;
  const char *const *warnings; /* whole sentences, in the language in use */
  size_t warning_count;
};

/* Finds and describes the plugins in DIRS (NULL ends; NULL: none), SAMSVAR_PLUGIN_PATH and the
 * installed folder. A plugin that is refused or does not load has a problem; only a failure of our
 * own is one of the call. */
enum sv_status sv_plugins_describe(const char *const *dirs, const struct sv_catalogue *catalogue,
                                   struct sv_plugins *out, struct sv_error *err) SV_MUST_USE;

/* The check called ID and, in *PLUGIN (may be NULL), who brings it; NULL when nobody does. */
const struct sv_check_info *sv_plugins_find(const struct sv_plugins *p, const char *id,
                                            const struct sv_plugin_info **plugin);

void sv_plugins_free(struct sv_plugins *p);

#endif
