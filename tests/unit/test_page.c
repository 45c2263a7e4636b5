// SPDX-License-Identifier: Apache-2.0
/* The page: what an accessibility checker and a security officer look at first. */
#include "tests/unit/unit.h"

#include "engines/base/map.h"
#include "reports/report.h"
#include "tests/unit/sample_run.h"

#include <libxml/HTMLparser.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

struct page {
  struct sv_buf text;
  xmlDoc *doc;
};

static void open_page(struct page *p, enum sv_lang lang)
{
  struct sv_run run;
  sample_full(&run);
  p->text = SV_BUF(SV_REPORT_MAX);
  assert_int_equal(sv_report_render(sv_renderer_find("html"), &run, lang, NULL, &p->text), SV_OK);
  p->doc = htmlReadMemory(p->text.data, (int)p->text.size, NULL, "UTF-8",
                          HTML_PARSE_NOERROR | HTML_PARSE_NONET);
  assert_non_null(p->doc);
  sv_run_free(&run);
}

static void close_page(struct page *p)
{
  xmlFreeDoc(p->doc);
  sv_buf_free(&p->text);
}

typedef void (*visitor)(const xmlNode *node, void *closure);

static void walk(const xmlNode *node, visitor visit, void *closure)
{
  for (; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    visit(node, closure);
    walk(node->children, visit, closure);
  }
}

static char *attribute(const xmlNode *node, const char *name)
{
  return (char *)xmlGetProp(node, (const xmlChar *)name);
}

static bool is(const xmlNode *node, const char *name)
{
  return strcmp((const char *)node->name, name) == 0;
}

struct ids {
  struct sv_map map;
  char *texts[4096];
  size_t count;
};

static void collect_id(const xmlNode *node, void *closure)
{
  struct ids *ids = closure;
  char *id = attribute(node, "id");
  if (!id)
    return;
  if (sv_map_gets(&ids->map, id))
    fail_msg("the id %s comes twice", id);
  assert_true(ids->count < 4096 && strpbrk(id, " \t\n") == NULL);
  ids->texts[ids->count++] = id;
  assert_int_equal(sv_map_set(&ids->map, id, strlen(id), id), SV_OK);
}

static void check_link(const xmlNode *node, void *closure)
{
  struct ids *ids = closure;
  char *href = attribute(node, "href");
  if (href && href[0] == '#' && !sv_map_gets(&ids->map, href + 1))
    fail_msg("%s leads nowhere", href);
  char *label = is(node, "label") ? attribute(node, "for") : NULL;
  if (label && !sv_map_gets(&ids->map, label))
    fail_msg("the label of %s has no control", label);
  char *named = attribute(node, "aria-labelledby");
  if (named && !sv_map_gets(&ids->map, named))
    fail_msg("nothing is called %s", named);
  free(href);
  free(label);
  free(named);
}

static void ids_are_unique_and_links_lead_somewhere(void **state)
{
  (void)state;
  struct page p;
  struct ids *ids = calloc(1, sizeof *ids);
  assert_non_null(ids);
  open_page(&p, SV_NB);
  walk(p.doc->children, collect_id, ids);
  walk(p.doc->children, check_link, ids);
  assert_true(ids->count > 60);
  sv_map_free(&ids->map);
  for (size_t i = 0; i < ids->count; i++)
    free(ids->texts[i]);
  free(ids);
  close_page(&p);
}

static void check_heading(const xmlNode *node, void *closure)
{
  unsigned *state = closure; /* level before, count of h1 */
  const char *name = (const char *)node->name;
  if (name[0] != 'h' || name[1] < '1' || name[1] > '6' || name[2])
    return;
  const unsigned level = (unsigned)(name[1] - '0');
  state[1] += level == 1;
  if (level > state[0] + 1)
    fail_msg("h%u follows h%u", level, state[0]);
  state[0] = level;
}

static void headings_have_no_gaps(void **state)
{
  (void)state;
  struct page p;
  unsigned levels[2] = { 0, 0 };
  open_page(&p, SV_EN);
  walk(p.doc->children, check_heading, levels);
  assert_int_equal(levels[1], 1);
  close_page(&p);
}

static void check_quiet(const xmlNode *node, void *closure)
{
  (void)closure;
  for (const xmlAttr *a = node->properties; a; a = a->next) {
    const char *name = (const char *)a->name;
    if (strcmp(name, "style") == 0 || strncmp(name, "on", 2) == 0 || strcmp(name, "src") == 0 ||
        strcmp(name, "srcset") == 0 || strcmp(name, "action") == 0)
      fail_msg("%s has %s", (const char *)node->name, name);
  }
  assert_false(is(node, "link") || is(node, "img") || is(node, "iframe") || is(node, "base") ||
               is(node, "object"));
  if (is(node, "svg")) {
    char *hidden = attribute(node, "aria-hidden");
    char *label = attribute(node, "aria-label");
    char *width = attribute(node, "width");
    assert_true((hidden || label) && width);
    free(hidden);
    free(label);
    free(width);
  }
}

static void nothing_is_loaded_and_no_attribute_holds_code(void **state)
{
  (void)state;
  struct page p;
  open_page(&p, SV_EN);
  walk(p.doc->children, check_quiet, NULL);
  assert_null(strstr(p.text.data, "@import"));
  assert_null(strstr(p.text.data, "url("));
  close_page(&p);
}

/* 'sha256-BASE64' of what stands between OPEN and CLOSE must be in the page's policy. */
static void assert_allowed(const char *page, const char *open, const char *close)
{
  const char *begin = strstr(page, open);
  assert_non_null(begin);
  begin += strlen(open);
  const char *end = strstr(begin, close);
  assert_non_null(end);
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  assert_int_equal(EVP_Digest(begin, (size_t)(end - begin), digest, &size, EVP_sha256(), NULL), 1);
  unsigned char base64[64];
  (void)EVP_EncodeBlock(base64, digest, (int)size);
  char source[96];
  (void)snprintf(source, sizeof source, "'sha256-%s'", (const char *)base64);
  assert_non_null(strstr(page, source));
}

static void the_policy_allows_the_one_style_and_the_one_script(void **state)
{
  (void)state;
  struct page p;
  open_page(&p, SV_NN);
  assert_allowed(p.text.data, "<style>", "</style>");
  assert_allowed(p.text.data, "<script>", "</script>");
  assert_non_null(strstr(p.text.data, "default-src 'none'"));
  close_page(&p);
}

static void check_control(const xmlNode *node, void *closure)
{
  size_t *count = closure;
  if (!is(node, "input") && !is(node, "select"))
    return;
  char *id = attribute(node, "id");
  assert_non_null(id);
  free(id);
  (*count)++;
}

static void count_labels(const xmlNode *node, void *closure)
{
  size_t *count = closure;
  char *label = is(node, "label") ? attribute(node, "for") : NULL;
  *count += label != NULL;
  free(label);
}

static void every_control_has_a_label(void **state)
{
  (void)state;
  struct page p;
  size_t controls = 0;
  size_t labels = 0;
  open_page(&p, SV_NB);
  walk(p.doc->children, check_control, &controls);
  walk(p.doc->children, count_labels, &labels);
  assert_true(controls > 0);
  assert_int_equal(controls, labels);
  close_page(&p);
}

static void dangerous_addresses_are_no_links(void **state)
{
  (void)state;
  static const struct {
    const char *url;
    bool link;
  } urls[] = { { "https://example.org/", true }, { "HTTP://example.org/", true },
               { "javascript:alert(1)", false }, { "data:text/html,x", false },
               { "//example.org/", false },      { "https://a\x01/", false },
               { "mailto:a@example.org", true }, { "file:///etc/passwd", false } };
  for (size_t i = 0; i < sizeof urls / sizeof urls[0]; i++) {
    struct sv_run run;
    struct sv_buf out = SV_BUF(SV_REPORT_MAX);
    char wanted[128];
    sample_begin(&run, 1);
    sample_add(&run, SV_TECHNICAL, SV_MUST, SV_FAILED, 0);
    run.requirements[0].norm.url = urls[i].url;
    assert_int_equal(sv_verdict_compute(&run), SV_OK);
    assert_int_equal(sv_report_render(sv_renderer_find("html"), &run, SV_EN, NULL, &out), SV_OK);
    (void)snprintf(wanted, sizeof wanted, "href=\"%s\"", urls[i].url);
    assert_int_equal(strstr(out.data, wanted) != NULL, urls[i].link);
    sv_buf_free(&out);
    sv_run_free(&run);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(ids_are_unique_and_links_lead_somewhere),
    cmocka_unit_test(headings_have_no_gaps),
    cmocka_unit_test(nothing_is_loaded_and_no_attribute_holds_code),
    cmocka_unit_test(the_policy_allows_the_one_style_and_the_one_script),
    cmocka_unit_test(every_control_has_a_label),
    cmocka_unit_test(dangerous_addresses_are_no_links),
  };
  return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
