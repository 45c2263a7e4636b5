// SPDX-License-Identifier: Apache-2.0
/* What stands beside the verdict, told so that nobody takes it for a part of it. */
#include "reports/apart.h"

#include "reports/human.h"
#include "reports/say.h"
#include "reports/wrap.h"

enum { NUMBER = 64 };

/* How a result is shown that does not count: a failure is a warning at most. */
static const enum sv_display shows[] = {
  [SV_INAPPLICABLE] = SV_SHOW_NOT_APPLICABLE,
  [SV_PASSED] = SV_SHOW_PASS,
  [SV_UNTESTED] = SV_SHOW_NOT_TESTED,
  [SV_CANT_TELL] = SV_SHOW_ERROR,
  [SV_FAILED] = SV_SHOW_WARNING,
};

/* The level of the most serious of the checks that failed, when it is less than the requirement's;
 * else 0. */
static enum sv_level lesser(const struct sv_item *item)
{
  enum sv_level level = SV_MAY;
  for (size_t i = 0; i < item->result_count; i++)
    if (item->results[i]->outcome == SV_FAILED && item->results[i]->level < level)
      level = item->results[i]->level;
  return level > item->requirement->level ? level : (enum sv_level)0;
}

/* A copy of ITEM as it would be if it counted, but for its display. */
static enum sv_status put_aside(struct sv_view *v, const struct sv_item *item)
{
  struct sv_requirement_result *q = sv_arena_calloc(&v->arena, 1, sizeof *q);
  if (!q)
    return SV_NO_MEMORY;
  *q = *item->requirement;
  q->outcome = SV_FAILED;
  q->attribution = SV_TARGET;
  q->reason = NULL;
  q->lesser = lesser(item);
  q->no_check = false;
  struct sv_item *copy = &v->aside[v->aside_count++];
  *copy = *item;
  copy->requirement = q;
  copy->display = SV_SHOW_WARNING;
  copy->attribution = SV_TARGET;
  copy->gates = false;
  return SV_OK;
}

enum sv_status sv_apart_find(struct sv_view *v)
{
  v->aside = sv_arena_calloc(&v->arena, v->unread + 1, sizeof *v->aside);
  if (!v->aside)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < v->count; i++) {
    struct sv_item *item = &v->items[i];
    if (item->requirement->seen || item->result_count == 0)
      continue;
    item->said = shows[item->results[0]->outcome];
    if (item->results[0]->outcome == SV_FAILED)
      SV_TRY(put_aside(v, item));
  }
  return SV_OK;
}

const char *sv_apart_uncovered(const struct sv_view *v)
{
  return v->uncovered == 1 ? N_("No check covers {count} further requirement of the profile.")
                           : N_("No check covers {count} further requirements of the profile.");
}

const char *sv_apart_unread(const struct sv_view *v)
{
  return v->unread == 1 ? N_("{count} further requirement never decides: its source has not been "
                             "read.")
                        : N_("{count} further requirements never decide: their sources have not "
                             "been read.");
}

const char *sv_apart_not_met(const struct sv_view *v)
{
  return v->aside_count == 1 ? N_("{count} requirement that never decides is not met:")
                             : N_("{count} requirements that never decide are not met:");
}

static void line(const struct sv_report *r, const struct sv_style *style, size_t count,
                 const char *msgid, struct sv_buf *out)
{
  const struct sv_wrap w = { .out = out, .width = style->width };
  struct sv_buf number = SV_BUF(NUMBER);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  if (count == 0)
    return;
  (void)sv_human_number(&number, count, r->lang);
  (void)sv_say_words(&text, msgid, "count", sv_buf_text(&number), NULL);
  sv_wrap_flow(&w, 0, sv_buf_text(&text));
  sv_buf_free(&number);
  sv_buf_free(&text);
}

void sv_apart_text(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out)
{
  const struct sv_view *v = r->view;
  line(r, style, v->unanswered,
       v->unanswered == 1 ? N_("{count} further requirement waits for somebody's answer "
                               "(--answers).")
                          : N_("{count} further requirements wait for somebody's answer "
                               "(--answers)."),
       out);
  line(r, style, v->uncovered, sv_apart_uncovered(v), out);
  line(r, style, v->unread, sv_apart_unread(v), out);
}

enum sv_status sv_apart_blocks(const struct sv_report *r, const struct sv_style *style,
                               struct sv_buf *out)
{
  if (r->view->aside_count)
    (void)sv_buf_addc(out, '\n');
  line(r, style, r->view->aside_count, sv_apart_not_met(r->view), out);
  for (size_t i = 0; i < r->view->aside_count; i++) {
    (void)sv_buf_addc(out, '\n');
    SV_TRY(sv_text_block(r, &r->view->aside[i], style, SV_DISTINCT_MAX, out));
  }
  return out->failed;
}
