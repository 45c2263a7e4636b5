// SPDX-License-Identifier: Apache-2.0
/* A service for checks without a runner: answers come from a table, findings and facts are kept.
 * For tests of plugins. */
#ifndef SV_TESTS_FAKE_SERVICES_H
#define SV_TESTS_FAKE_SERVICES_H

#include <samsvar/plugin.h>

/* An answer. REQUEST is "URL" or "METHOD URL" (no method: GET; a URL that ends with * stands for all
 * that begin so), and may be followed by lines "Name:
 * value" that the request must have. ANSWER is "STATUS" ("HTTP/2 STATUS" for another
 * version than 1.1), lines "Name: value", an empty line and the body, or "!ERROR" for no answer at
 * all. A request that is held to an address has the line "Address: " with it, one with
 * a credential "Credential: ", one with content "Body: " with a part of it; what is odd about it
 * (engines/http/odd.h) stands among its headers. */
struct sv_fake_row {
  const char *request;
  const char *answer;
  const struct sv_tls *tls;
  uint32_t marks;
  uint32_t identity_numbers;
  uint32_t synthetic_numbers; /* of them */
};

struct sv_fake_finding {
  enum sv_outcome outcome;
  enum sv_attribution attribution; /* with the default filled in */
  const char *message;             /* msgid */
  char *text;                      /* rendered in English */
  char *where;                     /* the first member of the place that is there */
  char *actual;
  const char *expected, *hint;
  uint32_t line, column;
};

struct sv_fake_fact {
  char *subject, *predicate, *value;
};

enum { SV_FAKE_FINDINGS_MAX = 64, SV_FAKE_FACTS_MAX = 256 };

struct sv_fake {
  struct sv_ctx ctx;
  struct sv_fake_finding findings[SV_FAKE_FINDINGS_MAX];
  size_t finding_count;
  struct sv_fake_fact facts[SV_FAKE_FACTS_MAX];
  size_t fact_count;
  size_t request_count; /* distinct requests since the fake was made */
};

/* A fake whose endpoint has KIND and URL, with the clock at 2026-11-22T06:00:00Z and the probe word
 * samsvar-0badcafe. */
struct sv_fake *sv_fake_new(const char *kind, const char *url);
void sv_fake_free(struct sv_fake *f);

/* Adds COUNT rows; the last row that fits a request answers it. HEAD without a row of its own gets
 * GET's head. What no row fits has the error "not-recorded". The rows are borrowed. */
void sv_fake_rows(struct sv_fake *f, const struct sv_fake_row *rows, size_t count);

/* Each takes JSON text: members put into the endpoint or target, parameters of the profile, and the
 * facts of all layers. */
void sv_fake_endpoint(struct sv_fake *f, const char *json);
void sv_fake_target(struct sv_fake *f, const char *json);
void sv_fake_params(struct sv_fake *f, const char *json);
void sv_fake_known_facts(struct sv_fake *f, const char *json);

/* One more document of the target. Borrowed. */
void sv_fake_artifact(struct sv_fake *f, const struct sv_artifact *a);

/* Runs CHECK and fails the test when its verdict contradicts its findings, or a finding lacks
 * message, hint or place. */
enum sv_outcome sv_fake_run(struct sv_fake *f, const struct sv_check *check);

/* The check with this id; fails the test when there is none. */
const struct sv_check *sv_fake_find_check(const struct sv_plugin *p, const char *id);

/* Fails the test unless the table of P is well-formed: ids of LAYER, unique, with title,
 * requirement, kind and level. */
void sv_fake_judge_table(const struct sv_plugin *p, const char *layer);

#endif
