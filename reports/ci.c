// SPDX-License-Identifier: Apache-2.0
/* What a requirement is to CI. */
#include "reports/ci.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "reports/say.h"
#include "reports/words.h"

#include <string.h>

enum { NAME_MOST = 400, GROUP_MOST = 63 };

enum sv_ci sv_ci_of(const struct sv_report *r, const struct sv_item *item)
{
  if (item->gates && r->run->verdict.exit_code != 0)
    return item->requirement->outcome == SV_FAILED ? SV_CI_FAILED : SV_CI_ERROR;
  if (item->display == SV_SHOW_PASS || item->display == SV_SHOW_WARNING ||
      item->display == SV_SHOW_FAIL)
    return SV_CI_PASSED;
  return SV_CI_SKIPPED;
}

bool sv_ci_is_red(const struct sv_report *r, const struct sv_item *item)
{
  return sv_ci_of(r, item) >= SV_CI_ERROR;
}

const char *sv_ci_run_reason(const struct sv_report *r)
{
  if (r->run->verdict.exit_code == 0)
    return NULL;
  for (size_t i = 0; i < r->view->count; i++)
    if (sv_ci_is_red(r, &r->view->items[i]))
      return NULL;
  const struct sv_run_events *e = &r->run->events;
  if (e->interrupted)
    return N_("The run was interrupted before everything was tested.");
  if (e->internal)
    return N_("samsvar or a plugin broke, so that the run is not whole.");
  if (e->configuration)
    return N_("The configuration is wrong.");
  if (e->unreachable)
    return N_("The target could not be reached.");
  return N_("Too little of what applies could be judged.");
}

void sv_ci_name(const struct sv_item *item, struct sv_buf *out)
{
  const struct sv_requirement_result *q = item->requirement;
  const char *title = sv_say_text(&q->title, SV_NB, NULL);
  struct sv_buf text = SV_BUF(8 * NAME_MOST);
  (void)sv_escape_terminal(&text, q->id, sv_text_fit(q->id, strlen(q->id), NAME_MOST), SV_LINE);
  (void)sv_buf_addc(&text, ' ');
  (void)sv_escape_terminal(&text, title, sv_text_fit(title, strlen(title), NAME_MOST), SV_LINE);
  (void)sv_buf_add(out, sv_buf_text(&text), sv_text_fit(sv_buf_text(&text), text.size, NAME_MOST));
  sv_buf_free(&text);
}

void sv_ci_message(const struct sv_report *r, const struct sv_item *item, size_t most,
                   struct sv_buf *out)
{
  const size_t begin = out->size;
  struct sv_buf said = SV_BUF(SV_SCRATCH);
  if (item->display == SV_SHOW_WAIVED)
    (void)sv_buf_addf(&said, "%s: %s", sv_tr(sv_display_words(SV_SHOW_WAIVED)->word),
                      item->requirement->waiver->reason);
  else
    (void)sv_say_item(r, item, &said);
  if (said.size == 0)
    (void)sv_buf_adds(&said, sv_tr(sv_display_words(item->display)->word));
  (void)sv_escape_terminal(out, sv_buf_text(&said),
                           sv_text_fit(sv_buf_text(&said), said.size, most), SV_LINE);
  if (!out->failed && out->size > begin + most)
    sv_buf_cut(out, begin + sv_text_fit(out->data + begin, out->size - begin, most));
  sv_buf_free(&said);
}

void sv_ci_group(const struct sv_requirement_result *q, struct sv_buf *out)
{
  const char *begin = q->id;
  size_t size = strlen(q->id);
  const char *dot = q->check_count ? strchr(q->checks[0], '.') : NULL;
  const char *hyphen = strrchr(q->id, '-');
  if (q->mode == SV_MANUAL) { /* apart from what samsvar has judged */
    begin = "manual";
    size = strlen(begin);
  } else if (dot) {
    begin = dot + 1;
    size = strcspn(begin, ".");
  } else if (q->area && q->area[0]) {
    begin = q->area;
    size = strlen(begin);
  } else if (hyphen) {
    size = (size_t)(hyphen - q->id);
  }
  size = size < GROUP_MOST ? size : GROUP_MOST;
  for (size_t i = 0; i < size; i++)
    (void)sv_buf_addc(out, (char)(sv_is_alnum((unsigned char)begin[i]) ? begin[i] : '-'));
}

const struct sv_diff_row *sv_ci_change(const struct sv_report *r, const struct sv_item *item)
{
  return sv_diff_find(r->run->diff, item->requirement->id);
}
