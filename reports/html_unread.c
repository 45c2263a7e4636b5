// SPDX-License-Identifier: Apache-2.0
/* Requirements whose source has not been read: they never decide, but what checks found about them
 * is told. */
#include "reports/html_page.h"

#include "reports/apart.h"
#include "reports/human.h"

enum { NUMBER = 64 };

static void counted(struct sv_html *h, size_t count, const char *msgid)
{
  struct sv_buf number = SV_BUF(NUMBER);
  (void)sv_human_number(&number, count, h->r->lang);
  sv_html_say(h, msgid, "count", sv_buf_text(&number), NULL);
  sv_buf_free(&number);
}

static const struct sv_item *aside_of(const struct sv_view *v, const struct sv_item *item)
{
  for (size_t i = 0; i < v->aside_count; i++)
    if (v->aside[i].results == item->results)
      return &v->aside[i];
  return NULL;
}

/* What was found, where, and how to put it right. */
static void found(struct sv_html *h, const struct sv_item *item)
{
  const struct sv_result *result = NULL;
  const struct sv_finding_record *f = item ? sv_item_finding(item, &result) : NULL;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  if (!f)
    return;
  (void)sv_say_finding(h->r, f, &text);
  SV_LIT(h, "<span class=\"what\">");
  sv_html_text(h, sv_buf_text(&text));
  SV_LIT(h, "</span>");
  sv_buf_cut(&text, 0);
  (void)sv_say_place(h->r, f, result->endpoint, &text);
  if (text.size) {
    SV_LIT(h, "<span class=\"fix\">");
    sv_html_text(h, sv_buf_text(&text));
    SV_LIT(h, "</span>");
  }
  sv_buf_cut(&text, 0);
  if (f->hint && sv_say_part(f, f->hint, &text) == SV_OK) {
    SV_LIT(h, "<span class=\"fix\">");
    sv_html_text(h, sv_buf_text(&text));
    SV_LIT(h, "</span>");
  }
  sv_buf_free(&text);
}

static void row(struct sv_html *h, const struct sv_item *item)
{
  const struct sv_requirement_result *q = item->requirement;
  SV_LIT(h, "<tr");
  if (sv_html_is_anchor(q->id))
    sv_html_attr(h, "id", q->id);
  SV_LIT(h, "><td>");
  if (item->said)
    sv_html_status(h, item->said);
  SV_LIT(h, "</td><td class=\"mono\">");
  sv_html_text(h, q->id);
  SV_LIT(h, "</td><td>");
  sv_html_in_language(h, &q->title);
  found(h, aside_of(h->r->view, item));
  SV_LIT(h, "</td><td");
  sv_html_attr(h, "data-l", sv_tr(N_("Level")));
  SV_LIT(h, ">");
  sv_html_tr(h, sv_level_word(q->level));
  SV_LIT(h, "</td></tr>\n");
}

static void head(struct sv_html *h, const char *msgid)
{
  SV_LIT(h, "<th scope=\"col\">");
  sv_html_tr(h, msgid);
  SV_LIT(h, "</th>");
}

/* Open when something is not met. */
void sv_html_unread(struct sv_html *h)
{
  const struct sv_view *v = h->r->view;
  if (v->unread == 0)
    return;
  (void)sv_buf_addf(h->out, "<details class=\"disc long card\" id=\"ulest\"%s><summary>",
                    v->aside_count ? " open" : "");
  counted(h, v->unread, sv_apart_unread(v));
  SV_LIT(h, "</summary>");
  sv_html_scroll(h, "scroll", N_("Table of requirements that never decide"));
  SV_LIT(h, "<table class=\"todo plain\"><caption>");
  if (v->aside_count) {
    counted(h, v->aside_count, sv_apart_not_met(v));
    for (size_t i = 0; i < v->aside_count; i++) {
      SV_LIT(h, " ");
      sv_html_ref(h, v->aside[i].requirement->id);
    }
    SV_LIT(h, ". ");
  }
  sv_html_tr(h, N_("What checks say of them is shown here, and counts neither for nor against the "
                   "service."));
  SV_LIT(h, "</caption><thead><tr>");
  head(h, N_("What checks say"));
  head(h, N_("Requirement"));
  head(h, N_("What it asks, and what was found"));
  head(h, N_("Level"));
  SV_LIT(h, "</tr></thead><tbody>\n");
  for (size_t i = 0; i < v->count; i++)
    if (!v->items[i].requirement->seen)
      row(h, &v->items[i]);
  SV_LIT(h, "</tbody></table></div></details>\n");
}
