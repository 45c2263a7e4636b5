// SPDX-License-Identifier: Apache-2.0
/* Sums by layer, area and life event as lines of text. */
#include "reports/areas.h"

#include "engines/base/utf8.h"
#include "reports/human.h"
#include "reports/say.h"
#include "reports/words.h"
#include "reports/wrap.h"

#include <string.h>

enum { NUMBER = 64, AREAS_MAX = 64 };

/* One line to be: what it is called, and how it went. */
struct line {
  const char *name;
  const struct sv_totals *totals;
};

static uint32_t applicable(const struct sv_totals *t)
{
  return t->passed + t->failed + t->waived + t->cant_tell + t->untested;
}

/* TEXT and the end of the line, broken where STYLE is too narrow. */
static void put_text(const struct sv_style *style, const struct sv_buf *text, struct sv_buf *out)
{
  const struct sv_wrap w = { .out = out, .column = 2, .width = style->width };
  sv_wrap_flow(&w, 0, sv_buf_text(text));
}

/* "2 requirements have been judged by people, with answers that hold." */
static void people(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out)
{
  struct sv_buf number = SV_BUF(NUMBER);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  uint32_t count = 0;
  for (size_t i = 0; i < r->view->count; i++) {
    const struct sv_requirement_result *q = r->view->items[i].requirement;
    count += q->mode == SV_MANUAL && q->declared && !q->no_check;
  }
  if (count == 0)
    return;
  (void)sv_human_number(&number, count, r->lang);
  (void)sv_say_words(&text,
                     count == 1 ? N_("{count} requirement was judged by people, not by samsvar.")
                                : N_("{count} requirements were judged by people, not by samsvar."),
                     "count", sv_buf_text(&number), NULL);
  put_text(style, &text, out);
  sv_buf_free(&number);
  sv_buf_free(&text);
}

/* "Maturity: legal ad hoc · technical essential"; nothing without a level. */
static void maturity(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out)
{
  const struct sv_verdict *v = &r->run->verdict;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  for (size_t i = 0; i < v->layer_count; i++) {
    if (!v->layers[i].maturity.level)
      continue;
    if (text.size)
      (void)sv_buf_adds(&text, style->utf8 ? " \xC2\xB7 " : ", ");
    else
      (void)sv_buf_addf(&text, "%s: ", sv_tr(N_("Maturity")));
    (void)sv_buf_addf(&text, "%s %s", sv_tr(sv_layer_lower(v->layers[i].layer)),
                      sv_tr(sv_maturity_word(v->layers[i].maturity.level)));
  }
  if (text.size)
    put_text(style, &text, out);
  sv_buf_free(&text);
}

/* How it went, in words. */
static void say_totals(const struct sv_report *r, const struct sv_totals *t, struct sv_buf *out)
{
  struct sv_buf met = SV_BUF(NUMBER), of = SV_BUF(NUMBER), missing = SV_BUF(NUMBER);
  const uint32_t unknown = t->cant_tell + t->untested;
  (void)sv_human_number(&met, t->passed, r->lang);
  (void)sv_human_number(&of, applicable(t), r->lang);
  (void)sv_human_number(&missing, unknown, r->lang);
  (void)sv_say_words(out,
                     unknown ? N_("{met} of {count} fulfilled, {unknown} not shown")
                             : N_("{met} of {count} fulfilled"),
                     "met", sv_buf_text(&met), "count", sv_buf_text(&of), "unknown",
                     sv_buf_text(&missing), NULL);
  sv_buf_free(&met);
  sv_buf_free(&of);
  sv_buf_free(&missing);
}

/* The name and how it went, beside each other from column COLUMN on; 0: under each other. */
static void put_line(const struct sv_report *r, const struct line *l, size_t column,
                     struct sv_buf *out)
{
  const char *name = sv_tr(l->name);
  const size_t used = sv_utf8_length(name, strlen(name));
  (void)sv_buf_addf(out, "  %s%s", name, column ? "" : "\n");
  sv_wrap_fill(out, " ", column ? (unsigned)(column - used) : 4);
  say_totals(r, l->totals, out);
  (void)sv_buf_addc(out, '\n');
}

static void put_lines(const struct sv_report *r, const struct sv_style *style, const char *title,
                      const struct line *lines, size_t count, struct sv_buf *out)
{
  size_t column = 0;
  size_t longest = 0;
  for (size_t i = 0; i < count; i++) {
    const char *name = sv_tr(lines[i].name);
    const size_t used = sv_utf8_length(name, strlen(name)) + 2;
    struct sv_buf text = SV_BUF(SV_SCRATCH);
    say_totals(r, lines[i].totals, &text);
    const size_t said = sv_utf8_length(sv_buf_text(&text), text.size);
    column = used > column ? used : column;
    longest = said > longest ? said : longest;
    sv_buf_free(&text);
  }
  if (style->width && 2 + column + longest > style->width)
    column = 0;
  if (count)
    (void)sv_buf_addf(out, "%s\n", sv_tr(title));
  for (size_t i = 0; i < count; i++)
    put_line(r, &lines[i], column, out);
}

/* The areas in the order of the model. */
static void areas(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out)
{
  const struct sv_verdict *v = &r->run->verdict;
  struct line lines[AREAS_MAX];
  size_t count = 0;
  for (size_t i = 0; i < sv_capability_count && count < AREAS_MAX; i++)
    for (size_t k = 0; k < v->capability_count; k++)
      if (strcmp(v->capabilities[k].id, sv_capabilities[i].id) == 0 &&
          applicable(&v->capabilities[k].totals))
        lines[count++] = (struct line){ sv_capabilities[i].name, &v->capabilities[k].totals };
  put_lines(r, style, N_("By area of the capability model"), lines, count, out);
}

static void life_events(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out)
{
  const struct sv_verdict *v = &r->run->verdict;
  struct line lines[AREAS_MAX];
  size_t count = 0;
  for (size_t i = 0; i < v->life_event_count && count < AREAS_MAX; i++)
    if (applicable(&v->life_events[i].totals))
      lines[count++] =
          (struct line){ sv_life_event_word(v->life_events[i].code), &v->life_events[i].totals };
  put_lines(r, style, N_("By life event"), lines, count, out);
}

void sv_areas_text(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out)
{
  people(r, style, out);
  maturity(r, style, out);
  areas(r, style, out);
  life_events(r, style, out);
}
