// SPDX-License-Identifier: Apache-2.0
/* The output folder: opened once, held alone, files replaced whole. Symbolic links are not
 * followed. */
#ifndef SV_RUNNER_OUTPUT_H
#define SV_RUNNER_OUTPUT_H

#include "engines/base/status.h"

#include <stddef.h>

struct sv_output {
  int folder; /* descriptor; -1: not open */
  const char *path;
};

/* Opens the folder at PATH (borrowed), making it when it is not there, and proves that a file can
 * be written in it. SV_DENIED: others may write in it, or another run holds it. SV_IO: it cannot be
 * made, opened or written in. */
enum sv_status sv_output_open(const char *path, struct sv_output *o,
                              struct sv_error *err) SV_MUST_USE;

/* Writes SIZE bytes as NAME, which has no slash: another file first, which then takes the name.
 * SV_IO when that fails, as on a full disk; an older file of the name is then as it was. */
enum sv_status sv_output_write(const struct sv_output *o, const char *name, const void *data,
                               size_t size, struct sv_error *err) SV_MUST_USE;

/* Removes NAME when it is there. */
void sv_output_remove(const struct sv_output *o, const char *name);

void sv_output_close(struct sv_output *o);

/* Writes SIZE bytes to the file at PATH in the same way, in any folder; a pipe or device is written
 * to directly, and
 * "-" is standard output. */
enum sv_status sv_output_file(const char *path, const void *data, size_t size,
                              struct sv_error *err) SV_MUST_USE;

#endif
