// SPDX-License-Identifier: Apache-2.0
/* What an XML Schema says beside its rules: the concepts that its elements and attributes name in
 * xs:appinfo. */
#ifndef SV_XML_APPINFO_H
#define SV_XML_APPINFO_H

#include "engines/xml/xml.h"

#include <stdbool.h>

/* A declaration with a name. Borrowed: gone when the sink returns. */
struct sv_appinfo {
  const char *name;
  const char *iri; /* the first text or attribute in its xs:appinfo that begins as a web address;
                      NULL: there is none */
  size_t line;
};

/* Tells SINK of each named xs:element and xs:attribute of X in order; nothing when X is no schema.
 */
void sv_appinfo_each(const struct sv_xml *x,
                     void (*sink)(void *context, const struct sv_appinfo *a), void *context);

/* Whether the root element of X is xs:schema; or that of a Schematron schema. */
bool sv_xml_is_schema(const struct sv_xml *x);
bool sv_xml_is_schematron(const struct sv_xml *x);

/* The first location in xsi:schemaLocation of the root element for its own namespace, else
 * xsi:noNamespaceSchemaLocation, in OUT; false when it has neither. */
bool sv_xml_schema_location(const struct sv_xml *x, char *out, size_t room);

#endif
