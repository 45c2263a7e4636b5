// SPDX-License-Identifier: Apache-2.0
/* Reading whole files. */
#ifndef SV_BASE_FILE_H
#define SV_BASE_FILE_H

#include "engines/base/buf.h"
#include "engines/base/status.h"

/* Appends the file at PATH ("-": standard input) to TEXT. SV_LIMIT when it is larger than TEXT allows; ERR names
 * the file. */
enum sv_status sv_file_read(const char *path, struct sv_buf *text, struct sv_error *err) SV_MUST_USE;

#endif
