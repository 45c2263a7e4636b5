// SPDX-License-Identifier: Apache-2.0
/* Reading geometries. */
#include "engines/doc/geometry.h"

#include "engines/base/ascii.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 8, NUMBER_MAX = 40 };

struct wkt {
  const char *at, *end;
  bool has_degrees;
  enum sv_geometry_fault fault;
};

static void skip(struct wkt *w)
{
  while (w->at < w->end && sv_is_space((unsigned char)*w->at))
    w->at++;
}

static bool take(struct wkt *w, char c)
{
  skip(w);
  if (w->at == w->end || *w->at != c)
    return false;
  w->at++;
  return true;
}

/* A decimal number; the locale has no say. */
static bool number(struct wkt *w, double *out)
{
  const char *begin;
  double value = 0, scale = 1;
  int exponent = 0;
  skip(w);
  const bool is_negative = w->at < w->end && *w->at == '-';
  w->at += w->at < w->end && (*w->at == '-' || *w->at == '+');
  for (begin = w->at; w->at < w->end && sv_is_digit(*w->at) && w->at - begin < NUMBER_MAX; w->at++)
    value = value * 10 + (*w->at - '0');
  size_t digits = (size_t)(w->at - begin);
  if (w->at < w->end && *w->at == '.')
    for (w->at++; w->at < w->end && sv_is_digit(*w->at) && digits < NUMBER_MAX; w->at++, digits++)
      value += (*w->at - '0') * (scale /= 10);
  if (digits == 0)
    return false;
  if (w->at + 1 < w->end && sv_lower((unsigned char)*w->at) == 'e') {
    const char *p = w->at + 1;
    const bool is_small = *p == '-';
    p += *p == '-' || *p == '+';
    const char *first = p;
    for (; p < w->end && sv_is_digit(*p) && p - first < 3; p++)
      exponent = exponent * 10 + (*p - '0');
    if (p == first)
      return false;
    exponent = is_small ? -exponent : exponent;
    w->at = p;
  }
  *out = (is_negative ? -value : value) * pow(10, exponent);
  return true;
}

/* Two to four numbers; longitude comes first. */
static bool position(struct wkt *w)
{
  double n[4];
  size_t count = 0;
  while (count < 4 && number(w, &n[count]))
    count++;
  if (count >= 2 && w->has_degrees && (n[1] < -90 || n[1] > 90))
    w->fault = SV_GEOMETRY_LATITUDE;
  return count >= 2;
}

static bool geometry(struct wkt *w, unsigned depth);

/* What stands in parentheses: positions, or more in parentheses, or whole geometries. */
static bool body(struct wkt *w, unsigned depth)
{
  if (!take(w, '(') || depth == 0)
    return false;
  do {
    skip(w);
    const char c = w->at < w->end ? *w->at : '\0';
    if (!(c == '(' ? body(w, depth - 1) : sv_is_alpha(c) ? geometry(w, depth - 1) : position(w)))
      return false;
  } while (take(w, ','));
  return take(w, ')');
}

static bool word(struct wkt *w, const char **out, size_t *size)
{
  skip(w);
  *out = w->at;
  while (w->at < w->end && sv_is_alpha(*w->at))
    w->at++;
  *size = (size_t)(w->at - *out);
  return *size > 0;
}

/* ENVELOPE(west, east, north, south). */
static bool envelope(struct wkt *w)
{
  double n[4];
  if (!take(w, '('))
    return false;
  for (size_t i = 0; i < 4; i++)
    if (!number(w, &n[i]) || !take(w, i < 3 ? ',' : ')'))
      return false;
  if (n[0] > n[1] || n[3] > n[2])
    w->fault = SV_GEOMETRY_BOX;
  if (w->has_degrees && (n[2] > 90 || n[3] < -90))
    w->fault = SV_GEOMETRY_LATITUDE;
  return true;
}

static bool geometry(struct wkt *w, unsigned depth)
{
  static const char *const types[] = {
    "POINT",        "LINESTRING",         "POLYGON",           "MULTIPOINT",    "MULTILINESTRING",
    "MULTIPOLYGON", "GEOMETRYCOLLECTION", "CIRCULARSTRING",    "COMPOUNDCURVE", "CURVEPOLYGON",
    "MULTICURVE",   "MULTISURFACE",       "POLYHEDRALSURFACE", "TIN",           "TRIANGLE"
  };
  const char *text;
  size_t size;
  bool known = false;
  if (!word(w, &text, &size))
    return false;
  if (sv_equal_nocase_n(text, size, "ENVELOPE") || sv_equal_nocase_n(text, size, "BBOX"))
    return envelope(w);
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
    known = known || sv_equal_nocase_n(text, size, types[i]);
  const char *before = w->at;
  if (known && word(w, &text, &size)) {
    if (sv_equal_nocase_n(text, size, "EMPTY"))
      return true;
    if (!sv_equal_nocase_n(text, size, "Z") && !sv_equal_nocase_n(text, size, "M") &&
        !sv_equal_nocase_n(text, size, "ZM"))
      w->at = before;
    before = w->at;
    if (word(w, &text, &size) && sv_equal_nocase_n(text, size, "EMPTY"))
      return true;
    w->at = before;
  }
  return known && body(w, depth);
}

enum sv_geometry_fault sv_geometry_wkt(const char *text, size_t size)
{
  struct wkt w = { .at = text, .end = text + size, .has_degrees = true };
  if (take(&w, '<')) {
    const char *close = memchr(w.at, '>', (size_t)(w.end - w.at));
    if (!close)
      return SV_GEOMETRY_MALFORMED;
    w.has_degrees = memmem(w.at, (size_t)(close - w.at), "CRS84", 5) != NULL;
    w.at = close + 1;
  }
  if (!geometry(&w, DEPTH_MAX))
    return SV_GEOMETRY_MALFORMED;
  skip(&w);
  return w.at == w.end ? w.fault : SV_GEOMETRY_MALFORMED;
}

/* --- GeoJSON --- */
static enum sv_geometry_fault json_position(const json_t *array)
{
  if (json_array_size(array) < 2 || !json_is_number(json_array_get(array, 1)))
    return SV_GEOMETRY_MALFORMED;
  const double latitude = json_number_value(json_array_get(array, 1));
  return latitude < -90 || latitude > 90 ? SV_GEOMETRY_LATITUDE : SV_GEOMETRY_OK;
}

static enum sv_geometry_fault coordinates(const json_t *value, unsigned nesting)
{
  if (!json_is_array(value))
    return SV_GEOMETRY_MALFORMED;
  if (nesting == 0)
    return json_position(value);
  for (size_t i = 0; i < json_array_size(value); i++) {
    const enum sv_geometry_fault fault = coordinates(json_array_get(value, i), nesting - 1);
    if (fault)
      return fault;
  }
  return SV_GEOMETRY_OK;
}

static enum sv_geometry_fault box(const json_t *b)
{
  const size_t n = json_array_size(b);
  if (!b)
    return SV_GEOMETRY_OK;
  if (n != 4 && n != 6)
    return SV_GEOMETRY_MALFORMED;
  const double south = json_number_value(json_array_get(b, 1));
  const double north = json_number_value(json_array_get(b, n / 2 + 1));
  if (south < -90 || north > 90)
    return SV_GEOMETRY_LATITUDE;
  return south > north || json_number_value(json_array_get(b, 0)) >
                              json_number_value(json_array_get(b, n / 2))
             ? SV_GEOMETRY_BOX
             : SV_GEOMETRY_OK;
}

static enum sv_geometry_fault json_geometry(const json_t *object, unsigned depth)
{
  static const struct {
    const char *type;
    unsigned nesting;
  } types[] = { { "Point", 0 },           { "MultiPoint", 1 }, { "LineString", 1 },
                { "MultiLineString", 2 }, { "Polygon", 2 },    { "MultiPolygon", 3 } };
  const char *type = json_string_value(json_object_get(object, "type"));
  const enum sv_geometry_fault fault = box(json_object_get(object, "bbox"));
  if (!type || depth == 0 || fault)
    return fault ? fault : SV_GEOMETRY_MALFORMED;
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
    if (strcmp(types[i].type, type) == 0)
      return coordinates(json_object_get(object, "coordinates"), types[i].nesting);
  if (strcmp(type, "Feature") == 0)
    return json_geometry(json_object_get(object, "geometry"), depth - 1);
  const json_t *list = strcmp(type, "GeometryCollection") == 0 ? json_object_get(object, "geometrie"
                                                                                         "s")
                       : strcmp(type, "FeatureCollection") == 0 ? json_object_get(object, "feature"
                                                                                          "s")
                                                                : NULL;
  if (!json_is_array(list))
    return SV_GEOMETRY_MALFORMED;
  for (size_t i = 0; i < json_array_size(list); i++) {
    const enum sv_geometry_fault one = json_geometry(json_array_get(list, i), depth - 1);
    if (one)
      return one;
  }
  return SV_GEOMETRY_OK;
}

enum sv_geometry_fault sv_geometry_json(const json_t *object)
{
  return json_geometry(object, DEPTH_MAX);
}
