// SPDX-License-Identifier: Apache-2.0
/* JSON Schema: drafts 4, 6, 7, 2019-09, 2020-12 and the schema objects of OpenAPI 3.0 and 3.1. A
 * set holds the documents that may refer to each other; a schema of it is compiled once and judges
 * many instances. Nothing here reads files or the network: what a reference needs comes from the
 * set, its built-in metaschemas or a callback. */
#ifndef SV_SCHEMA_SCHEMA_H
#define SV_SCHEMA_SCHEMA_H

#include "engines/base/buf.h"
#include "engines/base/message.h"
#include "engines/base/status.h"
#include "engines/doc/doc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum sv_schema_dialect {
  SV_SCHEMA_2020_12, /* the default */
  SV_SCHEMA_2019_09,
  SV_SCHEMA_DRAFT_7,
  SV_SCHEMA_DRAFT_6,
  SV_SCHEMA_DRAFT_4,
  SV_SCHEMA_OAS_3_0,
  SV_SCHEMA_OAS_3_1
};

/* What validating may cost. Over one of them it ends with SV_LIMIT and the name "schema-steps" or
 * "schema-depth". */
struct sv_schema_limits {
  uint64_t steps; /* subschemas applied */
  uint32_t depth; /* of subschemas within each other */
  size_t report;  /* bytes of one report */
};

#define SV_SCHEMA_LIMITS                                                                           \
  ((struct sv_schema_limits){ .steps = 200000000, .depth = 4096, .report = (size_t)64 << 20 })

/* Gives the document at IRI (absolute, without fragment), owned by the caller's set from then on;
 * SV_NOT_FOUND when there is none. */
typedef enum sv_status sv_schema_fetch(void *context, const char *iri, struct sv_doc **out,
                                       struct sv_error *err);

struct sv_schema_options {
  enum sv_schema_dialect dialect; /* of documents that have no $schema */
  bool assert_format;             /* format is judged also where the dialect only annotates */
  bool assert_content;    /* contentEncoding and contentMediaType too; draft 7 always judges them */
  bool trust;             /* documents are not checked against their metaschema */
  sv_schema_fetch *fetch; /* NULL: only what was added */
  void *context;
  const struct sv_schema_limits *limits; /* NULL: SV_SCHEMA_LIMITS */
};

struct sv_schema_set;
struct sv_schema;

/* An empty set; OPT may be NULL. NULL when memory ran out. */
struct sv_schema_set *sv_schema_set_new(const struct sv_schema_options *opt) SV_MUST_USE;
void sv_schema_set_free(struct sv_schema_set *s);

/* Adds the schema document DOC, retrieved from IRI (absolute). DOC is borrowed for as long as the
 * set lives. SV_INVALID with the position when an identifier in it is ill-formed or comes twice. */
enum sv_status sv_schema_set_add(struct sv_schema_set *s, const char *iri, struct sv_doc *doc,
                                 struct sv_error *err) SV_MUST_USE;

/* The same for a document that only holds schemas, such as an OpenAPI description. */
enum sv_status sv_schema_set_add_container(struct sv_schema_set *s, const char *iri,
                                           struct sv_doc *doc, struct sv_error *err) SV_MUST_USE;

/* Compiles the schema that IRI (with or without fragment) names. *OUT lives as long as the set.
 * SV_INVALID for an ill-formed schema, SV_NOT_FOUND for a reference that leads nowhere, SV_LIMIT;
 * ERR says where. */
enum sv_status sv_schema_compile(struct sv_schema_set *s, const char *iri,
                                 const struct sv_schema **out, struct sv_error *err) SV_MUST_USE;

/* The same for the schema that is the value V of DOC, a document that was added. */
enum sv_status sv_schema_compile_value(struct sv_schema_set *s, const struct sv_doc *doc,
                                       sv_value v, const struct sv_schema **out,
                                       struct sv_error *err) SV_MUST_USE;

/* Told of a keyword NAME (SIZE bytes, borrowed) whose value is VALUE. */
typedef void sv_schema_unknown_say(void *context, const char *name, size_t size, sv_value value);

/* Tells every keyword in the schemas of DOC, a document that was added, that their draft does not
 * know (core 2020-12, 4.3.1: it is an annotation and judges nothing). Schemas with a metaschema of
 * their own are let be. */
enum sv_status sv_schema_unknown(struct sv_schema_set *s, const struct sv_doc *doc,
                                 sv_schema_unknown_say *say, void *context) SV_MUST_USE;

/* Puts in *VALID whether V of DOC is valid. SV_LIMIT when it could not be judged (ERR has the
 * limit's name; *VALID is then false and says nothing); SV_NO_MEMORY. */
enum sv_status sv_schema_validate(const struct sv_schema *schema, const struct sv_doc *doc,
                                  sv_value v, bool *valid, struct sv_error *err) SV_MUST_USE;

#define SV_MESSAGE_ARGS_MAX 6

/* A sentence with {named} places (an English msgid) and what goes into them. */
struct sv_message {
  const char *msgid;
  struct sv_arg args[SV_MESSAGE_ARGS_MAX];
  size_t count;
};

/* One thing that is wrong with an instance. */
struct sv_schema_finding {
  const char *keyword;          /* rule: the keyword that failed; "false" for the schema false */
  struct sv_message message;    /* borrowed from the report */
  sv_value instance;            /* in the judged document */
  size_t line, column;          /* from 1 */
  const char *instance_pointer; /* JSON Pointer */
  const char *schema_pointer;   /* evaluation path, JSON Pointer through references */
  const char *schema_location;  /* absolute IRI of the keyword */
};

enum sv_schema_output {
  SV_SCHEMA_FLAG,
  SV_SCHEMA_BASIC,
  SV_SCHEMA_DETAILED,
  SV_SCHEMA_HIERARCHICAL
};

struct sv_schema_report;

enum sv_schema_detail {
  SV_SCHEMA_MESSAGES,   /* as below, but findings do not say where: no instance_pointer,
                         * schema_location, line or column. Cheapest */
  SV_SCHEMA_ERRORS,     /* only what failed: cheap */
  SV_SCHEMA_ANNOTATIONS /* everything that was applied, with its annotations */
};

/* Judges V and says why, in *OUT, to be freed with sv_schema_report_free(). It borrows SCHEMA and
 * DOC. */
enum sv_status sv_schema_explain(const struct sv_schema *schema, const struct sv_doc *doc,
                                 sv_value v, enum sv_schema_detail detail,
                                 struct sv_schema_report **out, struct sv_error *err) SV_MUST_USE;
void sv_schema_report_free(struct sv_schema_report *r);

bool sv_schema_report_valid(const struct sv_schema_report *r);

/* The findings a person should see, in order of position: of alternatives only the closest. *TOTAL
 * may be larger than *COUNT, which never exceeds MOST. Borrowed; NULL when memory ran out or
 * nothing is wrong. */
const struct sv_schema_finding *sv_schema_report_findings(struct sv_schema_report *r, size_t most,
                                                          size_t *count, size_t *total);

/* How a message id becomes a sentence; NULL stands for the English of the id itself. */
typedef const char *sv_schema_translate(const char *msgid);

/* Adds the report as JSON in one of the specification's output formats. */
enum sv_status sv_schema_report_write(struct sv_schema_report *r, enum sv_schema_output form,
                                      sv_schema_translate *translate,
                                      struct sv_buf *out) SV_MUST_USE;

/* The dialect that a version's name (2020-12, 2019-09, 7, 6, 4, oas-3.0, oas-3.1) means; false:
 * none. */
bool sv_schema_dialect_find(const char *name, enum sv_schema_dialect *out);

/* The bytes of the built-in document at IRI (a metaschema or vocabulary), or NULL. Static. */
const char *sv_schema_builtin(const char *iri, size_t *size);

#endif
