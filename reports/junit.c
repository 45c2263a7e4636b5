// SPDX-License-Identifier: Apache-2.0
/* Reports section 4. Names are in the profile's language, bokmål, so that a history of cases
 * survives a change of the reader's. */
#include "reports/junit.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "reports/ci.h"
#include "reports/put.h"
#include "reports/say.h"
#include "reports/text.h"
#include "reports/view.h"
#include "reports/words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
  NAME_MAX_BYTES = 400,
  MESSAGE_MAX = 500,
  BODY_MAX = 16 << 10,
  BODIES_MAX = 24 << 20,
  FINDINGS = 5,
  GROUP_MAX = 64
};

struct test {
  const struct sv_item *item;
  enum sv_ci colour;
  bool extended;
  char group[GROUP_MAX]; /* "http": without the layer */
};

struct totals {
  unsigned tests, failures, errors, skipped;
  uint64_t ms;
};

static int by_suite(const void *a, const void *b)
{
  const struct test *x = a;
  const struct test *y = b;
  int order = (int)x->item->requirement->layer - (int)y->item->requirement->layer;
  order = order ? order : strcmp(x->group, y->group);
  return order ? order : strcmp(x->item->requirement->id, y->item->requirement->id);
}

/* TEXT as an attribute's value: white space folded, cut at MOST bytes. */
static void attribute(struct sv_buf *out, const char *name, const char *text, size_t most)
{
  struct sv_buf folded = SV_BUF(most + 16);
  const size_t fit = sv_text_fit(text, strlen(text), most);
  for (size_t i = 0; i < fit; i++) {
    if (!sv_is_space((unsigned char)text[i]))
      (void)sv_buf_addc(&folded, text[i]);
    else if (folded.size && folded.data[folded.size - 1] != ' ')
      (void)sv_buf_addc(&folded, ' ');
  }
  if (folded.size && folded.data[folded.size - 1] == ' ')
    sv_buf_cut(&folded, folded.size - 1);
  (void)sv_buf_addf(out, " %s=\"", name);
  (void)sv_escape_xml(out, sv_buf_text(&folded), folded.size, SV_LINE);
  (void)sv_buf_addc(out, '"');
  sv_buf_free(&folded);
}

static void seconds(struct sv_buf *out, uint64_t ms)
{
  (void)sv_buf_addf(out, " time=\"%" PRIu64 ".%03u\"", ms / 1000, (unsigned)(ms % 1000));
}

static void property(struct sv_buf *out, const char *name, const char *value)
{
  (void)sv_buf_adds(out, "      <property");
  attribute(out, "name", name, 200);
  attribute(out, "value", value, MESSAGE_MAX);
  (void)sv_buf_adds(out, "/>\n");
}

static void properties(const struct sv_report *r, const char *layer, struct sv_buf *out)
{
  const struct sv_run *run = r->run;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  (void)sv_buf_adds(out, "    <properties>\n");
  if (layer)
    property(out, "samsvar.layer", layer);
  (void)sv_buf_addf(&text, "%s@%s", run->profile.id, run->profile.version);
  property(out, "samsvar.profile", sv_buf_text(&text));
  sv_buf_cut(&text, 0);
  property(out, "samsvar.target", run->target.name);
  property(out, "samsvar.run", run->id);
  property(out, "samsvar.verdict", sv_verdict_name(run->verdict.value));
  (void)sv_buf_addf(&text, "%u/%u", run->verdict.judged, run->verdict.applicable);
  property(out, "samsvar.shown", sv_buf_text(&text));
  if (r->results_sha256)
    property(out, "samsvar.results.sha256", r->results_sha256);
  (void)sv_buf_adds(out, "    </properties>\n");
  sv_buf_free(&text);
}

static void body(const struct sv_report *r, const struct sv_item *item, const char *message,
                 bool block, struct sv_buf *out)
{
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  const struct sv_style style = SV_STYLE_FILE;
  (void)sv_buf_adds(&text, message);
  if (block) {
    (void)sv_buf_adds(&text, "\n\n");
    if (sv_text_block(r, item, &style, FINDINGS, &text) != SV_OK)
      (void)sv_buf_adds(&text, message);
  }
  (void)sv_escape_xml(out, sv_buf_text(&text), sv_text_fit(sv_buf_text(&text), text.size, BODY_MAX),
                      SV_BLOCK);
  sv_buf_free(&text);
}

static void outcome(const struct sv_report *r, const struct test *t, struct sv_buf *out)
{
  static const char *const elements[] = {
    [SV_CI_SKIPPED] = "skipped", [SV_CI_ERROR] = "error", [SV_CI_FAILED] = "failure"
  };
  const struct sv_requirement_result *q = t->item->requirement;
  struct sv_buf message = SV_BUF(SV_SCRATCH);
  sv_ci_message(r, t->item, MESSAGE_MAX, &message);
  (void)sv_buf_addf(out, "<%s", elements[t->colour]);
  if (t->colour == SV_CI_FAILED)
    (void)sv_buf_addf(out, " type=\"samsvar.failed.%s\"", sv_level_name(sv_requirement_level(q)));
  if (t->colour == SV_CI_ERROR)
    (void)sv_buf_addf(out, " type=\"samsvar.%s\"", sv_outcome_name(q->outcome));
  attribute(out, "message", sv_buf_text(&message), MESSAGE_MAX);
  (void)sv_buf_addc(out, '>');
  body(r, t->item, sv_buf_text(&message), t->colour != SV_CI_SKIPPED && out->size < BODIES_MAX,
       out);
  (void)sv_buf_addf(out, "</%s>", elements[t->colour]);
  sv_buf_free(&message);
}

/* What the extended form adds to the attributes: the file that CI should open. */
static void place(const struct sv_item *item, struct sv_buf *out)
{
  const struct sv_finding_record *f = sv_item_finding(item, NULL);
  struct sv_buf path = SV_BUF(SV_SCRATCH);
  if (f && sv_put_repository_path(&path, f->where.file)) {
    attribute(out, "file", sv_buf_text(&path), BODY_MAX);
    if (f->where.line)
      (void)sv_buf_addf(out, " line=\"%u\"", f->where.line);
  }
  sv_buf_free(&path);
}

/* And to the elements. */
static void extension(const struct sv_report *r, const struct test *t, struct sv_buf *out)
{
  const struct sv_requirement_result *q = t->item->requirement;
  const struct sv_diff_row *change = sv_ci_change(r, t->item);
  const struct sv_style style = SV_STYLE_FILE;
  (void)sv_buf_adds(out, "\n    <properties>\n");
  property(out, "samsvar.outcome", sv_outcome_name(q->outcome));
  property(out, "samsvar.level", sv_level_name(sv_requirement_level(q)));
  for (size_t i = 0; i < q->capability_count; i++)
    property(out, "samsvar.capability", q->capabilities[i]);
  if (q->norm.url)
    property(out, "samsvar.url", q->norm.url);
  if (change)
    property(out, "samsvar.change", sv_change_name(change->change));
  (void)sv_buf_adds(out, "    </properties>\n    ");
  if (t->colour != SV_CI_PASSED || t->item->display == SV_SHOW_PASS || out->size >= BODIES_MAX)
    return;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  if (sv_text_block(r, t->item, &style, FINDINGS, &text) == SV_OK) {
    (void)sv_buf_adds(out, "<system-out>");
    (void)sv_escape_xml(out, sv_buf_text(&text),
                        sv_text_fit(sv_buf_text(&text), text.size, BODY_MAX), SV_BLOCK);
    (void)sv_buf_adds(out, "</system-out>\n    ");
  }
  sv_buf_free(&text);
}

static void test_case(const struct sv_report *r, const struct test *t, struct sv_buf *out)
{
  const struct sv_requirement_result *q = t->item->requirement;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  (void)sv_buf_adds(out, "    <testcase");
  sv_ci_name(t->item, &text);
  attribute(out, "name", sv_buf_text(&text), NAME_MAX_BYTES);
  sv_buf_cut(&text, 0);
  (void)sv_buf_addf(&text, "samsvar.%s.%s", sv_layer_name(q->layer), t->group);
  attribute(out, "classname", sv_buf_text(&text), NAME_MAX_BYTES);
  seconds(out, t->item->duration_ms);
  if (t->extended)
    place(t->item, out);
  if (t->colour == SV_CI_PASSED && !t->extended) {
    (void)sv_buf_adds(out, "/>\n");
  } else {
    (void)sv_buf_addc(out, '>');
    if (t->extended)
      extension(r, t, out);
    if (t->colour != SV_CI_PASSED)
      outcome(r, t, out);
    (void)sv_buf_adds(out, "</testcase>\n");
  }
  sv_buf_free(&text);
}

/* Warnings are green, hence listed here. */
static void system_out(const struct sv_report *r, const struct test *tests, size_t count,
                       struct sv_buf *out)
{
  const struct sv_style style = SV_STYLE_FILE;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  for (size_t i = 0; i < count && text.size < BODY_MAX * 4 && out->size < BODIES_MAX; i++) {
    if (tests[i].colour != SV_CI_PASSED || tests[i].item->display == SV_SHOW_PASS)
      continue;
    if (text.size)
      (void)sv_buf_addc(&text, '\n');
    if (sv_text_block(r, tests[i].item, &style, FINDINGS, &text) != SV_OK)
      break;
  }
  (void)sv_buf_adds(out, text.size ? "    <system-out>" : "    <system-out/>\n");
  if (text.size) {
    (void)sv_escape_xml(out, text.data, sv_text_fit(text.data, text.size, BODY_MAX * 4), SV_BLOCK);
    (void)sv_buf_adds(out, "</system-out>\n");
  }
  (void)sv_buf_adds(out, "    <system-err/>\n");
  sv_buf_free(&text);
}

static void suite_head(const struct sv_report *r, const char *name, unsigned id,
                       const struct totals *t, struct sv_buf *out)
{
  char stamp[20] = "1970-01-01T00:00:00";
  if (strlen(r->run->started) >= 19)
    memcpy(stamp, r->run->started, 19);
  (void)sv_buf_adds(out, "  <testsuite");
  attribute(out, "name", name, NAME_MAX_BYTES);
  (void)sv_buf_addf(out, " package=\"samsvar\" id=\"%u\" hostname=\"localhost\" timestamp=\"%s\"",
                    id, stamp);
  (void)sv_buf_addf(out, " tests=\"%u\" failures=\"%u\" errors=\"%u\" skipped=\"%u\"", t->tests,
                    t->failures, t->errors, t->skipped);
  seconds(out, t->ms);
  (void)sv_buf_adds(out, ">\n");
}

static struct totals count_all(const struct test *tests, size_t count)
{
  struct totals t = { .tests = (unsigned)count };
  for (size_t i = 0; i < count; i++) {
    t.failures += tests[i].colour == SV_CI_FAILED;
    t.errors += tests[i].colour == SV_CI_ERROR;
    t.skipped += tests[i].colour == SV_CI_SKIPPED;
    t.ms += tests[i].item->duration_ms;
  }
  return t;
}

static void suite(const struct sv_report *r, const struct test *tests, size_t count, unsigned id,
                  struct sv_buf *out)
{
  const struct totals t = count_all(tests, count);
  const char *layer = sv_layer_name(tests[0].item->requirement->layer);
  struct sv_buf name = SV_BUF(256);
  (void)sv_buf_addf(&name, "%s.%s", layer, tests[0].group);
  suite_head(r, sv_buf_text(&name), id, &t, out);
  sv_buf_free(&name);
  properties(r, layer, out);
  for (size_t i = 0; i < count; i++)
    test_case(r, &tests[i], out);
  system_out(r, tests, count, out);
  (void)sv_buf_adds(out, "  </testsuite>\n");
}

/* The exit code is not 0 and no requirement is why: the file must be red all the same. */
static void run_suite(const struct sv_report *r, const char *why, unsigned id, struct sv_buf *out)
{
  const struct totals t = { .tests = 1, .errors = 1 };
  suite_head(r, "run.verdict", id, &t, out);
  properties(r, NULL, out);
  (void)sv_buf_adds(out, "    <testcase name=\"RUN " SV_CI_RUN_NAME "\" "
                         "classname=\"samsvar.run."
                         "verdict\" time=\"0.000\">"
                         "<error type=\"samsvar.run\"");
  attribute(out, "message", sv_tr(why), MESSAGE_MAX);
  (void)sv_buf_addc(out, '>');
  (void)sv_escape_xml(out, sv_tr(why), strlen(sv_tr(why)), SV_BLOCK);
  (void)sv_buf_adds(out, "</error></testcase>\n    <system-out/>\n    <system-err/>\n  "
                         "</testsuite>\n");
}

static void root(const struct sv_report *r, const struct test *tests, size_t count, bool extended,
                 struct sv_buf *out)
{
  struct totals t = count_all(tests, count);
  (void)sv_buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
  if (extended) {
    struct sv_buf name = SV_BUF(SV_SCRATCH);
    const unsigned run = sv_ci_run_reason(r) != NULL;
    (void)sv_buf_adds(&name, "samsvar ");
    (void)sv_buf_adds(&name, r->run->profile.id);
    (void)sv_buf_addc(&name, ' ');
    (void)sv_buf_adds(&name, r->run->profile.version);
    attribute(out, "name", sv_buf_text(&name), NAME_MAX_BYTES);
    (void)sv_buf_addf(out, " tests=\"%u\" failures=\"%u\" errors=\"%u\"", t.tests + run, t.failures,
                      t.errors + run);
    seconds(out, t.ms);
    sv_buf_free(&name);
  }
  (void)sv_buf_adds(out, ">\n");
}

static void suites(const struct sv_report *r, const struct test *tests, size_t count,
                   struct sv_buf *out)
{
  unsigned id = 0;
  for (size_t i = 0; i < count;) {
    size_t end = i + 1;
    while (end < count &&
           tests[end].item->requirement->layer == tests[i].item->requirement->layer &&
           strcmp(tests[end].group, tests[i].group) == 0)
      end++;
    suite(r, tests + i, end - i, id++, out);
    i = end;
  }
  const char *why = sv_ci_run_reason(r);
  if (why)
    run_suite(r, why, id, out);
}

static enum sv_status render(const struct sv_report *r, bool extended, struct sv_buf *out)
{
  const size_t count = r->view->count;
  struct test *tests = calloc(count + 1, sizeof *tests);
  if (!tests)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < count; i++) {
    struct sv_buf group = SV_BUF(GROUP_MAX);
    tests[i].item = &r->view->items[i];
    tests[i].colour = sv_ci_of(r, tests[i].item);
    tests[i].extended = extended;
    sv_ci_group(tests[i].item->requirement, &group);
    memcpy(tests[i].group, sv_buf_text(&group), group.size < GROUP_MAX ? group.size : 0);
    sv_buf_free(&group);
  }
  if (count)
    qsort(tests, count, sizeof *tests, by_suite);
  root(r, tests, count, extended, out);
  suites(r, tests, count, out);
  free(tests);
  return sv_buf_adds(out, "</testsuites>\n");
}

enum sv_status sv_junit_render(const struct sv_report *r, struct sv_buf *out)
{
  return render(r, false, out);
}

enum sv_status sv_junit_extended_render(const struct sv_report *r, struct sv_buf *out)
{
  return render(r, true, out);
}
