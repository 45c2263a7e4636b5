// SPDX-License-Identifier: Apache-2.0
/* What the lint says of shapes, before they judge anything. */
#include "engines/shacl/lint.h"
#include "runner/say.h"
#include "runner/validate_shacl.h"

#include <string.h>

#define SHOWN_MAX 100

struct lint {
  struct sv_shacl_job *job;
  size_t shown, more;
};

/* What is said of the judging itself: there, not here. */
static bool is_said_later(const char *rule)
{
  static const char *const rules[] = { "not-run", "no-target", "no-shape" };
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
    if (strcmp(rules[i], rule) == 0)
      return true;
  return false;
}

static void say(void *context, const struct sv_shacl_lint_finding *f)
{
  struct lint *l = context;
  struct sv_buf text = SV_BUF(8192);
  if (is_said_later(f->rule))
    return;
  if (l->shown == SHOWN_MAX) {
    l->more++;
    return;
  }
  l->shown++;
  (void)sv_message_render(sv_tr(f->msgid), f->args, f->arg_count, &text);
  sv_shacl_say_warning(l->job, f->line, sv_buf_text(&text), f->rule);
  sv_buf_free(&text);
}

enum sv_status sv_shacl_say_lint(struct sv_shacl_job *j, struct sv_error *err)
{
  struct lint l = { .job = j };
  char more[24];
  if (j->options->shapes.count == 0)
    return SV_OK;
  SV_TRY(sv_shacl_lint(j->shapes, say, &l, NULL, err));
  (void)snprintf(more, sizeof more, "%zu", l.more);
  if (l.more > 0)
    sv_say(stderr, N_("{count} more remarks about the shapes are not shown\n"), "count", more,
           NULL);
  return SV_OK;
}
