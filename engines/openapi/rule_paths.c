// SPDX-License-Identifier: Apache-2.0
/* Functions on the paths of an API. */
#include "engines/openapi/rule_national.h"

#include "engines/base/ascii.h"
#include "engines/doc/tape.h"

#include <stdlib.h>
#include <string.h>

enum { SEGMENTS_MAX = 64 };

static enum sv_status prepare_segments(struct sv_rules_reader *r, struct sv_rules_value v,
                                       void **out);
static enum sv_status segments(struct sv_rule_call *c);
static enum sv_status distinct(struct sv_rule_call *c);
static enum sv_status unambiguous(struct sv_rule_call *c);
static enum sv_status version(struct sv_rule_call *c);

static const char *const segment_options[] = { "match", "notMatch", NULL };

const struct sv_rule_function sv_rule_path_segments = { "pathSegments", prepare_segments, segments,
                                                        segment_options };
const struct sv_rule_function sv_rule_paths_distinct = { .name = "pathsDistinct",
                                                         .judge = distinct };
const struct sv_rule_function sv_rule_paths_unambiguous = { .name = "pathsUnambiguous",
                                                            .judge = unambiguous };
const struct sv_rule_function sv_rule_path_version = { .name = "pathVersion", .judge = version };

struct patterns {
  const struct sv_regex *match, *not_match;
};

static enum sv_status prepare_segments(struct sv_rules_reader *r, struct sv_rules_value v,
                                       void **out)
{
  struct patterns *p = sv_arena_calloc(&r->set->arena, 1, sizeof *p);
  const struct sv_rules_value match = sv_rules_get(v, "match");
  const struct sv_rules_value not_match = sv_rules_get(v, "notMatch");
  if (!p)
    return SV_NO_MEMORY;
  if (!sv_rules_has(match) && !sv_rules_has(not_match))
    return sv_rules_fault(r, v,
                          N_("the function 'pathSegments' of the rule '%s' needs match or "
                             "notMatch"),
                          r->rule);
  if (sv_rules_has(match))
    SV_TRY(sv_rules_pattern(r, match, &p->match));
  if (sv_rules_has(not_match))
    SV_TRY(sv_rules_pattern(r, not_match, &p->not_match));
  *out = p;
  return SV_OK;
}

static bool is_path(const char *text, size_t size)
{
  return text && !(size >= 2 && memcmp(text, "x-", 2) == 0);
}

/* The name of the member at N as a place of its own. */
static struct sv_openapi_node name_at(struct sv_openapi_node n)
{
  n.value = sv_doc_key(n.doc, n.value);
  return n;
}

static enum sv_status segment(struct sv_rule_call *c, struct sv_openapi_node at, const char *text,
                              size_t size)
{
  const struct patterns *p = c->options;
  bool good = true, bad = false;
  if (size == 0 || memchr(text, '{', size))
    return SV_OK;
  if (p->match)
    SV_TRY(sv_rule_match(c, p->match, text, size, &good));
  if (p->not_match)
    SV_TRY(sv_rule_match(c, p->not_match, text, size, &bad));
  if (good && !bad)
    return SV_OK;
  return sv_rule_say_one(c, name_at(at),
                         N_("the part '{segment}' of a path is not written as "
                            "wanted"),
                         "segment", sv_rule_copy(c->run, text, size));
}

static enum sv_status segments(struct sv_rule_call *c)
{
  struct sv_openapi_node e = c->value;
  if (!sv_rule_is_object(c))
    return SV_OK;
  for (e.value = sv_doc_first(e.doc, c->value.value); e.value != SV_DOC_NONE;
       e.value = sv_doc_next(e.doc, c->value.value, e.value)) {
    size_t size;
    const char *p = sv_doc_string(e.doc, sv_doc_key(e.doc, e.value), &size);
    const char *const end = p + size;
    if (!is_path(p, size))
      continue;
    while (p < end) {
      const char *slash = memchr(p, '/', (size_t)(end - p));
      const char *const stop = slash ? slash : end;
      SV_TRY(segment(c, e, p, (size_t)(stop - p)));
      p = stop + 1;
    }
  }
  return SV_OK;
}

/* "/a/{b}" as "/a/{}". */
static const char *plain(struct sv_rule_run *run, const char *text, size_t size, size_t *out_size)
{
  char *copy = sv_arena_alloc(&run->report->arena, size + 1);
  size_t n = 0;
  bool inside = false;
  for (size_t i = 0; copy && i < size; i++) {
    if (text[i] == '}')
      inside = false;
    if (!inside)
      copy[n++] = text[i];
    if (text[i] == '{')
      inside = true;
  }
  *out_size = n;
  return copy;
}

static enum sv_status distinct(struct sv_rule_call *c)
{
  struct sv_map seen = { .count = 0 };
  struct sv_openapi_node e = c->value;
  enum sv_status status = SV_OK;
  if (!sv_rule_is_object(c))
    return SV_OK;
  for (e.value = sv_doc_first(e.doc, c->value.value); status == SV_OK && e.value != SV_DOC_NONE;
       e.value = sv_doc_next(e.doc, c->value.value, e.value)) {
    size_t size, n;
    const char *text = sv_doc_string(e.doc, sv_doc_key(e.doc, e.value), &size);
    const char *key = plain(c->run, text, size, &n);
    if (!key) {
      status = SV_NO_MEMORY;
      break;
    }
    const char *other = sv_map_get(&seen, key, n);
    const char *own = sv_rule_copy(c->run, text, size);
    const struct sv_arg args[] = { { .name = "name", .text = own },
                                   { .name = "other", .text = other } };
    if (other)
      status = sv_rule_say_at(c, name_at(e),
                              N_("the path '{name}' is the same as '{other}' but for the names of "
                                 "its parameters"),
                              args, 2);
    else
      status = own ? sv_map_set(&seen, key, n, (void *)(uintptr_t)own) : SV_NO_MEMORY;
  }
  sv_map_free(&seen);
  return status;
}

struct part {
  const char *text;
  uint32_t size, hash;
  bool is_template;
};

struct path {
  struct sv_openapi_node at;
  const char *text;
  size_t size;
  size_t count;
  const struct part *parts;
};

static enum sv_status cut(struct sv_rule_run *run, struct path *p)
{
  struct part parts[SEGMENTS_MAX];
  const char *s = p->text, *const end = p->text + p->size;
  while (s <= end && p->count < SEGMENTS_MAX) {
    const char *slash = s < end ? memchr(s, '/', (size_t)(end - s)) : NULL;
    const size_t size = (size_t)((slash ? slash : end) - s);
    parts[p->count++] = (struct part){ s, (uint32_t)size, sv_tape_hash(s, size),
                                       size > 0 && memchr(s, '{', size) != NULL };
    s = slash ? slash + 1 : end + 1;
  }
  struct part *copy = sv_arena_calloc(&run->report->arena, p->count, sizeof *copy);
  if (!copy)
    return SV_NO_MEMORY;
  memcpy(copy, parts, p->count * sizeof *copy);
  p->parts = copy;
  return SV_OK;
}

/* Whether an address may fit both, each being the more concrete one somewhere. */
static bool is_ambiguous(const struct path *a, const struct path *b)
{
  bool a_wins = false, b_wins = false;
  if (a->count != b->count)
    return false;
  for (size_t i = 0; i < a->count; i++) {
    const struct part *x = &a->parts[i], *y = &b->parts[i];
    if (x->is_template != y->is_template) {
      a_wins |= y->is_template;
      b_wins |= x->is_template;
    } else if (!x->is_template && (x->hash != y->hash || x->size != y->size ||
                                   memcmp(x->text, y->text, x->size) != 0)) {
      return false;
    }
  }
  return a_wins && b_wins;
}

static enum sv_status list_paths(struct sv_rule_call *c, struct path **out, size_t *count)
{
  struct sv_openapi_node e = c->value;
  *out = sv_arena_calloc(&c->run->report->arena, sv_doc_count(e.doc, e.value) + 1, sizeof **out);
  *count = 0;
  if (!*out)
    return SV_NO_MEMORY;
  for (e.value = sv_doc_first(e.doc, c->value.value); e.value != SV_DOC_NONE;
       e.value = sv_doc_next(e.doc, c->value.value, e.value)) {
    struct path *p = &(*out)[*count];
    p->at = e;
    p->text = sv_doc_string(e.doc, sv_doc_key(e.doc, e.value), &p->size);
    if (!is_path(p->text, p->size))
      continue;
    SV_TRY(cut(c->run, p));
    ++*count;
  }
  return SV_OK;
}

static enum sv_status unambiguous(struct sv_rule_call *c)
{
  struct path *paths;
  size_t count;
  if (!sv_rule_is_object(c))
    return SV_OK;
  SV_TRY(list_paths(c, &paths, &count));
  for (size_t i = 0; i < count; i++) {
    SV_TRY(sv_rule_pay(c->run, 1 + i / 8));
    for (size_t k = 0; k < i; k++) {
      if (!is_ambiguous(&paths[i], &paths[k]))
        continue;
      const struct sv_arg args[] = {
        { .name = "name", .text = sv_rule_copy(c->run, paths[i].text, paths[i].size) },
        { .name = "other", .text = sv_rule_copy(c->run, paths[k].text, paths[k].size) }
      };
      SV_TRY(sv_rule_say_at(c, name_at(paths[i].at),
                            N_("one address may fit both '{name}' and '{other}'"), args, 2));
      break;
    }
  }
  return SV_OK;
}

/* Whether a part of the text is a version: v1, v2.1 */
static bool has_version(const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    if (text[i] != '/' || i + 2 >= size || sv_lower((unsigned char)text[i + 1]) != 'v' ||
        !sv_is_digit(text[i + 2]))
      continue;
    size_t n = i + 2;
    while (n < size && (sv_is_digit(text[n]) || text[n] == '.'))
      n++;
    if (n == size || text[n] == '/')
      return true;
  }
  return false;
}

struct tally {
  size_t with, without;
};

static void count_version(struct tally *t, const char *text, size_t size)
{
  if (has_version(text, size))
    t->with++;
  else
    t->without++;
}

/* Given the document: that versions stand in the addresses of servers, or in the paths, and then in
 * all of them. */
static enum sv_status version(struct sv_rule_call *c)
{
  struct tally servers = { 0, 0 }, paths = { 0, 0 };
  size_t count, size;
  const struct sv_openapi_server *s = sv_openapi_servers(c->run->api, NULL, &count);
  for (size_t i = 0; i < count; i++)
    count_version(&servers, s[i].url, strlen(s[i].url));
  const struct sv_openapi_node list = sv_openapi_get(c->value, "paths");
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const char *text = sv_doc_string(e.doc, sv_doc_key(e.doc, e.value), &size);
    if (is_path(text, size))
      count_version(&paths, text, size);
  }
  const bool mixed = (servers.with && servers.without) || (paths.with && paths.without) ||
                     (servers.with && paths.with);
  return mixed && list.doc
             ? sv_rule_say_at(c, list, N_("the version stands in some addresses and not in others"),
                              NULL, 0)
             : SV_OK;
}
