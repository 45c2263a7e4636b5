// SPDX-License-Identifier: Apache-2.0
/* W3C XML Schema 1.0, judged by libxml2 with included schemas from a source of ours. */
#ifndef SV_XML_XSD_H
#define SV_XML_XSD_H

#include "engines/xml/xml.h"

#include <stdbool.h>

struct sv_xsd;

/* Borrowed: gone when the sink returns. */
struct sv_xsd_finding {
  const char *rule;   /* the clause of XML Schema, "cvc-pattern-valid" */
  const char *path;   /* names a person can follow */
  const char *detail; /* what is wrong, in the language in use and without a full stop; it may hold
                         values of the document */
  size_t line;
};

/* Compiles SCHEMA, which must outlive the result; *OUT is to be freed with sv_xsd_free().
 * SV_INVALID with the place for a schema that breaks XML Schema 1.0 or includes what is not at
 * hand; SV_LIMIT. Not for two threads at once: libxml2 has one loader in a process. */
enum sv_status sv_xsd_compile(const struct sv_xml *schema, const struct sv_xml_source *source,
                              struct sv_xsd **out, struct sv_error *err) SV_MUST_USE;
void sv_xsd_free(struct sv_xsd *x);

/* Judges DOCUMENT, telling SINK the first 1 000 findings; *ERRORS counts all. A document whose root
 * element the schema does not declare has an error. SV_INTERNAL when libxml2 could not judge. */
enum sv_status sv_xsd_validate(const struct sv_xsd *x, const struct sv_xml *document,
                               void (*sink)(void *context, const struct sv_xsd_finding *f),
                               void *context, size_t *errors, struct sv_error *err) SV_MUST_USE;

/* Whether TEXT is a regular expression of XML Schema (part 2, appendix F) of at most 4 KiB. */
bool sv_xsd_is_pattern(const char *text);

#endif
