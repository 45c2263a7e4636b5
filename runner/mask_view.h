// SPDX-License-Identifier: Apache-2.0
/* Masking what is written in escapes. Internal to mask*.c. */
#ifndef SV_RUNNER_MASK_VIEW_H
#define SV_RUNNER_MASK_VIEW_H

#include "runner/mask.h"
#include "runner/mask_scan.h"

/* Whether anything in DATA means something else than what it is. */
bool sv_view_differs(const char *data, size_t size);

/* Whether what DATA means has something to hide. */
bool sv_view_finds(const struct sv_patterns *patterns, const char *data, size_t size);

/* Appends DATA to OUT; what must not be seen in what it means is hidden where it is written. */
enum sv_status sv_view_hide(const struct sv_patterns *patterns, const char *data, size_t size,
                            struct sv_buf *out, struct sv_masked *count) SV_MUST_USE;

#endif
