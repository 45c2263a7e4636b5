// SPDX-License-Identifier: Apache-2.0
/* The state while a chain of profile files becomes one profile. */
#ifndef SV_RUNNER_PROFILE_RESOLVE_H
#define SV_RUNNER_PROFILE_RESOLVE_H

#include "runner/profile_file.h"

enum { SV_PROFILE_CHECKS_MAX = 1000, SV_PROFILE_TAILORING_MAX = 200 };

struct sv_resolving {
  const struct sv_catalogue *c;
  struct sv_profile *out;
  bool *chosen;          /* by index in the catalogue */
  enum sv_level *levels; /* likewise */
  const char **checks;
  size_t check_count;
  const char **tailoring;
  size_t tailoring_count;
};

/* Applies the levels of F: raising is free, lowering needs a reason and is kept as tailoring. */
enum sv_status sv_profile_levels(struct sv_resolving *s,
                                 const struct sv_profile_file *f) SV_MUST_USE;

/* Reads the rule V for levels of maturity over RULES, SV_SEAMLESS + 1 of them. */
enum sv_status sv_profile_maturity(const struct sv_reader *r, sv_value v,
                                   struct sv_maturity_rule *rules) SV_MUST_USE;

/* Reads the shapes that F names over those of OUT; files are read and held against their pins. */
enum sv_status sv_profile_shapes_read(const struct sv_profile_file *f,
                                      struct sv_profile *out) SV_MUST_USE;

/* Puts the digest of the resolved profile in out->sha256. */
enum sv_status sv_profile_digest(struct sv_profile *p) SV_MUST_USE;

#endif
