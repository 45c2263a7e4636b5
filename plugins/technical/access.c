// SPDX-License-Identifier: Apache-2.0
/* What a page must have for readers who do not see it, or not well. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/html/elements.h"
#include "engines/http/language.h"

#include <string.h>

typedef enum sv_outcome judge_elements(struct sv_ctx *, const struct sv_response *,
                                       const struct sv_elements *);

/* Reads the endpoint's page and hands its elements to JUDGE; IN_BODY: it looks at the content. */
static enum sv_outcome with_elements(struct sv_ctx *ctx, judge_elements *judge, bool in_body)
{
  const struct sv_response *r;
  enum sv_outcome outcome = tec_get_page(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  struct sv_elements page;
  struct sv_error err = { .line = 0 };
  if (sv_elements_read(r->body, r->body_size, &page, &err) == SV_OK)
    outcome = in_body && page.is_shell ? sv_no_content(ctx, r) : judge(ctx, r, &page);
  else
    outcome = tec_unreadable(ctx, r, &err);
  sv_elements_free(&page);
  return outcome;
}

static bool is_a(const struct sv_element *e, const char *name)
{
  return strcmp(e->name, name) == 0;
}

static bool has_words(const char *text)
{
  return text && text[strspn(text, " \t\r\n\f")];
}

static bool is_of(const char *value, const char *word)
{
  return value && sv_equal_nocase(value, word);
}

/* Hidden from aids, or a mere ornament. */
static bool is_ornament(const struct sv_element *e)
{
  return is_of(e->aria_hidden, "true") || is_of(e->role, "presentation") || is_of(e->role, "none");
}

static bool is_named_by_aria(const struct sv_element *e)
{
  return has_words(e->aria_label) || has_words(e->aria_labelledby) || has_words(e->title);
}

/* Says what is wrong with E. */
static enum sv_outcome fail_at(struct sv_ctx *ctx, const struct sv_response *r,
                               const struct sv_element *e, const char *message,
                               const char *expected, const char *hint)
{
  return tec_fail(ctx, r, tec_arg("element", e->name), .message = message,
                  .where.text = ctx->sv->format(ctx, "<%s>", e->name), .where.url = r->url,
                  .where.line = e->line, .expected = expected,
                  .actual = e->id ? ctx->sv->format(ctx, "id=\"%s\"", e->id) : "", .hint = hint);
}

static enum sv_outcome judge_images(struct sv_ctx *ctx, const struct sv_response *r,
                                    const struct sv_elements *p)
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < p->count; i++) {
    const struct sv_element *e = &p->list[i];
    const bool is_image = is_a(e, "img") || (is_a(e, "area") && e->href) ||
                          (is_a(e, "input") && is_of(e->type, "image"));
    /* An empty text says that an image is an ornament; a button and an area need words. */
    const bool good = is_a(e, "img") ? e->alt != NULL : has_words(e->alt);
    if (is_image && !good && !is_ornament(e) && !is_named_by_aria(e))
      return fail_at(ctx, r, e, N_("An image has no alternative text (<{element}>)."), "alt",
                     N_("Write what the image shows in alt; alt=\"\" for an ornament."));
    if (is_image)
      outcome = SV_PASSED;
  }
  return outcome;
}

/* TEC-WEB-05 */
enum sv_outcome tec_image_text(struct sv_ctx *ctx)
{
  return with_elements(ctx, judge_images, true);
}

static bool is_field(const struct sv_element *e)
{
  static const char *const others[] = { "hidden", "submit", "reset", "button", "image" };
  if (is_a(e, "select") || is_a(e, "textarea"))
    return true;
  if (!is_a(e, "input"))
    return false;
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (is_of(e->type, others[i]))
      return false;
  return true;
}

static bool has_label(const struct sv_elements *p, const struct sv_element *field)
{
  for (size_t i = 0; field->id && i < p->count; i++)
    if (is_a(&p->list[i], "label") && p->list[i].label_for &&
        strcmp(p->list[i].label_for, field->id) == 0 && has_words(p->list[i].text))
      return true;
  return field->in_label || is_named_by_aria(field);
}

static enum sv_outcome judge_fields(struct sv_ctx *ctx, const struct sv_response *r,
                                    const struct sv_elements *p)
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < p->count; i++) {
    const struct sv_element *e = &p->list[i];
    if (!is_field(e) || is_of(e->aria_hidden, "true"))
      continue;
    if (!has_label(p, e))
      return fail_at(ctx, r, e, N_("A field has no label (<{element}>)."), "<label for>",
                     N_("Write a label element whose for is the field's id."));
    outcome = SV_PASSED;
  }
  return outcome;
}

/* TEC-WEB-06 */
enum sv_outcome tec_field_label(struct sv_ctx *ctx)
{
  return with_elements(ctx, judge_fields, true);
}

static enum sv_outcome judge_names(struct sv_ctx *ctx, const struct sv_response *r,
                                   const struct sv_elements *p)
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < p->count; i++) {
    const struct sv_element *e = &p->list[i];
    const bool speaks = (is_a(e, "a") && e->href) || is_a(e, "button");
    if (speaks && !is_of(e->aria_hidden, "true") && !has_words(e->text) && !is_named_by_aria(e))
      return fail_at(ctx, r, e, N_("A link or button has no name (<{element}>)."),
                     N_("words, or aria-label"),
                     N_("Write words in the link or button, or give its image an alternative "
                        "text."));
    if (speaks)
      outcome = SV_PASSED;
  }
  return outcome;
}

/* TEC-WEB-07 */
enum sv_outcome tec_link_name(struct sv_ctx *ctx)
{
  return with_elements(ctx, judge_names, true);
}

/* The value of NAME in the viewport's CONTENT ("a=b, c=d"). */
static struct sv_span viewport_value(const char *content, const char *name)
{
  for (const char *p = content; *p;) {
    p += strspn(p, ",; \t");
    const size_t size = strcspn(p, ",;");
    const size_t n = strlen(name);
    const char *equals = memchr(p, '=', size);
    if (equals && size > n && sv_equal_nocase_n(p, n, name) && strspn(p + n, " \t=") > 0) {
      const char *value = equals + 1 + strspn(equals + 1, " \t");
      return (struct sv_span){ .data = value, .size = strcspn(value, ",; \t") };
    }
    p += size;
  }
  return (struct sv_span){ .data = NULL };
}

static enum sv_outcome judge_zoom(struct sv_ctx *ctx, const struct sv_response *r,
                                  const struct sv_elements *p)
{
  for (size_t i = 0; i < p->count; i++) {
    const struct sv_element *e = &p->list[i];
    if (!is_a(e, "meta") || !is_of(e->meta_name, "viewport") || !e->content)
      continue;
    const struct sv_span scalable = viewport_value(e->content, "user-scalable");
    const struct sv_span most = viewport_value(e->content, "maximum-scale");
    const bool fixed = scalable.data && (sv_equal_nocase_n(scalable.data, scalable.size, "no") ||
                                         sv_equal_nocase_n(scalable.data, scalable.size, "0"));
    const bool narrow = most.data && most.size > 0 && (*most.data == '0' || *most.data == '1') &&
                        (most.size == 1 || most.data[1] == '.');
    if (fixed || narrow)
      return tec_fail(ctx, r, NULL, .message = N_("The page keeps readers from making it larger."),
                      .where.text = "<meta name=viewport>", .where.url = r->url,
                      .where.line = e->line, .expected = "width=device-width, initial-scale=1",
                      .actual = ctx->sv->format(ctx, "%s", e->content),
                      .hint = N_("Take user-scalable and maximum-scale out of the viewport."));
  }
  return SV_PASSED;
}

/* TEC-WEB-08 */
enum sv_outcome tec_zoom(struct sv_ctx *ctx)
{
  return with_elements(ctx, judge_zoom, false);
}

static enum sv_outcome judge_headings(struct sv_ctx *ctx, const struct sv_response *r,
                                      const struct sv_elements *p)
{
  int before = 0;
  bool has_first = false;
  for (size_t i = 0; i < p->count; i++) {
    const struct sv_element *e = &p->list[i];
    if (e->name[0] != 'h' || !sv_is_digit((unsigned char)e->name[1]))
      continue;
    const int level = e->name[1] - '0';
    has_first = has_first || level == 1;
    if (before > 0 && level > before + 1)
      return tec_fail(ctx, r, json_pack("{s:i, s:i}", "from", before, "to", level),
                      .message = N_("The headings of the page jump from level {from} to {to}."),
                      .where.text = ctx->sv->format(ctx, "<%s>", e->name), .where.url = r->url,
                      .where.line = e->line, .expected = ctx->sv->format(ctx, "<h%d>", before + 1),
                      .actual = ctx->sv->format(ctx, "%s", e->text),
                      .hint = N_("Let each heading be at most one level below the one before."));
    before = level;
  }
  if (has_first)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The page has no main heading."),
                  .where.text = "<h1>", .where.url = r->url, .expected = "<h1>", .actual = "",
                  .hint = N_("Give the page one h1 that says what it is about."));
}

/* TEC-WEB-09 */
enum sv_outcome tec_headings(struct sv_ctx *ctx)
{
  return with_elements(ctx, judge_headings, true);
}

/* Whether TAG's language is LANGUAGE. */
static bool is_language(const char *tag, const char *language)
{
  const size_t n = strlen(language);
  return sv_equal_nocase_n(tag, strnlen(tag, n), language) && (!tag[n] || tag[n] == '-');
}

static enum sv_outcome fail_tag(struct sv_ctx *ctx, const struct sv_response *r,
                                const struct sv_element *e, const char *tag, const char *message)
{
  return tec_fail(ctx, r, tec_arg("tag", tag), .message = message,
                  .where.text = ctx->sv->format(ctx, "<%s>", e->name), .where.url = r->url,
                  .where.line = e->line, .expected = "nb, nn, se, en",
                  .actual = ctx->sv->format(ctx, "%s", tag),
                  .hint = N_("Use the tags of BCP 47: nb for bokmål, nn for nynorsk, se for "
                             "Northern Sámi."));
}

static enum sv_outcome judge_tags(struct sv_ctx *ctx, const struct sv_response *r,
                                  const struct sv_elements *p)
{
  const struct sv_element *vague = NULL;
  const char *vague_tag = NULL;
  bool has_form = false;
  for (size_t i = 0; i < p->count; i++) {
    const struct sv_element *e = &p->list[i];
    const char *const tags[] = { is_a(e, "html") ? NULL : e->lang, e->hreflang };
    for (size_t k = 0; k < 2; k++) {
      const char *tag = tags[k];
      if (!tag || (k == 1 && is_of(tag, "x-default")))
        continue;
      if (!sv_language_is_well_formed(tag, strlen(tag)))
        return fail_tag(ctx, r, e, tag, N_("'{tag}' is no language tag."));
      has_form = has_form || is_language(tag, "nb") || is_language(tag, "nn");
      if (is_language(tag, "no")) {
        vague = e;
        vague_tag = tag;
      }
    }
    has_form = has_form || (is_a(e, "html") && e->lang &&
                            (is_language(e->lang, "nb") || is_language(e->lang, "nn")));
  }
  if (vague && has_form)
    return fail_tag(ctx, r, vague, vague_tag,
                    N_("'{tag}' stands beside nb or nn, and does not say which form is meant."));
  return SV_PASSED;
}

/* TEC-WEB-12: the language of the page itself has a check of its own. */
enum sv_outcome tec_language_tags(struct sv_ctx *ctx)
{
  return with_elements(ctx, judge_tags, false);
}

static enum sv_outcome judge_one_title(struct sv_ctx *ctx, const struct sv_response *r,
                                       const struct sv_elements *p)
{
  size_t titles = 0;
  const struct sv_element *last = NULL;
  for (size_t i = 0; i < p->count; i++)
    if (is_a(&p->list[i], "title") && p->list[i].in_head && ++titles > 1)
      last = &p->list[i];
  if (!last)
    return SV_PASSED;
  return fail_at(ctx, r, last, N_("The page has more than one title."), "<title>",
                 N_("Give every page one title element, in its head."));
}

/* TEC-WEB-04: whether there is one at all is the other check's. */
enum sv_outcome tec_one_title(struct sv_ctx *ctx)
{
  return with_elements(ctx, judge_one_title, false);
}
