// SPDX-License-Identifier: Apache-2.0
/* Findings: kept with their sentence's places, put in order at the end. */
#include "engines/openapi/check.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/base/utf8.h"
#include "engines/openapi/match.h"

#include <stdlib.h>
#include <string.h>

#define PLACE_MAX 160 /* bytes of what goes into a place */

/* A copy of at most PLACE_MAX bytes, without identity numbers. */
static const char *place(struct sv_openapi *api, const char *text)
{
  size_t size = strlen(text);
  char *copy = sv_arena_alloc(&api->arena, (size > PLACE_MAX ? PLACE_MAX : size) + 4);
  if (!copy)
    return "";
  const bool cut = size > PLACE_MAX;
  if (cut) {
    size = PLACE_MAX;
    while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
      size--;
  }
  memcpy(copy, text, size);
  memcpy(copy + size, cut ? "\xE2\x80\xA6" : "", cut ? 4 : 1);
  sv_idnumber_hide(copy, size);
  return copy;
}

static struct sv_openapi_finding *add(struct sv_openapi *api)
{
  api->finding_total++;
  if (api->finding_count >= api->limits.findings)
    return NULL;
  if (api->finding_count == api->finding_room) {
    const size_t room = api->finding_room ? api->finding_room * 2 : 64;
    struct sv_openapi_finding *more = realloc(api->findings, room * sizeof *more);
    if (!more) {
      api->check_status = SV_NO_MEMORY;
      return NULL;
    }
    api->findings = more;
    api->finding_room = room;
  }
  return &api->findings[api->finding_count++];
}

void sv_openapi_say(struct sv_openapi *api, const struct sv_openapi_said *s,
                    const struct sv_arg *args)
{
  struct sv_openapi_finding *f = add(api);
  if (!f)
    return;
  *f = (struct sv_openapi_finding){
    .rule = s->rule, .is_error = !s->warning, .message.msgid = s->msgid, .where = s->where
  };
  for (; args && args->name && f->message.count < SV_MESSAGE_ARGS_MAX; args++) {
    f->message.args[f->message.count] = *args;
    if (args->text)
      f->message.args[f->message.count].text = place(api, args->text);
    f->message.count++;
  }
  sv_value at = f->where.value;
  if (s->at_name && at != SV_DOC_ROOT) {
    const sv_value holder = sv_doc_parent(f->where.doc, at);
    if (holder != SV_DOC_NONE && sv_doc_type(f->where.doc, holder) == SV_DOC_OBJECT)
      at = sv_doc_key(f->where.doc, at);
  }
  f->file = sv_openapi_file_name(api, f->where.file);
  sv_openapi_position((struct sv_openapi_node){ f->where.doc, at, f->where.file }, &f->line,
                      &f->column);
}

void sv_openapi_position(struct sv_openapi_node n, size_t *line, size_t *column)
{
  const sv_value name = sv_match_name(n);
  sv_doc_position(n.doc, n.value, line, column);
  if (name == SV_DOC_NONE || sv_doc_type(n.doc, n.value) < SV_DOC_ARRAY ||
      sv_doc_syntax(n.doc) != SV_DOC_YAML)
    return;
  size_t at, beside;
  sv_doc_position(n.doc, name, &at, &beside);
  if (at >= *line)
    return;
  *line = at;
  *column = beside;
}

const char *sv_openapi_excerpt(struct sv_openapi *api, struct sv_openapi_node n)
{
  struct sv_buf text = SV_BUF(256);
  (void)sv_doc_excerpt(n.doc, n.value, 60, &text);
  const char *copy = place(api, sv_buf_text(&text));
  sv_buf_free(&text);
  return copy;
}

const char *sv_openapi_cut(struct sv_openapi *api, const char *text, size_t size)
{
  char *copy = sv_arena_copy(&api->arena, text, size > 4 * PLACE_MAX ? 4 * PLACE_MAX : size);
  return copy ? copy : "";
}

static int compare(const void *x, const void *y)
{
  const struct sv_openapi_finding *a = x, *b = y;
  if (a->where.file != b->where.file)
    return a->where.file < b->where.file ? -1 : 1;
  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  if (a->column != b->column)
    return a->column < b->column ? -1 : 1;
  const int rule = strcmp(a->rule, b->rule);
  return rule ? rule : strcmp(a->message.msgid, b->message.msgid);
}

void sv_openapi_sort(struct sv_openapi *api)
{
  if (api->finding_count > 1)
    qsort(api->findings, api->finding_count, sizeof *api->findings, compare);
}
