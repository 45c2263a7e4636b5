// SPDX-License-Identifier: Apache-2.0
/* Reading CSV. */
#include "engines/doc/csv.h"

struct sv_csv sv_csv_begin(const char *data, size_t size, char separator)
{
  return (struct sv_csv){ .at = data, .end = data + size, .separator = separator, .next = 1 };
}

static bool fail(struct sv_csv *c, enum sv_csv_fault fault)
{
  c->fault = fault;
  return false;
}

static bool is_break(const struct sv_csv *c, const char *p)
{
  return *p == '\n' || (*p == '\r' && (p + 1 == c->end || p[1] == '\n'));
}

/* A field in quotes; C->at is after the opening one. */
static bool quoted(struct sv_csv *c, struct sv_csv_field *out)
{
  const char *p = c->at;
  *out = (struct sv_csv_field){ p, 0, true };
  for (; p < c->end && !(*p == '"' && (p + 1 == c->end || p[1] != '"')); p++) {
    c->next += *p == '\n';
    p += *p == '"';
  }
  if (p >= c->end)
    return fail(c, SV_CSV_OPEN_QUOTE);
  out->size = (size_t)(p - out->data);
  c->at = p + 1;
  return c->at == c->end || *c->at == c->separator || is_break(c, c->at) ||
         fail(c, SV_CSV_AFTER_QUOTE);
}

static bool plain(struct sv_csv *c, struct sv_csv_field *out)
{
  const char *p = c->at;
  *out = (struct sv_csv_field){ p, 0, false };
  while (p < c->end && *p != c->separator && !is_break(c, p)) {
    if (*p == '"')
      return fail(c, SV_CSV_QUOTE_IN_TEXT);
    p++;
  }
  out->size = (size_t)(p - out->data);
  c->at = p;
  return true;
}

static void pass_break(struct sv_csv *c)
{
  c->at += *c->at == '\r' && c->at + 1 < c->end;
  c->at++;
  c->next++;
}

bool sv_csv_next(struct sv_csv *c, struct sv_csv_field *out, size_t most, size_t *count)
{
  *count = 0;
  while (c->at < c->end && is_break(c, c->at))
    pass_break(c);
  if (c->at >= c->end || c->fault)
    return false;
  c->row++;
  c->line = c->next;
  for (;;) {
    struct sv_csv_field field;
    const bool has_quote = c->at < c->end && *c->at == '"';
    c->at += has_quote;
    if (!(has_quote ? quoted(c, &field) : plain(c, &field)))
      return false;
    if (*count < most)
      out[*count] = field;
    ++*count;
    if (c->at >= c->end)
      return true;
    if (*c->at != c->separator)
      break;
    c->at++;
  }
  pass_break(c);
  return true;
}

char sv_csv_guess(const char *data, size_t size)
{
  static const char separators[] = { ',', ';', '\t' };
  char best = ',';
  size_t most = 1;
  for (size_t i = 0; i < sizeof separators; i++) {
    struct sv_csv c = sv_csv_begin(data, size, separators[i]);
    size_t count = 0;
    if (sv_csv_next(&c, NULL, 0, &count) && count > most) {
      most = count;
      best = separators[i];
    }
  }
  return best;
}
