// SPDX-License-Identifier: Apache-2.0
/* What the files of `samsvar validate shacl` share. */
#ifndef SV_RUNNER_VALIDATE_SHACL_H
#define SV_RUNNER_VALIDATE_SHACL_H

#include "engines/rdf/read.h"
#include "engines/shacl/shacl.h"
#include "runner/validate.h"

struct sv_shacl_job {
  const struct sv_validate_options *options;
  struct sv_validate_out out;
  struct sv_validate_source source;
  struct sv_graph *shapes, *data;
};

/* --- validate_shacl_read.c --- */
/* The shapes of all --shapes with what they import, and the data of FILES. The exit code. */
int sv_shacl_read_shapes(struct sv_shacl_job *j);
int sv_shacl_read_data(struct sv_shacl_job *j, const struct sv_operands *files);

/* --- validate_shacl_lint.c --- */
/* Says what is doubtful in the shapes of --shapes, as warnings. */
enum sv_status sv_shacl_say_lint(struct sv_shacl_job *j, struct sv_error *err) SV_MUST_USE;

/* --- validate_shacl_say.c --- */
/* Something in the shapes that does not stop the judging. */
void sv_shacl_say_warning(struct sv_shacl_job *j, uint32_t line, const char *message,
                          const char *rule);
void sv_shacl_say_fault(struct sv_shacl_job *j, const char *path, const struct sv_doc_finding *f);
/* The results, as lines or JSON, and in lines the sum of it all. */
void sv_shacl_say_results(struct sv_shacl_job *j, const struct sv_shacl_report *r);
int sv_shacl_write_report(const struct sv_shacl_report *r);

#endif
