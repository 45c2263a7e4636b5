// SPDX-License-Identifier: Apache-2.0
/* Geometries as text: Well-Known Text (OGC 06-103r4) and GeoJSON (RFC 7946). */
#ifndef SV_DOC_GEOMETRY_H
#define SV_DOC_GEOMETRY_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum sv_geometry_fault {
  SV_GEOMETRY_OK,
  SV_GEOMETRY_MALFORMED, /* breaks the grammar */
  SV_GEOMETRY_LATITUDE,  /* a latitude beyond 90 degrees */
  SV_GEOMETRY_BOX        /* a box whose west is east of its east, or south north of its north */
};

/* Judges WKT of SIZE bytes, perhaps with an IRI of its reference system before it (GeoSPARQL).
 * Degrees are judged where the system is CRS84 or not told. */
enum sv_geometry_fault sv_geometry_wkt(const char *text, size_t size);

/* The same for a GeoJSON object. */
enum sv_geometry_fault sv_geometry_json(const json_t *object);

#endif
