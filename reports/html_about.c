// SPDX-License-Identifier: Apache-2.0
/* The run: what made this report, how to read it, and what it does not say. */
#include "reports/html_page.h"

#include "reports/human.h"

#include <string.h>

static const char *const limitations[] = {
  N_("The report shows how the service answered at one moment, from one place on the network."),
  N_("What is not shown was not judged. It may be in order, and it may not."),
  N_("A requirement without a check holds all the same; somebody must look at it."),
  N_("Nothing here is a legal decision. The authority for each norm has the last word on it."),
  N_("Secrets and personal numbers are hidden before anything is stored; what they were cannot be "
     "seen from the report."),
};

static void name(struct sv_html *h, const char *msgid)
{
  SV_LIT(h, "<dt>");
  sv_html_tr(h, msgid);
  SV_LIT(h, "</dt>");
}

static void row(struct sv_html *h, const char *msgid, const char *text, bool mono)
{
  if (!text || !text[0])
    return;
  name(h, msgid);
  (void)sv_buf_adds(h->out, mono ? "<dd class=\"mono\">" : "<dd>");
  sv_html_text(h, text);
  SV_LIT(h, "</dd>\n");
}

static void digest(struct sv_html *h, const char *msgid, const char *text, const char *sha256)
{
  name(h, msgid);
  SV_LIT(h, "<dd>");
  sv_html_text(h, text);
  if (sha256) {
    SV_LIT(h, " <span class=\"mono\">sha256:");
    sv_html_text(h, sha256);
    SV_LIT(h, "</span>");
  }
  SV_LIT(h, "</dd>\n");
}

static void plugins(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  if (run->plugin_count == 0)
    return;
  name(h, N_("Plugins"));
  SV_LIT(h, "<dd>");
  for (size_t i = 0; i < run->plugin_count; i++) {
    if (i)
      SV_LIT(h, ", ");
    sv_html_text(h, run->plugins[i].name);
    SV_LIT(h, " ");
    sv_html_text(h, run->plugins[i].version);
  }
  SV_LIT(h, "</dd>\n");
}

static void endpoints(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  if (run->target.endpoint_count == 0)
    return;
  name(h, N_("Endpoints"));
  SV_LIT(h, "<dd>");
  for (size_t i = 0; i < run->target.endpoint_count; i++) {
    if (i)
      SV_LIT(h, "<br>");
    sv_html_text(h, run->target.endpoints[i].kind);
    SV_LIT(h, " <span class=\"mono\">");
    sv_html_link(h, run->target.endpoints[i].url, NULL);
    SV_LIT(h, "</span>");
  }
  SV_LIT(h, "</dd>\n");
}

static void requests(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  struct sv_buf sent = SV_BUF(64);
  struct sv_buf shared = SV_BUF(64);
  struct sv_buf bytes = SV_BUF(64);
  (void)sv_human_number(&sent, run->requests_sent, h->r->lang);
  (void)sv_human_number(&shared, run->requests_shared, h->r->lang);
  (void)sv_human_size(&bytes, run->requests_bytes, h->r->lang);
  name(h, N_("Requests"));
  SV_LIT(h, "<dd>");
  sv_html_say(h, N_("{sent} sent, {bytes}; {shared} answers used again"), "sent",
              sv_buf_text(&sent), "bytes", sv_buf_text(&bytes), "shared", sv_buf_text(&shared),
              NULL);
  SV_LIT(h, "</dd>\n");
  sv_buf_free(&sent);
  sv_buf_free(&shared);
  sv_buf_free(&bytes);
}

static void tailoring(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  if (run->profile.tailoring_count == 0)
    return;
  name(h, N_("Changed in this run"));
  SV_LIT(h, "<dd>");
  for (size_t i = 0; i < run->profile.tailoring_count; i++) {
    if (i)
      SV_LIT(h, "<br>");
    sv_html_tr(h, run->profile.tailoring[i]);
  }
  SV_LIT(h, "</dd>\n");
}

static void gate(struct sv_html *h)
{
  const struct sv_gate *g = &h->r->run->profile.gate;
  struct sv_buf percent = SV_BUF(64);
  (void)sv_human_number(&percent, g->min_shown, h->r->lang);
  name(h, N_("Asked for"));
  SV_LIT(h, "<dd>");
  sv_html_tr(h, g->fail_on == SV_SHOULD ? N_("every must- and should-requirement met")
                                        : N_("every must-requirement met"));
  if (g->min_shown) {
    SV_LIT(h, "; ");
    sv_html_say(h, N_("at least {percent} % shown"), "percent", sv_buf_text(&percent), NULL);
  }
  SV_LIT(h, "</dd>\n");
  sv_buf_free(&percent);
}

static void basis(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  SV_LIT(h, "<div class=\"card\"><h3>");
  sv_html_tr(h, N_("Basis"));
  SV_LIT(h, "</h3><dl class=\"t\">\n");
  row(h, N_("Run id"), run->id, true);
  (void)sv_buf_addf(&text, "samsvar %s", run->version);
  row(h, N_("Tool"), sv_buf_text(&text), false);
  sv_buf_cut(&text, 0);
  (void)sv_buf_addf(&text, "%s %s", run->profile.id, run->profile.version);
  digest(h, N_("Profile"), sv_buf_text(&text), run->profile.sha256);
  gate(h);
  tailoring(h);
  sv_buf_cut(&text, 0);
  (void)sv_human_date(&text, run->as_of, h->r->lang);
  row(h, N_("Judged as of"), sv_buf_text(&text), false);
  plugins(h);
  row(h, N_("Isolation"), run->isolation, true);
  endpoints(h);
  row(h, N_("Organisation number"), run->target.orgnr, true);
  requests(h);
  name(h, N_("Hidden values"));
  SV_LIT(h, "<dd>");
  sv_html_number(h, run->masked);
  SV_LIT(h, "</dd>\n");
  if (h->r->results_sha256)
    digest(h, N_("Results file"), "results.json", h->r->results_sha256);
  name(h, N_("Time zone"));
  SV_LIT(h, "<dd>Europe/Oslo</dd>\n</dl></div>\n");
  sv_buf_free(&text);
}

static void legend(struct sv_html *h)
{
  static const enum sv_display order[] = { SV_SHOW_PASS,          SV_SHOW_FAIL,
                                           SV_SHOW_WARNING,       SV_SHOW_ERROR,
                                           SV_SHOW_NOT_TESTED,    SV_SHOW_WAIVED,
                                           SV_SHOW_NOT_APPLICABLE };
  SV_LIT(h, "<div class=\"card\"><h3>");
  sv_html_tr(h, N_("How to read the report"));
  SV_LIT(h, "</h3><dl class=\"keys\">");
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
    SV_LIT(h, "<div><dt>");
    sv_html_icon(h, order[i]);
    sv_html_tr(h, sv_display_words(order[i])->word);
    SV_LIT(h, "</dt><dd>");
    sv_html_tr(h, sv_display_words(order[i])->legend);
    SV_LIT(h, "</dd></div>");
  }
  SV_LIT(h, "</dl><h3 class=\"gap\">");
  sv_html_tr(h, N_("What the report does not say"));
  SV_LIT(h, "</h3><ul class=\"lims\">");
  for (size_t i = 0; i < sizeof limitations / sizeof limitations[0]; i++) {
    SV_LIT(h, "<li>");
    sv_html_tr(h, limitations[i]);
    SV_LIT(h, "</li>");
  }
  SV_LIT(h, "</ul></div>\n");
}

void sv_html_about(struct sv_html *h)
{
  sv_html_section(h, "om", N_("About the run"), NULL);
  SV_LIT(h, "<div class=\"about\">\n");
  basis(h);
  legend(h);
  SV_LIT(h, "</div></section>\n");
}
