// SPDX-License-Identifier: Apache-2.0
/* PCRE2 source from the syntax tree. Every character is written \x{HEX}, so that nothing of the
 * pattern can mean something else to PCRE2. */
#include "engines/regex/node.h"

#define PCRE_REPEAT_MAX 65535u

static void emit_range(const struct sv_re_range *r, struct sv_buf *out)
{
  (void)sv_buf_addf(out, "\\x{%x}", r->lo);
  if (r->hi > r->lo)
    (void)sv_buf_addf(out, "-\\x{%x}", r->hi);
}

static void emit_set(const struct sv_re_set *set, struct sv_buf *out)
{
  if (!set->properties && set->count == 0) {
    (void)sv_buf_adds(out, "(?!)");
    return;
  }
  const bool single = !set->properties && set->count == 1 && set->ranges[0].lo == set->ranges[0].hi;
  if (!single)
    (void)sv_buf_adds(out, set->negated ? "[^" : "[");
  for (size_t i = 0; i < set->count; i++)
    emit_range(&set->ranges[i], out);
  for (const struct sv_re_property *p = set->properties; p; p = p->next)
    (void)sv_buf_addf(out, "\\%c{%s%s}", p->negated ? 'P' : 'p', p->prefix, p->name);
  if (!single)
    (void)sv_buf_addc(out, ']');
}

static void emit_bounds(const struct sv_re_node *n, struct sv_buf *out, const char **limit)
{
  if (n->min > PCRE_REPEAT_MAX || (n->max != SV_RE_NO_BOUND && n->max > PCRE_REPEAT_MAX))
    *limit = "pattern-repetition";
  if (n->max == SV_RE_NO_BOUND)
    (void)sv_buf_addf(out, "{%u,}", n->min);
  else
    (void)sv_buf_addf(out, "{%u,%u}", n->min, n->max);
  if (n->lazy)
    (void)sv_buf_addc(out, '?');
}

static void emit(const struct sv_re_node *n, struct sv_buf *out, const char **limit);

static void emit_all(const struct sv_re_node *n, const char *between, struct sv_buf *out,
                     const char **limit)
{
  for (; n; n = n->next) {
    emit(n, out, limit);
    if (n->next)
      (void)sv_buf_adds(out, between);
  }
}

/* The depth of the tree is bounded by the parser. */
static void emit(const struct sv_re_node *n, struct sv_buf *out, const char **limit)
{
  switch (n->kind) {
  case SV_RE_EMPTY:
    break;
  case SV_RE_SET:
    emit_set(n->set, out);
    break;
  case SV_RE_SEQUENCE:
    emit_all(n->child, "", out, limit);
    break;
  case SV_RE_CHOICE:
    emit_all(n->child, "|", out, limit);
    break;
  case SV_RE_REPEAT:
    (void)sv_buf_adds(out, "(?:");
    emit(n->child, out, limit);
    (void)sv_buf_addc(out, ')');
    emit_bounds(n, out, limit);
    break;
  case SV_RE_GROUP:
    (void)sv_buf_adds(out, n->index ? "(" : "(?:");
    emit(n->child, out, limit);
    (void)sv_buf_addc(out, ')');
    break;
  case SV_RE_START:
    (void)sv_buf_adds(out, "\\A");
    break;
  case SV_RE_END:
    (void)sv_buf_adds(out, "\\z");
    break;
  case SV_RE_WORD:
    (void)sv_buf_adds(out, n->negated ? "\\B" : "\\b");
    break;
  case SV_RE_LOOK:
    (void)sv_buf_addf(out, "(?%s%c", n->behind ? "<" : "", n->negated ? '!' : '=');
    emit(n->child, out, limit);
    (void)sv_buf_addc(out, ')');
    break;
  case SV_RE_REFERENCE:
    (void)sv_buf_addf(out, "\\g{%u}", n->index);
    break;
  }
}

enum sv_status sv_re_emit(const struct sv_re_node *n, struct sv_buf *out, const char **limit)
{
  *limit = NULL;
  emit(n, out, limit);
  return out->failed;
}
