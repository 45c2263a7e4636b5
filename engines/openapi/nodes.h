// SPDX-License-Identifier: Apache-2.0
/* Lists of nodes that grow. */
#ifndef SV_OPENAPI_NODES_H
#define SV_OPENAPI_NODES_H

#include "engines/openapi/openapi.h"

#pragma GCC visibility push(hidden)

struct sv_openapi_nodes {
  struct sv_openapi_node *items; /* to be freed by the owner of the list */
  size_t count, room;
  bool known; /* the owner's: all are in it that belong there */
};

enum sv_status sv_openapi_nodes_add(struct sv_openapi_nodes *list,
                                    struct sv_openapi_node n) SV_MUST_USE;
/* For qsort and bsearch: by file, then by place in it. */
int sv_openapi_nodes_by_place(const void *a, const void *b);

#pragma GCC visibility pop

#endif
