// SPDX-License-Identifier: Apache-2.0
/* Every check on a service that does right, on one with a fault, and on one that does not answer.
 */
#include "plugins/technical/test/suite.h"

#include "tests/unit/unit.h"

#include <string.h>

enum { ROWS_MAX = 100 };

extern const struct sv_plugin technical_LTX_samsvar_plugin;
static const struct sv_plugin *const plugin = &technical_LTX_samsvar_plugin;

enum sv_outcome suite_run(struct sv_fake *f, const struct sv_check *check)
{
  assert_int_equal(plugin->open(&f->ctx), SV_PASSED);
  const enum sv_outcome outcome = sv_fake_run(f, check);
  plugin->close(&f->ctx);
  return outcome;
}

bool suite_has(const struct suite *s, const struct sv_check *check)
{
  return strncmp(check->id, s->family, strlen(s->family)) == 0 &&
         (!s->kinds || strcmp(check->kinds, s->kinds) == 0);
}

const struct sv_check *suite_check(const struct suite *s, const struct fault *one)
{
  char id[64];
  const size_t size = strlen(s->family);
  assert_true(size + strlen(one->id) < sizeof id);
  memcpy(id, s->family, size);
  memcpy(id + size, one->id, strlen(one->id) + 1);
  return sv_fake_find_check(plugin, id);
}

static const char *told(const struct sv_fake *f)
{
  return f->finding_count ? f->findings[0].text : "no finding";
}

static const char *seen(const struct sv_fake *f)
{
  return f->finding_count && f->findings[0].actual ? f->findings[0].actual : "";
}

size_t suite_all_pass(const struct suite *s)
{
  size_t count = 0;
  for (uint32_t i = 0; i < plugin->check_count; i++) {
    const struct sv_check *c = &plugin->checks[i];
    if (!suite_has(s, c))
      continue;
    struct sv_fake *f = s->service();
    const enum sv_outcome o = suite_run(f, c);
    if (o != SV_PASSED)
      fail_msg("%s: outcome %d: %s (%s)", c->id, (int)o, told(f), seen(f));
    count++;
    sv_fake_free(f);
  }
  return count;
}

void suite_judges(const struct suite *s, const struct fault *one)
{
  struct sv_fake *f = s->service();
  sv_fake_rows(f, one->over, one->over[1].request ? 2 : 1);
  const enum sv_outcome o = suite_run(f, suite_check(s, one));
  if (o != one->outcome)
    fail_msg("%s on '%s' for '%s': outcome %d, not %d: %s (%s)", one->id, one->over[0].answer,
             one->over[0].request, (int)o, (int)one->outcome, told(f), seen(f));
  if (one->where && !strstr(f->findings[0].where, one->where))
    fail_msg("%s: at %s, not %s", one->id, f->findings[0].where, one->where);
  sv_fake_free(f);
}

void suite_notices_each(const struct suite *s)
{
  for (size_t i = 0; i < s->fault_count; i++)
    suite_judges(s, &s->faults[i]);
}

void suite_fails_every_check(const struct suite *s)
{
  for (uint32_t i = 0; i < plugin->check_count; i++) {
    bool found = !suite_has(s, &plugin->checks[i]);
    for (size_t k = 0; k < s->fault_count; k++)
      found |=
          s->faults[k].outcome == SV_FAILED && suite_check(s, &s->faults[k]) == &plugin->checks[i];
    if (!found)
      fail_msg("no case fails %s", plugin->checks[i].id);
  }
}

static void meets_no_answer(const struct suite *s, const struct sv_check *c, const char *answer)
{
  struct sv_fake_row all[ROWS_MAX];
  assert_true(s->row_count <= ROWS_MAX);
  for (size_t i = 0; i < s->row_count; i++)
    all[i] = (struct sv_fake_row){ .request = s->rows[i].request, .answer = answer };
  struct sv_fake *f = s->service();
  sv_fake_rows(f, all, s->row_count);
  const enum sv_outcome o = suite_run(f, c);
  if (o == SV_FAILED || o == SV_PASSED)
    fail_msg("%s on '%s': outcome %d: %s", c->id, answer, (int)o, told(f));
  sv_fake_free(f);
}

void suite_needs_answers(const struct suite *s)
{
  for (const char *const *answer = s->no_answers; *answer; answer++)
    for (uint32_t i = 0; i < plugin->check_count; i++)
      if (suite_has(s, &plugin->checks[i]))
        meets_no_answer(s, &plugin->checks[i], *answer);
}
