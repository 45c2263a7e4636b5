// SPDX-License-Identifier: Apache-2.0
/* Documents in formats that anybody can open: those that catalogues describe, and those that pages
 * link to (forskrift om IT-standarder i offentlig forvaltning). */
#include "engines/base/ascii.h"
#include "engines/html/page.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#include <samsvar/helpers.h>
#include <string.h>

static const char *const datasets[] = { DCAT "Dataset", NULL };

/* By the ending of an address; documents without one are pages. */
static const struct {
  const char *ending, *code;
} endings[] = {
  { ".doc", "DOC" },   { ".xls", "XLS" },   { ".ppt", "PPT" }, { ".docx", "DOCX" },
  { ".xlsx", "XLSX" }, { ".pptx", "PPTX" }, { ".pdf", "PDF" }, { ".odt", "ODT" },
  { ".ods", "ODS" },   { ".odp", "ODP" },   { ".rtf", "RTF" },
};

static const struct sv_file_type *document_type(const char *url)
{
  const size_t size = strcspn(url, "?#");
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    const size_t n = strlen(endings[i].ending);
    if (size > n && sv_equal_nocase_n(url + size - n, n, endings[i].ending))
      return sv_file_type_find(endings[i].code);
  }
  return NULL;
}

/* The old binary formats; OOXML is another check's. */
static bool is_closed(const struct sv_file_type *type)
{
  return type && !type->open && type->looks != SV_LOOKS_OOXML;
}

/* Each resource's documents: one that anybody can open is enough. */
static void judge_documents(struct sv_judging *j, sv_term node, const char *property)
{
  size_t n, closed = 0;
  const struct sv_triple *values = sv_values_of(j->g, node, property, &n);
  const struct sv_triple *first = NULL;
  for (size_t i = 0; i < n; i++) {
    const char *url = sv_iri_of(j->g, values[i].o);
    const struct sv_file_type *type = url ? document_type(url) : NULL;
    if (is_closed(type) && !first)
      first = &values[i];
    closed += is_closed(type);
  }
  j->looked_at += n > 0;
  if (first && closed == n)
    sv_judging_find_value(j, first, property,
                          (struct sv_node_fault){ .message = N_("The document is offered in a "
                                                                "closed format only."),
                                                  .expected = "HTML, PDF, ODF",
                                                  .hint = N_("Publish it as HTML, PDF or ODF "
                                                             "too.") });
}

static void judge_pages(struct sv_judging *j, sv_term node)
{
  judge_documents(j, node, FOAF "page");
  judge_documents(j, node, DCAT "landingPage");
}

/* Text documents among distributions; tables and data are another check's business. */
static void judge_document_part(struct sv_judging *j, sv_term node)
{
  size_t n, closed = 0, documents = 0;
  const struct sv_triple *values = sv_values_of(j->g, node, DCAT "distribution", &n);
  for (size_t i = 0; i < n; i++) {
    const struct sv_file_type *type = sv_file_type_find(sv_distribution_format(j, values[i].o));
    documents += type && !type->machine;
    closed += is_closed(type) && !type->machine;
  }
  j->looked_at += documents > 0;
  if (closed > 0 && closed == documents)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .predicate = DCAT "distribution",
                                               .line = values,
                                               .message = N_("The document is offered in a closed "
                                                             "format only."),
                                               .expected = "HTML, PDF, ODF",
                                               .hint = N_("Publish it as HTML, PDF or ODF too.") });
}

enum sv_outcome sv_sem_documents(struct sv_ctx *ctx)
{
  static const char *const owners[] = { DCAT "Catalog",       DCAT "Dataset",
                                        DCAT "DatasetSeries", DCAT "DataService",
                                        DCAT "Distribution",  NULL };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_nodes(&j, owners, judge_pages);
  sv_judging_nodes(&j, datasets, judge_document_part);
  return sv_judging_end(&j);
}

/* --- OOXML, which not everybody can open alike --- */

static void judge_ooxml(struct sv_judging *j, sv_term node, const char *property)
{
  size_t n, ooxml = 0, closed = 0;
  const struct sv_triple *values = sv_values_of(j->g, node, property, &n);
  for (size_t i = 0; i < n; i++) {
    const char *url = sv_iri_of(j->g, values[i].o);
    const struct sv_file_type *type = url ? document_type(url) : NULL;
    ooxml += type && type->looks == SV_LOOKS_OOXML;
    closed += type && !type->open;
  }
  j->looked_at += n > 0;
  if (ooxml && closed == n)
    sv_judging_find_value(j, values, property,
                          (struct sv_node_fault){ .message = N_("The document is offered in OOXML "
                                                                "only."),
                                                  .expected = "HTML, PDF, ODF",
                                                  .hint = N_("Publish it as HTML, PDF or ODF "
                                                             "too.") });
}

static void judge_ooxml_pages(struct sv_judging *j, sv_term node)
{
  judge_ooxml(j, node, FOAF "page");
  judge_ooxml(j, node, DCAT "landingPage");
}

static void judge_ooxml_part(struct sv_judging *j, sv_term node)
{
  size_t n, ooxml = 0, closed = 0, documents = 0;
  const struct sv_triple *values = sv_values_of(j->g, node, DCAT "distribution", &n);
  for (size_t i = 0; i < n; i++) {
    const struct sv_file_type *type = sv_file_type_find(sv_distribution_format(j, values[i].o));
    if (!type || type->machine)
      continue;
    documents++;
    closed += !type->open;
    ooxml += type->looks == SV_LOOKS_OOXML;
  }
  j->looked_at += documents > 0;
  if (ooxml && closed == documents)
    sv_judging_find_value(j, values, DCAT "distribution",
                          (struct sv_node_fault){ .message = N_("The document is offered in OOXML "
                                                                "only."),
                                                  .expected = "HTML, PDF, ODF",
                                                  .hint = N_("Publish it as HTML, PDF or ODF "
                                                             "too.") });
}

enum sv_outcome sv_sem_documents_ooxml(struct sv_ctx *ctx)
{
  static const char *const owners[] = { DCAT "Catalog",       DCAT "Dataset",
                                        DCAT "DatasetSeries", DCAT "DataService",
                                        DCAT "Distribution",  NULL };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_nodes(&j, owners, judge_ooxml_pages);
  sv_judging_nodes(&j, datasets, judge_ooxml_part);
  return sv_judging_end(&j);
}

/* --- pages --- */

/* The size of an address without its ending: of the same document in another format it is the same.
 */
static size_t stem_size(const char *url)
{
  size_t size = strcspn(url, "?#");
  while (size > 0 && url[size - 1] != '.' && url[size - 1] != '/')
    size--;
  return size;
}

static bool has_open_twin(const struct sv_page *page, const char *url)
{
  const size_t size = stem_size(url);
  for (size_t i = 0; i < page->link_count; i++) {
    const struct sv_file_type *type = document_type(page->links[i].href);
    if (type && type->open && strncmp(page->links[i].href, url, size) == 0)
      return true;
  }
  return false;
}

enum sv_outcome sv_sem_page_documents(struct sv_ctx *ctx)
{
  const struct sv_response *r = sv_http(ctx, .follow = 5);
  enum sv_outcome outcome;
  struct sv_page page;
  size_t documents = 0, faults = 0;
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  const char *type = sv_header(r, "Content-Type");
  if (r->status != 200 || !type || !strcasestr(type, "html"))
    return SV_INAPPLICABLE;
  if (sv_page_read(r->body, r->body_size, &page, NULL) != SV_OK) {
    sv_page_free(&page);
    sv_find(ctx, .outcome = SV_CANT_TELL, .message = N_("The page could not be read as HTML."),
            .where.url = r->url, .evidence = r->evidence,
            .hint = N_("Look at the page with an HTML validator."));
    return SV_CANT_TELL;
  }
  for (size_t i = 0; i < page.link_count; i++) {
    const struct sv_file_type *format = document_type(page.links[i].href);
    documents += format != NULL;
    if (!format || format->open || has_open_twin(&page, page.links[i].href))
      continue;
    faults++;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The page links to a document in a closed format only."),
            .where = { .url = r->url, .line = page.links[i].line }, .expected = "HTML, PDF, ODF",
            .actual = page.links[i].href, .evidence = r->evidence,
            .hint = N_("Publish it as HTML, PDF or ODF too."));
  }
  sv_page_free(&page);
  return sv_describe_outcome(documents, faults);
}
