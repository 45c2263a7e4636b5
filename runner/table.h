// SPDX-License-Identifier: Apache-2.0
/* A plugin's table of checks as a worker told it: read, and believed only when every row is in
 * order. */
#ifndef SV_RUNNER_TABLE_H
#define SV_RUNNER_TABLE_H

#include "runner/describe.h"
#include "runner/frame.h"
#include "runner/load.h"

/* Fills INFO (its name, path and digest are there already) in A. SV_LOAD_OK, or what is wrong, with
 * DETAIL in A. */
enum sv_load_problem sv_table_read(struct sv_unpack *u, const struct sv_catalogue *c,
                                   struct sv_arena *a, struct sv_plugin_info *info,
                                   const char **detail);

/* Gives a problem to every plugin with a check that an earlier one has too. */
enum sv_status sv_tables_compare(struct sv_plugin_info *items, size_t count,
                                 struct sv_arena *a) SV_MUST_USE;

#endif
