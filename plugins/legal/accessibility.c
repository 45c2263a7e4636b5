// SPDX-License-Identifier: Apache-2.0
/* The accessibility statement: forskrift om universell utforming av IKT-løsninger. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/html/page.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

enum { WHOLE_MIN = 1024 };

struct statement {
  struct sv_page front;
  const struct sv_response *front_answer;
  char *url;      /* of the statement, absolute; NULL: no link at all */
  bool at_office; /* on a host where statements are made */
};

/* The words a link to the statement has, in the two written forms, in English and in North Sámi. */
static bool is_statement_text(const char *text)
{
  static const char *const words[] = { "tilgjengelighetserklæring", "tilgjengelegheitserklæring",
                                       "accessibility statement", "Tilgjengelighetserklæring",
                                       "Tilgjengelegheitserklæring", "olámuttovuođa" };
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (strcasestr(text, words[i]))
      return true;
  return false;
}

/* Whether URL's host is one of the profile's "accessibility-statement-hosts" or below it; uustatus.no when the
 * profile says nothing. */
static bool is_office(struct sv_ctx *ctx, const char *url)
{
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  char host[256] = "";
  size_t n = u.authority.size;
  const char *colon = u.authority.data ? memchr(u.authority.data, ':', n) : NULL;
  if (colon)
    n = (size_t)(colon - u.authority.data);
  if (!u.authority.data || n >= sizeof host)
    return false;
  memcpy(host, u.authority.data, n);
  const json_t *hosts = ctx->sv->param(ctx, "accessibility-statement-hosts");
  for (size_t i = 0; i < (hosts ? json_array_size(hosts) : 1); i++) {
    const char *office = hosts ? json_string_value(json_array_get(hosts, i)) : "uustatus.no";
    const size_t m = office ? strlen(office) : 0;
    if (m && n >= m && sv_equal_nocase(host + n - m, office) && (n == m || host[n - m - 1] == '.'))
      return true;
  }
  return false;
}

/* Reads the front page. SV_PASSED when it is there, else what the check ends with. */
static enum sv_outcome read_front(struct sv_ctx *ctx, struct statement *s)
{
  *s = (struct statement){ 0 };
  if (json_is_false(ctx->sv->param(ctx, "public-body")))
    return SV_INAPPLICABLE; /* the duty to have a statement is that of public bodies */
  const struct sv_response *r = sv_http(ctx, .follow = 5);
  s->front_answer = r;
  if (r->error)
    return sv_no_answer(ctx, r);
  const char *type = sv_header(r, "Content-Type");
  if (r->status != 200 || !type || !strcasestr(type, "html"))
    return SV_INAPPLICABLE;
  struct sv_error err = { 0 };
  if (sv_page_read(r->body, r->body_size, &s->front, &err) != SV_OK) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .message = N_("The page could not be read as HTML."), .where.url = r->url,
            .actual = err.text, .evidence = r->evidence, .hint = N_("Look at the page with an HTML validator."));
    return SV_CANT_TELL;
  }
  for (size_t i = 0; i < s->front.link_count && !s->at_office; i++) {
    const struct sv_page_link *link = &s->front.links[i];
    if (strcmp(link->element, "a") != 0 || !is_statement_text(link->text))
      continue;
    char *url = sv_legal_absolute(ctx, r->url, link->href);
    if (!url)
      continue;
    s->url = url;
    s->at_office = is_office(ctx, url);
  }
  return s->front.is_shell ? sv_no_content(ctx, r) : SV_PASSED;
}

enum sv_outcome sv_legal_statement_link(struct sv_ctx *ctx)
{
  struct statement s;
  enum sv_outcome outcome = read_front(ctx, &s);
  if (outcome == SV_PASSED && !s.url) {
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The front page has no link to an accessibility statement."),
            .where.url = s.front_answer->url,
            .expected = N_("a link called accessibility statement to the body's statement at uustatus.no"),
            .actual = N_("no such link"), .evidence = s.front_answer->evidence,
            .hint = N_("Make the statement at uustatus.no and link to it from the foot of every page."));
  }
  sv_page_free(&s.front);
  return outcome;
}

enum sv_outcome sv_legal_statement_host(struct sv_ctx *ctx)
{
  struct statement s;
  enum sv_outcome outcome = read_front(ctx, &s);
  sv_page_free(&s.front);
  if (outcome != SV_PASSED || s.at_office)
    return outcome;
  if (!s.url)
    return SV_INAPPLICABLE; /* the check of the link says so */
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("The link to the accessibility statement does not lead to uustatus.no."),
          .where.url = s.front_answer->url,
          .expected = N_("a link called accessibility statement to the body's statement at uustatus.no"),
          .actual = s.url, .evidence = s.front_answer->evidence,
          .hint = N_("Make the statement at uustatus.no and link to it from the foot of every page."));
  return SV_FAILED;
}

/* Fetches the statement that the front page links to. SV_PASSED: *R and *PAGE are it. */
static enum sv_outcome read_statement(struct sv_ctx *ctx, const struct sv_response **r, struct sv_page *page)
{
  struct statement s;
  const enum sv_outcome outcome = read_front(ctx, &s);
  sv_page_free(&s.front);
  if (outcome != SV_PASSED)
    return outcome;
  if (!s.at_office)
    return SV_INAPPLICABLE;
  *r = sv_http(ctx, .url = s.url, .follow = 5, .credential = "");
  if ((*r)->error)
    return sv_no_answer(ctx, *r);
  if (sv_is_gone(*r))
    return SV_FAILED;
  struct sv_error err = { 0 };
  if ((*r)->status == 200 && sv_page_read((*r)->body, (*r)->body_size, page, &err) == SV_OK)
    return SV_PASSED;
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_DEPENDENCY,
          .message = N_("The accessibility statement could not be fetched."), .where.url = (*r)->url,
          .actual = ctx->sv->format(ctx, "%d", (*r)->status), .evidence = (*r)->evidence,
          .hint = N_("Try again later; the statement stands on another service."));
  return SV_CANT_TELL;
}

static void find_missing_statement(struct sv_ctx *ctx, const struct sv_response *r)
{
  sv_find(ctx, .outcome = SV_FAILED, .message = N_("The link to the accessibility statement is dead."),
          .where.url = r->url, .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
          .evidence = r->evidence,
          .hint = N_("Publish the statement again at uustatus.no and correct the link."));
}

enum sv_outcome sv_legal_statement_published(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  struct sv_page page = { 0 };
  enum sv_outcome outcome = read_statement(ctx, &r, &page);
  if (outcome == SV_FAILED)
    find_missing_statement(ctx, r);
  sv_page_free(&page);
  return outcome;
}

enum sv_outcome sv_legal_statement_names(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  struct sv_page page = { 0 };
  enum sv_outcome outcome = read_statement(ctx, &r, &page);
  if (outcome == SV_FAILED)
    outcome = SV_INAPPLICABLE; /* the check of the statement itself says so */
  const char *name = json_string_value(
    json_object_get(json_object_get(ctx->sv->target(ctx), "organisation"), "name"));
  if (outcome == SV_PASSED && !name) {
    outcome = SV_CANT_TELL;
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
            .message = N_("The target file does not name the organisation, so its statement cannot be recognised."),
            .where.url = r->url, .expected = N_("organisation.name in the target file"), .evidence = r->evidence,
            .hint = N_("Add organisation with name and orgnr to samsvar.json."));
  } else if (outcome == SV_PASSED && name && !(page.text && strcasestr(page.text, name))) {
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The accessibility statement does not name the organisation of this service."),
            .where.url = r->url, .expected = name, .actual = page.title ? page.title : "", .evidence = r->evidence,
            .hint = N_("Link to the statement of this body and this solution, not to another one."));
  }
  sv_page_free(&page);
  return outcome;
}

enum sv_outcome sv_legal_statement_whole(struct sv_ctx *ctx)
{
  struct statement s;
  enum sv_outcome outcome = read_front(ctx, &s);
  sv_page_free(&s.front);
  if (outcome != SV_PASSED || !s.url)
    return outcome == SV_PASSED ? SV_INAPPLICABLE : outcome;
  const struct sv_response *r = sv_http(ctx, .url = s.url, .follow = 5, .credential = "");
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  const char *type = sv_header(r, "Content-Type");
  const bool is_html = type && strcasestr(type, "html");
  if (r->status == 200 && is_html && r->body_size > WHOLE_MIN)
    return SV_PASSED;
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("There is no accessibility statement to read where the link leads."), .where.url = r->url,
          .expected = N_("200 with a page of more than 1 KiB"),
          .actual = ctx->sv->format(ctx, "%d, %zu B, %s", r->status, r->body_size, type ? type : "-"),
          .evidence = r->evidence,
          .hint = N_("Publish the statement again at uustatus.no and correct the link."));
  return SV_FAILED;
}

enum sv_outcome sv_legal_statement_feedback(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  struct sv_page page = { 0 };
  enum sv_outcome outcome = read_statement(ctx, &r, &page);
  if (outcome == SV_FAILED)
    outcome = SV_INAPPLICABLE;
  bool found = page.forms > 0;
  for (size_t i = 0; i < page.link_count && !found; i++)
    found = sv_starts_with(page.links[i].href, "mailto:") || sv_starts_with(page.links[i].href, "tel:");
  if (outcome == SV_PASSED && !found) {
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED, .message = N_("The accessibility statement has no way to report a fault."),
            .where.url = r->url, .expected = N_("a form, an e-mail address or a telephone number to follow"),
            .actual = N_("none of them"), .evidence = r->evidence,
            .hint = N_("Add a contact for accessibility to the statement at uustatus.no."));
  }
  sv_page_free(&page);
  return outcome;
}
