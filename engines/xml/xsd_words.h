// SPDX-License-Identifier: Apache-2.0
/* What libxml2 says of schemas and of documents by them, in words of our own. */
#ifndef SV_XML_XSD_WORDS_H
#define SV_XML_XSD_WORDS_H

#include "engines/base/buf.h"

#include <libxml/xmlerror.h>
#include <stdbool.h>

#pragma GCC visibility push(hidden)

/* Appends to OUT, in the language in use and without a full stop, what E says; when no row of the
 * table has it, the msgid UNKNOWN with its words in the place {detail}, and false. */
bool xsd_say(const xmlError *e, const char *unknown, struct sv_buf *out);

#pragma GCC visibility pop

#endif
