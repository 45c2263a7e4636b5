// SPDX-License-Identifier: Apache-2.0
/* Rules and checks agree: each branch of a rule of the catalogue of requirements has a document,
 * and all checks of the requirement together say of it what the rule says. */
#include "tests/unit/unit.h"

#include "plugins/semantic/test/branches.h"
#include "plugins/semantic/test/turtle.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

extern const struct sv_plugin semantic_LTX_samsvar_plugin;

#define URL "https://etat.example/"

static const char *const names[] = {
  [PASSES] = "passes", [WARNS] = "warns", [FAILS] = "fails", [NONE] = "is not concerned"
};

static bool names_requirement(const struct sv_check *c, const char *id)
{
  const char *at = strstr(c->requirements, id);
  return at && (at[strlen(id)] == '\0' || at[strlen(id)] == ' ');
}

/* Checks of the requirement for the kind. */
static bool is_asked(const struct sv_check *c, const char *kind, const struct sv_branch *b)
{
  return names_requirement(c, b->requirement) && strstr(c->kinds, kind);
}

/* The level that a failure must have to fail the requirement: its strictest check's. */
static enum sv_level level_of(const struct sv_plugin *p, const char *kind, const char *id)
{
  enum sv_level level = SV_MAY;
  for (uint32_t i = 0; i < p->check_count; i++)
    if (names_requirement(&p->checks[i], id) && strstr(p->checks[i].kinds, kind) &&
        p->checks[i].level < level)
      level = p->checks[i].level;
  return level;
}

static void say(const struct sv_fake *f, const struct sv_check *c)
{
  for (size_t i = 0; i < f->finding_count; i++)
    print_message("#   %s: %s [%s]\n", c->id, f->findings[i].text, f->findings[i].actual);
}

struct verdict {
  bool passed, failed, lesser, unknown;
};

static void run_check(struct sv_fake *f, const struct sv_check *c, enum sv_level level,
                      struct verdict *v)
{
  switch (sv_fake_run(f, c)) {
  case SV_PASSED:
    v->passed = true;
    break;
  case SV_FAILED:
    *(c->level == level ? &v->failed : &v->lesser) = true;
    break;
  case SV_CANT_TELL:
    v->unknown = true;
    break;
  default:
    break;
  }
}

static enum sv_says said(const struct verdict *v)
{
  return v->failed ? FAILS : v->lesser ? WARNS : v->passed ? PASSES : NONE;
}

/* Whether the checks say what the rule says; a requirement that is no demand warns when it fails.
 */
static bool agrees(enum sv_says rule, enum sv_says checks, enum sv_level level)
{
  if (level != SV_MUST && rule != PASSES && rule != NONE)
    return checks == FAILS || checks == WARNS;
  return rule == checks;
}

/* Other documents are JSON. */
static bool is_turtle(const struct sv_branch *b)
{
  return b->document && b->document[0] != '{';
}

static bool judge(const struct sv_plugin *p, const char *kind, const struct sv_branch *b)
{
  char text[8192];
  struct verdict v = { .passed = false };
  struct sv_fake *f = sv_fake_new(kind, URL);
  const enum sv_level level = level_of(p, kind, b->requirement);
  (void)snprintf(text, sizeof text, "%s%s", is_turtle(b) ? TTL : "",
                 b->document ? b->document : "");
  const struct sv_artifact document = { .name = json_string_value(
                                            json_object_get(f->ctx.sv->endpoint(&f->ctx), "id")),
                                        .kind = kind,
                                        .url = URL,
                                        .data = text,
                                        .size = strlen(text) };
  if (b->rows.request)
    sv_fake_rows(f, &b->rows, 1);
  if (b->params)
    sv_fake_params(f, b->params);
  if (b->document)
    sv_fake_artifact(f, &document);
  assert_int_equal(p->open(&f->ctx), SV_PASSED);
  for (uint32_t i = 0; i < p->check_count; i++)
    if (is_asked(&p->checks[i], kind, b))
      run_check(f, &p->checks[i], level, &v);
  const bool agreed = !v.unknown && agrees(b->says, said(&v), level);
  if (!agreed)
    print_message("# %s, %s: the rule %s, the checks say it %s%s\n", b->requirement, b->branch,
                  names[b->says], names[said(&v)], v.unknown ? ", and cannot tell" : "");
  for (uint32_t i = 0; !agreed && i < p->check_count; i++)
    if (is_asked(&p->checks[i], kind, b)) {
      (void)sv_fake_run(f, &p->checks[i]);
      say(f, &p->checks[i]);
    }
  p->close(&f->ctx);
  sv_fake_free(f);
  return agreed;
}

static const struct {
  const char *kind;
  const struct sv_branch *branches;
  const size_t *count;
} tables[] = {
  { "dcat", sv_branches_dcat, &sv_branches_dcat_count },
  { "dcat", sv_branches_fields, &sv_branches_fields_count },
  { "dcat", sv_branches_codes, &sv_branches_codes_count },
  { "cpsv", sv_branches_services, &sv_branches_services_count },
  { "skos", sv_branches_concepts, &sv_branches_concepts_count },
  { "modelldcat", sv_branches_models, &sv_branches_models_count },
  { "dcat", sv_branches_general, &sv_branches_general_count },
  { "openapi", sv_branches_openapi, &sv_branches_openapi_count },
  { "api", sv_branches_answers, &sv_branches_answers_count },
};

static void each_branch_of_a_rule_has_its_outcome(void **state)
{
  (void)state;
  size_t judged = 0, wrong = 0;
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
    for (size_t k = 0; k < *tables[i].count; k++, judged++)
      wrong += !judge(&semantic_LTX_samsvar_plugin, tables[i].kind, &tables[i].branches[k]);
  print_message("# %zu of %zu branches\n", judged - wrong, judged);
  assert_int_equal(wrong, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(each_branch_of_a_rule_has_its_outcome) };
  return cmocka_run_group_tests_name("branches", tests, NULL, NULL);
}
