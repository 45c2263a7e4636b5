// SPDX-License-Identifier: Apache-2.0
/* Between documents and Jansson's values, which plugins and configuration use. */
#ifndef SV_DOC_BRIDGE_H
#define SV_DOC_BRIDGE_H

#include "engines/doc/doc.h"

#include <jansson.h>

/* V and all below it as a new reference in *OUT. Numbers with a point or exponent, and
 * integers beyond 64 bits, become reals; of duplicate
 * names the last counts; U+0000 may stand in strings, not in names. SV_INVALID for such a name or a
 * number no double holds; SV_LIMIT when aliases would make more than NODES values. */
enum sv_status sv_doc_to_json(const struct sv_doc *d, sv_value v, size_t nodes, json_t **out,
                              struct sv_error *err) SV_MUST_USE;

/* The object that a text of JSON (it begins with a brace) or YAML holds, for what needs no
 * positions; NULL when there is none, or it is too large. New reference. */
json_t *sv_doc_json(const void *text, size_t size);

/* The value J as a document, positions being those of its compact text. As sv_doc_parse(). */
enum sv_status sv_doc_from_json(const json_t *j, const struct sv_doc_options *opt,
                                struct sv_doc **out, struct sv_error *err) SV_MUST_USE;

#endif
