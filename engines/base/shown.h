// SPDX-License-Identifier: Apache-2.0
/* Which code points may be shown to people. */
#ifndef SV_BASE_SHOWN_H
#define SV_BASE_SHOWN_H

#include <stdbool.h>
#include <stdint.h>

/* Whether CODE is a graphic character or a space: no control, format, surrogate, private or
 * unassigned one. */
bool sv_code_is_shown(uint32_t code);

#endif
