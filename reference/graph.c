// SPDX-License-Identifier: Apache-2.0
/* Reading the plain form of Turtle that the descriptions of this service are written in. */
#include "reference/graph.h"

#include "engines/base/ascii.h"

#include <stdbool.h>
#include <string.h>

enum { TRIPLES_MAX = 2000 };

struct reader {
  const char *at;
  size_t line;
  struct sv_graph_doc *g;
  struct sv_arena *arena;
  bool failed;
};

static void skip(struct reader *r)
{
  for (;; r->at++) {
    if (*r->at == '#')
      r->at += strcspn(r->at, "\n");
    if (*r->at == '\n')
      r->line++;
    if (!*r->at || !sv_is_space((unsigned char)*r->at))
      return;
  }
}

static bool take(struct reader *r, char c)
{
  skip(r);
  if (*r->at != c)
    return false;
  r->at++;
  return true;
}

static const char *keep(struct reader *r, const char *text, size_t size)
{
  const char *copy = sv_arena_copy(r->arena, text, size);
  if (!copy)
    r->failed = true;
  return copy;
}

/* The IRI that `prefix:local` (SIZE bytes) stands for. */
static const char *expand(struct reader *r, const char *name, size_t size)
{
  const char *colon = memchr(name, ':', size);
  for (size_t i = 0; colon && i < r->g->prefix_count; i++) {
    const struct sv_graph_prefix *p = &r->g->prefixes[i];
    if (strlen(p->name) != (size_t)(colon - name) || memcmp(p->name, name, strlen(p->name)) != 0)
      continue;
    const int rest = (int)(size - (size_t)(colon - name) - 1);
    return sv_arena_printf(r->arena, "%s%.*s", p->iri, rest, colon + 1);
  }
  r->failed = true;
  return NULL;
}

/* An IRI in angle brackets or a prefixed name; `a` is rdf:type. NULL and failed when there is
 * neither. */
static const char *iri(struct reader *r)
{
  skip(r);
  if (*r->at == '<') {
    const size_t size = strcspn(r->at + 1, ">\n");
    const char *text = keep(r, r->at + 1, size);
    r->failed = r->failed || r->at[size + 1] != '>';
    r->at += r->failed ? 0 : size + 2;
    return text;
  }
  size_t size = strcspn(r->at, " \t\r\n;,\"<>");
  if (size > 1 && r->at[size - 1] == '.')
    size--;
  if (size == 1 && *r->at == 'a') {
    r->at++;
    return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  }
  const char *text = expand(r, r->at, size);
  r->at += size;
  return text;
}

static void literal(struct reader *r, struct sv_graph_term *t)
{
  const size_t size = strcspn(++r->at, "\"\\\n");
  t->kind = SV_GRAPH_LITERAL;
  t->text = keep(r, r->at, size);
  r->at += size;
  if (*r->at != '"') {
    r->failed = true;
    return;
  }
  r->at++;
  if (*r->at == '@') {
    const size_t tag = strspn(r->at + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
    t->language = keep(r, r->at + 1, tag);
    r->at += tag + 1;
  } else if (r->at[0] == '^' && r->at[1] == '^') {
    r->at += 2;
    t->datatype = iri(r);
  }
}

static void read_prefix(struct reader *r)
{
  struct sv_graph_doc *g = r->g;
  r->at += strlen("@prefix");
  skip(r);
  const size_t size = strcspn(r->at, ":\n");
  if (r->at[size] != ':' || g->prefix_count == sizeof g->prefixes / sizeof g->prefixes[0]) {
    r->failed = true;
    return;
  }
  const char *name = keep(r, r->at, size);
  r->at += size + 1;
  skip(r);
  r->failed = r->failed || *r->at != '<';
  const char *text = r->failed ? NULL : iri(r);
  r->failed = r->failed || !take(r, '.');
  if (!r->failed)
    g->prefixes[g->prefix_count++] = (struct sv_graph_prefix){ name, text };
}

static void read_subject(struct reader *r)
{
  const char *subject = iri(r);
  do {
    skip(r);
    if (*r->at == '.') /* a semicolon before the end */
      break;
    const char *predicate = iri(r);
    do {
      struct sv_graph_term object = { .kind = SV_GRAPH_IRI };
      skip(r);
      if (*r->at == '"')
        literal(r, &object);
      else
        object.text = iri(r);
      if (r->failed || r->g->count == TRIPLES_MAX) {
        r->failed = true;
        return;
      }
      r->g->triples[r->g->count++] = (struct sv_graph_triple){ subject, predicate, object };
    } while (take(r, ','));
  } while (take(r, ';'));
  r->failed = r->failed || !take(r, '.');
}

enum sv_status sv_graph_doc_read(struct sv_graph_doc *g, const char *text, struct sv_arena *arena,
                                 struct sv_error *err)
{
  *g = (struct sv_graph_doc){ .count = 0 };
  g->triples = sv_arena_calloc(arena, TRIPLES_MAX, sizeof *g->triples);
  if (!g->triples)
    return sv_fail(err, SV_NO_MEMORY, "out of memory");
  struct reader r = { .at = text, .line = 1, .g = g, .arena = arena };
  for (skip(&r); *r.at && !r.failed; skip(&r)) {
    if (sv_starts_with(r.at, "@prefix"))
      read_prefix(&r);
    else
      read_subject(&r);
  }
  return r.failed ? sv_fail(err, SV_INVALID, "line %zu is not of the plain form", r.line) : SV_OK;
}
