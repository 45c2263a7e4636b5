// SPDX-License-Identifier: Apache-2.0
/* Bodies as JSON, and walking through them. */
#include "plugins/technical/technical.h"

#include "engines/base/buf.h"
#include "engines/http/media_type.h"

#include <string.h>

enum { DEPTH_MAX = 64, VALUES_MAX = 20000, POINTER_MAX = 4096 };

bool tec_is_json(const struct sv_response *r)
{
  const char *type = sv_header(r, "Content-Type");
  struct sv_media_type m;
  return type && sv_media_type_parse(type, strlen(type), &m) == SV_OK && sv_media_type_is_json(&m);
}

json_t *tec_json(const struct sv_response *r, size_t flags, json_error_t *error)
{
  /* A byte order mark is a fault with a check of its own; RFC 8259 8.1 lets readers pass over it.
   */
  const char *body = r->body;
  const size_t skip = r->body_size >= 3 && memcmp(body, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  return json_loadb(body + skip, r->body_size - skip, flags | JSON_DECODE_ANY | JSON_ALLOW_NUL,
                    error);
}

json_t *tec_json_document(struct sv_ctx *ctx, const struct sv_response *r, enum sv_outcome *outcome)
{
  *outcome = tec_judge_ready(ctx, r);
  if (*outcome != TEC_READY)
    return NULL;
  json_error_t error;
  json_t *j = tec_json(r, 0, &error);
  if (!j)
    *outcome = tec_unsure(ctx, r, SV_TARGET, tec_arg("fault", error.text),
                          .message = N_("The document is not JSON, so it cannot be judged: "
                                        "{fault}."),
                          .where.line = error.line > 0 ? (uint32_t)error.line : 0,
                          .where.column = error.column > 0 ? (uint32_t)error.column : 0,
                          .hint = N_("Mend the document; a JSON parser shows the place."));
  return j;
}

struct walk {
  tec_visit *visit;
  void *closure;
  struct sv_buf pointer;
  size_t values;
  bool whole;
};

static void add_step(struct sv_buf *b, const char *name)
{
  sv_buf_addc(b, '/');
  for (; *name; name++) {
    if (*name == '~')
      sv_buf_adds(b, "~0");
    else if (*name == '/')
      sv_buf_adds(b, "~1");
    else
      sv_buf_addc(b, *name);
  }
}

static bool step(struct walk *w, const char *name, const json_t *value, unsigned depth)
{
  if (depth > DEPTH_MAX || ++w->values > VALUES_MAX || w->pointer.failed) {
    w->whole = false;
    return false;
  }
  if (!w->visit(w->closure, sv_buf_text(&w->pointer), name, value))
    return false;
  const size_t here = w->pointer.size;
  bool more = true;
  for (size_t i = 0; more && json_is_array(value) && i < json_array_size(value); i++) {
    sv_buf_addf(&w->pointer, "/%zu", i);
    more = step(w, name, json_array_get(value, i), depth + 1);
    sv_buf_cut(&w->pointer, here);
  }
  if (!json_is_object(value))
    return more;
  json_t *object = json_incref((json_t *)(uintptr_t)value);
  for (void *it = json_object_iter(object); more && it; it = json_object_iter_next(object, it)) {
    add_step(&w->pointer, json_object_iter_key(it));
    more = step(w, json_object_iter_key(it), json_object_iter_value(it), depth + 1);
    sv_buf_cut(&w->pointer, here);
  }
  json_decref(object);
  return more;
}

bool tec_walk(const json_t *value, tec_visit *visit, void *closure)
{
  struct walk w = {
    .visit = visit, .closure = closure, .pointer = SV_BUF(POINTER_MAX), .whole = true
  };
  (void)step(&w, "", value, 0);
  sv_buf_free(&w.pointer);
  return w.whole;
}
