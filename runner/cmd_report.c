// SPDX-License-Identifier: Apache-2.0
/* samsvar report: any format again from the one results file. */
#include "runner/commands.h"

#include "reports/html.h"
#include "runner/formats.h"
#include "runner/results_file.h"
#include "runner/say.h"

#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct options {
  const char *format, *output, *html_assets;
};

static const char *const examples[] = {
  "samsvar report samsvar-report/results.json -f html -o report.html",
  N_("the page for people, again"),
  "samsvar report results.json -f text --lang en",
  N_("the failure blocks in English"),
  NULL,
};

static const struct sv_option table[] = {
  { "format", 'f', SV_OPTION_STRING, offsetof(struct options, format), "FORMAT", NULL, 0, SV_RESULT,
    N_("which format; see samsvar list formats") },
  { "output", 'o', SV_OPTION_STRING, offsetof(struct options, output), "FILE", NULL, 0, SV_RESULT,
    N_("where to write it; standard output when not given") },
  { "html-assets", 0, SV_OPTION_STRING, offsetof(struct options, html_assets), NULL,
    "inline|external", 0, SV_RESULT,
    N_("the page's style and script within it, or as files beside it (Jenkins)") },
  { .kind = SV_OPTION_END },
};

static int run(struct sv_arena *arena, int argc, char **argv);

const struct sv_command sv_command_report = {
  .name = "report",
  .operands = "RESULTS.json -f FORMAT [-o FILE]",
  .summary = N_("render any format again from the results of a run"),
  .examples = examples,
  .options = table,
  .run = run,
};

static int fail(const struct sv_error *err, int code)
{
  sv_say_error(err);
  return code;
}

/* The page's style sheet and script go into the folder that OUTPUT stands in. */
static enum sv_status write_assets(const char *output, struct sv_error *err)
{
  const char *slash = strrchr(output, '/');
  const int folder = slash ? (int)(slash - output) + 1 : 0;
  for (const struct sv_html_asset *a = sv_html_assets; a->file; a++) {
    char path[PATH_MAX];
    const int n = snprintf(path, sizeof path, "%.*s%s", folder, output, a->file);
    if (n < 0 || (size_t)n >= sizeof path)
      return sv_fail_at(err, SV_IO, output, 0, 0, N_("this name is too long"));
    SV_TRY(sv_output_file(path, a->text, *a->size, err));
  }
  return SV_OK;
}

static int render(const struct sv_renderer *renderer, const struct sv_run *results,
                  const char *digest, const char *output)
{
  struct sv_error err = { .line = 0 };
  struct sv_buf text = SV_BUF(SV_REPORT_MAX);
  enum sv_status status = sv_report_render(renderer, results, sv_lang_used(), digest, &text);
  if (status != SV_OK)
    (void)sv_fail(&err, status, N_("%s could not be made: memory or its limit ran out"),
                  renderer->file);
  else if (renderer == &sv_html_external)
    status = write_assets(output, &err);
  if (status == SV_OK)
    status = sv_output_file(output ? output : "-", text.data, text.size, &err);
  sv_buf_free(&text);
  return status == SV_OK ? SV_EXIT_CONFORMS : fail(&err, SV_EXIT_INTERNAL);
}

static int report(const char *path, const struct sv_renderer *renderer, const char *output)
{
  struct sv_error err = { .line = 0 };
  struct sv_run results;
  char digest[65];
  const enum sv_status status = sv_results_read(path, &results, digest, &err);
  const int code = status == SV_OK          ? render(renderer, &results, digest, output)
                   : status == SV_NO_MEMORY ? fail(&err, SV_EXIT_INTERNAL)
                                            : fail(&err, SV_EXIT_USAGE);
  sv_run_free(&results);
  return code;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct options o = { .format = NULL };
  struct sv_operands operands = { .arena = arena };
  const struct sv_renderer *renderer = NULL;
  struct sv_error err = { .line = 0 };
  const int ended = sv_command_begin(&sv_command_report, argc, argv, &o, &operands);
  if (ended >= 0)
    return ended;
  if (operands.count != 1) {
    sv_say(stderr, N_("samsvar: report takes one results file.\n"), NULL);
    return SV_EXIT_USAGE;
  }
  if (!o.format) {
    sv_say(stderr, N_("samsvar: say which format with -f; see samsvar list formats.\n"), NULL);
    return SV_EXIT_USAGE;
  }
  if (sv_format_find(o.format, &renderer, &err) != SV_OK)
    return fail(&err, SV_EXIT_USAGE);
  if (renderer->render == sv_html_render && sv_formats_external(o.html_assets)) {
    if (!o.output || strcmp(o.output, "-") == 0) {
      sv_say(stderr,
             N_("samsvar: --html-assets external writes files beside the page: say where with -o "
                "FILE.\n"),
             NULL);
      return SV_EXIT_USAGE;
    }
    renderer = &sv_html_external;
  }
  return report(operands.items[0], renderer, o.output);
}
