// SPDX-License-Identifier: Apache-2.0
/* What form a file has, by its first bytes; and what the EU's file type codes say of a form: what
 * it looks like, whether machines can read it, whether its specification is open. */
#ifndef SV_DOC_SNIFF_H
#define SV_DOC_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

/* Forms that can be told apart. */
enum sv_looks {
  SV_LOOKS_UNKNOWN, /* bytes nobody here knows */
  SV_LOOKS_EMPTY,
  SV_LOOKS_JSON,
  SV_LOOKS_XML,
  SV_LOOKS_RDF_XML,
  SV_LOOKS_HTML,
  SV_LOOKS_TURTLE,
  SV_LOOKS_CSV, /* lines of fields: comma, semicolon, bar */
  SV_LOOKS_TSV,
  SV_LOOKS_TEXT,
  SV_LOOKS_PDF,
  SV_LOOKS_ZIP, /* also what is packed so and cannot be told more of */
  SV_LOOKS_OOXML,
  SV_LOOKS_ODF,
  SV_LOOKS_OLE, /* DOC, XLS, PPT of old */
  SV_LOOKS_GZIP,
  SV_LOOKS_IMAGE,
  SV_LOOKS_SQLITE,
  SV_LOOKS_PARQUET,
  SV_LOOKS_COUNT
};

/* Tells by the first SIZE bytes; more than 64 KiB are not looked at. */
enum sv_looks sv_sniff(const void *data, size_t size);
/* Its name as people know it: "JSON". Static. */
const char *sv_looks_name(enum sv_looks looks);

struct sv_file_type {
  const char *code;    /* of the EU's list: "JSON_LD" */
  enum sv_looks looks; /* SV_LOOKS_UNKNOWN: nothing that can be told */
  bool machine;        /* programs can read what is in it */
  bool open;           /* anybody may read and write it */
};

/* The row of CODE; NULL when the table has none. Static. */
const struct sv_file_type *sv_file_type_find(const char *code);
/* Whether a file that looks like LOOKS can be of TYPE: every RDF/XML is XML, every CSV is text. */
bool sv_file_type_fits(const struct sv_file_type *type, enum sv_looks looks);
/* The same for a media type without parameters; true when nothing can be told of it. */
bool sv_media_type_fits(const char *media, enum sv_looks looks);

#endif
