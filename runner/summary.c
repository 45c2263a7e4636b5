// SPDX-License-Identifier: Apache-2.0
/* ux section 3, the closing summary. */
#include "runner/summary.h"

#include "engines/base/escape.h"
#include "engines/base/utf8.h"
#include "reports/areas.h"
#include "reports/human.h"
#include "reports/say.h"
#include "reports/view.h"
#include "reports/words.h"
#include "reports/wrap.h"

#include <string.h>

enum { TOP = 10, BLOCKS = 10, BLOCK_FINDINGS = 2, SCREEN_MAX = 1 << 22, LABEL = 11 };

static const char *const verdict_colours[] = {
  [SV_CONFORMS] = "\x1B[1;32m",
  [SV_CONFORMS_WITH_WAIVERS] = "\x1B[1;34m",
  [SV_DOES_NOT_CONFORM] = "\x1B[1;31m",
  [SV_NOT_SHOWN] = "\x1B[1;33m",
};

/* Between two things on one line. */
static const char *dot(const struct sv_screen *screen)
{
  return screen->style.utf8 ? " \xC2\xB7 " : " - ";
}

/* What is told on the screen; what was blocked is told by its cause. */
static bool matters(const struct sv_view *view, const struct sv_item *item)
{
  if (sv_text_is_blocked(item))
    return false;
  if (item->gates || item->display == SV_SHOW_FAIL)
    return true;
  for (size_t i = 0; i < view->count; i++)
    if (view->items[i].gates && sv_text_blocks(item, &view->items[i]))
      return true;
  return false;
}

static enum sv_status blocks(const struct sv_screen *screen, const struct sv_report *r,
                             struct sv_buf *out)
{
  size_t printed = 0;
  size_t all = 0;
  for (size_t i = 0; i < r->view->count; i++) {
    if (!matters(r->view, r->view->worst[i]))
      continue;
    if (++all > BLOCKS)
      continue;
    (void)sv_buf_addc(out, '\n');
    SV_TRY(sv_text_block(r, r->view->worst[i], &screen->style, BLOCK_FINDINGS, out));
    printed++;
  }
  if (all > printed) {
    struct sv_buf number = SV_BUF(64);
    (void)sv_human_number(&number, all - printed, r->lang);
    (void)sv_buf_addc(out, '\n');
    (void)sv_say_words(out, N_("\xE2\x80\xA6 and {count} more in the report"), "count",
                       sv_buf_text(&number), NULL);
    (void)sv_buf_addc(out, '\n');
    sv_buf_free(&number);
  }
  return out->failed;
}

/* Every status there is some of: its symbol, the number and the word. */
static void counts(const struct sv_screen *screen, const struct sv_view *view, struct sv_buf *out)
{
  static const enum sv_display order[] = { SV_SHOW_PASS,          SV_SHOW_FAIL,
                                           SV_SHOW_WARNING,       SV_SHOW_ERROR,
                                           SV_SHOW_NOT_TESTED,    SV_SHOW_WAIVED,
                                           SV_SHOW_NOT_APPLICABLE };
  bool any = false;
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
    const uint32_t n = view->shown[order[i]];
    const struct sv_display_words *w = sv_display_words(order[i]);
    if (n == 0)
      continue;
    (void)sv_buf_adds(out, any ? "   " : "");
    if (screen->style.utf8) {
      sv_text_symbol(out, order[i], &screen->style);
      (void)sv_buf_addc(out, ' ');
    }
    (void)sv_buf_addf(out, "%u %s", n, sv_plural(n, w->lower, w->lowers));
    any = true;
  }
  (void)sv_buf_adds(out, any ? "\n" : "");
}

static void further(const struct sv_report *r, uint32_t count, const char *one, const char *many,
                    struct sv_buf *out)
{
  struct sv_buf number = SV_BUF(64);
  if (count == 0)
    return;
  (void)sv_human_number(&number, count, r->lang);
  (void)sv_say_words(out, count == 1 ? one : many, "count", sv_buf_text(&number), NULL);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&number);
}

static void verdict(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_verdict *v = &r->run->verdict;
  char judged[16];
  char applicable[16];
  char percent[16];
  (void)snprintf(judged, sizeof judged, "%u", v->judged);
  (void)snprintf(applicable, sizeof applicable, "%u", v->applicable);
  (void)snprintf(percent, sizeof percent, "%u",
                 v->applicable ? (unsigned)((uint64_t)v->judged * 100 / v->applicable) : 0);
  (void)sv_buf_addf(out, "\n%s%s%s   ", screen->style.colour ? verdict_colours[v->value] : "",
                    sv_tr(sv_verdict_word(v->value)), screen->style.colour ? "\x1B[0m" : "");
  if (r->run->partial)
    (void)sv_buf_addf(out, "(%s)   ", sv_tr(N_("partial")));
  (void)sv_say_words(out, N_("{judged} of {applicable} requirements shown ({percent} %)"), "judged",
                     judged, "applicable", applicable, "percent", percent, NULL);
  (void)sv_buf_addc(out, '\n');
  counts(screen, r->view, out);
  further(r, r->view->unanswered,
          N_("{count} further requirement waits for somebody's answer (--answers)."),
          N_("{count} further requirements wait for somebody's answer (--answers)."), out);
  further(r, r->view->no_check - r->view->unanswered,
          N_("{count} further requirement of the profile is not covered by samsvar."),
          N_("{count} further requirements of the profile are not covered by samsvar."), out);
}

static void since(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_run *run = r->run;
  if (!run->diff)
    return;
  struct sv_buf when = SV_BUF(256);
  (void)sv_human_time(&when, run->diff->started, r->lang);
  (void)sv_say_words(out, N_("Since {time}"), "time", sv_buf_text(&when), NULL);
  (void)sv_buf_adds(out, ": ");
  sv_text_changes(run->diff, dot(screen), out);
  (void)sv_buf_addc(out, '\n');
  if (run->verdict.value == SV_DOES_NOT_CONFORM && run->verdict.exit_code == 0)
    (void)sv_buf_addf(out, "%s\n",
                      sv_tr(N_("Nothing new since the earlier run; what was not met then is still "
                               "not met.")));
  sv_buf_free(&when);
}

/* What stands between the run and a whole view, by whom it lies with. */
static void not_shown(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  size_t counts[SV_TOOL + 1] = { 0 };
  for (size_t i = 0; i < r->view->count; i++) {
    const struct sv_item *item = &r->view->items[i];
    if (!item->requirement->no_check &&
        (item->display == SV_SHOW_ERROR || item->display == SV_SHOW_NOT_TESTED))
      counts[item->attribution]++;
  }
  for (int a = SV_CONFIGURATION; a <= SV_TOOL; a++) {
    struct sv_buf number = SV_BUF(64);
    if (counts[a] == 0)
      continue;
    (void)sv_human_number(&number, counts[a], r->lang);
    sv_text_symbol(out, SV_SHOW_NOT_TESTED, &screen->style);
    (void)sv_buf_addc(out, ' ');
    (void)sv_say_words(out,
                       counts[a] == 1 ? N_("{count} requirement could not be shown; it lies with: "
                                           "{who}")
                                      : N_("{count} requirements could not be shown; it lies "
                                           "with: {who}"),
                       "count", sv_buf_text(&number), "who",
                       sv_tr(sv_attribution_word((enum sv_attribution)a)), NULL);
    (void)sv_buf_addc(out, '\n');
    sv_buf_free(&number);
  }
}

static void costs(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_run *run = r->run;
  struct sv_buf number = SV_BUF(64);
  (void)sv_human_duration(out, sv_human_between(run->started, run->finished), r->lang);
  (void)sv_human_number(&number, run->requests_sent, r->lang);
  (void)sv_buf_adds(out, dot(screen));
  (void)sv_buf_addf(out, "%s %s", sv_buf_text(&number),
                    sv_plural(run->requests_sent, N_("request"), N_("requests")));
  (void)sv_buf_adds(out, dot(screen));
  (void)sv_human_size(out, run->requests_bytes, r->lang);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&number);
}

/* Everything that had a say in the exit code but lost by precedence is named too. */
static void events(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_run_events *e = &r->run->events;
  const struct {
    bool happened;
    const char *text;
  } rows[] = {
    { e->interrupted, N_("The run was interrupted before everything was tested.") },
    { e->internal, N_("samsvar or a plugin broke, so that the run is not whole.") },
    { e->configuration, N_("The configuration is wrong.") },
    { e->unreachable, N_("The target could not be reached.") },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    if (!rows[i].happened)
      continue;
    sv_text_symbol(out, SV_SHOW_ERROR, &screen->style);
    (void)sv_buf_addf(out, " %s\n", sv_tr(rows[i].text));
  }
}

static void row(const struct sv_screen *screen, const struct sv_report *r,
                const struct sv_item *item, unsigned columns, struct sv_buf *out)
{
  const struct sv_requirement_result *q = item->requirement;
  struct sv_buf said = SV_BUF(SV_SCRATCH);
  (void)sv_say_item(r, item, &said);
  if (said.size == 0)
    (void)sv_buf_adds(&said, sv_say_text(&q->title, r->lang, NULL));
  (void)sv_buf_adds(out, "  ");
  sv_text_symbol(out, item->display, &screen->style);
  (void)sv_buf_addc(out, ' ');
  (void)sv_escape_terminal(out, q->id, strlen(q->id), SV_LINE);
  const size_t used = sv_utf8_length(q->id, strlen(q->id));
  sv_wrap_fill(out, " ", used < columns ? columns - (unsigned)used : 0);
  (void)sv_buf_addf(out, "  %s  ", sv_tr(sv_level_word(sv_requirement_level(q))));
  const size_t fit = sv_text_fit(sv_buf_text(&said), said.size,
                                 screen->style.width > 60 ? screen->style.width - 30 : 40);
  (void)sv_escape_terminal(out, sv_buf_text(&said), fit, SV_LINE);
  (void)sv_buf_adds(out, fit < said.size ? "\xE2\x80\xA6\n" : "\n");
  sv_buf_free(&said);
}

static void top(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  size_t all = 0;
  unsigned columns = 0;
  for (size_t i = 0; i < r->view->count; i++) {
    const char *id = r->view->worst[i]->requirement->id;
    const size_t used = sv_utf8_length(id, strlen(id));
    if (matters(r->view, r->view->worst[i]) && all++ < TOP && used > columns && used < 40)
      columns = (unsigned)used;
  }
  all = 0;
  for (size_t i = 0; i < r->view->count; i++) {
    if (!matters(r->view, r->view->worst[i]) || ++all > TOP)
      continue;
    if (all == 1)
      (void)sv_buf_addc(out, '\n');
    row(screen, r, r->view->worst[i], columns, out);
  }
  if (all <= TOP)
    return;
  struct sv_buf number = SV_BUF(64);
  (void)sv_human_number(&number, all - TOP, r->lang);
  (void)sv_buf_adds(out, "  ");
  (void)sv_say_words(out, N_("\xE2\x80\xA6 and {count} more in the report"), "count",
                     sv_buf_text(&number), NULL);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&number);
}

/* Whole: paths and commands are to be clicked on and copied. */
static void labelled(const struct sv_screen *screen, struct sv_buf *out, const char *label,
                     const char *text)
{
  const struct sv_wrap w = { .out = out, .column = LABEL, .faint = screen->style.colour };
  sv_wrap_line(&w, sv_tr(label), text);
}

static void waivers(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  for (size_t i = 0; i < r->run->unused_waiver_count; i++) {
    sv_text_symbol(out, SV_SHOW_WARNING, &screen->style);
    (void)sv_buf_addc(out, ' ');
    struct sv_buf text = SV_BUF(SV_SCRATCH);
    (void)sv_say_words(
        &text, N_("The exemption for {id} is not used: take it away."), "id",
        r->run->unused_waivers[i].requirement ? r->run->unused_waivers[i].requirement : "?", NULL);
    (void)sv_escape_terminal(out, sv_buf_text(&text), text.size, SV_LINE);
    (void)sv_buf_addc(out, '\n');
    sv_buf_free(&text);
  }
}

/* The page by its whole path, the other files by their names. */
static void files(const struct sv_screen *screen, const struct sv_summary *s, struct sv_buf *out)
{
  struct sv_buf page = SV_BUF(SV_SCRATCH);
  struct sv_buf others = SV_BUF(SV_SCRATCH);
  const char *slash =
      s->folder && s->folder[0] && s->folder[strlen(s->folder) - 1] == '/' ? "" : "/";
  for (size_t i = 0; s->folder && s->files && i < s->files->count; i++) {
    if (strcmp(s->files->files[i], "report.html") == 0)
      (void)sv_buf_addf(&page, "%s%sreport.html", s->folder, slash);
    else
      (void)sv_buf_addf(&others, "%s%s", others.size ? dot(screen) : "", s->files->files[i]);
  }
  (void)sv_buf_addc(out, '\n');
  if (page.size)
    labelled(screen, out, N_("Report"), sv_buf_text(&page));
  if (others.size)
    labelled(screen, out, N_("Beside it"), sv_buf_text(&others));
  sv_buf_free(&page);
  sv_buf_free(&others);
  if (s->recording)
    labelled(screen, out, N_("Recording"), s->recording);
}

static void next(const struct sv_screen *screen, const struct sv_summary *s,
                 const struct sv_view *view, struct sv_buf *out)
{
  const struct sv_item *first = NULL;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  for (size_t i = 0; i < view->count && !first; i++)
    first = matters(view, view->worst[i]) ? view->worst[i] : NULL;
  if (first) {
    (void)sv_buf_addf(&text, "samsvar explain %s", first->requirement->id);
    if (s->again)
      (void)sv_buf_addf(&text, "%s%s --only %s", dot(screen), s->again, first->requirement->id);
  } else if (s->folder && s->files && s->files->count &&
             strcmp(s->files->files[0], "results.json") == 0) {
    (void)sv_buf_addf(&text, "samsvar report %s/results.json -f text", s->folder);
  }
  if (text.size)
    labelled(screen, out, N_("Next"), sv_buf_text(&text));
  sv_buf_free(&text);
}

enum sv_status sv_summary_print(const struct sv_screen *screen, const struct sv_summary *s)
{
  struct sv_view view;
  struct sv_buf out = SV_BUF(SCREEN_MAX);
  enum sv_status status = sv_view_open(s->run, &view);
  const struct sv_report r = { .run = s->run, .view = &view, .lang = s->lang };
  if (status == SV_OK && !s->quiet)
    status = blocks(screen, &r, &out);
  if (status == SV_OK) {
    verdict(screen, &r, &out);
    if (!s->quiet)
      sv_areas_text(&r, &screen->style, &out);
    since(screen, &r, &out);
    not_shown(screen, &r, &out);
    costs(screen, &r, &out);
    events(screen, &r, &out);
    top(screen, &r, &out);
    waivers(screen, &r, &out);
    files(screen, s, &out);
    next(screen, s, &view, &out);
    status = out.failed;
  }
  (void)fwrite(sv_buf_text(&out), 1, out.size, screen->out);
  (void)fflush(screen->out);
  sv_view_close(&view);
  sv_buf_free(&out);
  return status;
}
