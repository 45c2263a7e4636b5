// SPDX-License-Identifier: Apache-2.0
/* Formats and languages that the service says it has, and whether it gives them when asked. */
#include "plugins/technical/checks.h"
#include "plugins/technical/operations.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/doc/bridge.h"
#include "engines/http/media_type.h"

#include <string.h>

enum { TYPES_MOST = 6, VARIABLES_MOST = 16 };

/* The first server of the document at DOC_URL, its variables at their defaults, without a slash at
 * its end; NULL: none. */
static const char *server_root(struct sv_ctx *ctx, const json_t *openapi, const char *doc_url)
{
  const json_t *server = json_array_get(json_object_get(openapi, "servers"), 0);
  const json_t *variables = json_object_get(server, "variables");
  const char *text = json_string_value(json_object_get(server, "url"));
  const char *root = "";
  for (int i = 0; text && *text && i < VARIABLES_MOST; i++) {
    const size_t plain = strcspn(text, "{");
    const size_t name = text[plain] ? strcspn(text + plain, "}") : 0;
    const char *key = ctx->sv->format(ctx, "%.*s", name ? (int)name - 1 : 0, text + plain + 1);
    const char *value = json_string_value(json_object_get(json_object_get(variables, key), "defaul"
                                                                                           "t"));
    root = ctx->sv->format(ctx, "%s%.*s%s", root, (int)plain, text, name && value ? value : "");
    text += plain + name + (name && text[plain + name] == '}');
  }
  root = *root && doc_url ? tec_resolve(ctx, doc_url, root) : NULL;
  size_t n = root ? strlen(root) : 0;
  while (n > 0 && root[n - 1] == '/')
    n--;
  return n > 0 ? ctx->sv->format(ctx, "%.*s", (int)n, root) : NULL;
}

/* The path of URL below the first server of the document at DOC_URL, or NULL. */
static const char *path_of(struct sv_ctx *ctx, const json_t *openapi, const char *doc_url,
                           const char *url)
{
  const char *root = server_root(ctx, openapi, doc_url);
  const size_t n = root ? strlen(root) : 0;
  if (n == 0 || strncmp(url, root, n) != 0 || url[n] != '/')
    return NULL;
  return ctx->sv->format(ctx, "%.*s", (int)strcspn(url + n, "?#"), url + n);
}

/* The media types that the GET of the endpoint's resource is described with, at most TYPES_MOST;
 * how many. */
static size_t declared_types(struct sv_ctx *ctx, const char *out[TYPES_MOST])
{
  const struct sv_artifact *doc = ctx->sv->artifact(ctx, "openapi", 0);
  json_t *openapi = doc ? sv_doc_json(doc->data, doc->size) : NULL;
  const char *path = openapi ? path_of(ctx, openapi, doc->url, tec_url(ctx)) : NULL;
  const json_t *get =
      json_object_get(json_object_get(json_object_get(openapi, "paths"), path ? path : ""), "get");
  json_t *content = json_object_get(json_object_get(json_object_get(get, "responses"), "200"), "con"
                                                                                               "ten"
                                                                                               "t");
  size_t count = 0;
  const char *type;
  json_t *ignored;
  json_object_foreach(content, type, ignored)
  {
    if (count < TYPES_MOST && !strchr(type, '*'))
      out[count++] = ctx->sv->format(ctx, "%s", type);
  }
  json_decref(openapi);
  return count;
}

static bool is_type(const struct sv_response *r, const char *wanted)
{
  const char *type = sv_header(r, "Content-Type");
  struct sv_media_type a;
  struct sv_media_type b;
  return type && sv_media_type_parse(type, strlen(type), &a) == SV_OK &&
         sv_media_type_parse(wanted, strlen(wanted), &b) == SV_OK && a.type.size == b.type.size &&
         a.subtype.size == b.subtype.size &&
         strncasecmp(a.type.data, b.type.data, a.type.size) == 0 &&
         strncasecmp(a.subtype.data, b.subtype.data, a.subtype.size) == 0;
}

/* TEC-HTP-26 */
enum sv_outcome tec_accept(struct sv_ctx *ctx)
{
  const char *types[TYPES_MOST];
  const size_t count = declared_types(ctx, types);
  if (count < 2)
    return SV_INAPPLICABLE;
  for (size_t i = 0; i < count; i++) {
    const char *const headers[] = { ctx->sv->format(ctx, "Accept: %s", types[i]), NULL };
    const struct sv_response *r = tec_ask(ctx, "GET", headers);
    const enum sv_outcome o = tec_judge_ready(ctx, r);
    if (o != TEC_READY)
      return o;
    const char *type = sv_header(r, "Content-Type");
    struct sv_media_type m;
    if (!type || sv_media_type_parse(type, strlen(type), &m) != SV_OK)
      return SV_INAPPLICABLE; /* which another check is about */
    if (!is_type(r, types[i])) {
      return tec_fail(ctx, r, tec_arg("type", types[i]),
                      .message = N_("{type} is described and asked for, and another format comes."),
                      .where.header = "Content-Type", .expected = types[i],
                      .actual = type ? type : "",
                      .hint = N_("Choose the format by Accept at one and the same address."));
    }
  }
  return SV_PASSED;
}

static bool has_word(const char *list, const char *word)
{
  const size_t n = strlen(word);
  for (const char *p = list; p && *p; p += strcspn(p, ",")) {
    p += strspn(p, ", \t");
    if (sv_equal_nocase_n(p, strcspn(p, ", \t"), word) && strcspn(p, ", \t") == n)
      return true;
  }
  return false;
}

/* TEC-HTP-28: a service that says it chooses by language must give nynorsk, or say what it gave. */
enum sv_outcome tec_accept_language(struct sv_ctx *ctx)
{
  static const char *const nynorsk[] = { "Accept-Language: nn", NULL };
  const struct sv_response *first = tec_get(ctx);
  enum sv_outcome o = tec_judge_ready(ctx, first);
  if (o != TEC_READY)
    return o;
  if (!has_word(sv_header(first, "Vary"), "Accept-Language"))
    return SV_INAPPLICABLE;
  const struct sv_response *r = tec_ask(ctx, "GET", nynorsk);
  o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *language = sv_header(r, "Content-Language");
  if (language && sv_starts_with(language, "nn"))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The service says that it chooses by language, and does not give "
                                "nynorsk to who asks for it."),
                  .where.header = "Content-Language", .expected = "nn",
                  .actual = language ? language : "",
                  .hint = N_("Serve nynorsk for Accept-Language: nn, with Content-Language, or "
                             "take "
                             "Accept-Language out of Vary."));
}

struct patch {
  struct sv_ctx *ctx;
  const char *path;
  const char *type; /* the first of the request body */
};

static bool look_for_patch(void *closure, const struct tec_operation *o)
{
  struct patch *p = closure;
  if (strcmp(o->method, "patch") != 0 || strchr(o->path, '{'))
    return true;
  json_t *content = json_object_get(json_object_get(o->operation, "requestBody"), "content");
  const char *type = json_object_iter_key(json_object_iter(content));
  p->path = p->ctx->sv->format(p->ctx, "%s", o->path);
  p->type = type ? p->ctx->sv->format(p->ctx, "%s", type) : NULL;
  return false;
}

/* TEC-HTP-40 */
enum sv_outcome tec_accept_patch(struct sv_ctx *ctx)
{
  const struct sv_artifact *doc = ctx->sv->artifact(ctx, "openapi", 0);
  json_t *openapi = doc ? sv_doc_json(doc->data, doc->size) : NULL;
  struct patch p = { .ctx = ctx };
  tec_operations(openapi, look_for_patch, &p);
  const char *root = doc ? server_root(ctx, openapi, doc->url) : NULL;
  json_decref(openapi);
  const char *own = tec_endpoint_url(ctx);
  if (!p.path || !root || strcmp(tec_origin(ctx, root), tec_origin(ctx, own)) != 0)
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .url = ctx->sv->format(ctx, "%s%s", root, p.path), .method = "OPTIONS");
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status < 200 || r->status > 299)
    return SV_INAPPLICABLE;
  const char *value = sv_header(r, "Accept-Patch");
  if (value && (!p.type || has_word(value, p.type)))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("path", p.path),
                  .message = N_("OPTIONS does not tell which patch formats {path} takes."),
                  .where.header = "Accept-Patch", .expected = p.type ? p.type : "Accept-Patch",
                  .actual = value ? value : "",
                  .hint = N_("Send Accept-Patch with the media types of the PATCH body."));
}

/* The address of the documentation that the description names, and the API's title. */
static const char *documentation_url(struct sv_ctx *ctx, const struct sv_response *r,
                                     const char **title)
{
  json_t *openapi = tec_json(r, 0, NULL);
  const char *url =
      json_string_value(json_object_get(json_object_get(openapi, "externalDocs"), "url"));
  const char *name = json_string_value(json_object_get(json_object_get(openapi, "info"), "title"));
  *title = name ? ctx->sv->format(ctx, "%s", name) : NULL;
  const char *found = url ? tec_resolve(ctx, r->url, url) : NULL;
  json_decref(openapi);
  return found;
}

/* TEC-WEB-11 */
enum sv_outcome tec_documentation(struct sv_ctx *ctx)
{
  const struct sv_response *description = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, description);
  if (o != TEC_READY)
    return o;
  const char *title;
  const char *url = documentation_url(ctx, description, &title);
  if (!url)
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5, .credential = "");
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == 401 || r->status == 403 || r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  const bool is_page = is_type(r, "text/html") && r->status == 200;
  if (is_page && (!title || memmem(r->body, r->body_size, title, strlen(title))))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = is_page ? N_("The documentation that the description names does not "
                                          "speak of this API.")
                                     : N_("The documentation that the description names cannot be "
                                          "read as a page (status {status})."),
                  .where.json_pointer = "/externalDocs/url",
                  .expected = is_page ? title : N_("a page about the API"),
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Let externalDocs lead to a page that has the API's title, its "
                             "purpose, examples and errors."));
}
