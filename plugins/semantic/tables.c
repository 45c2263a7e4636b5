// SPDX-License-Identifier: Apache-2.0
/* CSV files that distributions lead to: that they can be read without guessing. */
#include "engines/base/utf8.h"
#include "engines/doc/csv.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { READ_MAX = 1 << 20, FIELDS_MAX = 512 };

struct table {
  struct sv_judging *j;
  const struct sv_distribution *x;
  const struct sv_response *answer;
  struct sv_csv_field header[FIELDS_MAX];
  size_t columns;
};

static void say(const struct table *t, const char *message, size_t line, const char *expected,
                const char *actual)
{
  json_t *args = json_pack("{s:I}", "line", (json_int_t)line);
  sv_judging_find(t->j, (struct sv_node_fault){
                            .node = t->x->node,
                            .predicate = t->x->property,
                            .line = t->x->address,
                            .message = message,
                            .args = args,
                            .expected = expected,
                            .actual = t->j->ctx->sv->format(t->j->ctx, "%s: %s", t->x->url, actual),
                            .hint = N_("Write the file with a library for CSV: one separator, one "
                                       "header row, as many fields in every row, UTF-8.") });
  json_decref(args);
}

/* Bytes of A that are whole: without the last row when more was to come. */
static size_t whole_rows(const struct sv_response *a, bool is_whole)
{
  const char *data = a->body;
  size_t size = a->body_size < READ_MAX ? a->body_size : READ_MAX;
  if (is_whole && size == a->body_size)
    return size;
  while (size && data[size - 1] != '\n')
    size--;
  return size;
}

static bool same(const struct sv_csv_field *a, const struct sv_csv_field *b)
{
  return a->size == b->size && memcmp(a->data, b->data, a->size) == 0;
}

/* Whether every column has a name of its own. */
static bool header_is_good(const struct table *t)
{
  const size_t n = t->columns < FIELDS_MAX ? t->columns : FIELDS_MAX;
  for (size_t i = 0; i < n; i++) {
    if (t->header[i].size == 0) {
      say(t, N_("A column has no name: line {line}."), 1, N_("a name for each column"),
          t->j->ctx->sv->format(t->j->ctx, "%zu", i + 1));
      return false;
    }
    for (size_t k = 0; k < i; k++) {
      if (!same(&t->header[i], &t->header[k]))
        continue;
      say(t, N_("Two columns have the same name: line {line}."), 1, N_("a name for each column"),
          t->j->ctx->sv->format(t->j->ctx, "%.*s",
                                (int)(t->header[i].size < 80 ? t->header[i].size : 80),
                                t->header[i].data));
      return false;
    }
  }
  return true;
}

/* 12,5 in quotes, where the comma is the separator. */
static bool is_decimal_comma(const struct sv_csv_field *f)
{
  const char *comma = memchr(f->data, ',', f->size);
  const char *end = f->data + f->size, *p = f->data + (f->size && f->data[0] == '-');
  if (!f->is_quoted || !comma || comma == p || comma + 1 == end)
    return false;
  for (; p < end; p++)
    if (p != comma && !sv_is_digit(*p))
      return false;
  return true;
}

static const char *const faults[] = {
  [SV_CSV_OK] = NULL,
  [SV_CSV_QUOTE_IN_TEXT] = N_("A quote stands inside a field that does not begin with one: line "
                              "{line}."),
  [SV_CSV_AFTER_QUOTE] = N_("Something stands after the closing quote of a field: line {line}."),
  [SV_CSV_OPEN_QUOTE] = N_("A quote is never closed: line {line}."),
};

static void judge_rows(struct table *t, const char *data, size_t size, bool is_whole)
{
  struct sv_csv_field fields[FIELDS_MAX];
  const char separator = sv_csv_guess(data, size);
  struct sv_csv c = sv_csv_begin(data, size, separator);
  size_t count = 0;
  if (!sv_csv_next(&c, t->header, FIELDS_MAX, &t->columns)) {
    say(t, c.fault ? faults[c.fault] : N_("The file has no rows: line {line}."), 1,
        N_("a header row"), "");
    return;
  }
  if (!header_is_good(t))
    return;
  while (sv_csv_next(&c, fields, FIELDS_MAX, &count)) {
    if (count != t->columns) {
      say(t, N_("A row has another number of fields than the header: line {line}."), c.line,
          t->j->ctx->sv->format(t->j->ctx, "%zu", t->columns),
          t->j->ctx->sv->format(t->j->ctx, "%zu", count));
      return;
    }
    for (size_t i = 0; separator == ',' && i < count && i < FIELDS_MAX; i++) {
      if (!is_decimal_comma(&fields[i]))
        continue;
      say(t, N_("Numbers have a decimal comma, and the comma is the separator too: line {line}."),
          c.line, N_("a decimal point, or semicolons between fields"), "");
      return;
    }
  }
  /* A quote that is open at the end of what was read may be closed in what was not. */
  if (c.fault && (is_whole || c.fault != SV_CSV_OPEN_QUOTE))
    say(t, faults[c.fault], c.line, "RFC 4180", "");
}

static void judge(struct sv_judging *j, const struct sv_distribution *x)
{
  const char *format = sv_distribution_format(j, x->node);
  const char *media = sv_distribution_media(j->g, x->node);
  const bool is_csv =
      (format && strcmp(format, "CSV") == 0) || (media && strcmp(media, "text/csv") == 0);
  if (!is_csv || !x->url)
    return;
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_MUCH);
  if (!r || (r->status != 200 && r->status != 206))
    return;
  const bool is_whole = sv_is_whole(r);
  const size_t size = whole_rows(r, is_whole);
  struct table t = { .j = j, .x = x, .answer = r };
  j->looked_at++;
  if (sv_utf8_check(r->body, size) != size)
    say(&t, N_("The file is not UTF-8."), 0, "UTF-8", "");
  else
    judge_rows(&t, r->body, size, is_whole);
}

enum sv_outcome sv_sem_csv(struct sv_ctx *ctx)
{
  struct sv_judging j;
  enum sv_outcome outcome;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_distributions(&j, judge);
  return sv_judging_end(&j);
}
