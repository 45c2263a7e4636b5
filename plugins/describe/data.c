// SPDX-License-Identifier: Apache-2.0
/* Reading data files for whether they are well-formed. */
#include "engines/doc/doc.h"
#include "engines/rdf/read.h"
#include "engines/xml/xml.h"
#include "plugins/describe/distribution.h"

#include <string.h>

static enum sv_status read_rdf(enum sv_rdf_syntax syntax, const char *data, size_t size,
                               struct sv_error *err)
{
  struct sv_graph_limits limits = SV_GRAPH_LIMITS;
  limits.bytes = (size_t)160 << 20;
  struct sv_graph *g = sv_graph_new(&limits);
  const struct sv_rdf_options options = { .base = "file:///" };
  const enum sv_status status =
      g ? sv_rdf_read(g, data, size, syntax, &options, err) : SV_NO_MEMORY;
  sv_graph_free(g);
  return status;
}

/* RFC 4180 2: every quote that opens a field closes it, every record has as many fields as the
 * first. MARK is what parts them. */
static enum sv_status read_table(const char *data, size_t size, char mark, struct sv_error *err)
{
  size_t line = 1, fields = 1, first = 0;
  bool quoted = false, any = false;
  for (size_t i = 0; i <= size; i++) {
    const char c = i < size ? data[i] : '\n';
    quoted = c == '"' ? !quoted : quoted;
    if (quoted && i == size)
      return sv_fail_at(err, SV_INVALID, NULL, line, 1, N_("a quoted field does not end"));
    fields += c == mark && !quoted;
    any = any || (c != '\r' && c != '\n');
    if (c != '\n' || quoted)
      continue;
    if (any && first && fields != first)
      return sv_fail_at(err, SV_INVALID, NULL, line, 1,
                        N_("a record has %zu fields, and the first has %zu"), fields, first);
    first = first || !any ? first : fields;
    fields = 1;
    any = false;
    line++;
  }
  return SV_OK;
}

static char mark_of(const char *data, size_t size)
{
  static const char marks[] = ";,|";
  size_t best = 0;
  char mark = ';';
  const char *end = memchr(data, '\n', size);
  const size_t head = end ? (size_t)(end - data) : size;
  for (size_t k = 0; marks[k]; k++) {
    size_t n = 0;
    for (size_t i = 0; i < head; i++)
      n += data[i] == marks[k];
    if (n > best) {
      best = n;
      mark = marks[k];
    }
  }
  return mark;
}

enum sv_status sv_data_syntax(enum sv_looks looks, const char *data, size_t size,
                              struct sv_error *err)
{
  struct sv_doc *doc = NULL;
  struct sv_xml *xml = NULL;
  enum sv_status status = SV_OK;
  switch (looks) {
  case SV_LOOKS_JSON:
    status = sv_doc_parse(data, size, NULL, &doc, err);
    sv_doc_free(doc);
    return status;
  case SV_LOOKS_XML:
    status = sv_xml_read(data, size, "file", NULL, &xml, NULL, err);
    sv_xml_free(xml);
    return status;
  case SV_LOOKS_RDF_XML:
    return read_rdf(SV_RDF_XML, data, size, err);
  case SV_LOOKS_TURTLE:
    return read_rdf(SV_RDF_TURTLE, data, size, err);
  case SV_LOOKS_CSV:
    return read_table(data, size, mark_of(data, size), err);
  case SV_LOOKS_TSV:
    return read_table(data, size, '\t', err);
  default:
    return status;
  }
}
