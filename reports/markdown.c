// SPDX-License-Identifier: Apache-2.0
/* The summary for a pull request or a CI step: the verdict, the counts, what has changed, and the
 * worst rows. GitHub takes 1 MiB a step; this stays far below. */
#include "reports/formats.h"

#include "engines/base/escape.h"
#include "reports/apart.h"
#include "reports/ci.h"
#include "reports/human.h"
#include "reports/put.h"
#include "reports/say.h"
#include "reports/text.h"
#include "reports/words.h"

#include <string.h>

enum { ROWS = 50, CELL_MOST = 400, FILE_MOST = 200 << 10 };

static void escaped(struct sv_buf *out, const char *text, size_t most)
{
  struct sv_buf clean = SV_BUF(16 * most + 64);
  sv_put_clean(&clean, text, SV_LINE, most);
  (void)sv_escape_markdown(out, sv_buf_text(&clean), clean.size);
  sv_buf_free(&clean);
}

static void cell(struct sv_buf *out, const char *text)
{
  (void)sv_buf_adds(out, " ");
  escaped(out, text, CELL_MOST);
  (void)sv_buf_adds(out, " |");
}

static void head(const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_run *run = r->run;
  const char *title = sv_say_text(&run->profile.title, r->lang, NULL);
  const char *why = sv_ci_run_reason(r);
  (void)sv_buf_addf(out, "## %s: ", sv_tr(sv_verdict_word(run->verdict.value)));
  escaped(out, run->target.name, CELL_MOST);
  (void)sv_buf_adds(out, "\n\n");
  /* A line must not begin with a day or with a text of others: it might be taken for a list. */
  (void)sv_buf_addf(out, "%s: ", sv_tr(N_("Profile")));
  escaped(out, title[0] ? title : run->profile.id, CELL_MOST);
  (void)sv_buf_addc(out, ' ');
  escaped(out, run->profile.version, CELL_MOST);
  (void)sv_buf_adds(out, " \xC2\xB7 ");
  (void)sv_human_time(out, run->started, r->lang);
  (void)sv_buf_adds(out, "\n\n");
  if (run->diff && run->verdict.exit_code == 0 && run->verdict.value == SV_DOES_NOT_CONFORM) {
    (void)sv_buf_adds(out, sv_tr(N_("Nothing new since the earlier run; what was not met then is "
                                    "still not met.")));
    (void)sv_buf_adds(out, "\n\n");
  }
  if (why)
    (void)sv_buf_addf(out, "**%s**\n\n", sv_tr(why));
}

static void counts(const struct sv_report *r, struct sv_buf *out)
{
  struct sv_buf a = SV_BUF(64);
  struct sv_buf b = SV_BUF(64);
  (void)sv_human_number(&a, r->run->verdict.judged, r->lang);
  (void)sv_human_number(&b, r->run->verdict.applicable, r->lang);
  (void)sv_say_words(out, N_("{judged} of {applicable} requirements shown."), "judged",
                     sv_buf_text(&a), "applicable", sv_buf_text(&b), NULL);
  if (r->run->verdict.must_applicable) {
    sv_buf_cut(&a, 0);
    sv_buf_cut(&b, 0);
    (void)sv_human_number(&a, r->run->verdict.must.passed, r->lang);
    (void)sv_human_number(&b, r->run->verdict.must_applicable, r->lang);
    (void)sv_buf_addc(out, ' ');
    (void)sv_say_words(out, N_("{passed} of {applicable} relevant must-requirements are met."),
                       "passed", sv_buf_text(&a), "applicable", sv_buf_text(&b), NULL);
  }
  (void)sv_buf_addf(out, "\n\n| %s | %s |\n| --- | ---: |\n", sv_tr(N_("Status")),
                    sv_tr(N_("Requirements")));
  for (int d = SV_SHOW_FAIL; d <= SV_SHOW_PASS; d++) {
    const struct sv_display_words *w = sv_display_words((enum sv_display)d);
    if (r->view->shown[d] == 0)
      continue;
    sv_buf_cut(&a, 0);
    (void)sv_human_number(&a, r->view->shown[d], r->lang);
    (void)sv_buf_addf(out, "| %s %s | %s |\n", w->symbol[0] == '!' ? "\\!" : w->symbol,
                      sv_tr(w->many), sv_buf_text(&a));
  }
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&a);
  sv_buf_free(&b);
}

static void changes(const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_diff *d = r->run->diff;
  if (!d)
    return;
  struct sv_buf when = SV_BUF(256);
  (void)sv_human_time(&when, d->started, r->lang);
  (void)sv_buf_adds(out, "### ");
  (void)sv_say_words(out, N_("Since {time}"), "time", sv_buf_text(&when), NULL);
  (void)sv_buf_adds(out, "\n\n");
  sv_buf_free(&when);
  sv_text_changes(d, " \xC2\xB7 ", out);
  (void)sv_buf_adds(out, "\n\n");
}

static void row(const struct sv_report *r, const struct sv_item *item, struct sv_buf *out)
{
  const struct sv_requirement_result *q = item->requirement;
  const struct sv_display_words *w = sv_display_words(item->display);
  const struct sv_diff_row *change = sv_ci_change(r, item);
  struct sv_buf text = SV_BUF(16 * CELL_MOST);
  (void)sv_buf_addf(out, "| %s %s", w->symbol[0] == '!' ? "\\!" : w->symbol, sv_tr(w->word));
  if (change && sv_diff_is_new(change))
    (void)sv_buf_addf(out, " (%s)", sv_tr(sv_change_word(SV_CHANGE_NEW)));
  (void)sv_buf_adds(out, " |");
  cell(out, q->id);
  cell(out, sv_say_text(&q->title, r->lang, NULL));
  sv_ci_message(r, item, CELL_MOST, &text);
  cell(out, sv_buf_text(&text));
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&text);
}

static void table_head(struct sv_buf *out)
{
  (void)sv_buf_addf(out, "| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n", sv_tr(N_("Status")),
                    sv_tr(N_("Requirement")), sv_tr(N_("Title")), sv_tr(N_("Finding")));
}

static void more(const struct sv_report *r, size_t count, struct sv_buf *out)
{
  struct sv_buf number = SV_BUF(64);
  if (count == 0)
    return;
  (void)sv_human_number(&number, count, r->lang);
  (void)sv_buf_addc(out, '\n');
  (void)sv_say_words(out, N_("\xE2\x80\xA6 and {count} more in the report"), "count",
                     sv_buf_text(&number), NULL);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&number);
}

static void rows(const struct sv_report *r, struct sv_buf *out)
{
  size_t all = 0;
  size_t shown = 0;
  for (size_t i = 0; i < r->view->count; i++) {
    if (!sv_text_wants_block(r->view->worst[i]))
      continue;
    if (all++ == 0)
      table_head(out);
    if (all > ROWS || out->size > FILE_MOST)
      continue;
    row(r, r->view->worst[i], out);
    shown++;
  }
  more(r, all - shown, out);
}

/* What is not met and never decides, in a table of its own. */
static void apart(const struct sv_report *r, struct sv_buf *out)
{
  const size_t all = r->view->aside_count;
  struct sv_buf number = SV_BUF(64);
  size_t shown = 0;
  if (all == 0)
    return;
  (void)sv_human_number(&number, all, r->lang);
  (void)sv_buf_addc(out, '\n');
  (void)sv_say_words(out, sv_apart_not_met(r->view), "count", sv_buf_text(&number), NULL);
  (void)sv_buf_adds(out, "\n\n");
  table_head(out);
  for (; shown < all && shown < ROWS && out->size <= FILE_MOST; shown++)
    row(r, &r->view->aside[shown], out);
  more(r, all - shown, out);
  sv_buf_free(&number);
}

enum sv_status sv_markdown_render(const struct sv_report *r, struct sv_buf *out)
{
  head(r, out);
  counts(r, out);
  changes(r, out);
  rows(r, out);
  apart(r, out);
  return out->failed;
}
