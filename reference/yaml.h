// SPDX-License-Identifier: Apache-2.0
/* JSON written as YAML 1.2. */
#ifndef SV_REFERENCE_YAML_H
#define SV_REFERENCE_YAML_H

#include "engines/base/buf.h"

/* Appends the JSON text as block YAML with every string quoted, so that nothing changes its type.
 */
enum sv_status sv_yaml_from_json(const char *text, size_t size, struct sv_buf *out,
                                 struct sv_error *err) SV_MUST_USE;

#endif
