// SPDX-License-Identifier: Apache-2.0
/* Why there is no answer, in the language of the reader. */
#ifndef SV_RESULT_DETAIL_H
#define SV_RESULT_DETAIL_H

#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>

/* Appends DETAIL (sv_exchange_record.detail, or a finding's `actual` that repeats one) to OUT in the
 * language in use; what is no sentence of samsvar's own is appended as it is. */
enum sv_status sv_detail_say(const char *detail, struct sv_buf *out);

/* Whether DETAIL is one of samsvar's own sentences. */
bool sv_detail_is_known(const char *detail);

#endif
