// SPDX-License-Identifier: Apache-2.0
/* Cases of documents that are handed over: results, and interfaces that are used. */
#include "plugins/organisational/test/cases.h"

#define URL "https://etat.example/"
#define RESULTS(sentence, id, outcome, text)                                                       \
  {                                                                                                \
    sentence, "organisational.framework." id, "results", outcome, { { 0 } }, .documents = {        \
      { "results", text }                                                                          \
    }                                                                                              \
  }
#define ROLE(role, list) "{\"target\":{\"role\":\"" role "\"},\"requirements\":[" list "]}"
#define OF(layer, outcome) "{\"id\":\"A\",\"layer\":\"" layer "\",\"outcome\":\"" outcome "\"}"
#define THREE OF("legal", "passed") "," OF("organisational", "failed") "," OF("semantic", "passed")
#define WAIVED(members) "{\"requirements\":[{\"id\":\"A\",\"waiver\":{" members "}}]}"
#define WHY "\"reason\":\"a\",\"owner\":\"b\","
#define USES(sentence, outcome, answer, list)                                                      \
  {                                                                                                \
    sentence, "organisational.lifecycle.consumed", "consumed", outcome,                            \
        { { "HEAD https://annen.example/v1", answer } }, .documents = {                            \
          { "consumed", list }                                                                     \
        }                                                                                          \
  }
#define ONE "{\"endpoints\":[\"https://annen.example/v1\"]}"

const struct sv_case_row sv_org_handed_cases[] = {
  RESULTS("a role", "role", SV_PASSED, ROLE("consumer", "")),
  RESULTS("no role", "role", SV_FAILED, "{\"requirements\":[]}"),
  RESULTS("a role that nobody stated", "role", SV_FAILED,
          "{\"target\":{\"role\":\"provider\",\"roleAssumed\":true},\"requirements\":[]}"),
  RESULTS("another word", "role", SV_FAILED, ROLE("customer", "")),
  RESULTS("something else", "role", SV_CANT_TELL, "{\"openapi\":\"3.1.0\"}"),
  RESULTS("something judged", "role-judged", SV_PASSED, ROLE("provider", THREE)),
  RESULTS("nothing judged", "role-judged", SV_FAILED,
          ROLE("provider", OF("legal", "inapplicable"))),
  RESULTS("no role", "role-judged", SV_INAPPLICABLE, "{\"requirements\":[]}"),
  RESULTS("four layers", "layers", SV_PASSED,
          ROLE("provider", THREE "," OF("technical", "passed"))),
  RESULTS("three layers", "layers", SV_FAILED, ROLE("provider", THREE)),
  RESULTS("a layer that could not be judged", "layers", SV_FAILED,
          ROLE("provider", THREE "," OF("technical", "cantTell"))),
  RESULTS("a layer without anything relevant", "layers", SV_PASSED,
          ROLE("provider", THREE "," OF("technical", "inapplicable"))),
  RESULTS("a layer without anything relevant", "layers-relevant", SV_FAILED,
          ROLE("provider", THREE "," OF("technical", "inapplicable"))),
  RESULTS("three layers", "layers-relevant", SV_PASSED, ROLE("provider", THREE)),
  RESULTS("a whole waiver", "waivers", SV_PASSED, WAIVED(WHY "\"expires\":\"2026-11-22\"")),
  RESULTS("a waiver of yesterday", "waivers", SV_FAILED, WAIVED(WHY "\"expires\":\"2026-11-21\"")),
  RESULTS("a waiver that had expired", "waivers", SV_FAILED,
          WAIVED(WHY "\"expired\":true,\"expires\":\"2099-01-01\"")),
  RESULTS("a waiver without a reason", "waivers", SV_FAILED,
          WAIVED("\"owner\":\"b\",\"expires\":\"2099-01-01\"")),
  RESULTS("a waiver without an owner, of what did not fail", "waivers", SV_FAILED,
          "{\"requirements\":[],\"unusedWaivers\":[{\"requirement\":\"B\",\"reason\":\"a\","
          "\"expires\":\"2099-01-01\"}]}"),
  RESULTS("no waiver", "waivers", SV_INAPPLICABLE, ROLE("provider", THREE)),

  USES("an interface that stays", SV_PASSED, "200\n\n", ONE),
  USES("one that ends next year", SV_PASSED, "200\nSunset: Fri, 31 Dec 2027 23:59:59 GMT\n\n", ONE),
  USES("one that ends soon", SV_FAILED, "200\nSunset: Thu, 31 Dec 2026 23:59:59 GMT\n\n", ONE),
  USES("one that should have ended", SV_FAILED, "200\nSunset: Wed, 31 Dec 2025 23:59:59 GMT\n\n",
       ONE),
  { "one that ends later than the profile asks",
    "organisational.lifecycle.consumed",
    "consumed",
    SV_PASSED,
    { { "HEAD https://annen.example/v1", "200\nSunset: Thu, 31 Dec 2026 23:59:59 GMT\n\n" } },
    .params = "{\"sunset-days\":7}",
    .documents = { { "consumed", ONE } } },
  USES("a date that nobody can read", SV_CANT_TELL, "200\nSunset: soon\n\n", ONE),
  USES("no answer", SV_CANT_TELL, "!timeout", ONE),
  USES("something else than an address", SV_CANT_TELL, "200\n\n", "{\"endpoints\":[7]}"),
  USES("nothing", SV_INAPPLICABLE, "200\n\n", "{\"endpoints\":[]}"),
};
const size_t sv_org_handed_case_count = sizeof sv_org_handed_cases / sizeof sv_org_handed_cases[0];
