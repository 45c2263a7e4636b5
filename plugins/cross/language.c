// SPDX-License-Identifier: Apache-2.0
/* The languages that a description names beside those of the pages it leads to. */
#include "engines/base/ascii.h"
#include "engines/html/page.h"
#include "plugins/cross/compare.h"
#include "plugins/cross/cross.h"
#include "plugins/cross/services.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"

#include <samsvar/helpers.h>
#include <string.h>

#define LANGUAGE "http://publications.europa.eu/resource/authority/language/"

enum { PAGES_MAX = 8, CLAIMED_MAX = 40, OFFERED_MAX = 200 };

/* Codes of the EU's list, and the language tags that a page in the language may have. */
static const struct {
  const char *code, *tags;
} languages[] = {
  { "NOB", "nb no" }, { "NNO", "nn no" }, { "NOR", "no nb nn" }, { "SME", "se" }, { "SMJ", "smj" },
  { "SMA", "sma" },   { "FKV", "fkv" },   { "ENG", "en" },       { "SWE", "sv" }, { "DAN", "da" },
  { "FIN", "fi" },    { "ISL", "is" },    { "DEU", "de" },       { "FRA", "fr" }, { "SPA", "es" },
  { "POL", "pl" },    { "LIT", "lt" },    { "RUS", "ru" },       { "UKR", "uk" }, { "ARA", "ar" },
  { "SOM", "so" },
};

/* What one node says of its languages. */
struct claimed {
  const struct sv_triple *triples[CLAIMED_MAX];
  const char *tags[CLAIMED_MAX];
  size_t count;
  const char *shown; /* "NOB, NNO" */
};

/* False when there are none, or one of them is in no table of ours: then nothing is compared. */
static bool read_claimed(struct sv_judging *j, sv_term node, struct claimed *out)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DCT "language", &n);
  *out = (struct claimed){ .shown = "" };
  for (size_t i = 0; i < n && i < CLAIMED_MAX; i++) {
    const char *iri = sv_iri_of(j->g, values[i].o);
    const char *code = iri && sv_starts_with(iri, LANGUAGE) ? iri + strlen(LANGUAGE) : "";
    size_t k = 0;
    while (k < sizeof languages / sizeof languages[0] && strcmp(languages[k].code, code) != 0)
      k++;
    if (k == sizeof languages / sizeof languages[0])
      return false;
    out->triples[out->count] = &values[i];
    out->tags[out->count++] = languages[k].tags;
    out->shown = j->ctx->sv->format(j->ctx, "%s%s%s", out->shown, i ? ", " : "", code);
  }
  return n > 0 && n <= CLAIMED_MAX;
}

/* Whether TAG can be one by its letters; that it is well-formed is judged elsewhere. */
static bool is_tag(const char *tag)
{
  const size_t size = tag ? strcspn(tag, "-") : 0;
  for (const char *at = tag; at && *at; at++)
    if (!sv_is_alnum((unsigned char)*at) && *at != '-')
      return false;
  return size == 2 || size == 3;
}

/* Whether the first part of TAG is one of TAGS. */
static bool is_among(const char *tag, const char *tags)
{
  const size_t size = strcspn(tag, "-");
  for (const char *at = tags; *at; at += strspn(at, " ")) {
    const size_t n = strcspn(at, " ");
    if (n == size && strncasecmp(at, tag, n) == 0)
      return true;
    at += n;
  }
  return false;
}

static bool is_claimed(const struct claimed *c, const char *tag)
{
  for (size_t i = 0; i < c->count; i++)
    if (is_among(tag, c->tags[i]))
      return true;
  return false;
}

/* The pages of one node, read, and the languages they are in or lead to. */
struct offered {
  const char *tags[OFFERED_MAX];
  size_t count;
  const char *shown;
  struct sv_side side; /* of the first page */
  size_t pages;
};

static void add(struct sv_judging *j, struct offered *o, const char *tag)
{
  for (size_t i = 0; i < o->count; i++)
    if (sv_equal_nocase(o->tags[i], tag))
      return;
  if (o->count == OFFERED_MAX || !tag[0])
    return;
  o->tags[o->count++] = j->ctx->sv->format(j->ctx, "%s", tag);
  o->shown =
      j->ctx->sv->format(j->ctx, "%s%s%s", o->shown ? o->shown : "", o->shown ? ", " : "", tag);
}

/* Says that the page is in a language that is not among the claimed. */
static void find_other(struct sv_judging *j, const struct claimed *c, const struct sv_side *page)
{
  struct sv_side said = sv_side_of_triple(j->ctx, j->d, c->triples[0]);
  said.value = c->shown;
  j->faults++;
  sv_cross_contradiction(j->ctx,
                         N_("The page is in another language than those that its description "
                            "names."),
                         &said, page,
                         N_("Name the language of the page in dct:language, or correct lang on "
                            "html."));
}

/* Reads the page at T, and judges the language it is in. */
static void judge_page(struct sv_judging *j, const struct sv_triple *t, const struct claimed *c,
                       struct offered *o)
{
  const struct sv_response *r = sv_judging_ask(j, sv_iri_of(j->g, t->o), SV_ASK_WHOLE);
  const char *type = r ? sv_header(r, "Content-Type") : NULL;
  struct sv_page page;
  if (!r || r->status != 200 || !type || !strcasestr(type, "html"))
    return; /* that there is a page is judged elsewhere */
  if (sv_page_read(r->body, r->body_size, &page, NULL) == SV_OK && is_tag(page.lang)) {
    const struct sv_side side = { .value = j->ctx->sv->format(j->ctx, "%s", page.lang),
                                  .place = { .url = r->url, .line = page.lang_line },
                                  .evidence = r->evidence };
    o->side = o->pages++ ? o->side : side;
    add(j, o, page.lang);
    for (size_t i = 0; i < page.link_count; i++)
      add(j, o, page.links[i].hreflang ? page.links[i].hreflang : "");
    j->looked_at++;
    if (!is_claimed(c, page.lang))
      find_other(j, c, &side);
  } else if (!page.text) {
    j->unknown++;
    sv_find(j->ctx, .outcome = SV_CANT_TELL, .message = N_("The page could not be read as HTML."),
            .where.url = r->url, .evidence = r->evidence,
            .hint = N_("Look at the page with an HTML validator."));
  }
  sv_page_free(&page);
}

/* --- catalogues --- */

static void judge_catalogue(struct sv_judging *j, sv_term node)
{
  struct claimed c;
  struct offered o = { .count = 0 };
  size_t n;
  const struct sv_triple *pages = sv_values_of(j->g, node, FOAF "homepage", &n);
  if (n == 0 || !read_claimed(j, node, &c))
    return;
  for (size_t i = 0; i < n && i < PAGES_MAX; i++)
    if (sv_iri_of(j->g, pages[i].o) && sv_is_own_url(j->ctx, sv_iri_of(j->g, pages[i].o)))
      judge_page(j, &pages[i], &c, &o);
}

/* --- services --- */

/* Each language that is claimed, and that no page of the service is in or leads to. */
static void judge_offered(struct sv_judging *j, const struct claimed *c, const struct offered *o)
{
  for (size_t i = 0; i < c->count; i++) {
    bool is_there = false;
    for (size_t k = 0; k < o->count && !is_there; k++)
      is_there = is_among(o->tags[k], c->tags[i]);
    if (is_there)
      continue;
    const struct sv_side said = sv_side_of_triple(j->ctx, j->d, c->triples[i]);
    struct sv_side side = o->side;
    side.value = o->shown;
    j->faults++;
    sv_cross_contradiction(j->ctx,
                           N_("The service is said to be in a language that its pages neither are "
                              "in nor lead to."),
                           &said, &side,
                           N_("Link to the page in that language with hreflang, or take the "
                              "language out of dct:language."));
  }
}

static void judge_service(struct sv_judging *j, sv_term service)
{
  struct claimed c;
  struct offered o = { .count = 0 };
  const struct sv_triple *page;
  size_t asked = 0;
  if (!read_claimed(j, service, &c))
    return;
  for (size_t n = 0; asked < PAGES_MAX && (page = sv_cross_page(j->g, service, n)); n++)
    if (sv_is_own_url(j->ctx, sv_iri_of(j->g, page->o))) {
      judge_page(j, page, &c, &o);
      asked++;
    }
  if (o.pages)
    judge_offered(j, &c, &o);
}

static enum sv_outcome each(struct sv_ctx *ctx, const char *kind, const char *const *classes,
                            sv_judge_node *judge)
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  const struct sv_description *d;
  for (size_t n = 0; (d = sv_describe_nth(ctx, kind, n)); n++) {
    struct sv_judging j = { .ctx = ctx, .d = d, .g = d->graph };
    if (!j.g)
      continue;
    sv_judging_nodes(&j, classes, judge);
    outcome = sv_both(outcome, sv_judging_end(&j));
  }
  return outcome;
}

enum sv_outcome sv_cross_catalogue_language(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Catalog", NULL };
  return each(ctx, "dcat", classes, judge_catalogue);
}

enum sv_outcome sv_cross_service_language(struct sv_ctx *ctx)
{
  static const char *const classes[] = { CPSV "PublicService", CPSVNO "Service", NULL };
  return each(ctx, "cpsv", classes, judge_service);
}
