// SPDX-License-Identifier: Apache-2.0
/* Why a text is not well-formed XML, in words of our own. */
#ifndef SV_XML_FAULT_H
#define SV_XML_FAULT_H

#include "engines/base/buf.h"

#include <stdbool.h>

struct _xmlError;

/* Appends to OUT, in the language in use and without a full stop, what E of libxml2's parser says;
 * for a fault that the table does not have its own words, marked as such. Comes back with the
 * msgid, a static string. */
const char *sv_xml_fault_say(const struct _xmlError *e, struct sv_buf *out);

/* Whether MSGID is one of the table. */
bool sv_xml_fault_is_known(const char *msgid);

#endif
