// SPDX-License-Identifier: Apache-2.0
/* Compiled patterns: which of the two machines runs one, and the limits of that. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "engines/regex/regex.h"

#include "engines/regex/node.h"

#include <limits.h>
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)32 << 20)
#define SOURCE_MAX ((size_t)8 << 20)
#define MATCH_MAX 1000000u /* about 3 ms of backtracking, plus a share of the text's size */
#define HEAP_KB_MAX 65536u
#define STACK_MIN ((size_t)32 << 10)
#define STACK_MAX ((size_t)8 << 20)

struct sv_regex {
  struct sv_re_dfa *dfa;
  pcre2_code *code;
  const char *limit; /* why neither runs */
  struct sv_regex_shape shape;
};

struct sv_regex_scratch {
  pcre2_match_data *data;
  pcre2_match_context *context;
  pcre2_jit_stack *stack;
};

static struct sv_re_parser parser(const char *pattern, size_t size, struct sv_arena *arena,
                                  struct sv_error *err)
{
  return (struct sv_re_parser){
    .begin = pattern, .at = pattern, .end = pattern + size, .arena = arena, .err = err
  };
}

/* The kind of characters that all of SET are, SV_REGEX_OTHER when they are mixed. */
static enum sv_regex_kind kind_of(const struct sv_re_set *set, bool *whole)
{
  static const struct {
    enum sv_regex_kind kind;
    const char *ranges;
  } kinds[] = {
    { SV_REGEX_DIGITS, "09" },    { SV_REGEX_UPPER, "AZ" },     { SV_REGEX_LOWER, "az" },
    { SV_REGEX_LETTERS, "AZaz" }, { SV_REGEX_ALNUM, "09AZaz" },
  };
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0] && !set->properties && set->count; k++) {
    const char *r = kinds[k].ranges;
    size_t within = 0, equal = 0;
    for (size_t i = 0; i < set->count; i++) {
      for (const char *q = r; *q; q += 2) {
        within += set->ranges[i].lo >= (uint32_t)q[0] && set->ranges[i].hi <= (uint32_t)q[1];
        equal += set->ranges[i].lo == (uint32_t)q[0] && set->ranges[i].hi == (uint32_t)q[1];
      }
    }
    if (within != set->count)
      continue;
    *whole = equal == strlen(r) / 2 && equal == set->count;
    return kinds[k].kind;
  }
  return SV_REGEX_OTHER;
}

/* One run of one kind between ^ and $: what the shape says. */
static struct sv_regex_shape shape_of(const struct sv_re_node *root)
{
  struct sv_regex_shape shape = { .kind = SV_REGEX_OTHER };
  const struct sv_re_node *n = root->kind == SV_RE_SEQUENCE ? root->child : NULL;
  if (!n || n->kind != SV_RE_START)
    return shape;
  bool exact = true;
  enum sv_regex_kind kind = SV_REGEX_OTHER;
  uint64_t min = 0, max = 0;
  for (n = n->next; n && n->kind != SV_RE_END; n = n->next) {
    const struct sv_re_node *atom = n->kind == SV_RE_REPEAT ? n->child : n;
    if (atom->kind != SV_RE_SET)
      return shape;
    bool whole = false;
    const enum sv_regex_kind k = kind_of(atom->set, &whole);
    if (k == SV_REGEX_OTHER || (kind != SV_REGEX_OTHER && k != kind))
      return shape;
    kind = k;
    exact = exact && whole;
    min += n->kind == SV_RE_REPEAT ? n->min : 1;
    max += n->kind == SV_RE_REPEAT ? n->max : 1;
  }
  if (!n || n->next || kind == SV_REGEX_OTHER || min > 1000)
    return shape;
  shape.kind = kind;
  shape.exact = exact;
  shape.min = (unsigned)min;
  shape.max = max >= SV_RE_NO_BOUND ? UINT_MAX : (unsigned)max;
  return shape;
}

static enum sv_status compile_source(struct sv_regex *r, const struct sv_buf *source)
{
  const uint32_t options =
      PCRE2_UTF | PCRE2_MATCH_UNSET_BACKREF | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
  int fault;
  PCRE2_SIZE offset;
  r->code =
      pcre2_compile((PCRE2_SPTR)sv_buf_text(source), source->size, options, &fault, &offset, NULL);
  if (!r->code) {
    if (fault == PCRE2_ERROR_HEAP_FAILED)
      return SV_NO_MEMORY;
    /* the grammar is satisfied: what is left are lookbehinds without a fixed length and sheer size
     */
    r->limit =
        fault == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH ? "pattern-lookbehind" : "pattern-size";
    return SV_OK;
  }
  (void)pcre2_jit_compile(r->code,
                          PCRE2_JIT_COMPLETE); /* where it is not allowed, the interpreter runs */
  return SV_OK;
}

static enum sv_status choose_machine(struct sv_regex *r, const struct sv_re_parser *p,
                                     const struct sv_re_node *root)
{
  r->shape = shape_of(root);
  r->dfa = sv_re_dfa_new(root);
  if (r->dfa)
    return SV_OK;
  if (p->captures_in_loops) {
    r->limit = "pattern-captures";
    return SV_OK;
  }
  struct sv_buf source = SV_BUF(SOURCE_MAX);
  enum sv_status status = sv_re_emit(root, &source, &r->limit);
  if (status == SV_LIMIT) {
    r->limit = "pattern-size";
    status = SV_OK;
  } else if (status == SV_OK && !r->limit) {
    status = compile_source(r, &source);
  }
  sv_buf_free(&source);
  return status;
}

enum sv_status sv_regex_compile(const char *pattern, size_t size, struct sv_regex **out,
                                struct sv_error *err)
{
  struct sv_arena arena = SV_ARENA(ARENA_MAX);
  struct sv_re_parser p = parser(pattern, size, &arena, err);
  struct sv_re_node *root = NULL;
  enum sv_status status = sv_re_parse(&p, &root);
  struct sv_regex *r = status == SV_OK ? calloc(1, sizeof *r) : NULL;
  if (status == SV_OK)
    status = r ? choose_machine(r, &p, root) : SV_NO_MEMORY;
  sv_arena_free(&arena);
  if (status != SV_OK) {
    sv_regex_free(r);
    r = NULL;
  }
  *out = r;
  return status;
}

enum sv_status sv_regex_check(const char *pattern, size_t size, struct sv_error *err)
{
  struct sv_arena arena = SV_ARENA(ARENA_MAX);
  struct sv_re_parser p = parser(pattern, size, &arena, err);
  struct sv_re_node *root = NULL;
  const enum sv_status status = sv_re_parse(&p, &root);
  sv_arena_free(&arena);
  return status;
}

enum sv_status sv_regex_translate(const char *pattern, size_t size, struct sv_buf *out,
                                  const char **limit, struct sv_error *err)
{
  struct sv_arena arena = SV_ARENA(ARENA_MAX);
  struct sv_re_parser p = parser(pattern, size, &arena, err);
  struct sv_re_node *root = NULL;
  enum sv_status status = sv_re_parse(&p, &root);
  if (status == SV_OK)
    status = sv_re_emit(root, out, limit);
  if (status == SV_OK && p.captures_in_loops)
    *limit = "pattern-captures";
  sv_arena_free(&arena);
  return status;
}

static enum sv_status match_code(const struct sv_regex *r, const struct sv_regex_scratch *s,
                                 const char *text, size_t size, bool *found)
{
  const uint64_t most = (uint64_t)MATCH_MAX + (uint64_t)size * 16;
  (void)pcre2_set_match_limit(s->context, most > UINT32_MAX ? UINT32_MAX : (uint32_t)most);
  const int n = pcre2_match(r->code, (PCRE2_SPTR)text, size, 0, 0, s->data, s->context);
  *found = n >= 0;
  if (n >= 0 || n == PCRE2_ERROR_NOMATCH)
    return SV_OK;
  if (n == PCRE2_ERROR_NOMEMORY)
    return SV_NO_MEMORY;
  /* PCRE2's faults of UTF-8 are the numbers from -22 to -3 */
  return n <= PCRE2_ERROR_UTF8_ERR1 && n >= PCRE2_ERROR_UTF8_ERR21 ? SV_INVALID : SV_LIMIT;
}

enum sv_status sv_regex_match(const struct sv_regex *r, struct sv_regex_scratch *scratch,
                              const char *text, size_t size, bool *found)
{
  *found = false;
  if (r->dfa) {
    const int n = sv_re_dfa_match(r->dfa, text, size);
    *found = n > 0;
    return n < 0 ? SV_INVALID : SV_OK;
  }
  if (r->limit)
    return SV_LIMIT;
  if (scratch)
    return match_code(r, scratch, text, size, found);
  struct sv_regex_scratch *own = sv_regex_scratch_new();
  if (!own)
    return SV_NO_MEMORY;
  const enum sv_status status = match_code(r, own, text, size, found);
  sv_regex_scratch_free(own);
  return status;
}

const char *sv_regex_limit(const struct sv_regex *r)
{
  return r->limit;
}

struct sv_regex_shape sv_regex_shape(const struct sv_regex *r)
{
  return r->shape;
}

bool sv_regex_is_linear(const struct sv_regex *r)
{
  return r->dfa != NULL;
}

void sv_regex_free(struct sv_regex *r)
{
  if (!r)
    return;
  sv_re_dfa_free(r->dfa);
  pcre2_code_free(r->code);
  free(r);
}

struct sv_regex_scratch *sv_regex_scratch_new(void)
{
  struct sv_regex_scratch *s = calloc(1, sizeof *s);
  if (!s)
    return NULL;
  s->data = pcre2_match_data_create(1, NULL);
  s->context = pcre2_match_context_create(NULL);
  s->stack = pcre2_jit_stack_create(STACK_MIN, STACK_MAX, NULL);
  if (!s->data || !s->context) {
    sv_regex_scratch_free(s);
    return NULL;
  }
  (void)pcre2_set_heap_limit(s->context, HEAP_KB_MAX);
  if (s->stack)
    pcre2_jit_stack_assign(s->context, NULL, s->stack);
  return s;
}

void sv_regex_scratch_free(struct sv_regex_scratch *s)
{
  if (!s)
    return;
  pcre2_match_data_free(s->data);
  pcre2_match_context_free(s->context);
  if (s->stack)
    pcre2_jit_stack_free(s->stack);
  free(s);
}
