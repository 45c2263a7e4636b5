// SPDX-License-Identifier: Apache-2.0
/* Small questions to libxml2's nodes, for this folder alone. */
#ifndef SV_XML_NODE_H
#define SV_XML_NODE_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#pragma GCC visibility push(hidden)

#ifndef N_
#define N_(text) text
#endif

/* The line of N, or of the element that carries it; 0: not known. */
size_t xml_line(const xmlNode *n);

/* Whether N, which may be NULL, is the element NAME of the namespace URI. */
bool xml_is(const xmlNode *n, const char *uri, const char *name);

/* The attribute NAME without a namespace, white space at its ends removed; NULL when it is absent,
 * N is NULL or memory ran out. */
const char *xml_attribute(struct sv_arena *a, const xmlNode *n, const char *name);

/* The text in N, likewise. */
const char *xml_text(struct sv_arena *a, const xmlNode *n);

/* A path of names a person can follow, "/Faktura[1]/linje[3]/@id". */
enum sv_status xml_show_path(const xmlNode *n, struct sv_buf *out);

/* Keeps libxml2 and libxslt from writing to the terminal. */
void xml_be_silent(void);

#pragma GCC visibility pop

#endif
