// SPDX-License-Identifier: Apache-2.0
/* The file types of the EU's list that data and documents come in: what they look like, and what
 * the five-star scheme of open data asks of them. Not in the table: nothing can be told. */
#include "engines/base/ascii.h"
#include "engines/doc/sniff.h"

#include <string.h>

#define MACHINE true
#define HUMAN false
#define OPEN true
#define CLOSED false

static const struct sv_file_type types[] = {
  { "ATOM", SV_LOOKS_XML, MACHINE, OPEN },
  { "CSV", SV_LOOKS_CSV, MACHINE, OPEN },
  { "DBF", SV_LOOKS_UNKNOWN, MACHINE, CLOSED },
  { "DOC", SV_LOOKS_OLE, HUMAN, CLOSED },
  { "DOCX", SV_LOOKS_OOXML, HUMAN, CLOSED },
  { "GEOJSON", SV_LOOKS_JSON, MACHINE, OPEN },
  { "GEOTIFF", SV_LOOKS_IMAGE, MACHINE, OPEN },
  { "GIF", SV_LOOKS_IMAGE, HUMAN, OPEN },
  { "GML", SV_LOOKS_XML, MACHINE, OPEN },
  { "GPKG", SV_LOOKS_SQLITE, MACHINE, OPEN },
  { "GTFS", SV_LOOKS_ZIP, MACHINE, OPEN },
  { "GZIP", SV_LOOKS_GZIP, MACHINE, OPEN },
  { "HTML", SV_LOOKS_HTML, HUMAN, OPEN },
  { "HTML5", SV_LOOKS_HTML, HUMAN, OPEN },
  { "HTML_SIMPL", SV_LOOKS_HTML, HUMAN, OPEN },
  { "ICS", SV_LOOKS_TEXT, MACHINE, OPEN },
  { "JPEG", SV_LOOKS_IMAGE, HUMAN, OPEN },
  { "JSON", SV_LOOKS_JSON, MACHINE, OPEN },
  { "JSON_LD", SV_LOOKS_JSON, MACHINE, OPEN },
  { "KML", SV_LOOKS_XML, MACHINE, OPEN },
  { "KMZ", SV_LOOKS_ZIP, MACHINE, OPEN },
  { "MDB", SV_LOOKS_UNKNOWN, MACHINE, CLOSED },
  { "N3", SV_LOOKS_TURTLE, MACHINE, OPEN },
  { "NETCDF", SV_LOOKS_UNKNOWN, MACHINE, OPEN },
  { "ODP", SV_LOOKS_ODF, HUMAN, OPEN },
  { "ODS", SV_LOOKS_ODF, MACHINE, OPEN },
  { "ODT", SV_LOOKS_ODF, HUMAN, OPEN },
  { "OWL", SV_LOOKS_RDF_XML, MACHINE, OPEN },
  { "PDF", SV_LOOKS_PDF, HUMAN, OPEN },
  { "PDFA1A", SV_LOOKS_PDF, HUMAN, OPEN },
  { "PDFA1B", SV_LOOKS_PDF, HUMAN, OPEN },
  { "PDFA2A", SV_LOOKS_PDF, HUMAN, OPEN },
  { "PDFA2B", SV_LOOKS_PDF, HUMAN, OPEN },
  { "PDFA3", SV_LOOKS_PDF, HUMAN, OPEN },
  { "PDFUA", SV_LOOKS_PDF, HUMAN, OPEN },
  { "PNG", SV_LOOKS_IMAGE, HUMAN, OPEN },
  { "PPT", SV_LOOKS_OLE, HUMAN, CLOSED },
  { "PPTX", SV_LOOKS_OOXML, HUMAN, CLOSED },
  { "RDF", SV_LOOKS_RDF_XML, MACHINE, OPEN },
  { "RDF_N_QUADS", SV_LOOKS_TURTLE, MACHINE, OPEN },
  { "RDF_N_TRIPLES", SV_LOOKS_TURTLE, MACHINE, OPEN },
  { "RDF_TRIG", SV_LOOKS_TURTLE, MACHINE, OPEN },
  { "RDF_TRIX", SV_LOOKS_XML, MACHINE, OPEN },
  { "RDF_TURTLE", SV_LOOKS_TURTLE, MACHINE, OPEN },
  { "RDF_XML", SV_LOOKS_RDF_XML, MACHINE, OPEN },
  { "RSS", SV_LOOKS_XML, MACHINE, OPEN },
  { "RTF", SV_LOOKS_TEXT, HUMAN, CLOSED },
  { "SCHEMA_XML", SV_LOOKS_XML, MACHINE, OPEN },
  { "SDMX", SV_LOOKS_XML, MACHINE, OPEN },
  { "SHP", SV_LOOKS_UNKNOWN, MACHINE, CLOSED },
  { "SKOS_XML", SV_LOOKS_RDF_XML, MACHINE, OPEN },
  { "SPARQLQRES", SV_LOOKS_XML, MACHINE, OPEN },
  { "SQL", SV_LOOKS_TEXT, MACHINE, OPEN },
  { "SVG", SV_LOOKS_XML, HUMAN, OPEN },
  { "TIFF", SV_LOOKS_IMAGE, HUMAN, OPEN },
  { "TSV", SV_LOOKS_TSV, MACHINE, OPEN },
  { "TXT", SV_LOOKS_TEXT, HUMAN, OPEN },
  { "XHTML", SV_LOOKS_HTML, HUMAN, OPEN },
  { "XLS", SV_LOOKS_OLE, MACHINE, CLOSED },
  { "XLSM", SV_LOOKS_OOXML, MACHINE, CLOSED },
  { "XLSX", SV_LOOKS_OOXML, MACHINE, CLOSED },
  { "XML", SV_LOOKS_XML, MACHINE, OPEN },
  { "YAML", SV_LOOKS_TEXT, MACHINE, OPEN },
  { "ZIP", SV_LOOKS_ZIP, HUMAN, OPEN },
};

/* Media types with what a file of them looks like. */
static const struct {
  const char *media;
  const char *code;
} medias[] = {
  { "application/geo+json", "GEOJSON" },
  { "application/json", "JSON" },
  { "application/ld+json", "JSON_LD" },
  { "application/pdf", "PDF" },
  { "application/rdf+xml", "RDF_XML" },
  { "application/xml", "XML" },
  { "application/gml+xml", "GML" },
  { "application/zip", "ZIP" },
  { "text/csv", "CSV" },
  { "text/html", "HTML" },
  { "text/tab-separated-values", "TSV" },
  { "text/turtle", "RDF_TURTLE" },
  { "text/xml", "XML" },
};

const struct sv_file_type *sv_file_type_find(const char *code)
{
  for (size_t i = 0; code && i < sizeof types / sizeof types[0]; i++)
    if (strcmp(types[i].code, code) == 0)
      return &types[i];
  return NULL;
}

/* What else a file may look like and still be what it says it is. */
bool sv_file_type_fits(const struct sv_file_type *type, enum sv_looks looks)
{
  if (!type || type->looks == SV_LOOKS_UNKNOWN || type->looks == looks)
    return true;
  switch (type->looks) {
  case SV_LOOKS_XML:
    return looks == SV_LOOKS_RDF_XML;
  case SV_LOOKS_CSV: /* one column has no mark between fields */
    return looks == SV_LOOKS_TSV || looks == SV_LOOKS_TEXT;
  case SV_LOOKS_TSV:
    return looks == SV_LOOKS_TEXT;
  case SV_LOOKS_TEXT: /* any text is text, but markup and data have names of their own */
    return looks == SV_LOOKS_CSV || looks == SV_LOOKS_TSV;
  case SV_LOOKS_TURTLE: /* blank nodes and comments may come first */
    return looks == SV_LOOKS_TEXT;
  case SV_LOOKS_HTML:
    return looks == SV_LOOKS_XML;
  case SV_LOOKS_ZIP: /* packed documents are archives too */
    return looks == SV_LOOKS_OOXML || looks == SV_LOOKS_ODF;
  case SV_LOOKS_OOXML: /* the first names of the archive do not always tell */
  case SV_LOOKS_ODF:
    return looks == SV_LOOKS_ZIP;
  default:
    return false;
  }
}

bool sv_media_type_fits(const char *media, enum sv_looks looks)
{
  const size_t size = strcspn(media, "; \t");
  for (size_t i = 0; i < sizeof medias / sizeof medias[0]; i++)
    if (sv_equal_nocase_n(media, size, medias[i].media))
      return sv_file_type_fits(sv_file_type_find(medias[i].code), looks);
  return true;
}
