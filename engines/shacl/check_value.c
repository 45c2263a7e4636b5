// SPDX-License-Identifier: Apache-2.0
/* Constraints that each value node meets or not by itself (SHACL 4.1, 4.3, 4.4, 4.6, 4.7.1, 4.8.3).
 */
#include "engines/shacl/pattern.h"
#include "engines/shacl/run.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <string.h>

static shacl_test has_kind, has_datatype, is_in, is_long_enough, is_short_enough, has_language,
    is_above, is_at_least, is_below, is_at_most, has_class, matches, is_not, is_all, is_any, is_one,
    is_node;

shacl_test *const shacl_tests[OPS] = {
  [OP_NODE_KIND] = has_kind,
  [OP_DATATYPE] = has_datatype,
  [OP_IN] = is_in,
  [OP_MIN_LENGTH] = is_long_enough,
  [OP_MAX_LENGTH] = is_short_enough,
  [OP_LANGUAGE_IN] = has_language,
  [OP_MIN_EXCLUSIVE] = is_above,
  [OP_MIN_INCLUSIVE] = is_at_least,
  [OP_MAX_EXCLUSIVE] = is_below,
  [OP_MAX_INCLUSIVE] = is_at_most,
  [OP_CLASS] = has_class,
  [OP_PATTERN] = matches,
  [OP_NOT] = is_not,
  [OP_AND] = is_all,
  [OP_OR] = is_any,
  [OP_XONE] = is_one,
  [OP_NODE] = is_node,
};

static bool has_kind(struct shacl_eval *e, sv_term v)
{
  return e->c->value >> sv_term_kind(v) & 1;
}

/* Long literals cost what they are long. */
static bool pay(struct shacl_eval *e, sv_term v)
{
  size_t size;
  (void)sv_graph_text(e->run->g, v, &size);
  return shacl_tick(e->run, size / 64);
}

static bool has_datatype(struct shacl_eval *e, sv_term v)
{
  return sv_term_kind(v) == SV_TERM_LITERAL && pay(e, v) &&
         sv_graph_datatype(e->run->g, v) == shacl_term(e->run, e->c->value) &&
         !sv_shacl_is_ill_typed(e->run->g, v);
}

static bool is_in(struct shacl_eval *e, sv_term v)
{
  return shacl_sorted_has(e->run->items + e->c->first, e->c->count, v);
}

/* The text of SPARQL's str(), or NULL: blank nodes and triple terms have none. */
static const char *text_of(const struct shacl_eval *e, sv_term v, size_t *size)
{
  const enum sv_term_kind kind = sv_term_kind(v);
  return kind == SV_TERM_IRI || kind == SV_TERM_LITERAL ? sv_graph_text(e->run->g, v, size) : NULL;
}

static bool is_long_enough(struct shacl_eval *e, sv_term v)
{
  size_t size;
  const char *text = text_of(e, v, &size);
  return e->c->number == 0
             ? text != NULL
             : text && shacl_tick(e->run, size / 64) && sv_utf8_length(text, size) >= e->c->number;
}

static bool is_short_enough(struct shacl_eval *e, sv_term v)
{
  size_t size;
  const char *text = text_of(e, v, &size);
  return text && shacl_tick(e->run, size / 64) && sv_utf8_length(text, size) <= e->c->number;
}

/* RFC 4647 3.3.1: the range is the tag or its beginning; "*" is any. */
static bool in_range(const char *tag, const char *range)
{
  const size_t n = strlen(range);
  if (strcmp(range, "*") == 0)
    return tag[0] != '\0';
  return sv_equal_nocase_n(tag, strlen(tag) < n ? strlen(tag) : n, range) &&
         (tag[n] == '\0' || tag[n] == '-');
}

static bool has_language(struct shacl_eval *e, sv_term v)
{
  const struct sv_shacl *s = e->run->s;
  const char *tag = sv_term_kind(v) == SV_TERM_LITERAL ? sv_graph_lang(e->run->g, v) : NULL;
  if (!tag || !shacl_tick(e->run, e->c->count))
    return false;
  for (uint32_t i = 0; i < e->c->count; i++) {
    const sv_term range = shacl_term(e->run, shacl_item(s, e->c->first + i));
    if (in_range(tag, sv_graph_text(e->run->g, range, NULL)))
      return true;
  }
  return false;
}

/* How the value stands to the bound. */
static enum sv_shacl_order to_bound(struct shacl_eval *e, sv_term v)
{
  if (!pay(e, v))
    return SV_SHACL_INCOMPARABLE;
  return sv_shacl_compare(e->run->g, v, shacl_term(e->run, e->c->value));
}

static bool is_above(struct shacl_eval *e, sv_term v)
{
  return to_bound(e, v) == SV_SHACL_GREATER;
}

static bool is_at_least(struct shacl_eval *e, sv_term v)
{
  const enum sv_shacl_order order = to_bound(e, v);
  return order == SV_SHACL_GREATER || order == SV_SHACL_EQUAL;
}

static bool is_below(struct shacl_eval *e, sv_term v)
{
  return to_bound(e, v) == SV_SHACL_LESS;
}

static bool is_at_most(struct shacl_eval *e, sv_term v)
{
  const enum sv_shacl_order order = to_bound(e, v);
  return order == SV_SHACL_LESS || order == SV_SHACL_EQUAL;
}

static bool has_class(struct shacl_eval *e, sv_term v)
{
  return shacl_is_a(e->run, v, e->c->value);
}

static bool matches(struct shacl_eval *e, sv_term v)
{
  size_t size;
  bool found = false;
  const char *text = text_of(e, v, &size);
  if (!text || !shacl_tick(e->run, size / 16))
    return false;
  const struct shacl_pattern *p =
      (const struct shacl_pattern *)e->run->s->patterns.data + e->c->value;
  const enum sv_status status = shacl_pattern_match(p, e->run->scratch, text, size, &found);
  if (status != SV_OK) {
    e->run->status = status == SV_NO_MEMORY ? SV_NO_MEMORY : SV_LIMIT;
    e->run->limit = "pattern-steps";
    return false;
  }
  return found;
}

/* --- by other shapes --- */
static bool is_not(struct shacl_eval *e, sv_term v)
{
  return !shacl_conforms(e->run, e->c->value, v, e->depth + 1);
}

/* How many of the list's shapes V conforms to, at most MOST, after at most FAULTS that it does not.
 */
static uint32_t count_conforming(struct shacl_eval *e, sv_term v, uint32_t most, uint32_t faults)
{
  uint32_t n = 0, failed = 0;
  for (uint32_t i = 0; i < e->c->count && n < most && failed <= faults; i++) {
    if (shacl_conforms(e->run, shacl_item(e->run->s, e->c->first + i), v, e->depth + 1))
      n++;
    else
      failed++;
  }
  return n;
}

static bool is_all(struct shacl_eval *e, sv_term v)
{
  return count_conforming(e, v, UINT32_MAX, 0) == e->c->count;
}

static bool is_any(struct shacl_eval *e, sv_term v)
{
  return count_conforming(e, v, 1, UINT32_MAX) == 1;
}

static bool is_one(struct shacl_eval *e, sv_term v)
{
  return count_conforming(e, v, 2, UINT32_MAX) == 1;
}

static bool is_node(struct shacl_eval *e, sv_term v)
{
  return shacl_conforms(e->run, e->c->value, v, e->depth + 1);
}
