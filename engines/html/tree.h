// SPDX-License-Identifier: Apache-2.0
/* libxml2's tree of a page, for the files of this folder. */
#ifndef SV_HTML_TREE_H
#define SV_HTML_TREE_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

#include <libxml/HTMLtree.h>
#include <stdbool.h>

/* Reads HTML, repaired as browsers do, within the limits of sv_page_read(). To be freed with
 * xmlFreeDoc(). */
enum sv_status sv_tree_parse(const char *html, size_t size, xmlDoc **doc, struct sv_error *err) SV_MUST_USE;

/* The value of an attribute, "" when it has none; NULL: it is not there. In A. */
const char *sv_tree_attribute(struct sv_arena *a, const xmlNode *node, const char *name);

bool sv_tree_is(const xmlNode *node, const char *name);

/* The next node in document order below ROOT, NULL at the end; *DEPTH follows. */
xmlNode *sv_tree_next(xmlNode *node, const xmlNode *root, bool into, unsigned *depth);

/* Whether there is next to nothing below ROOT but scripts that fill the page in the reader's browser. */
bool sv_tree_is_shell(xmlNode *root);

/* The words within, folded, with the alternative texts of images. In A. */
char *sv_tree_text(struct sv_arena *a, xmlNode *root);

#endif
