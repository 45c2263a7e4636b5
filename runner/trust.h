// SPDX-License-Identifier: Apache-2.0
/* The file of --cacert, looked at before anything is sent: with a wrong one every target would seem
 * to be at fault. */
#ifndef SV_RUNNER_TRUST_H
#define SV_RUNNER_TRUST_H

#include "engines/base/status.h"

/* SV_INVALID or SV_NOT_FOUND with a sentence when the file at PATH cannot be read or has no
 * certificate in PEM. */
enum sv_status sv_trust_check(const char *path, struct sv_error *err) SV_MUST_USE;

#endif
