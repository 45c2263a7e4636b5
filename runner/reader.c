// SPDX-License-Identifier: Apache-2.0
/* Reading our own JSON files by tables of their members. */
#include "runner/reader.h"

#include "engines/base/file.h"
#include "engines/result/run.h"
#include "runner/reader_fault.h"

#include <samsvar/plugin.h>

#include <string.h>

enum { NODES_MAX = 400000, KEY_MAX = 256, LIST_MAX = 4096, MEMBERS_MAX = 32 };

static enum sv_status fill(const struct sv_reader *r, sv_value v, const struct sv_member *m,
                           char *out);

enum sv_status sv_reader_open(struct sv_reader *r, const void *data, size_t size)
{
  static const struct sv_doc_limits limits = { .bytes = SV_READER_BYTES_MAX,
                                               .depth = SV_READER_DEPTH_MAX,
                                               .nodes = NODES_MAX,
                                               .key_bytes = KEY_MAX };
  struct sv_doc_finding fault = { 0 };
  struct sv_error said = { 0 };
  const struct sv_doc_options options = {
    .syntax = SV_DOC_JSON, .name = r->name, .limits = &limits, .fault = &fault
  };
  r->doc = NULL;
  const enum sv_status status = sv_doc_parse(data, size, &options, &r->doc, &said);
  if (status == SV_NO_MEMORY)
    return sv_fail(r->err, status, "memory ran out");
  if (status != SV_OK)
    return sv_reader_malformed(r, data, size, &fault, &said);
  size_t count = 0;
  const struct sv_doc_finding *findings = sv_doc_findings(r->doc, &count, NULL);
  for (size_t i = 0; i < count; i++)
    if (findings[i].is_error)
      return sv_reader_malformed(r, data, size, &findings[i], &said);
  return SV_OK;
}

enum sv_status sv_reader_open_file(struct sv_reader *r, const char *path)
{
  struct sv_buf text = SV_BUF(SV_READER_BYTES_MAX);
  r->name = path;
  r->doc = NULL;
  enum sv_status status = sv_file_read(path, &text, r->err);
  if (status == SV_OK)
    status = sv_reader_open(r, sv_buf_text(&text), text.size);
  sv_buf_free(&text);
  return status == SV_LIMIT ? SV_INVALID : status;
}

void sv_reader_close(struct sv_reader *r)
{
  sv_doc_free(r->doc);
  r->doc = NULL;
}

const char *sv_reader_key(const struct sv_reader *r, sv_value v)
{
  size_t size = 0;
  const char *key = sv_doc_string(r->doc, sv_doc_key(r->doc, v), &size);
  if (!key || memchr(key, '\0', size))
    return NULL;
  return sv_arena_copy(r->arena, key, size);
}

enum sv_status sv_reader_string(const struct sv_reader *r, sv_value v, const char *what,
                                const char **out)
{
  size_t size = 0;
  const char *text = sv_doc_string(r->doc, v, &size);
  if (!text)
    return sv_reader_fault(r, v, N_("{name} must be a text."), "name", what, NULL);
  if (size == 0)
    return sv_reader_fault(r, v, N_("{name} must not be empty."), "name", what, NULL);
  if (memchr(text, '\0', size))
    return sv_reader_fault(r, v, N_("{name} must not hold the character U+0000."), "name", what,
                           NULL);
  *out = sv_arena_copy(r->arena, text, size);
  return *out ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status fill_bool(const struct sv_reader *r, sv_value v, const struct sv_member *m,
                                char *out)
{
  const enum sv_doc_type type = sv_doc_type(r->doc, v);
  if (type != SV_DOC_TRUE && type != SV_DOC_FALSE)
    return sv_reader_fault(r, v, N_("{name} must be true or false."), "name", m->name, NULL);
  const bool value = type == SV_DOC_TRUE;
  memcpy(out + m->offset, &value, sizeof value);
  return SV_OK;
}

static enum sv_status fill_uint(const struct sv_reader *r, sv_value v, const struct sv_member *m,
                                char *out)
{
  int64_t number = 0;
  if (sv_doc_type(r->doc, v) != SV_DOC_NUMBER || !sv_doc_int64(r->doc, v, &number) ||
      number < m->least || number > m->most) {
    const char *least = sv_arena_printf(r->arena, "%u", m->least);
    const char *most = sv_arena_printf(r->arena, "%u", m->most);
    return sv_reader_fault(r, v, N_("{name} must be a whole number from {least} to {most}."),
                           "name", m->name, "least", least, "most", most, NULL);
  }
  const unsigned value = (unsigned)number;
  memcpy(out + m->offset, &value, sizeof value);
  return SV_OK;
}

static enum sv_status fill_text(const struct sv_reader *r, sv_value v, const struct sv_member *m,
                                char *out)
{
  static const struct sv_member languages[] = {
    { .name = "nb", .kind = SV_MEMBER_STRING, .offset = offsetof(struct sv_text, nb) },
    { .name = "nn", .kind = SV_MEMBER_STRING, .offset = offsetof(struct sv_text, nn) },
    { .name = "en",
      .kind = SV_MEMBER_STRING,
      .offset = offsetof(struct sv_text, en),
      .required = true },
    { .kind = SV_MEMBER_END },
  };
  if (sv_doc_type(r->doc, v) != SV_DOC_OBJECT)
    return sv_reader_fault(r, v, N_("{name} must be an object with the languages nb, nn and en."),
                           "name", m->name, NULL);
  struct sv_text text = { 0 };
  SV_TRY(sv_reader_object(r, v, languages, &text));
  memcpy(out + m->offset, &text, sizeof text);
  return SV_OK;
}

static enum sv_status fill_strings(const struct sv_reader *r, sv_value v, const struct sv_member *m,
                                   char *out)
{
  if (sv_doc_type(r->doc, v) != SV_DOC_ARRAY)
    return sv_reader_fault(r, v, N_("{name} must be a list of texts."), "name", m->name, NULL);
  const size_t count = sv_doc_count(r->doc, v);
  if (count > LIST_MAX)
    return sv_reader_fault(r, v, N_("{name} has too many entries."), "name", m->name, NULL);
  const char **items = sv_arena_calloc(r->arena, count + 1, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  size_t i = 0;
  for (sv_value e = sv_doc_first(r->doc, v); e != SV_DOC_NONE; e = sv_doc_next(r->doc, v, e), i++) {
    SV_TRY(sv_reader_string(r, e, m->name, &items[i]));
    for (size_t j = 0; j < i; j++)
      if (strcmp(items[j], items[i]) == 0)
        return sv_reader_fault(r, e, N_("{value} stands here twice."), "value", items[i], NULL);
  }
  const char *const *list = items;
  memcpy(out + m->offset, &list, sizeof list);
  memcpy(out + m->offset + sizeof list, &count, sizeof count);
  return SV_OK;
}

static enum sv_status fill(const struct sv_reader *r, sv_value v, const struct sv_member *m,
                           char *out)
{
  const char *text = NULL;
  switch (m->kind) {
  case SV_MEMBER_STRING:
    SV_TRY(sv_reader_string(r, v, m->name, &text));
    memcpy(out + m->offset, &text, sizeof text);
    return SV_OK;
  case SV_MEMBER_BOOL:
    return fill_bool(r, v, m, out);
  case SV_MEMBER_UINT:
    return fill_uint(r, v, m, out);
  case SV_MEMBER_TEXT:
    return fill_text(r, v, m, out);
  case SV_MEMBER_STRINGS:
    return fill_strings(r, v, m, out);
  case SV_MEMBER_VALUE:
    memcpy(out + m->offset, &v, sizeof v);
    return SV_OK;
  case SV_MEMBER_ANY:
  case SV_MEMBER_END:
    return SV_OK;
  }
  return SV_INTERNAL;
}

static const struct sv_member *find(const struct sv_member *table, const struct sv_reader *r,
                                    sv_value key)
{
  for (; table->kind != SV_MEMBER_END; table++)
    if (sv_doc_is_text(r->doc, key, table->name))
      return table;
  return NULL;
}

static enum sv_status unknown_member(const struct sv_reader *r, sv_value v,
                                     const struct sv_member *table)
{
  const char *names[MEMBERS_MAX];
  size_t count = 0;
  for (; table->kind != SV_MEMBER_END && count < MEMBERS_MAX; table++)
    names[count++] = table->name;
  const char *key = sv_reader_key(r, v);
  return sv_reader_unknown_name(r, v, key ? key : "?", names, count);
}

enum sv_status sv_reader_object(const struct sv_reader *r, sv_value v,
                                const struct sv_member *table, void *out)
{
  if (sv_doc_type(r->doc, v) != SV_DOC_OBJECT)
    return sv_reader_fault(r, v, N_("An object, { }, must stand here."), NULL);
  static const sv_value none = SV_DOC_NONE;
  for (const struct sv_member *m = table; m->kind != SV_MEMBER_END; m++)
    if (m->kind == SV_MEMBER_VALUE)
      memcpy((char *)out + m->offset, &none, sizeof none);
  for (sv_value e = sv_doc_first(r->doc, v); e != SV_DOC_NONE; e = sv_doc_next(r->doc, v, e)) {
    const struct sv_member *m = find(table, r, sv_doc_key(r->doc, e));
    if (!m)
      return unknown_member(r, e, table);
    SV_TRY(fill(r, e, m, out));
  }
  for (const struct sv_member *m = table; m->kind != SV_MEMBER_END; m++)
    if (m->required && sv_doc_gets(r->doc, v, m->name) == SV_DOC_NONE)
      return sv_reader_fault(r, v, N_("The member {name} is missing."), "name", m->name, NULL);
  return SV_OK;
}

enum sv_status sv_reader_json(const struct sv_reader *r, sv_value v, json_t **out)
{
  size_t size = 0;
  const char *source = sv_doc_source(r->doc, &size);
  const size_t offset = sv_doc_offset(r->doc, v);
  *out = json_loadb(source + offset, size - offset,
                    JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
  if (!*out)
    return sv_reader_fault(r, v, N_("This value holds a number that is too large."), NULL);
  return SV_OK;
}
