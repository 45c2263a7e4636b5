// SPDX-License-Identifier: Apache-2.0
/* språklova § 14: state bodies offer self-service in both written forms at the same time. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "engines/html/page.h"
#include "plugins/describe/describe.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

#define PUBLISHER_TYPE "http://purl.org/adms/publishertype/"

/* Whether TAG is PRIMARY or begins with it and a hyphen. */
static bool is_tag(const char *tag, const char *primary)
{
  const size_t n = strlen(primary);
  return tag && sv_equal_nocase_n(tag, strlen(tag) < n ? strlen(tag) : n, primary) &&
         (tag[n] == '\0' || tag[n] == '-');
}

/* Where PAGE says that the form PRIMARY is: "" for the page itself, NULL for nowhere. */
static const char *offered_at(const struct sv_page *page, const char *primary)
{
  if (is_tag(page->lang, primary))
    return "";
  for (size_t i = 0; i < page->link_count; i++)
    if (is_tag(page->links[i].hreflang, primary))
      return page->links[i].href ? page->links[i].href : "";
  return NULL;
}

/* Which written forms the service shows that it has, as bits. */
enum { FORM_NB = 1, FORM_NN = 2, FORM_BOTH = 3 };

/* Whether something in G has the type TYPE. */
static bool has_type(const struct sv_graph *g, const char *type)
{
  const sv_term p = sv_graph_find_iris(g, DCT "type"), o = sv_graph_find_iris(g, type);
  size_t n = 0;
  if (p && o)
    (void)sv_graph_subjects(g, p, o, &n);
  return n > 0;
}

/* Whose duty it is: the profile's "state-body", else what a description says of the type of an
 * organisation in it. */
enum body { BODY_UNKNOWN, BODY_OF_STATE, BODY_OTHER };

static enum body body_of(struct sv_ctx *ctx)
{
  static const char *const kinds[] = { "dcat", "cpsv" };
  const json_t *said = ctx->sv->param(ctx, "state-body");
  enum body body = BODY_UNKNOWN;
  if (json_is_boolean(said))
    return json_is_true(said) ? BODY_OF_STATE : BODY_OTHER;
  for (size_t i = 0; i < 2; i++) {
    const struct sv_description *d;
    for (size_t n = 0; (d = sv_describe_nth(ctx, kinds[i], n)); n++) {
      if (d->graph && has_type(d->graph, PUBLISHER_TYPE "NationalAuthority"))
        return BODY_OF_STATE;
      if (d->graph && (has_type(d->graph, PUBLISHER_TYPE "LocalAuthority") ||
                       has_type(d->graph, PUBLISHER_TYPE "RegionalAuthority")))
        body = BODY_OTHER;
    }
  }
  return body;
}

struct front {
  const struct sv_response *answer;
  enum body body;
  bool is_shell; /* scripts fill the page */
  unsigned forms;
  const char *lang;  /* of the page; lives as long as the check, as the next two */
  const char *at[2]; /* absolute addresses of the forms that it links to; NULL: none */
};

static void note_forms(struct sv_ctx *ctx, const struct sv_page *page, struct front *f)
{
  static const char *const tags[] = { "nb", "nn" };
  for (unsigned i = 0; i < 2; i++) {
    const char *href = offered_at(page, tags[i]);
    if (!href)
      continue;
    f->forms |= (unsigned)FORM_NB << i;
    if (*href)
      f->at[i] = sv_legal_absolute(ctx, f->answer->url, href);
  }
}

/* Asks for the page in TAG, as browsers do, and adds the form when that is what comes. */
static void negotiate(struct sv_ctx *ctx, struct front *f, const char *tag, unsigned form)
{
  const char *const headers[] = { ctx->sv->format(ctx, "Accept-Language: %s", tag), NULL };
  const struct sv_response *r = sv_http(ctx, .headers = headers, .follow = 5);
  struct sv_page page;
  if (r->error || r->status != 200)
    return;
  if (sv_page_read(r->body, r->body_size, &page, NULL) == SV_OK && is_tag(page.lang, tag))
    f->forms |= form;
  sv_page_free(&page);
}

/* SV_PASSED: F is what the front page shows; else what the check ends with. */
static enum sv_outcome look(struct sv_ctx *ctx, struct front *f)
{
  *f = (struct front){ .body = body_of(ctx) };
  if (f->body == BODY_OTHER)
    return SV_INAPPLICABLE;
  const struct sv_response *r = f->answer = sv_http(ctx, .follow = 5);
  if (r->error)
    return sv_no_answer(ctx, r);
  const char *type = sv_header(r, "Content-Type");
  if (r->status != 200 || !type || !strcasestr(type, "html"))
    return SV_INAPPLICABLE;
  struct sv_page page;
  const bool is_read = sv_page_read(r->body, r->body_size, &page, NULL) == SV_OK;
  if (is_read) {
    note_forms(ctx, &page, f);
    f->lang = ctx->sv->format(ctx, "lang=%s", page.lang ? page.lang : "-");
    f->is_shell = page.is_shell;
  } else {
    sv_find(ctx, .outcome = SV_CANT_TELL, .message = N_("The page could not be read as HTML."), .where.url = r->url,
            .evidence = r->evidence, .hint = N_("Look at the page with an HTML validator."));
  }
  sv_page_free(&page);
  if (!is_read)
    return SV_CANT_TELL;
  if (!(f->forms & FORM_NB))
    negotiate(ctx, f, "nb", FORM_NB);
  if (!(f->forms & FORM_NN))
    negotiate(ctx, f, "nn", FORM_NN);
  return SV_PASSED;
}

/* Whether the pages that F links to are there; those at hosts of others are not asked. */
static enum sv_outcome follow(struct sv_ctx *ctx, const struct front *f)
{
  for (unsigned i = 0; i < 2; i++) {
    if (!f->at[i] || !sv_is_own_url(ctx, f->at[i]))
      continue;
    const struct sv_response *r = sv_http(ctx, .url = f->at[i], .follow = 5);
    if (r->error)
      return sv_no_answer(ctx, r);
    if (!sv_is_gone(r))
      continue;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The link to the page in the other written form leads nowhere."), .where.url = f->at[i],
            .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status), .evidence = r->evidence,
            .hint = N_("Put the page back, or correct the link with hreflang on the front page."));
    return SV_FAILED;
  }
  return SV_PASSED;
}

/* What F lacks, said by MESSAGE: the fault of a state body; of others nobody asks it. */
static enum sv_outcome lacks(struct sv_ctx *ctx, const struct front *f, const char *message,
                             const char *hint)
{
  if (f->is_shell)
    return sv_no_content(ctx, f->answer);
  const bool is_duty = f->body == BODY_OF_STATE;
  sv_find(ctx, .outcome = is_duty ? SV_FAILED : SV_CANT_TELL,
          .attribution = is_duty ? SV_TARGET : SV_CONFIGURATION,
          .message = is_duty ? message
                             : N_("Only state bodies must have both written forms, and nothing says whether this "
                                  "is one."),
          .where.url = f->answer->url,
          .expected = N_("lang on html, and a link with hreflang to the other written form: nb and nn"),
          .actual = f->lang, .evidence = f->answer->evidence,
          .hint = is_duty ? hint : N_("Set the parameter state-body to true or false in a profile of your own."));
  return is_duty ? SV_FAILED : SV_CANT_TELL;
}

enum sv_outcome sv_legal_both_forms(struct sv_ctx *ctx)
{
  struct front f;
  const enum sv_outcome outcome = look(ctx, &f);
  if (outcome != SV_PASSED)
    return outcome;
  if (f.forms == FORM_BOTH)
    return follow(ctx, &f);
  if (f.forms == 0)
    return SV_INAPPLICABLE; /* the next check says that it does not show */
  return lacks(ctx, &f,
               N_("The front page does not show that the service exists in both bokmål and nynorsk."),
               N_("Offer both forms and link them with rel=alternate and hreflang; a body that is not a state "
                  "body sets the parameter state-body to false in its profile."));
}

enum sv_outcome sv_legal_form_shown(struct sv_ctx *ctx)
{
  struct front f;
  const enum sv_outcome outcome = look(ctx, &f);
  if (outcome != SV_PASSED || f.forms)
    return outcome;
  return lacks(ctx, &f, N_("The front page does not show in which written form the service is."),
               N_("Say lang=nb or lang=nn on html; no stands for either and tells nobody which."));
}
