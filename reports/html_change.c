// SPDX-License-Identifier: Apache-2.0
/* What has changed since the baseline: a sentence for the verdict, and a table of every requirement
 * that is not as it was. */
#include "reports/html_page.h"

#include "reports/human.h"

#include <string.h>

enum { ROWS_MAX = 200, NUMBER = 64 };

static const struct {
  enum sv_change change;
  const char *title; /* of the group */
} groups[] = {
  { SV_CHANGE_NEW, N_("New") },
  { SV_CHANGE_CHANGED, N_("Changed") },
  { SV_CHANGE_FIXED, N_("Fixed") },
  { SV_CHANGE_STILL, N_("Still there") },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void say_count(struct sv_html *h, const char *msgid, uint64_t n)
{
  struct sv_buf number = SV_BUF(NUMBER);
  (void)sv_human_number(&number, n, h->r->lang);
  sv_html_say(h, msgid, "count", sv_buf_text(&number), NULL);
  sv_buf_free(&number);
}

/* "Since 15. november 2026: 2 new, 1 fixed." with a link to the table. */
void sv_html_change_line(struct sv_html *h)
{
  static const struct {
    enum sv_change change;
    const char *one, *many;
  } words[] = {
    { SV_CHANGE_NEW, N_("{count} new"), N_("{count} new ones") },
    { SV_CHANGE_CHANGED, N_("{count} changed"), N_("{count} changed ones") },
    { SV_CHANGE_FIXED, N_("{count} fixed"), N_("{count} fixed ones") },
  };
  const struct sv_diff *diff = h->r->run->diff;
  if (!diff)
    return;
  struct sv_buf date = SV_BUF(256);
  (void)sv_human_date(&date, diff->started, h->r->lang);
  SV_LIT(h, "<p class=\"sub\"><a href=\"#endring\">");
  sv_html_say(h, N_("Since the run of {date}"), "date", sv_buf_text(&date), NULL);
  SV_LIT(h, "</a>: ");
  bool any = false;
  for (size_t i = 0; i < COUNT(words); i++) {
    const uint32_t n = diff->counts[words[i].change];
    if (n == 0)
      continue;
    if (any)
      SV_LIT(h, ", ");
    say_count(h, n == 1 ? words[i].one : words[i].many, n);
    any = true;
  }
  if (!any)
    sv_html_tr(h, N_("nothing has changed"));
  SV_LIT(h, ".</p>\n");
  sv_buf_free(&date);
}

void sv_html_since(struct sv_html *h, const char *id)
{
  const struct sv_diff_row *row = h->r->run->diff ? sv_diff_find(h->r->run->diff, id) : NULL;
  if (!row || !row->since)
    return;
  struct sv_buf date = SV_BUF(256);
  (void)sv_human_date(&date, row->since, h->r->lang);
  sv_html_text(h, sv_buf_text(&date));
  sv_buf_free(&date);
}

void sv_html_new(struct sv_html *h, const char *id)
{
  const struct sv_diff_row *row = h->r->run->diff ? sv_diff_find(h->r->run->diff, id) : NULL;
  if (!row || !sv_diff_is_new(row))
    return;
  SV_LIT(h, " <span class=\"new\">");
  sv_html_tr(h, row->change == SV_CHANGE_NEW ? N_("New") : N_("Changed"));
  SV_LIT(h, "</span>");
}

static void status_cell(struct sv_html *h, const char *label, enum sv_display d)
{
  SV_LIT(h, "<td");
  sv_html_attr(h, "data-l", sv_tr(label));
  SV_LIT(h, ">");
  if (d) {
    sv_html_icon(h, d);
    SV_LIT(h, " ");
    sv_html_tr(h, sv_display_words(d)->word);
  } else {
    sv_html_tr(h, N_("Not in the profile"));
  }
  SV_LIT(h, "</td>");
}

/* How many places came and went: "2 new places, 1 fixed". */
static void places(struct sv_html *h, const struct sv_diff_row *row)
{
  if (row->change != SV_CHANGE_CHANGED || (row->fresh_count == 0 && row->gone_count == 0))
    return;
  SV_LIT(h, " <span class=\"fix\">");
  if (row->fresh_count)
    say_count(h, row->fresh_count == 1 ? N_("{count} new place") : N_("{count} new places"),
              row->fresh_count);
  if (row->fresh_count && row->gone_count)
    SV_LIT(h, ", ");
  if (row->gone_count)
    say_count(h, row->gone_count == 1 ? N_("{count} place fixed") : N_("{count} places fixed"),
              row->gone_count);
  SV_LIT(h, "</span>");
}

static void row_of(struct sv_html *h, const struct sv_diff_row *row)
{
  SV_LIT(h, "<tr><td class=\"nw\">");
  if (row->now)
    sv_html_ref(h, row->id);
  else
    sv_html_text(h, row->id);
  SV_LIT(h, "</td><td>");
  sv_html_in_language(h, &row->title);
  places(h, row);
  SV_LIT(h, "</td>");
  status_cell(h, N_("Before"), row->was);
  status_cell(h, N_("Now"), row->now);
  SV_LIT(h, "<td class=\"nw\"");
  sv_html_attr(h, "data-l", sv_tr(N_("Since")));
  SV_LIT(h, ">");
  sv_html_since(h, row->id);
  SV_LIT(h, "</td></tr>\n");
}

static void group(struct sv_html *h, enum sv_change change, const char *title)
{
  const struct sv_diff *diff = h->r->run->diff;
  size_t shown = 0;
  if (diff->counts[change] == 0)
    return;
  SV_LIT(h, "<tbody><tr><th scope=\"rowgroup\" colspan=\"5\">");
  sv_html_tr(h, title);
  SV_LIT(h, " <small>");
  sv_html_number(h, diff->counts[change]);
  SV_LIT(h, "</small></th></tr>\n");
  for (size_t i = 0; i < diff->count && shown < ROWS_MAX; i++)
    if (diff->rows[i].change == change) {
      row_of(h, &diff->rows[i]);
      shown++;
    }
  if (shown < diff->counts[change]) {
    SV_LIT(h, "<tr><td colspan=\"5\">");
    say_count(h, N_("\xE2\x80\xA6 and {count} more below."), diff->counts[change] - shown);
    SV_LIT(h, "</td></tr>\n");
  }
  SV_LIT(h, "</tbody>\n");
}

static void table(struct sv_html *h)
{
  static const char *const heads[] = { N_("Requirement"), N_("What it asks"), N_("Before"),
                                       N_("Now"), N_("Since") };
  sv_html_scroll(h, "card scroll", N_("Table of changes"));
  SV_LIT(h, "<table class=\"todo since\"><thead><tr>");
  for (size_t i = 0; i < COUNT(heads); i++) {
    SV_LIT(h, "<th scope=\"col\">");
    sv_html_tr(h, heads[i]);
    SV_LIT(h, "</th>");
  }
  SV_LIT(h, "</tr></thead>\n");
  for (size_t i = 0; i < COUNT(groups); i++)
    group(h, groups[i].change, groups[i].title);
  SV_LIT(h, "</table></div>");
}

void sv_html_change(struct sv_html *h)
{
  const struct sv_diff *diff = h->r->run->diff;
  if (!diff)
    return;
  struct sv_buf time = SV_BUF(256);
  (void)sv_human_time(&time, diff->started, h->r->lang);
  SV_LIT(h, "<section aria-labelledby=\"endring\"><div class=\"sec\"><h2 id=\"endring\">");
  sv_html_tr(h, N_("Changes since the baseline"));
  SV_LIT(h, "</h2><p>");
  sv_html_say(h, N_("Compared with the run of {time}, whose verdict was: {verdict}."), "time",
              sv_buf_text(&time), "verdict", sv_tr(sv_verdict_word(diff->verdict)), NULL);
  SV_LIT(h, "</p></div>\n");
  bool any = false;
  for (size_t i = 0; i < COUNT(groups); i++)
    any = any || diff->counts[groups[i].change];
  if (any) {
    table(h);
  } else {
    SV_LIT(h, "<p>");
    sv_html_tr(h, N_("Nothing has changed, and nothing stands open."));
    SV_LIT(h, "</p>");
  }
  if (diff->counts[SV_CHANGE_SAME]) {
    SV_LIT(h, "\n<p class=\"more gap\">");
    say_count(h, N_("Unchanged: {count} requirements."), diff->counts[SV_CHANGE_SAME]);
    SV_LIT(h, "</p>");
  }
  SV_LIT(h, "</section>\n");
  sv_buf_free(&time);
}
