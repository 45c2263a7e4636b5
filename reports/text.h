// SPDX-License-Identifier: Apache-2.0
/* The failure block: one layout for the terminal, JUnit and report.txt. */
#ifndef SV_REPORTS_TEXT_H
#define SV_REPORTS_TEXT_H

#include "reports/report.h"
#include "reports/view.h"

struct sv_style {
  unsigned width; /* columns to wrap at; 0: never */
  bool utf8;      /* symbols and rules may be other than ASCII */
  bool colour;    /* ANSI colours */
};

/* How report.txt and JUnit have it: 100 columns, UTF-8, no colour. */
#define SV_STYLE_FILE ((struct sv_style){ .width = 100, .utf8 = true, .colour = false })

/* Appends the block of ITEM, cleaned: what is required, where, what was expected and found, how to
 * put it right, how to see it again. MOST findings at most. */
enum sv_status sv_text_block(const struct sv_report *r, const struct sv_item *item,
                             const struct sv_style *style, size_t most,
                             struct sv_buf *out) SV_MUST_USE;

/* Appends the symbol of D, or its word in ASCII, coloured when STYLE says so. */
void sv_text_symbol(struct sv_buf *out, enum sv_display d, const struct sv_style *style);

/* Whether ITEM needs a block: not fulfilled, relevant, and something to say about it. */
bool sv_text_wants_block(const struct sv_item *item);

/* Whether another check says why ITEM could not be judged; and whether that is one of CAUSE. */
bool sv_text_is_blocked(const struct sv_item *item);
bool sv_text_blocks(const struct sv_item *cause, const struct sv_item *blocked);

/* "33 fulfilled · 3 deviations · 1 exempt": every status there is some of. */
void sv_text_counts(const struct sv_view *view, const struct sv_style *style, struct sv_buf *out);

/* "new: 2 · changed: 1 · still there: 4 · fixed: 3 · the same: 90", with DOT between: each there is
 * some of. */
void sv_text_changes(const struct sv_diff *diff, const char *dot, struct sv_buf *out);

enum sv_status sv_text_render(const struct sv_report *r, struct sv_buf *out);

#endif
