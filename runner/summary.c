// SPDX-License-Identifier: Apache-2.0
/* ux section 3, the closing summary. */
#include "runner/summary.h"

#include "engines/base/escape.h"
#include "engines/base/utf8.h"
#include "reports/apart.h"
#include "reports/areas.h"
#include "reports/human.h"
#include "reports/say.h"
#include "reports/view.h"
#include "reports/words.h"
#include "reports/wrap.h"
#include "runner/mask.h"

#include <string.h>

enum {
  TOP = 10,
  BLOCKS = 10,
  BLOCK_FINDINGS = 2,
  SCREEN_MAX = 1 << 22,
  LABEL = 11,
  BETWEEN = 3,
  SAID_LEAST = 20
};

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

static unsigned symbol_columns(const struct sv_screen *screen, enum sv_display d)
{
  const struct sv_display_words *w = sv_display_words(d);
  const char *symbol = screen->style.utf8 ? w->symbol : sv_tr(w->ascii);
  return (unsigned)sv_utf8_length(symbol, strlen(symbol));
}

/* Every status there is some of: its symbol, the number and the word. */
static void counts(const struct sv_screen *screen, const struct sv_view *view, struct sv_buf *out)
{
  static const enum sv_display order[] = { SV_SHOW_PASS,          SV_SHOW_FAIL,
                                           SV_SHOW_WARNING,       SV_SHOW_ERROR,
                                           SV_SHOW_NOT_TESTED,    SV_SHOW_WAIVED,
                                           SV_SHOW_NOT_APPLICABLE };
  size_t at = 0;
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
    const uint32_t n = view->shown[order[i]];
    const struct sv_display_words *w = sv_display_words(order[i]);
    struct sv_buf text = SV_BUF(SV_SCRATCH);
    if (n == 0)
      continue;
    (void)sv_buf_addf(&text, "%u %s", n, sv_plural(n, w->lower, w->lowers));
    const size_t symbol = screen->style.utf8 ? symbol_columns(screen, order[i]) + 1 : 0;
    const size_t columns = symbol + sv_utf8_length(sv_buf_text(&text), text.size);
    const bool breaks = at && at + BETWEEN + columns > screen->style.width;
    (void)sv_buf_adds(out, breaks ? "\n" : at ? "   " : "");
    at = (breaks || !at ? 0 : at + BETWEEN) + columns;
    if (symbol) {
      sv_text_symbol(out, order[i], &screen->style);
      (void)sv_buf_addc(out, ' ');
    }
    (void)sv_buf_adds(out, sv_buf_text(&text));
    sv_buf_free(&text);
  }
  (void)sv_buf_adds(out, at ? "\n" : "");
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
  sv_apart_text(r, &screen->style, out);
}

/* TEXT after USED columns, broken where the screen is too narrow. */
static void sentence(const struct sv_screen *screen, unsigned used, const char *text,
                     struct sv_buf *out)
{
  const struct sv_wrap w = { .out = out, .column = 2, .width = screen->style.width };
  sv_wrap_flow(&w, used, text);
}

/* The same after the symbol of D. */
static void marked(const struct sv_screen *screen, enum sv_display d, const char *text,
                   struct sv_buf *out)
{
  sv_text_symbol(out, d, &screen->style);
  (void)sv_buf_addc(out, ' ');
  sentence(screen, symbol_columns(screen, d) + 1, text, out);
}

static void since(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_run *run = r->run;
  if (!run->diff)
    return;
  struct sv_buf when = SV_BUF(256);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  (void)sv_human_time(&when, run->diff->started, r->lang);
  (void)sv_say_words(&text, N_("Since {time}"), "time", sv_buf_text(&when), NULL);
  (void)sv_buf_adds(&text, ": ");
  sv_text_changes(run->diff, dot(screen), &text);
  sentence(screen, 0, sv_buf_text(&text), out);
  if (run->verdict.value == SV_DOES_NOT_CONFORM && run->verdict.exit_code == 0)
    sentence(screen, 0,
             sv_tr(N_("Nothing new since the earlier run; what was not met then is still "
                      "not met.")),
             out);
  sv_buf_free(&when);
  sv_buf_free(&text);
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
    struct sv_buf text = SV_BUF(SV_SCRATCH);
    if (counts[a] == 0)
      continue;
    (void)sv_human_number(&number, counts[a], r->lang);
    (void)sv_say_words(&text,
                       counts[a] == 1 ? N_("{count} requirement could not be shown; it lies with: "
                                           "{who}")
                                      : N_("{count} requirements could not be shown; it lies "
                                           "with: {who}"),
                       "count", sv_buf_text(&number), "who",
                       sv_tr(sv_attribution_word((enum sv_attribution)a)), NULL);
    marked(screen, SV_SHOW_NOT_TESTED, sv_buf_text(&text), out);
    sv_buf_free(&number);
    sv_buf_free(&text);
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
    { r->run->partial && !e->interrupted, N_("The recording ends before its run did; what is "
                                             "missing is not shown.") },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    if (!rows[i].happened)
      continue;
    marked(screen, SV_SHOW_ERROR, sv_tr(rows[i].text), out);
  }
}

/* One line: what is left of it after the id and the level is for what was found. */
static void row(const struct sv_screen *screen, const struct sv_report *r,
                const struct sv_item *item, unsigned columns, struct sv_buf *out)
{
  const struct sv_requirement_result *q = item->requirement;
  const char *level = sv_tr(sv_level_word(sv_requirement_level(q)));
  struct sv_buf said = SV_BUF(SV_SCRATCH);
  (void)sv_say_item(r, item, &said);
  if (said.size == 0)
    (void)sv_buf_adds(&said, sv_say_text(&q->title, r->lang, NULL));
  (void)sv_buf_adds(out, "  ");
  sv_text_symbol(out, item->display, &screen->style);
  (void)sv_buf_addc(out, ' ');
  (void)sv_escape_terminal(out, q->id, strlen(q->id), SV_LINE);
  const size_t id = sv_utf8_length(q->id, strlen(q->id));
  sv_wrap_fill(out, " ", id < columns ? columns - (unsigned)id : 0);
  (void)sv_buf_addf(out, "  %s  ", level);
  const size_t used = 2 + symbol_columns(screen, item->display) + 1 +
                      (id < columns ? columns : id) + 2 + sv_utf8_length(level, strlen(level)) + 2;
  const size_t room =
      screen->style.width > used + SAID_LEAST ? screen->style.width - used : SAID_LEAST;
  const bool whole = sv_utf8_length(sv_buf_text(&said), said.size) <= room;
  const size_t fit = whole ? said.size : sv_utf8_skip(sv_buf_text(&said), said.size, room - 1);
  (void)sv_escape_terminal(out, sv_buf_text(&said), fit, SV_LINE);
  (void)sv_buf_adds(out, whole ? "\n" : "\xE2\x80\xA6\n");
  sv_buf_free(&said);
}

/* A line for each of ITEMS, of which there are ALL and at most TOP here. */
static void rows(const struct sv_screen *screen, const struct sv_report *r,
                 const struct sv_item *const *items, size_t all, struct sv_buf *out)
{
  const size_t count = all < TOP ? all : TOP;
  unsigned columns = 0;
  for (size_t i = 0; i < count; i++) {
    const size_t used =
        sv_utf8_length(items[i]->requirement->id, strlen(items[i]->requirement->id));
    if (used > columns && used < 40)
      columns = (unsigned)used;
  }
  for (size_t i = 0; i < count; i++)
    row(screen, r, items[i], columns, out);
  if (all <= count)
    return;
  struct sv_buf number = SV_BUF(64);
  (void)sv_human_number(&number, all - count, r->lang);
  (void)sv_buf_adds(out, "  ");
  (void)sv_say_words(out, N_("\xE2\x80\xA6 and {count} more in the report"), "count",
                     sv_buf_text(&number), NULL);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&number);
}

static void top(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_item *list[TOP];
  size_t all = 0;
  for (size_t i = 0; i < r->view->count; i++)
    if (matters(r->view, r->view->worst[i]) && all++ < TOP)
      list[all - 1] = r->view->worst[i];
  if (all)
    (void)sv_buf_addc(out, '\n');
  rows(screen, r, list, all, out);
}

/* What is not met and never decides: shown, and apart from what does. */
static void apart(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_item *list[TOP];
  struct sv_buf number = SV_BUF(64);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  const size_t all = r->view->aside_count;
  if (all == 0)
    return;
  for (size_t i = 0; i < all && i < TOP; i++)
    list[i] = &r->view->aside[i];
  (void)sv_human_number(&number, all, r->lang);
  (void)sv_say_words(&text, sv_apart_not_met(r->view), "count", sv_buf_text(&number), NULL);
  (void)sv_buf_addc(out, '\n');
  sentence(screen, 0, sv_buf_text(&text), out);
  rows(screen, r, list, all, out);
  sv_buf_free(&number);
  sv_buf_free(&text);
}

/* Whole: paths and commands are to be clicked on and copied. LABEL "" goes on from the line before.
 */
static void labelled(const struct sv_screen *screen, struct sv_buf *out, const char *label,
                     const char *text)
{
  const struct sv_wrap w = { .out = out, .column = LABEL, .faint = screen->style.colour };
  sv_wrap_line(&w, label[0] ? sv_tr(label) : "", text);
}

static void waivers(const struct sv_screen *screen, const struct sv_report *r, struct sv_buf *out)
{
  for (size_t i = 0; i < r->run->unused_waiver_count; i++) {
    struct sv_buf text = SV_BUF(SV_SCRATCH);
    (void)sv_say_words(
        &text, N_("The exemption for {id} is not used: take it away."), "id",
        r->run->unused_waivers[i].requirement ? r->run->unused_waivers[i].requirement : "?", NULL);
    marked(screen, SV_SHOW_WARNING, sv_buf_text(&text), out);
    sv_buf_free(&text);
  }
}

/* The page by its whole path, the other files by their names. */
static void files(const struct sv_screen *screen, const struct sv_summary *s, struct sv_buf *out)
{
  const struct sv_wrap w = {
    .out = out, .column = LABEL, .width = screen->style.width, .faint = screen->style.colour
  };
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
    sv_wrap_field(&w, sv_tr(N_("Beside it")), sv_buf_text(&others));
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
  struct sv_buf again = SV_BUF(SV_SCRATCH);
  if (first) {
    (void)sv_buf_addf(&text, "samsvar explain %s", first->requirement->id);
    if (s->again)
      (void)sv_buf_addf(&again, "%s --only %s", s->again, first->requirement->id);
  } else if (s->folder && s->files && s->files->count &&
             strcmp(s->files->files[0], "results.json") == 0) {
    (void)sv_buf_addf(&text, "samsvar report %s/results.json -f text", s->folder);
  }
  const bool beside = LABEL + text.size + BETWEEN + again.size <= screen->style.width;
  if (again.size && beside)
    (void)sv_buf_addf(&text, "%s%s", dot(screen), sv_buf_text(&again));
  if (text.size)
    labelled(screen, out, N_("Next"), sv_buf_text(&text));
  if (again.size && !beside)
    labelled(screen, out, "", sv_buf_text(&again));
  sv_buf_free(&text);
  sv_buf_free(&again);
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
    apart(screen, &r, &out);
    waivers(screen, &r, &out);
    files(screen, s, &out);
    next(screen, s, &view, &out);
    status = out.failed;
  }
  struct sv_buf masked = SV_BUF(out.limit);
  if (status == SV_OK) /* the folder of the reports has a name of its own */
    status = sv_mask_text(sv_buf_text(&out), out.size, &masked);
  (void)fwrite(sv_buf_text(&masked), 1, masked.size, screen->out);
  (void)fflush(screen->out);
  sv_buf_free(&masked);
  sv_view_close(&view);
  sv_buf_free(&out);
  return status;
}
