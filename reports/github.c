// SPDX-License-Identifier: Apache-2.0
/* GitHub workflow commands: one annotation a requirement, worst first, since a step shows only the
 * first ten of a kind. */
#include "reports/formats.h"

#include "reports/problem.h"
#include "reports/put.h"

#include <string.h>

enum { MESSAGE_MOST = 1000 };

/* TEXT as a command's data, or as the value of a property. */
static void escape(struct sv_buf *out, const char *text, bool property)
{
  for (; *text; text++) {
    const bool special = *text == '%' || *text == '\r' || *text == '\n' ||
                         (property && (*text == ':' || *text == ','));
    if (special)
      (void)sv_buf_addf(out, "%%%02X", (unsigned)(unsigned char)*text);
    else
      (void)sv_buf_addc(out, *text);
  }
}

/* The command's name; NULL: no annotation. */
static const char *command_of(const struct sv_report *r, const struct sv_item *item)
{
  const bool may = sv_requirement_level(item->requirement) == SV_MAY;
  if (sv_ci_is_red(r, item))
    return "error";
  switch (item->display) {
  case SV_SHOW_FAIL:
  case SV_SHOW_ERROR:
    return "warning";
  case SV_SHOW_WARNING:
    return may ? "notice" : "warning";
  case SV_SHOW_WAIVED:
    return "notice";
  case SV_SHOW_NOT_TESTED:
  case SV_SHOW_NOT_APPLICABLE:
  case SV_SHOW_PASS:
  default:
    return NULL;
  }
}

static void annotate(const char *command, const char *title, const char *message,
                     const struct sv_finding_record *f, struct sv_buf *out)
{
  struct sv_buf path = SV_BUF(SV_SCRATCH);
  uint32_t line = 0;
  uint32_t column = 0;
  sv_problem_path(f, &path, &line, &column);
  (void)sv_buf_addf(out, "::%s file=", command);
  escape(out, sv_buf_text(&path), true);
  (void)sv_buf_addf(out, ",line=%u", line);
  if (column)
    (void)sv_buf_addf(out, ",col=%u", column);
  (void)sv_buf_adds(out, ",title=");
  escape(out, title, true);
  (void)sv_buf_adds(out, "::");
  escape(out, message, false);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&path);
}

enum sv_status sv_github_render(const struct sv_report *r, struct sv_buf *out)
{
  for (size_t i = 0; i < r->view->count && !out->failed; i++) {
    const struct sv_item *item = r->view->worst[i];
    const char *command = command_of(r, item);
    if (!command)
      continue;
    struct sv_buf title = SV_BUF(4096);
    struct sv_buf message = SV_BUF(16 * MESSAGE_MOST);
    sv_ci_name(item, &title);
    sv_ci_message(r, item, MESSAGE_MOST, &message);
    annotate(command, sv_buf_text(&title), sv_buf_text(&message), sv_item_finding(item, NULL), out);
    sv_buf_free(&title);
    sv_buf_free(&message);
  }
  const char *why = sv_ci_run_reason(r);
  if (why)
    annotate("error", "RUN " SV_CI_RUN_NAME, sv_tr(why), NULL, out);
  return out->failed;
}
