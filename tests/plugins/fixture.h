// SPDX-License-Identifier: Apache-2.0
/* What every broken or evil plugin has in common: a check that does the evil and, after it, one
 * that is good. */
#ifndef SV_TESTS_FIXTURE_H
#define SV_TESTS_FIXTURE_H

#include <samsvar/helpers.h>

/* Ends by SIGSEGV; the compiler must not see why. */
static inline void fall(void)
{
  int *volatile nowhere = (int *)8;
  *nowhere = 1;
}

static inline enum sv_outcome good_check(struct sv_ctx *ctx)
{
  return ctx->sv->endpoint(ctx) ? SV_PASSED : SV_CANT_TELL;
}

/* The rows; NAME is a bare word, EVIL a function. */
#define FIXTURE_CHECKS(name, evil)                                                                 \
  static const struct sv_check checks[] = {                                                        \
    { .id = "technical." #name ".evil",                                                            \
      .title = "The evil check",                                                                   \
      .requirements = "TEC-TST-01",                                                                \
      .kinds = "web",                                                                              \
      .layer = SV_TECHNICAL,                                                                       \
      .level = SV_MUST,                                                                            \
      .run = evil },                                                                               \
    { .id = "technical." #name ".good",                                                            \
      .title = "The good check",                                                                   \
      .requirements = "TEC-TST-01",                                                                \
      .kinds = "web",                                                                              \
      .layer = SV_TECHNICAL,                                                                       \
      .level = SV_MUST,                                                                            \
      .run = good_check },                                                                         \
  }

#define FIXTURE(name, evil)                                                                        \
  FIXTURE_CHECKS(name, evil);                                                                      \
  SV_PLUGIN(name, checks, .version = "1.0.0", .summary = "A plugin that means ill")

/* A plugin whose constructor or descriptor is the evil. */
#define HARMLESS(name)                                                                             \
  static enum sv_outcome harmless(struct sv_ctx *ctx)                                              \
  {                                                                                                \
    return good_check(ctx);                                                                        \
  }                                                                                                \
  FIXTURE_CHECKS(name, harmless)

/* PASSED when the wall held, else a failure that the test sees. */
static inline enum sv_outcome held(struct sv_ctx *ctx, int wall_held, const char *what)
{
  (void)ctx->sv->endpoint(ctx);
  if (wall_held)
    return SV_PASSED;
  sv_find(ctx, .outcome = SV_FAILED, .message = "The wall did not hold", .actual = what);
  return SV_FAILED;
}

#endif
