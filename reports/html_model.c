// SPDX-License-Identifier: Apache-2.0
/* The layers and the capability model. */
#include "reports/html_page.h"

#include "reports/human.h"

#include <string.h>

enum { LAYERS = 5, NUMBER = 64 };

static const char *const scopes[] = {
  [SV_LEGAL] = N_("Legal basis, privacy, licences and terms"),
  [SV_ORGANISATIONAL] = N_("Ownership, stewardship, access and coordination"),
  [SV_SEMANTIC] = N_("Descriptions, models, concepts and code lists"),
  [SV_TECHNICAL] = N_("Interfaces, transport, access control and messages"),
  [SV_CROSS_LAYER] = N_("What the layers say about the same thing"),
};

/* How a group of requirements went. */
struct cell {
  uint32_t shown[SV_SHOW_PASS + 1];
  uint32_t must, must_met;
  uint32_t no_check;
};

static void add(struct cell *c, const struct sv_item *item)
{
  if (item->requirement->no_check) {
    c->no_check++;
    return;
  }
  c->shown[item->display]++;
  if (item->requirement->level == SV_MUST && item->display != SV_SHOW_NOT_APPLICABLE) {
    c->must++;
    c->must_met += item->display == SV_SHOW_PASS;
  }
}

static uint32_t total(const struct cell *c)
{
  uint32_t n = 0;
  for (int d = SV_SHOW_FAIL; d <= SV_SHOW_PASS; d++)
    n += c->shown[d];
  return n;
}

/* What counts: all but what is not relevant. */
static uint32_t relevant(const struct cell *c)
{
  return total(c) - c->shown[SV_SHOW_NOT_APPLICABLE];
}

static enum sv_display worst(const struct cell *c)
{
  for (int d = SV_SHOW_FAIL; d <= SV_SHOW_PASS; d++)
    if (c->shown[d] && d != SV_SHOW_NOT_APPLICABLE)
      return (enum sv_display)d;
  return c->shown[SV_SHOW_NOT_APPLICABLE] ? SV_SHOW_NOT_APPLICABLE : (enum sv_display)0;
}

static void minis(struct sv_html *h, const struct cell *c)
{
  SV_LIT(h, "<div class=\"minis\">");
  for (int d = SV_SHOW_FAIL; d < SV_SHOW_NOT_APPLICABLE; d++) {
    const uint32_t n = c->shown[d];
    const struct sv_display_words *w = sv_display_words((enum sv_display)d);
    if (n == 0)
      continue;
    SV_LIT(h, "<span>");
    sv_html_icon(h, (enum sv_display)d);
    sv_html_number(h, n);
    SV_LIT(h, " ");
    sv_html_text(h, sv_plural(n, w->lower, w->lowers));
    SV_LIT(h, "</span>");
  }
  SV_LIT(h, "</div>");
}

static void card(struct sv_html *h, enum sv_layer layer, const struct cell *c)
{
  struct sv_buf number = SV_BUF(NUMBER);
  const char *key = sv_html_layer_key(layer);
  SV_LIT(h, "<li class=\"card\"><h3>");
  sv_html_tr(h, sv_layer_word(layer));
  SV_LIT(h, "</h3><div class=\"sub\">");
  sv_html_tr(h, scopes[layer]);
  SV_LIT(h, "</div><div class=\"num\">");
  sv_html_number(h, c->must_met);
  SV_LIT(h, " <small>");
  (void)sv_human_number(&number, c->must, h->r->lang);
  sv_html_say(h, N_("of {count} must-requirements met"), "count", sv_buf_text(&number), NULL);
  SV_LIT(h, "</small></div>");
  sv_html_bar(h, c->shown, 12);
  minis(h, c);
  if (total(c)) {
    (void)sv_buf_addf(h->out, "<a href=\"#lag-%s\" data-f=\"lag=%s\">", key, key);
    sv_buf_cut(&number, 0);
    (void)sv_human_number(&number, total(c), h->r->lang);
    sv_html_say(h, total(c) == 1 ? N_("See {count} requirement") : N_("See {count} requirements"),
                "count", sv_buf_text(&number), NULL);
    SV_LIT(h, "<span class=\"vh\">: ");
    sv_html_tr(h, sv_layer_lower(layer));
    SV_LIT(h, "</span></a>");
  } else {
    SV_LIT(h, "<span class=\"sub\">");
    sv_html_tr(h, N_("This profile has no requirement of this layer that counts."));
    SV_LIT(h, "</span>");
  }
  SV_LIT(h, "</li>\n");
  sv_buf_free(&number);
}

void sv_html_layers(struct sv_html *h)
{
  struct cell cells[LAYERS + 1] = { { .must = 0 } };
  for (size_t i = 0; i < h->r->view->count; i++)
    add(&cells[h->r->view->items[i].requirement->layer], &h->r->view->items[i]);
  const bool cross = total(&cells[SV_CROSS_LAYER]) > 0;
  sv_html_section(h, "lag", N_("The four layers"), N_("Working together takes all four layers."));
  if (cross)
    SV_LIT(h, "<ul class=\"layers five\">\n");
  else
    SV_LIT(h, "<ul class=\"layers\">\n");
  for (int l = SV_LEGAL; l <= (cross ? SV_CROSS_LAYER : SV_TECHNICAL); l++)
    card(h, (enum sv_layer)l, &cells[l]);
  SV_LIT(h, "</ul></section>\n");
}

struct table {
  struct cell cells[16][LAYERS + 1]; /* by capability; 0 is the sum */
};

static void fill(const struct sv_view *view, struct table *t)
{
  for (size_t i = 0; i < view->count; i++) {
    const struct sv_requirement_result *q = view->items[i].requirement;
    for (size_t n = 0; n < q->capability_count; n++)
      for (size_t c = 0; c < sv_capability_count; c++)
        if (strcmp(sv_capabilities[c].id, q->capabilities[n]) == 0) {
          add(&t->cells[c][q->layer], &view->items[i]);
          add(&t->cells[c][0], &view->items[i]);
        }
  }
}

static void share(struct sv_html *h, const struct cell *c)
{
  struct sv_buf met = SV_BUF(NUMBER);
  struct sv_buf all = SV_BUF(NUMBER);
  (void)sv_human_number(&met, c->shown[SV_SHOW_PASS], h->r->lang);
  (void)sv_human_number(&all, relevant(c), h->r->lang);
  sv_html_say(h, N_("{met} of {all}"), "met", sv_buf_text(&met), "all", sv_buf_text(&all), NULL);
  sv_buf_free(&met);
  sv_buf_free(&all);
}

static void box(struct sv_html *h, const struct sv_capability_words *w, const struct cell *c)
{
  const enum sv_display d = worst(c);
  const char *look = d == 0 || d == SV_SHOW_NOT_APPLICABLE ? "none" : sv_display_words(d)->key;
  (void)sv_buf_addf(h->out, "<li class=\"%s\"><a class=\"%s\" href=\"#kap-%s\"", w->place, look,
                    w->id);
  if (d)
    (void)sv_buf_addf(h->out, " data-f=\"kap=%s\"", w->id);
  SV_LIT(h, "><span><span class=\"nm\">");
  sv_html_tr(h, w->name);
  SV_LIT(h, "</span>");
  if (w->note) {
    SV_LIT(h, "<br><span class=\"ds\">");
    sv_html_tr(h, w->note);
    SV_LIT(h, "</span>");
  }
  SV_LIT(h, "</span><span class=\"ct\">");
  if (d == 0) {
    SV_LIT(h, "<span>");
    sv_html_tr(h, c->no_check ? N_("None that counts") : N_("Not in the profile"));
    SV_LIT(h, "</span>");
  } else {
    sv_html_icon(h, d);
    SV_LIT(h, "<span>");
    if (d == SV_SHOW_NOT_APPLICABLE)
      sv_html_tr(h, sv_display_words(d)->word);
    else
      share(h, c);
    SV_LIT(h, "<span class=\"vh\"> ");
    sv_html_say(h, N_("fulfilled. Most serious: {status}"), "status",
                sv_tr(sv_display_words(d)->lower), NULL);
    SV_LIT(h, "</span></span>");
  }
  SV_LIT(h, "</span></a></li>\n");
}

static void heat(struct sv_html *h, const struct cell *c)
{
  const enum sv_display d = worst(c);
  if (d == 0) {
    SV_LIT(h, "<td class=\"nil\">\xE2\x80\x93</td>");
    return;
  }
  if (d == SV_SHOW_NOT_APPLICABLE) {
    SV_LIT(h, "<td class=\"nil\">");
    sv_html_tr(h, sv_display_words(d)->word);
    SV_LIT(h, "</td>");
    return;
  }
  (void)sv_buf_addf(h->out, "<td class=\"cell %s\">", sv_display_words(d)->key);
  sv_html_icon(h, d);
  SV_LIT(h, "<span class=\"vh\">");
  sv_html_tr(h, sv_display_words(d)->word);
  SV_LIT(h, ": </span>");
  sv_html_number(h, c->shown[SV_SHOW_PASS]);
  SV_LIT(h, "/");
  sv_html_number(h, relevant(c));
  SV_LIT(h, "</td>");
}

static void as_table(struct sv_html *h, const struct table *t, bool cross)
{
  SV_LIT(h, "<details class=\"disc card\" id=\"tabell\"><summary>");
  sv_html_tr(h, N_("Show as a table: capability and layer"));
  SV_LIT(h, "</summary>");
  sv_html_scroll(h, "scroll", N_("Table of capability and layer"));
  SV_LIT(h, "<table class=\"heat\"><caption>");
  sv_html_tr(h, N_("How many of the relevant requirements are fulfilled. An empty cell: none in "
                   "the profile that counts."));
  SV_LIT(h, "</caption><thead><tr><th scope=\"col\">");
  sv_html_tr(h, N_("Capability"));
  SV_LIT(h, "</th>");
  for (int l = SV_LEGAL; l <= (cross ? SV_CROSS_LAYER : SV_TECHNICAL); l++) {
    SV_LIT(h, "<th scope=\"col\">");
    sv_html_tr(h, sv_layer_word((enum sv_layer)l));
    SV_LIT(h, "</th>");
  }
  SV_LIT(h, "<th scope=\"col\">");
  sv_html_tr(h, N_("Sum"));
  SV_LIT(h, "</th></tr></thead><tbody>\n");
  for (size_t c = 0; c < sv_capability_count; c++) {
    (void)sv_buf_addf(h->out, "<tr id=\"kap-%s\"><th scope=\"row\">", sv_capabilities[c].id);
    sv_html_tr(h, sv_capabilities[c].name);
    SV_LIT(h, "</th>");
    for (int l = SV_LEGAL; l <= (cross ? SV_CROSS_LAYER : SV_TECHNICAL); l++)
      heat(h, &t->cells[c][l]);
    heat(h, &t->cells[c][0]);
    SV_LIT(h, "</tr>\n");
  }
  SV_LIT(h, "</tbody></table></div></details>");
}

void sv_html_map(struct sv_html *h)
{
  struct table t = { .cells = { { { .must = 0 } } } };
  bool cross = false;
  fill(h->r->view, &t);
  for (size_t c = 0; c < sv_capability_count; c++)
    cross = cross || total(&t.cells[c][SV_CROSS_LAYER]) > 0;
  sv_html_section(h, "kap", N_("The capability model"),
                  N_("The results placed in the capability model for ecosystems and joined-up "
                     "services (v1.2). The "
                     "colour follows the most serious finding."));
  SV_LIT(h, "<ul class=\"map\">\n");
  for (size_t c = 0; c < sv_capability_count; c++)
    box(h, &sv_capabilities[c], &t.cells[c][0]);
  SV_LIT(h, "</ul>\n");
  as_table(h, &t, cross);
  SV_LIT(h, "</section>\n");
}
