// SPDX-License-Identifier: Apache-2.0
/* Running files in the form of JSON-Schema-Test-Suite: an array of {description, schema, tests:
 * [{description, data, valid}]}. */
#ifndef SV_SCHEMA_SUITE_H
#define SV_SCHEMA_SUITE_H

#include "engines/schema/schema.h"

struct sv_suite_case {
  const struct sv_doc *file;
  sv_value group, test; /* TEST is SV_DOC_NONE when the group's schema was refused */
  bool expected;
  const char *problem; /* what went wrong apart from the verdict; NULL: only the verdict is wrong */
};

/* Called for each case that did not come out as expected. */
typedef void sv_suite_tell(void *context, const struct sv_suite_case *c);

struct sv_suite_count {
  size_t passed, failed;
};

/* Runs FILE and adds to COUNT. Each case is judged twice, plainly and by an explanation; both must
 * agree. SV_INVALID when FILE has not the form of a suite. */
enum sv_status sv_suite_run(const struct sv_doc *file, const struct sv_schema_options *opt,
                            sv_suite_tell *tell, void *context, struct sv_suite_count *count,
                            struct sv_error *err) SV_MUST_USE;

#endif
