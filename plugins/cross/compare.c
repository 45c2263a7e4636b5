// SPDX-License-Identifier: Apache-2.0
/* Facts, endpoints, addresses. */
#include "plugins/cross/compare.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <string.h>

const json_t *sv_cross_fact(struct sv_ctx *ctx, const char *predicate, size_t n)
{
  const json_t *facts = ctx->sv->facts(ctx);
  for (size_t i = 0; i < json_array_size(facts); i++) {
    const json_t *fact = json_array_get(facts, i);
    if (strcmp(sv_cross_text(fact, "predicate"), predicate) == 0 && n-- == 0)
      return fact;
  }
  return NULL;
}

const char *sv_cross_text(const json_t *fact, const char *member)
{
  const char *text = json_string_value(json_object_get(fact, member));
  return text ? text : "";
}

const char *sv_cross_endpoint(struct sv_ctx *ctx, const char *kind)
{
  const json_t *endpoints = json_object_get(ctx->sv->target(ctx), "endpoints");
  for (size_t i = 0; i < json_array_size(endpoints); i++) {
    const json_t *e = json_array_get(endpoints, i);
    if (strcmp(sv_cross_text(e, "kind"), kind) == 0)
      return json_string_value(json_object_get(e, "url"));
  }
  return NULL;
}

struct address {
  struct sv_span scheme, authority, path;
};

static struct address parts(const char *url)
{
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  struct address a = { u.scheme, u.authority, u.path };
  const char *port = sv_equal_nocase_n(a.scheme.data ? a.scheme.data : "", a.scheme.size, "https") ? ":443" : ":80";
  const size_t n = strlen(port);
  if (a.authority.size > n && memcmp(a.authority.data + a.authority.size - n, port, n) == 0)
    a.authority.size -= n;
  while (a.path.size && a.path.data[a.path.size - 1] == '/')
    a.path.size--;
  return a;
}

bool sv_cross_is_below(const char *url, const char *prefix)
{
  const struct address a = parts(url);
  const struct address b = parts(prefix);
  return sv_span_equal_nocase(a.scheme, b.scheme) &&
         sv_span_equal_nocase(a.authority, b.authority) && a.path.size >= b.path.size &&
         (b.path.size == 0 || memcmp(a.path.data, b.path.data, b.path.size) == 0) &&
         (a.path.size == b.path.size || a.path.data[b.path.size] == '/');
}

bool sv_cross_same_address(const char *a, const char *b)
{
  return sv_cross_is_below(a, b) && sv_cross_is_below(b, a);
}

void sv_cross_contradiction(struct sv_ctx *ctx, const char *message, struct sv_place where, const char *first,
                            const char *second, const char *hint, sv_evidence evidence)
{
  json_t *args = json_pack("{s:s,s:s}", "first", first, "second", second);
  sv_find(ctx, .outcome = SV_FAILED, .message = message, .args = args, .where = where, .expected = first,
          .actual = second, .hint = hint, .evidence = evidence);
  json_decref(args);
}
