// SPDX-License-Identifier: Apache-2.0
/* Findings about exchanges: kept, placed in the document, and forgotten. */
#include "engines/openapi/exchange_judge.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "engines/base/lang.h"

#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)256 << 20)
enum { FINDINGS_MAX = 1000, FOUND_MAX = 120 };

static const char *const names[] = {
  [SV_EXCHANGE_STATUS] = "status",
  [SV_EXCHANGE_MEDIA_TYPE] = "media-type",
  [SV_EXCHANGE_NO_MEDIA_TYPE] = "no-media-type",
  [SV_EXCHANGE_BAD_MEDIA_TYPE] = "bad-media-type",
  [SV_EXCHANGE_BODY_MALFORMED] = "body-malformed",
  [SV_EXCHANGE_BODY_MISSING] = "body-missing",
  [SV_EXCHANGE_BODY_UNDECLARED] = "body-undeclared",
  [SV_EXCHANGE_BODY] = "body",
  [SV_EXCHANGE_READ_ONLY] = "read-only",
  [SV_EXCHANGE_WRITE_ONLY] = "write-only",
  [SV_EXCHANGE_HEADER_MISSING] = "header-missing",
  [SV_EXCHANGE_HEADER] = "header",
  [SV_EXCHANGE_PARAMETER_MISSING] = "parameter-missing",
  [SV_EXCHANGE_PARAMETER] = "parameter",
  [SV_EXCHANGE_PARAMETER_UNDECLARED] = "parameter-undeclared",
};

const char *sv_exchange_kind_name(enum sv_exchange_kind kind)
{
  return (size_t)kind < sizeof names / sizeof names[0] ? names[kind] : "";
}

struct sv_exchange *sv_exchange_new(const struct sv_operations *t)
{
  struct sv_exchange *x = calloc(1, sizeof *x);
  if (!x)
    return NULL;
  x->operations = t;
  x->api = sv_operations_api(t);
  x->arena = SV_ARENA(ARENA_MAX);
  return x;
}

void sv_exchange_clear(struct sv_exchange *x)
{
  sv_arena_free(&x->arena);
  x->count = x->gap_count = 0;
}

void sv_exchange_free(struct sv_exchange *x)
{
  if (!x)
    return;
  sv_arena_free(&x->arena);
  free(x->findings);
  free(x->gaps);
  free(x);
}

const struct sv_exchange_finding *sv_exchange_findings(const struct sv_exchange *x, size_t *count)
{
  *count = x->count;
  return x->findings;
}

const struct sv_exchange_gap *sv_exchange_gaps(const struct sv_exchange *x, size_t *count)
{
  *count = x->gap_count;
  return x->gaps;
}

static const char *keep(struct sv_exchange *x, const char *text)
{
  return text ? sv_arena_strdup(&x->arena, text) : NULL;
}

/* Fills in where in the document F stands. */
static enum sv_status place(struct sv_exchange *x, struct sv_exchange_finding *f)
{
  if (!f->where.doc)
    return SV_OK;
  struct sv_buf pointer = SV_BUF((size_t)64 << 10);
  (void)sv_openapi_pointer(f->where, &pointer);
  f->document_pointer = sv_arena_strdup(&x->arena, sv_buf_text(&pointer));
  sv_buf_free(&pointer);
  f->file = sv_openapi_file_name(x->api, f->where.file);
  sv_openapi_position(f->where, &f->line, &f->column);
  return f->document_pointer ? SV_OK : SV_NO_MEMORY;
}

enum sv_status sv_exchange_say(struct sv_exchange *x, const struct sv_exchange_finding *f)
{
  if (x->count >= FINDINGS_MAX)
    return SV_OK;
  if (x->count == x->room) {
    const size_t room = x->room ? x->room * 2 : 16;
    struct sv_exchange_finding *more = realloc(x->findings, room * sizeof *more);
    if (!more)
      return SV_NO_MEMORY;
    x->findings = more;
    x->room = room;
  }
  struct sv_exchange_finding own = *f;
  own.name = keep(x, f->name);
  own.pointer = keep(x, f->pointer);
  own.keyword = keep(x, f->keyword);
  for (size_t i = 0; i < own.message.count; i++)
    own.message.args[i].text = keep(x, f->message.args[i].text);
  SV_TRY(place(x, &own));
  x->findings[x->count++] = own;
  return SV_OK;
}

enum sv_status sv_exchange_tell(struct sv_exchange *x, const struct sv_exchange_finding *f,
                                const char *msgid, const char *found)
{
  struct sv_exchange_finding own = *f;
  char text[FOUND_MAX + 8];
  own.message = (struct sv_message){ .msgid = msgid };
  own.message.args[own.message.count++] =
      (struct sv_arg){ .name = "name", .text = f->name ? f->name : "" };
  if (found) {
    const size_t size = sv_text_fit(found, strlen(found), FOUND_MAX);
    memcpy(text, found, size);
    memcpy(text + size, found[size] ? "…" : "", found[size] ? sizeof "…" : 1);
    own.message.args[own.message.count++] = (struct sv_arg){ .name = "found", .text = text };
  }
  return sv_exchange_say(x, &own);
}

enum sv_status sv_exchange_gap_add(struct sv_exchange *x, const char *limit,
                                   const struct sv_error *why, struct sv_openapi_node where)
{
  if (x->gap_count >= FINDINGS_MAX)
    return SV_OK;
  if (x->gap_count == x->gap_room) {
    const size_t room = x->gap_room ? x->gap_room * 2 : 8;
    struct sv_exchange_gap *more = realloc(x->gaps, room * sizeof *more);
    if (!more)
      return SV_NO_MEMORY;
    x->gaps = more;
    x->gap_room = room;
  }
  x->gaps[x->gap_count] = (struct sv_exchange_gap){
    .limit = limit, .sentence = sv_arena_strdup(&x->arena, why->text), .where = where
  };
  return x->gaps[x->gap_count++].sentence ? SV_OK : SV_NO_MEMORY;
}

const char *sv_exchange_header(const struct sv_exchange_message *m, const char *name)
{
  for (size_t i = 0; i < m->header_count; i++)
    if (sv_equal_nocase(m->headers[i].name, name))
      return m->headers[i].value;
  return NULL;
}

enum sv_status sv_exchange_value(struct sv_exchange *x, struct sv_openapi_node schema,
                                 const json_t *value, bool is_request, bool *valid,
                                 struct sv_error *err)
{
  const struct sv_exchange_part part = {
    .kind = SV_EXCHANGE_BODY, .in = SV_OPENAPI_NOWHERE, .schema = schema, .is_request = is_request
  };
  const size_t gaps = x->gap_count;
  const enum sv_status status = sv_exchange_judge_json(x, &part, value, valid);
  if (status == SV_OK && x->gap_count > gaps)
    return sv_fail_limit(err, x->gaps[gaps].limit, "%s", x->gaps[gaps].sentence);
  return status;
}
