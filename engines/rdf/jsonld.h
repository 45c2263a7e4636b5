// SPDX-License-Identifier: Apache-2.0
/* JSON-LD 1.1 to RDF: the parts of the reader. Recursion follows the JSON, whose depth the document
 * reader bounds, and contexts, whose nesting CONTEXTS_MAX bounds. */
#ifndef SV_RDF_JSONLD_H
#define SV_RDF_JSONLD_H

#include "engines/base/map.h"
#include "engines/rdf/read.h"
#include "engines/rdf/store.h"

#define CONTEXTS_MAX 40

/* A value of the document or of a context's document. */
struct ld_in {
  const struct sv_doc *doc;
  sv_value v;
};

enum ld_direction { LD_UNSET, LD_NONE, LD_LTR, LD_RTL };

enum ld_container {
  LD_GRAPH = 1,
  LD_ID = 2,
  LD_INDEX = 4,
  LD_LANGUAGE = 8,
  LD_LIST = 16,
  LD_SET = 32,
  LD_TYPE = 64
};

/* What a term means (JSON-LD API 4.2). Texts are in the arena. */
struct ld_term {
  const char *iri; /* NULL: explicitly nothing */
  const char *type, *index, *nest;
  const char *language;
  bool has_language; /* with NULL: explicitly none */
  enum ld_direction direction;
  unsigned container;
  bool prefix, is_protected, reverse, has_context;
  struct ld_in context;
  const char *base_url; /* of CONTEXT */
};

struct ld_entry {
  struct ld_entry *next;
  const char *name;
  struct ld_term *term; /* NULL: not defined any more */
};

struct ld_context {
  struct ld_context *made_before; /* all contexts, for freeing */
  struct ld_context *previous;
  const char *base, *vocab, *language;
  enum ld_direction direction; /* LD_NONE or a direction */
  struct ld_entry *entries;
  struct sv_map terms; /* name to entry */
};

/* The contexts that are being loaded, innermost first. */
struct ld_chain {
  const struct ld_chain *outer;
  const char *url;
};

struct ld_loaded {
  struct ld_loaded *next;
  char *url;
  struct sv_doc *doc;
};

struct ld {
  struct sv_graph *graph;
  const struct sv_rdf_options *opt;
  const struct sv_doc *doc;
  struct sv_arena arena;
  struct ld_context *made;
  struct ld_loaded *loaded;
  size_t work; /* terms that may still be copied */
  sv_value at; /* in DOC: where faults are said to be */
  enum sv_status status;
  struct sv_doc_finding fault;
};

/* How a context is to be processed. */
struct ld_how {
  const char *base_url;
  const struct ld_chain *chain;
  bool override, no_propagate, scoped; /* SCOPED: only validated, cycles are left out */
  unsigned depth;
};

/* The expanded form: objects and arrays as lists of children. */
enum ld_kind { LD_ARRAY, LD_OBJECT, LD_TEXT, LD_RAW };

struct ld_node {
  enum ld_kind kind;
  const char *key;  /* in an object */
  const char *text; /* LD_TEXT; an IRI that is null is NULL */
  size_t size;
  struct ld_in raw; /* LD_RAW: a value as it stands */
  struct ld_node *first, *last, *next;
};

/* --- jsonld.c --- */
/* Ends the reading with one of JSON-LD's error codes. Returns 0. */
int ld_fault(struct ld *l, struct ld_in at, const char *code);
int ld_limit(struct ld *l, const char *name, const char *msgid);
void *ld_alloc(struct ld *l, size_t size);
enum sv_doc_type ld_type(struct ld_in in);
struct ld_in ld_get(struct ld_in object, const char *name);
bool ld_has(struct ld_in in);
/* A string in the arena; NULL when it is none (or after a fault: NUL inside). */
const char *ld_string(struct ld *l, struct ld_in in);
const char *ld_key(struct ld *l, struct ld_in child);
const char *ld_join(struct ld *l, const char *a, const char *b);
/* REF resolved against BASE, NULL after a fault. */
const char *ld_resolve(struct ld *l, const char *base, const char *ref);
/* The document at URL, loaded once. */
const struct sv_doc *ld_load(struct ld *l, const char *url, struct ld_in at);
/* IN's children, or IN itself when it is no array: for (each = begin; ld_has; next). */
struct ld_in ld_begin(struct ld_in in);
struct ld_in ld_next(struct ld_in in, struct ld_in each);

/* --- jsonld_iri.c --- */
bool ld_is_keyword(const char *text);
bool ld_is_keyword_form(const char *text);
bool ld_is_iri(const char *text);      /* has a scheme */
bool ld_is_absolute(const char *text); /* and is well-formed */

/* The context that terms may be defined from while it is being read. */
struct ld_local {
  struct ld_in over, under; /* UNDER: what @import gave */
  struct sv_map defined;
  const struct ld_how *how;
  bool is_protected;
};

#define LD_DOCUMENT 1u /* relative to the base */
#define LD_VOCAB 2u    /* relative to the vocabulary */

/* IRI expansion (JSON-LD API 5.2.2). NULL: null, or a fault. LOCAL may be NULL. */
const char *ld_expand_iri(struct ld *l, struct ld_context *c, const char *value, unsigned flags,
                          struct ld_local *local);
/* Gives NAME a meaning, or takes it away (T is NULL). */
bool ld_set_term(struct ld *l, struct ld_context *c, const char *name, struct ld_term *t);
struct ld_term *ld_term_of(const struct ld_context *c, const char *name);

/* --- jsonld_term.c --- */
bool ld_define(struct ld *l, struct ld_context *c, struct ld_local *local, const char *name);
struct ld_in ld_local_get(const struct ld_local *local, const char *name);

/* --- jsonld_context.c --- */
struct ld_context *ld_context_new(struct ld *l);
struct ld_context *ld_process(struct ld *l, struct ld_context *active, struct ld_in context,
                              const struct ld_how *how);
/* The context of term T, processed on top of ACTIVE. */
struct ld_context *ld_scoped(struct ld *l, struct ld_context *active, const struct ld_term *t,
                             bool is_type);

/* --- jsonld_tree.c --- */
struct ld_node *ld_node_new(struct ld *l, enum ld_kind kind);
struct ld_node *ld_text(struct ld *l, const char *text);
struct ld_node *ld_raw(struct ld *l, struct ld_in in);
struct ld_node *ld_member(const struct ld_node *object, const char *key);
/* Puts CHILD into OBJECT under KEY, or at the end of an array (KEY NULL). */
void ld_put(struct ld_node *parent, const char *key, struct ld_node *child);
/* Adds VALUE, or each of its items, to the array under KEY. */
void ld_append(struct ld *l, struct ld_node *object, const char *key, struct ld_node *value);
void ld_append_items(struct ld *l, struct ld_node *array, struct ld_node *value);
bool ld_is_only(const struct ld_node *object, const char *const *keys);
/* Whether NODE is an object that has KEY. */
bool ld_holds(const struct ld_node *node, const char *key);

/* --- jsonld_expand.c --- */
/* Expansion (5.1.2): NULL is null, or a fault. */
struct ld_node *ld_expand(struct ld *l, struct ld_context *active, const char *property,
                          struct ld_in element, bool from_map);
struct ld_node *ld_expand_value(struct ld *l, struct ld_context *active, const char *property,
                                struct ld_in value);
/* An object that is being expanded. */
struct ld_object {
  struct ld *l;
  struct ld_context *active, *types; /* TYPES: type-scoped */
  const char *property;
  const char *input_type;
  struct ld_node *result;
};

/* --- jsonld_keyword.c --- */
/* A member whose key means KEY. */
bool ld_keyword(struct ld_object *o, const char *key, struct ld_in value);
/* Adds the items of VALUE as reverse properties. */
bool ld_add_reverse(struct ld_object *o, const char *key, struct ld_node *value, struct ld_in at);
/* --- jsonld_map.c: a property whose container is a map --- */
struct ld_node *ld_expand_map(struct ld *l, struct ld_context *active, const char *key,
                              const struct ld_term *t, struct ld_in value);
struct ld_node *ld_expand_languages(struct ld *l, struct ld_context *active,
                                    const struct ld_term *t, struct ld_in value);
struct ld_node *ld_wrap(struct ld *l, const char *key, struct ld_node *value);

/* --- jsonld_rdf.c --- */
bool ld_to_rdf(struct ld *l, const struct ld_node *expanded);
/* --- jsonld_literal.c --- */
sv_term ld_literal(struct ld *l, const struct ld_node *value, sv_term graph);
bool ld_canonical(struct sv_buf *out, struct ld_in in);

enum sv_status sv_rdf_read_jsonld(struct sv_graph *g, const char *data, size_t size,
                                  const struct sv_rdf_options *opt, struct sv_doc_finding *fault);

#endif
