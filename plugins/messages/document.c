// SPDX-License-Identifier: Apache-2.0
/* Documents that the target hands over, and small questions to what they say. */
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

enum { POINTER_MAX = 4096, EXCERPT_MAX = 120 };

const struct sv_artifact *msg_own(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const char *id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  const struct sv_artifact *a = NULL;
  for (size_t n = 0; id && (a = ctx->sv->artifact(ctx, tec_kind(ctx), n)); n++)
    if (a->name && strcmp(a->name, id) == 0)
      break;
  *outcome = TEC_READY;
  if (!a || !a->data)
    *outcome = msg_unsure(ctx, NULL, SV_TOOL, NULL,
                          .message = N_("The document was not at hand, so it was not judged."),
                          .where.text = "samsvar.json",
                          .hint = N_("Look in the target file which document it is."));
  else if (a->marks & SV_MARKS_NOT_WHOLE)
    *outcome = msg_unsure(ctx, a, SV_TARGET, NULL,
                          .message = N_("The document did not come whole, so it was not judged."),
                          .hint = N_("Run once more; look at the exchange in the recording."));
  return *outcome == TEC_READY ? a : NULL;
}

bool msg_is_own(struct sv_ctx *ctx, const char *url)
{
  size_t i;
  json_t *e;
  json_array_foreach(json_object_get(ctx->sv->target(ctx), "endpoints"), i, e)
  {
    const char *own = json_string_value(json_object_get(e, "url"));
    if (own && *tec_origin(ctx, url) && sv_equal_nocase(tec_origin(ctx, own), tec_origin(ctx, url)))
      return true;
  }
  return false;
}

json_t *msg_own_json(struct sv_ctx *ctx, const struct sv_artifact **a, enum sv_outcome *outcome)
{
  *a = msg_own(ctx, outcome);
  if (!*a)
    return NULL;
  json_error_t error;
  json_t *j = json_loadb((*a)->data, (*a)->size, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
  if (!j)
    *outcome = msg_unsure(ctx, *a, SV_TARGET, tec_arg("fault", error.text),
                          .message = N_("The document is not JSON, so it cannot be judged: "
                                        "{fault}."),
                          .where.line = error.line > 0 ? (uint32_t)error.line : 0,
                          .where.column = error.column > 0 ? (uint32_t)error.column : 0,
                          .hint = N_("Mend the document; a JSON parser shows the place."));
  return j;
}

enum sv_outcome msg_find(struct sv_ctx *ctx, const struct sv_artifact *a, json_t *args,
                         const struct sv_finding *f)
{
  struct sv_finding copy = *f;
  copy.size = sizeof copy;
  copy.args = args;
  const char *where = a ? a->url : NULL;
  if (where && (sv_starts_with(where, "http://") || sv_starts_with(where, "https://")))
    copy.where.url = copy.where.url ? copy.where.url : where;
  else if (where && !copy.where.url)
    copy.where.file = where;
  if (a && !copy.evidence)
    copy.evidence = a->evidence;
  ctx->sv->finding(ctx, &copy);
  json_decref(args);
  return copy.outcome;
}

const json_t *msg_at(const json_t *value, const char *pointer)
{
  while (value && *pointer == '/') {
    const char *name = pointer + 1;
    const size_t size = strcspn(name, "/");
    char step[128];
    unsigned long long index;
    if (size >= sizeof step)
      return NULL;
    memcpy(step, name, size);
    step[size] = '\0';
    if (json_is_array(value))
      value = sv_parse_uint(step, size, 1000000, &index) ? json_array_get(value, index) : NULL;
    else
      value = json_object_get(value, step);
    pointer = name + size;
  }
  return value;
}

const char *msg_text(const json_t *value, const char *pointer)
{
  return json_string_value(msg_at(value, pointer));
}

bool msg_is_uuid(const char *text)
{
  static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (!text || strlen(text) != sizeof form - 1)
    return false;
  for (size_t i = 0; form[i]; i++)
    if (form[i] == '-' ? text[i] != '-' : sv_hex(text[i]) < 0)
      return false;
  return true;
}

bool msg_is_address(const char *text)
{
  return text && sv_starts_with(text, "0192:") && strlen(text) == 14 &&
         strspn(text + 5, "0123456789") == 9;
}

const char *msg_param_text(struct sv_ctx *ctx, const char *name)
{
  return json_string_value(ctx->sv->param(ctx, name));
}

int64_t msg_param_number(struct sv_ctx *ctx, const char *name, int64_t otherwise)
{
  const json_t *value = ctx->sv->param(ctx, name);
  return json_is_integer(value) ? (int64_t)json_integer_value(value) : otherwise;
}

const char *msg_pointer(struct sv_ctx *ctx, struct sv_openapi_node n)
{
  struct sv_buf text = SV_BUF(POINTER_MAX);
  const bool good = n.doc && sv_openapi_pointer(n, &text) == SV_OK;
  const char *copy = ctx->sv->format(ctx, "%s", good ? sv_buf_text(&text) : "");
  sv_buf_free(&text);
  return copy;
}

const char *msg_excerpt(struct sv_ctx *ctx, struct sv_openapi_node n)
{
  struct sv_buf text = SV_BUF(EXCERPT_MAX * 4);
  if (n.doc)
    (void)sv_doc_excerpt(n.doc, n.value, EXCERPT_MAX, &text);
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&text));
  sv_buf_free(&text);
  return copy;
}

bool msg_may_write(struct sv_ctx *ctx)
{
  const json_t *target = ctx->sv->target(ctx);
  const char *environment = json_string_value(json_object_get(target, "environment"));
  if (json_is_true(json_object_get(target, "unsafe")) && environment &&
      strcmp(environment, "production") != 0)
    return true;
  ctx->sv->log(ctx, SV_INFO,
               "requests that may change something need --allow-unsafe and an environment that is "
               "not production");
  return false;
}
