// SPDX-License-Identifier: Apache-2.0
/* Why there is no answer, in the language of the reader. */
#ifndef SV_RESULT_DETAIL_H
#define SV_RESULT_DETAIL_H

#include "engines/base/buf.h"
#include "engines/base/message.h"
#include "engines/base/status.h"

#include <stdbool.h>

/* Appends DETAIL (sv_exchange_record.detail, or a finding's `actual` that repeats one) to OUT in the
 * language in use; what is no sentence of samsvar's own is appended as it is. */
enum sv_status sv_detail_say(const char *detail, struct sv_buf *out);

/* Whether DETAIL is one of samsvar's own sentences. */
bool sv_detail_is_known(const char *detail);

/* As sv_message_render(), with each value that is a sentence of samsvar's own, or a library's reason
 * that it knows, in the language in use. SENTENCE is translated already. */
enum sv_status sv_detail_message(const char *sentence, const struct sv_arg *args, size_t count,
                                 struct sv_buf *out);

#endif
