// SPDX-License-Identifier: Apache-2.0
/* Requirements that our own shapes express: a description is judged by the shapes of its profile
 * once a worker, and a check takes what belongs to its requirement. */
#ifndef SV_PLUGINS_DESCRIBE_SHAPES_H
#define SV_PLUGINS_DESCRIBE_SHAPES_H

#include "engines/shacl/shacl.h"
#include "plugins/describe/describe.h"

/* Judges the endpoint at hand by the shapes that name REQUIREMENT ("SEM-025"); results of MOST
 * severity or graver count (SV_SHACL_VIOLATION: only what is demanded; SV_SHACL_INFO: what is
 * recommended too). SV_INAPPLICABLE when nothing in the description is in focus of such a shape, or
 * has a property that only may be there. The profile's parameter "dcat-ap-no" chooses between "3"
 * and "2.2". */
enum sv_outcome sv_judge_by_shapes(struct sv_ctx *ctx, const char *requirement,
                                   enum sv_shacl_severity most);

#endif
