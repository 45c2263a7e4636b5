// SPDX-License-Identifier: Apache-2.0
/* AsyncAPI documents, 2.0 to 2.6 and 3.x, in JSON or YAML: whether they are valid, and the schemas
 * of their messages. References are followed within the document; nothing is fetched. */
#ifndef SV_ASYNCAPI_ASYNCAPI_H
#define SV_ASYNCAPI_ASYNCAPI_H

#include "engines/schema/schema.h"

struct sv_asyncapi;

enum { SV_ASYNCAPI_FINDINGS_MAX = 200 };

/* One thing that breaks the specification. Borrowed from the document. */
struct sv_asyncapi_finding {
  const char *rule;  /* short stable name, "required" */
  const char *msgid; /* a sentence with {name} */
  const char *name;  /* of the member concerned, or why */
  sv_value where;
  size_t line, column; /* from 1 */
};

/* The document in *OUT, to be freed with sv_asyncapi_free(). NAME (for messages) may be NULL. As
 * sv_doc_parse(). Whether it is AsyncAPI at all sv_asyncapi_validate() tells. */
enum sv_status sv_asyncapi_load(const void *data, size_t size, const char *name,
                                struct sv_asyncapi **out, struct sv_error *err) SV_MUST_USE;
void sv_asyncapi_free(struct sv_asyncapi *a);

const struct sv_doc *sv_asyncapi_doc(const struct sv_asyncapi *a);

/* Judges structure, references within the document and schemas. *TOTAL findings were made, at most
 * SV_ASYNCAPI_FINDINGS_MAX are kept, in the order of the walk. SV_LIMIT for a document that is
 * nested too deep. */
enum sv_status sv_asyncapi_validate(struct sv_asyncapi *a, const struct sv_asyncapi_finding **out,
                                    size_t *count, size_t *total, struct sv_error *err) SV_MUST_USE;

/* The schema of the payload of the message that is called TYPE by its key, name, messageId or
 * title; *OUT NULL when there is none in a format known here. As sv_schema_compile_value(). */
enum sv_status sv_asyncapi_payload(struct sv_asyncapi *a, const char *type,
                                   const struct sv_schema **out, struct sv_error *err) SV_MUST_USE;

#endif
