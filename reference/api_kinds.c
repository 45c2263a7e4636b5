// SPDX-License-Identifier: Apache-2.0
/* The municipalities in other forms: XML after a schema, an OGC API, GraphQL. */
#include "reference/route.h"
#include "reference/text.h"
#include "reference/units.h"

#include <string.h>

void sv_api_municipalities_xml(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)s;
  (void)item;
  struct sv_buf *out = &x->answer.body;
  sv_answer_ok(x, "application/xml", SV_CACHE_OPEN);
  sv_buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kommuner>\n");
  for (size_t i = 0; i < sv_municipality_count; i++) {
    const struct sv_municipality *m = &sv_municipalities[i];
    sv_buf_addf(out, "  <kommune nummer=\"%s\"><navn>", m->number);
    sv_text_html(out, m->name);
    sv_buf_adds(out, "</navn></kommune>\n");
  }
  sv_buf_adds(out, "</kommuner>\n");
}

/* OGC API Common, part 1: the landing page. */
void sv_ogc_landing(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  sv_buf_addf(&x->answer.body,
              "{\"title\":\"Kommuner\",\"links\":["
              "{\"rel\":\"self\",\"href\":\"%s/ogc/\"},"
              "{\"rel\":\"service-desc\",\"href\":\"%s/openapi.json\"},"
              "{\"rel\":\"conformance\",\"href\":\"%s/ogc/conformance\"},"
              "{\"rel\":\"data\",\"href\":\"%s/ogc/collections\"}]}\n",
              s->base, s->base, s->base, s->base);
}

void sv_ogc_conformance(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)s;
  (void)item;
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  sv_buf_adds(&x->answer.body, "{\"conformsTo\":[\"http://www.opengis.net/spec/ogcapi-common-1/1.0/"
                               "conf/core\","
                               "\"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core\","
                               "\"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
                               "geojson\"]}\n");
}

void sv_ogc_collections(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  sv_buf_addf(&x->answer.body,
              "{\"links\":[],\"collections\":[{\"id\":\"kommuner\",\"title\":\"Kommuner\","
              "\"links\":[{\"rel\":\"items\",\"href\":\"%s/ogc/collections/kommuner/items\"}]}]}"
              "\n",
              s->base);
}

/* OGC API Features 7.15: limit from 1, else all. Nothing here has a place on the map. */
void sv_ogc_items(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)s;
  (void)item;
  const char *limit = sv_request_query(x, "limit");
  const size_t count = limit && strcmp(limit, "1") == 0 ? 1 : sv_municipality_count;
  struct sv_buf *out = &x->answer.body;
  sv_answer_ok(x, "application/geo+json", SV_CACHE_OPEN);
  sv_buf_addf(out, "{\"type\":\"FeatureCollection\",\"numberReturned\":%zu,\"features\":[", count);
  for (size_t i = 0; i < count; i++) {
    const struct sv_municipality *m = &sv_municipalities[i];
    sv_buf_addf(out,
                "%s{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":null,\"properties\":{"
                "\"navn\":",
                i > 0 ? "," : "", m->number);
    sv_text_json(out, m->name);
    sv_buf_adds(out, "}}");
  }
  sv_buf_adds(out, "]}\n");
}

/* The one query that every schema answers. */
void sv_graphql(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  const char *query = sv_request_query(x, "query");
  if (!query || strcmp(query, "{__typename}") != 0) {
    sv_problem(s, x, 400, "parameter", "Ukjent spørring", "Bare {__typename} besvares her.");
    return;
  }
  sv_answer_ok(x, "application/json", SV_CACHE_NONE);
  sv_buf_adds(&x->answer.body, "{\"data\":{\"__typename\":\"Query\"}}\n");
}
