// SPDX-License-Identifier: Apache-2.0
/* CTRF: no members but those of its schema; ours are labels and "extra". */
#include "reports/formats.h"

#include "reports/ci.h"
#include "reports/put.h"
#include "reports/text.h"

enum { LINE_MOST = 500, TRACE_MOST = 16 << 10, TRACES_MOST = 64 << 20, FINDINGS = 5 };

static const char *const statuses[] = {
  [SV_CI_PASSED] = "passed",
  [SV_CI_SKIPPED] = "skipped",
  [SV_CI_ERROR] = "failed",
  [SV_CI_FAILED] = "failed",
};

static void labels(const struct sv_report *r, const struct sv_item *item, struct sv_emit *e)
{
  const struct sv_requirement_result *q = item->requirement;
  const struct sv_diff_row *change = sv_ci_change(r, item);
  sv_emit_open(e, "labels", '{');
  if (q->capability_count) {
    sv_emit_open(e, "capability", '[');
    for (size_t i = 0; i < q->capability_count; i++)
      sv_put_text(e, NULL, q->capabilities[i], SV_LINE, LINE_MOST);
    sv_emit_close(e, ']');
  }
  if (change)
    sv_emit_text(e, "change", sv_change_name(change->change));
  sv_emit_text(e, "layer", sv_layer_name(q->layer));
  sv_emit_text(e, "level", sv_level_name(sv_requirement_level(q)));
  sv_emit_close(e, '}');
}

/* The failure block, as the console has it. */
static void trace(const struct sv_report *r, const struct sv_item *item, struct sv_emit *e)
{
  const struct sv_style style = SV_STYLE_FILE;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  if (sv_text_block(r, item, &style, FINDINGS, &text) == SV_OK)
    sv_put_text(e, "trace", sv_buf_text(&text), SV_BLOCK, TRACE_MOST);
  sv_buf_free(&text);
}

static void suite(const struct sv_requirement_result *q, struct sv_emit *e)
{
  struct sv_buf group = SV_BUF(256);
  sv_ci_group(q, &group);
  sv_emit_open(e, "suite", '[');
  sv_emit_text(e, NULL, sv_layer_name(q->layer));
  sv_emit_text(e, NULL, group.size ? sv_buf_text(&group) : "-");
  sv_emit_close(e, ']');
  sv_buf_free(&group);
}

static void file_path(const struct sv_item *item, struct sv_emit *e)
{
  const struct sv_finding_record *f = sv_item_finding(item, NULL);
  struct sv_buf path = SV_BUF(SV_SCRATCH);
  if (f && sv_put_repository_path(&path, f->where.file))
    sv_emit_text(e, "filePath", sv_buf_text(&path));
  sv_buf_free(&path);
}

static void test(const struct sv_report *r, const struct sv_item *item, struct sv_emit *e)
{
  const struct sv_requirement_result *q = item->requirement;
  const enum sv_ci ci = sv_ci_of(r, item);
  const bool quiet = item->display == SV_SHOW_PASS;
  struct sv_buf text = SV_BUF(16 * LINE_MOST);
  sv_emit_open(e, NULL, '{');
  sv_emit_number(e, "duration", (int64_t)item->duration_ms);
  if (!quiet)
    file_path(item, e);
  labels(r, item, e);
  if (!quiet) {
    sv_ci_message(r, item, LINE_MOST, &text);
    sv_emit_text(e, "message", sv_buf_text(&text));
    sv_buf_cut(&text, 0);
  }
  sv_ci_name(item, &text);
  sv_emit_text(e, "name", sv_buf_text(&text));
  sv_emit_text(e, "rawStatus",
               item->display == SV_SHOW_WAIVED ? "waived" : sv_outcome_name(q->outcome));
  sv_emit_text(e, "status", statuses[ci]);
  suite(q, e);
  sv_put_text(e, "testId", q->id, SV_LINE, LINE_MOST);
  if (sv_text_wants_block(item) && e->out->size < TRACES_MOST)
    trace(r, item, e);
  sv_emit_text(e, "type", "conformance");
  sv_emit_close(e, '}');
  sv_buf_free(&text);
}

/* The row that makes the file red when no requirement does. */
static void run_test(const char *why, struct sv_emit *e)
{
  sv_emit_open(e, NULL, '{');
  sv_emit_number(e, "duration", 0);
  sv_emit_text(e, "message", sv_tr(why));
  sv_emit_text(e, "name", "RUN " SV_CI_RUN_NAME);
  sv_emit_text(e, "status", "failed");
  sv_emit_text(e, "testId", "RUN");
  sv_emit_text(e, "type", "conformance");
  sv_emit_close(e, '}');
}

static void totals(const struct sv_report *r, struct sv_emit *e)
{
  const struct sv_totals *t = &r->run->verdict.totals;
  sv_emit_open(e, "extra", '{');
  sv_emit_number(e, "samsvar.exitCode", r->run->verdict.exit_code);
  sv_emit_open(e, "samsvar.totals", '{');
  sv_emit_number(e, "cantTell", t->cant_tell);
  sv_emit_number(e, "failed", t->failed);
  sv_emit_number(e, "inapplicable", t->inapplicable);
  sv_emit_number(e, "noCheck", t->no_check);
  sv_emit_number(e, "passed", t->passed);
  sv_emit_number(e, "untested", t->untested);
  sv_emit_number(e, "waived", t->waived);
  sv_emit_close(e, '}');
  sv_emit_text(e, "samsvar.verdict", sv_verdict_name(r->run->verdict.value));
  sv_emit_close(e, '}');
}

static void summary(const struct sv_report *r, bool run_row, struct sv_emit *e)
{
  int64_t counts[SV_CI_FAILED + 1] = { 0 };
  const int64_t start = sv_put_epoch(r->run->started);
  const int64_t stop = sv_put_epoch(r->run->finished);
  for (size_t i = 0; i < r->view->count; i++)
    counts[sv_ci_of(r, &r->view->items[i])]++;
  sv_emit_open(e, "summary", '{');
  sv_emit_number(e, "duration", stop > start ? stop - start : 0);
  totals(r, e);
  sv_emit_number(e, "failed", counts[SV_CI_FAILED] + counts[SV_CI_ERROR] + run_row);
  sv_emit_number(e, "other", 0);
  sv_emit_number(e, "passed", counts[SV_CI_PASSED]);
  sv_emit_number(e, "pending", 0);
  sv_emit_number(e, "skipped", counts[SV_CI_SKIPPED]);
  sv_emit_number(e, "start", start);
  sv_emit_number(e, "stop", stop);
  sv_emit_number(e, "tests", (int64_t)r->view->count + run_row);
  sv_emit_close(e, '}');
}

static void environment(const struct sv_report *r, struct sv_emit *e)
{
  const struct sv_run *run = r->run;
  sv_emit_open(e, "environment", '{');
  sv_put_text(e, "appName", run->target.name, SV_LINE, LINE_MOST);
  sv_emit_open(e, "extra", '{');
  sv_put_text(e, "samsvar.profile", run->profile.id, SV_LINE, LINE_MOST);
  sv_put_text(e, "samsvar.profileVersion", run->profile.version, SV_LINE, LINE_MOST);
  if (r->results_sha256)
    sv_emit_text(e, "samsvar.resultsSha256", r->results_sha256);
  sv_emit_close(e, '}');
  if (run->target.environment)
    sv_put_text(e, "testEnvironment", run->target.environment, SV_LINE, LINE_MOST);
  sv_emit_close(e, '}');
}

static void tool(const struct sv_report *r, struct sv_emit *e)
{
  sv_emit_open(e, "tool", '{');
  sv_emit_text(e, "name", "samsvar");
  sv_put_text(e, "version", r->run->version, SV_LINE, LINE_MOST);
  sv_emit_close(e, '}');
}

enum sv_status sv_ctrf_render(const struct sv_report *r, struct sv_buf *out)
{
  struct sv_emit e = { .out = out };
  const char *why = sv_ci_run_reason(r);
  sv_emit_open(&e, NULL, '{');
  sv_emit_text(&e, "generatedBy", "samsvar");
  sv_emit_text(&e, "reportFormat", "CTRF");
  if (sv_put_is_uuid(r->run->id))
    sv_emit_text(&e, "reportId", r->run->id);
  sv_emit_open(&e, "results", '{');
  environment(r, &e);
  summary(r, why != NULL, &e);
  sv_emit_open(&e, "tests", '[');
  for (size_t i = 0; i < r->view->count && !out->failed; i++)
    test(r, &r->view->items[i], &e);
  if (why)
    run_test(why, &e);
  sv_emit_close(&e, ']');
  tool(r, &e);
  sv_emit_close(&e, '}');
  sv_put_text(&e, "runId", r->run->id[0] ? r->run->id : "-", SV_LINE, LINE_MOST);
  sv_emit_text(&e, "specVersion", "0.0.0");
  sv_emit_text(&e, "timestamp", r->run->finished);
  sv_emit_close(&e, '}');
  return sv_buf_addc(out, '\n');
}
