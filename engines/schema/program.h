// SPDX-License-Identifier: Apache-2.0
/* Compiled schemas and what they are made from, private to engines/schema. All lives in the set's
 * arena. */
#ifndef SV_SCHEMA_PROGRAM_H
#define SV_SCHEMA_PROGRAM_H

#include "engines/base/arena.h"
#include "engines/base/map.h"
#include "engines/doc/tape.h"
#include "engines/regex/regex.h"
#include "engines/schema/schema.h"

/* Names of this folder do not leave the library: another of the same name must not take their
 * place. */
#pragma GCC visibility push(hidden)

/* --- types of instances, as bits --- */
enum {
  SV_T_NULL = 1 << SV_DOC_NULL,
  SV_T_BOOLEAN = 1 << SV_DOC_FALSE | 1 << SV_DOC_TRUE,
  SV_T_NUMBER = 1 << SV_DOC_NUMBER,
  SV_T_STRING = 1 << SV_DOC_STRING,
  SV_T_ARRAY = 1 << SV_DOC_ARRAY,
  SV_T_OBJECT = 1 << SV_DOC_OBJECT,
  SV_T_INTEGER = 1 << 7, /* beside SV_T_NUMBER in an instance's bits; alone in `type: integer` */
  SV_T_ANY = 0xFF
};

/* --- dialects --- */
enum {
  SV_D4 = 1,
  SV_D6 = 2,
  SV_D7 = 4,
  SV_D19 = 8,
  SV_D20 = 16,
  SV_DOAS30 = 32,
  SV_D_OLD = SV_D4 | SV_D6 | SV_D7 | SV_DOAS30, /* $ref hides what stands beside it */
  SV_D_ALL = 63
};

enum {
  SV_V_CORE = 1,
  SV_V_APPLICATOR = 2,
  SV_V_UNEVALUATED = 4,
  SV_V_VALIDATION = 8,
  SV_V_META = 16,
  SV_V_FORMAT = 32,
  SV_V_CONTENT = 64,
  SV_V_FORMAT_ASSERTION = 128,
  SV_V_OAS = 256,
  SV_V_ALL = 511 & ~128
};

struct sv_dialect {
  const char *iri; /* of its metaschema, without fragment */
  uint32_t draft;  /* one of SV_D4 ... */
  uint32_t vocabularies;
};

/* --- keywords --- */
enum sv_op_kind { /* in the order in which they are tried: cheap ones first */
                  SV_OP_MIN_LENGTH,
                  SV_OP_MAX_LENGTH,
                  SV_OP_MINIMUM,
                  SV_OP_MAXIMUM,
                  SV_OP_EXCLUSIVE_MINIMUM,
                  SV_OP_EXCLUSIVE_MAXIMUM,
                  SV_OP_MIN_ITEMS,
                  SV_OP_MAX_ITEMS,
                  SV_OP_MIN_PROPERTIES,
                  SV_OP_MAX_PROPERTIES,
                  SV_OP_CONST,
                  SV_OP_ENUM,
                  SV_OP_MULTIPLE_OF,
                  SV_OP_PATTERN,
                  SV_OP_FORMAT,
                  SV_OP_REQUIRED,
                  SV_OP_DEPENDENT_REQUIRED,
                  SV_OP_OBJECT, /* properties, patternProperties, additionalProperties and required
                                   in one walk */
                  SV_OP_PROPERTY_NAMES,
                  SV_OP_ARRAY, /* prefixItems, items, additionalItems in one walk */
                  SV_OP_REF,
                  SV_OP_DYNAMIC_REF,
                  SV_OP_ALL_OF,
                  SV_OP_ANY_OF,
                  SV_OP_ONE_OF,
                  SV_OP_IF,
                  SV_OP_NOT,
                  SV_OP_DEPENDENT_SCHEMAS,
                  SV_OP_CONTAINS,
                  SV_OP_UNIQUE_ITEMS,
                  SV_OP_CONTENT,
                  SV_OP_UNEVALUATED_ITEMS,
                  SV_OP_UNEVALUATED_PROPERTIES,
                  /* only in explanations */
                  SV_OP_TYPE,
                  SV_OP_PROPERTIES,
                  SV_OP_PATTERN_PROPERTIES,
                  SV_OP_ADDITIONAL_PROPERTIES,
                  SV_OP_PREFIX_ITEMS,
                  SV_OP_ITEMS,
                  SV_OP_ANNOTATION,
                  SV_OP_CONTENT_SCHEMA, /* an annotation that needs contentMediaType beside it */
                  SV_OP_THEN,           /* then, else: reported by `if` */
                  SV_OP_LIMITS,         /* minContains, maxContains: reported by `contains` */
                  SV_OP_NOTHING         /* identifiers, definitions, comments */
};

enum sv_shape { /* where subschemas stand in a keyword's value */
                SV_SHAPE_NONE,
                SV_SHAPE_SCHEMA,
                SV_SHAPE_LIST,
                SV_SHAPE_SCHEMA_OR_LIST,
                SV_SHAPE_MAP,
                SV_SHAPE_MAP_OR_NAMES /* dependencies */
};

struct sv_keyword {
  const char *name;
  uint16_t drafts;
  uint16_t vocabulary;
  enum sv_op_kind op;
  enum sv_shape shape;
  uint8_t types; /* instances it speaks about */
};

/* The keyword NAME in DIALECT, or NULL: unknown there. */
const struct sv_keyword *sv_keyword_find(const struct sv_dialect *dialect, const char *name,
                                         size_t size);

/* --- documents, resources --- */
struct sv_schema_document {
  struct sv_doc *doc;
  bool owned;
  bool container; /* its root is no schema */
  struct sv_schema_document *next;
};

struct sv_resource {
  const char *iri; /* its base, absolute, without fragment */
  const struct sv_schema_document *document;
  sv_value root;
  const struct sv_dialect *dialect;
  uint32_t id;
  bool checked;          /* against its metaschema */
  bool recursive_anchor; /* 2019-09 */
};

struct sv_anchor {
  struct sv_resource *resource;
  sv_value value;
  bool dynamic;
};

/* A place in a schema document. */
struct sv_place {
  struct sv_resource *resource;
  sv_value value;
};

/* --- the program --- */
struct sv_node;

struct sv_named_node {
  const char *name; /* not terminated */
  uint32_t size;
  uint32_t hash;
  struct sv_node *node;
  sv_value value; /* in the schema: the subschema or, for names alone, the name */
};

struct sv_pattern_node {
  const struct sv_regex *regex;
  struct sv_node *node;
  sv_value value;
};

struct sv_nodes {
  uint32_t count;
  struct sv_node *node[];
};

struct sv_names {
  uint32_t count;
  struct sv_named_node of[];
};

/* One known name of an object: what applies to its value. */
struct sv_slot {
  const char *name; /* NULL: empty */
  uint32_t size;
  uint32_t hash;
  uint32_t required; /* bit index, UINT32_MAX: not required */
  bool evaluated;    /* properties or a pattern speak about it */
  uint32_t count;
  struct sv_node **nodes;
  const struct sv_named_node *own; /* of properties; NULL: only a pattern or `required` knows it */
};

struct sv_object_plan {
  struct sv_slot *slots; /* open addressing by hash, mask + 1 of them */
  uint32_t mask;
  uint32_t slot_count;
  uint64_t required; /* the bits that must be set */
  const struct sv_pattern_node *patterns;
  uint32_t pattern_count;
  struct sv_node *additional; /* NULL: anything */
  bool has_additional;
  const struct sv_names *names; /* of properties, NULL: none */
};

struct sv_array_plan {
  const struct sv_nodes *prefix; /* NULL: none */
  struct sv_node *rest;          /* NULL: anything */
  bool has_rest;
};

struct sv_enum {
  uint32_t count;
  bool strings; /* all are */
  sv_value list;
  sv_value *values;
  uint64_t *hashes; /* sorted, with VALUES in the same order; NULL for short lists */
};

struct sv_bound {
  bool is_int;
  int64_t integer;
  double number;
};

struct sv_dependent {
  const char *name;
  uint32_t size;
  uint32_t hash;
  struct sv_node *node;         /* NULL: names */
  const struct sv_names *names; /* NULL: a schema */
  sv_value value;
};

struct sv_dependents {
  uint32_t count;
  struct sv_dependent of[];
};

struct sv_contains {
  struct sv_node *node;
  uint64_t min, max;
  sv_value min_value, max_value; /* the keywords, SV_DOC_NONE: absent */
  bool marks;                    /* 2020-12: matching items count as evaluated */
};

struct sv_conditional {
  struct sv_node *test, *then, *otherwise; /* THEN and OTHERWISE may be NULL */
  sv_value then_value, otherwise_value;
};

/* Where $dynamicRef leads in each resource that has the anchor. */
struct sv_dynamic {
  struct sv_node *fallback;
  uint32_t count;
  struct sv_dynamic_target {
    uint32_t resource;
    struct sv_node *node;
  } * targets;
  bool resolved;
  const char *name;
  const struct sv_place *place; /* of the reference */
};

struct sv_format;

struct sv_op {
  enum sv_op_kind kind;
  uint8_t types;
  const struct sv_keyword *keyword; /* NULL: unknown to the dialect */
  sv_value value;                   /* of the keyword */
  union {
    uint64_t count;
    struct sv_bound bound;
    struct sv_node *node;
    const struct sv_nodes *nodes;
    const struct sv_names *names;
    const struct sv_object_plan *object;
    const struct sv_array_plan *array;
    const struct sv_enum *enumeration;
    const struct sv_regex *regex;
    const struct sv_dependents *dependents;
    const struct sv_contains *contains;
    const struct sv_conditional *conditional;
    struct sv_dynamic *dynamic;
    const struct sv_format *format;
    uint32_t types_allowed;
  };
};

enum {
  SV_NODE_FALSE = 1,          /* the schema false */
  SV_NODE_MARKS = 2,          /* has unevaluated* */
  SV_NODE_LITERAL_INTEGER = 4 /* draft 4: 1.0 is no integer */
};

struct sv_node {
  uint16_t types;
  uint16_t flags;
  uint32_t op_count;
  struct sv_node *forward; /* it says just what that one says; NULL: it speaks for itself */
  const struct sv_op *ops; /* for judging */
  uint32_t resource_id;
  uint32_t keyword_count;
  const struct sv_op *keywords; /* for explaining: in the schema's order */
  struct sv_place place;
  const struct sv_object_plan *object; /* NULL: no keyword of it */
  const struct sv_array_plan *array;
  uint32_t stamp; /* of the last search that came here */
  uint8_t search; /* 1: a reference loop search is within it, 2: was */
  bool filled;
};

struct sv_schema {
  struct sv_schema_set *set;
  struct sv_node *root;
  bool dynamic; /* some reference looks at the dynamic scope */
};

struct sv_schema_set {
  struct sv_schema_options options;
  struct sv_schema_limits limits;
  struct sv_arena arena;
  struct sv_map resources; /* IRI -> sv_resource */
  struct sv_map anchors;   /* IRI#name -> sv_anchor */
  struct sv_map roots;     /* struct sv_place key -> sv_resource */
  struct sv_map nodes;     /* struct sv_place key -> sv_node */
  struct sv_map dialects;  /* IRI -> sv_dialect */
  struct sv_map patterns;  /* text -> sv_regex */
  struct sv_schema_document *documents;
  struct sv_resource_list {
    struct sv_resource *resource;
    struct sv_resource_list *next;
  } * resource_list;
  struct sv_regex_list {
    struct sv_regex *regex;
    struct sv_regex_list *next;
  } * regexes;
  struct sv_dynamic_list {
    struct sv_dynamic *dynamic;
    struct sv_dynamic_list *next;
  } * dynamics;
  uint32_t resource_count;
  uint32_t stamp;
  bool checking; /* a metaschema is being compiled: what it says is trusted */
};

/* --- registry.c --- */
/* Makes the resources of the schema at V, in the base and dialect of PARENT (whose base it keeps
 * without $id). */
enum sv_status sv_registry_scan(struct sv_schema_set *s, struct sv_resource *parent, sv_value v,
                                struct sv_error *err) SV_MUST_USE;

/* Adds a document; REFERRER gives the dialect when it names none, and may be NULL. */
enum sv_status sv_registry_add(struct sv_schema_set *s, const char *iri,
                               struct sv_schema_document *document,
                               const struct sv_dialect *fallback, struct sv_resource **out,
                               struct sv_error *err) SV_MUST_USE;

/* The resource at IRI (SIZE bytes, no fragment): known, built in or fetched. *OUT is NULL when
 * there is none. */
enum sv_status sv_registry_get(struct sv_schema_set *s, const char *iri, size_t size,
                               const struct sv_dialect *fallback, struct sv_resource **out,
                               struct sv_error *err) SV_MUST_USE;

/* The resource whose root is V of DOCUMENT, or NULL. */
struct sv_resource *sv_registry_root(const struct sv_schema_set *s,
                                     const struct sv_schema_document *document, sv_value v);

/* The anchor NAME of the resource, or NULL. */
struct sv_anchor *sv_registry_anchor(const struct sv_schema_set *s, const struct sv_resource *r,
                                     const char *name, size_t size);

/* A fault in the schema at V. */
enum sv_status sv_schema_fault(const struct sv_resource *r, sv_value v, struct sv_error *err,
                               enum sv_status status, const char *fmt, ...) SV_FORMAT(5, 6);

/* --- reference.c --- */
struct sv_target {
  struct sv_place place;
  const struct sv_anchor *anchor; /* when the fragment was a plain name */
};

/* Where the reference TEXT leads, seen from resource R. V is the keyword's value, for messages. */
enum sv_status sv_reference_resolve(struct sv_schema_set *s, struct sv_resource *r,
                                    const char *text, size_t size, sv_value v,
                                    struct sv_target *out, struct sv_error *err) SV_MUST_USE;

/* --- dialect.c --- */
const struct sv_dialect *sv_dialect_default(enum sv_schema_dialect d);

/* The dialect whose metaschema is IRI (fragment ignored). */
enum sv_status sv_dialect_get(struct sv_schema_set *s, const char *iri, size_t size,
                              struct sv_dialect const **out, struct sv_error *err) SV_MUST_USE;

/* --- compile.c --- */
struct sv_compiler {
  struct sv_schema_set *set;
  struct sv_error *err;
  struct sv_node **queue; /* nodes that wait to be filled */
  size_t queued, room;
};

/* The node of the schema at PLACE, made empty and queued when it is new. */
enum sv_status sv_compile_node(struct sv_compiler *c, struct sv_place place,
                               struct sv_node **out) SV_MUST_USE;

/* --- keyword_*.c: one keyword --- */
/* Fills OP from its value; NODE is the schema it stands in. SV_INVALID when the value is
 * ill-formed. */
enum sv_status sv_compile_keyword(struct sv_compiler *c, struct sv_node *node,
                                  struct sv_op *op) SV_MUST_USE;
enum sv_status sv_compile_assertion(struct sv_compiler *c, struct sv_node *node,
                                    struct sv_op *op) SV_MUST_USE;
enum sv_status sv_compile_pattern(struct sv_compiler *c, const struct sv_place *place,
                                  sv_value text, const struct sv_regex **out) SV_MUST_USE;
/* Derives what judging uses from the keywords: plans, types, the order of trying. */
enum sv_status sv_compile_fuse(struct sv_compiler *c, struct sv_node *node) SV_MUST_USE;

/* Searches all that ROOT reaches: queues what is not filled, tells whether a reference looks at the
 * dynamic scope. SV_INVALID for a schema that applies itself to the same instance without end
 * (2020-12 core 9.4.1). */
enum sv_status sv_compile_reach(struct sv_compiler *c, struct sv_node *root,
                                bool *dynamic) SV_MUST_USE;
enum sv_status sv_compile_queue(struct sv_compiler *c, struct sv_node *n) SV_MUST_USE;

/* The value of keyword NAME beside the others of NODE, SV_DOC_NONE: absent. */
sv_value sv_compile_sibling(const struct sv_node *node, const char *name);

/* --- format.c --- */
struct sv_format {
  const char *name;
  const char *msgid; /* "must be ..." in words */
  bool (*test)(const char *text, size_t size);
};
const struct sv_format *sv_schema_format_find(const char *name, size_t size, uint32_t draft);

/* contentEncoding base64 and contentMediaType application/json of STRING; both may be SV_DOC_NONE
 */
bool sv_content_valid(const struct sv_doc *schema, sv_value encoding, sv_value media,
                      const char *text, size_t size);

static inline struct sv_doc *sv_place_doc(const struct sv_place *p)
{
  return p->resource->document->doc;
}

static inline struct sv_doc *sv_node_doc(const struct sv_node *n)
{
  return n->place.resource->document->doc;
}

#pragma GCC visibility pop

#endif
