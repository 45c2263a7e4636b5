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

/* "2 requirements have been judged by people, with answers that hold." */
static void people(const struct sv_report *r, struct sv_buf *out)
{
  struct sv_buf number = SV_BUF(NUMBER);
  uint32_t count = 0;
  for (size_t i = 0; i < r->view->count; i++) {
    const struct sv_requirement_result *q = r->view->items[i].requirement;
    count += q->mode == SV_MANUAL && q->declared && !q->no_check;
  }
  if (count == 0)
    return;
  (void)sv_human_number(&number, count, r->lang);
  (void)sv_say_words(out,
                     count == 1 ? N_("{count} requirement was judged by people, not by samsvar.")
                                : N_("{count} requirements were judged by people, not by samsvar."),
                     "count", sv_buf_text(&number), NULL);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&number);
}

/* "Maturity: legal ad hoc · technical essential"; nothing without a level. */
static void maturity(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out)
{
  const struct sv_verdict *v = &r->run->verdict;
  bool any = false;
  for (size_t i = 0; i < v->layer_count; i++) {
    if (!v->layers[i].maturity.level)
      continue;
    if (any)
      (void)sv_buf_adds(out, style->utf8 ? " \xC2\xB7 " : ", ");
    else
      (void)sv_buf_addf(out, "%s: ", sv_tr(N_("Maturity")));
    (void)sv_buf_addf(out, "%s %s", sv_tr(sv_layer_lower(v->layers[i].layer)),
                      sv_tr(sv_maturity_word(v->layers[i].maturity.level)));
    any = true;
  }
  if (any)
    (void)sv_buf_addc(out, '\n');
}

static void put_line(const struct sv_report *r, const struct line *l, size_t column,
                     struct sv_buf *out)
{
  struct sv_buf met = SV_BUF(NUMBER), of = SV_BUF(NUMBER), missing = SV_BUF(NUMBER);
  const char *name = sv_tr(l->name);
  const size_t used = sv_utf8_length(name, strlen(name));
  const uint32_t unknown = l->totals->cant_tell + l->totals->untested;
  (void)sv_human_number(&met, l->totals->passed, r->lang);
  (void)sv_human_number(&of, applicable(l->totals), r->lang);
  (void)sv_human_number(&missing, unknown, r->lang);
  (void)sv_buf_addf(out, "  %s", name);
  sv_wrap_fill(out, " ", (unsigned)(column - used));
  (void)sv_say_words(out,
                     unknown ? N_("{met} of {count} fulfilled, {unknown} not shown")
                             : N_("{met} of {count} fulfilled"),
                     "met", sv_buf_text(&met), "count", sv_buf_text(&of), "unknown",
                     sv_buf_text(&missing), NULL);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&met);
  sv_buf_free(&of);
  sv_buf_free(&missing);
}

static void put_lines(const struct sv_report *r, const char *title, const struct line *lines,
                      size_t count, struct sv_buf *out)
{
  size_t column = 0;
  for (size_t i = 0; i < count; i++) {
    const char *name = sv_tr(lines[i].name);
    const size_t used = sv_utf8_length(name, strlen(name)) + 2;
    column = used > column ? used : column;
  }
  if (count)
    (void)sv_buf_addf(out, "%s\n", sv_tr(title));
  for (size_t i = 0; i < count; i++)
    put_line(r, &lines[i], column, out);
}

/* The areas in the order of the model. */
static void areas(const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_verdict *v = &r->run->verdict;
  struct line lines[AREAS_MAX];
  size_t count = 0;
  for (size_t i = 0; i < sv_capability_count && count < AREAS_MAX; i++)
    for (size_t k = 0; k < v->capability_count; k++)
      if (strcmp(v->capabilities[k].id, sv_capabilities[i].id) == 0 &&
          applicable(&v->capabilities[k].totals))
        lines[count++] = (struct line){ sv_capabilities[i].name, &v->capabilities[k].totals };
  put_lines(r, N_("By area of the capability model"), lines, count, out);
}

static void life_events(const struct sv_report *r, struct sv_buf *out)
{
  const struct sv_verdict *v = &r->run->verdict;
  struct line lines[AREAS_MAX];
  size_t count = 0;
  for (size_t i = 0; i < v->life_event_count && count < AREAS_MAX; i++)
    if (applicable(&v->life_events[i].totals))
      lines[count++] =
          (struct line){ sv_life_event_word(v->life_events[i].code), &v->life_events[i].totals };
  put_lines(r, N_("By life event"), lines, count, out);
}

void sv_areas_text(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out)
{
  people(r, out);
  maturity(r, style, out);
  areas(r, out);
  life_events(r, out);
}
