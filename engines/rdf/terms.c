// SPDX-License-Identifier: Apache-2.0
/* Interned terms: open addressing over 32-bit hashes that are keyed, since terms come from hostile
 * input; their bytes lie one after another in pieces of the arena. */
#include "engines/rdf/store.h"

#include "engines/base/ascii.h"
#include "engines/base/map.h"

#include <stdlib.h>
#include <string.h>

#define PIECE ((size_t)256 << 10)
#define LANG_MAX 255

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define XSD "http://www.w3.org/2001/XMLSchema#"

const char *const sv_graph_known[SV_TERM_KNOWN + 1] = {
  [SV_RDF_TYPE] = RDF "type",
  [SV_RDF_FIRST] = RDF "first",
  [SV_RDF_REST] = RDF "rest",
  [SV_RDF_NIL] = RDF "nil",
  [SV_RDF_SUBJECT] = RDF "subject",
  [SV_RDF_PREDICATE] = RDF "predicate",
  [SV_RDF_OBJECT] = RDF "object",
  [SV_RDF_STATEMENT] = RDF "Statement",
  [SV_RDF_REIFIES] = RDF "reifies",
  [SV_RDF_VALUE] = RDF "value",
  [SV_RDF_LANGUAGE] = RDF "language",
  [SV_RDF_DIRECTION] = RDF "direction",
  [SV_RDF_LANG_STRING] = RDF "langString",
  [SV_RDF_DIR_LANG_STRING] = RDF "dirLangString",
  [SV_RDF_JSON] = RDF "JSON",
  [SV_RDF_XML_LITERAL] = RDF "XMLLiteral",
  [SV_RDF_HTML] = RDF "HTML",
  [SV_XSD_STRING] = XSD "string",
  [SV_XSD_BOOLEAN] = XSD "boolean",
  [SV_XSD_INTEGER] = XSD "integer",
  [SV_XSD_DECIMAL] = XSD "decimal",
  [SV_XSD_DOUBLE] = XSD "double",
  [SV_RDFS_SUBCLASS_OF] = RDFS "subClassOf",
  [SV_RDFS_CLASS] = RDFS "Class",
};

/* What makes a term the same as another. */
struct key {
  const char *text;
  uint32_t size;
  uint32_t type;
  uint32_t lang; /* number << 4 | direction << 2 | kind */
  uint32_t hash;
};

static void hash_key(struct key *k)
{
  uint64_t h = sv_hash(k->text, k->size);
  h ^= ((uint64_t)k->type << 32 | k->lang) * 0x9E3779B97F4A7C15u;
  k->hash = (uint32_t)(h ^ h >> 29);
}

static bool equals(const struct sv_term_record *r, const struct key *k)
{
  return r->size == k->size && r->type == k->type && r->lang == k->lang &&
         memcmp(r->text, k->text, k->size) == 0;
}

/* The slot of K, or the free one where it belongs. */
static uint32_t slot_of(const struct sv_graph *g, const struct key *k)
{
  uint32_t i = k->hash & (g->slot_room - 1);
  while (g->slots[i].term) {
    if (g->slots[i].hash == k->hash && equals(&g->records[sv_term_index(g->slots[i].term)], k))
      break;
    i = (i + 1) & (g->slot_room - 1);
  }
  return i;
}

static bool grow_slots(struct sv_graph *g)
{
  const uint32_t room = g->slot_room ? g->slot_room * 2 : 1024;
  const size_t bytes = (size_t)room * sizeof(struct sv_term_slot);
  if (g->taken + g->arena.taken + bytes > g->limits.bytes)
    return sv_graph_fail_limit(g, "rdf-bytes",
                               N_("the data takes more memory than the limit allows"));
  struct sv_term_slot *slots = calloc(room, sizeof *slots);
  if (!slots)
    return sv_graph_fail(g, SV_NO_MEMORY);
  for (uint32_t i = 0; i < g->slot_room; i++) {
    if (!g->slots[i].term)
      continue;
    uint32_t j = g->slots[i].hash & (room - 1);
    while (slots[j].term)
      j = (j + 1) & (room - 1);
    slots[j] = g->slots[i];
  }
  free(g->slots);
  g->taken += bytes - (size_t)g->slot_room * sizeof *slots;
  g->slots = slots;
  g->slot_room = room;
  return true;
}

static const char *keep(struct sv_graph *g, const char *text, size_t size)
{
  char *p = NULL;
  if (g->taken + g->arena.taken + size > g->limits.bytes) {
    (void)sv_graph_fail_bytes(g);
    return NULL;
  }
  if (size >= PIECE / 8) {
    p = sv_arena_alloc(&g->arena, size + 1);
  } else {
    if (g->piece_room < size + 1) {
      g->piece = sv_arena_alloc(&g->arena, PIECE);
      g->piece_room = g->piece ? PIECE : 0;
    }
    p = g->piece;
    if (p) {
      g->piece += size + 1;
      g->piece_room -= size + 1;
    }
  }
  if (!p) {
    (void)sv_graph_fail_limit(g, "rdf-bytes",
                              N_("the data takes more memory than the limit allows"));
    return NULL;
  }
  memcpy(p, text, size);
  p[size] = '\0';
  return p;
}

static const char *keep_triple(struct sv_graph *g, const char *text, size_t size)
{
  sv_term *p = sv_arena_alloc(&g->arena, size);
  if (!p) {
    (void)sv_graph_fail_limit(g, "rdf-bytes",
                              N_("the data takes more memory than the limit allows"));
    return NULL;
  }
  memcpy(p, text, size);
  return (const char *)p;
}

/* A new record, not yet in a slot. */
static sv_term append(struct sv_graph *g, const struct key *k)
{
  if (g->term_count > g->limits.terms) {
    (void)sv_graph_fail_limit(g, "rdf-terms",
                              N_("the data has more different terms than the limit allows"));
    return 0;
  }
  if (g->term_count >= g->term_room)
    SV_GROW32(g, g->records, g->term_room, (uint64_t)g->term_count + 1);
  if (g->status != SV_OK)
    return 0;
  const enum sv_term_kind kind = (enum sv_term_kind)(k->lang & 3);
  const char *text =
      kind == SV_TERM_TRIPLE ? keep_triple(g, k->text, k->size) : keep(g, k->text, k->size);
  if (!text)
    return 0;
  g->records[g->term_count] = (struct sv_term_record){ text, k->size, k->hash, k->type, k->lang };
  return g->term_count++ | (uint32_t)kind << 30;
}

static sv_term intern(struct sv_graph *g, struct key *k)
{
  if (g->status != SV_OK)
    return 0;
  if ((uint64_t)g->term_count * 4 >= (uint64_t)g->slot_room * 3 && !grow_slots(g))
    return 0;
  hash_key(k);
  const uint32_t i = slot_of(g, k);
  if (!g->slots[i].term)
    g->slots[i] = (struct sv_term_slot){ k->hash, append(g, k) };
  return g->slots[i].term;
}

static sv_term find(const struct sv_graph *g, struct key *k)
{
  if (g->slot_room == 0)
    return 0;
  hash_key(k);
  return g->slots[slot_of(g, k)].term;
}

sv_term sv_graph_iri(struct sv_graph *g, const char *iri, size_t size)
{
  if (size > g->limits.iri_bytes) {
    (void)sv_graph_fail_limit(g, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
    return 0;
  }
  struct key k = { .text = iri, .size = (uint32_t)size, .lang = SV_TERM_IRI };
  return intern(g, &k);
}

static bool literal_fits(struct sv_graph *g, size_t size)
{
  return size <= g->limits.literal_bytes || sv_graph_fail_limit(g, "rdf-literal-bytes",
                                                                N_("a literal is longer than the "
                                                                   "limit allows"));
}

sv_term sv_graph_literal(struct sv_graph *g, const char *text, size_t size, sv_term datatype)
{
  struct key k = { .text = text,
                   .size = (uint32_t)size,
                   .type = datatype ? datatype : SV_XSD_STRING,
                   .lang = SV_TERM_LITERAL };
  return literal_fits(g, size) ? intern(g, &k) : 0;
}

/* The number of a language tag in lower case; there are few, the last ones first. 0: none. */
static uint32_t lang_find(const struct sv_graph *g, const char *lower)
{
  for (uint32_t i = g->lang_count; i > 1; i--)
    if (strcmp(g->langs[i - 1], lower) == 0)
      return i - 1;
  return 0;
}

static bool lower_tag(const char *lang, size_t size, char *lower)
{
  if (size == 0 || size > LANG_MAX)
    return false;
  for (size_t i = 0; i < size; i++)
    lower[i] = (char)sv_lower((unsigned char)lang[i]);
  lower[size] = '\0';
  return true;
}

#define LANGS_MAX 4096 /* different tags in one graph: the registry has some hundreds in use */

static uint32_t lang_number(struct sv_graph *g, const char *lang, size_t size)
{
  char lower[LANG_MAX + 1];
  if (!lower_tag(lang, size, lower)) {
    (void)sv_graph_fail_limit(g, "rdf-language-bytes",
                              N_("a language tag is longer than the limit allows"));
    return 0;
  }
  const uint32_t found = lang_find(g, lower);
  if (found)
    return found;
  if (g->lang_count == LANGS_MAX) {
    (void)sv_graph_fail_limit(g, "rdf-languages",
                              N_("the data has more different languages than the limit allows"));
    return 0;
  }
  if (g->lang_count == 0)
    g->lang_count = 1;
  if (g->lang_count >= g->lang_room)
    SV_GROW32(g, g->langs, g->lang_room, (uint64_t)g->lang_count + 1);
  const char *kept = g->status == SV_OK ? sv_arena_copy(&g->arena, lower, size) : NULL;
  if (!kept) {
    (void)sv_graph_fail_bytes(g);
    return 0;
  }
  g->langs[g->lang_count] = kept;
  return g->lang_count++;
}

sv_term sv_graph_lang_literal(struct sv_graph *g, const char *text, size_t size, const char *lang,
                              size_t lang_size, enum sv_direction direction)
{
  if (g->status != SV_OK)
    return 0;
  const uint32_t number = lang_number(g, lang, lang_size);
  if (!number || !literal_fits(g, size))
    return 0;
  struct key k = { .text = text,
                   .size = (uint32_t)size,
                   .type = direction ? SV_RDF_DIR_LANG_STRING : SV_RDF_LANG_STRING,
                   .lang = number << 4 | (uint32_t)direction << 2 | SV_TERM_LITERAL };
  return intern(g, &k);
}

sv_term sv_graph_blank(struct sv_graph *g, const char *label, size_t size)
{
  if (size > g->limits.iri_bytes) {
    (void)sv_graph_fail_limit(g, "rdf-iri-bytes",
                              N_("a blank node's label is longer than the limit allows"));
    return 0;
  }
  struct key k = {
    .text = label, .size = (uint32_t)size, .type = g->document_count, .lang = SV_TERM_BLANK
  };
  if (size)
    return intern(g, &k);
  k.text = "";
  return g->status == SV_OK ? append(g, &k) : 0;
}

sv_term sv_graph_triple_term(struct sv_graph *g, sv_term s, sv_term p, sv_term o)
{
  const sv_term parts[3] = { s, p, o };
  struct key k = { .text = (const char *)parts, .size = sizeof parts, .lang = SV_TERM_TRIPLE };
  return s && p && o ? intern(g, &k) : 0;
}

sv_term sv_graph_find_iri(const struct sv_graph *g, const char *iri, size_t size)
{
  struct key k = { .text = iri, .size = (uint32_t)size, .lang = SV_TERM_IRI };
  return size <= g->limits.iri_bytes ? find(g, &k) : 0;
}

sv_term sv_graph_find_iris(const struct sv_graph *g, const char *iri)
{
  return sv_graph_find_iri(g, iri, strlen(iri));
}

sv_term sv_graph_find_literal(const struct sv_graph *g, const char *text, size_t size,
                              sv_term datatype)
{
  struct key k = { .text = text,
                   .size = (uint32_t)size,
                   .type = datatype ? datatype : SV_XSD_STRING,
                   .lang = SV_TERM_LITERAL };
  return size <= g->limits.literal_bytes ? find(g, &k) : 0;
}

static const struct sv_term_record *record(const struct sv_graph *g, sv_term t)
{
  return &g->records[sv_term_index(t)];
}

/* Triple terms nest at most as deep as the reader's limit on brackets; each level is one call. */
static sv_term import_triple(struct sv_graph *g, const struct sv_graph *from, sv_term t,
                             unsigned depth);

static sv_term import_term(struct sv_graph *g, const struct sv_graph *from, sv_term t,
                           unsigned depth)
{
  if (t == 0)
    return 0;
  const struct sv_term_record *r = record(from, t);
  switch (sv_term_kind(t)) {
  case SV_TERM_IRI:
    return sv_graph_iri(g, r->text, r->size);
  case SV_TERM_BLANK:
    return sv_graph_blank(g, "", 0);
  case SV_TERM_LITERAL:
    if (r->lang >> 4)
      return sv_graph_lang_literal(g, r->text, r->size, from->langs[r->lang >> 4],
                                   strlen(from->langs[r->lang >> 4]),
                                   (enum sv_direction)(r->lang >> 2 & 3));
    return sv_graph_literal(g, r->text, r->size, import_term(g, from, r->type, depth));
  default:
    return import_triple(g, from, t, depth);
  }
}

static sv_term import_triple(struct sv_graph *g, const struct sv_graph *from, sv_term t,
                             unsigned depth)
{
  const sv_term *c = sv_graph_components(from, t);
  if (depth == 0 || !c) {
    (void)sv_graph_fail_limit(g, "rdf-nesting",
                              N_("triple terms are nested deeper than the limit allows"));
    return 0;
  }
  const sv_term s = import_term(g, from, c[0], depth - 1);
  const sv_term o = import_term(g, from, c[2], depth - 1);
  return sv_graph_triple_term(g, s, import_term(g, from, c[1], depth - 1), o);
}

sv_term sv_graph_import(struct sv_graph *g, const struct sv_graph *from, sv_term t)
{
  return import_term(g, from, t, 1000);
}

sv_term sv_graph_lookup(const struct sv_graph *g, const struct sv_graph *from, sv_term t)
{
  if (t == 0 || sv_term_kind(t) == SV_TERM_BLANK || sv_term_kind(t) == SV_TERM_TRIPLE)
    return 0;
  const struct sv_term_record *r = record(from, t);
  struct key k = { .text = r->text, .size = r->size, .lang = r->lang };
  if (sv_term_kind(t) == SV_TERM_LITERAL) {
    k.type = r->type <= SV_TERM_KNOWN ? r->type : sv_graph_lookup(g, from, r->type);
    const uint32_t number = r->lang >> 4 ? lang_find(g, from->langs[r->lang >> 4]) : 0;
    if (k.type == 0 || (r->lang >> 4 && !number))
      return 0;
    k.lang = number << 4 | (r->lang & 15);
  }
  return find(g, &k);
}

uint32_t sv_graph_term_count(const struct sv_graph *g)
{
  return g->term_count - 1;
}

sv_term sv_graph_term(const struct sv_graph *g, uint32_t index)
{
  return index | (g->records[index].lang & 3) << 30;
}

const char *sv_graph_text(const struct sv_graph *g, sv_term t, size_t *size)
{
  const bool none = sv_term_kind(t) == SV_TERM_TRIPLE || t == 0;
  if (size)
    *size = none ? 0 : record(g, t)->size;
  return none ? "" : record(g, t)->text;
}

sv_term sv_graph_datatype(const struct sv_graph *g, sv_term t)
{
  return sv_term_kind(t) == SV_TERM_LITERAL ? record(g, t)->type : 0;
}

const char *sv_graph_lang(const struct sv_graph *g, sv_term t)
{
  const uint32_t number = sv_term_kind(t) == SV_TERM_LITERAL ? record(g, t)->lang >> 4 : 0;
  return number ? g->langs[number] : NULL;
}

enum sv_direction sv_graph_direction(const struct sv_graph *g, sv_term t)
{
  return sv_term_kind(t) == SV_TERM_LITERAL ? (enum sv_direction)(record(g, t)->lang >> 2 & 3)
                                            : SV_NO_DIRECTION;
}

const sv_term *sv_graph_components(const struct sv_graph *g, sv_term t)
{
  return sv_term_kind(t) == SV_TERM_TRIPLE ? (const void *)record(g, t)->text : NULL;
}
