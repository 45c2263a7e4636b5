// SPDX-License-Identifier: Apache-2.0
/* For spreadsheets: one row a requirement. The names of the columns and the stable words are
 * English whatever the language, so that a formula or a script holds for all. */
#include "reports/formats.h"

#include "engines/base/escape.h"
#include "reports/ci.h"
#include "reports/say.h"
#include "reports/words.h"

#include <string.h>

enum { FIELD_MOST = 8000 };

static const char bom[] = "\xEF\xBB\xBF";

static void field(struct sv_buf *out, const char *text)
{
  const char last = out->size ? out->data[out->size - 1] : '\n';
  if (last != '\n')
    (void)sv_buf_addc(out, ';');
  text = text ? text : "";
  (void)sv_escape_csv(out, text, sv_text_fit(text, strlen(text), FIELD_MOST), SV_LINE);
}

static void number(struct sv_buf *out, uint64_t n)
{
  (void)sv_buf_addf(out, ";%llu", (unsigned long long)n);
}

static void row(const struct sv_report *r, const struct sv_item *item, struct sv_buf *out)
{
  const struct sv_requirement_result *q = item->requirement;
  const struct sv_diff_row *change = sv_ci_change(r, item);
  const struct sv_result *result = item->result_count ? item->results[0] : NULL;
  const struct sv_finding_record *f = sv_item_finding(item, &result);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  field(out, q->id);
  field(out, sv_layer_name(q->layer));
  field(out, sv_level_name(sv_requirement_level(q)));
  field(out, sv_tr(sv_display_words(item->display)->word));
  field(out, item->display == SV_SHOW_WAIVED ? "waived" : sv_outcome_name(q->outcome));
  field(out, sv_attribution_name(item->attribution));
  field(out, sv_ci_is_red(r, item) ? "yes" : "no");
  field(out, change ? sv_change_name(change->change) : r->run->diff ? "same" : "");
  field(out, change ? change->since : "");
  field(out, sv_say_text(&q->title, r->lang, NULL));
  (void)sv_say_item(r, item, &text);
  field(out, sv_buf_text(&text));
  sv_buf_cut(&text, 0);
  if (f)
    (void)sv_say_place(r, f, result->endpoint, &text);
  field(out, sv_buf_text(&text));
  sv_buf_cut(&text, 0);
  if (f && f->hint)
    (void)sv_say_part(f, f->hint, &text);
  field(out, sv_buf_text(&text));
  number(out, sv_item_finding_count(item));
  field(out, result ? result->check : "");
  field(out, result ? result->endpoint : "");
  field(out, q->norm.title);
  field(out, q->norm.clause);
  field(out, q->norm.url);
  field(out, q->waiver ? q->waiver->expires : "");
  (void)sv_buf_adds(out, "\r\n");
  sv_buf_free(&text);
}

enum sv_status sv_csv_render(const struct sv_report *r, struct sv_buf *out)
{
  (void)sv_buf_adds(out, bom);
  (void)sv_buf_adds(out, "requirement;layer;level;status;outcome;attribution;gates;change;since;"
                         "title;message;where;fix;findings;check;endpoint;norm;clause;url;"
                         "waiverExpires\r\n");
  for (size_t i = 0; i < r->view->count && !out->failed; i++)
    row(r, &r->view->items[i], out);
  return out->failed;
}
