// SPDX-License-Identifier: Apache-2.0
/* The lists of `samsvar list`, one function each. */
#ifndef SV_RUNNER_LIST_H
#define SV_RUNNER_LIST_H

#include "engines/base/status.h"
#include "runner/options.h"

#include <stdbool.h>

struct sv_list_options {
  const char *format;
  const char *profile;
  struct sv_list layers, plugin_dirs;
  bool coverage;
  const char *vocabularies; /* a folder of newer code lists; NULL: none */
};

/* Each prints its list and returns the exit code; ERR says what went wrong when it is not 0. */
int sv_list_profiles(const struct sv_list_options *o, struct sv_error *err);
int sv_list_requirements(const struct sv_list_options *o, struct sv_error *err);
int sv_list_checks(const struct sv_list_options *o, struct sv_error *err);
int sv_list_plugins(const struct sv_list_options *o, struct sv_error *err);
int sv_list_vocabularies(const struct sv_list_options *o, struct sv_error *err);
int sv_list_formats(const struct sv_list_options *o, struct sv_error *err);

#endif
