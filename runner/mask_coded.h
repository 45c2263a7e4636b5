// SPDX-License-Identifier: Apache-2.0
/* Identity numbers in base64. Internal to mask*.c. */
#ifndef SV_RUNNER_MASK_CODED_H
#define SV_RUNNER_MASK_CODED_H

#include "engines/base/buf.h"
#include "runner/mask_scan.h"

/* Whether the four characters at AT are three digits of an identity number in base64: then the
 * groups it is in are in HIT. */
bool sv_coded_number(const struct sv_scan *v, size_t at, struct sv_hit *hit);

/* Appends the groups of HIT with the digits in them replaced. */
void sv_coded_write(const char *data, const struct sv_hit *hit, struct sv_buf *out);

#endif
