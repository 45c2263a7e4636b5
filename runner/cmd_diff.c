// SPDX-License-Identifier: Apache-2.0
/* samsvar diff: what has become of the findings of an earlier run. The exit code is that of a run
 * with --fail-on new: 1 for something new that the gate of NEW counts, 3 when NEW shows too little
 * for anybody to say that there is nothing new, else 0. */
#include "runner/commands.h"

#include "reports/diff.h"
#include "reports/view.h"
#include "runner/output.h"
#include "runner/results_file.h"
#include "runner/say.h"
#include "runner/screen.h"

#include <string.h>

struct options {
  const char *format, *output, *color;
};

static const char *const examples[] = {
  "samsvar diff last-week/results.json samsvar-report/results.json",
  N_("what is new, changed, still there and fixed since last week"),
  "samsvar diff old.json new.json --format json",
  N_("the same for a program"),
  NULL,
};

#define AT(member) offsetof(struct options, member)

static const struct sv_option table[] = {
  { "format", 'f', SV_OPTION_STRING, AT(format), "FORMAT", "text|markdown|json", 0, SV_RESULT,
    N_("text for people, markdown for a pull request, json for programs") },
  { "output", 'o', SV_OPTION_STRING, AT(output), "FILE", NULL, 0, SV_RESULT,
    N_("where to write it; standard output when not given") },
  { "color", 0, SV_OPTION_STRING, AT(color), NULL, "auto|always|never", 0, SV_LOOK,
    N_("colours; NO_COLOR is honoured") },
  { .kind = SV_OPTION_END },
};

static int run(struct sv_arena *arena, int argc, char **argv);

const struct sv_command sv_command_diff = {
  .name = "diff",
  .operands = "OLD.json NEW.json",
  .summary = N_("compare two runs: what is new, changed, still there and fixed; 1 when something "
                "new counts"),
  .examples = examples,
  .options = table,
  .run = run,
};

struct pair {
  struct sv_run before, now;
};

static int refuse(enum sv_status status, const struct sv_error *err)
{
  struct sv_error mute = { .line = 0 };
  if (!err->text[0])
    (void)sv_fail(&mute, status, N_("there is not enough memory"));
  sv_say_error(err->text[0] ? err : &mute);
  return status == SV_NO_MEMORY ? SV_EXIT_INTERNAL : SV_EXIT_USAGE;
}

static enum sv_status compare(struct pair *p, const char *old, const char *new,
                              struct sv_error *err)
{
  char digest[65];
  char ignored[65];
  SV_TRY(sv_results_read(old, &p->before, digest, err));
  SV_TRY(sv_results_read(new, &p->now, ignored, err));
  SV_TRY(sv_diff_check(&p->before, p->now.profile.id, p->now.target.id, err));
  p->now.profile.gate.fail_on_new = true;
  return sv_diff_make(&p->now, &p->before, digest);
}

static enum sv_status render(const struct pair *p, const struct options *o, struct sv_buf *out)
{
  struct sv_view view;
  enum sv_status status = sv_view_open(&p->now, &view);
  const struct sv_report r = { .run = &p->now, .view = &view, .lang = sv_lang_used() };
  const struct sv_screen screen = sv_screen_open(stdout, o->color);
  const struct sv_style style = SV_STYLE_FILE;
  if (status == SV_OK && o->format && strcmp(o->format, "json") == 0)
    status = sv_diff_json(&r, out);
  else if (status == SV_OK && o->format && strcmp(o->format, "markdown") == 0)
    status = sv_diff_markdown(&r, out);
  else if (status == SV_OK)
    status = sv_diff_text(&r, o->output ? &style : &screen.style, out);
  sv_view_close(&view);
  return status == SV_OK ? out->failed : status;
}

/* The verdict was counted with fail_on_new; how the run ended decides only whether it shows enough.
 */
static int exit_code(struct sv_run *now)
{
  const bool broken = now->partial || now->events.interrupted || now->events.internal ||
                      now->events.configuration || now->events.unreachable;
  now->events = (struct sv_run_events){ .interrupted = false };
  if (sv_verdict_count(now, &now->verdict) != SV_OK)
    return SV_EXIT_INTERNAL;
  return now->verdict.exit_code == SV_EXIT_CONFORMS && broken ? SV_EXIT_NOT_SHOWN
                                                              : now->verdict.exit_code;
}

static int diff(const struct options *o, char *const *files)
{
  struct sv_error err = { .line = 0 };
  struct pair p = { .before = { .id = NULL } };
  struct sv_buf text = SV_BUF(SV_REPORT_MAX);
  enum sv_status status = compare(&p, files[0], files[1], &err);
  int code = status == SV_OK ? SV_EXIT_CONFORMS : refuse(status, &err);
  if (status == SV_OK) {
    status = render(&p, o, &text);
    if (status != SV_OK)
      (void)sv_fail(&err, status, N_("there is not enough memory"));
    else
      status = sv_output_file(o->output ? o->output : "-", text.data, text.size, &err);
    if (status != SV_OK)
      sv_say_error(&err);
    code = status == SV_OK ? exit_code(&p.now) : SV_EXIT_INTERNAL;
  }
  sv_buf_free(&text);
  sv_run_free(&p.before);
  sv_run_free(&p.now);
  return code;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct options o = { .format = NULL };
  struct sv_operands operands = { .arena = arena };
  const int ended = sv_command_begin(&sv_command_diff, argc, argv, &o, &operands);
  if (ended >= 0)
    return ended;
  if (operands.count == 2)
    return diff(&o, operands.items);
  sv_say(stderr, N_("samsvar: diff takes two results files, the older one first.\n"), NULL);
  return SV_EXIT_USAGE;
}
