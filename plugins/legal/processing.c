// SPDX-License-Identifier: Apache-2.0
/* Processing of personal data as it is described: terms of the Data Privacy Vocabulary, and the
 * record of processing activities of GDPR article 30 when it is handed over as CSV. */
#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/idnumber.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/rule.h"
#include "plugins/legal/legal.h"

#include <stdlib.h>
#include <string.h>

#define DPV "https://w3id.org/dpv#"

static void judge_term(struct sv_judging *j, const struct sv_triple *t)
{
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "w3c-dpv-property");
  const char *property = sv_graph_text(j->g, t->p, NULL);
  const struct sv_code *meant = NULL;
  if (!sv_starts_with(property, DPV))
    return;
  j->looked_at++;
  if (sv_vocabulary_judge(list, property, &meant) != SV_CODE_KNOWN)
    sv_judging_find_value(j, t, property,
                          (struct sv_node_fault){ .message = N_("The Data Privacy Vocabulary has "
                                                                "no such "
                                                                "property."),
                                                  .expected = meant ? meant->iri : list->version,
                                                  .actual = property,
                                                  .hint = N_("Use a property of the vocabulary; "
                                                             "samsvar list "
                                                             "vocabularies has them.") });
}

enum sv_outcome sv_legal_dpv(struct sv_ctx *ctx)
{
  if (!sv_code_list(ctx, "w3c-dpv-property"))
    return SV_CANT_TELL;
  return sv_judge_triples(ctx, judge_term, NULL);
}

/* --- the record --- */

enum { COLUMNS_MAX = 200, CELL_MAX = 1 << 16 };

/* What article 30 (1) asks a controller to record, by words in the head of a column. */
static const struct {
  const char *what;
  const char *words[4];
} mandatory[] = {
  { N_("the purposes"), { "formål", "føremål", "purpose" } },
  { N_("the categories of data subjects"), { "registrerte", "data subject" } },
  { N_("the categories of personal data"), { "personopplysning", "personal data" } },
  { N_("the recipients"), { "mottaker", "mottakar", "recipient" } },
  { N_("the time limits for erasure"), { "slett", "lagring", "erasure", "retention" } },
  { N_("the security measures"), { "sikkerhet", "tryggleik", "tiltak", "security" } },
};

enum { MANDATORY = sizeof mandatory / sizeof mandatory[0] };

/* One record of a CSV text: cells end to end in one buffer. */
struct row {
  struct sv_buf text;
  size_t starts[COLUMNS_MAX];
  size_t count;
};

static const char *cell(const struct row *r, size_t i)
{
  return i < r->count ? sv_buf_text(&r->text) + r->starts[i] : "";
}

/* Reads the record at *AT (RFC 4180; MARK parts fields) and moves on. False at the end, or when it
 * is too large. */
static bool read_row(const char **at, const char *end, char mark, struct row *r)
{
  const char *p = *at;
  bool quoted = false;
  if (p >= end)
    return false;
  r->text.size = 0;
  r->count = 1;
  r->starts[0] = 0;
  for (; p < end && (quoted || (*p != '\n' && *p != '\r')); p++) {
    if (*p == '"' && quoted && p + 1 < end && p[1] == '"') {
      if (sv_buf_add(&r->text, p++, 1) != SV_OK)
        return false;
    } else if (*p == '"') {
      quoted = !quoted;
    } else if (*p == mark && !quoted) {
      if (r->count == COLUMNS_MAX || sv_buf_add(&r->text, "", 1) != SV_OK)
        return false;
      r->starts[r->count++] = r->text.size;
    } else if (sv_buf_add(&r->text, p, 1) != SV_OK) {
      return false;
    }
  }
  while (p < end && (*p == '\n' || *p == '\r'))
    p++;
  *at = p;
  return true;
}

static bool has_word(const char *text, const char *const words[4])
{
  for (size_t i = 0; i < 4 && words[i]; i++)
    if (strcasestr(text, words[i]))
      return true;
  return false;
}

static size_t column_of(const struct row *head, const char *const words[4])
{
  for (size_t i = 0; i < head->count; i++)
    if (has_word(cell(head, i), words))
      return i;
  return COLUMNS_MAX;
}

struct record {
  struct sv_ctx *ctx;
  const struct sv_artifact *a;
  size_t columns[MANDATORY];
  size_t number, state; /* of organisation number and status; COLUMNS_MAX: none */
  size_t rows, faults;
};

static void find(struct record *x, size_t line, const char *message, const char *expected)
{
  const char *url = x->a->url ? x->a->url : x->a->name;
  if (x->faults++ < 50)
    sv_find(x->ctx, .outcome = SV_FAILED, .message = message,
            .where = { .file = url, .line = (uint32_t)line }, .expected = expected,
            .evidence = x->a->evidence,
            .hint = N_("Fill in the record in the national tool, and export it again."));
}

static void judge_row(struct record *x, const struct row *r, size_t line)
{
  static const char *const approved[4] = { "godkjent", "approved" };
  if (x->state < COLUMNS_MAX && !has_word(cell(r, x->state), approved))
    return; /* a draft may have gaps */
  x->rows++;
  if (x->number < COLUMNS_MAX && !sv_orgnr_valid(cell(r, x->number)))
    find(x, line, N_("The organisation number in the record is not one."),
         N_("nine digits with a right check digit"));
  for (size_t i = 0; i < MANDATORY; i++)
    if (x->columns[i] < COLUMNS_MAX && cell(r, x->columns[i])[0] == '\0')
      find(x, line, N_("An approved activity lacks what article 30 asks for."), mandatory[i].what);
}

static void read_head(struct record *x, const struct row *head)
{
  static const char *const number[4] = { "organisasjonsnummer", "orgnr", "organisation number" };
  static const char *const state[4] = { "status" };
  x->number = column_of(head, number);
  x->state = column_of(head, state);
  for (size_t i = 0; i < MANDATORY; i++) {
    x->columns[i] = column_of(head, mandatory[i].words);
    if (x->columns[i] == COLUMNS_MAX)
      find(x, 1, N_("The record has no column for what article 30 asks for."), mandatory[i].what);
  }
  if (x->number == COLUMNS_MAX)
    find(x, 1, N_("The record does not say whose it is."), N_("a column organisasjonsnummer"));
}

enum sv_outcome sv_legal_processing_record(struct sv_ctx *ctx)
{
  const char *id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  struct record x = { .ctx = ctx };
  for (size_t i = 0; (x.a = ctx->sv->artifact(ctx, "processing-record", i)); i++)
    if (!id || (x.a->name && strcmp(x.a->name, id) == 0))
      break;
  if (!x.a || !x.a->data || x.a->size == 0)
    return SV_INAPPLICABLE;
  struct row row = { .text = SV_BUF(CELL_MAX) };
  const char *at = x.a->data, *end = at + x.a->size;
  at += x.a->size > 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  const char *first = memchr(at, '\n', (size_t)(end - at));
  const char mark = memchr(at, ';', (size_t)((first ? first : end) - at)) ? ';' : ',';
  size_t line = 1;
  if (read_row(&at, end, mark, &row))
    read_head(&x, &row);
  while (read_row(&at, end, mark, &row))
    judge_row(&x, &row, ++line);
  const bool is_whole = at >= end;
  sv_buf_free(&row.text);
  if (x.faults)
    return SV_FAILED;
  if (!is_whole) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TARGET,
            .message = N_("The record could not be read to its end."), .where.text = x.a->name,
            .evidence = x.a->evidence,
            .hint = N_("Export it as CSV, with rows of at most 64 KiB and 200 columns."));
    return SV_CANT_TELL;
  }
  return x.rows ? SV_PASSED : SV_INAPPLICABLE;
}
