// SPDX-License-Identifier: Apache-2.0
/* What blocks what: no connection, nothing at an address, a file that cannot be read. */
#include "runner/blocked.h"
#include "tests/unit/unit.h"

#include <string.h>

enum { EXCHANGES = 5, RESULTS = 4 };

static const struct sv_exchange_record exchanges[EXCHANGES] = {
  { .n = 1, .url = "https://etat.example/openapi.json", .status = 404 },
  { .n = 2, .url = "https://etat.example/katalog", .status = 200 },
  { .n = 3, .url = "https://etat.example/v1", .error = "tls" },
  { .n = 4, .url = "https://etat.example/openapi.json", .status = 404 },
  { .n = 5, .url = "https://etat.example/annet", .status = 200 },
};

/* One result in short; the exchange is that of its only finding. */
struct said {
  const char *check;
  enum sv_outcome outcome;
  enum sv_attribution who;
  uint32_t exchange;
  const char *text;
  const char *by; /* what must block it; NULL: nothing */
  bool is_presence;
  const char *file; /* of a document that is missing */
};

static const struct {
  const char *what;
  struct said said[RESULTS];
} cases[] = {
  { "the check that tells that nothing is there blocks the others",
    { { "a.late", SV_CANT_TELL, SV_CONFIGURATION, 4, "404", "t.published" },
      { "t.other", SV_FAILED, SV_TARGET, 1, "no HSTS", NULL },
      { "t.published", SV_FAILED, SV_TARGET, 1, "nothing", NULL, true },
      { "z.doc", SV_CANT_TELL, SV_TARGET, 1, "404", "t.published" } } },
  { "of an address with nothing, the first that says so is the cause",
    { { "b.one", SV_CANT_TELL, SV_CONFIGURATION, 4, "404", "a.two" },
      { "a.two", SV_CANT_TELL, SV_TARGET, 1, "not fetched", NULL },
      { "c.three", SV_CANT_TELL, SV_TARGET, 1, "not fetched", "a.two" },
      { "d.four", SV_PASSED, 0, 0, NULL, NULL } } },
  { "an answer that can be judged blocks only those who say the same of it",
    { { "a.one", SV_CANT_TELL, SV_TARGET, 2, "unreadable", NULL },
      { "b.two", SV_CANT_TELL, SV_TARGET, 2, "unreadable", "a.one" },
      { "c.three", SV_CANT_TELL, SV_TARGET, 2, "something else", NULL },
      { "d.four", SV_CANT_TELL, SV_TARGET, 5, "unreadable", NULL } } },
  { "what is there and cannot be read blocks too",
    { { "a.one", SV_CANT_TELL, SV_TARGET, 2, "unreadable", "s.syntax" },
      { "b.two", SV_CANT_TELL, SV_TOOL, 5, "too large", NULL },
      { "s.syntax", SV_FAILED, SV_TARGET, 2, "line 7", NULL, true },
      { "t.other", SV_PASSED, 0, 2, NULL, NULL } } },
  { "no connection blocks by origin",
    { { "a.one", SV_CANT_TELL, SV_NETWORK, 3, "tls", "t.https" },
      { "b.two", SV_CANT_TELL, SV_CREDENTIALS, 3, "no key", NULL },
      { "t.https", SV_FAILED, SV_TARGET, 3, "no TLS of today", NULL },
      { "z.last", SV_CANT_TELL, SV_NETWORK, 3, "tls", "t.https" } } },
  { "a file that cannot be read is told of once",
    { { "a.one", SV_CANT_TELL, SV_CONFIGURATION, 0, "no file", NULL, false, "a.ttl" },
      { "b.two", SV_CANT_TELL, SV_CONFIGURATION, 0, "no file", "a.one", false, "a.ttl" },
      { "c.three", SV_CANT_TELL, SV_CONFIGURATION, 0, "no file", NULL, false, "b.ttl" },
      { "d.four", SV_CANT_TELL, SV_TOOL, 0, "crash", NULL } } },
};

static void fill(const struct said *s, struct sv_finding_record *f, struct sv_result *r,
                 uint32_t *list)
{
  *list = s->exchange;
  *f = (struct sv_finding_record){ .message = s->text,
                                   .text = s->text,
                                   .outcome = s->outcome,
                                   .attribution = s->who,
                                   .where.file = s->file,
                                   .exchange = s->exchange };
  *r = (struct sv_result){ .check = s->check,
                           .endpoint = "e",
                           .outcome = s->outcome,
                           .attribution = s->who,
                           .is_presence = s->is_presence,
                           .is_missing = s->file != NULL,
                           .exchanges = list,
                           .exchange_count = s->exchange ? 1 : 0,
                           .findings = s->text ? f : NULL,
                           .finding_count = s->text ? 1 : 0 };
}

static void judge(size_t n)
{
  struct sv_exchange_record copy[EXCHANGES];
  struct sv_finding_record findings[RESULTS];
  struct sv_result results[RESULTS];
  uint32_t lists[RESULTS];
  memcpy(copy, exchanges, sizeof copy);
  for (size_t i = 0; i < RESULTS; i++)
    fill(&cases[n].said[i], &findings[i], &results[i], &lists[i]);
  struct sv_run run = {
    .results = results, .result_count = RESULTS, .exchanges = copy, .exchange_count = EXCHANGES
  };
  assert_int_equal(sv_blocked_mark(&run), SV_OK);
  for (size_t i = 0; i < RESULTS; i++) {
    const struct said *s = &cases[n].said[i];
    const char *by = results[i].blocked_by;
    if ((s->by != NULL) != (by != NULL) || (by && strcmp(by, s->by) != 0))
      fail_msg("%s: %s is blocked by %s", cases[n].what, s->check, by ? by : "nothing");
    assert_int_equal(results[i].outcome, by ? SV_UNTESTED : s->outcome);
    assert_int_equal(results[i].finding_count, by || !s->text ? 0 : 1);
    assert_true(!by || results[i].reason);
  }
}

static void one_cause_is_told_and_the_rest_refer_to_it(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    judge(i);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(one_cause_is_told_and_the_rest_refer_to_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
