// SPDX-License-Identifier: Apache-2.0
/* What was tested, the verdict, the distribution, and what must be put right. */
#include "reports/html_page.h"

#include "reports/apart.h"
#include "reports/human.h"
#include "reports/text.h"

#include <string.h>

enum { TODO_MAX = 100, NUMBER = 64 };

static void fact(struct sv_html *h, const char *label, const char *value)
{
  if (!value || !value[0])
    return;
  SV_LIT(h, "<div><dt>");
  sv_html_tr(h, label);
  SV_LIT(h, "</dt><dd>");
  sv_html_text(h, value);
  SV_LIT(h, "</dd></div>\n");
}

static void fact_time(struct sv_html *h)
{
  struct sv_buf text = SV_BUF(256);
  SV_LIT(h, "<div><dt>");
  sv_html_tr(h, N_("Run"));
  SV_LIT(h, "</dt><dd><time");
  (void)sv_human_datetime(&text, h->r->run->started);
  sv_html_attr(h, "datetime", sv_buf_text(&text));
  SV_LIT(h, ">");
  sv_buf_cut(&text, 0);
  (void)sv_human_time(&text, h->r->run->started, h->r->lang);
  sv_html_text(h, sv_buf_text(&text));
  SV_LIT(h, "</time></dd></div>\n");
  sv_buf_free(&text);
}

static void facts(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  SV_LIT(h, "<dl class=\"facts\">\n");
  const char *title = sv_say_text(&run->profile.title, h->r->lang, NULL);
  (void)sv_buf_addf(&text, "%s ", title[0] ? title : run->profile.id);
  (void)sv_buf_adds(&text, run->profile.version);
  fact(h, N_("Profile"), sv_buf_text(&text));
  fact(h, N_("Environment"),
       run->target.environment ? sv_tr(sv_environment_word(run->target.environment)) : NULL);
  fact_time(h);
  sv_buf_cut(&text, 0);
  (void)sv_human_duration(&text, sv_human_between(run->started, run->finished), h->r->lang);
  fact(h, N_("Duration"), sv_buf_text(&text));
  fact(h, N_("Run by"), run->assertor ? sv_tr(sv_assertor_word(run->assertor)) : NULL);
  SV_LIT(h, "</dl>\n");
  sv_buf_free(&text);
}

static void count_must(const struct sv_view *view, uint32_t *failed, uint32_t *missing)
{
  *failed = 0;
  *missing = 0;
  for (size_t i = 0; i < view->count; i++) {
    const struct sv_item *item = &view->items[i];
    if (item->requirement->level != SV_MUST || item->requirement->no_check)
      continue;
    *failed += item->display == SV_SHOW_FAIL;
    *missing += item->display == SV_SHOW_ERROR || item->display == SV_SHOW_NOT_TESTED;
  }
}

/* COUNT and what of it: "7 must-requirements are not met." */
static void counted(struct sv_html *h, uint64_t n, const char *one, const char *many)
{
  struct sv_buf number = SV_BUF(NUMBER);
  (void)sv_human_number(&number, n, h->r->lang);
  sv_html_say(h, n == 1 ? one : many, "count", sv_buf_text(&number), NULL);
  sv_buf_free(&number);
}

static void in_words(struct sv_html *h)
{
  uint32_t failed = 0;
  uint32_t missing = 0;
  count_must(h->r->view, &failed, &missing);
  SV_LIT(h, "<p>");
  if (failed) {
    SV_LIT(h, "<strong>");
    counted(h, failed, N_("{count} must-requirement is not met."),
            N_("{count} must-requirements are not met."));
    SV_LIT(h, "</strong> ");
  }
  if (missing)
    counted(h, missing, N_("{count} must-requirement is not shown."),
            N_("{count} must-requirements are not shown."));
  if (missing)
    SV_LIT(h, " ");
  if (h->r->run->verdict.judged == 0)
    sv_html_tr(h, N_("Nothing could be judged. This says neither that the service conforms nor "
                     "that it does not."));
  else if (!failed && !missing && h->r->run->verdict.value == SV_NOT_SHOWN)
    sv_html_tr(h, N_("Too little of what applies could be judged."));
  else if (!failed && !missing && h->r->run->verdict.value != SV_DOES_NOT_CONFORM)
    sv_html_tr(h, h->r->view->shown[SV_SHOW_WAIVED] ? N_("Every must-requirement that applies and "
                                                         "counts is met or exempt.")
                                                    : N_("Every must-requirement that applies and "
                                                         "counts is met."));
  SV_LIT(h, "</p>\n");
}

static void shares(struct sv_html *h)
{
  const struct sv_verdict *v = &h->r->run->verdict;
  struct sv_buf a = SV_BUF(NUMBER);
  struct sv_buf b = SV_BUF(NUMBER);
  uint32_t applicable = 0;
  uint32_t fulfilled = 0;
  for (size_t i = 0; i < h->r->view->count; i++) {
    const struct sv_item *item = &h->r->view->items[i];
    const bool counts = item->requirement->level == SV_MUST && !item->requirement->no_check &&
                        item->display != SV_SHOW_NOT_APPLICABLE;
    applicable += counts;
    fulfilled += counts && item->display == SV_SHOW_PASS;
  }
  (void)sv_human_number(&a, fulfilled, h->r->lang);
  (void)sv_human_number(&b, applicable, h->r->lang);
  SV_LIT(h, "<p class=\"must\">");
  sv_html_say(h, N_("{met} of {all} relevant must-requirements are met."), "met", sv_buf_text(&a),
              "all", sv_buf_text(&b), NULL);
  SV_LIT(h, " ");
  if (h->r->view->shown[SV_SHOW_WAIVED])
    counted(h, h->r->view->shown[SV_SHOW_WAIVED], N_("{count} is exempt for a time."),
            N_("{count} are exempt for a time."));
  SV_LIT(h, "</p>\n<p class=\"must\">");
  sv_buf_cut(&a, 0);
  sv_buf_cut(&b, 0);
  (void)sv_human_number(&a, v->judged, h->r->lang);
  (void)sv_human_number(&b, v->applicable, h->r->lang);
  sv_html_say(h, N_("{judged} of {applicable} requirements shown."), "judged", sv_buf_text(&a),
              "applicable", sv_buf_text(&b), NULL);
  SV_LIT(h, " ");
  if (h->r->view->unanswered)
    counted(h, h->r->view->unanswered,
            N_("{count} further requirement waits for somebody's answer."),
            N_("{count} further requirements wait for somebody's answer."));
  SV_LIT(h, " ");
  if (h->r->view->uncovered)
    counted(h, h->r->view->uncovered, sv_apart_uncovered(h->r->view),
            sv_apart_uncovered(h->r->view));
  SV_LIT(h, " ");
  if (h->r->view->unread)
    counted(h, h->r->view->unread, sv_apart_unread(h->r->view), sv_apart_unread(h->r->view));
  SV_LIT(h, "</p>\n");
  sv_buf_free(&a);
  sv_buf_free(&b);
}

static void events(struct sv_html *h)
{
  const struct sv_run_events *e = &h->r->run->events;
  const struct {
    bool happened;
    const char *text;
  } rows[] = {
    { e->interrupted, N_("The run was interrupted before everything was tested.") },
    { e->internal, N_("samsvar or a plugin broke, so that the run is not whole.") },
    { e->configuration, N_("The configuration is wrong.") },
    { e->unreachable, N_("The target could not be reached.") },
    { h->r->run->partial && !e->interrupted, N_("The recording ends before its run did; what is "
                                                "missing is not shown.") },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    if (!rows[i].happened)
      continue;
    SV_LIT(h, "<p>");
    sv_html_icon(h, SV_SHOW_ERROR);
    SV_LIT(h, " ");
    sv_html_tr(h, rows[i].text);
    SV_LIT(h, "</p>\n");
  }
}

static void legend(struct sv_html *h)
{
  static const enum sv_display order[] = { SV_SHOW_PASS,          SV_SHOW_FAIL,
                                           SV_SHOW_ERROR,         SV_SHOW_WARNING,
                                           SV_SHOW_NOT_TESTED,    SV_SHOW_WAIVED,
                                           SV_SHOW_NOT_APPLICABLE };
  SV_LIT(h, "\n<ul class=\"legend\">");
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
    const struct sv_display_words *w = sv_display_words(order[i]);
    (void)sv_buf_addf(h->out, "<li><a href=\"#sjekker\" data-f=\"st=%s\">", w->key);
    sv_html_icon(h, order[i]);
    SV_LIT(h, "<span>");
    sv_html_tr(h, w->many);
    SV_LIT(h, "</span> <b>");
    sv_html_number(h, h->r->view->shown[order[i]]);
    SV_LIT(h, "</b></a></li>");
  }
  SV_LIT(h, "</ul>");
}

void sv_html_top(struct sv_html *h)
{
  static const enum sv_display looks[] = { [SV_CONFORMS] = SV_SHOW_PASS,
                                           [SV_CONFORMS_WITH_WAIVERS] = SV_SHOW_WAIVED,
                                           [SV_DOES_NOT_CONFORM] = SV_SHOW_FAIL,
                                           [SV_NOT_SHOWN] = SV_SHOW_NOT_TESTED };
  const struct sv_run *run = h->r->run;
  const enum sv_display look = looks[run->verdict.value];
  SV_LIT(h, "<div class=\"top\">\n");
  if (run->target.organisation && strcmp(run->target.organisation, run->target.name) != 0) {
    SV_LIT(h, "<p class=\"kicker\">");
    sv_html_text(h, run->target.organisation);
    SV_LIT(h, "</p>\n");
  }
  SV_LIT(h, "<h1>");
  sv_html_text(h, run->target.name);
  SV_LIT(h, "</h1>\n");
  facts(h);
  (void)sv_buf_addf(h->out,
                    "</div>\n<section class=\"verdict v-%s\" "
                    "aria-labelledby=\"konklusjon\"><div>\n<h2 id=\"konklusjon\">",
                    sv_display_words(look)->key);
  sv_html_icon(h, look);
  sv_html_tr(h, sv_verdict_word(run->verdict.value));
  SV_LIT(h, "</h2>\n");
  in_words(h);
  shares(h);
  sv_html_change_line(h);
  if (run->diff && run->verdict.exit_code == 0 && run->verdict.value == SV_DOES_NOT_CONFORM) {
    SV_LIT(h, "<p class=\"sub\">");
    sv_html_tr(h, N_("Nothing new since the earlier run; what was not met then is still not met."));
    SV_LIT(h, "</p>\n");
  }
  events(h);
  SV_LIT(h, "</div>\n<div class=\"dist\">");
  sv_html_bar(h, h->r->view->shown, 26);
  legend(h);
  SV_LIT(h, "</div></section>\n");
}

/* How many requirements wait for ITEM, and stand under what was not shown. */
static void waiting(struct sv_html *h, const struct sv_item *item)
{
  size_t count = 0;
  for (size_t i = 0; i < h->r->view->count; i++)
    count += sv_text_blocks(item, &h->r->view->items[i]);
  if (count == 0)
    return;
  SV_LIT(h, " ");
  counted(h, count, N_("{count} more requirement waits for this, and stands under Not shown."),
          N_("{count} more requirements wait for this, and stand under Not shown."));
}

static void todo_row(struct sv_html *h, const struct sv_item *item)
{
  const struct sv_finding_record *f = sv_item_finding(item, NULL);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  SV_LIT(h, "<tr><td>");
  sv_html_status(h, item->display);
  SV_LIT(h, "</td><td><span class=\"what\">");
  (void)sv_say_item(h->r, item, &text);
  const bool said = f && text.size;
  if (said)
    sv_html_text(h, sv_buf_text(&text));
  else
    sv_html_in_language(h, &item->requirement->title);
  sv_html_new(h, item->requirement->id);
  SV_LIT(h, "</span><span class=\"fix\">");
  if (f && f->hint) {
    sv_buf_cut(&text, 0);
    (void)sv_say_part(f, f->hint, &text);
    sv_html_text(h, sv_buf_text(&text));
  } else if (text.size && !said) {
    sv_html_text(h, sv_buf_text(&text));
  }
  waiting(h, item);
  SV_LIT(h, "</span></td><td");
  sv_html_attr(h, "data-l", sv_tr(N_("Lies with")));
  SV_LIT(h, ">");
  if (item->attribution)
    sv_html_tr(h, sv_attribution_word(item->attribution));
  SV_LIT(h, "</td><td class=\"nw\"");
  sv_html_attr(h, "data-l", sv_tr(N_("Level")));
  SV_LIT(h, ">");
  sv_html_tr(h, sv_level_word(sv_requirement_level(item->requirement)));
  if (h->r->run->diff) {
    SV_LIT(h, "</td><td class=\"nw\"");
    sv_html_attr(h, "data-l", sv_tr(N_("Since")));
    SV_LIT(h, ">");
    sv_html_since(h, item->requirement->id);
  }
  SV_LIT(h, "</td><td class=\"nw\">");
  sv_html_ref(h, item->requirement->id);
  SV_LIT(h, "</td></tr>\n");
  sv_buf_free(&text);
}

/* Whether ITEM could not be judged because of another that is listed. */
static bool waits(const struct sv_report *r, const struct sv_item *item)
{
  for (size_t i = 0; sv_text_is_blocked(item) && i < r->view->count; i++) {
    const struct sv_item *cause = &r->view->items[i];
    if ((cause->display == SV_SHOW_FAIL || cause->gates) && sv_text_blocks(cause, item))
      return true;
  }
  return false;
}

static bool must(const struct sv_report *r, const struct sv_item *item)
{
  return (item->display == SV_SHOW_FAIL || item->gates) && !waits(r, item);
}

static bool should(const struct sv_report *r, const struct sv_item *item)
{
  return item->display == SV_SHOW_WARNING && !must(r, item);
}

static size_t todo_count(const struct sv_html *h,
                         bool (*wanted)(const struct sv_report *, const struct sv_item *))
{
  size_t count = 0;
  for (size_t i = 0; i < h->r->view->count; i++)
    count += wanted(h->r, h->r->view->worst[i]);
  return count;
}

static void todo_table(struct sv_html *h,
                       bool (*wanted)(const struct sv_report *, const struct sv_item *))
{
  size_t count = 0;
  SV_LIT(h, "<table class=\"todo\"><thead><tr><th scope=\"col\"><span class=\"vh\">");
  sv_html_tr(h, N_("Status"));
  SV_LIT(h, "</span></th><th scope=\"col\">");
  sv_html_tr(h, N_("What it is about, and what to do"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Lies with"));
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Level"));
  if (h->r->run->diff) {
    SV_LIT(h, "</th><th scope=\"col\">");
    sv_html_tr(h, N_("Since"));
  }
  SV_LIT(h, "</th><th scope=\"col\">");
  sv_html_tr(h, N_("Requirement"));
  SV_LIT(h, "</th></tr></thead><tbody>\n");
  for (size_t i = 0; i < h->r->view->count && count < TODO_MAX; i++)
    if (wanted(h->r, h->r->view->worst[i])) {
      todo_row(h, h->r->view->worst[i]);
      count++;
    }
  SV_LIT(h, "</tbody></table>");
  const size_t all = todo_count(h, wanted);
  if (all > count) {
    SV_LIT(h, "<p class=\"empty\">");
    counted(h, all - count, N_("\xE2\x80\xA6 and {count} more below."),
            N_("\xE2\x80\xA6 and {count} more below."));
    SV_LIT(h, "</p>");
  }
}

void sv_html_todo(struct sv_html *h)
{
  sv_html_section(h, "maa", N_("This must be put right"),
                  N_("Every requirement that stands between the service and conformity with the "
                     "profile."));
  if (todo_count(h, must)) {
    SV_LIT(h, "<div class=\"card scroll\">");
    todo_table(h, must);
    SV_LIT(h, "</div>");
  } else {
    SV_LIT(h, "<p>");
    sv_html_tr(h, h->r->run->verdict.judged ? N_("There is nothing among the requirements that "
                                                 "were judged.")
                                            : N_("Nothing was judged, so there is nothing to say "
                                                 "yet."));
    SV_LIT(h, "</p>");
  }
  const size_t warnings = todo_count(h, should);
  if (warnings) {
    SV_LIT(h, "\n<details class=\"disc card\" id=\"bor\"><summary>");
    counted(h, warnings, N_("This should be put right: {count} warning"),
            N_("This should be put right: {count} warnings"));
    SV_LIT(h, "</summary><div class=\"scroll\">");
    todo_table(h, should);
    SV_LIT(h, "</div></details>");
  }
  SV_LIT(h, "</section>\n");
}
