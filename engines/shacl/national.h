// SPDX-License-Identifier: Apache-2.0
/* samsvar's own shapes for the national application profiles, from profiles/shapes; they are part
 * of the library, as Turtle. */
#ifndef SV_SHACL_NATIONAL_H
#define SV_SHACL_NATIONAL_H

#include "engines/base/embedded.h"
#include "engines/rdf/graph.h"

#include <stddef.h>

/* The property by which a shape names the requirement it belongs to. */
#define SV_SHACL_REQUIREMENT "urn:samsvar:shapes:requirement"

/* The shapes called NAME ("dcat-ap-no-3"), or NULL. */
const struct sv_embedded *sv_shacl_national(const char *name);
/* Those in order of name; NULL when I is past the last. */
const struct sv_embedded *sv_shacl_national_at(size_t i);

/* Reads the shapes called NAME into G, which it does not sort. SV_NOT_FOUND when there are none of
 * that name. */
enum sv_status sv_shacl_national_read(struct sv_graph *g, const char *name,
                                      struct sv_error *err) SV_MUST_USE;

/* The requirement that SHAPE of the sorted shapes graph G belongs to ("SEM-025"), or NULL. */
const char *sv_shacl_requirement(const struct sv_graph *g, sv_term shape);

#endif
