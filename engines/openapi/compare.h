// SPDX-License-Identifier: Apache-2.0
/* Two versions of a description held against each other: what in the newer one may break those who
 * were made for the older. Plain JSON Schemas are compared by the same rules. */
#ifndef SV_OPENAPI_COMPARE_H
#define SV_OPENAPI_COMPARE_H

#include "engines/base/arena.h"
#include "engines/openapi/openapi.h"

/* What a schema describes: what clients send, what they are given, or both. What is sent must not
 * be narrowed, what is given must not be widened or lose parts. */
enum sv_compare_use { SV_COMPARE_SENT = 1, SV_COMPARE_GIVEN = 2, SV_COMPARE_BOTH = 3 };

/* One change that breaks, or may. BEFORE and AFTER are none where nothing stands; one of them is
 * always there. */
struct sv_change {
  const char *rule;          /* short stable name: "operation-removed", "property-removed" ... */
  bool is_sure;              /* false: whether it breaks cannot be told from the two documents */
  struct sv_message message; /* a whole sentence; values borrowed from the comparison */
  const char *operation;     /* "GET /v1/units", NULL outside operations */
  struct sv_openapi_node before, after;
};

enum { SV_CHANGES_MAX = 1000 };

struct sv_comparison {
  struct sv_arena arena;
  struct sv_openapi *before, *after;
  struct sv_change *changes; /* in the order of the older document */
  size_t count;              /* kept, at most SV_CHANGES_MAX */
  size_t total;
};

/* Compares the operations of two APIs of any versions. Borrows both for as long as OUT is used; OUT
 * is to be freed with sv_comparison_free(), also after a failure. SV_LIMIT when the schemas are so
 * large or so tangled that not all was compared; SV_NO_MEMORY. */
enum sv_status sv_openapi_compare(struct sv_openapi *before, struct sv_openapi *after,
                                  struct sv_comparison *out, struct sv_error *err) SV_MUST_USE;

/* The same for two schemas, such as the roots of two JSON Schema documents that sv_openapi_load()
 * read. */
enum sv_status sv_openapi_compare_schemas(struct sv_openapi *before, struct sv_openapi_node old,
                                          struct sv_openapi *after, struct sv_openapi_node new_one,
                                          enum sv_compare_use use, struct sv_comparison *out,
                                          struct sv_error *err) SV_MUST_USE;
void sv_comparison_free(struct sv_comparison *c);

/* Where change C stands in the newer document, or (AFTER false) in the older: name of the file,
 * line and column from 1. False when it stands nowhere there. */
bool sv_change_place(const struct sv_comparison *all, const struct sv_change *c, bool after,
                     const char **file, size_t *line, size_t *column);

#endif
