// SPDX-License-Identifier: Apache-2.0
/* One exchange held against its operation: what was sent and what came back, in status, media type,
 * headers and body. */
#ifndef SV_OPENAPI_EXCHANGE_H
#define SV_OPENAPI_EXCHANGE_H

#include "engines/openapi/operation.h"

enum sv_exchange_kind {
  SV_EXCHANGE_STATUS,              /* the status is not declared */
  SV_EXCHANGE_MEDIA_TYPE,          /* the media type is not declared */
  SV_EXCHANGE_NO_MEDIA_TYPE,       /* there is a body, and no Content-Type says what it is */
  SV_EXCHANGE_BAD_MEDIA_TYPE,      /* Content-Type is no media type */
  SV_EXCHANGE_BODY_MALFORMED,      /* not parsable as what it says it is */
  SV_EXCHANGE_BODY_MISSING,        /* declared, required, not there */
  SV_EXCHANGE_BODY_UNDECLARED,     /* a body where none is declared */
  SV_EXCHANGE_BODY,                /* against its schema: keyword says which keyword */
  SV_EXCHANGE_READ_ONLY,           /* a readOnly member was sent */
  SV_EXCHANGE_WRITE_ONLY,          /* a writeOnly member came back */
  SV_EXCHANGE_HEADER_MISSING,      /* a required header */
  SV_EXCHANGE_HEADER,              /* a header against its schema, or not as its style is */
  SV_EXCHANGE_PARAMETER_MISSING,   /* a required parameter */
  SV_EXCHANGE_PARAMETER,           /* a parameter against its schema, or not as its style is */
  SV_EXCHANGE_PARAMETER_UNDECLARED /* a query parameter that nothing declares */
};

/* "status", "media-type", ...: stable short names. */
const char *sv_exchange_kind_name(enum sv_exchange_kind kind);

struct sv_exchange_finding {
  enum sv_exchange_kind kind;
  enum sv_openapi_in in; /* of parameters; SV_OPENAPI_HEADER for headers */
  const char *name;      /* of the parameter or header, NULL: none */
  const char *pointer;   /* JSON Pointer into the value or body, NULL: none */
  const char *keyword;   /* of JSON Schema that failed, NULL: none */
  struct sv_message message;
  struct sv_openapi_node where; /* in the document: what declares it */
  const char *document_pointer;
  const char *file;
  size_t line, column; /* from 1; 0: none */
};

/* Something that could not be judged, which is no fault of the service. */
struct sv_exchange_gap {
  const char *limit;    /* name of the limit, or of what is not supported, e.g. "xml" */
  const char *sentence; /* why, rendered */
  struct sv_openapi_node where;
};

struct sv_exchange_header {
  const char *name, *value;
};

struct sv_exchange_message {
  const struct sv_exchange_header *headers;
  size_t header_count;
  const char *body; /* NULL: none */
  size_t body_size;
  bool is_truncated; /* the body is not whole: it is not judged */
};

struct sv_exchange;

/* A judge with room for findings, to be freed; it lives no longer than T. NULL when memory ran out.
 */
struct sv_exchange *sv_exchange_new(const struct sv_operations *t) SV_MUST_USE;
void sv_exchange_free(struct sv_exchange *x);

/* Forgets what was found; strings that findings borrowed are gone. */
void sv_exchange_clear(struct sv_exchange *x);

/* Adds what is wrong with a request that M was found for. SV_NO_MEMORY. */
enum sv_status sv_exchange_request(struct sv_exchange *x, const struct sv_operation_match *m,
                                   const struct sv_exchange_message *request,
                                   struct sv_error *err) SV_MUST_USE;

/* Adds what is wrong with the response of O to METHOD ("HEAD" has no body). SV_NO_MEMORY. */
enum sv_status sv_exchange_response(struct sv_exchange *x, const struct sv_operation *o,
                                    const char *method, int status,
                                    const struct sv_exchange_message *response,
                                    struct sv_error *err) SV_MUST_USE;

/* What was found, in the order of judging; and what could not be judged. */
const struct sv_exchange_finding *sv_exchange_findings(const struct sv_exchange *x, size_t *count);
const struct sv_exchange_gap *sv_exchange_gaps(const struct sv_exchange *x, size_t *count);

/* Judges VALUE by the schema at N as a request's or a response's, as above; findings are of KIND
 * with NAME. For values that are not on the wire yet. */
enum sv_status sv_exchange_value(struct sv_exchange *x, struct sv_openapi_node schema,
                                 const json_t *value, bool is_request, bool *valid,
                                 struct sv_error *err) SV_MUST_USE;

#endif
