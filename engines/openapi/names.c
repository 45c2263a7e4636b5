// SPDX-License-Identifier: Apache-2.0
/* The names of maps: paths, statuses, components, headers, methods. */
#include "engines/openapi/check.h"

#include "engines/base/ascii.h"

#include <string.h>

static bool is_component(const char *p, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!sv_is_alnum((unsigned char)p[i]) && p[i] != '.' && p[i] != '_' && p[i] != '-')
      return false;
  return size > 0;
}

/* RFC 9110 5.6.2 */
static bool is_token(const char *p, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!sv_is_alnum((unsigned char)p[i]) && !(p[i] && strchr("!#$%&'*+-.^_`|~", p[i])))
      return false;
  return size > 0;
}

/* "200", and from 3.0 on "2XX"; "default" is a member of its own. */
static bool is_status(const char *p, size_t size, bool ranges)
{
  if (size != 3 || !sv_is_digit(p[0]))
    return false;
  if (!ranges)
    return sv_is_digit(p[1]) && sv_is_digit(p[2]);
  return p[0] >= '1' && p[0] <= '5' &&
         ((sv_is_digit(p[1]) && sv_is_digit(p[2])) || memcmp(p + 1, "XX", 2) == 0);
}

static bool has_own_member(const char *p, size_t size)
{
  static const char *const methods[] = { "GET",  "PUT",   "POST",  "DELETE", "OPTIONS",
                                         "HEAD", "PATCH", "TRACE", "QUERY" };
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
    if (strlen(methods[i]) == size && memcmp(methods[i], p, size) == 0)
      return true;
  return false;
}

void sv_openapi_judge_name(struct sv_openapi *api, struct sv_openapi_node n,
                           enum sv_openapi_naming naming)
{
  size_t size;
  const char *text = sv_doc_string(n.doc, sv_doc_key(n.doc, n.value), &size);
  struct sv_openapi_said said = { .where = n, .at_name = true };
  switch (naming) {
  case NAMED_COMPONENT:
    said.rule = "component-name";
    said.msgid = N_("the name \"{name}\" may only have letters A to Z, digits and . _ -");
    if (is_component(text, size))
      return;
    break;
  case NAMED_PATH:
    said.rule = "path-slash";
    said.msgid = N_("the path \"{name}\" must begin with a slash");
    if (size > 0 && text[0] == '/')
      return;
    break;
  case NAMED_STATUS:
    said.rule = "response-key";
    said.msgid = api->version == SV_OPENAPI_2_0 ? N_("\"{name}\" is no status; a response is named "
                                                     "200, 404 or default")
                                                : N_("\"{name}\" is no status; a response is named "
                                                     "200, 4XX or default");
    if (is_status(text, size, api->version != SV_OPENAPI_2_0))
      return;
    break;
  case NAMED_TOKEN:
    said.rule = "header-name";
    said.msgid = N_("\"{name}\" cannot be the name of a header");
    said.warning = api->version < SV_OPENAPI_3_2;
    if (is_token(text, size))
      return;
    break;
  case NAMED_METHOD:
    said.rule = "method";
    said.msgid = has_own_member(text, size) ? N_("the method {name} has a member of its own in the "
                                                 "Path Item Object")
                                            : N_("\"{name}\" cannot be the name of a method");
    if (is_token(text, size) && !has_own_member(text, size))
      return;
    break;
  default:
    return;
  }
  sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", sv_openapi_cut(api, text, size), 0 }));
}
