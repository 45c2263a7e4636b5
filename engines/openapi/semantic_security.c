// SPDX-License-Identifier: Apache-2.0
/* Security requirements, servers and links: names that must be defined elsewhere. */
#include "engines/openapi/check.h"

#include <string.h>

/* Whether SCOPE is offered by one of the flows of SCHEME. */
static bool offers(const struct sv_openapi *api, struct sv_openapi_node scheme, const char *scope)
{
  if (api->version == SV_OPENAPI_2_0)
    return sv_openapi_get(sv_openapi_get(scheme, "scopes"), scope).doc != NULL;
  const struct sv_openapi_node flows = sv_openapi_get(scheme, "flows");
  for (struct sv_openapi_node f = sv_openapi_first(flows); f.doc; f = sv_openapi_next(flows, f))
    if (sv_openapi_get(sv_openapi_get(f, "scopes"), scope).doc)
      return true;
  return false;
}

static void judge_scopes(struct sv_openapi *api, struct sv_openapi_node scheme,
                         struct sv_openapi_node scopes)
{
  const struct sv_openapi_node type = sv_openapi_get(scheme, "type");
  const bool oauth = type.doc && sv_doc_is_text(type.doc, type.value, "oauth2");
  const bool oidc = type.doc && sv_doc_is_text(type.doc, type.value, "openIdConnect");
  if (!sv_openapi_is(scopes, SV_DOC_ARRAY) || oidc)
    return;
  for (struct sv_openapi_node s = sv_openapi_first(scopes); s.doc; s = sv_openapi_next(scopes, s)) {
    const char *name = sv_openapi_text(api, s);
    struct sv_openapi_said said = { .rule = "security-scope", .where = s, .warning = true };
    if (oauth && name && !offers(api, scheme, name))
      said.msgid = N_("the scope \"{name}\" is not among those of the security scheme");
    else if (!oauth && api->version < SV_OPENAPI_3_1)
      said.msgid = N_("only oauth2 and openIdConnect have scopes; \"{name}\" means nothing here");
    if (name && said.msgid)
      sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", name, 0 }));
  }
}

/* OAS 3.2 4.30: the name may also be the URI of a scheme. */
static struct sv_openapi_node find_scheme(struct sv_openapi *api, struct sv_openapi_node at,
                                          const char *name)
{
  struct sv_openapi_node scheme = sv_openapi_scheme(api, name);
  if (!scheme.doc && api->version >= SV_OPENAPI_3_2 &&
      sv_openapi_step(api, at, name, strlen(name), &scheme, NULL) == SV_OK)
    scheme = sv_openapi_follow(api, scheme);
  return scheme;
}

enum sv_status sv_openapi_check_security(struct sv_openapi *api)
{
  size_t count;
  const struct sv_openapi_node *list = sv_openapi_objects(api, SV_OPENAPI_K_REQUIREMENT, &count);
  for (size_t i = 0; i < count; i++) {
    for (struct sv_openapi_node s = sv_openapi_first(list[i]); s.doc;
         s = sv_openapi_next(list[i], s)) {
      const char *name = sv_openapi_name(api, s);
      if (!name)
        return SV_NO_MEMORY;
      const struct sv_openapi_node scheme = find_scheme(api, s, name);
      const struct sv_openapi_said said = { .rule = "security-undefined",
                                            .msgid = N_("there is no security scheme named "
                                                        "\"{name}\""),
                                            .where = s,
                                            /* as in semantic_paths.c */
                                            .warning = api->version >= SV_OPENAPI_3_1,
                                            .at_name = true };
      if (scheme.doc)
        judge_scopes(api, scheme, s);
      else
        sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", name, 0 }));
    }
  }
  return SV_OK;
}

static void judge_server(struct sv_openapi *api, struct sv_openapi_node server)
{
  const struct sv_openapi_node url = sv_openapi_get(server, "url");
  const struct sv_openapi_node variables = sv_openapi_get(server, "variables");
  const char *text = sv_openapi_text(api, url);
  for (const char *p = text ? strchr(text, '{') : NULL; p; p = strchr(p + 1, '{')) {
    const char *close = strchr(p, '}');
    const char *name = close ? sv_openapi_cut(api, p + 1, (size_t)(close - p - 1)) : p;
    struct sv_openapi_said said = { .rule = "server-variable", .where = url };
    if (!close)
      said.msgid = N_("the braces of the address \"{name}\" do not match");
    else if (!sv_openapi_get(variables, name).doc)
      said.msgid = N_("the address has \"{name}\" in braces, which is not among the variables of "
                      "the server");
    if (said.msgid)
      sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", close ? name : text, 0 }));
  }
  for (struct sv_openapi_node v = sv_openapi_first(variables);
       text && v.doc && sv_openapi_is(variables, SV_DOC_OBJECT);
       v = sv_openapi_next(variables, v)) {
    const char *name = sv_openapi_name(api, v);
    const char *braced = name ? sv_arena_printf(&api->arena, "{%s}", name) : NULL;
    const struct sv_openapi_said said = { .rule = "server-variable",
                                          .msgid = N_("the address of the server does not use the "
                                                      "variable \"{name}\""),
                                          .where = v,
                                          .warning = true,
                                          .at_name = true };
    if (braced && !strstr(text, braced))
      sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", name, 0 }));
  }
}

enum sv_status sv_openapi_check_servers(struct sv_openapi *api)
{
  size_t count;
  const struct sv_openapi_node *list = sv_openapi_objects(api, SV_OPENAPI_K_SERVER, &count);
  for (size_t i = 0; i < count; i++)
    judge_server(api, list[i]);
  return SV_OK;
}

static bool is_operation_id(const struct sv_openapi_operation *o, size_t count,
                            struct sv_openapi_node id)
{
  size_t size;
  const char *text = sv_openapi_bytes(id, &size);
  for (size_t i = 0; text && i < count; i++) {
    size_t other_size;
    const char *other = sv_openapi_bytes(sv_openapi_get(o[i].node, "operationId"), &other_size);
    if (other && other_size == size && memcmp(text, other, size) == 0)
      return true;
  }
  return !text;
}

/* OAS 3.1 4.8.20: a link leads to an operation that exists. */
static void judge_link(struct sv_openapi *api, struct sv_openapi_node link)
{
  size_t count, size;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &count);
  const struct sv_openapi_node id = sv_openapi_get(link, "operationId");
  const struct sv_openapi_node ref = sv_openapi_get(link, "operationRef");
  struct sv_openapi_said said = { .rule = "link-operation",
                                  .msgid = N_("the link leads to {found}, which is no operation "
                                              "here"),
                                  .where = id,
                                  .warning = true };
  if (id.doc && !is_operation_id(o, count, id))
    sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "found", sv_openapi_excerpt(api, id), 0 }));
  const char *text = sv_openapi_bytes(ref, &size);
  struct sv_openapi_node end;
  if (!text || size == 0 || text[0] != '#')
    return;
  said.where = ref;
  if (sv_openapi_step(api, ref, text, size, &end, NULL) != SV_OK ||
      sv_openapi_kind(api, end) != SV_OPENAPI_K_OPERATION)
    sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "found", sv_openapi_excerpt(api, ref), 0 }));
}

enum sv_status sv_openapi_check_links(struct sv_openapi *api)
{
  size_t count;
  const struct sv_openapi_node *links = sv_openapi_objects(api, SV_OPENAPI_K_LINK, &count);
  for (size_t i = 0; i < count; i++)
    judge_link(api, links[i]);
  return SV_OK;
}
