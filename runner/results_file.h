// SPDX-License-Identifier: Apache-2.0
/* A results file on the disk. */
#ifndef SV_RUNNER_RESULTS_FILE_H
#define SV_RUNNER_RESULTS_FILE_H

#include "engines/result/run.h"

/* Reads the results at PATH ("-": standard input) into RUN, hides in it what must not be shown, and
 * puts the digest of the file in SHA256. RUN is to be freed with sv_run_free() in every case. What
 * sv_file_read() and sv_run_read() return. */
enum sv_status sv_results_read(const char *path, struct sv_run *run, char sha256[65],
                               struct sv_error *err) SV_MUST_USE;

#endif
