// SPDX-License-Identifier: Apache-2.0
/* What people have judged because no program can, and what waits for them: apart from what programs
 * judged. */
#include "reports/html_page.h"

#include "reports/human.h"

#include <string.h>

enum { ROOM = 64, DIGEST_SHOWN = 12 };

static void head(struct sv_html *h, const char *msgid)
{
  SV_LIT(h, "<th scope=\"col\">");
  sv_html_tr(h, msgid);
  SV_LIT(h, "</th>");
}

static void day(struct sv_html *h, const char *date)
{
  struct sv_buf text = SV_BUF(ROOM);
  (void)sv_human_date(&text, date, h->r->lang);
  SV_LIT(h, "<td class=\"nw\">");
  sv_html_text(h, sv_buf_text(&text));
  SV_LIT(h, "</td>");
  sv_buf_free(&text);
}

static void evidence(struct sv_html *h, const struct sv_declared *d)
{
  char digest[DIGEST_SHOWN + 1];
  for (size_t i = 0; i < d->evidence_count; i++) {
    if (i)
      SV_LIT(h, "<br>");
    sv_html_text(h, d->evidence[i].file);
    (void)snprintf(digest, sizeof digest, "%s", d->evidence[i].sha256);
    SV_LIT(h, " <span class=\"mono\">");
    sv_html_text(h, digest);
    SV_LIT(h, "\xE2\x80\xA6</span>");
  }
}

static void answered_row(struct sv_html *h, const struct sv_item *item)
{
  const struct sv_declared *d = item->requirement->declared;
  SV_LIT(h, "<tr><td>");
  sv_html_ref(h, item->requirement->id);
  SV_LIT(h, "</td><td>");
  sv_html_in_language(h, &item->requirement->title);
  SV_LIT(h, "</td><td class=\"nw\">");
  sv_html_status(h, item->display);
  SV_LIT(h, "</td><td>");
  sv_html_text(h, d->reviewer);
  if (d->explanation) {
    SV_LIT(h, "<br>");
    sv_html_text(h, d->explanation);
  }
  SV_LIT(h, "</td>");
  day(h, d->date);
  day(h, d->expires);
  SV_LIT(h, "<td>");
  evidence(h, d);
  SV_LIT(h, "</td></tr>\n");
}

static void answered(struct sv_html *h)
{
  sv_html_scroll(h, "card scroll", N_("Table of answers"));
  SV_LIT(h, "<table class=\"plain\"><thead><tr>");
  head(h, N_("Requirement"));
  head(h, N_("What it asks"));
  head(h, N_("Answer"));
  head(h, N_("Answered by"));
  head(h, N_("On"));
  head(h, N_("Holds until"));
  head(h, N_("Evidence"));
  SV_LIT(h, "</tr></thead><tbody>\n");
  for (size_t i = 0; i < h->r->view->count; i++)
    if (h->r->view->items[i].requirement->declared)
      answered_row(h, &h->r->view->items[i]);
  SV_LIT(h, "</tbody></table></div>\n");
}

static void waiting_row(struct sv_html *h, const struct sv_requirement_result *q)
{
  SV_LIT(h, "<tr");
  if (sv_html_is_anchor(q->id) && q->no_check)
    sv_html_attr(h, "id", q->id);
  SV_LIT(h, "><td class=\"mono\">");
  sv_html_text(h, q->id);
  SV_LIT(h, "</td><td>");
  sv_html_in_language(h, &q->title);
  SV_LIT(h, "</td><td>");
  sv_html_in_language(h, &q->manual);
  SV_LIT(h, "</td></tr>\n");
}

/* What nobody has answered, or only an answer that has expired. */
static bool waits(const struct sv_item *item)
{
  const struct sv_requirement_result *q = item->requirement;
  return q->mode == SV_MANUAL && q->seen && q->outcome == SV_UNTESTED;
}

static void waiting(struct sv_html *h, uint32_t count)
{
  struct sv_buf number = SV_BUF(ROOM);
  (void)sv_human_number(&number, count, h->r->lang);
  SV_LIT(h, "<details class=\"disc long card\" id=\"venter\"><summary>");
  sv_html_say(h,
              count == 1 ? N_("{count} requirement waits for somebody's answer")
                         : N_("{count} requirements wait for somebody's answer"),
              "count", sv_buf_text(&number), NULL);
  SV_LIT(h, "</summary>");
  sv_html_scroll(h, "scroll", N_("Table of answers that are waited for"));
  SV_LIT(h, "<table class=\"plain\"><caption>");
  sv_html_tr(h, N_("Answer them in a file, and give it with --answers."));
  SV_LIT(h, "</caption><thead><tr>");
  head(h, N_("Requirement"));
  head(h, N_("What it asks"));
  head(h, N_("Why a person judges it"));
  SV_LIT(h, "</tr></thead><tbody>\n");
  for (size_t i = 0; i < h->r->view->count; i++)
    if (waits(&h->r->view->items[i]))
      waiting_row(h, h->r->view->items[i].requirement);
  SV_LIT(h, "</tbody></table></div></details>\n");
  sv_buf_free(&number);
}

void sv_html_manual(struct sv_html *h)
{
  uint32_t count = 0;
  uint32_t declared = 0;
  for (size_t i = 0; i < h->r->view->count; i++) {
    count += waits(&h->r->view->items[i]);
    declared += h->r->view->items[i].requirement->declared != NULL;
  }
  if (count + declared == 0)
    return;
  sv_html_section(h, "manuelt", N_("Judged by people"),
                  N_("What no program can judge is answered by people, with evidence and a last "
                     "day. It is shown apart from what samsvar has judged."));
  if (declared)
    answered(h);
  if (count)
    waiting(h, count);
  SV_LIT(h, "</section>\n");
}
