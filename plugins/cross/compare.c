// SPDX-License-Identifier: Apache-2.0
/* Facts, endpoints, addresses, and what two sources say. */
#include "plugins/cross/compare.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/shacl/shacl.h"
#include "plugins/describe/judge.h"

#include <string.h>

enum { URL_MAX = 4096, SHOWN_MAX = 400, NUMBER = 9 };

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

const char *sv_cross_absolute(struct sv_ctx *ctx, const char *base, const char *ref, size_t size)
{
  struct sv_buf out = SV_BUF(URL_MAX);
  const char *url = "";
  if (sv_uri_resolve(base, strlen(base), ref, size, &out) == SV_OK)
    url = ctx->sv->format(ctx, "%s", sv_buf_text(&out));
  sv_buf_free(&out);
  return url;
}

const char *sv_cross_number(struct sv_ctx *ctx, const char *text)
{
  size_t n = text ? strlen(text) : 0;
  size_t digits = 0;
  while (digits < n && sv_is_digit((unsigned char)text[n - digits - 1]))
    digits++;
  return digits == NUMBER ? ctx->sv->format(ctx, "%s", text + n - NUMBER) : NULL;
}

sv_value sv_cross_api_number(const struct sv_api *api)
{
  static const char *const pointers[] = { "/info/x-organisasjonsnummer", "/info/x-orgnr",
                                          "/info/x-organization-number",
                                          "/info/contact/x-organisasjonsnummer",
                                          "/info/contact/x-orgnr" };
  for (size_t i = 0; i < sizeof pointers / sizeof pointers[0]; i++) {
    const sv_value v = sv_api_at(api, pointers[i]);
    if (v != SV_DOC_NONE)
      return v;
  }
  return SV_DOC_NONE;
}

bool sv_cross_fits(const char *url, const char *path)
{
  const char *u = url + strcspn(url, "?#");
  const char *p = path + strlen(path);
  while (p > path) {
    if (p[-1] == '}') {
      while (p > path && p[-1] != '{')
        p--;
      p -= p > path;
      const char *end = u;
      while (u > url && u[-1] != '/')
        u--;
      if (u == end)
        return false;
    } else if (u > url && u[-1] == p[-1]) {
      u--;
      p--;
    } else {
      return false;
    }
  }
  return true;
}

static bool is_web(const char *url)
{
  return url && strncmp(url, "http", 4) == 0;
}

struct sv_side sv_side_of_value(struct sv_ctx *ctx, const struct sv_api *api, sv_value v,
                                const char *shown)
{
  const struct sv_artifact *a = api->artifact;
  struct sv_buf pointer = SV_BUF(URL_MAX);
  size_t line = 0, column = 0;
  const bool is_pointed = v != SV_DOC_NONE && sv_doc_pointer(api->doc, v, &pointer) == SV_OK;
  if (is_pointed)
    sv_doc_position(api->doc, v, &line, &column);
  const struct sv_side side = {
    .value = shown ? shown : sv_api_text(ctx, api, v),
    .place = { .url = is_web(a->url) ? a->url : NULL,
               .file = is_web(a->url) ? NULL : a->url,
               .json_pointer =
                   is_pointed ? ctx->sv->format(ctx, "%s", sv_buf_text(&pointer)) : NULL,
               .line = (uint32_t)line,
               .column = (uint32_t)column },
    .evidence = a->evidence,
  };
  sv_buf_free(&pointer);
  return side;
}

static const char *show(struct sv_ctx *ctx, const struct sv_graph *g, sv_term t)
{
  struct sv_buf text = SV_BUF(SHOWN_MAX);
  if (sv_is_iri(t))
    (void)sv_buf_adds(&text, sv_graph_text(g, t, NULL));
  else if (sv_term_kind(t) == SV_TERM_LITERAL)
    (void)sv_graph_show(g, t, &text);
  else
    (void)sv_shacl_say_node(g, t, SV_SHACL_FOR_PEOPLE, &text);
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&text));
  sv_buf_free(&text);
  return copy;
}

struct sv_side sv_side_of_triple(struct sv_ctx *ctx, const struct sv_description *d,
                                 const struct sv_triple *t)
{
  const struct sv_artifact *a = d->artifact;
  struct sv_buf path = SV_BUF(SHOWN_MAX);
  const char *name;
  size_t line = 0;
  (void)sv_graph_show(d->graph, t->p, &path);
  if (!sv_graph_place(d->graph, t->line, &name, &line))
    line = 0;
  const struct sv_side side = {
    .value = show(ctx, d->graph, t->o),
    .place = { .url = is_web(a->url) ? a->url : NULL,
               .file = is_web(a->url) ? NULL : a->url,
               .focus_node = show(ctx, d->graph, t->s),
               .path = ctx->sv->format(ctx, "%s", sv_buf_text(&path)),
               .line = (uint32_t)line },
    .evidence = a->evidence,
  };
  sv_buf_free(&path);
  return side;
}

/* The place of the pointer in the document of KIND with that address, when the target has it. */
static void find_line(struct sv_ctx *ctx, const char *kind, struct sv_place *place)
{
  struct sv_api api;
  for (size_t i = 0; place->json_pointer && sv_api_document(ctx, kind, i, &api); i++) {
    const char *url = api.artifact->url;
    const bool is_it = api.doc && url && place->url && strcmp(url, place->url) == 0;
    const sv_value v = is_it ? sv_api_at(&api, place->json_pointer) : SV_DOC_NONE;
    if (v != SV_DOC_NONE) {
      size_t line = 0, column = 0;
      sv_doc_position(api.doc, v, &line, &column);
      place->line = (uint32_t)line;
      place->column = (uint32_t)column;
    }
    sv_api_free(&api);
  }
}

struct sv_side sv_side_of_fact(struct sv_ctx *ctx, const json_t *fact)
{
  const json_t *where = json_object_get(fact, "where");
  struct sv_side side = {
    .value = sv_cross_text(fact, "value"),
    .place = { .url = json_string_value(json_object_get(where, "url")),
               .json_pointer = json_string_value(json_object_get(where, "jsonPointer")),
               .header = json_string_value(json_object_get(where, "header")),
               .operation = json_string_value(json_object_get(where, "operation")),
               .line = (uint32_t)json_integer_value(json_object_get(where, "line")) },
  };
  static const char *const kinds[] = { "openapi", "oauth", "oidc" };
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    find_line(ctx, kinds[i], &side.place);
  return side;
}

struct sv_side sv_side_of_field(const struct sv_response *r, const char *name, const char *value)
{
  return (struct sv_side){ .value = value ? value : "—",
                           .place = { .url = r->url, .header = name },
                           .evidence = r->evidence };
}

struct sv_side sv_side_of_target(const char *what, const char *value)
{
  return (struct sv_side){ .value = value, .place = { .text = what } };
}

/* "VALUE (URL:LINE)", as far as it is known. */
static const char *show_side(struct sv_ctx *ctx, const struct sv_side *s)
{
  const struct sv_place *p = &s->place;
  const char *file = p->url ? p->url : p->file ? p->file : p->text;
  if (!file)
    return s->value;
  if (p->line)
    return ctx->sv->format(ctx, "%s (%s:%u)", s->value, file, p->line);
  if (p->header)
    return ctx->sv->format(ctx, "%s (%s, %s)", s->value, file, p->header);
  return ctx->sv->format(ctx, "%s (%s)", s->value, file);
}

void sv_cross_contradiction(struct sv_ctx *ctx, const char *message, const struct sv_side *first,
                            const struct sv_side *second, const char *hint)
{
  json_t *args = json_pack("{s:s,s:s}", "first", first->value, "second", second->value);
  const bool has_place = second->place.url || second->place.file;
  sv_find(ctx, .outcome = SV_FAILED, .message = message, .args = args,
          .where = has_place ? second->place : first->place, .expected = show_side(ctx, first),
          .actual = show_side(ctx, second), .hint = hint,
          .evidence = second->evidence ? second->evidence : first->evidence);
  json_decref(args);
}

enum sv_outcome sv_cross_pairs(struct sv_ctx *ctx, sv_cross_judge *judge)
{
  struct sv_cross_pair p = { .ctx = ctx };
  struct sv_api api;
  for (size_t i = 0; sv_api_nth(ctx, i, &api); i++) {
    p.api = &api;
    for (size_t n = 0; api.doc && (p.d = sv_describe_nth(ctx, "dcat", n)); n++) {
      p.g = p.d->graph;
      p.service = p.g ? sv_api_service(ctx, p.g, &api) : 0;
      if (p.service)
        judge(&p);
    }
    sv_api_free(&api);
  }
  return sv_describe_outcome(p.looked_at, p.faults);
}
