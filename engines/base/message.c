// SPDX-License-Identifier: Apache-2.0
/* Filling the places of a message. */
#include "engines/base/message.h"

#include "engines/base/lang.h"

#include <inttypes.h>
#include <string.h>

static const struct sv_arg *find(const struct sv_arg *args, size_t count, const char *name, size_t size)
{
  for (size_t i = 0; i < count; i++)
    if (strlen(args[i].name) == size && memcmp(args[i].name, name, size) == 0)
      return &args[i];
  return NULL;
}

/* {why} is always a sentence of ours, and said in the reader's language as well. */
static const char *text_of(const struct sv_arg *arg)
{
  return strcmp(arg->name, "why") == 0 && arg->text[0] ? sv_tr(arg->text) : arg->text;
}

enum sv_status sv_message_render(const char *sentence, const struct sv_arg *args, size_t count,
                                 struct sv_buf *out)
{
  const char *p = sentence;
  while (*p) {
    const char *open = strchr(p, '{');
    const char *close = open ? strchr(open, '}') : NULL;
    if (!close)
      return sv_buf_adds(out, p);
    SV_TRY(sv_buf_add(out, p, (size_t)(open - p)));
    const struct sv_arg *arg = find(args, count, open + 1, (size_t)(close - open - 1));
    if (!arg) {
      SV_TRY(sv_buf_addc(out, '{'));
      p = open + 1;
      continue;
    }
    SV_TRY(arg->text ? sv_buf_adds(out, text_of(arg)) : sv_buf_addf(out, "%" PRId64, arg->number));
    p = close + 1;
  }
  return out->failed;
}

const struct sv_arg *sv_args_from_json(struct sv_arena *a, const json_t *object, size_t *count)
{
  *count = 0;
  const size_t size = json_object_size(object);
  struct sv_arg *args = size ? sv_arena_calloc(a, size, sizeof *args) : NULL;
  if (!args)
    return NULL;
  const char *name;
  json_t *value;
  size_t n = 0;
  /* The iterator only reads; jansson's macro asks for a pointer that is not const. */
  json_object_foreach((json_t *)(uintptr_t)object, name, value)
  {
    if (!json_is_string(value) && !json_is_integer(value))
      continue;
    args[n].name = sv_arena_strdup(a, name);
    args[n].text = sv_arena_strdup(a, json_string_value(value));
    args[n].number = json_integer_value(value);
    if (!args[n].name || (json_is_string(value) && !args[n].text))
      return NULL;
    n++;
  }
  *count = n;
  return args;
}
