// SPDX-License-Identifier: Apache-2.0
/* Collecting elements in one walk. */
#include "engines/html/elements.h"

#include "engines/base/ascii.h"
#include "engines/html/tree.h"

#include <string.h>

enum { KEPT_MAX = 20000, DEPTH_MAX = 256 };

/* What is kept, and whether its words matter. */
static const struct {
  const char *name;
  bool has_text;
} kinds[] = {
  { "a", true },         { "area", false }, { "button", true }, { "h1", true },
  { "h2", true },        { "h3", true },    { "h4", true },     { "h5", true },
  { "h6", true },        { "html", false }, { "img", false },   { "input", false },
  { "label", true },     { "link", false }, { "meta", false },  { "select", false },
  { "textarea", false }, { "title", true },
};

static int kind_of(const xmlNode *node)
{
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (sv_tree_is(node, kinds[i].name))
      return (int)i;
  return -1;
}

static bool stands_in(const xmlNode *node, const char *name)
{
  unsigned depth = 0;
  for (node = node->parent; node && depth++ < DEPTH_MAX; node = node->parent)
    if (sv_tree_is(node, name))
      return true;
  return false;
}

static bool keep(struct sv_elements *out, xmlNode *node, int kind)
{
  struct sv_arena *a = &out->arena;
  struct sv_element *e = &out->list[out->count++];
  *e = (struct sv_element){
    .name = kinds[kind].name,
    .text = kinds[kind].has_text ? sv_tree_text(a, node) : "",
    .alt = sv_tree_attribute(a, node, "alt"),
    .type = sv_tree_attribute(a, node, "type"),
    .role = sv_tree_attribute(a, node, "role"),
    .id = sv_tree_attribute(a, node, "id"),
    .href = sv_tree_attribute(a, node, "href"),
    .content = sv_tree_attribute(a, node, "content"),
    .lang = sv_tree_attribute(a, node, "lang"),
    .hreflang = sv_tree_attribute(a, node, "hreflang"),
    .label_for = sv_tree_attribute(a, node, "for"),
    .aria_label = sv_tree_attribute(a, node, "aria-label"),
    .aria_labelledby = sv_tree_attribute(a, node, "aria-labelledby"),
    .title = sv_tree_attribute(a, node, "title"),
    .aria_hidden = sv_tree_attribute(a, node, "aria-hidden"),
    .meta_name = sv_tree_attribute(a, node, "name"),
    .in_label = stands_in(node, "label"),
    .in_head = stands_in(node, "head"),
    .line = node->line,
  };
  return e->text != NULL;
}

static enum sv_status walk(struct sv_elements *out, xmlNode *root, struct sv_error *err)
{
  unsigned depth = 0;
  bool into = true;
  for (xmlNode *n = root; n; n = sv_tree_next(n, root, into, &depth)) {
    into = !sv_tree_is(n, "script") && !sv_tree_is(n, "style");
    if (depth >= DEPTH_MAX && n->children)
      return sv_fail_limit(err, "html-depth", "the page is nested deeper than %d elements",
                           DEPTH_MAX);
    const int kind = n->type == XML_ELEMENT_NODE ? kind_of(n) : -1;
    if (kind < 0)
      continue;
    if (out->count == KEPT_MAX)
      return sv_fail_limit(err, "html-elements", "the page has more than %d elements of interest",
                           KEPT_MAX);
    if (!keep(out, n, kind))
      return SV_NO_MEMORY;
  }
  return SV_OK;
}

enum sv_status sv_elements_read(const char *html, size_t size, struct sv_elements *out,
                                struct sv_error *err)
{
  xmlDoc *doc = NULL;
  *out = (struct sv_elements){ .arena = SV_ARENA(64 << 20) };
  SV_TRY(sv_tree_parse(html, size, &doc, err));
  xmlNode *root = xmlDocGetRootElement(doc);
  out->is_shell = root && sv_tree_is_shell(root);
  out->list = sv_arena_calloc(&out->arena, KEPT_MAX, sizeof *out->list);
  enum sv_status status = out->list ? SV_OK : SV_NO_MEMORY;
  if (status == SV_OK)
    status =
        root ? walk(out, root, err) : sv_fail(err, SV_INVALID, "there is no element in the page");
  xmlFreeDoc(doc);
  return status;
}

void sv_elements_free(struct sv_elements *e)
{
  sv_arena_free(&e->arena);
}
