// SPDX-License-Identifier: Apache-2.0
/* Judging: nodes by shapes, shapes by their constraints. Shapes do not recurse (order.c), so that
 * the depth here is bounded by their nesting. */
#include "engines/shacl/run.h"

#include <stdlib.h>

#define KNOWN_MAX ((size_t)1 << 20)

bool shacl_ok(const struct shacl_run *r)
{
  return r->status == SV_OK && r->budget.status == SV_OK;
}

bool shacl_tick(struct shacl_run *r, uint64_t n)
{
  if (!shacl_ok(r))
    return false;
  if (r->steps < n) {
    r->status = SV_LIMIT;
    r->limit = "shacl-steps";
    return false;
  }
  r->steps -= n;
  return true;
}

bool shacl_fail(struct shacl_eval *e, uint32_t value, sv_term predicate)
{
  struct sv_shacl_report *report = e->run->report;
  if (!e->emit || !shacl_ok(e->run))
    return false;
  report->counts[e->shape->severity]++;
  if (report->results.count >= e->run->limits.results)
    return false;
  struct shacl_kept *k = shacl_push(&report->budget, &report->results, 1, sizeof *k);
  if (!k) {
    e->run->budget.status = report->budget.status;
    return false;
  }
  *k = (struct shacl_kept){ .focus = e->focus,
                            .value = value,
                            .predicate = predicate,
                            .shape = (uint32_t)(e->shape - shacl_shape(e->run->s, 0)),
                            .constraint = (uint32_t)(e->c - shacl_constraint(e->run->s, 0)) };
  return false;
}

static bool test_values(struct shacl_eval *e)
{
  bool ok = true;
  for (size_t i = 0; i < e->count && (ok || e->emit); i++) {
    const sv_term v = shacl_value(e, i);
    if (!shacl_tick(e->run, 1))
      return false;
    if (!shacl_tests[e->c->op](e, v))
      ok = shacl_fail(e, v, 0);
  }
  return ok;
}

bool shacl_judge(struct shacl_run *r, uint32_t shape, sv_term node, bool emit, unsigned depth)
{
  struct shacl_eval e = { .run = r,
                          .shape = shacl_shape(r->s, shape),
                          .focus = node,
                          .base = r->stack.count,
                          .emit = emit,
                          .depth = depth };
  if (e.shape->deactivated)
    return true;
  if (depth > SV_SHACL_NESTING_MAX || !shacl_tick(r, 1))
    return false;
  bool ok = shacl_find_values(r, e.shape, node, &e.count);
  for (uint32_t i = 0; i < e.shape->count && (ok || emit) && shacl_ok(r); i++) {
    e.c = shacl_constraint(r->s, e.shape->first + i);
    if (!(shacl_tests[e.c->op] ? test_values(&e) : shacl_checks[e.c->op](&e)))
      ok = false;
  }
  r->stack.count = e.base;
  return ok && shacl_ok(r);
}

bool shacl_conforms(struct shacl_run *r, uint32_t shape, sv_term node, unsigned depth)
{
  const struct shacl_shape *s = shacl_shape(r->s, shape);
  const uint64_t key = (uint64_t)shape << 33 | (uint64_t)node << 1;
  if (!shacl_tick(r, 1))
    return false;
  if (!s->compound)
    return shacl_judge(r, shape, node, false, depth);
  if (shacl_set_has(&r->known, key | 1))
    return true;
  if (shacl_set_has(&r->known, key))
    return false;
  const bool ok = shacl_judge(r, shape, node, false, depth);
  if (r->known.count < KNOWN_MAX && shacl_ok(r))
    (void)shacl_set_add(&r->budget, &r->known, key | ok);
  return ok;
}

/* --- the whole --- */
static void release(struct shacl_run *r)
{
  struct shacl_budget *b = &r->budget;
  shacl_vector_free(b, &r->classes);
  shacl_vector_free(b, &r->stack);
  shacl_vector_free(b, &r->todo);
  shacl_set_free(b, &r->seen);
  shacl_set_free(b, &r->known);
  sv_regex_scratch_free(r->scratch);
  free(r->items);
  free(r->class_of);
}

static bool judge_root(struct shacl_run *r, uint32_t root, struct shacl_vector *focus,
                       uint8_t *in_focus)
{
  if (shacl_shape(r->s, root)->deactivated)
    return true;
  if (!shacl_find_focus(r, root, focus))
    return false;
  r->report->shape_focus[root] = (uint32_t)focus->count;
  for (size_t i = 0; i < focus->count; i++) {
    const sv_term node = ((const sv_term *)focus->data)[i];
    uint8_t *seen = &in_focus[sv_term_index(node)];
    r->report->focus += !*seen;
    *seen = 1;
    (void)shacl_judge(r, root, node, true, 0);
    if (!shacl_ok(r))
      return false;
  }
  return true;
}

static bool judge_all(struct shacl_run *r)
{
  struct shacl_vector focus = { 0 };
  r->scratch = sv_regex_scratch_new();
  r->report->shape_focus =
      shacl_array(&r->budget, r->s->root_count, sizeof *r->report->shape_focus);
  if (!r->scratch || !r->report->shape_focus || !shacl_bind(r))
    return false;
  uint8_t *in_focus = shacl_array(&r->budget, (size_t)sv_graph_term_count(r->g) + 1, 1);
  bool ok = in_focus != NULL;
  for (uint32_t i = 0; ok && i < r->s->root_count; i++)
    ok = judge_root(r, i, &focus, in_focus);
  free(in_focus);
  shacl_vector_free(&r->budget, &focus);
  return ok;
}

static enum sv_status status_of(const struct shacl_run *r, struct sv_error *err)
{
  SV_TRY(sv_graph_status(r->g, err));
  if (r->status == SV_LIMIT && r->limit[0] == 's')
    return sv_fail_limit(err, r->limit,
                         N_("judging the data takes more steps than the limit allows; it was not "
                            "judged"));
  if (r->status == SV_LIMIT)
    return sv_fail_limit(err, r->limit,
                         N_("matching a pattern of the shapes takes more steps than the limit "
                            "allows; the data was not judged"));
  if (r->budget.status == SV_LIMIT)
    return sv_fail_limit(err, "shacl-bytes",
                         N_("judging the data takes more memory than the limit allows"));
  return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
}

enum sv_status sv_shacl_validate(const struct sv_shacl *s, struct sv_graph *data,
                                 const struct sv_shacl_limits *limits, struct sv_shacl_report **out,
                                 struct sv_error *err)
{
  *out = NULL;
  SV_TRY(sv_graph_index_objects(data, err));
  SV_TRY(sv_graph_index_incoming(data, err));
  struct sv_shacl_report *report = calloc(1, sizeof *report);
  if (!report)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  struct shacl_run r = {
    .s = s, .g = data, .report = report, .limits = limits ? *limits : SV_SHACL_LIMITS
  };
  report->s = s;
  report->g = data;
  r.steps = r.limits.steps;
  r.budget.limit = report->budget.limit = r.limits.bytes;
  const bool ok = judge_all(&r);
  report->terms = r.terms;
  const enum sv_status status = ok ? SV_OK : status_of(&r, err);
  release(&r);
  if (!ok) {
    sv_shacl_report_free(report);
    return status;
  }
  *out = report;
  return SV_OK;
}
