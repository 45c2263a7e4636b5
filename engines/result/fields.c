// SPDX-License-Identifier: Apache-2.0
/* Every damage is answered with file, line, column and a sentence that names the member. */
#include "engines/result/fields.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "engines/result/run.h"

#include <string.h>

enum { SENTENCE_MAX = 512 };

/* d stands for a digit, everything else for itself. */
static const char time_shape[] = "dddd-dd-ddTdd:dd:dd.dddZ";
static const char date_shape[] = "dddd-dd-dd";

enum sv_status sv_fields_damage(const struct sv_in *in, sv_value v, const char *msgid,
                                const char *name)
{
  struct sv_buf sentence = SV_BUF(SENTENCE_MAX);
  const struct sv_arg arg = { .name = "member", .text = name };
  (void)sv_message_render(sv_tr(msgid), &arg, 1, &sentence);
  size_t line = 0;
  size_t column = 0;
  sv_doc_position(in->doc, v, &line, &column);
  const enum sv_status status =
      sv_fail_at(in->err, SV_INVALID, in->name, line, column, "%s", sv_buf_text(&sentence));
  sv_buf_free(&sentence);
  return status;
}

static const char *wrong_type(enum sv_doc_type type)
{
  switch (type) {
  case SV_DOC_STRING:
    return N_("\"{member}\" must be a text");
  case SV_DOC_ARRAY:
    return N_("\"{member}\" must be an array");
  case SV_DOC_NUMBER:
    return N_("\"{member}\" must be a whole number that is not negative");
  case SV_DOC_NULL:
  case SV_DOC_TRUE:
  case SV_DOC_FALSE:
    return N_("\"{member}\" must be true or false");
  case SV_DOC_OBJECT:
  default:
    return N_("\"{member}\" must be an object");
  }
}

enum sv_status sv_fields_member(const struct sv_in *in, sv_value object, const char *name,
                                enum sv_doc_type type, enum sv_need need, sv_value *v)
{
  *v = sv_doc_gets(in->doc, object, name);
  if (*v != SV_DOC_NONE && need == SV_OPTIONAL && sv_doc_type(in->doc, *v) == SV_DOC_NULL)
    *v = SV_DOC_NONE;
  if (*v == SV_DOC_NONE)
    return need == SV_OPTIONAL
               ? SV_OK
               : sv_fields_damage(in, object, N_("the member \"{member}\" is missing here"), name);
  return sv_doc_type(in->doc, *v) == type ? SV_OK
                                          : sv_fields_damage(in, *v, wrong_type(type), name);
}

enum sv_status sv_fields_text(const struct sv_in *in, sv_value v, const char *name,
                              const char **out)
{
  size_t size = 0;
  const char *text = sv_doc_string(in->doc, v, &size);
  if (!text)
    return sv_fields_damage(in, v, wrong_type(SV_DOC_STRING), name);
  if (memchr(text, '\0', size))
    return sv_fields_damage(
        in, v, N_("\"{member}\" holds the character U+0000, which samsvar never writes"), name);
  *out = sv_arena_copy(in->arena, text, size);
  return *out ? SV_OK : SV_NO_MEMORY;
}

enum sv_status sv_fields_texts(const struct sv_in *in, sv_value object, const char *name,
                               const char *const **out, size_t *count)
{
  sv_value list = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, name, SV_DOC_ARRAY, SV_OPTIONAL, &list));
  *count = list == SV_DOC_NONE ? 0 : sv_doc_count(in->doc, list);
  *out = NULL;
  if (*count == 0)
    return SV_OK;
  const char **items = sv_arena_calloc(in->arena, *count, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (sv_value v = sv_doc_first(in->doc, list); v != SV_DOC_NONE;
       v = sv_doc_next(in->doc, list, v))
    SV_TRY(sv_fields_text(in, v, name, &items[n++]));
  *out = items;
  return SV_OK;
}

static bool has_shape(const char *text, const char *shape)
{
  for (; *shape; shape++, text++)
    if (*shape == 'd' ? !sv_is_digit((unsigned char)*text) : *text != *shape)
      return false;
  return *text == '\0';
}

static bool is_hex64(const char *text)
{
  size_t n = 0;
  while (sv_hex((unsigned char)text[n]) >= 0)
    n++;
  return n == 64 && text[n] == '\0';
}

static enum sv_status check_text(const struct sv_in *in, sv_value v, const struct sv_field *f,
                                 const char *text)
{
  if (f->kind == SV_FIELD_TIME && !has_shape(text, time_shape))
    return sv_fields_damage(in, v, N_("\"{member}\" must be a time like 2026-11-22T08:14:07.000Z"),
                            f->name);
  if (f->kind == SV_FIELD_DATE && !has_shape(text, date_shape))
    return sv_fields_damage(in, v, N_("\"{member}\" must be a date like 2026-11-22"), f->name);
  if (f->kind == SV_FIELD_HEX && !is_hex64(text))
    return sv_fields_damage(in, v, N_("\"{member}\" must be 64 hexadecimal digits"), f->name);
  return SV_OK;
}

static unsigned word_value(enum sv_field_kind kind, const char *word)
{
  switch (kind) {
  case SV_FIELD_OUTCOME:
    return (unsigned)sv_outcome_from(word);
  case SV_FIELD_ATTRIBUTION:
    return (unsigned)sv_attribution_from(word);
  case SV_FIELD_LAYER:
    return (unsigned)sv_layer_from(word);
  case SV_FIELD_LEVEL: {
    const enum sv_level level = sv_level_from(word);
    return level && strcmp(sv_level_name(level), word) == 0 ? (unsigned)level : 0;
  }
  case SV_FIELD_MODE:
    return (unsigned)sv_mode_from(word);
  case SV_FIELD_VERDICT:
    return (unsigned)sv_verdict_from(word);
  default:
    return 0;
  }
}

static enum sv_status read_word(const struct sv_in *in, sv_value v, const struct sv_field *f,
                                void *place)
{
  const char *word = "";
  SV_TRY(sv_fields_text(in, v, f->name, &word));
  const unsigned value = word_value(f->kind, word);
  if (!value)
    return sv_fields_damage(in, v, N_("\"{member}\" has a word that samsvar does not know"),
                            f->name);
  memcpy(place, &value, sizeof value);
  return SV_OK;
}

static enum sv_status read_number(const struct sv_in *in, sv_value v, const struct sv_field *f,
                                  void *place)
{
  int64_t number = 0;
  const bool whole = sv_doc_int64(in->doc, v, &number);
  if (!whole || (f->kind != SV_FIELD_I64 && number < 0) ||
      (f->kind == SV_FIELD_U32 && number > UINT32_MAX))
    return sv_fields_damage(in, v, wrong_type(SV_DOC_NUMBER), f->name);
  const uint32_t small = (uint32_t)number;
  if (f->kind == SV_FIELD_U32)
    memcpy(place, &small, sizeof small);
  else
    memcpy(place, &number, sizeof number);
  return SV_OK;
}

static enum sv_status read_bool(const struct sv_in *in, sv_value v, const struct sv_field *f,
                                void *place)
{
  const enum sv_doc_type type = sv_doc_type(in->doc, v);
  if (type != SV_DOC_TRUE && type != SV_DOC_FALSE)
    return sv_fields_damage(in, v, wrong_type(SV_DOC_TRUE), f->name);
  const bool value = type == SV_DOC_TRUE;
  memcpy(place, &value, sizeof value);
  return SV_OK;
}

static enum sv_status read_text(const struct sv_in *in, sv_value v, const struct sv_field *f,
                                void *place)
{
  const char *text = "";
  SV_TRY(sv_fields_text(in, v, f->name, &text));
  SV_TRY(check_text(in, v, f, text));
  memcpy(place, &text, sizeof text);
  return SV_OK;
}

static enum sv_status read_one(const struct sv_in *in, sv_value v, const struct sv_field *f,
                               void *place)
{
  switch (f->kind) {
  case SV_FIELD_TEXT:
  case SV_FIELD_TIME:
  case SV_FIELD_DATE:
  case SV_FIELD_HEX:
    return read_text(in, v, f, place);
  case SV_FIELD_U32:
  case SV_FIELD_U64:
  case SV_FIELD_I64:
    return read_number(in, v, f, place);
  case SV_FIELD_BOOL:
    return read_bool(in, v, f, place);
  default:
    return read_word(in, v, f, place);
  }
}

enum sv_status sv_fields_read(const struct sv_in *in, sv_value object, const struct sv_field *table,
                              size_t count, void *out)
{
  for (size_t i = 0; i < count; i++) {
    sv_value v = sv_doc_gets(in->doc, object, table[i].name);
    if (v != SV_DOC_NONE && table[i].need == SV_OPTIONAL && sv_doc_type(in->doc, v) == SV_DOC_NULL)
      v = SV_DOC_NONE;
    if (v != SV_DOC_NONE)
      SV_TRY(read_one(in, v, &table[i], (char *)out + table[i].offset));
    else if (table[i].need == SV_REQUIRED)
      return sv_fields_damage(in, object, N_("the member \"{member}\" is missing here"),
                              table[i].name);
  }
  return SV_OK;
}
