// SPDX-License-Identifier: Apache-2.0
/* The table of operations from inside. Private to operation*.c. */
#ifndef SV_OPENAPI_OPERATION_TABLE_H
#define SV_OPENAPI_OPERATION_TABLE_H

#include "engines/base/arena.h"
#include "engines/base/uri.h"
#include "engines/openapi/operation.h"

#ifndef N_
#define N_(text) text
#endif

/* A URL that operations are found below. */
struct sv_operation_base {
  const char *url;
  struct sv_uri uri; /* its path without the slash at its end */
};

struct sv_operation_entry {
  struct sv_operation operation;
  enum sv_operation_method method;
  const char *openness; /* sorts concrete paths before templated ones */
  size_t *bases;        /* numbers of its base URLs */
  size_t base_count;
};

struct sv_operations {
  struct sv_openapi *api;
  struct sv_arena arena;
  struct sv_operation_entry *entries; /* in the order of the document */
  struct sv_operation_entry **sorted; /* in the order of matching */
  size_t count;
  struct sv_operation_base *bases;
  size_t base_count, base_room;
};

#endif
