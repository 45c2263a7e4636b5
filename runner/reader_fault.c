// SPDX-License-Identifier: Apache-2.0
/* Faults in our own files, as sentences with a place. */
#include "runner/reader_fault.h"

#include "engines/base/buf.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "engines/base/suggest.h"

#include <samsvar/plugin.h>

#include <stdarg.h>
#include <string.h>

enum { ARGS_MAX = 8, SENTENCE_MAX = 4096, VALUE_MAX = 200 };

struct place {
  size_t line, column;
};

static struct place place_of(const struct sv_reader *r, sv_value v)
{
  struct place at = { 1, 1 };
  if (r->doc && v != SV_DOC_NONE)
    sv_doc_position(r->doc, v, &at.line, &at.column);
  return at;
}

/* A value may be long and is not ours: it is cut, and control characters do not reach the terminal.
 */
static const char *tame(const struct sv_reader *r, const char *text)
{
  const size_t size = strlen(text);
  const size_t most = size > VALUE_MAX ? VALUE_MAX : size;
  struct sv_buf out = SV_BUF(SENTENCE_MAX);
  size_t i = 0;
  for (; i < most; i++)
    (void)sv_buf_addc(&out, (unsigned char)text[i] < ' ' || text[i] == 0x7f ? '?' : text[i]);
  while (i < size && ((unsigned char)text[i] & 0xc0) == 0x80)
    (void)sv_buf_addc(&out, text[i++]);
  if (i < size)
    (void)sv_buf_adds(&out, "…");
  const char *copy = sv_arena_strdup(r->arena, sv_buf_text(&out));
  sv_buf_free(&out);
  return copy ? copy : "";
}

static enum sv_status say(const struct sv_reader *r, struct place at, const char *msgid,
                          va_list list)
{
  struct sv_arg args[ARGS_MAX];
  size_t count = 0;
  for (const char *name = va_arg(list, const char *); name && count < ARGS_MAX;
       name = va_arg(list, const char *)) {
    const char *text = va_arg(list, const char *);
    args[count++] = (struct sv_arg){ name, tame(r, text ? text : ""), 0 };
  }
  struct sv_buf line = SV_BUF(SENTENCE_MAX);
  (void)sv_message_render(sv_tr(msgid), args, count, &line);
  (void)sv_fail_at(r->err, SV_INVALID, r->name, at.line, at.column, "%s", sv_buf_text(&line));
  sv_buf_free(&line);
  return SV_INVALID;
}

static enum sv_status say_at(const struct sv_reader *r, struct place at, const char *msgid, ...)
{
  va_list list;
  va_start(list, msgid);
  const enum sv_status status = say(r, at, msgid, list);
  va_end(list);
  return status;
}

enum sv_status sv_reader_fault(const struct sv_reader *r, sv_value v, const char *msgid, ...)
{
  va_list list;
  va_start(list, msgid);
  const enum sv_status status = say(r, place_of(r, v), msgid, list);
  va_end(list);
  return status;
}

enum sv_status sv_reader_fault_key(const struct sv_reader *r, sv_value v, const char *msgid, ...)
{
  va_list list;
  va_start(list, msgid);
  const enum sv_status status = say(r, place_of(r, sv_doc_key(r->doc, v)), msgid, list);
  va_end(list);
  return status;
}

/* The names with commas between them, in the arena. */
static const char *join(const struct sv_reader *r, const char *const *names, size_t count)
{
  struct sv_buf out = SV_BUF(SENTENCE_MAX);
  for (size_t i = 0; i < count; i++)
    (void)sv_buf_addf(&out, "%s%s", i ? ", " : "", names[i]);
  const char *text = sv_arena_strdup(r->arena, sv_buf_text(&out));
  sv_buf_free(&out);
  return text ? text : "";
}

enum sv_status sv_reader_unknown_name(const struct sv_reader *r, sv_value v, const char *word,
                                      const char *const *names, size_t count)
{
  const char *near = sv_suggest(word, names, count);
  if (near)
    return sv_reader_fault_key(r, v, N_("The member {name} is unknown. Did you mean {suggestion}?"),
                               "name", word, "suggestion", near, NULL);
  return say_at(r, place_of(r, sv_doc_key(r->doc, v)),
                N_("The member {name} is unknown. Known here: {names}."), "name", word, "names",
                join(r, names, count), NULL);
}

enum sv_status sv_reader_unknown(const struct sv_reader *r, sv_value v, const char *what,
                                 const char *word, const char *const *names, size_t count)
{
  const char *near = sv_suggest(word, names, count);
  if (near)
    return sv_reader_fault(r, v, N_("{name} cannot be {value}. Did you mean {suggestion}?"), "name",
                           what, "value", word, "suggestion", near, NULL);
  return sv_reader_fault(r, v, N_("{name} cannot be {value}. It is one of {names}."), "name", what,
                         "value", word, "names", join(r, names, count), NULL);
}

enum sv_status sv_reader_malformed(const struct sv_reader *r, const char *data, size_t size,
                                   const struct sv_doc_finding *fault, const struct sv_error *said)
{
  const struct place at = { fault->line ? fault->line : 1, fault->column ? fault->column : 1 };
  const char c = fault->offset < size ? data[fault->offset] : '\0';
  if (fault->kind == SV_DOC_MALFORMED && (c == '/' || c == '#'))
    return say_at(r, at, N_("JSON has no comments; remove this one."), NULL);
  if (!fault->msgid)
    return say_at(r, at, "{text}", "text", said->text, NULL);
  struct sv_buf line = SV_BUF(SENTENCE_MAX);
  (void)sv_doc_finding_text(fault, sv_tr(fault->msgid), &line);
  (void)sv_fail_at(r->err, SV_INVALID, r->name, at.line, at.column, "%s", sv_buf_text(&line));
  sv_buf_free(&line);
  if (r->err && said->limit)
    r->err->limit = said->limit;
  return SV_INVALID;
}
