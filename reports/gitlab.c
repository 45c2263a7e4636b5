// SPDX-License-Identifier: Apache-2.0
/* GitLab code quality: "major" and worse are what gates, "minor" and "info" are not. */
#include "reports/formats.h"

#include "reports/problem.h"
#include "reports/put.h"

#include <stdlib.h>
#include <string.h>

enum { MESSAGE_MOST = 500 };

static void entry(struct sv_emit *e, const char *name, const char *message, const char *fingerprint,
                  const char *severity, const struct sv_finding_record *f)
{
  struct sv_buf path = SV_BUF(SV_SCRATCH);
  uint32_t line = 1;
  uint32_t column = 0;
  sv_problem_path(f, &path, &line, &column);
  sv_emit_open(e, NULL, '{');
  sv_put_text(e, "check_name", name, SV_LINE, MESSAGE_MOST);
  sv_emit_text(e, "description", message);
  sv_emit_text(e, "fingerprint", fingerprint);
  sv_emit_open(e, "location", '{');
  sv_emit_open(e, "lines", '{');
  sv_emit_number(e, "begin", line);
  sv_emit_close(e, '}');
  sv_emit_text(e, "path", sv_buf_text(&path));
  sv_emit_close(e, '}');
  sv_emit_text(e, "severity", severity);
  sv_emit_close(e, '}');
  sv_buf_free(&path);
}

static void message_head(const struct sv_item *item, struct sv_buf *out)
{
  sv_put_clean(out, item->requirement->id, SV_LINE, MESSAGE_MOST);
  (void)sv_buf_adds(out, ": ");
}

/* A requirement that could not be judged and gates: no finding about the target, one entry. */
static enum sv_status unjudged(const struct sv_report *r, const struct sv_item *item,
                               struct sv_emit *e)
{
  char fingerprint[33];
  struct sv_buf text = SV_BUF(16 * MESSAGE_MOST);
  SV_TRY(sv_fingerprint(item->requirement->id, r->run->target.id, "", fingerprint));
  message_head(item, &text);
  sv_ci_message(r, item, MESSAGE_MOST, &text);
  entry(e, item->requirement->id, sv_buf_text(&text), fingerprint, "major", NULL);
  sv_buf_free(&text);
  return SV_OK;
}

static enum sv_status problems(const struct sv_report *r, const struct sv_item *item,
                               struct sv_problem *list, struct sv_emit *e)
{
  const struct sv_requirement_result *q = item->requirement;
  const char *severity = sv_ci_is_red(r, item)               ? "major"
                         : sv_requirement_level(q) == SV_MAY ? "info"
                                                             : "minor";
  size_t count = 0;
  SV_TRY(sv_problems(r, item, list, &count));
  for (size_t i = 0; i < count; i++) {
    struct sv_buf text = SV_BUF(16 * MESSAGE_MOST);
    message_head(item, &text);
    sv_problem_message(r, item, &list[i], MESSAGE_MOST, &text);
    entry(e, q->id, sv_buf_text(&text), list[i].fingerprint, severity, list[i].finding);
    sv_buf_free(&text);
  }
  return SV_OK;
}

enum sv_status sv_gitlab_render(const struct sv_report *r, struct sv_buf *out)
{
  struct sv_emit e = { .out = out };
  struct sv_problem *list = calloc(SV_PROBLEMS_MOST, sizeof *list);
  enum sv_status status = list ? SV_OK : SV_NO_MEMORY;
  const char *why = sv_ci_run_reason(r);
  sv_emit_open(&e, NULL, '[');
  for (size_t i = 0; i < r->view->count && status == SV_OK && !out->failed; i++) {
    const struct sv_item *item = r->view->worst[i];
    if (item->display == SV_SHOW_FAIL || item->display == SV_SHOW_WARNING)
      status = problems(r, item, list, &e);
    else if (sv_ci_is_red(r, item))
      status = unjudged(r, item, &e);
  }
  if (why && status == SV_OK) {
    char fingerprint[33];
    status = sv_fingerprint("RUN", r->run->target.id, "", fingerprint);
    entry(&e, "RUN", sv_tr(why), fingerprint, "critical", NULL);
  }
  sv_emit_close(&e, ']');
  free(list);
  return status == SV_OK ? sv_buf_addc(out, '\n') : status;
}
