// SPDX-License-Identifier: Apache-2.0
/* Subtrees to Jansson by recursion that the depth limit bounds; back by way of text. */
#include "engines/doc/bridge.h"
#include "engines/doc/tape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { JSON_NODES_MAX = 1000000 };

struct copy {
  const struct sv_doc *doc;
  size_t left;
  struct sv_error *err;
  enum sv_status status;
};

static json_t *fail(struct copy *c, enum sv_status status, sv_value v, const char *message)
{
  size_t line, column;
  sv_doc_position(c->doc, v, &line, &column);
  if (c->status == SV_OK)
    c->status = sv_fail_at(c->err, status, sv_doc_name(c->doc), line, column, "%s", message);
  return NULL;
}

static json_t *number(struct copy *c, sv_value v)
{
  int64_t whole;
  size_t size;
  const char *text = sv_doc_number(c->doc, v, &size);
  const bool plain =
      !memchr(text, '.', size) && !memchr(text, 'e', size) && !memchr(text, 'E', size);
  if (plain && sv_doc_int64(c->doc, v, &whole))
    return json_integer(whole);
  const double value = sv_doc_double(c->doc, v);
  if (!isfinite(value))
    return fail(c, SV_INVALID, v, "This number is too big to be worked with.");
  return json_real(value);
}

static json_t *value(struct copy *c, sv_value v, int depth);

static json_t *array(struct copy *c, sv_value v, int depth)
{
  json_t *out = json_array();
  for (sv_value x = sv_doc_first(c->doc, v); out && x != SV_DOC_NONE; x = sv_doc_next(c->doc, v, x))
    if (json_array_append_new(out, value(c, x, depth)) != 0) {
      json_decref(out);
      return NULL;
    }
  return out;
}

static json_t *object(struct copy *c, sv_value v, int depth)
{
  json_t *out = json_object();
  for (sv_value x = sv_doc_first(c->doc, v); out && x != SV_DOC_NONE;
       x = sv_doc_next(c->doc, v, x)) {
    size_t size;
    const char *key = sv_doc_string(c->doc, sv_doc_key(c->doc, x), &size);
    char *name = memchr(key, 0, size) ? NULL : strndup(key, size);
    if (memchr(key, 0, size))
      (void)fail(c, SV_INVALID, sv_doc_key(c->doc, x), "This name holds U+0000; use another name.");
    if (!name || json_object_set_new(out, name, value(c, x, depth)) != 0) {
      json_decref(out);
      out = NULL;
    }
    free(name);
  }
  return out;
}

static json_t *value(struct copy *c, sv_value v, int depth)
{
  size_t size;
  if (c->left-- == 0 || depth == 0) {
    c->left = 0;
    (void)fail(c, SV_LIMIT, v, "The document stands for more values than the limit allows.");
    return NULL;
  }
  switch (sv_doc_type(c->doc, v)) {
  case SV_DOC_NULL:
    return json_null();
  case SV_DOC_FALSE:
    return json_false();
  case SV_DOC_TRUE:
    return json_true();
  case SV_DOC_NUMBER:
    return number(c, v);
  case SV_DOC_STRING: {
    const char *text = sv_doc_string(c->doc, v, &size);
    return json_stringn(text, size);
  }
  case SV_DOC_ARRAY:
    return array(c, v, depth - 1);
  default:
    return object(c, v, depth - 1);
  }
}

enum sv_status sv_doc_to_json(const struct sv_doc *d, sv_value v, size_t nodes, json_t **out,
                              struct sv_error *err)
{
  struct copy c = { .doc = d, .left = nodes, .err = err };
  const bool first = err && err->text[0] == '\0';
  *out = value(&c, v, SV_DOC_DEPTH_MAX + 1);
  if (*out)
    return SV_OK;
  if (c.status == SV_LIMIT && first)
    err->limit = "nodes";
  return c.status ? c.status : sv_fail(err, SV_NO_MEMORY, "There is not enough memory.");
}

enum sv_status sv_doc_from_json(const json_t *j, const struct sv_doc_options *opt,
                                struct sv_doc **out, struct sv_error *err)
{
  *out = NULL;
  char *text = json_dumps(j, JSON_COMPACT | JSON_ENCODE_ANY);
  if (!text)
    return sv_fail(err, SV_NO_MEMORY, "There is not enough memory.");
  struct sv_doc_options own = opt ? *opt : (struct sv_doc_options){ 0 };
  own.borrowed = false;
  own.syntax = SV_DOC_JSON;
  const enum sv_status status = sv_doc_parse(text, strlen(text), &own, out, err);
  free(text);
  return status;
}

json_t *sv_doc_json(const void *text, size_t size)
{
  const char *p = text;
  size_t i = size >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (i < size && strchr(" \t\r\n", p[i]) && p[i])
    i++;
  const bool is_json = i < size && p[i] == '{';
  const struct sv_doc_options opt = { .syntax = is_json ? SV_DOC_JSON : SV_DOC_YAML,
                                      .borrowed = true };
  struct sv_doc *doc = NULL;
  json_t *out = NULL;
  if (size && sv_doc_parse(text, size, &opt, &doc, NULL) == SV_OK &&
      sv_doc_type(doc, SV_DOC_ROOT) == SV_DOC_OBJECT &&
      sv_doc_to_json(doc, SV_DOC_ROOT, JSON_NODES_MAX, &out, NULL) != SV_OK)
    out = NULL;
  sv_doc_free(doc);
  return out;
}
