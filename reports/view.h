// SPDX-License-Identifier: Apache-2.0
/* A run as reports look at it: every requirement with its results, and an order with the worst
 * first. */
#ifndef SV_REPORTS_VIEW_H
#define SV_REPORTS_VIEW_H

#include "engines/result/run.h"

struct sv_item {
  const struct sv_requirement_result *requirement;
  const struct sv_result *const *results; /* those that judge it, worst first */
  size_t result_count;
  enum sv_display display;
  enum sv_attribution attribution; /* who it is about; 0 when met or not relevant */
  bool gates;                      /* makes the exit code other than 0 */
  enum sv_display said; /* what checks say when its source was not read; 0: nothing, or it counts */
  uint64_t duration_ms;
};

struct sv_view {
  struct sv_arena arena;
  struct sv_item *items; /* in the order of the requirements */
  size_t count;
  const struct sv_item **worst;     /* the same, worst first: status, level, layer, id */
  uint32_t shown[SV_SHOW_PASS + 1]; /* how many of each display status; no check is apart */
  uint32_t no_check;                /* they never decide */
  uint32_t unread;                  /* of those: their source was not read, whatever checks say */
  uint32_t unanswered;              /* a person judges them and has not */
  uint32_t uncovered;               /* no check judges them */
  struct sv_item *aside; /* copies of the unread that checks found not met, as if they counted */
  size_t aside_count;
  uint32_t gating;
};

/* Fills V from RUN, which it borrows. SV_OK or SV_NO_MEMORY; to be closed in both cases. */
enum sv_status sv_view_open(const struct sv_run *run, struct sv_view *v) SV_MUST_USE;
void sv_view_close(struct sv_view *v);

/* The item of requirement ID, or NULL. */
struct sv_item *sv_view_find(const struct sv_view *v, const char *id);

/* The finding that says most about ITEM: the first of its worst result; NULL: none. RESULT (may be
 * NULL) gets its result. */
const struct sv_finding_record *sv_item_finding(const struct sv_item *item,
                                                const struct sv_result **result);

enum { SV_DISTINCT_MAX = 20, SV_ALSO_MAX = 6 };

/* A finding, and the further endpoints at which the very same was found. */
struct sv_distinct {
  const struct sv_result *result;
  const struct sv_finding_record *finding;
  const char *also[SV_ALSO_MAX]; /* ids of endpoints */
  size_t also_count;             /* may be more than SV_ALSO_MAX: the rest is counted only */
};

/* Fills LIST with at most MOST findings of ITEM that differ in what they say; how many there are in
 * it. REST gets the number of findings that are in none of them. */
size_t sv_item_distinct(const struct sv_item *item, struct sv_distinct *list, size_t most,
                        size_t *rest);

/* How many findings ITEM has, those left out in the file too. */
size_t sv_item_finding_count(const struct sv_item *item);

/* The exchange numbered N, or NULL. */
const struct sv_exchange_record *sv_view_exchange(const struct sv_run *run, uint32_t n);

/* The endpoint called ID, or NULL. */
const struct sv_endpoint_record *sv_view_endpoint(const struct sv_run *run, const char *id);

#endif
