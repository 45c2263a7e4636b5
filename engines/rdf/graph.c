// SPDX-License-Identifier: Apache-2.0
/* The graph itself: its budget, its triples as they come, documents and prefixes. It owns all. */
#include "engines/rdf/store.h"

#include <stdlib.h>
#include <string.h>

#define TRIPLES_MAX 2000000000u

bool sv_graph_fail(struct sv_graph *g, enum sv_status status)
{
  if (g->status == SV_OK)
    g->status = status;
  return false;
}

bool sv_graph_fail_limit(struct sv_graph *g, const char *name, const char *text)
{
  if (g->status == SV_OK) {
    g->status = SV_LIMIT;
    g->limit = name;
    g->limit_text = text;
  }
  return false;
}

bool sv_graph_fail_bytes(struct sv_graph *g)
{
  return sv_graph_fail_limit(g, "rdf-bytes",
                             N_("the data takes more memory than the limit allows"));
}

void *sv_graph_grow(struct sv_graph *g, void *array, uint64_t need, size_t *room, size_t size)
{
  size_t more = *room < 64 ? 64 : *room * 2;
  if (more < need)
    more = need;
  const size_t bytes = (more - *room) * size;
  if (g->taken + g->arena.taken + bytes > g->limits.bytes) {
    (void)sv_graph_fail_limit(g, "rdf-bytes",
                              N_("the data takes more memory than the limit allows"));
    return NULL;
  }
  void *grown = realloc(array, more * size);
  if (!grown) {
    (void)sv_graph_fail(g, SV_NO_MEMORY);
    return NULL;
  }
  g->taken += bytes;
  *room = more;
  return grown;
}

uint32_t *sv_graph_numbers(struct sv_graph *g, size_t count)
{
  const size_t bytes = count * sizeof(uint32_t);
  if (g->taken + g->arena.taken + bytes > g->limits.bytes) {
    (void)sv_graph_fail_limit(g, "rdf-bytes",
                              N_("the data takes more memory than the limit allows"));
    return NULL;
  }
  uint32_t *p = calloc(count ? count : 1, sizeof *p);
  if (!p)
    (void)sv_graph_fail(g, SV_NO_MEMORY);
  return p;
}

struct sv_graph *sv_graph_new(const struct sv_graph_limits *limits)
{
  struct sv_graph *g = calloc(1, sizeof *g);
  if (!g)
    return NULL;
  g->limits = limits ? *limits : SV_GRAPH_LIMITS;
  if (g->limits.triples > TRIPLES_MAX)
    g->limits.triples = TRIPLES_MAX;
  g->arena = SV_ARENA(g->limits.bytes);
  g->term_count = 1;
  for (size_t i = 1; i <= SV_TERM_KNOWN; i++)
    (void)sv_graph_iri(g, sv_graph_known[i], strlen(sv_graph_known[i]));
  if (g->status == SV_NO_MEMORY) {
    sv_graph_free(g);
    return NULL;
  }
  return g;
}

void sv_graph_free(struct sv_graph *g)
{
  if (!g)
    return;
  sv_arena_free(&g->arena);
  free(g->records);
  free(g->slots);
  free(g->langs);
  free(g->triples);
  free(g->quads);
  free(g->rows);
  free(g->row_ends);
  free(g->pos);
  free(g->pos_at);
  free(g->osp);
  free(g->osp_at);
  free(g->documents);
  free(g->prefixes);
  free(g);
}

const struct sv_graph_limits *sv_graph_limits(const struct sv_graph *g)
{
  return &g->limits;
}

enum sv_status sv_graph_status(const struct sv_graph *g, struct sv_error *err)
{
  if (g->status == SV_LIMIT)
    return sv_fail_limit(err, g->limit, "%s", g->limit_text);
  if (g->status != SV_OK)
    return sv_fail(err, g->status, N_("memory ran out"));
  return SV_OK;
}

/* What was sorted is no more. */
static void unsort(struct sv_graph *g)
{
  uint32_t **const indexes[] = { &g->rows, &g->row_ends, &g->pos, &g->pos_at, &g->osp, &g->osp_at };
  for (size_t i = 0; i < sizeof indexes / sizeof indexes[0]; i++) {
    free(*indexes[i]);
    *indexes[i] = NULL;
  }
  g->row_count = 0;
  g->sorted = false;
}

static bool is_full(struct sv_graph *g)
{
  if (g->triple_count + g->quad_count < g->limits.triples)
    return false;
  (void)sv_graph_fail_limit(g, "rdf-triples",
                            N_("the data has more triples than the limit allows"));
  return true;
}

void sv_graph_add(struct sv_graph *g, const struct sv_triple *triple, sv_term graph)
{
  if (g->status != SV_OK || !triple->s || !triple->p || !triple->o || is_full(g))
    return;
  if (g->sorted)
    unsort(g);
  if (graph == 0) {
    if (g->triple_count == g->triple_room) {
      void *p =
          sv_graph_grow(g, g->triples, g->triple_count + 1, &g->triple_room, sizeof *g->triples);
      if (!p)
        return;
      g->triples = p;
    }
    g->triples[g->triple_count++] = *triple;
    return;
  }
  if (g->quad_count == g->quad_room) {
    void *p = sv_graph_grow(g, g->quads, g->quad_count + 1, &g->quad_room, sizeof *g->quads);
    if (!p)
      return;
    g->quads = p;
  }
  g->quads[g->quad_count++] = (struct sv_quad){ *triple, graph };
}

void sv_graph_begin(struct sv_graph *g, const char *name)
{
  if (g->document_count == g->document_room)
    SV_GROW32(g, g->documents, g->document_room, (uint64_t)g->document_count + 1);
  if (g->status != SV_OK)
    return;
  const char *kept = sv_arena_strdup(&g->arena, name);
  if (name && !kept)
    (void)sv_graph_fail_bytes(g);
  g->documents[g->document_count++] = (struct sv_graph_document){ kept, g->last_line };
}

uint32_t sv_graph_line(struct sv_graph *g, size_t line)
{
  const uint32_t first = g->document_count ? g->documents[g->document_count - 1].first : 0;
  if (line == 0 || line > UINT32_MAX - 1 - first)
    return 0;
  const uint32_t number = first + (uint32_t)line;
  if (number > g->last_line)
    g->last_line = number;
  return number;
}

bool sv_graph_place(const struct sv_graph *g, uint32_t line, const char **name, size_t *number)
{
  *name = NULL;
  *number = 0;
  if (line == 0 || g->document_count == 0)
    return false;
  uint32_t low = 0, high = g->document_count;
  while (high - low > 1) {
    const uint32_t middle = low + (high - low) / 2;
    if (g->documents[middle].first < line)
      low = middle;
    else
      high = middle;
  }
  *name = g->documents[low].name;
  *number = line - g->documents[low].first;
  return true;
}

void sv_graph_prefix(struct sv_graph *g, const char *prefix, size_t size, sv_term namespace)
{
  for (uint32_t i = 0; i < g->prefix_count; i++)
    if (g->prefixes[i].size == size && memcmp(g->prefixes[i].prefix, prefix, size) == 0)
      return;
  if (!namespace || g->prefix_count == 1000) /* they only serve messages */
    return;
  if (g->prefix_count == g->prefix_room)
    SV_GROW32(g, g->prefixes, g->prefix_room, (uint64_t)g->prefix_count + 1);
  const char *kept = g->status == SV_OK ? sv_arena_copy(&g->arena, prefix, size) : NULL;
  if (!kept) {
    (void)sv_graph_fail_bytes(g);
    return;
  }
  g->prefixes[g->prefix_count++] = (struct sv_graph_prefix){ kept, size, namespace };
}

const char *sv_graph_prefix_at(const struct sv_graph *g, size_t i, sv_term *namespace)
{
  *namespace = i < g->prefix_count ? g->prefixes[i].namespace : 0;
  return i < g->prefix_count ? g->prefixes[i].prefix : NULL;
}
