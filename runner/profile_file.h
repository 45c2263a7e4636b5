// SPDX-License-Identifier: Apache-2.0
/* One profile file as it stands, before `extends` is resolved. */
#ifndef SV_RUNNER_PROFILE_FILE_H
#define SV_RUNNER_PROFILE_FILE_H

#include "runner/profile.h"
#include "runner/reader.h"

#include <sys/types.h>

enum { SV_PROFILE_DEPTH_MAX = 8 };

struct sv_strings {
  const char *const *items;
  size_t count;
};

struct sv_profile_file {
  struct sv_reader reader; /* open, for the places of later faults */
  const char *path;
  dev_t device;
  ino_t inode;
  const char *id, *version, *extends;
  struct sv_text title, description;
  struct sv_strings select, deselect, roles, capabilities, kinds;
  sv_value select_at, deselect_at, extends_at;
  sv_value levels, parameters, gate, validity, maturity, shapes;
};

/* The file, and those it extends behind it: files[0] is the one asked for. */
struct sv_profile_chain {
  struct sv_profile_file files[SV_PROFILE_DEPTH_MAX];
  size_t count;
};

/* Reads the profile NAME_OR_PATH and all it extends; strings live in ARENA. To be closed also after
 * a failure. */
enum sv_status sv_profile_chain_open(const char *data_dir, const char *name_or_path,
                                     struct sv_arena *arena, struct sv_profile_chain *chain,
                                     struct sv_error *err) SV_MUST_USE;
void sv_profile_chain_close(struct sv_profile_chain *chain);

#endif
