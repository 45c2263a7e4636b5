// SPDX-License-Identifier: Apache-2.0
/* SARIF 2.1.0. The usual file holds problems only: code hosts show everything else as problems too.
 * What could not be judged is a notification of the tool, never a result about the target. */
#include "reports/sarif.h"

#include "reports/formats.h"
#include "reports/put.h"

#include <stdlib.h>

static const char schema[] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                             "sarif-schema-2.1.0.json";

const char *sv_sarif_level(const struct sv_sarif *s, const struct sv_item *item)
{
  if (sv_ci_is_red(s->report, item))
    return "error";
  switch (item->display) {
  case SV_SHOW_FAIL:
  case SV_SHOW_ERROR:
    return "warning";
  case SV_SHOW_WARNING:
    return sv_requirement_level(item->requirement) == SV_MAY ? "note" : "warning";
  case SV_SHOW_WAIVED:
    return sv_requirement_level(item->requirement) == SV_MUST ? "error" : "warning";
  case SV_SHOW_NOT_TESTED:
  case SV_SHOW_NOT_APPLICABLE:
  case SV_SHOW_PASS:
  default:
    return "note";
  }
}

static void notify(struct sv_sarif *s, const char *id, const char *level, const char *text)
{
  struct sv_emit *e = &s->emit;
  sv_emit_open(e, NULL, '{');
  sv_emit_open(e, "descriptor", '{');
  sv_put_text(e, "id", id, SV_LINE, SV_SARIF_TEXT_MOST);
  sv_emit_close(e, '}');
  sv_emit_text(e, "level", level);
  sv_emit_open(e, "message", '{');
  sv_emit_text(e, "text", text);
  sv_emit_close(e, '}');
  sv_emit_close(e, '}');
}

static void notifications(struct sv_sarif *s)
{
  const struct sv_report *r = s->report;
  const char *why = sv_ci_run_reason(r);
  sv_emit_open(&s->emit, "toolExecutionNotifications", '[');
  if (why)
    notify(s, "RUN", "error", sv_tr(why));
  for (size_t i = 0; i < r->view->count && !s->emit.out->failed; i++) {
    const struct sv_item *item = r->view->worst[i];
    if (item->requirement->no_check ||
        (item->display != SV_SHOW_ERROR && item->display != SV_SHOW_NOT_TESTED))
      continue;
    struct sv_buf text = SV_BUF(16 * SV_SARIF_TEXT_MOST);
    sv_put_clean(&text, item->requirement->id, SV_LINE, SV_SARIF_TEXT_MOST);
    (void)sv_buf_adds(&text, ": ");
    sv_ci_message(r, item, SV_SARIF_TEXT_MOST, &text);
    notify(s, item->requirement->id, sv_sarif_level(s, item), sv_buf_text(&text));
    sv_buf_free(&text);
  }
  sv_emit_close(&s->emit, ']');
}

static void invocation(struct sv_sarif *s)
{
  const struct sv_run *run = s->report->run;
  const int code = run->verdict.exit_code;
  sv_emit_open(&s->emit, "invocations", '[');
  sv_emit_open(&s->emit, NULL, '{');
  sv_emit_text(&s->emit, "endTimeUtc", run->finished);
  /* Whether the run is whole, not whether the target conforms. */
  sv_emit_bool(&s->emit, "executionSuccessful", code == 0 || code == 1 || code == 3);
  sv_emit_number(&s->emit, "exitCode", code);
  sv_emit_text(&s->emit, "startTimeUtc", run->started);
  notifications(s);
  sv_emit_close(&s->emit, '}');
  sv_emit_close(&s->emit, ']');
}

static void properties(struct sv_sarif *s)
{
  const struct sv_run *run = s->report->run;
  sv_emit_open(&s->emit, "properties", '{');
  sv_put_text(&s->emit, "samsvar.profileVersion", run->profile.version, SV_LINE,
              SV_SARIF_TEXT_MOST);
  if (s->report->results_sha256)
    sv_emit_text(&s->emit, "samsvar.resultsSha256", s->report->results_sha256);
  sv_put_text(&s->emit, "samsvar.run", run->id, SV_LINE, SV_SARIF_TEXT_MOST);
  sv_put_text(&s->emit, "samsvar.target", run->target.name, SV_LINE, SV_SARIF_TEXT_MOST);
  sv_emit_text(&s->emit, "samsvar.verdict", sv_verdict_name(run->verdict.value));
  sv_emit_close(&s->emit, '}');
}

static enum sv_status sarif_run(struct sv_sarif *s)
{
  struct sv_buf id = SV_BUF(SV_SCRATCH);
  (void)sv_buf_adds(&id, "samsvar/");
  sv_put_iri_part(&id, s->report->run->profile.id);
  (void)sv_buf_addc(&id, '/');
  sv_emit_open(&s->emit, NULL, '{');
  sv_emit_open(&s->emit, "automationDetails", '{');
  sv_emit_text(&s->emit, "id", sv_buf_text(&id));
  sv_emit_close(&s->emit, '}');
  sv_buf_free(&id);
  sv_emit_text(&s->emit, "columnKind", "unicodeCodePoints");
  invocation(s);
  sv_emit_text(&s->emit, "language", sv_lang_name(s->report->lang));
  properties(s);
  SV_TRY(sv_sarif_results(s));
  sv_sarif_tool(s);
  sv_emit_close(&s->emit, '}');
  return SV_OK;
}

static enum sv_status render(const struct sv_report *r, bool full, struct sv_buf *out)
{
  struct sv_sarif s = { .report = r, .emit = { .out = out }, .full = full };
  s.used = calloc(r->view->count + 1, sizeof *s.used);
  s.problems = calloc(SV_PROBLEMS_MOST, sizeof *s.problems);
  enum sv_status status = s.used && s.problems ? SV_OK : SV_NO_MEMORY;
  sv_emit_open(&s.emit, NULL, '{');
  sv_emit_text(&s.emit, "$schema", schema);
  sv_emit_open(&s.emit, "runs", '[');
  if (status == SV_OK)
    status = sarif_run(&s);
  sv_emit_close(&s.emit, ']');
  sv_emit_text(&s.emit, "version", "2.1.0");
  sv_emit_close(&s.emit, '}');
  free(s.used);
  free(s.problems);
  return status == SV_OK ? sv_buf_addc(out, '\n') : status;
}

enum sv_status sv_sarif_render(const struct sv_report *r, struct sv_buf *out)
{
  return render(r, false, out);
}

enum sv_status sv_sarif_full_render(const struct sv_report *r, struct sv_buf *out)
{
  return render(r, true, out);
}
