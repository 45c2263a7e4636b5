// SPDX-License-Identifier: Apache-2.0
/* The table of formats. A new one is a row here and a file of its own. */
#include "reports/report.h"

#include "reports/formats.h"
#include "reports/html.h"
#include "reports/junit.h"
#include "reports/text.h"
#include "reports/view.h"

#include <string.h>

static enum sv_status render_json(const struct sv_report *r, struct sv_buf *out);

const struct sv_renderer sv_renderers[] = {
  { "json", "results.json", N_("the results themselves, from which all others are made"),
    render_json },
  { "junit", "junit.xml", N_("JUnit XML for CI: red if and only if the exit code is not 0"),
    sv_junit_render },
  { "html", "report.html", N_("the report for people: one page, nothing loaded from the network"),
    sv_html_render },
  { "text", "report.txt", N_("the failure blocks and the summary as plain text"), sv_text_render },
  { "badge", "badge.svg", N_("a badge with the verdict"), sv_badge_render },
  { "badge-json", "badge.json", N_("the badge's text and colour, for shields.io"),
    sv_badge_json_render },
  { "csv", "results.csv", N_("a row for each requirement, for spreadsheets"), sv_csv_render },
  { "ctrf", "ctrf.json", N_("Common Test Report Format, for CI"), sv_ctrf_render },
  { "earl", "earl.jsonld", N_("W3C's EARL as JSON-LD"), sv_earl_render },
  { "earl-turtle", "earl.ttl", N_("W3C's EARL as Turtle"), sv_earl_turtle_render },
  { "github", "github-annotations.txt", N_("annotations for GitHub Actions"), sv_github_render },
  { "gitlab", "gitlab-codequality.json", N_("GitLab's code quality report"), sv_gitlab_render },
  { "har", "exchanges.har", N_("the requests and answers, for developers' tools"), sv_har_render },
  { "junit-extended", "junit-extended.xml",
    N_("JUnit XML with properties, file and line, for those who read them"),
    sv_junit_extended_render },
  { "markdown", "summary.md", N_("the summary for a pull request or a CI step"),
    sv_markdown_render },
  { "sarif", "samsvar.sarif", N_("the problems as SARIF, for code hosts"), sv_sarif_render },
  { "sarif-full", "samsvar-full.sarif", N_("everything as SARIF, what is met too"),
    sv_sarif_full_render },
  { "tap", "samsvar.tap", N_("Test Anything Protocol 14, for CI"), sv_tap_render },
  { .name = NULL },
};

static enum sv_status render_json(const struct sv_report *r, struct sv_buf *out)
{
  return sv_run_write(r->run, out);
}

const struct sv_renderer *sv_renderer_find(const char *name)
{
  for (const struct sv_renderer *r = sv_renderers; r->name; r++)
    if (strcmp(r->name, name) == 0 || strcmp(r->file, name) == 0)
      return r;
  return NULL;
}

enum sv_status sv_report_render(const struct sv_renderer *renderer, const struct sv_run *run,
                                enum sv_lang lang, const char *results_sha256, struct sv_buf *out)
{
  struct sv_view view;
  enum sv_status status = sv_view_open(run, &view);
  if (status == SV_OK) {
    const struct sv_report report = {
      .run = run, .view = &view, .lang = lang, .results_sha256 = results_sha256
    };
    const enum sv_lang before = sv_lang_used();
    sv_lang_use(lang);
    status = renderer->render(&report, out);
    sv_lang_use(before);
  }
  sv_view_close(&view);
  return status == SV_OK ? out->failed : status;
}
