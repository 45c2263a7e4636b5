// SPDX-License-Identifier: Apache-2.0
/* Patterns: compiled by the engine for ECMA-262 after their XPath classes are written out; those
 * that ignore case go to PCRE2 with that option, under limits. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "engines/shacl/pattern.h"

#include "engines/base/message.h"
#include "engines/shacl/compile.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#define SOURCE_MAX ((size_t)1 << 20)
#define MATCH_MAX 1000000u
#define HEAP_KB_MAX 65536u

static bool read_flags(const char *text, struct shacl_flags *out)
{
  *out = (struct shacl_flags){ .dot_all = false };
  for (; *text; text++) {
    switch (*text) {
    case 's':
      out->dot_all = true;
      break;
    case 'm':
      out->multi_line = true;
      break;
    case 'i':
      out->ignore_case = true;
      break;
    case 'x':
      out->extended = true;
      break;
    case 'q':
      out->literal = true;
      break;
    default:
      return false;
    }
  }
  return true;
}

static enum sv_status ignore_case(const struct sv_buf *source, void **out)
{
  struct sv_buf text = SV_BUF(8 * SOURCE_MAX);
  const char *limit = NULL;
  int fault;
  PCRE2_SIZE offset;
  enum sv_status status =
      sv_regex_translate(sv_buf_text(source), source->size, &text, &limit, NULL);
  if (status == SV_OK && limit)
    status = SV_LIMIT;
  if (status == SV_OK) {
    const uint32_t options = PCRE2_UTF | PCRE2_CASELESS | PCRE2_MATCH_UNSET_BACKREF |
                             PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
    *out = pcre2_compile((PCRE2_SPTR)sv_buf_text(&text), text.size, options, &fault, &offset, NULL);
    status = *out ? SV_OK : fault == PCRE2_ERROR_HEAP_FAILED ? SV_NO_MEMORY : SV_LIMIT;
  }
  sv_buf_free(&text);
  return status;
}

static enum sv_status compile(const char *text, size_t size, struct shacl_flags flags,
                              struct shacl_pattern *out, struct sv_error *err)
{
  struct sv_buf source = SV_BUF(SOURCE_MAX);
  enum sv_status status = shacl_pattern_rewrite(text, size, flags, &source);
  if (status == SV_OK)
    status = sv_regex_compile(sv_buf_text(&source), source.size, &out->regex, err);
  if (status == SV_OK && sv_regex_limit(out->regex))
    status = SV_LIMIT;
  if (status == SV_OK && flags.ignore_case)
    status = ignore_case(&source, &out->code);
  sv_buf_free(&source);
  return status;
}

bool shacl_compile_pattern(struct shacl_compile *c, const struct sv_triple *t, sv_term flags,
                           uint32_t *out)
{
  size_t size;
  struct sv_error why = { 0 };
  struct shacl_flags set = { .dot_all = false };
  const char *text = sv_graph_text(c->g, t->o, &size);
  if (flags && !read_flags(sv_graph_text(c->g, flags, NULL), &set))
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: {name} may hold the letters s, m, i, x and q, not "
                        "{value}"),
                     SH_FLAGS, flags);
  struct shacl_pattern *p = shacl_push(&c->s->budget, &c->s->patterns, 1, sizeof *p);
  if (!p)
    return false;
  p->text = t->o;
  *out = (uint32_t)c->s->patterns.count - 1;
  const enum sv_status status = compile(text, size, set, p, &why);
  if (status == SV_OK)
    return true;
  if (status == SV_INVALID)
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: the value of {name} is no regular expression: {value}"),
                     SH_PATTERN, t->o);
  if (status == SV_LIMIT)
    return shacl_over(c, "pattern-size",
                      N_("a pattern is larger, or asks for more, than can be matched here"));
  c->status = sv_fail(c->err, status, N_("memory ran out"));
  return false;
}

void shacl_pattern_free(struct shacl_pattern *p)
{
  sv_regex_free(p->regex);
  pcre2_code_free(p->code);
}

static enum sv_status match_code(const pcre2_code *code, const char *text, size_t size, bool *found)
{
  pcre2_match_context *context = pcre2_match_context_create(NULL);
  pcre2_match_data *data = pcre2_match_data_create(1, NULL);
  int n = PCRE2_ERROR_NOMEMORY;
  if (context && data) {
    (void)pcre2_set_match_limit(context, MATCH_MAX);
    (void)pcre2_set_heap_limit(context, HEAP_KB_MAX);
    n = pcre2_match(code, (PCRE2_SPTR)text, size, 0, PCRE2_NO_UTF_CHECK, data, context);
  }
  pcre2_match_data_free(data);
  pcre2_match_context_free(context);
  *found = n >= 0;
  if (n >= 0 || n == PCRE2_ERROR_NOMATCH)
    return SV_OK;
  return n == PCRE2_ERROR_NOMEMORY ? SV_NO_MEMORY : SV_LIMIT;
}

enum sv_status shacl_pattern_match(const struct shacl_pattern *p, struct sv_regex_scratch *scratch,
                                   const char *text, size_t size, bool *found)
{
  if (p->code)
    return match_code(p->code, text, size, found);
  return sv_regex_match(p->regex, scratch, text, size, found);
}
