// SPDX-License-Identifier: Apache-2.0
/* Masking UTF-16 text. Internal to mask*.c. */
#ifndef SV_RUNNER_MASK_WIDE_H
#define SV_RUNNER_MASK_WIDE_H

#include "runner/mask.h"
#include "runner/mask_scan.h"

/* Whether DATA looks like UTF-16: a byte order mark, or ASCII characters two bytes wide. */
bool sv_wide_is(const char *data, size_t size);

/* Overwrites in DATA what must not be seen; adds to COUNT. Does nothing when it is no UTF-16. */
enum sv_status sv_wide_hide(const struct sv_patterns *patterns, char *data, size_t size,
                            struct sv_masked *count) SV_MUST_USE;

#endif
