// SPDX-License-Identifier: Apache-2.0
/* Which document stands under which path, in which form. */
#include "reference/documents.h"
#include "reference/units.h"

#define OPEN SV_DOCUMENT_OPEN
#define CHOICE (SV_DOCUMENT_OPEN | SV_DOCUMENT_CHOICE)

#define HTML "text/html; charset=utf-8"
#define JSON "application/json"
#define SCHEMA "application/schema+json"
#define TURTLE "text/turtle; charset=utf-8"
#define XML "application/xml"
#define MESSAGE "message/http"
#define LINKSET "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\""

/* Statements of public bodies stand on uustatus.no; this one stays at home under a path that looks
 * like it. */
#define STATEMENT "/uustatus.no/nb/erklaringer/publisert/5d2f8c1e-7b5a-4c0e-9a53-0a1b2c3d4e5f"

/* What the front pages and the entry of the programming interface point to. */
#define DISCOVERY                                                                                  \
  "</openapi.json>; rel=\"service-desc\"; type=\"application/json\", "                             \
  "</dokumentasjon>; rel=\"service-doc\"; type=\"text/html\", "                                    \
  "</.well-known/api-catalog>; rel=\"api-catalog\", "                                              \
  "</v1/status>; rel=\"status\", </katalog>; rel=\"describedby\""

/* What the publisher of metadata has, under paths as they are when they are decoded. */
#define PARTICIPANT "/smp/iso6523-actorid-upis::0192:" SV_REFERENCE_ORGNR
#define INVOICE                                                                                    \
  "busdox-docid-qns::urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice##"            \
  "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0::2.1"

#define PAGE(path_, file_, language_, title_)                                                      \
  {                                                                                                \
    .path = (path_), .file = (file_), .type = HTML, .form = SV_FORM_PAGE, .language = (language_), \
    .title = (title_)                                                                              \
  }
/* Documents that are handed over with the target file, see handed.c. */
#define HANDED(file_, type_)                                                                       \
  {                                                                                                \
    .path = "/eksempler/" file_, .file = "eksempler/" file_, .type = (type_)                       \
  }
#define GRAPH(path_, file_)                                                                        \
  { .path = (path_), .file = (file_), .type = "text/turtle; charset=utf-8", .flags = CHOICE },     \
      { .path = (path_),                                                                           \
        .file = (file_),                                                                           \
        .type = "application/ld+json",                                                             \
        .form = SV_FORM_JSONLD,                                                                    \
        .flags = CHOICE },                                                                         \
  {                                                                                                \
    .path = (path_), .file = (file_), .type = "application/rdf+xml", .form = SV_FORM_RDFXML,       \
    .flags = CHOICE                                                                                \
  }

const struct sv_document_row sv_document_rows[] = {
  { .path = "/register/enheter/" SV_REFERENCE_ORGNR, .file = "register.json", .type = JSON },
  { .path = "/",
    .file = "nb/forside.html",
    .type = HTML,
    .form = SV_FORM_PAGE,
    .language = "nb",
    .title = "Åpne data om enheter",
    .link = DISCOVERY },
  { .path = "/nn/",
    .file = "nn/framside.html",
    .type = HTML,
    .form = SV_FORM_PAGE,
    .language = "nn",
    .title = "Opne data om einingar",
    .link = DISCOVERY },
  { .path = "/en/",
    .file = "en/front.html",
    .type = HTML,
    .form = SV_FORM_PAGE,
    .language = "en",
    .title = "Open data about organisations",
    .link = DISCOVERY },
  PAGE("/dokumentasjon", "nb/dokumentasjon.html", "nb", "Dokumentasjon av Enhets-API"),
  PAGE("/endringer", "nb/endringer.html", "nb", "Endringslogg"),
  PAGE("/feil", "nb/feil.html", "nb", "Feilmeldinger"),
  PAGE("/kontakt", "nb/kontakt.html", "nb", "Kontakt"),
  PAGE("/personvern", "nb/personvern.html", "nb", "Personvernerklæring"),
  PAGE(STATEMENT, "nb/tilgjengelighet.html", "nb", "Tilgjengelighetserklæring"),
  PAGE("/tjenesteniva", "nb/tjenesteniva.html", "nb", "Tjenestenivå"),
  PAGE("/vilkar", "nb/vilkar.html", "nb", "Vilkår for bruk"),
  PAGE("/en/accessibility", "en/accessibility.html", "en", "Accessibility statement"),
  PAGE("/en/contact", "en/contact.html", "en", "Contact"),
  PAGE("/en/privacy", "en/privacy.html", "en", "Privacy statement"),
  PAGE("/en/terms", "en/terms.html", "en", "Terms of use"),
  { .path = "/stil.css", .file = "stil.css", .type = "text/css; charset=utf-8" },
  { .path = "/favicon.ico", .file = "favicon.ico", .type = "image/x-icon" },
  { .path = "/robots.txt", .file = "robots.txt", .type = "text/plain; charset=utf-8" },
  { .path = "/.well-known/samsvar.json", .file = "samsvar.json", .type = JSON, .flags = OPEN },
  { .path = "/.well-known/security.txt",
    .file = "security.txt",
    .type = "text/plain; charset=utf-8",
    .flags = OPEN },
  { .path = "/.well-known/api-catalog",
    .file = "api-catalog.json",
    .type = LINKSET,
    .flags = OPEN,
    .link = "</.well-known/api-catalog>; rel=\"api-catalog\", </v1>; rel=\"item\"" },
  { .path = "/.well-known/openid-configuration",
    .file = "openid-configuration.json",
    .type = JSON,
    .flags = OPEN },
  { .path = "/.well-known/oauth-authorization-server",
    .file = "oauth-authorization-server.json",
    .type = JSON,
    .flags = OPEN },
  { .path = "/.well-known/oauth-protected-resource",
    .file = "oauth-protected-resource.json",
    .type = JSON,
    .flags = OPEN },
  { .path = "/.well-known/oauth-protected-resource/v1/meldinger",
    .file = "oauth-protected-resource-meldinger.json",
    .type = JSON,
    .flags = OPEN },
  { .path = "/openapi.json", .file = "openapi.json", .type = JSON, .flags = OPEN },
  { .path = "/openapi.yaml",
    .file = "openapi.json",
    .type = "application/yaml",
    .form = SV_FORM_YAML,
    .flags = OPEN },
  { .path = "/v1/kommuner.xsd", .file = "kommuner.xsd", .type = "application/xml", .flags = OPEN },
  { .path = "/v1/openapi.json", .file = "openapi.json", .type = JSON, .flags = OPEN },
  { .path = "/v1/openapi.yaml",
    .file = "openapi.json",
    .type = "application/yaml",
    .form = SV_FORM_YAML,
    .flags = OPEN },
  { .path = "/schema/hendelse.json",
    .file = "hendelse.schema.json",
    .type = "application/schema+json",
    .flags = OPEN },
  HANDED("abonnement.json", JSON),
  HANDED("asyncapi.json", JSON),
  HANDED("deltaker.json", JSON),
  HANDED("enheter.sch", XML),
  HANDED("enheter.xml", XML),
  HANDED("enheter.xsd", XML),
  HANDED("hendelse-altinn.http", MESSAGE),
  HANDED("hendelse-binaer.http", MESSAGE),
  HANDED("hendelser-parti.http", MESSAGE),
  HANDED("krr-oppslag.http", MESSAGE),
  HANDED("melding-forrige.schema.json", SCHEMA),
  HANDED("melding.schema.json", SCHEMA),
  HANDED("melding.xml", "application/xml"),
  HANDED("melding.xsd", "application/xml"),
  HANDED("meldingslogg.json", JSON),
  HANDED("openapi-forrige.json", JSON),
  HANDED("konsumert.json", "application/json"),
  HANDED("protokoll.csv", "text/csv; charset=utf-8"),
  HANDED("modeller-forrige.ttl", TURTLE),
  HANDED("mottatt.ttl", TURTLE),
  HANDED("regler.ttl", TURTLE),
  HANDED("resultat-igjen.json", JSON),
  HANDED("resultat.json", JSON),
  HANDED("pakke.asic", "application/octet-stream"),
  HANDED("sbd.json", JSON),
  HANDED("statusmelding.json", JSON),
  { .path = PARTICIPANT, .file = "smp/deltaker.xml", .type = XML },
  { .path = PARTICIPANT "/services/" INVOICE,
    .file = "smp/metadata.xml",
    .type = XML,
    .form = SV_FORM_SIGNED },
  { .path = "/soap/enhet.wsdl", .file = "enhet.wsdl", .type = "text/xml; charset=utf-8" },
  GRAPH("/katalog", "katalog.ttl"),
  GRAPH("/tjenester", "tjenester.ttl"),
  GRAPH("/begreper", "begreper.ttl"),
  GRAPH("/modeller", "modeller.ttl"),
};
const size_t sv_document_row_count = sizeof sv_document_rows / sizeof sv_document_rows[0];
