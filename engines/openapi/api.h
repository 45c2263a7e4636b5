// SPDX-License-Identifier: Apache-2.0
/* An API from inside: its documents, what was followed and found. */
#ifndef SV_OPENAPI_API_H
#define SV_OPENAPI_API_H

#include "engines/base/arena.h"
#include "engines/base/map.h"
#include "engines/openapi/nodes.h"
#include "engines/openapi/openapi.h"

#ifndef N_
#define N_(text) text
#endif

#define SV_OPENAPI_IRI_MAX ((size_t)64 << 10)

struct sv_openapi_file {
  struct sv_doc *doc;
  char *bytes;           /* of a fetched document, owned */
  const char *iri;       /* where it was found */
  const char *base;      /* what relative references start from: iri, or 3.2's $self */
  uint8_t *kinds;        /* enum sv_openapi_kind of each value, once walked */
  struct sv_map anchors; /* $anchor and $dynamicAnchor to a value + 1, when has_anchors */
  bool has_anchors;
};

/* A parameter of 2.0 while it is made a schema. */
struct sv_openapi_conversion {
  struct sv_openapi_node node;
  const char *iri;
};

struct sv_openapi {
  struct sv_arena arena;
  struct sv_openapi_limits limits;
  sv_openapi_fetch *fetch;
  void *context;
  enum sv_openapi_version version;
  const char *version_text;
  struct sv_openapi_file *files;
  size_t file_count, file_room;
  size_t bytes;
  struct sv_map by_iri;  /* to a file's number + 1 */
  struct sv_map refused; /* IRI to what was said of it */
  struct sv_map chains;  /* references at the head of long chains to their end */
  struct sv_openapi_operation *operations;
  size_t operation_count;
  bool has_operations;
  bool walked;
  enum sv_status walk_status;
  struct sv_error walk_error;
  struct sv_openapi_nodes objects[SV_OPENAPI_K_COUNT];
  struct sv_schema_set *schemas;
  struct sv_map compiled; /* schemas by place */
  const struct sv_openapi_conversion *converting;
  size_t schema_files; /* how many documents the set knows */
  struct sv_openapi_finding *findings;
  size_t finding_count, finding_room, finding_total;
  bool has_directions; /* some schema is readOnly or writeOnly */
  bool validated;
  enum sv_status check_status;
};

/* The member of N that says where it leads, when N is an object with a text "$ref". */
struct sv_openapi_node sv_openapi_reference(struct sv_openapi_node n);

/* Parses a document and enters it under IRI; takes BYTES over when OWNED. */
enum sv_status sv_openapi_file_add(struct sv_openapi *api, const struct sv_openapi_text *text,
                                   const char *iri, struct sv_doc_finding *fault,
                                   struct sv_error *err);

/* The dialect of the document's schemas; false when it names one that is not known here. */
bool sv_openapi_dialect(struct sv_openapi *api, enum sv_schema_dialect *out);

/* The text of N (SIZE bytes) as written, or NULL. */
static inline const char *sv_openapi_bytes(struct sv_openapi_node n, size_t *size)
{
  *size = 0;
  return n.doc ? sv_doc_string(n.doc, n.value, size) : NULL;
}

static inline enum sv_doc_type sv_openapi_type(struct sv_openapi_node n)
{
  return n.doc ? sv_doc_type(n.doc, n.value) : SV_DOC_NULL;
}

static inline bool sv_openapi_is(struct sv_openapi_node n, enum sv_doc_type type)
{
  return n.doc && sv_doc_type(n.doc, n.value) == type;
}

static inline bool sv_openapi_is_true(struct sv_openapi_node n)
{
  return sv_openapi_is(n, SV_DOC_TRUE);
}

#endif
