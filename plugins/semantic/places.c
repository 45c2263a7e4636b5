// SPDX-License-Identifier: Apache-2.0
/* Geometries in descriptions: one literal each, in WKT, GML or GeoJSON. */
#include "engines/doc/geometry.h"
#include "engines/xml/xml.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#include <string.h>

#define LOCN "http://www.w3.org/ns/locn#"
#define GEO "http://www.opengis.net/ont/geosparql#"
#define MEDIA "https://www.iana.org/assignments/media-types/application/"

static const char *const properties[] = { DCAT "bbox", DCAT "centroid", LOCN "geometry", NULL };

enum form { WKT, GML, GEOJSON, UNTOLD, OTHER };

static enum form form_of(const struct sv_graph *g, sv_term literal, const char *text)
{
  static const struct {
    const char *datatype;
    enum form form;
  } forms[] = { { GEO "wktLiteral", WKT },
                { GEO "gmlLiteral", GML },
                { GEO "geoJSONLiteral", GEOJSON },
                { MEDIA "vnd.geo+json", GEOJSON },
                { MEDIA "geo+json", GEOJSON },
                { MEDIA "gml+xml", GML },
                { "http://www.w3.org/2001/XMLSchema#string", UNTOLD } };
  const sv_term type = sv_graph_datatype(g, literal);
  const char *iri = type ? sv_graph_text(g, type, NULL) : "";
  const char *begin = text + strspn(text, " \t\r\n");
  enum form form = OTHER;
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
    form = strcmp(forms[i].datatype, iri) == 0 ? forms[i].form : form;
  if (form != UNTOLD)
    return form;
  return *begin == '{' ? GEOJSON : *begin == '<' && !strchr(begin, '(') ? GML : WKT;
}

static enum sv_geometry_fault judge_gml(const char *text, size_t size)
{
  struct sv_xml *xml = NULL;
  const bool is_xml = sv_xml_read(text, size, "gml", NULL, &xml, NULL, NULL) == SV_OK;
  sv_xml_free(xml);
  return is_xml && memmem(text, size, "http://www.opengis.net/gml", 26) ? SV_GEOMETRY_OK
                                                                        : SV_GEOMETRY_MALFORMED;
}

static enum sv_geometry_fault judge_text(enum form form, const char *text, size_t size)
{
  if (form == WKT)
    return sv_geometry_wkt(text, size);
  if (form == GML)
    return judge_gml(text, size);
  json_t *value = json_loadb(text, size, 0, NULL);
  const enum sv_geometry_fault fault = sv_geometry_json(value);
  json_decref(value);
  return fault;
}

static void judge(struct sv_judging *j, const struct sv_triple *t)
{
  static const char *const messages[] = {
    [SV_GEOMETRY_MALFORMED] = N_("The geometry cannot be read in the form that it is said to "
                                 "have."),
    [SV_GEOMETRY_LATITUDE] = N_("The geometry has a latitude beyond 90 degrees; longitude comes "
                                "first."),
    [SV_GEOMETRY_BOX] = N_("The sides of the box are in the wrong order."),
  };
  const char *hint = N_("Write one literal of WKT, GML or GeoJSON with the datatype of GeoSPARQL: "
                        "geo:wktLiteral, geo:gmlLiteral or geo:geoJSONLiteral.");
  const char *property = sv_graph_text(j->g, t->p, NULL);
  size_t n = 0, size = 0;
  j->looked_at++;
  const struct sv_triple *all = sv_graph_objects(j->g, t->s, t->p, &n);
  if (n > 1 && all == t)
    sv_judging_find_value(j, t, property,
                          (struct sv_node_fault){ .message = N_("The place has more than one "
                                                                "geometry of the kind."),
                                                  .expected = "1",
                                                  .hint = hint });
  if (sv_term_kind(t->o) != SV_TERM_LITERAL) {
    sv_judging_find_value(
        j, t, property,
        (struct sv_node_fault){ .message = N_("The geometry is no literal."), .hint = hint });
    return;
  }
  const char *text = sv_graph_text(j->g, t->o, &size);
  const enum form form = form_of(j->g, t->o, text);
  const enum sv_geometry_fault fault =
      form == OTHER ? SV_GEOMETRY_MALFORMED : judge_text(form, text, size);
  if (fault)
    sv_judging_find_value(j, t, property,
                          (struct sv_node_fault){ .message = messages[fault],
                                                  .expected = N_("WKT, GML or GeoJSON"),
                                                  .hint = hint });
}

enum sv_outcome sv_sem_geometry(struct sv_ctx *ctx)
{
  return sv_judge_values(ctx, properties, judge, NULL);
}

static void judge_datatype(struct sv_judging *j, const struct sv_triple *t)
{
  const sv_term type = sv_graph_datatype(j->g, t->o);
  if (sv_term_kind(t->o) != SV_TERM_LITERAL)
    return;
  j->looked_at++;
  if (!type || strcmp(sv_graph_text(j->g, type, NULL), XSD "string") == 0)
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                          (struct sv_node_fault){ .message = N_("The geometry has no datatype; "
                                                                "readers must guess its form."),
                                                  .expected = "geo:wktLiteral, geo:gmlLiteral, "
                                                              "geo:geoJSONLiteral",
                                                  .hint = N_("Give the literal the datatype of "
                                                             "GeoSPARQL for its form.") });
}

enum sv_outcome sv_sem_geometry_datatype(struct sv_ctx *ctx)
{
  return sv_judge_values(ctx, properties, judge_datatype, NULL);
}
