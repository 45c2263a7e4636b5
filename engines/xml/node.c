// SPDX-License-Identifier: Apache-2.0
/* Small questions to libxml2's nodes. */
#include "engines/xml/node.h"

#include "engines/base/ascii.h"

#include <libxml/xmlerror.h>
#include <libxslt/xsltutils.h>
#include <string.h>

size_t xml_line(const xmlNode *n)
{
  while (n && n->type == XML_ATTRIBUTE_NODE)
    n = n->parent;
  if (!n || n->type == XML_DOCUMENT_NODE || n->type == XML_NAMESPACE_DECL)
    return 1;
  const long line = xmlGetLineNo(n);
  return line > 0 ? (size_t)line : 0;
}

bool xml_is(const xmlNode *n, const char *uri, const char *name)
{
  return n && n->type == XML_ELEMENT_NODE && n->ns && n->ns->href &&
         strcmp((const char *)n->ns->href, uri) == 0 && strcmp((const char *)n->name, name) == 0;
}

/* VALUE without the white space at its ends; frees it. */
static const char *trimmed(struct sv_arena *a, xmlChar *value)
{
  if (!value)
    return NULL;
  const char *text = (const char *)value;
  size_t size = strlen(text);
  while (size > 0 && sv_is_space((unsigned char)text[size - 1]))
    size--;
  size_t at = 0;
  while (at < size && sv_is_space((unsigned char)text[at]))
    at++;
  const char *copy = sv_arena_copy(a, text + at, size - at);
  xmlFree(value);
  return copy;
}

const char *xml_attribute(struct sv_arena *a, const xmlNode *n, const char *name)
{
  return trimmed(a, n ? xmlGetNoNsProp(n, (const xmlChar *)name) : NULL);
}

const char *xml_text(struct sv_arena *a, const xmlNode *n)
{
  return trimmed(a, n ? xmlNodeGetContent(n) : NULL);
}

static bool same_name(const xmlNode *a, const xmlNode *b)
{
  return a->type == b->type &&
         (a->type != XML_ELEMENT_NODE ||
          (strcmp((const char *)a->name, (const char *)b->name) == 0 && a->ns == b->ns));
}

static void show_step(const xmlNode *n, struct sv_buf *out)
{
  size_t place = 1;
  for (const xmlNode *p = n->prev; p; p = p->prev)
    if (same_name(p, n))
      place++;
  (void)sv_buf_addc(out, '/');
  if (n->type == XML_ELEMENT_NODE && n->ns && n->ns->prefix)
    (void)sv_buf_addf(out, "%s:", (const char *)n->ns->prefix);
  if (n->type == XML_ELEMENT_NODE)
    (void)sv_buf_adds(out, (const char *)n->name);
  else if (n->type == XML_COMMENT_NODE)
    (void)sv_buf_adds(out, "comment()");
  else if (n->type == XML_PI_NODE)
    (void)sv_buf_adds(out, "processing-instruction()");
  else
    (void)sv_buf_adds(out, "text()");
  (void)sv_buf_addf(out, "[%zu]", place);
}

enum sv_status xml_show_path(const xmlNode *n, struct sv_buf *out)
{
  enum { DEPTH_MAX = 300 };
  const xmlNode *steps[DEPTH_MAX];
  const xmlNode *attribute = NULL;
  size_t count = 0;
  if (n->type == XML_ATTRIBUTE_NODE) {
    attribute = n;
    n = n->parent;
  }
  for (; n && n->type != XML_DOCUMENT_NODE && count < DEPTH_MAX; n = n->parent)
    steps[count++] = n;
  if (count == 0)
    (void)sv_buf_addc(out, '/');
  while (count > 0)
    show_step(steps[--count], out);
  if (attribute)
    (void)sv_buf_addf(
        out, "/@%s%s%s",
        attribute->ns && attribute->ns->prefix ? (const char *)attribute->ns->prefix : "",
        attribute->ns && attribute->ns->prefix ? ":" : "", (const char *)attribute->name);
  return out->failed;
}

static void drop_words(void *context, const char *format, ...)
{
  (void)context, (void)format;
}

static void drop_error(void *context, xmlErrorPtr error)
{
  (void)context, (void)error;
}

void xml_be_silent(void)
{
  xmlSetGenericErrorFunc(NULL, drop_words);
  xmlSetStructuredErrorFunc(NULL, drop_error);
  xsltSetGenericErrorFunc(NULL, drop_words);
}
