// SPDX-License-Identifier: Apache-2.0
/* Totals, shares, the verdict's value and the exit code. */
#include "engines/result/count.h"

#include "engines/result/maturity.h"

#include <stdlib.h>
#include <string.h>

enum {
  EXIT_CONFORMS = 0,
  EXIT_DEVIATION,
  EXIT_USAGE,
  EXIT_NOT_SHOWN,
  EXIT_UNREACHABLE,
  EXIT_BROKEN,
  EXIT_STOPPED = 130
};

void sv_totals_add(struct sv_totals *t, const struct sv_requirement_result *r)
{
  switch (sv_requirement_display(r)) {
  case SV_SHOW_PASS:
    t->passed++;
    break;
  case SV_SHOW_FAIL:
  case SV_SHOW_WARNING:
    t->failed++;
    break;
  case SV_SHOW_WAIVED:
    t->waived++;
    break;
  case SV_SHOW_ERROR:
    t->cant_tell++;
    break;
  case SV_SHOW_NOT_APPLICABLE:
    t->inapplicable++;
    break;
  case SV_SHOW_NOT_TESTED:
  default:
    if (r->no_check)
      t->no_check++;
    else
      t->untested++;
  }
}

bool sv_totals_equal(const struct sv_totals *a, const struct sv_totals *b)
{
  return memcmp(a, b, sizeof *a) == 0;
}

static int by_name(const void *a, const void *b)
{
  const struct sv_capability_totals *x = a;
  const struct sv_capability_totals *y = b;
  return strcmp(x->id, y->id);
}

/* Every capability that a requirement names, once, sorted. */
static enum sv_status list_capabilities(struct sv_run *run, struct sv_verdict *v)
{
  size_t most = 0;
  for (size_t i = 0; i < run->requirement_count; i++)
    most += run->requirements[i].capability_count;
  v->capabilities = most ? sv_arena_calloc(&run->arena, most, sizeof *v->capabilities) : NULL;
  if (most && !v->capabilities)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (size_t i = 0; i < run->requirement_count; i++)
    for (size_t c = 0; c < run->requirements[i].capability_count; c++)
      v->capabilities[n++].id = run->requirements[i].capabilities[c];
  if (n)
    qsort(v->capabilities, n, sizeof *v->capabilities, by_name);
  for (size_t i = 0; i < n; i++)
    if (i == 0 || strcmp(v->capabilities[i].id, v->capabilities[v->capability_count - 1].id) != 0)
      v->capabilities[v->capability_count++] = v->capabilities[i];
  return SV_OK;
}

static void count_layer(struct sv_verdict *v, const struct sv_requirement_result *r)
{
  for (size_t i = 0; i < v->layer_count; i++)
    if (v->layers[i].layer == r->layer)
      sv_totals_add(&v->layers[i].totals, r);
}

static void count_capabilities(struct sv_verdict *v, const struct sv_requirement_result *r)
{
  for (size_t c = 0; c < r->capability_count; c++) {
    const struct sv_capability_totals key = { .id = r->capabilities[c] };
    struct sv_capability_totals *found =
        bsearch(&key, v->capabilities, v->capability_count, sizeof key, by_name);
    if (found)
      sv_totals_add(&found->totals, r);
  }
}

static void count_share(struct sv_verdict *v, const struct sv_requirement_result *r)
{
  if (r->no_check || r->outcome == SV_INAPPLICABLE)
    return;
  const bool judged = r->outcome == SV_PASSED || r->outcome == SV_FAILED;
  v->applicable++;
  v->judged += judged;
  v->must_applicable += r->level == SV_MUST;
  if (r->level == SV_MUST)
    sv_totals_add(&v->must, r);
}

/* What gates, and what keeps the run from conforming: with --fail-on new they differ. */
struct gate_result {
  enum sv_verdict_value value;
  bool failed, missing;
};

static struct gate_result decide(const struct sv_run *run, const struct sv_verdict *v)
{
  struct gate_result g = { .value = v->totals.waived ? SV_CONFORMS_WITH_WAIVERS : SV_CONFORMS };
  bool failed = false;
  g.missing = v->judged == 0 ||
              (uint64_t)v->judged * 100 < (uint64_t)run->profile.gate.min_shown * v->applicable;
  for (size_t i = 0; i < run->requirement_count; i++) {
    const struct sv_requirement_result *r = &run->requirements[i];
    if (!sv_requirement_counts(run, r))
      continue;
    failed = failed || r->outcome == SV_FAILED;
    g.missing = g.missing || r->outcome != SV_FAILED;
    g.failed = g.failed || (r->outcome == SV_FAILED && sv_requirement_gates(run, r));
  }
  if (failed)
    g.value = SV_DOES_NOT_CONFORM;
  else if (g.missing)
    g.value = SV_NOT_SHOWN;
  return g;
}

/* Contract section 2: 130, then 5, 2, 4, 1, 3, 0. */
static int exit_code(const struct sv_run_events *e, const struct gate_result *g)
{
  if (e->interrupted)
    return EXIT_STOPPED;
  if (e->internal)
    return EXIT_BROKEN;
  if (e->configuration)
    return EXIT_USAGE;
  if (e->unreachable)
    return EXIT_UNREACHABLE;
  if (g->failed)
    return EXIT_DEVIATION;
  return g->missing ? EXIT_NOT_SHOWN : EXIT_CONFORMS;
}

enum sv_status sv_verdict_count(struct sv_run *run, struct sv_verdict *out)
{
  struct sv_verdict v = { .layer_count = 0 };
  bool cross = false;
  for (size_t i = 0; i < run->requirement_count; i++)
    cross = cross || run->requirements[i].layer == SV_CROSS_LAYER;
  for (int l = SV_LEGAL; l <= (cross ? SV_CROSS_LAYER : SV_TECHNICAL); l++)
    v.layers[v.layer_count++].layer = (enum sv_layer)l;
  SV_TRY(list_capabilities(run, &v));
  for (size_t i = 0; i < run->requirement_count; i++) {
    const struct sv_requirement_result *r = &run->requirements[i];
    sv_totals_add(&v.totals, r);
    count_layer(&v, r);
    count_capabilities(&v, r);
    count_share(&v, r);
  }
  sv_maturity_count(run, &v);
  SV_TRY(sv_life_events_count(run, &v));
  const struct gate_result gate = decide(run, &v);
  v.value = gate.value;
  v.exit_code = exit_code(&run->events, &gate);
  *out = v;
  return SV_OK;
}
