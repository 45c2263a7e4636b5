// SPDX-License-Identifier: Apache-2.0
/* Changes since a baseline: those that ask for something first. */
#include "reports/diff.h"

#include "engines/base/escape.h"
#include "engines/result/write.h"
#include "reports/ci.h"
#include "reports/human.h"
#include "reports/put.h"
#include "reports/say.h"
#include "reports/words.h"

#include <string.h>

enum { LINE_MOST = 400 };

static const char *const headings[] = {
  [SV_CHANGE_NEW] = N_("New"),
  [SV_CHANGE_CHANGED] = N_("Changed"),
  [SV_CHANGE_STILL] = N_("Still there"),
  [SV_CHANGE_FIXED] = N_("Fixed"),
};

static const struct sv_requirement_result *requirement(const struct sv_report *r, const char *id)
{
  const struct sv_item *item = sv_view_find(r->view, id);
  return item ? item->requirement : NULL;
}

/* "Deviation"; what a requirement is that one of the runs has not. */
static const char *word_of(enum sv_display d)
{
  return d ? sv_display_words(d)->word : N_("not in the profile");
}

/* What the row says beside its title; nothing for what is met. */
static void sentence(const struct sv_report *r, const struct sv_diff_row *row, struct sv_buf *out)
{
  const struct sv_item *item = sv_view_find(r->view, row->id);
  if (item && row->now && row->now != SV_SHOW_PASS && row->now != SV_SHOW_NOT_APPLICABLE)
    sv_ci_message(r, item, LINE_MOST, out);
}

static void row_text(const struct sv_report *r, const struct sv_diff_row *row,
                     const struct sv_style *style, struct sv_buf *out)
{
  const struct sv_requirement_result *q = requirement(r, row->id);
  const char *title = sv_say_text(&row->title, r->lang, NULL);
  struct sv_buf said = SV_BUF(16 * LINE_MOST);
  (void)sv_buf_adds(out, "  ");
  sv_text_symbol(out, row->now ? row->now : SV_SHOW_NOT_APPLICABLE, style);
  (void)sv_buf_addc(out, ' ');
  sv_put_clean(out, row->id, SV_LINE, LINE_MOST);
  (void)sv_buf_addf(out, "  %s", q ? sv_tr(sv_level_word(sv_requirement_level(q))) : "");
  (void)sv_buf_adds(out, "  ");
  sv_put_clean(out, title, SV_LINE, LINE_MOST);
  (void)sv_buf_addc(out, '\n');
  if (row->was != row->now)
    (void)sv_buf_addf(out, "      %s %s %s\n", sv_tr(word_of(row->was)),
                      style->utf8 ? "\xE2\x86\x92" : "->", sv_tr(word_of(row->now)));
  sentence(r, row, &said);
  if (said.size)
    (void)sv_buf_addf(out, "      %s\n", sv_buf_text(&said));
  sv_buf_free(&said);
}

static void times(const struct sv_report *r, const char *arrow, struct sv_buf *out)
{
  (void)sv_human_time(out, r->run->diff->started, r->lang);
  (void)sv_buf_addf(out, " %s ", arrow);
  (void)sv_human_time(out, r->run->started, r->lang);
}

/* A profile may ask other things than it did: said, since a row may be due to that alone. */
static bool versions_differ(const struct sv_report *r)
{
  return strcmp(r->run->diff->version, r->run->profile.version) != 0;
}

static void versions(const struct sv_report *r, struct sv_buf *out)
{
  struct sv_buf before = SV_BUF(16 * LINE_MOST);
  struct sv_buf now = SV_BUF(16 * LINE_MOST);
  sv_put_clean(&before, r->run->diff->version, SV_LINE, LINE_MOST);
  sv_put_clean(&now, r->run->profile.version, SV_LINE, LINE_MOST);
  (void)sv_say_words(out,
                     N_("The profile was version {before} then and is {now} now: some of this may "
                        "be due to that."),
                     "before", sv_buf_text(&before), "now", sv_buf_text(&now), NULL);
  sv_buf_free(&before);
  sv_buf_free(&now);
}

enum sv_status sv_diff_text(const struct sv_report *r, const struct sv_style *style,
                            struct sv_buf *out)
{
  const struct sv_diff *d = r->run->diff;
  const char *arrow = style->utf8 ? "\xE2\x86\x92" : "->";
  sv_put_clean(out, r->run->target.name, SV_LINE, LINE_MOST);
  (void)sv_buf_addc(out, '\n');
  times(r, arrow, out);
  (void)sv_buf_addf(out, "\n%s %s %s\n", sv_tr(sv_verdict_word(d->verdict)), arrow,
                    sv_tr(sv_verdict_word(r->run->verdict.value)));
  if (versions_differ(r)) {
    versions(r, out);
    (void)sv_buf_addc(out, '\n');
  }
  for (int c = SV_CHANGE_NEW; c < SV_CHANGE_SAME; c++) {
    if (d->counts[c] == 0)
      continue;
    (void)sv_buf_addf(out, "\n%s (%u)\n", sv_tr(headings[c]), d->counts[c]);
    for (size_t i = 0; i < d->count && !out->failed; i++)
      if (d->rows[i].change == (enum sv_change)c)
        row_text(r, &d->rows[i], style, out);
  }
  (void)sv_buf_addc(out, '\n');
  sv_text_changes(d, style->utf8 ? " \xC2\xB7 " : ", ", out);
  return sv_buf_addc(out, '\n');
}

static void escaped(struct sv_buf *out, const char *text)
{
  struct sv_buf clean = SV_BUF(16 * LINE_MOST);
  sv_put_clean(&clean, text, SV_LINE, LINE_MOST);
  (void)sv_escape_markdown(out, sv_buf_text(&clean), clean.size);
  sv_buf_free(&clean);
}

static void cell(struct sv_buf *out, const char *text)
{
  (void)sv_buf_addc(out, ' ');
  escaped(out, text);
  (void)sv_buf_adds(out, " |");
}

static void row_markdown(const struct sv_report *r, const struct sv_diff_row *row,
                         struct sv_buf *out)
{
  struct sv_buf said = SV_BUF(16 * LINE_MOST);
  sentence(r, row, &said);
  (void)sv_buf_addc(out, '|');
  cell(out, sv_tr(headings[row->change]));
  cell(out, row->id);
  cell(out, sv_say_text(&row->title, r->lang, NULL));
  cell(out, sv_tr(word_of(row->was)));
  cell(out, sv_tr(word_of(row->now)));
  cell(out, sv_buf_text(&said));
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&said);
}

enum sv_status sv_diff_markdown(const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_diff *d = r->run->diff;
  (void)sv_buf_addf(out, "## %s \xE2\x86\x92 %s: ", sv_tr(sv_verdict_word(d->verdict)),
                    sv_tr(sv_verdict_word(r->run->verdict.value)));
  escaped(out, r->run->target.name);
  (void)sv_buf_addf(out, "\n\n%s: ", sv_tr(N_("Time")));
  times(r, "\xE2\x86\x92", out);
  (void)sv_buf_adds(out, "\n\n");
  if (versions_differ(r)) {
    versions(r, out);
    (void)sv_buf_adds(out, "\n\n");
  }
  sv_text_changes(d, " \xC2\xB7 ", out);
  (void)sv_buf_addc(out, '\n');
  if (d->count)
    (void)sv_buf_addf(out,
                      "\n| %s | %s | %s | %s | %s | %s |\n"
                      "| --- | --- | --- | --- | --- | --- |\n",
                      sv_tr(N_("Change")), sv_tr(N_("Requirement")), sv_tr(N_("Title")),
                      sv_tr(N_("Before")), sv_tr(N_("Now")), sv_tr(N_("Finding")));
  for (int c = SV_CHANGE_NEW; c < SV_CHANGE_SAME; c++)
    for (size_t i = 0; i < d->count && !out->failed; i++)
      if (d->rows[i].change == (enum sv_change)c)
        row_markdown(r, &d->rows[i], out);
  return out->failed;
}

static void side(struct sv_emit *e, const char *key, const char *run, const char *started,
                 const char *version, enum sv_verdict_value verdict)
{
  sv_emit_open(e, key, '{');
  sv_put_text(e, "profileVersion", version, SV_LINE, LINE_MOST);
  sv_put_text(e, "run", run, SV_LINE, LINE_MOST);
  sv_emit_text(e, "started", started);
  sv_emit_text(e, "verdict", sv_verdict_name(verdict));
  sv_emit_close(e, '}');
}

static void row_json(const struct sv_report *r, const struct sv_diff_row *row, struct sv_emit *e)
{
  const struct sv_requirement_result *q = requirement(r, row->id);
  struct sv_buf said = SV_BUF(16 * LINE_MOST);
  sentence(r, row, &said);
  sv_emit_open(e, NULL, '{');
  sv_emit_text(e, "change", sv_change_name(row->change));
  sv_write_strings(e, "fresh", row->fresh, row->fresh_count);
  sv_emit_bool(e, "gates", q && sv_diff_is_new(row) && sv_requirement_gates(r->run, q));
  sv_write_strings(e, "gone", row->gone, row->gone_count);
  sv_put_text(e, "id", row->id, SV_LINE, LINE_MOST);
  sv_emit_text(e, "level", q ? sv_level_name(sv_requirement_level(q)) : NULL);
  sv_emit_text(e, "message", said.size ? sv_buf_text(&said) : NULL);
  sv_emit_text(e, "now", sv_display_name(row->now));
  sv_emit_text(e, "since", row->since);
  sv_put_text(e, "title", sv_say_text(&row->title, r->lang, NULL), SV_LINE, LINE_MOST);
  sv_emit_text(e, "was", sv_display_name(row->was));
  sv_emit_close(e, '}');
  sv_buf_free(&said);
}

enum sv_status sv_diff_json(const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_run *run = r->run;
  const struct sv_diff *d = run->diff;
  struct sv_emit e = { .out = out };
  sv_emit_open(&e, NULL, '{');
  sv_emit_open(&e, "counts", '{');
  sv_emit_number(&e, "changed", d->counts[SV_CHANGE_CHANGED]);
  sv_emit_number(&e, "fixed", d->counts[SV_CHANGE_FIXED]);
  sv_emit_number(&e, "new", d->counts[SV_CHANGE_NEW]);
  sv_emit_number(&e, "same", d->counts[SV_CHANGE_SAME]);
  sv_emit_number(&e, "still", d->counts[SV_CHANGE_STILL]);
  sv_emit_close(&e, '}');
  sv_emit_number(&e, "format", 1);
  side(&e, "new", run->id, run->started, run->profile.version, run->verdict.value);
  side(&e, "old", d->run, d->started, d->version, d->verdict);
  sv_put_text(&e, "profile", run->profile.id, SV_LINE, LINE_MOST);
  sv_emit_open(&e, "requirements", '[');
  for (size_t i = 0; i < d->count && !out->failed; i++)
    row_json(r, &d->rows[i], &e);
  sv_emit_close(&e, ']');
  sv_put_text(&e, "target", run->target.id, SV_LINE, LINE_MOST);
  sv_emit_close(&e, '}');
  return sv_buf_addc(out, '\n');
}
