// SPDX-License-Identifier: Apache-2.0
/* språklova § 14: state bodies offer self-service in both written forms at the same time. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "engines/html/page.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

/* Whether TAG is PRIMARY or begins with it and a hyphen. */
static bool is_tag(const char *tag, const char *primary)
{
  const size_t n = strlen(primary);
  return tag && sv_equal_nocase_n(tag, strlen(tag) < n ? strlen(tag) : n, primary) &&
         (tag[n] == '\0' || tag[n] == '-');
}

static bool offers(const struct sv_page *page, const char *primary)
{
  if (is_tag(page->lang, primary))
    return true;
  for (size_t i = 0; i < page->link_count; i++)
    if (is_tag(page->links[i].hreflang, primary))
      return true;
  return false;
}

enum sv_outcome sv_legal_both_forms(struct sv_ctx *ctx)
{
  const json_t *state_body = ctx->sv->param(ctx, "state-body");
  if (state_body && json_is_false(state_body))
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .follow = 5);
  if (r->error)
    return sv_no_answer(ctx, r);
  const char *type = sv_header(r, "Content-Type");
  if (r->status != 200 || !type || !strcasestr(type, "html"))
    return SV_INAPPLICABLE;
  struct sv_page page;
  enum sv_outcome outcome = SV_CANT_TELL;
  if (sv_page_read(r->body, r->body_size, &page, NULL) != SV_OK) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .message = N_("The page could not be read as HTML."), .where.url = r->url,
            .evidence = r->evidence, .hint = N_("Look at the page with an HTML validator."));
  } else if (offers(&page, "nb") && offers(&page, "nn")) {
    outcome = SV_PASSED;
  } else {
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The front page does not show that the service exists in both bokmål and nynorsk."),
            .where.url = r->url,
            .expected = N_("lang on html, and a link with hreflang to the other written form: nb and nn"),
            .actual = ctx->sv->format(ctx, "lang=%s", page.lang ? page.lang : "-"), .evidence = r->evidence,
            .hint = N_("Offer both forms and link them with rel=alternate and hreflang; a body that is not a state "
                       "body sets the parameter state-body to false in its profile."));
  }
  sv_page_free(&page);
  return outcome;
}
