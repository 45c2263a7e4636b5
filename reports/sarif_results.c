// SPDX-License-Identifier: Apache-2.0
/* SARIF's results and rules. */
#include "reports/sarif.h"

#include "reports/put.h"
#include "reports/say.h"

#include <string.h>

enum { TAGS_MOST = 10 };

/* What a requirement that is no problem is in the full file. */
static const struct {
  const char *kind;
} kinds[] = {
  [SV_SHOW_FAIL] = { "fail" },    [SV_SHOW_ERROR] = { "open" },
  [SV_SHOW_WARNING] = { "fail" }, [SV_SHOW_NOT_TESTED] = { "open" },
  [SV_SHOW_WAIVED] = { "fail" },  [SV_SHOW_NOT_APPLICABLE] = { "notApplicable" },
  [SV_SHOW_PASS] = { "pass" },
};

static bool is_problem(enum sv_display d)
{
  return d == SV_SHOW_FAIL || d == SV_SHOW_WARNING;
}

static void logical(struct sv_emit *e, const char *name, const char *kind)
{
  if (!name || !name[0])
    return;
  sv_emit_open(e, NULL, '{');
  sv_put_text(e, "fullyQualifiedName", name, SV_LINE, SV_SARIF_TEXT_MOST);
  sv_emit_text(e, "kind", kind);
  sv_emit_close(e, '}');
}

static void logical_locations(struct sv_sarif *s, const struct sv_problem *p)
{
  const struct sv_finding_record *f = p->finding;
  const struct sv_exchange_record *x = f ? sv_view_exchange(s->report->run, f->exchange) : NULL;
  const struct sv_endpoint_record *end =
      p->result ? sv_view_endpoint(s->report->run, p->result->endpoint) : NULL;
  const char *url = f && f->where.url ? f->where.url : x ? x->url : end ? end->url : NULL;
  sv_emit_open(&s->emit, "logicalLocations", '[');
  logical(&s->emit, url, "resource");
  if (f) {
    logical(&s->emit, f->where.json_pointer, "value");
    logical(&s->emit, f->where.xpath, "element");
    logical(&s->emit, f->where.operation, "function");
    logical(&s->emit, f->where.focus_node, "object");
  }
  sv_emit_close(&s->emit, ']');
}

static void location(struct sv_sarif *s, const struct sv_problem *p)
{
  struct sv_emit *e = &s->emit;
  struct sv_buf path = SV_BUF(SV_SCRATCH);
  uint32_t line = 1;
  uint32_t column = 0;
  sv_problem_path(p->finding, &path, &line, &column);
  sv_emit_open(e, "locations", '[');
  sv_emit_open(e, NULL, '{');
  logical_locations(s, p);
  sv_emit_open(e, "physicalLocation", '{');
  sv_emit_open(e, "artifactLocation", '{');
  sv_emit_text(e, "uri", sv_buf_text(&path));
  sv_emit_text(e, "uriBaseId", "%SRCROOT%");
  sv_emit_close(e, '}');
  sv_emit_open(e, "region", '{');
  if (column)
    sv_emit_number(e, "startColumn", column);
  sv_emit_number(e, "startLine", line);
  sv_emit_close(e, '}');
  sv_emit_close(e, '}');
  sv_emit_close(e, '}');
  sv_emit_close(e, ']');
  sv_buf_free(&path);
}

/* SARIF wants it in every result of a run or in none. */
static const char *baseline_state(const struct sv_sarif *s, const struct sv_item *item,
                                  const struct sv_problem *p)
{
  const struct sv_diff_row *row = sv_ci_change(s->report, item);
  if (!s->report->run->diff)
    return NULL;
  if (!is_problem(item->display))
    return row ? "updated" : "unchanged";
  return row && (row->change == SV_CHANGE_NEW || sv_diff_is_fresh(row, p->fingerprint)) ? "new"
         : row && row->now != row->was                                                  ? "updated"
                                       : "unchanged";
}

static void suppression(struct sv_sarif *s, const struct sv_item *item)
{
  if (item->display != SV_SHOW_WAIVED)
    return;
  sv_emit_open(&s->emit, "suppressions", '[');
  sv_emit_open(&s->emit, NULL, '{');
  sv_put_text(&s->emit, "justification", item->requirement->waiver->reason, SV_LINE,
              SV_SARIF_TEXT_MOST);
  sv_emit_text(&s->emit, "kind", "external");
  sv_emit_text(&s->emit, "status", "accepted");
  sv_emit_close(&s->emit, '}');
  sv_emit_close(&s->emit, ']');
}

static void message(struct sv_sarif *s, const char *text)
{
  sv_emit_open(&s->emit, "message", '{');
  sv_emit_text(&s->emit, "text", text);
  sv_emit_close(&s->emit, '}');
}

static void fingerprint(struct sv_sarif *s, const char *print)
{
  sv_emit_open(&s->emit, "partialFingerprints", '{');
  sv_emit_text(&s->emit, "samsvar/v1", print);
  sv_emit_close(&s->emit, '}');
}

static void result(struct sv_sarif *s, const struct sv_item *item, const struct sv_problem *p)
{
  struct sv_emit *e = &s->emit;
  const char *kind = kinds[item->display].kind;
  const char *state = baseline_state(s, item, p);
  struct sv_buf text = SV_BUF(16 * SV_SARIF_TEXT_MOST);
  sv_problem_message(s->report, item, p, SV_SARIF_TEXT_MOST, &text);
  sv_emit_open(e, NULL, '{');
  sv_emit_optional(e, "baselineState", state);
  sv_emit_text(e, "kind", kind);
  sv_emit_text(e, "level", strcmp(kind, "fail") == 0 ? sv_sarif_level(s, item) : "none");
  location(s, p);
  message(s, sv_buf_text(&text));
  if (p->count > 1)
    sv_emit_number(e, "occurrenceCount", (int64_t)p->count);
  fingerprint(s, p->fingerprint);
  sv_put_text(e, "ruleId", item->requirement->id, SV_LINE, SV_SARIF_TEXT_MOST);
  sv_emit_number(e, "ruleIndex", (int64_t)s->used_count);
  suppression(s, item);
  sv_emit_close(e, '}');
  s->results++;
  sv_buf_free(&text);
}

/* What the baseline had and this run has not. */
static void absent(struct sv_sarif *s, const struct sv_item *item)
{
  const struct sv_diff_row *row = sv_ci_change(s->report, item);
  const struct sv_problem nowhere = { .finding = NULL };
  for (size_t i = 0; row && i < row->gone_count && s->results < SV_SARIF_RESULTS_MOST; i++) {
    sv_emit_open(&s->emit, NULL, '{');
    sv_emit_text(&s->emit, "baselineState", "absent");
    sv_emit_text(&s->emit, "kind", "fail");
    sv_emit_text(&s->emit, "level", item->requirement->level == SV_MUST ? "error" : "warning");
    location(s, &nowhere);
    message(s, sv_tr(N_("This was found in the earlier run and is not found any more.")));
    fingerprint(s, row->gone[i]);
    sv_put_text(&s->emit, "ruleId", item->requirement->id, SV_LINE, SV_SARIF_TEXT_MOST);
    sv_emit_number(&s->emit, "ruleIndex", (int64_t)s->used_count);
    sv_emit_close(&s->emit, '}');
    s->results++;
  }
}

static enum sv_status results_of(struct sv_sarif *s, const struct sv_item *item)
{
  size_t count = 1;
  if (is_problem(item->display) || item->display == SV_SHOW_WAIVED) {
    SV_TRY(sv_problems(s->report, item, s->problems, &count));
  } else {
    s->problems[0] = (struct sv_problem){ .result = item->result_count ? item->results[0] : NULL };
    SV_TRY(sv_fingerprint(item->requirement->id, s->report->run->target.id, "",
                          s->problems[0].fingerprint));
  }
  for (size_t i = 0; i < count && s->results < SV_SARIF_RESULTS_MOST; i++)
    result(s, item, &s->problems[i]);
  if (s->full)
    absent(s, item);
  s->used[s->used_count++] = item;
  return SV_OK;
}

enum sv_status sv_sarif_results(struct sv_sarif *s)
{
  const struct sv_view *v = s->report->view;
  sv_emit_open(&s->emit, "results", '[');
  for (size_t i = 0; i < v->count && s->results < SV_SARIF_RESULTS_MOST; i++)
    if (s->full || is_problem(v->worst[i]->display))
      SV_TRY(results_of(s, v->worst[i]));
  sv_emit_close(&s->emit, ']');
  return s->emit.out->failed;
}

static void multi(struct sv_emit *e, const char *key, const char *text)
{
  if (!text || !text[0])
    return;
  sv_emit_open(e, key, '{');
  sv_put_text(e, "text", text, SV_LINE, SV_SARIF_TEXT_MOST);
  sv_emit_close(e, '}');
}

static void tags(struct sv_emit *e, const struct sv_requirement_result *q)
{
  sv_emit_open(e, "properties", '{');
  sv_emit_open(e, "tags", '[');
  sv_emit_text(e, NULL, "samsvar");
  sv_emit_text(e, NULL, sv_layer_name(q->layer));
  sv_emit_text(e, NULL, sv_level_name(q->level));
  for (size_t i = 0; i < q->capability_count && i + 3 < TAGS_MOST; i++)
    sv_put_text(e, NULL, q->capabilities[i], SV_LINE, SV_SARIF_TEXT_MOST);
  sv_emit_close(e, ']');
  sv_emit_close(e, '}');
}

static void rule(struct sv_sarif *s, const struct sv_item *item)
{
  struct sv_emit *e = &s->emit;
  const struct sv_requirement_result *q = item->requirement;
  const struct sv_finding_record *f = sv_item_finding(item, NULL);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  sv_emit_open(e, NULL, '{');
  sv_emit_open(e, "defaultConfiguration", '{');
  sv_emit_text(e, "level",
               q->level == SV_MUST     ? "error"
               : q->level == SV_SHOULD ? "warning"
                                       : "note");
  sv_emit_close(e, '}');
  multi(e, "fullDescription", sv_say_text(&q->statement, s->report->lang, NULL));
  if (f && f->hint)
    (void)sv_say_part(f, f->hint, &text);
  if (text.size == 0)
    (void)sv_say_words(&text, N_("See: samsvar explain {id}"), "id", q->id, NULL);
  multi(e, "help", sv_buf_text(&text));
  sv_buf_cut(&text, 0);
  if (sv_put_is_web(q->norm.url)) {
    sv_put_iri(&text, q->norm.url);
    sv_emit_text(e, "helpUri", sv_buf_text(&text));
  }
  sv_put_text(e, "id", q->id, SV_LINE, SV_SARIF_TEXT_MOST);
  tags(e, q);
  multi(e, "shortDescription", sv_say_text(&q->title, s->report->lang, NULL));
  sv_emit_close(e, '}');
  sv_buf_free(&text);
}

void sv_sarif_tool(struct sv_sarif *s)
{
  sv_emit_open(&s->emit, "tool", '{');
  sv_emit_open(&s->emit, "driver", '{');
  sv_emit_text(&s->emit, "language", sv_lang_name(s->report->lang));
  sv_emit_text(&s->emit, "name", "samsvar");
  sv_emit_open(&s->emit, "rules", '[');
  for (size_t i = 0; i < s->used_count && !s->emit.out->failed; i++)
    rule(s, s->used[i]);
  sv_emit_close(&s->emit, ']');
  sv_put_text(&s->emit, "version", s->report->run->version, SV_LINE, SV_SARIF_TEXT_MOST);
  sv_emit_close(&s->emit, '}');
  sv_emit_close(&s->emit, '}');
}
