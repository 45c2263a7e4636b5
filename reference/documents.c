// SPDX-License-Identifier: Apache-2.0
/* Preparing the documents: read, edit, fill in, convert. */
#include "reference/documents.h"

#include "engines/base/file.h"
#include "reference/graph.h"
#include "reference/peppol.h"
#include "reference/text.h"
#include "reference/units.h"
#include "reference/yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 1 << 20, GRAPH_MEMORY = 8 << 20, LANGUAGES = 3, YEAR = 365 * 24 * 60 * 60 };

static const char *const languages[LANGUAGES] = { "nb", "nn", "en" };
static const char *const templates[LANGUAGES] = { "nb/side.html", "nn/side.html", "en/page.html" };

struct sv_documents {
  struct sv_buf *texts; /* one a row */
  struct sv_buf pages[LANGUAGES];
};

/* Fills in the places that every document may have. */
static void fill(struct sv_buf *text, const struct sv_service *s)
{
  char number[16];
  char date[SV_DATE_SIZE];
  const struct sv_unit *unit = &s->units->units[0];
  sv_text_rfc3339(s->started + YEAR, date);
  snprintf(number, sizeof number, "%u", s->tls_port);
  const struct sv_pair places[] = {
    { "{{base}}", s->base },
    { "{{expires}}", date },
    { "{{orgnr}}", SV_REFERENCE_ORGNR },
    { "{{name}}", SV_REFERENCE_NAME },
    { "{{version}}", SV_REFERENCE_VERSION },
    { "{{unit}}", unit->number },
    { "{{unit-name}}", unit->name },
    { "{{unit-json}}", unit->json },
    { "{{unit-municipality}}", unit->municipality->number },
    { "{{event-json}}", s->units->events[0].json },
  };
  for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
    sv_text_replace(text, places[i].name, places[i].value);
  sv_peppol_fill(s->peppol, text);
}

/* The text of FILE in the folder DATA, edited and filled in. */
static enum sv_status load(struct sv_buf *text, const struct sv_service *s, const char *data,
                           const char *file, struct sv_error *err)
{
  char path[4096];
  *text = SV_BUF(TEXT_MAX);
  snprintf(path, sizeof path, "%s/%s", data, file);
  SV_TRY(sv_file_read(path, text, err));
  SV_TRY(sv_breaks_edit(&s->breaks, file, text, err));
  if (text->size > 0 && !memchr(text->data, '\0', text->size))
    fill(text, s);
  return text->failed ? sv_fail(err, text->failed, "%s does not fit", file) : SV_OK;
}

void sv_documents_page(const struct sv_documents *d, const char *language, const char *title,
                       const char *content, struct sv_buf *out)
{
  size_t i = 0;
  while (i + 1 < LANGUAGES && strcmp(languages[i], language) != 0)
    i++;
  struct sv_buf page = SV_BUF(TEXT_MAX);
  struct sv_buf heading = SV_BUF(1024);
  sv_text_html(&heading, title);
  sv_buf_adds(&page, sv_buf_text(&d->pages[i]));
  sv_text_replace(&page, "{{title}}", sv_buf_text(&heading));
  sv_text_replace(&page, "{{content}}", content);
  sv_buf_add(out, sv_buf_text(&page), page.size);
  sv_buf_free(&heading);
  sv_buf_free(&page);
}

static enum sv_status convert_graph(struct sv_buf *text, enum sv_document_form form,
                                    struct sv_error *err)
{
  struct sv_arena arena = SV_ARENA(GRAPH_MEMORY);
  struct sv_graph_doc graph;
  struct sv_buf out = SV_BUF(TEXT_MAX);
  enum sv_status status = sv_graph_doc_read(&graph, sv_buf_text(text), &arena, err);
  if (status == SV_OK && form == SV_FORM_JSONLD)
    sv_graph_doc_jsonld(&graph, &out);
  else if (status == SV_OK)
    sv_graph_doc_rdfxml(&graph, &out);
  if (out.failed)
    status = sv_fail(err, out.failed, "a property has no prefix, or the graph is too large");
  sv_arena_free(&arena);
  sv_buf_free(text);
  *text = out;
  return status;
}

/* Brings TEXT into the form of its row. */
static enum sv_status convert(struct sv_documents *d, const struct sv_service *s,
                              const struct sv_document_row *row, struct sv_buf *text,
                              struct sv_error *err)
{
  struct sv_buf out = SV_BUF(TEXT_MAX);
  switch (row->form) {
  case SV_FORM_PAGE:
    sv_documents_page(d, row->language, row->title, sv_buf_text(text), &out);
    break;
  case SV_FORM_YAML:
    SV_TRY(sv_yaml_from_json(sv_buf_text(text), text->size, &out, err));
    break;
  case SV_FORM_JSONLD:
  case SV_FORM_RDFXML:
    return convert_graph(text, row->form, err);
  case SV_FORM_SIGNED:
    return sv_peppol_sign(s->peppol, text, err);
  default:
    return SV_OK;
  }
  sv_buf_free(text);
  *text = out;
  return SV_OK;
}

enum sv_status sv_documents_make(struct sv_documents **out, const struct sv_service *s,
                                 const char *data, struct sv_error *err)
{
  struct sv_documents *d = calloc(1, sizeof *d);
  if (d)
    d->texts = calloc(sv_document_row_count, sizeof *d->texts);
  *out = d;
  if (!d || !d->texts)
    return sv_fail(err, SV_NO_MEMORY, "out of memory");
  for (size_t i = 0; i < LANGUAGES; i++)
    SV_TRY(load(&d->pages[i], s, data, templates[i], err));
  for (size_t i = 0; i < sv_document_row_count; i++) {
    const struct sv_document_row *row = &sv_document_rows[i];
    SV_TRY(load(&d->texts[i], s, data, row->file, err));
    SV_TRY(convert(d, s, row, &d->texts[i], err));
  }
  return SV_OK;
}

void sv_documents_free(struct sv_documents *d)
{
  if (!d)
    return;
  for (size_t i = 0; d->texts && i < sv_document_row_count; i++)
    sv_buf_free(&d->texts[i]);
  for (size_t i = 0; i < LANGUAGES; i++)
    sv_buf_free(&d->pages[i]);
  free(d->texts);
  free(d);
}

const char *sv_documents_text(const struct sv_documents *d, size_t row, size_t *size)
{
  *size = d->texts[row].size;
  return sv_buf_text(&d->texts[row]);
}
