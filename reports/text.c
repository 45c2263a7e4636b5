// SPDX-License-Identifier: Apache-2.0
/* The failure block of ux section 4: fixed order, fixed labels. */
#include "reports/text.h"

#include "engines/base/escape.h"
#include "engines/base/utf8.h"
#include "reports/apart.h"
#include "reports/areas.h"
#include "reports/human.h"
#include "reports/say.h"
#include "reports/words.h"
#include "reports/wrap.h"

#include <string.h>

enum { SENTENCE_MAX = SV_SCRATCH, SOURCE_LINES = 3, SOURCE_COLUMNS = 160 };

/* Labels in the order they stand. */
enum label {
  REQUIREMENT,
  WHERE,
  EXPECTED,
  GOT,
  FINDING,
  FIX,
  AGAIN,
  EVIDENCE,
  BLOCKS,
  EXEMPTION,
  LABELS
};

enum { BLOCKED_MOST = 12 }; /* named in one block; the rest are counted */

static const char *const labels[LABELS] = {
  [REQUIREMENT] = N_("Requirement"), [WHERE] = N_("Where"),
  [EXPECTED] = N_("Expected"),       [GOT] = N_("Got"),
  [FINDING] = N_("Finding"),         [FIX] = N_("Put right"),
  [AGAIN] = N_("See again"),         [EVIDENCE] = N_("Evidence"),
  [BLOCKS] = N_("Blocks"),           [EXEMPTION] = N_("Exemption"),
};

static const char *const colours[] = {
  [SV_SHOW_FAIL] = "\x1B[1;31m",    [SV_SHOW_ERROR] = "\x1B[1;35m",
  [SV_SHOW_WARNING] = "\x1B[1;33m", [SV_SHOW_NOT_TESTED] = "\x1B[1m",
  [SV_SHOW_WAIVED] = "\x1B[1;34m",  [SV_SHOW_NOT_APPLICABLE] = "\x1B[2m",
  [SV_SHOW_PASS] = "\x1B[1;32m",
};

static unsigned label_column(void)
{
  size_t most = 0;
  for (size_t i = 0; i < LABELS; i++) {
    const char *text = sv_tr(labels[i]);
    const size_t columns = sv_utf8_length(text, strlen(text));
    most = columns > most ? columns : most;
  }
  return 2 + (unsigned)most + 2;
}

void sv_text_symbol(struct sv_buf *out, enum sv_display d, const struct sv_style *style)
{
  const struct sv_display_words *w = sv_display_words(d);
  if (style->colour)
    (void)sv_buf_adds(out, colours[d]);
  (void)sv_buf_adds(out, style->utf8 ? w->symbol : sv_tr(w->ascii));
  if (style->colour)
    (void)sv_buf_adds(out, "\x1B[0m");
}

bool sv_text_is_blocked(const struct sv_item *item)
{
  return item->display == SV_SHOW_NOT_TESTED && item->result_count > 0 &&
         item->results[0]->blocked_by;
}

/* What was blocked is named in the block of its cause. */
bool sv_text_wants_block(const struct sv_item *item)
{
  return !item->requirement->no_check && item->display != SV_SHOW_PASS &&
         item->display != SV_SHOW_NOT_APPLICABLE && !sv_text_is_blocked(item);
}

static void field(const struct sv_wrap *w, enum label label, const char *text)
{
  if (text && text[0])
    sv_wrap_field(w, sv_tr(labels[label]), text);
}

/* "must · technical · about: the target" */
static void add_marks(const struct sv_item *item, struct sv_buf *out)
{
  const struct sv_requirement_result *q = item->requirement;
  const char *who = sv_attribution_word(item->attribution);
  (void)sv_buf_addf(out, "%s \xC2\xB7 %s", sv_tr(sv_level_word(sv_requirement_level(q))),
                    sv_tr(sv_layer_lower(q->layer)));
  if (!who)
    return;
  (void)sv_buf_adds(out, " \xC2\xB7 ");
  (void)sv_say_words(out, N_("about: {who}"), "who", sv_tr(who), NULL);
}

/* Symbol, id and title to the left, marks to the right when there is room. */
static void heading(const struct sv_report *r, const struct sv_item *item,
                    const struct sv_style *style, struct sv_buf *out)
{
  const struct sv_requirement_result *q = item->requirement;
  struct sv_buf left = SV_BUF(SENTENCE_MAX);
  struct sv_buf right = SV_BUF(SENTENCE_MAX);
  const char *title = sv_say_text(&q->title, r->lang, NULL);
  (void)sv_escape_terminal(&left, q->id, strlen(q->id), SV_LINE);
  (void)sv_buf_adds(&left, "  ");
  (void)sv_escape_terminal(&left, title, sv_text_fit(title, strlen(title), 400), SV_LINE);
  add_marks(item, &right);
  const struct sv_display_words *w = sv_display_words(item->display);
  const char *symbol = style->utf8 ? w->symbol : sv_tr(w->ascii);
  const size_t length = sv_utf8_length(sv_buf_text(&left), left.size);
  const size_t used = sv_utf8_length(symbol, strlen(symbol)) + 1 + length;
  const size_t marks = sv_utf8_length(sv_buf_text(&right), right.size);
  const bool beside = style->width && used + 2 + marks <= style->width;
  const struct sv_wrap wrap = { .out = out, .column = 2, .width = style->width };
  sv_text_symbol(out, item->display, style);
  (void)sv_buf_adds(out, style->colour ? " \x1B[1m" : " ");
  if (beside)
    (void)sv_buf_adds(out, sv_buf_text(&left));
  else
    sv_wrap_flow(&wrap, (unsigned)(used - length), sv_buf_text(&left));
  (void)sv_buf_adds(out, style->colour ? "\x1B[0m" : "");
  sv_wrap_fill(out, " ", beside ? style->width - (unsigned)(used + marks) : 2);
  (void)sv_buf_adds(out, sv_buf_text(&right));
  (void)sv_buf_addc(out, '\n');
  (void)sv_buf_adds(out, "  ");
  sv_wrap_fill(out, style->utf8 ? "\xE2\x94\x80" : "-", style->width > 2 ? style->width - 2 : 70);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&left);
  sv_buf_free(&right);
}

static void requirement(const struct sv_report *r, const struct sv_item *item,
                        const struct sv_wrap *w)
{
  const struct sv_requirement_result *q = item->requirement;
  const char *statement = sv_say_text(&q->statement, r->lang, NULL);
  field(w, REQUIREMENT, statement[0] ? statement : sv_say_text(&q->title, r->lang, NULL));
  if (!q->norm.title)
    return;
  struct sv_buf source = SV_BUF(SENTENCE_MAX);
  (void)sv_buf_adds(&source, q->norm.title);
  if (q->norm.clause && q->norm.clause[0]) {
    (void)sv_buf_adds(&source, ", ");
    (void)sv_buf_adds(&source, q->norm.clause);
  }
  sv_wrap_field(w, "", sv_buf_text(&source));
  if (q->norm.url)
    sv_wrap_line(w, "", q->norm.url);
  sv_buf_free(&source);
}

/* Line N (from 1) of TEXT; NULL when there is none. */
static const char *line_at(const char *text, size_t n, size_t *size)
{
  for (; n > 1 && text; n--) {
    text = strchr(text, '\n');
    text = text ? text + 1 : NULL;
  }
  *size = text ? strcspn(text, "\n") : 0;
  return text;
}

/* Which part of a line is shown: all of it, or a window around the fault. */
struct window {
  const char *text;
  size_t size;
  unsigned mark;    /* columns from its begin to the fault; 0 and !marked: no fault in it */
  bool left, right; /* whether something is left out on that side */
  bool marked;
};

/* At most ROOM columns of the line, with COLUMN (from 1; 0: none) among them. */
static struct window window_of(const char *line, size_t size, size_t column, unsigned room)
{
  const size_t length = sv_utf8_length(line, size);
  const size_t begin = column > room - room / 4 && length > room ? column - room + room / 4 : 0;
  const size_t from = sv_utf8_skip(line, size, begin);
  const size_t to = from + sv_utf8_skip(line + from, size - from, room);
  return (struct window){ .text = line + from,
                          .size = to - from,
                          .mark = column ? (unsigned)(column - 1 - begin) : 0,
                          .left = begin > 0,
                          .right = to<size, .marked = column> 0 && column <= length + 1 };
}

/* The lines around the fault with a mark under its column. */
static void source(const struct sv_report *r, const struct sv_finding_record *f,
                   const struct sv_wrap *w, const struct sv_style *style)
{
  const struct sv_exchange_record *x = sv_view_exchange(r->run, f->exchange);
  if (!x || !x->excerpt || f->where.line == 0)
    return;
  const size_t first = f->where.line > 1 ? f->where.line - 1 : 1;
  const char *bar = style->utf8 ? "\xE2\x94\x82" : "|";
  const char *dots = style->utf8 ? "\xE2\x80\xA6" : "~";
  const unsigned room =
      style->width > w->column + 30 ? style->width - w->column - 10 : SOURCE_COLUMNS;
  for (size_t n = first; n < first + SOURCE_LINES; n++) {
    size_t size = 0;
    const char *line = line_at(x->excerpt, n, &size);
    if (!line)
      return;
    const struct window s = window_of(line, size, n == f->where.line ? f->where.column : 0, room);
    sv_wrap_fill(w->out, " ", w->column);
    (void)sv_buf_addf(w->out, "%5zu %s%s", n, bar, s.left ? dots : " ");
    (void)sv_escape_terminal(w->out, s.text, s.size, SV_LINE);
    (void)sv_buf_addf(w->out, "%s\n", s.right ? dots : "");
    if (!s.marked)
      continue;
    sv_wrap_fill(w->out, " ", w->column);
    (void)sv_buf_addf(w->out, "      %s ", bar);
    sv_wrap_fill(w->out, " ", s.mark);
    (void)sv_buf_adds(w->out, style->colour ? "\x1B[1;31m^\x1B[0m\n" : "^\n");
  }
}

static void evidence(const struct sv_report *r, const struct sv_finding_record *f,
                     const struct sv_result *result, const struct sv_wrap *w)
{
  const struct sv_exchange_record *x = sv_view_exchange(r->run, f->exchange);
  struct sv_buf text = SV_BUF(SENTENCE_MAX);
  if (f->evidence_count)
    (void)sv_buf_adds(&text, f->evidence[0]);
  else if (x && x->body_sha256)
    (void)sv_buf_addf(&text, "sha256:%s", x->body_sha256);
  if (x) {
    (void)sv_buf_adds(&text, text.size ? " \xC2\xB7 " : "");
    struct sv_buf number = SV_BUF(64);
    struct sv_buf size = SV_BUF(64);
    (void)sv_buf_addf(&number, "%u", x->n);
    (void)sv_human_size(&size, x->body_size, r->lang);
    (void)sv_say_words(&text, N_("request {number}, answer of {size}"), "number",
                       sv_buf_text(&number), "size", sv_buf_text(&size), NULL);
    sv_buf_free(&number);
    sv_buf_free(&size);
  }
  (void)sv_buf_addf(&text, "%s%s", text.size ? " \xC2\xB7 " : "", result->check);
  field(w, EVIDENCE, sv_buf_text(&text));
  sv_buf_free(&text);
}

static void finding(const struct sv_report *r, const struct sv_item *item,
                    const struct sv_distinct *d, const struct sv_wrap *w,
                    const struct sv_style *style)
{
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  const struct sv_finding_record *f = d->finding;
  (void)sv_say_finding(r, f, &text);
  field(w, FINDING, sv_buf_text(&text));
  sv_buf_cut(&text, 0);
  (void)sv_say_place(r, f, d->result->endpoint, &text);
  field(w, WHERE, text.size ? sv_buf_text(&text) : r->run->target.name);
  sv_buf_cut(&text, 0);
  if (f->expected)
    (void)sv_say_part(f, f->expected, &text);
  else
    (void)sv_buf_adds(&text, sv_say_text(&item->requirement->title, r->lang, NULL));
  field(w, EXPECTED, sv_buf_text(&text));
  sv_buf_cut(&text, 0);
  (void)sv_say_actual(r, f, &text);
  field(w, GOT, sv_buf_text(&text));
  source(r, f, w, style);
  sv_buf_cut(&text, 0);
  if (f->hint)
    (void)sv_say_part(f, f->hint, &text);
  else
    (void)sv_say_words(&text, N_("See: samsvar explain {id}"), "id", item->requirement->id, NULL);
  field(w, FIX, sv_buf_text(&text));
  const struct sv_exchange_record *x = sv_view_exchange(r->run, f->exchange);
  if (x && x->curl)
    sv_wrap_line(w, sv_tr(labels[AGAIN]), x->curl);
  evidence(r, f, d->result, w);
  sv_buf_cut(&text, 0);
  (void)sv_say_also(d, &text);
  if (text.size)
    sv_wrap_field(w, "", sv_buf_text(&text));
  sv_buf_free(&text);
}

/* What stands in place of findings when there are none. */
static void reason(const struct sv_report *r, const struct sv_item *item, const struct sv_wrap *w)
{
  const struct sv_result *first = item->result_count ? item->results[0] : NULL;
  const struct sv_endpoint_record *e = first ? sv_view_endpoint(r->run, first->endpoint) : NULL;
  const char *why = item->requirement->reason ? item->requirement->reason : N_("not run");
  struct sv_buf text = SV_BUF(SENTENCE_MAX);
  field(w, WHERE, e ? e->url : r->run->target.name);
  field(w, EXPECTED, sv_say_text(&item->requirement->title, r->lang, NULL));
  (void)sv_buf_adds(&text, sv_tr(why));
  if (first && first->blocked_by)
    (void)sv_buf_addf(&text, ": %s", first->blocked_by);
  field(w, GOT, sv_buf_text(&text));
  sv_buf_cut(&text, 0);
  (void)sv_say_words(&text, N_("See: samsvar explain {id}"), "id", item->requirement->id, NULL);
  field(w, FIX, sv_buf_text(&text));
  sv_buf_free(&text);
}

bool sv_text_blocks(const struct sv_item *cause, const struct sv_item *blocked)
{
  if (cause == blocked || blocked->requirement->no_check || !sv_text_is_blocked(blocked))
    return false;
  for (size_t i = 0; i < cause->result_count; i++) {
    const struct sv_result *r = cause->results[i];
    if ((r->outcome == SV_FAILED || r->outcome == SV_CANT_TELL) &&
        strcmp(r->check, blocked->results[0]->blocked_by) == 0)
      return true;
  }
  return false;
}

/* The requirements that could not be judged because of this one. */
static void blocked(const struct sv_report *r, const struct sv_item *item, const struct sv_wrap *w)
{
  struct sv_buf list = SV_BUF(SENTENCE_MAX);
  struct sv_buf number = SV_BUF(64);
  size_t count = 0;
  for (size_t i = 0; i < r->view->count; i++) {
    const struct sv_item *other = &r->view->items[i];
    if (!sv_text_blocks(item, other))
      continue;
    if (count++ < BLOCKED_MOST)
      (void)sv_buf_addf(&list, "%s%s", list.size ? ", " : "", other->requirement->id);
  }
  if (count > BLOCKED_MOST) {
    (void)sv_human_number(&number, count - BLOCKED_MOST, r->lang);
    (void)sv_buf_addc(&list, ' ');
    (void)sv_say_words(&list, N_("and {count} more requirements"), "count", sv_buf_text(&number),
                       NULL);
  }
  field(w, BLOCKS, sv_buf_text(&list));
  sv_buf_free(&number);
  sv_buf_free(&list);
}

static void exemption(const struct sv_report *r, const struct sv_item *item,
                      const struct sv_wrap *w)
{
  const struct sv_waiver *v = item->requirement->waiver;
  if (!v)
    return;
  struct sv_buf text = SV_BUF(SENTENCE_MAX);
  struct sv_buf date = SV_BUF(64);
  (void)sv_human_date(&date, v->expires, r->lang);
  (void)sv_say_words(&text,
                     v->expired ? N_("expired {date}: {reason} ({owner})")
                                : N_("until {date}: {reason} ({owner})"),
                     "date", sv_buf_text(&date), "reason", v->reason, "owner", v->owner, NULL);
  field(w, EXEMPTION, sv_buf_text(&text));
  sv_buf_free(&date);
  sv_buf_free(&text);
}

enum sv_status sv_text_block(const struct sv_report *r, const struct sv_item *item,
                             const struct sv_style *style, size_t most, struct sv_buf *out)
{
  const struct sv_wrap w = {
    .out = out, .indent = 2, .column = label_column(), .width = style->width, .faint = style->colour
  };
  heading(r, item, style, out);
  requirement(r, item, &w);
  struct sv_distinct list[SV_DISTINCT_MAX];
  size_t rest = 0;
  const size_t shown =
      sv_item_distinct(item, list, most < SV_DISTINCT_MAX ? most : SV_DISTINCT_MAX, &rest);
  for (size_t i = 0; i < shown; i++) {
    if (i)
      (void)sv_buf_addc(out, '\n');
    finding(r, item, &list[i], &w, style);
  }
  if (shown == 0)
    reason(r, item, &w);
  if (rest) {
    struct sv_buf number = SV_BUF(64);
    (void)sv_human_number(&number, rest, r->lang);
    (void)sv_buf_adds(out, "  ");
    (void)sv_say_words(out, N_("\xE2\x80\xA6 and {count} more of the same requirement"), "count",
                       sv_buf_text(&number), NULL);
    (void)sv_buf_addc(out, '\n');
    sv_buf_free(&number);
  }
  blocked(r, item, &w);
  exemption(r, item, &w);
  return out->failed;
}

void sv_text_counts(const struct sv_view *view, const struct sv_style *style, struct sv_buf *out)
{
  static const enum sv_display order[] = { SV_SHOW_PASS,          SV_SHOW_FAIL,
                                           SV_SHOW_WARNING,       SV_SHOW_ERROR,
                                           SV_SHOW_WAIVED,        SV_SHOW_NOT_TESTED,
                                           SV_SHOW_NOT_APPLICABLE };
  bool any = false;
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
    const uint32_t n = view->shown[order[i]];
    if (n == 0)
      continue;
    const struct sv_display_words *w = sv_display_words(order[i]);
    (void)sv_buf_addf(out, "%s%u %s",
                      !any          ? ""
                      : style->utf8 ? " \xC2\xB7 "
                                    : ", ",
                      n, sv_plural(n, w->lower, w->lowers));
    any = true;
  }
}

void sv_text_changes(const struct sv_diff *diff, const char *dot, struct sv_buf *out)
{
  bool any = false;
  for (int c = SV_CHANGE_NEW; c <= SV_CHANGE_SAME; c++) {
    if (diff->counts[c] == 0)
      continue;
    (void)sv_buf_addf(out, "%s%s: %u", any ? dot : "", sv_tr(sv_change_word((enum sv_change)c)),
                      diff->counts[c]);
    any = true;
  }
}

static void head(const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_run *run = r->run;
  const struct sv_style style = SV_STYLE_FILE;
  struct sv_buf when = SV_BUF(256);
  (void)sv_human_time(&when, run->started, r->lang);
  (void)sv_escape_terminal(out, run->target.name, strlen(run->target.name), SV_LINE);
  (void)sv_buf_adds(out, "\n");
  const char *title = sv_say_text(&run->profile.title, r->lang, NULL);
  title = title[0] ? title : run->profile.id;
  (void)sv_escape_terminal(out, title, strlen(title), SV_LINE);
  (void)sv_buf_addc(out, ' ');
  (void)sv_escape_terminal(out, run->profile.version, strlen(run->profile.version), SV_LINE);
  (void)sv_buf_addf(out, ", %s\n\n", sv_buf_text(&when));
  (void)sv_buf_addf(out, "%s. ", sv_tr(sv_verdict_word(run->verdict.value)));
  struct sv_buf judged = SV_BUF(64);
  struct sv_buf applicable = SV_BUF(64);
  (void)sv_human_number(&judged, run->verdict.judged, r->lang);
  (void)sv_human_number(&applicable, run->verdict.applicable, r->lang);
  (void)sv_say_words(out, N_("{judged} of {applicable} requirements shown."), "judged",
                     sv_buf_text(&judged), "applicable", sv_buf_text(&applicable), NULL);
  (void)sv_buf_addc(out, ' ');
  sv_text_counts(r->view, &style, out);
  (void)sv_buf_addc(out, '\n');
  if (run->diff) {
    sv_buf_cut(&when, 0);
    (void)sv_human_time(&when, run->diff->started, r->lang);
    (void)sv_say_words(out, N_("Since {time}"), "time", sv_buf_text(&when), NULL);
    (void)sv_buf_adds(out, ": ");
    sv_text_changes(run->diff, " \xC2\xB7 ", out);
    (void)sv_buf_addc(out, '\n');
  }
  sv_buf_free(&judged);
  sv_buf_free(&applicable);
  sv_buf_free(&when);
}

enum sv_status sv_text_render(const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_style style = SV_STYLE_FILE;
  head(r, out);
  sv_apart_text(r, &style, out);
  sv_areas_text(r, &style, out);
  for (size_t i = 0; i < r->view->count; i++) {
    const struct sv_item *item = r->view->worst[i];
    if (!sv_text_wants_block(item))
      continue;
    (void)sv_buf_addc(out, '\n');
    SV_TRY(sv_text_block(r, item, &style, SV_DISTINCT_MAX, out));
  }
  return sv_apart_blocks(r, &style, out);
}
