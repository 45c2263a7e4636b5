// SPDX-License-Identifier: Apache-2.0
/* What the kinds of `samsvar validate` share: the options, the way findings are written, files by
 * IRI. */
#ifndef SV_RUNNER_VALIDATE_H
#define SV_RUNNER_VALIDATE_H

#include "engines/base/buf.h"
#include "engines/doc/doc.h"
#include "engines/rdf/read.h"
#include "runner/command.h"

#include <stdbool.h>
#include <stddef.h>

#define SV_VALIDATE_FILE_MAX ((size_t)256 << 20)

/* The options of all kinds; each kind refuses what it does not take. */
struct sv_validate_options {
  const char *format; /* "json", or NULL: lines */
  const char *draft, *output;
  bool assert_format, suite;
  const char *input, *base, *to;                                /* rdf */
  const char *expand_context, *rdf_direction, *processing_mode; /* JSON-LD */
  bool generalized;
  const char *schema, *phase; /* xsd, schematron */
  const char *report;         /* shacl, schematron */
  struct sv_list shapes;      /* shacl */
  struct sv_list profiles;    /* shacl: our own shapes */
  const char *root;           /* openapi: the folder that files may be read from */
  const char *rules;          /* openapi: "national", or a file; NULL: none */
  struct sv_list maps;
};

/* Findings as they are made: lines on standard error, or an array of objects kept for standard
 * output. */
struct sv_validate_out {
  bool json;
  bool to_output; /* lines go to standard output, as a linter's do */
  struct sv_buf array;
  size_t errors;
};

struct sv_validate_finding {
  const char *file;
  size_t line, column; /* 0: no position */
  const char *message; /* in the language in use */
  const char *rule;
  bool warning;
  const char *instance, *schema, *location; /* NULL: does not apply */
};

void sv_validate_begin(struct sv_validate_out *o, bool json);
void sv_validate_say(struct sv_validate_out *o, const struct sv_validate_finding *f);
/* Says what the reader of DOC found, and counts what is an error. NAME and LINE tell where the
 * document begins. */
void sv_validate_say_doc(struct sv_validate_out *o, const char *name, size_t line,
                         const struct sv_doc *doc);
void sv_validate_say_fault(struct sv_validate_out *o, const char *name, size_t line,
                           const struct sv_doc_finding *f);
/* Ends with CODE: writes the array to standard output unless the code says that nothing was judged.
 */
int sv_validate_end(struct sv_validate_out *o, int code);

/* Says ERR, or that memory ran out when it is empty, and gives the exit code that STATUS comes to.
 */
int sv_validate_stop(const struct sv_error *err, enum sv_status status);

/* Writes TEXT to standard output when STATUS is SV_OK, else says ERR; the exit code. */
int sv_validate_write(const struct sv_buf *text, enum sv_status status, const struct sv_error *err);

/* The syntax of RDF that the name of the file PATH says; says what to do when it says none. */
bool sv_validate_syntax(const char *path, enum sv_rdf_syntax *out);

/* Of two exit codes the one that wins: 5, 2, 1, 0. */
int sv_validate_worse(int a, int b);

/* --- validate_files.c --- */
/* The absolute file IRI of PATH ("-" is standard input), to be freed. NULL when memory ran out. */
char *sv_validate_iri(const char *path) SV_MUST_USE;

/* Where documents may come from beside those named on the command line. */
struct sv_validate_source {
  const struct sv_list *maps; /* "PREFIX=DIR" */
  char *folder;               /* file IRI of the schema's folder, with its slash; NULL: none */
};

/* Checks the form of --map. */
enum sv_status sv_validate_check_maps(const struct sv_list *maps, struct sv_error *err) SV_MUST_USE;

/* Fetches IRI from a mapped folder or the schema's own; as sv_schema_fetch. */
enum sv_status sv_validate_fetch(void *source, const char *iri, struct sv_doc **out,
                                 struct sv_error *err) SV_MUST_USE;

/* The same as bytes, appended to OUT; SV_NOT_FOUND says in ERR where was looked. */
enum sv_status sv_validate_fetch_text(void *source, const char *iri, struct sv_buf *out,
                                      struct sv_error *err) SV_MUST_USE;

/* Where IRI leads by --map or, below the folder, to a file that symbolic links do not take out of
 * it: the path added to OUT. SV_NOT_FOUND: there is no such file; SV_DENIED: it is none of those.
 */
enum sv_status sv_validate_find(const struct sv_validate_source *source, const char *iri,
                                struct sv_buf *out) SV_MUST_USE;

/* The file IRI of the folder that PATH lies in, with its slash, to be freed. */
enum sv_status sv_validate_folder(const char *path, char **out) SV_MUST_USE;

/* Puts the file that IRI is mapped to in PATH, with one of ENDINGS (NULL last) behind it where
 * there is no such file. SV_NOT_FOUND when no map leads to a file. */
enum sv_status sv_validate_locate(const struct sv_list *maps, const char *iri,
                                  const char *const *endings, struct sv_buf *path) SV_MUST_USE;

/* Reads and parses PATH, as YAML when its name says so. SV_IO or SV_NOT_FOUND when it cannot be
 * read, SV_INVALID with FAULT filled when it is malformed. */
enum sv_status sv_validate_load(const char *path, struct sv_doc **out, struct sv_doc_finding *fault,
                                struct sv_error *err) SV_MUST_USE;

/* --- validate_rules.c --- */
struct sv_openapi;
struct sv_rules;
struct sv_rule_report;

/* The rule set NAME, "national" or a file, as sv_rules_read(). */
enum sv_status sv_validate_rules_read(const char *name, struct sv_rules **out,
                                      struct sv_error *err) SV_MUST_USE;

/* Says the findings of a report; how many more there were than it keeps. */
size_t sv_validate_rules_say(const struct sv_rule_report *report, struct sv_validate_out *out);

/* --- the kinds --- */
int sv_validate_json_schema(const struct sv_validate_options *o, const struct sv_operands *files);
int sv_validate_openapi(const struct sv_validate_options *o, const struct sv_operands *files);
int sv_validate_rdf(const struct sv_validate_options *o, const struct sv_operands *files);
int sv_validate_schematron(const struct sv_validate_options *o, const struct sv_operands *files);
int sv_validate_shacl(const struct sv_validate_options *o, const struct sv_operands *files);
int sv_validate_xsd(const struct sv_validate_options *o, const struct sv_operands *files);

#endif
