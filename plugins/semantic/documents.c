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

/* By the ending of an address; documents without one are pages. */
static const struct {
  const char *ending, *code;
} endings[] = {
  { ".doc", "DOC" },   { ".xls", "XLS" },   { ".ppt", "PPT" }, { ".docx", "DOCX" },
  { ".xlsx", "XLSX" }, { ".pptx", "PPTX" }, { ".pdf", "PDF" }, { ".odt", "ODT" },
  { ".ods", "ODS" },   { ".odp", "ODP" },   { ".rtf", "RTF" },
};

/* NULL when URL, which may be NULL too, has none of them. */
static const struct sv_file_type *document_type(const char *url)
{
  const size_t size = url ? strcspn(url, "?#") : 0;
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    const size_t n = strlen(endings[i].ending);
    if (size > n && sv_equal_nocase_n(url + size - n, n, endings[i].ending))
      return sv_file_type_find(endings[i].code);
  }
  return NULL;
}

/* What is looked for among documents in closed formats only: the old binary formats alone, or OOXML
 * too, which not everybody can open alike. */
struct closed {
  bool has_ooxml;
  const char *message;
};

/* One that anybody can open is enough. A page is told by the ending of its address; of
 * distributions the text documents count, since tables and data are another check's business. */
static void judge_offer(struct sv_judging *j, sv_term node, const char *property, bool is_page)
{
  const struct closed *c = j->own;
  size_t n, documents = 0, closed = 0, ooxml = 0;
  const struct sv_triple *values = sv_values_of(j->g, node, property, &n);
  for (size_t i = 0; i < n; i++) {
    const struct sv_file_type *type =
        is_page ? document_type(sv_iri_of(j->g, values[i].o))
                : sv_file_type_find(sv_distribution_format(j, values[i].o));
    if (!is_page && (!type || type->machine))
      continue;
    documents++;
    closed += type && !type->open;
    ooxml += type && type->looks == SV_LOOKS_OOXML;
  }
  j->looked_at += documents > 0;
  if (documents > 0 && closed == documents && (ooxml > 0) == c->has_ooxml)
    sv_judging_find_value(j, values, property,
                          (struct sv_node_fault){ .message = c->message,
                                                  .expected = "HTML, PDF, ODF",
                                                  .hint = N_("Publish it as HTML, PDF or ODF "
                                                             "too.") });
}

static void judge_pages(struct sv_judging *j, sv_term node)
{
  judge_offer(j, node, FOAF "page", true);
  judge_offer(j, node, DCAT "landingPage", true);
}

static void judge_distributions(struct sv_judging *j, sv_term node)
{
  judge_offer(j, node, DCAT "distribution", false);
}

static enum sv_outcome judge(struct sv_ctx *ctx, struct closed *c)
{
  static const char *const datasets[] = { DCAT "Dataset", NULL };
  static const char *const owners[] = { DCAT "Catalog",       DCAT "Dataset",
                                        DCAT "DatasetSeries", DCAT "DataService",
                                        DCAT "Distribution",  NULL };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, c, &outcome))
    return outcome;
  sv_judging_nodes(&j, owners, judge_pages);
  sv_judging_nodes(&j, datasets, judge_distributions);
  return sv_judging_end(&j);
}

enum sv_outcome sv_sem_documents(struct sv_ctx *ctx)
{
  return judge(ctx, &(struct closed){ false, N_("The document is offered in a closed format "
                                                "only.") });
}

enum sv_outcome sv_sem_documents_ooxml(struct sv_ctx *ctx)
{
  return judge(ctx, &(struct closed){ true, N_("The document is offered in OOXML only.") });
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
