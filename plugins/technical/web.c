// SPDX-License-Identifier: Apache-2.0
/* What the HTML of a page must have for readers and their aids. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/html/page.h"
#include "engines/http/language.h"
#include "engines/http/media_type.h"

#include <string.h>

typedef enum sv_outcome judge_page(struct sv_ctx *, const struct sv_response *,
                                   const struct sv_page *);

/* Reads the endpoint's page and hands it to JUDGE. */
static enum sv_outcome with_page(struct sv_ctx *ctx, judge_page *judge)
{
  const struct sv_response *r;
  enum sv_outcome outcome = tec_get_page(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  struct sv_page page;
  struct sv_error err = { .line = 0 };
  if (sv_page_read(r->body, r->body_size, &page, &err) == SV_OK)
    outcome = judge(ctx, r, &page);
  else
    outcome = tec_unreadable(ctx, r, &err);
  sv_page_free(&page);
  return outcome;
}

static enum sv_outcome judge_lang(struct sv_ctx *ctx, const struct sv_response *r,
                                  const struct sv_page *page)
{
  if (page->lang && sv_language_is_well_formed(page->lang, strlen(page->lang)))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The page does not tell which language it is in."),
                  .where.text = "<html lang>", .where.url = r->url, .expected = "lang=\"nb\"",
                  .actual = page->lang ? ctx->sv->format(ctx, "%s", page->lang) : "",
                  .hint = N_("Write the language on the html element: nb, nn, se or en. Screen "
                             "readers choose their voice by it."));
}

/* TEC-WEB-03 */
enum sv_outcome tec_page_language(struct sv_ctx *ctx)
{
  return with_page(ctx, judge_lang);
}

static enum sv_outcome judge_title(struct sv_ctx *ctx, const struct sv_response *r,
                                   const struct sv_page *page)
{
  if (page->title && page->title[strspn(page->title, " \t\r\n")])
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The page has no title."), .where.text = "<title>",
                  .where.url = r->url, .expected = N_("a title that tells what the page is about"),
                  .actual = "",
                  .hint = N_("Give every page a title element with words of its own."));
}

/* TEC-WEB-04 */
enum sv_outcome tec_page_title(struct sv_ctx *ctx)
{
  return with_page(ctx, judge_title);
}

static enum sv_outcome judge_charset(struct sv_ctx *ctx, const struct sv_response *r,
                                     const struct sv_page *page)
{
  const char *type = sv_header(r, "Content-Type");
  struct sv_media_type m;
  const struct sv_param *charset = type && sv_media_type_parse(type, strlen(type), &m) == SV_OK
                                       ? sv_params_find(&m.params, "charset")
                                       : NULL;
  const bool declared = charset ? sv_param_is(charset, "utf-8")
                                : page->charset && sv_equal_nocase(page->charset, "utf-8");
  if (declared && sv_utf8_check(r->body, r->body_size) == r->body_size)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The page is not declared and written as UTF-8."),
                  .where.text = "charset", .where.url = r->url, .expected = "UTF-8",
                  .actual = charset         ? type
                            : page->charset ? ctx->sv->format(ctx, "%s", page->charset)
                                            : "",
                  .hint = N_("Write the body as UTF-8 and declare it so."));
}

/* TEC-WEB-10 */
enum sv_outcome tec_page_charset(struct sv_ctx *ctx)
{
  return with_page(ctx, judge_charset);
}
