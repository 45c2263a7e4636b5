// SPDX-License-Identifier: Apache-2.0
/* Reads a code list: lines of key and value, an empty line, a table with a head, all by tabs. */
#include "engines/vocabulary/vocabulary.h"

#include "engines/base/arena.h"
#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/base/uri.h"
#include "engines/base/utf8.h"
#include "engines/vocabulary/index.h"

#include <stdlib.h>
#include <string.h>

#ifndef N_
#define N_(text) text
#endif

#define BYTES_MAX ((size_t)16 << 20)
enum { CODES_MAX = 200000, COLUMNS = 6 };

static const char head[] = "uri\tcode\tlabel_nb\tlabel_nn\tlabel_en\textra";

#define FIELD(name) offsetof(struct sv_vocabulary, name)

static const struct {
  const char *key;
  size_t offset;
  bool needed;
} keys[] = {
  { "id", FIELD(id), true },
  { "title_nb", FIELD(title_nb), true },
  { "title_nn", FIELD(title_nn), true },
  { "title_en", FIELD(title_en), true },
  { "scheme", FIELD(scheme), false },
  { "version", FIELD(version), false },
  { "issued", FIELD(issued), false },
  { "taken", FIELD(taken), true },
  { "source", FIELD(source), true },
  { "note", FIELD(note), false },
};

enum { KEYS = sizeof keys / sizeof keys[0] };

struct reading {
  struct sv_vocabulary *v;
  struct sv_arena *arena;
  const char *name;
  char *p;     /* the line to be read */
  size_t line; /* its number */
  bool complete_said;
  struct sv_error *err;
};

static enum sv_status fault(const struct reading *r, const char *text)
{
  return sv_fail_at(r->err, SV_INVALID, r->name, r->line ? r->line : 1, 1, "%s", sv_tr(text));
}

static const char **field(struct sv_vocabulary *v, size_t i)
{
  return (const char **)((char *)v + keys[i].offset);
}

/* Cuts the next line off; NULL at the end. */
static char *next_line(struct reading *r)
{
  char *line = r->p;
  if (!*line)
    return NULL;
  char *end = line + strcspn(line, "\n");
  r->p = *end ? end + 1 : end;
  *end = '\0';
  if (end > line && end[-1] == '\r')
    end[-1] = '\0';
  r->line++;
  return line;
}

static bool is_id(const char *text)
{
  if (!sv_is_alpha(*text))
    return false;
  for (; *text; text++)
    if (!(*text >= 'a' && *text <= 'z') && !sv_is_digit(*text) && *text != '-')
      return false;
  return true;
}

static enum sv_status set_complete(struct reading *r, const char *value)
{
  r->complete_said = true;
  r->v->complete = strcmp(value, "yes") == 0;
  if (!r->v->complete && strcmp(value, "no") != 0)
    return sv_fail_at(r->err, SV_INVALID, r->name, r->line, 10, "%s",
                      sv_tr(N_("complete takes yes or no")));
  return SV_OK;
}

static enum sv_status set_key(struct reading *r, char *line)
{
  char *value = strchr(line, '\t');
  if (!value)
    return fault(r, N_("a key and its value stand on one line with a tab between"));
  *value++ = '\0';
  if (strcmp(line, "complete") == 0)
    return set_complete(r, value);
  for (size_t i = 0; i < KEYS; i++) {
    if (strcmp(keys[i].key, line) != 0)
      continue;
    if (**field(r->v, i))
      return fault(r, N_("this key stands here twice"));
    *field(r->v, i) = value;
    return SV_OK;
  }
  return fault(r, N_("the keys of a code list are id, title_nb, title_nn, title_en, scheme, "
                     "version, "
                     "issued, taken, source, complete and note"));
}

static enum sv_status check_keys(struct reading *r)
{
  const struct sv_vocabulary *v = r->v;
  for (size_t i = 0; i < KEYS; i++)
    if (keys[i].needed && !**field(r->v, i))
      return sv_fail_at(r->err, SV_INVALID, r->name, r->line ? r->line : 1, 1,
                        N_("the code list does not say its %s"), keys[i].key);
  if (!r->complete_said)
    return fault(r, N_("the code list does not say whether it is complete: yes or no"));
  if (!is_id(v->id))
    return fault(r, N_("an id is made of small letters, digits and hyphens"));
  if (*v->scheme && !sv_uri_is_absolute(v->scheme, strlen(v->scheme), true))
    return fault(r, N_("scheme takes an absolute IRI"));
  int64_t days;
  if (!sv_date_parse(v->taken, strlen(v->taken), &days) ||
      (*v->issued && !sv_date_parse(v->issued, strlen(v->issued), &days)))
    return fault(r, N_("taken and issued take a date such as 2026-11-22"));
  return SV_OK;
}

static enum sv_status add_code(struct reading *r, char *line, struct sv_code *c)
{
  const char *cells[COLUMNS];
  size_t count = 0;
  for (char *p = line; p && count < COLUMNS; count++) {
    char *tab = strchr(p, '\t');
    cells[count] = p;
    if (tab)
      *tab++ = '\0';
    p = tab;
    if (tab && count == COLUMNS - 1)
      return fault(r, N_("a code has six columns: uri, code, label_nb, label_nn, label_en, "
                         "extra"));
  }
  if (count != COLUMNS)
    return fault(r, N_("a code has six columns: uri, code, label_nb, label_nn, label_en, extra"));
  *c = (struct sv_code){ cells[0], cells[1], cells[2], cells[3], cells[4], cells[5] };
  if (!*c->iri && !*c->code)
    return fault(r, N_("a code has an IRI, or at least a code"));
  if (*c->iri && !sv_uri_is_absolute(c->iri, strlen(c->iri), true))
    return fault(r, N_("the uri of a code is an absolute IRI"));
  if (*c->iri && sv_vocabulary_find(r->v, c->iri))
    return fault(r, N_("this uri stands here twice"));
  return sv_vocabulary_index_add(r->v->index, c);
}

static enum sv_status read_codes(struct reading *r)
{
  size_t most = 0;
  for (const char *p = r->p; *p; p++)
    most += *p == '\n';
  most++;
  if (most > CODES_MAX)
    return sv_fail_limit(r->err, "vocabulary-codes",
                         N_("the code list has more codes than the limit allows"));
  struct sv_code *codes = sv_arena_calloc(r->arena, most, sizeof *codes);
  if (!codes)
    return sv_fail(r->err, SV_NO_MEMORY, N_("memory ran out"));
  r->v->codes = codes;
  for (char *line; (line = next_line(r)); r->v->count++)
    SV_TRY(add_code(r, line, &codes[r->v->count]));
  return r->v->count ? SV_OK : fault(r, N_("the code list has no codes"));
}

static enum sv_status read_all(struct reading *r)
{
  char *line;
  while ((line = next_line(r)) && *line)
    SV_TRY(set_key(r, line));
  SV_TRY(check_keys(r));
  line = next_line(r);
  if (!line || strcmp(line, head) != 0)
    return fault(r, N_("after an empty line the table begins with its head: uri, code, label_nb, "
                       "label_nn, label_en, extra, with tabs between"));
  return read_codes(r);
}

enum sv_status sv_vocabulary_read(const char *text, size_t size, const char *name,
                                  struct sv_vocabulary **out, struct sv_error *err)
{
  if (size > BYTES_MAX)
    return sv_fail_limit(err, "vocabulary-bytes",
                         N_("the code list is larger than the limit allows"));
  struct reading r = { .name = name, .err = err };
  *out = NULL;
  if (memchr(text, '\0', size) || sv_utf8_check(text, size) != size)
    return sv_fail_at(err, SV_INVALID, name, 1, 1, N_("a code list is text in UTF-8"));
  r.v = sv_vocabulary_make(&r.arena);
  r.p = r.v ? sv_arena_copy(r.arena, text, size) : NULL;
  for (size_t i = 0; r.v && i < KEYS; i++)
    *field(r.v, i) = "";
  const enum sv_status status =
      r.p ? read_all(&r) : sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  if (status == SV_OK)
    *out = r.v;
  else
    sv_vocabulary_free(r.v);
  return status;
}
