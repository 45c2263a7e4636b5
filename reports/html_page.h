// SPDX-License-Identifier: Apache-2.0
/* The parts of the page, and the only ways to write into it. SV_LIT takes string literals alone,
 * which the compiler holds; everything else is cleaned and escaped. */
#ifndef SV_REPORTS_HTML_PAGE_H
#define SV_REPORTS_HTML_PAGE_H

#include "reports/report.h"
#include "reports/say.h"
#include "reports/view.h"
#include "reports/words.h"

struct sv_html {
  const struct sv_report *r;
  struct sv_buf *out;
  bool external;   /* style sheet and script are files beside the page */
  unsigned copies; /* commands that can be copied, so far: each has an id */
};

#define SV_LIT(h, text) ((void)sv_buf_add((h)->out, "" text "", sizeof("" text "") - 1))

/* One line of text. Cut at 4000 bytes, with the number left out. */
void sv_html_text(struct sv_html *h, const char *text);
/* The same of a msgid in the language of the page. */
void sv_html_tr(struct sv_html *h, const char *msgid);
/* The same of a msgid with places: pairs of name and text, NULL last. */
void sv_html_say(struct sv_html *h, const char *msgid, ...) __attribute__((sentinel));
/* SIZE bytes within pre: line ends stay, hidden values are marked. */
void sv_html_pre(struct sv_html *h, const char *text, size_t size);
/* NAME="VALUE" with a space before. */
void sv_html_attr(struct sv_html *h, const char *name, const char *value);
void sv_html_number(struct sv_html *h, uint64_t n);
/* The symbol of a status, for eyes only. */
void sv_html_icon(struct sv_html *h, enum sv_display d);
/* The symbol, and its word for those who do not see it. */
void sv_html_status(struct sv_html *h, enum sv_display d);
/* A link when URL is http, https or mailto; TEXT or, when NULL, the URL itself. */
void sv_html_link(struct sv_html *h, const char *url, const char *text);
/* A link to requirement ID within the page. */
void sv_html_ref(struct sv_html *h, const char *id);
/* Whether ID can be an id of the page: it cannot be taken for one of ours. */
bool sv_html_is_anchor(const char *id);
/* TEXT in the language of the page, or marked with the one it is in. */
void sv_html_in_language(struct sv_html *h, const struct sv_text *text);
/* A heading of a section with its anchor and a line of text (msgid, NULL: none). */
void sv_html_section(struct sv_html *h, const char *anchor, const char *title, const char *lead);
/* Begins a <div> of CLASSES that may scroll sideways; the keyboard reaches it, LABEL (a msgid)
 * names it. */
void sv_html_scroll(struct sv_html *h, const char *classes, const char *label);
/* "LEG", "ORG" ...: the layer in addresses. */
const char *sv_html_layer_key(enum sv_layer l);
/* A bar of shares. */
void sv_html_bar(struct sv_html *h, const uint32_t shown[SV_SHOW_PASS + 1], unsigned height);
/* One sentence on what has changed since the baseline; nothing when there is none. */
void sv_html_change_line(struct sv_html *h);
/* The day since which requirement ID is not met, when there is a baseline. */
void sv_html_since(struct sv_html *h, const char *id);
/* A tag that says that requirement ID is newly not met. */
void sv_html_new(struct sv_html *h, const char *id);
/* What capability ID is called. */
const char *sv_html_capability(const char *id);

void sv_html_top(struct sv_html *h);    /* what was tested, the verdict, the distribution */
void sv_html_todo(struct sv_html *h);   /* what must and what should be put right */
void sv_html_layers(struct sv_html *h); /* the four layers */
void sv_html_map(struct sv_html *h);    /* the capability map and its table */
void sv_html_change(struct sv_html *h); /* what has changed since the baseline, when there is one */
void sv_html_levels(struct sv_html *h); /* how far each layer has come; life events */
void sv_html_manual(struct sv_html *h); /* what people have judged, and what waits for them */
void sv_html_missing(struct sv_html *h); /* what was not shown, and exemptions */
void sv_html_unread(struct sv_html *h);  /* what never decides because its source was not read */
void sv_html_list(struct sv_html *h);    /* all requirements */
void sv_html_about(struct sv_html *h);   /* the run, the legend, the limitations */
void sv_html_item(struct sv_html *h, const struct sv_item *item); /* the inside of a requirement */
void sv_html_evidence(struct sv_html *h, const struct sv_finding_record *f); /* one exchange */

#endif
