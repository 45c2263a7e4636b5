// SPDX-License-Identifier: Apache-2.0
/* Everything that is written into the page goes through here. */
#include "reports/html_page.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "engines/base/message.h"
#include "reports/human.h"

#include <stdarg.h>
#include <string.h>

enum { TEXT_MAX = 4000 };

void sv_html_text(struct sv_html *h, const char *text)
{
  const size_t size = strlen(text);
  const size_t fit = sv_text_fit(text, size, TEXT_MAX);
  (void)sv_escape_html(h->out, text, fit, SV_LINE);
  if (fit == size)
    return;
  struct sv_buf more = SV_BUF(256);
  const struct sv_arg arg = { .name = "count", .number = (int64_t)(size - fit) };
  (void)sv_message_render(sv_tr(N_(" \xE2\x80\xA6 ({count} bytes left out)")), &arg, 1, &more);
  (void)sv_escape_html(h->out, sv_buf_text(&more), more.size, SV_LINE);
  sv_buf_free(&more);
}

void sv_html_tr(struct sv_html *h, const char *msgid)
{
  sv_html_text(h, sv_tr(msgid));
}

void sv_html_say(struct sv_html *h, const char *msgid, ...)
{
  struct sv_arg args[8];
  size_t count = 0;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  va_list list;
  va_start(list, msgid);
  const char *name = va_arg(list, const char *);
  while (name && count < sizeof args / sizeof args[0]) {
    args[count++] = (struct sv_arg){ .name = name, .text = va_arg(list, const char *) };
    name = va_arg(list, const char *);
  }
  va_end(list);
  (void)sv_message_render(sv_tr(msgid), args, count, &text);
  sv_html_text(h, sv_buf_text(&text));
  sv_buf_free(&text);
}

/* What the masks of the recording look like: "‹skjult: token›". */
void sv_html_pre(struct sv_html *h, const char *text, size_t size)
{
  static const char open[] = "\xE2\x80\xB9skjult";
  static const char close[] = "\xE2\x80\xBA";
  const char *const end = text + size;
  for (const char *p = text; p < end;) {
    const char *mask = memmem(p, (size_t)(end - p), open, sizeof open - 1);
    const char *last = mask ? memmem(mask, (size_t)(end - mask), close, sizeof close - 1) : NULL;
    if (!last) {
      (void)sv_escape_html(h->out, p, (size_t)(end - p), SV_BLOCK);
      return;
    }
    last += sizeof close - 1;
    (void)sv_escape_html(h->out, p, (size_t)(mask - p), SV_BLOCK);
    SV_LIT(h, "<span class=\"red\">");
    (void)sv_escape_html(h->out, mask, (size_t)(last - mask), SV_LINE);
    SV_LIT(h, "</span>");
    p = last;
  }
}

void sv_html_attr(struct sv_html *h, const char *name, const char *value)
{
  (void)sv_buf_addf(h->out, " %s=\"", name);
  (void)sv_escape_html(h->out, value, sv_text_fit(value, strlen(value), TEXT_MAX), SV_LINE);
  SV_LIT(h, "\"");
}

void sv_html_number(struct sv_html *h, uint64_t n)
{
  (void)sv_human_number(h->out, n, h->r->lang);
}

void sv_html_icon(struct sv_html *h, enum sv_display d)
{
  const char *key = sv_display_words(d)->key;
  (void)sv_buf_addf(h->out,
                    "<svg class=\"ico %s\" width=\"18\" height=\"18\" aria-hidden=\"true\" "
                    "focusable=\"false\">"
                    "<use href=\"#i-%s\"/></svg>",
                    key, key);
}

void sv_html_status(struct sv_html *h, enum sv_display d)
{
  sv_html_icon(h, d);
  SV_LIT(h, "<span class=\"vh\">");
  sv_html_tr(h, sv_display_words(d)->word);
  SV_LIT(h, "</span>");
}

static bool is_web(const char *url)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };
  for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
    if (sv_equal_nocase_n(url, strnlen(url, strlen(schemes[i])), schemes[i]))
      return sv_text_dirt(url, strlen(url), SV_LINE) == strlen(url);
  return false;
}

void sv_html_link(struct sv_html *h, const char *url, const char *text)
{
  const bool link = is_web(url) && strlen(url) <= TEXT_MAX;
  if (link) {
    SV_LIT(h, "<a");
    sv_html_attr(h, "href", url);
    SV_LIT(h, " rel=\"noopener noreferrer nofollow\">");
  }
  sv_html_text(h, text ? text : url);
  if (link)
    SV_LIT(h, "</a>");
}

bool sv_html_is_anchor(const char *id)
{
  if (id[0] < 'A' || id[0] > 'Z')
    return false;
  for (const char *p = id; *p; p++)
    if (!sv_is_alnum((unsigned char)*p) && *p != '-' && *p != '.' && *p != '_')
      return false;
  return true;
}

void sv_html_ref(struct sv_html *h, const char *id)
{
  const bool anchor = sv_html_is_anchor(id) && sv_view_find(h->r->view, id);
  if (anchor) {
    SV_LIT(h, "<a class=\"mono\" href=\"#");
    sv_html_text(h, id);
    SV_LIT(h, "\">");
  }
  sv_html_text(h, id);
  if (anchor)
    SV_LIT(h, "</a>");
}

void sv_html_in_language(struct sv_html *h, const struct sv_text *text)
{
  enum sv_lang used = h->r->lang;
  const char *found = sv_say_text(text, h->r->lang, &used);
  if (used != h->r->lang)
    (void)sv_buf_addf(h->out, "<span lang=\"%s\">", sv_lang_name(used));
  sv_html_text(h, found);
  if (used != h->r->lang)
    SV_LIT(h, "</span>");
}

void sv_html_scroll(struct sv_html *h, const char *classes, const char *label)
{
  SV_LIT(h, "<div");
  sv_html_attr(h, "class", classes);
  SV_LIT(h, " role=\"region\" tabindex=\"0\"");
  sv_html_attr(h, "aria-label", sv_tr(label));
  SV_LIT(h, ">");
}

void sv_html_section(struct sv_html *h, const char *anchor, const char *title, const char *lead)
{
  (void)sv_buf_addf(h->out, "<section aria-labelledby=\"%s\"><div class=\"sec\"><h2 id=\"%s\">",
                    anchor, anchor);
  sv_html_tr(h, title);
  SV_LIT(h, "</h2>");
  if (lead) {
    SV_LIT(h, "<p>");
    sv_html_tr(h, lead);
    SV_LIT(h, "</p>");
  }
  SV_LIT(h, "</div>\n");
}

const char *sv_html_layer_key(enum sv_layer l)
{
  static const char *const keys[] = { [SV_LEGAL] = "LEG",
                                      [SV_ORGANISATIONAL] = "ORG",
                                      [SV_SEMANTIC] = "SEM",
                                      [SV_TECHNICAL] = "TEC",
                                      [SV_CROSS_LAYER] = "CRO" };
  return keys[l >= SV_LEGAL && l <= SV_CROSS_LAYER ? l : SV_CROSS_LAYER];
}

const char *sv_html_capability(const char *id)
{
  for (size_t i = 0; i < sv_capability_count; i++)
    if (strcmp(sv_capabilities[i].id, id) == 0)
      return sv_tr(sv_capabilities[i].name);
  return id;
}

/* Left to right: best first, what is out of the count last. */
static const enum sv_display bar_order[] = { SV_SHOW_PASS,          SV_SHOW_WAIVED, SV_SHOW_WARNING,
                                             SV_SHOW_NOT_TESTED,    SV_SHOW_ERROR,  SV_SHOW_FAIL,
                                             SV_SHOW_NOT_APPLICABLE };

/* The same colours as the style sheet's, for readers without it. */
static const char *const fills[] = {
  [SV_SHOW_FAIL] = "#a81220",    [SV_SHOW_ERROR] = "#7338ab",
  [SV_SHOW_WARNING] = "#b97a00", [SV_SHOW_NOT_TESTED] = "#d9dfe5",
  [SV_SHOW_WAIVED] = "#378ad2",  [SV_SHOW_NOT_APPLICABLE] = "#a9b3be",
  [SV_SHOW_PASS] = "#27896a",
};

static void bar_label(struct sv_html *h, const uint32_t *shown, uint32_t total)
{
  struct sv_buf text = SV_BUF(1024);
  (void)sv_human_number(&text, total, h->r->lang);
  (void)sv_buf_addf(&text, " %s:", sv_plural(total, N_("requirement"), N_("requirements")));
  bool any = false;
  for (size_t i = 0; i < sizeof bar_order / sizeof bar_order[0]; i++) {
    const uint32_t n = shown[bar_order[i]];
    const struct sv_display_words *w = sv_display_words(bar_order[i]);
    if (n)
      (void)sv_buf_addf(&text, "%s %u %s", any ? "," : "", n, sv_plural(n, w->lower, w->lowers));
    any = any || n;
  }
  sv_html_attr(h, "aria-label", sv_buf_text(&text));
  sv_buf_free(&text);
}

/* Widths in tenths of a thousandth, with a gap between; no floating point. */
void sv_html_bar(struct sv_html *h, const uint32_t shown[SV_SHOW_PASS + 1], unsigned height)
{
  uint32_t total = 0;
  for (size_t i = 0; i < sizeof bar_order / sizeof bar_order[0]; i++)
    total += shown[bar_order[i]];
  (void)sv_buf_addf(h->out,
                    "<svg class=\"sb\" width=\"100%%\" height=\"%u\" viewBox=\"0 0 1000 %u\" "
                    "preserveAspectRatio=\"none\" role=\"img\"",
                    height, height);
  bar_label(h, shown, total);
  SV_LIT(h, ">");
  uint64_t before = 0;
  for (size_t i = 0; i < sizeof bar_order / sizeof bar_order[0] && total; i++) {
    const enum sv_display d = bar_order[i];
    const uint64_t x = before * 10000 / total;
    const uint64_t end = (before + shown[d]) * 10000 / total;
    before += shown[d];
    if (shown[d] == 0)
      continue;
    const uint64_t width = end - x > 35 ? end - x - 25 : end - x;
    (void)sv_buf_addf(h->out,
                      "<rect class=\"f-%s\" fill=\"%s\" x=\"%u.%u\" y=\"0\" width=\"%u.%u\" "
                      "height=\"%u\"/>",
                      sv_display_words(d)->key, fills[d], (unsigned)(x / 10), (unsigned)(x % 10),
                      (unsigned)(width / 10), (unsigned)(width % 10), height);
  }
  SV_LIT(h, "</svg>");
}
