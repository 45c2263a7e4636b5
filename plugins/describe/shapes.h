// SPDX-License-Identifier: Apache-2.0
/* Requirements that our own shapes express: a description is judged by the shapes of its profile
 * once a worker, and a check takes what belongs to its requirement. */
#ifndef SV_PLUGINS_DESCRIBE_SHAPES_H
#define SV_PLUGINS_DESCRIBE_SHAPES_H

#include "engines/shacl/shacl.h"
#include "plugins/describe/describe.h"

/* Judges the endpoint at hand by the shapes of its profile, and by those of rules.ttl, that name
 * REQUIREMENT ("SEM-025"); results of MOST
 * severity or graver count (SV_SHACL_VIOLATION: only what is demanded; SV_SHACL_INFO: what is
 * recommended too). SV_INAPPLICABLE when nothing in the description is in focus of such a shape, or
 * has a property that only may be there. The profile's parameter "dcat-ap-no" chooses between "3"
 * and "2.2". */
enum sv_outcome sv_judge_by_shapes(struct sv_ctx *ctx, const char *requirement,
                                   enum sv_shacl_severity most);

/* The same for what the rule of REQUIREMENT only warns of: results of severity Warning. */
enum sv_outcome sv_advise_by_shapes(struct sv_ctx *ctx, const char *requirement);

/* What is demanded of PATHS (IRIs, NULL last) only, and there how often and of what kind: which
 * list a value is from does not count. For requirements that are narrower than the table of their
 * class.
 */
enum sv_outcome sv_judge_paths_by_shapes(struct sv_ctx *ctx, const char *requirement,
                                         const char *const *paths);

/* Judges the whole document by the shapes of its profile: every result of SEVERITY counts. One
 * finding a requirement tells how many places break it. Shapes that the profile of the run names
 * ("shapes") judge in place of ours; then each result is a finding. (whole.c, official.c) */
enum sv_outcome sv_judge_profile(struct sv_ctx *ctx, enum sv_shacl_severity severity);

/* The same for what the profile's MUST requirements about parts and their mandatory properties say:
 * one finding a class and property. COUNTS tells of which requirements. */
enum sv_outcome sv_judge_parts(struct sv_ctx *ctx, enum sv_shacl_severity severity,
                               bool (*counts)(const char *requirement));

/* Which nodes break what the shapes of the endpoint at hand demand: by dense index of their terms.
 * NULL when the shapes cannot judge D, or found more than they keep. Lives as long as the check. */
bool *sv_shapes_broken(struct sv_ctx *ctx, const struct sv_description *d);

#endif
