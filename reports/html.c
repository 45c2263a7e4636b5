// SPDX-License-Identifier: Apache-2.0
/* The frame of the page: head, navigation, foot, and the copy for machines. */
#include "reports/html.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "engines/base/sha256.h"
#include "reports/assets.h"
#include "reports/html_page.h"
#include "reports/human.h"

#include <string.h>

static const struct {
  const char *anchor, *text;
} navigation[] = {
  { "#maa", N_("To put right") }, { "#lag", N_("Layers") },
  { "#kap", N_("Capabilities") }, { "#endring", N_("Changes") },
  { "#vist", N_("Not shown") },   { "#sjekker", N_("All requirements") },
  { "#om", N_("About the run") },
};

const struct sv_renderer sv_html_external = { "html", "report.html",
                                              N_("the report for people, with its style sheet and "
                                                 "script beside it"),
                                              sv_html_render_external };

const struct sv_html_asset sv_html_assets[] = {
  { "samsvar.css", sv_page_css, &sv_page_css_size },
  { "samsvar.js", sv_page_js, &sv_page_js_size },
  { .file = NULL },
};

/* sha256-BASE64 of a constant of ours, as Content-Security-Policy wants it. */
static void source_hash(struct sv_html *h, const char *text, size_t size)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  char hex[65];
  unsigned char bytes[33] = { 0 };
  sv_sha256_hex(text, size, hex);
  for (size_t i = 0; i < 32; i++)
    bytes[i] = (unsigned char)(sv_hex((unsigned char)hex[2 * i]) * 16 +
                               sv_hex((unsigned char)hex[2 * i + 1]));
  SV_LIT(h, "'sha256-");
  for (size_t i = 0; i < 33; i += 3) {
    const unsigned triple = (unsigned)bytes[i] << 16 | (unsigned)bytes[i + 1] << 8 | bytes[i + 2];
    for (int shift = 18; shift >= (i == 30 ? 6 : 0); shift -= 6)
      (void)sv_buf_addc(h->out, digits[triple >> shift & 63]);
  }
  SV_LIT(h, "='");
}

/* What the page may load: its own style and script by their digests, or the two files beside it. */
static void policy(struct sv_html *h)
{
  SV_LIT(h, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src ");
  if (h->external) {
    SV_LIT(h, "'self'; script-src 'self'");
  } else {
    source_hash(h, sv_page_css, sv_page_css_size);
    SV_LIT(h, "; script-src ");
    source_hash(h, sv_page_js, sv_page_js_size);
  }
  SV_LIT(h, "; img-src data:; base-uri 'none'; form-action 'none'\">\n");
}

static void style(struct sv_html *h)
{
  if (h->external) {
    SV_LIT(h, "<link rel=\"stylesheet\" href=\"samsvar.css\">\n");
    return;
  }
  SV_LIT(h, "<style>");
  (void)sv_buf_add(h->out, sv_page_css, sv_page_css_size);
  SV_LIT(h, "</style>\n");
}

static void script(struct sv_html *h)
{
  if (h->external) {
    SV_LIT(h, "<script src=\"samsvar.js\"></script>\n");
    return;
  }
  SV_LIT(h, "<script>");
  (void)sv_buf_add(h->out, sv_page_js, sv_page_js_size);
  SV_LIT(h, "</script>\n");
}

static void head(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  struct sv_buf date = SV_BUF(256);
  (void)sv_human_date(&date, run->started, h->r->lang);
  (void)sv_buf_addf(h->out,
                    "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                    sv_lang_name(h->r->lang));
  policy(h);
  SV_LIT(h, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" "
            "content=\"noindex\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\"");
  struct sv_buf generator = SV_BUF(4096);
  (void)sv_buf_addf(&generator, "samsvar %s", run->version);
  sv_html_attr(h, "content", sv_buf_text(&generator));
  SV_LIT(h, ">\n<title>");
  sv_html_tr(h, sv_verdict_word(run->verdict.value));
  SV_LIT(h, ": ");
  sv_html_text(h, run->target.name);
  SV_LIT(h, " \xE2\x80\x93 ");
  sv_html_say(h, N_("conformity report {date}"), "date", sv_buf_text(&date), NULL);
  SV_LIT(h, "</title>\n");
  style(h);
  SV_LIT(h, "</head>\n<body>\n");
  sv_buf_free(&generator);
  sv_buf_free(&date);
}

static void header(struct sv_html *h)
{
  SV_LIT(h, "<a class=\"skip\" href=\"#innhold\">");
  sv_html_tr(h, N_("Skip to the content"));
  SV_LIT(h, "</a>\n");
  (void)sv_buf_add(h->out, sv_page_symbols, sv_page_symbols_size);
  SV_LIT(h, "\n<header class=\"bar\"><div class=\"wrap\">\n<div class=\"brand\">"
            "<svg width=\"26\" height=\"26\" viewBox=\"0 0 28 28\" aria-hidden=\"true\" "
            "focusable=\"false\">"
            "<rect x=\"1\" y=\"1\" width=\"17\" height=\"17\" rx=\"4\" fill=\"none\" "
            "stroke=\"var(--accent)\" stroke-width=\"2.6\"/>"
            "<rect x=\"10\" y=\"10\" width=\"17\" height=\"17\" rx=\"4\" fill=\"var(--accent)\"/>"
            "<path d=\"M14.5 18.6l3 3 5.2-5.8\" fill=\"none\" stroke=\"var(--surface)\" "
            "stroke-width=\"2.4\" "
            "stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>samsvar <span>");
  sv_html_tr(h, N_("Conformity report"));
  SV_LIT(h, "</span></div>\n<nav");
  sv_html_attr(h, "aria-label", sv_tr(N_("Contents")));
  SV_LIT(h, "><ul>");
  for (size_t i = 0; i < sizeof navigation / sizeof navigation[0]; i++) {
    if (strcmp(navigation[i].anchor, "#endring") == 0 && !h->r->run->diff)
      continue;
    (void)sv_buf_addf(h->out, "<li><a href=\"%s\">", navigation[i].anchor);
    sv_html_tr(h, navigation[i].text);
    SV_LIT(h, "</a></li>");
  }
  SV_LIT(h, "</ul></nav>\n<div class=\"tools js\" hidden><button type=\"button\" id=\"tema\" "
            "aria-pressed=\"false\">");
  sv_html_tr(h, N_("Dark view"));
  SV_LIT(h, "</button><button type=\"button\" id=\"skriv\">");
  sv_html_tr(h, N_("Print"));
  SV_LIT(h, "</button></div>\n</div></header>\n");
}

static void json_member(struct sv_html *h, const char *name, const char *value)
{
  (void)sv_buf_addf(h->out, ",\"%s\":", name);
  if (value)
    (void)sv_escape_json_html(h->out, value, strlen(value));
  else
    SV_LIT(h, "null");
}

static void machine_copy(struct sv_html *h)
{
  const struct sv_run *run = h->r->run;
  const struct sv_totals *t = &run->verdict.totals;
  SV_LIT(h, "<script type=\"application/json\" "
            "id=\"samsvar-summary\">{\"format\":1,\"kind\":\"samsvar-summary\"");
  json_member(h, "run", run->id);
  json_member(h, "profile", run->profile.id);
  json_member(h, "profileVersion", run->profile.version);
  json_member(h, "target", run->target.id);
  json_member(h, "verdict", sv_verdict_name(run->verdict.value));
  (void)sv_buf_addf(h->out, ",\"exitCode\":%d,\"shown\":{\"applicable\":%u,\"judged\":%u}",
                    run->verdict.exit_code, run->verdict.applicable, run->verdict.judged);
  (void)sv_buf_addf(h->out,
                    ",\"totals\":{\"cantTell\":%u,\"failed\":%u,\"inapplicable\":%u,\"noCheck\":%u,"
                    "\"passed\":%u,"
                    "\"untested\":%u,\"waived\":%u}",
                    t->cant_tell, t->failed, t->inapplicable, t->no_check, t->passed, t->untested,
                    t->waived);
  json_member(h, "resultsSha256", h->r->results_sha256);
  SV_LIT(h, "}</script>\n");
}

static void foot(struct sv_html *h)
{
  SV_LIT(h, "</div></main>\n<footer><div class=\"wrap\"><p>");
  sv_html_tr(h, N_("Made with samsvar. The report loads nothing from the network."));
  SV_LIT(h, "</p><p>");
  sv_html_tr(h, N_("For machines: results.json, junit.xml"));
  SV_LIT(h, "</p></div></footer>\n");
  machine_copy(h);
  script(h);
  SV_LIT(h, "</body>\n</html>\n");
}

static enum sv_status page(const struct sv_report *r, bool external, struct sv_buf *out)
{
  struct sv_html h = { .r = r, .out = out, .external = external };
  head(&h);
  header(&h);
  SV_LIT(&h, "<main id=\"innhold\" tabindex=\"-1\">\n<div class=\"wrap\">\n");
  sv_html_top(&h);
  sv_html_todo(&h);
  sv_html_layers(&h);
  sv_html_map(&h);
  sv_html_levels(&h);
  sv_html_change(&h);
  sv_html_manual(&h);
  sv_html_missing(&h);
  sv_html_list(&h);
  sv_html_about(&h);
  foot(&h);
  return out->failed;
}

enum sv_status sv_html_render(const struct sv_report *r, struct sv_buf *out)
{
  return page(r, false, out);
}

enum sv_status sv_html_render_external(const struct sv_report *r, struct sv_buf *out)
{
  return page(r, true, out);
}
