// SPDX-License-Identifier: Apache-2.0
/* Choosing the resource, judging whether an answer can be judged, saying a finding. */
#include "plugins/technical/document.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/utf8.h"
#include "engines/http/media_type.h"
#include "engines/sample/sample.h"

#include <string.h>

enum { URL_MAX = 8192, TEXT_MAX = 2048, FOLLOW = 5 };

const char *tec_endpoint_url(struct sv_ctx *ctx)
{
  const char *url = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "url"));
  return url ? url : "";
}

const char *tec_kind(struct sv_ctx *ctx)
{
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  return kind ? kind : "";
}

/* URL without query, fragment and the slash at its end. */
static struct sv_span trimmed(const char *url)
{
  size_t size = strcspn(url, "?#");
  while (size > 0 && url[size - 1] == '/')
    size--;
  return (struct sv_span){ .data = url, .size = size };
}

const char *tec_metadata_url(struct sv_ctx *ctx, const char *url, bool oidc)
{
  if (strstr(url, "/.well-known/"))
    return url;
  const struct sv_span t = trimmed(url);
  if (oidc)
    return ctx->sv->format(ctx, "%.*s/.well-known/openid-configuration", (int)t.size, t.data);
  const char *origin = tec_origin(ctx, url);
  const size_t skip = strlen(origin);
  return ctx->sv->format(ctx, "%s/.well-known/oauth-authorization-server%.*s", origin,
                         (int)(t.size > skip ? t.size - skip : 0), url + skip);
}

/* Whether URL is BASE or lies below it. */
static bool is_below(const char *url, struct sv_span base)
{
  return strncmp(url, base.data, base.size) == 0 &&
         (!url[base.size] || strchr("/?#", url[base.size]));
}

/* The URL of the N-th sample that belongs to this endpoint, or NULL: a target may have several
 * APIs. */
static const char *sample_url(struct sv_ctx *ctx, size_t n)
{
  size_t count;
  const char *const *urls = tec_sample_urls(ctx, &count);
  const struct sv_span base = trimmed(tec_endpoint_url(ctx));
  for (size_t i = 0; i < count; i++)
    if (is_below(urls[i], base) && n-- == 0)
      return urls[i];
  return NULL;
}

const char *tec_url(struct sv_ctx *ctx)
{
  const char *kind = tec_kind(ctx);
  const char *url = tec_endpoint_url(ctx);
  if (strcmp(kind, "oidc") == 0 || strcmp(kind, "oauth") == 0)
    return tec_metadata_url(ctx, url, kind[1] == 'i');
  if (strcmp(kind, "security-txt") == 0 && !strstr(url, "security.txt"))
    return ctx->sv->format(ctx, "%s/.well-known/security.txt", tec_origin(ctx, url));
  if (strcmp(kind, "api") != 0)
    return url;
  const char *sample = sample_url(ctx, 0);
  return sample ? sample : url;
}

const struct sv_response *tec_get(struct sv_ctx *ctx)
{
  return sv_http(ctx, .url = tec_url(ctx), .follow = FOLLOW);
}

const struct sv_response *tec_ask(struct sv_ctx *ctx, const char *method,
                                  const char *const *headers)
{
  return sv_http(ctx, .url = tec_url(ctx), .method = method, .headers = headers, .follow = FOLLOW);
}

const struct sv_response *tec_reach(struct sv_ctx *ctx)
{
  return sv_sample_needs_description(ctx->sv->endpoint(ctx), ctx->sv->target(ctx))
             ? sv_http(ctx, .follow = FOLLOW)
             : tec_get(ctx);
}

enum sv_outcome tec_get_page(struct sv_ctx *ctx, const struct sv_response **r)
{
  *r = tec_get(ctx);
  const enum sv_outcome outcome = tec_judge_ready(ctx, *r);
  return outcome != TEC_READY || sv_content_type_is(sv_header(*r, "Content-Type"), "text/html")
             ? outcome
             : SV_INAPPLICABLE;
}

enum sv_outcome tec_unreadable(struct sv_ctx *ctx, const struct sv_response *r,
                               const struct sv_error *err)
{
  return tec_unsure(ctx, r, SV_TOOL, NULL, .message = N_("The page could not be read as HTML."),
                    .actual = err->text, .hint = N_("Look at the page with the W3C's validator."));
}

const struct sv_response *tec_get_unknown(struct sv_ctx *ctx)
{
  const struct sv_span t = trimmed(tec_endpoint_url(ctx));
  return sv_http(ctx,
                 .url = ctx->sv->format(ctx, "%.*s/%s", (int)t.size, t.data, ctx->sv->probe(ctx)));
}

const struct sv_response *tec_sample(struct sv_ctx *ctx, size_t n)
{
  if (n == 0)
    return tec_get(ctx);
  const char *url = strcmp(tec_kind(ctx), "api") == 0 ? sample_url(ctx, n) : NULL;
  return url ? sv_http(ctx, .url = url, .follow = FOLLOW) : NULL;
}

const struct sv_response *tec_first(const struct sv_response *r)
{
  while (r->redirected_from)
    r = r->redirected_from;
  return r;
}

enum sv_outcome tec_judge_answer(struct sv_ctx *ctx, const struct sv_response *r)
{
  if (!*tec_endpoint_url(ctx))
    return SV_INAPPLICABLE; /* a document that was handed over has no answers */
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == 401 || r->status == 403)
    return tec_unsure(ctx, r, SV_CREDENTIALS, tec_arg_number("status", r->status),
                      .message = N_("The service let us not in (status {status}), so this was not "
                                    "seen."),
                      .hint = N_("Give the endpoint a credential in the target file."));
  if (r->status == 429 || r->status == 503)
    return tec_unsure(ctx, r, SV_NETWORK, tec_arg_number("status", r->status),
                      .message = N_("The service had no time for us (status {status}), so this was "
                                    "not seen."),
                      .hint = N_("Run again later, or with a lower rate."));
  if (r->marks & SV_MARKS_NOT_WHOLE)
    return tec_unsure(ctx, r, SV_TOOL, NULL,
                      .message = N_("The answer was not seen whole, so it is not judged."),
                      .actual = r->detail,
                      .hint = N_("Look at the exchange in the recording; a smaller resource may "
                                 "help."));
  return TEC_READY;
}

static enum sv_outcome say_ill(struct sv_ctx *ctx, const struct sv_response *r)
{
  return tec_unsure(ctx, r, SV_TARGET, tec_arg_number("status", r->status),
                    .message = N_("The service fails with status {status}, so there is nothing to "
                                  "judge here."),
                    .hint = N_("Run again when the service is well; its log, or that of what "
                               "stands before it, tells why it fails."));
}

enum sv_outcome tec_shows_none(struct sv_ctx *ctx, const struct sv_response *r)
{
  return r->status >= 500 && r->status != 501 ? say_ill(ctx, r) : SV_PASSED;
}

enum sv_outcome tec_judge_ready(struct sv_ctx *ctx, const struct sv_response *r)
{
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY || (r->status >= 200 && r->status <= 299))
    return o;
  if (r->status >= 500)
    return say_ill(ctx, r);
  return tec_unsure(ctx, r, SV_CONFIGURATION, tec_arg_number("status", r->status),
                    .message = N_("The address answers with status {status}, so there is nothing "
                                  "to judge here."),
                    .hint = N_("Give an address in the target file that can be read with GET, as "
                               "endpoint or sample."));
}

/* Whether KIND is one of the words of KINDS. */
static bool is_word_of(const char *kinds, const char *kind)
{
  const size_t size = strlen(kind);
  if (strcmp(kinds, "*") == 0)
    return true;
  for (const char *p = kinds; *p; p += strcspn(p, " ")) {
    p += strspn(p, " ");
    if (strcspn(p, " ") == size && memcmp(p, kind, size) == 0)
      return true;
  }
  return false;
}

bool tec_is_repeat(struct sv_ctx *ctx, const char *kinds)
{
  const char *own_id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  const char *own = tec_origin(ctx, tec_endpoint_url(ctx));
  size_t i;
  json_t *e;
  json_array_foreach(json_object_get(ctx->sv->target(ctx), "endpoints"), i, e)
  {
    const char *id = json_string_value(json_object_get(e, "id"));
    const char *url = json_string_value(json_object_get(e, "url"));
    const char *kind = json_string_value(json_object_get(e, "kind"));
    if (id && own_id && strcmp(id, own_id) == 0)
      return false;
    if (url && kind && is_word_of(kinds, kind) && sv_equal_nocase(tec_origin(ctx, url), own))
      return true;
  }
  return false;
}

bool tec_param_is_true(struct sv_ctx *ctx, const char *name)
{
  return json_is_true(ctx->sv->param(ctx, name));
}

enum sv_outcome tec_find(struct sv_ctx *ctx, const struct sv_response *r, json_t *args,
                         const struct sv_finding *f)
{
  struct sv_finding copy = *f;
  copy.size = sizeof copy;
  copy.args = args;
  /* Of a document that was handed over as a file it is the file's name. */
  const bool is_web = *tec_endpoint_url(ctx) ||
                      (r && (sv_starts_with(r->url, "http://") || sv_starts_with(r->url, "https:/"
                                                                                         "/")));
  const char **const where = is_web ? &copy.where.url : &copy.where.file;
  if (r && !*where)
    *where = r->url;
  if (r && !copy.evidence)
    copy.evidence = r->evidence;
  ctx->sv->finding(ctx, &copy);
  json_decref(args);
  return copy.outcome;
}

/* The span as UTF-8: a byte that is none becomes a question mark, and it is cut where it is long.
 */
static void clean(struct sv_buf *out, struct sv_span text)
{
  const char *const end = text.data + text.size;
  for (const char *p = text.data; p < end && out->size < TEXT_MAX - 8;) {
    uint32_t code;
    const size_t n = sv_utf8_decode(p, end, &code);
    if (n == 0 || code < 0x20)
      sv_buf_addc(out, '?');
    else
      sv_buf_add(out, p, n);
    p += n ? n : 1;
  }
}

json_t *tec_arg_span(const char *name, struct sv_span text)
{
  struct sv_buf b = SV_BUF(TEXT_MAX);
  if (text.data)
    clean(&b, text);
  json_t *args = json_pack("{s:s}", name, sv_buf_text(&b));
  sv_buf_free(&b);
  return args;
}

json_t *tec_arg(const char *name, const char *text)
{
  return tec_arg_span(name, (struct sv_span){ .data = text, .size = text ? strlen(text) : 0 });
}

json_t *tec_arg_number(const char *name, int64_t number)
{
  return json_pack("{s:I}", name, (json_int_t)number);
}

const char *tec_copy(struct sv_ctx *ctx, struct sv_span text)
{
  char *copy = ctx->sv->alloc(ctx, text.size + 1);
  if (text.size > 0)
    memcpy(copy, text.data, text.size);
  return copy;
}

const char *tec_origin(struct sv_ctx *ctx, const char *url)
{
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  if (!u.scheme.data || !u.authority.data)
    return "";
  return tec_copy(
      ctx,
      (struct sv_span){ .data = url, .size = (size_t)(u.authority.data + u.authority.size - url) });
}

struct sv_span tec_host(const char *url)
{
  struct sv_span a = sv_uri_split(url, strlen(url)).authority;
  const char *at = a.data ? memchr(a.data, '@', a.size) : NULL;
  if (at) {
    a.size -= (size_t)(at + 1 - a.data);
    a.data = at + 1;
  }
  const char *close = a.data && a.size > 0 && *a.data == '[' ? memchr(a.data, ']', a.size) : NULL;
  const char *colon = a.data && !close ? memchr(a.data, ':', a.size) : NULL;
  if (close)
    a.size = (size_t)(close + 1 - a.data);
  else if (colon)
    a.size = (size_t)(colon - a.data);
  return a;
}

const char *tec_resolve(struct sv_ctx *ctx, const char *base, const char *reference)
{
  struct sv_buf out = SV_BUF(URL_MAX);
  const char *copy = NULL;
  if (sv_uri_resolve(base, strlen(base), reference, strlen(reference), &out) == SV_OK)
    copy = tec_copy(ctx, (struct sv_span){ .data = sv_buf_text(&out), .size = out.size });
  sv_buf_free(&out);
  return copy;
}

const char *tec_encoded(struct sv_ctx *ctx, const char *text)
{
  struct sv_buf out = SV_BUF(3 * strlen(text) + 1);
  (void)sv_uri_encode(text, strlen(text), "", &out);
  const char *copy = tec_copy(ctx, (struct sv_span){ .data = sv_buf_text(&out), .size = out.size });
  sv_buf_free(&out);
  return copy;
}

const char *tec_sample_text(struct sv_ctx *ctx, const char *name)
{
  return json_string_value(json_object_get(json_object_get(ctx->sv->target(ctx), "samples"), name));
}
