// SPDX-License-Identifier: Apache-2.0
/* OpenAPI documents: 2.0, 3.0, 3.1 and 3.2, in one file or several. Nothing here reads files or the
 * network: another document that a reference needs comes from a callback. Everything that is given
 * out belongs to the API and lives as long. One thread at a time: references are followed, and
 * documents loaded, as they are asked for. */
#ifndef SV_OPENAPI_OPENAPI_H
#define SV_OPENAPI_OPENAPI_H

#include "engines/doc/doc.h"
#include "engines/schema/schema.h"

struct sv_openapi;

enum sv_openapi_version {
  SV_OPENAPI_UNKNOWN, /* neither "swagger" nor "openapi" says one of these */
  SV_OPENAPI_2_0,
  SV_OPENAPI_3_0,
  SV_OPENAPI_3_1,
  SV_OPENAPI_3_2
};

/* A value in one of the documents; DOC is NULL when there is none. */
struct sv_openapi_node {
  const struct sv_doc *doc;
  sv_value value;
  uint32_t file; /* 0 is the document that was loaded */
};

#define SV_OPENAPI_NONE ((struct sv_openapi_node){ NULL, SV_DOC_NONE, 0 })

/* Another document as text; BYTES and NAME (for messages) are freed with free() by the API. */
struct sv_openapi_text {
  char *bytes;
  size_t size;
  char *name;
};

/* Gives the document at IRI (absolute, without fragment). SV_NOT_FOUND: there is no such file;
 * SV_DENIED: it may not be read, being outside the folder; SV_IO: reading it failed. An IRI that is
 * no file, and not mapped to one, is SV_DENIED too. */
typedef enum sv_status sv_openapi_fetch(void *context, const char *iri, struct sv_openapi_text *out,
                                        struct sv_error *err);

/* What an API may cost. Over one of them an operation ends with SV_LIMIT and the name
 * "openapi-files" or "openapi-bytes", or that of the document's limit. */
struct sv_openapi_limits {
  uint32_t files;
  size_t bytes;      /* of all documents together */
  uint32_t findings; /* kept; all are counted */
  struct sv_doc_limits doc;
};

#define SV_OPENAPI_LIMITS                                                                          \
  ((struct sv_openapi_limits){                                                                     \
      .files = 1000, .bytes = (size_t)512 << 20, .findings = 10000, .doc = SV_DOC_LIMITS })

struct sv_openapi_options {
  const char *iri; /* absolute: where the document was found; NULL: "urn:openapi" */
  const char
      *name;     /* of the file, for messages; its ending tells JSON from YAML. NULL: looked at */
  bool borrowed; /* the bytes outlive the API and need no copy */
  sv_openapi_fetch *fetch; /* NULL: references stay within the document */
  void *context;
  const struct sv_openapi_limits *limits; /* NULL: SV_OPENAPI_LIMITS */
  struct sv_doc_finding *fault;           /* NULL, or filled in with what ended the reading */
};

/* The API whose document is DATA in *OUT, to be freed with sv_openapi_free(). OPT may be NULL. Any
 * well-formed JSON or YAML is loaded; whether it is an OpenAPI document sv_openapi_version() and
 * sv_openapi_validate() tell. As sv_doc_parse(). */
enum sv_status sv_openapi_load(const void *data, size_t size, const struct sv_openapi_options *opt,
                               struct sv_openapi **out, struct sv_error *err) SV_MUST_USE;
void sv_openapi_free(struct sv_openapi *api);

enum sv_openapi_version sv_openapi_version(const struct sv_openapi *api);

struct sv_openapi_node sv_openapi_root(const struct sv_openapi *api);

/* The documents loaded so far; 0 is the first. */
size_t sv_openapi_file_count(const struct sv_openapi *api);
const struct sv_doc *sv_openapi_file_doc(const struct sv_openapi *api, size_t file);
const char *sv_openapi_file_name(const struct sv_openapi *api, size_t file);
const char *sv_openapi_file_iri(const struct sv_openapi *api, size_t file);

/* The member NAME of N, or none; references are not followed. */
struct sv_openapi_node sv_openapi_get(struct sv_openapi_node n, const char *name);

/* The first element or member of N; the one after CHILD; none at the end. */
struct sv_openapi_node sv_openapi_first(struct sv_openapi_node n);
struct sv_openapi_node sv_openapi_next(struct sv_openapi_node n, struct sv_openapi_node child);

/* The same document's value V. */
struct sv_openapi_node sv_openapi_at(struct sv_openapi_node n, sv_value v);

/* The text of N (NUL-terminated, in the API's memory), or NULL when N is no string. */
const char *sv_openapi_text(struct sv_openapi *api, struct sv_openapi_node n);

/* The name of the member whose value is N, likewise. Only for members of objects. */
const char *sv_openapi_name(struct sv_openapi *api, struct sv_openapi_node n);

/* Follows the "$ref" of N, and those that it leads to, until a value that is no reference; N itself
 * when it is none. SV_NOT_FOUND: leads nowhere; SV_INVALID: in a circle, ill-formed, or a document
 * that is malformed; SV_DENIED; SV_IO; SV_LIMIT. *OUT is none then and ERR says why. */
enum sv_status sv_openapi_resolve(struct sv_openapi *api, struct sv_openapi_node n,
                                  struct sv_openapi_node *out, struct sv_error *err) SV_MUST_USE;

/* What sv_openapi_resolve() gives, none when it fails. */
struct sv_openapi_node sv_openapi_follow(struct sv_openapi *api, struct sv_openapi_node n);

/* The member NAME of N with references followed, or none. */
struct sv_openapi_node sv_openapi_find(struct sv_openapi *api, struct sv_openapi_node n,
                                       const char *name);

/* The one step that reference TEXT (SIZE bytes), written at N, leads; as sv_openapi_resolve(). */
enum sv_status sv_openapi_step(struct sv_openapi *api, struct sv_openapi_node n, const char *text,
                               size_t size, struct sv_openapi_node *out,
                               struct sv_error *err) SV_MUST_USE;

/* --- operations (paths.c) --- */
enum sv_openapi_in {
  SV_OPENAPI_QUERY,
  SV_OPENAPI_HEADER,
  SV_OPENAPI_PATH,
  SV_OPENAPI_COOKIE,
  SV_OPENAPI_QUERYSTRING, /* 3.2 */
  SV_OPENAPI_BODY,        /* 2.0 */
  SV_OPENAPI_FORM,        /* 2.0: formData */
  SV_OPENAPI_NOWHERE      /* missing, or none of these */
};

struct sv_openapi_parameter {
  const char *name; /* "" when missing */
  enum sv_openapi_in in;
  bool required, of_path;        /* declared at the path item */
  struct sv_openapi_node node;   /* the parameter object, references followed */
  struct sv_openapi_node from;   /* where it was written, maybe as a reference */
  struct sv_openapi_node schema; /* its schema; of "content", that of the media type; in 2.0 the
                                    parameter itself, or the body's schema */
};

enum sv_openapi_place { SV_OPENAPI_PATHS, SV_OPENAPI_WEBHOOK, SV_OPENAPI_CALLBACK };

struct sv_openapi_operation {
  enum sv_openapi_place place;
  const char *path;            /* template, name of the webhook, or expression of the callback */
  const char *method;          /* "get"; of additionalOperations as written, "COPY" */
  struct sv_openapi_node at;   /* the member of paths: its name stands in the document */
  struct sv_openapi_node item; /* the path item, references followed */
  struct sv_openapi_node node; /* the operation */
  /* Those of the operation, then those of the path item that the operation does not replace. */
  const struct sv_openapi_parameter *parameters;
  size_t parameter_count;
  bool unread; /* a parameter could not be read: what is missing is not known */
};

/* The operations in the order of the document, webhooks after paths, callbacks last; *COUNT may be
 * 0, NULL then too. A malformed part is passed over: sv_openapi_validate() tells. */
const struct sv_openapi_operation *sv_openapi_operations(struct sv_openapi *api, size_t *count);

/* One media type of a body. NODE is none in 2.0, SCHEMA none when there is none. */
struct sv_openapi_media {
  const char *type;            /* "application/json" */
  struct sv_openapi_node node; /* the media type object */
  struct sv_openapi_node schema;
};

struct sv_openapi_body {
  struct sv_openapi_node node; /* request body object; in 2.0 the body parameter, none: no body */
  bool required;
  const struct sv_openapi_media *media;
  size_t media_count;
};

struct sv_openapi_header {
  const char *name;
  struct sv_openapi_node node; /* the header object */
  struct sv_openapi_node schema;
  bool required;
};

struct sv_openapi_response {
  const char *status;          /* "200", "2XX", "default" */
  struct sv_openapi_node node; /* the response object, references followed */
  struct sv_openapi_node from;
  const struct sv_openapi_media *media;
  size_t media_count;
  const struct sv_openapi_header *headers;
  size_t header_count;
};

struct sv_openapi_server {
  const char *url;             /* with variables at their defaults; may be relative */
  struct sv_openapi_node node; /* the server object; in 2.0 the root */
};

/* Of an operation; each call makes the list anew in the API's memory. */
struct sv_openapi_body sv_openapi_request(struct sv_openapi *api,
                                          const struct sv_openapi_operation *o);
const struct sv_openapi_response *
sv_openapi_responses(struct sv_openapi *api, const struct sv_openapi_operation *o, size_t *count);
/* The member M of a map of headers; NODE none: it is no header. */
struct sv_openapi_header sv_openapi_header(struct sv_openapi *api, struct sv_openapi_node m);
/* The servers in force: the operation's, the path's, the document's, or "/" alone. O NULL: the
 * document's. */
const struct sv_openapi_server *
sv_openapi_servers(struct sv_openapi *api, const struct sv_openapi_operation *o, size_t *count);
/* The security requirements in force (an array of objects), or none. */
struct sv_openapi_node sv_openapi_security(const struct sv_openapi *api,
                                           const struct sv_openapi_operation *o);
/* The security scheme NAME of the document, references followed, or none. */
struct sv_openapi_node sv_openapi_scheme(struct sv_openapi *api, const char *name);

/* --- schemas (schemas.c) --- */
/* The schema at N, compiled once. As sv_schema_compile(); references to documents that were not
 * given fail as SV_NOT_FOUND. */
enum sv_status sv_openapi_schema(struct sv_openapi *api, struct sv_openapi_node n,
                                 const struct sv_schema **out, struct sv_error *err) SV_MUST_USE;

/* --- the objects of the specification (walk.c) --- */
enum sv_openapi_kind {
  SV_OPENAPI_K_NONE,
  SV_OPENAPI_K_ROOT,
  SV_OPENAPI_K_INFO,
  SV_OPENAPI_K_CONTACT,
  SV_OPENAPI_K_LICENSE,
  SV_OPENAPI_K_SERVER,
  SV_OPENAPI_K_VARIABLE,
  SV_OPENAPI_K_COMPONENTS,
  SV_OPENAPI_K_PATHS,
  SV_OPENAPI_K_ITEM,
  SV_OPENAPI_K_OPERATION,
  SV_OPENAPI_K_DOCS, /* external documentation */
  SV_OPENAPI_K_PARAMETER,
  SV_OPENAPI_K_BODY,
  SV_OPENAPI_K_MEDIA,
  SV_OPENAPI_K_ENCODING,
  SV_OPENAPI_K_RESPONSES,
  SV_OPENAPI_K_RESPONSE,
  SV_OPENAPI_K_CALLBACK,
  SV_OPENAPI_K_EXAMPLE,
  SV_OPENAPI_K_LINK,
  SV_OPENAPI_K_HEADER,
  SV_OPENAPI_K_TAG,
  SV_OPENAPI_K_SCHEMA,
  SV_OPENAPI_K_DISCRIMINATOR,
  SV_OPENAPI_K_XML,
  SV_OPENAPI_K_SCHEME, /* security scheme */
  SV_OPENAPI_K_FLOWS,
  SV_OPENAPI_K_FLOW,
  SV_OPENAPI_K_REQUIREMENT, /* security requirement */
  SV_OPENAPI_K_ITEMS,       /* 2.0: items of a parameter or header */
  SV_OPENAPI_K_COUNT
};

/* Every object of KIND that the document holds or refers to, in the order of the documents. A
 * reference is not among them, what it leads to is. */
const struct sv_openapi_node *sv_openapi_objects(struct sv_openapi *api, enum sv_openapi_kind kind,
                                                 size_t *count);

/* Which kind of object N is, SV_OPENAPI_K_NONE for what is none. */
enum sv_openapi_kind sv_openapi_kind(struct sv_openapi *api, struct sv_openapi_node n);

/* --- validity (validate.c) --- */
struct sv_openapi_finding {
  const char *rule; /* short stable name, e.g. "path-parameter" */
  bool is_error;    /* breaks the specification; otherwise a warning */
  struct sv_message message;
  struct sv_openapi_node where; /* the value, or the name of a member */
  const char *file;
  size_t line, column; /* from 1 */
};

/* Judges the documents by the specification: structure, references, what the schemas cannot say,
 * schemas, examples. The findings are in order of file and position; *TOTAL (may be NULL) were
 * made, *COUNT are kept. SV_LIMIT, SV_NO_MEMORY. */
enum sv_status sv_openapi_validate(struct sv_openapi *api, const struct sv_openapi_finding **out,
                                   size_t *count, size_t *total, struct sv_error *err) SV_MUST_USE;

/* Where N stands for a reader, from 1: the value; a YAML object or list that begins on a line below
 * its name stands at the name. */
void sv_openapi_position(struct sv_openapi_node n, size_t *line, size_t *column);

/* Adds the JSON Pointer of N in its own document to OUT. */
enum sv_status sv_openapi_pointer(struct sv_openapi_node n, struct sv_buf *out);

#endif
