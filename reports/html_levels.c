// SPDX-License-Identifier: Apache-2.0
/* How far each layer has come, and what each life event sees. */
#include "reports/html_page.h"

#include "reports/human.h"

#include <string.h>

enum { ROOM = 64 };

static void head(struct sv_html *h, const char *msgid)
{
  SV_LIT(h, "<th scope=\"col\">");
  sv_html_tr(h, msgid);
  SV_LIT(h, "</th>");
}

/* "3 of 5", or a dash when there is nothing to meet. */
static void share(struct sv_html *h, uint32_t part, uint32_t whole)
{
  struct sv_buf a = SV_BUF(ROOM);
  struct sv_buf b = SV_BUF(ROOM);
  (void)sv_human_number(&a, part, h->r->lang);
  (void)sv_human_number(&b, whole, h->r->lang);
  SV_LIT(h, "<td class=\"nw\">");
  if (whole)
    sv_html_say(h, N_("{part} of {whole}"), "part", sv_buf_text(&a), "whole", sv_buf_text(&b),
                NULL);
  else
    SV_LIT(h, "\xE2\x80\x93");
  SV_LIT(h, "</td>");
  sv_buf_free(&a);
  sv_buf_free(&b);
}

static void layer_row(struct sv_html *h, const struct sv_layer_totals *t)
{
  const struct sv_maturity *m = &t->maturity;
  SV_LIT(h, "<tr><th scope=\"row\">");
  sv_html_tr(h, sv_layer_word(t->layer));
  SV_LIT(h, "</th><td>");
  sv_html_tr(h, m->level ? sv_maturity_word(m->level) : N_("not shown"));
  SV_LIT(h, "</td>");
  share(h, m->must_met, m->must_of);
  share(h, m->should_met, m->should_of);
  share(h, m->judged, m->applicable);
  SV_LIT(h, "</tr>\n");
}

static void rule_row(struct sv_html *h, enum sv_maturity_level level)
{
  const struct sv_maturity_rule *r = &h->r->run->profile.maturity[level];
  const unsigned percents[] = { r->must, r->should, r->shown };
  SV_LIT(h, "<tr><th scope=\"row\">");
  sv_html_tr(h, sv_maturity_word(level));
  SV_LIT(h, "</th>");
  for (size_t i = 0; i < sizeof percents / sizeof percents[0]; i++) {
    SV_LIT(h, "<td class=\"nw\">");
    sv_html_number(h, percents[i]);
    SV_LIT(h, "\xC2\xA0%</td>");
  }
  SV_LIT(h, "</tr>\n");
}

static void rule(struct sv_html *h)
{
  SV_LIT(h, "<details class=\"disc long card\" id=\"modenhetsregel\"><summary>");
  sv_html_tr(h, N_("What each level asks"));
  SV_LIT(h, "</summary>");
  sv_html_scroll(h, "scroll", N_("Table of what the levels ask"));
  SV_LIT(h, "<table class=\"plain\"><caption>");
  sv_html_tr(h, N_("The rule is the profile's. A layer has the highest level whose shares it and "
                   "all levels below reach; what is exempt for a time is not met here."));
  SV_LIT(h, "</caption><thead><tr>");
  head(h, N_("Level"));
  head(h, N_("Must met"));
  head(h, N_("Should met"));
  head(h, N_("Judged of what applies"));
  SV_LIT(h, "</tr></thead><tbody>\n");
  for (int l = SV_OPPORTUNISTIC; l <= SV_SEAMLESS; l++)
    if (h->r->run->profile.maturity[l].given)
      rule_row(h, (enum sv_maturity_level)l);
  SV_LIT(h, "</tbody></table></div></details>\n");
}

static void events(struct sv_html *h)
{
  const struct sv_verdict *v = &h->r->run->verdict;
  sv_html_scroll(h, "card scroll", N_("Table of life events"));
  SV_LIT(h, "<table class=\"plain\"><caption>");
  sv_html_tr(h, N_("By life event"));
  SV_LIT(h, "</caption><thead><tr>");
  head(h, N_("Life event"));
  head(h, N_("Fulfilled"));
  head(h, N_("Not fulfilled"));
  head(h, N_("Not shown"));
  SV_LIT(h, "</tr></thead><tbody>\n");
  for (size_t i = 0; i < v->life_event_count; i++) {
    const struct sv_totals *t = &v->life_events[i].totals;
    SV_LIT(h, "<tr><th scope=\"row\">");
    sv_html_tr(h, sv_life_event_word(v->life_events[i].code));
    SV_LIT(h, "</th><td>");
    sv_html_number(h, t->passed);
    SV_LIT(h, "</td><td>");
    sv_html_number(h, t->failed + t->waived);
    SV_LIT(h, "</td><td>");
    sv_html_number(h, t->cant_tell + t->untested);
    SV_LIT(h, "</td></tr>\n");
  }
  SV_LIT(h, "</tbody></table></div>\n");
}

void sv_html_levels(struct sv_html *h)
{
  const struct sv_verdict *v = &h->r->run->verdict;
  bool any = false;
  for (size_t i = 0; i < v->layer_count; i++)
    any = any || v->layers[i].maturity.level;
  if (!any && v->life_event_count == 0)
    return;
  sv_html_section(h, "modenhet", N_("Maturity"),
                  N_("How far each layer has come, in the words of the European Commission's "
                     "IMAPS."));
  if (any) {
    sv_html_scroll(h, "card scroll", N_("Table of levels by layer"));
    SV_LIT(h, "<table class=\"plain\"><thead><tr>");
    head(h, N_("Layer"));
    head(h, N_("Level"));
    head(h, N_("Must met"));
    head(h, N_("Should met"));
    head(h, N_("Judged of what applies"));
    SV_LIT(h, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < v->layer_count; i++)
      layer_row(h, &v->layers[i]);
    SV_LIT(h, "</tbody></table></div>\n");
    rule(h);
  }
  if (v->life_event_count)
    events(h);
  SV_LIT(h, "</section>\n");
}
