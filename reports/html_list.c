// SPDX-License-Identifier: Apache-2.0
/* All requirements, by layer and area, with filters that need the script and links that do not. */
#include "reports/html_page.h"

#include "reports/human.h"

#include <stdlib.h>
#include <string.h>

enum { MANY = 1000, NUMBER = 64 };

static const enum sv_display order[] = { SV_SHOW_FAIL,       SV_SHOW_ERROR,  SV_SHOW_WARNING,
                                         SV_SHOW_NOT_TESTED, SV_SHOW_WAIVED, SV_SHOW_NOT_APPLICABLE,
                                         SV_SHOW_PASS };

static void option(struct sv_html *h, const char *value, const char *text)
{
  SV_LIT(h, "<option");
  sv_html_attr(h, "value", value);
  SV_LIT(h, ">");
  sv_html_text(h, text);
  SV_LIT(h, "</option>");
}

static void choices(struct sv_html *h, bool cross)
{
  SV_LIT(h, "<div><label for=\"f-lag\">");
  sv_html_tr(h, N_("Layer"));
  SV_LIT(h, "</label><select id=\"f-lag\">");
  option(h, "", sv_tr(N_("All")));
  for (int l = SV_LEGAL; l <= (cross ? SV_CROSS_LAYER : SV_TECHNICAL); l++)
    option(h, sv_html_layer_key((enum sv_layer)l), sv_tr(sv_layer_word((enum sv_layer)l)));
  SV_LIT(h, "</select></div>\n<div><label for=\"f-kap\">");
  sv_html_tr(h, N_("Capability"));
  SV_LIT(h, "</label><select id=\"f-kap\">");
  option(h, "", sv_tr(N_("All")));
  for (size_t i = 0; i < sv_capability_count; i++)
    option(h, sv_capabilities[i].id, sv_tr(sv_capabilities[i].name));
  SV_LIT(h, "</select></div>\n<div><label for=\"f-gr\">");
  sv_html_tr(h, N_("Group by"));
  SV_LIT(h, "</label><select id=\"f-gr\">");
  option(h, "lag", sv_tr(N_("Layer")));
  option(h, "status", sv_tr(N_("Status")));
  option(h, "kap", sv_tr(N_("Capability")));
  SV_LIT(h, "</select></div>\n<div><button type=\"reset\">");
  sv_html_tr(h, N_("Reset"));
  SV_LIT(h, "</button></div>\n");
}

static void chips(struct sv_html *h)
{
  SV_LIT(h, "<fieldset><legend>");
  sv_html_tr(h, N_("Status"));
  SV_LIT(h, "</legend>");
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
    const struct sv_display_words *w = sv_display_words(order[i]);
    (void)sv_buf_addf(h->out,
                      "<span class=\"chip\"><input type=\"checkbox\" name=\"st\" id=\"st-%s\" "
                      "value=\"%s\"",
                      w->key, w->key);
    sv_html_attr(h, "data-t", sv_tr(w->many));
    (void)sv_buf_addf(h->out, "><label for=\"st-%s\">", w->key);
    sv_html_icon(h, order[i]);
    sv_html_tr(h, w->many);
    SV_LIT(h, " ");
    sv_html_number(h, h->r->view->shown[order[i]]);
    SV_LIT(h, "</label></span>");
  }
  SV_LIT(h, "</fieldset>\n");
}

static void filters(struct sv_html *h, bool cross)
{
  struct sv_buf number = SV_BUF(NUMBER);
  (void)sv_human_number(&number, h->r->view->count - h->r->view->no_check, h->r->lang);
  SV_LIT(h, "<form class=\"filters card js\" id=\"filters\" role=\"search\" hidden");
  sv_html_attr(h, "aria-label", sv_tr(N_("Filter requirements")));
  SV_LIT(h, ">\n<div><label for=\"q\">");
  sv_html_tr(h, N_("Search"));
  SV_LIT(h, "</label><input type=\"search\" id=\"q\" autocomplete=\"off\" "
            "spellcheck=\"false\"></div>\n");
  choices(h, cross);
  chips(h);
  SV_LIT(h, "</form>\n<div class=\"count\"><output id=\"shown\" role=\"status\"");
  sv_html_attr(h, "data-t", sv_tr(N_("Showing {n} of {total} requirements")));
  SV_LIT(h, ">");
  sv_html_say(h, N_("{count} requirements"), "count", sv_buf_text(&number), NULL);
  SV_LIT(h, "</output><span class=\"sp js\" hidden><button type=\"button\" id=\"apne\">");
  sv_html_tr(h, N_("Open all"));
  SV_LIT(h, "</button><button type=\"button\" id=\"lukk\">");
  sv_html_tr(h, N_("Close all"));
  SV_LIT(h, "</button></span></div>\n<p class=\"empty card\" id=\"tom\" hidden>");
  sv_html_tr(h, N_("No requirement fits the choice. Take a filter away to see more."));
  SV_LIT(h, "</p>\n");
  sv_buf_free(&number);
}

static void data(struct sv_html *h, const struct sv_item *item)
{
  const struct sv_requirement_result *q = item->requirement;
  (void)sv_buf_addf(h->out, " data-st=\"%s\" data-lag=\"%s\" data-kap=\"",
                    sv_display_words(item->display)->key, sv_html_layer_key(q->layer));
  for (size_t i = 0; i < q->capability_count; i++) {
    if (i)
      SV_LIT(h, " ");
    sv_html_text(h, q->capabilities[i]);
  }
  SV_LIT(h, "\"");
}

/* The line that is always seen. */
static void line(struct sv_html *h, const struct sv_item *item)
{
  const struct sv_requirement_result *q = item->requirement;
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  SV_LIT(h, "<span class=\"st\">");
  sv_html_icon(h, item->display);
  sv_html_tr(h, sv_display_words(item->display)->word);
  SV_LIT(h, "</span><span class=\"tx\"><span class=\"ti\">");
  sv_html_in_language(h, &q->title);
  SV_LIT(h, "</span><span class=\"id mono\">");
  sv_html_text(h, q->id);
  SV_LIT(h, "</span>");
  sv_html_new(h, q->id);
  (void)sv_say_item(h->r, item, &text);
  if (text.size && item->display != SV_SHOW_PASS) {
    SV_LIT(h, "<span class=\"ob\">");
    sv_html_text(h, sv_buf_text(&text));
    SV_LIT(h, "</span>");
  }
  (void)sv_buf_adds(h->out, sv_requirement_level(q) == SV_MUST ? "</span><span class=\"lv M\">"
                                                               : "</span><span class=\"lv\">");
  sv_html_tr(h, sv_level_word(sv_requirement_level(q)));
  SV_LIT(h, "</span><span class=\"ms\">");
  if (item->result_count)
    (void)sv_human_duration(h->out, item->duration_ms, h->r->lang);
  SV_LIT(h, "</span>");
  sv_buf_free(&text);
}

static void anchor(struct sv_html *h, const struct sv_item *item)
{
  if (sv_html_is_anchor(item->requirement->id))
    sv_html_attr(h, "id", item->requirement->id);
}

/* With very many, what is fulfilled is a line without an inside. */
static void item_of(struct sv_html *h, const struct sv_item *item)
{
  const char *key = sv_display_words(item->display)->key;
  const bool plain = h->r->view->count > MANY &&
                     (item->display == SV_SHOW_PASS || item->display == SV_SHOW_NOT_APPLICABLE);
  if (plain) {
    (void)sv_buf_addf(h->out, "<div class=\"chk %s\"", key);
    data(h, item);
    SV_LIT(h, "><div class=\"row\"");
    anchor(h, item);
    SV_LIT(h, ">");
    line(h, item);
    SV_LIT(h, "</div></div>\n");
    return;
  }
  (void)sv_buf_addf(h->out, "<details class=\"chk %s\"", key);
  data(h, item);
  SV_LIT(h, "><summary>");
  line(h, item);
  SV_LIT(h, "</summary><div class=\"body\"");
  anchor(h, item);
  SV_LIT(h, ">");
  sv_html_item(h, item);
  SV_LIT(h, "</div></details>\n");
}

static const char *area_of(const struct sv_item *item)
{
  return item->requirement->area ? item->requirement->area : "";
}

static int by_place(const void *a, const void *b)
{
  const struct sv_item *x = *(const struct sv_item *const *)a;
  const struct sv_item *y = *(const struct sv_item *const *)b;
  int result = (int)x->requirement->layer - (int)y->requirement->layer;
  result = result ? result : strcmp(area_of(x), area_of(y));
  result = result ? result : (int)x->display - (int)y->display;
  return result ? result : strcmp(x->requirement->id, y->requirement->id);
}

static void layer_head(struct sv_html *h, const struct sv_item *const *items, size_t count)
{
  const enum sv_layer layer = items[0]->requirement->layer;
  uint32_t shown[SV_SHOW_PASS + 1] = { 0 };
  bool any = false;
  for (size_t i = 0; i < count; i++)
    shown[items[i]->display]++;
  (void)sv_buf_addf(h->out, "<div class=\"grp\" id=\"lag-%s\"><h3>", sv_html_layer_key(layer));
  sv_html_tr(h, sv_layer_word(layer));
  SV_LIT(h, " <small>");
  for (size_t i = sizeof order / sizeof order[0]; i-- > 0;) {
    const struct sv_display_words *w = sv_display_words(order[i]);
    if (shown[order[i]] == 0)
      continue;
    if (any)
      SV_LIT(h, ", ");
    any = true;
    sv_html_number(h, shown[order[i]]);
    SV_LIT(h, " ");
    sv_html_text(h, sv_plural(shown[order[i]], w->lower, w->lowers));
  }
  SV_LIT(h, "</small></h3>\n");
}

static void areas(struct sv_html *h, const struct sv_item *const *items, size_t count)
{
  for (size_t i = 0; i < count;) {
    const char *area = area_of(items[i]);
    SV_LIT(h, "<div class=\"area\">");
    if (area[0]) {
      const char *word = sv_family_word(area);
      SV_LIT(h, "<h4>");
      sv_html_text(h, word ? sv_tr(word) : area);
      SV_LIT(h, "</h4>");
    }
    SV_LIT(h, "<div class=\"list card\">\n");
    for (; i < count && strcmp(area_of(items[i]), area) == 0; i++)
      item_of(h, items[i]);
    SV_LIT(h, "</div></div>\n");
  }
}

static void groups(struct sv_html *h, const struct sv_item *const *items, size_t count)
{
  SV_LIT(h, "<div id=\"grupper\">\n");
  for (size_t i = 0; i < count;) {
    size_t end = i + 1;
    while (end < count && items[end]->requirement->layer == items[i]->requirement->layer)
      end++;
    layer_head(h, items + i, end - i);
    areas(h, items + i, end - i);
    SV_LIT(h, "</div>\n");
    i = end;
  }
  SV_LIT(h, "</div></section>\n");
}

void sv_html_list(struct sv_html *h)
{
  const struct sv_view *view = h->r->view;
  const struct sv_item **items = calloc(view->count + 1, sizeof *items);
  size_t count = 0;
  bool cross = false;
  for (size_t i = 0; items && i < view->count; i++)
    if (!view->items[i].requirement->no_check) {
      items[count++] = &view->items[i];
      cross = cross || view->items[i].requirement->layer == SV_CROSS_LAYER;
    }
  if (!items) {
    h->out->failed = SV_NO_MEMORY;
    return;
  }
  if (count)
    qsort(items, count, sizeof *items, by_place);
  SV_LIT(h, "<section id=\"sjekker\" aria-labelledby=\"sj\"><div class=\"sec\"><h2 id=\"sj\" "
            "tabindex=\"-1\">");
  sv_html_tr(h, N_("All requirements"));
  SV_LIT(h, "</h2><p>");
  sv_html_tr(h, N_("Open a requirement to see what it asks, what was seen, and the evidence."));
  SV_LIT(h, "</p></div>\n");
  filters(h, cross);
  groups(h, items, count);
  free(items);
}
