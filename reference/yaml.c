// SPDX-License-Identifier: Apache-2.0
/* A writer for the YAML form of the OpenAPI document. Scalars are written as JSON, which YAML 1.2
 * contains. */
#include "reference/yaml.h"

#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>

enum { DEPTH_MAX = 60 };

static void write_value(const json_t *v, int depth, struct sv_buf *out);

static void indent(int depth, struct sv_buf *out)
{
  sv_buf_addf(out, "%*s", 2 * depth, "");
}

static void write_scalar(const json_t *v, struct sv_buf *out)
{
  char *text = json_dumps(v, JSON_ENCODE_ANY | JSON_COMPACT);
  if (text)
    sv_buf_adds(out, text);
  else
    out->failed = SV_NO_MEMORY;
  free(text);
}

static void write_object(const json_t *v, int depth, struct sv_buf *out)
{
  void *entries = json_object_iter((json_t *)(uintptr_t)v);
  for (void *it = entries; it; it = json_object_iter_next((json_t *)(uintptr_t)v, it)) {
    indent(depth, out);
    json_t *key = json_string(json_object_iter_key(it));
    write_scalar(key, out);
    json_decref(key);
    sv_buf_addc(out, ':');
    write_value(json_object_iter_value(it), depth + 1, out);
  }
}

static void write_array(const json_t *v, int depth, struct sv_buf *out)
{
  for (size_t i = 0; i < json_array_size(v); i++) {
    indent(depth, out);
    sv_buf_addc(out, '-');
    write_value(json_array_get(v, i), depth + 1, out);
  }
}

/* Writes V after a key or a dash, and ends the line. */
static void write_value(const json_t *v, int depth, struct sv_buf *out)
{
  if (depth > DEPTH_MAX) {
    out->failed = SV_LIMIT;
  } else if (json_is_object(v) && json_object_size(v) > 0) {
    sv_buf_addc(out, '\n');
    write_object(v, depth, out);
  } else if (json_is_array(v) && json_array_size(v) > 0) {
    sv_buf_addc(out, '\n');
    write_array(v, depth, out);
  } else {
    sv_buf_addc(out, ' ');
    write_scalar(v, out);
    sv_buf_addc(out, '\n');
  }
}

enum sv_status sv_yaml_from_json(const char *text, size_t size, struct sv_buf *out,
                                 struct sv_error *err)
{
  json_error_t where;
  json_t *root = json_loadb(text, size, 0, &where);
  if (!root)
    return sv_fail_at(err, SV_INVALID, NULL, (size_t)where.line, (size_t)where.column, "%s",
                      where.text);
  sv_buf_adds(out, "# SPDX-License-Identifier: NLOD-2.0\n");
  write_object(root, 0, out);
  json_decref(root);
  return out->failed ? sv_fail(err, out->failed, "the YAML form does not fit") : SV_OK;
}
