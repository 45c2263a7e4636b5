// SPDX-License-Identifier: Apache-2.0
/* References of an API, found once for each document and followed once each. */
#include "engines/openapi/match_tree.h"

#include "engines/doc/tape.h"

#include <stdlib.h>
#include <string.h>

/* Where a reference leads; value + 1, so that zeroed memory says that nobody has asked yet. */
struct target {
  uint32_t file;
  uint32_t value;
};

struct sv_match_graph_file {
  uint64_t *references;   /* a bit for each object that has a text $ref */
  struct target *targets; /* by value; the pages of what is no reference are never touched */
};

void sv_match_graph_begin(struct sv_match_graph *g, struct sv_openapi *api)
{
  *g = (struct sv_match_graph){ .api = api };
}

void sv_match_graph_end(struct sv_match_graph *g)
{
  for (size_t i = 0; i < g->file_room; i++) {
    free(g->files[i].references);
    free(g->files[i].targets);
  }
  free(g->files);
  *g = (struct sv_match_graph){ .api = NULL };
}

static void mark(const struct sv_doc *doc, uint64_t *bits)
{
  const uint32_t hash = sv_tape_hash("$ref", 4);
  for (uint32_t i = 1; i + 1 < doc->count; i++) {
    const struct sv_tape_node *n = &doc->tape[i];
    if ((n->head & 15) != SV_DOC_STRING || !(n->head & SV_TAPE_KEY) || n->hi != hash ||
        n->head >> 8 != 4 || memcmp(sv_tape_text(doc, n), "$ref", 4) != 0 ||
        sv_tape_type(sv_tape_node(doc, i + 1)) != SV_DOC_STRING)
      continue;
    const sv_value holder = sv_doc_parent(doc, i);
    bits[holder / 64] |= UINT64_C(1) << (holder % 64);
  }
}

/* The file of N, its references marked; NULL when memory ran out. */
static struct sv_match_graph_file *file_of(struct sv_match_graph *g, struct sv_openapi_node n)
{
  if (n.file >= g->file_room) {
    const size_t room = (size_t)n.file + 8;
    struct sv_match_graph_file *more = realloc(g->files, room * sizeof *more);
    if (!more)
      return NULL;
    memset(more + g->file_room, 0, (room - g->file_room) * sizeof *more);
    g->files = more;
    g->file_room = room;
  }
  struct sv_match_graph_file *f = &g->files[n.file];
  if (!f->references) {
    f->references = calloc(n.doc->count / 64 + 1, sizeof *f->references);
    f->targets = calloc(n.doc->count, sizeof *f->targets);
    if (f->references && f->targets)
      mark(n.doc, f->references);
  }
  return f->references && f->targets ? f : NULL;
}

struct sv_openapi_node sv_match_graph_value(struct sv_match_graph *g, struct sv_openapi_node n)
{
  if (!n.doc)
    return n;
  const sv_value v = sv_tape_target(n.doc, n.value);
  if ((n.doc->tape[v].head & 15) != SV_DOC_OBJECT)
    return n;
  struct sv_match_graph_file *f = file_of(g, n);
  if (!f || !(f->references[v / 64] >> (v % 64) & 1))
    return n;
  if (f->targets[v].value == 0) {
    const struct sv_openapi_node to = sv_openapi_follow(g->api, n);
    f->targets[v] =
        to.doc ? (struct target){ to.file, to.value + 1 } : (struct target){ n.file, n.value + 1 };
  }
  const struct target t = f->targets[v];
  return (struct sv_openapi_node){ .doc = sv_openapi_file_doc(g->api, t.file),
                                   .value = t.value - 1,
                                   .file = t.file };
}

bool sv_match_graph_refers(struct sv_match_graph *g, struct sv_openapi_node n)
{
  const struct sv_match_graph_file *f = n.doc ? file_of(g, n) : NULL;
  if (!f || sv_doc_syntax(n.doc) != SV_DOC_JSON) /* an alias stands for what lies elsewhere */
    return n.doc != NULL;
  const sv_value past = sv_tape_past(n.doc, n.value);
  for (sv_value v = n.value + 1; v < past; v = (v / 64 + 1) * 64) {
    const uint64_t from = f->references[v / 64] >> (v % 64);
    const sv_value here = past - v;
    if (here < 64 ? from & ((UINT64_C(1) << here) - 1) : from)
      return true;
  }
  return false;
}

struct sv_openapi_node sv_match_graph_get(struct sv_match_graph *g, struct sv_openapi_node n,
                                          const char *name)
{
  n = sv_match_graph_value(g, n);
  if (!n.doc)
    return n;
  n.value = sv_doc_gets(n.doc, n.value, name);
  return n.value == SV_DOC_NONE ? SV_OPENAPI_NONE : sv_match_graph_value(g, n);
}

sv_value sv_match_name(struct sv_openapi_node n)
{
  if (!n.doc || n.value == 0)
    return SV_DOC_NONE;
  const uint32_t head = n.doc->tape[n.value - 1].head;
  return (head & 15) == SV_DOC_STRING && head & SV_TAPE_KEY ? n.value - 1 : SV_DOC_NONE;
}
