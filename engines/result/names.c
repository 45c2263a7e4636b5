// SPDX-License-Identifier: Apache-2.0
/* The words of contract section 1, and back. */
#include "engines/result/run.h"

#include "engines/base/ascii.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char *const outcomes[] = {
  [SV_PASSED] = "passed",      [SV_FAILED] = "failed",     [SV_INAPPLICABLE] = "inapplicable",
  [SV_CANT_TELL] = "cantTell", [SV_UNTESTED] = "untested",
};

static const char *const attributions[] = {
  [SV_TARGET] = "target",   [SV_CONFIGURATION] = "configuration", [SV_CREDENTIALS] = "credentials",
  [SV_NETWORK] = "network", [SV_DEPENDENCY] = "dependency",       [SV_TOOL] = "tool",
};

static const char *const layers[] = {
  [SV_LEGAL] = "legal",       [SV_ORGANISATIONAL] = "organisational",
  [SV_SEMANTIC] = "semantic", [SV_TECHNICAL] = "technical",
  [SV_CROSS_LAYER] = "cross",
};

static const char *const levels[] = {
  [SV_MUST] = "must",
  [SV_SHOULD] = "should",
  [SV_MAY] = "may",
};

static const char *const modes[] = {
  [SV_AUTOMATIC] = "automatic",
  [SV_MANUAL] = "manual",
};

static const char *const maturities[] = {
  [SV_AD_HOC] = "ad-hoc",       [SV_OPPORTUNISTIC] = "opportunistic",
  [SV_ESSENTIAL] = "essential", [SV_SUSTAINABLE] = "sustainable",
  [SV_SEAMLESS] = "seamless",
};

static const char *const verdicts[] = {
  [SV_CONFORMS] = "conforms",
  [SV_CONFORMS_WITH_WAIVERS] = "conforms-with-waivers",
  [SV_DOES_NOT_CONFORM] = "does-not-conform",
  [SV_NOT_SHOWN] = "not-shown",
};

static const char *const changes[] = {
  [SV_CHANGE_NEW] = "new",     [SV_CHANGE_CHANGED] = "changed", [SV_CHANGE_STILL] = "still",
  [SV_CHANGE_FIXED] = "fixed", [SV_CHANGE_SAME] = "same",
};

static const char *const displays[] = {
  [SV_SHOW_FAIL] = "fail",       [SV_SHOW_ERROR] = "error",
  [SV_SHOW_WARNING] = "warning", [SV_SHOW_NOT_TESTED] = "not-tested",
  [SV_SHOW_WAIVED] = "waived",   [SV_SHOW_NOT_APPLICABLE] = "not-applicable",
  [SV_SHOW_PASS] = "pass",
};

static const char *name(const char *const *table, size_t count, unsigned value)
{
  return value < count ? table[value] : NULL;
}

static unsigned from(const char *const *table, size_t count, const char *text)
{
  for (unsigned i = 1; text && i < count; i++)
    if (strcmp(table[i], text) == 0)
      return i;
  return 0;
}

const char *sv_outcome_name(enum sv_outcome o)
{
  return name(outcomes, COUNT(outcomes), (unsigned)o);
}

enum sv_outcome sv_outcome_from(const char *text)
{
  return (enum sv_outcome)from(outcomes, COUNT(outcomes), text);
}

const char *sv_attribution_name(enum sv_attribution a)
{
  return name(attributions, COUNT(attributions), (unsigned)a);
}

enum sv_attribution sv_attribution_from(const char *text)
{
  return (enum sv_attribution)from(attributions, COUNT(attributions), text);
}

const char *sv_layer_name(enum sv_layer l)
{
  return name(layers, COUNT(layers), (unsigned)l);
}

enum sv_layer sv_layer_from(const char *text)
{
  return (enum sv_layer)from(layers, COUNT(layers), text);
}

const char *sv_level_name(enum sv_level l)
{
  return name(levels, COUNT(levels), (unsigned)l);
}

enum sv_level sv_level_from(const char *text)
{
  for (unsigned i = 1; text && i < COUNT(levels); i++)
    if (sv_equal_nocase(levels[i], text))
      return (enum sv_level)i;
  return (enum sv_level)0;
}

const char *sv_maturity_name(enum sv_maturity_level m)
{
  return name(maturities, COUNT(maturities), (unsigned)m);
}

enum sv_maturity_level sv_maturity_from(const char *text)
{
  return (enum sv_maturity_level)from(maturities, COUNT(maturities), text);
}

const char *sv_mode_name(enum sv_mode m)
{
  return name(modes, COUNT(modes), (unsigned)m);
}

enum sv_mode sv_mode_from(const char *text)
{
  return (enum sv_mode)from(modes, COUNT(modes), text);
}

const char *sv_verdict_name(enum sv_verdict_value v)
{
  return name(verdicts, COUNT(verdicts), (unsigned)v);
}

enum sv_verdict_value sv_verdict_from(const char *text)
{
  return (enum sv_verdict_value)from(verdicts, COUNT(verdicts), text);
}

const char *sv_change_name(enum sv_change c)
{
  return name(changes, COUNT(changes), (unsigned)c);
}

enum sv_change sv_change_from(const char *text)
{
  return (enum sv_change)from(changes, COUNT(changes), text);
}

const char *sv_display_name(enum sv_display d)
{
  return name(displays, COUNT(displays), (unsigned)d);
}

enum sv_display sv_display_from(const char *text)
{
  return (enum sv_display)from(displays, COUNT(displays), text);
}
