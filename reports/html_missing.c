// SPDX-License-Identifier: Apache-2.0
/* What was not shown and why, what never decides, and exemptions: never hidden. */
#include "reports/html_page.h"

#include "reports/human.h"

#include <stdlib.h>
#include <string.h>

enum { IDS_MAX = 60, NUMBER = 64 };

/* Requirements that are not shown for the same reason. */
struct group {
  const char *reason;
  enum sv_attribution attribution;
  const struct sv_item *item;
};

static int by_reason(const void *a, const void *b)
{
  const struct group *x = a;
  const struct group *y = b;
  int order = (int)x->attribution - (int)y->attribution;
  order = order ? order : strcmp(x->reason, y->reason);
  order = order ? order : (int)x->item->requirement->level - (int)y->item->requirement->level;
  return order ? order : strcmp(x->item->requirement->id, y->item->requirement->id);
}

static const char *reason_of(const struct sv_item *item)
{
  const struct sv_finding_record *f = sv_item_finding(item, NULL);
  if (item->requirement->reason)
    return item->requirement->reason;
  return f && f->message && strchr(f->message, ' ') ? f->message : f && f->text ? f->text : "";
}

static void say_reason(struct sv_html *h, const struct group *g)
{
  const struct sv_finding_record *f = sv_item_finding(g->item, NULL);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  if (g->item->requirement->reason || !f)
    (void)sv_buf_adds(&text, sv_tr(g->reason));
  else
    (void)sv_say_finding(h->r, f, &text);
  sv_html_text(h, text.size ? sv_buf_text(&text) : sv_tr(sv_display_words(g->item->display)->word));
  sv_buf_free(&text);
}

static void row(struct sv_html *h, const struct group *g, size_t count)
{
  SV_LIT(h, "<tr><td>");
  sv_html_status(h, g->item->display);
  SV_LIT(h, "</td><td>");
  say_reason(h, g);
  SV_LIT(h, "</td><td");
  sv_html_attr(h, "data-l", sv_tr(N_("Lies with")));
  SV_LIT(h, ">");
  if (g->attribution)
    sv_html_tr(h, sv_attribution_word(g->attribution));
  SV_LIT(h, "</td><td class=\"ids\">");
  for (size_t i = 0; i < count && i < IDS_MAX; i++) {
    sv_html_ref(h, g[i].item->requirement->id);
    SV_LIT(h, " ");
  }
  if (count > IDS_MAX) {
    struct sv_buf number = SV_BUF(NUMBER);
    (void)sv_human_number(&number, count - IDS_MAX, h->r->lang);
    sv_html_say(h, N_("\xE2\x80\xA6 and {count} more below."), "count", sv_buf_text(&number), NULL);
    sv_buf_free(&number);
  }
  SV_LIT(h, "</td></tr>\n");
}

static void not_shown(struct sv_html *h, struct group *groups, size_t count)
{
  qsort(groups, count, sizeof *groups, by_reason);
  SV_LIT(h, "<div class=\"card scroll\"><table class=\"todo plain\"><thead><tr><th "
            "scope=\"col\"><span class=\"vh\">");
  sv_html_tr(h, N_("Status"));
  SV_LIT(h, "</span></th><th scope=\"col\">");
  sv_html_tr(h, N_("Why"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Lies with"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Requirements"));
  SV_LIT(h, "</th></tr></thead><tbody>\n");
  for (size_t i = 0; i < count;) {
    size_t end = i + 1;
    while (end < count && groups[end].attribution == groups[i].attribution &&
           strcmp(groups[end].reason, groups[i].reason) == 0)
      end++;
    row(h, &groups[i], end - i);
    i = end;
  }
  SV_LIT(h, "</tbody></table></div>\n");
}

static void no_check(struct sv_html *h)
{
  struct sv_buf number = SV_BUF(NUMBER);
  const uint32_t count = h->r->view->uncovered;
  if (count == 0)
    return;
  (void)sv_human_number(&number, count, h->r->lang);
  SV_LIT(h, "<details class=\"disc long card\" id=\"udekket\"><summary>");
  sv_html_say(h,
              count == 1 ? N_("{count} requirement of the profile that samsvar has no check for")
                         : N_("{count} requirements of the profile that samsvar has no check for"),
              "count", sv_buf_text(&number), NULL);
  SV_LIT(h, "</summary><div class=\"scroll\"><table class=\"plain\"><caption>");
  sv_html_tr(h, N_("They hold all the same. They do not count for or against the service here."));
  SV_LIT(h, "</caption><thead><tr><th scope=\"col\">");
  sv_html_tr(h, N_("Requirement"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("What it asks"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Level"));
  SV_LIT(h, "</th></tr></thead><tbody>\n");
  for (size_t i = 0; i < h->r->view->count; i++) {
    const struct sv_requirement_result *q = h->r->view->items[i].requirement;
    if (!q->no_check || !q->seen || q->mode == SV_MANUAL)
      continue;
    SV_LIT(h, "<tr");
    if (sv_html_is_anchor(q->id))
      sv_html_attr(h, "id", q->id);
    SV_LIT(h, "><td class=\"mono\">");
    sv_html_text(h, q->id);
    SV_LIT(h, "</td><td>");
    sv_html_in_language(h, &q->title);
    SV_LIT(h, "</td><td>");
    sv_html_tr(h, sv_level_word(q->level));
    SV_LIT(h, "</td></tr>\n");
  }
  SV_LIT(h, "</tbody></table></div></details>\n");
  sv_buf_free(&number);
}

static void waiver_row(struct sv_html *h, const struct sv_waiver *w, const char *id,
                       const char *state)
{
  struct sv_buf date = SV_BUF(NUMBER);
  (void)sv_human_date(&date, w->expires, h->r->lang);
  SV_LIT(h, "<tr><td>");
  sv_html_ref(h, id);
  SV_LIT(h, "</td><td>");
  sv_html_text(h, w->reason);
  SV_LIT(h, "</td><td>");
  sv_html_text(h, w->owner);
  SV_LIT(h, "</td><td class=\"nw\">");
  sv_html_text(h, sv_buf_text(&date));
  SV_LIT(h, "</td><td>");
  sv_html_tr(h, state);
  SV_LIT(h, "</td></tr>\n");
  sv_buf_free(&date);
}

static void waivers(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  SV_LIT(h, "<div class=\"card scroll\"><table class=\"plain\"><thead><tr><th scope=\"col\">");
  sv_html_tr(h, N_("Requirement"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Reason"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Owner"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Expires"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("State"));
  SV_LIT(h, "</th></tr></thead><tbody>\n");
  for (size_t i = 0; i < h->r->view->count; i++) {
    const struct sv_item *item = &h->r->view->items[i];
    const struct sv_waiver *w = item->requirement->waiver;
    if (w)
      waiver_row(h, w, item->requirement->id,
                 w->expired                        ? N_("expired")
                 : item->display == SV_SHOW_WAIVED ? N_("in use")
                                                   : N_("not used"));
  }
  for (size_t i = 0; i < run->unused_waiver_count; i++)
    waiver_row(h, &run->unused_waivers[i],
               run->unused_waivers[i].requirement ? run->unused_waivers[i].requirement : "?",
               N_("not used"));
  SV_LIT(h, "</tbody></table></div></section>\n");
}

static bool has_waivers(const struct sv_html *h)
{
  for (size_t i = 0; i < h->r->view->count; i++)
    if (h->r->view->items[i].requirement->waiver)
      return true;
  return h->r->run->unused_waiver_count > 0;
}

void sv_html_missing(struct sv_html *h)
{
  const struct sv_view *view = h->r->view;
  struct group *groups = calloc(view->count + 1, sizeof *groups);
  size_t count = 0;
  for (size_t i = 0; i < view->count && groups; i++) {
    const struct sv_item *item = view->worst[i];
    if (!item->requirement->no_check &&
        (item->display == SV_SHOW_ERROR || item->display == SV_SHOW_NOT_TESTED))
      groups[count++] = (struct group){ reason_of(item), item->attribution, item };
  }
  sv_html_section(h, "vist", N_("What was not shown, and why"),
                  N_("What is not shown is never counted as fulfilled, and never held against the "
                     "service."));
  if (count) {
    not_shown(h, groups, count);
  } else {
    SV_LIT(h, "<p>");
    sv_html_tr(h, N_("Every requirement that counts was judged or found not relevant."));
    SV_LIT(h, "</p>\n");
  }
  free(groups);
  no_check(h);
  sv_html_unread(h);
  SV_LIT(h, "</section>\n");
  if (!has_waivers(h))
    return;
  sv_html_section(h, "fritak", N_("Exemptions"),
                  N_("Accepted deviations, with reason, owner and last day."));
  waivers(h);
}
