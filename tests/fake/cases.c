// SPDX-License-Identifier: Apache-2.0
/* Checks by table. */
#include "tests/fake/cases.h"

#include "tests/unit/unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static enum sv_outcome run_case(const struct sv_plugin *p, const char *url,
                                const struct sv_case_row *c)
{
  struct sv_fake *f = sv_fake_new(c->kind, url);
  size_t rows = 0;
  while (rows < SV_CASE_ROWS && c->rows[rows].request)
    rows++;
  sv_fake_rows(f, c->rows, rows);
  if (c->target)
    sv_fake_target(f, c->target);
  if (c->params)
    sv_fake_params(f, c->params);
  if (c->facts)
    sv_fake_known_facts(f, c->facts);
  struct sv_artifact documents[2];
  const char *id = json_string_value(json_object_get(f->ctx.sv->endpoint(&f->ctx), "id"));
  for (size_t i = 0; i < 2 && c->documents[i][0]; i++) {
    documents[i] =
        (struct sv_artifact){ .name = strcmp(c->documents[i][0], c->kind) == 0 ? id
                                                                               : c->documents[i][0],
                              .kind = c->documents[i][0],
                              .url = url,
                              .data = c->documents[i][1],
                              .size = strlen(c->documents[i][1]) };
    sv_fake_artifact(f, &documents[i]);
  }
  if (p->open)
    assert_int_equal(p->open(&f->ctx), SV_PASSED);
  const enum sv_outcome outcome = sv_fake_run(f, sv_fake_find_check(p, c->check));
  if (p->close)
    p->close(&f->ctx);
  if (outcome != c->outcome) {
    print_message("# %s: %s gave %d, not %d\n", c->name, c->check, (int)outcome, (int)c->outcome);
    for (size_t i = 0; i < f->finding_count; i++)
      print_message("#   %s [%s]\n", f->findings[i].text, f->findings[i].actual);
  }
  sv_fake_free(f);
  return outcome;
}

static bool has_case(const struct sv_case_row *cases, size_t count, const char *check,
                     enum sv_outcome outcome)
{
  for (size_t i = 0; i < count; i++)
    if (cases[i].outcome == outcome && strcmp(cases[i].check, check) == 0)
      return true;
  print_message("# %s has no case with outcome %d\n", check, (int)outcome);
  return false;
}

void sv_cases_run(const struct sv_plugin *p, const char *url, const struct sv_case_row *cases,
                  size_t count)
{
  size_t wrong = 0;
  for (size_t i = 0; i < count; i++)
    wrong += run_case(p, url, &cases[i]) != cases[i].outcome;
  for (size_t i = 0; i < p->check_count; i++) {
    wrong += !has_case(cases, count, p->checks[i].id, SV_PASSED);
    wrong += !has_case(cases, count, p->checks[i].id, SV_FAILED);
  }
  assert_int_equal(wrong, 0);
}
