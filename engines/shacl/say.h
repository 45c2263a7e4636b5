// SPDX-License-Identifier: Apache-2.0
/* Text that reaches people and files; for the files of engines/shacl only. */
#ifndef SV_SHACL_SAY_H
#define SV_SHACL_SAY_H

#include "engines/base/buf.h"

#include <stddef.h>

/* Makes stars of the digits of identity numbers in OUT from FROM on. */
void shacl_hide(struct sv_buf *out, size_t from);

#endif
