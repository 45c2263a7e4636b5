// SPDX-License-Identifier: Apache-2.0
/* Results that come from a file come from anywhere: they are read as hostile. */
#include "runner/results_file.h"

#include "engines/base/file.h"
#include "engines/base/sha256.h"
#include "runner/hide.h"

enum { RESULTS_MAX = 1 << 30 };

enum sv_status sv_results_read(const char *path, struct sv_run *run, char sha256[65],
                               struct sv_error *err)
{
  struct sv_buf bytes = SV_BUF(RESULTS_MAX);
  *run = (struct sv_run){ .id = NULL };
  enum sv_status status = sv_file_read(path, &bytes, err);
  if (status == SV_OK)
    status = sv_run_read(sv_buf_text(&bytes), bytes.size, path, run, err);
  if (status == SV_OK)
    status = sv_run_hide(run);
  sv_sha256_hex(sv_buf_text(&bytes), bytes.size, sha256);
  sv_buf_free(&bytes);
  return status;
}
