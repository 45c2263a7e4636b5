// SPDX-License-Identifier: Apache-2.0
/* The sentences of a run in a reader's language, not yet escaped for any syntax. */
#ifndef SV_REPORTS_SAY_H
#define SV_REPORTS_SAY_H

#include "reports/report.h"
#include "reports/view.h"

/* TEXT in LANG or the next best: nn, nb, en; nb, nn, en; en, nb, nn. USED (may be NULL) gets the
 * language it is in.
 * "" when there is none. */
const char *sv_say_text(const struct sv_text *text, enum sv_lang lang, enum sv_lang *used);

/* What finding F says. Appends to OUT. */
enum sv_status sv_say_finding(const struct sv_report *r, const struct sv_finding_record *f,
                              struct sv_buf *out);

/* A msgid or a value with the places of F filled in. */
enum sv_status sv_say_part(const struct sv_finding_record *f, const char *msgid,
                           struct sv_buf *out);

/* What F found: the target's own words as they are, or a sentence of ours in the language in use.
 * Appends to OUT. */
enum sv_status sv_say_actual(const struct sv_report *r, const struct sv_finding_record *f,
                             struct sv_buf *out);

/* "The same at: a, b" when D was found at further endpoints, else nothing. Appends to OUT. */
enum sv_status sv_say_also(const struct sv_distinct *d, struct sv_buf *out);

/* One sentence on ITEM: its first finding, or its reason. Appends to OUT, nothing when there is
 * nothing to say. */
enum sv_status sv_say_item(const struct sv_report *r, const struct sv_item *item,
                           struct sv_buf *out);

/* Where F is, in words: "GET https://… · 404 · /items/3". ENDPOINT is its result's. */
enum sv_status sv_say_place(const struct sv_report *r, const struct sv_finding_record *f,
                            const char *endpoint, struct sv_buf *out);

/* MSGID in the language in use, its places filled from pairs of name and text, NULL last. */
enum sv_status sv_say_words(struct sv_buf *out, const char *msgid, ...) __attribute__((sentinel));

#endif
