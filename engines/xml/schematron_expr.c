// SPDX-License-Identifier: Apache-2.0
/* Expressions of a Schematron schema: what libxml2 says only when it meets it in evaluation is
 * found before. */
#include "engines/xml/schematron_model.h"

#include "engines/base/ascii.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#define EXPR_MAX ((size_t)64 * 1024)

/* XPath 1.0 section 4 and XSLT 1.0 section 12; what may stand before "(" beside them. */
static const char *const known_calls[] = {
  "last",
  "position",
  "count",
  "id",
  "local-name",
  "namespace-uri",
  "name",
  "string",
  "concat",
  "starts-with",
  "contains",
  "substring-before",
  "substring-after",
  "substring",
  "string-length",
  "normalize-space",
  "translate",
  "boolean",
  "not",
  "true",
  "false",
  "lang",
  "number",
  "sum",
  "floor",
  "ceiling",
  "round",
  "document",
  "key",
  "format-number",
  "current",
  "unparsed-entity-uri",
  "generate-id",
  "system-property",
  "element-available",
  "function-available",
  "node",
  "text",
  "comment",
  "processing-instruction",
  "and",
  "or",
  "div",
  "mod",
};

static bool is_known_call(const char *name, size_t size)
{
  for (size_t i = 0; i < sizeof known_calls / sizeof known_calls[0]; i++)
    if (strlen(known_calls[i]) == size && memcmp(known_calls[i], name, size) == 0)
      return true;
  return false;
}

static bool is_start(unsigned char c)
{
  return sv_is_alpha(c) || c == '_' || c >= 0x80;
}

static size_t name_size(const char *p)
{
  size_t n = 0;
  if (!is_start((unsigned char)*p))
    return 0;
  while (sv_is_alnum((unsigned char)p[n]) || (unsigned char)p[n] >= 0x80 ||
         strchr("_-.", p[n] ? p[n] : ' '))
    n++;
  return n;
}

static bool has_variable(const struct sch_scope *scope, const char *name, size_t size)
{
  for (; scope; scope = scope->outer)
    for (const struct sch_let *l = scope->lets; l; l = l->next)
      if (strlen(l->name) == size && memcmp(l->name, name, size) == 0)
        return true;
  return false;
}

static bool has_prefix(const struct sv_schematron *s, const char *name, size_t size)
{
  for (const struct sch_namespace *n = s->namespaces; n; n = n->next)
    if (strlen(n->prefix) == size && memcmp(n->prefix, name, size) == 0)
      return true;
  return size == 3 && memcmp(name, "xml", 3) == 0;
}

/* What is wrong with the name of SIZE bytes at P, NULL when nothing is. */
static const char *fault_of_name(const struct sv_schematron *s, const char *p, size_t size)
{
  const char *after = p + size;
  if (after[0] == ':' && after[1] != ':' && (after[1] == '*' || is_start((unsigned char)after[1])))
    return has_prefix(s, p, size) ? NULL : N_("no ns element declares the prefix \"%s\"");
  while (sv_is_space((unsigned char)*after))
    after++;
  if (*after == '(' && !is_known_call(p, size))
    return N_("neither XPath 1.0 nor XSLT 1.0 has a function \"%s\"; the query language binding "
              "that "
              "is known here is xslt");
  return NULL;
}

/* Looks at each name of TEXT outside quotes. */
static enum sv_status check_names(const struct sv_schematron *s, const xmlNode *at,
                                  const char *text, const struct sch_scope *scope,
                                  struct sv_error *err)
{
  for (const char *p = text; *p;) {
    const char *fault = NULL;
    size_t size = 1;
    const char *word = p;
    if (*p == '"' || *p == '\'') {
      const char *end = strchr(p + 1, *p);
      size = end ? (size_t)(end - p) + 1 : strlen(p);
    } else if (*p == '$' && name_size(p + 1) > 0) {
      word = p + 1;
      size = 1 + name_size(word);
      if (!has_variable(scope, word, size - 1))
        fault = N_("the variable \"%s\" is not defined here");
    } else if (is_start((unsigned char)*p)) {
      size = name_size(p);
      fault = fault_of_name(s, p, size);
      if (p[size] == ':' && p[size + 1] != ':') /* the local part is no function and no prefix */
        size += 1 + name_size(p + size + 1);
    } else if (sv_is_digit((unsigned char)*p)) {
      while (sv_is_alnum((unsigned char)p[size]))
        size++;
    }
    if (fault) {
      char name[80] = "";
      const size_t length = name_size(word) < sizeof name ? name_size(word) : sizeof name - 1;
      memcpy(name, word, length);
      return sch_fail(s, at, err, fault, name);
    }
    p += size;
  }
  return SV_OK;
}

static enum sv_status keep_code(struct sv_schematron *s, xmlXPathCompExpr *code,
                                struct sv_error *err)
{
  if (s->code_count == s->code_room) {
    const size_t room = s->code_room ? s->code_room * 2 : 64;
    xmlXPathCompExpr **grown = realloc(s->codes, room * sizeof *grown);
    if (!grown) {
      xmlXPathFreeCompExpr(code);
      return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
    }
    s->codes = grown;
    s->code_room = room;
  }
  s->codes[s->code_count++] = code;
  return SV_OK;
}

enum sv_status sch_compile_expr(struct sv_schematron *s, const xmlNode *at, const char *text,
                                const struct sch_scope *scope, struct sch_expr *out,
                                struct sv_error *err)
{
  if (strlen(text) > EXPR_MAX)
    return sv_fail_limit(err, "schematron-expression",
                         N_("%s: an expression is longer than the limit allows"), s->name);
  SV_TRY(check_names(s, at, text, scope, err));
  out->text = sv_arena_strdup(&s->arena, text);
  out->line = xml_line(at);
  if (!out->text)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  out->code = xmlXPathCtxtCompile(s->compiler, (const xmlChar *)text);
  if (!out->code)
    return sch_fail(s, at, err, N_("\"%s\" is not an XPath 1.0 expression"), text);
  return keep_code(s, out->code, err);
}

/* The end of the alternative that begins at P: at a "|" outside brackets and quotes. */
static const char *end_of_alternative(const char *p)
{
  int depth = 0;
  for (; *p; p++) {
    if (*p == '"' || *p == '\'') {
      const char *end = strchr(p + 1, *p);
      if (!end)
        return p + strlen(p);
      p = end;
    } else if (*p == '[' || *p == '(') {
      depth++;
    } else if (*p == ']' || *p == ')') {
      depth--;
    } else if (*p == '|' && depth == 0) {
      break;
    }
  }
  return p;
}

/* XSLT 1.0 5.2: a pattern matches NODE when NODE is in what the pattern selects from some
 * ancestor-or-self; for one alternative that is what it selects from anywhere in the document. */
static enum sv_status add_path(struct sv_schematron *s, const xmlNode *at,
                               const struct sv_buf *part, const struct sch_scope *scope,
                               struct sch_rule *rule, struct sv_error *err)
{
  const char *text = sv_buf_text(part);
  const bool rooted =
      text[0] == '/' || strncmp(text, "key(", 4) == 0 || strncmp(text, "id(", 3) == 0;
  struct sv_buf path = SV_BUF(EXPR_MAX);
  (void)sv_buf_adds(&path, rooted ? "" : "//");
  (void)sv_buf_adds(&path, text);
  enum sv_status status = path.failed;
  struct sch_expr *grown = sv_arena_calloc(&s->arena, rule->path_count + 1, sizeof *grown);
  if (status != SV_OK || !grown)
    status = sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  else
    status = sch_compile_expr(s, at, sv_buf_text(&path), scope, &grown[rule->path_count], err);
  sv_buf_free(&path);
  if (status != SV_OK)
    return status;
  if (grown && rule->path_count)
    memcpy(grown, rule->paths, rule->path_count * sizeof *grown);
  rule->paths = grown;
  rule->path_count++;
  return SV_OK;
}

enum sv_status sch_compile_context(struct sv_schematron *s, const xmlNode *at, const char *text,
                                   const struct sch_scope *scope, struct sch_rule *rule,
                                   struct sv_error *err)
{
  enum { ALTERNATIVES_MAX = 500 };
  for (const char *p = text;;) {
    const char *end = end_of_alternative(p);
    const char *last = end;
    while (p < last && sv_is_space((unsigned char)*p))
      p++;
    while (last > p && sv_is_space((unsigned char)last[-1]))
      last--;
    if (p == last || rule->path_count == ALTERNATIVES_MAX)
      return sch_fail(s, at, err, N_("the context \"%s\" is not a pattern"), text);
    struct sv_buf part = SV_BUF(EXPR_MAX);
    (void)sv_buf_add(&part, p, (size_t)(last - p));
    const enum sv_status status = part.failed ? sv_fail(err, SV_NO_MEMORY, N_("memory ran out"))
                                              : add_path(s, at, &part, scope, rule, err);
    sv_buf_free(&part);
    SV_TRY(status);
    if (!*end)
      return SV_OK;
    p = end + 1;
  }
}
