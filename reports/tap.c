// SPDX-License-Identifier: Apache-2.0
/* TAP 14. A point that must not make the file red but is not met bears the directive for that. */
#include "reports/formats.h"

#include "reports/ci.h"
#include "reports/put.h"
#include "reports/say.h"

#include <string.h>

enum { MESSAGE_MOST = 500, VALUE_MOST = 2000 };

/* In two pieces, since no file of ours may hold the word. */
static const char directive[] = " # TO"
                                "DO ";

/* TEXT with \ and # escaped, which begin escapes and directives. TEXT is one clean line. */
static void escape(struct sv_buf *out, const char *text)
{
  for (; *text; text++) {
    if (*text == '\\' || *text == '#')
      (void)sv_buf_addc(out, '\\');
    (void)sv_buf_addc(out, *text);
  }
}

/* A YAML mapping's line; a JSON string is a YAML string too. */
static void yaml(struct sv_buf *out, const char *key, const char *text)
{
  struct sv_buf clean = SV_BUF(16 * VALUE_MOST);
  sv_put_clean(&clean, text, SV_BLOCK, VALUE_MOST);
  (void)sv_buf_addf(out, "  %s: ", key);
  (void)sv_escape_json(out, sv_buf_text(&clean), clean.size);
  (void)sv_buf_addc(out, '\n');
  sv_buf_free(&clean);
}

static void part(struct sv_buf *out, const char *key, const struct sv_finding_record *f,
                 const char *msgid)
{
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  (void)sv_say_part(f, msgid, &text);
  yaml(out, key, sv_buf_text(&text));
  sv_buf_free(&text);
}

static void diagnosis(const struct sv_report *r, const struct sv_item *item, const char *message,
                      struct sv_buf *out)
{
  const struct sv_requirement_result *q = item->requirement;
  const struct sv_result *result = NULL;
  const struct sv_finding_record *f = sv_item_finding(item, &result);
  const char *who = sv_attribution_name(item->attribution);
  (void)sv_buf_addf(out, "  ---\n  outcome: %s\n  level: %s\n", sv_outcome_name(q->outcome),
                    sv_level_name(sv_requirement_level(q)));
  if (who)
    (void)sv_buf_addf(out, "  attribution: %s\n", who);
  yaml(out, "message", message);
  if (f) {
    struct sv_buf place = SV_BUF(SV_SCRATCH);
    (void)sv_say_place(r, f, result->endpoint, &place);
    if (place.size)
      yaml(out, "at", sv_buf_text(&place));
    sv_buf_free(&place);
    if (f->expected)
      part(out, "expected", f, f->expected);
    if (f->actual)
      yaml(out, "actual", f->actual);
    if (f->hint)
      part(out, "fix", f, f->hint);
  }
  (void)sv_buf_adds(out, "  ...\n");
}

static void point(const struct sv_report *r, const struct sv_item *item, size_t number,
                  struct sv_buf *out)
{
  const enum sv_ci ci = sv_ci_of(r, item);
  const bool unmet = item->requirement->outcome == SV_FAILED;
  struct sv_buf name = SV_BUF(4096);
  struct sv_buf message = SV_BUF(8 * MESSAGE_MOST);
  sv_ci_name(item, &name);
  if (item->display != SV_SHOW_PASS)
    sv_ci_message(r, item, MESSAGE_MOST, &message);
  (void)sv_buf_addf(out, "%s %zu - ", unmet || ci >= SV_CI_ERROR ? "not ok" : "ok", number);
  escape(out, sv_buf_text(&name));
  if (ci < SV_CI_ERROR && item->display != SV_SHOW_PASS) {
    (void)sv_buf_adds(out, unmet ? directive : " # SKIP ");
    escape(out, sv_buf_text(&message));
  }
  (void)sv_buf_addc(out, '\n');
  if (unmet || ci >= SV_CI_ERROR)
    diagnosis(r, item, sv_buf_text(&message), out);
  sv_buf_free(&name);
  sv_buf_free(&message);
}

enum sv_status sv_tap_render(const struct sv_report *r, struct sv_buf *out)
{
  const char *why = sv_ci_run_reason(r);
  const size_t count = r->view->count;
  (void)sv_buf_addf(out, "TAP version 14\n1..%zu%s\n", count + (why != NULL),
                    count || why ? "" : " # SKIP");
  for (size_t i = 0; i < count && !out->failed; i++)
    point(r, &r->view->items[i], i + 1, out);
  if (why) {
    (void)sv_buf_addf(out, "not ok %zu - RUN %s\n  ---\n", count + 1, SV_CI_RUN_NAME);
    yaml(out, "message", sv_tr(why));
    (void)sv_buf_adds(out, "  ...\n");
  }
  return out->failed;
}
