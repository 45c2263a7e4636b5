// SPDX-License-Identifier: Apache-2.0
/* One walk over libxml2's tree, without recursion. */
#include "engines/html/page.h"
#include "engines/html/tree.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <string.h>

enum {
  BYTES_MAX = 5 << 20,
  TAGS_MAX = 200000,
  DEPTH_MAX = 256,
  LINKS_MAX = 20000,
  LINK_TEXT_MAX = 2000,
  ATTRIBUTES_MAX = 256,
  SHELL_LETTERS = 100 /* "Loading", or a name beside a logo */
};

struct walk {
  struct sv_page *page;
  struct sv_page_link *links;
  struct sv_buf text;
  size_t elements;
};

/* libxml2 is quadratic in the attributes of one element, so they are counted before it sees them. */
static bool is_reasonable(const char *html, size_t size)
{
  size_t tags = 0;
  size_t equals = 0;
  for (size_t i = 0; i < size; i++) {
    if (html[i] == '<') {
      tags++;
      equals = 0;
    } else if (html[i] == '>') {
      equals = 0;
    } else if (html[i] == '=' && ++equals > ATTRIBUTES_MAX * 16) {
      return false;
    }
  }
  return tags <= TAGS_MAX;
}

const char *sv_tree_attribute(struct sv_arena *a, const xmlNode *node, const char *name)
{
  for (const xmlAttr *at = node->properties; at; at = at->next) {
    if (sv_equal_nocase((const char *)at->name, name)) {
      xmlChar *value = xmlNodeListGetString(node->doc, at->children, 1);
      const char *copy = value ? sv_arena_strdup(a, (const char *)value) : sv_arena_strdup(a, "");
      xmlFree(value);
      return copy;
    }
  }
  return NULL;
}

bool sv_tree_is(const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && sv_equal_nocase((const char *)node->name, name);
}

/* Appends TEXT with white space folded to single spaces; none at the beginning. */
static void fold(struct sv_buf *out, const char *text)
{
  for (const char *p = text; *p && !out->failed; p++) {
    const bool nbsp = (unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xA0;
    if (nbsp)
      p++;
    if (!nbsp && !sv_is_space((unsigned char)*p))
      (void)sv_buf_addc(out, *p);
    else if (out->size && out->data[out->size - 1] != ' ')
      (void)sv_buf_addc(out, ' ');
  }
}

xmlNode *sv_tree_next(xmlNode *node, const xmlNode *root, bool into, unsigned *depth)
{
  if (into && node->children && node->type == XML_ELEMENT_NODE) {
    ++*depth;
    return node->children;
  }
  while (node && node != root && !node->next) {
    node = node->parent;
    --*depth;
  }
  return !node || node == root ? NULL : node->next;
}

char *sv_tree_text(struct sv_arena *a, xmlNode *root)
{
  struct sv_buf out = SV_BUF(LINK_TEXT_MAX);
  unsigned depth = 0;
  for (xmlNode *n = sv_tree_next(root, root, true, &depth); n && out.size < LINK_TEXT_MAX / 2;
       n = sv_tree_next(n, root, true, &depth)) {
    if (n->type == XML_TEXT_NODE && n->content && strlen((const char *)n->content) < LINK_TEXT_MAX / 2)
      fold(&out, (const char *)n->content);
    const char *alt = sv_tree_is(n, "img") ? sv_tree_attribute(a, n, "alt") : NULL;
    if (alt && strlen(alt) < LINK_TEXT_MAX / 2)
      fold(&out, alt);
  }
  while (out.size && out.data[out.size - 1] == ' ')
    sv_buf_cut(&out, out.size - 1);
  char *copy = sv_arena_strdup(a, sv_buf_text(&out));
  sv_buf_free(&out);
  return copy;
}

/* What a page has to offer when no script runs. */
static bool is_content(const xmlNode *node)
{
  static const char *const names[] = { "a", "h1", "h2", "h3", "form", "img", "table", "iframe", "frame" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (sv_tree_is(node, names[i]))
      return true;
  return false;
}

bool sv_tree_is_shell(xmlNode *root)
{
  unsigned depth = 0;
  bool into = true;
  size_t scripts = 0, letters = 0;
  for (xmlNode *n = root; n; n = sv_tree_next(n, root, into, &depth)) {
    const bool is_script = sv_tree_is(n, "script");
    scripts += is_script;
    into = depth < DEPTH_MAX && !is_script && !sv_tree_is(n, "style") && !sv_tree_is(n, "noscript") &&
           !sv_tree_is(n, "title");
    if (is_content(n))
      return false;
    for (const char *p = n->type == XML_TEXT_NODE ? (const char *)n->content : NULL; p && *p; p++)
      letters += !sv_is_space((unsigned char)*p);
    if (letters > SHELL_LETTERS)
      return false;
  }
  return scripts > 0;
}

static const char *nearest_lang(struct sv_arena *a, const xmlNode *node)
{
  for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
    const char *lang = sv_tree_attribute(a, node, "lang");
    if (lang)
      return lang;
  }
  return NULL;
}

static char *trimmed(struct sv_arena *a, const char *text)
{
  while (sv_is_space((unsigned char)*text))
    text++;
  size_t n = strlen(text);
  while (n && sv_is_space((unsigned char)text[n - 1]))
    n--;
  return sv_arena_copy(a, text, n);
}

static void take_link(struct walk *w, xmlNode *node, const char *element)
{
  struct sv_arena *a = &w->page->arena;
  const char *href = sv_tree_attribute(a, node, "href");
  if (!href || w->page->link_count >= LINKS_MAX)
    return;
  struct sv_page_link *link = &w->links[w->page->link_count++];
  link->element = element;
  link->href = trimmed(a, href);
  link->text = sv_tree_text(a, node);
  link->rel = sv_tree_attribute(a, node, "rel");
  link->hreflang = sv_tree_attribute(a, node, "hreflang");
  link->lang = nearest_lang(a, node);
  link->line = node->line;
}

static void take_meta(struct sv_page *page, const xmlNode *node)
{
  struct sv_arena *a = &page->arena;
  const char *name = sv_tree_attribute(a, node, "name");
  const char *charset = sv_tree_attribute(a, node, "charset");
  const char *equiv = sv_tree_attribute(a, node, "http-equiv");
  if (name && sv_equal_nocase(name, "viewport"))
    page->has_viewport = true;
  if (charset && !page->charset)
    page->charset = charset;
  if (equiv && sv_equal_nocase(equiv, "Content-Type") && !page->charset) {
    const char *content = sv_tree_attribute(a, node, "content");
    const char *found = content ? strcasestr(content, "charset=") : NULL;
    page->charset = found ? sv_arena_strdup(a, found + 8) : NULL;
  }
}

static void take_element(struct walk *w, xmlNode *node)
{
  static const char *const link_elements[] = { "a", "area", "link" };
  struct sv_page *page = w->page;
  for (size_t i = 0; i < 3; i++)
    if (sv_tree_is(node, link_elements[i]))
      take_link(w, node, link_elements[i]);
  if (sv_tree_is(node, "html") && !page->lang) {
    page->lang = sv_tree_attribute(&page->arena, node, "lang");
    page->lang_line = page->lang ? node->line : 0;
  }
  else if (sv_tree_is(node, "base") && !page->base)
    page->base = sv_tree_attribute(&page->arena, node, "href");
  else if (sv_tree_is(node, "title") && !page->title)
    page->title = sv_tree_text(&page->arena, node);
  else if (sv_tree_is(node, "meta"))
    take_meta(page, node);
  page->forms += sv_tree_is(node, "form");
  page->headings_1 += sv_tree_is(node, "h1");
}

/* Elements whose edges do not part words. */
static bool is_inline(const xmlNode *node)
{
  static const char *const names[] = { "a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (sv_tree_is(node, names[i]))
      return true;
  return false;
}

/* Whether a block begins at NODE or has just ended before it. */
static bool parts_words(const xmlNode *node)
{
  const bool begins = node->type == XML_ELEMENT_NODE && !is_inline(node);
  return begins || (node->prev && node->prev->type == XML_ELEMENT_NODE && !is_inline(node->prev));
}

static enum sv_status walk_tree(struct walk *w, xmlNode *root, struct sv_error *err)
{
  unsigned depth = 0;
  bool into = true;
  for (xmlNode *n = root; n; n = sv_tree_next(n, root, into, &depth)) {
    if (parts_words(n) && w->text.size && w->text.data[w->text.size - 1] != ' ')
      (void)sv_buf_addc(&w->text, ' ');
    into = depth < DEPTH_MAX && !sv_tree_is(n, "script") && !sv_tree_is(n, "style");
    if (depth >= DEPTH_MAX && n->children)
      return sv_fail_limit(err, "html-depth", "the page is nested deeper than %d elements", DEPTH_MAX);
    if (n->type == XML_ELEMENT_NODE) {
      if (++w->elements > TAGS_MAX)
        return sv_fail_limit(err, "html-elements", "the page has more than %d elements", TAGS_MAX);
      take_element(w, n);
    } else if (n->type == XML_TEXT_NODE && n->content && !sv_tree_is(n->parent, "title")) {
      fold(&w->text, (const char *)n->content);
    }
  }
  return w->text.failed ? SV_NO_MEMORY : SV_OK;
}

static size_t count_words(const char *text)
{
  size_t words = 0;
  for (const char *p = text; *p; p++)
    words += *p != ' ' && (p == text || p[-1] == ' ');
  return words;
}

static enum sv_status take_page(struct sv_page *page, xmlDoc *doc, struct sv_error *err)
{
  xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
  if (!root)
    return sv_fail(err, SV_INVALID, "there is no element in the page");
  page->has_doctype = doc->intSubset && sv_equal_nocase((const char *)doc->intSubset->name, "html");
  page->is_shell = sv_tree_is_shell(root);
  struct walk w = { .page = page, .text = SV_BUF(BYTES_MAX * 2) };
  w.links = sv_arena_calloc(&page->arena, LINKS_MAX, sizeof *w.links);
  if (!w.links)
    return SV_NO_MEMORY;
  page->links = w.links;
  enum sv_status status = walk_tree(&w, root, err);
  if (status == SV_OK) {
    page->text = sv_arena_strdup(&page->arena, sv_buf_text(&w.text));
    page->words = count_words(sv_buf_text(&w.text));
    status = page->text ? SV_OK : SV_NO_MEMORY;
  }
  sv_buf_free(&w.text);
  return status;
}

enum sv_status sv_tree_parse(const char *html, size_t size, xmlDoc **doc, struct sv_error *err)
{
  if (size > BYTES_MAX)
    return sv_fail_limit(err, "html-bytes", "the page is larger than %d bytes", BYTES_MAX);
  if (!is_reasonable(html, size))
    return sv_fail_limit(err, "html-elements", "the page has more tags or attributes than is reasonable");
  *doc = htmlReadMemory(html, (int)size, NULL, "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_NODEFDTD);
  return *doc ? SV_OK : sv_fail(err, SV_INVALID, "the page cannot be read as HTML");
}

enum sv_status sv_page_read(const char *html, size_t size, struct sv_page *page, struct sv_error *err)
{
  xmlDoc *doc = NULL;
  *page = (struct sv_page){ .arena = SV_ARENA(64 << 20) };
  SV_TRY(sv_tree_parse(html, size, &doc, err));
  const enum sv_status status = take_page(page, doc, err);
  xmlFreeDoc(doc);
  return status;
}

void sv_page_free(struct sv_page *page)
{
  sv_arena_free(&page->arena);
}
