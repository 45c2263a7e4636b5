// SPDX-License-Identifier: Apache-2.0
/* The files of a folder by their names' end. */
#ifndef SV_RUNNER_FOLDER_H
#define SV_RUNNER_FOLDER_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

/* The names in DIR that end in SUFFIX and do not begin with a dot, sorted by bytes, in A; NULL
 * ends. SV_NOT_FOUND or SV_IO with the folder's name in ERR, SV_LIMIT over 4096 names. */
enum sv_status sv_folder_list(const char *dir, const char *suffix, struct sv_arena *a,
                              const char *const **names, struct sv_error *err) SV_MUST_USE;

#endif
