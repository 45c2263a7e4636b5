// SPDX-License-Identifier: Apache-2.0
/* Cases of this plugin, one table a family. */
#ifndef SV_MESSAGES_TEST_CASES_H
#define SV_MESSAGES_TEST_CASES_H

#include "tests/fake/cases.h"

#define URL "https://svc.example/v1.json"

/* One document, and what a check must say of it. */
#define DOCUMENT(name_, check_, kind_, outcome_, text_)                                            \
  {                                                                                                \
    .name = (name_), .check = "technical." check_, .kind = (kind_), .outcome = (outcome_),         \
    .documents = {                                                                                 \
      { (kind_), (text_) }                                                                         \
    }                                                                                              \
  }
/* One answer at URL, likewise. */
#define ANSWER(name_, check_, kind_, outcome_, ...)                                                \
  {                                                                                                \
    .name = (name_), .check = "technical." check_, .kind = (kind_), .outcome = (outcome_),         \
    .rows = {                                                                                      \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  }
#define JSON(body) "200\nContent-Type: application/json\n\n" body

struct case_table {
  const struct sv_case_row *rows;
  size_t count;
};

#define CASES(name, rows_)                                                                         \
  const struct case_table name = { (rows_), sizeof(rows_) / sizeof((rows_)[0]) }

extern const struct case_table events_cases;
extern const struct case_table messaging_cases;
extern const struct case_table participant_cases;
extern const struct case_table sent_cases;
extern const struct case_table versions_cases;

#endif
