// SPDX-License-Identifier: Apache-2.0
/* Where the OpenAPI document is found, and whether its forms say the same. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/http/media_type.h"
#include "plugins/technical/document.h"

#include <string.h>

enum { DEPTH_MAX = 200, POINTER_MAX = 4096 };

/* The base address of the API: the first of the target on the origin of URL, else the document's
 * first server. NULL when neither is known. */
static const char *base_of(struct sv_ctx *ctx, struct sv_openapi *api, const char *url)
{
  const char *origin = tec_origin(ctx, url);
  size_t i;
  json_t *e;
  json_array_foreach(json_object_get(ctx->sv->target(ctx), "endpoints"), i, e)
  {
    const char *kind = json_string_value(json_object_get(e, "kind"));
    const char *own = json_string_value(json_object_get(e, "url"));
    if (kind && own && strcmp(kind, "api") == 0 && sv_equal_nocase(tec_origin(ctx, own), origin))
      return own;
  }
  size_t count;
  const struct sv_openapi_server *servers = sv_openapi_servers(api, NULL, &count);
  return count > 0 ? tec_resolve(ctx, url, servers[0].url) : NULL;
}

/* BASE without query and slash at its end, and NAME. */
static const char *below(struct sv_ctx *ctx, const char *base, const char *name)
{
  size_t n = strcspn(base, "?#");
  while (n > 0 && base[n - 1] == '/')
    n--;
  return ctx->sv->format(ctx, "%.*s/%s", (int)n, base, name);
}

/* The answer R as an API, or NULL. To be freed. */
static struct sv_openapi *parse(const struct sv_response *r)
{
  const struct sv_openapi_options opt = { .iri = r->url, .name = r->url };
  struct sv_openapi *api = NULL;
  struct sv_error err = { .text = "" };
  if (r->error || (r->marks & SV_MARKS_NOT_WHOLE) || r->status != 200 ||
      sv_openapi_load(r->body, r->body_size, &opt, &api, &err) != SV_OK)
    return NULL;
  return api;
}

/* Puts in POINTER where A and B first differ. */
static bool differ(struct sv_openapi_node a, struct sv_openapi_node b, unsigned depth,
                   struct sv_openapi_node *where)
{
  if (sv_doc_equal(a.doc, a.value, b.doc, b.value))
    return false;
  *where = a;
  const enum sv_doc_type type = sv_doc_type(a.doc, a.value);
  if (depth > DEPTH_MAX || type != sv_doc_type(b.doc, b.value) || type < SV_DOC_ARRAY)
    return true;
  struct sv_openapi_node other = type == SV_DOC_ARRAY ? sv_openapi_first(b) : SV_OPENAPI_NONE;
  for (struct sv_openapi_node x = sv_openapi_first(a); x.doc; x = sv_openapi_next(a, x)) {
    if (type == SV_DOC_OBJECT) {
      size_t size;
      const char *name = sv_doc_string(a.doc, sv_doc_key(a.doc, x.value), &size);
      other = sv_openapi_at(b, sv_doc_get(b.doc, b.value, name ? name : "", size));
    }
    if (!other.doc)
      *where = x;
    if (!other.doc || differ(x, other, depth + 1, where))
      return true;
    if (type == SV_DOC_ARRAY)
      other = sv_openapi_next(b, other);
  }
  return true; /* B has more */
}

/* TEC-DES-02 */
enum sv_outcome msg_standard_place(struct sv_ctx *ctx)
{
  const struct sv_response *own;
  enum sv_outcome outcome;
  struct sv_openapi *api = tec_description(ctx, &own, &outcome);
  if (!api)
    return outcome;
  const char *base = base_of(ctx, api, own->url);
  if (!base)
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .url = below(ctx, base, "openapi.json"), .follow = 5, .credential = "");
  if (r->error)
    return sv_no_answer(ctx, r);
  struct sv_openapi *there = parse(r);
  struct sv_openapi_node where = SV_OPENAPI_NONE;
  const bool is_same = there && !differ(sv_openapi_root(api), sv_openapi_root(there), 0, &where);
  sv_openapi_free(there);
  if (is_same)
    return SV_PASSED;
  if ((r->status < 200 || r->status > 299) && !sv_is_gone(r))
    return tec_judge_ready(ctx, r);
  return tec_fail(ctx, r, tec_arg("url", r->url),
                  .message = there ? N_("What is at {url} is another document than the one that "
                                        "was judged.")
                                   : N_("The OpenAPI document is not at {url}, where clients look "
                                        "first."),
                  .expected = r->url, .actual = own->url,
                  .hint = N_("Publish the document as openapi.json under the base address of the "
                             "API, besides where it is now."));
}

/* The address of the other form: .yaml for .json and the other way round; NULL for other names. */
static const char *other_form(struct sv_ctx *ctx, const char *url)
{
  static const struct {
    const char *end, *other;
  } forms[] = { { ".json", ".yaml" }, { ".yaml", ".json" }, { ".yml", ".json" } };
  for (size_t i = 0; i < 3; i++)
    if (sv_ends_with(url, forms[i].end))
      return ctx->sv->format(ctx, "%.*s%s", (int)(strlen(url) - strlen(forms[i].end)), url,
                             forms[i].other);
  return NULL;
}

/* TEC-DES-04 */
enum sv_outcome msg_same_in_both(struct sv_ctx *ctx)
{
  const struct sv_response *own;
  enum sv_outcome outcome;
  struct sv_openapi *api = tec_description(ctx, &own, &outcome);
  if (!api)
    return outcome;
  const char *url = other_form(ctx, own->url);
  if (!url)
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5);
  if (!r->error && r->status >= 400 && r->status < 500 && r->status != 429)
    return SV_INAPPLICABLE;
  outcome = tec_judge_ready(ctx, r);
  if (outcome != TEC_READY)
    return outcome;
  /* A page is what some servers answer where nothing stands. */
  if (r->body_size == 0 || sv_content_type_is(sv_header(r, "Content-Type"), "text/html"))
    return SV_INAPPLICABLE;
  struct sv_openapi *other = parse(r);
  struct sv_openapi_node where = SV_OPENAPI_NONE;
  outcome = SV_PASSED;
  if (!other)
    outcome =
        tec_fail(ctx, r, NULL, .message = N_("The other form of the description cannot be read."),
                 .expected = own->url, .actual = r->url,
                 .hint = N_("Make both forms from one source when you publish."));
  else if (differ(sv_openapi_root(api), sv_openapi_root(other), 0, &where))
    outcome =
        tec_fail(ctx, r, tec_arg("pointer", msg_pointer(ctx, where)),
                 .message = N_("The JSON and the YAML form of the description differ, first "
                               "at {pointer}."),
                 .where.json_pointer = msg_pointer(ctx, where), .expected = msg_excerpt(ctx, where),
                 .actual = "", .hint = N_("Make both forms from one source when you publish."));
  sv_openapi_free(other);
  return outcome;
}
