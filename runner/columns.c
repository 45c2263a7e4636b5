// SPDX-License-Identifier: Apache-2.0
/* JSON rows in aligned columns. */
#include "runner/columns.h"

#include "engines/base/buf.h"
#include "engines/base/lang.h"
#include "engines/base/utf8.h"
#include "runner/command.h"

#include <string.h>

enum { COLUMNS_MAX = 8, CELL_MAX = 4096 };

static void add_clean(struct sv_buf *cell, const char *text)
{
  for (const char *p = text; *p; p++)
    (void)sv_buf_addc(cell, (unsigned char)*p < ' ' || *p == 0x7f ? '?' : *p);
}

static void add_cell(struct sv_buf *cell, const json_t *value)
{
  size_t i = 0;
  const json_t *item = NULL;
  if (json_is_string(value))
    add_clean(cell, json_string_value(value));
  else if (json_is_integer(value))
    (void)sv_buf_addf(cell, "%lld", (long long)json_integer_value(value));
  else if (json_is_boolean(value))
    add_clean(cell, json_is_true(value) ? sv_tr(N_("yes")) : sv_tr(N_("no")));
  json_array_foreach(value, i, item)
  {
    if (i > 0)
      (void)sv_buf_addc(cell, ' ');
    add_clean(cell, json_is_string(item) ? json_string_value(item) : "");
  }
  if (cell->size == 0)
    (void)sv_buf_adds(cell, "–");
}

static size_t width_of(const char *text)
{
  return sv_utf8_length(text, strlen(text));
}

static void print_cell(FILE *out, const char *text, size_t width, bool last)
{
  (void)fputs(text, out);
  for (size_t w = width_of(text); !last && w < width + 2; w++)
    (void)fputc(' ', out);
}

static size_t widest(const json_t *rows, const struct sv_column *column)
{
  size_t width = width_of(sv_tr(column->title));
  size_t i = 0;
  const json_t *row = NULL;
  json_array_foreach(rows, i, row)
  {
    struct sv_buf cell = SV_BUF(CELL_MAX);
    add_cell(&cell, json_object_get(row, column->member));
    const size_t w = width_of(sv_buf_text(&cell));
    width = w > width ? w : width;
    sv_buf_free(&cell);
  }
  return width;
}

void sv_columns_print(FILE *out, const json_t *rows, const struct sv_column *columns, size_t count)
{
  size_t widths[COLUMNS_MAX] = { 0 };
  for (size_t c = 0; c < count && c < COLUMNS_MAX; c++) {
    widths[c] = widest(rows, &columns[c]);
    print_cell(out, sv_tr(columns[c].title), widths[c], c + 1 == count);
  }
  (void)fputc('\n', out);
  size_t i = 0;
  const json_t *row = NULL;
  json_array_foreach(rows, i, row)
  {
    for (size_t c = 0; c < count && c < COLUMNS_MAX; c++) {
      struct sv_buf cell = SV_BUF(CELL_MAX);
      add_cell(&cell, json_object_get(row, columns[c].member));
      print_cell(out, sv_buf_text(&cell), widths[c], c + 1 == count);
      sv_buf_free(&cell);
    }
    (void)fputc('\n', out);
  }
}

int sv_json_print(json_t *array)
{
  const int written = array ? json_dumpf(array, stdout, JSON_INDENT(2)) : -1;
  json_decref(array);
  if (written != 0 || fputc('\n', stdout) == EOF)
    return SV_EXIT_INTERNAL;
  return SV_EXIT_CONFORMS;
}
