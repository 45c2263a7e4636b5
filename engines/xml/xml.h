// SPDX-License-Identifier: Apache-2.0
/* XML documents, read so that nothing but the bytes at hand is ever looked at: no DTD from outside,
 * no entity from a file, no network. */
#ifndef SV_XML_XML_H
#define SV_XML_XML_H

#include "engines/base/buf.h"
#include "engines/doc/doc.h"

#define SV_XML_BYTES_MAX ((size_t)256 << 20)

struct sv_xml {
  struct _xmlDoc *tree;
  char *name; /* the file or IRI that messages name */
  char *base; /* absolute IRI for relative references; NULL: none */
};

/* The bytes of the document at the absolute IRI, appended to OUT. SV_NOT_FOUND or SV_DENIED when it
 * may not or cannot be had, with the reason in ERR. */
typedef enum sv_status (*sv_xml_fetch)(void *source, const char *iri, struct sv_buf *out,
                                       struct sv_error *err);

/* Where other documents come from; all zero: from nowhere. */
struct sv_xml_source {
  sv_xml_fetch fetch;
  void *context;
};

/* Reads SIZE bytes; *OUT is to be freed with sv_xml_free(). NAME and BASE are copied, BASE may be
 * NULL. SV_INVALID for text that is not well-formed with namespaces, the fault also in FAULT when
 * that is not NULL; SV_LIMIT over 256 MiB, a depth of 256, a text of 10 MB or entities that grow.
 * XML 1.0; Namespaces in XML 1.0. */
enum sv_status sv_xml_read(const char *data, size_t size, const char *name, const char *base,
                           struct sv_xml **out, struct sv_doc_finding *fault,
                           struct sv_error *err) SV_MUST_USE;
void sv_xml_free(struct sv_xml *x);

/* The namespace of the root element, or NULL when it has none. Borrowed from X. */
const char *sv_xml_namespace(const struct sv_xml *x);

/* Fetches and reads the document that REFERENCE names, relative to BASE. As sv_xml_read;
 * SV_NOT_FOUND without a source. */
enum sv_status sv_xml_read_from(const struct sv_xml_source *source, const char *reference,
                                const char *base, struct sv_xml **out,
                                struct sv_error *err) SV_MUST_USE;

#endif
