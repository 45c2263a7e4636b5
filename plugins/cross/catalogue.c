// SPDX-License-Identifier: Apache-2.0
/* What the catalogue says of an API, and what its description and the API itself say. */
#include "plugins/cross/cross.h"

#include "engines/base/ascii.h"
#include "plugins/cross/compare.h"
#include "plugins/cross/operations.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"

#include <string.h>

#define OAS "openapis.org/oas/v"
#define FILE_TYPE "http://publications.europa.eu/resource/authority/file-type/"
#define STATUS "http://publications.europa.eu/resource/authority/distribution-status/"

/* --- addresses --- */

static bool is_server(struct sv_cross_pair *p, const char *url, struct sv_side *first)
{
  sv_value at;
  const char *server;
  const char *api = sv_cross_endpoint(p->ctx, "api");
  for (size_t i = 0; (server = sv_api_server(p->ctx, p->api, i, &at)); i++) {
    if (i == 0)
      *first = sv_side_of_value(p->ctx, p->api, at, server);
    if (sv_is_address_below(url, server) || sv_is_address_below(server, url))
      return true;
  }
  return api && (sv_is_address_below(url, api) || sv_is_address_below(api, url));
}

static void judge_address(struct sv_cross_pair *p)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(p->g, p->service, DCAT "endpointURL", &n);
  struct sv_side first = { 0 };
  p->looked_at += n > 0;
  for (size_t i = 0; i < n; i++)
    if (sv_is_iri(values[i].o) && is_server(p, sv_graph_text(p->g, values[i].o, NULL), &first))
      return;
  if (n == 0 || !first.value)
    return;
  const struct sv_side second = sv_side_of_triple(p->ctx, p->d, values);
  p->faults++;
  sv_cross_contradiction(p->ctx,
                         N_("The catalogue gives the API another address than its description "
                            "does."),
                         &first, &second,
                         N_("Let dcat:endpointURL and servers name the same address."));
}

enum sv_outcome sv_cross_endpoint_address(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge_address);
}

static bool is_description(struct sv_cross_pair *p, const char *url)
{
  const json_t *fact;
  if (sv_is_same_address(url, p->api->artifact->url))
    return true;
  for (size_t i = 0; (fact = sv_cross_fact(p->ctx, "service-desc", i)); i++)
    if (sv_is_same_address(url, sv_cross_text(fact, "value")))
      return true;
  return false;
}

static void judge_description(struct sv_cross_pair *p)
{
  size_t n;
  const char *url = p->api->artifact->url;
  const struct sv_triple *values = sv_values_of(p->g, p->service, DCAT "endpointDescription", &n);
  if (n == 0 || !url || strncmp(url, "http", 4) != 0)
    return;
  p->looked_at++;
  for (size_t i = 0; i < n; i++)
    if (sv_is_iri(values[i].o) && is_description(p, sv_graph_text(p->g, values[i].o, NULL)))
      return;
  const struct sv_side first = sv_side_of_value(p->ctx, p->api, SV_DOC_ROOT, url);
  const struct sv_side second = sv_side_of_triple(p->ctx, p->d, values);
  p->faults++;
  sv_cross_contradiction(p->ctx, N_("The catalogue leads to another description of the API."),
                         &first, &second,
                         N_("Give dcat:endpointDescription the address of the description that is "
                            "maintained."));
}

enum sv_outcome sv_cross_description_address(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge_description);
}

/* --- version of OpenAPI --- */

/* The bytes of "3.1" in "3.1.0". */
static size_t minor_size(const char *version)
{
  const size_t major = strspn(version, "0123456789");
  return version[major] == '.' ? major + 1 + strspn(version + major + 1, "0123456789") : major;
}

static void judge_specification(struct sv_cross_pair *p)
{
  sv_value at = sv_api_get(p->api->doc, SV_DOC_ROOT, "openapi");
  if (at == SV_DOC_NONE)
    at = sv_api_get(p->api->doc, SV_DOC_ROOT, "swagger");
  const char *version = sv_api_text(p->ctx, p->api, at);
  size_t n;
  const struct sv_triple *values = sv_values_of(p->g, p->service, DCT "conformsTo", &n);
  const struct sv_triple *other = NULL;
  for (size_t i = 0; i < n && version[0]; i++) {
    const char *iri = sv_iri_of(p->g, values[i].o);
    const char *said = iri ? strstr(iri, OAS) : NULL;
    if (!said)
      continue;
    said += strlen(OAS);
    if (minor_size(said) == minor_size(version) &&
        strncmp(said, version, minor_size(version)) == 0) {
      p->looked_at++;
      return;
    }
    other = &values[i];
  }
  if (!other)
    return;
  const struct sv_side first = sv_side_of_value(p->ctx, p->api, at, NULL);
  const struct sv_side second = sv_side_of_triple(p->ctx, p->d, other);
  p->looked_at++;
  p->faults++;
  sv_cross_contradiction(p->ctx,
                         N_("The catalogue names another version of OpenAPI than the description "
                            "is written in."),
                         &first, &second,
                         N_("Let dct:conformsTo name the version in the member openapi."));
}

enum sv_outcome sv_cross_specification(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge_specification);
}

/* --- formats --- */

/* File types of the EU and how an API says the same; "+json" is an end. */
static const struct {
  const char *code, *types[3];
} formats[] = {
  { "JSON", { "application/json", "+json" } },
  { "GEOJSON", { "application/geo+json", "application/vnd.geo+json" } },
  { "JSON_LD", { "application/ld+json" } },
  { "XML", { "application/xml", "text/xml", "+xml" } },
  { "GML", { "application/gml+xml" } },
  { "RDF_XML", { "application/rdf+xml" } },
  { "RDF_TURTLE", { "text/turtle" } },
  { "CSV", { "text/csv" } },
  { "TSV", { "text/tab-separated-values" } },
  { "HTML", { "text/html" } },
  { "TXT", { "text/plain" } },
  { "PDF", { "application/pdf" } },
  { "ZIP", { "application/zip" } },
  { "XLSX", { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } },
};

static bool is_type(const char *produced, const char *type)
{
  const size_t n = strcspn(produced, "; ");
  const size_t m = strlen(type);
  return type[0] == '+' ? n > m && sv_equal_nocase_n(produced + n - m, m, type)
                        : sv_equal_nocase_n(produced, n, type);
}

/* 1: the description has the type of CODE among what operations answer, -1: it does not, 0: CODE is
 * none that the table knows. */
static int is_produced(const struct sv_produced *all, const char *code)
{
  for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
    if (strcmp(formats[i].code, code) != 0)
      continue;
    for (size_t k = 0; k < 3 && formats[i].types[k]; k++)
      for (size_t t = 0; t < all->count; t++)
        if (is_type(all->types[t], formats[i].types[k]))
          return 1;
    return -1;
  }
  return 0;
}

static void judge_format(struct sv_cross_pair *p)
{
  size_t n;
  struct sv_produced produced;
  const struct sv_triple *values = sv_values_of(p->g, p->service, DCT "format", &n);
  sv_api_produced(p->ctx, p->api, &produced);
  for (size_t i = 0; i < n && produced.count; i++) {
    const char *iri = sv_iri_of(p->g, values[i].o);
    if (!iri || !sv_starts_with(iri, FILE_TYPE))
      continue;
    const int is = is_produced(&produced, iri + strlen(FILE_TYPE));
    p->looked_at += is != 0;
    if (is >= 0)
      continue;
    const struct sv_side first = sv_side_of_value(
        p->ctx, p->api, sv_api_get(p->api->doc, SV_DOC_ROOT, "paths"), produced.shown);
    const struct sv_side second = sv_side_of_triple(p->ctx, p->d, &values[i]);
    p->faults++;
    sv_cross_contradiction(p->ctx,
                           N_("The catalogue names a format that no operation of the API "
                              "answers with."),
                           &first, &second, N_("Name the formats that the API description has."));
  }
}

enum sv_outcome sv_cross_format(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge_format);
}

/* --- status --- */

static void judge_status(struct sv_cross_pair *p)
{
  size_t n;
  struct sv_deprecated all;
  const struct sv_triple *values = sv_values_of(p->g, p->service, ADMS "status", &n);
  const char *iri = n == 1 ? sv_iri_of(p->g, values->o) : NULL;
  if (!iri || !sv_starts_with(iri, STATUS))
    return;
  const char *code = iri + strlen(STATUS);
  const bool is_old = strcmp(code, "DEPRECATED") == 0 || strcmp(code, "WITHDRAWN") == 0;
  sv_api_deprecated(p->ctx, p->api, &all);
  if (all.count == 0)
    return;
  p->looked_at++;
  if (is_old ? all.count == all.deprecated : all.deprecated < all.count)
    return;
  const struct sv_side first = sv_side_of_triple(p->ctx, p->d, values);
  const struct sv_side second =
      sv_side_of_value(p->ctx, p->api, all.example, is_old ? all.example_name : "deprecated: true");
  p->faults++;
  sv_cross_contradiction(p->ctx,
                         is_old ? N_("The catalogue says that the API is on its way out, but its "
                                     "description has "
                                     "operations that are not deprecated.")
                                : N_("Every operation of the API is deprecated, but the catalogue "
                                     "says nothing of "
                                     "it."),
                         &first, &second,
                         N_("Let adms:status and deprecated say the same; consumers look in only "
                            "one of them."));
}

enum sv_outcome sv_cross_status(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge_status);
}
