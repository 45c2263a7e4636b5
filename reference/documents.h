// SPDX-License-Identifier: Apache-2.0
/* The texts of the service: pages, descriptions and well-known files. They are read from the data
 * folder at start, edited by breaks, and have their {{places}} filled in. */
#ifndef SV_REFERENCE_DOCUMENTS_H
#define SV_REFERENCE_DOCUMENTS_H

#include "reference/service.h"

enum sv_document_form {
  SV_FORM_TEXT, /* as it stands */
  SV_FORM_PAGE, /* the content of an HTML page, put into the page template of its language */
  SV_FORM_YAML, /* JSON written as YAML */
  SV_FORM_JSONLD,
  SV_FORM_RDFXML,
  SV_FORM_SIGNED /* XML with a signature to be filled in */
};

enum sv_document_flags {
  SV_DOCUMENT_OPEN = 1,  /* may be read by scripts of any origin */
  SV_DOCUMENT_CHOICE = 2 /* one of several forms: an Accept that admits none is answered by 406 */
};

/* Rows with the same path are representations of one resource, the preferred one first. */
struct sv_document_row {
  const char *path;
  const char *file;
  const char *type;
  enum sv_document_form form;
  unsigned flags;
  const char *language; /* of the content; NULL: not said */
  const char *title;    /* of a page */
  const char *link;     /* value of a Link header; NULL: none */
};

extern const struct sv_document_row sv_document_rows[];
extern const size_t sv_document_row_count;

struct sv_documents;

/* Reads and prepares all documents of S from the folder DATA. */
enum sv_status sv_documents_make(struct sv_documents **out, const struct sv_service *s,
                                 const char *data, struct sv_error *err) SV_MUST_USE;
void sv_documents_free(struct sv_documents *d);

/* The text of row number ROW. */
const char *sv_documents_text(const struct sv_documents *d, size_t row, size_t *size);

/* An HTML page of the service in LANGUAGE ("nb", "nn", "en") around CONTENT; appended to OUT. */
void sv_documents_page(const struct sv_documents *d, const char *language, const char *title,
                       const char *content, struct sv_buf *out);

#endif
