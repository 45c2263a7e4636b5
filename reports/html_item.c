// SPDX-License-Identifier: Apache-2.0
/* The inside of a requirement: what it asks, what was expected and found, how to put it right. */
#include "reports/html_page.h"

#include "reports/human.h"

#include <string.h>

enum { TEXT_MAX = SV_SCRATCH };

static void label(struct sv_html *h, const char *msgid)
{
  SV_LIT(h, "<div class=\"lab\">");
  sv_html_tr(h, msgid);
  SV_LIT(h, "</div>");
}

static void pair(struct sv_html *h, const char *msgid, const char *text)
{
  SV_LIT(h, "<div><dt>");
  sv_html_tr(h, msgid);
  SV_LIT(h, "</dt><dd>");
  sv_html_text(h, text);
  SV_LIT(h, "</dd></div>");
}

static void requirement(struct sv_html *h, const struct sv_requirement_result *q)
{
  if (!q->statement.nb && !q->statement.nn && !q->statement.en)
    return;
  SV_LIT(h, "<div>");
  label(h, N_("Requirement"));
  SV_LIT(h, "<p>");
  sv_html_in_language(h, &q->statement);
  SV_LIT(h, "</p></div>");
}

static void expected(struct sv_html *h, const struct sv_item *item,
                     const struct sv_finding_record *f)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  SV_LIT(h, "<dl class=\"kv\">");
  if (f->expected)
    (void)sv_say_part(f, f->expected, &text);
  else
    (void)sv_buf_adds(&text, sv_say_text(&item->requirement->title, h->r->lang, NULL));
  pair(h, N_("Expected"), sv_buf_text(&text));
  sv_buf_cut(&text, 0);
  (void)sv_say_actual(h->r, f, &text);
  pair(h, N_("Got"), sv_buf_text(&text));
  SV_LIT(h, "</dl>");
  sv_buf_free(&text);
}

static void meta(struct sv_html *h, const char *msgid, const char *text, bool mono)
{
  SV_LIT(h, "<div><dt>");
  sv_html_tr(h, msgid);
  (void)sv_buf_adds(h->out, mono ? ":</dt><dd class=\"mono\">" : ":</dt><dd>");
  sv_html_text(h, text);
  SV_LIT(h, "</dd></div>");
}

static void place(struct sv_html *h, const struct sv_result *result,
                  const struct sv_finding_record *f)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  SV_LIT(h, "<dl class=\"meta\">");
  (void)sv_say_place(h->r, f, result->endpoint, &text);
  meta(h, N_("Where"), text.size ? sv_buf_text(&text) : h->r->run->target.name, false);
  for (size_t i = 0; i < f->evidence_count && i < 3; i++)
    meta(h, N_("Evidence"), f->evidence[i], true);
  SV_LIT(h, "</dl>");
  sv_buf_free(&text);
}

static void finding(struct sv_html *h, const struct sv_item *item, const struct sv_distinct *d,
                    bool single)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  const struct sv_finding_record *f = d->finding;
  /* A single one is said in the line above already. */
  if (single) {
    SV_LIT(h, "<div class=\"find one\">");
  } else {
    SV_LIT(h, "<div class=\"find\"><p class=\"say\">");
    (void)sv_say_finding(h->r, f, &text);
    sv_html_text(h, sv_buf_text(&text));
    SV_LIT(h, "</p>");
  }
  expected(h, item, f);
  sv_html_evidence(h, f);
  if (f->hint) {
    sv_buf_cut(&text, 0);
    (void)sv_say_part(f, f->hint, &text);
    SV_LIT(h, "<div class=\"fixbox\">");
    label(h, N_("How to put it right"));
    SV_LIT(h, "<p>");
    sv_html_text(h, sv_buf_text(&text));
    SV_LIT(h, "</p></div>");
  }
  place(h, d->result, f);
  if (d->also_count) {
    sv_buf_cut(&text, 0);
    (void)sv_say_also(d, &text);
    SV_LIT(h, "<p class=\"more\">");
    sv_html_text(h, sv_buf_text(&text));
    SV_LIT(h, "</p>");
  }
  SV_LIT(h, "</div>");
  sv_buf_free(&text);
}

static void findings(struct sv_html *h, const struct sv_item *item)
{
  struct sv_distinct list[SV_DISTINCT_MAX];
  size_t rest = 0;
  const size_t shown = sv_item_distinct(item, list, SV_DISTINCT_MAX, &rest);
  for (size_t i = 0; i < shown; i++)
    finding(h, item, &list[i], shown + rest == 1);
  if (rest == 0)
    return;
  struct sv_buf number = SV_BUF(64);
  (void)sv_human_number(&number, rest, h->r->lang);
  SV_LIT(h, "<p class=\"more\">");
  sv_html_say(h, N_("\xE2\x80\xA6 and {count} more of the same requirement"), "count",
              sv_buf_text(&number), NULL);
  SV_LIT(h, "</p>");
  sv_buf_free(&number);
}

/* Why nothing is shown, when no finding says so. */
static void reason(struct sv_html *h, const struct sv_item *item)
{
  const struct sv_requirement_result *q = item->requirement;
  if (!q->reason)
    return;
  SV_LIT(h, "<div>");
  label(h, N_("Why"));
  SV_LIT(h, "<p>");
  sv_html_tr(h, q->reason);
  if (item->result_count && item->results[0]->blocked_by) {
    SV_LIT(h, ": <span class=\"mono\">");
    sv_html_text(h, item->results[0]->blocked_by);
    SV_LIT(h, "</span>");
  }
  SV_LIT(h, "</p></div>");
}

static void waiver(struct sv_html *h, const struct sv_waiver *w)
{
  struct sv_buf date = SV_BUF(64);
  if (!w)
    return;
  (void)sv_human_date(&date, w->expires, h->r->lang);
  SV_LIT(h, "<div class=\"waiver\">");
  label(h, N_("Exemption"));
  SV_LIT(h, "<p>");
  sv_html_say(h,
              w->expired ? N_("expired {date}: {reason} ({owner})")
                         : N_("until {date}: {reason} ({owner})"),
              "date", sv_buf_text(&date), "reason", w->reason, "owner", w->owner, NULL);
  SV_LIT(h, "</p></div>");
  sv_buf_free(&date);
}

static void source(struct sv_html *h, const struct sv_norm *n)
{
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  if (!n->title)
    return;
  (void)sv_buf_adds(&text, n->title);
  if (n->clause && n->clause[0]) {
    (void)sv_buf_adds(&text, ", ");
    (void)sv_buf_adds(&text, n->clause);
  }
  SV_LIT(h, "<div>");
  label(h, N_("Source"));
  SV_LIT(h, "<ul class=\"src\"><li>");
  if (n->url)
    sv_html_link(h, n->url, sv_buf_text(&text));
  else
    sv_html_text(h, sv_buf_text(&text));
  SV_LIT(h, "</li></ul></div>");
  sv_buf_free(&text);
}

static void checks(struct sv_html *h, const struct sv_item *item)
{
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  for (size_t i = 0; i < item->requirement->check_count; i++)
    (void)sv_buf_addf(&text, "%s%s", i ? ", " : "", item->requirement->checks[i]);
  if (text.size)
    meta(h, N_("Check"), sv_buf_text(&text), true);
  sv_buf_free(&text);
}

static void foot(struct sv_html *h, const struct sv_item *item)
{
  const struct sv_requirement_result *q = item->requirement;
  SV_LIT(h, "<dl class=\"meta\">");
  if (item->attribution)
    meta(h, N_("Lies with"), sv_tr(sv_attribution_word(item->attribution)), false);
  if (q->mode == SV_MANUAL)
    meta(h, N_("How"), sv_tr(N_("declared by the service's owner")), false);
  checks(h, item);
  for (size_t i = 0; i < q->capability_count; i++)
    meta(h, N_("Capability"), sv_html_capability(q->capabilities[i]), false);
  SV_LIT(h, "<div><dt>");
  sv_html_tr(h, N_("Link"));
  SV_LIT(h, ":</dt><dd>");
  sv_html_ref(h, q->id);
  SV_LIT(h, "</dd></div></dl>");
}

void sv_html_item(struct sv_html *h, const struct sv_item *item)
{
  requirement(h, item->requirement);
  if (item->display == SV_SHOW_PASS || item->display == SV_SHOW_NOT_APPLICABLE) {
    reason(h, item);
  } else {
    findings(h, item);
    reason(h, item);
    waiver(h, item->requirement->waiver);
  }
  source(h, &item->requirement->norm);
  foot(h, item);
}
