// SPDX-License-Identifier: Apache-2.0
/* Paths, operations and security of the OpenAPI document. */
#include "plugins/technical/checks.h"
#include "plugins/technical/operations.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/map.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_MAX = 256, POINTER_MAX = 512 };

/* What a rule found: nothing, or the first place that breaks it. */
struct verdict {
  const json_t *openapi;
  struct sv_map seen;
  struct sv_buf names; /* what SEEN borrows */
  size_t judged;
  bool found;
  char text[TEXT_MAX];
  char pointer[POINTER_MAX];
};

static void report(struct verdict *v, const char *text, const char *pointer_head, const char *path,
                   const char *tail)
{
  char escaped[POINTER_MAX / 2];
  size_t n = 0;
  for (const char *p = path; *p && n + 3 < sizeof escaped; p++) {
    if (*p == '/' || *p == '~') {
      escaped[n++] = '~';
      escaped[n++] = *p == '/' ? '1' : '0';
    } else {
      escaped[n++] = *p;
    }
  }
  escaped[n] = '\0';
  v->found = true;
  (void)snprintf(v->text, sizeof v->text, "%s", text);
  (void)snprintf(v->pointer, sizeof v->pointer, "%s/%s%s", pointer_head, escaped, tail);
}

struct saying {
  const char *message; /* may have {text} */
  const char *expected, *hint;
};

/* Runs RULE on the document and says what it found. */
static enum sv_outcome judge(struct sv_ctx *ctx, void (*rule)(struct verdict *),
                             const struct saying *say)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = tec_openapi(ctx, &r, &outcome);
  if (!j)
    return outcome;
  struct verdict v = { .openapi = j, .names = SV_BUF(1 << 22) };
  rule(&v);
  outcome = v.judged > 0 ? SV_PASSED : SV_INAPPLICABLE;
  if (v.found)
    outcome = tec_fail(ctx, r, tec_arg("text", v.text), .message = say->message,
                       .where.json_pointer = v.pointer, .expected = say->expected, .actual = v.text,
                       .hint = say->hint);
  sv_map_free(&v.seen);
  sv_buf_free(&v.names);
  json_decref(j);
  return outcome;
}

static void rule_slash(struct verdict *v)
{
  const char *path;
  json_t *item;
  json_object_foreach(json_object_get(v->openapi, "paths"), path, item)
  {
    if (strncmp(path, "x-", 2) == 0)
      continue;
    v->judged++;
    if (*path != '/' && !v->found)
      report(v, path, "/paths", path, "");
  }
}

/* TEC-DES-18 */
enum sv_outcome tec_path_slash(struct sv_ctx *ctx)
{
  return judge(ctx, rule_slash,
               &(struct saying){ N_("The path '{text}' does not begin with a slash."),
                                 N_("a slash first"),
                                 N_("Begin every path with a slash; it is put behind the address "
                                    "of the server.") });
}

/* Whether A and B are the same path when every {x} stands for anything. */
static bool is_same_template(const char *a, const char *b)
{
  while (*a && *b) {
    if (*a == '{' && *b == '{') {
      a += strcspn(a, "}");
      b += strcspn(b, "}");
    }
    if (*a != *b)
      return false;
    a += *a != '\0';
    b += *b != '\0';
  }
  return *a == *b;
}

static void rule_templates(struct verdict *v)
{
  json_t *paths = json_object_get(v->openapi, "paths");
  for (void *a = json_object_iter(paths); a; a = json_object_iter_next(paths, a)) {
    v->judged++;
    for (void *b = json_object_iter_next(paths, a); b && !v->found;
         b = json_object_iter_next(paths, b))
      if (is_same_template(json_object_iter_key(a), json_object_iter_key(b)))
        report(v, json_object_iter_key(b), "/paths", json_object_iter_key(b), "");
  }
}

/* TEC-DES-19 */
enum sv_outcome tec_path_templates(struct sv_ctx *ctx)
{
  return judge(ctx, rule_templates,
               &(struct saying){ N_("The path '{text}' is the same as another but for the names of "
                                    "its parameters."),
                                 N_("paths that differ"), N_("Make one path of the two.") });
}

static void rule_query(struct verdict *v)
{
  const char *path;
  json_t *item;
  json_object_foreach(json_object_get(v->openapi, "paths"), path, item)
  {
    const size_t n = strlen(path);
    v->judged++;
    if (!v->found && (strpbrk(path, "?#") || (n > 1 && path[n - 1] == '/')))
      report(v, path, "/paths", path, "");
  }
}

/* TEC-DES-47 */
enum sv_outcome tec_path_form(struct sv_ctx *ctx)
{
  return judge(ctx, rule_query,
               &(struct saying){ N_("The path '{text}' ends in a slash or has a query."),
                                 N_("a path alone"),
                                 N_("Describe query parameters under parameters, and leave out the "
                                    "slash at the end.") });
}

static bool visit_id(void *closure, const struct tec_operation *o)
{
  struct verdict *v = closure;
  const char *id = json_string_value(json_object_get(o->operation, "operationId"));
  if (!id)
    return true;
  v->judged++;
  if (sv_map_gets(&v->seen, id)) {
    report(v, id, "/paths", o->path, "");
    (void)snprintf(v->pointer + strlen(v->pointer), sizeof v->pointer - strlen(v->pointer),
                   "/%s/operationId", o->method);
    return false;
  }
  return sv_map_set(&v->seen, id, strlen(id), v) == SV_OK;
}

static void rule_ids(struct verdict *v)
{
  tec_operations(v->openapi, visit_id, v);
}

/* TEC-DES-50 */
enum sv_outcome tec_operation_ids(struct sv_ctx *ctx)
{
  return judge(ctx, rule_ids,
               &(struct saying){ N_("Two operations are called '{text}'."),
                                 N_("an operationId of its own for each operation"),
                                 N_("Rename one of them; tools make one function of each.") });
}

/* Three digits from 1 to 5, or the class as in 4XX, or default, or an extension. */
static bool is_response_key(const char *k)
{
  if (strcmp(k, "default") == 0 || strncmp(k, "x-", 2) == 0)
    return true;
  return k[0] >= '1' && k[0] <= '5' && strlen(k) == 3 &&
         ((sv_is_digit(k[1]) && sv_is_digit(k[2])) || strcmp(k + 1, "XX") == 0);
}

static bool visit_responses(void *closure, const struct tec_operation *o)
{
  struct verdict *v = closure;
  const char *key;
  json_t *value;
  json_object_foreach(json_object_get(o->operation, "responses"), key, value)
  {
    v->judged++;
    if (is_response_key(key))
      continue;
    report(v, key, "/paths", o->path, "");
    (void)snprintf(v->pointer + strlen(v->pointer), sizeof v->pointer - strlen(v->pointer),
                   "/%s/responses", o->method);
    return false;
  }
  return true;
}

static void rule_responses(struct verdict *v)
{
  tec_operations(v->openapi, visit_responses, v);
}

/* TEC-DES-28 */
enum sv_outcome tec_response_keys(struct sv_ctx *ctx)
{
  return judge(ctx, rule_responses,
               &(struct saying){ N_("'{text}' is no status that a response can be described for."),
                                 N_("a status, a class such as 4XX, or default"),
                                 N_("Use three digits, a class in capitals such as 4XX, or "
                                    "default.") });
}

static void look_for_schemes(struct verdict *v, const json_t *security, const char *path)
{
  const json_t *schemes = json_object_get(json_object_get(v->openapi, "components"), "securitySchem"
                                                                                     "es");
  size_t i;
  json_t *one;
  json_array_foreach(security, i, one)
  {
    const char *name;
    json_t *scopes;
    json_object_foreach(one, name, scopes)
    {
      v->judged++;
      if (!v->found && !json_object_get(schemes, name))
        report(v, name, *path ? "/paths" : "", *path ? path : "security", "");
    }
  }
}

static bool visit_security(void *closure, const struct tec_operation *o)
{
  look_for_schemes(closure, json_object_get(o->operation, "security"), o->path);
  return true;
}

static void rule_security(struct verdict *v)
{
  look_for_schemes(v, json_object_get(v->openapi, "security"), "");
  tec_operations(v->openapi, visit_security, v);
}

/* TEC-DES-40 */
enum sv_outcome tec_security_defined(struct sv_ctx *ctx)
{
  return judge(ctx, rule_security,
               &(struct saying){ N_("The security scheme '{text}' is required and not described."),
                                 N_("every scheme under components/securitySchemes"),
                                 N_("Describe the scheme under components/securitySchemes, or mend "
                                    "its name.") });
}

static bool is_secret_name(const char *name)
{
  static const char *const names[] = { "accesstoken", "token",  "apikey",      "password",
                                       "passord",     "secret", "clientsecret" };
  char plain[64];
  size_t n = 0;
  for (const char *p = name; *p && n + 1 < sizeof plain; p++)
    if (*p != '_' && *p != '-')
      plain[n++] = (char)sv_lower(*p);
  plain[n] = '\0';
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (strcmp(plain, names[i]) == 0)
      return true;
  return false;
}

static void look_for_secrets(struct verdict *v, const json_t *list, const char *path)
{
  size_t i;
  json_t *p;
  json_array_foreach(list, i, p)
  {
    const char *in = json_string_value(json_object_get(p, "in"));
    const char *name = json_string_value(json_object_get(p, "name"));
    if (in && name && (strcmp(in, "query") == 0 || strcmp(in, "path") == 0) &&
        is_secret_name(name) && !v->found)
      report(v, name, "/paths", path, "");
  }
}

static bool visit_parameters(void *closure, const struct tec_operation *o)
{
  struct verdict *v = closure;
  v->judged++;
  look_for_secrets(v, json_object_get(o->item, "parameters"), o->path);
  look_for_secrets(v, json_object_get(o->operation, "parameters"), o->path);
  return !v->found;
}

static void rule_secrets(struct verdict *v)
{
  const json_t *components = json_object_get(v->openapi, "components");
  const char *name;
  json_t *scheme;
  json_object_foreach(json_object_get(components, "securitySchemes"), name, scheme)
  {
    const char *in = json_string_value(json_object_get(scheme, "in"));
    v->judged++;
    if (in && strcmp(in, "query") == 0 && !v->found)
      report(v, name, "/components/securitySchemes", name, "");
  }
  const char *key;
  json_t *p;
  json_object_foreach(json_object_get(components, "parameters"), key, p)
  {
    const char *in = json_string_value(json_object_get(p, "in"));
    const char *text = json_string_value(json_object_get(p, "name"));
    if (in && text && strcmp(in, "query") == 0 && is_secret_name(text) && !v->found)
      report(v, text, "/components/parameters", key, "");
  }
  tec_operations(v->openapi, visit_parameters, v);
}

/* TEC-DES-43 */
enum sv_outcome tec_no_secrets_in_url(struct sv_ctx *ctx)
{
  return judge(ctx, rule_secrets,
               &(struct saying){ N_("'{text}' puts a secret into the address, where logs keep it."),
                                 N_("secrets in header fields"),
                                 N_("Take keys and tokens in the field Authorization or another "
                                    "header field.") });
}

/* Whether one of the addresses of FLOW is plain http. */
static bool has_plain_url(const json_t *flow)
{
  static const char *const names[] = { "authorizationUrl", "tokenUrl", "refreshUrl" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    const char *url = json_string_value(json_object_get(flow, names[i]));
    if (url && sv_starts_with(url, "http:"))
      return true;
  }
  return false;
}

static void rule_oauth(struct verdict *v)
{
  const char *name;
  json_t *scheme;
  json_object_foreach(json_object_get(json_object_get(v->openapi, "components"), "securitySchemes"),
                      name, scheme)
  {
    const char *flow_name;
    json_t *flow;
    json_object_foreach(json_object_get(scheme, "flows"), flow_name, flow)
    {
      v->judged++;
      const bool bad = strcmp(flow_name, "implicit") == 0 || strcmp(flow_name, "password") == 0;
      if (!v->found && (bad || has_plain_url(flow)))
        report(v, flow_name, "/components/securitySchemes", name, "/flows");
    }
  }
}

/* TEC-DES-44 */
enum sv_outcome tec_oauth_flows(struct sv_ctx *ctx)
{
  return judge(ctx, rule_oauth,
               &(struct saying){ N_("The OAuth flow '{text}' is unsafe, or has an address without "
                                    "TLS."),
                                 N_("authorizationCode or clientCredentials, with https addresses"),
                                 N_("Use authorizationCode with PKCE or clientCredentials, and "
                                    "https everywhere.") });
}

static bool visit_script(void *closure, const char *pointer, const char *name, const json_t *value)
{
  struct verdict *v = closure;
  if (!json_is_string(value) || (strcmp(name, "description") != 0 && strcmp(name, "title") != 0 &&
                                 strcmp(name, "summary") != 0))
    return true;
  v->judged++;
  const char *text = json_string_value(value);
  if (!strcasestr(text, "<script") && !strstr(text, "eval("))
    return true;
  v->found = true;
  (void)snprintf(v->text, sizeof v->text, "%s", strcasestr(text, "<script") ? "<script" : "eval(");
  (void)snprintf(v->pointer, sizeof v->pointer, "%s", pointer);
  return false;
}

static void rule_scripts(struct verdict *v)
{
  /* A document too large to be walked is not shown to be clean. */
  if (!tec_walk(v->openapi, visit_script, v) && !v->found)
    v->judged = 0;
}

/* TEC-DES-65 */
enum sv_outcome tec_no_scripts(struct sv_ctx *ctx)
{
  return judge(ctx, rule_scripts,
               &(struct saying){ N_("A text of the description has '{text}', which may run in the "
                                    "reader's browser."),
                                 N_("text without scripts"),
                                 N_("Take scripts out of titles and descriptions.") });
}
