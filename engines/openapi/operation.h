// SPDX-License-Identifier: Apache-2.0
/* The operations of an API as a request finds them: by method, server and path. */
#ifndef SV_OPENAPI_OPERATION_H
#define SV_OPENAPI_OPERATION_H

#include "engines/openapi/openapi.h"
#include "engines/openapi/style.h"

#include <stdbool.h>
#include <stddef.h>

#define SV_OPERATION_VALUES_MAX 32 /* path parameters of one path */

/* A part of a path template: a text, or a parameter's name. */
struct sv_operation_part {
  const char *text;
  size_t size;
  bool is_name;
};

/* An operation below paths with all that an exchange is held against. */
struct sv_operation {
  const struct sv_openapi_operation *declared; /* path, method, nodes, parameters */
  size_t number;                               /* in the table */
  const char *id;                              /* operationId, NULL: none */
  const struct sv_operation_part *parts;       /* of the path; slashes stand in texts */
  size_t part_count;
  const struct sv_style *styles; /* of declared->parameters, in their order */
  struct sv_openapi_body body;
  const struct sv_openapi_response *responses;
  size_t response_count;
  const struct sv_openapi_server *servers;
  size_t server_count;
  bool deprecated;
};

struct sv_operations;

/* The table in *OUT, to be freed with sv_operations_free(); it lives no longer than API. BASES
 * (COUNT absolute URLs or paths) stand in place of the document's servers; COUNT 0: those.
 * SV_LIMIT, SV_NO_MEMORY. */
enum sv_status sv_operations_new(struct sv_openapi *api, const char *const *bases, size_t count,
                                 struct sv_operations **out, struct sv_error *err) SV_MUST_USE;
void sv_operations_free(struct sv_operations *t);

struct sv_openapi *sv_operations_api(const struct sv_operations *t);
size_t sv_operations_count(const struct sv_operations *t);
const struct sv_operation *sv_operations_at(const struct sv_operations *t, size_t i);

/* By operationId, or NULL. */
const struct sv_operation *sv_operations_find(const struct sv_operations *t, const char *id);

enum sv_operation_outcome {
  SV_OPERATION_FOUND,
  SV_OPERATION_NO_METHOD, /* the path is there, the method is not: allowed says which are */
  SV_OPERATION_NO_PATH,
  SV_OPERATION_NO_SERVER /* the address is below none of the servers */
};

struct sv_operation_value {
  const char *name;
  const char *text; /* as in the path, percent-encoded; borrowed from the URL */
  size_t size;
};

struct sv_operation_match {
  enum sv_operation_outcome outcome;
  const struct sv_operation *operation; /* NULL unless found; of NO_METHOD one with that path */
  struct sv_operation_value values[SV_OPERATION_VALUES_MAX];
  size_t value_count;
  const char *query; /* without its ?, NULL: none; borrowed from the URL */
  size_t query_size;
  unsigned allowed; /* of NO_METHOD: 1 << enum sv_operation_method */
};

/* Methods that paths may declare, for allowed. */
enum sv_operation_method {
  SV_METHOD_IS_GET,
  SV_METHOD_IS_PUT,
  SV_METHOD_IS_POST,
  SV_METHOD_IS_DELETE,
  SV_METHOD_IS_OPTIONS,
  SV_METHOD_IS_HEAD,
  SV_METHOD_IS_PATCH,
  SV_METHOD_IS_TRACE,
  SV_METHOD_IS_QUERY,
  SV_METHOD_IS_COUNT
};

/* Finds the operation of METHOD (any case) and URL, absolute or from the path on, and puts it in
 * *OUT. Concrete paths win over templated ones (OAS 4.8.8.2); HEAD falls back on GET. */
void sv_operations_match(const struct sv_operations *t, const char *method, const char *url,
                         size_t size, struct sv_operation_match *out);

/* Adds the path and query of a request for O to OUT. PATH and QUERY (objects, may be NULL) hold the
 * values by parameter name; what is not declared in QUERY is left out. SV_INVALID when a path
 * parameter has no value, an empty one, or one that its style cannot carry. Nothing of the server
 * is added. */
enum sv_status sv_operation_target(const struct sv_operation *o, const json_t *path,
                                   const json_t *query, struct sv_buf *out,
                                   struct sv_error *err) SV_MUST_USE;

/* The declared response for STATUS: exact, by range (2XX), default; NULL: none. */
const struct sv_openapi_response *sv_operation_response(const struct sv_operation *o, int status);

/* Of COUNT declared media types the one that best fits TYPE, a Content-Type: equal, then
 * by its range, then any; NULL: none fits. */
const struct sv_openapi_media *sv_operation_media(const struct sv_openapi_media *media,
                                                  size_t count, const char *type, size_t size);

#endif
