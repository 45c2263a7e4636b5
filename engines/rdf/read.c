// SPDX-License-Identifier: Apache-2.0
/* Choosing the reader, and telling how it ended. */
#include "engines/rdf/read.h"

#include "engines/base/ascii.h"
#include "engines/rdf/jsonld.h"
#include "engines/rdf/rdfxml.h"
#include "engines/rdf/scan.h"

#include <stdio.h>
#include <string.h>

static enum sv_status read_family(struct sv_graph *g, const char *data, size_t size,
                                  enum sv_rdf_syntax syntax, const struct sv_rdf_options *opt,
                                  struct sv_doc_finding *fault)
{
  struct sv_scan s;
  if (sv_scan_begin(&s, g, data, size, opt)) {
    if (syntax == SV_RDF_TURTLE || syntax == SV_RDF_TRIG)
      (void)sv_rdf_read_turtle(&s, syntax == SV_RDF_TRIG);
    else
      (void)sv_rdf_read_lines(&s, syntax == SV_RDF_NQUADS);
  }
  if (s.status == SV_LIMIT)
    s.fault = (struct sv_doc_finding){ .kind = SV_DOC_OVER_LIMIT, .line = s.line, .column = 1 };
  *fault = s.fault;
  sv_scan_end(&s);
  return s.status != SV_OK ? s.status : sv_graph_status(g, NULL);
}

static enum sv_status read_xml(struct sv_graph *g, const char *data, size_t size,
                               enum sv_rdf_syntax syntax, const struct sv_rdf_options *opt,
                               struct sv_doc_finding *fault)
{
  (void)syntax;
  return sv_rdf_read_xml(g, data, size, opt, fault);
}

static enum sv_status read_jsonld(struct sv_graph *g, const char *data, size_t size,
                                  enum sv_rdf_syntax syntax, const struct sv_rdf_options *opt,
                                  struct sv_doc_finding *fault)
{
  (void)syntax;
  return sv_rdf_read_jsonld(g, data, size, opt, fault);
}

static const struct {
  const char *name, *media;
  const char *endings[4];
  enum sv_status (*read)(struct sv_graph *g, const char *data, size_t size,
                         enum sv_rdf_syntax syntax, const struct sv_rdf_options *opt,
                         struct sv_doc_finding *fault);
} syntaxes[SV_RDF_SYNTAXES] = {
  [SV_RDF_TURTLE] = { "turtle", "text/turtle", { ".ttl", ".turtle" }, read_family },
  [SV_RDF_TRIG] = { "trig", "application/trig", { ".trig" }, read_family },
  [SV_RDF_NTRIPLES] = { "ntriples", "application/n-triples", { ".nt" }, read_family },
  [SV_RDF_NQUADS] = { "nquads", "application/n-quads", { ".nq" }, read_family },
  [SV_RDF_XML] = { "rdfxml", "application/rdf+xml", { ".rdf", ".owl", ".xml" }, read_xml },
  [SV_RDF_JSONLD] = { "jsonld", "application/ld+json", { ".jsonld", ".json" }, read_jsonld },
};

bool sv_rdf_syntax_by_name(const char *name, enum sv_rdf_syntax *out)
{
  for (size_t i = 0; i < SV_RDF_SYNTAXES; i++) {
    if (syntaxes[i].name && strcmp(syntaxes[i].name, name) == 0) {
      *out = (enum sv_rdf_syntax)i;
      return true;
    }
  }
  return false;
}

bool sv_rdf_syntax_by_media(const char *media, enum sv_rdf_syntax *out)
{
  for (size_t i = 0; i < SV_RDF_SYNTAXES; i++) {
    if (syntaxes[i].media && sv_equal_nocase(syntaxes[i].media, media)) {
      *out = (enum sv_rdf_syntax)i;
      return true;
    }
  }
  return false;
}

bool sv_rdf_syntax_by_file(const char *path, enum sv_rdf_syntax *out)
{
  for (size_t i = 0; i < SV_RDF_SYNTAXES; i++) {
    for (size_t j = 0; j < 4 && syntaxes[i].endings[j]; j++) {
      if (sv_ends_with(path, syntaxes[i].endings[j])) {
        *out = (enum sv_rdf_syntax)i;
        return true;
      }
    }
  }
  return false;
}

/* The fault as an error: its sentence in English. */
static enum sv_status tell(const struct sv_doc_finding *f, const char *name, struct sv_error *err)
{
  struct sv_buf text = SV_BUF(2048);
  (void)sv_doc_finding_text(f, f->msgid, &text);
  const enum sv_status status =
      sv_fail_at(err, SV_INVALID, name, f->line, f->column, "%s", sv_buf_text(&text));
  sv_buf_free(&text);
  return status;
}

enum sv_status sv_rdf_read(struct sv_graph *g, const char *data, size_t size,
                           enum sv_rdf_syntax syntax, const struct sv_rdf_options *opt,
                           struct sv_error *err)
{
  static const struct sv_rdf_options none = { .name = NULL };
  struct sv_doc_finding fault = { 0 };
  SV_TRY(sv_graph_status(g, err));
  if (!opt)
    opt = &none;
  sv_graph_begin(g, opt->name);
  const enum sv_status status = syntaxes[syntax].read(g, data, size, syntax, opt, &fault);
  if (opt->fault)
    *opt->fault = fault;
  if (status == SV_INVALID)
    return tell(&fault, opt->name, err);
  if (status == SV_OK)
    return SV_OK;
  if (err && err->text[0] == '\0' && opt->name)
    (void)snprintf(err->file, sizeof err->file, "%s", opt->name);
  if (err && err->text[0] == '\0') {
    err->line = fault.line;
    err->column = fault.column;
  }
  return sv_graph_status(g, err);
}
