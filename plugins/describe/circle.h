// SPDX-License-Identifier: Apache-2.0
/* Relations that must not lead back to where they began. */
#ifndef SV_PLUGINS_DESCRIBE_CIRCLE_H
#define SV_PLUGINS_DESCRIBE_CIRCLE_H

#include "plugins/describe/judge.h"

/* Hands each triple of PROPERTY that lies on a circle of the relation to FOUND; a node that points
 * to itself is one. INVERSE (may be NULL) states the same relation from the other end. Linear in
 * the triples. False when memory is out. */
bool sv_judging_circles(struct sv_judging *j, const char *property, const char *inverse,
                        sv_judge_value *found);

#endif
