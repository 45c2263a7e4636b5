// SPDX-License-Identifier: Apache-2.0
/* Finding breaks and applying them. What they are stands in the tables of breaks/. */
#include "reference/breaks.h"

#include "engines/base/ascii.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct sv_break *sv_break_find(const char *name)
{
  for (size_t t = 0; t < sv_break_table_count; t++)
    for (size_t i = 0; i < sv_break_tables[t]->count; i++)
      if (strcmp(sv_break_tables[t]->rows[i].name, name) == 0)
        return &sv_break_tables[t]->rows[i];
  return NULL;
}

bool sv_breaks_add(struct sv_breaks *b, const char *name)
{
  const struct sv_break *row = sv_break_find(name);
  if (!row || b->count == sizeof b->on / sizeof b->on[0])
    return false;
  b->on[b->count++] = row;
  return true;
}

bool sv_breaks_quirk(const struct sv_breaks *b, enum sv_quirk quirk)
{
  for (size_t i = 0; i < b->count; i++)
    if (b->on[i]->kind == SV_QUIRK && b->on[i]->quirk == quirk)
      return true;
  return false;
}

size_t sv_text_replace(struct sv_buf *text, const char *from, const char *to)
{
  struct sv_buf out = SV_BUF(text->limit);
  const char *const end = sv_buf_text(text) + text->size;
  const size_t size = strlen(from);
  size_t places = 0;
  for (const char *p = sv_buf_text(text); p < end;) {
    const char *hit = memmem(p, (size_t)(end - p), from, size);
    sv_buf_add(&out, p, (size_t)((hit ? hit : end) - p));
    if (hit)
      sv_buf_adds(&out, to);
    places += hit != NULL;
    p = hit ? hit + size : end;
  }
  sv_buf_free(text);
  *text = out;
  return places;
}

enum sv_status sv_breaks_edit(const struct sv_breaks *b, const char *file, struct sv_buf *text,
                              struct sv_error *err)
{
  for (size_t i = 0; i < b->count; i++) {
    const struct sv_break *row = b->on[i];
    if (row->kind != SV_EDIT || fnmatch(row->where, file, 0) != 0)
      continue;
    if (sv_text_replace(text, row->from, row->to) == 0)
      return sv_fail(err, SV_INVALID, "break %s finds nothing to change in %s", row->name, file);
  }
  return SV_OK;
}

/* Whether WHERE ("[METHOD ]PATH[ STATUS]") is about this exchange; "http:PATH" is the face without
 * TLS. */
static bool concerns(const char *where, const struct sv_exchange *x)
{
  char copy[256];
  snprintf(copy, sizeof copy, "%s", where);
  char *save = NULL;
  for (char *word = strtok_r(copy, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
    if (*word >= 'A' && *word <= 'Z') {
      if (strcmp(word, x->request.method) != 0)
        return false;
    } else if (sv_is_digit(*word)) {
      char status[16];
      snprintf(status, sizeof status, "%u", x->answer.status);
      if (fnmatch(word, status, 0) != 0)
        return false;
    } else {
      const bool plain = sv_starts_with(word, "http:");
      const char *path = x->request.path ? x->request.path : "";
      if (plain == x->request.tls || fnmatch(plain ? word + 5 : word, path, 0) != 0)
        return false;
    }
  }
  return true;
}

/* The replacement text with its place filled in. Lives as long as the exchange. */
static const char *fill(struct sv_exchange *x, const char *text, const char *base)
{
  if (!text || !strstr(text, "{{base}}"))
    return text ? text : "";
  struct sv_buf b = SV_BUF(4096);
  sv_buf_adds(&b, text);
  sv_text_replace(&b, "{{base}}", base);
  const char *copy = sv_arena_strdup(&x->arena, sv_buf_text(&b));
  sv_buf_free(&b);
  return copy ? copy : "";
}

void sv_breaks_body(const struct sv_breaks *b, struct sv_exchange *x, const char *base)
{
  struct sv_buf *body = &x->answer.body;
  for (size_t i = 0; i < b->count; i++) {
    const struct sv_break *row = b->on[i];
    if ((row->kind != SV_BODY && row->kind != SV_FILL) || !concerns(row->where, x))
      continue;
    const char *to = fill(x, row->to, base);
    if (row->kind == SV_BODY && *row->from) {
      sv_text_replace(body, fill(x, row->from, base), to);
      continue;
    }
    struct sv_buf out = SV_BUF(body->limit);
    sv_buf_adds(&out, to);
    if (row->kind == SV_BODY)
      sv_buf_add(&out, sv_buf_text(body), body->size);
    sv_buf_free(body);
    *body = out;
  }
}

static void change_head(const struct sv_break *row, struct sv_exchange *x, const char *base)
{
  const char *to = fill(x, row->to, base);
  switch (row->kind) {
  case SV_SET:
    sv_pairs_drop(&x->answer.headers, row->from);
    sv_pairs_add(&x->answer.headers, row->from, to);
    break;
  case SV_ADD:
    sv_pairs_add(&x->answer.headers, row->from, to);
    break;
  case SV_DROP:
    sv_pairs_drop(&x->answer.headers, row->from);
    break;
  case SV_STATUS:
    x->answer.status = (unsigned)strtoul(to, NULL, 10);
    break;
  default:
    break;
  }
}

void sv_breaks_head(const struct sv_breaks *b, struct sv_exchange *x, const char *base)
{
  /* Rows are matched against the answer as it was, so that one changed status does not hide the
   * next row. */
  bool concerned[sizeof b->on / sizeof b->on[0]];
  for (size_t i = 0; i < b->count; i++)
    concerned[i] =
        b->on[i]->kind != SV_EDIT && b->on[i]->kind != SV_QUIRK && concerns(b->on[i]->where, x);
  for (size_t i = 0; i < b->count; i++)
    if (concerned[i])
      change_head(b->on[i], x, base);
}
